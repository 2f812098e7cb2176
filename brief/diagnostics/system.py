"""Say in Dutch why the system could not read or write a file; the system's own words follow the machine's language."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "het bestand of de map bestaat niet",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EISDIR: "het is een map, geen bestand",
    errno.ENOTDIR: "een deel van het pad is een bestand, geen map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EINVAL: "zo kan geen bestand heten",
    errno.ELOOP: "het pad verwijst naar zichzelf",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.EDQUOT: "u mag hier niet meer opslaan: uw ruimte is op",
    errno.EFBIG: "het bestand wordt te groot",
    errno.ESPIPE: "het is geen gewoon bestand, maar een apparaat of een doorgeefluik",
    errno.ENXIO: "het is geen gewoon bestand, maar een apparaat of een doorgeefluik",
    errno.EIO: "de schijf geeft een fout",
}


def reason(error: OSError) -> str:
    """Give the reason of an error of the system, as the end of a sentence."""
    known = _REASONS.get(error.errno) if error.errno is not None else error.strerror  # without a number it is ours
    return known or f"het systeem geeft fout {error.errno or 'zonder nummer'}"
