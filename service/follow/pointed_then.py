"""What was spoken of, pointed at or left out: 「这项收入的口径是怎么定义的」, 「换成元」, 「里头的…」 (所指补全)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from ingest.model import Fund
from ingest.patterns import regex
from service.follow.conversation import Talk
from service.follow.in_turn import in_turn, way_of
from service.model import PHRASE_KINDS, Declined, Operation, Reason

_THIS = r"(?:那么?|请问|，)*(?:(?:这|那|该|此|上述|所谓)的?(?:一)?(?:项|笔|个|类|块|种|部分)?(?:收入|支出|科目|经费|费用|开支|资金|款项|指标|名词|概念|词|东西|钱)?|它|其)(?:的|在这里|在文件里|到底|究竟)*"
_MEANING = r"(?:统计)?(?:口径|定义|含义|意思|概念|内涵|涵义)"
#: What a thing is, of the one spoken of.
_DEFINED = regex(
    rf"^(?:{_THIS}(?:的)?(?:{_MEANING}|(?:是)?(?:怎么|怎样|如何|咋)(?:定义|界定|解释|理解|定的|规定)|(?:指|指的是|是指|反映|反映的是|核算)(?:的)?(?:什么|啥|哪)|什么意思|啥意思|是什么意思|是啥意思)"
    rf"|(?:那么?|它的?|其)?{_MEANING}(?=呢|是|$|怎|[？?]))[^，。？]{{0,12}}[？?。]*$"
)
#: A share or a count before: its amount in another unit.
_UNIT = regex(
    r"^(?:那么?|请|能不能|可以|帮我|把(?:它|这个数|金额)|都|再|改|，)*(?:换算?|折算?|折合|转换?|化|改|按|用|以)(?:成|为|作|到|写成)?(?P<unit>亿元?|万元?|元|块钱?)(?:来)?(?:表示|说|算|计算|计|为单位|是多少|多少|呢|吧|一下|看看|的话)*[？?。]*$"
)
_UNITS = {"亿": "亿元", "万": "万元", "块": "元", "块钱": "元"}
_OF_RATES = (Operation.SHARE, Operation.CHANGE_RATE, Operation.COMPLETION, Operation.TIMES)
#: What is within, said in other words than 其中.
_WITHIN = regex(
    r"^(?:那么?|，)*(?:这)?(?:里头|里面|里边|当中|这当中|这中间)(?:的)?(?=[\u4e00-\u9fff]{2})(?![都有是哪最一共占包分各又还几多])"
)

#: Spending and balance of the fund whose income was told, and the other way round.
_OF_FUND = regex(
    r"^(?:那么?|它的?|其|，)*(?:本年|当年)?(?P<what>支出|收入|年?[末底]?(?:的)?(?:结转和?结余|结余|结转))(?:呢|是|有|了|又|为)*(?:多少|几)?(?:钱|万元)?(?:呢|啊)?[？?。]*$"
)
_FUND_OF = {"政府性基金预算财政拨款收入": "政府性基金", "国有资本经营预算财政拨款收入": "国有资本经营预算"}
_FUND_SAID = {Fund.GOVERNMENT_FUND: "政府性基金", Fund.STATE_CAPITAL: "国有资本经营预算"}
#: The income or the money that was told of, pointed at: 「这块收入比前一年涨了多少」.
_POINTED = regex(
    r"^(?:那么?|请问|，)*(?:[这那该此]|上述)一?(?:项|笔|块|部分|类|种)(?P<what>收入|支出|开支|经费|费用|钱|资金)(?P<rest>(?![里中内之]|[来主都是从怎].{0,3}[什啥哪么]).{3,})$"
)
#: Whether the two that were told make a third.
_EQUAL = regex(
    r"^(?:那么?|它们|这)?(?:两者|二者|两项|两个|俩|两块)?(?:之和|合计|加起来|相加|一共|总共)(?:是不是|是否|正好|刚好|就)*(?:等于|就是|是不是就是)(?P<whole>[\u4e00-\u9fff“”]{2,12}?)(?:吗|么|嘛|吧)?[？?。]*$"
)


def pointed_then(text: str, talk: Talk) -> str | Declined:
    """The follow-up with what it points at said; the text itself where it points at nothing."""
    last = talk[-1] if talk else None
    if last is None:
        return text
    subject = last.plan.subject
    if subject is not None and subject.kind not in ("总额", *PHRASE_KINDS) and _DEFINED.match(text):
        return f"{subject.name}是什么意思"
    pointed = _POINTED.match(text)
    if pointed and subject is not None and subject.kind not in ("总额", *PHRASE_KINDS) and not last.plan.also:
        if (subject.kind == "收入来源") is (pointed["what"] == "收入"):
            return f"{subject.name}{pointed['rest']}"
        if pointed["what"] in ("收入", "支出", "开支"):
            told = f"前面说的是「{subject.name}」，不能确定「这项{pointed['what']}」指的是哪一项，请写出它的名称。"
            return Declined(Reason.LOW_CONFIDENCE, told)
    unit = _UNIT.match(text)
    if unit and subject is not None and last.plan.operation in _OF_RATES and not last.plan.also:
        return f"{subject.name}是多少{_UNITS.get(unit['unit'], unit['unit'])}"
    fund = _FUND_OF.get(subject.name, "") if subject is not None else ""
    fund = fund or (_FUND_SAID.get(last.plan.fund, "") if last.plan.fund is not None else "")
    of_fund = _OF_FUND.match(text) if fund and len(last.bodies) == 1 else None
    if of_fund:
        return f"{fund}{of_fund['what'] if of_fund['what'] in ('支出', '收入') else '年末结转和结余'}多少"
    equal = _EQUAL.match(text)
    names = [turn.plan.subject.name for turn in in_turn(talk)[-2:] if turn.plan.subject is not None]
    if equal and len(names) == 2 and way_of(in_turn(talk)) == "things":
        return f"{last.plan.entity}{last.years[0]}年{names[0]}加{names[1]}等于{equal['whole']}吗"
    return _WITHIN.sub("其中", text)
