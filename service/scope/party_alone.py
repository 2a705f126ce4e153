"""「省委」「市委」 where only the committee's office publishes: the office is taken, which is said (党委办公机构)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.two_asked import Ask

#: Departments of a committee and words that go on with its name.
_GOES_ON = (
    r"办|组织|宣传|统战|统一|政法|政研|政策|党校|老干|机要|机关|保密|巡|员|常委|会|托|编|网信|国安|直属|研究|书记"
    r"|农|金融|社会|军民|外事|全面|审计|教育"
)
#: The committee of a party by itself, none of its departments.
ASKS_PARTY = regex(rf"(?P<who>[省市区县州]委)(?!{_GOES_ON})")
#: Bodies that publish for the committee, as they may be named.
_OFFICES = ("办公厅", "办公室", "办")


def party_alone(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The answer of the one office of the committee that is loaded; None where another body is meant or none is."""
    said = ASKS_PARTY.search(text)
    if said is None or answer.status is Status.ANSWERED:
        return None
    for office in _OFFICES:
        told = ask(f"{text[: said.end()]}{office}{text[said.end() :]}")
        entity = str(told.plan.get("entity", ""))
        if f"{said['who']}{office}"[:3] in entity:
            lead = f"「{said['who']}」按已收录的{entity}作答。"
            return told.model_copy(update={"answer": f"{lead}\n{told.answer}"})
    return None
