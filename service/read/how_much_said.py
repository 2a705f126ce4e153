"""How much and how many as people say it: 占去多少钱, the halves of an account, two counts of one topic (多少的说法).

A row is a pattern and what it means; rows are tried in their order.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # How much a part takes up, in money or by its number, is how much it is: 「事业编制占了多少名」.
        (r"占(?:去了?|了|掉了?|到|据了?)?(?=(?:多少|几)(?:个?钱|[万亿]?元|[万亿](?!分)|块|名|个人|人(?!次)|辆|台|家|件|户))", "是"),
        # Money that was spoken of before, whatever it is called: 「这笔花销」.
        (r"[这那该][笔项]的?(?:花销|开支|开销|花费)", "这笔钱"),
        # By how much, as people say it who ask for no number.
        (r"(?P<how>[多高少低涨降增减])(?:出|了)?(?:去|来)?(?:老?大?一大?截|好?大?一大?块|好大一截)(?=[，,。？?]|$|的)", r"\g<how>了"),
        # How a whole is made up is known, and one of its halves is asked for: 「甲不是分人员和公用嘛，公用那一份…」.
        (r"(?<![\u4e00-\u9fff])(?P<of>[\u4e00-\u9fff“”]{2,12}?)(?:不是|不就是)?分(?:成|为)?(?:了)?[^，。？]{2,14}(?:嘛|吗|么)[，,]", r"\g<of>里"),
        (r"(?:(?<=[里中头，,、和与及的年])|^)(?P<half>人员|公用)(?:上|方面)?的(?:那些|这些)?(?:钱|开支|开销|花销|支出|费用)", r"\g<half>经费"),
        (r"(?P<half>人员|公用)(?:的)?(?:那|这)?一?(?:份|块|头|摊|边)(?:的)?(?=花|用|是|有|占|多少|，)", r"\g<half>经费"),
        # That it is written there says nothing of what it is: 「决算报告里写着的那个…」.
        (
            r"(?P<stage>预算|决算)(?:书|文本|文件|报告|公开)?(?:里[面头]?|中|上面?|当中)?(?:所[述列载称记](?:的)?|(?:登|载|写|记|印|填|(?<=里)(?:讲|说|提到?))(?:着|了)?的)(?:那个|那笔|那项|这个|这笔)?"
            r"(?=[“\"「]?(?!是|有|钱|数|那|多|几|原因|[，,。？?])[\u4e00-\u9fff])",
            r"\g<stage>",
        ),
        # What says no more than that it has them: 「名下有几辆车」「公务上接待」「项目共几个」.
        (r"各自(?:名下)?(?=有(?:多少|几))", "各"),
        (r"名下(?=(?:都|一?共|总共)?有(?:多少|几(?![家个些])))", ""),
        (r"公务上(?:面)?的?(?=接待|招待)", "公务"),
        (r"(?<=项目|单位|人员|车辆|设备|案件)共(?=(?:几|多少)[个家人名辆台件])", "有"),
        # Two counts of what is done, behind who and when.
        (
            r"(?<=[局委办厅院处心会校镇乡道站所队年])[，, ]+(?P<doing>接待|招待|出国)的?(?P<one>批次|团组)数?(?:以及|[、，, 和与及])+(?P=doing)?的?(?P<other>人次|人数)数?(?=[？?。]*$)",
            r"\g<doing>多少\g<one>，多少\g<other>",
        ),
        # Two counts of one topic, each named by its measure alone.
        (
            r"(?<=[\u4e00-\u9fff])(?:这一?块|方面|的情况|的)?[，, ]+(?:接待|招待|出国)?的?(?P<one>批次|团组)数?(?:以及|[、，, 和与及])+(?:接待|招待|出国)?的?(?P<other>人次|人数)数?"
            r"(?:(?:分别|各自?|都|要|是|有|报|请|列明|一下)*(?:多少|几何)?)(?=[？?。]*$)",
            r"多少\g<one>，多少\g<other>",
        ),
        (
            r"(?P<first>(?:多少|几)(?:批次?|次|个?团组))(?P<mid>[^，,？?]{0,4})[，,？?]+(?:那么?|另外|还有|总的?|接待|招待|涉及)*的?(?P<other>人次|人数)数?(?:又|呢|那|总共|一共)*(?:是|有)?(?:多少|几何)?(?:呢)?(?=[？?。]*$)",
            r"\g<first>\g<mid>，多少\g<other>",
        ),
        (r"(?<=项目)的?总数(?:量)?(?:是|有)?(?:多少|几)?个?(?=[。？?]*$)", "一共有多少个"),
        # What one of its kind costs, of which those above an amount are counted.
        (r"(?<![\u4e00-\u9fff])(?:一|每)[台套件](?:就?要|得|值|卖|价|都|钱)+(?=\d+万元?(?:（含）|\(含\))?以上)", "单价"),
        # The number that one is to ring.
        (
            r"(?P<line>电话|热线)[”\"]?[，, ]*的?(?:号码(?:是|为)?(?:什么|啥|何|几|多少)|(?:是|为|打|拨)(?:什么|啥|何|几|哪|多少)个?(?:号码?))(?=[，,。？?！! ]|$)",
            r"\g<line>号码是多少",
        ),
        (r"(?<![至最])(?P<how>[低高多少大小])于(?P<year>(?:20)?\d\d年度?)", r"比\g<year>\g<how>"),
    )
)  # fmt: skip


def how_much(text: str) -> str:
    """The question with every row applied."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
