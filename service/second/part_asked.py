"""One part of a question that asks for several things: in what it counts, of what, planned or done (所问之半)."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.read.measure_words import counts_alike

#: What is asked for without a measure word right behind 多少, by its own word: units that it may be told in.
_PEOPLE = ("人次", "人", "名")
_AREAS = ("平方米", "万平方米", "亩", "平方公里", "公顷")
_BY_WORD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"(?:多少|几)(?:个?钱|元|万元?|亿元?|块钱?|资金|金额|经费|费用)|花了?(?:多少|几)$|"
        r"(?:资金|金额|经费|费用|投资|预算|合同额|价值|值)(?:数|额)?(?:是|有|为|要)?(?:多少|几)(?:个?钱|万?元)?|"
        r"(?:花|用|值|投了?)(?:了|去|掉)?多少$|(?:资金|金额|经费|费用)呢?$",
        tuple(MONEY),
    ),
    (r"(?:多少|几)分(?!之|[钟成])|(?:得分|评分|分数|总分|平均分)(?:是|有|为)?(?:多少|几|呢|$)", ("分",)),
    (r"人次(?:数)?(?:是|有|为)?(?:多少|几|呢|$)|(?:多少|几)个?人次", ("人次", "人", "名")),
    (r"人数(?:是|有|为)?(?:多少|几|呢|$)|(?:多少|几)(?:个人|人|名|位)(?!次)", ("人", "名", "人次")),
    (r"批次?数?(?:是|有|为)?(?:多少|几|呢|$)|(?:多少|几)(?:批次?)", ("批次", "批")),
    (r"面积(?:是|有|为)?(?:多少|几|多大|呢|$)|多大|(?:多少|几)个?平(?:方|米)?", _AREAS),
    (r"多(?:长|远)(?!时间)", ("公里", "千米", "米")),
    (r"几[十百千]?[万亿](?:元|块|$)", tuple(MONEY)),
    (r"率(?:是|有|为)?(?:多少|几|呢|$)|满意度(?:是|有|为)?(?:多少|几|呢|$)", ("%",)),
)  # fmt: skip
_ROWS = tuple((regex(pattern), units) for pattern, units in _BY_WORD)
#: Measure words that a sentence may not have: then none of its numbers is asked for.
_MEASURE = regex(
    r"公里|平方|立方|公顷|[个件条项次家辆名期部批篇处场天吨米岁份套台座所栋间宗起例只头棵株亩户]"
)
#: Units that 几个 may be told in.
_SINGLES = ("人", "名", "家", "项", "处", "所", "座")
#: Asks how many without any measure: 「在职多少」.
_ANY = regex(r"多少|几")
#: What asks for something worked out, or for what no one number is.
_WORKED_OUT = regex(
    r"占(?![地道用])|比(?!例如)|同比|增[加长幅减]?|减少|下降|上升|涨|降|相?差(?!旅)|平均(?!分|住院日)|人均|每|几倍|百分之|几成|哪|为(?:什么|啥|何)|原因|怎|如何|谁|最(?![后终]|[高低多少大小]的?(?:那|一)[个笔次位人户家例])|(?<!安)排(?![水污涝放灌洪])|合计|加起来|总和|剩|结余|还是|多多少|少多少|各|分别|有没有|是不是"
)
_PLANNED = regex(r"计划|打算|原定|预计|目标|应该?|指标值|年初定|定的?")
_DONE = regex(r"实际|最后|最终|真正|到底|结果|完成|改成|建成|修成|做成|办成|实施|达到|落实")
#: Words of a part that say nothing of what is counted.
_EMPTY = regex(
    r"其中|里[面头边]|当中|那么|那|又|另外|还有|还|再|都|一共|总共|(?<![公总一])共(?![享同建治产用青计])|共计|合计|全部|总的|拢共|大概|大约|分别|请问|我想|知道|呢|啊|呀|吗|吧|嘛|了|过|着|的|地(?![上下])|得|是|有|为|叫|被|把|给|让|在(?![职编岗校册建])|要|会|能|来|去|用|花|费|掉|到|出(?!国|差|版|租|让)|(?<!地)[上下]|从|对|由|和|跟|与|及|以及|、|它们?|这|个|数量|数目|数"
    r"|受益|惠及|涉及|参加|参与|覆盖|安排|资金|金额|经费|费用|预算|采购|购买|买|租|设|今年|当年|全年|年底|年末|去的|来的"
)
_MARKS = regex(r"[，,。？?！!；;\s“”\"'（）()：:]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """Units that a part may be told in, none for any; ``content`` is what it names of its own, ``runs`` of it.

    ``planned`` and ``done`` say which of a plan and its outcome is wanted.
    """

    units: tuple[str, ...]
    runs: tuple[str, ...]
    planned: bool
    done: bool
    said: str

    def fits(self, unit: str) -> bool:
        """Whether a printed unit is one that the part asks for."""
        bare = unit.removeprefix("万") if len(unit) > 1 and unit not in MONEY else unit
        if not self.units:
            return unit != "%" and unit not in MONEY
        return unit in self.units or bare in self.units

    def fits_loosely(self, unit: str) -> bool:
        """The same where another measure word for such things will do (起 for 件)."""
        bare = unit.removeprefix("万")
        if self.units == ("个",) and self.runs and bare in _SINGLES:
            return True
        return any(counts_alike(asked, bare) for asked in self.units)

    @property
    def money(self) -> bool:
        """Whether money is asked for."""
        return bool(self.units) and set(self.units) <= set(MONEY)


def asked_of(part: str, units: frozenset[str]) -> Asked | None:
    """What a part asks for, ``units`` those that the sentence counts in; None where it asks for nothing of the kind."""
    said = part.strip()
    if _WORKED_OUT.search(said):
        return None
    asks, rest = _units_of(said, units)
    if asks is None:
        return None
    planned, done = _PLANNED.search(rest) is not None, _DONE.search(rest) is not None
    rest = _DONE.sub(" ", _PLANNED.sub(" ", rest))
    runs = tuple(run for run in _EMPTY.sub(" ", _MARKS.sub(" ", rest)).split() if run)
    return Asked(asks, runs, planned and not done, done, fold(said))


def _units_of(said: str, units: frozenset[str]) -> tuple[tuple[str, ...] | None, str]:
    """The units asked for, and the part without the words that ask; None where nothing is."""
    for pattern, told in _ROWS:
        found = pattern.search(said)
        if found is not None:
            kept = found[0] if told == ("%",) else _own(found[0])
            return told, said[: found.start()] + kept + said[found.end() :]
    bare = sorted(
        {unit.removeprefix("万") if len(unit) > 1 else unit for unit in units}, key=len, reverse=True
    )
    for match in _ANY.finditer(said):
        behind = said[match.end() :].removeprefix("万")
        unit = next((u for u in bare if behind.startswith(u)), "")
        if unit:
            return (unit,), said[: match.start()] + " " + behind[len(unit) :]
        if (word := _MEASURE.match(behind)) is not None:
            return (word[0],), said[: match.start()] + " " + behind[word.end() :]
        return (), said[: match.start()] + " " + behind
    return None, said


def _own(asks: str) -> str:
    """What a word that asks says of the thing itself: nothing, but for a sum's own name."""
    return " 合同额 " if "合同额" in asks else " "
