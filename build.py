"""The front door: the command line and nothing else."""

import sys

from pressroom import still


def main(given: list[str]) -> int:
    """Runs a command; the exit status."""
    # Where nothing has changed since the last build, that is known before any library is loaded.
    if still.again(given):
        return 0
    try:
        from pressroom import commands
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "pressroom":
            raise
        sys.exit(
            f"Es fehlt das Paket „{missing.name}“. Bitte einmal einrichten: python3 -m venv .venv && "
            ".venv/bin/pip install -e .  und dann .venv/bin/python build.py  aufrufen "
            "(Windows: py -m venv .venv && .venv\\Scripts\\pip install -e . und .venv\\Scripts\\python build.py)."
        )
    return commands.main(given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
