"""What was told of one body against another account of another: 「跟省政协同一年的政协会议比」 (异项相比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk

#: Another body, the same year, an account of its own, and who has more.
_AGAINST = regex(
    r"^(?:那么?)?(?:再)?(?:跟|和|与|同|比)(?P<body>[^，。？]{2,16}?)(?:在|于)?(?:同一?年度?|同期|当年|那一?年|这一?年)的?"
    r"(?P<thing>[^，。？的]{2,20}?)(?:相比|比较一?下?|比一?比|对比一?下?|比)[，,]?(?P<tail>(?:是)?(?:谁|哪[家边个])[^。]*)$"
)
_STAGE = regex(r"(?:的)?(?:年初)?(?P<stage>预算|决算)数?$")


def another_of_another(text: str, talk: Talk) -> str:
    """The follow-up as a comparison that names both bodies and accounts; the text itself where it is none."""
    said = _AGAINST.match(text) if talk else None
    if said is None:
        return text
    last = talk[-1]
    plan = last.plan
    plain = plan.fund is None and not plan.breakdown and not plan.also and len(last.years) == 1
    if plan.subject is None or not plain or len(last.bodies) != 1:
        return text
    stage = _STAGE.search(said["thing"])
    other = _STAGE.sub("", said["thing"])
    word = stage["stage"] if stage else ""
    year = last.years[0]
    return f"{plan.entity}{year}年{plan.subject.name}{word}和{said['body']}{year}年{other}{word}比，{said['tail']}"
