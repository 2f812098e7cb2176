"""What the README tells people to type exists."""

from __future__ import annotations

import re

import click

from brief.cli import opdracht
from huis.project import PROJECT

README = (PROJECT / "README.md").read_text("utf-8") if (PROJECT / "README.md").exists() else ""


def test_the_readme_names_the_two_commands() -> None:
    assert "make brief" in README
    assert "make test" in README


def test_every_make_target_in_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?\bmake ([a-z]+)\b`", README)) <= targets


def test_every_command_in_the_readme_exists() -> None:
    commands = set(opdracht.list_commands(click.Context(opdracht)))
    assert set(re.findall(r"(?:^|[`$/] ?)brief ([a-z]+)\b", README, re.MULTILINE)) <= commands


def test_every_picture_and_file_the_readme_points_at_exists() -> None:
    links = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", README)]
    assert [target for target in links if target and "://" not in target and not (PROJECT / target).exists()] == []
