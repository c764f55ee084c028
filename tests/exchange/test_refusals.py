import json

import pytest

from tests.exchange.reading_room import SAMPLES, read, read_text, sample, told, warned

ID = "申请人第1人·证件号码"


def _spoiled(serial, *path_and_value):
    *path, last, value = path_and_value
    case = sample(serial)
    target = case
    for step in path:
        target = target[step]
    target[last] = value
    return case


@pytest.mark.parametrize(
    ("serial", "change", "place", "words"),
    [
        (1, ("申请人", 0, "证件号码", "330000198803121378"), ID, "校验位应为 9，现为 8"),
        (1, ("申请人", 0, "证件号码", "330000198803131379"), ID, "校验位应为 4，现为 9"),
        (1, ("申请日期", "2026-13-01"), "申请日期", "2026-13-01 不是有效日期：没有13月"),
        (1, ("协议", "签署日期", "2026-13-05"), "协议·签署日期", "没有13月"),
        (1, ("分期计划", "首期到期", "2026-02-30"), "分期计划·首期到期", "2026年2月没有30日"),
        (1, ("调解日期", 1, "2026/03/05"), "调解日期第2项", "应写成 2026-03-05 的样子"),
        (1, ("申请人", 0, "出生日期", "0988-03-12"), "申请人第1人·出生日期", "1900 至 2199"),
        (1, ("申请人", 0, "姓各", "某"), "申请人第1人·姓各", "是否应为“姓名”？"),
        (1, ("诉求金颔", {}), "诉求金颔", "是否应为“诉求金额”？"),
        (1, ("remark", "x"), "remark", "不认识的项目“remark”，请删去或者改正"),
        (1, ("x" * 99, "x"), f"{'x' * 30}…", "不认识的项目"),
        (1, ("被申请人", []), "被申请人", "缺少必填内容：被申请人"),
        (1, ("申请人", 0, "姓名", " "), "申请人第1人·姓名", "缺少必填内容：姓名"),
        (1, ("诉求金额", "金额", "8765.432"), "诉求金额·金额", "有3位小数"),
        (1, ("分期计划", "总额", "0.001"), "分期计划·总额", "有3位小数"),
        (1, ("诉求金额", "金额", -1), "诉求金额·金额", "是负数"),
        (1, ("诉求金额", "金额", True), "诉求金额·金额", "文件中是true"),
        (1, ("诉求金额", "金额", "1\ud800"), "诉求金额·金额", "“1\\ud800”不是金额"),
        (1, ("申请人", 0, "类型", "自然仁"), "申请人第1人·类型", "是否应为“自然人”？"),
        (1, ("申请人", 0, "类型", "外星来客"), "申请人第1人·类型", "可选：自然人、个体工商户"),
        (1, ("申请人", 0, "类型", 1), "申请人第1人·类型", "应为文字"),
        (1, ("申请人", ["顾喆安"]), "申请人第1人", "应为一组项目 {…}，文件中是“顾喆安”"),
        (1, ("申请人", {}), "申请人", "应为列表 […]，文件中是一组项目 {…}"),
        (1, ("申请人", 0, "姓名", 5), "申请人第1人·姓名", "文件中是数字 5"),
        (1, ("申请人", 0, "姓名", "顾\x00"), "申请人第1人·姓名", "U+0000"),
        (1, ("申请人", 0, "姓名", "\ud800"), "申请人第1人·姓名", "U+D800"),
        (1, ("申请人", 0, "年龄", 50), "申请人第1人·年龄", "应为37岁"),
        (1, ("申请人", 0, "年龄", 37.5), "申请人第1人·年龄", "应为 0 至 150 的整数"),
        (1, ("申请人", 0, "年龄", "37"), "申请人第1人·年龄", "应为整数（不加引号）"),
        (1, ("申请人", 0, "出生日期", "1988-03-13"), "申请人第1人·出生日期", "1988-03-12 不一致"),
        (1, ("申请人", 0, "联系方式", "1540000000"), "申请人第1人·联系方式", "应为11位"),
        (1, ("调解日期", ["2026-03-02"]), "调解次数", "调解日期有1个"),
        (1, ("调解结果", "谈好了"), "调解结果", "可选：调解中"),
        (1, ("协议", "谈好了"), "协议", "应为一组项目 {…}"),
        (1, ("协议", "协议内容", "一条"), "协议·协议内容", "应为列表 […]"),
        (1, ("协议", "协议内容", [None]), "协议·协议内容第1条", "文件中是空值 null"),
        (1, ("协议", "协议内容", [[]]), "协议·协议内容第1条", "文件中是列表 […]"),
        (1, ("司法确认", "是否申请", "是"), "司法确认·是否申请", "应为true（是）或者 false（否）"),
        (1, ("司法确认", "协议生效日", "2026-03-04"), "司法确认·协议生效日", "应为 2026-03-05"),
        (11, ("司法确认", "协议生效日", "2026-04-28"), "司法确认·协议生效日", "应为 2026-04-27"),
        (12, ("司法确认", "协议生效日", "2026-04-28"), "司法确认·协议生效日", "没有协议"),
        (12, ("分期计划", {"期数": 2}), "分期计划", "没有协议，不能有分期计划"),
        (1, ("分期计划", 60), "分期计划", "应为一组项目 {…}"),
        (1, ("分期计划", "总额", "0.05"), "分期计划", "不足 0.01 元"),
        (1, ("分期计划", "年利率", 3.6), "分期计划·年利率", '例如 "3.85%"'),
        (1, ("分期计划", "年利率", "3.6%"), "分期计划", "等分还款不计利息"),
        (8, ("分期计划", "期数", 3), "分期计划·期数", "逐期列出的有2期"),
        (8, ("分期计划", "总额", "5.00"), "分期计划", "应等于总额 5.00 元"),
        (8, ("分期计划", "第4期", "2028-01-01 1.00"), "分期计划", "缺少第3期"),
        (8, ("分期计划", "第2期", "2027-03-31"), "分期计划·第2期", "应写成“到期日 金额”"),
        (8, ("分期计划", "第2期", "2027-02-31 5.00"), "分期计划·第2期", "2月没有31日"),
        (8, ("分期计划", "第2期", "2026-09-30 5.00"), "分期计划", "应晚于第1期"),
    ],
)
def test_a_spoiled_fact_is_told_in_one_sentence_with_its_place(serial, change, place, words):
    result = read(_spoiled(serial, *change))
    assert result.cases == ()
    ((where, sentence),) = told(result)
    assert where == place
    assert words in sentence
    assert "\ud800" not in sentence


