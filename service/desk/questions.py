"""What nobody could answer, grouped, and how a group becomes a known answer (没答上的问题)."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.responses import Response

from service.desk.counter import Counter, page_number, sent_on
from service.desk.known import STATUSES, STYLES, TYPES, Answers, read_known
from service.desk.staff import DeskError, Form, Staff
from service.desk.unanswered import REASONS, STATES, Group, Kept

_SHOWN = 50
_FIELDS = ("question", "type", "style", "status", "value", "unit", "tol", "all", "doc", "pages", "note")


def routes(counter: Counter) -> APIRouter:
    """``/desk/questions`` and one group of them."""
    found = APIRouter(include_in_schema=False)
    room = counter.room
    kept, known = Kept(room.database), Answers(room.database)

    def group_of(mark: str) -> Group:
        group = kept.group(mark)
        if group is None:
            raise DeskError(404, "没有这组问题，可能已过保存期限。")
        return group

    def drawn(group: Group, staff: Staff, given: Form, wrong: str = "") -> Response:
        return counter.page(
            "question.html", staff, 422 if wrong else 200, here="/desk/questions", group=group, wrong=wrong,
            given={name: given.get(name, "") for name in _FIELDS}, known=known.all(group.mark),
            types=list(TYPES.items()), styles=list(STYLES.items()), statuses=list(STATUSES.items()),
            documents=room.store.documents(),
        )  # fmt: skip

    @found.get("/desk/questions")
    def listed(
        kind: str = "", reason: str = "", state: str = "open", q: str = "", p: str = "",
        staff: Staff = Depends(counter.admin),
    ) -> Response:  # fmt: skip
        groups = kept.groups(kind, state if state in ("open", "known") else "", q, reason)
        page = page_number(p)
        return counter.page(
            "questions.html", staff, here="/desk/questions", groups=groups[(page - 1) * _SHOWN : page * _SHOWN],
            total=len(groups), page=page, more=len(groups) > page * _SHOWN, kinds=list(STATES.items()),
            states=[("open", "待处理"), ("known", "已写成已知答案")], reasons=list(REASONS.items()),
            given={"kind": kind, "reason": reason, "state": state, "q": q},
        )  # fmt: skip

    @found.get("/desk/questions/{mark}")
    def one(mark: str, staff: Staff = Depends(counter.admin)) -> Response:
        group = group_of(mark)
        documents = group.answers[0].documents
        return drawn(group, staff, {"question": group.question, "doc": documents[0] if documents else ""})

    @found.post("/desk/questions/{mark}")
    def write(
        mark: str, staff: Staff = Depends(counter.admin), form: Form = Depends(counter.form)
    ) -> Response:
        group = group_of(mark)
        made, wrong = read_known(form, staff.name)
        if made is None:
            return drawn(group, staff, form, wrong)
        number = known.add(made)
        counter.record(staff, "known.add", str(number), question=made.question)
        return sent_on("/desk/known?done=known")

    return found
