# Every target sets up .venv first when needed; nothing has to be installed by hand.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PYTHON ?=
RONDE ?= input/2026
# `make test LIBREOFFICE=bestaand` leaves the LibreOffice of this machine as it is (see tools/omgeving/libreoffice.sh).
LIBREOFFICE ?=
# Three workers on two cores: many tests wait for LibreOffice or a browser, and a core would stand still meanwhile.
PYTEST ?= -n $(shell echo $$(( ($$(nproc) * 3 + 1) / 2 ))) --dist worksteal
# The share of lines and branches that the tests reach, as last measured. Not part of `make test`: it would pass six minutes.
VLOER ?= 95
AANTAL ?= 200000
BIN := .venv/bin
# Where Python may not write bytecode, each worker would compile and rewrite what the first one did.
KEUR = BRIEF_KEURING=verplicht PYTHONDONTWRITEBYTECODE= $(BIN)/python

.PHONY: help brief test lang lint dekking goud matrix bench fuzz sjablonen voorbeeld keuring lock clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 14

brief: .venv/.brief  ## make the letter and the afsprakenlijst of input/2026 (RONDE=... for another round)
	@$(BIN)/brief opstellen $(RONDE) || [ $$? -eq 3 ]
	@find output/$(notdir $(RONDE)) -name '*.docx' | sort -V | tail -n 2

test: .venv/.dev keuring  ## run every check: linters, types, rooms, all tests (installs what they need)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@$(BIN)/mypy & types=$$!; $(KEUR) -m pytest $(PYTEST); tests=$$?; wait $$types && exit $$tests

lang: keuring .venv/.dev  ## run what takes long: every view in the browser, more kills and examples, the real letter to the end
	HYPOTHESIS_PROFILE=zoek $(KEUR) -m pytest $(PYTEST) -m 'lang or eigenschap'

lint: .venv/.dev  ## run the linters and the type checker
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

dekking: keuring .venv/.dev  ## run all tests and measure which branches they reach; fails below the floor
	$(KEUR) -m pytest $(PYTEST) --cov --cov-report=term --cov-fail-under=$(VLOER)

goud: .venv/.dev  ## write the expected text of the golden documents anew; review the difference
	$(BIN)/python -m pytest -q tests/golden --goud
	git --no-pager diff --stat tests/golden

matrix: .venv/.dev  ## run the tests with the oldest dependencies allowed, and with the newest Python of this machine
	tools/omgeving/matrix.sh

bench: .venv/.dev  ## run every benchmark; results in benchmarks/uitkomst/
	@failed=0; for run in benchmarks/*/run.py; do echo "== $$run"; $(BIN)/python "$$run" || failed=1; done; exit $$failed

fuzz: .venv/.dev  ## feed mutated files to the readers for as long as it takes (AANTAL=... cases each)
	$(BIN)/python tests/fuzz/dossier.py --aantal $(AANTAL)
	PYTHONPATH=. $(BIN)/python tests/fuzz/ronde.py --aantal $(AANTAL)

sjablonen: .venv/.dev  ## build the Word templates in templates/ anew
	$(BIN)/python tools/sjablonen/bouw.py

voorbeeld: .venv/.dev  ## build the sample round in input/2026 anew
	$(BIN)/python tools/voorbeeldronde/bouw.py

keuring:  ## install LibreOffice, fonts and the other tools that judge our documents
	@tools/omgeving/keuring.sh $(LIBREOFFICE)

lock: .venv/.dev  ## write the lock files anew from pyproject.toml
	tools/omgeving/vastzetten.sh

clean:  ## remove the environment and all caches; output/ stays
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf tools/omgeving/node_modules benchmarks/uitkomst
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.brief: requirements.lock pyproject.toml tools/omgeving/python.sh
	@PYTHON=$(PYTHON) tools/omgeving/python.sh .venv requirements.lock
	@touch $@

# The lock file for development holds all of the other one too.
.venv/.dev: requirements-dev.lock requirements.lock pyproject.toml tools/omgeving/python.sh
	@PYTHON=$(PYTHON) tools/omgeving/python.sh .venv requirements-dev.lock
	@touch .venv/.brief $@
