"""A thing told of in the documents' own words to the term that a question means, where no account does (所问之物)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.filled_posts import FILLED
from ingest.model import Fact, Measure, Stage
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.subjects import Subjects
from service.figures.held import HeldFacts, once
from service.figures.lookup import STANDS_FOR
from service.figures.printed_mean import printed_mean
from service.model import OF_PARTS, PHRASE_KINDS, Operation, Term
from service.projects.scores import total_of
from service.purchases.purchases import BUYING, find_purchase, is_bought_within
from service.read.citizens_words import is_other
from service.read.hearing import Heard
from service.read.segments import Role
from service.read.terms import overlap
from service.read.wording import Wording
from service.things.beside import PEOPLE, counted_beside
from service.things.listed import listed_under
from service.things.only_counted import only_counted
from service.things.other_measure import in_other_measure
from service.things.purpose import purpose_meant
from service.things.search import ANY_UNIT, Hit, left_over, search, usual_of
from service.things.told_near import told_near
from service.things.whole_beside import whole_beside, whole_meant


def _bought(wording: Wording, heard: Heard, facts: Sequence[Fact], subject: Term | None) -> Hit | None:
    """The row of the procurement statement that is meant, where a question on purchases names more than an account."""
    listed = heard.statement is not None and heard.statement[0] == "政府采购表"
    if not (listed or BUYING.search(wording.text)) or heard.count_unit is not None or heard.asked in OF_PARTS:
        return None
    if subject is not None and subject.kind in _ACCOUNTS and not wording.rest():
        return None
    row = find_purchase(heard.said, facts)
    return None if row is None else Hit(row.term, row.explained, row.explained, 1.0)


#: Kinds of account that a question on purchases may name whole.
_ACCOUNTS = ("政府采购", "三公经费")
_SPENT = regex(
    r"多少钱|几个钱|花(?:了|掉|费)?(?:多少|几)|用了?多少|支出多少|开支|费用|投入(?:了)?多少|经费多少|花销|开销"
)
#: Money by its name, of which no number of people or things is an answer: 「追回多少工资」.
_MONEY_OF = regex(
    r"多少(?:的)?(?:工资|薪水|税款?|税收|补[贴助]|罚款|货款|房?租|租金|学费|奖金|资金|贷款|债务?|款项?|押金|保[险]?费|费用)(?=[，。？?呢啊呀]|$)"
)
#: How much is planned, of what no number of things is named for: 「组织视察，预算有多少」, no 「培训人次预算多少」.
_PLANNED = regex(
    r"(?<![率量度数次积例期])预算(?:数额?|额|金额)?(?:一共|总共|共|安排|列|留|批|给|有|是|为|了)*(?:多少|几多|几何)(?=[，。？?呢啊呀]|$)"
)
_RATES = frozenset((Measure.RATE, Measure.SHARE, Measure.COMPLETION))
#: What may stand beside a unit that is counted without naming another thing.
_SAYS_ONLY = regex(r"公车|车辆|汽车|车子|车|买|购置|购|编制|在编|在职|退休|离退休|人员|职工")


def _measures(wording: Wording, heard: Heard) -> frozenset[Measure]:
    """What kind of figure is asked for: a rate where the thing is called one, money where it is asked in money."""
    if heard.content.endswith(("率", "度")):
        return _RATES
    named = next(filter(None, (said.search(wording.text) for said in (_SPENT, _MONEY_OF, _PLANNED))), None)
    money = heard.unit is not None or (heard.count_unit is None and named is not None)
    return frozenset((Measure.AMOUNT,)) if money else frozenset()


def _names_none(heard: Heard, found: Subjects, subject: Term | None) -> bool:
    """Whether a question is of accounts, of parts, or of what a word means, and of no thing."""
    if _NO_THING.fullmatch(heard.content) or found.summed or found.breakdown:
        return True
    several = bool(found.rivals) and not _is_narrowed(found, subject)
    return several or heard.asked is Operation.DEFINITION


def _is_narrowed(found: Subjects, subject: Term | None) -> bool:
    """Whether all purchases and one thing bought are named: 「政府采购买家具用具」 means the thing."""
    return subject is not None and len(found.rivals) == 1 and is_bought_within(found.rivals[0], subject)


#: 「涉及多少人」 names nothing that they are of.
_NO_THING = regex(r"(?:涉及|惠及|受益|覆盖|发给|发放|补给|帮助|给|到|的|\s)+")


def find_thing(
    wording: Wording, heard: Heard, facts: Sequence[Fact], found: Subjects, subject: Term | None
) -> tuple[Hit, Term | None] | None:
    """A thing told of in the document's own words, where no account explains the question as well."""
    if _names_none(heard, found, subject):
        return None
    content, count_unit = heard.content, heard.count_unit
    sure = _bought(wording, heard, facts, subject) or _score_of(subject, heard, facts)
    sure = sure or _mean_of(wording, heard, facts) or _of_project(wording, heard, facts, subject)
    if sure is not None:
        return sure, None
    if found.rivals:
        return Hit(found.rivals[0], 1.0, 1.0, 1.0), None
    filled = _as_filled(Hit(subject, 1.0, 1.0, 1.0), wording, facts) if subject is not None else None
    if filled is not None and filled.term != subject:
        return filled, None
    unknown = sum(map(len, wording.rest()))
    if subject is not None and not unknown and not (count_unit and subject.kind not in PHRASE_KINDS):
        return None
    if subject is not None and subject.code and subject.code in wording.text:
        return None
    if heard.asked is Operation.SHARE and (within := _over(heard, facts)) is not None:
        return within
    account = label_to_account(content)
    if subject is None and account is not None:
        return Hit(Term(account.name, account.kind), 1.0, 1.0, 1.0), None
    measures = _measures(wording, heard)
    hit = _found(wording, heard, facts, subject, measures, bare=not unknown)
    hit = hit or _for_purpose(wording, heard, facts, subject)
    known = len(found.words) / (len(found.words) + unknown) if found.words else 0.0
    if hit is None or (subject is not None and not count_unit and hit.explained <= known + 0.05):
        return None
    hit = _reached(hit, wording, facts) or hit
    hit = whole_meant(hit, content, facts) if count_unit else hit
    return _score_of(hit.term, heard, facts) or _within(hit, heard, facts) or hit, None


