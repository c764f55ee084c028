"""Collects new sentences into the catalogue of English, and compiles it for the program."""

import subprocess
import sys
from pathlib import Path

from resources.translations.catalogue import read_catalogue, write_catalogue
from resources.translations.collect import sources_of

HERE = Path(__file__).parent
LANGUAGE = "en"


def main() -> int:
    """Bring ``app_en.ts`` and ``app_en.qm`` up to date; return 1 while something is missing."""
    catalogue = HERE / f"app_{LANGUAGE}.ts"
    sources = sources_of(HERE.parents[1])
    translations = read_catalogue(catalogue)
    write_catalogue(catalogue, LANGUAGE, sources, translations)
    missing = [source for source in sources if not translations.get(source)]
    for source in missing:
        sys.stdout.write(f"not translated: {source.context}: {source.text}\n")
    compiler = Path(sys.executable).with_name("pyside6-lrelease")
    target = catalogue.with_suffix(".qm")
    subprocess.run(  # noqa: S603  our own file, the compiler of the same environment
        [compiler, "-silent", str(catalogue), "-qm", str(target)], check=True
    )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
