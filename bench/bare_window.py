"""An empty window after the same imports, with the same database opened: the least there is."""

import json
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path


def main(began_at_s: str, folder: str, modules_file: str) -> int:
    for name in json.loads(Path(modules_file).read_text(encoding="utf-8")):
        with suppress(ImportError):  # Some names in sys.modules are aliases made at run time.
            import_module(name)
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415

    from bench.by_hand import COUNT, ByHand  # noqa: PLC0415
    from bench.first_paint import FirstPaint, tell_usable  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    with ByHand(Path(folder)) as hand:
        hand.rows(COUNT)
        window = QMainWindow()
        window.resize(1280, 720)

        def on_painted() -> None:
            tell_usable(float(began_at_s))
            window.close()

        FirstPaint(window, on_painted)
        window.show()
        return application.exec()


sys.exit(main(*sys.argv[1:]))
