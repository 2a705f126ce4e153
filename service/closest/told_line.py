"""The last resort for what is asked in words: the sentence that answers most likely, as it is printed (最近之句)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ingest.model import Chunk, Document
from ingest.patterns import regex
from ingest.text import fold
from service.closest.line_scorer import LACKING, choose_line, load_lines
from service.closest.lines import Lines, told_from
from service.closest.number_asked import ANY, number_asked
from service.closest.query import Query
from service.closest.said_there import lacks_what_is_said
from service.closest.scorer import load_talk
from service.closest.word_rows import key_of
from service.closest.words import THING
from service.evidence import Sources
from service.inquiry import Inquiry
from service.model import PHRASE_KINDS, Declined, Evidence, Plan, Quote, Reason
from service.text.asked import sort_of
from service.text.lexical import Index
from service.text.narrative import has_what_is_asked
from service.text.reasons import goes_against
from service.text.sentences import to_quote
from service.text.sorts import Sort
from service.things.contrary import contrary

#: So sure it must be; measured on bodies not learnt from (``python -m eval.closest``).
ENOUGH = 0.52
#: So sure it must be to be told beside another passage.
_BESIDE = 0.75
#: A run of words that is no longer may stand anywhere.
_SHORT = 8
#: So many characters ahead of a sentence say what it is of.
_AHEAD = 80
#: How the note begins by which such an answer is known.
CLOSEST = "文件没有用问题里的字眼"
_UNSURE = (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED)
#: A number is asked for, or one of things that only their numbers set in order.
_NUMBER = regex(
    r"多少|(?<!这)几(?:[个位家次件名辆台场回趟成倍块万亿分条项户人天年月号]|千|百|十)|百分|最[多高大少低小]|排[名第]|占比|比例|金额|数额"
)
_WORDS = regex(r"什么|啥|哪|谁|为何|怎|咋|如何|何时|吗|嘛|么|干嘛|原因|缘故|意思|问题|措施|用途|还是|是不是")
#: What is asked for, and what a sentence has that tells it; without it the sentence is only of the same thing.
_TELLS = (
    (
        regex(r"为什么|为啥|为何|因何|凭啥|原因|缘故|怎么(?:就|会|回事)|咋(?!样|办)"),
        regex(
            r"原因|由于|因|所致|导致|致使|影响|为了|鉴于|统筹|主要是|(?:不含|不包[括含]|未纳入|不纳入)[^。]{2,30}[（(]"
        ),
    ),
    (
        regex(r"什么时候|啥时候|何时|哪天|几月|几号|啥日子"),
        regex(r"\d\s*[年月日](?![：:])|季度|[上下]半年|[年月]底|期间|日前"),
    ),
    (
        regex(r"哪(?:[家个]|几家)(?:单位|公司|企业|部门|学校|医院)"),
        regex(r"[\u4e00-\u9fff]{2}(?:公司|集团|事务所|院|[学党]校|大学|局|委|中心|办|处|所|队|站|会)"),
    ),
    (regex(r"什么意思|啥意思|什么叫|啥叫|指的?是?(?:什么|啥|哪)|含义"), regex(r"指|是|：|反映|包括|即")),
    (
        regex(r"(?:在|去|到)(?:了)?(?:哪里|哪儿|哪个地方|什么地方|啥地方)|何处"),
        regex(r"(?:位于|坐落|地处|赴|设在|[在到](?!位|期))[\u4e00-\u9fff]{2,}"),
    ),
)
#: Which of several places, offices or firms: a sentence that lacks the thing asked about names those of another.
_WHICH_OF = regex(
    r"哪(?:[几些两三]?[个家所座条])?[\u4e00-\u9fff]{0,4}?(?:[站所局乡镇村校院园馆厂队]|街道|公司|企业|单位|苗圃|社区)(?!的?(?:什么|啥))"
)
_UP, _DOWN = regex("增|上升|提高|涨|多了|多出|变多"), regex("减|下降|降低|跌|少了|变少|缩|压")
#: Why something moved is asked, and it did not.
_EVEN, _MOVED = regex("持平|一致|无变化|没有变化"), regex("原因|由于|因为|所致|增|减|上升|下降|降低")
_TERMS, _CLAUSES = regex("名词|术语"), regex("[；;。]")
_COMMAS, _STOP = regex("[，,]"), regex("[。\n]")
_MEANS = regex(
    r"意思|指|是个?(?:什么|啥)|[哪什么啥](?:一)?[种类些样]?(?:样)?的?(?:人|田|钱|东西|对象|群体)|给谁|[干做](?:什么|啥|嘛)|用来|用于|用途|包[括含]|[怎咋]么?个|(?<![了，,])是[怎咋]么?一?回事|概念|定义|解释|叫"
)
#: Items of a list are told by what they are asked for, and reasons of one thing are none of another.
_OF_ITEMS = regex(r"措施|整改|改进|[怎咋如]么?何?(?:去|来)?(?:[改办治整]|解(?!释))|问题|毛病|解决|不足|困难")
#: A year that something is set against, or that it goes back to, is not the one a sentence is of.
_COMPARED = regex(r"(?:与|比|较|同|和)(?:19|20)\d\d年|(?:19|20)\d\d年(?:\d{1,2}月)?(?=以来|起)")
_YEAR, _NOW = regex(r"(?:19|20)\d\d(?=年)"), regex(r"现在|目前|如今|眼下|今年|本年|当前")
#: What narrows or changes what is asked, so that no sentence that lacks it is one to it.
NARROWS = regex(
    r"不含|不算|除[了去开]|剔除|扣[除掉]|撇开|排除|不包括|以外|之外|国庆|中秋|元旦|清明|端午|春节|汛期|[寒暑]期|季度|[上下]半年|\d月|月份"
    r"|节假日|疫情|前任|历任|那阵子?|那会儿|那几天|参公|参照公务员|公益[一二三]类|全额|差额|自收自支"
)
#: Words of which a document may say one where another is asked by.
_BOUNDS = (
    ("除", "另", "此外", "剔除", "扣除"),
    ("不含", "不包括", "不算", "未纳入", "未列入", "除"),
)
#: An amount that is said by the way, and not asked for: 「花了三十多万」, 「要等四十多天」.
_SAID_AMOUNT = regex(
    r"[一二三四五六七八九十百千两]+[多几来]?[十百千万亿]*[多几来][十百千]*[万亿]?[块元天年人个名户件次台辆亩家]?(?!少)"
    r"|\d+多(?!少)[十百千万亿]*[块元天年人个名户件次台辆亩家]?"
)
#: Which of several: their names, not their number.
_WHICH = regex(r"哪(?:几|[两二三四五六七八九十])(?=[\u4e00-\u9fff])")
_OF_WORDS = regex(
    r"(?:哪|什么|啥)(?:一)?[种类样些]?(?:样)?的?人(?![员均数次])|给谁|什么意思|啥意思|指的?是?(?:什么|啥)|[怎咋]么?个|(?:什么|啥)(?:样的?)?[补做办算分发]法"
    r"|是个?(?:什么|啥)(?:东西|玩意|意思|概念)?(?:[？?啊呀呢]|$)|什么叫|啥叫|干[什啥嘛]么?(?:用|的)|[干做办搞整]些?(?:什么|啥)(?:的|东西|事)?|些(?:什么|啥)|(?:什么|啥)(?:事情?|东西)"
)
_KEPT: dict[tuple[str, ...], Lines] = {}
_MOST = 64


def told_line(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, asked: Inquiry
) -> Evidence | Declined:
    """The evidence; where it is none for want of words, the sentence that answers in words, if sure."""
    if isinstance(evidence, Declined):
        unsure = evidence.reason in _UNSURE and not evidence.options
    else:
        unsure = bool(evidence.findings) and is_of_words(asked.text)
    if not unsure or sources.body.within or not asks_words(asked.text):
        return evidence
    found = _found(plan, sources, asked)
    if found is None or found[0] < ENOUGH:
        return evidence
    if _narrowed(asked.text, "".join(found[1].sentences)) or not _tells_of_it(plan, found[1], asked.text):
        return evidence
    around = _with_ahead(found[1])
    if _asks_why(asked.text) and (
        _goes_the_other_way(asked.text, around) or _of_the_contrary(asked.text, found[1])
    ):
        return evidence
    if lacks_what_is_said(asked.text, around):
        return evidence
    note = f"{CLOSEST}，以上是意思最接近的一处，请对照原文。"
    return Evidence(quotes=(found[1],), notes=(note,))


def told_beside(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, asked: Inquiry
) -> Evidence | Declined:
    """What is told in words, and behind it another sentence, where that surely answers."""
    words = (
        isinstance(evidence, Evidence) and evidence.quotes and not evidence.findings and not evidence.absences
    )
    if not words or sources.body.within or not asks_words(asked.text):
        return evidence
    if (
        _OF_ITEMS.search(asked.text)
        or _TELLS[0][0].search(asked.text)
        or sort_of(fold(asked.text)) is Sort.REASON
    ):
        return evidence
    assert isinstance(evidence, Evidence)  # a refusal has no words
    found = _found(plan, sources, asked)
    if found is None or found[0] < _BESIDE:
        return evidence
    told, told_line = (_tight(one.sentences for one in quotes) for quotes in (evidence.quotes, found[1:]))
    again = any(len(part) > _SHORT and part in told for part in told_line.split("。"))
    if again or told in told_line:
        return evidence
    notes = (*evidence.notes, "文件里还有一处与所问意思相近，也摘在后面。")
    return replace(evidence, quotes=(*evidence.quotes, found[1]), notes=notes)


def _found(plan: Plan, sources: Sources, asked: Inquiry) -> tuple[float, Quote] | None:
    """How sure the sentence is that tells most likely what is asked, of those that have a thing of its sort."""

    def may_tell(told: str, chunk: Chunk) -> bool:
        fits = _tells(asked.text, told) and not of_another_year(told, plan, asked)
        return fits and not _of_terms(chunk, asked.text)

    return nearest_line(plan.text, plan.year or 0, sources.documents, sources.index(), may_tell)


def _narrowed(text: str, told: str) -> bool:
    """Whether a question narrows what it asks by words that a sentence lacks: 「除了处室，另外设了哪些机构」 is of
    what is 另设."""
    return any(not any(word in told for word in _same_bound(m[0])) for m in NARROWS.finditer(text))


def _same_bound(word: str) -> tuple[str, ...]:
    """How else a document may say a word that narrows."""
    return (word, *next((row for row in _BOUNDS if any(word.startswith(w) for w in row)), ()))


def _tight(quotes: Iterable[Sequence[str]]) -> str:
    return "".join("".join(sentences) for sentences in quotes)


def _tells_of_it(plan: Plan, quote: Quote, text: str) -> bool:
    """Whether a sentence, or a heading over it, has the account that a question is of, and says nothing else of it."""
    if plan.subject is None or plan.subject.kind in PHRASE_KINDS or plan.subject.kind == "总额":
        return True
    names = {fold(plan.subject.name), fold(plan.subject.name).removesuffix("支出")}
    if not any(name in fold(text) for name in names):
        return True  # it is only what daily words were taken for
    own = _own_clauses("".join(quote.sentences), names)
    if any(contrary(text, clause) or _goes_the_other_way(text, clause) for clause in own):
        return False
    return bool(own) or any(name in fold("".join((*quote.chunk.path, _ahead(quote)))) for name in names)


def _own_clauses(told: str, names: set[str]) -> list[str]:
    """The clauses that name an account; where one does not say which way it went, with those behind it that do."""
    found = []
    for part in _CLAUSES.split(told):
        pieces = [fold(piece) for piece in _COMMAS.split(part)]
        for at, piece in enumerate(pieces):
            if any(name in piece for name in names):
                moved = _UP.search(piece) or _DOWN.search(piece)
                found.append(piece if moved else "，".join(pieces[at : at + 2]))
    return found


def _asks_why(text: str) -> bool:
    return _TELLS[0][0].search(text) is not None or sort_of(fold(text)) is Sort.REASON


def _ahead(quote: Quote) -> str:
    """What stands right before a sentence in its passage."""
    return quote.chunk.text.partition(quote.sentences[0])[0][-_AHEAD:]


def _with_ahead(quote: Quote) -> str:
    return "".join((_ahead(quote), *quote.sentences))


def _of_the_contrary(text: str, quote: Quote) -> bool:
    """Whether the first reason that a quote gives is why it went the other way than is asked."""
    pieces = [fold(piece) for piece in _STOP.split("".join(quote.sentences)) if _TELLS[0][1].search(piece)]
    return bool(pieces) and goes_against(fold(text), pieces[0])


def _goes_the_other_way(text: str, clause: str) -> bool:
    """Whether what is asked about went one way, and what a clause tells of it the other."""
    ways = [(_UP.search(said) is not None, _DOWN.search(said) is not None) for said in (text, clause)]
    if any(ways[0]) and _EVEN.search(clause) and not _MOVED.search(clause):
        return True
    return ways in ([(True, False), (False, True)], [(False, True), (True, False)])


def _of_terms(chunk: Chunk, text: str) -> bool:
    """Whether a list of terms is to say more than what a term means, what it is for and to whom it goes."""
    return _MEANS.search(text) is None and any(_TERMS.search(part) for part in chunk.path[-1:])


def _tells(text: str, told: str) -> bool:
    """Whether what is told has the sort of thing that is asked for: a reason, a time, a name."""
    return has_what_is_asked(text, told) and all(
        has.search(told) for asks, has in _TELLS if asks.search(text)
    )


def of_another_year(told: str, plan: Plan, asked: Inquiry) -> bool:
    """Whether a year is meant, by its number or as the present one, and the sentence names other years alone."""
    years = {int(year[0]) for year in _YEAR.finditer(_COMPARED.sub("", told))}
    meant = asked.scope.year or asked.scope.period.years or _NOW.search(asked.text)
    return bool(meant and years) and plan.year not in years


def is_of_words(text: str) -> bool:
    """Whether no number can be what is asked for: what a thing means, to whom it goes, how it is done."""
    return _OF_WORDS.search(text) is not None and asks_words(text)


def asks_words(text: str) -> bool:
    """Whether a question is answered in words and not by a number."""
    text = _WHICH.sub("哪些", _SAID_AMOUNT.sub("", text))
    return bool(_WORDS.search(text)) and not _NUMBER.search(text) and number_asked(text).sort == ANY


def nearest_line(
    text: str,
    year: int,
    documents: Sequence[Document],
    index: Index,
    may_tell: Callable[[str, Chunk], bool] = lambda told, chunk: True,
) -> tuple[float, Quote] | None:
    """How sure the sentence is that answers most likely, and the sentence with what belongs to it.

    ``may_tell`` says of what would be told, and the passage it stands in, whether it can be an answer. An item of a
    list that lacks a thing that is asked about is another's: 「堤防裂缝怎么整改」; so is a term that is explained.
    """
    key = key_of(documents, index)
    if key not in _KEPT:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        _KEPT[key] = Lines(index.chunks)
    ready = _KEPT[key]

    def fits(at: int) -> bool:
        start, end = told_from(ready, at)
        return may_tell("".join(line.text for line in ready.lines[start:end]), ready.lines[at].chunk)

    query = Query.of(text, load_talk(), year)
    choice = choose_line(query, ready, load_lines(), fits)
    if choice is None:
        return None
    line = ready.lines[choice.at]
    terms = any(_TERMS.search(part) for part in line.chunk.path[-1:])
    terms = terms and not any(run in line.term or line.term in text for run in _runs(text) if line.term)
    if choice.lacks >= LACKING and (terms or _OF_ITEMS.search(text)):
        return None
    if _WHICH_OF.search(text) and _lacks_a_thing(query, ready.lines[choice.at].text):
        return None
    start, end = told_from(ready, choice.at)
    return choice.sure, to_quote([line.sentence for line in ready.lines[start:end]])


def _runs(text: str, size: int = 4) -> list[str]:
    """Every so many characters of a text that follow each other."""
    return [text[at : at + size] for at in range(len(text) - size + 1)]


def _lacks_a_thing(query: Query, told: str) -> bool:
    """Whether a thing that is asked about is told by none of its words."""
    things = (said for said in query.said if said.word.sort == THING and len(said.word.text) > 1)
    return any(not any(word in told for word in (said.word.text, *said.official)) for said in things)
