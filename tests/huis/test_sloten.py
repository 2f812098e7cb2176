"""The lock files hold what pyproject.toml asks, agree with each other, and work on any machine."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import brief
from huis.project import PROJECT

FACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _lines(name: str) -> dict[str, Requirement]:
    """Give per package what a lock file says of it: version, extras and on which systems."""
    text = (PROJECT / name).read_text("utf-8")
    said = [Requirement(found) for found in re.findall(r"^([\w.-]+(?:\[.*?\])?==[^\\\n]+)", text, re.MULTILINE)]
    return {canonicalize_name(one.name): one for one in said}


def _pins(name: str) -> dict[str, str]:
    return {package: str(one.specifier).removeprefix("==") for package, one in _lines(name).items()}


def _asked(package: str, extras: set[str]) -> list[Requirement]:
    """Give what an installed package asks of others here, with these extras of its own."""
    try:
        asked = [Requirement(line) for line in requires(package) or ()]
    except PackageNotFoundError:
        return []
    wanted = [{"extra": extra} for extra in ("", *extras)]
    return [one for one in asked if one.marker is None or any(map(one.marker.evaluate, wanted))]


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


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_whole_and_keeps_the_extras_that_a_package_asks(name: str) -> None:
    """A pin without the extra is not taken for `coverage[toml]`: installing stops at the next release of coverage."""
    lines = _lines(name)
    asked = {package: _asked(package, line.extras) for package, line in lines.items()}
    for package, wanted in ((package, one) for package, all_asked in asked.items() for one in all_asked):
        pin = lines.get(canonicalize_name(wanted.name))
        assert pin, f"{package} asks {wanted}, which {name} does not hold: run `make lock`"
        assert wanted.specifier.contains(str(pin.specifier).removeprefix("=="), prereleases=True), (
            f"{package}: {wanted}"
        )
        assert wanted.extras <= pin.extras, f"{package} asks {wanted}, {name} says {pin}"
    assert sum(map(len, asked.values())) > len(lines) / 4, "the packages are not installed: nothing was looked at"


def test_the_lock_for_development_holds_the_other_one() -> None:
    assert _pins("requirements.lock").items() <= _pins("requirements-dev.lock").items()


def test_the_version_stands_once() -> None:
    assert FACTS["version"] == brief.__version__
