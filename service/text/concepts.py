"""The things that a question on running text names, for its answer to speak of (所问之事)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.concordance import bigrams
from ingest.patterns import regex
from service.read import vocabulary
from service.read.terms import find, free_runs, mark
from service.text.sorts import SECTIONS, SORTS, WRITTEN, Sort

#: Words of a question on text that its answer need not hold.
_ASKING = regex(
    r"是?(?:什么|啥)(?:形式|样式|样子|程度)|[怎咋]么?回事|管不管|归不归|负不负责|归(?:他们|它们?|你们|谁)?管|是什么|什么|为啥|为何|啥|怎么样|怎么|怎样|如何|咋|哪些|哪里|哪儿|哪个|哪家|哪|谁|多少|有没有|是否|是不是|说明|介绍|具体|内容|情况|主要|包括|分别"
    r"|原因|那份|报告|文件|公开|里面|里头|里说|说的|讲的|写的|提到|一下子|这么|那么|一下|打算|准备|了|的|吗|呢|呀|啊|阿|嘛|吧|请问|要求|方面|平时|平常|通常|到底|请?给出|给我|说法|讲讲|说说|说一说"
    r"|用?大白话|能不能|可不可以|他们|它们|它|自己|干嘛|那(?=\d)|只用|只有|名单|清单|列一下|列出|列举|提出|采取|请说明"
    r"|我?(?:想|就想)?(?:问|知道|了解)(?:一?下)?(?!题)|[这那]一?块|这方面|[这那]个|[这那]些?事|这项?(?:职责|任务|工作)|存在|缘由|理由|发挥|安排"
    r"|指出|表明|(?<!文化)显示|认为|哪块|哪一块|哪[栋幢座]楼?|哪位|没办完|办完|有关系|有关(?!部门|单位)|关系|跟?哪个|的时候|归(?=本)"
    r"|(?:(?<=.)上|方面|领域)做(?:了|些)*(?:什么|啥)|(?<![能苦实])干(?:些)?(?:什么|啥|嘛)|问问|[这那]笔(?:钱|资金|经费)?|[这那][个些]钱|之类|后来|什么样|(?:早就?|当初|本来|原先)?说(?:好|定)(?:了|要|是|的)?|原定于?|本来|原本|一直|迟迟|至今|到现在|(?<![项题科])目前|渠道|途径|讲究|名堂"
    r"|(?:报告|决算书?|预算书?|文件|说明|资料|书|自评)?(?:里|上|中)?(?:讲|说|写|提|留)(?:了|的|着|过)?(?:要|是|到)?(?:用|有)?(?=$|哪|些|、)|(?:我)?想(?:打|查|找|去|要|看)|[怎咋]么(?:解释|说|写|讲)|(?:自己|自个儿)?(?:承认|检讨|坦白|交代)(?:了)?|暴露(?:出)?|专门|[弄搞整]啥|[找查挑翻评指]出来|给(?=[\u4e00-\u9fff]{2}(?:办|做|干)(?:什么|啥))|(?:办|做|干)(?:成|好)?(?:些|点|[几两三]件)?(?:什么|啥|哪些|哪几件)(?:大|实|好)?事|明明|反倒|反而|居然|竟然?|偏偏|最后|最终|到头来|[决预]算书|口径"
)
#: An amount or a number of things, said by the way: 「八百多万」, 「两个」, 「几件」.
_NUMBER = regex(
    r"[一二两三四五六七八九十]大(?=$|，|职能|职责|任务|问题|措施|方面|板块|工作|目标)|几摊(?:子)?(?:事|活)?|百分之?几|[一二两三四五六七八九十百千万几\d.]+多?[万亿千百]+多?元?|[两三四五六七八九十几\d.]+多?(?:个|辆|台|栋|名|项|件|家|条|类|样|种|处(?!室)|所|名|成|块|元|次|期|场|批|遍|回|笔)(?:多)?|\d+(?:\.\d+)?%?"
)
#: Which way a figure went, and what it is held against; a reason's statement is found by these in its own way.
_WENT = regex(
    r"只?完成(?:了|率)?(?=$|，)|只完成了?|变?[多少](?=$|，)|变[多少高低大小]|比?(?:上年|去年|前年|前一年|上一年|头年)|增加|减少|下降|上升|增长|降低|上涨|提高|[涨降跌]|变化|决算数?|预算数?|小于|大于|低于|高于"
    r"|[多少](?:花|用|支出?|开销)(?:了|掉|出去?)?(?:这么|那么)?[多少些点]?的?钱?|[花用支]得(?:这么|那么|更)?[多少](?:些|一些|一点)?|[花用支]得(?=$|，)"
    r"|[猛暴激骤锐剧飞大][增减降涨跌升]|没有?花完|没有?用完|没[\u4e00-\u9fff]?[够满]|花不完|总支出|总收入|总额|年初|钱?花[到在去]|钱|超支|剩下?|一些|一点|大幅"
)
#: How a thing is done, with the verbs that say no more than that it is.
_HOW = (
    r"(?:怎么|如何|怎样|咋)(?:样)?(?:去|来)?(?:安排|做|搞|办|弄|打算|开展|推进|组织|落实|实施|进行)?"
    r"|有(?:些)?(?:什么|啥|哪些)(?:安排|打算|举措|动作|计划|部署|做法|办法|行动)|(?:发挥|起)(?:了|到)?(?:什么|啥|哪些|怎样的?)作用"
)
#: Particles before and behind a word; a word may begin or end on the same character (对外, 中介, 集中, 国有).
_BEFORE = regex(
    r"^(?:按(?![摩揭键时期])|都(?!市)|由|里|在(?![职编岗建线校])|也|就(?![业医学])|各(?!类)|该|把(?![关握])|被|还(?![款贷本])|再(?!就业|生)|又"
    r"|对(?![外口策接照比标象账])|于|个(?![人税体])|的|了(?!解)|之|是|有(?![效关机偿])|那|归(?![口集档])|及(?!时)|给(?![付予水排])"
    r"|要(?![点求素件闻])|去|来(?![信访源电])|[我你他咱]们?)+"
)
_BEHIND = regex(
    r"(?:都|由(?<![自事]由)|里(?<![公万]里)|中(?<![集初高]中)|在|也|就(?<!成就)|各|该|把|被|还(?<![偿归]还)|再|又|对(?<![应核面]对)"
    r"|于|个|的|了|之|是|有(?<![国所占公私]有)|那|归|及(?<!普及)|给(?<![供补]给)|要(?<![纪需摘]要)|去|来(?<!未来)|上(?<![线网]上))+$"
)
#: What may stand behind a long name that is the same without it (调研视察工作).
_OF_WORK = regex(r"(?<=.{4})(?:工作|事务|活动|业务|事项)$")
#: Characters that only tie words together, where no word of the document has them.
_TIES = frozenset(
    "是有在这那其某每各几两些么呢吧的了着过地得把被让给对从向往到去来为以及并且但也都还就才只又再更很太挺能会要想可应该须请问"
    "说讲谈看搞弄办干做使叫等之者家间时候次期块样笔批份位名口场回遍种类钱上下里中"
)
#: A run of nothing but these names nothing: 讲要用, 想打, 才着.
_NAMELESS = _TIES | frozenset("用打留提放才跟着只花出")
_PARTICLES = frozenset("都也就各的了着过把被还再又对从由给让向出搞报")
#: How large a thing is, which is asked of it.
_HOW_LARGE = r"有?多[高低深宽长重]"
_FILLED = {
    word: True
    for word in vocabulary.FILLER.split("|")
    if len(word) > 1 and word != "目前" and not re.fullmatch(_HOW_LARGE, word)
}
#: What every disclosure is about says nothing of this question; nor, of a section, in which report it stands.
_SAID = (
    "开支|开销|花销|花费|有关|相关|情况|方面|内容|地方|东西|领域|环节|事项|事情|事|用|主要|一般公共预算"
    "|政府性基金|收支|总体|今|本"
)
_GENERIC = f"(?:{vocabulary.GENERIC}|{_SAID})+"
_ASIDE = (
    "整体|绩效|自评|评价|结果|工作|后|年度|实施|科室|处室|主体|职能|职责|管理|人员|编制|人数|发现|存在|开展"
    "|提出|执行|过程"
)
_SETTING = f"(?:{vocabulary.GENERIC}|{_SAID}|{_ASIDE})+"
_SPLIT = regex(
    r"都(?![市城会])|(?<!共)和(?!谐)|(?<!参)与|跟(?!踪)|[、，,；;]|以及|还有|(?<![对占同环])比(?![例重])|(?<!比)较|(?<![公邻万村])里(?![程弄])|一般公共预算(?:财政拨款)?|财政拨款(?!收)"
)


#: A name of more characters is compared loosely by its first ones only.
_LOOSE = 24


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that an answer should speak of: the words of the question for it, or what documents write."""

    forms: tuple[str, ...]

    def held(self, text: str, weights: dict[str, float]) -> float:
        """Share of the concept, by weight, that a folded text holds, in its best form."""
        return max(_share(form, text, weights) for form in self.forms)


