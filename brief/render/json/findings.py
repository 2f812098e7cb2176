"""Findings as the JSON that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.diagnostics import Diagnostic


def finding_as_json(finding: Diagnostic) -> dict[str, str | None]:
    """Give a finding in the form that other programs read; `hint` holds what to type and what was meant."""
    hint = "; ".join(part for part in (finding.label, finding.hint) if part)
    return {
        "code": finding.code,
        "ernst": finding.severity.value,
        "tekst": finding.message,
        "plaats": str(finding.place) if finding.place else None,
        "hint": hint or None,
    }


def findings_as_json(findings: Iterable[Diagnostic]) -> list[dict[str, str | None]]:
    """Give findings in the form that other programs read."""
    return [finding_as_json(finding) for finding in findings]


def meldingen_as_json(findings: Iterable[Diagnostic]) -> dict[str, Any]:
    """Give what a command found when that is all it has to say."""
    return {"versie": 1, "meldingen": findings_as_json(findings)}
