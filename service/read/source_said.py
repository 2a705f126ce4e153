"""Where the question says it is read: 「根据某局2023年公开的资料，」「拿某街道来说，」「某院公布的2022年…」 (出处语).

The words round a body and a year that only point at its disclosure are left out; the body and the year stay.
"""

from __future__ import annotations

from ingest.patterns import regex

_YEAR = r"(?:(?:20)?\d\d年度?)"
_NAMES = (
    "[局厅委办院所站署镇乡]|办公[厅室]|街道|中心|人大|政协|政府|大队|支队|总队|学校|[中小大]学|党校|法院|检察院|医院"
    "|城管|卫健|文旅|教体|财政|民政|人社|住建|水利|交通|公安|司法|审计|农业农村|市监|规资|规自"
)
_BODY = rf"(?:[\u4e00-\u9fff]{{0,14}}?(?:{_NAMES})(?:机关|本级)?(?![局厅委办院]))"
_WHOSE = rf"(?:{_YEAR}(?:的|度)?{_BODY}|{_BODY}(?:的|在)?{_YEAR}?)"
_LEADS = (
    "(?:根据|按照?|依照|依据|依|参照|对照|结合|从|据|照着?|拿|就|对于?|以|针对|关于|看了?|翻[到开了看]|查[了到看]|读了?"
    "|问?个|问下|打开|说到|说起|提到|提起|谈到|讲到|请问在|至于)"
)
_SHOWN = "(?:所)?(?:公开|公布|发布|披露|公示|发|晒)(?:出来|出去)?"
_PAPER = (
    "(?:(?:公开|公布|公示)?(?:资料|材料|数据|报告|文件|信息|内容|文本|报表|表格?|说明)"
    "|公开|[那这]份(?:资料|材料|文件|报告|表)?|账本?)"
)
_WITHIN = r"(?:里面?|中|上面?|当中|里头|来看|看|来说|显示|说|写|的时候)*"
_SAYS = r"(?:来说|来讲|而言|来看|的话|的事儿?|的情况|这边|那边|这家|[这那]块儿?)(?:吧|呢|啊)?"
_STOP = r"[，,：:]\s*"
_LAST = (
    "(?:就|请|还是|帮我|麻烦)*(?:按照?|看|查查?|翻|据|根据|参照|参考|以|拿|从)(?:一?下|看)?"
    "(?:它们?|他们?|那份?|这份?)?(?:的)?"
)
_OF_STAGE = "(?:部门|单位)?(?:预算|决算)"
_TOLD = (
    r"(?:里面?|上面?|中|当中)?(?:有)?(?:所)?(?:写|讲|说|列|公开|公布|登|印|记)?(?:着|了|过)?的?(?:数|那份)?"
    r"(?:来看|来说|来|为准|算|说话|吧|的话|没)*[。？?！!]*$"
)
_SHEET = "(?:公开|报告|说明|文件|报表|表格?|资料|材料|书)"
_ROWS = (
    # 「根据某局2023年公开的资料，」「从…数据看，」「看了…的报告，」: who and when, and how their paper is pointed at.
    (regex(rf"^{_LEADS}?(?:在)?(?P<who>{_WHOSE})(?:{_SHOWN})?的?{_PAPER}{_WITHIN}{_STOP}"), r"\g<who>"),
    # 「拿某局来说，2023年」「说到某街道，」「问个某局的事，」
    (regex(rf"^{_LEADS}(?P<who>{_WHOSE})(?:{_SAYS})?{_STOP}"), r"\g<who>"),
    (regex(rf"^(?P<who>{_WHOSE}){_SAYS}{_STOP}"), r"\g<who>"),
    (regex(rf"^(?P<when>{_YEAR})[，,](?P<who>{_BODY}){_SAYS}{_STOP}"), r"\g<who>\g<when>"),
    (
        regex(rf"^在?(?P<when>{_YEAR})(?:这|那)一?年(?:里|间|当中)?[，,](?P<who>{_BODY})的?(?=[\u4e00-\u9fff])"),
        r"\g<who>\g<when>",
    ),
    # 「某局公布的2023年…」「某局2023年公布的…」; 主动公开的信息 is a thing of its own.
    (regex(rf"^(?P<who>{_WHOSE}){_SHOWN}的(?!政府|信息|资料|情况)(?=[\u4e00-\u9fff\d])"), r"\g<who>"),
    # 「…有哪些？看2024年决算」「…几件事？按它2019年预算公开里讲的」「…几起？某局的决算里写了吧」: the paper, said last.
    (
        regex(rf"[，,。？?]\s*{_LAST}(?P<when>{_YEAR}?的?{_OF_STAGE}){_SHEET}*{_TOLD}"),
        r"，\g<when>",
    ),
    (
        regex(rf"[，,。？?]\s*(?:{_LAST})?(?P<who>{_WHOSE})的?(?P<when>{_OF_STAGE}){_SHEET}*(?:里面?|上面?|中|当中){_TOLD}"),
        r"，\g<who>\g<when>",
    ),
)  # fmt: skip


def without_source(text: str) -> str:
    """The question without the words that only say in whose disclosure it is read."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text, count=1)
    return text
