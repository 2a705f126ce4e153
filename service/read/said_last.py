"""What is said behind all that is asked: whose it is, 「…百分之几？松屿区的」, and how to work it out (后补的话).

The piece goes to the front, where who is asked about stands; a piece that asks or says how to answer stays.
"""

from __future__ import annotations

from ingest.patterns import regex

#: How the name of a body or of a region ends, and offices by their short names.
_NAMED = (
    r"(?:[省市区县旗州镇乡]|街道|[局厅委办院署站所馆校中学]|中心|大队|支队|法院|政府|人大|政协|党校"
    r"|城管|卫健|人社|发改|市监|市场监管|文旅|住建|规自|规资|资规|医保|应急|环保|农业农村|退役军人|教育|民政|财政|公安|司法|审计|统计|水务|水利|商务|科技)"
)
_BEHIND = regex(
    rf"^(?P<asked>.{{6,}}?)[？?，,。！!；;\s]+(?:我(?:问|说|指|看|查)的?(?:是)?|问的?是|说的?是|就|是)?"
    rf"(?P<who>[\u4e00-\u9fff]{{1,12}}?{_NAMED})(?:那边|那里|这边|那个|家)?的(?:啊|呀|哈|哦)?[？?。！!～~\s]*$"
)
#: A body alone behind a question that is closed: 「…最大的一项是啥？某区财政局」.
_ALONE = regex(
    r"^(?P<asked>.{6,}?)[？?]\s*(?P<who>[\u4e00-\u9fff]{2,14}(?:[局厅委办院署镇乡]|街道|中心|大队|政府|人大|政协|学校))[。\s]*$"
)
_ASKS = regex(r"多少|几(?![乎点])|百分|占比|谁|哪|什么|啥|怎|咋|为何|吗|呢|差")
#: A piece that says how to answer, or sets another body beside the one named.
_NO_NAME = regex(r"[全本各按用以请把给比和跟与同]|单位是|口径|标准|不是|多少|几|哪|谁")


def who_first(text: str) -> str:
    """The question with the body or region that it names last before all that it asks."""
    said = _BEHIND.match(text) or _ALONE.match(text)
    if said is None or not _ASKS.search(said["asked"]) or _NO_NAME.search(said["who"]):
        return text
    return f"{said['who']}{said['asked']}？"


#: How an answer is to be worked out, in a piece of its own: 「按执行数和管护的座数算」.
_MANNER = regex(
    r"(?P<asked>.{6,})[？?，,。；;]\s*(?:请|就|要|都)?(?:按照?|用|以|拿)(?P<by>[^，。？?]{2,20}?)(?:来|去)?(?:计?算|除|统计|折算|换算)(?:就行|即可|就好|的话|吧|下|一下)?[？?。]*$"
)
_STAGE = regex(r"(?:年初|全年|调整)?预算数?|执行数|决算数|实际支出")
_PER_HEAD, _PEOPLE = (
    regex(r"人均|平均|每人|每个人|一个人"),
    regex(r"人|户籍|职工|学生|教师|居民|在职|在编|村民"),
)
_UNIT = regex(r"元|百分|小数|位|单位|口径|天|月|(?<!全)年(?!初)")


def without_manner(text: str) -> str:
    """The question without the piece on how to work it out, of which the stage of the money stays."""
    said = _MANNER.fullmatch(text)
    if said is None or _UNIT.search(said["by"]) or not _ASKS.search(said["asked"]):
        return text
    if _PER_HEAD.search(said["asked"]) and _PEOPLE.search(said["by"]):
        return f"按{said['by']}算，{said['asked']}？"  # over whom is what is asked
    stage = None if _STAGE.search(said["asked"]) else _STAGE.search(said["by"])
    return f"{said['asked']}，{stage[0]}" if stage else f"{said['asked']}？"
