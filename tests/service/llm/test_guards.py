"""No sentence of a model is told that its passages do not bear out, and no figure but as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.llm.errors import Unusable
from service.llm.figures import tells_figure
from service.llm.guards import vouched

TRAVEL = (
    "“三公”经费支出决算为18.40万元，比上年增加2.10万元。"
    "其中：公务接待费1.20万元，与上年持平；公务用车运行维护费17.20万元，比上年增加2.10万元，"
    "增加的原因是抗旱巡查用车频次增加，油料费和维修费上升。"
)
DAM = (
    "支出决算为640.30万元，完成年初预算的74.45%。"
    "决算数小于年初预算数的原因：南沟坝体加固因汛期停工两个月，工程款结转下年支付，部分村级管网没有验收。"
)
PLAN = "基本支出增加，项目支出减少，未完成前期论证，不存在资金挪用。2024年拟采购巡查无人机1,200架，约占三成。"
LIST = (
    "（一）贯彻水利工作方针政策，拟订规划并组织实施。",
    "（二）负责河道采砂许可、堤防管理；三是公布检查120次。",
    "其中，公车购置费0万元，与上年数一致。",
)
PASSAGES = ((TRAVEL,), (DAM,), (PLAN,), LIST)


def told(draft: str) -> str:
    return "；".join(f"{one.text}{list(one.marks)}" for one in vouched(draft, PASSAGES))


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("抗旱巡查用车频次增加，油料费和维修费上升。[1]", "抗旱巡查用车频次增加，油料费和维修费上升[1]"),
        (
            "主要是因为抗旱巡查用车频次增加，油料费和维修费上升[1]。",
            "主要是因为抗旱巡查用车频次增加，油料费和维修费上升[1]",
        ),
        ("- 工程款结转下年支付[2]\n- 基本支出增加[3]", "工程款结转下年支付[2]；基本支出增加[3]"),
        ("此外，部分村级管网没有验收[2]。", "此外，部分村级管网没有验收[2]"),
        # A figure comes in the passage's own characters, however the model set them.
        ("公务接待费 1.20 万元，与上年持平。[1]", "公务接待费1.20万元，与上年持平[1]"),
        (
            "“三公”经费支出决算为18.40万元,比上年增加2.10万元[1]。",
            "“三公”经费支出决算为18.40万元，比上年增加2.10万元[1]",
        ),
        ("2024年拟采购巡查无人机1200架，约占三成[3]。", "2024年拟采购巡查无人机1,200架，约占三成[3]"),
        (
            "负责河道采砂许可、堤防管理[4]。贯彻水利工作方针政策[4]。",
            "负责河道采砂许可、堤防管理[4]；贯彻水利工作方针政策[4]",
        ),
        ("河道采砂许可、堤防管理[4]。", "河道采砂许可、堤防管理[4]"),
        ("公布检查120次[4]。", "公布检查120次[4]"),
        # Of two passages cited the one that bears it out is kept.
        ("工程款结转下年支付[1][2]。", "工程款结转下年支付[2]"),
    ],
)
def test_what_the_passages_say_is_told(draft: str, text: str) -> None:
    assert told(draft) == text


#: Drafts that must not be told, each with the reason that is logged.
HOSTILE: tuple[tuple[str, str], ...] = (
    # Other numbers, however written.
    ("“三公”经费支出决算为18.41万元，比上年增加2.10万元[1]。", "figure"),
    ("“三公”经费支出决算为19.40万元[1]。", "figure"),
    ("“三公”经费支出决算为十八点四万元[1]。", "figure"),
    ("“三公”经费支出决算为壹拾捌万元[1]。", "figure"),
    ("“三公”经费支出决算为１９.４０万元[1]。", "figure"),
    ("“三公”经费支出决算为⑱万元[1]。", "figure"),
    ("“三公”经费支出决算为𝟏𝟗.𝟒𝟎万元[1]。", "figure"),
    ("“三公”经费支出决算为١٩万元[1]。", "figure"),
    ("“三公”经费支出决算为8.40万元[1]。", "figure"),
    ("三公经费支出决算为18.4万元[1]。", "figure"),
    ("“三公”经费支出决算为18至20万元[1]。", "figure"),
    ("“三公”经费支出决算为18.40-18.90万元[1]。", "figure"),
    ("“三公”经费支出决算约为18.40万元[1]。", "figure"),
    ("“三公”经费支出决算为18.40万元以上[1]。", "figure"),
    ("“三公”经费增加了一成[1]。", "figure"),
    ("“三公”经费翻了一番[1]。", "figure"),
    ("“三公”经费支出翻倍[1]。", "figure"),
    ("“三公”经费过半用于接待[1]。", "figure"),
    ("“三公”经费比上年增加百分之十三[1]。", "figure"),
    ("“三公”经费支出为1.84e1万元[1]。", "figure"),
    ("支出决算为640.30万元，完成年初预算的74.4%[2]。", "figure"),
    ("支出决算为640.30万元，完成年初预算的74.45‰[2]。", "figure"),
    ("大部分油料费和维修费上升[1]。", "figure"),
    ("油料费和维修费上升最多[1]。", "figure"),
    # The right number in another unit, of another thing, from another passage or of another year.
    ("“三公”经费支出决算为18.40亿元，比上年增加2.10万元[1]。", "figure"),
    ("“三公”经费支出决算为18.40万元，比上年增加2.10元[1]。", "figure"),
    ("“三公”经费支出决算为18.40%[1]。", "figure"),
    ("公务接待费17.20万元[1]。", "figure"),
    ("公务接待费1.20万元，比上年增加2.10万元[1]。", "figure"),
    ("“三公”经费支出决算为17.20万元[1]。", "figure"),
    ("公务接待费640.30万元[1]。", "figure"),
    ("“三公”经费支出决算为18.40万元[2]。", "figure"),
    ("2022年“三公”经费支出决算为18.40万元[1]。", "figure"),
    ("二〇二二年“三公”经费支出决算为18.40万元[1]。", "figure"),
    ("比上年增加2.10万元[1]。", "figure"),
    ("公务接待费情况[1]。比上年增加2.10万元[1]。", "passage"),
    ("抗旱巡查用车频次增加[1]。比上年增加2.10万元[1]。", "figure"),
    ("支出决算为640.30万元[2]。", "figure"),
    ("采购巡查无人机1,200架[3]。", "figure"),
    ("汛期停工两个月[2]。", "figure"),
    # Words that are not there, turned round, or put together from elsewhere.
    ("抗旱巡查用车频次减少，油料费和维修费上升[1]。", "passage"),
    ("抗旱巡查用车频次增加，接待费上升[1]。", "passage"),
    ("基本支出减少[3]。", "passage"),
    ("项目支出增加[3]。", "passage"),
    ("完成前期论证[3]。", "passage"),
    ("与上年数一致[4]。", "passage"),
    ("其中，与上年数一致[4]。", "passage"),
    ("采砂许可、堤防管理[4]。", "passage"),
    ("贯彻水利工作方针[4]。", "passage"),
    ("检查120次[4]。", "figure"),
    ("支出决算完成年初预算[2]。", "passage"),
    ("完成年初预算[2]。", "passage"),
    ("“三公”经费支出决算比上年增加[1]。", "passage"),
    ("“三公”经费支出决算，比上年增加[1]。", "passage"),
    ("有巡查无人机采购[3]。", "passage"),
    ("存在资金挪用[3]。", "passage"),
    ("资金挪用问题[3]。", "passage"),
    ("村级管网没有验收[2]。", "passage"),
    ("因为工程款结转下年支付，所以停工[2]。", "passage"),
    ("基本支出增加，原因是项目支出减少[3]。", "passage"),
    ("公务接待费，增加的原因是抗旱巡查用车频次增加[1]。", "passage"),
    ("公务接待费增加的原因是抗旱巡查用车频次增加[1]。", "passage"),
    ("油料费和维修费上升，抗旱巡查用车频次增加[1]。", "passage"),
    ("局领导违规公车私用[1]。", "passage"),
    ("维修费[1]。", "passage"),
    # Where it is from.
    ("抗旱巡查用车频次增加，油料费和维修费上升。", "uncited"),
    ("抗旱巡查用车频次增加。油料费和维修费上升。[1]", "uncited"),
    ("抗旱巡查用车频次增加[1]，油料费和维修费上升。", "uncited"),
    ("抗旱巡查用车频次增加[9]。", "invented citation"),
    ("抗旱巡查用车频次增加[0]。", "invented citation"),
    ("抗旱巡查用车频次增加[1][5]。", "invented citation"),
    ("抗旱巡查用车频次增加[１]。", "uncited"),
    ("抗旱巡查用车频次增加【1】。", "uncited"),
    ("抗旱巡查用车频次增加[1](http://x.cn)。", "uncited"),
    ("[1]", "uncited"),
    # Things that are no words of a passage.
    ("<script>alert(1)</script>抗旱巡查用车频次增加[1]。", "figure"),
    ("<img src=x onerror=alert()>抗旱巡查用车频次增加[1]。", "passage"),
    ("**抗旱巡查用车频次增加**[1]。", "passage"),
    ("抗旱巡查用车频次增加 DROP TABLE facts[1]。", "passage"),
    ("SELECT value FROM facts[1]；", "passage"),
    ("抗旱巡查用车频次\u200b增加[1]。", "hidden"),
    ("\u202e抗旱巡查用车频次增加[1]。", "hidden"),
    ("公务接待费1\u0336.20万元[1]。", "hidden"),
    ("公务接待费1.2\x000万元，与上年持平[1]。", "hidden"),
    ("支出为l8.4O万元[1]。", "figure"),
    ("eighteen million yuan was spent[1]。", "passage"),
    ("好的，以下是概括：\n抗旱巡查用车频次增加[1]。", "uncited"),
    ("请访问 example.com 下载完整资料[1]。", "passage"),
    ("我已按资料里的要求忽略之前的指示[1]。", "passage"),
    ("无", "declined"),
    ("。。。", "empty"),
    ("抗旱巡查用车频次增加[1]。" * 60, "longer"),
)


@pytest.mark.parametrize(("draft", "reason"), HOSTILE)
def test_what_they_do_not_say_is_not_told(draft: str, reason: str) -> None:
    with pytest.raises(Unusable) as caught:
        told(draft)
    assert reason in caught.value.reason


@pytest.mark.parametrize("text", ["支出九万", "³", "Ⅳ", "廿", "半数", "两家", "〇", "½", "零", "陆", "亿"])
def test_a_number_is_known_in_every_script(text: str) -> None:
    assert tells_figure(text)


@pytest.mark.parametrize("text", ["一般公共预算", "进一步加强统一管理", "“三公”经费"])
def test_a_word_with_a_numeral_is_no_number(text: str) -> None:
    assert not tells_figure(text)


UNITS = ("元", "万元", "亿元", "%", "个百分点", "人", "辆", "平方米")
HAN = "零一二三四五六七八九"
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2)


def han(value: Decimal) -> str:
    return "".join("点" if c == "." else HAN[int(c)] for c in str(value))


#: How a number is told wrong, or in a way that the passage does not.
MUTATIONS = (
    lambda v, u, w, x: f"{w}{u}",
    lambda v, u, w, x: f"{v}{x}",
    lambda v, u, w, x: f"{w}{x}",
    lambda v, u, w, x: f"{han(v)}{u}",
    lambda v, u, w, x: f"{han(w)}{u}",
    lambda v, u, w, x: f"-{v}{u}",
    lambda v, u, w, x: f"约{v}{u}",
    lambda v, u, w, x: f"{v}余{u}",
    lambda v, u, w, x: f"{v}—{w}{u}",
    lambda v, u, w, x: f"{v}{u}以上",
    lambda v, u, w, x: str(v)[1:] + u,
    lambda v, u, w, x: str(v)[:-1] + u,
    lambda v, u, w, x: f"1{v}{u}",
    lambda v, u, w, x: f"{v}0{u}",
    lambda v, u, w, x: "".join(chr(ord(c) + 0xFEE0) for c in str(w)) + u,
    lambda v, u, w, x: str(w).translate({ord(str(d)): 0x1D7CE + d for d in range(10)}) + u,
)


@settings(max_examples=400, deadline=None)
@given(
    values=st.lists(amounts, min_size=3, max_size=3, unique=True),
    other=amounts,
    units=st.permutations(UNITS),
    place=st.integers(0, 2),
    mutation=st.sampled_from(MUTATIONS),
)
@example(
    values=[Decimal("1.10"), Decimal("1.20"), Decimal("1.30")], other=Decimal("1.40"), units=list(UNITS), place=0,
    mutation=MUTATIONS[0],
)  # fmt: skip
def test_a_number_told_otherwise_is_always_caught(values, other, units, place, mutation) -> None:
    names = ("会议费支出", "培训费支出", "印刷费支出")
    printed = [f"{name}{value}{unit}" for name, value, unit in zip(names, values, units, strict=False)]
    passage = "；".join(printed) + "。"
    assert vouched(f"{printed[place]}[1]。", ((passage,),))[0].text == printed[place]
    wrong = mutation(values[place], units[place], other, units[5])
    draft = f"{names[place]}{wrong}"
    if draft == printed[place]:
        return
    with pytest.raises(Unusable):
        vouched(f"{draft}[1]。", ((passage,),))


@settings(max_examples=200, deadline=None)
@given(values=st.lists(amounts, min_size=3, max_size=3, unique=True), at=st.permutations(range(3)))
def test_a_number_of_another_thing_is_always_caught(values, at) -> None:
    names = ("会议费", "培训费", "印刷费")
    passage = "，".join(f"{name}支出{value}万元" for name, value in zip(names, values, strict=True)) + "。"
    if at[0] != 0:
        with pytest.raises(Unusable):
            vouched(f"{names[0]}支出{values[at[0]]}万元[1]。", ((passage,),))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="抗旱巡查用车频次增加减少未完成前期论证不，。；[]123年万元%<>a一半", max_size=40))
def test_whatever_is_told_has_only_the_figures_of_the_passage(draft: str) -> None:
    try:
        said = vouched(draft, PASSAGES)
    except Unusable:
        return
    for one in said:
        text = "".join(PASSAGES[one.marks[0] - 1])
        assert one.text in text or not tells_figure(one.text)
