"""The part of one account: 「城乡社区支出中项目支出占多少」 is of that account, part and whole (款内占比).

What the tables print of an account in their columns is its 基本支出 and 项目支出; another account within it is a
part by its own name. A container that no account is known by gets no share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.model import Flow, Fund
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.column_of_place import in_place
from service.accounts.fund_part import of_fund_part
from service.accounts.lexicon import Lexicon
from service.accounts.named_whole import accounts, of_all_spent, with_named_whole
from service.model import CODED_KINDS, NUMERIC, OF_PARTS, PHRASE_KINDS, Operation, Plan, Ratio, Term

_SHARE = (
    r"(?:的)?(?:占比|比重|比例|份额"
    r"|所?占(?:了|到|比)?(?:多少|几成|百分之(?:几|多少)|多大|几分之几)?(?:的?(?:比重|比例|份额))?)"
)
#: 「X中的Y占比」, 「X里Y占多少」.
_WITHIN = regex(
    rf"(?<!占)(?P<whole>(?:(?!占(?![比用地道有]))[^，。？])+?)(?:之中|当中|中(?![小型央心医等学国外队层])|里|内(?![部设控]))(?:面|头)?[，,]?(?:的)?(?P<part>[^，。？]{{2,20}}?){_SHARE}(?:是?(?:多少|几成|百分之几|多大))?[?？。]*$"
)
#: 「事业单位医疗占医疗」, 「占养老支出的比重」; 「退休费在对个人和家庭的补助中的占比」.
_BEHIND = regex(
    r"占(?!(?:了|到)?(?:[比用地道有据]|多少|多大|几[成个分]|百分|总?比))(?:了|到)?(?P<whole>[^，。？；占]{2,24}?)(?:当中|之中|[里中])?(?:的)?(?:比重|比例|份额|百分之(?:几|多少)|百分比|几成|几分之几|多少|多大(?:比例|比重)?)?(?:是?(?:多少|几成|多大|百分之几))?[?？。]*$"
)
_AMID = regex(
    r"(?P<part>[^，。？在]{2,24}?)在(?P<whole>[^，。？]{2,24}?)(?:之中|当中|中|里面?|内)(?:所|的)*(?:占比|占的?(?:比重|比例|份额|百分之(?:几|多少)|几成|多少|多大(?:比例|比重)?)|比重|比例|份额)(?:是?(?:多少|几成|多大|百分之几))?[?？。]*$"
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
_LEVEL = regex(r"[（(][类款项][)）]")
_SPENT_OF = regex(r"(?<=..)(?:支出|经费|开支)$")
_STAGES = regex(
    r"(?:20)?\d\d年度?|年初|部门|单位|财政(?![拨监事])|(?<!公共)(?<!基金)(?<!经营)预算|决算|执行|安排|的|全年|当年|本年|全部|所有|整个|一年|总(?=支出)|[其这那它]"
)


def of_whole_said(plan: Plan, text: str, spans: Sequence[tuple[int, int]], lexicon: Lexicon) -> Plan:
    """The plan with the whole of a share that the question itself names, behind 占 or before 中, and with the
    column of a table that it names by its place."""
    words, spans = lexicon.words, (*spans, *_own_name(text, lexicon.bodies))
    plan = in_place(plan, text, spans, lexicon.facts)
    plan = within_account(with_named_whole(plan, text, spans, words), text, spans, words)
    return of_fund_part(plan, text, spans, lexicon.facts)


def within_account(
    plan: Plan, text: str, spans: Sequence[tuple[int, int]], words: Mapping[str, Term]
) -> Plan:
    """The plan with the account as the whole of a share of its own parts, where a question names one."""
    masked = "".join("，" if any(low <= i < high for low, high in spans) else c for i, c in enumerate(text))
    plan = of_all_spent(plan, _strange_whole(_OWN_BODY.sub("", masked)))
    if _is_strange(plan, masked, words):
        return replace(plan, ratio=Ratio(strange=_strange_whole(masked)))
    return _among(plan, masked, words)


def _own_name(text: str, bodies: Sequence[str]) -> list[tuple[int, int]]:
    """The place of the body's own name in short before all its money: 「占某镇全部支出」 of 某县某镇人民政府."""
    ends = {_OFFICE.sub("", fold(body)) for body in bodies}
    said = _NAMED_WHOLE.search(text)
    return (
        [said.span("who")]
        if said is not None and any(end.endswith(fold(said["who"])) for end in ends)
        else []
    )


