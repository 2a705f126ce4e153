"""A follow-up that nothing answered, asked as one sentence with what was spoken of before it (连着前文再问).

「提租补贴多少」「第二年涨到多少了」 is 「提租补贴涨到多少了」 of that year; 「出国的钱」「都去哪些国家」 asks of going
abroad. The words of both are kept, so that the answer has to explain them all; what was told before is not told again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.closest.alike import vectors_of
from service.closest.number_asked import ANY, number_asked
from service.closest.number_asked import MONEY as A_SUM
from service.closest.scorer import load_talk
from service.closest.told_line import asks_words
from service.closest.words import THING, content_of
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk, Turn, aside
from service.model import Reason
from service.read.terms import overlap, reads_in
from service.scope.named_in import Named
from service.second.beyond import declined, is_unmet, none_of_it
from service.second.operands_said import shared
from service.text.narrative import has_what_is_asked
from service.worded.odd import WHY
from service.worded.shapes import is_told

_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
#: A longer text stands for itself.
_LONGEST = 60
#: So much a word tells that names what is spoken of.
_TELLS = 0.5
#: So much a word tells that may have another in its place; a follow-up that is nothing but another thing.
_NAMES = 0.2
_BARE = regex(
    r"(?:那么?|还有|至于|再说)?(?P<what>(?:(?!多少|几|什么|哪|吗|为|怎|咋|占|比|差|谁)[\u4e00-\u9fff]){2,12}?)的?(?:部分|那[块些个])?(?:呢|咧|哩|嘛|嘞)[？?。！]*"
)
#: The same with the question asked again: 「半护理的一个月又是多少」.
_AGAIN = regex(
    r"(?:那么?|还有)?(?P<what>(?:(?!多少|几|什么|哪|占|比|差)[\u4e00-\u9fff]){2,5}?)的?(?:(?:每|一个?)[人户月年辆台件亩]){0,2}"
    r"(?:又|[是要补给发有])*(?:多少|几)[钱元块]{0,2}[呢啊？?。]*"
)
#: What is paid for one is asked for, and told.
_FOR_ONE = regex(
    r"(?:每一?|一)(?:[人名户亩台辆件头位具例场餐吨生]|个(?:人|月))[^，。？]*(?:补|奖|发|领|给|拿|收|交|标准|多少钱)"
)
_ONE_EACH, _IN_ALL = regex(r"/|标准|[人户]均(?!本年)|单价"), regex(r"一共|总|合计|全部|共计|花")
_SORRY = "前面问的是单个对象的标准，资料里没有写明这一类的标准，不拿总数来回答。"
_HAN = regex(r"[\u4e00-\u9fff]+")
#: What asks for a number of its own.
_COUNTS = regex("多少|几|好多|占|比例|百分|平均|率")
#: A part of what is asked was not found.
_LACKS = regex("没有(?:在|列出|找到|写明|单独)")
#: So much of the name of what was spoken of makes a figure one of it.
_SAME = 0.6
_ASKS_WHY = regex("为什么|为啥|为何|为么事|怎么(?:就|会|回事|一下)|咋(?!样|办)|原因|缘故")
#: What only points back or leads on.
_POINTS = regex(r"^(?:那么?|那个|这个?|然后|还有|再|又|，|,|\s)+(?![一二三四五六七八九十\d])|[？?。！!]+$")


def in_context(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where a follow-up has none, that to the sentence which it makes with what was spoken of.

    ``whole`` answers a text in every way there is, in a conversation that is given; ``before`` are the turns so far.
    """
    if not before or len(text) > _LONGEST:
        return answer
    quoted = answer.status is Status.ANSWERED and not answer.figures and "写道：" in answer.answer
    astray = _is_of_all(answer, text, before[-1])
    if not (astray or _is_open(answer) or (quoted and before[-1].told and _BARE.fullmatch(text))):
        return answer
    named = read(text)
    if named is None or len(set(named.bodies)) != 1:
        return answer
    when = "、".join(f"{year}年" for year in sorted(set(named.years)))
    for asked in (*_swapped(named.rest, before[-1], read), *_joined(text, named, before[-1], read)):
        own = aside()
        joined = f"{named.bodies[0]}{when}{asked}"
        told = whole(joined, conversation=own)
        if _fits(told, text, joined, before[-1], named.prints):
            if conversations.talk(conversation)[-1:] != before[-1:]:
                conversations.take_back(conversation)
            for turn in conversations.talk(own)[-1:]:
                conversations.keep(conversation, turn)
            return told.model_copy(update={"conversation_id": conversation})
    return answer


def unless_of_all(answer: Answer, text: str, before: Talk) -> Answer:
    """The answer; none where a follow-up asks what is paid for one, and what all of them cost would be told."""
    return declined(answer, _SORRY) if before and _is_of_all(answer, text, before[-1]) else answer


def _is_of_all(answer: Answer, text: str, last: Turn) -> bool:
    """Whether what all of them cost is told where the turn before asked what is paid for one: 「那微型的呢」."""
    again = _BARE.fullmatch(text) or _AGAIN.fullmatch(text)
    if again is None or _IN_ALL.search(text) or not _FOR_ONE.search(last.said):
        return False
    money = [
        figure
        for figure in answer.figures
        if figure.unit in MONEY and not reads_in(again["what"][:2], figure.label)
    ]
    return (
        answer.status is Status.ANSWERED
        and bool(money)
        and not any(_ONE_EACH.search(figure.label) for figure in money)
    )


