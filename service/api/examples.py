"""An example for each body that goes in or out, as /openapi.json shows it (接口示例).

A row a route: method, path, what is sent, what comes back. A test holds every one of them to its model.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENTITY = "云川市青岚区城市管理局"
_ID = "1f0c5a9b7d2e4c63"
_ANSWER_ID = "0f8fad5bd9cb469fa16570867728950e"
_AT = "2026-11-26T10:00:00.000Z"
_FILE = f"{ENTITY}2023年度部门决算.pdf"
_PICTURE = f"/v1/documents/{_ID}/pages/4.png?bbox=300.0,400.0,380.0,424.0"
_ASKED = {"question": f"{ENTITY}2023年项目支出占比多少？"}

_ANSWER: Mapping[str, Any] = {
    "id": _ANSWER_ID, "conversation_id": "5f2c…", "status": "answered",
    "answer": "2023年度项目支出 513.47 万元，占本年支出合计 878.45 万元的 58.45%。",
    "figures": [{
        "label": "项目支出占比", "value": "58.45", "unit": "%", "printed": "58.4%", "entity": ENTITY, "year": 2023,
        "stage": "决算", "formula": "513.47 ÷ 878.45 × 100% = 58.45%",
        "inputs": [{"label": "项目支出", "value": "513.47", "unit": "万元", "citation": 0}], "citation": 0,
    }],
    "citations": [{
        "file": _FILE, "document_id": _ID, "title": "2023年度部门决算", "page": 4, "table": "支出决算表", "row": "合计",
        "column": "项目支出", "quote": "", "bbox": [300.0, 400.0, 380.0, 424.0], "image": _PICTURE,
    }],
    "reason": None, "options": [], "notes": ["正文写作 58.4%。"], "suggestions": [f"{ENTITY}2023年三公经费是多少"],
    "plan": {}, "timings_ms": {"understand": 2.1, "lookup": 1.4, "retrieve": 0, "compose": 0.8, "total": 4.3},
}  # fmt: skip
_JOB: Mapping[str, Any] = {
    "id": "9d7c2e4c631f0c5a9b7d2e4c631f0c5a", "file": _FILE, "status": "reading", "page": 12, "pages": 48,
    "document_id": "", "replaces": "", "message": "", "report": {}, "created_at": _AT, "finished_at": "",
}  # fmt: skip
_SIDE: Mapping[str, Any] = {
    "label": "合计", "value": "878.45", "unit": "万元",
    "operands": [{
        "label": "合计", "value": "878.45", "unit": "万元", "document_id": _ID, "page": 4,
        "bbox": [300.0, 400.0, 380.0, 424.0], "quote": "", "image": _PICTURE,
    }],
}  # fmt: skip
_CHECK: Mapping[str, Any] = {
    "document_id": _ID, "file": _FILE, "entity": ENTITY, "year": 2023, "rule": "levels", "title": "合计等于各类之和",
    "verdict": "不符", "severity": "错误", "left": _SIDE, "right": {**_SIDE, "label": "各类之和", "value": "878.40"},
    "difference": "0.05", "pages": [4], "message": "支出决算表的合计比各类之和多 0.05 万元。", "decision": None,
}  # fmt: skip
_SUBJECT = {
    "kind": "功能分类", "code": "2120104", "name": "城管执法", "level": "项", "facts": 12, "documents": 3,
    "first_year": 2021, "last_year": 2024,
}  # fmt: skip
_OPINION = {
    "id": "7d2e4c631f0c5a9b7d2e4c631f0c5a9b", "at": _AT, "answer_id": _ANSWER_ID, "verdict": "down",
    "reason": "wrong_figure", "comment": "表里是另一个数", "question": _ASKED["question"],
}  # fmt: skip
_CHANGE = {
    "id": 7, "at": _AT, "key_id": "65f51e09b022", "actor": "信息科", "action": "document.delete", "target": _ID,
    "details": {"file": _FILE}, "request_id": "trace-7",
}  # fmt: skip
_DOCUMENT = {
    "id": _ID, "file": _FILE, "title": "2023年度部门决算", "entity": ENTITY, "year": 2023, "kind": "决算", "pages": 48,
    "facts": 731, "passages": 95, "level": "部门", "superseded_by": "",
}  # fmt: skip

#: Method, path, what is sent (None where nothing is), status and body of the reply.
ROWS: tuple[tuple[str, str, Any, str, Any], ...] = (
    ("post", "/v1/ask", _ASKED, "200", _ANSWER),
    ("get", "/v1/suggestions", None, "200", [f"{ENTITY}2023年项目支出占比多少"]),
    ("get", "/v1/suggest", None, "200",
     [{"question": f"{ENTITY}2023年三公经费是多少", "entity": ENTITY, "year": 2023}]),
    ("get", "/v1/answers/{id}", None, "200", {
        "id": _ANSWER_ID, "asked_at": _AT, **_ASKED, "answer": {**_ANSWER, "conversation_id": ""},
        "documents": [{"id": _ID, "file": _FILE, "sha256": "1f0c…", "title": "2023年度部门决算", "entity": ENTITY,
                       "year": 2023}],
        "version": "0.2.0",
    }),
    ("post", "/v1/feedback",
     {"answer_id": _ANSWER_ID, "verdict": "down", "reason": "wrong_figure", "comment": "表里是另一个数"},
     "201", {"id": _OPINION["id"]}),
    ("get", "/v1/feedback", None, "200", {"items": [_OPINION], "next": None}),
    ("get", "/v1/entities", None, "200", [{
        "name": ENTITY, "aliases": [], "level": "部门", "region": "云川市青岚区", "parent": "",
        "years": [{"year": 2023, "kind": "决算", "document_ids": [_ID]}],
    }]),
    ("get", "/v1/documents", None, "200", [_DOCUMENT]),
    ("post", "/v1/documents", None, "202", {**_JOB, "status": "queued", "page": 0, "pages": 0}),
    ("put", "/v1/documents/{id}", None, "202", {**_JOB, "status": "queued", "page": 0, "pages": 0, "replaces": _ID}),
    ("get", "/v1/documents/jobs", None, "200", [_JOB]),
    ("get", "/v1/documents/jobs/{id}", None, "200", _JOB),
    ("get", "/v1/subjects", None, "200", {"items": [_SUBJECT], "next": None}),
    ("get", "/v1/checks", None, "200", {"items": [_CHECK], "next": None}),
    ("get", "/v1/audit", None, "200", {"items": [_CHANGE], "next": None}),
)  # fmt: skip


def with_examples(described: dict[str, Any]) -> dict[str, Any]:
    """The description with the examples of the rows; a route that is not there is left out."""
    for method, path, sent, status, reply in ROWS:
        operation = described["paths"].get(path, {}).get(method)
        if operation is None:
            continue
        if sent is not None:
            operation["requestBody"]["content"]["application/json"]["example"] = sent
        operation["responses"][status]["content"]["application/json"]["example"] = reply
    return described
