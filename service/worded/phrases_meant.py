"""A question with the names of accounts for the phrases that mean them, wherever these stand (逐段换成科目名).

「车子加油保养修理比添新车多列了几万」 is asked of 公务用车运行维护费 and 公务用车购置费: the question is cut where words join
or ask, and each piece, or several that stand together, is named by the one account of the body that it means. What
means none stays as it is, so that the question is answered only where all of it is understood.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ingest.patterns import regex
from ingest.text import fold
from service.closest.account_meant import nearest_account
from service.closest.alike import vectors_of
from service.closest.scorer import load_talk
from service.closest.told_line import asks_words
from service.closest.words import content_of
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk, aside
from service.model import Reason
from service.read.accounts_said import names_said
from service.scope.named_in import Named
from service.second.beyond import is_unmet, none_of_it
from service.worded.asked_about import NARROWED, PAID, bare_phrase, is_of_another
from service.worded.concepts import concept_meant, printed_by

_HOLE = "\0"
_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
#: So likely an operation is asked for; so much a word tells that must be answered to.
_LIKELY, _TELLS = 0.5, 0.6
#: So near an account must be that several things listed are to mean.
_SURE = 0.75
_LONGEST, _LEAST, _MOST, _TOGETHER = 90, 2, 16, 3
#: Where a question is cut: marks, who and when, words that join two things or lead from one to another, and the words of asking.
_CUTS = regex(
    r"[\0，,。；;：:？?！!、\s（）()“”\"「」]+"
    r"|(?:以及|还有|连同|加上|外加|算上|减去|减掉|扣掉|除以|相比|对比|里[头面]|当中|其中|之中|(?<=[\u4e00-\u9fff]{2})(?:和(?!谐)|跟(?!踪|进)|与(?!会)|同(?!级|城|步|比|期|类)|比(?!赛|例|武|对)|占(?!道|用|路|地)|加(?!油|班|固|装|工|强|快|大|密)|连(?!续|接|片)|里(?!程))(?=[\u4e00-\u9fff]{2}))"
    r"|(?:分别|各自?|一共|总共|合计|总计|拢共|共计|加起来|合起来|加一[起块]|合在一[起块])+"
    r"|(?:多少|几多|好多|几(?=[个万亿元块成十百千倍项批次人名户家辆台件场期起])|百分之?|多大|几成|哪[个一项样笔家年]|谁|什么|啥|怎么|咋|为何)"
)
#: What a phrase is called behind it, which its name needs no more.
_THAT = r"(?:(?:那|这)一?[份笔项块个种样])?"
_TAIL = r"(?:的?(?:那|这)一?大?[类项块笔份些种摊桩]子?(?:的?(?:钱|支出|开销|费用|开支|经费))?|的(?:钱|支出|开销|费用|开支|经费))?"
#: One thing is set against another.
_COMPARES = regex(r"比(?!赛|例|武|重|率)[^，。？?]{2,}?(?:多|少|高|低|贵)[^，。？?]{0,3}?(?:多少|几|好多)")
#: Words that only say how something moved: 「少掉」.
_OF_MOVES = regex("[多少增减涨降掉了出加升跌缩短高低差比上下来去到]+")
#: How it is said that a part was not found.
_LACKS = regex("没有(?:在|列出|找到|写明|单独|算出)")


def by_phrases_meant(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where there is none, that to the question with the names of what its phrases mean.

    ``whole`` answers a text in every way there is, in a conversation that is given; ``before`` are the turns so far.
    """
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    if not unsure or len(text) > _LONGEST or asks_words(text):
        return answer
    named = read(text)
    if named is None or NARROWED.search(named.masked):
        return answer
    official, taken = in_names(text, named)
    plain = read(official) if official != text else None
    if plain is None:
        return answer
    own = aside()
    told = whole(official, conversation=own)
    if none_of_it(told, text) or is_unmet(told, text):
        return answer  # 「亏多少」 is taken for a name with the thing that it is said of
    if not (
        _fits(told, taken, official) and _is_shaped(told, plain, before) and _tells_all(told, plain, taken)
    ):
        return answer
    if conversations.talk(conversation)[-1:] != before[-1:]:
        conversations.take_back(conversation)
    for turn in conversations.talk(own)[-1:]:
        conversations.keep(conversation, turn)
    notes = [f"「{said}」按「{name}」理解。" for said, name in taken]
    return told.model_copy(update={"conversation_id": conversation, "notes": [*told.notes, *notes]})


def in_names(text: str, named: Named) -> tuple[str, list[tuple[str, str]]]:
    """The text with names for phrases, and which phrase was taken for which."""
    taken: list[tuple[str, str]] = []
    official = text
    for phrase, pieces in _phrases(named.masked):
        if phrase not in official or any(phrase in said for said, _ in taken):
            continue
        name = _meant(phrase, pieces, named)
        if name:
            official = re.sub(_THAT + re.escape(phrase) + _TAIL, name, official)
            official = re.sub(f"({re.escape(name)})(?:[、，,和跟与及]?\\1)+", r"\1", official)  # said twice
            taken.append((phrase, name))
    return official, taken


def names_meant(masked: str, named: Named) -> list[str]:
    """The accounts that a text names, and those that its phrases mean, in the order in which they stand."""
    held = {
        n: key for n in named.accounts if len(n) > 2 and (key := fold(n).removesuffix("支出")) in fold(masked)
    }
    longest = [
        n for n, key in held.items() if not any(key != other and key in other for other in held.values())
    ]
    meant = [_meant(phrase, pieces, named) for phrase, pieces in _phrases(masked)]
    return list(dict.fromkeys((*longest, *filter(None, meant))))


