"""A body called by what it looks after: 「云川管规划和土地的那个局」 (以职责称呼单位)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body

#: 「管…的那个局」; what it manages may be a sum of money too, which is nobody's name.
_CALLED = regex(
    r"(?:专门?|负责|主)?(?:管理?|主管)(?:着|咱们?|我们|全[市县区]|[市县区]里?)?(?P<duty>[\u4e00-\u9fff、]{1,12}?)的(?:那|这)?(?:一)?(?:个|家)?(?P<kind>局|委员?会?|厅|部门|单位|衙门|机关)(?![长里])"
)
_JOINED = regex(r"[、和与跟及同]|以及|还有")
#: What departments of the name look after, in daily words: what names have, and what people say.
_LOOKS_AFTER: tuple[tuple[str, str], ...] = (
    ("财政", "钱|财政|花钱|账|国库|预算|钱袋子"),
    ("自然资源|国土|规划", "土地|地|规划|用地|国土|地皮|不动产|矿产"),
    ("卫生|卫健|医疗保障", "医院|看病|卫生|健康|防疫|医疗"),
    ("教育", "学校|上学|教育|读书|老师|幼儿园"),
    ("交通|运输", "交通|公交|修路|公路|道路"),
    ("住房|城乡建设|住建", "房子|盖房|建设|工地|住房|房地产"),
    ("城市管理|城管|市容", "城管|市容|环卫|扫马路|扫地|垃圾|摆摊"),
    ("生态环境|环境保护|环保", "环保|环境|污染|生态"),
    ("水利|水务", "水|水利|河道|水库|防汛"),
    ("农业|农村", "农业|种地|农村|种田|养殖"),
    ("林业|林草|园林|绿化", "林业|树|绿化|森林|草原|园林"),
    ("民政", "民政|低保|养老|救助|婚姻登记|结婚登记"),
    ("人力资源|社会保障|人社", "就业|社保|招聘|劳动|养老保险"),
    ("医疗保障|医保", "医保"),
    ("市场监督|市场监管|工商|质量监督", "市场|工商|食品安全|营业执照|质量|物价"),
    ("公安", "治安|户口|警察|身份证"),
    ("应急", "应急|安全生产|救灾"),
    ("文化|旅游|文旅|体育", "文化|旅游|体育|景区"),
    ("退役军人", "退役军人|老兵|退伍军人"),
    ("审计", "审计|查账"),
    ("统计", "统计"),
    ("司法", "司法|律师|法律援助"),
    ("商务|招商", "商务|招商|外贸"),
    ("档案", "档案"),
    ("气象", "天气|气象"),
)  # fmt: skip


def by_duty(text: str, bodies: Sequence[Body]) -> str:
    """The question with the name of the one body that looks after what is said; the text itself where none or
    several do."""
    said = _CALLED.search(text)
    if said is None:
        return text
    names = {body.key: fold(body.name) for body in bodies}
    near = [name for name in names.values() if _where(name, text)] or list(names.values())
    duties = [word for duty in _JOINED.split(said["duty"]) for word in _words(duty)]
    meant = [name for name in near if duties and all(_looks_after(name, duty) for duty in duties)]
    if len(meant) != 1:
        return text
    start = said.start()
    while start and text[start - 1] in meant[0]:
        start -= 1
    return f"{text[:start]}{meant[0]}{text[said.end() :]}"


def _where(name: str, text: str) -> bool:
    """Whether the text names the place that a name begins with: 青岚 of 云川市青岚区…."""
    places = re.findall(r"[\u4e00-\u9fff]{2,4}?(?=省|市|区|县|州|旗|镇|乡|街道)", name)
    return any(place.strip("市省区县") in text for place in places if len(place.strip("市省区县")) > 1)


def _words(duty: str) -> list[str]:
    """「规划土地」 is two things that are looked after."""
    halves = [duty[:2], duty[2:]]
    return (
        halves if all(any(half in said.split("|") for _, said in _LOOKS_AFTER) for half in halves) else [duty]
    )


def _looks_after(name: str, duty: str) -> bool:
    rows = (heads for heads, said in _LOOKS_AFTER if duty in said.split("|"))
    return (len(duty) > 1 and duty in name) or any(
        head in name for heads in rows for head in heads.split("|")
    )
