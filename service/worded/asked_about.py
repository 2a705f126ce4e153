"""What a question is about, by cutting off what asks at its ends: 「寄信打电话上网那笔」 (所问之核).

Daily words for an account may be any phrase, with verbs and things of their own, that no tagging of characters has
seen. What stands between who, when and the words of asking is taken whole, and named by the account that it means.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.patterns import regex
from ingest.text import fold
from service.closest.account_meant import account_meant, nearly_named
from service.closest.alike import vectors_of
from service.closest.number_asked import ANY, MONEY, RATE, number_asked
from service.closest.told_line import asks_words
from service.closest.words import THING, words_of
from service.read.clauses import clauses
from service.scope.named_in import Named

_HOLE = "\0"
#: What asks how much, with the verbs and adverbs that lead to it, and all behind.
_ASKS = regex(
    r"(?:到底|究竟|一共|总共|拢共|总数|大概|大约|各自?|分别|每年|又|还|都|实打实|真正|最后|最终|实际|当年|全年|一年)*"
    r"(?:打算|准备|预备|预计|计划|预算|决算|安排|列支?了?|备了?|批了?|留了?|定了?|给了?|花[了掉费去]*|用[了掉去]*|拿出?来?|掏|要|得|是|有|为|上面?|里|标|写|想|能|需要?|支出|付了?|算|报|出)*"
    r"(?:多少|几(?!年|个月|号)|好多(?!的)|几多|百分).*$"
)
#: How much it moved, or how far it is off, with what it is held against.
_MOVES = regex(
    r"(?:预算|决算)?(?:[跟和与比较同]|相比)*(?:是?[加增多升涨]还?是[减少降跌]|相?差(?!旅)|净?(?:多|少|增|减|涨|降|砍|压|省|掉|升|长)(?:加|少|长)?(?:了|出|掉)*(?:多少|几|百分|一点|点)).*$"
)
_LEADS = regex(
    r"^(?:[，,、。\s]|那|这|再|请问|问一?下|查一?下|看看|请|就|光|单单?|想|了解|知道|[预决]算(?:表|书|本)?(?:里|中|上)?|里|中|的|在|你们?|他们?|它|单位|机关(?!运)|办公厅|[用花投砸]在|[用花投]到|留给|发给|拨给|为|给我|帮我|说说|讲讲)+"
)
_ENDS = regex(
    r"(?:[，,、。\s？?]|[那这][笔项块份类些个一大摊桩]+子?|的|上面?|方面|钱|[预决]算|(?<!邻)里|(?<![初高职])中|花|用|款子?|开[支销]|这事|之类)+$"
)
#: What names none: too short, or of all that was spent.
_LEAST, _MOST = 2, 24
#: A word of so many characters that the documents print has a meaning of its own.
_OWN_WORD = 3
_OF_ALL = regex(r"^(?:全部|所有|一共|总共|整个|全[年部]|总|部门|单位|盘子|收支|[进出]账|加起来)+$")


#: What makes something else of what is said before it: 「印刷采购」 is no 印刷费.
_KINDS = ("采购", "收入", "结余", "结转", "贷款", "债务", "资产", "编制")
#: Several are to be added up, which no account is.
_JOINS, _SUMS = (
    regex("和|跟|与|以及|还有|连同|、"),
    regex("加起来|合起来|加一|合计|总和|之和|一共|总共|共计|两笔|[两三四五][样项笔块]"),
)
#: A number in a measure that no money is told in.
_IN_MEASURE = regex(r"(?:多少|几|好多)[十百千万亿]*(?:平方|立方|公?里|[米吨亩升度斤])")


def core_of(masked: str) -> str:
    """The phrase that a question asks about, ``masked`` with a NUL for each character that says who or when."""
    whole = masked.replace(_HOLE, " ")
    text = _ASKS.sub("", _MOVES.sub("", whole))
    if text == whole:
        return ""  # nothing asks how much
    before = None
    while text != before:
        before, text = text, _ENDS.sub("", _LEADS.sub("", text))
    return text if _LEAST <= len(text) <= _MOST and " " not in text and not _OF_ALL.match(text) else ""


def bare_phrase(text: str) -> str:
    """A phrase without what leads to it, what ends it, and the verbs and adverbs of asking behind it."""
    before = None
    while text != before:
        before, text = text, _VERBS.sub("", _ENDS.sub("", _LEADS.sub("", text)))
    return text


#: Verbs and adverbs of asking at the end of a phrase, and verbs of doing that tell nothing at its beginning.
_VERBS = regex(
    r"^(?:给干警|给职工|给员工|给大家|搞(?=[\u4e00-\u9fff]{3})|打算|准备|计划|预备|实际|真正|最后|全部|所有|单位|总共|一共)+"
    r"|(?:到底|究竟|大概|大约|打算|准备|预备|预计|计划|安排|实际|真正|最后|最终|全年|一年|年初|原定|又|还|都|才|是|有|为|要|得|(?<!支)出|花|用|列|批|留|给|投|掏|付|收|进|剩|多|少|高|低|长|涨|降|减|增|差|相差|超|省|了|掉|过|着|去|来|上|下|到)+$"
)


def account_at_core(named: Named, text: str) -> tuple[str, str] | None:
    """The phrase that a text is about and the account of the body that it means; None where it asks for no money."""
    core = core_of(named.masked)
    if not core or core not in text or number_asked(text).sort not in (MONEY, RATE, ANY):
        return None
    if NARROWED.search(named.masked) or _THAN.search(core):
        return None
    if _IN_MEASURE.search(text) or len(clauses(text)) > 1 or (_JOINS.search(core) and _SUMS.search(text)):
        return None
    name = account_meant(core, named.accounts) if not asks_words(text) else ""
    return (
        (core, name)
        if name and not (is_of_another(core, name, named) or _of_other_money(text, name))
        else None
    )


#: Money by its own name behind how much of it: 「给村民发多少慰问金」; 资金 and 经费 are any.
_OWN_MONEY = regex(
    r"(?:多少|几多|好多)(?P<what>(?!资金|经费|费用|金额|现金|款)[\u4e00-\u9fff]{1,4}?(?:金|费|税|租|津贴|工资|款))(?=[啊呀呢了吗]*[，,。？?]|$)"
)


def _of_other_money(text: str, name: str) -> bool:
    """Whether money is asked for by a name that has nothing of an account's own."""
    said = _OWN_MONEY.search(text)
    return said is not None and not any(pair in fold(name) for pair in _pairs(fold(said["what"])))


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _shared(one: str, other: str) -> str:
    """The longest run that is in both."""
    runs = (one[a:b] for a in range(len(one)) for b in range(a + 1, len(one) + 1))
    return max((run for run in runs if run in other), key=len, default="")


