"""Every rule by which an answer is judged."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fold import fold, holds
from eval.judge import figure_problems, judge, judge_reply
from eval.model import Outcome, Reply
from ingest.numbers import plain
from service.contract import Figure

CORRECT, WRONG, MISSED = Outcome.CORRECT, Outcome.WRONG, Outcome.MISSED
TEN = {"status": "answered", "value": "513.47", "unit": "万元"}


@pytest.mark.parametrize(
    ("value", "unit", "outcome", "wrong_figure"),
    [
        ("513.47", "万元", CORRECT, False),
        ("513.470", "万元", CORRECT, False),
        ("513.48", "万元", WRONG, True),
        ("-513.47", "万元", WRONG, True),
        ("5134700", "元", WRONG, False),  # the amount is right, the unit is not the one asked for
        ("5134701", "元", WRONG, True),
        ("513.47", "元", WRONG, True),
        ("513.47", "%", WRONG, True),
        ("513.47", "件", WRONG, True),
        ("1,513.47", "万元", WRONG, True),
        ("NaN", "万元", WRONG, True),
    ],
)
def test_headline_value_and_unit(question, answer, figure, value, unit, outcome, wrong_figure):
    verdict = judge(question(TEN, question="项目支出是多少万元"), answer(figure(value, unit)))
    assert (verdict.outcome, verdict.wrong_figure) == (outcome, wrong_figure)
    assert bool(verdict.problems) == (outcome is not CORRECT)


def test_the_same_money_in_another_unit_is_right_where_no_unit_is_asked_for(question, answer, figure):
    assert judge(question(TEN), answer(figure("5134700", "元"))).outcome is CORRECT
    assert judge(question(TEN), answer(figure("5134701", "元"))).outcome is WRONG
    assert judge(question(TEN, history=["换成万元"]), answer(figure("5134700", "元"))).outcome is WRONG


def test_only_the_headline_counts(question, answer, figure):
    assert judge(question(TEN), answer(figure("1"), figure("513.47"))).outcome is WRONG
    assert judge(question(TEN), answer(figure("513.47"), figure("1"))).outcome is CORRECT


@pytest.mark.parametrize(
    ("value", "right"), [("58.4", True), ("58.45", True), ("58.51", True), ("58.52", False)]
)
def test_tolerance_includes_its_edge(question, answer, figure, value, right):
    expect = {"value": "58.45", "unit": "%", "tol": "0.06"}
    assert (judge(question(expect), answer(figure(value, "％"))).outcome is CORRECT) == right


def test_tolerance_is_in_the_expected_unit(question, answer, figure):
    expect = {"value": "1.05", "unit": "亿元", "tol": "0.01"}
    asked = question(expect, question="折成亿元是多少")
    problems = judge(asked, answer(figure("10540", "万元"))).problems
    assert [problem.grave for problem in problems] == [False]


def test_percent_is_not_percentage_points(question, answer, figure):
    verdict = judge(question({"value": "3.2", "unit": "百分点"}), answer(figure("3.2", "%")))
    assert verdict.outcome is WRONG
    assert verdict.wrong_figure


def test_both_spellings_of_percentage_points_are_one_unit(question, answer, figure):
    told = answer(figure("3.2", "百分点"))
    assert judge(question({"value": "3.2", "unit": "个百分点"}), told).outcome is CORRECT
    assert judge(question({"value": "3.2", "unit": "%"}), told).outcome is WRONG


def test_a_lost_sign_is_told_as_such(question, answer, figure):
    verdict = judge(question({"value": "-160.24", "unit": "万元"}), answer(figure("160.24")))
    assert verdict.wrong_figure
    assert "符号相反" in verdict.problems[0].text


def test_an_answer_without_a_figure_is_wrong_but_shows_no_wrong_figure(question, answer):
    verdict = judge(question(TEN), answer(text="项目支出 513.47 万元"))
    assert (verdict.outcome, verdict.wrong_figure) == (WRONG, False)


@pytest.mark.parametrize("status", ["clarify", "no_answer", "out_of_scope"])
def test_not_answering_what_is_known_is_missed(question, answer, status):
    verdict = judge(question(TEN), answer(status=status))
    assert (verdict.outcome, verdict.wrong_figure) == (MISSED, False)


def test_a_question_that_could_not_be_asked_is_missed(question):
    verdict = judge_reply(question(TEN), Reply(None, 1.0, "HTTPStatusError: 500"))
    assert verdict.outcome is MISSED
    assert "500" in verdict.problems[0].text


@pytest.mark.parametrize(
    ("expected", "status", "outcome"),
    [
        ("no_answer", "no_answer", CORRECT),
        ("no_answer", "out_of_scope", MISSED),
        (["no_answer", "out_of_scope"], "out_of_scope", CORRECT),
        ("clarify", "clarify", CORRECT),
        ("clarify", "no_answer", MISSED),
        ("no_answer", "answered", WRONG),
        ("clarify", "answered", WRONG),
    ],
)
def test_status_alone(question, answer, expected, status, outcome):
    assert judge(question({"status": expected}), answer(status=status)).outcome is outcome


def test_a_figure_where_there_is_none_is_a_wrong_figure(question, answer, figure):
    assert judge(question({"status": "no_answer"}), answer(figure("1"))).wrong_figure
    assert not judge(question({"status": "no_answer"}), answer(text="有")).wrong_figure


def test_a_choice_of_status_judges_the_value_only_when_answered(question, answer, figure):
    expect = TEN | {"status": ["answered", "clarify"]}
    assert judge(question(expect), answer(status="clarify")).outcome is CORRECT
    assert judge(question(expect), answer(figure("1"))).outcome is WRONG


YEARS = {
    "values": [
        {"label": "2023", "value": "1", "unit": "万元"},
        {"label": "2024", "value": "2", "unit": "万元"},
    ]
}


def test_values_may_come_in_any_order_with_others_between(question, answer, figure):
    figures = [figure("2", year=2024), figure("9", year=2022), figure("1", year=2023)]
    assert judge(question(YEARS), answer(*figures)).outcome is CORRECT


@pytest.mark.parametrize(("tol", "outcome"), [("0.006", CORRECT), ("0.004", WRONG)])
def test_a_value_has_its_own_tolerance(question, answer, figure, tol, outcome):
    wanted = {"values": [{"label": "基本支出", "value": "364.98", "unit": "万元", "tol": tol}]}
    found = figure("3649750", "元", label="基本支出")
    assert judge(question(wanted), answer(found)).outcome is outcome


def test_swapped_values_are_found_out(question, answer, figure):
    verdict = judge(question(YEARS), answer(figure("2", year=2023), figure("1", year=2024)))
    assert verdict.outcome is WRONG
    assert len(verdict.problems) == 2


def test_a_missing_value_is_wrong(question, answer, figure):
    verdict = judge(question(YEARS), answer(figure("1", year=2023)))
    assert [problem.text for problem in verdict.problems] == ["缺少或不符：2024 2万元"]
    assert judge(question(YEARS), answer()).outcome is WRONG


def test_a_label_worded_otherwise_leaves_it_to_the_value(question, answer, figure):
    expect = {"values": [{"label": "出国", "value": "0.00", "unit": "万元"}]}
    assert judge(question(expect), answer(figure("0", label="因公出境费"))).outcome is CORRECT


def test_a_share_of_the_same_name_does_not_stand_for_the_amount(question, answer, figure):
    expect = {"values": [{"label": "基本支出", "value": "5", "unit": "万元"}]}
    figures = [figure("60", "%", label="基本支出占比"), figure("5", label="人员和公用")]
    assert judge(question(expect), answer(*figures)).outcome is CORRECT


def test_each_figure_stands_for_one_value(question, answer, figure):
    same = [{"label": label, "value": "1", "unit": "辆"} for label in ("轿车", "越野车")]
    once = answer(figure("1", "辆", label="公务用车"))
    twice = answer(figure("1", "辆", label="公务用车"), figure("1", "辆", label="特种车"))
    assert judge(question({"values": same}), once).outcome is WRONG
    assert judge(question({"values": same}), twice).outcome is CORRECT


def test_a_value_gives_way_to_one_with_less_choice(question, answer, figure):
    values = [
        {"label": "支出", "value": "1", "unit": "元"},
        {"label": "基本支出", "value": "1", "unit": "元"},
    ]
    figures = [figure("1", "元", label="基本支出"), figure("1", "元", label="项目支出")]
    assert judge(question({"values": values}), answer(*figures)).outcome is CORRECT


def test_all_and_any_substrings(question, answer):
    said = answer(text="主要原因是：（一）项目减少；（二）人员 退休。")
    assert judge(question({"all": ["项目减少", "人员退休"]}), said).outcome is CORRECT
    assert judge(question({"all": ["项目减少", "增资"]}), said).outcome is WRONG
    assert judge(question({"any": ["增资", "（二）人员"]}), said).outcome is CORRECT
    assert judge(question({"any": ["增资", "搬迁"]}), said).outcome is WRONG


def test_a_refusal_may_have_to_say_what_there_is(question, answer):
    expect = {"status": "no_answer", "all": ["2023"]}
    assert judge(question(expect), answer(status="no_answer", text="只有2023年度的。")).outcome is CORRECT
    assert judge(question(expect), answer(status="no_answer", text="没有。")).outcome is MISSED


def test_options_belong_to_a_question_back_only(question, answer):
    options = [{"label": "财政局", "question": "财政局一共花了多少"}]
    back = answer(status="clarify", text="哪个部门？", options=options)
    assert judge(question({"status": "clarify", "any": ["财政局"]}), back).outcome is CORRECT
    told = answer(text="哪个部门？", options=options)
    assert judge(question({"any": ["财政局"]}), told).outcome is WRONG


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("甲局最多，其次乙局、丙局", CORRECT), ("乙局、甲局、丙局", WRONG), ("甲局、乙局", WRONG)],
)
def test_order_in_the_text(question, answer, text, outcome):
    assert judge(question({"order": ["甲局", "乙局", "丙局"]}), answer(text=text)).outcome is outcome


def test_order_of_the_figures_decides_where_they_name_all(question, answer, figure):
    figures = [figure("3", entity="甲局"), figure("2", entity="乙局")]
    text = "乙局少于甲局"
    assert judge(question({"order": ["甲局", "乙局"]}), answer(*figures, text=text)).outcome is CORRECT
    assert judge(question({"order": ["乙局", "甲局"]}), answer(*figures, text=text)).outcome is WRONG


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("5.3%", "增长 15.3%", False),
        ("5.3%", "增长５.３％。", True),
        ("58.45", "5845", False),
        ("1234", "1,234.50", False),
        ("1234.5", "1,234.5 万元", True),
        ("10", "7、8、9、10", True),
        ("78", "7、8", False),
        ("2017-2019年", "2017—2019年", True),
        ("-3.2", "变动−3.2", True),
        ("支出", "⽀出", True),
        ("（一）", "", False),
        ("GDP", "gdp", True),
    ],
)
def test_folding_keeps_what_a_number_is(needle, text, found):
    assert holds(needle, text) == found


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False), st.sampled_from(["元", "千元", "万元", "亿元"])
)
def test_any_amount_agrees_with_itself_in_any_unit(amount, unit):
    yuan = {"元": 1, "千元": 10**3, "万元": 10**4, "亿元": 10**8}
    shown = Figure(label="", value=plain(amount), unit=unit, entity="", year=2023, stage="")
    problems = figure_problems(shown, amount * yuan[unit] / Decimal(10**4), "万元", Decimal(0))
    assert [problem.grave for problem in problems] == ([] if unit == "万元" else [False])


def test_page_of_the_headline_or_of_an_operand(question, answer, figure):
    operand = {"label": "项目支出", "value": "1", "unit": "万元", "citation": 1}
    by_operand = answer(figure("513.47", citation=0, inputs=[operand]), pages=(9, 4))
    assert judge(question(TEN), by_operand).page_right is True
    beside = answer(figure("513.47", citation=0), figure("1", citation=1), pages=(9, 4))
    assert judge(question(TEN), beside).page_right is False
    assert judge(question(TEN), answer(figure("513.47", citation=7))).page_right is False


def test_page_is_judged_apart_from_the_value(question, answer, figure):
    verdict = judge(question(TEN), answer(figure("513.47"), pages=(9,)))
    assert (verdict.outcome, verdict.page_right) == (CORRECT, False)


def test_page_of_another_file_does_not_count(question, answer, figure):
    asked = question(TEN, docs=["别的文件.pdf"])
    assert judge(asked, answer(figure("513.47"))).page_right is False


def test_file_names_agree_by_name_and_width(question, answer):
    asked = question({"any": ["是"]}, docs=["某市某局２０２３年度部门决算.PDF"])
    assert judge(asked, answer(text="是")).page_right is True


@pytest.mark.parametrize("rest", [{"status": "no_answer"}, {"status": "clarify"}])
def test_page_is_not_judged_where_nothing_was_answered(question, answer, rest):
    assert judge(question(TEN), answer(**rest)).page_right is None


def test_page_is_not_judged_where_no_answer_was_expected(question, answer, figure):
    assert judge(question({"status": "no_answer"}), answer(figure("1"))).page_right is None


def test_page_is_not_judged_where_none_is_expected(question, answer, figure):
    assert judge(question(TEN, page=[]), answer(figure("513.47"))).page_right is None


def test_pages_of_several_values_are_those_of_any_of_them(question, answer, figure):
    figures = [figure("1", year=2023, citation=0), figure("2", year=2024, citation=1)]
    assert judge(question(YEARS), answer(*figures, pages=(9, 4))).page_right is True
