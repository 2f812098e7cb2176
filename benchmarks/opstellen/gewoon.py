"""The plain way: the same libraries as brief, used as their manuals show.

usage: gewoon.py ROUND TEMPLATES OUTPUT
"""

from __future__ import annotations

import re
import tomllib
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from babel.dates import format_date
from docxtpl.template import DocxTemplate
from rich.console import Console
from rich.table import Table
from ruamel.yaml import YAML

FACTS = tomllib.loads((Path(__file__).parents[2] / "brief/domain/geografie.toml").read_text("utf-8"))
LANDSDELEN = FACTS["landsdelen"]
PROVINCIES = FACTS["provincies"]


@click.command()
@click.argument("round_folder", type=click.Path(path_type=Path))
@click.argument("templates", type=click.Path(path_type=Path))
@click.argument("output", type=click.Path(path_type=Path))
def main(round_folder: Path, templates: Path, output: Path) -> None:
    """Make both documents of a round."""
    yaml = YAML()
    ronde = yaml.load(round_folder / "ronde.yaml")
    papers = yaml.load(round_folder / "kamerstukken.yaml")
    afspraken: list[Any] = []
    for meeting in ronde["overleggen"]:
        afspraken += yaml.load(round_folder / "afspraken" / f"{meeting['landsdeel']}.yaml")["afspraken"]
    output.mkdir(parents=True)
    text = (round_folder / ronde["brief"]["tekst"]).read_text("utf-8")
    _fill(templates, output, "kamerbrief", _letter(text, ronde, papers, afspraken))
    _fill(templates, output, "afsprakenlijst", {"delen": _list(afspraken)})

    table = Table("landsdeel", "afspraken")
    for landsdeel in LANDSDELEN.values():
        count = sum(afspraak["provincies"][0] in landsdeel["provincies"] for afspraak in afspraken)
        table.add_row(landsdeel["naam"], str(count))
    Console().print(table)


def _fill(templates: Path, output: Path, name: str, values: dict[str, Any]) -> None:
    template = DocxTemplate(templates / f"{name}.docx")
    template.render(values, autoescape=True)
    template.save(output / f"{name}.docx")


def _letter(text: str, ronde: Any, papers: Any, afspraken: list[Any]) -> dict[str, Any]:
    opening, *blocks = text.strip().split("\n\n")
    delen: list[dict[str, Any]] = []
    for block in blocks:
        if block.startswith("# "):
            delen.append({"kop": block[2:], "alineas": []})
        elif block.startswith(":::"):
            thema = block.partition("thema=")[2].partition("}")[0]
            delen[-1]["alineas"] += _sentences([afspraak for afspraak in afspraken if afspraak["themas"][0] == thema])
        else:
            delen[-1]["alineas"].append(re.sub(r" \[@kst-29435-(\d+)\]", r" (noot \1)", block))
    noten = [f"{key}: vergaderjaar {paper['vergaderjaar']}, {paper['titel']}" for key, paper in papers.items()]
    datum = format_date(ronde["brief"]["datum"], "long", locale="nl")
    return {"datum": datum, "opening": opening, "delen": delen, "noten": noten}


def _sentences(afspraken: list[Any]) -> list[str]:
    found: dict[str, list[str]] = {}
    for afspraak in afspraken:
        found.setdefault(afspraak["provincies"][0], []).append(afspraak["brief"].strip())
    return [" ".join(found[key]) for key in PROVINCIES if key in found]


def _list(afspraken: list[Any]) -> list[dict[str, Any]]:
    return [
        {
            "kop": f"Landsdeel {landsdeel['naam']}",
            "groepen": [_province(key, afspraken) for key in landsdeel["provincies"]],
        }
        for landsdeel in LANDSDELEN.values()
    ]


def _province(provincie: str, afspraken: list[Any]) -> dict[str, Any]:
    own = [afspraak for afspraak in afspraken if afspraak["provincies"][0] == provincie]
    groups = groupby(own, key=lambda afspraak: str(afspraak["agendapunt"]).partition(" ")[2])
    punten = [{"kop": kop, "afspraken": [_blocks(afspraak["tekst"]) for afspraak in group]} for kop, group in groups]
    return {"kop": PROVINCIES[provincie]["naam"], "punten": punten}


def _blocks(tekst: str) -> dict[str, Any]:
    alineas, punten, rijen = [], [], []
    for line in filter(None, tekst.splitlines()):
        if line.startswith("- "):
            punten.append(line[2:])
        elif line.startswith("|"):
            rijen.append([cell.strip() for cell in line.strip("|").split("|")])
        else:
            alineas.append(line)
    return {"alineas": alineas, "punten": punten, "rijen": [row for row in rijen if row[0] != "---"]}


if __name__ == "__main__":
    main()
