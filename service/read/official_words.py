"""The written language of offices turned into plain words before a question is read (公文语体).

「孰高孰低」「何者较多」「居首者为何」「若干批次」「予以列明」 ask what 哪个多, 最多的是什么, 多少批次 ask. A row is a
pattern and what it means; rows are tried in their order.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_MUCH = "多高大少低小重轻快慢长短"
_MARK = r"[，,。；;：:、\s]"
_EACH = r"(?:予以|逐一|逐项|逐个|分别|一一|一并|据实|如实|就)*"
_PLEASE = r"(?:请|烦请|敬请|恳请|烦|麻烦|劳烦)"
_WANTED = (
    r"(?:列明|列示|列出|列报|报出|报送|指出|说明|写明|注明|告知|明示|示明|标明|给出|作答|回复|答复|报数|报告|查明"
    r"|提供)"
)
#: What an official does first with a figure; 报账, 报告, 测算表 are other words.
_TAKES = (
    r"(?:报送?|列报|填报|提取|调取|摘报|摘录|报出|提供|测算|核算|计算|汇总|查明|查报|核报)(?:一下|出)?[：:，, ]*"
    r"(?=[\u4e00-\u9fff\d“《])(?!账|告|表|价|警|销|名|考|到|道|废|数|中心)"
)
#: What a question is put for, in front of it: 「审计需要：」.
_FOR = (
    r"(?:审计|核查|查证|检查|调研|统计|工作|报告|写稿|采访|求证|核实|复核|备查|存档|答辩|论文)"
    r"(?:工作|需要|需求|所需|查证|核对|核查|求证|用途|使用|要求|用){0,2}"
)
_ASKS = r"(?:多少|几|哪|什么|谁|何|孰|若干|分别|各)"
_APART = r"(?:多出|高出|相差|差)?(?:的)?(?:差额|差距|差值|差数|数额|[辆台人件个]数)(?:[（(][辆台人件个万亿元]+[）)])?"
#: What can be counted by 若干, and what 何 can stand before.
_COUNTED = r"(?:万|亿)?(?:元|批次|人次|人|辆|台|套|件|个|名|户|项|家|次|处|条|所|座|平方米|公里|亩|期|场|篇|份|笔|吨)"
_SORT = (
    r"(?:类|项|种|款|部门|单位|科目|机构|项目|街道|渠道|事项|用途|方面|内容|岗位|行业|区域|阶段|年度|年份|年|月份|月"
    r"|地|处)"
)
_NAMED = r"(?:号码|渠道|数字|数额|项目|单位|部门|科目|类|项|款|用途|名称|性质|岗位|内容)"
_NO_WORD = r"(?<![任如为奈缘几因曾])"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # What it is for, and that an answer is wanted: 「审计查证：」「请报」「逐一列明。」; where nothing else asks,
        # that is the question.
        (rf"^{_FOR}[：:，,]", ""),
        (rf"^(?:另|再|并|现|兹)?{_PLEASE}(?:贵(?:单位|平台|处|方))?{_EACH}{_TAKES}", ""),
        (
            rf"^(?P<asked>.*{_ASKS}.*?)(?:{_MARK}|并)+{_PLEASE}?{_EACH}{_WANTED}(?:其?(?:数额?|金额|名称|数目))?"
            r"(?P<end>[。.！!？?]*)$",
            r"\g<asked>\g<end>",
        ),
        (r"(?:列明|列示|列报)(?=[。.！!？?]*$)", "列出"),
        # Which of two.
        (rf"孰(?P<a>[{_MUCH}])[、，,]?孰[{_MUCH}]", r"哪个更\g<a>"),
        (
            rf"(?:何者|何方|孰者)(?:为|较|更)*(?P<a>[{_MUCH}])(?:[、，,]?何者(?:为|较|更)*[{_MUCH}])?",
            r"哪个更\g<a>",
        ),
        (rf"孰(?:为|较|更)?(?P<a>[{_MUCH}])", r"哪个更\g<a>"),
        (
            rf"(?:{_MARK})*并?请?(?:指出|报出|说明|列出|写明|报一?下|给出|说出)?(?:其中)?较(?P<a>[多高大少低小])"
            rf"(?:者|的?一[方家个项])(?:的?名称)?(?:及其?|以及|和|与|并){_APART}",
            r"，哪个\g<a>，相差多少",
        ),
        # Which place in an order.
        (
            r"(?:规模|金额|数额)?仅次于(?:首位|第一位?|榜首|头名|最[大高多]的?)(?:者|的)?",
            "第二大的",
        ),
        (r"(?<![\u4e00-\u9fff])(?:第)?次(?P<a>[高大多])(?:者|的)", r"第二\g<a>的"),
        (r"(?<=来源|金额|支出|项目|科目|数额|规模|渠道)次(?P<a>[高大多])(?:者|的)", r"第二\g<a>的"),
        (r"位?居于?(?:首位?|榜首|第一位?)(?:者|的)?", "最多的"),
        (r"位?居于?(?:次席|次位|第二位?)(?:者|的)?", "第二多的"),
        (r"位?居于?(?:末位?|最末)(?:者|的)?", "最少的"),
        # What, of names and numbers; 为何 before a verb, or alone, asks for the reason.
        (
            r"(?:主要)?系何(?:种|等)?(?:事项?|原因|因素|缘故)(?:所致|导致|造成|引起)?",
            "主要是什么原因",
        ),
        (r"(?<=[者位名项类家称径途容款目的])[，,]?为何(?=[？?。，,]|$)", "是什么"),
        (rf"(?:为|系|是)何(?P<a>{_NAMED})", r"是什么\g<a>"),
        (rf"{_NO_WORD}何(?=一?{_SORT}(?![在必以故因]))", "哪"),
        (rf"{_NO_WORD}何(?:时|日)(?=[\u4e00-\u9fff？?])", "什么时候"),
        # How many.
        (rf"若干(?={_COUNTED}|[？?。]?$)", "多少"),
        (r"(?<=[\u4e00-\u9fff\d）”])(?<!代数)几何(?=[，,。？?；;]|及|和|与|$)", "多少"),
        (r"(?:合计|共计|计|合|达|为|有)几何(?=[\u4e00-\u9fff])", "是多少"),
    )
)
_MARKED = regex(r"[孰何请烦次居]|几何|若干|列|较|[：:]")


def in_spoken_words(text: str) -> str:
    """The question with every row applied."""
    if not _MARKED.search(text):
        return text
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