def _tells_more(rest: str, name: str, core: str) -> bool:
    """Whether what is said beside a name is more than who is paid, that it is paid, and other words for it: 部队 for
    军队."""
    said = [word for word, _ in words_of(rest) if word not in PAID and len(word) > 1 and word not in name]
    if not said:
        return False
    if all(word in rest or word in core for word, _ in words_of(_ASIDE.sub("", name))):
        return True  # 「社会保障和就业服务」: the whole name, and something more
    own = vectors_of([*(word for word, _ in words_of(name)), name])
    return bool(((vectors_of(said) @ own.T).max(axis=1) < _ALIKE).any())


_ASIDE = regex(r"[（(][^（()）]*[)）]|支出$")


def _has_stranger(core: str, name: str) -> bool:
    """Whether a phrase begins with a thing that has nothing to do with an account, or is of something that a part of it
    only leads to: 「食堂开灯用电」, 「招待来客的酒水」."""
    own = vectors_of([*(word for word, _ in words_of(name)), name])

    def near(word: str) -> float:
        return float((vectors_of([word]) @ own.T).max())

    first = next((word for word, sort in words_of(core) if core.startswith(word) and sort == THING), "")
    own_word = len(first) > 1 and first not in PAID and first not in name and not _TALK.fullmatch(first)
    if own_word and near(first) < _STRANGE:
        return True
    _, of, last = core.rpartition("的")
    return (
        bool(of) and len(last) > 1 and not _TALK.fullmatch(last) and last not in name and near(last) < _HEAD
    )


