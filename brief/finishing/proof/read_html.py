"""The lines of a page: what a browser shows in `<main>`, with the notes that its marks lead to."""

from __future__ import annotations

from html.parser import HTMLParser

from brief.finishing.proof.lines import Kind, Line, Pieces

_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_MARKS = {"sup": "^", "sub": "_"}


def html_lines(page: str) -> tuple[Line, ...]:
    """Read the lines of the main part, each note with its text."""
    notes = _Notes()
    notes.feed(page)
    reader = _Main(notes.texts)
    reader.feed(page)
    reader.close_line()
    return tuple(line for line in reader.lines if line.text)


class _Notes(HTMLParser):
    """Reads the text of each note by its id, without the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self._now = ""
        self._skip = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "li" and str(found.get("id", "")).startswith("noot-"):
            self._now = str(found["id"])
        self._skip = tag == "a" and found.get("class") == "terug"

    def handle_endtag(self, tag: str) -> None:
        self._skip = False
        if tag == "li":
            self._now = ""

    def handle_data(self, data: str) -> None:
        if self._now and not self._skip:
            self.texts[self._now] = self.texts.get(self._now, "") + data


class _Main(HTMLParser):
    """Reads the blocks of `<main>` in order."""

    def __init__(self, notes: dict[str, str]) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._notes = notes
        self._in_main = False
        self._pieces = Pieces()
        self._kind, self._level = Kind.ALINEA, 0
        self._lists = 0
        self._marks: list[str] = []
        self._in_note = False
        self._anchor = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._in_main = self._in_main or tag == "main"
        self._anchor = found.get("id") or self._anchor
        if tag in ("ul", "ol"):
            self.close_line()
            self._lists += 1
        elif tag in _BLOCKS:
            self.close_line()
            self._open(tag)
        elif tag == "br":
            self._pieces.add(" ")
        elif tag == "span" and found.get("class") == "nummer":
            self._in_note = True
        elif found.get("role") == "doc-noteref":
            self._in_note = True
            self._pieces.note(self._notes.get(found.get("href", "").removeprefix("#"), ""))
        elif tag in _MARKS:
            self._marks.append(_MARKS[tag])

    def _open(self, tag: str) -> None:
        if tag[0] == "h":
            self._kind, self._level = Kind.KOP, int(tag[1])
        elif tag == "li":
            self._kind, self._level = Kind.PUNT, self._lists
        elif tag in ("td", "th"):
            self._kind, self._level = Kind.CEL, 0
        else:
            self._kind, self._level = Kind.ALINEA, 0

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.close_line()
            self._in_main = False
        elif tag in ("ul", "ol"):
            self.close_line()
            self._lists -= 1
        elif tag in _BLOCKS:
            self.close_line()
        elif tag in _MARKS and self._marks:
            self._marks.pop()
        elif tag in ("a", "span"):
            self._in_note = False

    def handle_data(self, data: str) -> None:
        if self._in_main and not self._in_note:
            self._pieces.add(data, self._marks[-1] if self._marks else "")

    def close_line(self) -> None:
        """End the line that is open."""
        if self._in_main and not self._pieces.is_empty:
            place = f"regel {len(self.lines) + 1}" + (f" (#{self._anchor})" if self._anchor else "")
            self.lines.append(Line(self._kind, self._level, self._pieces.text(), place))
        self._pieces = Pieces()
