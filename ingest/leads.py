"""Words in front of a name that are no part of it: time, body, fund, and verbs of budgeting (名称前的话).

A name is recognised at the end of a phrase only if all that stands before it is such words:
「2023年度安排的公务接待费」 is 公务接待费, 「国内公务接待费」 and 「专用设备购置费」 are names of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.entities import entity_key
from ingest.patterns import regex
from ingest.text import fold

#: Time and possession: what may stand even before a total of the body.
_FRAME = (
    "此外|另外|另有|其中|相应|据此|按此|本年度|当年度|上年度|本年|当年|上年|今年|去年|全年|年度|年初|年末|年|20\\d\\d|本级|所属|本|我|全|各|该|我们|"
    "[本我](?:校|所|站|馆|队|会|部|处|室|社|团|园|厂)|部门|单位|机关|系统|局|厅|委|办|院|中心|街道|区|市|县|省|镇|乡|汇总|安排|实现|实际|的|共|计"
)
#: Funds and verbs: what may stand before a named account besides.
_VERBS = (
    "一般公共预算|公共财政预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营|财政拨款|财政|拨款|公共|预算|决算|资金|经费|"
    "通过|支出|收入|开支|列支|支付|使用|发生|执行|完成|编制|批复|下达|预计|计划|拟|需|应|未|购买|采购|用于|主要|日常|取得|列入|"
    "共计|合计|累计|总计|总|均|分别|约|为|是|由|从|对|将|中|及|和|并|以及|含|包括|下属|"
    "增加|减少|压减|压缩|控制|新增|持续|严格|进一步|因|原因|由于|按|以|较|比|与|同|了|在|有|情况|"
    "加上|加|减去|从|关于|规定|要求|"
    "行政(?=单位)|参照公务员法?(?:管理)?|参公(?:管理)?|事业(?=单位)|管理(?=的?事业)|"
    "全部|总体|明显|大幅度?|小幅|同比|相应|有所|略有|同口径|其|相比|数|额|费用|同期"
)
_FRAMED = regex(rf"(?:{_FRAME})*")
_LED = regex(rf"(?:{_FRAME}|{_VERBS})*")
#: What opens a free name without being part of it; a printed text, not a folded one.
_OPENING = regex(
    r"^(?:\d{1,2}月(?:\d{1,2}日)?(?=[\u4e00-\u9fff]{3})|[（(][^（()）]{2,12}[)）](?=[\u4e00-\u9fff]{3})|[（(，、“”\s]|从[^，。；：]{2,12}看[，,]?|其中[：:，]?|含(?=[\u4e00-\u9fff]{3})|(?:本|我|该)(?:部门|单位|机关|局(?=政府))(?:共|为)?|我(?:[厅委办](?=[\u4e00-\u9fff]{4})|(?:[局院校镇乡馆所站队园]|街道|中心)(?=[\u4e00-\u9fff]{3}))|"
    r"部门(?=预算安排)|(?:部门|年度)?预算安排|全年(?:共)?(?=[安拟计])|(?:单位|部门)(?=全年|现有(?:公务|车辆|房屋))|现有(?=公务|一般|执法|[\u4e00-\u9fff]{0,4}(?:车辆|房屋|设备))|全年(?=(?:按规定|购置|更新|因公|参加|公务接待|国内))|(?:全年)?(?:安排|拟|计划|列明)的?(?=[\u4e00-\u9fff]{2})|按规定(?=[\u4e00-\u9fff]{4})|具体(?:是|为|包括)(?=[\u4e00-\u9fff]{2})|截[至止](?:(?:到|于)?(?:上一?年|去年)(?:度?[末底]|度?12月31日))?|"
    r"(?:本|当|上|今|去)(?:年度|年(?!度))(?=[\u4e00-\u9fff]{2})(?!结转|结余)|[^，。；：]*?原因[是为：:]?(?:由于|因)?|(?:由于|因为|因(?!公))|(?:按照?|根据)(?:规定|要求|实际)|规定|"
    r"(?:一般公共预算)?财政拨款的|实现了?(?=[\u4e00-\u9fff]{2})|共计|共(?=[\u4e00-\u9fff]{2})(?![享同青产建管和])|累计(?=[\u4e00-\u9fff]{2})|"
    r"[一二三四五六七八九]是|(?:年末|年底|期末)(?=[\u4e00-\u9fff]{3})(?!结转|结余)|以及|[及和并](?=[\u4e00-\u9fff]{2})|主要(?:是|用于)|主要(?:包括|包含)(?=[\u4e00-\u9fff]{2})|(?:包括|包含)(?=[\u4e00-\u9fff]{3})|(?:全部|均|主要)[为是](?=[\u4e00-\u9fff]{3}))"
)
#: What stands between a free name and the verb behind it (统一压减, 平均增加).
_CLOSING = regex(r"(?:统一|平均|全部|(?<!人)均|各|都|大幅度?|明显|较|将|再|又|已|合计|共计|总计)$")


@lru_cache(maxsize=4096)
def is_lead(before: str, entity: str) -> bool:
    """Whether a folded text before an account's name says only when, whose and from which money."""
    return _is_only(_LED, before, entity)


