"""Which documents a question is about: bodies, years and kind, or why that cannot be said (范围)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.entities import entity_key
from ingest.model import Document, Kind, Stage
from ingest.patterns import regex
from ingest.text import fold
from service.contract import AskRequest
from service.follow.conversation import Talk, recent_bodies
from service.model import Body, Declined, Reason
from service.scope.affairs import called_after_organs
from service.scope.bodies import find_bodies
from service.scope.periods import Period, find_period
from service.scope.regions import Mention, region_of
from service.scope.settle import as_spoken, but_loose, of_year


@dataclass(frozen=True, slots=True)
class Scope:
    """The bodies asked about, in the order named, and which characters of the question said who and when.

    ``joined`` says that a body is named to be set beside those spoken of before (和人大比呢), ``heard_as`` how years
    told by their place were taken, ``unclear`` why they could not be.
    """

    bodies: tuple[Body, ...]
    period: Period
    spans: tuple[tuple[int, int], ...]
    mention: Mention
    text: str
    year: int | None = None
    joined: bool = False
    inherited: bool = False
    heard_as: str = ""
    unclear: Declined | None = None

    @property
    def body(self) -> Body | None:
        """The one body that is asked about, None where there are several or none."""
        return self.bodies[0] if len(self.bodies) == 1 else None


#: Words that mean all bodies spoken of before.
_TOGETHER = regex(
    r"[俩仨]|两[个家者边]|二者|三[个家者]|它们|他们|这[几些]|前者|后者|谁|哪家|哪个(?:部门|单位)|各自|分别|一起|加起来"
)
#: Words of these that mean bodies and nothing else; the others mean what was named last, one after the other.
_OF_BODIES = regex(r"[两三几]家|[两三]个(?:单位|部门|局)|他们|[他]俩|哪家|哪个(?:部门|单位)")
#: 「江苏三家单位」「普陀区两个局」: all bodies of a region, of one kind where it is said.
_COUNTED = regex(
    r"(?P<count>[两三四五六七八九\d]|[各几]|所有|全部)[个家]?(?:[省市区县]级|[省市区县]直)?(?P<kind>单位|部门|机关|局|委|办|街道|镇|厅)"
    r"|(?P<some>[两三四五六七八九])家"
)
_SEVERAL = regex(
    r"[两三四五六七八九\d][个家](?!月|季|百分|科目|项目|类|年)"
    r"(?:省级|市级|区级|县级)?(?:单位|部门|机关|局|委|办|街道|镇|厅)?"
)
_NUMBERS = {c: n for n, c in enumerate("两三四五六七八九", start=2)}
_WITH = regex(r"(?:和|跟|与|同|比起|对比|比|加上|再加上?)(?:同一年|同年度?|同期|当年)?的?$")


def read_scope(text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk) -> Scope:
    """Bodies and years of a question, from its words, the request, the conversation, or the only one loaded."""
    period = find_period(text)
    no_bodies = [*period.spans, *called_after_organs(text)]
    taken = [any(low <= i < high for low, high in no_bodies) for i in range(len(text))]
    by_key = {body.key: body for body in bodies}
    before = tuple(by_key[key] for key in (talk[-1].bodies if talk else ()) if key in by_key)
    mention = but_loose(as_spoken(find_bodies(text, bodies, taken), before), text, before)
    if not set(mention.bodies) & set(before):
        mention = of_year(mention, period.years, bodies, lambda held: find_bodies(text, held, taken))
    limited = _limited(bodies, request)
    joined = inherited = False
    if limited is not None:
        chosen: tuple[Body, ...] = (limited,)
    elif mention.bodies and (mention.several or _is_named(mention, before, text)):
        chosen = mention.bodies
        before = _counted_with(
            text, chosen, before, tuple(by_key[k] for k in recent_bodies(talk) if k in by_key)
        )
        apart = bool(before) and not set(chosen) & set(before)
        apart = apart and (len(chosen) == 1 or number_said(text) == len(before) + len(chosen))
        above = apart and _is_held_against(text, mention)
        joined = apart and (
            above or number_said(text) == len(before) + len(chosen) or _is_joined(text, mention)
        )
        chosen = ((*chosen, *before) if above else (*before, *chosen)) if joined else chosen
        chosen = _of_both(text, chosen, before)
    elif mention.region and _all_of(text, mention.bodies):
        chosen = _all_of(text, mention.bodies)
    elif mention.bodies or mention.unknown:
        chosen = ()
    else:
        inherited = bool(talk)
        together = _TOGETHER.search(text) is not None and (_OF_BODIES.search(text) or not _is_one(talk))
        chosen = tuple(by_key[k] for k in recent_bodies(talk) if k in by_key) if together else before
        chosen = chosen or (tuple(bodies) if len(bodies) == 1 else ())
    spans = (
        *period.spans,
        *mention.spans,
        *mention.again,
        *_said_again(text, mention),
        *(number_of(text, chosen) if len(chosen) > 1 else ()),
    )
    spans = (*spans, *(_led_by(text, mention) if joined else ()))
    return Scope(chosen, period, spans, mention, text, request.year, joined, inherited)


def _is_one(talk: Talk) -> bool:
    """Whether the last two questions were of one body: 前者 and 后者 are things of it."""
    if len(talk) < 2:
        return False
    last, before = talk[-1], talk[-2]
    things = last.plan.subject != before.plan.subject and last.years == before.years
    return len(last.bodies) == 1 and last.bodies == before.bodies and things


def _is_named(mention: Mention, before: Sequence[Body], text: str) -> bool:
    """Whether one body is named: a whole district is not the one body of it that is loaded.

    「江汉那边」, and the district of the body spoken of, are that body.
    """
    known = len(mention.bodies) == 1 and (mention.bodies[0] in before or _THERE.search(text) is not None)
    return known or (len(mention.bodies) == 1 and not mention.region)


_THERE = regex("[那这](?:边|儿|里|个单位|家单位|个局|个中心)|他们|它们?家?")


def number_said(text: str) -> int:
    """How many bodies a question says that it is about (两家, 三家, 俩), 0 where it does not."""
    said = re.search(r"(?<![第前后哪])([两三四五六七八九])家(?!公司|企业|医院|银行|店|宾馆|中介)", text)
    return _NUMBERS[said[1]] if said else 2 if re.search(r"[他它这]俩|俩家", text) else 0


def _counted_with(
    text: str, named: Sequence[Body], before: tuple[Body, ...], recent: Sequence[Body]
) -> tuple[Body, ...]:
    """「再加上省政协，三家一共多少」: the bodies spoken of last that make up the number with the one named."""
    wanted = number_said(text) - len(named)
    others = [body for body in recent if body not in named]
    return tuple(others[-wanted:]) if 0 < wanted <= len(others) else before


def _of_both(text: str, named: tuple[Body, ...], before: tuple[Body, ...]) -> tuple[Body, ...]:
    """「卫健局多几台」 after two were compared: the one named is held against the other."""
    if len(named) != 1 or len(before) != 2 or named[0] not in before or not _BY_HOW_MUCH.search(text):
        return named
    return (*named, *(body for body in before if body not in named))


_BY_HOW_MUCH = regex(r"(?<!最)[多少高低大小][了出]?(?:几|多少)|高还是低|多还是少")
_LED = regex(r"(?:(?:那|再|还要?|要是|如果|把|也)*(?:加上?|算上|带上|连上)|(?:那|再)?(?:和|跟|与|同))$")


def _led_by(text: str, mention: Mention) -> tuple[tuple[int, int], ...]:
    """The words that lead to a body which is set beside others: 再加上."""
    led = _LED.search(text[: mention.spans[0][0]])
    return (led.span(),) if led and led[0] else ()


def _said_again(text: str, mention: Mention) -> tuple[tuple[int, int], ...]:
    """Where the very name that a body is called by stands once more: it names no account."""
    said = {text[low:high] for low, high in mention.spans if high - low >= _LONG_NAME}
    places = {m.span() for name in said for m in re.finditer(re.escape(name), text)}
    return tuple(sorted(places - set(mention.spans)))


#: A name of so many characters is no word of something else.
_LONG_NAME = 5


def number_of(text: str, bodies: Sequence[Body]) -> tuple[tuple[int, int], ...]:
    """Where a question says only that there are several: 「江苏三家省级单位」「两个局」."""
    match = _COUNTED.search(text) or _SEVERAL.search(text)
    if match is None:
        return ()
    start = match.start()
    while start and any(text[start - 1 : match.start()] in region_of(fold(b.name)) for b in bodies):
        start -= 1
    return ((start, match.end()),)


def _all_of(text: str, bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies of a region that 三家单位 means; none where their number is another."""
    match = _COUNTED.search(text)
    if match is None:
        return ()
    kind = match["kind"] or "单位"
    fitting = tuple(
        b for b in bodies if kind[-1] not in "局街委办镇厅" or b.key.endswith(kind[-1]) or kind in b.name
    )
    said = match["count"] or match["some"]
    count = _NUMBERS.get(said) or (int(said) if said.isdigit() else None)
    return fitting if len(fitting) > 1 and count in (None, len(fitting)) else ()


