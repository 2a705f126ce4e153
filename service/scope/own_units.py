"""Units below a department called by short names beside it: 「水务局的水政监察支队」「局机关」 (部门与所属单位).

Where a department is named only as the place that its unit is found in, the unit alone is asked about.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Document, Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.read.saying import is_said
from service.rosters.roster_asked import read_wanted
from service.scope.called import IS_KIND
from service.scope.names_of import core_of, variants
from service.scope.regions import Mention
from service.scope.scope import Scope, number_of
from service.scope.short_ends import short_ends
from service.scope.strangers import is_over

FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]
BelowOf = Callable[[Body], Sequence[Body]]

#: How the department's own office is called; 市本级 is a level of government, 机关运行经费 an account.
_OFFICE = regex(
    r"[(（]?(?:(?<![省市县区州])(?:[局委厅办院会处部]|街道|[镇乡]|部门|单位)?(?:机关)?[(（]?(?:本级|本部)"
    r"|[局委厅院办]?机关(?!运行|事业|工资|运转|党|服务|干部|经费|支出|养老|工作|人员(?!经费)|单位|大院|食堂|事务|工会|团|内设|车))[)）]?"
    r"(?!(?:和|与|及|加上?|、)?(?:[\d两三四五六七八九十]+个(?!项目|专项|人)|各?(?:下属|所属|直属|二级|其[他它余])))"
)
_BUT_OFFICE = regex(
    r"(?:除了?|除去|除开|不含|不包括|不算)[^，。？]{0,3}(?:本级|本部|机关)|(?:本级|本部|机关)(?:以外|之外|除外|不算|不计|不含|不包括)"
)
#: What only says that the office is meant alone, and sets nothing beside it: 「本级（不含下属单位）」.
_KIND = "下属|所属|直属|二级|下级|下辖|其[他它]|预算|事业"
_UNITS = rf"[全各]?(?:部|个|家)?的?(?:(?:{_KIND})(?:的|各|各?个)?)+(?:单位|机构)(?:的?数据)?"
_WITHOUT_UNITS = regex(
    rf"(?:不含|不包括|不包含|不算|不计|不涉及|不带|未含|剔除|扣除|除去|除开|排除|去掉)(?:了|上)?{_UNITS}"
    rf"|{_UNITS}(?:都|均|也)?(?:不含|不算|不计|不包括|除外|不要|以外|之外)(?:在内)?"
)
_IS_OFFICE = regex(r"(?:机关|本级|本部)[)）]?$")
#: What may stand straight before a name, and straight behind it.
_BEFORE = regex(
    r"(?:^|[^\u4e00-\u9fff]|[的和与跟同及比在由给是年度里中内对把问看占除含去有按那]|其中|下属|所属|直属|下面|底下|下辖|预算|决算|单位|加上|请问)$"
)
_BEHIND = regex(
    r"[的和与跟同及比在有是这那里各谁哪两三四五六几二总一都加占多少、，。？的]|$|今年|去年|上年|收|支|花|预算|决算|公|人员|项目|基本|工资|实有|编制|在[职编]"
)
#: Between the names of bodies that are set beside each other.
_BESIDE = regex(r"[\0\s]*(?:和|与|跟|同|、|及|以及|比|加上?|还是)[\0\s]*")
#: Words by which the department itself is a term of what is worked out.
_LESS = regex(r"除了?|除去|除开|不含|不包括|扣除|剔除|减去|以外|之外|其余|剩下|另外")
_ALL_OF_IT = regex(r"全(?:局|委|厅|院|校|系统|部门|单位)|整个(?:局|委|厅|院|部门|单位|系统)")
#: What is asked of units and not of an account that is called like one (图书馆).
_OF_UNITS = regex(
    r"收入(?!分类)|哪一?家|谁家|[两三四五六几]家|[几多]少?个项目|(?:哪些|哪几个|什么|啥)项目|项目(?:有|一共|共)|单位|名下|下属|所属|直属|下辖|结转|编制|在职|人数"
)
_LEAST = 3
_SHORTER = ("支队", "大队", "总队")
_FILLED = regex(r"[\0\s那么呢的吧啊呀，。？?]+")


@dataclass(frozen=True, slots=True)
class _Named:
    """A body and where a question names it."""

    span: tuple[int, int]
    body: Body


def own_units(scope: Scope, bodies: Sequence[Body], below: BelowOf, facts_of: FactsOf) -> Scope:
    """The scope with the units that the question names below its department, and without the department where that
    only says where they are."""
    whole, said = _department(scope.bodies, bodies), _mentioned(scope)
    units = below(whole) if whole is not None else ()
    if whole is None or not units or said is None:
        return scope
    free = _masked(scope.text, scope.spans)
    named = [one for one in said if one.body.within]
    rest = [unit for unit in units if all(unit.key != one.body.key for one in named)]
    called = list(_called(free, rest, whole, scope, facts_of))
    office = next((unit for unit in rest if _IS_OFFICE.search(unit.name)), None)
    offices = list(_office_said(free)) if office is not None and not _BUT_OFFICE.search(free) else []
    if offices and not _ALL_OF_IT.search(free):
        free = _WITHOUT_UNITS.sub(lambda m: "\0" * len(m[0]), free)
    if read_wanted(free.replace("\0", "")) is not None:
        return _of_department(scope, whole)
    found = [*named, *called, *(_Named(span, office) for span in offices[:1] if office is not None)]
    if not found:
        return scope
    beside = [one for one in said if not one.body.within and _is_term(one, found, free)]
    whole_said = _ALL_OF_IT.search(free)
    if whole_said is not None and "占" in free and not beside:
        beside = [_Named(whole_said.span(), whole)]
    return _scoped(scope, [*found, *beside], offices)


def calls_unit(words: str, body: Body, below: BelowOf) -> bool:
    """Whether words behind a department's name call one of its units: 「文旅局图书馆」."""
    run = re.sub(r"^(?:的|下属|所属|直属|下面|底下|下辖)+", "", fold(words))
    return sum(_calls(run, unit, body) for unit in below(body)) == 1