def concepts_of(text: str, sort: Sort) -> Iterator[Concept]:
    """The things that an answer must speak of, in the order of the question."""
    # Words of 绩效 are what such a question is about, how a thing is done is in its verb (测算, 参与);
    # the words of the other sorts only ask.
    asking = (
        _HOW
        if sort is Sort.HOW
        else "|".join(pattern for s, pattern in SORTS if s is sort and s is not Sort.PERFORMANCE)
    )
    bare = re.sub(asking, "，", text) if asking else text
    setting = _SETTING if sort in SECTIONS else _GENERIC
    if sort is Sort.REASON:
        bare = _WENT.sub("，", bare)
    parts = _SPLIT.split(_NUMBER.sub("，", _ASKING.sub("，", bare)))
    said = [c for part in parts for run in _content(part) for c in _spoken(_trim(run))]
    told = [c for c in said if not re.fullmatch(setting, c.forms[0])]
    # 「绩效自评依据的是哪个文件」: what else only says in which report it stands is asked about.
    only = sort is Sort.BASIS and not told
    yield from [c for c in said if not re.fullmatch(_GENERIC, c.forms[0])] if only else told


def _content(part: str) -> list[str]:
    """Words of a part of the question, without what every question has."""
    taken = [False] * len(part)
    for match in find(part, _FILLED):
        mark(taken, match)
    return [run for _, run in free_runs(part, taken)]


