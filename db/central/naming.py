"""What organisations and persons may be called, and where an organisation may stand."""

from db.central.installation import OLDEST_MAJOR
from mediation_app.domain.case_numbers import CaseNumber, read_case_number
from mediation_app.errors import CentralError
from mediation_app.ports.central import NewOrg
from mediation_app.sentences import Sentence, say

SERVERS_OWN = ("postgres", "template1")
"""Databases that every server has, for its own purposes."""
LONGEST_NAME = 100
LONGEST_WORD = 40
YEARS = (1900, 2999)
LAST_NUMBER = 100_000
"""As the schema has it: a series is begun in no other year, and not behind this number."""
_A_YEAR = 2026
_PARENTS = {
    "centre": (None,),
    "station": ("centre",),
    "room": ("centre",),
    "branch": ("station", "room"),
}
"""Below which kinds of organisation a kind may stand."""
_KINDS = {
    "centre": say("中心"),
    "station": say("调解站"),
    "room": say("调解室"),
    "branch": say("网点"),
}


def check_name(name: str) -> None:
    """Let through a name that fits on a line.

    Raises:
        CentralError: It is empty, too long, or holds characters that cannot be printed.
    """
    if not name.strip():
        raise refusal(say("名称不能空着"))
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise refusal(
            say("名称不行：应在 {count} 个字以内，不能换行或者含控制字符", count=LONGEST_NAME)
        )


def check_org_name(name: str) -> None:
    """Let through a name that cannot be taken for the number of an organisation.

    Raises:
        CentralError: It consists of digits, or is no name at all.
    """
    check_name(name)
    if name.isdigit():
        raise refusal(say("机构名称“{name}”不行：只有数字，会与机构的编号混淆", name=name))


def check_database(name: str, encoding: str, server_version: int) -> None:
    """Let through a database in which a centre can be.

    Args:
        name: Of the database.
        encoding: Of its texts.
        server_version: As the driver counts: 150020 is 15.20.

    Raises:
        CentralError: The server is too old, or the database is its own or writes otherwise.
    """
    if server_version // 10_000 < OLDEST_MAJOR:
        raise refusal(say("中心库需要 PostgreSQL {major} 以上", major=OLDEST_MAJOR))
    if name in SERVERS_OWN:
        raise refusal(
            say("{name} 是服务器自用的数据库，请另建一个，例如 createdb mediation", name=name)
        )
    if encoding != "UTF8":
        raise refusal(
            say(
                "数据库 {name} 的编码是 {encoding}，应为 UTF8：请另建一个，"
                "createdb --encoding=UTF8 --template=template0",
                name=name,
                encoding=encoding,
            )
        )


def check_case_word(word: str) -> None:
    """Let through a word whose case numbers can be read again; none is one, too.

    Raises:
        CentralError: It holds spaces, brackets or marks, or is too long.
    """
    number = CaseNumber(_A_YEAR, word, 1)
    is_readable = word.isalnum() and read_case_number(str(number)) == number
    if word and not (is_readable and len(word) <= LONGEST_WORD):
        raise refusal(
            say(
                "案号的字“{word}”不行：只能由汉字、字母和数字组成，在 {count} 个字以内，"
                "例如 云临金人调字",
                word=word,
                count=LONGEST_WORD,
            )
        )


def check_place(org: NewOrg, parent_kind: str | None) -> None:
    """Let through an organisation that may stand below one of this kind.

    Raises:
        CentralError: It belongs below another kind, or below none.
    """
    if parent_kind not in _PARENTS[org.kind]:
        above = "、".join(str(_KINDS[kind]) for kind in _PARENTS[org.kind] if kind)
        raise refusal(
            say(
                "{kind}的上级应是{above}，请写在 --parent 后面", kind=_KINDS[org.kind], above=above
            )
            if above
            else say("中心没有上级")
        )


def check_series(year: int, last: int) -> None:
    """Let through a year and a number up to which a series may be passed over.

    Raises:
        CentralError: One of them cannot be.
    """
    first_year, last_year = YEARS
    if not first_year <= year <= last_year:
        raise refusal(say("年份应在 {first} 到 {last} 之间", first=first_year, last=last_year))
    if not 1 <= last <= LAST_NUMBER:
        raise refusal(say("已用到第几号应在 1 到 {last} 之间", last=LAST_NUMBER))


def refusal(sentence: Sentence) -> CentralError:
    """Return what is raised where an administrator asks for something that cannot be."""
    return CentralError(sentence, is_refusal=True)