#: So near what a phrase ends with must be to what the whole of it means.
_HEAD = 0.5
#: A thing so far from all words of an account is none of it.
_STRANGE = 0.165
_TALK = regex("[的那这些个钱事东西花用开销支出费用经费款项部分方面地方时候总共一共单位机关大家平时日常平常]+")
#: What narrows or changes what is asked beyond any account, and what sets two things against each other.
NARROWED = regex(
    r"不含|不算|除[了去开]|剔除|扣除|去掉|刨[去除开掉]|撇开|排除|不包括|不要|以外|之外|超过\d|大于\d|[高低]于\d|不到\d|假如|如果|要是"
    r"|季度|[上下]半年|\d月|月份|期间|欠|没付|拖"
)
_THAN = regex(r"[\u4e00-\u9fff]{2}比(?!赛|例|武|重|率)[\u4e00-\u9fff]{2}")
#: Words nearer than this stand for each other in what an account is for.
_ALIKE = 0.6


#: Those that an account is paid for anyway, and how.
PAID = (
    "职工", "员工", "单位", "人员", "干部", "大家", "机关", "缴纳", "交纳", "每年", "每月", "日常", "平时", "安排",
    "预备", "干警", "教职工", "老师", "医护人员", "全体", "大伙",
)  # fmt: skip
#: Accounts that are known by what is bought or paid, whoever has them, and not by a purpose.
_BY_ITS_END = regex(r"费(?:[（(][^（()）]*[)）])?$|经费|工资|补贴|奖金|公积金|收入|结[余转]|采购")


def is_of_another(core: str, name: str, named: Named) -> bool:
    """Whether a phrase has a longer word of the documents that the name has not: 「陪审员的」 is no 案件审判."""
    if nearly_named(core, name) and _tells_more(core, name, core):
        return True
    if is_earned(core, named.masked) and "收入" not in name:
        return True
    if any(kind in core and kind not in name for kind in _KINDS):
        return True
    own = _shared(core, name)
    if len(own) >= _OWN_WORD and _tells_more(core.replace(own, " "), name, core):
        return True  # 「编外的公积金」: most of a name, and what narrows it
    if len(own) < _LEAST and not _BY_ITS_END.search(name):
        return True  # what an account of a purpose is for is a part of it: 「扫大街」 of 城乡社区环境卫生
    if _has_stranger(core, name):
        return True  # 「食堂开灯用电」
    longer = (word for word, sort in words_of(core) if sort == THING and len(word) >= _OWN_WORD)
    runs = [] if len(own) >= _LONG_OWN else _runs_together(core)
    return any(named.prints(word) and word not in name for word in (*longer, *runs))


#: So much of a name, said as it is, is told apart by no word before it: 「疫情应急处理」.
_LONG_OWN = 4


def _runs_together(core: str) -> list[str]:
    """Two words that follow each other in a phrase, the second a thing: 举报奖励, no 奖励金 where it is printed."""
    words = [(word, sort) for word, sort in words_of(core) if len(word) > 1]
    runs = (one + other for (one, _), (other, sort) in pairwise(words) if sort == THING)
    return [run for run in runs if run in core]


#: How it is said that money comes in; 回收, 征收, 验收 and the like are things that are done.
_EARNED = "(?<![回验接征招税吸没查秋丰])[收挣赚](?!购|储|集|费员|垃圾|粮|治|养|容)(?:到|来|进|回|入|上来|取)?(?:了|的)?"


def is_earned(phrase: str, masked: str) -> bool:
    """Whether what a phrase brings in is asked for, which no expenditure is: 「游泳馆收的钱」."""
    return re.search(rf"{re.escape(phrase)}(?:{_EARNED})|(?:{_EARNED})$", f"{masked}\n{phrase}") is not None
