"""How each operation that a wording may stand for is asked plainly, of what the wording names (明白的问法)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.patterns import regex
from service.scope.named_in import Named


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question names, part by part; ``asking`` is what else it says, with a blank for each part,
    and ``told`` the account that was told of before it."""

    named: Named
    accounts: tuple[str, ...]
    whole: str
    counted: tuple[str, ...]
    asking: str
    told: str = ""

    @property
    def names(self) -> bool:
        """Whether anything is named."""
        return bool(self.accounts or self.whole or self.counted)

    def of_what_was_told(self) -> Asked:
        """The same of the account that was told of before."""
        return replace(self, accounts=(self.told,) if self.told else ())

    @property
    def head(self) -> str:
        """Who and when, as a question begins."""
        when = "和".join(f"{year}年" for year in sorted(set(self.named.years)))
        return "和".join(dict.fromkeys(self.named.bodies)) + when

    @property
    def thing(self) -> str:
        """What is counted or asked about, by the first name that is said of it."""
        return next(iter((*self.counted, *self.accounts)), "")

    @property
    def years(self) -> list[int]:
        return sorted(set(self.named.years))

    @property
    def bodies(self) -> list[str]:
        return list(dict.fromkeys(self.named.bodies))

    @property
    def stage(self) -> str:
        """The one stage of the budget that is spoken of; empty where several are, or none."""
        said = {m[0] for m in _STAGE.finditer(self.asking)}
        return said.pop() if len(said) == 1 else ""

    @property
    def unit(self) -> str:
        """The measure word that is asked for."""
        said = _UNIT.search(self.asking)
        return said[1] if said else ""


_STAGE = regex(r"年初预算|全年预算|调整(?:后)?预算|预算|决算|执行数")
_UNIT = regex(
    r"(?:多少|几|好多|几多)(平方米|公里|人次|批次|场次|个百分点|万元|亿元|[元个名人辆台件次批户家场期篇册吨亩座处条份项起所间张株棵头套天年盏栋幢眼口宗例趟轮班床门段片本只组套])"
)
_DOWN = regex(r"最[少低小差末]|垫底|末[位名尾]|倒数|最后|末一|最不")
_SECOND = regex(r"第二|次[多大高]|老二|亚军|仅次|二把手|第2")
_THIRD = regex(r"第三|老三|季军|第3")
_NOUN = regex(r"科目|项目|部门|单位|大?类|品目|街道|学校|渠道|来源")

Texts = Callable[[Asked], list[str]]
#: Several are wanted in one.
ADDED = regex("总|合计|一共|共计|加|合起来|拢")


def _joined(asked: Asked) -> str:
    return "、".join(asked.accounts)


def amount(asked: Asked) -> list[str]:
    """How much one account is, or each of several (金额)."""
    if len(asked.accounts) > 1:
        return [] if ADDED.search(asked.asking) else each(asked)
    what = asked.accounts[0] if asked.accounts else ""
    if not what or (len(asked.years) > 1 and ADDED.search(asked.asking)):
        return []
    if asked.whole and asked.whole not in what:
        return [f"{asked.head}{asked.whole}里的{what}{asked.stage}是多少{asked.unit}"]
    return [f"{asked.head}{what}{asked.stage}是多少{asked.unit}"]


def count(asked: Asked) -> list[str]:
    """How many there are of something, of each of several, or in each body (数量)."""
    said = f"{''.join(asked.counted)}{asked.asking}"
    if _BATCHES.search(said) and _HEADS.search(said) and _RECEPTION.search(said):
        return [f"{asked.head}公务接待多少批次，多少人次"]
    if len(asked.counted) > 1:
        return [f"{asked.head}{'、'.join(asked.counted)}分别是多少{asked.unit}"]
    what = asked.thing or next((name for said_so, name in _BY_UNIT if said_so.search(asked.asking)), "")
    if not what:
        return []
    if len(asked.bodies) > 1:
        way = "合计" if ADDED.search(asked.asking) else "分别"
        return [f"{asked.head}{what}数{way}是多少{asked.unit}"]
    bare = _BEFORE_THING.sub("", what)
    texts = [f"{asked.head}{name}{ask}{asked.unit}" for name in (what, bare) for ask in ("有多少", "是多少")]
    return list(dict.fromkeys(texts))


#: What is counted without a name, by the word behind its unit.
_BY_UNIT = ((regex(r"(?:多少|几|好多)[辆部台](?:公务用?|公|小|汽)?车"), "车辆"),)
#: What is done with what is counted, before it.
_BEFORE_THING = regex(
    r"^(?:设有?|现有|共有|拥有|有|完成|开展|办理|买了?|购置|新增|举办|组织)(?=[\u4e00-\u9fff]{2})"
)
#: Receptions are counted by batches and by heads, in every final account.
_BATCHES, _HEADS, _RECEPTION = (
    regex(r"批|[几多]拨|团组"),
    regex(r"人[次数]|多少人|几[多个]?人"),
    regex("接待|招待"),
)


def exists(asked: Asked) -> list[str]:
    """Whether there is any (有无)."""
    return [f"{asked.head}有没有{asked.thing}"] if asked.thing else []