#: How many people it is for, of which no money is an answer: 「高龄津贴发给多少老人」.
_HOW_MANY = regex(rf"(?:多少|几)(?:个|名|位|户)?(?P<noun>{PEOPLE})(?!的?(?:钱|费|补|工资))")


def _reached(hit: Hit, wording: Wording, facts: Sequence[Fact]) -> Hit | None:
    """Those that the sentence of the money counts, where the people are asked for; None where none are."""
    said = _HOW_MANY.search(wording.text)
    own = (
        [f for f in facts if f.subject.name == hit.term.name and f.subject.kind == hit.term.kind]
        if said
        else []
    )
    if said is None or not own or any(f.measure is Measure.COUNT for f in own):
        return None
    told = {f.subject.name: f for f in counted_beside(own, "人", said["noun"], facts)}
    subject = next(iter(told.values())).subject if len(told) == 1 else None
    return (
        Hit(Term(subject.name, subject.kind, "", subject.path), 1.0, 1.0, 1.0)
        if subject is not None
        else None
    )


#: A thing within a project is named nearly whole in what the project's name leaves over.
_NEARLY, _LEFT = 0.8, 4


def _of_project(wording: Wording, heard: Heard, facts: Sequence[Fact], subject: Term | None) -> Hit | None:
    """「某项目的市民满意度」: the indicator of a project that is named whole."""
    return _within(Hit(subject, 1.0, 1.0, 1.0), heard, facts) if subject and wording.rest() else None


