"""Read a small YAML file whole: its top mapping, with every mistake that stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.error import YAMLError

from brief.diagnostics import Diagnostic, Severity
from brief.sources.nodes import Composer, MappingNode, TooDeepError

if TYPE_CHECKING:
    from brief.sources.fields import Report
    from brief.sources.source import SourceFile


def read_mapping(source: SourceFile, report: Report, fields: str) -> MappingNode | None:
    """Give the mapping a file consists of; None and a finding when it is not one. `fields` says what it should have."""
    composer = Composer(source)
    try:
        event = composer.start()
        node = composer.node(event) if event is not None else None
        if event is not None:
            composer.finish()
    except (YAMLError, TooDeepError) as error:
        from brief.sources.syntax import explain  # only when there is something to explain

        report.found += [*composer.refused, explain(source, error)]
        return None
    report.found += composer.refused
    if isinstance(node, MappingNode):
        return node
    report.found.append(no_mapping(source, fields, is_empty=node is None))
    return None


def no_mapping(source: SourceFile, fields: str, hint: str | None = None, *, is_empty: bool) -> Diagnostic:
    """Report a file without fields at its top; `fields` says what it should have."""
    message = "dit bestand is leeg" if is_empty else "dit bestand begint niet met een veldnaam"
    return Diagnostic("BR019", Severity.FOUT, message, source.place(0), fields, hint)
