"""Which of two years has more, and what that year had: 「哪一年平均分更高？高的那年是多少分」 (哪年更多).

What is compared may stand behind 哪年 or before it; it is said before it in the words that are understood. Behind
that the figure of the one year may be asked for, of the larger or of the smaller: that year is told first.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_UNIT = r"(?:万元|亿元|元|块|钱|[\u4e00-\u9fff]{1,3})"
#: What is compared, behind the word for the year: no words for how it was spent, or for what is most of all.
_THING_BEHIND = regex(
    r"(?:到底|究竟)?(?:是)?(?P<year>哪一?个?年)(?:度|份)?(?:的)?"
    r"(?P<what>(?![花用支拿投][得的了出])(?:(?![比最更哪多少较和跟与同还])[\u4e00-\u9fff“”]){2,12}?)(?:来?得|要|会|还)?"
    r"(?P<more>更?(?:[高大低小少]|多(?!少)))(?:一?些|一?点|出)?(?=[，,。？?；;\s]|$)"
)
#: What the year had that was picked out: 「高的那年是多少分」「少的一年花了多少」.
_ITS_FIGURE = regex(
    r"(?P<said>哪年更?(?P<more>[高多大少低小])(?:一?些|一?点)?)[，,。？?；;\s]*"
    r"(?:那么?)?(?:更|较|比较)?(?P<side>[高多大少低小])的(?:那|这)?一?(?:个)?年(?:度|份)?(?:的)?"
    rf"(?:又|到底|分别|是|有|为|得了?|花了?|用了?|达到?|办了?|来了?)*(?:多少|几){_UNIT}?(?=[，,。？?；;]|$)"
)
#: The years to pick from, behind the question or one on each side of 还是: 「哪年多，2022还是2023」.
_OR_YEAR = r"(?:是)?(?P<one>20\d\d)年?(?:度|的)?"
_OF_THESE = (
    regex(
        rf"哪年(?P<more>更?[高多大少低小])(?:一?些|一?点)?[，,、。？?\s]*{_OR_YEAR}[，,]?(?:还是|或者?|和)(?P<other>20\d\d)年?(?:度)?"
        r"(?=[，,。？?；;\s]|$)"
    ),
    regex(
        rf"{_OR_YEAR}(?P<more>更?[高多大少低小])(?:一?些|一?点)?[，,]?还是(?P<other>20\d\d)年?(?:度)?的?(?P=more)(?:一?些|一?点)?"
        r"(?=[，,。？?；;\s]|$)"
    ),
)
#: A count by its own word, of two years: what it is counted in is asked for with it.
_COUNT_OF_YEARS = regex(
    r"的?(?P<count>(?P<unit>批次|人次|场次|[件户人次场辆个](?=数))数?)，(?P<years>20\d\d年和20\d\d年哪年更?[高多大少低小])"
    r"(?:[，,。？?\s]*(?:相?差|[多少高低])(?:出|了)?(?:多少|几)?[批件户人次场辆个]*)?[？?。]*$"
)
#: By how much, said with its side: which year has more is told, and the distance without a sign.
_BY_MUCH = regex(
    r"(?P<which>哪一?个?年度?更?[多高大少低小](?:一?些|一?点)?[，,、。？?\s]*)要?[多高大少低小](?:出来?|了)?(?=多少|几[个万亿千百])"
)
_SAME = {"多": "多高大", "高": "多高大", "大": "多高大"}


def year_picked(text: str) -> str:
    """The question with the thing before 哪年, and the side whose figure is asked for as the one that is sought."""
    text = _THING_BEHIND.sub(r"\g<what>哪年\g<more>", text)
    for these in _OF_THESE:
        text = these.sub(r"，\g<one>年和\g<other>年哪年\g<more>", text)
    text = _COUNT_OF_YEARS.sub(r"\g<count>，\g<years>，差多少\g<unit>", text)
    return _ITS_FIGURE.sub(_with_side, _BY_MUCH.sub(r"\g<which>差", text))


def _with_side(match: re.Match[str]) -> str:
    same = match["side"] in _SAME.get(match["more"], "少低小")
    return match["said"] if same else f"哪年更{match['side']}"
