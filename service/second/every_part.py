"""Every part of a question by itself, where it was not told as it followed the first (逐问).

「绩效指标设了几项、完成了几项」: the second is of the first's topic; asked with who, when and the topic before it. What
repeats the figure of a part before it has not been told, and that is said: one count never stands for two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.figures.aim_said import AIM_TOLD
from service.figures.simple_figures import who
from service.follow.conversation import aside
from service.read.terms import overlap
from service.second.beyond import lacking

#: What the first part is about, before what it asks.
_TOPIC = regex(
    r"(?P<topic>[\u4e00-\u9fff“”《》]{2,16}?)(?:的)?(?:一共|总共|一起|共|都|又|到底|实际)*(?:暴露出?|存在|出现|发现|查出|是|有|设|建|收|来|接|开|办|做|编|评|受理|完成|安排|打算|计划|准备|要|花|用)*(?:了|过|着)?"
    r"(?:多少|几|什么|啥|哪|怎么)"
)
#: What the first part names what it asks for within: 「政府采购里工程花了多少、服务花了多少」.
_WITHIN = regex(r"^[\u4e00-\u9fff“”]{2,10}?(?:里面?|当中|之中|中)的?")
#: A part that is of what the first found, and stands for nothing by itself.
_LEANS = regex(
    r"^(?:那|又|它|其|这|其中|里[头面边]|占|比|较|同比|增|减|多|少|涨|降|一共|合计|总共|平均|哪[个家项一]|最|差)"
)
#: A part that names nothing of its own: it is of the first's topic, whatever was found last.
_BARE = regex(
    r"^(?:那|又|那么|这|它)*(?:是)?(?:为(?:什么|啥|何|嘛)|(?:是)?(?:什么|啥)(?:原因|缘故|情况)|原因(?:是什么|呢)?|[怎咋]么?回事|(?:下一步|接下来|往后|以后|今后|后面|后续|打算|准备|计划|将|要)*(?:怎么|如何|咋|怎样)(?:办|改|整改?|改进|解决|处理|应对|弄|补救|加强)(?:的)?|(?:有)?(?:什么|啥|哪些)(?:措施|办法|打算|整改)|(?:是)?(?:没|未|有没有|是否)?(?:达标|(?:达到|完成)(?:了)?(?:目标|指标|任务)))[了没呢啊呀吗？?。]*$"
)
#: The score of what the first names, and of no other that has one.
_SCORED = regex(
    r"^(?:那|又|它|自评|绩效|最后|一共)*(?:得分|评分|[得打评]了?(?:多少|几)分|(?:自评)?(?:得分|评分|分数)(?:是|有)?(?:多少|几))"
)
#: A column of a table behind the name of what stands in it.
_COLUMN = regex(r"（[^（）]*）$")
#: Whether what the first counts came to its aim.
_MET = regex(r"^(?:那|又|它)*(?:有没有|是否|是不是|到底)*(?:达标|(?:达到|完成)了?(?:目标|指标|任务))")
#: How the first was bought: said in its own row, never in another's.
_WAY = regex(
    r"^(?:那|又|是|走|用|采用|采取|通过|按|以)*(?:的是?|了)?(?:(?:什么|啥|哪一?种|何种)(?:样的)?(?:政府)?(?:采购)?(?:方式|形式)(?:采购|买|购买|办|定)?的?"
    r"|(?:怎么|咋|如何|怎样)采购的?|(?:政府)?(?:采购)?(?:方式|形式)(?:又?是|为|呢)?(?:什么|啥|哪一?种|何种)?)[呢啊呀？?。]*$"
)
#: What only asks, or says that something is.
_EMPTY = regex(
    r"多少|几[个项件次批人家名辆台座条份篇期场处户]?(?:次)?|什么|啥|哪些?|怎么|一共|总共|分别|各自?|都|又|是|有|了|过|的|呢|吗|完成|设|做|花|用|来|给"
)
#: So much of a part must have been understood.
_SURE = 0.85


def every_part(answers: Sequence[Answer], parts: Sequence[str], ask: Callable[..., Answer]) -> list[Answer]:
    """The answers, each part after the first that was not told asked once more by itself.

    ``ask`` answers a question in a ``conversation``.
    """
    told = list(answers)
    head = next((who(a) for a in answers if a.status is Status.ANSWERED and who(a)), "")
    for place, part in enumerate(parts):
        again = _again(told[:place], told[place])
        if not place or not head or _LEANS.match(part):
            continue
        if _WAY.match(part) and told[0].figures:
            told[place] = _way_of(head, told[0].figures[0].label, part, told[place], ask)
            continue
        if _MET.match(part) and (met := _met_of(head, told[0], part, ask)) is not None:
            told[place] = met
            continue
        if _BARE.match(part) or _SCORED.match(part):
            told[place] = _of_topic(head, _named(parts[0], told[0]), part, told[place], ask)
            continue
        if not (again or _is_lost(told[place])):
            continue
        found = _told_alone(head, parts[0], part, told[:place], ask)
        told[place] = found or (
            _lacking(told[place], part) if again or _is_astray(told[place]) else told[place]
        )
    return told


#: How it moved, and nothing of what did.
_ONLY_MOVED = regex(r"^(?:那|又|它)*(?:比|较|同比|跟|与|和)(?:上一?年|去年|前一年|(?:20)?\d\d年|年初|预算)")


def _named(first: str, told: Answer) -> str:
    """The first part with the account that it is of, where the conversation alone says that: 「比上年少了多少」."""
    subject = told.plan.get("subject")
    own = _ONLY_MOVED.match(first) and isinstance(subject, dict) and told.status is Status.ANSWERED
    return f"{subject['name']}{first}" if own and isinstance(subject, dict) else first


def _of_topic(head: str, first: str, part: str, answer: Answer, ask: Callable[..., Answer]) -> Answer:
    """「…多少，为什么」: what is told of the first's topic; the answer itself where that speaks of it."""
    topic = _topic(first, head)
    if len(topic) < len("年度"):
        return (
            answer if answer.status is Status.ANSWERED or not _is_astray(answer) else _lacking(answer, part)
        )
    found = ask(f"{head}{topic}{part}", conversation=aside())
    if found.status is Status.ANSWERED and (not found.figures or _SCORED.match(part)):
        return found
    of_it = answer.status is Status.ANSWERED and overlap(fold(topic), fold(answer.answer)) > 1
    return answer if of_it else _lacking(answer, part)


