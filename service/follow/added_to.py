"""One more added to what was told: 「再加上培训费」, 「连同物业费一起」, 「把省政协也算上，三家一共」 (追加合计).

The question that is made names all that is added up. What may mean the last alone or all that was asked about in turn
is asked back; what cannot be made is never answered by the figure of the one that was added.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Sequence

from ingest.accounts import label_to_account
from ingest.patterns import regex
from service.accounts.less import holds
from service.follow.added_freely import freely
from service.follow.conversation import Talk, Turn
from service.follow.in_turn import in_turn, way_of
from service.model import PHRASE_KINDS, Declined, Operation, Reason
from service.read import vocabulary
from service.read.added_said import is_added

_LEAD = r"(?:那么?|如果|要是|假如|再|还|也|又|，)*"
_WORD = r"(?:加(?![起总在到一拢工班])上?|算上|算进|带上|捎上|连上|连着|连同|搭上|添上|外加|另加|计上|计入|包括上|(?<![\u4e00-\u9fff])(?:连|带)(?=[^，。？]{2,14}(?:一起|一共|一块)))"
_N = r"(?:这|那)?(?P<n>[两二三四五六七八])(?:样|项|个|者|笔|家|块|年)(?:单位|部门)?"
_SUM = r"(?:一共|合计|总共|总计|共计|共|加起来|一起|一块儿?|总和)"
_END = rf"(?:也|都|全)?(?:算上|算进去|加进去|加上|在内)?呢?[，,、 ]*(?:{_N})?(?:的)?(?:单位|部门|全局|大家|他们|它们)?(?:决算|预算|支出|经费|费用|金额|数额)*数?{_SUM}*(?:是|有|要|花|掏|用|支出|占|拿)*(?:掉|了|去)?(?:又)?(?:多少|几)?(?:个?钱|万元|元|名|人|辆|个|件|家)?(?:呢|啊|吧)?[？?。]*$"
_WHAT = r"(?P<what>[\u4e00-\u9fff“”（）\d、， ]{2,34}?)"
_PLUS = regex(rf"^{_LEAD}{_WORD}(?:了)?{_WHAT}{_END}")
_TAKEN = regex(
    rf"^{_LEAD}(?:把|将)?{_WHAT}(?:也|都|一并|一起|一块儿?)?(?:算|加|计|添|带|并|捎|归)(?:进去|进来|在内|入|上)(?:一起|一块儿?)?[，,、 ]*{_END}"
)
#: A sum with one more, in words that are not read: it is asked back, never the one more alone.
_UNREAD = regex(
    r"^(?:那么?|如果|要是|再|还|也|，)*(?:加上|算上|带上|连上|连同|外加|(?:把|将)[^，。？]{2,16}(?:算|加|计)(?:上|进去|进来|在内))[^？?]*(?:一共|合计|总共|总计|共计|加起来|[两二三四五六七八](?:样|项|个|者|笔|家))"
)
_ASIDE = regex(r"不(?:算|加|计|含|带|包)|没(?:算|加|计)|哪|什么|是否|有没有|吗")
_APART = regex(r"[、，,和与及跟 ]+")
_GLUED = regex(r"(?<=[费款])(?=[\u4e00-\u9fff]{2,8}费)")
#: 「再加上某某那一项」: an account, whatever it is called.
_ITEM = regex(r"的?(?:[那这]?一?(?:项|个科目|科目)(?:支出|的钱|预算)?|[那这])$")
_ITEMS = regex(r"[两二三四五六七八](?:个?项|个?科目|笔)")
_YEAR = regex(r"(?:(?:20)?\d\d年(?:度)?(?:的|[、和与及])*)+")
_DIGITS = regex(r"(?:20)?\d\d(?=年)")
_ACCOUNT = regex(
    r"(?:[费款金]|支出|经费|收入|补[贴助]|工资|采购|运行|管理|建设|服务|保险|年金|编制|人员|补偿|缴费|货物|工程|活动|业务|设备|车辆|接待|医疗|结余|结转)$"
)
_BODY = regex(
    r"(?:[局委办厅处镇乡院会部所队站校馆]|中心|街道|政协|人大|办公[厅室]|机关)$|^(?:省|市|区|县)(?!级)"
)
_KNOWN = frozenset(word for _, _, joined in vocabulary.SUBJECTS for word in joined.split("|"))
_NUMBER = {c: n for n, c in enumerate("两三四五六七八", start=2)} | {"二": 2}
_WHICH = "不能确定要合计的是哪几项，所以没有给出。请把要相加的几项一并写出，例如「差旅费和培训费一共多少」。"


#: The unit that a sum is asked in: 「合计多少万元」.
_IN_UNIT = regex(r"(?:多少|几)(?P<unit>[万亿]?元)")


def added_to(text: str, talk: Talk) -> str | Declined:
    """The follow-up as a sum of all that it is of, in the unit asked for; the text itself where it adds nothing."""
    made, asked = _added(text, talk), _IN_UNIT.search(text)
    if asked is None or not isinstance(made, str) or made == text or not made.endswith("多少"):
        return made
    return f"{made}{asked['unit']}"


def _added(text: str, talk: Talk) -> str | Declined:
    """The sum by all its names; declined where it is unclear what is added to what."""
    told = talk[-1].plan.subject if talk else None
    if told is not None and not _ASIDE.search(text):
        free = freely(text, told.name, _is_account, _is_known)
        if free is not None:
            named = [name for one in free[0] for name in _names(one)]
            return _with_things(named, _NUMBER.get(free[1], 0), talk)
    said = _PLUS.match(text) or _TAKEN.match(text) if talk else None
    if said is None and talk and _UNREAD.match(text) and not _ASIDE.search(text):
        return _unclear()
    if said is None or _ASIDE.search(text) or talk[-1].plan.subject is None:
        return text
    what = said["what"].strip("的，、 ")
    number = _NUMBER.get(said["n"] or "", 0)
    if _YEAR.fullmatch(what + "年" if what.isdigit() else what):
        return _with_years(what, talk)
    bare = _ITEM.sub("", what)
    names = [name for part in _APART.split(bare) if part.strip("的 ") for name in _names(part.strip("的 "))]
    if names and (bare != what or all(_is_account(name) for name in names)):
        return _with_things(names, number, talk)
    if all(_BODY.search(name) for name in names):
        return _with_bodies(names, number, talk)
    counted = talk[-1].plan.subject.kind in PHRASE_KINDS
    return _with_things(names, number, talk) if names and (counted or _ITEMS.search(text)) else text


def _names(part: str) -> list[str]:
    """「差旅费培训费」 are two accounts; any other piece is one name."""
    glued = _GLUED.split(part)
    return glued if len(glued) > 1 and all(_is_account(name) for name in glued) else [part]


def _is_account(name: str) -> bool:
    return bool(_ACCOUNT.search(name)) or _is_known(name)


def _is_known(name: str) -> bool:
    return name in _KNOWN or label_to_account(name) is not None


def _with_years(what: str, talk: Talk) -> str | Declined:
    """The years that were spoken of and those named, of one thing."""
    last, thing = talk[-1], _thing(talk[-1])
    named = [int(digits) if len(digits) == 4 else 2000 + int(digits) for digits in _DIGITS.findall(what)]
    run = [turn for turn in in_turn(talk) if turn.bodies == last.bodies]
    spoken = {year for turn in (run if way_of(run) == "years" else [last]) for year in turn.years}
    years = sorted({*named, *spoken})
    if not thing or len(last.bodies) != 1 or not named or set(named) <= spoken:
        return _unclear()
    return f"{'、'.join(f'{year}年' for year in years)}{thing}加起来一共多少"


def _with_things(names: Sequence[str], number: int, talk: Talk) -> str | Declined:
    """The accounts that were spoken of and those named, of one body or of the bodies spoken of together."""
    last = talk[-1]
    told = [term.name for term in (last.plan.subject, *last.plan.also) if term is not None]
    if last.plan.fund is not None or last.plan.breakdown or len(last.years) != 1:
        return _unclear()
    summed = last.plan.operation is Operation.SUM or is_added(last.said) or len(told) > 1
    run = [] if summed else [t for t in in_turn(talk) if t.bodies == last.bodies]
    several = list(dict.fromkeys(_thing(turn) for turn in run)) if way_of(run) == "things" else []
    meant = _meant(told, several, len(names), number)
    if meant is None:
        return _asked_back(told, several, names, last)
    kinds = last.plan.subject.kind if last.plan.subject else ""
    joined = [*meant, *(name for name in names if name not in meant)]
    if kinds in PHRASE_KINDS and len(joined) == 2:
        return f"{joined[0]}和{joined[1]}一共多少"
    # An account that begins as its body is called (人大立法 of 省人大) is heard whole behind the year.
    own = len(last.bodies) == 1 and any(name[:2] in last.plan.entity for name in joined)
    return (
        f"{last.plan.entity}{last.years[0]}年{'、'.join(joined)}合计多少"
        if own
        else f"{'、'.join(joined)}合计多少"
    )


def _with_bodies(names: Sequence[str], number: int, talk: Talk) -> str | Declined:
    """The bodies that were spoken of and those named, of one account."""
    last, thing = talk[-1], _thing(talk[-1])
    if len(last.bodies) > 1:
        return f"再加上{'和'.join(names)}，{thing}合计多少" if thing else _unclear()
    run = in_turn(talk)
    several = [turn.plan.entity for turn in run] if way_of(run) == "bodies" else []
    meant = _meant([last.plan.entity], several, len(names), number)
    if not thing or len(last.years) != 1 or meant is None or not all(meant):
        return _unclear()
    return f"{'、'.join((*meant, *names))}{last.years[0]}年{thing}合计多少"


def _meant(told: Sequence[str], run: Sequence[str], more: int, number: int) -> list[str] | None:
    """What is added to: what was told last, or all that was asked about in turn, as the number says; None where it
    cannot be said."""
    fitting = [list(names) for names in (told, run) if names and number in (0, len(names) + more)]
    if len(fitting) == 1 or (len(fitting) == 2 and fitting[0] == fitting[1]):
        return fitting[0]
    return None


def _thing(turn: Turn) -> str:
    """The one account of a turn by its name; empty where there are several, or more was said of it."""
    plan = turn.plan
    plain = plan.fund is None and not plan.breakdown and not plan.also and plan.subject is not None
    return plan.subject.name if plain and plan.subject is not None else ""


def _asked_back(told: Sequence[str], run: Sequence[str], names: Sequence[str], last: Turn) -> Declined:
    """Which of the two sums is meant, as questions that stand for themselves."""
    if not told or not run or not all(run) or holds_one(last, names):
        return _unclear()
    sums = ["、".join((*some, *names)) for some in (told, run)]
    options = tuple((s, f"{last.plan.entity}{last.years[0]}年{s}合计多少") for s in sums)
    return Declined(Reason.AMBIGUOUS, f"要相加的是「{sums[0]}」，还是「{sums[1]}」？请选一个。", options)


def holds_one(last: Turn, names: Sequence[str]) -> bool:
    """Whether what was told holds one of those that are to be added to it."""
    whole = last.plan.subject
    accounts = [account for account in map(label_to_account, names) if account is not None]
    return whole is not None and any(
        holds(whole, type(whole)(account.name, account.kind)) for account in accounts
    )


def _unclear() -> Declined:
    return Declined(Reason.AMBIGUOUS, _WHICH)
