"""What was told of one body against another account of another: 「跟省政协同一年的政协会议比」 (异项相比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk

_BODY = r"[^，。？]{1,15}?(?:[局委办厅处镇乡院会部所队站校馆]|中心|街道|政协|人大|办公[厅室])"
_SAME_YEAR = r"(?:在|于)?(?:同一?年度?|同期|当年|那一?年|这一?年)"
#: 「差额是多少」, 「差多少」.
_GAP = r"(?:(?:两者|二者|两家)?(?:的|之间)?(?:相?差)[额距值了出有是为]*(?:多少|几[^，。？]{0,3}))"
#: Another body, the same year, an account of its own, and who has more or how far they are apart.
_AGAINST = regex(
    rf"^(?:那么?)?(?:再)?(?:跟|和|与|同|比)(?P<body>[^，。？]{{2,16}}?){_SAME_YEAR}的?"
    r"[“\"「]?(?P<thing>[^，。？的“”\"「」]{2,20}?)[”\"」]?(?:项目?|科目)?(?:相比|比较一?下?|比一?比|对比一?下?|比)?"
    rf"[，,]?(?P<tail>(?:是)?(?:谁|哪[家边个])[^。]*|{_GAP}[？?。]*)$"
)
#: 「省人大的人大会议比它多多少」.
_THAN_IT = regex(
    rf"^(?:那么?)?(?P<body>{_BODY})(?:{_SAME_YEAR}的?|的)[“\"「]?(?P<thing>[^，。？的“”\"「」]{{2,20}}?)[”\"」]?"
    r"比(?:它|这个|那个|前者|这[一]?项)(?:要)?(?P<how>[多少高低])(?:出|了)?(?:多少|几[^，。？]{0,3})[？?。]*$"
)
_WHO = regex(r"(?:是)?(?:谁|哪[家边个])")
_STAGE = regex(r"(?:的)?(?:年初)?(?P<stage>预算|决算)数?$")


def another_of_another(text: str, talk: Talk) -> str:
    """The follow-up as a comparison that names both bodies and accounts; the text itself where it is none."""
    said = (_AGAINST.match(text) or _THAN_IT.match(text)) if talk else None
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
    told, another = f"{plan.entity}{year}年{plan.subject.name}{word}", f"{said['body']}{year}年{other}{word}"
    if how := said.groupdict().get("how"):
        return f"{another}比{told}{how}多少"
    return (
        f"{told}和{another}比，{said['tail']}" if _WHO.match(said["tail"]) else f"{told}和{another}相差多少"
    )