_OFFICE = regex("(?:人民)?政府$|办事处$")
_NAMED_WHOLE = regex(r"占(?P<who>[\u4e00-\u9fff]{2,8}?)的?(?=全部|所有|整个|总|全年|当年|本年)")
#: A body's own name before all its money, masked like every name of a body.
_OWN_BODY = regex("(?<=占)，+的?(?=全部|所有|整个|总|全年|当年|本年)")


def _among(plan: Plan, masked: str, words: Mapping[str, Term]) -> Plan:
    """The plan with the account that is named before 中 or 里 as the whole; ``masked`` has no body and no year."""
    match = _AMID.search(masked) or _WITHIN.search(masked)
    if match is None or plan.operation not in NUMERIC - OF_PARTS or plan.places or plan.condition is not None:
        return plan
    wholes, strange = _known(match["whole"], words)
    if plan.base is not None and plan.base.kind != "总额" and not wholes:
        wholes, strange = [(plan.base, None)], ""  # in other words than the account's own
    if any(term.kind in CODED_KINDS for term, _ in wholes):  # 「水土保持支出中」 is of that account alone
        wholes = [(term, own) for term, own in wholes if term.kind != "总额"]
    column = _COLUMNS.match(match["part"])
    if strange and plan.subject is not None and plan.subject.kind in PHRASE_KINDS:
        return plan  # a thing that is counted, of what the documents call it
    if strange or (not wholes and _LEVEL.search(match["whole"])):
        return replace(plan, ratio=Ratio(strange=match["whole"].strip("，的")))
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
    return _among_columns(_of_part(plan, match["part"], wholes, words))


def _known(said: str, words: Mapping[str, Term]) -> tuple[list[tuple[Term, Fund | None]], str]:
    """The accounts of a phrase as it stands, or without what says of which stage and body it is; what is none."""
    said = _LEVEL.sub("", said)
    exact = words.get(_SPENT_OF.sub("", fold(said.rsplit("的", 1)[-1]).strip("，,")))
    if exact is not None and exact.kind in CODED_KINDS:  # 「公共卫生支出」 holds the daily word 「卫生支出」
        return [(exact, None)], ""
    found, strange = accounts(said, words)
    return (found, strange) if found and not strange else accounts(_STAGES.sub("", said), words)


def _of_part(
    plan: Plan, part: str, wholes: Sequence[tuple[Term, Fund | None]], words: Mapping[str, Term]
) -> Plan:
    """The share of the one account that is named as the whole, where nothing was heard as one or it as the part."""
    whole = wholes[0][0] if len(wholes) == 1 else None
    if whole is None or whole.kind == "收入来源" or plan.operation is not Operation.SHARE:
        return plan
    if plan.base is not None and (plan.base.kind != "总额" or whole.kind == "总额"):
        return plan
    parts, _ = _known(part, words)
    own = parts[0][0] if len(parts) == 1 else plan.subject
    if own is not None and own.name == whole.name and own.kind in CODED_KINDS:
        return replace(plan, ratio=Ratio(strange=whole.name))  # a 款 and its only 项 of one name
    if own is None or own == whole:
        return plan
    return replace(plan, subject=plan.subject if plan.subject != whole else own, base=whole)


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
    wholes, strange = _known(said, words)
    named = not kind or kind in PHRASE_KINDS or kind in _COUNTED
    heard = any(term.kind != "总额" for term, _ in wholes)  # 支出 of 水上救助支出 is no account
    if said.startswith(("其他", "其它")) and all(not fold(t.name).startswith("其他") for t, _ in wholes):
        return not named
    return not named and not heard and len(strange) > 1 and not _HALF.fullmatch(said)


#: Things that are counted, whose whole is what a sentence lists them under.
_COUNTED = ("人员", "资产")
_HALF = regex(r"[大小]?半数?|一半|大头|多数|少数|绝?大?部分|首位|前列|第[一二三]")


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