@lru_cache(maxsize=4096)
def is_frame(before: str, entity: str) -> bool:
    """Whether a folded text before a total says only when and whose: 「政府采购支出总计」 is no total of the body."""
    return _is_only(_FRAMED, before, entity)


def _is_only(words: re.Pattern[str], before: str, entity: str) -> bool:
    if words.fullmatch(before):
        return True
    body = fold(entity)
    if not body:
        return False
    # The body's own name, whole or short, with words around it.
    head = re.match(r"(?:此外|另外|其中|20\d\d年度?)*", before)
    rest = before[head.end() :] if head else before
    return any(
        words.fullmatch(rest[cut:]) and _is_body(rest[:cut], entity, body) for cut in range(len(rest), 1, -1)
    )


def _is_body(text: str, entity: str, body: str) -> bool:
    """Whether a text is a name of the body: its end, a short form of it, or another long form."""
    if any(form.endswith(text) for form in _forms(body)) or (len(body) > 3 and text.endswith(body[-4:])):
        return True
    short = any(text[-1] == form[-1] and _within(text, form) for form in _forms(body))
    return short or entity_key(text) == entity_key(entity)


#: A town, a street or the like, which its government is called by: 云溪镇 of 青衣县云溪镇人民政府. Not a city, whose
#: name in the papers of its government's office is the whole city; not 卫生健康 of 卫生健康委员会, which is a section.
_OF_TOWN = regex(r"(?P<short>.+(?:镇|乡|街道|苏木))(?:人民政府(?:办公室)?|办事处)")


@lru_cache(maxsize=1024)
def _forms(body: str) -> tuple[str, ...]:
    """A body's name, and the short name of the town or street whose government it is."""
    town = _OF_TOWN.fullmatch(body)
    return (body, town["short"]) if town is not None else (body,)


def _within(short: str, long: str) -> bool:
    """Whether the characters of a text come in another in their order: 区城管局, 江汉区城市管理局."""
    rest = iter(long)
    return all(char in rest for char in short)


def without_opening(text: str) -> str:
    """A printed name without the words that only lead to it (本部门, 预算安排, 其中)."""
    previous = None
    while previous != text:
        previous, text = text, _OPENING.sub("", text, count=1)
    return text


def bare_name(text: str) -> str:
    """A free name without what leads to it and without an adverb of the verb behind it.

    A quotation mark whose other half was cut off is no part of it: 「“道路养护”项目」 is 道路养护项目.
    """
    name = _CLOSING.sub("", without_opening(text))
    return name if name.count("“") == name.count("”") else re.sub("[“”]", "", name)


def without_body(name: str, entity: str) -> str:
    """A printed name without the body's own at its head: 「宁港海关全年征收税款」 is 征收税款.

    The name as it is where less than three characters would be left of it.
    """
    body = fold(entity)
    for cut in range(len(name) - 3 if body else 0, 2, -1):
        head = fold(name[:cut])
        if (
            name[:cut].count("（") == name[:cut].count("）")
            and head
            and any(
                form.endswith(head) or (head[-1] == form[-1] and _within(head, form)) for form in _forms(body)
            )
        ):
            rest = re.sub(r"^(?:全年|累计|共计|共)(?=[\u4e00-\u9fff]{3})", "", name[cut:])
            return rest if _CHINESE.match(rest) else name
    return name


_CHINESE = regex(r"[\u4e00-\u9fff“]{3}")