def _department(asked: Sequence[Body], bodies: Sequence[Body]) -> Body | None:
    """The one department whose units or self are asked about; None where there are several."""
    names = {body.within or body.name for body in asked}
    return next((body for body in bodies if not body.within and {body.name} == names), None)


def _mentioned(scope: Scope) -> list[_Named] | None:
    """The bodies with the places that name them; none where the conversation names them, None where that is unclear."""
    if scope.inherited or not scope.mention.spans:
        return []
    if len(scope.mention.spans) != len(scope.mention.bodies) or set(scope.bodies) != set(
        scope.mention.bodies
    ):
        return None
    return [_Named(span, body) for span, body in zip(scope.mention.spans, scope.mention.bodies, strict=True)]


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return "".join("\0" if any(low <= i < high for low, high in spans) else c for i, c in enumerate(text))


def _called(
    text: str, units: Sequence[Body], whole: Body, scope: Scope, facts_of: FactsOf
) -> Iterator[_Named]:
    """The units that a text calls by short names, each once."""
    found: list[_Named] = []
    for start, end in _runs(text):
        if any(one.span[0] < end and start < one.span[1] for one in found):
            continue
        if IS_KIND.fullmatch(text[start:end]):
            continue
        fitting = [unit for unit in units if _calls(text[start:end], unit, whole)]
        if len(fitting) == 1 and all(one.body != fitting[0] for one in found):
            found.append(_Named((start, end), fitting[0]))
    accounts = {f.subject.name for f in facts_of(whole.documents)} if found else set()
    clear = [one for one in found if text[slice(*one.span)] not in accounts]
    sure = clear or _OF_UNITS.search(text) or scope.bodies[0].within
    yield from found if sure else ()


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of a text that may be a name, by what stands around them; the longest first."""
    starts = [i for i, c in enumerate(text) if "\u4e00" <= c <= "\u9fff" and _BEFORE.search(text[:i])]
    ends = [i + 1 for i in range(len(text)) if _BEHIND.match(text, i + 1) or is_over(text[i + 1 :])]
    runs = [(s, e) for s in starts for e in ends if 1 < e - s <= 24 and "\0" not in text[s:e]]
    yield from sorted(runs, key=lambda run: run[0] - run[1])


def _calls(run: str, unit: Body, whole: Body) -> bool:
    """Whether a run calls a unit: by the end of its name, or by characters of it in their order up to its end."""
    core = core_of(fold(unit.name))
    for own in (fold(whole.name), *map(core_of, variants(whole))):
        core = core[len(own) :] if core.startswith(own) and len(core) > len(own) + 1 else core
    if _IS_OFFICE.search(unit.name) or len(run) < 2:
        return False
    if run in short_ends(core):
        return True
    if core.endswith(run):
        return len(run) >= _LEAST or run in _SHORTER
    if run[-1] != core[-1]:
        return False
    following = iter(core)
    read = len(run) >= _LEAST and run[0] in core and all(char in following for char in run)
    return read and not is_said(run)


def _office_said(text: str) -> Iterator[tuple[int, int]]:
    for match in _OFFICE.finditer(text):
        if _BEFORE.search(text[: match.start()]):
            yield match.span()


def _is_term(one: _Named, found: Sequence[_Named], text: str) -> bool:
    """Whether a department that is named beside its units is set beside one of them, or what is worked out needs it."""
    if _LESS.search(text) or re.search(r"占[^，。？]{0,4}$", text[: one.span[0]]):
        return True
    spans = sorted((one.span, *(other.span for other in found)))
    for first, last in itertools.pairwise(spans):
        between = text[first[1] : last[0]]
        part = last == one.span and re.fullmatch(r"[^，。？]*占[^，。？]{0,4}", between)
        if one.span in (first, last) and (part or _BESIDE.fullmatch(between)):
            return True
    return False


def _of_department(scope: Scope, whole: Body) -> Scope:
    """Units and offices are listed by the department's documents."""
    if len(scope.bodies) == 1 and _IS_OFFICE.search(scope.bodies[0].name):
        return replace(scope, bodies=(whole,))
    return scope


def _scoped(scope: Scope, named: Sequence[_Named], also: Sequence[tuple[int, int]]) -> Scope:
    order = sorted(named, key=lambda one: one.span)
    bodies = tuple(dict.fromkeys(one.body for one in order))
    spans = tuple(one.span for one in order)
    mention = Mention(bodies, spans, several=len(bodies) > 1)
    number = number_of(scope.text, bodies) if len(bodies) > 1 else ()
    return replace(
        scope, bodies=bodies, mention=mention, inherited=False, spans=(*scope.spans, *spans, *also, *number)
    )
