"""One of two things asked is known and the other is not: the one is told, and that the other is lacking (半答).

Only where a text as a whole has no answer: its parts are asked one by one, each with who and when said before it. An
answer counts whose figure is named as its part says; what is told of one thing never stands for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.model import Reason
from service.read.terms import overlap
from service.second.merge import merge

#: Who and when, said once for all parts.
_HEAD = regex(
    r"[^，,。？?！!；;]{2,40}?(?:19|20)?\d\d年度?(?:的|部门)?(?:预算|决算)?(?:报告|公开|说明)?(?:里|中|上)?(?:所?(?:披露|公布|公开|列出?|写明?|载明?)的)?的?"
)
#: That the document states it, which is no word of any part.
_STATED = regex(r"(?:报告|公开|说明)?(?:里|中|上)?(?:所?(?:披露|公布|公开|列出?|写明?|载明?)的)的?$")
_MARKS = regex(r"[，,。？?！!；;\s]+")
#: What asks by itself.
_ASKS = regex(r"多少|几(?![乎点])|百分之|占比|比例|为什么|谁|哪|什么|吗")
#: A part that is of others: it sets them together, or says of them what it leaves out.
_OF_OTHERS = regex(
    r"(?:那|又|它|其|这)*(?:占|比|较|同比|各|分别|哪|谁[更多少高]|相?差(?!旅)|一共|合计|总共|加起来|其中|里面|多|少|为什么|增|减|原因|完成|平均|人均|为啥)"
)
#: A part that names nothing is of what the part before it finds: 「…排第二的是哪个，金额多少」.
_NAMELESS = regex(
    r"(?:具体|大概|它|该)?(?:的)?(?:金额|数额|数量|支出|花|用)?[了是有为]?(?:多少|几)(?:个?钱|万元|万|元|[个家人分名辆项])?[呢啊呀吗]?"
)
#: What joins two things; 结转和结余 is one.
_AND = r"(?:(?<!结转)[和与及跟、]|[和与及跟、](?!结余))"
#: Things with joining words between, asked for together.
_LIST = regex(
    rf"(?P<names>[\u4e00-\u9fff（）“”]{{2,14}}?(?:{_AND}[\u4e00-\u9fff（）“”]{{2,14}}?){{1,3}})"
    r"(?:各自|分别|各|都)?(?:是|有|为|花了?)?(?P<much>(?:多少|几)(?:钱|万元|元|个?人|平方?米?|[个件篇辆台名家项次])?)?"
)
_BETWEEN = regex(_AND)
#: What sets things together, or is no name.
_JOINED = regex(
    r"(?<!收入)(?<!支出)合计|一共|总共|[加合]起来|加在一起|多少|几|什么|[吗呢]|占|比|差(?!旅)|谁|哪|最|还是|倍|平均"
)
#: How the name of an account, or of a count, ends: only such a pair is two things where the whole has an answer.
_ACCOUNT = regex(
    r"(?:[费款金]|支出|经费|收入|补[贴助]|总额|合计|总计|结余|结转"
    r"|人数|人员|干部|职工|学生|教师|遗属|编制数?|离退休|离休|退休|在职|在编|用?车辆?|用房|房屋|设备|[件户家辆套个]数|数量|保有量|面积)$"
)
#: What goes in, out, and is left: said bare, of what the first is of (政府性基金收入、支出、结余).
_FLOW = regex(r"(?:收入|支出|(?:年末)?(?:结转和?)?结余)$")
#: The account that all things listed stand within, said before the first of them.
_WITHIN = regex(
    r"[\u4e00-\u9fff“”]{2,10}?(?:经费|支出|费)(?:里[面头]?|当中|之?中|之?内)的?(?=[\u4e00-\u9fff]{2})"
)
#: What is so of the parts as of the whole: they are not asked.
_OF_ALL_PARTS = (Reason.STAGE_NOT_LOADED, Reason.YEAR_NOT_LOADED, Reason.ENTITY_NOT_LOADED)
_NUMBER_OF = regex(r"(?:人|总)?数量?$")
#: So much of a part must have been understood.
_SURE = 0.85
#: What sets the parts together, said last: 「…，哪个多」.
_SET_TOGETHER = regex(r"(?:哪|谁|相?差(?!旅)|一共|合计|总共|加起来)")
_ASK = regex(r"(?:各自|分别|各|都)?(?:是|有|为|花了?)?多少(?:钱|万元|元)?$")


def half_known(whole: Answer, text: str, conversation: str, ask: Callable[[str], Answer]) -> Answer:
    """The answer to a text, or to those of its parts that have one where as a whole it has none, or only to one.

    ``ask`` answers one part.
    """
    parts = parts_of(text) if whole.status is Status.NO_ANSWER else _fewer_than_named(whole, text)
    if len(parts) < 2 or whole.reason in _OF_ALL_PARTS or _is_one_name(whole, text):
        return whole
    answers = [ask(part) for part in parts]
    known = [
        _is_told(answer, part) or _tells_same(answer, whole)
        for answer, part in zip(answers, parts, strict=True)
    ]
    if not any(known) or any(
        a.status is Status.ANSWERED and not k for a, k in zip(answers, known, strict=True)
    ):
        return whole
    last = [piece for piece in _MARKS.split(text) if piece][-1]
    if all(known) and _SET_TOGETHER.match(last):  # 「甲多少，乙多少，哪个多」
        answers.append(ask("、".join(_names(parts)) + last))
    return merge([a for a in answers if a.status is not Status.CLARIFY], conversation)


def _is_one_name(whole: Answer, text: str) -> bool:
    """Whether what looks like a list is the name of one account, or nearly so: 商品和服务支出, 特殊商品和服务支出."""
    subject = whole.plan.get("subject")
    name = fold(str(subject.get("name", "") if isinstance(subject, dict) else subject or ""))
    names = [fold(one) for one in _listed(text)]
    joins = [join for one, other in pairwise(names) for join in (f"{one[-2:]}.", f".{other[:2]}")]
    joined = any(re.search(join.replace(".", "[和与及跟]"), name) for join in joins)
    return bool(names) and (joined or all(one in name for one in names))


def _fewer_than_named(whole: Answer, text: str) -> list[str]:
    """All accounts that are named side by side, where the answer has fewer figures, none of them of a sum."""
    if (
        whole.status is not Status.ANSWERED
        or not whole.figures
        or any(len(f.inputs) > 1 for f in whole.figures)
    ):
        return []
    parts, names = parts_of(text), _listed(text)
    labels = [fold(figure.label) for figure in whole.figures]
    names = [_WITHIN.sub("", name, 1) for name in names]
    told = {name for name in (_nearest(label, names) for label in labels) if name}
    fewer = len(told) < len(names) or (len(whole.figures) < len(names) > 2)
    return parts if fewer and all(map(_ACCOUNT.search, names)) else []


def _nearest(label: str, names: list[str]) -> str:
    """The one of the names that a figure is nearest to; empty where it says too little of any."""
    said = [(overlap(label, fold(name)), name) for name in names]
    most, name = max(said, key=lambda one: one[0], default=(0, ""))
    return name if 2 * most > len(name) else ""


def _listed(text: str) -> list[str]:
    """The names of the things that a text lists behind who and when; none where it says anything else."""
    head = _HEAD.match(text)
    found = _LIST.fullmatch(text[head.end() :].rstrip("？?。")) if head else None
    names = _BETWEEN.split(found["names"]) if found else []
    if any(len(name) < 2 or _JOINED.search(name) for name in names):
        return []
    if within := _WITHIN.match(names[0]) if names else None:
        return [names[0], *(within[0] + name for name in names[1:])]
    of = _FLOW.sub("", names[0]) if names else ""
    return [of + name if of != names[0] and _FLOW.fullmatch(name) else name for name in names]


def _names(parts: list[str]) -> list[str]:
    """What the parts ask of, who and when said with the first alone."""
    head = _HEAD.match(parts[0])
    begin = head.end() if head else 0
    bare = [_ASK.sub("", part) for part in parts]
    return [bare[0], *(part[begin:] for part in bare[1:])]


def parts_of(text: str) -> list[str]:
    """The questions of a text that stand for themselves, each with who and when; none where fewer than two do."""
    head = _HEAD.match(text)
    if head is None:
        return []
    rest = text[head.end() :]
    pieces = [piece for piece in _MARKS.split(rest) if piece]
    if len(pieces) > 1:
        asking = [piece for piece in pieces if _ASKS.search(piece)]
        alone = [piece for piece in asking if not (_OF_OTHERS.match(piece) or _NAMELESS.fullmatch(piece))]
        return [head[0] + piece for piece in alone] if len(alone) > 1 and len(asking) == len(pieces) else []
    much = _counted_in(text)
    return [f"{_STATED.sub('', head[0])}{name}{much}" for name in _listed(text)]


def _counted_in(text: str) -> str:
    """How each of the things listed is asked for: in people or cars where the question says so."""
    said = regex(r"(?:有)?(?:多少|几)(?:个?人|平方?米?|[辆台名家])$").search(text.rstrip("？?。"))
    return said[0] if said is not None else "是多少"


def _tells_same(answer: Answer, whole: Answer) -> bool:
    """Whether a part tells what the whole tells: that is told anyhow."""
    told = [[(f.label, f.value, f.year) for f in one.figures] for one in (answer, whole)]
    return bool(told[0]) and told[0] == told[1]


def _is_told(answer: Answer, part: str) -> bool:
    """Whether a figure is told whose name shares a word with the part."""
    if answer.status is not Status.ANSWERED or not answer.figures:
        return False
    head = _HEAD.match(part)
    core = fold(_NUMBER_OF.sub("", _ASK.sub("", part[head.end() if head else 0 :])))
    sure = float(str(answer.plan.get("confidence", "0"))) > _SURE
    named = len(core) > 1 and core in fold(answer.figures[0].label)  # 编制 is 核定编制
    return (sure or named) and overlap(fold(answer.figures[0].label), fold(part)) > 1
