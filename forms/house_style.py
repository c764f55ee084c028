"""The look of all forms: sizes, faces and distances after GB/T 9704-2012."""

from forms.typesetting.blocks import Paragraph
from forms.typesetting.lines import Align
from forms.typesetting.text import Inlines, Run, Style
from forms.typesetting.typefaces import Role

TITLE = Style(Role.HEAVY, 22)
BODY = Style(Role.BODY, 16)
HEADING = Style(Role.SANS_BOLD, 16)
DENSE = Style(Role.BODY, 12)
DENSE_LABEL = Style(Role.SANS_BOLD, 12)
FOOT = Style(Role.BODY, 10.5)
COVER_TITLE = Style(Role.HEAVY, 36)
LETTERHEAD = Style(Role.HEAVY, 18)
SLIP_TITLE = Style(Role.HEAVY, 16)
SLIP_TEXT = Style(Role.BODY, 12)
SLIP_LABEL = Style(Role.SANS_BOLD, 12)
SLIP_CODE = Style(Role.SANS_BOLD, 18)

TITLE_LEADING_PT = 36.0
BODY_LEADING_PT = 28.0
DENSE_LEADING_PT = 18.0
LETTERHEAD_LEADING_PT = 26.0
COVER_TITLE_LEADING_PT = 54.0
SLIP_LEADING_PT = 18.0
GAP_PT = 14.0
INDENT_CHARACTERS = 2

BLANK_NAME_PT = 96.0
BLANK_TEXT_PT = 160.0
BLANK_LINE_PT = 408.0
BLANK_LINES = 4
BLANK_YEAR_PT = 40.0
BLANK_DAY_PT = 26.0


def title(text: str, level: int = 0) -> Paragraph:
    """Return the title of a form, centred."""
    return Paragraph(
        (Run(text, TITLE),),
        TITLE_LEADING_PT,
        align=Align.CENTRE,
        keep_with_next=True,
        bookmark=(text, level),
    )


def heading(text: str, level: int = 1) -> Paragraph:
    """Return a heading of the first rank, which no page break parts from its text."""
    return Paragraph(
        (Run(text, HEADING),),
        BODY_LEADING_PT,
        first_indent_pt=INDENT_CHARACTERS * HEADING.size_pt,
        keep_with_next=True,
        bookmark=(text.rstrip("：:"), level),
    )


def body(inlines: Inlines | str, *, keep_with_next: bool = False) -> Paragraph:
    """Return a paragraph of the body, its first line indented by two characters."""
    return Paragraph(
        (Run(inlines, BODY),) if isinstance(inlines, str) else inlines,
        BODY_LEADING_PT,
        first_indent_pt=INDENT_CHARACTERS * BODY.size_pt,
        keep_with_next=keep_with_next,
    )


def dense(text: str, *, keep_with_next: bool = False) -> Paragraph:
    """Return a paragraph of small type, such as a list of what is attached."""
    return Paragraph(
        (Run(text, DENSE),),
        DENSE_LEADING_PT,
        first_indent_pt=INDENT_CHARACTERS * BODY.size_pt,
        keep_with_next=keep_with_next,
    )


def flush(inlines: Inlines, *, align: Align = Align.LEFT, leading_pt: float) -> Paragraph:
    """Return a paragraph that begins at the edge."""
    return Paragraph(inlines, leading_pt, align=align)
