"""The program itself: `brief` and `python -m brief`."""

from __future__ import annotations

import gc
import signal
import sys


def main() -> None:
    """Run `brief`. While it starts Ctrl-C just ends it; from then on the command says that it was stopped."""
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from brief.cli import main as run

        signal.signal(signal.SIGINT, usual)
        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # all memory goes back with the process: to look for garbage in it first costs a tenth of a second


if __name__ == "__main__":
    main()
