"""Which face draws which character."""

import pytest

from forms.typesetting.typefaces import SHIPPED, Role, Typefaces
from tests.forms.conftest import FONTS
from tests.forms.small_fonts import small_font

NAMED_CHARACTERS = "𠮷𬘭䶮㛃喆𬭼龑Öé☐☑·—…“”《》〔〕①￥¥√×"


@pytest.mark.parametrize("role", Role)
def test_every_role_draws_every_character_that_names_and_forms_need(faces, role):
    assert [each for each in NAMED_CHARACTERS if faces.place(role, each) is None] == []


@pytest.mark.parametrize("first", range(0x20000, 0x2EBE1, 9973))
def test_rare_characters_of_extensions_b_to_f_have_a_face(faces, first):
    assert faces.missing_glyphs("".join(map(chr, range(first, first + 40)))) == ()


def test_what_the_bold_face_lacks_is_drawn_by_the_regular_one(faces):
    assert faces.place(Role.HEAVY, "协").face == "MediationSerif-Bold"
    assert faces.place(Role.HEAVY, "龘").face == "MediationSerif-Regular"
    assert faces.place(Role.SANS_BOLD, "龘").face == "MediationSans-Regular"


def test_missing_characters_are_named_once_in_their_order(faces):
    assert faces.missing_glyphs("张\U00031350三\n\u200b\U000e0100\U00031350") == ("\U00031350",)
    assert faces.missing_glyphs("\U00013000埃\U00013001\U00013000") == (
        "\U00013000",
        "\U00013001",
    )


def test_a_rare_face_is_opened_only_when_a_character_needs_it():
    faces = Typefaces(FONTS)
    faces.warm()
    opened = set(faces.opened_faces)
    assert opened == {name.removesuffix(".ttf") for name in SHIPPED.values()}
    faces.place(Role.BODY, "☐")
    assert set(faces.opened_faces) - opened == {"MediationRareA-Regular"}


def test_a_stations_own_faces_go_first_and_its_added_ones_last(tmp_path):
    own = small_font(tmp_path / "own.ttf")
    added = small_font(tmp_path / "added.ttf", characters={0x13000: "square"})
    faces = Typefaces(FONTS, chosen={Role.BODY: own}, added=[added])
    placed = [
        faces.place(role, character)
        for role, character in ((Role.BODY, "A"), (Role.SANS, "A"), (Role.BODY, "\U00013000"))
    ]
    assert [each.face for each in placed if each] == ["own", "MediationSans-Regular", "added"]
    assert faces.missing_glyphs("\U00013000") == ()
