"""The kinds of disputes from which invented cases are made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dispute:
    """A kind of dispute; ``{amount}`` and ``{day}`` are filled in."""

    name: str
    category: str
    subcategory: str
    cause: str
    facts: str
    issues: str
    requests: tuple[str, ...]
    terms: tuple[str, ...]
    claim_cents: tuple[int, int]
    """The least claim, and what every claim is below."""
    is_about_cards: bool = False
    """True where a card centre answers and the debt is paid in instalments."""


DISPUTES = (
    Dispute(
        "信用卡纠纷",
        "银行卡",
        "信用卡个性化分期",
        "管理制度、业务规则与流程",
        "申请人持有被申请人发行的信用卡，因收入减少未能按期还款，尚欠人民币{amount}元。"
        "申请人请求按还款能力分期归还，双方就期数未能一致。",
        "欠款如何分期归还；已生利息及违约金可否减免。",
        ("将欠款人民币{amount}元分期归还", "减免利息及违约金"),
        (
            "双方确认尚欠人民币{amount}元，自{day}起分期归还，各期金额及日期见分期计划。",
            "申请人按期足额还款的，被申请人不再计收新的利息和违约金。",
        ),
        (500_000, 15_000_000),
        is_about_cards=True,
    ),
    Dispute(
        "理财产品纠纷",
        "自营理财",
        "净值型理财产品",
        "信息披露",
        "申请人在手机银行购买净值型理财产品，赎回时亏损人民币{amount}元，主张风险提示不足。",
        "风险提示是否到位；亏损如何分担。",
        ("赔偿亏损人民币{amount}元",),
        (
            "被申请人于{day}前一次性补偿申请人人民币{amount}元。",
            "双方就该笔交易再无其他争议。",
        ),
        (100_000, 5_000_000),
    ),
    Dispute(
        "保险代理销售纠纷",
        "银行代理业务",
        "代理销售保险",
        "营销方式和手段",
        "申请人到网点办理存款，经推介投保年金保险，缴费人民币{amount}元，称误认为是存款。",
        "销售过程中告知是否充分；退保如何退费。",
        ("解除保险合同", "退还保费人民币{amount}元"),
        ("被申请人协助办理退保，并于{day}前支付差额，合计人民币{amount}元。",),
        (1_000_000, 10_000_000),
    ),
    Dispute(
        "支付服务纠纷",
        "支付结算",
        "快捷支付",
        "消费者资金安全",
        "申请人账户在数日内被快捷支付扣款共人民币{amount}元，称并非本人操作。",
        "开通环节是否核验身份；款项如何退回。",
        ("退回扣款人民币{amount}元", "关闭免密支付"),
        ("被申请人于{day}前退回人民币{amount}元，并于当日关闭免密支付功能。",),
        (10_000, 2_000_000),
    ),
    Dispute(
        "住房贷款纠纷",
        "贷款",
        "个人住房贷款",
        "合同条款",
        "申请人提前结清住房贷款时被收取补偿金人民币{amount}元，认为合同与须知的表述不一致。",
        "提前还款补偿金的收取依据与金额。",
        ("退还补偿金人民币{amount}元",),
        ("被申请人于{day}前退还申请人人民币{amount}元。",),
        (100_000, 3_000_000),
    ),
    Dispute(
        "收费纠纷",
        "其他中间业务",
        "短信服务费",
        "自主选择权",
        "申请人发现账户被扣短信服务费共人民币{amount}元，称未曾签约。",
        "短信服务是否经本人同意开通。",
        ("退还人民币{amount}元并取消服务",),
        ("被申请人于{day}前退还人民币{amount}元并取消短信收费服务。",),
        (500, 20_000),
    ),
    Dispute(
        "汇款差错纠纷",
        "支付结算",
        "资金汇划",
        "管理制度、业务规则与流程",
        "申请人汇款时户名与账号不符，款项入他人账户，尚有人民币{amount}元未追回。",
        "户名核验义务与剩余款项。",
        ("赔偿人民币{amount}元",),
        ("被申请人于{day}前垫付人民币{amount}元，并取得向收款人追偿的权利。",),
        (50_000, 4_000_000),
    ),
)
