"""Our own renderer, as the program makes it."""

from forms.renderer import PdfRenderer
from forms.typesetting.typefaces import Typefaces
from mediation_app.domain.documents import Snapshot
from resources import files


class Drawing:
    """Keeps the renderer between documents."""

    def __init__(self) -> None:
        self._renderer = PdfRenderer(Typefaces(files.fonts_dir()), files.wording)

    def draw(self, snapshot: Snapshot) -> bytes:
        return self._renderer.render(snapshot)
