import pytest

from db.pinyin import pinyin_keys


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("陈国强", {"chenguoqiang", "cgq", "c", "guoqiang", "gq", "qiang"}),
        ("单于飞", {"chanyufei", "cyf", "shanyufei", "syf"}),
        ("单国强", {"shanguoqiang", "danguoqiang", "sgq", "dgq"}),
        ("仇英", {"qiuying", "chouying", "qy", "cy"}),
        ("曾敏", {"zengmin", "cengmin"}),
        ("解澜", {"xielan", "jielan"}),
        ("区磊", {"oulei", "qulei"}),
        ("查娟", {"zhajuan", "chajuan"}),
        ("盖军", {"gejun", "gaijun"}),
        ("尉迟汀", {"yuchiting", "yct"}),
        ("云汀银行股份有限公司", {"yuntingyinhanggufenyouxiangongsi", "ytyhgfyxgs", "y"}),
        ("吕绿", {"lvlv", "ll"}),
    ],
)
def test_a_name_is_found_by(name, typed):
    assert typed <= set(pinyin_keys(name))


def test_a_long_name_is_found_from_its_beginning_only():
    assert "yinhanggufenyouxiangongsi" not in pinyin_keys("云汀银行股份有限公司")


@pytest.mark.parametrize("name", ["", "Li Na", "𠮷", "123"])
def test_a_name_without_known_characters_has_no_pinyin(name):
    assert pinyin_keys(name) == ()
