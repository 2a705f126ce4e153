"""Who changed what, the newest first (变更记录)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Depends
from starlette.responses import Response

from service.desk.counter import Counter
from service.desk.staff import Staff

_SHOWN = 100
#: What was done, in words; an action without a row is shown as it is kept.
ACTIONS = {
    "fact.correct": "更正数字",
    "correction.revoke": "撤销更正",
    "check.decide": "处理核对",
    "known.add": "写已知答案",
    "known.remove": "删除已知答案",
    "known.export": "导出已知答案",
    "fact.export": "导出数字",
    "document.upload": "上传文件",
    "document.replace": "替换文件",
    "document.delete": "移除文件",
    "key.create": "发放密钥",
    "key.revoke": "吊销密钥",
    "desk.sign_in": "登录工作台",
}
#: What the details of a change are called, and what their values mean; others are shown as they are kept.
NAMES = {
    "file": "文件", "job": "任务", "status": "结果", "replaces": "取代", "sha256": "校验值", "place": "位置",
    "printed": "原文印的", "value": "更正为", "reason": "理由", "correction": "更正编号", "decision": "处理",
    "check": "核对", "question": "问题", "answers": "条数", "facts": "条数", "name": "名称", "scopes": "权限",
    "entity": "单位", "year": "年度", "subject": "科目", "statement": "报表", "stage": "阶段", "fund": "资金",
    "document": "文件", "origin": "来源",
}  # fmt: skip
VALUES = {"read": "已读入", "failed": "没有读成", "unchanged": "内容没有变化"}


@dataclass(frozen=True)
class Line:
    """One line of the log as it is shown."""

    at: str
    actor: str
    action: str
    target: str
    details: str


def routes(counter: Counter) -> APIRouter:
    """``/desk/log``."""
    found = APIRouter(include_in_schema=False)
    audit = counter.room.audit

    @found.get("/desk/log")
    def listed(action: str = "", before: str = "", staff: Staff = Depends(counter.admin)) -> Response:
        older = int(before) if before.isascii() and before.isdecimal() and len(before) < 18 else 0
        changes = audit.changes(older, _SHOWN + 1, action if action in ACTIONS else "")
        lines = [
            Line(c.at, c.actor, ACTIONS.get(c.action, c.action), c.target, _told(c.details))
            for c in changes[:_SHOWN]
        ]
        return counter.page(
            "log.html", staff, here="/desk/log", wide=True, changes=lines, given={"action": action},
            actions=list(ACTIONS.items()), before=changes[_SHOWN - 1].id if len(changes) > _SHOWN else 0,
        )  # fmt: skip

    return found


def _told(details: Mapping[str, object]) -> str:
    """The details of a line in one line of text."""
    return "；".join(
        f"{NAMES.get(name, name)}：{_text(value)}"
        for name, value in details.items()
        if value not in ("", None)
    )


def _text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else VALUES.get(str(value), str(value))
