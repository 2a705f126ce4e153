"""A question on running text to what the documents say on it, or that they do not say it (叙述)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import Document
from ingest.patterns import regex
from ingest.text import fold
from service.model import CODED_KINDS, Declined, Evidence, Operation, Plan, Quote, Reason
from service.text.asked import HOW_COME, Asked, read_asked
from service.text.definitions import define
from service.text.forms import field_of, indicators_of
from service.text.lexical import Index
from service.text.lists import list_names
from service.text.paid_from import pays_another
from service.text.quote import closest, lacks_offices, said_section, section_of
from service.text.reason_elsewhere import reason_elsewhere
from service.text.reasons import reasons
from service.text.retrieve import Dense, Scored, retrieve
from service.text.row_reasons import row_reason
from service.text.sorts import CUES, FIRM, SECTIONS, STATED, Sort
from service.text.troubles import why_short
from service.text.whole_review import whole_review

#: The lines that answer hold at least this share of what is asked; set on the known answers, right and wrong.
ENOUGH = 0.58
#: Of what is asked nothing may be missing altogether, unless most of it is there.
_SURE, _HINT = 0.75, 0.25
_OPERATION = {Sort.DEFINITION: Operation.DEFINITION}
#: Sorts that a field of a form may answer.
_FIELDS = frozenset((Sort.NATURE, Sort.TIME, Sort.DOER, Sort.PLACE, Sort.ABOVE, Sort.OTHER))
#: Sorts whose answers are put in words of their own.
_PUT = FIRM | STATED | {Sort.DUTY, Sort.MAKEUP}
#: Sorts whose names a table may list.
_LISTS = frozenset((Sort.LIST, Sort.MAKEUP, Sort.PERFORMANCE, Sort.WORK, Sort.PURPOSE))
#: Sorts that the section answers whose heading the question says, whole.
_BY_HEADING = frozenset((Sort.OTHER, Sort.HOW, Sort.PERFORMANCE))
#: Sorts whose section lists items: how many there are is seen where it is told whole.
_ITEMS = frozenset((Sort.WORK, Sort.DUTY, Sort.TROUBLE, Sort.REMEDY))
_EXTREME = regex(r"最[大多高少小低长]|居首|排?第一位")
#: What is asked for by its name or number, and how a text has it that tells it; a new sort of name is a new row.
_TELLS: tuple[tuple[str, str], ...] = (
    (
        r"哪[家个些](?:[\u4e00-\u9fff]{0,4}(?:公司|企业|集团)|宾馆|酒店|医院|律所|报社)|(?:公司|单位|机构|企业|律所|队伍)(?:的?名[字称]?)?(?:叫|是)(?:什么|啥)(?!职|级|性)",
        r"公司|集团|事务所|设计院|研究院|宾馆|酒店|医院|报社|企业",
    ),
    (
        r"(?:哪[个些几]|什么)(?:国家|国)(?!有)",
        r"[美英法德俄韩泰]国|日本|新加坡|马来|澳大利亚|加拿大|[\u4e00-\u9fff]{2}(?:亚|兰|斯|利)",
    ),
    (
        r"中[的了过]?标|承建(?:单位|方)?|施工单位|承包(?:单位|商|方)?|供应商|(?:开发|设计|监理)(?:单位|公司|商)",
        r"中标(?!价)|承建|施工单位|承包|供应商|成交|(?:开发|设计|监理)(?:单位|公司|商)",
    ),
    (r"(?<!平均)(?:得分|评分)(?!低|高|结果|标准|不)|(?<!哪)几分(?!之)|多少分", r"\d\s*分|得分[：:，]?\s*\d"),
    (r"(?:什么时候|啥时候|何时|哪年|哪天|几月)[^，。？]{0,4}(?:买|购)", r"购|买|更新(?!及时)"),
    (
        r"哪(?:[家个些]|几家)?(?:公司|企业|单位|队伍|施工队|厂家?)[^，。？]{0,2}(?:承?建|修|盖|造|施工)(?:起来|好)?的?[呢啊呀]?(?=[，。？?]|$)",
        r"承?建|施工|修(?![缮养护理])|承包|中标|造(?!成|价)",
    ),
    (r"(?:哪[些几]?[项个]?|什么)(?:绩效|考核)?指标", r"指标|目标值|完成值|实际完成|年度值"),
    (r"(?:什么|哪[个种])(?:牌子|品牌|型号|车型)", r"品牌|牌子|型号|车型|[\u4e00-\u9fff]牌(?!照|匾|[号子])"),
    (
        r"(?:新[添增买购]|添置|购置)(?:了|过|的)?[^，。？]{0,6}(?:什么|啥|哪)[^，。？]{0,6}(?:设备|仪器|机器)",
        r"(?:新增|新购|购置|购入|采购|添置|更新)[^，。]{0,24}(?:\d\s*[台套]|分别|：)",
    ),
)
#: What is counted in so many of a unit; a rate, and whatever else is asked for with 多少, is told by a number.
_HOW_MANY = regex(
    r"(?:多少|(?<!哪)(?<!第)几)(?:个(?=[\u4e00-\u9fff]))?(?P<unit>盏|辆|台|套|件|人|名|家|次|期|篇|批|项|条|层|棵|座|栋|间|吨|份|场|户|本|块|只|所|国|起|例|处|亩|宗|对|针|剂|公里|米|个)"
)
_NUMBERED = r"[\d一二两三四五六七八九十百千万]\s*[余多来几]?[万千百]?个?{unit}"
_RATE = regex(r"率[^，。？]{0,10}(?:多少|百分之几|几成|多高)")
_PER_CENT = regex(r"\d\s*[%％‰]|百分之|[一二三四五六七八九]成")
_NUMBER_ASKED = regex(r"多少(?!人(?!数))")
_NUMBER = regex(r"\d|[一二两三四五六七八九十百]+[个项名家次条件期位份]")
_LISTING = regex(r"哪|有啥|(?:采购|买)(?:了|些)?(?:什么|啥)|什么(?:项目|单位)|叫(?:什么|啥)|名单|列")


@dataclass(frozen=True, slots=True)
class Texts:
    """Where running text is read: the year's documents, and others that hold a term."""

    documents: tuple[Document, ...]
    index: Callable[[], Index]
    elsewhere: Callable[[str], Index]
    dense: Dense


