"""A question that was not understood, heard once more with its slips of the pen put right (再听一遍).

Only what found no answer is read again: 「电废」 as 电费, 「科木」 as 科目. Two characters are a slip where one is the
word's own and the other sounds like it, or where they are the word's in the wrong order, and they are no word of
their own. The answer says how it was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.read.clauses import clauses
from service.read.counts_named import in_counts
from service.read.dialect import is_slip
from service.read.examples_said import without_examples
from service.read.misspelt import Slip, read_as
from service.read.remarks import without_remarks

_SPELT = (
    "科目 项目 三公 公车 公用 公共 公开 服务 用车 用于 用途 用来 打算 资金 目标 水费 电费 差旅 印刷 邮电 "
    "物业 租赁 委托 福利 工会 交通 办公 设备 购置 基金 财政 拨款 结转 结余 执行 完成 增长 减少 人员 车辆 "
    "绩效 年初 年末 街道 退休 津贴 公积 住房 医疗 教育 养老 保险 卫生 城管 政府 部门 单位 机关 运行 维护 "
    "维修 明细 合计 总计 占比 比重 预算 决算 支出 收入 经费 采购 编制 接待 培训 会议 补贴 工资 奖金 职能 "
    "补偿 补助 应急 垃圾 环卫 绿化 道路 公厕 投诉 热线 收到 费用 各项 几项 三项 项级 款级 类级 金额 万元 "
    "亿元 拨付 取暖 采暖 承办 多少 一共 里面 排序 最少 百分 改进 下设 几个 "
)
SPELT = tuple(_SPELT.split())
#: Words of their own, and neighbours that belong to two words (一般公共, 社会保障和计划), which only sound so.
_NO_SLIPS = (
    "款计 自行 直行 智能 只能 质能 指出 制出 之出 子出 知出 共用 供用 租房 筑房 公厕 公会 公鸡 公祭 共车 近年 "
    "进年 那些 明晰 分居 氯化 勇于 用语 用与 用土 用测 围护 应激 应及 应级 应机 应计 应技 应记 应积 应基 "
    "借道 接道 洁道 保鲜 税费 水肥 城关 城管 城馆 三年 山年 上公 善公 商公 般公 版公 政复 政服 政副 政负 "
    "政附 程管 称管 成管 微生 为生 位生 危生 未生 围生 务业 无业 有电 由电 和计 何计 合机 合技 合集 会依 "
    "会以 会一 会已 会意 值金 际金 积金 计金 级金 及金 共资 供资 公资 工智 工质 工指 工制 工职 资经 资进 "
    "购支 购资 济效 际效 镇长 政长 整长 止出 自出 至出 职行 制行 指行 支行 资行 织行 治能 置能 知能 置行 "
    "至行 级关 机管 及关 济关 际关 急关 记关 付利 复利 人原 公及 公积 供共 供开 工开 结与 接转 交同 中计 "
    "位托 年出 年处 年除 一元 以元 经年 金年 去年 技金 剂金 集金 会移 会议 街到 到路 道路 教与 物也 设保 "
    "舍保 为护 为修 位修 未修 向级 乡级 最小 最早 会计 惟护 单为 人源 政法 增涨 解道 用余 用鱼 车量 编织 "
    "工共 最烧 多烧 最收 医共 立面 理面 力面 里边 最小 白粉 该进 下社 下射 机个 夏设 起个 已共 以共 "
    "辆车 来用 车用 用公 员人 面里 少多 项三 项各 项几 个几 共一 电邮 用费 位单 于用 元万 设下 级项 级款 级类 公三 "
)
_REAL = frozenset(_NO_SLIPS.split())


def heard_again(
    text: str,
    ask: Callable[[Sequence[str], str], Answer],
    conversations: Conversations,
    conversation: str,
    before: Talk,
    slips_printed: Callable[[str], Sequence[Slip]] = lambda text: (),
) -> Answer:
    """The answer to a text, or to the text as it was meant, where the text itself finds none.

    ``ask`` takes the clauses of a text and the text, ``before`` are the turns that stood before it; ``slips_printed``
    gives the slips of a text by what the asked documents print.
    """
    answer = ask(clauses(text), text)
    counts = _COUNTS.search(text) is not None and not any(_is_count(f.unit) for f in answer.figures)
    counts = counts or _is_unheard_money(answer, text)
    # The only body of a place that is asked back may know.
    of_whom = len(answer.options) == 1 and not answer.plan.get("entity")
    asked_back = answer.status is Status.CLARIFY and not of_whom
    if asked_back or (_is_whole(answer) and not counts):
        return answer
    meant, slips = respelt(text)  # only now: the readings of characters take a while to load
    for slip in slips_printed(meant):
        meant, slips = meant.replace(slip.typed, slip.meant, 1), (*slips, (slip.typed, slip.meant))
    plain = without_remarks(meant)
    for reading in dict.fromkeys((meant, plain, without_examples(plain), in_counts(plain))):
        if reading == text:
            continue
        if conversations.talk(conversation)[-1:] != before[-1:]:
            conversations.take_back(conversation)
        again = ask(clauses(reading), reading)
        if counts or (_is_whole(again) and (reading == meant or not _is_assumed(again, reading))):
            return again.model_copy(update={"notes": [*read_as(slips), *again.notes]})
    return answer


#: The beginning of a word for money, and no end of it: 补住, 经肥.
_SPOILT = regex(
    r"(?:补(?![助贴偿充齐发缴习办休完录选上中给])|津(?!贴)|资(?![金产料助源格质讯本深])|经(?![费济营过常办开手理典历])|拨(?![款付出下]))[\u4e00-\u9fff]"
)


_GIVEN = regex("(?:发|拨|给|付|领)[^，。？,?]{0,6}(?:多少|几多)")


def _is_unheard_money(answer: Answer, text: str) -> bool:
    """Whether only things were counted where a word for money may be misspelt: 「移民补住发了多少」."""
    return (
        answer.status is Status.ANSWERED
        and bool(answer.figures)
        and all(_is_count(figure.unit) for figure in answer.figures)
        and _SPOILT.search(text) is not None
        and _GIVEN.search(text) is not None
        and not _BESIDE_MONEY.search(text)
    )


#: Asks for things by their measure words, whatever money there is.
_BESIDE_MONEY = regex(r"(?:多少|几)[个名人位户家次件批辆台套所座条]")


def _is_assumed(answer: Answer, text: str) -> bool:
    """Whether the whole expenditure was taken where the text says nothing of it: the remark may have named less."""
    subject = answer.plan.get("subject") if answer.plan else None
    named = subject.get("name") if isinstance(subject, dict) else ""
    return named == "本年支出合计" and not re.search("一共|总|合计|全部", text)


def _is_count(unit: str) -> bool:
    """Whether a unit is one of things, which 「几太」 (几台) may be answered in."""
    return not unit.endswith("元") and unit not in ("%", "个百分点", "倍")


def _is_whole(answer: Answer) -> bool:
    """Whether all that was asked is answered."""
    return answer.status is Status.ANSWERED and "没有在" not in answer.answer


def respelt(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with its slips put right, and each slip with the word that it stands for."""
    slips: list[tuple[str, str]] = []
    for pattern, right in _BY_SOUND:
        for said in dict.fromkeys(pattern.findall(text)):
            slips.append((said, said.translate(right)))
            text = text.replace(*slips[-1])
    place = 0
    while place < len(text) - 1:
        run = text[place : place + 2]
        word = _word_for(run)
        if word is not None and not _within_words(text, place):
            text = text[:place] + word + text[place + 2 :]
            slips.append((run, word))
        place += 1
    return text, tuple(dict.fromkeys(slips))


