"""A follow-up of several that were asked about in turn, written out with their names (接话补全).

「规划局支出」「财政局呢」「多多少」 is the one against the other; 「会议费」「培训费呢」「分别增加多少」 is of both. The
question that is made stands for itself and is answered as such; what cannot be made is left as it is, or asked back.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Stage
from ingest.patterns import regex
from service.accounts.less import holds
from service.follow.conversation import Talk, Turn
from service.follow.in_turn import only_way
from service.model import Declined, Operation, Reason
from service.read.added_said import is_added
from service.read.terms import reads_in

_LEAD = r"^(?:那么?|它们?|他们?|这?[两二三四]?[个项者家年]|俩|，)*"
_END = r"(?:个?(?:百分点|钱|万元|元))?(?:呢|啊)?[？?。！!]*$"
_WORD = r"(?:百分之[几多]少?|几倍|几成|多少|几)"
_MOVED = r"(?:比(?:上一?年|去年|前一年|20\d\d年)?|同比)?(?:增加?|增长|减少?|下?降|上?涨|变化|变动|增减|上升)(?:了|的)?"
#: How far the one is from the other.
_GAP = regex(rf"{_LEAD}(?:谁)?(?P<how>多|少|高|低|大|小)(?:出|了)*(?P<much>{_WORD}){_END}")
_ONE_MORE = regex(
    rf"^(?:那么?)?(?P<who>[\u4e00-\u9fff]{{2,14}}?)(?:比它|比后者|比前者)?(?P<how>多|少|高|低)(?:出|了)*(?P<much>{_WORD}){_END}"
)
#: What is worked out of each, or picked by it.
_EACH = regex(
    rf"{_LEAD}(?:(?:分别|各自?)[^，。？]{{0,8}}(?:{_MOVED}|占|[少多]花)|(?:哪一?[个项家]|谁)的?(?:是)?{_MOVED}(?:得)?[多少快慢大猛]?)"
)
#: What is worked out of all of them together.
_TOGETHER = regex(
    rf"{_LEAD}(?:合计|一共|总共|共|加起来|合起来|之和|总和)(?P<tail>(?:的)?(?:占|{_MOVED}{_WORD}|(?P<side>[多少])了?多少|比[^，。？]{{1,8}}(?:多|少|增|减|高|低)).*)$"
)
_SUM_ALONE = regex(rf"{_LEAD}(?:合计|一共|总共|加起来|总和)(?:是)?(?:多少)?{_END}")
_CHANGE = regex(rf"{_LEAD}(?:{_MOVED}|[多少](?:了|出)?)(?P<much>{_WORD}){_END}")
_YEAR = regex(r"^(?:那么?)?(?P<year>(?:20)?\d\d年)(?:度)?(?:的)?呢[？?]?$")
#: Operations of which one figure is told, so that several in turn make a group.
_ALIKE = (Operation.LOOKUP, Operation.CHANGE, Operation.CHANGE_RATE)
_SIDES = {"多": "增加", "少": "减少"}
_STAGES = {Stage.BUDGET: "预算", Stage.INITIAL_BUDGET: "年初预算"}


def spelled_out(text: str, talk: Talk) -> str | Declined:
    """The follow-up with those that it is of; the text itself where it is of none or one."""
    if not talk:
        return text
    last = talk[-1]
    summed = last.plan.operation is Operation.SUM or is_added(last.said)
    if last.plan.condition is not None and _TOGETHER.match(text):
        return _which()
    if summed and (made := _after_sum(text, talk)):
        return made
    run = _run(talk)
    way = _way(run[0], run[1]) if len(run) > 1 else ""
    return _of_run(text, run, way) or _of_several(text, last) or text


def _of_run(text: str, run: Sequence[Turn], way: str) -> str:
    """Of those that were asked about one by one."""
    gap, together = _GAP.match(text), _TOGETHER.match(text)
    if way == "years" and gap and len(run) == 2 and gap["much"].startswith("百"):
        low, high = sorted(turn.years[0] for turn in run)
        return f"{high}年{_thing(run[0])}比{low}年增减百分之几" if _thing(run[0]) else ""
    names = _names(run, way)
    if not names:
        return ""
    what = _thing(run[-1]) if way == "bodies" else ""
    more = _ONE_MORE.match(text)
    if gap and len(names) == 2:
        return _gap(names, what, gap["much"], gap["how"])
    if more and len(names) == 2 and way == "bodies" and (meant := _meant(more["who"], names)):
        return _gap(meant, what, more["much"], more["how"], named=True)
    if way != "years" and together:
        changed = run[-1].plan.operation is Operation.CHANGE
        side = _SIDES.get(together["side"] or "", "") if changed else ""
        return f"{'、'.join(names)}{what}合计{f'比上年{side}多少' if side else together['tail']}"
    return f"{'、'.join(names)}{what}{text}" if way != "years" and _EACH.match(text) else ""


def _of_several(text: str, last: Turn) -> str:
    """Of the accounts, or the account of several bodies, that were asked about at once."""
    together, things = _TOGETHER.match(text), _things(last)
    if _SUM_ALONE.match(text) and len(last.bodies) > 1 and len(things) == 1:
        return f"{things[0]}合计多少"
    if len(things) > 1 and _EACH.match(text):
        return f"{'、'.join(things)}{text}"
    if not together or not things or (len(things) < 2 and len(last.bodies) < 2):
        return ""
    return f"{'、'.join(things)}合计{together['tail']}"


def _after_sum(text: str, talk: Talk) -> str:
    """The sum of another year, and how far two sums are apart."""
    last, things = talk[-1], "、".join(_things(talk[-1]))
    year, change = _YEAR.match(text), _CHANGE.match(text)
    if not things:
        return ""
    if year and len(last.bodies) > 1:
        return f"{year['year']}{things}合计多少"
    before = talk[-2] if len(talk) > 1 else None
    same = before is not None and (before.bodies, _things(before)) == (last.bodies, _things(last))
    if (
        change
        and before is not None
        and same
        and len(last.years) == len(before.years) == 1
        and last.years != before.years
    ):
        low, high = sorted((before.years[0], last.years[0]))
        word = "百分之几" if "百" in change["much"] else "多少"
        return f"{high}年{things}合计比{low}年增加{word}"
    return ""


def _gap(names: Sequence[str], what: str, much: str, how: str, named: bool = False) -> str:
    one, other = names
    if much in ("几倍",):
        return f"{one}{what}是{other}{what}的几倍"
    if much.startswith("百") or much == "几成":
        return f"{one}{what}比{other}{what}{how}百分之几"
    return f"{one}{what}比{other}{what}{how}多少" if named else f"{one}和{other}{what}相差多少"


def _meant(said: str, names: Sequence[str]) -> list[str]:
    """The names with the one first that is said in short."""
    fitting = [name for name in names if reads_in(said, name)]
    return [*fitting, *(name for name in names if name not in fitting)] if len(fitting) == 1 else []


def _names(run: Sequence[Turn], way: str) -> list[str]:
    if way == "bodies":
        return [turn.plan.entity for turn in run] if all(turn.plan.entity for turn in run) else []
    if way != "things" or not all(_thing(turn) for turn in run):
        return []
    terms = [turn.plan.subject for turn in run if turn.plan.subject is not None]
    whole = len(run) > 2 and all(holds(terms[0], term) for term in terms[1:])
    return [
        _thing(turn) for turn in (run[1:] if whole else run)
    ]  # the whole was named first, then parts of it


def _things(turn: Turn) -> list[str]:
    plan = turn.plan
    if plan.fund is not None or plan.breakdown or plan.subject is None:
        return []
    return [term.name for term in (plan.subject, *plan.also)]


def _thing(turn: Turn) -> str:
    """The account of a turn by its name, with the stage that was said; empty where more was said of it."""
    named = _things(turn)
    return (
        f"{named[0]}{_STAGES.get(turn.plan.stage, '') if turn.plan.stage else ''}" if len(named) == 1 else ""
    )


def _run(talk: Talk) -> list[Turn]:
    """The last turns that asked one thing in one way, of several bodies or accounts; oldest first."""
    run: list[Turn] = []
    for turn in reversed(talk):
        if not _is_one(turn) or (run and not _fits(turn, run)):
            break
        run.append(turn)
    return run[::-1]


def _fits(turn: Turn, run: Sequence[Turn]) -> bool:
    way = _way(turn, run[0])
    return (
        bool(way)
        and all(_way(turn, other) == way for other in run)
        and (len(run) < 2 or way == _way(run[0], run[1]))
    )


def _is_one(turn: Turn) -> bool:
    plan = turn.plan
    one = len(turn.bodies) == 1 and len(turn.years) == 1 and not plan.also and not plan.stages
    return (
        one
        and turn.found
        and plan.subject is not None
        and plan.operation in _ALIKE
        and plan.count_unit is None
    )


def _way(one: Turn, other: Turn) -> str:
    """In what two turns differ, where it is one thing alone."""
    a, b = one.plan, other.plan
    if (a.stage, a.fund, a.breakdown, a.operation) != (b.stage, b.fund, b.breakdown, b.operation):
        return ""
    return only_way(one, other)


def _which() -> Declined:
    return Declined(
        Reason.AMBIGUOUS,
        "不能确定要合计的是哪几项，所以没有给出。请把它们的名称一并写出，例如「差旅费和培训费一共减少多少」。",
    )
