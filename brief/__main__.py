"""Let `python -m brief` do what `brief` does."""

from brief.cli import main

if __name__ == "__main__":
    main()
