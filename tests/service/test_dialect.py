"""Ways of speaking, slips and loose numerals turned into plain words; what only looks like them stays (口语转写)."""

from __future__ import annotations

import pytest

from service.read.daily_words import in_written_words
from service.read.dialect import in_plain_words
from service.read.question import read_question


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("培训花了好多钱", "培训花了多少钱"),
        ("接待用了好多，说说", "接待用了多少，说说"),
        ("有好多辆公车", "有多少辆公车"),
        ("租赁费25年跟24年一样吗", "租赁费25年比24年增加还是减少"),
        ("接待费三年累计多少", "接待费三年合计多少"),
        ("从2017年到2019年累计降了几成", "从2017年到2019年累计降了几成"),
        ("除了工程以外的采购", "除了政府采购工程支出以外的采购"),
        ("收入减支出", "收入比支出多多少"),
        ("伊拉今年用脱几钿", "伊拉今年用脱多少钱"),
        ("培训用脱多少钿", "培训用脱多少钱"),
        ("这笔钱用在撒子地方", "这笔钱用在什么地方"),
        ("买了啥子", "买了什么"),
        ("为啥子涨", "为什么涨"),
        ("咋个没用完", "为什么没用完"),
        ("咋个花的", "怎么花的"),
        ("公家的车有几部", "公车有几辆"),
        ("接待了几拨客人", "接待了几批次"),
        ("预算书里公帑一共多少", "预算里钱一共多少"),
        ("资讯网路维护", "信息网络维护"),
        ("旅游资讯中心", "旅游资讯中心"),
        ("2023年那医生们的工资", "2023年医生的工资"),
        ("接待了几批多少仁", "接待了几批次、多少人次"),
        ("会议费多少万园", "会议费多少万元"),
        ("有几个公园", "有几个公园"),
        ("防讯花了多少", "防汛花了多少"),
        ("2023年以经花了多少", "2023年实际花了多少"),
        ("难以经济核算", "难以经济核算"),
        ("入帐的罚款", "入账的罚款"),
        ("买了多少帐篷", "买了多少帐篷"),
    ],
)
def test_dialect_becomes_plain(said: str, meant: str) -> None:
    assert in_plain_words(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("二零一八年支出", "2018年支出"),
        ("二〇二三年支出", "2023年支出"),
        ("二○一九年支出", "2019年支出"),
        ("二O一七年支出", "2017年支出"),
        ("一七到一九年支出", "2017年到2019年支出"),
        ("一七一八一九三年支出", "一七年、一八年、一九年三年支出"),
        ("一百万以上的项目", "100万以上的项目"),
        ("2017、2018、二〇一九三年的预算", "2017、2018、2019年、三年的预算"),
    ],
)
def test_numerals_said_one_by_one_are_years(said: str, meant: str) -> None:
    assert read_question(said, 100) == meant