def _met_of(head: str, first: Answer, part: str, ask: Callable[..., Answer]) -> Answer | None:
    """Whether the aim was met of what the first counts, by the name that it was told by; None where no form says it."""
    if len(first.figures) != 1:
        return None
    thing = _COLUMN.sub("", first.figures[0].label)
    found = ask(f"{head}{thing}{part}", conversation=aside())
    return found if found.status is Status.ANSWERED and AIM_TOLD.search(found.answer) else None


def _way_of(head: str, thing: str, part: str, answer: Answer, ask: Callable[..., Answer]) -> Answer:
    """How a thing is bought, where the row that says so is its own."""
    found = ask(f"{head}{thing}采购方式是什么", conversation=aside())
    own = found.status is Status.ANSWERED and fold(thing) in fold(found.answer)
    return found if own else _lacking(answer, part)


def _again(before: Sequence[Answer], answer: Answer) -> bool:
    """Whether an answer only tells once more what was told before it."""
    figures = {(f.label, f.value, f.year, f.entity, f.stage) for a in before for f in a.figures}
    own = [(f.label, f.value, f.year, f.entity, f.stage) for f in answer.figures]
    return bool(own) and all(f in figures for f in own)


def _is_lost(answer: Answer) -> bool:
    return answer.status is not Status.ANSWERED


def _is_astray(answer: Answer) -> bool:
    """Whether a part was taken for the name of a body."""
    return answer.reason in ("entity_not_loaded", "out_of_scope", "ambiguous")


def _told_alone(
    head: str, first: str, part: str, before: Sequence[Answer], ask: Callable[..., Answer]
) -> Answer | None:
    """The answer to a part with who, when and the topic before it; None where it is not sure or says nothing new."""
    topic = _topic(first, head)
    within = _WITHIN.match(topic)
    names = [name for name in ((within[0] if within else ""), topic) if name and name not in part]
    for question in (*(f"{head}{name}{part}" for name in names), f"{head}{part}"):
        found = ask(question, conversation=aside())
        if _is_new(found, part, topic, before):
            return found
    return None


def _topic(first: str, head: str) -> str:
    """What the first part is about; empty where it is not said before what is asked."""
    rest = first
    year = regex(r"(?:19|20)?\d\d年度?的?").search(first)
    if year is not None:
        rest = first[year.end() :]
    else:
        at = max((first.rfind(c) + 1 for c in "局委办厅院会部队站所心道镇乡"), default=0)
        rest = first[at:]
    said = _TOPIC.match(rest)
    return said["topic"] if said is not None and said["topic"] not in head else ""


def _is_new(found: Answer, part: str, topic: str, before: Sequence[Answer]) -> bool:
    if found.status is not Status.ANSWERED or _again(before, found):
        return False
    if not found.figures:
        return bool(found.citations) and found.answer not in {a.answer for a in before}
    named = fold(_EMPTY.sub(" ", part))
    label = fold(found.figures[0].label + found.answer)
    sure = float(str(found.plan.get("confidence", "0"))) > _SURE
    said = [run for run in named.split() if len(run) > 1]
    return sure and (not said or any(overlap(run, label) > 1 for run in said))


def _lacking(answer: Answer, part: str) -> Answer:
    """That nothing was found for a part."""
    return lacking(answer, f"没有找到「{part.strip('，,。？? ')}」写明的内容。")
