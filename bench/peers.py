#!/usr/bin/env python3
"""The same site built by this generator, Hugo and Pelican, turn by turn on the same machine.

    python3 bench/peers.py [--n 1000,5000] [--runs 3] [--serve 50]
    python3 bench/peers.py --report

One command from a clone; README.md beside this file tells what is measured and how.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import flavours, programs


def main() -> None:
    """Prepares, measures, reports."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--n", default="1000,5000", help="how many news, several with commas")
    parser.add_argument("--peers", default="ours,hugo,pelican")
    parser.add_argument("--modes", default="cold,warm,edit,title,base,serve,start")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--prepare", action="store_true", help="only write the sites and print where they are")
    options = parser.parse_args()
    corpus = flavours.load(options.corpus)
    for name in options.peers.split(","):
        programs.install(name)
        for n in options.n.split(","):
            ground = programs.Ground(programs.program(name), corpus, int(n))
            ground.prepare()
            print(ground.folder)


if __name__ == "__main__":
    main()
