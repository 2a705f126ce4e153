"""The baseline: what was right stays right, and wrong figures do not become more."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from eval import baseline, commands, report, run, sets
from eval.baseline import read_baseline, regressions, write_baseline
from eval.errors import BadBaseline
from eval.model import SetResult
from eval.sets import QuestionSet


@pytest.fixture
def file(tmp_path):
    return tmp_path / "baseline.json"


def set_of(*results, name="one"):
    return SetResult(name, ("a.pdf",), results)


def test_what_was_written_is_read_and_nothing_got_worse(file, result):
    now = [set_of(result("b", "10"), result("a", "10"), result("c", "11"), result("d", None))]
    write_baseline(now, ["one"], file)
    row = read_baseline(file)["one"]
    assert (row.total, row.correct, row.wrong, row.missed, row.wrong_figures) == (4, 2, 1, 1, 1)
    assert row.correct_ids == ("a", "b")
    assert regressions(now, read_baseline(file)) == ()


def test_a_lost_answer_is_a_regression(file, result):
    write_baseline([set_of(result("a", "10"))], ["one"], file)
    assert regressions([set_of(result("a", None))], read_baseline(file)) == ("one：a 原来答对，现在不对",)


def test_another_answer_does_not_make_up_for_a_lost_one(file, result):
    write_baseline([set_of(result("a", "10"), result("b", None))], ["one"], file)
    assert regressions([set_of(result("a", None), result("b", "10"))], read_baseline(file))


def test_one_more_wrong_figure_is_a_regression(file, result):
    write_baseline([set_of(result("a", None))], ["one"], file)
    worse = regressions([set_of(result("a", "11"))], read_baseline(file))
    assert worse == ("one：错误数字由 0 个增加到 1 个",)


def test_what_got_better_or_went_or_is_new_is_none(file, result):
    write_baseline([set_of(result("a", "11"), result("b", "10"))], ["one"], file)
    now = [set_of(result("a", "10"), result("c", None)), set_of(result("d", "11"), name="two")]
    assert regressions(now, read_baseline(file)) == ()


def test_a_skipped_set_keeps_its_row_and_an_undeclared_one_goes(file, result):
    write_baseline(
        [set_of(result("a", "10"), name=name) for name in ("one", "two", "old")], ["one", "two", "old"], file
    )
    skipped = SetResult("one", skipped="没有文件")
    assert regressions([skipped], read_baseline(file)) == ()
    write_baseline([skipped, set_of(result("b", "10"), name="two")], ["one", "two"], file)
    rows = read_baseline(file)
    assert list(rows) == ["one", "two"]
    assert rows["one"].correct_ids == ("a",)
    assert rows["two"].correct_ids == ("b",)


def test_the_file_does_not_depend_on_the_order_of_the_run(file, result):
    rows = [set_of(result("b", "10"), result("a", "10")), set_of(result("c", "10"), name="two")]
    write_baseline(rows, ["one", "two"], file)
    first = file.read_bytes()
    write_baseline(rows[::-1], ["two", "one"], file)
    assert file.read_bytes() == first


@pytest.mark.parametrize("text", ["{", "[]", json.dumps({"one": {"total": 1}})])
def test_a_broken_file_says_what_to_do(file, text):
    file.write_text(text, "utf-8")
    with pytest.raises(BadBaseline, match="--update-baseline"):
        read_baseline(file)


def test_there_need_be_no_file(file):
    assert read_baseline(file) == {}


@pytest.fixture
def ask(tmp_path, file, result, monkeypatch):
    """The command over one made-up set whose answers are given; exit code and output come back."""
    declared = (QuestionSet("one", tmp_path / "one.jsonl", (tmp_path / "a.pdf",), ()),)
    monkeypatch.setattr(sets, "load_sets", lambda: declared)
    monkeypatch.setattr(baseline.read_baseline, "__defaults__", (file,))
    monkeypatch.setattr(baseline.write_baseline, "__defaults__", (file,))
    monkeypatch.setattr(report.write_report, "__defaults__", (tmp_path / "reports",))

    def invoke(answered, *options):
        monkeypatch.setattr(run.SetRunner, "run", lambda *_: answered)
        app = typer.Typer()
        app.command()(commands.evaluate)
        given = CliRunner().invoke(app, list(options))
        return given.exit_code, given.output

    return invoke


def test_the_command_fails_where_something_got_worse(ask, result, file):
    assert ask(set_of(result("a", "10")), "--update-baseline")[0] == 0
    assert ask(set_of(result("a", "10")))[0] == 0
    code, output = ask(set_of(result("a", "11")))
    assert code == 1
    assert "退步" in output
    assert ask(set_of(result("a", "11")), "--update-baseline")[0] == 0
    assert read_baseline(file)["one"].wrong_figures == 1


def test_the_command_tells_which_set_nothing_guards(ask, result):
    code, output = ask(set_of(result("a", "10")))
    assert code == 0
    assert "基线里还没有 one" in output
    assert "基线里还没有" not in ask(set_of(result("a", "10")), "--update-baseline")[1]


def test_the_command_tells_what_it_skips(ask):
    code, output = ask(SetResult("one", skipped="没有找到文件：corpus"))
    assert code == 0
    assert "跳过 one：没有找到文件" in output


def test_the_command_refuses_what_it_cannot_do(ask):
    code, output = ask(SetResult("one"), "--set", "two")
    assert code == 2
    assert "可选：one" in output
