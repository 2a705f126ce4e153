"""What was asked about one after the other: several years of a thing, several bodies, several things (逐个问过的).

「2017年多少」「2018呢」「2019呢」「合计」 adds up all three: never the last alone, and where it cannot be told what is
meant it is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex
from service.accounts.less import holds
from service.follow.conversation import Talk, Turn
from service.follow.outcome_then import BUDGETS
from service.model import PHRASE_KINDS, Declined, Operation, Reason, Term
from service.read.added_said import is_added

_LEAD = (
    r"(?:那么?|它们?|他们?|这些?|这[几两三四]?[个项年笔样家]|上面|以上|前面|刚才"
    r"|[这那]?[几两三四五六俩仨](?:个|项|年|笔|样|家|类|种|块|者)?|的|都|全部?|所有|再|总的|，|,)*"
)
_TAIL = (
    r"(?:的)?(?:一?下|起来|金额|数)?(?:是|有|为|得)?(?:多少|几何)?"
    r"(?:钱|万元|亿元|元)?(?P<unit>[件个项名人辆批次家台]{0,2})(?:呢|啊|呀)?[？?。！!]*"
)
#: What is asked of all of them together, and how it is asked of several years or bodies.
_ASKED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, regex(rf"^{_LEAD}(?:{pattern}){_TAIL}$"))
    for what, pattern in (
        ("sum", r"合计|[一总统拢]共|总计|共计|总和|之和|总数|总额|加总|汇总|相?加|[加合](?:起来|在?一起|一块儿?)"),
        ("gap", r"差额|差距|差值|相差|差"),
        ("times", r"(?:前者?)?是?(?:后者?|它)?的?(?:几|多少)倍|(?:两者)?(?:之比|比值|比率)"),
        (
            "order",
            r"(?:(?:按)?(?:金额|大小|多少)?[从由][大高多低少小]到[低少小高多大])?(?:地|来|给)?(?:怎么|如何)?排(?:个|一下|一排|列)?(?:序|名次?|队)?(?:一下|下来|看看)?"
            r"|[从由][大高多低少小]到[低少小高多大]",
        ),
        ("mean", r"平均|均值|平均下来|平均值|年均|平均每年"),
        (
            "rate",
            r"[增涨降]幅|增速|(?:增长|变化|变动|增减)率|(?:变化|变动)幅度"
            r"|(?:增长?|涨|上升|下?降|减少?)了?(?:百分之[几多]少?|几成|百分比)",
        ),
        ("change", r"增减|变化|变动|(?:增加?|涨|多|少|减少?|下?降|增长|上升|[多少][花用支])了?(?=多少|几)|变化了|差了"),
    )
)  # fmt: skip
_OF_YEARS = {
    "sum": "{all}加起来一共多少",
    "gap": "{first}和{last}相差多少",
    "mean": "{all}平均多少",
    "rate": "{last}比{first}增减百分之几",
    "order": "{all}哪年最{most}",
    "change": "{last}比{first}增减多少",
}
_OF_BODIES = {
    "sum": "{all}加起来一共多少",
    "gap": "{first}和{last}相差多少",
    "mean": "{all}平均多少",
    "times": "{first}是{last}的几倍",
    "order": "{all}{order}排序",
}
_UP = regex("[从由][小低少]到")
#: Kinds of which several may be added up, where none holds another; of things that are counted nobody can tell that.
_ADDABLE = frozenset((
    "支出结构", "三公经费", "会议培训", "功能分类", "经济分类", "收入来源", "政府采购", "结转结余",
))  # fmt: skip
#: Kinds whose accounts are items beside each other in the economic classification.
_BESIDE = frozenset(("三公经费", "会议培训"))
#: Kinds of what is counted, of which two of one sort alone may be added up.
_COUNTED = frozenset((*PHRASE_KINDS, "人员", "资产"))
#: Staff that is apart: nobody is of two of these.
_STAFF = regex(r"在职|(?<!离)退休|离休(?!和|及|、)")
_ITEM = 5
_SORTS = ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")


def asked_of_all(text: str, last: Turn) -> str:
    """What is asked of all that was spoken of: sum, gap, mean, rate or change; empty where the text says more, as
    「一共多少人」 does after money."""
    for what, pattern in _ASKED:
        said = pattern.match(text)
        if said is not None:
            return what if said["unit"] in ("", last.plan.count_unit) else ""
    return ""


def in_turn(talk: Talk) -> tuple[Turn, ...]:
    """The last turns that asked for the same in one way: of several years, bodies or things; oldest first."""
    run: list[Turn] = []
    for turn in reversed(talk):
        if not _is_one(turn) or any(_apart(turn, other) != _apart(run[0], run[-1]) for other in run[1:]):
            break
        if run and (not _apart(turn, run[0]) or any(_apart(turn, other) == "" for other in run)):
            break
        run.append(turn)
    return tuple(reversed(run))


def _is_one(turn: Turn) -> bool:
    """Whether a turn told one figure of one body and year."""
    plan = turn.plan
    one = len(turn.bodies) == 1 and len(turn.years) == 1 and not plan.also and not plan.stages
    return one and plan.subject is not None and plan.operation is Operation.LOOKUP


def _apart(one: Turn, other: Turn) -> str:
    """The one way in which two turns differ; empty where they differ in none or in several."""
    a, b = one.plan, other.plan
    if (a.stage, a.fund, a.breakdown, a.count_unit) != (b.stage, b.fund, b.breakdown, b.count_unit):
        return ""
    return only_way(one, other)


def only_way(one: Turn, other: Turn) -> str:
    """In which of years, bodies and things two turns differ; empty where in none or in several."""
    ways = {
        "years": one.years != other.years,
        "bodies": one.bodies != other.bodies,
        "things": one.plan.subject != other.plan.subject,
    }
    said = [way for way, differ in ways.items() if differ]
    return said[0] if len(said) == 1 else ""


def way_of(run: Sequence[Turn]) -> str:
    """In what the turns of a run differ: years, bodies or things; empty where there is one."""
    return _apart(run[0], run[1]) if len(run) > 1 else ""


def of_all(text: str, talk: Talk) -> str | Declined:
    """The follow-up with the years or bodies that it is of; the text itself where it is of things or of nothing."""
    if not talk:
        return text
    last = talk[-1]
    what = asked_of_all(text, last)
    if not what:
        return _of_one_sort(text, talk)
    if what != "sum" and not last.found:
        return text
    run = in_turn(talk)
    if what == "sum" and not all(turn.found for turn in talk[-len(run) - 1 :]):
        return _which()
    way = way_of(run)
    if way == "years":
        run = tuple(sorted(run, key=lambda turn: turn.years))
        names = [f"{turn.years[0]}年" for turn in run]
        whole = run[0].plan.subject is not None and run[0].plan.subject.kind == "总额"
        # Of a total the two that were told, not what is printed of another total.
        what = "gap" if what == "change" and whole and len(names) == 2 else what
        return _put(_OF_YEARS, what, names, text)
    if way == "bodies":
        return _put(_OF_BODIES, what, [turn.plan.entity for turn in run], text)
    if what == "gap" and _of_stages(talk):
        return "决算比预算多多少"
    made = _of_things(what, run)
    known = what != "sum" or things_of(run) or _is_several(last)
    return made or (text if known else _which())


def _of_things(what: str, run: Sequence[Turn]) -> str:
    """What is asked of things that were asked about in turn; empty where whoever adds them up knows them."""
    names = [turn.plan.subject.name for turn in run if turn.plan.subject is not None]
    if what == "times" and way_of(run) == "things" and len(names) == 2:
        return f"{names[0]}是{names[1]}的几倍"
    counted = _alike_counts(run) if what == "sum" else []
    if counted:
        return f"{counted[0]}和{counted[1]}一共多少"
    return ""


def _of_one_sort(text: str, talk: Talk) -> str | Declined:
    """「一共多少编制」 after two sorts of them; the text itself where it is not that."""
    said, run = _NOUN.match(text), in_turn(talk)
    units = {turn.plan.count_unit for turn in talk[-3:]} - {None}
    counted_in = _SUM_OF_COUNTS.match(text)
    if counted_in and counted_in["unit"] in units and not talk[-1].plan.count_unit:
        return _which()  # the last of them was not found
    if said is None or not all(_ends(turn, said["noun"]) for turn in run):
        return text
    counted = _alike_counts(run)
    return f"{counted[0]}和{counted[1]}一共多少" if counted else text


#: 「一共多少编制」 after 行政编制 and 事业编制.
_NOUN = regex(
    r"^(?:那么?|，)*(?:一共|总共|合计|共|加起来)(?:是|有)?(?:多少|几)[个名人辆]?(?:的)?(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:呢|啊)?[？?。]*$"
)


#: 「三类一共多少人」, of which the last was not found.
_SUM_OF_COUNTS = regex(
    rf"^{_LEAD}(?:一共|总共|合计|共|加起来)(?:是|有)?(?:多少|几)(?P<unit>[件个项名人辆批次家台]{{1,2}})(?:呢|啊)?[？?。]*$"
)


def _ends(turn: Turn, noun: str) -> bool:
    return turn.plan.subject is not None and turn.plan.subject.name.endswith(noun)


#: Operations over several things, whose sum may follow.
_SEVERAL = (
    Operation.LIST,
    Operation.SUM,
    Operation.TREND,
    Operation.COMPARE,
    Operation.DIFFERENCE,
    Operation.AVERAGE,
)


def _is_several(turn: Turn) -> bool:
    """Whether a turn told several figures at once."""
    plan = turn.plan
    many = len(turn.bodies) > 1 or len(turn.years) > 1 or plan.also or plan.stages
    return bool(many) or plan.operation in _SEVERAL


def of_sum(text: str, talk: Talk) -> str:
    """「合计」「占支出多少」: the share of what was added up, not of the first of it."""
    last = talk[-1] if talk else None
    if last is None or last.plan.subject is None or not last.plan.also or not _SHARE.match(text):
        return text
    if last.plan.operation is not Operation.SUM and not is_added(last.said):
        return text
    names = "和".join(term.name for term in (last.plan.subject, *last.plan.also))
    whole = "本年收入合计" if last.plan.subject.kind == "收入来源" else "本年支出合计"
    asked = f"占{whole}的比重" if _BARE.search(text) else _SHARE.sub("占", text)
    return f"{names}合计{asked}"


_SHARE = regex(r"^(?:那么?|它们?|一共|合计|总共|大概|又|共)*占")
#: A share of what is not said.
_BARE = regex(
    r"占了?(?:比|的?比[重例]|百分之[几多]少?|百分比|多少|几成|多大比[重例])?(?:是|有)?(?:多少)?(?:呢|啊)?[？?。]?$"
)


def _of_stages(talk: Talk) -> bool:
    """Whether the last two turns told budget and outcome of one thing."""
    if len(talk) < 2 or not all(_is_one(turn) for turn in talk[-2:]):
        return False
    one, other = talk[-2:]
    same = (one.bodies, one.years, one.plan.subject, one.plan.breakdown) == (
        other.bodies, other.years, other.plan.subject, other.plan.breakdown,
    )  # fmt: skip
    return same and (one.plan.stage in BUDGETS) != (other.plan.stage in BUDGETS)


def _put(rows: dict[str, str], what: str, names: Sequence[str], text: str) -> str:
    if what not in rows or (what in ("gap", "times") and len(names) != 2):
        return text
    up = _UP.search(text) is not None
    order, most = ("从小到大", "少") if up else ("从大到小", "多")
    return rows[what].format(all="、".join(names), first=names[0], last=names[-1], order=order, most=most)


def _alike_counts(run: Sequence[Turn]) -> list[str]:
    """The names of two counts whose last word is the same, and that are counted alike: 行政编制 and 事业编制."""
    names = [turn.plan.subject.name for turn in run if turn.plan.subject is not None]
    kinds = {turn.plan.subject.kind for turn in run if turn.plan.subject is not None}
    alike = len(names) == 2 and kinds <= _COUNTED and len({turn.plan.count_unit for turn in run}) == 1
    same = alike and names[0][-2:] == names[1][-2:] and (
        names[0][-2:] == "编制" or len({said[0] for n in names if (said := _STAFF.search(n))}) == 2
    )  # fmt: skip
    return names if same and way_of(run) == "things" and names[0] != names[1] else []


def things_of(run: Sequence[Turn]) -> tuple[Term, ...]:
    """The things that are added up, none of which holds another; none where they are not to be added."""
    if way_of(run) != "things":
        return ()
    terms = [turn.plan.subject for turn in run if turn.plan.subject is not None]
    rest = terms[1:]
    if len(rest) > 1 and all(holds(terms[0], term) for term in rest):
        terms = rest  # the whole was named first, then parts of it
    kinds = {_as_item(term) for term in terms}
    if not (kinds <= _BESIDE or (len(kinds) == 1 and kinds <= _ADDABLE)):
        return ()
    if kinds == {"政府采购"} and not all(term.name in _SORTS for term in terms):
        return ()
    return () if any(holds(one, other) for one in terms for other in terms) else tuple(terms)


def _as_item(term: Term) -> str:
    """The kind of a term; of an item of the economic classification that of the items beside it."""
    item = term.kind == "经济分类" and len(term.code) >= _ITEM
    return "会议培训" if item else term.kind


def _which() -> Declined:
    return Declined(
        Reason.AMBIGUOUS,
        "不能确定要合计的是哪几项，所以没有给出。请把要相加的几项一并写出，例如「差旅费和培训费一共多少」。",
    )
