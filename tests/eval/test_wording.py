"""The ways to ask and what is learnt of them: the templates are whole, numpy does what torch learnt (问法的训练)."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import numpy as np
import pytest
import torch

from eval.wording.learn import Pace, learn, weights_of
from eval.wording.names import PLAIN, Names
from eval.wording.templates import KNOWN, TEMPLATES, Template, filled, read_templates
from service.worded.known_names import OUTSIDE, known_marks
from service.worded.shapes import SHAPES
from service.worded.tagger import HOLE, Tagger, load_tagger, word_places

SLOTS = {"A", "A2", "A3", "B", "B2", "Y", "Y2", "N", "U", "P", "W", "OLD"}
#: What is told apart so that it is not taken for another, and has no plain question of its own.
TOLD_APART = {"other", "result", "amount_and_reason"}
NAMES = Names(
    ("差旅费", "培训费"), ("教育支出",), ("村道加宽",), (("社区", "个"),), ("公用经费",), (("公务用车", "辆"),),
    ("财政拨款",), ("项目",),
)  # fmt: skip
FEW = [
    Template("amount", "{B}{Y}{A}花了几个钱"),
    Template("share", "{A}在{W}里头占几成"),
    Template("count", "{B}有几{U}{N}"),
    Template("other", "{B}的门朝哪开"),
]


def test_every_template_has_a_known_operation_and_known_slots() -> None:
    lines = [*TEMPLATES.read_text("utf-8").splitlines(), *KNOWN.read_text("utf-8").splitlines()]
    assert len(lines) > 10_000
    for line in lines:
        operation, text = line.split("\t")
        assert operation in SHAPES or operation in TOLD_APART, line
        assert set(re.findall(r"\{(\w+)\}", text)) <= SLOTS, line
        assert not re.search(r"20\d\d年", text), line


def test_no_template_stands_twice() -> None:
    texts = [re.sub(r"[，,。？?！!\s]", "", template.text) for template in read_templates()]
    twice = len(texts) - len(set(texts))
    assert twice < 200  # some differ in their traditional characters alone, which are read as simplified ones


def test_a_filled_template_has_a_label_for_each_character() -> None:
    draw = random.Random(3)
    for template in FEW * 50:
        example = filled(template, NAMES, draw)
        assert len(example.text) == len(example.labels)
        assert HOLE * 2 not in example.text
        named = "".join(c for c, label in zip(example.text, example.labels, strict=True) if label)
        assert named or template.operation == "other"


@pytest.fixture(scope="module")
def learnt() -> tuple[Tagger, torch.nn.Module, list[int], str]:
    """What is learnt in a few steps, as torch and as numpy apply it, and a text as its places."""
    net, alphabet, operations = learn(FEW, NAMES, Pace(steps=40, batch=16))
    text = f"{HOLE}的差旅费在公用经费里头占几成"
    tagger = Tagger(weights_of(net), alphabet.characters, operations)
    return tagger, net, alphabet.ids(text), text


def test_numpy_gives_the_chances_that_torch_gives(
    learnt: tuple[Tagger, torch.nn.Module, list[int], str],
) -> None:
    tagger, net, ids, text = learnt
    with torch.no_grad():
        known = torch.zeros((1, len(ids)), dtype=torch.long)
        _, asked = net(torch.tensor([ids]), torch.tensor([word_places(text)]), known)
    wanted = torch.softmax(asked, 1)[0].numpy()
    told = dict(tagger.read(text).operations)
    assert np.allclose(sorted(told.values()), sorted(wanted), atol=5e-3)  # half precision


def test_names_that_are_known_are_marked() -> None:
    example = filled(Template("amount", "{B}{Y}{A}花了几个钱"), NAMES, random.Random(4))
    marks = known_marks(example.text, example.names)
    named = [bool(label) for label in example.labels]
    assert [mark != OUTSIDE for mark in marks[1 : 1 + sum(named)]] == [True] * sum(named)


def test_a_few_steps_learn_a_few_templates(learnt: tuple[Tagger, torch.nn.Module, list[int], str]) -> None:
    tagger, *_ = learnt
    assert tagger.read(f"{HOLE}有几个社区").operations[0][0] == "count"
    assert tagger.read(f"{HOLE}的门朝哪开").operations[0][0] == "other"


def test_the_bundled_weights_know_every_operation() -> None:
    known = {operation for operation, _ in load_tagger().read("差旅费多少").operations}
    assert known == set(SHAPES) | TOLD_APART


def test_marks_of_either_width_are_one() -> None:
    wide, narrow = (load_tagger().read(f"{HOLE}，差旅费{mark}") for mark in ("多少？", "多少?"))
    assert wide.labels == narrow.labels and wide.operations == narrow.operations


def test_all_characters_of_a_word_have_one_label() -> None:
    tagged = load_tagger().read(f"{HOLE}公务接待费掏了多少出来")
    starts = [place for place, word in enumerate(word_places(tagged.text)) if word % 2] + [len(tagged.text)]
    for low, high in pairwise(starts):
        assert len(set(tagged.labels[low:high])) == 1, tagged.text[low:high]


def test_names_that_fill_slots_stand_once() -> None:
    rows = [line.split("\t") for line in PLAIN.read_text("utf-8").splitlines()]
    assert {row[0] for row in rows} == {"account", "whole", "counted", "fund", "end"}
    assert all(len(row) == (3 if row[0] == "counted" else 2) and all(row) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)
