"""Questions that get no figure: which kind, and the sentence that says what there is instead (婉拒)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.model import Document, Fact, Kind
from ingest.patterns import regex
from ingest.text import fold
from service.figures.years_apart import refuse_apart
from service.model import Body, Declined, Operation, Plan, Reason
from service.projects.projects import PROJECTS
from service.read import vocabulary
from service.read.own_matters import ASKS_OWN_SHARE, ASKS_WHO_GOT, is_own_matter
from service.read.question import is_chinese, simplified
from service.read.terms import find, rows_to_words
from service.scope.scope import Scope, ambiguous, not_loaded, what_is_loaded
from service.targets import wants_outcome

_SCOPE = "我只回答部门预算、决算公开资料里写明的内容，例如收入、支出、“三公”经费、职责和增减原因。"
_OUTSIDE = rows_to_words([(True, vocabulary.OUT_OF_SCOPE)])
_PERSON = regex(vocabulary.PERSON)
_BEYOND = rows_to_words([(True, vocabulary.BEYOND)])


#: What a body may pay for, or earn by, though the word alone asks for something else: 校园足球安排了多少钱, 看病收入.
_TOPIC = rf"(?:{'|'.join(sorted(vocabulary.TOPICS))})[^，。？]{{0,14}}"
_IS_PAID = regex(rf"{_TOPIC}(?:预算|经费|项目|补助|补贴|收入|支出|资金)")
#: The same where a body is named, whose money it is.
_PAID_BY_IT = regex(
    rf"{_TOPIC}(?:多少(?:钱|万元)|安排|花了|[挣赚收]的?钱|投入)|(?:给谁|[人员工]|的)?看病的?(?:钱|经费|开支|费用)"
)


def refuse_early(
    text: str, scope: Scope, bodies: Sequence[Body], printed: Callable[[str], bool], put: str = ""
) -> Declined | None:
    """A refusal that needs no look at the documents; None for a question worth reading.

    ``printed`` says whether the documents of the body that is named have a word; ``put`` is the whole question as it
    was put, with whose matter it is.
    """
    if is_own_matter(simplified(put)):
        return Declined(
            Reason.OUT_OF_SCOPE, f"抱歉，个人怎样办事、个人名下的事不在公开资料的范围里。{_SCOPE}"
        )
    if scope.unclear is not None:
        return scope.unclear
    paid = _IS_PAID.search(text) or (scope.bodies and _PAID_BY_IT.search(text))
    outside = [m.word for m in find(scope.text, _OUTSIDE) if not (paid and m.word in vocabulary.TOPICS)]
    told = scope.body is not None and all(word in vocabulary.TOPICS and printed(word) for word in outside)
    if (outside and not told) or not is_chinese(text):
        return Declined(Reason.OUT_OF_SCOPE, f"抱歉，这个问题超出了公开资料的范围。{_SCOPE}")
    if not bodies:
        return Declined(Reason.NOTHING_LOADED, "还没有导入任何公开资料。请先用 mingbai ingest 导入 PDF。")
    if scope.mention.unknown and not scope.bodies:
        return not_loaded(scope.mention.unknown, bodies)
    if _PERSON.search(text) or ASKS_WHO_GOT.search(text):
        return Declined(
            Reason.NOT_DISCLOSED, "部门预算、决算只公开单位的收支，不涉及个人的收入和情况，所以没有这个数字。"
        )
    apart = refuse_apart(text) if len(scope.period.years) == 2 and len(scope.bodies) == 1 else None
    if apart is not None:
        return apart
    beyond = find(text, _BEYOND)
    if beyond and scope.body is not None and re.search(r"收入|支出|预算|债务|税|GDP", text):
        name = beyond[0].word
        return Declined(
            Reason.NOT_DISCLOSED,
            f"{scope.body.name}的公开资料只反映本部门的收支，没有{name}的数字；可以查询的有：{what_is_loaded(scope.body)}。",
        )
    return None


def is_of_others(text: str) -> bool:
    """Whether a private person's income or the accounts of a whole place are asked for, which no body publishes."""
    return _PERSON.search(text) is not None or bool(find(text, _BEYOND))


