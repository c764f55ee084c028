"""``python -m tests.life --steps 3000 --seed 1``: users do with cases whatever they like."""

import argparse

from tests.life.playing import play


def main() -> None:
    """Play, and say what was seen; a life that goes wrong is told step by step."""
    parser = argparse.ArgumentParser(prog="python -m tests.life", description=__doc__)
    parser.add_argument("--steps", type=int, default=3000, help="how many")
    parser.add_argument("--life", type=int, default=120, help="how many before all begin anew")
    parser.add_argument("--seed", type=int, default=1, help="of what the users do")
    words = parser.parse_args()
    print(f"seed {words.seed}:", play(words.steps, words.life, words.seed))  # noqa: T201


if __name__ == "__main__":
    main()
