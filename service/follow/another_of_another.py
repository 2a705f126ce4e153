"""What was told of one body against another account of another: 「跟省政协同一年的政协会议比」 (异项相比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.read.terms import reads_in

_BODY = r"[^，。？]{1,15}?(?:[局委办厅处镇乡院会部所队站校馆]|中心|街道|政协|人大|办公[厅室])"
_SAME_YEAR = r"(?:在|于)?(?:同一?年度?|同期|当年|那一?年|这一?年)"
#: 「差额是多少」, 「差多少」.
_GAP = r"(?:(?:两者|二者|两家)?(?:的|之间)?(?:相?差)[额距值了出有是为]*(?:多少|几[^，。？]{0,3}))"
#: Another body, the same year, an account of its own, and who has more or how far they are apart.
_AGAINST = regex(
    rf"^(?:那么?)?(?:再)?(?:跟|和|与|同|比)(?P<body>[^，。？]{{2,16}}?){_SAME_YEAR}的?"
    r"[“\"「]?(?P<thing>[^，,。？?的“”\"「」]{2,20}?)[”\"」]?(?:项目?|科目)?(?:相比|比较一?下?|比一?比|对比一?下?|比)?"
    rf"[，,]?(?P<tail>(?:是)?(?:谁|哪[家边个])[^。]*|{_GAP}[？?。]*)$"
)
#: 「省人大的人大会议比它多多少」.
_THAN_IT = regex(
    rf"^(?:那么?)?(?P<body>{_BODY})(?:{_SAME_YEAR}的?|的)[“\"「]?(?P<thing>[^，。？的“”\"「」]{{2,20}}?)[”\"」]?"
    r"比(?:它|这个|那个|前者|这[一]?项)(?:要)?(?P<how>[多少高低])(?:出|了)?(?:多少|几[^，。？]{0,3})[？?。]*$"
)
_WHO = regex(r"(?:是)?(?:谁|哪[家边个])")
#: That it is of the same year goes without saying where one account is held against itself.
_IN_SAME_YEAR = regex(
    rf"^(?P<lead>(?:那么?)?(?:再)?(?:跟|和|与|同|比)[^，,。？]{{2,16}}?){_SAME_YEAR}(?:的(?=比|相比|谁|哪))?(?P<rest>[^，,。？]{{0,6}}(?:比|谁|哪|[多少高低]).*)$"
)
#: 「跟省委比呢，省委多几辆」: the one that has more is named once more.
_WHO_AGAIN = regex(
    r"^(?:那么?)?(?:再)?(?:跟|和|与|同)(?P<body>[^，,。？]{2,16}?)(?:的(?P<thing>[^，,。？的]{1,6}?))?(?:相比|比较?|比一比)(?:起来|一?下)?呢?"
    r"[，,？? ]+(?P<who>[\u4e00-\u9fff]{2,12}?)(?:比它|要|会)?(?P<how>[多少高低])"
    r"(?P<much>(?:出|了)?(?:多少|几)[^，,。？]{0,3})[？?。]*$"
)
_STAGE = regex(r"(?:的)?(?:年初)?(?P<stage>预算|决算)数?$")


def another_of_another(text: str, talk: Talk) -> str:
    """The follow-up as a comparison that names both bodies and accounts; the text itself where it is none."""
    bare = _IN_SAME_YEAR.sub(r"\g<lead>\g<rest>", text) if talk else text
    if talk and (again := _who_again(bare, talk[-1])):
        return again
    said = (_AGAINST.match(text) or _THAN_IT.match(text)) if talk else None
    if said is None:
        return bare
    last, plan = talk[-1], talk[-1].plan
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


def _who_again(text: str, last: Turn) -> str:
    """「省委办公厅比它多几辆」, where the body that has more is said twice, or is the one spoken of; else empty."""
    said, subject = _WHO_AGAIN.match(text), last.plan.subject
    if said is None or subject is None or len(last.bodies) != 1:
        return ""
    if said["thing"] and said["thing"] not in subject.name:
        return ""
    told = f"{said['how']}{said['much']}"
    other, own = reads_in(said["who"], said["body"]), reads_in(said["who"], last.plan.entity)
    if other == own:
        return ""
    return f"{said['body']}比它{told}" if other else f"比{said['body']}{told}"
