"""The part of one account: 「城乡社区支出中项目支出占多少」 is of that account, part and whole (款内占比).

What the tables print of an account in their columns is its 基本支出 and 项目支出; another account within it is a
part by its own name. A container that no account is known by gets no share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.model import Flow, Fund
from ingest.patterns import regex
from service.accounts.fund_part import of_fund_part
from service.accounts.lexicon import Lexicon
from service.accounts.named_whole import accounts, with_named_whole
from service.model import CODED_KINDS, NUMERIC, OF_PARTS, PHRASE_KINDS, Operation, Plan, Ratio, Term

_SHARE = r"(?:的)?(?:占比|比重|比例|占(?:了|到|比)?(?:多少|几成|百分之(?:几|多少)|多大)?|份额)"
#: 「X中的Y占比」, 「X里Y占多少」.
_WITHIN = regex(
    rf"(?P<whole>[^，。？]+?)(?:之中|当中|中(?![小型央心医等学国外队层])|里|内(?![部设控]))(?:面|头)?[，,]?(?:的)?(?P<part>[^，。？]{{2,20}}?){_SHARE}(?:是?(?:多少|几成|百分之几|多大))?[?？。]*$"
)
#: 「事业单位医疗占医疗」, 「占养老支出的比重」.
_BEHIND = regex(
    r"占(?![比用地道有据多几百总全整大了到])(?P<whole>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:比重|比例|份额|百分之(?:几|多少)|几成|多少|多大)?[?？。]*$"
)
#: Columns of an account in the tables.
_COLUMNS = regex(r"^(?P<column>基本支出|项目支出|基本|项目)(?:支出)?(?:经费|金额|部分)?$")
#: Money by its source, which no column of an account is divided by.
_SOURCES = (
    ("财政拨款", Fund.APPROPRIATION),
    ("一般公共预算", Fund.GENERAL),
    ("政府性基金", Fund.GOVERNMENT_FUND),
)
#: Accounts that hold some of what stands in a table of its own too, with all of it.
_CONTAINERS, _TWICE = ("经济分类", "机关运行"), ("三公经费", "会议培训")
_STAGES = regex(
    r"(?:20)?\d\d年度?|年初|部门|单位|财政(?![拨监事])|(?<!公共)(?<!基金)(?<!经营)预算|决算|执行|安排|的|全年|当年|本年|全部|所有|整个|一年|总(?=支出)|[其这那它]"
)


def of_whole_said(plan: Plan, text: str, spans: Sequence[tuple[int, int]], lexicon: Lexicon) -> Plan:
    """The plan with the whole of a share that the question itself names, behind 占 or before 中."""
    words = lexicon.words
    plan = within_account(with_named_whole(plan, text, spans, words), text, spans, words)
    return of_fund_part(plan, text, spans, lexicon.facts)


def within_account(
    plan: Plan, text: str, spans: Sequence[tuple[int, int]], words: Mapping[str, Term]
) -> Plan:
    """The plan with the account as the whole of a share of its own parts, where a question names one."""
    masked = "".join("，" if any(low <= i < high for low, high in spans) else c for i, c in enumerate(text))
    if _is_strange(plan, masked, words):
        return replace(plan, ratio=Ratio(strange=_strange_whole(masked)))
    match = _WITHIN.search(masked)
    if match is None or plan.operation not in NUMERIC - OF_PARTS or plan.places or plan.condition is not None:
        return plan
    wholes, strange = accounts(_STAGES.sub("", match["whole"]), words)
    if plan.base is not None and plan.base.kind != "总额" and (strange or not wholes):
        wholes, strange = [(plan.base, None)], ""  # in other words than the account's own
    if any(term.kind in CODED_KINDS for term, _ in wholes):  # 「水土保持支出中」 is of that account alone
        wholes = [(term, own) for term, own in wholes if term.kind != "总额"]
    column = _COLUMNS.match(match["part"])
    if strange and plan.subject is not None and plan.subject.kind in PHRASE_KINDS:
        return plan  # a thing that is counted, of what the documents call it
    if strange:
        return replace(plan, ratio=Ratio(strange=match["whole"]))
    if column is not None:
        return _of_column(plan, wholes, match["whole"], column["column"][:2] + "支出")
    fund = next((fund for word, fund in _SOURCES if match["part"].startswith(word)), None)
    kind = wholes[0][0].kind if len(wholes) == 1 else ""
    if fund is not None and kind in CODED_KINDS and plan.base is None:
        of_all = Ratio(((wholes[0][0], fund),), ((wholes[0][0], Fund.ALL),))
        spent = replace(plan, subject=wholes[0][0], breakdown=None, fund=None, flow=Flow.EXPENDITURE)
        return replace(spent, operation=Operation.SHARE, ratio=of_all)
    if fund is not None and kind == "支出结构":
        whole = wholes[0][0]
        return replace(plan, operation=Operation.SHARE, ratio=Ratio(((whole, fund),), ((whole, None),)))
    return _among_columns(plan)


def _strange_whole(text: str) -> str:
    """What stands behind 占 and before the word for a share."""
    said = _BEHIND.search(text)
    return said["whole"] if said is not None else ""


def _is_strange(plan: Plan, text: str, words: Mapping[str, Term]) -> bool:
    """Whether a share is asked of something behind 占 that no account is known by: 「占医疗」."""
    said = _strange_whole(text)
    if not said or plan.operation is not Operation.SHARE or plan.base is not None or plan.ratio is not None:
        return False
    kind = plan.subject.kind if plan.subject is not None else ""
    wholes, strange = accounts(_STAGES.sub("", said), words)
    return kind in CODED_KINDS and not wholes and len(strange) > 1


def _among_columns(plan: Plan) -> Plan:
    """「商品和服务支出中会议费占比」: the 会议费 of that account, not that of all money in another table."""
    subject, base = plan.subject, plan.base
    if subject is None or base is None or base.kind not in _CONTAINERS or subject.kind not in _TWICE:
        return plan
    return replace(plan, subject=replace(subject, kind="经济分类"))


def _of_column(plan: Plan, wholes: Sequence[tuple[Term, object]], said: str, column: str) -> Plan:
    if len(wholes) == 1 and wholes[0][0].kind in CODED_KINDS:
        whole = wholes[0][0]
        return replace(
            plan,
            operation=Operation.SHARE,
            subject=whole,
            base=whole,
            breakdown=column,
            explained=1.0,
            also=(),
        )
    if not wholes or (len(wholes) == 1 and wholes[0][0].kind == "总额"):
        return plan  # 「总支出中项目支出占多少」
    return replace(plan, ratio=Ratio(strange=said))