def tell(plan: Plan, texts: Texts) -> Evidence | Declined:
    """Quotes that answer a question on running text, or an honest refusal.

    Of a year that has no documents of its own, what those nearest to it tell by its name: 「2023年……项目自评」.
    """
    index = texts.index()
    told = _tell(plan, texts, index)
    others = _others(texts, index) if isinstance(told, Declined) and plan.year else None
    if others is None or read_asked(plan).sort is Sort.REASON:  # 「比2023年减少」 tells why of another year
        return told
    again = _tell(plan, texts, others)
    asked = read_asked(plan)
    alone = asked.sort not in (Sort.TROUBLE, Sort.REMEDY)
    if not isinstance(again, Evidence) or not _names_year(again, plan.year or 0, alone):
        return told
    return again if not alone or _covers(asked, again, others) else told


def _covers(asked: Asked, evidence: Evidence, index: Index) -> bool:
    """Whether quotations hold most of what a question names."""
    text = "".join(part for quoted in evidence.quotes for part in (*quoted.chunk.path, *quoted.sentences))
    return asked.coverage(fold(text), index.weights(asked.pairs)) >= _ITSELF


def _names_year(evidence: Evidence, year: int, alone: bool = True) -> bool:
    """Whether every quotation tells of the year by its name, and, where ``alone``, of no other."""
    texts = ["".join(quoted.sentences) for quoted in evidence.quotes]
    own = re.compile(
        rf"(?<![比较与同和跟])(?<![高低多少优快慢大小强早晚]于){year}年(?!度?(?:相比|持平|的?基础上|水平|同期))"
    )
    others = [set(_OF_YEAR.findall(text)) - {str(year)} for text in texts]
    return bool(texts) and all(map(own.search, texts)) and not (alone and any(others))


