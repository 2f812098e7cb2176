"""Read an entry of `kamerstukken.yaml`: fields as text → a paper, with every mistake in it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from brief.diagnostics import Diagnostic, Place, Severity
from brief.kamerstuk.format import format as write_reference
from brief.kamerstuk.model import Kamer, Referentie, Soort, kamer_of_number
from brief.kamerstuk.parse import parse
from brief.kamerstuk.register import Stuk
from brief.kamerstuk.sleutel import from_key
from brief.kamerstuk.url import url
from brief.kamerstuk.vergaderjaar import is_vergaderjaar, vergaderjaar

if TYPE_CHECKING:
    from collections.abc import Mapping

VELDEN = ("titel", "datum", "vergaderjaar", "kamer", "soort", "ondertekenaar", "url", "bijlage", "verwijzing")
"""The fields of an entry, in the order in which they are written."""

SOORTEN = (
    "motie",
    "amendement",
    "brief",
    "nota",
    "notitie",
    "wetsvoorstel",
    "memorie van toelichting",
    "verslag",
    "nota naar aanleiding van het verslag",
    "lijst van vragen en antwoorden",
    "advies",
    "rapport",
    "handelingen",
    "aanhangsel",
    "document",
    "zaak",
    "dossier",
    "bijlage",
    "overig",
)
"""The kinds of paper that `soort` may name."""


def stuk(
    sleutel: str,
    velden: Mapping[str, str],
    plaatsen: Mapping[str, Place] | None = None,
    plaats: Place | None = None,
) -> tuple[Stuk | None, tuple[Diagnostic, ...]]:
    """Make an entry from its key and its fields as text, and report every mistake in it.

    `plaatsen` gives the place of each field's value, `plaats` that of the key. An entry with a mistake in its key is
    None; an unusable field is left out of the entry. Never raises on what a user wrote.
    """
    entry = _Entry(sleutel, velden, plaatsen or {}, plaats)
    reference = entry.reference()
    if reference is None:
        return None, tuple(entry.problems)
    entry.report_unknown_fields()
    datum = entry.datum()
    reference = entry.with_vergaderjaar(reference, datum)
    made = Stuk(
        sleutel=sleutel,
        referentie=reference,
        titel=entry.titel(),
        datum=datum,
        soort=entry.soort(),
        ondertekenaar=entry.text("ondertekenaar"),
        url=entry.url() or url(reference, datum),
    )
    return made, tuple(entry.problems)


def velden_van(reference: Referentie) -> dict[str, str]:
    """Give the fields that a reference says by itself; what the key does not carry goes into `verwijzing`."""
    fields: dict[str, str] = {}
    if reference.vergaderjaar:
        fields["vergaderjaar"] = reference.vergaderjaar
    from_the_key = from_key(reference.sleutel)
    if reference.kamer and (from_the_key is None or from_the_key.kamer is not reference.kamer):
        fields["kamer"] = reference.kamer.value
    if reference.soort is not Soort.KAMERSTUK:
        fields["soort"] = reference.soort.value
    elif reference.nummer is None and reference.publicatie is None:
        fields["soort"] = "dossier"
    if reference.bijlage:
        fields["bijlage"] = "true"
    if reference.nevendossiers or reference.rijkswet or "/" in (reference.nummer or ""):
        fields["verwijzing"] = write_reference(reference).replace("\u00a0", " ")
    return fields


class _Entry(Struct):
    """One entry while it is being read, with the problems met so far."""

    key: str
    velden: Mapping[str, str]
    plaatsen: Mapping[str, Place]
    plaats: Place | None
    problems: list[Diagnostic] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        return self.velden.get(name, "").strip() or None

    def report(self, code: str, severity: Severity, message: str, name: str = "", label: str | None = None) -> None:
        place = self.plaatsen.get(name, self.plaats)
        self.problems.append(Diagnostic(code, severity, message, place, label))

    def reference(self) -> Referentie | None:
        reference = from_key(self.key)
        if reference is None:
            self.report(
                "BR202",
                Severity.FOUT,
                f"de sleutel '{self.key}' is niet te lezen",
                label="schrijf bijvoorbeeld kst-29435-267, kst-36600-XXII-12, 2024D43452 of ah-tk-20232024-1244",
            )
            return None
        reference = self._with_text(reference)
        return replace(reference, kamer=self._kamer(reference), bijlage=self._bijlage(reference))

    def _with_text(self, reference: Referentie) -> Referentie:
        """Let `verwijzing` add what a key cannot say; it may not name another paper."""
        written = self.text("verwijzing")
        if written is None:
            return reference
        read = parse(written)
        if read is None:
            self.report("BR241", Severity.FOUT, f"de verwijzing '{written}' is niet te lezen", "verwijzing")
            return reference
        if reference.publicatie is None and read.sleutel.lower() != self.key.lower():
            message = f"de verwijzing '{written}' is van {read.sleutel}, niet van {self.key}"
            self.report(
                "BR222", Severity.FOUT, message, "verwijzing", label=f"verwacht: een verwijzing naar {self.key}"
            )
            return reference
        return read

    def _kamer(self, reference: Referentie) -> Kamer | None:
        written = self.text("kamer")
        if written is None:
            has_no_kamer = (
                reference.soort in {Soort.DOCUMENT, Soort.ZAAK}
                or reference.publicatie
                or "/" in (reference.nummer or "")
            )
            return reference.kamer if reference.kamer or has_no_kamer else Kamer.TWEEDE
        if written not in set(Kamer):
            self.report("BR212", Severity.FOUT, f"onbekende kamer '{written}'", "kamer", "kies uit: II, I, VV")
            return reference.kamer
        chosen, evident = Kamer(written), kamer_of_number(reference.nummer)
        if (
            reference.soort is Soort.KAMERSTUK
            and evident
            and {chosen, evident} == {Kamer.TWEEDE, Kamer.EERSTE}
            and not _may_differ(reference)
        ):
            message = f"nummer {reference.nummer} hoort bij Kamer {evident}, hier staat kamer {chosen}"
            self.report("BR240", Severity.FOUT, message, "kamer", f"verwacht: {evident}")
        return chosen

    def _bijlage(self, reference: Referentie) -> bool:
        written = self.text("bijlage")
        if written is not None and written not in {"true", "false", "ja", "nee"}:
            self.report(
                "BR212", Severity.FOUT, f"onbekende waarde '{written}' voor bijlage", "bijlage", "kies uit: true, false"
            )
        return reference.bijlage if written is None else written in {"true", "ja"}

    def report_unknown_fields(self) -> None:
        for name in self.velden:
            if name not in VELDEN:
                self.report("BR216", Severity.FOUT, f"onbekend veld '{name}'", name, f"kies uit: {', '.join(VELDEN)}")

    def titel(self) -> str:
        titel = self.text("titel")
        if titel is None:
            self.report("BR215", Severity.WAARSCHUWING, f"{self.key} heeft geen titel", "titel")
        return titel or ""

    def datum(self) -> datetime.date | None:
        written = self.text("datum")
        if written is None:
            return None
        try:
            return datetime.datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar date, no moment
        except ValueError:
            self.report(
                "BR213", Severity.FOUT, f"'{written}' is geen datum", "datum", "schrijf jjjj-mm-dd, zoals 2024-11-12"
            )
            return None

    def with_vergaderjaar(self, reference: Referentie, datum: datetime.date | None) -> Referentie:
        written = self.text("vergaderjaar")
        if written is not None and not is_vergaderjaar(written):
            label = "schrijf twee opeenvolgende jaren, zoals 2023-2024"
            self.report("BR203", Severity.FOUT, f"'{written}' is geen vergaderjaar", "vergaderjaar", label)
            return reference
        by_date = vergaderjaar(datum) if datum else None
        if written and by_date and written != by_date:
            self._report_other_year(written, by_date, datum)
        if reference.soort in {Soort.DOCUMENT, Soort.ZAAK}:
            return reference
        year = written or reference.vergaderjaar
        if year is None:
            self._report_missing_year(reference, by_date)
        return replace(reference, vergaderjaar=year or by_date)

    def _report_other_year(self, written: str, by_date: str, datum: datetime.date | None) -> None:
        message = f"vergaderjaar {written} past niet bij de datum {datum}"
        self.report("BR204", Severity.WAARSCHUWING, message, "vergaderjaar", f"naar de datum: {by_date}")

    def _report_missing_year(self, reference: Referentie, by_date: str | None) -> None:
        if by_date:
            message = f"{self.key} heeft geen vergaderjaar; naar de datum is het {by_date}"
            self.report("BR223", Severity.WAARSCHUWING, message, "vergaderjaar", f"vergaderjaar: {by_date}")
        elif reference.publicatie is None:
            self.report(
                "BR223", Severity.WAARSCHUWING, f"{self.key} heeft geen vergaderjaar en geen datum", "vergaderjaar"
            )

    def soort(self) -> str | None:
        soort = self.text("soort")
        if soort is not None and soort not in SOORTEN:
            self.report(
                "BR212", Severity.FOUT, f"onbekende soort '{soort}'", "soort", f"kies uit: {', '.join(SOORTEN)}"
            )
        if soort == "motie" and self.text("ondertekenaar") is None:
            message = f"de motie {self.key} heeft geen eerste ondertekenaar"
            self.report(
                "BR220",
                Severity.WAARSCHUWING,
                message,
                "ondertekenaar",
                "ondertekenaar: naam van de eerste ondertekenaar",
            )
        return soort

    def url(self) -> str | None:
        address = self.text("url")
        if address is not None and not address.startswith(("https://", "http://")):
            self.report("BR214", Severity.FOUT, f"'{address}' is geen webadres", "url", "begin met https://")
            return None
        return address


def _may_differ(reference: Referentie) -> bool:
    """Before 2005 the Eerste Kamer numbered like the Tweede, with or without a letter."""
    return reference.nummer is not None and reference.nummer[0].isdecimal()
