"""What speaks against a name that was found: words around it that make another thing of it (存疑)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.text import fold
from service import vocabulary
from service.hearing import Heard
from service.model import CODED_KINDS, Term
from service.search import unit_fits
from service.segments import Role
from service.subjects import Subjects
from service.terms import Match, free_runs
from service.wording import PARTICLES, Wording

#: What narrows a question down by a bound: 「预算过500万的几个」, 「没完成的有几项」.
_BOUNDED = re.compile(
    r"(?:超过?|过了?|大于|高于|不到|低于|小于|不足|恰好|正好|达到)\d+(?:\.\d+)?(?:%|[万亿千百]|元)|(?:没有?|未能?)(?:完成|达标|达到|实现|执行|通过|开展)"
)


def condition(wording: Wording, subject: Term | None) -> tuple[str, ...]:
    """A bound or a negation that the name of the subject does not have: the figure of all is not that of some."""
    said = _BOUNDED.search(wording.text)
    name = fold(subject.name) if subject is not None else ""
    if (
        said is None
        or all(wording.taken[said.start() : said.end()])
        or said[0] in name
        or (said[0][0] in "没未" and re.search("[未没不]", name))
    ):
        return ()
    return (said[0],) if _OF_SOME.search(wording.text) else ()


#: Some of several are asked for.
_OF_SOME = re.compile(r"几[个项家件类]|多少[个项家件]|哪些|哪几|有哪")


def whole_run(run: str, wording: Wording, heard: Heard) -> str:
    """A character not understood with those beside it that are filler only by themselves: 扫大街, 罚款."""
    trial = Wording(wording.text, [char == " " for char in heard.said])
    for word in heard.words:
        if len(word.text) > 1 or word.text in PARTICLES:
            trial.claim(Match(word.start, word.end, word.text, None))
    around = [r for _, r in free_runs(trial.text, trial.taken) if run in r and len(r) <= _NEAR]
    around = [r for r in around if not re.search("[几何哪啥]", r)]  # what asks is no thing
    return around[0] if around else run


#: A run that is longer than this is no one word.
_NEAR = 4


def narrows(run: str, wording: Wording, heard: Heard) -> bool:
    """Whether words not understood stand right before a name and make another thing of it (编外人员工资)."""
    if not re.search(f"(?:{vocabulary.NARROWING})$", run):
        return False
    return any(run + w.text in wording.text for w in heard.words if w.role is Role.SUBJECT)


def is_another(wording: Wording, found: Subjects, rest: Sequence[str]) -> bool:
    """Whether a name said in part goes on with words that are not its own: 国土资源调查 is not 国土资源事务."""
    if found.subject is None or found.subject.kind not in CODED_KINDS or not found.words:
        return False
    whole = fold(found.subject.name)
    place = whole.find(found.words)
    if rest and re.search(re.escape(found.words) + r"(?!的)[\u4e00-\u9fff]{1,5}费", wording.text):
        return True  # 公共设施调查费 is an account of its own, printed or not
    if place < 0 or found.words == whole:
        return False
    own = whole[place + len(found.words) :]
    behind = (run for run in rest if found.words + run in wording.text)
    # Half of it the name's own is a slip (提租卜贴).
    return any(sum(a == b for a, b in zip(run, own, strict=False)) * 2 < len(run) for run in behind)


def is_other(wording: Wording, heard: Heard, subject: Term | None) -> bool:
    """「其他卫生健康支出」: 其他 before a name makes another account of it, printed or not."""
    if subject is None or fold(subject.name).startswith("其他"):
        return False
    names = (w.text for w in heard.words if w.role is Role.SUBJECT and w.value == subject)
    return any(re.search(f"其[他它]{re.escape(name)}", wording.text) for name in names)


def is_printed(run: str, facts: Sequence[Fact]) -> bool:
    """「49个项目平均一个多少钱」: a number that the question brings along, as the documents print it."""
    said = re.fullmatch(r"(\d+)([个件辆名人家户次])", run)
    return said is not None and any(f.value == int(said[1]) and unit_fits(f, said[2]) for f in facts)


_INSIDE = r"(?:预算|决算|支出|项目|资金)*(?:里面|里头|里边|里|之中|当中|中|内)"


def is_container(wording: Wording, words: str, rest: Sequence[str]) -> bool:
    """「政府采购预算里给中小企业留了多少」: what is named only holds what is asked for, in words not understood."""
    within = re.search(re.escape(words) + _INSIDE, wording.text) if words else None
    return within is not None and any(len(run) > 1 and run in wording.text[within.end() :] for run in rest)