def test_a_misspelt_mandatory_key_is_told_once():
    case = sample()
    case["申请人"][0]["姓 名"] = case["申请人"][0].pop("姓名")
    assert told(read(case)) == [("申请人第1人·姓 名", "不认识的项目“姓 名”，是否应为“姓名”？")]


def test_all_that_is_wrong_with_a_case_is_told_at_once():
    case = sample()
    for key in ("案件编号", "纠纷类型", "申请人"):
        del case[key]
    case["申请日期"] = "2026-02-30"
    case["被申请人"][0]["委托代理人"]["证件号码"] = "1"
    result = read(case)
    assert {refusal.case for refusal in result.refusals} == {"第1个案例"}
    assert [place for place, _ in told(result)] == [
        "案件编号、纠纷类型、申请人",
        "申请日期",
        "被申请人第1人·委托代理人·证件号码",
    ]


def test_one_bad_case_does_not_stop_the_others():
    values = SAMPLES | {"案例": [sample(1), _spoiled(3, "申请日期", "x"), sample(4), "x"]}
    result = read(values)
    assert [case.serial for case in result.cases] == [1, 4]
    assert [refusal.case for refusal in result.refusals] == [
        "（2026）云临金人调字第3号",
        "第4个案例",
    ]


def test_the_second_of_two_cases_with_one_number_is_refused():
    result = read([sample(1), sample(3), sample(1)])
    assert [case.serial for case in result.cases] == [1, 3]
    assert told(result) == [("案件编号", "与本文件第1个案例的案件编号相同，不能重复")]


def test_what_is_wrong_outside_the_cases_refuses_the_file():
    whole: list[object] = [
        SAMPLES | {"案列": []},
        SAMPLES | {"案例": {}},
        SAMPLES | {"调解组织": {"名": "x"}},
        SAMPLES | {"调解组织": {"名称": "x", "调解员名册": ["沈砚秋"]}},
        {"案例": []},
        {},
        [],
    ]
    for spoiled in whole:
        result = read(spoiled)
        assert result.cases == ()
        assert result.refusals[0].case == ""


