"""Run inside nllegalcit's environment: texts as JSON on stdin, the papers it finds as one line of JSON on stdout."""

from __future__ import annotations

import contextlib
import io
import json
import sys

from nllegalcit import HandelingCitation, KamerstukCitation, parse_citations


def papers(text: str) -> list[list[str]]:
    """Give [dossier, number] of each paper found; nothing when the library fails on the text."""
    try:
        # It prints its parse trees.
        with contextlib.redirect_stdout(io.StringIO()):
            found = parse_citations(text)
    except Exception as error:
        print(f"failed: {type(error).__name__}: {text[:60]!r}", file=sys.stderr)
        return []
    kamerstukken = [[each.dossiernummer, each.ondernummer] for each in found if isinstance(each, KamerstukCitation)]
    return kamerstukken + [["", str(each.vergaderingnummer)] for each in found if isinstance(each, HandelingCitation)]


if __name__ == "__main__":
    print(json.dumps([papers(text) for text in json.load(sys.stdin)]))
