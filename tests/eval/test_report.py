"""What a run found, counted and told."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from eval.judge import judge_reply
from eval.model import Reply, Result, SetResult
from eval.report import breakdown, report_of, show, write_report
from eval.tally import percentile, tally


@pytest.fixture
def report(result, question):
    attack = question({"any": ["<b>"]}, id="x", question="<script>alert(1)</script>", docs=[], page=[])
    crashed = Reply(None, 30.0, "ValueError: <i>")
    asked = SetResult(
        "one",
        ("a.pdf",),
        (
            result("a", "10"),
            result("b", "11", style="citizen", note="看第4页"),
            result("c", None, history=["先问的话"]),
            Result(attack, crashed, judge_reply(attack, crashed)),
        ),
    )
    return report_of(
        [asked, SetResult("two", skipped="没有找到文件：x")], "本进程", ["one：a 原来答对，现在不对"]
    )


def test_counts(report):
    count = tally(report.results)
    assert (count.total, count.correct, count.wrong, count.missed, count.wrong_figures) == (4, 1, 1, 2, 1)
    assert (count.pages_right, count.pages_judged) == (2, 2)
    assert (count.accuracy, count.wrong_figure_rate, count.page_rate) == (0.25, 0.25, 1.0)
    assert (count.p50, count.p95) == (12.0, 30.0)


def test_shares_of_nothing_are_none():
    count = tally([])
    assert (count.accuracy, count.wrong_figure_rate, count.page_rate, count.p50) == (None, None, None, 0.0)


def test_breakdown_counts_a_result_under_each_of_its_files(result):
    groups = breakdown(
        [result("a", "10", docs=["甲.pdf", "乙.pdf"]), result("b", "10", docs=[], style="noisy")]
    )
    assert {key: count.total for key, count in groups["文件"].items()} == {
        "甲.pdf": 1,
        "乙.pdf": 1,
        "（不引文件）": 1,
    }
    assert set(groups["问法"]) == {"staff", "noisy"}


@given(st.lists(st.floats(0, 10**6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_one_of_the_values_and_covers_its_share(values, rank):
    found = percentile(values, rank)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= rank * len(values)


def test_json_holds_everything(report, tmp_path):
    page = write_report(report, tmp_path / "reports")
    data = json.loads(page.with_suffix(".json").read_text("utf-8"))
    one, two = data["sets"]
    assert two["skipped"]
    assert data["worse"] == ["one：a 原来答对，现在不对"]
    assert [row["outcome"] for row in one["results"]] == ["correct", "wrong", "missed", "missed"]
    assert one["results"][1]["question"]["expect"]["value"] == "10"
    assert one["results"][1]["answer"]["figures"][0]["value"] == "11"
    assert one["results"][3]["error"] == "ValueError: <i>"
    assert data["total"]["wrong_figure_rate"] == 0.25


class Tags(HTMLParser):
    """Tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("src", "href")]


def test_the_page_stands_alone_and_escapes_what_it_shows(report, tmp_path):
    text = write_report(report, tmp_path).read_text("utf-8")
    seen = Tags()
    seen.feed(text)
    assert not seen.links
    assert not {"script", "link", "img", "i"} & set(seen.tags)
    assert "@import" not in text and "url(" not in text
    assert seen.tags.count("article") == 3


def test_the_page_says_what_was_expected_and_what_came(report, tmp_path):
    text = write_report(report, tmp_path).read_text("utf-8")
    for part in (
        "10万元",
        "11万元",
        "应为 10万元，实为 11万元",
        "看第4页",
        "先问的话",
        "跳过 two",
        "按题型",
        "按问法",
        "按文件",
    ):
        assert part in text, part


def test_the_console_shows_totals_skips_and_what_got_worse(report):
    console = Console(record=True, width=200, force_terminal=False)
    show(report, console)
    text = console.export_text()
    for part in ("one", "25.0%", "跳过 two：没有找到文件：x", "退步 one：a"):
        assert part in text