def test_a_key_that_stands_twice_is_refused():
    text = json.dumps(sample(), ensure_ascii=False)
    text = text.replace('"性别": "男"', '"性别": "男", "性别": "女"')
    assert told(read_text(text)) == [("申请人第1人·性别", "这一项写了不止一次，请只保留一处")]


def test_a_party_has_two_agents_at_most():
    case = sample()
    agent = case["被申请人"][0]["委托代理人"]
    case["被申请人"][0]["委托代理人"] = [agent, agent]
    assert len(read(case).cases[0].parties[1].agents) == 2
    case["被申请人"][0]["委托代理人"] = [agent, agent | {"姓名": ""}, agent]
    assert told(read(case)) == [
        ("被申请人第1人·委托代理人", "最多2人，文件中有3人"),
        ("被申请人第1人·委托代理人第2人·姓名", "缺少必填内容：姓名"),
    ]


def test_terms_are_words_or_structured_but_not_both():
    case = _spoiled(1, "协议", "条款", [{"类型": "道歉", "内容": "当面道歉"}])
    assert told(read(case)) == [("协议·条款", "“协议内容”与“条款”只能写一种")]


@pytest.mark.parametrize(
    ("record", "place", "words"),
    [
        ({"身份": "当事人", "签署人": "张三"}, "第1条·签署人", "当事人中没有“张三”"),
        ({"身份": "当事人"}, "第1条·签署人", "缺少必填内容：签署人"),
        ({"身份": "人民调解员", "签署人": " "}, "第1条·签署人", "缺少必填内容：签署人"),
        ({"身份": "证人", "签署人": "张三"}, "第1条·身份", "没有“证人”这一选项"),
    ],
)
def test_a_signature_needs_somebody_who_signs(record, place, words):
    case = sample(3)
    case["协议"]["签署记录"] = [record | {"日期": "2026-05-20"}]
    del case["协议"]["签署日期"]
    del case["司法确认"]["协议生效日"]
    ((where, sentence),) = told(read(case))
    assert where == f"协议·签署记录{place}"
    assert words in sentence


def test_days_must_agree_with_the_signature_records():
    case = sample(3)
    case["协议"]["签署记录"] = [
        {"身份": "当事人", "签署人": "许𬘭", "日期": "2026-05-19"},
    ]
    assert told(read(case)) == [
        ("协议·签署日期", "签署日期 2026-05-20 与签署记录不符，应为 2026-05-19"),
        ("司法确认·协议生效日", "协议尚未签署齐全，不能有协议生效日"),
    ]


@pytest.mark.parametrize(
    ("serial", "change", "place", "words"),
    [
        (1, ("申请人", 0, "性别", "女"), "申请人第1人·性别", "第17位表示“男”"),
        (
            1,
            ("被申请人", 0, "统一社会信用代码", "91990000MA00CC0212"),
            "被申请人第1人·统一社会信用代码",
            "校验码应为 1",
        ),
        (1, ("期限", "受理日期", "2026-02-23"), "期限·受理日期", "早于申请日期"),
        (1, ("协议", "金额", "99999.99"), "分期计划", "协议金额为 99,999.99 元"),
        (1, ("调解日期", None), "调解次数", "没有写调解日期"),
    ],
)
def test_what_may_be_right_is_a_warning_and_refuses_nothing(serial, change, place, words):
    result = read(_spoiled(serial, *change))
    assert len(result.cases) == 1
    ((where, sentence),) = warned(result)
    assert where == place
    assert words in sentence


def test_a_later_day_of_effect_is_the_day_of_the_seal():
    (case,) = read(_spoiled(1, "司法确认", "协议生效日", "2026-03-09")).cases
    days = {each.kind.value: str(each.signed_on) for each in case.agreement.signatures}
    assert days == {
        "当事人": "2026-03-05",
        "人民调解员": "2026-03-05",
        "人民调解委员会印章": "2026-03-09",
    }


def test_a_key_that_is_not_there_yet_is_guessed_before_one_that_is():
    case = sample(1)
    person = case["申请人"][0]
    person["姓别"] = person.pop("性别")
    assert told(read(case)) == [("申请人第1人·姓别", "不认识的项目“姓别”，是否应为“性别”？")]
