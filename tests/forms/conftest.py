"""The faces and the renderer that the tests of the paper share."""

from importlib.resources import files
from pathlib import Path

import pytest

from forms.renderer import PdfRenderer
from forms.typesetting.paper import PaperWriter
from forms.typesetting.typefaces import Typefaces
from resources.files import wording

FONTS = Path(str(files("resources").joinpath("fonts")))


@pytest.fixture(scope="session")
def faces():
    return Typefaces(FONTS)


@pytest.fixture(scope="session")
def paper(faces):
    return PaperWriter(faces)


@pytest.fixture(scope="session")
def renderer(faces):
    return PdfRenderer(faces, wording)