#: A year where a clause begins: what stands behind it is of that year.
_OF_YEAR = regex(
    r"(?:^|[。；;，,：:、\n（(“\"）)])\s*(20\d\d)年(?!度?(?:相比|持平|基础上|的基础上|相同|一样))"
)


def _tell(plan: Plan, texts: Texts, index: Index) -> Evidence | Declined:
    asked = read_asked(plan)
    if asked.sort is not Sort.REASON and Operation.DEFINITION in (plan.operation, _OPERATION.get(asked.sort)):
        found = define(plan, index.chunks) or _of_anybody(define(plan, texts.elsewhere(plan.text).chunks))
        if found and not _names_lacking(asked.text, found):
            return Evidence(quotes=found)
        if asked.sort is Sort.DEFINITION:
            return _unexplained(plan, texts.documents)
    if _WHAT_WAY.search(asked.text) and (found := define(plan, index.chunks)):
        return Evidence(quotes=found)
    if asked.sort is Sort.REASON:
        deed = why_short(plan, index) if plan.subject is None and not _SPENT.search(asked.text) else None
        why = deed or reasons(plan, asked, index) or row_reason(asked, index)
        why = why or _of_money(why_short(plan, index), asked.text)
        why = why or reason_elsewhere(plan, asked, index)
        return Evidence(quotes=(why,)) if why else _no_reason(texts.documents)
    if asked.sort is Sort.OTHER and HOW_COME.search(asked.text) and (short := why_short(plan, index)):
        return Evidence(quotes=(short,))
    quotes = _told(plan, asked, index, texts.dense)
    text = "".join(part for quoted in quotes for part in (*quoted.chunk.path, *quoted.sentences))
    whole = asked.sort is Sort.MAKEUP or (asked.sort in _ITEMS and not asked.concepts)
    if not whole and not has_what_is_asked(asked.text, text):
        quotes = ()
    if _MONEY.search(asked.text) and not _AMOUNT.search(text):
        quotes = ()  # 「新建工程预算多少」 is not answered by where it stands
    if pays_another(asked, fold(text)):
        quotes = ()
    quotes = _of_own_item(plan, asked, index, text) or quotes or _without_lines(plan, asked, texts, index)
    return Evidence(quotes=quotes) if quotes else _nothing(texts.documents)


def _names_lacking(asked: str, quotes: Sequence[Quote]) -> bool:
    """Whether a name is asked for, 「是什么牌子」, and quotations have none of that sort."""
    text = "".join(sentence for quote in quotes for sentence in quote.sentences)
    return any(re.search(asks, asked) and not re.search(holds, text) for asks, holds in _TELLS)