def _within(project: Hit, heard: Heard, facts: Sequence[Fact]) -> Hit | None:
    """「社区公共服务中心一季度用款计划」: what is asked for of a project, in the words that its name leaves over."""
    if project.term.kind != "项目":
        return None
    left = re.sub(
        r"项目|工程|新建|改建|是?多少|[的是为]", " ", left_over(heard.said, fold(project.term.name))
    )
    under = [f for f in facts if f.subject.path[:1] == (project.term.name,)]
    for run in sorted(left.split(), key=len, reverse=True):
        rated = search(_VALUE.sub("", run), under, heard.count_unit) if len(run) >= _LEFT else None
        if rated is not None and rated.explained >= _NEARLY:
            return rated
        hit = search(run, facts, heard.count_unit) if len(run) >= _LEFT else None
        if hit is not None and hit.term.kind != "项目" and min(hit.said, hit.explained) >= _NEARLY:
            return hit
    return None


#: Which value of an indicator is meant, which is no part of its name.
_VALUE = regex("实际|完成值?$|达到|年度|指标值|目标值?|多少|几")


def _over(heard: Heard, facts: Sequence[Fact]) -> tuple[Hit, Term | None] | None:
    """A part and its whole, where a share is asked for that names both."""
    named = _over_whole(heard.said, facts) or _part_of_whole(heard.content, facts, heard.count_unit)
    return named or whole_beside(heard.said, facts)


def _over_whole(said: str, facts: Sequence[Fact]) -> tuple[Hit, Term | None] | None:
    """「留给小微企业的占留给中小企业那块的百分之几」: two things told of, one over the other."""
    over = _OVER.search(said)
    words = [_AROUND.sub("", over[name].replace(" ", "")) for name in ("part", "whole")] if over else []
    part, whole = (_counted_or(text, facts) for text in words) if words else (None, None)
    return (part, whole.term) if part and whole and part.term != whole.term else None


def _counted_or(said: str, facts: Sequence[Fact]) -> Hit | None:
    """「超标井数」 is what is counted in 口 as 超标 井; else whatever is called so."""
    return search(said, facts) or (search(said[:-2], facts, said[-2]) if _NUMBERED.search(said) else None)


def _part_of_whole(
    content: str, facts: Sequence[Fact], count_unit: str | None
) -> tuple[Hit, Term | None] | None:
    """「投诉里热线转来的」, 「政府采购预算中预留给小企业的」: a thing and the whole that it is named within."""
    parts = re.split(r"里面|之中|当中|[里中]", content, maxsplit=1)
    if len(parts) < 2:
        return None
    whole, part = (search(p, facts, count_unit) for p in parts)
    account = label_to_account(parts[0])
    if part is None:
        return None
    if whole is not None and whole.term != part.term:
        return part, whole.term
    if account is not None:
        return part, Term(account.name, account.kind)
    held = next((f for f in facts if f.subject.name == part.term.name and f.source.quote), None)
    listing = listed_under(held, facts) if held is not None else None
    named = listing is not None and overlap(parts[0], fold(listing.subject.name)) > 1
    return (part, None) if named else None


_NUMBERED = regex(r"[\u4e00-\u9fff]{2}[栋户家件起人座处所台辆口次场宗名个幢间亩篇份批]数量?$")
_AROUND = regex(r"^(?:其中|里面|里头|当中|那|这)+|[的了，]+$")
_OVER = regex(
    r"(?P<part>[^占]{2,20})占了?(?P<whole>[^占]{2,20}?)(?:那块|那部分)?的?(?:百分|比例|比重|几成|多少|$)"
)
#: 「接了多少投诉」: a number of things, in whatever unit they are counted.
_NUMBER_OF = regex(
    r"多少(?!钱|元|万|亿|个?百分|资金|预算|支出|收入)[\u4e00-\u9fff]{2,12}(?:[，。？！呀啊呢吗]|$)"
)


def _staged(facts: Sequence[Fact], stage: Stage) -> Sequence[Fact]:
    """The facts of a stage, or of one that stands for it."""
    stages = STANDS_FOR.get(stage, ())
    return once(facts, (_staged, stage), lambda: HeldFacts(f for f in facts if f.stage in stages))


