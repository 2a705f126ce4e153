"""Subjects that running text names by its own words, where no account is called so (自拟之名)."""

from __future__ import annotations

import re

from ingest.accounts import label_to_account
from ingest.leads import bare_name, without_opening
from ingest.model import Subject
from ingest.patterns import regex

#: Words that make a free phrase no name.
_NO_NAME = regex(
    r"(?:^(?:已|均|共|全部)?(?:支付|完成|安排|使用|到位|拨付|支出|下达|收回|执行|新增)(?:安排|使用|支付)?了?$|增减相抵|[一二三四五]项|上述|以上|主要原因|原因是|由于|因为|用于$|\d[.,]\d)"
)


def free_subject(name: str) -> tuple[Subject, ...]:
    """A subject told by its own words, nothing where they are no name; 「“河道保洁”项目」 is a project by its name."""
    project = re.fullmatch(r"“?(?P<name>[^“”]{2,40})”项目", name)
    if project:
        return (Subject("项目", without_opening(project["name"])),)
    name = _PLANNED.sub("", _out_of(bare_name(name)))
    long = len(re.sub(r"\W", "", name)) >= 3 or name in _SHORT_NAMES
    named = long and not _NO_NAME.search(name)
    return (Subject("其他", name),) if named else ()


#: What says only that money is set aside for it.
_PLANNED = regex(r"(?<=[\u4e00-\u9fff”]{3})(?<!预算)(?:计划)?安排(?:资金|经费)?$")
#: Things and fees whose names are short, as lists of assets and of income have them.
_SHORT_NAMES = frozenset(
    (
        "房屋",
        "车辆",
        "设备",
        "家具",
        "图书",
        "土地",
        "学费",
        "罚款",
        "奖金",
        "水费",
        "电费",
        "罚金",
        "捐款",
        "利息",
        "股息",
        "房租",
        "租金",
        "津贴",
    )
)


def _out_of(name: str) -> str:
    """「事业收入中门诊收入」 is 门诊收入: the account that it is a part of stands before it."""
    whole, _, part = name.partition("中")
    return part if len(part) > 2 and label_to_account(whole) is not None else name
