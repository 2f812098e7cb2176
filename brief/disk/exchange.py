"""Give a file its name in one step of the system, in a way that nothing which stands there can get lost.

A rename takes the place of whatever has the name at that moment, also of what was saved a moment before. Linux can
exchange two names, so that what stood there is still in hand afterwards, and can refuse a name that is taken.
"""

from __future__ import annotations

import errno
import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NO_REPLACE, _EXCHANGE = 1, 2
_HERE = -100  # AT_FDCWD
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EOPNOTSUPP, errno.ENOTTY}


def exchange(one: Path, other: Path) -> bool:
    """Let two files take each other's name; False when the system or the drive cannot.

    Raises OSError when one of the two is not there, or may not be renamed.
    """
    return _rename(one, other, _EXCHANGE)


def rename_new(file: Path, target: Path) -> None:
    """Give a file a name that nothing has yet. Raises FileExistsError when something has."""
    if _rename(file, target, _NO_REPLACE):
        return
    try:
        os.link(file, target)
    except FileExistsError:
        raise
    except OSError:  # a drive without links: the name is looked at first, then taken
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        file.rename(target)
    else:
        file.unlink()


def rename_new_folder(folder: Path, target: Path) -> None:
    """Give a folder a name that nothing has yet. Raises FileExistsError when something has."""
    if _rename(folder, target, _NO_REPLACE):
        return
    if os.path.lexists(target):  # the system would take over an empty folder of that name
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    try:
        folder.rename(target)
    except OSError as error:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        raise


def _rename(one: Path, other: Path, flags: int) -> bool:
    call = _renameat2()
    number = errno.ENOSYS if call is None else call(os.fsencode(one), os.fsencode(other), flags)
    if number and number not in _CANNOT:
        raise OSError(number, os.strerror(number), str(one), None, str(other))
    return not number


@cache
def _renameat2() -> Callable[[bytes, bytes, int], int] | None:
    """Give the system's own call, which answers with the number of an error or 0; None where there is none."""
    if not sys.platform.startswith("linux"):  # pragma: no cover
        return None
    import ctypes  # only for who writes

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # pragma: no cover
        return None
    renameat2.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)

    def call(one: bytes, other: bytes, flags: int) -> int:
        return ctypes.get_errno() if renameat2(_HERE, one, _HERE, other, flags) else 0

    return call
