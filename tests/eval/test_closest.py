"""The examples that the readers of last resort learn from, and that learning learns (例题与训练)."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from eval.closest.cases import Case, Text, read_texts, telling, written_cases
from eval.closest.nets import Example, as_nets, learn_nets
from eval.closest.pairs import Pair, pairs_of
from eval.closest.vectors import Pace, learn_vectors
from ingest.embedding.load import BUNDLED, load_static
from service.closest.lines import Lines
from service.closest.prepared import Prepared

TOLD = {
    "body": "石梁县档案馆",
    "year": 2022,
    "kind": "决算",
    "text": ["全年接待查档3482人次，开具证明610份。", "库房漏雨，原因是屋面年久失修；下一步申请大修。"],
    "rows": [
        ["基本支出决算表", "商品和服务支出 > 电费", "决算数", "18.86", "万元"],
        ["自评表", "完成情况", "结论", "优", ""],
    ],
    "questions": [
        {"q": "来查资料的一年多少人次", "answer": {"value": "3482", "unit": "人次"}, "para": 1},
        {"q": "灯和空调耗的电花了多少", "answer": {"value": "18.86", "unit": "万元"}, "row": 1},
        {"q": "库房咋会进水", "answer": {"phrases": ["屋面年久失修"]}, "para": 2},
        {"q": "漏雨泡坏了多少卷", "answer": None, "near": 2},
    ],
}
OTHERS = [
    {**TOLD, "body": f"别处{n}", "text": [f"修渠{n}公里。"], "rows": [], "questions": []} for n in (3, 4)
]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return list(written_cases([Text(TOLD), *map(Text, OTHERS)]))


def test_each_question_has_the_place_that_answers_it(cases: list[Case]) -> None:
    people, power, water, none = cases
    assert isinstance(people.ready, Prepared)
    assert [people.ready.ready[i].place.value for i in people.right] == [Decimal("3482")]
    assert isinstance(power.ready, Prepared)
    assert [power.ready.ready[i].place.own for i in power.right] == ["电费"]
    assert isinstance(water.ready, Lines)
    assert all("屋面年久失修" in water.ready.lines[i].text for i in water.right)
    assert water.right
    assert not none.right


def test_two_other_texts_stand_beside_each(cases: list[Case]) -> None:
    assert "修渠3公里" in cases[0].ready.text
    assert "修渠4公里" in cases[0].ready.text


def test_what_needs_all_phrases_is_told_with_all_of_them(cases: list[Case]) -> None:
    lines = cases[2].ready
    assert isinstance(lines, Lines)
    every = range(len(lines.lines))
    assert telling(lines, every, ("屋面年久失修", "申请大修"), ())
    assert not telling(lines, every, (), ("没有这句",))


def test_a_question_and_what_answers_it_are_a_pair(cases: list[Case]) -> None:
    pairs = pairs_of(cases)
    assert Pair("石梁县档案馆", "灯和空调耗的电花了多少", "电费") in pairs
    assert any(not pair.group and pair.meant == "物业管理费" for pair in pairs)


def test_every_text_that_is_kept_can_be_learnt_from() -> None:
    texts = read_texts()
    assert len(texts) > 100
    for text in texts:
        assert len(text.told["questions"]) > 9, text.body
        assert text.told["kind"] in ("预算", "决算"), text.body
    found = list(written_cases([text for text in texts if text.told.get("rows")][:6]))
    answered = sum(bool(case.right) for case in found)
    assert answered > 0.7 * len(found)


def test_nets_learn_what_is_right_and_when_nothing_is() -> None:
    draw = np.random.default_rng(4)

    def example(number: int) -> Example:
        rows = draw.random((6, 5))
        rows[:, 0] = 0.0
        right = np.zeros(6, dtype=bool)
        if number % 3:
            rows[number % 6, 0], right[number % 6] = 1.0, True
        return Example(f"body{number}", rows, right)

    nets = as_nets(learn_nets([example(n) for n in range(120)], 1, 30))
    told = [(nets.chances(one.rows), one.right) for one in map(example, range(120, 180))]
    assert all(chances.argmax() == right.argmax() for chances, right in told if right.any())
    sure = min(float(chances.max()) for chances, right in told if right.any())
    unsure = max(float(chances.max()) for chances, right in told if not right.any())
    assert sure > unsure


def test_vectors_bring_a_phrase_to_what_is_meant_by_it() -> None:
    pairs = [
        Pair("", "请保安扫地的", "物业管理费"),
        Pair("", "打电话寄信的", "邮电费"),
        Pair("", "坐车住店的", "差旅费"),
    ]
    bundled = load_static(BUNDLED)
    vectors = learn_vectors(pairs, Pace(rounds=20, batch=3, rate=0.02)).astype(np.float32)

    def near(table: np.ndarray, said: str, meant: str) -> float:
        ids = [
            encoding.ids
            for encoding in bundled.tokenizer.encode_batch([said, meant], add_special_tokens=False)
        ]
        one, other = (table[own].mean(axis=0) for own in ids)
        return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))

    for pair in pairs:
        assert near(vectors, pair.said, pair.meant) > near(np.asarray(bundled.vectors), pair.said, pair.meant)
