"""「局本级」 of a department that prints no figures of its office: that the whole's are told is said (本级)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.simple_figures import who
from service.model import PHRASE_KINDS
from service.second.two_asked import Ask

#: The office as part of a department; 市本级 is a level of government, 机关运行经费 an account.
OFFICE = regex(
    r"(?<![省市县区州])(?:的)?(?:机关)?[（(]?本[级部][)）]?(?!财政|预算|收入|支出总|次|门)的?"
    r"|(?<=[局厅委办院部会])(?:的)?机关(?:自己|自身|本身)?(?!运行|事业|工资|运转|党委|服务|服务中心|干部|经费|单位|养老|工作|人员|大院|食堂|事务|[党工团])的?(?=20\d\d|今年|去年|一共|支出|收入|花|三公|公用|安排|使用|发生|的)"
)
#: What is asked of the parts, or of one that the tables may well print for the office.
_OF_PARTS = regex(r"除|外|不含|包括|几家|哪些|下属|所属|自己实施|负责|承担|项目|单位|部门预算包")
_OWN_SAID = regex(
    r"本级|本部|(?<=[局厅委办院])机关(?!运行|事业|工资|运转|党|服务|干部|经费|单位|养老|工作|人员)"
)
_ITSELF = regex(r"本[级部]|机关[)）]?$")


def office_alone(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The whole department's figures with the remark that they are these; None where the office's own are told.

    Only money: how many people or cars there are is told of the office alone by many.
    """
    subject = answer.plan.get("subject")
    own_words = isinstance(subject, dict) and subject.get("kind") in PHRASE_KINDS
    if own_words or _OF_PARTS.search(OFFICE.sub("", text)):
        return None
    if any(_is_own(answer, f.entity) for f in answer.figures):
        return None
    told = answer
    if answer.status is Status.NO_ANSWER and answer.reason in ("low_confidence", "not_disclosed"):
        told = ask(OFFICE.sub("", text))
        whole, part = told.plan.get("entity"), answer.plan.get("entity")
        row = isinstance(whole, str) and str(part).startswith(whole) and part != whole
        if row and any(_is_own(told, f.entity) for f in told.figures):
            return told  # its tables print rows of its office, its text this figure
        if whole != part:
            told = ask(who(answer) + OFFICE.sub("", text))
    money = told.figures and all(f.unit.endswith(("元", "%")) for f in told.figures)
    if told.status is not Status.ANSWERED or not money:
        return None
    if any(_is_own(told, f.entity) for f in told.figures):
        return told  # a unit that is nothing but itself
    entity = told.figures[0].entity
    lead = f"没有找到{entity}本级单列的这个数字，下面是公开资料里整个{entity}的数字："
    return told.model_copy(update={"answer": f"{lead}\n{told.answer}"})


def _is_own(answer: Answer, entity: str) -> bool:
    """Whether what is told is the office's: by its name, by the row, or by a publication of the unit alone."""
    rows = any(_OWN_SAID.search(f"{c.row}{c.quote[:200]}") for c in answer.citations)
    alone = bool(answer.citations) and all("单位" in c.title for c in answer.citations)
    return bool(_ITSELF.search(entity)) or rows or alone
