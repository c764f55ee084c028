"""Why the centre refused an edit, in words."""

from mediation_app.sentences import Sentence, say

_NO_ACCESS = say("您在中心库没有这个案件的填写权限，可能案件已移交；请联系案件现在的承办机构")
_BROKEN = say("这项修改在传输前已损坏，中心库无法读取，请重新填写")
_WORDS = {
    "no_access": _NO_ACCESS,
    "too_big": say("这项修改太大，中心库不接收，请把内容分开填写"),
    "id_reuse": say("这项修改的编号已被另一项使用，请重新填写"),
    "poison": say("中心库无法处理这项修改，已单独放在一边，请联系管理员"),
    "bad_mac": say("中心库不能证明曾接收过这项修改，请重新填写"),
    "malformed": _BROKEN,
    "bad_hash": _BROKEN,
}


def reason_in_words(reason: str) -> Sentence:
    """Return what a reason means and what a person can do."""
    return _WORDS.get(reason) or say("中心库没有接收这项修改（{reason}）", reason=reason)
