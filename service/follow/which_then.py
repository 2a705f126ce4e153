"""Which they are, asked after how many: 「是哪两个村」 after 「建成了几个示范村」 (追问名目)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import PHRASE_KINDS

_N = r"(?:几|些|[两三四五六七八九十]|\d{1,2})"
_ASKED = regex(
    rf"^(?:那么?|又|都|分别|具体|，|建成|新增|新建|完成|评上|创建|做成|办成|建|做)*的?(?:了)?(?:是|有)?(?:哪{_N}[个家所处座条件项类种]?(?P<noun>[\u4e00-\u9fff]{{0,6}})"
    r"|(?:都|分别)?叫(?:什么|啥)(?:名字?)?|名字(?:是|叫)(?:什么|啥))(?:呢|啊|呀)?[？?。]*$"
)


def which_then(text: str, talk: Talk) -> str:
    """The follow-up as a question on the names of what was counted; the text itself where nothing was."""
    asked = _ASKED.match(text)
    if asked is None or not talk or len(talk[-1].bodies) != 1 or len(talk[-1].years) != 1:
        return text
    plan = talk[-1].plan
    counted = plan.subject is not None and plan.subject.kind in PHRASE_KINDS and plan.count_unit is not None
    if not counted or plan.subject is None or not plan.entity or not talk[-1].found:
        return text
    said = text.lstrip("那么，").rstrip("？?。呢啊呀")
    return f"{plan.entity}{plan.year}年{plan.subject.name}{said}"