def trimmed(run: str) -> str:
    """A run of words without the particles at its edges; empty where it says nothing by itself."""
    bare = _trim(run)
    return "" if re.fullmatch(_GENERIC, bare) else bare


def _trim(run: str) -> str:
    """A run of words without the particles at its edges."""
    return _BEHIND.sub("", _BEFORE.sub("", run))


#: How a thing is done badly, which the answer says in its own words: 「扫得不勤」.
_DONE_SO = regex(
    r"[扫修管做办干弄搞建写查改学跑洗收运养抓评派答回处](?:理)?得(?:不|太|很|比较|有点|怎么)*[\u4e00-\u9fff]{1,2}$|不(?:够|太)?[勤净好齐全快力严细实](?:干净|认真|及时|到位)?$"
)


def _spoken(run: str) -> Iterator[Concept]:
    """A run of words cut at its daily words, each of which may be written otherwise."""
    run = _DONE_SO.sub("", run) if len(run) > 4 else run
    if set(run) <= _NAMELESS:
        return
    for spoken, written in WRITTEN:
        match = re.search(spoken, run)
        if match:
            yield from _spoken(_trim(run[: match.start()]))
            forms = (match[0], *written.split("|"))
            yield Concept(tuple(dict.fromkeys(form for form in forms if len(form) > 1)) or (written,))
            yield from _spoken(_trim(run[match.end() :]))
            return
    run = re.sub(r"要?(?:购买|采购|买)$", "", run) if len(run) > 4 else run
    if len(run) > 1:
        bare = _OF_WORK.sub("", run)
        yield Concept((run, bare) if bare != run else (run,))


@lru_cache(maxsize=1 << 12)
def _loosely(form: str) -> re.Pattern[str]:
    """A form with up to two characters between any two of its own."""
    return re.compile(".{0,2}?".join(map(re.escape, form)))


@lru_cache(maxsize=1 << 12)
def _pairs(form: str) -> tuple[tuple[str, float], ...]:
    """Pairs of a form; a particle within one ties it to nothing that a document writes."""
    return tuple((p, 0.3 if _PARTICLES & set(p) else 1.0) for p in dict.fromkeys(bigrams(form)))


def _share(form: str, text: str, weights: dict[str, float]) -> float:
    if form in text:
        return 1.0
    loose = form[:_LOOSE]
    if len(form) > 2 and all(char in text for char in loose) and _loosely(loose).search(text):
        return 0.95  # 「档案局」 stands for 「档案馆（局）」
    whole = part = 0.0
    for pair, tied in _pairs(form):
        weight = weights.get(pair, 1.0) * tied
        whole += weight
        part += weight if pair in text else 0.0
    share = part / (whole or 1.0)
    return max(share, 0.9 * _pieces(form, text)) if len(form) > 3 else share


def _pieces(form: str, text: str) -> float:
    """Share of a form that a text has in runs of two and more: 「动员居民参与」 is 动员, 居民 and 参与, each by itself.

    What no run has and only ties words together (这, 笔, 会) does not count.
    """
    held = [False] * len(form)
    for start in range(len(form) - 1):
        if form[start : start + 2] in text:
            held[start] = held[start + 1] = True
    ties = sum(1 for char, has in zip(form, held, strict=True) if not has and char in _TIES)
    return sum(held) / max(len(form) - ties, 1)