def _found(
    wording: Wording,
    heard: Heard,
    facts: Sequence[Fact],
    subject: Term | None,
    measures: frozenset[Measure],
    bare: bool,
) -> Hit | None:
    """The thing that the words mean; else one named for the account; else what is usually counted in the unit."""
    unit = heard.count_unit
    staged = _staged(facts, heard.stage) if unit is None and heard.stage else ()
    cars = unit == "辆" and _JUST_CARS.fullmatch(heard.content)
    hit = (
        None
        if cars
        else search(heard.content, staged, unit, measures) or search(heard.content, facts, unit, measures)
    )
    if hit is None and subject is not None and subject.kind == "总额":
        hit = search(_without_all(heard), staged or facts, unit, measures)
    if hit is None and heard.asked is Operation.AVERAGE and heard.per and subject is None:
        hit = search(heard.content, facts, heard.per)  # what is counted has the money told beside it
    if hit is None and unit is None and _is_of_rate(wording, heard, subject):
        ends = ("占比",) if _OWN_SHARE.search(wording.text) else ("率",)
        hit = next(filter(None, (search(heard.content + end, facts, None, _RATES) for end in ends)), None)
    if hit is None and unit is None and subject is None and _NUMBER_OF.search(wording.marked()):
        hit = search(heard.content, facts, ANY_UNIT)
    if hit is None and unit is not None and subject is not None:
        hit = search(re.sub(r"(?:经费|费用|支出|费)$", "", fold(subject.name)), facts, unit)
    if hit is None and unit is not None and subject is not None:
        hit = _told_with(subject, facts, unit)
    if hit is None and unit is not None and subject is None:
        hit = only_counted(heard.content, facts, unit)
    hit = hit or _told_around(wording, heard, facts, subject, measures)
    hit = None if hit is not None and in_other_measure(hit.term, wording.text, facts) else hit
    hit = _as_filled(_as_held(hit, wording, unit), wording, facts)
    if hit is None and unit is not None:
        bare = bare or not _SAYS_ONLY.sub("", "".join(wording.rest())).strip("末底初")
        known = subject is None or unit == "辆"  # how many were trained is not told by how many work there
        usual = usual_of(unit, wording.text, facts) if bare and known else None
        hit = Hit(usual, 1.0, 1.0, 1.0) if usual else None
    counted = unit is not None or _NUMBER_OF.search(wording.marked()) is not None
    if hit is not None and counted and is_other(heard.content, fold(hit.term.name)):
        return None
    return None if hit is not None and _BOUGHT.search(wording.text) and not _told_bought(hit) else hit


#: Money that came in, asked for without a word for money; people, without a word for their number.
_EARNED = regex(
    r"(?:收回?|挣|赚|进账|捐|投|租)[^，。？]{0,6}?(?:了|到|来|过来|入)*(?:多少|几[个万千百]?)(?![\u4e00-\u9fff]{1,3}[，。？]|人|[件个户])"
)
#: Rent that is taken in is none that is paid (租赁费).
_LET = regex(r"租出去|租给|出租|(?:收回?|收取)[^，。？]{0,4}租金")
_HEADS = regex(rf"(?:多少|几)(?:个|名|位)?(?:人(?!民|次)|{PEOPLE})")


def _told_around(
    wording: Wording, heard: Heard, facts: Sequence[Fact], subject: Term | None, measures: frozenset[Measure]
) -> Hit | None:
    """What the words around a number say, where no name does; over nothing, for what one of them gets is no whole."""
    named = subject is not None and subject.kind != "总额" and _LET.search(wording.text) is None
    if named or heard.asked is not None or heard.per or "平均" in wording.text:
        return None
    unit = heard.count_unit or ("人" if _HEADS.search(wording.marked()) else None)
    money = unit is None and (Measure.AMOUNT in measures or _EARNED.search(wording.text) is not None)
    content = _without_all(heard)
    return told_near(content, wording.text, facts, unit) if unit or money else None


def _for_purpose(wording: Wording, heard: Heard, facts: Sequence[Fact], subject: Term | None) -> Hit | None:
    """Money that is asked for by what it was for, where no account but the whole is named."""
    of_money = heard.count_unit is None and _SPENT.search(wording.text) is not None
    other = subject is not None and subject.kind != "总额"
    return purpose_meant(_without_all(heard), facts) if of_money and not other else None


