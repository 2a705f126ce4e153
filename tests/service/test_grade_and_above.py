"""A grade alone and a grade with those above it are two numbers: neither is told for the other (某级与某级以上)."""

from __future__ import annotations

import pytest

from service.contract import Answer, Figure, Status
from service.second.grade_and_above import unless_one_grade


@pytest.mark.parametrize(
    ("asked", "labels", "stands"),
    [
        ("三级以上手术多少台", ["三级手术"], False),
        ("三级以上手术多少台", ["四级手术"], False),
        ("三级以上手术多少台", ["二级以上手术"], False),
        ("三级以上手术多少台", ["三级以上手术"], True),
        ("三级及以上手术多少台", ["3级以上手术", "四级手术"], True),
        ("三级以上手术多少台", ["三级以下手术"], False),
        ("三级手术多少台", ["三级以上手术"], False),
        ("三级手术多少台", ["三级及三级以上手术"], False),
        ("三级手术多少台", ["三级手术"], True),
        ("三级手术多少台", ["三级以上手术", "三级手术"], True),
        ("三级以上手术里四级手术多少台", ["四级手术"], True),
        ("手术多少台", ["三级以上手术"], True),
        ("上级补助多少", ["上级补助收入"], True),
    ],
)
def test_a_grade_and_those_above_it(asked: str, labels: list[str], stands: bool) -> None:
    figures = [
        Figure(label=label, value="9", unit="台", entity="岚石县人民医院", year=2023, stage="决算")
        for label in labels
    ]
    answer = Answer(id="1", conversation_id="c", status=Status.ANSWERED, answer="…", figures=figures)
    told = unless_one_grade(answer, asked)
    assert told is answer if stands else (told.status, told.figures) == (Status.NO_ANSWER, [])
