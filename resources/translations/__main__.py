"""Collects new sentences into the catalogue of English, and compiles it for the program."""

import subprocess
import sys
from pathlib import Path

from resources.translations.catalogue import read_catalogue, write_catalogue
from resources.translations.collect import sources_of

HERE = Path(__file__).parent
LANGUAGE = "en"


def bring_up_to_date(root: Path, folder: Path) -> int:
    """Collect below the root, and write ``app_en.ts`` and ``app_en.qm`` into the folder.

    Returns 1 while something is not translated.
    """
    catalogue = folder / f"app_{LANGUAGE}.ts"
    sources = sources_of(root)
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
    sys.exit(bring_up_to_date(HERE.parents[1], HERE))
