"""Official names whose 和, 与 or 及 people take for one another: 「社会保障与就业」 (连词混用)."""

from __future__ import annotations

from ingest.patterns import regex

#: 加 between two things that are added up; not in a word that it begins or ends: 加宽, 加装, 加固, 增加, 附加. Yet an
#: account may begin as such a word goes on: 加工会经费, 加装修费, 加宽带费.
ADDS = (
    r"(?<![增追参附])加(?![起总在到一拢上了油入急密盖厚深挂温压码剧班强派]"
    r"|工(?![资会程伤作])|装(?![修备置])|固(?!定)|建(?![设筑])|征(?!地)|热(?!力)|大(?![型学宗病额])|快(?!递)|宽(?!带)"
    r"|高(?![级中校新龄]))"
)

#: What stands before the word, the word as the official name has it, what stands after.
_NAMES: tuple[tuple[str, str, str], ...] = (
    ("社会保障", "和", "就业"),
    ("商品", "和", "服务支出"),
    ("个人", "和", "家庭"),
    ("结转", "和", "结余"),
    ("规划", "和", "自然资源"),
    ("人力资源", "和", "社会保障"),
    ("住房", "和", "城乡建设"),
    ("工业", "和", "信息化"),
    ("发展", "和", "改革"),
    ("文化", "和", "旅游局"),
    ("公务用车购置", "及", "运行"),
    ("文化旅游体育", "与", "传媒"),
    ("医疗卫生", "与", "计划生育"),
    ("城乡社区规划", "与", "管理"),
    ("灾害防治", "及", "应急管理"),
    ("税金", "及", "附加"),
)
_ROWS = tuple(
    (regex(f"(?<={before})(?:和|与|及|以及|跟|、)(?={after})"), word) for before, word, after in _NAMES
)


def as_named(text: str) -> str:
    """The text with such names as they are written officially."""
    for pattern, word in _ROWS:
        text = pattern.sub(word, text)
    return text
