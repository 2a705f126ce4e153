"""A street office or township by where the asker lives: 「我就住柳河，听说街道要买车」 (以住处称呼街道、乡镇)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body

_LIVES = r"(?:就?住|家住|家在|搬到|生活|我们?在|咱们?在|(?:我们?是|俺们?是|阿拉)(?!住|家))(?:在|到)?"
_SO_LONG = r"(?:的|(?:住|生活)?了?(?:[二三四五六七八九十几多\d]+年了?)?)?"
#: Whom the asker is of the place: 「我是万里的退休老师」.
_WHO = (
    r"(?:的?老?(?:居民|住户|街坊|邻居|人|[\u4e00-\u9fff]{0,4}(?:退休|在职|老师|职工|业主|工人|大爷|大妈|阿姨)"
    r"[\u4e00-\u9fff]{0,3})(?:一个)?)?"
)
_HOME = regex(
    rf"{_LIVES}(?P<place>[\u4e00-\u9fff]{{2,4}}?)(?:这边|那边|这儿|这里|附近|街上)?{_SO_LONG}{_WHO}(?=[，,。！ ]|$)"
)
_OFFICE = regex(
    r"(?<=[，,。！ 说道现在们这那问下听查看])(?P<kind>街道|[镇乡]|管委会)(?P<office>办事处|办|政府|里)?"
    r"(?!口|上|边|村|街|下)"
    r"(?=(?:今年|去年|明年|(?:20)?\d\d年|[要有的给花买安在准打]))"
)


def by_home(text: str, bodies: Sequence[Body]) -> str:
    """The question with the office named whole, where one loaded body alone is that of the place; else the text."""
    home = _HOME.search(text)
    office = _OFFICE.search(text, home.end()) if home else None
    if home is None or office is None:
        return text
    name = home["place"] + office["kind"]
    if sum(name in fold(body.name) for body in bodies) != 1:
        return text
    return f"{text[: office.start()]}{name}{text[office.end() :]}"