def _is_joined(text: str, mention: Mention) -> bool:
    """Whether a body is named to be set beside others: 和人大比呢, 比政协多多少."""
    return bool(_WITH.search(text[: mention.spans[0][0]]))


_THAN_IT = (
    r"(?:比|[跟和与同])(?:它|他|她|他们|它们|刚才|前面|上面|前者)"
    r"|更?(?:多还是少|高还是低|少还是多|低还是高)|更[多少高低]"
)


def _is_held_against(text: str, mention: Mention) -> bool:
    """「那省人大的比它多多少」「省人大跟它比谁多」: the body named is held against the one spoken of before."""
    after = text[mention.spans[0][1] :]
    return re.match(rf"的?[^，。？]{{0,6}}(?:{_THAN_IT})", after) is not None


def ambiguous(scope: Scope, bodies: Sequence[Body], text: str) -> Declined:
    """Which body is meant cannot be said: the loaded ones as questions that would be answered."""
    candidates = scope.mention.bodies or bodies
    options = tuple((b.name, f"{b.name}{text}") for b in list(candidates)[:8])
    names = "、".join(b.name for b in list(candidates)[:8])
    more = f"等{len(candidates)}个单位" if len(candidates) > 8 else ""
    return Declined(Reason.AMBIGUOUS, f"您问的是哪个单位？可以查询的有：{names}{more}。", options)