def nobody_named(text: str, plan: Plan, scope: Scope, bodies: Sequence[Body], put: str) -> Declined:
    """No body is named: ask which one, unless the question, as it was ``put``, is about nothing that they hold."""
    if ASKS_OWN_SHARE.search(simplified(put)):
        asked_back = ambiguous(scope, bodies, text) if scope.mention.region else None
        return Declined(
            Reason.OUT_OF_SCOPE,
            f"抱歉，没有认出是哪个单位的资料，个人能领多少一般不在公开资料的范围里。{_SCOPE}",
            asked_back.options if asked_back is not None else (),
        )
    about_money = (
        plan.subject is not None or plan.intent is not None or plan.operation is not Operation.NARRATIVE
    )
    if not about_money:
        return of_nothing_held()
    return ambiguous(scope, bodies, fold(text) and text)


def of_nothing_held() -> Declined:
    """The question is about nothing that disclosures tell."""
    return Declined(Reason.OUT_OF_SCOPE, f"抱歉，没有看懂这个问题与部门预决算的关系。{_SCOPE}")


def cannot_rank(body: Body, plan: Plan) -> Declined:
    """The parts of what is to be ranked are not printed."""
    name = plan.subject.name if plan.subject else "各项支出"
    if plan.condition is not None or plan.subject == PROJECTS:
        what = "全部项目" if plan.subject == PROJECTS else "各个分项"
        return Declined(
            Reason.NOT_DISCLOSED,
            f"{body.name}{plan.year}年度的公开资料没有逐一列出{what}和所需的数字，列出的不全，不敢据此排序或筛选。",
        )
    return Declined(
        Reason.NOT_DISCLOSED, f"{body.name}{plan.year}年度的公开资料没有列出「{name}」的各个分项，无法排序。"
    )


def cannot_add(body: Body, plan: Plan, parts: Sequence[str]) -> Declined:
    """Parts of a sum are not understood or not printed; a sum without them would be wrong."""
    names = "」、「".join(dict.fromkeys(parts))
    when = "" if any("年度" in part for part in parts) else f"{plan.year}年度"
    return Declined(
        Reason.NOT_DISCLOSED,
        f"没有在{body.name}{when}的公开资料里找到要加总的「{names}」，缺了它，合计就不准，所以没有给出。",
    )


def none_of_them(bodies: Sequence[Body], plan: Plan) -> Declined:
    """None of the bodies that are compared prints what is asked for."""
    name = plan.subject.name if plan.subject else "这一项"
    names = "、".join(b.name for b in bodies[:8])
    return Declined(Reason.NOT_DISCLOSED, f"{names}的公开资料都没有列出可以比较的「{name}」。")


def year_not_loaded(body: Body, year: int) -> Declined:
    """The year asked for is not loaded."""
    return Declined(
        Reason.YEAR_NOT_LOADED,
        f"没有收录{body.name}{year}年度的公开资料。已收录的有：{what_is_loaded(body)}。",
    )


def stage_not_loaded(body: Body, year: int) -> Declined:
    """Money that was spent is asked for, and only the budget of that year is loaded."""
    return Declined(
        Reason.STAGE_NOT_LOADED,
        f"{body.name}{year}年度只收录了预算，没有决算，还不知道实际收支。已收录的有：{what_is_loaded(body)}。",
    )


def no_documents(
    plan: Plan, body: Body, documents: Sequence[Document], facts: Sequence[Fact], text: str
) -> Declined | None:
    """A refusal where the year, or the stage of that year, is not loaded."""
    year = plan.year or 0
    if not documents and not any(f.year == year and f.value is not None for f in facts):
        return year_not_loaded(body, year)
    if documents and wants_outcome(plan, text) and all(d.kind is Kind.BUDGET for d in documents):
        return stage_not_loaded(body, year)
    return None
