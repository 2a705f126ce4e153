"""How many, asked by the name of the number: 「演出场次是多少」 is 「演出多少场」 (数名之问).

Tried only where the question as it stands found nothing: an indicator may be called so itself.
"""

from __future__ import annotations

from ingest.patterns import regex

#: The number of things by its name, at the end, with what asks for it; the unit that it is counted in.
_NAMED = regex(
    r"(?:总的?)?(?P<unit>人次|批次|场|件|户|辆|台|篇|期|家|所|名|人|座|条|棵|株|只|头|份|套|起|宗|项|处)(?:次|员数|数量|总数|数)"
    r"(?:一共|总共|共|总计|合计)?(?:应?[是为有]|达到?)?(?:多少|几)?[？?。]*$"
)
#: Units whose name with 数 says something else: 「次数」 is heard by itself, 「项目数」 and 「家数」 of bodies too.
_NONE = regex(r"(?:指|系|额|基|参|倍|单位)$")
#: Of several together a sum is asked for.
_SEVERAL = regex(r"[、和与及跟].*(?:一共|总共|共|总计|合计)(?:应?[是为有]|达到?)?(?:多少|几)")


def in_counts(text: str) -> str:
    """The question with 多少 before the unit of the number that it names; as it is where it names none."""
    said = _NAMED.search(text)
    if said is None or said.start() < 4 or _NONE.search(text[: said.start()]) or _SEVERAL.search(text):
        return text
    return f"{text[: said.start()]}多少{said['unit']}"