#: Measure words as they sound, behind what asks how many; 得 for 的 between what was done and what it was done to,
#: and behind whose it is; 化 for 花.
_COUNTS = regex(
    r"(?:多少|几)[见建七其刺此抬太偏佳俩良](?=[？?。，]|$)|(?<=[要办开编出写印了到])(?:多少|几)(?:七|其(?![他中余它])|刺|偏)(?=[\u4e00-\u9fff]{2})"
)
_BY_SOUND = (
    (_COUNTS, str.maketrans("见建七其刺此抬太偏佳俩良", "件件期期次次台台篇家辆辆")),
    (
        regex(r"[来到过收用花]得(?=[\u4e00-\u9fff]{2,8}(?:有|是|一?共)*(?:多少|几))"),
        str.maketrans("得", "的"),
    ),
    (
        regex(r"[年谁度局院办厅里内]得(?!分|[了奖票出]|到(?!底))(?=[\u4e00-\u9fff])"),
        str.maketrans("得", "的"),
    ),
    (regex(r"(?<![绿硬美亮净量强优简深转孵融老固细消催教变])化了(?=多少|几)"), str.maketrans("化", "花")),
)


def _within_words(text: str, place: int) -> bool:
    """Whether both characters belong to words at their other sides (项〔目标〕值, 社〔保险〕种)."""
    left, right = text[max(place - 1, 0) : place + 1], text[place + 1 : place + 3]
    return left in SPELT or right in SPELT


@lru_cache(maxsize=1 << 14)
def _word_for(run: str) -> str | None:
    if run in _REAL or run in SPELT:
        return None
    if run[::-1] in SPELT:
        return run[::-1]  # 算预
    return next((word for word in SPELT if is_slip(run, word)), None)
