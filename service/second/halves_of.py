"""Basic and project expenditure of one account: 「社保支出中基本支出比项目支出多多少」 is of that account (款内两栏).

Each half is asked for by itself, with the account before it; the whole body's halves are never told for those of an
account, nor where its name is not known.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import inputs, value_in
from service.model import CODED_KINDS
from service.second.merge import merge
from service.second.two_asked import HEAD, Ask

_HALF = r"(?:基本支出|项目支出|基本|项目)"
_ALONE = regex(
    r"(?P<what>[^，。？、]{2,16}?)(?:(?:中|里|当中|里面)的?|的)?(?P<half>基本支出|项目支出)(?:是|有|为|花了?)*(?:多少[^，。？]{0,3})?[？?。]*$"
)
ASKS_HALVES = regex(
    rf"(?P<what>[^，。？]{{2,24}}?)(?:(?:中|里|当中|里面)的?|的|，)?(?:其中)?(?P<one>{_HALF})(?:和|与|及|跟|、|比|较)?(?P<other>{_HALF})(?P<ask>[^。？]*)[？?。]*$"
)
#: What this file answers to.
ASKS_HALF = regex("基本支出|项目支出|基本和项目")
#: Words before the two that name no account.
_NO_ACCOUNT = regex(
    r"(?:20\d\d年?度?|今年|去年|本年|当年|全年|年初|全部|所有|整个|一年|部门|单位|全[局委办厅街道]+|[那这其它]|里面?|中|总|各|各自|分别|的|是|有|为|和|与|预算|决算|执行|实际|安排|支出|花费|花了?|开支|资金|经费"
    r"|财政拨款|财政|一般公共预算|一般公共|政府性基金|国有资本经营|拨款|收支|表|明细|合计|总表|按|分|请问|告诉我|我想知道|看看|比较|对比|一下|，|\s)*"
)
_GAP = regex(r"差(?!旅)|[多少高低大小](?:出|了)?(?:多少|几)")
_SHARE = regex(r"占|比例|比重|百分|几成|几倍|增|减|涨|降|上年|去年|同比|为什么|原因|哪|谁|完成|最|执行率|排")
_FULL = {"基本": "基本支出", "项目": "项目支出"}


def halves_of(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Both halves of the account that is named; a refusal where it is not known; None where the body's are meant."""
    head = HEAD.match(text)
    if head is None or re.match(r"20\d\d年", text):
        return None  # who is asked about may stand where an account would
    start = head[0]
    said = ASKS_HALVES.search(text[head.end() :])
    if said is None:
        return _alone(answer, text[head.end() :], start, ask)
    if not start or _NO_ACCOUNT.fullmatch(said["what"]) or _SHARE.search(said["ask"]):
        return None
    if re.search("、|[和与及跟]$", said["what"]):
        return None  # beside others, not of them
    one, other = (_FULL.get(said[name], said[name]) for name in ("one", "other"))
    if one == other or _is_of_account(answer, one, other):
        return None
    what = said["what"]
    for name in _names(start, what, ask):
        told = [ask(f"{start}{name}的{half}是多少") for half in (one, other)]
        figures = [_half(a, half) for a, half in zip(told, (one, other), strict=True)]
        if all(f is not None for f in figures):
            return _both(told, [f for f in figures if f is not None], bool(_GAP.search(said["ask"])))
        if any(f is not None for f in figures):
            return _one_alone(told, figures, (one, other))
    return _sorry(answer, what) if answer.status is Status.ANSWERED else None


def _alone(answer: Answer, own: str, start: str, ask: Ask) -> Answer | None:
    """「政府采购项目支出」: of another account that is known, the whole body's half is no answer."""
    said = _ALONE.match(own)
    if (
        said is None
        or not start
        or _NO_ACCOUNT.fullmatch(said["what"])
        or re.search("[和与及跟]", said["what"])
    ):
        return None
    if [f.label for f in answer.figures] != [said["half"]]:
        return None
    known = ask(f"{start}{said['what']}是多少")
    subject = known.plan.get("subject")
    kind = subject.get("kind") if isinstance(subject, dict) else ""
    other = (
        known.status is Status.ANSWERED
        and len(known.figures) == 1
        and kind not in ("总额", "支出结构", "收入来源")
    )
    return _sorry(answer, said["what"]) if other else None


def _names(start: str, what: str, ask: Ask) -> list[str]:
    """The account as it is said, and as the tables call it."""
    found = [what, what + "支出"]
    for question in (f"{start}{what}是多少", f"{start}{what}支出是多少"):
        told = ask(question)
        subject = told.plan.get("subject")
        coded = isinstance(subject, dict) and subject.get("kind") in CODED_KINDS and subject.get("code")
        sure = float(str(told.plan.get("confidence", "0"))) > 0.85
        if coded and sure and told.status is Status.ANSWERED and len(told.figures) == 1:
            return [*found, told.figures[0].label]
    return found


def _is_of_account(answer: Answer, one: str, other: str) -> bool:
    """Whether both halves of an account are told already."""
    told = [f.label for f in answer.figures]
    both = all(any(label.endswith(f"（{half}）") for label in told) for half in (one, other))
    return both and not any(label in (one, other) for label in told)


def _half(answer: Answer, half: str) -> Figure | None:
    plainly = answer.status is Status.ANSWERED and len(answer.figures) == 1
    sure = float(str(answer.plan.get("confidence", "0"))) > 0.85
    return answer.figures[0] if plainly and sure and answer.figures[0].label.endswith(f"（{half}）") else None


def _both(told: list[Answer], figures: list[Figure], apart: bool) -> Answer:
    whole = merge(told, told[0].conversation_id)
    if not apart:
        return whole
    one, other = whole.figures[0], whole.figures[-1]
    value = value_in(other, one.unit) or Decimal(0)
    gap = Decimal(one.value) - value
    formula = f"{one.value} − {plain(value)} = {plain(gap)}"
    made = Figure(
        label=f"{one.label}与{other.label}之差", value=plain(gap), unit=one.unit, entity=one.entity, year=one.year,
        stage=one.stage, formula=formula, inputs=inputs((one, other)), citation=one.citation,
    )  # fmt: skip
    word = "多" if gap >= 0 else "少"
    text = f"{whole.answer}\n前者比后者{word} {plain(abs(gap))} {one.unit}（{formula}）。"
    return whole.model_copy(update={"answer": text, "figures": [made, one, other]})


def _one_alone(told: list[Answer], figures: list[Figure | None], halves: tuple[str, str]) -> Answer:
    known = next(a for a, f in zip(told, figures, strict=True) if f is not None)
    lacking = next(half for half, f in zip(halves, figures, strict=True) if f is None)
    return known.model_copy(update={"answer": f"{known.answer}\n资料里没有列出它的{lacking}。"})


def _sorry(answer: Answer, what: str) -> Answer:
    said = f"没有找到「{what}」单列的基本支出和项目支出，不拿整个单位的数字来回答。请用表里的科目全名来问。"
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "low_confidence"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": said, **empty})