@pytest.mark.parametrize("text", ["二零零八年支出", "二十辆车", "一千二零三十"])
def test_other_numerals_stay(text: str) -> None:
    assert in_plain_words(text) == text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("支出张了多少", "支出涨了多少"),
        ("遇算多少", "预算多少"),
        ("解除了几家的协议", "解除几家的协议"),
        ("年初的时候，公路养护打算用多少钱", "年初预算，公路养护打算用多少钱"),
        ("下降金额多少", "下降金额多少"),
        ("绝算多少", "决算多少"),
        ("会议经废多少", "会议经费多少"),
        ("采够了什么", "采购了什么"),
        ("完成绿是多少", "完成率是多少"),
        ("涨了几个点", "涨了百分之几"),
        ("话钱最多的", "花钱最多的"),
        ("涨的源因", "涨的原因"),
    ],
)
def test_a_slip_is_read_as_the_word_it_sounds_like(said: str, meant: str) -> None:
    assert in_plain_words(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "只能用在哪里",
        "报告指出什么",
        "年之初的数",
        "智能化项目",
        "节约了多少",
        "主张了什么",
        "绿化支出",
        "几个点位",
    ],
)
def test_words_that_only_sound_like_the_trades_own_stay(text: str) -> None:
    assert in_plain_words(text) == text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("给小微的合同金额", "给小微企业的合同金额"),
        ("给小微企业的合同金额", "给小微企业的合同金额"),
        ("中小微企业合同金额", "中小微企业合同金额"),
        ("小微型企业", "小微型企业"),
        ("面向中小微企业", "面向中小微企业"),
    ],
)
def test_small_firms_are_said_short(said: str, meant: str) -> None:
    assert in_plain_words(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("项目支出/本年支出合计=?", "项目支出占本年支出合计的比例是多少"),
        ("基本支出 ÷ 总支出 = ？", "基本支出占总支出的比例是多少"),
        ("三公经费的口径？", "三公经费是什么意思"),
        ("机关运行经费的口径", "机关运行经费是什么意思"),
        ("人员经费+公用经费", "人员经费加公用经费"),
    ],
)
def test_marks_and_short_hand_are_said_in_words(said: str, meant: str) -> None:
    assert in_plain_words(said) == meant


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("买一辆公务车花了多少", "买一辆公务车花了多少"),
        ("购置两台公务用车花多少", "购置公务用车花多少"),
        ("买3辆轿车花了多少", "买轿车花了多少"),
        ("买了几辆公务车", "买了几辆公务车"),
        ("额，培训费多少", "培训费多少"),
        ("呃呃会议费多少", "会议费多少"),
        ("嗯，那啥，接待费多少", "接待费多少"),
        ("额度是多少", "额度是多少"),
        ("额定编制多少", "额定编制多少"),
        ("限额多少", "限额多少"),
        ("左括号款右括号", "款"),
    ],
)
def test_a_question_is_read_without_hums_and_numbers_within_a_name(said: str, read: str) -> None:
    assert read_question(said, 100) == read


#: Written by their sound; the last five are no slips.
@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2018念公车费用多少", "2018年公车费用多少"),
        ("一九念念初预算多少", "一九年年初预算多少"),
        ("会议费笔2022年多多少", "会议费比2022年多多少"),
        ("车费站了百分之几", "车费占了百分之几"),
        ("转来的占机成", "转来的占几成"),
        ("收人决算是多少", "收入决算是多少"),
        ("功用经费是多少", "公用经费是多少"),
        ("比上年曾加多少", "比上年增加多少"),
        ("两家一供有多少辆车", "两家一共有多少辆车"),
        ("占多大笔例", "占多大比例"),
        ("钱最多地三个科目", "钱最多的三个科目"),
        ("曾加入的组织", "曾加入的组织"),
        ("公益性岗位得补贴多少", "公益性岗位的补贴多少"),
        ("这笔2022年的钱", "这笔2022年的钱"),
        ("纪念末结的活动", "纪念末结的活动"),
        ("服务站比例多少", "服务站比例多少"),
        ("所得收入多少", "所得收入多少"),
        ("车站的比重", "车站的比重"),
    ],
)
def test_what_is_written_by_its_sound(said: str, read: str) -> None:
    assert in_plain_words(said) == read


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("用咗幾多錢", "用了多少钱"),
        ("邊個項目用得多", "哪个项目用得多"),
        ("點解多咗咁多", "为什么多了这么多"),
        ("有冇買新車", "有没有买新车"),
        ("公车还有几两", "公车还有几辆"),
        ("黄金有几两", "黄金有几两"),
        ("2022年底下单位谁花得多", "2022年下属单位谁花得多"),
        ("2022年底下拨多少", "2022年底下拨多少"),
    ],
)
def test_cantonese_and_words_heard_as_others(said: str, meant: str) -> None:
    assert read_question(said, 100) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("换成2019年呢", "2019年呢"),
        ("那改成上年呢", "上年呢"),
        ("换成2019年的旧设备", "换成2019年的旧设备"),
        ("甲局没花完、年底被财政收回去的钱有多少", "甲局被财政收回的钱有多少"),
        ("机关运行经费口径的差旅费", "机关运行经费里的差旅费"),
        ("统计口径的变化", "统计口径的变化"),
        ("甲局2023年的实际支出一共多少", "甲局2023年支出决算数一共多少"),
        ("甲局会议费，2023年实际支出多少", "甲局会议费，2023年实际支出多少"),
    ],
)
def test_daily_words_become_plain(said: str, meant: str) -> None:
    assert in_written_words(said) == meant
