"""What is asked of each of several bodies: the question without the words that compare them (各家之数).

「规资局和财政局谁的项目支出占比高」 asks each for a share and then which is higher; 「人大会议费和政协培训费哪个高」
asks each for another account.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.patterns import regex
from service.inquiry import Inquiry
from service.model import CONFIDENT, Body, Operation, Plan

PlanOf = Callable[[Inquiry, Body], Plan]

_WHO = r"(?:谁|哪一?[家个边](?:单位|部门|局|街道)?|孰|何者)"
_MORE = r"(?:更|最|比较)?[高低多少大小快慢](?:一?些|一点)?"
_MOVED = r"(?:上?涨|增长?|增加|上升|下?降|下滑|减少?|缩减|压减)"
_POINTS = r"(?:[多少高低大小](?:出|了)*|相?差(?:了|出)?)(?:几|多少)个?(?:百分点|点(?![钱儿]))"
#: Words that set bodies against each other and are no part of what is asked of each, with what they ask of each.
_AGAINST: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), each)
    for pattern, each in (
        (rf"{_MOVED}(?:得|幅度|率)?(?:最快|最猛|幅度最[大高])|[增涨降减]幅最[大高]", "增减幅度"),
        (rf"{_MOVED}(?:得|额|数)?最[多大]", "增减额"),
        (rf"{_WHO}的?{_MOVED}得?(?:更|最|比较)?[快猛]", "增减幅度"),
        (rf"{_WHO}的?{_MOVED}得?(?:更|最|比较)?[多少大高厉]害?", "增减额"),
        (rf"[，,]?{_POINTS}|[，,](?:又|能)?(?:[多少高低大小]|相?差)(?:出|了)?多少(?=$|[？?。])", ""),
        (rf"{_WHO}的?(?:是)?(?:排名?|居)?(?:第[一二三四五](?:名|位|高|多|大|低|少)?|{_MORE})", ""),
        (rf"(?:排名?|居)?第[一二三四五](?:名|位|高|多|大|低|少)?的?(?:是)?{_WHO}?", ""),
        (rf"最[高低多少大小]的?(?:是)?{_WHO}?", ""),
        (r"(?:请)?(?:按|[从由][高大多低小少]到[高大多低小少])*(?:排名|排行|排序|排一[下排]|排个[序队])", ""),
        (r"[从由][高大多低小少]到[高大多低小少]", ""),
        (rf"{_WHO}的?(?=[^，。？]{{2,16}}(?:更|最)?[高低多少大小](?:$|[，。？?]))", ""),
    )
)
#: What fell most is at the low end of the changes.
_FELL_MOST = regex(r"(?:下?降|下滑|减少?|缩减|压减)(?:得|额|数|幅度?|率)?最[多大快高猛]")
_IN_POINTS = regex(_POINTS)
_MUCH = regex(r"(?:[多少高低大小]|相?差)(?:出|了)?(?:多少|几)|差距|相差")
_SAID = regex(r"占|比重|比例|百分|率|幅|成$")
#: What is worked out for each and then compared.
_RATES = (Operation.SHARE, Operation.CHANGE_RATE, Operation.COMPLETION, Operation.CHANGE)
_FILLED = regex(r"[那么呢的是\0，,。？?了啊呀]|哪家|谁")


@dataclass(frozen=True, slots=True)
class Own:
    """What is asked of one body, and what is done with the figures of all where that is not said by the plan."""

    plan: Plan
    together: Operation | None = None


def own_of(plan_of: PlanOf, asked: Inquiry, body: Body) -> Own:
    """What is asked of a body: a rate that is compared, else the plan as it is understood."""
    full = plan_of(asked, body)
    if full.nth and full.operation in (Operation.COMPARE, Operation.LOOKUP) and re.search(_WHO, asked.text):
        full = replace(full, operation=Operation.RANK)
    bare = _bare(asked)
    if bare is asked:
        return Own(full)
    left = _FILLED.sub("", "".join(_left(bare)))
    if left and not _SAID.search(bare.text) and "增减" not in left:
        return Own(full)
    each = plan_of(bare, body)
    if each.operation not in _RATES or each.subject is None or each.explained <= CONFIDENT:
        return Own(full)
    each = replace(each, nth=full.nth, top=full.top, least=full.least or bool(_FELL_MOST.search(asked.text)))
    return Own(each, _together(full, asked))


def _together(full: Plan, asked: Inquiry) -> Operation:
    if _IN_POINTS.search(asked.text) or (len(asked.scope.bodies) == 2 and _MUCH.search(asked.text)):
        return Operation.POINTS
    ordered = full.operation is Operation.RANK or full.nth or len(asked.scope.bodies) > 2
    return Operation.RANK if ordered else Operation.COMPARE


def _bare(asked: Inquiry) -> Inquiry:
    """The question as it is asked of each: what compares is left out, 「谁涨得快」 asks each for a rate."""
    made = asked
    against = [low - 1 for low, _ in asked.scope.mention.spans if low and asked.text[low - 1] == "比"]
    if against and _IN_POINTS.search(asked.text):
        made = masked(made, [(place, place + 1) for place in against])
    for pattern, each in _AGAINST:
        for match in pattern.finditer(made.text):
            made = masked(made, [match.span()], each)
    return made


def masked(asked: Inquiry, spans: list[tuple[int, int]], instead: str = "") -> Inquiry:
    """The question without some of its words, or with others of at most their length ``instead``."""
    text = asked.text
    for low, high in spans:
        text = text[:low] + instead[: high - low].ljust(high - low, "\0") + text[high:]
    taken = [(low + len(instead), high) for low, high in spans if low + len(instead) < high]
    return replace(asked, text=text, scope=replace(asked.scope, spans=(*asked.scope.spans, *taken)))


def _left(asked: Inquiry) -> list[str]:
    return [
        c for i, c in enumerate(asked.text) if not any(low <= i < high for low, high in asked.scope.spans)
    ]


def paired(asked: Inquiry, bodies: tuple[Body, ...], plan_of: PlanOf) -> dict[str, Plan] | None:
    """The plan of each body where each is named with an account of its own behind it; None where it is not so."""
    spans = sorted(asked.scope.mention.spans)
    if not 1 < len(bodies) == len(spans):
        return None
    found: dict[str, Plan] = {}
    for place, body in enumerate(bodies):
        low = spans[place][0] if place else 0
        high = spans[place + 1][0] if place + 1 < len(spans) else len(asked.text)
        others = [span for span in ((0, low), (high, len(asked.text))) if span[0] < span[1]]
        alone = plan_of(replace(masked(asked, others), talk=()), body)
        if alone.subject is None or alone.assumed or alone.explained <= CONFIDENT or alone.also:
            return None
        if alone.subject.kind == "总额" and not re.search("支出|收入|总", asked.text[low:high]):
            return None  # 「比规资局多花多少」 names no account of the other
        full = plan_of(asked, body)
        found[body.key] = replace(
            full, subject=alone.subject, breakdown=alone.breakdown, base=alone.base, fund=alone.fund, also=(),
            stage=alone.stage or full.stage, explained=alone.explained, taken=alone.taken, unlisted=(),
        )  # fmt: skip
    return found if len({plan.subject for plan in found.values()}) > 1 else None