#: To what was told of something is added.
ADDS_TO_IT = regex(
    "再|也|还|连[上同]?|一并|一起|加[上进到]|算[上进]|添上|带上|[与和跟同] {1,40}[^，。]{0,4}[加合]"
)


def share(asked: Asked) -> list[str]:
    """The part of the whole that is said, of that which was told, or of all (占比)."""
    if len(asked.accounts) == 2 and not asked.whole:  # which of them is the whole is known by its size
        one, other = asked.accounts
        if one == other or ADDED.search(asked.asking):
            return []
        return [f"{asked.head}{a}占{b}的百分之几" for a, b in ((one, other), (other, one))]
    if len(asked.accounts) != 1:
        return []
    if _LEVEL.sub("", asked.whole) == asked.accounts[0]:
        return []
    whole = asked.whole or (asked.told if _OF_IT.search(asked.asking) else "")
    if not whole and _WITHIN.search(asked.asking):
        return []
    if not whole:
        return [f"{asked.head}{asked.accounts[0]}占比是多少"]
    return [f"{asked.head}{asked.accounts[0]}占{name}的百分之几" for name in without_gloss(whole)]


#: A name at its level of the classification.
_LEVEL = regex("[（(][类款项目][）)]$")
#: What was told of is the whole.
_OF_IT = regex(r"其中|[里当]面|里头|当中|它|这[项笔个]")
#: Another whole is named, and was not known for one.
_WITHIN = regex(r"[\u4e00-\u9fff]{2,}(?:当?中|里面?|里头)")
_GLOSS = regex(r"^(?P<said>[^(（]+)[(（](?P<own>[^)）]{2,})[)）]$")


def without_gloss(name: str) -> list[str]:
    """「日常开销（商品和服务支出）」: the name, and that which stands in brackets behind another."""
    gloss = _GLOSS.match(name)
    return [name] if gloss is None else [name, gloss["own"], gloss["said"]]


def of_two(ask: str) -> Texts:
    """An operation on two accounts, ``one`` and ``other``."""

    def texts(asked: Asked) -> list[str]:
        names = tuple(dict.fromkeys(asked.accounts))
        if len(names) == 1 and asked.told and asked.told not in names and _OF_IT.search(asked.asking):
            names = (asked.told, *names)
        if len(names) != 2:
            return []
        one, other = names
        return [asked.head + ask.format(one=one, other=other)]

    return texts


def average(asked: Asked) -> list[str]:
    """An account for each of what is counted (平均)."""
    what = next(iter(asked.counted), "")
    if len(asked.accounts) != 1:
        return []
    if not what and not _HEADS.search(asked.asking):
        return []
    if not what:
        return [f"{asked.head}人均{asked.accounts[0]}是多少"]
    return [f"{asked.head}平均每{_PER.get(what, what)}{asked.accounts[0]}是多少"]


_PER = {
    "职工": "名职工",
    "在职人员": "名在职人员",
    "车": "辆车",
    "公车": "辆公务用车",
    "公务用车": "辆公务用车",
    "车辆": "辆车",
}


def of_one(ask: str) -> Texts:
    """An account against the year before, or the later of two years against the earlier."""

    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 1 or len(asked.years) > 2:
            return []
        head, what = asked.bodies[0], asked.accounts[0]
        what = f"{asked.whole}里的{what}" if asked.whole and asked.whole not in what else what
        if len(asked.years) == 2:
            first, last = asked.years
            return [f"{head}{last}年{what}比{first}年{ask}"]
        return [f"{asked.head}{what}比上年{ask}"]

    return texts


def of_budget(ask: str) -> Texts:
    """An account against its budget, the one that is spoken of."""

    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 1:
            return []
        budget = next((word for word in ("年初预算", "全年预算", "调整预算") if word in asked.asking), "预算")
        return [asked.head + ask.format(what=asked.accounts[0], budget=budget)]

    return texts


def each(asked: Asked) -> list[str]:
    """Several accounts, each by its own (分别)."""
    if len(asked.accounts) < 2 or len(asked.years) > 1:
        return []  # 「2022年印刷费、2023年办公费」: each has a year of its own
    return [f"{asked.head}{_joined(asked)}{asked.stage}分别是多少"]


def sum(asked: Asked) -> list[str]:
    """Several accounts, years or bodies added up (合计)."""
    names = asked.accounts
    if len(names) == 1 and asked.told and asked.told not in names and ADDS_TO_IT.search(asked.asking):
        names = (asked.told, *names)
    if len(names) > 1 and len(asked.years) < 2:
        return [f"{asked.head}{'、'.join(names)}{asked.stage}合计是多少"]
    if len(asked.accounts) == 1 and (len(asked.years) > 1 or len(asked.bodies) > 1):
        return [f"{asked.head}{asked.accounts[0]}{asked.stage}合计是多少"]
    return []


