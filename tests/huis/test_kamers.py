"""The table of rooms: every import in `brief/` is in it, libraries included, and no two rooms import each other."""

from __future__ import annotations

import sys
from functools import cache
from graphlib import TopologicalSorter

import grimp
import pytest

from huis.project import MODULES, PROJECT

FOUNDATION = {"diagnostics"}
VALUES = FOUNDATION | {"text", "domain", "kamerstuk"}
STAGES = VALUES | {
    "disk",
    "sources",
    "word",
    "dossier",
    "assemble",
    "compare",
    "versions",
    "checks",
    "intake",
    "finishing",
}
ROOMS: dict[str, set[str]] = {
    "diagnostics": set(),
    "disk": FOUNDATION,
    "text": FOUNDATION,
    "domain": FOUNDATION | {"text"},
    "kamerstuk": FOUNDATION | {"text"},
    "sources": VALUES | {"disk"},
    "word": FOUNDATION | {"text", "disk"},
    "dossier": FOUNDATION | {"text", "domain", "word"},
    "assemble": VALUES,
    "compare": FOUNDATION | {"text", "domain"},
    "versions": FOUNDATION | {"text", "word", "disk"},
    "checks": VALUES | {"dossier"},
    "intake": VALUES | {"disk", "sources", "word", "dossier", "compare"},
    "finishing": FOUNDATION | {"text", "domain", "word", "disk"},
    "rounds": STAGES,
    "render": STAGES | {"rounds"},
    "web": STAGES | {"rounds", "render"},
    "commands": STAGES | {"rounds", "render", "web"},
    "cli": FOUNDATION | {"commands"},
    "__main__": {"cli"},
}
"""What each room may import. What is not in its line is forbidden."""

INNER: dict[str, dict[str, set[str]]] = {
    "word": {
        "opc": set(),
        "reading": {"opc"},
        "second": {"opc"},
        "template": {"opc"},
        "writing": {"opc", "template"},
        "revisions": {"opc", "reading"},
        "returned": {"opc", "reading"},
        "finished": {"opc", "template", "writing"},
    },
    "commands": {"terminal": set()},
    "checks": {"rules": set(), "taal": set()},
    "render": {"terminal": set(), "json": set(), "html": set()},
    "kamerstuk": {"grammar": set(), "online": set()},
}
"""The rooms within a room: what a folder may import of the other folders beside it."""

LIBRARIES: dict[str, set[str]] = {
    "ruamel": {"sources"},
    "_ruamel_yaml": {"sources"},
    "lxml": {"word", "finishing"},
    "pypdfium2": {"finishing"},
    "docx": {"word"},
    "docxtpl": {"word"},
    "jinja2": {"word"},
    "babel": {"text"},
    "filelock": {"disk"},
    "rapidfuzz": {"compare"},
    "msgspec": set(ROOMS) - {"cli", "__main__"},
    "rich": {"render", "commands"},
    "click": {"commands", "cli"},
    "flask": {"web"},
    "markupsafe": {"web"},
    "werkzeug": {"web"},
}
"""Which rooms know a library. A library that is not here may not be imported at all."""


@cache
def _imports() -> frozenset[tuple[str, str]]:
    """Give every import in `brief`: who imports, and the module of ours or the library that is imported."""
    graph = grimp.build_graph("brief", include_external_packages=True, cache_dir=None)
    return frozenset(
        (module, imported)
        for module in graph.modules
        if module.startswith("brief.")
        for imported in graph.find_modules_directly_imported_by(module)
    )


def _room(module: str) -> str:
    return module.split(".")[1]


def _between_rooms() -> set[tuple[str, str]]:
    ours = ((_room(one), _room(other)) for one, other in _imports() if other.startswith("brief."))
    return {(one, other) for one, other in ours if one != other}


def test_every_room_is_in_the_table() -> None:
    rooms = {path.relative_to(PROJECT / "brief").parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert rooms <= set(ROOMS)


def test_a_room_imports_only_what_its_line_allows() -> None:
    assert {(one, other) for one, other in _between_rooms() if other not in ROOMS[one]} == set()


def test_no_two_rooms_import_each_other() -> None:
    """Hold the order of the table: a room stands below all that it may import."""
    order = list(ROOMS)
    backward = {
        (one, other) for one, allowed in ROOMS.items() for other in allowed if order.index(other) > order.index(one)
    }
    assert backward == set()


def test_no_files_import_each_other_in_a_circle() -> None:
    """Hold that files can be read in an order in which each stands after all that it imports, but for types alone."""
    graph = grimp.build_graph("brief", cache_dir=None, exclude_type_checking_imports=True)
    order = TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})
    order.prepare()  # names the circle, if there is one


@pytest.mark.parametrize("room", INNER)
def test_the_folders_of_a_room_import_only_what_their_line_allows(room: str) -> None:
    table, head = INNER[room], f"brief.{room}."
    folders = {path.parent.name for path in MODULES if path.parents[1] == PROJECT / "brief" / room}
    assert folders == set(table), "a folder that is not in the table is held by nothing"
    inner = (
        (one.removeprefix(head).split(".")[0], other.removeprefix(head).split(".")[0])
        for one, other in _imports()
        if one.startswith(head) and other.startswith(head)
    )
    found = {(one, other) for one, other in inner if one != other and one in table and other in table}
    assert {(one, other) for one, other in found if other not in table[one]} == set()


def test_a_library_is_known_only_where_the_table_says_so() -> None:
    outside = {(_room(one), other.split(".")[0]) for one, other in _imports() if not other.startswith("brief")}
    libraries = {(room, name) for room, name in outside if name not in sys.stdlib_module_names}
    assert {(room, name) for room, name in libraries if room not in LIBRARIES.get(name, set())} == set()


def test_the_table_names_no_library_that_is_not_used() -> None:
    used = {other.split(".")[0] for _, other in _imports()}
    assert set(LIBRARIES) - used == {"docx"}  # docxtpl's own; named so that no room takes it directly
