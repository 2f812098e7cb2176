"""Every code that brief can report is explained, and every explanation is of a code that brief can report."""

from __future__ import annotations

import ast
import itertools
import re
from typing import TYPE_CHECKING

from brief.diagnostics import Severity
from brief.diagnostics.table import advice_of, codes, explanation, severity
from huis.project import MODULES, trees_with

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_CODE = {code for path in MODULES for code in re.findall(r"['\"](BR\d{3})['\"]", path.read_text("utf-8"))}


def test_codes_in_the_code_are_the_codes_explained() -> None:
    assert sorted(IN_CODE - set(codes())) == [], "reported and not explained"
    assert sorted(set(codes()) - IN_CODE) == [], "explained and never reported"


def test_an_explanation_has_its_title_and_parts() -> None:
    pages = {code: explanation(code) or "" for code in codes()}
    assert [code for code, text in pages.items() if not re.match(rf"# {code}: \S.*\n\n", text)] == []
    parts = ("Wat wordt gecontroleerd", "Waarom", "Voorbeeld", "Schrijf in plaats daarvan")
    assert [(code, part) for code, text in pages.items() for part in parts if f"**{part}." not in text] == []


def test_a_code_has_one_severity_in_the_table() -> None:
    """The third line of its page in `brief/diagnostics/uitleg/` is `**Ernst.** fout`, `waarschuwing` or `info`."""
    third = {code: (explanation(code) or "").split("\n")[2] for code in codes()}
    assert [code for code, line in third.items() if line != f"**Ernst.** {severity(code)}"] == []


def test_the_code_gives_each_finding_the_severity_of_the_table() -> None:
    given = {pair for _, tree in trees_with('"BR', "'BR") for pair in _pairs(tree)}
    assert given, "no pair of a code and a severity was found"
    assert sorted((code, said) for code, said in given if severity(code) != Severity[said]) == []


def _pairs(tree: ast.AST) -> set[tuple[str, str]]:
    """Give the codes that stand before a `Severity.X` in a call or a tuple, or as the first argument of `fout(…)`."""
    found = set()
    for node in ast.walk(tree):
        items = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        for item, after in itertools.pairwise(items):
            if not (isinstance(item, ast.Constant) and re.fullmatch(r"BR\d{3}", str(item.value))):
                continue
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if isinstance(after, ast.Attribute) and getattr(after.value, "id", "") == "Severity":
                found.add((str(item.value), after.attr))
            elif name in {"fout", "waarschuwing", "info"}:
                found.add((str(item.value), name.upper()))
    return found


WITHOUT_ADVICE = {
    "Diagnostic": 4,
    **dict.fromkeys(("fout", "waarschuwing", "info", "error", "_refuse", "add", "refuse", "report"), 3),
    **dict.fromkeys(("finding", "fault"), 2),
}
"""How many arguments these take before `label` and `hint`; each makes a finding of the code it is given first.

With a severity after the code `report` takes one more, as for a Kamerstuk.
"""


def test_every_finding_says_what_to_do_itself_or_by_the_page_of_its_code() -> None:
    """A finding without label and hint is of a code that has a page with `**Doe.**`."""
    silent = {code for _, tree in trees_with('"BR', "'BR") for code in _silent(tree)}
    assert silent, "no finding without label and hint was found"
    assert sorted(code for code in silent if not advice_of(code)) == []


def _silent(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = str(getattr(node.func, "id", "") or getattr(node.func, "attr", ""))
        first, named = str(getattr(node.args[0], "value", "")), {keyword.arg for keyword in node.keywords}
        is_told = len(node.args) > 1 and getattr(getattr(node.args[1], "value", None), "id", "") == "Severity"
        before = WITHOUT_ADVICE.get(name, -1) + (is_told and name == "report")
        if len(node.args) <= before and not named & {"label", "hint"} and re.fullmatch(r"BR\d{3}", first):
            yield first
