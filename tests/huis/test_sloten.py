"""The lock files hold what pyproject.toml asks, agree with each other, and work on any machine."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import brief
from huis.project import PROJECT

FACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _pins(name: str) -> dict[str, str]:
    text = (PROJECT / name).read_text("utf-8")
    return {
        canonicalize_name(found[1]): found[2] for found in re.finditer(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE)
    }


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_has_a_hash_for_everything(name: str) -> None:
    text = (PROJECT / name).read_text("utf-8")
    assert re.findall(r"https?:|file:|--(?:index|extra|find|trusted)", text) == []
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_meets_what_the_project_asks(name: str) -> None:
    extras = FACTS["optional-dependencies"]
    extra = [*extras["tafel"], *(extras["dev"] if name == "requirements-dev.lock" else [])]
    pins = _pins(name)
    for wanted in map(Requirement, [*FACTS["dependencies"], *extra, "setuptools>=77"]):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), f"{wanted}: run `make lock`"


def test_the_lock_for_development_holds_the_other_one() -> None:
    assert _pins("requirements.lock").items() <= _pins("requirements-dev.lock").items()


def test_the_version_stands_once() -> None:
    assert FACTS["version"] == brief.__version__
