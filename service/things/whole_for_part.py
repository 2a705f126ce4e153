"""The whole told where a part of it is asked for: 「文献购置里头，电子数据库要多少」 is not the 文献购置 (整体代部分).

Only where the figure goes by the name of the whole alone, and neither its name nor the words that are cited for it
have the part: a part by another name (买车 of 三公经费) has a figure of its own name.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.read.terms import reads_in
from service.read.wording import Wording

_WITHIN = regex(
    r"(?P<whole>[\u4e00-\u9fff“”]{2,14})(?:里头|里面|里边|里|当中|之中|其中|中(?![小型央心医等学国外队层]))[的，,、 那]*(?P<part>[\u4e00-\u9fffA-Za-z]{2,14}?)"
    r"[，, ]*(?:要|得|需|会|花|用|安排|预算|决算|支出|执行|一共|总共|共|大概|计划|打算|到底|实际)*了?(?:是|有|为|占)?(?:多少|几|好多)"
)
#: What asks for the whole itself, its sum, its rate, or its parts one by one.
_OF_WHOLE = regex(
    r"一共|总共|合计|总额|总数|加起来|全部|所有|整个|[各每分]|哪|最|占|比|剩|结余|执行|完成|增|减|实际|预算数?$|决算数?$|其他|其余|人员|人均|平均"
)
#: 「油钱」「票钱」: a part by one character and 钱.
_BRIEF = regex(r"(?![的要花用那这]|多)[\u4e00-\u9fff]钱")
#: What is said of buying and spending, and names nothing.
_SAYING = regex(
    r"政府采购|采购|购买|购置|买|准备|打算|计划|预备|预计|准许|花费|花|用在|用于|用来|用|安排|预算|决算|支出|经费|费用|资金|开支|金额|数额|款项|项目|方面|部分|这块|那块|这项|那项|一块|一项|给|拿|要"
    r"|20\d\d年?度?|今年|去年|上年|当年|全年|年初|多少|钱"
)
_TOTALS = regex(r"^政府采购(?:支出|预算)?(?:合计|总额)?$")
_POINTS = r"(?:那么?|这|它|其|该|上述|前[者述面]|刚才|刚刚|大概|又|能|一?[个项笔部分块钱])*"
#: 「这占某项的比重」: what stands before 占 only points, or is left out.
_SHARE_OF = regex(
    rf"(?:^|[，。？；,;])\s*{_POINTS}占(?!比)了?(?P<whole>[^，。？；,;占]{{2,24}}?)的?(?:比[重例率]|百分|份额|多[少大]|几成)"
)
#: Work that costs money, by a word that else asks for a section of text: 「绩效评价花了多少钱」.
_WORK = regex(
    r"(?<!整体)(?<!支出)(?<!项目)(?P<work>绩效(?:评价|自评|管理|监控|评估)|整改|改进工作|机构设置)(?:工作)?(?:上|方面|这块|这一块)?"
    r"的?(?:一共|总共|共|实际|大概|到底|又)*(?:花(?!名)|用(?:了|掉|去)|支出|费用|经费|开支)"
)
_ALL_SPENT = regex(r"^本年支出合计|^支出(?:总计|合计)")
#: What wholes of all sorts are called, which says nothing of which it is.
_ANY_WHOLE = regex(
    r"当年|全年|本年|总|全部|整个|所有|合计|支出|收入|预算|决算|经费|类|部门|单位|资金|[的里中额]"
)
_YEAR = regex(r"^20\d\d年(?:度)?")
_MONEY = ("元", "万元", "亿元")


def whole_for_part(answer: Answer, text: str) -> str:
    """Why a figure is none of what is asked for; empty where it may stand."""
    if answer.status is not Status.ANSWERED:
        return ""
    if turned := _share_of_whole(answer, text):
        return turned
    if len(answer.figures) != 1:
        return ""
    figure, said = answer.figures[0], _WITHIN.search(text)
    if (work := _WORK.search(text)) is not None and _ALL_SPENT.search(figure.label):
        return f"资料里只找到「{figure.label}」的总数，没有找到「{work['work']}」花的钱，不拿总数来回答。"
    if said is None or figure.unit not in _MONEY or figure.formula is not None:
        return ""
    part = _SAYING.sub("", fold(said["part"]))
    part = said["part"] if _BRIEF.fullmatch(said["part"]) else part
    if (
        len(part) < 2
        or not Wording.of(part, ()).content()
        or _OF_WHOLE.search(said["part"])
        or _tells(part, answer, figure)
    ):
        return ""
    if not _is_whole(fold(said["whole"]), _YEAR.sub("", fold(figure.label))):
        return ""
    return f"资料里只有「{figure.label}」的总数，没有单独写明其中「{part}」的数，不拿总数来回答。"


def _tells(part: str, answer: Answer, figure: Figure) -> bool:
    """Whether the figure's name, its place or the words cited for it say any of a part."""
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    told = figure.label + (f"{cited.row}{cited.column}{cited.quote}" if cited is not None else "")
    return any(part[i : i + 2] in fold(told) for i in range(len(part) - 1))


def _is_whole(said: str, label: str) -> bool:
    """Whether a figure goes by the words before 里: by their end, or as all that is bought, where they say another
    thing that is."""
    if _TOTALS.match(label):
        return "采购" not in said or said.endswith("采购")
    return any(reads_in(said[at:], label) for at in range(len(said) - 2) if said[at] == label[0])


def _share_of_whole(answer: Answer, text: str) -> str:
    """Why a share is none of what is asked for: 「这占货物采购的多少」 is not 货物占采购; empty where it may stand."""
    if (said := _SHARE_OF.search(fold(text))) is None:
        return ""
    whole = _ANY_WHOLE.sub("", said["whole"])
    shares = [figure.label for figure in answer.figures if figure.unit == "%" and "占" in figure.label]
    if len(whole) < 2 or not shares or not all(_is_turned(whole, label) for label in shares):
        return ""
    return f"问的是某一项占「{said['whole']}」的比重，没有弄清是哪一项，不敢给出数字。请写明是哪一项。"


def _is_turned(whole: str, label: str) -> bool:
    """Whether the whole is told as the part, and not as what that is a part of."""
    part, _, larger = label.partition("占")
    pairs = [whole[at : at + 2] for at in range(len(whole) - 1)]
    told = [sum(pair in side for pair in pairs) for side in (part, larger)]
    return told[0] > told[1]