def _phrases(masked: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands between the cuts, several pieces together first, each without what only leads to it or ends it; and
    the pieces of each."""
    cuts = [(0, 0), *((m.start(), m.end()) for m in _CUTS.finditer(masked)), (len(masked), len(masked))]
    for together in range(_TOGETHER, 0, -1):
        for at, ((_, start), (end, _)) in enumerate(zip(cuts, cuts[together:], strict=False)):
            inner = (masked[slice(*cut)] for cut in cuts[at + 1 : at + together])
            phrase = bare_phrase(masked[start:end])
            if _LEAST <= len(phrase) <= _MOST and all(map(_WEAK.fullmatch, inner)):
                pieces = zip(cuts[at : at + together], cuts[at + 1 : at + together + 1], strict=True)
                yield phrase, tuple(bare_phrase(masked[low:high]) for (_, low), (high, _) in pieces)


#: Where one of these is asked about, an account that is none is another thing: 「印画册，政府采购安排了多少」.
_KINDS = ("采购", "贷款", "债务", "资产", "编制")
#: What may stand within a phrase, too: 「乡下人和牲口吃水」.
_WEAK = regex("[和跟与同、,，]")
#: Pieces are not one phrase over marks and questions.
_SPLIT = regex(r"[\0，,。；;：:？?！!（）()]|多少|几多|好多|百分|哪|谁|什么|啥")


def _meant(phrase: str, pieces: tuple[str, ...], named: Named) -> str:
    """The account that a phrase means; empty where it has a name of its own in it, or may mean another."""
    said = fold(phrase)
    if any(len(name) > 1 and fold(name).removesuffix("支出") in said for name in named.accounts):
        return ""
    concept = concept_meant(phrase, printed_by(named))
    if concept or _SPLIT.search(phrase.replace("、", "")):
        return concept
    if named.prints(fold(phrase)):
        return ""  # what the documents call so themselves is a thing of its own
    known = _said_for(phrase, named.accounts)
    name = known or nearest_account(phrase, named.accounts, _SURE if "、" in phrase else None)
    kind = any(kind in named.masked and kind not in name for kind in _KINDS)
    if known and not kind:
        return known
    part = said in fold(name)  # the head of a name is no description of it
    if name and len(pieces) > 1 and not _are_of(pieces, name):
        return ""  # 「印材料和租场地」 are two
    return name if name and not (kind or part or is_of_another(phrase, name, named)) else ""


#: What money is called ends so.
_OWN_MONEY = regex(
    r"(?:费用?|支出|经费|收入|资金|基金|补[贴助偿]|奖金?|津贴|工资|薪[酬水资金]|报酬|[预决]算)$"
)


def _said_for(phrase: str, accounts: Sequence[str]) -> str:
    """The one account of the body for which a phrase is known to be said; empty where none is, or several are."""
    if _OWN_MONEY.search(phrase):
        return ""  # 「公车加油费」 is money of its own: a part, if anything
    said = {_bare(name) for name in names_said(phrase)}
    meant = [name for name in accounts if _bare(name) in said and fold(phrase) not in fold(name)]
    return meant[0] if len(set(map(_bare, meant))) == 1 else ""


def _are_of(pieces: tuple[str, ...], name: str) -> bool:
    """Whether all pieces of a phrase have to do with an account."""
    near = vectors_of([piece for piece in pieces if len(piece) > 1] or [name]) @ vectors_of([name])[0]
    return bool((near >= _OF_IT).all())


#: So near to the account each of several pieces that are one phrase must be.
_OF_IT = 0.45


def _fits(told: Answer, taken: list[tuple[str, str]], asked: str) -> bool:
    """Whether figures are told of all that was taken for something, not all of them zero."""
    if told.status is not Status.ANSWERED or _LACKS.search(told.answer) or not told.figures:
        return False
    if not any(Decimal(figure.value) for figure in told.figures):
        return False
    alone = len(told.figures) == 1 and not told.figures[0].formula and "增减" not in told.figures[0].label
    if alone and _COMPARES.search(asked):
        return False
    labels = [fold(f.label) for f in told.figures] + [fold(i.label) for f in told.figures for i in f.inputs]
    named = all(any(_bare(name) in label for label in labels) for _, name in taken)
    return named and not (none_of_it(told, asked) or is_unmet(told, asked))


def _is_shaped(told: Answer, named: Named, before: Talk) -> bool:
    """Whether an answer has the shape of what the wording asks for, where that is clear."""
    from service.worded.put_plainly import read_wording  # its weights: only where they are needed
    from service.worded.shapes import SHAPES

    wording = read_wording(named, before)
    operation, chance = wording.tagged.operations[0]
    shape = SHAPES.get(operation)
    return chance < _LIKELY or shape is None or shape.fits(told, wording.asked)


def _tells_all(told: Answer, named: Named, taken: list[tuple[str, str]]) -> bool:
    """Whether an answer has all words that tell something beside who, when and what was taken for something."""
    text = fold(told.answer) + "".join(fold(i.label) for figure in told.figures for i in figure.inputs)
    rest = named.rest
    for _, name in taken:
        rest = rest.replace(name, " ")
    words = (w.text for w in content_of(rest, load_talk()) if w.weight > _TELLS and w.text not in PAID)
    words = (word for word in words if not _OF_MOVES.fullmatch(word))
    return all(any(word[at : at + 2] in text for at in range(max(1, len(word) - 1))) for word in words)


def _bare(name: str) -> str:
    return fold(name).removesuffix("支出").removesuffix("合计")
