"""What speaks for and against a sentence as the answer in words to a question, as figures between 0 and 1 (句特征)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ingest.patterns import regex
from service.closest.features import _best, _held, _meant_of, _of, _said, _worst
from service.closest.lines import Line, Lines
from service.closest.query import Query
from service.closest.words import DOING, THING
from service.read.citizens_words import is_other
from service.things.contrary import contrary

Rows = NDArray[np.float64]
_NEAR, _HEAD, _MEANT = 0.75, 0.7, 0.8
#: What is asked for, how that is asked, and what a sentence has that tells it: a new row is a new sort.
SORTS: tuple[tuple[str, str, str], ...] = (
    ("reason", r"为什么|为啥|为何|咋|怎么回事|怎么就|原因|缘故|因为|凭啥|由来|怎么来的|怎么搞", r"原因|由于|因为?|主要是|所致|受[^，。]{1,12}影响|导致|致使"),
    ("purpose", r"干[嘛吗啥什]|做什么|做啥|用[来于在到]|花[在到哪]|拿去|用途|用场|派.{0,3}用|给谁|哪[种类些]人|什么人", r"用于|用以|用来|主要用|面向|对象|为了?|发放给|安排用"),
    ("term", r"什么意思|啥意思|指的?是?|是[个种]?(?:啥|什么|嘛)|什么叫|啥叫|怎么个|咋个|含义|概念|包括|包含|哪种|什么样", r"指|是指|包括|反映|即|所称|是反映"),
    ("who", r"谁|哪[个家位些]?(?:单位|部门|公司|科室|人|领导|企业)|哪家|由哪|归哪|负责", r"负责|由|承担|牵头|公司|单位|部门|科|中心|院|队|承建|实施"),
    ("where", r"哪[里儿]|哪个地方|什么地方|啥地方|地址|位置|哪条|位于|哪[个些](?:村|镇|乡|街|区|县|社区|学校|路)", r"位于|地址|路|街|村|镇|乡|区|县|社区|[^内国]外|设在|在"),
    ("when", r"什么时候|啥时候|何时|哪[天月年]|几月|多久|多长时间|啥日子|什么日子|期限|到几|几号", r"\d+月|\d{4}年|季度|[上下]半年|年底|月底|日|期间|期限|天内|工作日"),
    ("which", r"哪[些几两三四]|什么|啥|有些?啥|名单|列|分别|都有|各是", r"、|包括|分别|一是|其中|和|以及"),
    ("trouble", r"问题|毛病|不足|短板|缺点|没做好|困难|不好|出岔|漏洞|差在|扣分|哪.{0,6}没", r"问题|不足|不够|不高|不到位|有待|薄弱|滞后|困难|偏[低高慢]|较[低慢差]|缺乏|尚未|未能|没有|扣"),
    ("remedy", r"怎么[改办整治]|改进|整改|措施|办法|打算|下一步|以后|今后|避免|解决|应对|咋整|咋办", r"下一步|下步|改进|整改|措施|加强|完善|健全|建立|优化|将|提前|督促|改为|推行|实行"),
    ("how", r"怎么|如何|怎样|咋|什么方式|啥方式|方法|靠", r"通过|采取|采用|按照?|依托|方式|以[^，。]{2,12}|由[^，。]{2,10}|组织|开展|利用"),
    ("goal", r"目标|想达到|达到什么|打算|计划|希望|图[个什啥]|目的", r"目标|达到|力争|不低于|确保|提升|提高|保障|完成|旨在|为"),
    ("basis", r"依据|根据|凭什么|凭啥|文件|规定|办法|政策|文号", r"根据|依据|按照|《|〔|文件|规定|办法|通知|号"),
    ("result", r"效果|结果|怎么样|咋样|成效|成绩|等[级次]|评[了为]|得了|作用|好处|变化", r"效果|结果|成效|优秀|良好|等级|评[为定价]|得分|提升|提高|改善|增强|获|降低|减少"),
    ("nothing", r"没有?了|为0|是0|写0|零|空着|没数|没花|不花", r"0万元|0\.00|无|没有|未|不|统筹|取消"),
)  # fmt: skip
_ASKS = tuple(regex(asks) for _, asks, _ in SORTS)
_HAS = tuple(regex(has) for _, _, has in SORTS)
_NUMBER = regex(r"\d")
_YEAR = regex(r"20\d\d(?=年)")
_FORM = regex(r"[：:]")
_LISTED = regex(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五]是|其[一二三]|首先|其次)")

_NAMED = (
    "worst_thing worst_near worst_doing own near all soft_own soft_near soft_all things doings rarest unmatched "
    "matched elsewhere head extra said_own said_near vector near_vector head_vector pairs pairs_head term term_said "
    "term_whole contrary other year_same year_other last digits digits_missing long short numbers form listed ends "
    "left_out agree lacking few money rate people count any"
)
#: What is measured of a sentence, in this order.
NAMES = (
    *_NAMED.split(),
    *(f"asks_{n}" for n, _, _ in SORTS),
    *(f"has_{n}" for n, _, _ in SORTS),
    *(f"is_{n}" for n, _, _ in SORTS),
)


def measured(query: Query, ready: Lines) -> Rows:
    """A row of features for each sentence; no rows where the question says nothing."""
    if not query.said or not ready.lines:
        return np.zeros((0, len(NAMES)))
    lines, weights = ready.lines, query.weights
    whole = float(weights.sum()) or 1.0
    words = np.clip(_meant_of(query, ready.vectors), 0.0, 1.0)
    own = _held(query.said, [line.text for line in lines])
    near = np.maximum(own, _NEAR * _held(query.said, [line.before for line in lines]))
    head = _held(query.said, [line.head for line in lines])
    every = np.maximum(near, _HEAD * head)
    soft_own = np.maximum(own, _MEANT * _best(words, [line.words for line in lines]))
    soft_near = np.maximum(near, _NEAR * _MEANT * _best(words, [line.near_words for line in lines]))
    soft_near = np.maximum(soft_near, soft_own)
    soft_all = np.maximum(
        np.maximum(soft_near, every), _HEAD * _MEANT * _best(words, [line.head_words for line in lines])
    )
    sorts = np.array([said.word.sort for said in query.said])
    missed, lacking = (1 - soft_all) * weights, (1 - soft_near) * weights
    elsewhere = np.array([said.word.text in ready.text for said in query.said]) & (soft_all < 0.3)
    told = _told(query, ready, words)
    matched = soft_near @ weights
    columns = [
        _worst(missed, sorts == THING), _worst(lacking, sorts == THING), _worst(missed, sorts == DOING),
        own @ weights / whole, near @ weights / whole, every @ weights / whole, soft_own @ weights / whole,
        matched / whole, soft_all @ weights / whole, _of(weights, soft_near, sorts == THING),
        _of(weights, soft_near, sorts == DOING), soft_all[:, int(weights.argmax())],
        np.minimum((1 - soft_all) @ weights, 4) / 4, np.minimum(matched, 4) / 4,
        np.minimum(elsewhere @ weights, 3) / 3, head @ weights / whole,
    ]  # fmt: skip
    rest = np.array([_alone(query, ready, line, told) for line in lines])
    return np.hstack([np.array(columns).T, rest])


def _told(query: Query, ready: Lines, words: Rows) -> Rows:
    said = np.array([_said(query, word) for word in ready.words])
    return np.maximum(said, _MEANT * words.max(axis=1)) if len(said) else said


def _alone(query: Query, ready: Lines, line: Line, told: Rows) -> list[float]:
    """The features of one sentence by itself."""
    text, sort = query.text, query.asked.sort
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    held = sum(pair in line.text for pair in pairs) / max(len(pairs), 1)
    above = sum(pair in line.head for pair in pairs) / max(len(pairs), 1)
    term = line.term
    common = _common(term, text) if term else 0
    years = {int(year) for year in _YEAR.findall(line.text)}
    digits = [number in line.text or number in line.head for number in query.digits]
    asks = [float(pattern.search(text) is not None) for pattern in _ASKS]
    has = [float(pattern.search(line.text) is not None) for pattern in _HAS]
    both = [a * h for a, h in zip(asks, has, strict=True)]
    weights = ready.weights
    return [
        max((float(weights[i] * (1 - told[i])) for i in line.words), default=0.0) / max(float(weights.max()), 1e-9),
        _share(weights, line.words, told), _share(weights, line.near_words, told),
        _near(query, ready, line.words), _near(query, ready, line.near_words), _near(query, ready, line.head_words),
        held, above, float(bool(term)), common / max(len(term), 1), float(bool(term) and term in text),
        float(contrary(text, line.text)), float(is_other(text, line.text)),
        float(bool(query.said_year) and query.said_year in years),
        float(bool(query.said_year) and bool(years) and query.said_year not in years),
        float("上年" in line.text or "去年" in line.text),
        float(bool(digits) and all(digits)), float(bool(digits) and not all(digits)),
        min(math.log1p(len(line.text)) / 6, 1.0), float(len(line.text) < 12),
        min(len(_NUMBER.findall(line.text)) / 20, 1.0), min(len(_FORM.findall(line.text)) / 6, 1.0),
        float(_LISTED.match(line.text) is not None), float(line.text.endswith(("：", ":"))),
        float(query.leaves_out(line.text)), max(both), max(a * (1 - h) for a, h in zip(asks, has, strict=True)),
        float(len(query.said) < 3),
        *(float(sort == one) for one in ("money", "rate", "people", "count", "any")),
        *asks, *has, *both,
    ]  # fmt: skip


def _common(term: str, text: str) -> int:
    """Characters of the longest run of a term that the question has."""
    sizes = [
        size
        for size in range(len(term), 1, -1)
        if any(term[at : at + size] in text for at in range(len(term) - size + 1))
    ]
    return sizes[0] if sizes else 0


def _share(weights: Rows, rows: tuple[int, ...], told: Rows) -> float:
    if not rows:
        return 0.0
    own = weights[list(rows)]
    return float(own @ told[list(rows)]) / max(float(own.sum()), 1e-9)


def _near(query: Query, ready: Lines, rows: tuple[int, ...]) -> float:
    if not rows:
        return 0.0
    vector = ready.vectors[list(rows)].mean(axis=0)
    return float(vector @ query.whole) / (float(np.linalg.norm(vector)) or 1.0)
