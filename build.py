"""The front door: the command line and nothing else."""

import sys

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

if __name__ == "__main__":
    sys.exit(commands.main(sys.argv[1:]))
