"""The program itself: `brief` and `python -m brief`."""

from __future__ import annotations

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


if __name__ == "__main__":
    main()
