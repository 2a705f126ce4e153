"""What fell short, was late or is wanting, by the words of a question and of a text: 没弄完 is 未完成 (短缺之说).

How people say that something fell short and how documents write it are rows of two patterns; what is left of a question
without such words names the matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import fold
from service.text.concepts import Concept, concepts_of
from service.text.sorts import Sort

_LATE = r"未(?:能|按|如期|及时)|滞后|推迟|顺延|延期|延误|拖后|拖期|逾期|超期|跨年|停工|缓慢|晚于?|不及时"
#: How it is said that something fell short, and how a text has it.
_ROWS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (regex(said), regex(told))
    for said, told in (
        (
            r"(?:没有?|未|不)(?:能|曾)?(?:在[^，。？]{1,6}?)?(?:按[时期]|如期|及时|全部)*[\u4e00-\u9fff]{0,3}?"
            r"(?:完工?|成|竣工|交付|下来|到位|验收|[够满足]|到目标)(?![率后])",
            rf"未(?:完|到位|交付|竣工|验收|落实|达)|没有?(?:完|按|达)|低于|不足|{_LATE}",
        ),
        (r"(?:比|较)?(?:原?计划|预[期定])?(?:拖|晚|迟|推迟|延误?期?|耽误|耽搁|滞后|不及时)(?:了|到)?", _LATE),
        (r"得?(?:太|很|这么|那么|有点|比较)?慢(?!性)", rf"慢|前松后紧|集中在(?:第?四季度|年底|下半年)|偏低|{_LATE}"),
        (
            r"(?:偏|太|这么|那么|很|较|过)低|(?:没有?|未|不)(?:能)?达(?:到)?(?:标|目标|要求|预期)?|不达标",
            r"低于|[偏较过]低|未达|不足|没有达|不达标|下降|未能达|仅(?:为|有|完成|达)?[\d.]|只(?:有|完成|达)",
        ),
        (
            r"(?:推(?:行|广|进)?|开展|进行|[搞办弄])不(?:下去?|动|开|成|了)|受阻|卡[住壳]",
            rf"未通过|受阻|困难|担心|顾虑|反对|阻力|难以|不同意|难统一|未达成|{_LATE}",
        ),
        (
            r"(?:白天|晚[上间]|早上|平时)?没(?:有)?(?:什么|啥|多少|几个)?人(?:来|吃|用|住|去|坐|看|参加|报名|愿意|肯)*|[租住卖]不出去?|冷冷清清",
            r"(?:上座|使用|利用|入住|出租|报名|上课|参与)率|空置|闲置|冷清|门庭|人气|[偏不][低高少]",
        ),
        (
            r"多(?:发|付|支付|领|算|报)(?:放)?(?:了|出)?",
            r"多(?:发|付|支|领|算|报)|超(?:发|付|额|标准)|重复(?:发放|领取|享受)|冒领",
        ),
        (r"(?:很|太)?(?:短缺|缺口?|不够|不足|紧张|紧缺)(?![席陷])", r"短缺|缺|不足|不够|紧张|偏少"),
        (r"[上供跟]不(?:来|上去?|去|了)|(?:太|很)小(?=，|$)", r"不足|偏低|过低|不够|偏小|难以|跟不上|断水|停水"),
        (r"(?:太|很|比较)?(?:老化|老旧|破旧|失修|坏)了?", r"老化|老旧|破旧|失修|损坏|超期服役"),
    )
)  # fmt: skip
_LATER = r"(?:以后|今后|后面|后续|往后|接下来|下一?步|将来|后来)?"
#: How it is asked what is to be done, and how what is wrong.
ASKS_MEASURE = regex(
    rf"{_LATER}(?:他们|你们|[学医]?[校院局府]里?|[区县市镇村委]里|学校|医院|单位|政府|法院|街道|社区|管委会|部门|中心)?(?:说|都|又|是|该)*"
    r"(?:打算|准备|计划|要|想|会|拟)?(?:是|该)?(?:咋个?|怎么个?|怎样|如何)(?:去|来|样)?"
    r"(?:整?改(?![造建革])进?|整治|整|办(?!理|学|公)|解决|处理|处置|弄|应对|补救|改善)(?:法|一下)?(?:的|了)?"
    rf"|{_LATER}(?:都|又|打算|准备|计划|要|想|会|将|拟)*(?:有|提|采取|提出)了?(?:什么|啥|哪些)(?:样的)?(?:整改|改进|应对|解决)?(?:措施|办法|对策|建议)(?:去|来)?(?:整?改(?![造建革])进?|解决|应对)?"
)
ASKS_TROUBLE = regex(
    r"(?:存在|发现|查出|暴露|遇到|面临|有)?[了的着]?(?:什么|啥子?|哪些|哪几个|有何)(?:样的)?(?:主要)?(?:问题|毛病|困难|短板|不足|漏洞|难处|难题|薄弱)(?:和原因)?"
    r"|(?:存在)?(?:的|上的?|方面的?)(?:主要)?(?:问题|毛病|困难|不足|难处)(?:[和及与、](?:主要)?原因)?(?:是|有|在)?(?:什么|啥|哪些?|哪里)"
)
#: How a note begins that says that one problem of several is told.
ONE_TOLD = "只摘出与所问相符的问题"
#: Nothing but what is to be done.
ONLY_MEASURE = regex(
    rf"^(?:那么?|又|都|他们|单位|对此|针对这[个些]|，)*(?:{ASKS_MEASURE.pattern})[呢啊呀的了吗？?。！!]*$"
)
_AROUND = regex(
    r"(?:这|那)(?:一)?[个项件](?:项目|工程|事)?|年底前?|是?[咋怎]么?回事|[咋怎]就|发现的?|(?:部门|单位)?(?:整体|项目)?(?:支出)?(?:绩效(?:评价|自评)?|自评)(?:报告|表)?(?:里|中|上)?(?:说)?的?|(?:自评|评价)?(?:查出|发现)了?问题|才(?=，|$)|说(?=，|$)|的?(?:乡亲|老乡|群众|居民|村民|市民|老百姓|百姓|家长|学生|职工|网友|有人|大家伙?|街坊)们?(?:都|老|总|还|也)*(?:说|讲|反映|抱怨|反馈|嫌)|[那这]块|(?<=[\u4e00-\u9fff]{2})(?:的)?问题(?=，|$)"
)
#: Runs of words, without those that ask for a reason.
_RUN = regex(r"[\u4e00-\u9fff]{2,}")
_ASKS_WHY = regex(r"为什么|为啥|为何|什么原因|原因|[怎咋]么?会?|[两几三四]项|钱|[是的了说呢啊吗都]")
#: A number with what it counts, in digits or in words.
_NUMBER = regex(
    r"(?<![\d.])(?P<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)\s*[多余]?"
    r"(?P<unit>个?月|[个处天日年亩人名辆台件米户所套条座家]|公里)"
)
#: One measure word for things that people and documents count differently: 3个路口, 3处路口.
_COUNTED_AS = {"个": "处", "个月": "月", "条": "处", "座": "处", "家": "处", "所": "处"}
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
#: What the words of a shortfall count beside those of the matter, what a number that agrees adds, what stands around.
_LACK, _AGREES, _BESIDE = 0.5, 0.15, 0.7


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a question names: the matter, how it fell short as texts have it, and the numbers that it says."""

    matter: tuple[Concept, ...]
    lacks: tuple[re.Pattern[str], ...]
    numbers: frozenset[str]

    @property
    def pairs(self) -> list[str]:
        """Pairs of characters of all that is named, to be weighed."""
        return [f[i : i + 2] for c in self.matter for f in c.forms for i in range(len(f) - 1)]

    def share(self, text: str, around: str, weights: dict[str, float]) -> float:
        """How much of what is named a folded text holds, or what stands around it, to a lesser degree."""
        sizes = [float(min(len(c.forms[0]), 6)) for c in self.matter]
        held = [max(c.held(text, weights), _BESIDE * c.held(around, weights)) for c in self.matter]
        sizes += [2 * _LACK] * len(self.lacks)
        held += [float(told.search(text) is not None) for told in self.lacks]
        share = sum(s * h for s, h in zip(sizes, held, strict=True)) / (sum(sizes) or 1.0)
        return share + _AGREES * bool(self.numbers & set(_numbers(text)))


