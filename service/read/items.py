"""Things named side by side without a question word, each of them made a question (并列之物).

「编制总数及实有在编在职人数」「房屋面积、在建工程金额」「…项下住宿、餐饮服务各多少」: what they stand under is
said with each, so that each stands for itself and the one that is lacking is said to be.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

#: How the name of something measured ends.
_MEASURE = (
    r"(?:面积|金额|总额|余额|净值|原值|价值|人次|批次|数量|总量|保有量|指标|[满合达完办及覆利使][\u4e00-\u9fff]{1,2}率|满意度"
    r"|(?:[总个人次件家户批台套辆项篇份名期处]|人员|职工|干部|车辆|设备|编制|项目|案件|企业|场次)数|编制|在编|在职)"
)
#: The same with the word of a figure or of an indicator behind it.
_NAME = rf"{_MEASURE}(?:数|指标|目标|指标值|目标值)?"
_AND = r"(?:以及|[、和及与跟])"
_ITEM = r"[^、和及与跟，,。？?；;]{0,18}?"
_SIDE_BY_SIDE = regex(
    rf"(?P<one>[^，,。？?；;]{{3,70}}?{_NAME}){_AND}(?P<two>{_ITEM}{_NAME})(?:{_AND}(?P<three>{_ITEM}{_NAME}))?"
    r"(?:各自|分别|各)?(?:[是为有])?(?:多少|几何)?[？?。]*"
)
#: 「住宿、餐饮服务各多少」: what is bought, the last word said once for all.
_BOUGHT = regex(
    r"(?P<lead>.*?(?:项下|当中|里面|[里中下：:”」』]))的?(?P<one>[\u4e00-\u9fff]{2,8})[、和及与跟](?P<two>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<end>服务|设备|用品)?(?:各自|分别|各)(?:[是为有花])?(?:多少|几何)[钱元万]*[？?。]*"
)
#: 「绩效自评：平均得分，评优项目数」: what is asked of a section, as a form has it.
_THING = (
    r"(?:[^，,。？?、；：:]{1,10}(?:得分|项目数|个数|人数|件数|户数|辆数|人次|批次|面积)"
    r"|[^，,。？?、；：:]{2,8}[\u4e00-\u9fff]率)"
)
_HEADED = regex(
    rf"(?P<lead>[^：:，,。？?]{{6,40}})[：:](?P<things>{_THING}(?:[，,；]{_THING}){{1,3}})[？?。]*"
)
_ASKED = regex(r"多少|几|哪|什么|啥|吗|谁|怎|合计|差|增|减|同比|排|占|比")
_BUYING = regex(r"采购|购买|购置")
#: What the things stand under, said before the first of them.
_LEAD = regex(r".*(?:项下|当中|里面|里|中(?![心学国央共医小等华专级])|下(?![属级岗]))的?|.*情况[:：]|.*[:：]")
#: Measures that say nothing of what is measured: 「公务接待批次和人次」.
_BARE = regex(r"(?:人次|批次|场次|[人次件户家台项]数|面积|数量|金额|总额|原值|净值)$")
#: A section pointed at before the things: it says where to look, and is no part of their names.
_SECTION = regex(
    r"[里中的]*(?:公开的?)?(?:国有|政府)?(?:资产|车辆|人员|机构|编制|收支|支出|收入|绩效|采购|预算|决算)[占有使用设置公开的]*情况[:：]"
)
#: Words that make one question of them: a sum, a comparison, an order, a share.
_ONE_QUESTION = regex(
    r"合计|总和|之和|加|一共|总共|共计|相?差(?!旅)|比|占(?![有用地])|谁|哪|最|还是|倍|平均|人均|(?:预算|决算|执行)数?[和与及、]|变|增|减|升|降|排|关系|为什么|原因|怎么|如何"
)


def items(text: str) -> list[str]:
    """A question for each of the things named side by side; none where one is named or they are set together."""
    headed = _HEADED.fullmatch(text)
    if headed and not _ASKED.search(text):
        return [f"{headed['lead']}{thing}是多少" for thing in re.split(r"[，,；]", headed["things"])]
    if _ONE_QUESTION.search(text):
        return []
    bought = _BOUGHT.fullmatch(text) if _BUYING.search(text) else None
    if bought:
        end = bought["end"] or ""
        return [f"{bought['lead']}{_ended(bought[name], end)}多少" for name in ("one", "two")]
    named = _SIDE_BY_SIDE.fullmatch(text)
    if named is None or regex("多少|几[批个人次]").search(named["one"]):
        return []
    lead = _LEAD.match(named["one"])
    under = _SECTION.sub("", lead[0]) if lead else ""
    first = _SECTION.sub("", named["one"])
    bare = _BARE.sub("", first)
    rest = (named[n] for n in ("two", "three") if named[n])
    return [f"{first}是多少", *(f"{bare if _BARE.fullmatch(name) else under}{name}是多少" for name in rest)]


def _ended(name: str, end: str) -> str:
    return name if name.endswith(end) else f"{name}{end}"