def _of_anybody(meant: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """An explanation by another body's document, where it says nothing of that body alone."""
    return meant if not any(_ITS_OWN.search(s) for quote in meant for s in quote.sentences) else ()


#: 「…以外的收入，本镇主要是捐赠」.
_ITS_OWN = regex(r"本(?:镇|乡|街道|院|校|局|中心|站|馆|所|队|县|区|市|会|委|台|社)(?!级)")


def _of_own_item(plan: Plan, asked: Asked, index: Index, told: str) -> tuple[Quote, ...]:
    """What an account that is named is for, by the list of terms, where what was found speaks of others alone."""
    if asked.sort not in (Sort.PURPOSE, Sort.DUTY) or plan.subject is None or not told:
        return ()
    name = fold(plan.subject.name)
    if plan.subject.kind not in CODED_KINDS or name not in asked.text or name in fold(told):
        return ()
    return define(plan, index.chunks)


def _without_lines(plan: Plan, asked: Asked, texts: Texts, index: Index) -> tuple[Quote, ...]:
    """What a thing is for, by the list of terms, or all that a review found, where no line says what is asked."""
    if _WHAT_FOR.search(asked.text) and (meant := define(plan, index.chunks)):
        return meant  # 「文献查新是干什么的」 where no section on duties names it
    review = whole_review(asked, plan.year or 0, index, _others(texts, index))
    return (review,) if review else ()


#: Money that was not spent is told of by accounts; anything else that fell short by what went wrong.
_SPENT = regex(r"[花用]|支出|资金|经费|预算|决算|执行|钱|收入|结[转余]")
#: What keeps money from being spent; how well papers were kept does not.
_UNSPENT = regex(
    r"支付|付款|支出|资金|[预决]算|执行(?!数|率)|用款|结[转余]|拨付|扣[减款]|验收|进度|招标|采购|合同|开工|施工|工期|完工|启动|滞后|推迟|延[期误迟]|暂缓|取消|未(?:完成|开展|实施|举办|召开|启动|落实)"
)


def _of_money(why: Quote | None, asked: str) -> Quote | None:
    """What was found wanting, where money is asked about only as far as it says what kept it from being spent."""
    if why is None or not _SPENT.search(asked):
        return why
    told = _LABELS.sub("", "".join(why.sentences))
    return why if _UNSPENT.search(told) else None


#: Columns of a table with their figures.
_LABELS = regex(r"[^，。；：]{1,12}(?:[(（][^()（）]*[)）])?：[\d.,]+[%％]?(?=，|$)")
#: 「居家养老是怎么个养法」: what it is, where that is explained.
_WHAT_WAY = regex(r"(?:怎么|咋|怎样|如何)个[\u4e00-\u9fff]{1,4}法(?=[，。？?啊呀呢]|$)")
#: What a thing is there for is asked.
_WHAT_FOR = regex(r"(?:干|做)(?:什么|啥|嘛)用?的?[呢啊呀]?$")
#: Money is asked for, and how an amount of it is written.
_MONEY = regex(
    "(?:预算|决算|支出|经费|费用?|资金|债务|金额|花费|开支|钱|投资额?|造价|总价|价格)(?:是|有|要|一?共|总共|总计|花了?)*多少"
    "|(?:一?共|总共|合计)(?:投资|投入|花费?|用)了?(?:多少|几)"
)
_AMOUNT = regex(r"\d[\d,，.]*[百千万亿]*元|\d+(?:\.\d+)?%")


def _others(texts: Texts, index: Index) -> Index | None:
    """The documents nearest to a year that has none of its own; None where it has."""
    if len(index):
        return None
    own = {document.id for document in texts.documents}
    return Index(x for x in texts.elsewhere("").leaves if {chunk.document_id for chunk in x.chunks} <= own)


def _told(plan: Plan, asked: Asked, index: Index, dense: Dense) -> tuple[Quote, ...]:
    """Names of a table, a section, or the lines that speak most of what is asked."""
    formal = (field_of(asked, index) if asked.sort in _FIELDS else None) or indicators_of(asked, index)
    if formal:
        return (formal,)
    listed = list_names(asked, index) if asked.sort in _LISTS and _LISTING.search(asked.text) else None
    if listed:
        return (listed,)
    found: Sequence[Scored] = retrieve(plan, asked, index, dense)
    if asked.sort in SECTIONS:
        section = section_of(asked, index, found)
        if section:
            own = _says_itself(asked, index, found, section) if asked.sort in _SAID_ANYWHERE else ()
            return own or (section,)
    said = said_section(asked, index) if asked.sort in _BY_HEADING else None
    if said:
        return (said,)
    quotes = _lines(plan, asked.named(), index, dense)
    if _CONTENTS.search(asked.text) and plan.subject is not None and not _enumerated(quotes):
        return define(plan, index.chunks) or quotes
    return quotes


#: What a thing consists of is asked for, which a list of terms tells too.
_CONTENTS = regex(
    r"(?:包括|包含|含)(?:了|着|的)?(?:有)?(?:些)?(?:什么|啥|哪)|由(?:什么|哪些)(?:构成|组成)|安排(?:了|些)?(?:什么|啥|哪些?)(?:支出|开支|费用)"
)
_LIST_OF = regex(r"(?:包括|包含|构成|组成|用于|安排)[：:]?[^。]{2,}?、")
#: Sorts that a line may answer outside the section that is headed so: on what grounds, whose business.
_SAID_ANYWHERE = frozenset((Sort.BASIS, Sort.DUTY))
#: So much of the question a line must hold by itself to go before a section; a section that holds less is passed by.
_ITSELF, _PASSED = 0.95, 0.75


def _enumerated(quotes: Sequence[Quote]) -> bool:
    return any(_LIST_OF.search(sentence) for quoted in quotes for sentence in quoted.sentences)


def _says_itself(asked: Asked, index: Index, found: Sequence[Scored], section: Quote) -> tuple[Quote, ...]:
    """Lines elsewhere that say all that is asked, put as an answer is, where the section does not name it at all."""
    weights = index.weights(asked.pairs)
    if (
        not asked.concepts
        or asked.coverage(fold("".join((*section.chunk.path, *section.sentences))), weights) >= _PASSED
    ):
        return ()
    quotes, _ = closest(asked, index, found)
    text = "".join(quotes[0].sentences) if quotes else ""
    whole = asked.coverage(fold(text), weights) >= _ITSELF
    return quotes[:1] if whole and re.search(CUES.get(asked.sort, "$"), text) else ()


def _lines(plan: Plan, asked: Asked, index: Index, dense: Dense) -> tuple[Quote, ...]:
    """The lines that speak most of what is asked, if they answer it."""
    quotes, share = closest(asked, index, retrieve(plan, asked, index, dense))
    if not asked.concepts or share < ENOUGH:
        return ()
    text = "".join(part for quoted in quotes for part in (*quoted.chunk.path, *quoted.sentences))
    put = asked.sort not in _PUT or re.search(CUES[asked.sort], text)
    if _EXTREME.search(asked.text) and not _EXTREME.search(text):
        return ()  # which is the most is told only where it is said
    # What else is named may stand in the lines around those that answer.
    around = fold("".join((text, *(_beside(quoted, index) for quoted in quotes))))
    whole = share >= _SURE or all(concept.held(around, {}) >= _HINT for concept in asked.concepts)
    return quotes if put and whole and not lacks_offices(asked, text) else ()


#: A form or a description is no longer than this; in it, what one row names the others are about.
_ONE_THING = 2500


def _beside(quoted: Quote, index: Index) -> str:
    """The passage that a quote is from, and all of its section where that is short."""
    section = "".join(chunk.text for chunk in index.section(quoted.chunk))
    return section if len(section) <= _ONE_THING else quoted.chunk.text


def has_what_is_asked(asked: str, text: str) -> bool:
    """Whether a text has the name or the number that is asked for: which country, what firm, how many lamps."""
    named = all(re.search(holds, text) for asks, holds in _TELLS if re.search(asks, asked))
    if not named or (_RATE.search(asked) and not _PER_CENT.search(text)):
        return False
    if _NUMBER_ASKED.search(asked) and not _NUMBER.search(text):
        return False
    counted = _HOW_MANY.search(asked)
    return counted is None or bool(re.search(_NUMBERED.format(unit=counted["unit"]), text))


def _titles(documents: Sequence[Document]) -> str:
    return "、".join(dict.fromkeys(f"《{d.title}》" for d in documents[:3]))


def _nothing(documents: Sequence[Document]) -> Declined:
    return Declined(Reason.LOW_CONFIDENCE, f"没有在{_titles(documents)}里找到回答这个问题的内容。")


def _unexplained(plan: Plan, documents: Sequence[Document]) -> Declined:
    name = f"「{plan.subject.name}」" if plan.subject else "这个词"
    return Declined(Reason.NOT_DISCLOSED, f"{_titles(documents)}和其他已收录的资料都没有解释{name}。")


def _no_reason(documents: Sequence[Document]) -> Declined:
    return Declined(Reason.NOT_DISCLOSED, f"{_titles(documents)}没有写明这件事的原因。")
