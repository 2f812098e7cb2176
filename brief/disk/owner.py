"""Who is at work: a name for this process that holds on a shared drive, and whether the process of a name is gone.

What is not finished yet carries the name of its maker. Only a process of this machine can be known to be gone; what
another machine made may be alive, and is never taken away.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from functools import cache
from pathlib import Path

# 3f09a1c2-77ab01de-4312-998877: machine, its boot, process, when that started
CODE = re.compile(r"([0-9a-f]{8})-([0-9a-f]{8})-(\d+)-(\d+)")


def this_process() -> str:
    """Give the name of this process, in letters that any file system takes."""
    return f"{_machine()}-{_boot()}-{os.getpid()}-{_started(os.getpid())}"


def who() -> str:
    """Say in Dutch who this is, for a person who has to wait: user, machine and process."""
    return f"{person()} (proces {os.getpid()})"


def person() -> str:
    """Say in Dutch who is at work: user and machine."""
    import getpass  # only for who writes

    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = "onbekend"
    return f"{user} op {_host()}"


def is_gone(code: str, touched: float) -> bool:
    """Tell whether the process of a name is surely gone; `touched` is when its work was last written to, by the clock.

    Another machine's never is, nor one of a machine that looks like this one but wrote after this one was started.
    """
    match = CODE.fullmatch(code)
    if match is None or match[1] != _machine():
        return False
    if match[2] != _boot():
        return touched < _boot_time()
    process = int(match[3])
    return not _is_running(process) or _started(process) != int(match[4])


@cache
def _machine() -> str:
    """Tell this machine from all others, and a container from its neighbours: they count processes apart."""
    known = (_read("/etc/machine-id"), _link("/proc/self/ns/pid"), _host())
    return _short("\n".join(known))


def _host() -> str:
    import socket  # only for who writes

    return socket.gethostname()


@cache
def _boot() -> str:
    return _short(_read("/proc/sys/kernel/random/boot_id"))


def _boot_time() -> float:
    """Give when this machine was started; long ago when the system does not say."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return 0.0 if clock is None else time.time() - time.clock_gettime(clock)


def _started(process: int) -> int:
    """Give when a process was started, in ticks since the boot; 0 when the system does not say."""
    fields = _read(f"/proc/{process}/stat").rpartition(")")[2].split()
    return int(fields[19]) if len(fields) > 19 else 0


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


if sys.platform == "win32":  # pragma: no cover

    def _is_running_on_windows(process: int) -> bool:
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return bool(kernel.GetLastError() == 5)  # access denied: it is there, and not ours
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _link(path: str) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""