def not_loaded(name: str, bodies: Sequence[Body]) -> Declined:
    """A body that is named but not loaded."""
    names = "、".join(b.name for b in list(bodies)[:8])
    more = f"等{len(bodies)}个单位" if len(bodies) > 8 else ""
    return Declined(
        Reason.ENTITY_NOT_LOADED, f"目前没有收录「{name}」的公开资料，无法回答。已收录的有：{names}{more}。"
    )


def documents_for(body: Body, year: int | None, stage: Stage | None) -> tuple[list[Document], int]:
    """Documents that answer for a year and stage, those most to the point first, and the year they are of.

    Without a year: the newest final accounts, since people mean money that was spent; the newest budget where
    budgets are asked for or nothing else is loaded.
    """
    wanted = Kind.BUDGET if stage in (Stage.BUDGET, Stage.INITIAL_BUDGET) else Kind.FINAL_ACCOUNTS
    held = sorted(body.documents, key=lambda d: (d.year, d.kind is wanted), reverse=True)
    if year is None:
        preferred = [d for d in held if d.kind is wanted]
        year = (preferred or held)[0].year
    chosen = [d for d in held if d.year == year]
    return sorted(chosen, key=lambda d: d.kind is not wanted), year


def what_is_loaded(body: Body) -> str:
    """Years and kinds of a body's documents, for an honest refusal."""
    held = sorted({(d.year, d.kind.value) for d in body.documents})
    return "、".join(f"{year}年度{kind}" for year, kind in held)


def years_of(scope: Scope, body: Body, talk: Talk) -> tuple[int, ...]:
    """The years asked for of one body, oldest first; none where the question and the conversation leave it open."""
    period = scope.period
    if scope.year is not None:
        return (scope.year,)
    if period.years:
        paired = _paired(scope, body)
        return (paired,) if paired is not None else tuple(sorted(period.years))
    newest = max(b.years[-1] for b in scope.bodies or (body,))  # 去年 is one year for all that are compared
    if period.back is not None and (not talk or period.back == 0 or not scope.inherited):
        return (newest - period.back,)
    spoken = talk[-1].years if talk else ()
    if period.step is not None:
        return (max(spoken) + period.step,) if spoken else (body.years[-1] + period.step,)
    if period.back is not None:
        year = newest - period.back
        # 去年 after an answer for that very year is the one before it.
        return (max(spoken) - period.back,) if spoken == (year,) else (year,)
    if not spoken:
        return ()
    return spoken if scope.inherited or scope.joined or set(spoken) & set(body.years) else ()


def _paired(scope: Scope, body: Body) -> int | None:
    """「江汉中心23年跟财政局24年」: as many bodies as years, in turn: each has its own."""
    places, starts = scope.period.places, [low for low, _ in scope.mention.spans]
    if not 1 < len(places) == len(starts) == len(scope.bodies):
        return None
    order = sorted([(p, "y") for p in places] + [(s, "b") for s in starts])
    kinds = "".join(kind for _, kind in order)
    if kinds not in ("by" * len(places), "yb" * len(places)):
        return None
    ordered = [year for _, year in sorted(zip(places, scope.period.years, strict=True))]
    return ordered[scope.bodies.index(body)]


def _limited(bodies: Sequence[Body], request: AskRequest) -> Body | None:
    if request.document_id:
        return next((b for b in bodies if any(d.id == request.document_id for d in b.documents)), None)
    if request.entity:
        key = entity_key(request.entity)
        exact = next((b for b in bodies if b.key == key), None)
        named = find_bodies(request.entity, bodies, [False] * len(request.entity)).bodies
        return exact or (named[0] if len(named) == 1 else None)
    return None