def _is_open(answer: Answer) -> bool:
    """Whether nothing was found, or what is meant was not clear and no choice is offered."""
    if answer.status is Status.CLARIFY:
        return not answer.options
    return answer.status is Status.NO_ANSWER and answer.reason in _UNSURE


def _joined(text: str, named: Named, last: Turn, read: Callable[..., Named | None]) -> Iterator[str]:
    """What the follow-up asks, behind what was spoken of."""
    for topic in _topics(last, read):
        if topic and topic not in text:
            yield f"{topic}{_POINTS.sub('', named.rest)}"


def _swapped(rest: str, last: Turn, read: Callable[..., Named | None]) -> Iterator[str]:
    """「退了休的呢」 after 「在职的有多少人」: the question before with this in the place of one of its words."""
    bare, again = _BARE.fullmatch(rest), _AGAIN.fullmatch(rest)
    named = read(last.said) if (bare or again) is not None and last.said else None
    if named is None:
        return
    for what in dict.fromkeys(match["what"] for match in (bare, again) if match is not None):
        yield from _kin_swapped(named.rest, what)
    if bare is None:
        return
    said = [
        w.text
        for w in content_of(named.rest, load_talk())
        if w.weight >= _NAMES and w.text not in bare["what"]
    ]
    own, *others = vectors_of([bare["what"], *said])
    nearest = sorted(zip(said, others, strict=True), key=lambda one: -float(own @ one[1]))
    for word, _ in nearest:
        yield named.rest.replace(word, bare["what"])


def _kin_swapped(asked: str, what: str) -> Iterator[str]:
    """「那重型的呢」 after 「中型货车补多少」: in the place of what ends alike, and begins otherwise."""
    for size in dict.fromkeys((2, len(what))):
        head, rest = what[:size], what[size:]
        runs = {asked[at : at + size] for at in range(len(asked) - size + 1)} if rest in asked else set()
        kin = [run for run in runs if run[-1] == head[-1] and run[0] != head[0] and _HAN.fullmatch(run)]
        if kin:
            first = min(kin, key=lambda run: (run + rest not in asked, asked.find(run)))
            yield asked.replace(first, head)
            return


def _topics(turn: Turn, read: Callable[..., Named | None]) -> Iterator[str]:
    """What a turn was about: the account or thing that it found, else what its words name."""
    subject = turn.plan.subject
    if turn.found and subject is not None:
        if subject.kind != "总额":
            yield subject.name
        return
    named = read(turn.said) if turn.said else None
    if named is None:
        return
    from service.worded.put_plainly import read_wording  # its weights: only where they are needed

    tagged = read_wording(named, ()).tagged
    yield "".join(run for label in ("account", "whole", "counted") for run in tagged.spans(label))
    yield "".join(word.text for word in content_of(named.rest, load_talk()) if word.weight >= _TELLS)


def _fits(told: Answer, text: str, joined: str, last: Turn, prints: Callable[[str], bool]) -> bool:
    """Whether all that is asked is told, and not what the last turn told; no number where words are asked for."""
    if told.status is not Status.ANSWERED or _LACKS.search(told.answer):
        return False
    if {(figure.value, figure.unit) for figure in told.figures} <= last.told and last.told:
        gives = has_what_is_asked(text, told.answer) and (
            not _ASKS_WHY.search(text) or WHY.search(told.answer)
        )
        return told.figures == [] and asks_words(text) and bool(gives)
    if told.figures and not _COUNTS.search(text) and not _is_alike(told, last):
        return False
    if told.figures and (asks_words(text) or _is_of_the_same(told, text, last, prints)):
        return False
    return not (none_of_it(told, joined) or is_unmet(told, joined))


def _is_alike(told: Answer, last: Turn) -> bool:
    """Whether money is told after money, and a number of things after one, where no other is asked for; where nothing
    was told, what was asked for stands for it."""
    sort = number_asked(last.said).sort if last.said and not last.told else ANY
    asked = set() if sort == ANY else {sort == A_SUM}
    money = {unit in MONEY for _, unit in last.told} or asked
    return not money or {figure.unit in MONEY for figure in told.figures} <= money


def _is_of_the_same(told: Answer, text: str, last: Turn, prints: Callable[[str], bool]) -> bool:
    """Whether a figure is of what was spoken of, and nothing is said of another thing that the follow-up names, which
    the documents print, or of the whole that it names."""
    label = told.figures[0].label
    whole = shared(text)
    if whole is not None and not any(is_told(way, label.partition("占")[2]) for way in whole.operands[1]):
        return True
    spoken = fold(last.plan.subject.name) if last.plan.subject is not None else ""
    if not spoken or overlap(spoken, fold(label)) < _SAME * len(spoken):
        return False
    own = [w.text for w in content_of(text, load_talk()) if w.sort == THING and w.weight >= _TELLS]
    return any(len(word) > 1 and prints(word) and word not in told.answer for word in own)
