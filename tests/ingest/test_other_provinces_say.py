"""Sentences of further disclosures, made up here: parts, stages, bases and years, and what only looks like them."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from ingest.cells import TOTAL
from ingest.model import Fund, Measure, Stage, Subject
from ingest.numbers import plain
from tests.ingest.sentences import told

PLAN, DONE = Stage.BUDGET, Stage.FINAL_ACCOUNTS
CODES = {"初中教育": "2050203", "小学教育": "2050202"}
SCHOOLS = {name: Subject("功能分类", name, code, "项") for name, code in CODES.items()}
LEVEL, OFF = "/持平 增减额 0", "/持平 与预算之差 0"


def cases(*rows: tuple[str, str] | ParameterSet) -> pytest.MarkDecorator:
    """Words with what is read from them, one test each."""
    return pytest.mark.parametrize(("text", "expected"), rows)


def wrong(*words: str, read: str) -> ParameterSet:
    """Words of which a figure is read wrongly so far."""
    return pytest.param(*words, marks=pytest.mark.xfail(strict=True, reason=f"read as {read}"))


def said(text: str, stage: Stage = DONE, known: dict[str, Subject] | None = None) -> str:
    """Every figure of a text in order, in 万元 where no unit stands: 「公务接待费 5；@2022 6；增减额 -1；车辆 2辆」.

    A name (with its part, 「/基本支出」) stands where another begins; a year other than 2023 and a stage other than the
    document's behind an @.
    """
    rows, last = [], ""
    for fact in told(text, stage=stage, known=known):
        name = fact.subject.name + ("" if fact.breakdown == TOTAL else f"/{fact.breakdown}")
        year = "" if fact.year == 2023 else f"@{fact.year}"
        at = "" if fact.stage is stage else f"@{fact.stage}"
        measure = "" if fact.measure in (Measure.AMOUNT, Measure.COUNT) else f"{fact.measure} "
        value = "" if fact.value is None else plain(fact.value) + fact.unit.removeprefix("万元")
        rows.append(f"{'' if name == last else name}{year}{at} {measure}{value}".strip())
        last = name
    return "；".join(rows)


@pytest.mark.parametrize("mark", ["，其中：", "。其中：", "，其中，", "（其中："])
@pytest.mark.parametrize("halves", [("基本支出", "项目支出"), ("人员经费", "公用经费")])
def test_halves_behind_an_item_are_of_the_item(mark: str, halves: tuple[str, str]) -> None:
    end = "）。" if "（" in mark else "。"
    text = f"初中教育（项）支出206.5万元{mark}{halves[0]}190.5万元，{halves[1]}16万元{end}"
    expected = f"初中教育 206.5；初中教育/{halves[0]} 190.5；初中教育/{halves[1]} 16"
    assert said(text, known=SCHOOLS) == expected


@cases(
    ("小学教育（项）支出100万元，其中：基本支出90万元。", "小学教育"),
    ("初中教育（项）支出206.5万元；小学教育（项）支出100万元，其中：基本支出90万元。", "小学教育"),
    ("小学教育（项）支出100万元。其中：基本支出90万元。", "小学教育"),
    ("路灯养护费20万元。小学教育支出100万元，其中：基本支出90万元。", "小学教育支出"),
)  # fmt: skip
def test_halves_of_an_item_that_no_table_knows(text: str, expected: str) -> None:
    assert said(text, known={"初中教育": SCHOOLS["初中教育"]}).endswith(
        f"{expected} 100；{expected}/基本支出 90"
    )


WHOLE = "2023年支出预算|2023年部门预算总支出|部门整体支出安排|我局支出|财政拨款支出|本站预算总支出|该中心部门预算总支出"


@pytest.mark.parametrize("whole", WHOLE.split("|"))
def test_halves_behind_the_whole_are_of_the_body(whole: str) -> None:
    text = f"{whole}500.6万元，其中：基本支出300.2万元，项目支出200.4万元。"
    assert said(text, PLAN).endswith(" 500.6；基本支出 300.2；项目支出 200.4")


@cases(
    ("初中教育（项）支出206.5万元，其中：基本支出190.5万元。本年支出合计500.6万元，其中：基本支出300.2万元。",
     "初中教育 206.5；初中教育/基本支出 190.5；本年支出合计 500.6；基本支出 300.2"),
    ("初中教育（项）支出206.5万元。按支出性质分：基本支出300.2万元，项目支出200.4万元。",
     "初中教育 206.5；基本支出 300.2；项目支出 200.4"),
    ("基本支出300.2万元，其中：初中教育（项）支出190.5万元；项目支出200.4万元。",
     "基本支出 300.2；初中教育 190.5；项目支出 200.4"),
    ("初中教育（项）支出206.5万元，其中：公务接待费3万元。", "初中教育 206.5；公务接待费 3"),
    ("初中教育（项）支出206.5万元，其中：基本支出190.5万元，比上年增加3万元，占92.25%。",
     "初中教育 206.5；初中教育/基本支出 190.5；增减额 3；占比 92.25%"),
    ("项目支出120万元，其中：工资福利支出30万元，商品和服务支出90万元。",
     "项目支出 120；工资福利支出/项目支出 30；商品和服务支出/项目支出 90"),
    ("项目支出120万元，基本支出300万元，其中：工资福利支出200万元。", "项目支出 120；基本支出 300；工资福利支出 200"),
    ("本年支出合计420万元，其中：工资福利支出200万元。", "本年支出合计 420；工资福利支出 200"),
)  # fmt: skip
def test_whose_parts_they_are(text: str, expected: str) -> None:
    assert said(text, known=SCHOOLS) == expected


BELOW = ("种子服务站预算总支出", "2023年种子服务站预算总支出")


@pytest.mark.parametrize("whole", [*BELOW, ("种子服务站2023年预算总支出")])
def test_parts_of_a_body_below_are_told_by_its_name(whole: str) -> None:
    text = f"{whole}80万元，其中：基本支出60万元。本年支出合计900万元，其中：基本支出700万元。"
    parts = "种子服务站预算总支出 80；种子服务站基本支出 60"
    assert said(text, PLAN) == f"{parts}；本年支出合计 900；基本支出 700"


@cases(
    ("公务用车购置及运行维护费60万元（其中：公务用车购置费20万元，比上年减少4万元；公务用车运行维护费40万元，"
     "比上年增加1万元），比上年减少3万元，下降4.76%。",
     "公务用车购置及运行维护费 60；公务用车购置费 20；增减额 -4；公务用车运行维护费 40；增减额 1；"
     "公务用车购置及运行维护费 增减额 -3；增减率 -4.76%"),
    ("公务接待费5万元（较上年减少1万元），培训费2万元。", "公务接待费 5；增减额 -1；培训费 2"),
    ("“三公”经费25万元（含公务接待费5万元），比上年减少2万元。", "“三公”经费 25；公务接待费 5；“三公”经费 增减额 -2"),
)  # fmt: skip
def test_a_change_in_brackets_is_of_the_part_told_there(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


@pytest.mark.parametrize("mark", ["，其中：", "。其中："])
@pytest.mark.parametrize("at", ["年初预算", "预算", "全年预算"])
def test_parts_are_at_the_stage_of_their_whole(mark: str, at: str) -> None:
    text = f"2023年度“三公”经费{at}为20万元{mark}公务接待费9万元，公务用车运行维护费11万元。"
    assert said(text) == f"“三公”经费@{at} 20；公务接待费@{at} 9；公务用车运行维护费@{at} 11"


@cases(
    ("，其中：公务接待费9万元。支出决算为18万元", "公务接待费@年初预算 9；“三公”经费 18"),
    ("，支出决算为18万元，其中：公务接待费8万元", "18；公务接待费 8"),
    ("，其中：公务接待费年初预算9万元，支出决算8万元", "公务接待费@年初预算 9；8"),
    ("。培训费支出2万元", "培训费 2"),
    ("，培训费支出2万元", "培训费 2"),
    ("，其中：公务接待费9万元，实际支出8万元", "公务接待费@年初预算 9；8"),
    ("，其中：公务接待费9万元；支出决算为18万元，其中：公务接待费8万元",
          "公务接待费@年初预算 9；“三公”经费 18；公务接待费 8"),
)  # fmt: skip
def test_a_stage_does_not_hold_for_what_is_no_part(text: str, expected: str) -> None:
    assert said(f"“三公”经费年初预算为20万元{text}。") == f"“三公”经费@年初预算 20；{expected}"


@cases(
    ("完成预算43万元的52.3%", "完成率 52.3%"),
    ("完成年初预算43万元的52.3%", "完成率 52.3%"),
    ("占年初预算的52.3%", "完成率 52.3%"),
    ("占预算的52.3%", "完成率 52.3%"),
    ("占公务接待费预算的52.3%", "完成率 52.3%"),
    ("占“三公”经费预算的52.3%", "占比 52.3%"),
    ("占“三公”经费支出的52.3%", "占比 52.3%"),
    ("占一般公共预算的52.3%", "占比 52.3%"),
    ("占总支出43万元的52.3%", "占比 52.3%"),
)
def test_a_share_of_its_own_budget_is_how_far_it_was_used(text: str, expected: str) -> None:
    found = said(f"公务接待费支出22.49万元，{text}。").split("；")
    assert (found[0], found[-1]) == ("公务接待费 22.49", expected)
    assert not {"43", "占总支出 43"} & set(found)


@pytest.mark.parametrize("whole", ["预算", "部门预算", "“三公”经费预算", "总预算"])
def test_a_share_of_a_budget_in_a_budget_is_a_share(whole: str) -> None:
    assert said(f"公务接待费预算9.8万元，占{whole}的49%。", PLAN) == "公务接待费 9.8；占比 49%"


@cases(
    ("比上年累计支出433万元减少33万元，下降7.62%", "@2022 433；增减额 -33；增减率 -7.62%"),
    ("比2022年度决算总支出433万元减少33万元", "@2022 433；增减额 -33"),
    ("比上年支出433万元减少33万元", "@2022 433；增减额 -33"),
    ("比上年减少支出33万元", "增减额 -33"),
    ("比上年决算减少33万元", "增减额 -33"),
    ("比上年累计支出减少33万元", "增减额 -33"),
    ("比上年预算增加3万元", "增减额 3"),
    ("比2022年预算安排增加3万元", "增减额 3"),
)
def test_the_figure_compared_with_is_last_years(text: str, expected: str) -> None:
    assert said(f"本年支出合计400万元，{text}。") == f"本年支出合计 400；{expected}"


@cases(
    ("“三公”经费支出25万元，与2022年“三公”经费总额27万元相比减少2万元。", "“三公”经费 25；@2022 27；增减额 -2"),
    ("“三公”经费支出25万元，与2022年“三公”经费总额27万元相比，下降7.41%。", "“三公”经费 25；@2022 27；增减率 -7.41%"),
    ("总收入750万元，比2022年度决算总收入742万元增加8万元。", "本年收入合计 750；@2022 742；增减额 8"),
    ("收入总计750万元，比2022年度决算总收入742万元增加8万元。", "收入总计 750；@2022 742；增减额 8"),
    ("“三公”经费支出27万元，与2022年“三公”经费总额27.4万元基本持平。", "“三公”经费 27；@2022 27.4"),
)  # fmt: skip
def test_a_named_account_of_last_year_is_the_base(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("base", ["与上年相比，", "比上年", "同比", "与2022年相比，"])
def test_changes_told_together_are_of_the_amounts_before(base: str) -> None:
    text = f"公务接待费3万元、培训费5万元，{base}分别减少1万元、2万元。"
    assert said(text, PLAN) == "公务接待费 3；培训费 5；公务接待费 增减额 -1；培训费 增减额 -2"


@cases(
    ("、会议费4万元，与上年相比，分别减少1万元、2万元", "会议费 4"),
    ("，会议费、差旅费比上年分别减少1万元、2万元", "会议费 增减额 -1；差旅费 增减额 -2"),
    (
        "，比年初预算分别减少1万元、2万元。会议费4万元",
        "公务接待费 与预算之差 -1；培训费 与预算之差 -2；会议费 4",
    ),
    (
        "，与年初预算相比，分别减少1万元、2万元。会议费4万元",
        "公务接待费 与预算之差 -1；培训费 与预算之差 -2；会议费 4",
    ),
    ("，分别占60%、40%", "公务接待费 占比 60%；培训费 占比 40%"),
    ("，分别完成预算的98%、97%", "公务接待费 完成率 98%；培训费 完成率 97%"),
)
def test_what_is_told_together_is_of_what_it_pairs_with(text: str, expected: str) -> None:
    assert said(f"公务接待费3万元、培训费5万元{text}。") == f"公务接待费 3；培训费 5；{expected}"


@cases(
    ("，比2019年减少4万元，下降44.44%", ""),
    ("，与2019年相比，减少4万元，下降44.44%", ""),
    ("。比2019年下降44.44%", ""),
    ("，比上年增加8万元，增长10%", ""),
    ("，比上年减少1万元，比2019年减少4万元", "；增减额 -1"),
    ("，比2022年减少4万元，下降44.44%", "；增减额 -4；增减率 -44.44%"),
    ("，比上年减少8万元", "；增减额 -8"),
    ("，比上年增加5万元", "；增减额 5"),
    ("，比上年增加3000元", "；增减额 3000元"),
)
def test_a_change_from_long_ago_or_beyond_the_amount_is_of_none(text: str, expected: str) -> None:
    assert said(f"公务接待费5万元{text}。", PLAN) == f"公务接待费 5{expected}"


@cases(
    ("，与上年持平；培训费2万元，与年初预算持平", f"公务接待费{LEVEL}；培训费 2；培训费{OFF}"),
    ("，培训费2万元，公务接待费与上年持平，培训费与年初预算持平", f"培训费 2；公务接待费{LEVEL}；培训费{OFF}"),
    ("，与预算持平，与上年相比减少1万元", f"公务接待费{OFF}；公务接待费 增减额 -1"),
    ("，与2023年度预算持平。培训费2万元", f"公务接待费{OFF}；培训费 2"),
    ("，与2022年度决算数持平。培训费2万元", f"公务接待费{LEVEL}；培训费 2"),
    ("，与2020年决算持平。培训费2万元", "培训费 2"),
    ("，力争低于或与上年持平。培训费2万元", "培训费 2"),
    ("，与全市平均水平持平。培训费2万元", "培训费 2"),
    ("，未与上年持平。培训费2万元", "培训费 2"),
)  # fmt: skip
def test_what_is_level_with_what(text: str, expected: str) -> None:
    assert said(f"公务接待费5万元{text}。") == f"公务接待费 5；{expected}"
    assert said("公务接待费5万元，与2022年度预算持平。", PLAN) == f"公务接待费 5；公务接待费{LEVEL}"


def test_reasons_end_before_the_next_account() -> None:
    text = (
        "农林水支出40万元，比上年减少5万元，主要原因是泵站完工；住房保障支出43万元，占4%；"
        "教育支出12万元，比上年增加2万元，主要原因是新增培训。"
    )
    assert said(text) == "农林水支出 40；增减额 -5；住房保障支出 43；占比 4%；教育支出 12；增减额 2"


@pytest.mark.parametrize(
    "reason", ["一是完工减少4万元；二是维修减少1万元", "完工；压减维修，减少1万元", "完工；下降3%"]
)
def test_reasons_in_a_list_are_of_no_account(reason: str) -> None:
    found = told(f"农林水支出40万元，比上年减少5万元，主要原因是{reason}。")
    assert [str(fact.value) for fact in found if fact.subject.name == "农林水支出"] == ["40", "-5"]


@cases(
    ("公务接待费5万元（上年为6万元），公务用车运行维护费8万元。", "公务接待费 5；@2022 6；公务用车运行维护费 8"),
    ("本年支出合计400万元（含补发2022年工资），其中：基本支出300万元。", "本年支出合计 400；基本支出 300"),
    ("公务接待费5万元，比上年减少1万元，主要原因是2022年承办会议较多；公务用车运行维护费8万元。",
     "公务接待费 5；增减额 -1；公务用车运行维护费 8"),
    ("2022年公务接待费6万元，培训费2万元。", "公务接待费@2022 6；培训费@2022 2"),
    ("2022年公务接待费6万元，本年公务接待费5万元。", "公务接待费@2022 6；5"),
    ("1.2022年公务接待费6万元；2.2023年培训费2万元。", "公务接待费@2022 6；培训费 2"),
    ("1.2022年公务接待费6万元；2.培训费2万元。", "公务接待费@2022 6；培训费 2"),
    ("（1）2022年公务接待费6万元；（2）培训费2万元。", "公务接待费@2022 6；培训费 2"),
)  # fmt: skip
def test_whose_year_it_is(text: str, expected: str) -> None:
    assert said(text) == expected


@cases(
    ("截至2022年底，共有车辆7辆，公务用车运行维护费14万元。公务接待费5万元。",
     "车辆@2022@执行 7辆；公务用车运行维护费 14；公务接待费 5"),
    ("截至2022年底，共有车辆7辆，其中公务用车3辆；2023年购置车辆2辆。",
     "车辆@2022@执行 7辆；公务用车@2022@执行 3辆；购置车辆 2辆"),
    ("事业编制20名，截至2022年底，在职人员18人。", "事业编制 20名；在职人员@2022@执行 18人"),
)  # fmt: skip
def test_what_there_is_at_a_day_is_of_that_day_and_no_spending(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


EARLY = "2023年上半年|上半年|2023年1-6月|1至9月|前三季度|一季度|2023年度上半年|2023年1—11月"
OTHER = ["2023年下半年", "第一季度", "1月至6月", "四季度", "截至6月底"]


@pytest.mark.parametrize("part", [*EARLY.split("|"), *((part) for part in OTHER)])
def test_figures_of_a_part_of_the_year_are_none_of_the_year(part: str) -> None:
    assert said(f"{part}，公务接待费支出2万元。全年公务接待费支出5万元。") == "公务接待费 5"


def test_a_part_of_the_year_within_a_sentence_is_no_figure_of_the_account() -> None:
    found = told("公务接待费5万元，其中上半年2万元。本单位上半年公务接待费支出2万元。")
    assert [str(fact.value) for fact in found if fact.subject.name == "公务接待费"] == ["5"]


@cases(
    ("比上年减支3万元", "增减额 -3"),
    ("比上年增支3万元", "增减额 3"),
    ("同比减3万元", "增减额 -3"),
    ("较上年减3万元，减37.5%", "增减额 -3；增减率 -37.5%"),
    ("同比增3万元", "增减额 3"),
    ("比上年下降-3%", "增减率 -3%"),
    ("比上年增长-3%", "增减率 -3%"),
)
def test_words_for_changes(text: str, expected: str) -> None:
    assert said(f"公务接待费5万元，{text}。", PLAN) == f"公务接待费 5；{expected}"


@pytest.mark.parametrize("words", ["同比减至5万元", "比上年减支至5万元", "同比增至5万元", "同比增减5万元"])
def test_what_a_change_comes_to_is_no_change(words: str) -> None:
    assert not [fact for fact in told(f"公务接待费{words}。", stage=PLAN) if fact.measure is Measure.CHANGE]


@cases(
    ("（二）公务接待费。2023年预算支出11万元，比上年预算减少1万元。", "公务接待费 11；增减额 -1"),
    ("（二）公务接待费。2023年预算支出11万元。本年预算支出500万元。", "公务接待费 11；本年支出合计 500"),
    ("（二）项目进展。2023年预算支出500万元。", "本年支出合计 500"),
    ("（一）基本支出。2023年预算支出300万元。", "基本支出 300"),
    ("总支出602万元，其中本年支出496万元，年末结转结余106万元。", "支出总计 602；本年支出合计 496；年末结转和结余 106"),
    ("总收入602万元，其中：本年收入500万元，上年结转102万元。", "收入总计 602；本年收入合计 500；年初结转和结余 102"),
    ("总支出602万元，其中：基本支出300万元，项目支出302万元。", "本年支出合计 602；基本支出 300；项目支出 302"),
    ("本年支出496万元，其中基本支出400万元。", "本年支出合计 496；基本支出 400"),
)  # fmt: skip
def test_what_of_the_whole_a_name_or_its_parts_say(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


@cases(
    ("共312批次，4228人次。", "公务接待 312批次；4228人次"),
    ("共312批次（其中外事0批次），4228人次。", "公务接待 312批次；外事 0批次；公务接待 4228人次"),
    ("共312批次（其中外事0批次，0人次），4228人次。", "公务接待 312批次；外事 0批次；0人次；公务接待 4228人次"),
    ("培训费1万元，共3批次、60人次。", "培训费 1"),
    ("接待312批次。培训费1万元，培训3批次。", "公务接待 312批次；培训费 1；培训 3批次"),
    ("接待312批次。培训费1万元，共3批次。", "公务接待 312批次；培训费 1"),
)  # fmt: skip
def test_guests_behind_the_money_for_them(text: str, expected: str) -> None:
    assert said(f"公务接待费2万元，{text}") == f"公务接待费 2；{expected}"


def _subject(name: str) -> Subject:
    (fact,) = told(f"{name}120万元。")
    return fact.subject


@pytest.mark.parametrize("dash", ["-", "—", "－"])
def test_a_code_with_a_dash_names_an_account_where_there_are_no_tables(dash: str) -> None:
    assert _subject(f"20105{dash}统计信息事务支出") == Subject("功能分类", "统计信息事务", "20105", "款")
    assert _subject(f"2013101{dash}行政运行") == Subject("功能分类", "行政运行", "2013101", "项")


OTHER_NAMES = (
    "公车运行维护费 公务用车运行维护费|公车购置费 公务用车购置费|车辆运行维护费 公务用车运行维护费"
    "|公务接待经费 公务接待费|基金预算收入 政府性基金预算财政拨款收入|财政专户核拨 财政专户管理资金收入"
    "|其他来源收入 其他收入|收入总数 收入总计|年初结转 年初结转和结余|一般商品和服务支出 商品和服务支出"
    "|教育支出类科目 教育支出|教育类支出 教育支出"
)
NO_NAMES = (
    "信息系统运行维护费|特种车辆运行维护费|公共自行车运行维护费|商务接待费|办公车位租赁费|临川小学教育|公车站台改造"
    "|因公出国留学人员资助|小学教育类图书|20105统计信息事务|2023-路灯改造|31005-泵站改造|0205-泵站改造"
)


@cases(
    *((row.split()[0], row.split()[1]) for row in OTHER_NAMES.split("|")),
    ("公务车辆运行维护费", "公务用车运行维护费"),
)
def test_accounts_by_their_other_names(text: str, expected: str) -> None:
    assert _subject(text).name == expected


@pytest.mark.parametrize("name", [*NO_NAMES.split("|"), ("国道G210-云川段养护")])
def test_names_that_look_like_accounts_are_none(name: str) -> None:
    assert _subject(name).kind in ("其他", "项目")


def _funds(text: str) -> set[Fund]:
    return {fact.fund for fact in told(text)}


@pytest.mark.parametrize("name", ["公务接待费", "机关运行经费", "“三公”经费"])
def test_accounts_paid_from_appropriations_by_what_they_are(name: str) -> None:
    assert _funds(f"{name}5万元，比上年减少1万元，完成年初预算的98%。") == {Fund.APPROPRIATION}
    assert _funds(f"与上年相比，{name}减少1万元。与年初预算相比，{name}减少1万元。") == {Fund.APPROPRIATION}
    assert _funds(f"一般公共预算安排的{name}5万元，比上年减少1万元。") == {Fund.GENERAL}
    assert _funds(f"{name}一般公共预算财政拨款决算5万元。") == {Fund.GENERAL}


@pytest.mark.parametrize("name", ["培训费", "本年支出合计", "基本支出", "路灯养护费"])
def test_others_are_of_all_money(name: str) -> None:
    assert _funds(f"{name}5万元，比上年减少1万元。") == {Fund.ALL}
