"""What a question may be put as in plain words, by what its wording most likely asks (换成明白的问法)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.patterns import regex
from service.closest.words import tagged
from service.contract import Answer, Status
from service.follow.conversation import Talk
from service.scope.named_in import Named
from service.worded.forms import Asked, part_names, without_gloss
from service.worded.known_names import Starts
from service.worded.shapes import ON_WHAT_WAS_TOLD, SHAPES
from service.worded.tagger import HOLE, LABELS, Tagged, load_tagger

#: So sure each word must be that is taken for a name, or for none; measured on wordings that were not learnt.
SURE = 0.6
#: So sure each word must be where a clause that names nothing and asks nothing is left out: 「我爱人在那上班，」.
SURE_OF_ALL = 0.7
#: What is less likely is not asked for, even where nothing else is possible.
_LEAST = 0.3
#: What narrows or changes what is asked beyond any shape.
_MORE = regex(
    r"不含|不算|除[了去开]|剔除|扣[除掉]|去掉|刨[去除开掉]|撇开|排除|不包括|不要算?|以外|之外|超过\d|大于\d|[高低]于\d|\d[^年]{0,4}以[上下]|不到\d|假如|如果|要是|按[^，。]{0,6}标准"
    r"|除(?![法以])[^，。？?]{2,24}?外|[一二三四五六七八九十][^年，。？?]{0,4}以[上下]"
    r"|[三四五六七八九十][个项家](?=[^，。？?]{0,6}(?:项目|自评|单位))"
    r"|持平|[增减升降涨跌加少长]了?的(?:有|项目|科目|是哪)"
    r"|国庆|中秋|元旦|清明|端午|那阵子?|那会儿|那几天|汛期|春节|[寒暑]期|季度|上半年|下半年|\d月|月份|期间|节假日|疫情|前任|历任|现任"
    r"|给(?!我|咱|俺|个|出|大家|大伙|老师|领导|你|您|看|做|查|报|说|讲|算|列|一)"
    r"|参公|参照公务员|公益[一二三]类|全额|差额拨款|自收自支"
)
_RUN = regex("\0+")
_YEAR = regex(r"20\d\d")
#: A number beside what is asked narrows it; how to round it does not.
_NUMBER = regex(r"(?<![\d.])(?!0?\.\d*1\D|0\.01|[1-6]位|\d+[家个]单位)\d")
#: What may be asked of a number that is printed: 「降了84.04%，怎么回事」.
_ON_NUMBERS = ("reason",)
_NUMBER_SAID = regex(r"\d[\d.]*")
#: What was told of is meant: 「这补贴」「该项支出」.
_THIS = regex(r"(?:这|那|该|此)(?:一?[项笔块个种])?(?:的)?$")


#: What is taken away from another, where just this is asked for: 「扣掉其他收入还剩多少」.
_TAKEN = regex("扣[除掉]|去掉|减[去掉]|刨[去掉]")


#: Words for things that people are known to use in asking; another one may be what is asked about.
ASKING = Path(__file__).parent / "asking.txt"
_NAMING = ("n", "v", "j", "l", "b", "s")


def is_thing(word: str, sort: str) -> bool:
    """Whether a word of a part of speech may name something, or something done."""
    return len(word) > 1 and sort.startswith(_NAMING) and not word.startswith(("几", "多少"))


@cache
def known_asking() -> frozenset[str]:
    """The words for things that are of asking alone."""
    return frozenset(ASKING.read_text(encoding="utf-8").split())


def _names_more(asking: str, named: Named) -> bool:
    """Whether what should only ask has a word for a thing that neither asking nor the body is known to have."""
    known, bodies = known_asking(), "".join(named.bodies)
    words = (word for word, sort in tagged(asking) if is_thing(word, sort))
    return any(
        word not in known and word not in bodies and word not in _FRAMES and len(_EDGES.sub("", word)) > 1
        for word in words
    )


#: What words are read together with that only stand beside them, and the way that something went: 「降下去」「这是」.
_EDGES = regex(r"^[这那里还并多钱值也就都再又先只把]+|(?:[下上]?[去来]|[里上下到出掉过完成])$|[是加减列定]$")


#: What only says which papers are meant, and what is to be done with them.
_FRAMES = frozenset({
    "预算", "决算", "支出", "收入", "表中", "小计", "总数", "梳理", "报出", "找出", "查出", "列示", "列明", "核对",
    "掏钱", "先查", "再查", "总额", "列举", "当成", "涵盖", "所列", "预算数", "决算数",
})  # fmt: skip


def _to_the_point(asking: str) -> str:
    """What is said in clauses that name something, each with a blank, or that ask."""
    clauses = _CLAUSES.split(asking)
    return "，".join(clause for clause in clauses if " " in clause or _ASKS.search(clause))


_CLAUSES = regex("[，,。？?；;]")
_ASKS = regex("多少|几|哪|啥|什么|何|占|比|率")
_OF_ALL = regex(r"支出|[预决]算|开支|花|钱|总额|一共|合计|科目")


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain question and whether an answer is one to what was meant."""

    text: str
    operation: str
    asked: Asked

    def fits(self, answer: Answer) -> bool:
        """Whether the answer has the shape that was asked for, and is of the year."""
        if answer.status is not Status.ANSWERED or "没有在" in answer.answer:
            return False
        year = answer.figures[0].year if answer.figures else None
        if year is not None and self.asked.years and year not in self.asked.years:
            return False
        bodies = {figure.entity for figure in answer.figures}
        if len(self.asked.bodies) == 2 and answer.figures and not set(self.asked.bodies) <= bodies:
            return False
        numbers = _NUMBER_SAID.findall(self.asked.asking) if self.operation in _ON_NUMBERS else ()
        if not all(number in answer.answer for number in numbers):
            return False
        return not self._is_assumed(answer) and SHAPES[self.operation].fits(answer, self.asked)

    def _is_assumed(self, answer: Answer) -> bool:
        """Whether the whole expenditure was taken where another thing is named."""
        subject = answer.plan.get("subject") if answer.plan else None
        whole = isinstance(subject, dict) and subject.get("name") == "本年支出合计"
        asked = self.asked
        named = "".join((*asked.accounts, asked.whole, *asked.counted))
        return whole and bool(named) and _OF_ALL.search(named) is None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a text without its bodies and years is worded: what it names, and the operations with their chances."""

    masked: str
    asked: Asked
    tagged: Tagged


def read_wording(named: Named, before: Talk) -> Wording:
    """The wording of what is left of a question beside who and when, ``before`` the turns ahead of it."""
    masked = _RUN.sub(HOLE, named.masked)
    read = load_tagger().read(masked, named.names)
    return Wording(masked, _asked(named, read, before), read)


def plain_questions(wording: Wording, text: str, likely: float) -> list[Plain]:
    """What a question may be put as; none where its wording is not ``likely`` enough to ask just this.

    Operations that what is named rules out are none: two bodies are compared only where two are named.
    """
    asked, named, masked = wording.asked, wording.asked.named, wording.masked
    if (
        _narrowed(wording)
        or _YEAR.search(masked)
        or any(int(year) not in named.years for year in _YEAR.findall(text))
    ):
        return []
    said = _NUMBER.search(asked.asking) is not None
    asking = _to_the_point(asked.asking) if wording.tagged.sure >= SURE_OF_ALL else asked.asking
    if _names_more(asking, named):
        return []
    possible = list(_possible(wording.tagged, asked))
    if not possible or not possible[0][2]:
        return []
    operation, _, texts = possible[0]
    alike = sum(own for other, own, _ in possible if _fits_of(other) is _fits_of(operation))
    if alike < max(likely * sum(own for _, own, _ in possible), _LEAST):
        return []
    if said and operation not in _ON_NUMBERS:
        return []
    names = (*asked.accounts, asked.whole, *asked.counted)
    uses = any(name and name in text for name in names for text in texts)
    return (
        [Plain(text, operation, asked) for text in texts] if not uses or wording.tagged.sure >= SURE else []
    )


def _goes_on(text: str, name: str, others: Sequence[str]) -> bool:
    """Whether a name goes on in the text, 「公共设施调查费」, and not with one of the ``others``, 「水费搭电费」."""
    further = _ON.match(text.partition(name)[2])
    return further is not None and not any(other != name and further[0].endswith(other) for other in others)


#: Before a name these make another one of it: 「其他城乡社区支出」.
_OTHERS = ("其他", "其它", "其余")
_ON = regex(
    r"(?:(?!支出|[预决]算|花费|[的是了在占比和与及跟同、到用花多几有为来去上下里中])[\u4e00-\u9fff]){1,4}(?:(?<![花经缴消])费|补[贴助]|工程)|采购"
)


def _narrowed(wording: Wording) -> bool:
    """Whether more is said than any shape asks for."""
    operation, chance = wording.tagged.operations[0]
    of_two = operation == "difference" and chance >= SURE_OF_ALL and len(wording.asked.accounts) == 2
    runs = [run for label in LABELS[1:] for run in wording.tagged.spans(label)]
    if any(_goes_on(wording.tagged.text, run, runs) for run in runs):
        return True
    if any(f"{other}{run}" in wording.tagged.text for run in runs for other in _OTHERS):
        return True
    return _MORE.search(_TAKEN.sub(" ", wording.masked) if of_two else wording.masked) is not None


def _fits_of(operation: str) -> object:
    """What tells that an answer is one to an operation: the same for those that one answer may be to."""
    shape = SHAPES.get(operation)
    return operation if shape is None else shape.fits


def _possible(tagged: Tagged, asked: Asked) -> Iterator[tuple[str, float, list[str]]]:
    """The operations that may be meant with their chances and plain texts, most likely first; some have no text."""
    for operation, chance in tagged.operations:
        shape = SHAPES.get(operation)
        if shape is None:
            yield operation, chance, []
        elif shape.unlike is None or not shape.unlike.search(_held_against(asked)):
            meant = asked if asked.names or operation not in ON_WHAT_WAS_TOLD else asked.of_what_was_told()
            texts = shape.texts(meant)
            if texts:
                yield operation, chance, texts


def _held_against(asked: Asked) -> str:
    """What is said beside the names; between two years that are named the stages only say which papers are meant."""
    return asked.asking if len(asked.years) < 2 else _STAGES.sub(" ", asked.asking)


_STAGES = regex("[预决]算数?")


def _asked(named: Named, tagged: Tagged, before: Talk) -> Asked:
    """The parts of a question."""
    spans = {label: [part_names(run) for run in tagged.spans(label)] for label in LABELS[1:]}
    asking = "".join(
        char if label == LABELS[0] and char != HOLE else " "
        for char, label in zip(tagged.text, tagged.labels, strict=True)
    )
    told = spoken_of(before)
    pointed = [
        told if run and told and run in told and _THIS.search(tagged.text.partition(run)[0]) else run
        for run in spans["account"]
    ]
    return Asked(
        named,
        tuple(_own_name(run, named.names) for run in pointed if run and not _ANY_MONEY.fullmatch(run)),
        next(iter(spans["whole"]), ""),
        tuple(filter(None, spans["counted"])),
        asking,
        told,
    )


#: What names no account by itself: 「某补贴，项目资金总额多少」.
_ANY_MONEY = regex("(?:项目|资金|经费|金额|总额|款项?)+")


def _own_name(said: str, names: Sequence[Starts]) -> str:
    """「租房子的钱（租赁费）」: the name in brackets, where it is one that the documents have."""
    own = without_gloss(said)[1:2]
    known = own and any(own[0] == name for table in names for _, name in table.get(own[0][:2], ()))
    return own[0] if known else said


def spoken_of(before: Talk) -> str:
    """The account that the last turn was of."""
    subject = before[-1].plan.subject if before else None
    return subject.name if subject is not None else ""
