"""What the words of a question ask beyond the figure that was found: it is worked out, or nothing is told (答非所问).

A tenth of an account, how many points, what is left, another currency: the figure itself is never the answer to
these. Each row says how it is asked, when an answer meets it, how it may be made, and what is said where it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.scaled import scaled
from service.figures.than_said import SAID, than_said
from service.follow.conversation import aside
from service.parts.conditions_dropped import dropped
from service.parts.none_of_column import CHECKED
from service.parts.one_of_each import (
    ASKS_EACH_CHANGE,
    ASKS_INCOME,
    ASKS_OF_SMALL,
    ASKS_SHARE_OF_CHANGE,
    OF_SIZE,
    RECEIVED,
    SORRY_EACH,
    SORRY_INCOME,
    SORRY_SHARE,
    SORRY_SMALL,
    tells_each,
    tells_income,
)
from service.read.directed import as_directed
from service.read.own_matters import ASKS_CHARGES, ASKS_OWN_SHARE
from service.second.asked_apart import (
    by_stage,
    in_mille,
    of_another_year,
    points_apart,
    set_against,
    times_more,
    written_out,
)
from service.second.asked_otherwise import asked_otherwise
from service.second.each_counted import each_counted
from service.second.how_paid import ASKS_HOW_PAID, SORRY_HOW_PAID, how_paid, tells_how
from service.second.in_money import in_money
from service.second.off_target import ASKS_OFF_TARGET, off_target
from service.second.two_asked import Ask
from service.second.what_done import ASKS_WHAT_DONE, SORRY_WHAT_DONE, tells_what, what_done
from service.second.whether import whether
from service.text.no_money import not_of_money, without_amount
from service.things.another_count import another_count
from service.things.another_sort import another_sort
from service.things.narrowed_by import narrowed_by
from service.things.other_number import other_number
from service.things.other_year import other_year
from service.things.planned import as_planned
from service.things.whole_for_part import whole_for_part

Make = Callable[[Answer, str, Ask], Answer | None]


@dataclass(frozen=True, slots=True)
class Row:
    """How something beyond a figure is asked, what of an answer meets it, how it is made, what else is said."""

    asked: re.Pattern[str]
    met: Callable[[Answer], bool]
    sorry: str
    make: Make | None = None


def _never(answer: Answer) -> bool:
    return False


def _worked_out(answer: Answer) -> bool:
    return any(figure.formula for figure in answer.figures)


def _says(words: str) -> Callable[[Answer], bool]:
    said = re.compile(words)
    return lambda answer: bool(said.search(answer.answer))


def _silent(words: str) -> Callable[[Answer], bool]:
    said = re.compile(words)
    return lambda answer: not said.search(answer.answer)


def _left(answer: Answer) -> bool:
    """Whether an answer tells what is left, or of a budget of which nothing is spent yet, not what was spent."""
    spent = any(f.stage in ("执行", "决算") for f in answer.figures)
    return not spent or any(_LEFT.search(f.label) for f in answer.figures)


_LEFT = regex(r"[结剩余]|之差|减|未完成|未使用")


def _compares(answer: Answer) -> bool:
    """Whether an answer says more than how much something is."""
    return not answer.figures or _worked_out(answer) or bool(_COMPARED.search(answer.answer))


def _off_aim(answer: Answer) -> bool:
    """Whether figures are set against each other, and not those of two years."""
    return _compares(answer) and not any(_OF_YEARS.search(figure.label) for figure in answer.figures)


_OF_YEARS = regex(r"比(?:上年|20\d\d年)")
_MONEY = ("元", "万元", "亿元")


def _is_spread(answer: Answer) -> bool:
    """Whether money is told by the unit asked for, or may yet be: several asked one by one, or a sum, come later."""
    money = [f for f in answer.figures if f.unit.endswith("元")]
    return (
        len(money) != 1
        or any(word in answer.answer for word in ("每", "均", "元/"))
        or "+" in (money[0].formula or "")
    )


def _is_of_one(answer: Answer) -> bool:
    """Whether a figure is of one of those that there are, by its name, by the words before it, or worked out."""
    return not answer.figures or any(f.formula or _OF_ONE.search(_place(answer, f)) for f in answer.figures)


def _place(answer: Answer, figure: Figure) -> str:
    """The name of a figure, and its sentence up to it from the mark before."""
    quote = answer.citations[figure.citation].quote if figure.citation is not None else ""
    before = quote.partition(figure.printed or figure.value)[0] if figure.value in quote else ""
    return figure.label + re.split("[，；。、]", before)[-1]


_CHARGED = regex("收费|标准|费率|票价|价格|单价|学费")
_OF_ONE = regex("每|[日月人户亩次]均|平均|/|标准|单价|限额|定额")
#: What an indicator came to, not what was aimed at.
_DONE = regex(r"完成情况|完成值|实际")
#: How what is not done is called.
_UNDONE = regex(r"未(?!来|成年)|没(?!收)|剩|结余|余下|尚有|待[办审处整执结解查]|不(?:合格|达标|到位)")
#: How posts that are lacking or beyond those approved are called where they are printed.
_POSTS = regex(r"超编|缺编|空编|空缺|缺额|超员")
#: A count of those whose pay is paid for somebody else: 「…9名在职人员人员经费」.
_PAID = regex(r"(?:人员|工资)[^）]{0,2}经费")
_COMPARED = regex(r"[增减升降]|[多少高低大小] \d|持平|相同|相差|超出|没有超|之差|百分点|没有[。，]")
_N = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十百]+)"

ROWS: tuple[Row, ...] = (
    Row(SAID, _never, "问的是与某个数相差多少，没有找到能相减的那一个数，不敢给出数字。", than_said),
    Row(
        regex(rf"(?<![占比])的\s*(?:{_N}\s*[%％]|百分之{_N})(?:是|等于|为)?(?:多少|几)?(?:钱|万元|元|人|件)?[?？。]*$"),
        _never, "问的是某个数的百分之几，没有算出来，不敢给出数字。", scaled,
    ),
    Row(
        regex(rf"(?:乘以?|除以|×|\*|÷|[xX])\s*{_N}(?![\d年])|翻[一二两三]番|(?<=[\u4e00-\u9fff])[加减]上?{_N}[万亿千百]?元?[?？。]*$"),
        _worked_out, "问的是另外算出来的数，没有算出来，不敢给出数字。", scaled,
    ),
    Row(
        regex(r"(?:收入|支出|经费|费|金|合计|总计|数)\s*[-−–/÷]\s*[\u4e00-\u9fff“（(]{2,12}(?:[?？。×*%\d]*|是?多少)$"),
        _worked_out, "没有认出这个算式，不敢给出数字。请用「相差多少」「占百分之几」来问。", written_out,
    ),
    Row(
        regex(r"千分之[几多]|万分之[几多]|每[百千万]元|每一?[百千万]块|‰"),
        _says("千分之|万分之|‰"), "没有按千分比算出来，不敢给出数字。请问「占百分之几」。", in_mille,
    ),
    Row(
        # The only year of a question is that of both: 「工程采购占2023年采购总额的比例」.
        regex(
            r"(?:(?:是|占|为|相当于)(?:上年|去年)|(?:^(?:那|它|这)*|(?:(?P<own>\d\d)|今|本)年.*)(?:是|占|为|相当于)20(?!(?P=own))\d\d年)"
            r"[^，。？]{0,14}?的?(?:百分之|百分比|比重|比例|几成)"
        ),
        _never, "没有算出跨年度的比例，不敢给出数字。", of_another_year,
    ),
    Row(ASKS_OFF_TARGET, _off_aim, "问的是与目标、计划相差多少，没有能相减的两个数，不敢给出数字。", off_target),
    Row(
        regex(r"(?:[高低多少差大小升降增减加涨][出了]?|(?:高于|低于|超过|大于|小于)[^，。？]{1,14})(?:几|多少)个?(?:百分点|点(?![钱儿]))|占比[^，。？占]{0,14}(?<!最)[高低多少大小](?:出|了)?(?:多少|几|百分之)"),
        _says("百分点|持平"), "问的是相差几个百分点，资料里没有能相减的两个比率，不敢给出数字。", points_apart,
    ),
    Row(
        regex(r"(?:[多少]|增加|减少)(?:了|出)?(?:几|多少)(?:[辆台件家批户名篇场]|人(?!民)|人次)"),
        lambda answer: any(figure.unit not in _MONEY for figure in answer.figures),
        "问的是数量相差多少，没有找到能相减的两个数量，不拿金额来回答。",
    ),
    Row(
        regex(
            r"(?:多少|几)(?:个|名|位|户)?(?:老人|老年人|学生|孩子|儿童|居民|群众|百姓|农户|贫困户|残疾人|病人|患者|村民|游客|旅客|教师|医生|家庭|[电焊技民]工|[厨技]师|[学船保队]员)"
            r"(?!的?(?:钱|补贴|费|工资|经费))"
        ),
        lambda answer: any(figure.unit not in _MONEY for figure in answer.figures),
        "问的是有多少人（户），没有找到这个数量，不拿金额来回答。",
    ),
    Row(
        regex(
            r"^(?!.*(?:[钱元]|金额|[经花]费|费用|支出|价|[哪各]几)).*(?:多少|(?<![第好十来没])几)"
            r"(?:片|台|套|辆|[株棵]|[头只匹]|场|期|盏|座|[栋幢]|间|亩|吨|公里|平方米|立方米|册|篇|户|批次|人次|次|趟|张|床|具|艘|件|份|所|个(?=[？?。]*$)|[^，。？]{0,6}的(?:地方|场所|点位|网点|站点))(?![钱元])"
        ),
        lambda answer: not answer.figures or any(figure.unit not in (*_MONEY, "项") for figure in answer.figures),
        "问的是数量，没有找到写明的数量，不拿金额来回答。",
    ),
    Row(
        regex(
            r"(?<![第同另唯统之])一(?:个月|个?学[期年]|节课|[亩天晚顿课趟吨头只盏株])(?![^，。？]{0,10}共)[^，。？]{0,8}?(?:发|给|补|领|拿|收|要|得|能|可以|产|处理|清|接|用|花|烧|罚|奖|交|缴)[^，。？]{0,6}(?:多少|几)"
            r"|(?<![第同另唯统之])一(?:套|台|辆|件|本|张|棵|株|把|盏|头|只|亩|吨)(?:是|要|得|卖|值|花|合|大概|的)*(?:多少钱|多少元|几块钱|几元|什么价|多贵)"
        ),
        _is_of_one, "资料里写的是总数，没有写明每一份的数，不拿总数来回答。",
    ),
    Row(
        regex(r"比(?:年初|全年|调整)?预算数?[^，。？]{0,4}[多少高低][了出]?百分之"),
        _silent(r"占"), "没有算出与预算相差百分之几，不敢给出数字。请问「完成预算的百分之几」。",
    ),
    Row(*OF_SIZE),
    Row(*RECEIVED),
    Row(
        regex(r"目标值?(?:是|为|定)*(?:多少|几)|目标值?[?？。]*$"),
        lambda answer: not any(_DONE.search(f.label) for f in answer.figures), "没有找到目标值，只有完成值，不敢作答。",
    ),
    Row(
        regex(
            r"比(?!较|例|重|上一?年|去年)(?:[^，。？\d]|123\d\d){2,16}?[多少高低大小](?:出|了)?(?:多少|几)"
            r"|(?<!不)(?:超过|超出|高于|低于|多于|少于)(?!\d|预算|[^，。？]*的(?:科目|项目|支出|单位|有))[^，。？\d]{2,14}(?:多少|几)"
        ),
        _compares, "问的是两个数相差多少，没有把两个数都找到，不敢给出数字。", set_against,
    ),
    Row(
        regex(r"^(?!.*(?:比[^，。？]*年|(?:[去上前]一?年|\d年)度?相?比)).*(?:节约|节省|节支|省(?=[下出了钱]))(?:下|出)?(?:了|资金|经费|的)*(?:钱)?(?:多少|几)"),
        _says(r"节约|节省|节支|预算之差|超出预算|预算.*(?:多|少) \d"), "没有找到预算与决算两个数，算不出节约了多少。",
        by_stage("决算"),
    ),
    Row(
        regex(r"(?:剩下?|余下|剩余|结余|没有?[花用付发支]完)(?:了|的|资金|钱)*(?:还?有|是)?(?:多少|几)|还?剩(?:了|下)?多少|结余[?？。]*$"),
        _left, "没有找到预算与执行两个数，算不出剩了多少。", by_stage("执行"),
    ),
    Row(
        regex(r"(?:没有?[花用]完|剩|结余)[^，。？]{0,4}(?:钱|资金|金额)?(?:最|第一|前[三五])"),
        _silent("完成率|%"), "没有按剩下的金额排出次序；资料里能排的是预算完成率，请按完成率来问。",
    ),
    Row(
        regex(r"(?:哪|什么|几)[^，。？]{0,4}指标[^，。？]{0,6}(?:没有?|未)(?:完成|达标|达到|做到)"),
        _silent("科目|预算完成率"), "没有找到未完成的绩效指标的说法，不敢作答。",
    ),
    Row(ASKS_EACH_CHANGE, tells_each, SORRY_EACH),
    Row(ASKS_SHARE_OF_CHANGE, _never, SORRY_SHARE),
    Row(ASKS_INCOME, tells_income, SORRY_INCOME),
    Row(ASKS_OF_SMALL, _says("占[^，。]{0,8}中小"), SORRY_SMALL),
    Row(
        regex(r"只有(?:项目|基本)支出的|(?:没有|不含|无)(?:项目|基本)支出的(?:[类款项]|科目)|(?:项目|基本)支出为?[零0]的"),
        lambda answer: any(note.startswith(CHECKED) for note in answer.notes),
        "问的是只有基本支出或只有项目支出的科目，没有逐个核对，不敢作答。",
    ),
    Row(
        regex(r"(?:科目|各项|每项|项目|所有|每一?个)[^，。？]{0,6}都[^，。？]{0,4}(?:增|减|涨|降|升|超)[^，。？]{0,4}(?:吗|么|没)"),
        _silent("合计比上年"), "没有逐项核对增减，不敢作答。请问「哪些科目减少了」。",
    ),
    Row(
        regex(r"在职|在编|多少人|几个?人|人数|多少名"),
        lambda answer: not any(f.unit in ("人", "名") and _PAID.search(f.label) for f in answer.figures),
        "资料里只写明了经费所含的一部分人员，没有写明全部人数，不敢给出数字。",
    ),
    Row(
        regex(r"美元|美金|欧元|港[币元]|日元|英镑|外币|卢布|韩元|新台币"),
        _says("[美欧日港][元金币]|英镑|外币|卢布|韩元|新台币"), "公开资料里没有外币金额，也没有汇率，不作折算。",
    ),
    Row(
        regex(r"(?:涨|提高|升|提|调|降|增加?|减少?)[高低整]?[到至为]了?(?:每人)?每(?:个?月|年|天|学期)[^，。？]{0,2}(?:多少|几)"),
        lambda answer: not any(f.label.startswith("平均每") for f in answer.figures),
        "问的是每一份涨到多少，资料里没有写明标准，不拿总数来平均。",
    ),
    Row(
        regex(r"(?:多少|几)(?:件|起|宗|例|处|户|份|单)[\u4e00-\u9fff]{0,6}?(?:还|仍|尚)*(?:没有?|未)(?:审|办|处|整|解|执|完)[\u4e00-\u9fff]{0,3}[？?。]*$"),
        lambda a: not a.figures or _worked_out(a) or any(_UNDONE.search(f.label) for f in a.figures),
        "问的是还没有办完的数量，资料里没有写明，不拿办完的数来回答。",
    ),
    Row(
        regex(r"(?:超编|缺编|空编)(?:了|出)?(?:多少|几)(?:张|辆|台|间|套|部|艘)"),
        lambda answer: not any(f.unit in ("人", "名") for f in answer.figures),
        "问的是超出或者空缺多少，没有找到能相减的两个数，不拿人员编制来回答。",
    ),
    Row(
        regex(r"(?:超编|缺编|空编|超员)(?:了|出)?(?:多少|几|好多)"),
        lambda answer: not answer.figures or _worked_out(answer) or any(_POSTS.search(f.label) for f in answer.figures),
        "问的是超出或者空缺多少编制，没有找到能相减的两个数，不敢给出数字。",
    ),
    Row(regex(r"基数"), _says("基数"), "公开资料里没有找到缴费基数。"),
    Row(regex(r"费率|缴[存费]比例|税率"), _says("费率|比例|税率"), "公开资料里没有找到费率。"),
    Row(
        regex(r"每一?个?(?:名|工作日|月|天|日(?!常)|季度?|周|人(?!员经费)|职工|在职|辆|批|人次)(?!都|月)"),
        _is_spread, "没有找到可以用来平均的数量，算不出来。",
    ),
    Row(
        regex(r"合计[^，。]{0,4}[中里][^。]*占"),
        lambda answer: not any(f.unit == "%" and "占" in f.label and Decimal(f.value) > 100 for f in answer.figures),
        "没有弄清所问的占比以哪一项为整体，不敢给出。请写成「甲占乙、丙、丁合计的百分之几」。",
    ),
    Row(
        regex(
            r"多少钱|几块(?=钱|$|[，。？])|几万块|多少万?元|多少[^，。？几]{0,6}的钱"
            r"|(?:花|补|奖|付|赔|给|补贴|奖励|慰问)了?(?:多少|几多)(?=$|[，。？?啊呢呀]|慰问|补|奖)"
            r"|(?:发放?|拨付?)了?(?:多少|几多)(?:钱的)?(?:补[贴助偿]|津贴|奖金|资金|工资|款)"
            r"|(?:补贴|补助|补偿|津贴|奖金|资金|工资|费|款)[^，。？]{0,6}(?:发放?|拨付?|兑付)了?多少(?!万?[人户名家次个套份批])"
            r"|(?<![人编])(?:费|支出|经费|资金|款)(?:年初)?(?:支出|预算|决算)*(?:数|额)?(?:安排|列支|批复|下达|花费|一?共|总共|是|为|有)*了?多少(?=[，。？?]|$)"
        ),
        lambda answer: not answer.figures or any("元" in f.unit or f.unit == "%" for f in answer.figures),
        "资料里只找到了数量，没有找到所问的金额，不拿数量来回答。", in_money,
    ),
    Row(ASKS_WHAT_DONE, tells_what, SORRY_WHAT_DONE, what_done),
    Row(ASKS_HOW_PAID, tells_how, SORRY_HOW_PAID, how_paid),
    Row(
        ASKS_CHARGES, lambda answer: not answer.figures or any(_CHARGED.search(f.label) for f in answer.figures),
        "问的是收费，资料里没有找到收费的标准，不拿别的数来回答。",
    ),
    Row(ASKS_OWN_SHARE, _is_of_one, "资料里写的是总数，没有写明每个人能领多少，不拿总数来回答。"),
    Row(regex(r"除以"), _says("÷"), "没有找到可以相除的两个数，算不出来。"),
    Row(regex(r"每一?[班座吨起处床株棵](?!次)"), _says("每一?[班座吨起处床株棵]|元/"),
        "没有找到可以用来平均的数量，算不出来。"),
)  # fmt: skip


def beyond(answer: Answer, text: str, ask_in: Callable[..., Answer]) -> Answer:
    """The answer where it meets what is asked; else what is made of the figure, or that nothing is told.

    ``ask_in`` answers another question in a ``conversation``: each in one of its own, so that none takes up another.
    """

    def ask(question: str) -> Answer:
        told = ask_in(question, conversation=aside())
        return told.model_copy(update={"conversation_id": answer.conversation_id})

    held_against = whether(answer, text, ask)
    if held_against is not None:
        return held_against
    otherwise = asked_otherwise(answer, text, ask) or each_counted(answer, text, ask)
    if otherwise is not None:
        return otherwise
    if answer.status is Status.NO_ANSWER and answer.reason in _UNSURE:
        return _made_anew(answer, text, ask) or answer
    if answer.status is not Status.ANSWERED:
        return answer
    if sorry := none_of_it(answer, text):
        return declined(answer, sorry)
    answer, sorry = as_planned(as_directed(times_more(answer, text), text), text)
    if sorry:
        return declined(answer, sorry)
    for row in ROWS:
        if row.asked.search(text) and not row.met(answer):
            made = row.make(answer, text, ask) if row.make is not None else None
            return made or declined(answer, row.sorry)
    return answer


#: What tells that a figure is none of what is asked, and why.
_NONE_OF_IT = (
    dropped,
    not_of_money,
    without_amount,
    whole_for_part,
    narrowed_by,
    other_year,
    other_number,
    another_count,
    another_sort,
)


def none_of_it(answer: Answer, text: str) -> str:
    """Why a figure is none of what is asked, in words; empty where it may stand."""
    return next(filter(None, (none(answer, text) for none in _NONE_OF_IT)), "")


def is_unmet(answer: Answer, text: str) -> bool:
    """Whether a text asks something beyond a figure that an answer does not tell."""
    return any(row.asked.search(text) and not row.met(answer) for row in ROWS)


#: Reasons for which a question has no answer that its parts may have.
_UNSURE = ("low_confidence", "not_disclosed")
_ANEW = (scaled, points_apart, than_said, off_target, in_money)


def _made_anew(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """What two questions make, or a number times a figure, where the question as it is was not understood."""
    rows = (row for row in ROWS if row.make in _ANEW and row.asked.search(text))
    made = (row.make(answer, text, ask) for row in rows if row.make is not None)
    return next(filter(None, made), None)


def declined(answer: Answer, sorry: str) -> Answer:
    """No answer, with the reason in words."""
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "low_confidence"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": sorry, **empty})


def lacking(answer: Answer, said: str) -> Answer:
    """That nothing was found for one of several parts, without the choices that the answer beside it may offer."""
    return declined(answer, said).model_copy(update={"options": []})
