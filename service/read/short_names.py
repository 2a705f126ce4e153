"""Accounts of the national list named without their ending, side by side: 「办公和印刷各花多少」 (并列简称).

Alone such a word may be anything (办公, 水, 会议); between its like, before the words that ask how much, it is the
account.
"""

from __future__ import annotations

from ingest.patterns import regex

#: What is bought, by the names of the national list of economic classes less 费.
_STEM = r"(?:办公|印刷|咨询|手续|水|电|邮电|取暖|物业管理|物业|差旅|租赁|会议|培训|劳务|福利|委托业务|公务接待|维修)"
_NAME = rf"{_STEM}费?"
_JOIN = r"(?:[、和与及跟]|还有|以及|\s*[+＋]\s*|加上?)"
#: What comes behind a list of which each is asked for, or all together.
_ASKED = (
    r"(?=\s*(?:这?[两二三四五六]?[项块样类])?(?:上|方面)?(?:的)?(?:(?:各自?|分别)(?!开|办|有?(?:几|多少)(?:批|次|期|场|人|篇|件))|分别(?=[是有花])|一共|总共|合计|加起来|加一起|加在一起|哪[个项]|谁|都|共"
    r"|[花用]了?(?:多少|几)|是?多少|(?:决算|预算)数?(?:各|分别|是?多少)))"
)
_BEFORE = r"(?<=[年度的在里中上，,。？?！!\s局委厅办院心])"
_LIST = regex(rf"(?:^|{_BEFORE}){_NAME}(?:{_JOIN}{_NAME})+{_ASKED}")
_EACH = regex(rf"(?P<stem>{_STEM})(?!费)(?={_JOIN}|$)")


def whole_names(text: str) -> str:
    """The question with the ending of every account in such a list."""
    return _LIST.sub(lambda said: _EACH.sub(r"\g<stem>费", said[0]), text)
