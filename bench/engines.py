"""Our renderer and the others, each behind the same two calls."""

from importlib import import_module
from typing import Any, Protocol, cast

OURS = "ours"
MODULES = {
    OURS: "bench.ours",
    "weasyprint": "bench.peers.weasyprint_page",
    "fpdf2": "bench.peers.fpdf2_page",
    "typst": "bench.peers.typst_page",
}
PEERS = tuple(name for name in MODULES if name != OURS)


class Engine(Protocol):
    """Draws documents, and is kept between them as a program would keep it."""

    def draw(self, facts: Any) -> bytes:
        """Return the PDF: ours of a snapshot, the others' of a sheet."""
        ...


def engine(name: str) -> Engine:
    """Return one engine; nothing of the others is imported.

    Raises:
        ImportError, OSError: It is not installed, or a library of the system is not.
    """
    return cast("Engine", import_module(MODULES[name]).Drawing())


def omissions(name: str) -> str:
    """Return what an engine leaves out of our pages."""
    return str(import_module(MODULES[name]).OMITS)


def present() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the other engines that can be used here, and a sentence for each that cannot."""
    usable, sentences = [], []
    for name in PEERS:
        try:
            import_module(MODULES[name])
        except (ImportError, OSError) as error:
            sentences.append(
                f"{name} is left out: {str(error).splitlines()[0]} "
                "(`make bench` installs it; its system libraries are named in bench/README.md)."
            )
        else:
            usable.append(name)
    return tuple(usable), tuple(sentences)
