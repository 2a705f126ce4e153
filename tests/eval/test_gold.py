"""The scorer of known facts: what counts as the same figure, what is told as missed or wrong, what got worse."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from eval.cell_account import CellAccount, LostCell, account_of
from eval.errors import BadBaseline, BadFacts
from eval.gold import FACTS, Gold, GoldFact, load_gold
from eval.gold_baseline import (
    FactsBaseline,
    fact_regressions,
    facts_baseline_of,
    read_facts_baseline,
    write_facts_baseline,
)
from eval.gold_match import differing, names_of
from eval.gold_names import canonical
from eval.gold_report import facts_as_json, field_counts, miss_line, stray_line
from eval.gold_run import run_facts, why_no_facts
from eval.gold_score import score
from eval.sets import QuestionSet
from ingest.fates import Fate
from ingest.model import (
    Cell,
    Document,
    Fact,
    Flow,
    Fund,
    Kind,
    Line,
    Measure,
    Misread,
    Origin,
    Reading,
    Source,
    Stage,
    Subject,
    Table,
)
from ingest.settings import Settings

DOC = "某市某局2024年度部门决算.pdf"


def gold(**rest: Any) -> GoldFact:
    row: dict[str, Any] = {
        "doc": DOC, "page": 5, "statement": "支出表", "code": "", "subject": "合计", "breakdown": "项目支出",
        "stage": "决算", "year": 2024, "fund": "全部资金", "measure": "金额", "value": "12.50", "unit": "万元",
        "entity": "某市某局", "origin": "cell",
    }  # fmt: skip
    return GoldFact.model_validate(row | rest)


def fact(**rest: Any) -> Fact:
    made = Fact(
        "某市某局", 2024, Stage.FINAL_ACCOUNTS, "支出表", Fund.ALL, Flow.EXPENDITURE, Subject("支出结构", "项目支出"),
        "合计", Measure.AMOUNT, Decimal("12.50"), "万元", Decimal(125000), Origin.CELL,
        Source(5, (0.0, 0.0, 1.0, 1.0), "支出决算表", "合计", "项目支出"),
    )  # fmt: skip
    return replace(made, **rest)


def differs(known: GoldFact, found: Fact, *others: GoldFact) -> tuple[str, ...]:
    return differing(known, found, names_of([known, *others]))


def test_the_total_of_a_column_is_the_account_of_the_column():
    assert differs(gold(), fact()) == ()
    assert differs(gold(), fact(subject=Subject("支出结构", "基本支出"))) == ("科目",)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"value": Decimal("12.5")}, "数值"),
        ({"unit": "元"}, "单位"),
        ({"year": 2023}, "年度"),
        ({"stage": Stage.BUDGET}, "阶段"),
        ({"fund": Fund.GENERAL}, "资金"),
        ({"measure": Measure.SHARE}, "度量"),
        ({"entity": "某市另一局"}, "主体"),
        ({"statement": "收入表"}, "表"),
        ({"breakdown": "约数"}, "约数"),
    ],
)
def test_every_field_counts(change, field):
    assert differs(gold(), fact(**change)) == (field,)


@pytest.mark.parametrize(
    ("printed", "name"),
    [("财政拨款", "财政拨款收入"), ("1.一般公共预算资金", "一般公共预算财政拨款收入"),
     ("其中：运行费", "公务用车运行维护费"), ("医疗卫生与计划生育支出", "卫生健康支出"), ("办公费（款）", "办公费")],
)  # fmt: skip
def test_printed_words_and_accounts_meet_in_the_tables(printed, name):
    assert canonical(printed) == canonical(name)


def test_words_that_repeat_the_fund_are_no_part_of_a_name_but_only_of_that_fund():
    assert canonical("一般公共预算财政拨款支出", Fund.GENERAL) == canonical("本年支出合计")
    assert canonical("一般公共预算财政拨款支出", Fund.ALL) != canonical("本年支出合计")
    assert canonical("政府采购货物预算") == canonical("政府采购货物支出")


def test_one_amount_of_both_sides_is_either_side_and_nothing_else():
    both = gold(
        subject="收入支出总计", breakdown="合计", origin="sentence", statement="", quote="某局收入支出总计"
    )
    said = fact(
        origin=Origin.SENTENCE,
        statement="",
        source=Source(5, (0, 0, 1, 1), quote="某局收入支出总计12.50万元。"),
    )
    assert differs(both, replace(said, subject=Subject("总额", "支出总计"))) == ()
    assert differs(both, replace(said, subject=Subject("总额", "本年支出合计"))) == ("科目",)


def test_total_beside_three_public_expenses_is_wider_than_they():
    wide = gold(statement="三公经费表", breakdown="合计", fund="一般公共预算")
    narrow = gold(statement="三公经费表", subject="“三公”经费", breakdown="合计", value="3.00")
    three = fact(statement="三公经费表", subject=Subject("三公经费", "“三公”经费"), fund=Fund.APPROPRIATION)
    assert differs(wide, three) == ()
    assert differs(wide, three, narrow) == ("科目",)


def test_an_income_account_is_itself_the_money_that_it_counts():
    known = gold(statement="收入表", breakdown="财政拨款收入", fund="财政拨款")
    found = fact(statement="收入表", subject=Subject("收入来源", "财政拨款收入"), flow=Flow.INCOME)
    assert differs(known, found) == ()
    assert differs(known, replace(found, subject=Subject("收入来源", "事业收入"))) == ("科目", "资金")


def test_a_code_that_is_printed_must_be_the_code():
    known = gold(code="2010301", subject="行政运行", breakdown="合计")
    named = Subject("功能分类", "行政运行", "2010301")
    assert differs(known, fact(subject=named)) == ()
    assert "编码" in differs(known, fact(subject=replace(named, code="2010401")))


def test_names_above_must_be_held():
    known = gold(subject="办公设备购置", breakdown="合计", path=["货物A", "信息化项目"])
    found = fact(subject=Subject("政府采购", "办公设备购置", path=("信息化项目",)))
    assert differs(known, found) == ()
    assert differs(known, replace(found, subject=Subject("政府采购", "办公设备购置"))) == ("上级",)


def test_the_money_line_of_a_project_is_its_project_and_of_no_other():
    known = gold(subject="年度资金总额", breakdown="合计", path=["绿化养护"], statement="绩效自评表")
    source = Source(5, (0, 0, 1, 1), "", "预算执行情况 年度资金总额", "")
    found = fact(subject=Subject("项目", "绿化养护"), statement="绩效自评表", source=source)
    assert differs(known, found) == ()
    assert differs(known, replace(found, subject=Subject("项目", "道路养护"))) == ("科目", "上级")


def test_a_declaration_is_of_the_account_that_its_words_name():
    known = gold(
        subject="政府性基金预算财政拨款收入和支出", breakdown="合计", value=None, unit="", origin="declaration",
        statement="", fund="政府性基金",
    )  # fmt: skip
    found = fact(
        subject=Subject("总额", "政府性基金预算财政拨款支出"), value=None, unit="", yuan=None,
        origin=Origin.DECLARATION, statement="", fund=Fund.GOVERNMENT_FUND,
    )  # fmt: skip
    assert differs(known, found) == ()
    assert differs(known, replace(found, subject=Subject("总额", "国有资本经营预算财政拨款支出"))) == (
        "科目",
    )


def scored(known: list[GoldFact], found: list[Fact], pages: frozenset[int] = frozenset({5})):
    return score(Gold(tuple(known), {DOC: pages}), {DOC: found})


def test_one_fact_answers_one_known_fact():
    twice = [gold(), gold(subject="商品和服务支出", code="302")]
    result = scored(twice, [fact()])
    assert [pair.right for pair in result.pairs] == [True, False]
    assert result.pairs[1].fact is None


def test_the_better_agreement_goes_first():
    known = [gold(year=2023), gold()]
    result = scored(known, [fact(), fact(year=2022)])
    assert [pair.differs for pair in result.pairs] == [("年度",), ()]


def test_a_fact_that_nobody_knows_is_wrong_on_a_whole_page_only():
    other = fact(value=Decimal("99.00"))
    assert scored([gold()], [fact(), other]).strays[0].fact == other
    assert scored([gold()], [fact(), other], frozenset()).strays == ()


def test_a_fact_that_is_told_twice_is_not_wrong():
    result = scored([gold()], [fact(), fact()])
    assert result.strays == ()
    assert len(result.judged) == 2


def test_fields_misses_and_json_tell_where_they_differ():
    result = scored([gold(), gold(value="7.00")], [fact(year=2023)])
    assert field_counts(result.pairs)["年度"] == (0, 1)
    assert field_counts(result.pairs)["数值"] == (1, 2)
    assert "[年度]" in miss_line(result.pairs[0])
    assert miss_line(result.pairs[1]).endswith("无")
    assert "[年度]" in stray_line(result.strays[0])
    rows = json.loads(json.dumps(facts_as_json(result, CellAccount({}, ())), ensure_ascii=False))
    assert (rows["gold"], rows["found"], rows["judged"], rows["wrong"]) == (2, 0, 1, 1)


def test_a_lost_fact_a_wrong_one_and_a_lost_cell_are_regressions():
    lost = LostCell(DOC, 5, "表", "9", Fate.SILENT, "")
    good = facts_baseline_of(scored([gold()], [fact()]), CellAccount({}, ()))
    bad = facts_baseline_of(scored([gold()], [fact(year=2023)]), CellAccount({}, (lost,)))
    assert fact_regressions(good, good) == fact_regressions(bad, None) == ()
    assert len(fact_regressions(bad, good)) == 3
    assert fact_regressions(good, bad) == ()


def test_a_kept_baseline_comes_back_and_a_broken_one_is_told(tmp_path):
    file = tmp_path / "baseline.json"
    assert read_facts_baseline(file) is None
    kept = FactsBaseline(found={"a|cell": 3}, wrong={}, lost_cells=1)
    write_facts_baseline(kept, file)
    assert read_facts_baseline(file) == kept
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(BadBaseline):
        read_facts_baseline(file)


def test_a_bad_line_is_told_with_its_place(tmp_path):
    (tmp_path / "complete.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps({"doc": DOC}), encoding="utf-8")
    with pytest.raises(BadFacts, match=r"a\.jsonl 第2行"):
        load_gold(tmp_path)


def test_the_known_facts_of_the_project_hold_and_their_whole_pages_have_facts_or_none():
    known = load_gold()
    assert len(known.facts) > 2400
    assert set(known.complete) == set(known.files)
    readme = (FACTS / "README.md").read_text(encoding="utf-8")
    assert all(name.removesuffix(".pdf") in readme for name in known.files)


def test_without_the_documents_the_facts_are_not_scored(monkeypatch, tmp_path):
    known = Gold((gold(),), {})
    absent = QuestionSet("budgets", tmp_path / "q", (), ("{corpus}/*.pdf",))
    assert "没有找到文件" in why_no_facts(known, absent)
    assert DOC in why_no_facts(known, replace(absent, missing=(), documents=(tmp_path / "别的.pdf",)))
    assert why_no_facts(known, replace(absent, missing=(), documents=(tmp_path / DOC,))) == ""
    monkeypatch.setenv("MINGBAI_CORPUS", str(tmp_path))
    assert run_facts(Settings()).skipped


def cell(text: str, row: int, column: int) -> Cell:
    return Cell(
        text,
        1,
        (column * 10.0, row * 10.0, column * 10.0 + 9, row * 10.0 + 9),
        row,
        column,
        row + 1,
        column + 1,
    )


def test_every_numeric_cell_is_accounted_for():
    texts = [
        ["科目编码", "科目名称", "合计"],
        ["栏次", "", "1"],
        ["201", "一般公共服务支出", "12.50"],
        ["20103", "政府办公厅事务", "7.00"],
        ["2010301", "行政运行", "3.00"],
    ]
    cells = tuple(cell(text, r, c) for r, row in enumerate(texts) for c, text in enumerate(row))
    caption = (Line("单位：万元", 1, (0, 0, 1, 1), (0.0,) * 5, (1.0,) * 5),)
    table = Table(1, "支出决算表", caption, (), cells, 5, 3, (1,))
    first, second, third = (c for c in cells if c.column == 2 and c.row >= 2)
    told = fact(source=Source(1, first.box))
    document = Document("d", DOC, "", "", "", (), "", "", 2024, Kind.FINAL_ACCOUNTS, 1)
    account = account_of(
        [Reading(document, (table,), (told,), (), (Misread(1, second.box, "7.00", "看不懂"),))]
    )
    assert account.counts == {"读成数字": 1, "列为没读懂": 1, "漏掉": 1, "编码": 3, "序号、栏次": 1}
    assert [(one.text, one.fate) for one in account.lost] == [
        ("7.00", Fate.MISREAD),
        (third.text, Fate.SILENT),
    ]
    assert account.figures == 3


def test_of_several_totals_of_a_project_the_row_says_which():
    project = {
        "subject": "年度资金总额",
        "breakdown": "合计",
        "path": ["甲项目", "项目资金"],
        "statement": "绩效目标表",
    }
    row = Source(5, (0.0, 0.0, 1.0, 1.0), "绩效目标表", "项目资金 资金总额 年度资金总额", "")
    found = fact(subject=Subject("项目", "甲项目"), statement="绩效目标表", source=row)
    assert differs(gold(**project), found) == ()
    assert differs(gold(**{**project, "subject": "资金总量"}), found) == ("科目",)
    whole = replace(found, breakdown="资金总额", source=replace(row, row="项目资金 资金总额"))
    assert differs(gold(**{**project, "subject": "资金总额"}), whole) == ()
    assert differs(gold(**project), whole) == ("科目",)


def test_a_part_of_a_balance_is_printed_by_its_fund_alone():
    part = Subject("结转结余", "上年结转（专户管理资金）", path=("上年结转",))
    found = fact(subject=part, flow=Flow.BALANCE, statement="收支总表")
    printed = {"breakdown": "合计", "statement": "收支总表", "side": "收入"}
    assert differs(gold(**printed, subject="专户管理资金"), found) == ()
    assert differs(gold(**printed, subject="单位资金"), found) == ("科目",)


def test_a_rough_figure_of_a_cell_keeps_the_heading_of_its_column():
    row = Source(5, (0.0, 0.0, 1.0, 1.0), "自评表", "办理案件", "实际完成值")
    found = fact(subject=Subject("业务量", "办理案件"), breakdown="约数", source=row)
    assert differs(gold(subject="办理案件", breakdown="实际完成值", approx=True), found) == ()
    assert differs(gold(subject="办理案件", breakdown="年初目标值", approx=True), found) == ("分项",)
