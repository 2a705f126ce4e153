"""What a sentence is about as it opens: a classified item, a project evaluated, an amount left out (句首所指)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ingest.items_named import named_item
from ingest.model import Fund, Subject
from ingest.patterns import regex
from ingest.phrases import FUND_PREFIX, Topic, subjects_of
from ingest.text import fold
from ingest.titled_projects import titled_project

_SELF_EVALUATED = regex(
    r"对(?:20\d\d年度?)?(?:[^，。；]{0,20}个)?(?P<fund>一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?"
    r"(?:一级|二级)?项目(?:支出)?[^，。；]{0,10}开展[^，。；]{0,6}绩效"
)


#: 「财政拨款支出主要用于以下方面：」, 「“三公”经费一般公共预算财政拨款支出决算中，」 before what they are made of.
_OPENING = regex(
    r"(?:[^，。：:；\d]{0,30}20\d\d年度?)?(?P<words>[^，。：:；\d]{4,40})(?:[：:]|(?<=算|出|费|入)中[，,])"
)
#: Income of a fund, what was brought forward of it and what was spent of it, in one list.
_FUND_LIST = regex(
    r"(?:[^，。：:；\d]{0,30}20\d\d年度?)?(?P<fund>政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?收入[\d,.]+万?元[，；、]"
    r"(?:年初|上年)[^，。；、\d]{0,12}结[转余][^，。；、\d]{0,6}[\d,.]+万?元[，；、](?:本年)?支出"
)


def _fund_announced(text: str) -> Fund | None:
    """The money that a sentence names before it goes through what was spent of it."""
    opening = _OPENING.match(text)
    words = fold(opening["words"]) if opening is not None else ""
    named = next((f for p, f in FUND_PREFIX if words and re.search(p, words)), None)
    return named or (Fund.GENERAL if "三公" in words and "一般公共预算" in words else None)


def announced(text: str, topic: Topic, known: Mapping[str, Subject], following: str = "") -> Topic:
    """The topic that a sentence opens with: a classified item, or a project whose evaluation follows."""
    topic = replace(topic, latest=(), subjects=_of_total(text, topic))
    # 「财政拨款支出主要用于以下方面：」 says which money the sentence is about.
    named = _fund_announced(text)
    topic = replace(topic, fund=named) if named else topic
    if (of_list := _FUND_LIST.match(text)) is not None:
        listed = next((f for p, f in FUND_PREFIX if re.search(p, of_list["fund"])), topic.fund)
        topic = replace(topic, fund=listed, base=listed)
    topic = _of_evaluated(text, topic)
    item = named_item(text, known)
    if item is not None:
        topic = replace(topic, subjects=(item,), part="")
    project = titled_project(text, following)
    return replace(topic, subjects=(Subject("项目", project),)) if project else topic


def _of_total(text: str, topic: Topic) -> tuple[Subject, ...]:
    """「本年收入…，其中：其他收入12万元。与年初预算相比，年初预算2,600万元」 returns to the total.

    So does 「“三公”经费预算20万元，其中…。支出决算为18万元」.
    """
    back = topic.whole and re.match(
        r"(?:与|同|较|比)|(?:全年)?(?:实际)?支出(?:决算|预算)数?(?:[为是]?\d|[与比较])", text
    )
    return topic.whole if back else topic.subjects


def _of_evaluated(text: str, topic: Topic) -> Topic:
    """「对2023年度一般公共预算项目支出开展绩效自评，涉及资金…」: the money evaluated is of the fund named first."""
    found = _SELF_EVALUATED.search(text)
    named = next((f for p, f in FUND_PREFIX if found and re.search(p, found["fund"])), None)
    return replace(topic, fund=named, base=named) if named else topic


def left_blank(text: str, topic: Topic, known: Mapping[str, Subject]) -> Topic:
    """「…支出预算支出万元。」: an amount that was left out still says what the text is about."""
    blank = re.search(r"(?P<clause>[^，。；：]{4,})(?<![\d\s余多几.亿万])(?:[亿万]元|万元)[。，]", text)
    if blank is None or re.search(r"\d(?!\d*年)", text[: blank.end()]):
        return topic
    subjects, fund = subjects_of(blank["clause"], topic, known)
    return replace(topic, subjects=subjects or (), fund=fund)