def most(asked: Asked) -> list[str]:
    """The largest, smallest, second or third part (排名)."""
    what = asked.whole or asked.thing
    if len(asked.accounts) > 1:
        what = _joined(asked)
    if not what:
        return []
    noun = _NOUN.search(asked.asking)
    named = "" if noun is None or noun[0] in what else noun[0]
    if _SECOND.search(asked.asking):
        return [f"{asked.head}{what}第二多的是哪个{named}"]
    if _THIRD.search(asked.asking):
        return [f"{asked.head}{what}第三多的是哪个{named}"]
    if _both_ends(asked.asking):
        return [f"{asked.head}{what}从多到少怎么排"]
    way = "最少" if _DOWN.search(asked.asking) else "最多"
    return [f"{asked.head}{what}里{way}的是哪个{named}", f"{asked.head}{way}的{what}是哪个"]


def _both_ends(text: str) -> bool:
    """Whether the most and the least are asked for: 「哪个最多，哪个最少」."""
    return _DOWN.search(text) is not None and _UP.search(text) is not None


def parts(asked: Asked) -> list[str]:
    """What something consists of (构成)."""
    listed = _LISTED.search(asked.asking) if _ASKS_LIST.search(asked.asking) else None
    what = asked.whole or asked.thing or (listed[0] if listed else "")
    if not what:
        return []
    ways = ["构成情况", "包括哪些，各多少", "有哪些"]
    return [f"{asked.head}{what}{way}" for way in (ways if EACH.search(asked.asking) else ways[1:])]


_ASKS_LIST = regex("[哪啥几]|什么|名[单字称]|列|各|构成|组成|明细")
_LISTED = regex(r"预算单位|(?:下属|所属|二级|直属)单位|内设机构|科室|车辆|项目")
EACH = regex(r"构成|组成|分类|多少|几|金额|数量|占")


def score(asked: Asked) -> list[str]:
    """The score of one project, or the best or worst of all (自评得分)."""
    down, up = _DOWN.search(asked.asking), _UP.search(asked.asking)
    if asked.accounts and not (down or up):
        return [f"{asked.head}{asked.accounts[0]}自评得分是多少"]
    way = "低" if down else "高"
    ways = [f"{asked.head}自评得分最{way}的项目是哪个，多少分", f"{asked.head}哪个项目得分最{way}"]
    return ways if down or up else []


_UP = regex(r"最[高好优多大]|第一|榜首|头一?名|最前|冠军")


def trend(asked: Asked) -> list[str]:
    """An account in each of some years (历年)."""
    if len(asked.accounts) != 1 or len(asked.years) < 2 or len(asked.bodies) != 1:
        return []
    first, last = asked.years[0], asked.years[-1]
    return [f"{asked.bodies[0]}{first}年到{last}年{asked.accounts[0]}各年是多少"]


def two_years(asked: Asked) -> list[str]:
    """In which of two years there was more (两年相比); of more than two each is told."""
    if len(asked.years) > 2:
        return trend(asked)
    if len(asked.accounts) != 1 or len(asked.years) != 2:
        return []
    return [f"{asked.head}{asked.accounts[0]}哪年高，高多少"]


def two_bodies(asked: Asked) -> list[str]:
    """Which of two bodies has more, or how much each has (两家相比)."""
    what = asked.thing
    if len(asked.bodies) < 2 or not what:
        return []
    if len(asked.bodies) > 2:
        return most_body(asked)
    way = "少" if _LESS.search(asked.asking) else "多"
    if _APART.search(asked.asking):
        return [f"{asked.head}{what}哪个{way}，相差多少{asked.unit}"]
    return [f"{asked.head}{what}分别是多少{asked.unit}"]


def most_body(asked: Asked) -> list[str]:
    """Which of several bodies, or of those below one, has most or least (各家排名)."""
    way = "少" if _DOWN.search(asked.asking) and not _both_ends(asked.asking) else "多"
    if len(asked.bodies) == 1 and _BELOW.search(asked.asking):
        when = "".join(f"{year}年" for year in asked.years)
        return [f"{asked.bodies[0]}所属单位{when}{asked.thing or '支出'}最{way}的是哪家"]
    if not asked.thing or len(asked.bodies) < 2:
        return []
    return [f"{asked.head}{asked.thing}最{way}的是哪家"]


_BELOW = regex(r"下面|下属|所属|底下|直属|系统|[家个]单位|各单位")

_LESS = regex(r"哪[个家边][^，。]{0,4}[少低小]|谁[^，。]{0,4}[少低小]")
_APART = regex(r"差|[多少高低大小]出|谁|哪[个家边]|[比超]")


def with_amount(ask: str) -> Texts:
    """An account, and what else is asked of it (金额并另一问)."""

    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 1 or len(asked.years) > 1:
            return []
        whole = f"占{asked.whole}的百分之几" if asked.whole else "占总支出的百分之几"
        return [f"{asked.head}{asked.accounts[0]}是多少，{ask.format(whole=whole)}"]

    return texts


def definition(asked: Asked) -> list[str]:
    """What a term means (名词解释)."""
    return [f"什么是{asked.accounts[0]}"] if len(asked.accounts) == 1 else []


def part_names(text: str) -> str:
    """A span without the particles at its ends."""
    return re.sub(r"^[的里在之]+|[的里上在]+$", "", text.strip(' ，,。？?！!：:“”"\0'))