#: A share that has a name of its own, which says of what it is: 药占比, 耗占比.
_OWN_SHARE = regex(r"(?<=[\u4e00-\u9fff])占比(?=(?:是|为|有)?(?:多少|多高|多大|几)|[，。？?]|$)")


def _is_of_rate(wording: Wording, heard: Heard, subject: Term | None) -> bool:
    """「按时办完的比例有多高」 is a rate by its own name, 按时办结率, where no whole is said."""
    bare = _OWN_SHARE.sub("", wording.text)
    return heard.asked is Operation.SHARE and subject is None and "占" not in bare


def _without_all(heard: Heard) -> str:
    """「花多少钱请中介机构」: the content without the words that mean all the money."""
    content = heard.content
    for word in heard.words:
        if word.role is Role.SUBJECT and isinstance(word.value, Term) and word.value.kind == "总额":
            content = content.replace(word.text, " ")
    return content.strip()


#: How many were bought is not told by how many there are.
#: Cars of no sort: all that there are, and not the sort with the shortest name.
_JUST_CARS = regex(r"(?:公务)?(?:用?车辆?|汽车|公车)?")


#: People who are there are not told by the posts that there are (编制).
_THERE = regex(r"实际|实有|在编|在岗|现有")
_POSTS = regex(r"编制(?:数|人数)?$")


def _as_filled(hit: Hit | None, wording: Wording, facts: Sequence[Fact]) -> Hit | None:
    """「事业编制实际多少人」: who fills the posts, where that is told; else nothing."""
    if hit is None or not _POSTS.search(hit.term.name) or not _THERE.search(wording.text):
        return hit
    name = f"{hit.term.name}{FILLED}"
    return (
        replace(hit, term=replace(hit.term, name=name))
        if any(f.subject.name == name for f in facts)
        else None
    )


def _told_with(subject: Term, facts: Sequence[Fact], unit: str) -> Hit | None:
    """「接待多少人次」 where the sentence on 公务接待费 counts 来宾87人次: the only count in that unit there."""
    stem = re.sub(r"(?:经费|费用|支出|费)$", "", fold(subject.name))
    told = [f for f in facts if f.unit == unit and f.source.quote and stem in fold(f.source.quote)]
    if (
        len({(f.subject.name, f.value, f.year) for f in told}) != 1
        or told[0].subject.kind not in PHRASE_KINDS
    ):
        return None
    return Hit(Term(told[0].subject.name, told[0].subject.kind, "", told[0].subject.path), 1.0, 1.0, 1.0)


_BUYING = regex(r"买|购|更新|新增|添|报废|处置")
_BOUGHT = regex(r"(?:买|购置|新购|添置)[^，]{0,6}(?:多少|几)[辆台部]")


def _told_bought(hit: Hit) -> bool:
    return bool(_BUYING.search(hit.term.name))


def _as_held(hit: Hit | None, wording: Wording, unit: str | None) -> Hit | None:
    """Nor is how many there are told by how many were bought, 「公务用车购置0辆」."""
    buying = unit == "辆" and hit is not None and _told_bought(hit)
    return None if buying and not _BUYING.search(wording.text) else hit


def _mean_of(wording: Wording, heard: Heard, facts: Sequence[Fact]) -> Hit | None:
    mean = printed_mean(wording, heard, facts)
    return None if mean is None else Hit(mean, 1.0, 1.0, 1.0)


#: A score is asked for without its unit: 「自评得分多少」.
_SCORE_ASKED = regex(r"(?<!平均)(?:得分|评分|自评分数?)(?:是|为|有)?(?:多少|几|[？?。]*$)")


def _score_of(subject: Term | None, heard: Heard, facts: Sequence[Fact]) -> Hit | None:
    """The total score of a project, where points are asked for and no indicator is named."""
    asked = heard.count_unit == "分" or _SCORE_ASKED.search(heard.said) is not None
    term = total_of(subject, facts) if asked else None
    return Hit(term, 1.0, 1.0, 1.0) if term else None