def read_shortfall(text: str, also: tuple[str, ...] = ()) -> Shortfall:
    """What a folded question names, without the words that ask; ``also`` are names that the conversation adds."""
    bare = _AROUND.sub("，", ASKS_TROUBLE.sub("，", ASKS_MEASURE.sub("，", text)))
    lacks = []
    for said, told in _ROWS:
        if said.search(bare):
            lacks.append(told)
            bare = said.sub("，", bare)
    numbers = frozenset(_numbers(text))
    matter = dict.fromkeys(concepts_of(_NUMBER.sub("，", bare), Sort.REASON))
    if not matter and lacks:  # 「补贴为什么多发了」: a word of every budget is all that is named
        matter = dict.fromkeys(Concept((run,)) for run in _RUN.findall(_ASKS_WHY.sub("，", bare)))
    names = tuple(Concept((fold(name),)) for name in also if fold(name) not in text)
    return Shortfall((*names, *matter), tuple(lacks), numbers)


def _numbers(text: str) -> Iterator[str]:
    for found in _NUMBER.finditer(text):
        unit = _COUNTED_AS.get(found["unit"], found["unit"])
        yield f"{_value(found['number'])}{unit[0]}"


def _value(number: str) -> str:
    """A number in digits: 3,000 and 三千 are one."""
    if number[0].isdigit():
        return number.replace(",", "")
    value = digit = 0
    for char in number:
        if char in _TENS:
            value, digit = value + (digit or 1) * _TENS[char], 0
        else:
            digit = _DIGITS[char]
    return str(value + digit)
