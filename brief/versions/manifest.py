"""`manifest.json`: from what a version was made, and what it holds, by SHA-256."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from brief import __version__
from brief.disk.files import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping


def vingerafdruk(inhoud: bytes, templates: Mapping[str, bytes]) -> str:
    """Give the fingerprint of what a version says (the bytes of its `inhoud.json`) and looks like.

    Two versions with the same fingerprint differ in nothing a reader can see but their number.
    """
    parts = {
        "inhoud": sha256(inhoud),
        "sjablonen": {name: sha256(data) for name, data in templates.items()},
        "brief": __version__,
        "merken": 1,  # the documents carry marks of origin: those of before are made anew
    }
    return sha256(json.dumps(parts, sort_keys=True).encode())


def manifest(
    ronde: str,
    name: str,
    fingerprint: str,
    sources: Mapping[str, str],
    files: Mapping[str, bytes],
    bijschrift: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Give the manifest of a version.

    `sources` has the hash of each file it was made from, `files` what was made. `bijschrift` is what a person may read
    about it: its `datum`, a `notitie`, and `genegeerd`, the hashes of edited documents that were left aside.
    """
    return {
        "versie": 1,
        "ronde": ronde,
        "uitgave": name,
        "gereedschap": f"brief {__version__}",
        **(bijschrift or {}),
        "vingerafdruk": fingerprint,
        "invoer": dict(sorted(sources.items())),
        "uitvoer": {path: sha256(data) for path, data in sorted(files.items())},
    }


def manifest_json(data: Mapping[str, Any]) -> bytes:
    """Write a manifest as JSON that people can read, the same bytes on every machine."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
