"""A follow-up in the words of the question before it: the same again of another sort, year, or part (接着问).

「第二季度计划用多少？」「三季度呢」 asks the same of the third. What is said of a family of words takes the place of its
kin in the question before, so that amount, rate, stage and unit stay what they were. Rows of data, tried from the top.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.follow.put_right import put_right
from service.model import Operation
from service.read.clauses import clauses

#: Words of which a question has one, and the follow-up another; longer ones first.
FAMILIES: tuple[tuple[str, ...], ...] = (
    ("第?一季度", "第?二季度", "第?三季度", "第?四季度"),
    ("上半年", "下半年"),
    ("年初(?!预算)", "年[末底]"),
    ("期初", "期末"),
    ("批次?", "人次"),
    ("货物类?", "工程类?", "服务类?"),
    ("中小(?:微)?企业", "小微企业|小型和?微型企业"),
    ("离休(?:人员)?", "(?<!离)退休(?:人员)?"),
    ("行政编制", "事业编制"),
    ("基本支出", "项目支出"),
    ("人员经费", "公用经费"),
    ("地上", "地下"),
    ("日报", "周报", "月报", "季报"),
    ("一等奖?", "二等奖?", "三等奖?"),
    ("男", "女"),
)
#: What a follow-up may say for a word of a family, where it leaves its ending out: 「基本的呢」.
_SHORT = {"基本": "基本支出", "项目": "项目支出", "人员": "人员经费", "公用": "公用经费"}
_LEADS = r"(?:那么?|还有|再|其中|里[头面边]|里|当中|专门|单独|给|留给|预留给|授予|买|采购|光|只看|单看|，)*"
_ENDS = r"(?:的|类|那块|这块|方面|那部分|部分)*(?:又?是|又|有)?(?:多少|几何|怎么样)?(?:呢|呐|啊|呀|吗)?[？?。！!]*"
_MARKS = regex(r"[，,、\s]+")


def taken_up(text: str, talk: Talk) -> str:
    """The follow-up with what it leaves out said; the text itself where it takes up nothing."""
    if not talk:
        return text
    last = talk[-1]
    text = _of_spoken_years(put_right(text), talk)
    text = _since_before(text, talk)
    for read in (_of_family, _of_years, _of_other_year, _again):
        made = read(text, last.said, last.years)
        if made:
            return made
    return text


#: What is counted, as a word for it may follow the number: 「加起来是多少块」.
_UNIT = r"(?:钱|万元|亿元|元|块|件|辆|人次|人|批次|批|次|家|个|户|套|台|篇|起|处|座|万?吨|平方米|公里|对|名|例|期|场|项|份|亩|盏|棵|条|种|间|头|只)"
#: What sets the years against each other that were asked about one after the other, and how it is asked of them.
_OF_BOTH_YEARS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(rf"^(?:那么?|这|它们?|他们?)*(?:{pattern})(?:呢|啊|呀)?[？?。]?$"), asked)
    for pattern, asked in (
        (rf"(?:两年|两者|二者|前后|之间|俩|两个数|中间)*(?:相?差|差额|相差)(?:了|是)?(?:多少|几何|几)?(?:个?百分点|{_UNIT})?", "相差多少"),
        (rf"(?:两年|俩|它俩|两个|这两年|三年|几年|总共)*(?:的)?(?:数字?)?(?:一共|合计|总共|加起来|加一起|合起来|加一块儿?|相加|总数|共计|共)(?:总共|一共|合计)?(?:是|有|为|花了|用了|办了)?(?:(?:多少|几){_UNIT}?)?", "加起来一共多少"),
        (r"哪一?年(?:的)?(?:更)?(?P<more>[多少高低大小])(?:一?些)?(?:[，,](?:多少|差多少|[多高大]多少))?", "哪年更{more}"),
        (rf"(?:是)?(?:涨|增|升|降|减|跌|变化|增加|减少|增长|下降|变|多|少)(?:了|出)?(?:多少|几){_UNIT}?", "增减多少"),
        (r"(?:是)?(?:涨|增|升|降|减|跌|变化|增加|减少|增长|下降|变)(?:了)?(?:百分之几|百分之多少|几成)|(?:增幅|降幅|涨幅|增长率|变动率|增减幅度)(?:是)?(?:多少)?", "增减百分之几"),
        (rf"(?:两年|俩|这两年|三年|几年)*(?:的)?(?:平均|年均|平均每年|平均下来)(?:每年)?(?:是|有)?(?:(?:多少|几){_UNIT}?)?", "平均多少"),
    )
)  # fmt: skip


#: Why two years that were asked about in turn differ is told of the later.
_WHY_MOVED = regex(
    r"^(?:为什么|为啥|为何|怎么)?(?:会)?(?:变|增加|减少|下降|上升|增长|涨|降|多|少|变化|上涨|变动)(?:了|得)?(?:这么多|那么多|这么少)?的?(?:主要)?(?:原因|缘由|理由|缘故)?(?:是什么|呢|是啥)?[？?。]*$"
)
_OF_RATES = (
    Operation.SHARE,
    Operation.CHANGE_RATE,
    Operation.CHANGE,
    Operation.COMPLETION,
    Operation.AVERAGE,
)
_GAP = regex(
    r"^(?:那么?|这|它们?|两年|两者|二者|前后|之间|俩)*(?:(?:相?差|差额)(?:了|是)?(?:多少|几)?|(?:涨|增|升|降|减|高|低|变化?|提高|下降|上升)了?(?:多少|几))个?(?:百分点|点)?(?:呢|啊)?[？?。]?$"
    r"|^(?:那么?|有(?:什么|啥)?)?(?:变化|增减|变动|涨跌)(?:情况|幅度)?(?:了|是)?(?:多少|几个?百分点|如何|怎么样)?(?:呢|啊)?[？?。]?$"
)


def _of_spoken_years(text: str, talk: Talk) -> str:
    """「2018年多少」「2019年呢」「差多少」 is of both years: of those that were asked about in turn, of one thing."""
    if len(talk) < 2:
        return text
    last, before = talk[-1], talk[-2]
    plans = (last.plan, before.plan)
    alike = len({(p.subject, p.breakdown, p.operation) for p in plans}) == 1 and last.bodies == before.bodies
    years = sorted({*last.years, *before.years})
    if (
        not alike
        or len(last.bodies) != 1
        or len(last.years) != 1
        or len(before.years) != 1
        or len(years) != 2
    ):
        return text
    rates = last.plan.operation
    if rates in _OF_RATES:
        return (
            f"{years[0]}年和{years[1]}年占比差几个百分点"
            if rates is Operation.SHARE and _GAP.match(text)
            else text
        )
    if _WHY_MOVED.match(text):
        return f"{years[-1]}年比{years[0]}年{text}"
    for pattern, asked in _OF_BOTH_YEARS:
        said = pattern.match(text)
        if said is not None:
            if asked == "增减多少" and last.plan.subject is not None and last.plan.subject.kind == "总额":
                asked = "相差多少"  # of the two that were told, not of another total's printed change
            told = _spoken_run(talk) if asked in _OF_ALL_YEARS and _MANY_YEARS.search(text) else years
            return f"{'和'.join(f'{year}年' for year in told)}{asked.format(**said.groupdict())}"
    return text


#: What is done with three years and more, and how these are said.
_OF_ALL_YEARS = ("加起来一共多少", "平均多少")
_MANY_YEARS = regex("三年|几年")


def _spoken_run(talk: Talk) -> list[int]:
    """The years that one thing was asked of in turn, up to now."""
    last, years = talk[-1], set[int]()
    for turn in reversed(talk):
        same = turn.plan.subject == last.plan.subject and turn.plan.breakdown == last.plan.breakdown
        if not same or turn.bodies != last.bodies or len(turn.years) != 1:
            break
        years.update(turn.years)
    return sorted(years)


_BARE = regex(
    r"^(?:那么?|还有)?(?P<what>(?!.*(?:年|预算|决算|比|占|多|少))[^，。？\d]{2,14}?)(?:的)?呢[？?]?$"
)


def _since_before(text: str, talk: Talk) -> str:
    """「2024年预算比2023年决算少多少」「那三公呢」 is counted from the same: the year and the stage that were named."""
    plan = talk[-1].plan
    said = _BARE.match(text)
    changed = plan.operation in (Operation.CHANGE, Operation.CHANGE_RATE) and len(talk[-1].bodies) == 1
    if said is None or not changed or not plan.base_kind:
        return text
    year = f"{plan.base_year}年" if plan.base_year else "上年"
    how = "增减多少" if plan.operation is Operation.CHANGE else "增减百分之几"
    return f"{said['what']}比{year}{plan.base_kind}{how}"


def _of_family(text: str, said: str, _years: Sequence[int]) -> str:
    """The question before with the word of the family that is said now."""
    bare = _MARKS.sub("", text)
    for family in FAMILIES:
        for word in family:
            named = re.fullmatch(f"{_LEADS}(?P<word>{word}){_ENDS}", bare)
            if named:
                return _swapped(said, family, word, named["word"])
    short = re.fullmatch(
        f"{_LEADS}(?P<word>{'|'.join(_SHORT)})(?:的{_ENDS}|呢[？?]?|(?:的)?(?:部分|那部分|这部分|那块|这块)(?:的)?{_ENDS})",
        bare,
    )
    if short:
        word = _SHORT[short["word"]]
        family = next(f for f in FAMILIES if word in f)
        return _swapped(said, family, word, word)
    return ""


def _swapped(said: str, family: Sequence[str], word: str, now: str) -> str:
    """The question with the one other word of the family changed; empty where it has this one too, or several."""
    said = _from_kin(said, family)
    kin = [m for other in family if other != word for m in re.finditer(other, said)]
    if len({m[0] for m in kin}) != 1 or re.search(word, said):
        return ""
    for match in reversed(kin):
        said = said[: match.start()] + now + said[match.end() :]
    return said


def _from_kin(said: str, family: Sequence[str]) -> str:
    """Of several questions in one, those from the first that has a word of the family."""
    parts = clauses(said)
    held = [place for place, part in enumerate(parts) if any(re.search(word, part) for word in family)]
    return said if not held or not held[0] else "，".join(parts[held[0] :])


_NUMBER = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_COUNT = "(?P<count>[一两二三四五])"
#: Years told from those spoken of, and whether these belong to them: 「前两年也列上」, 「后面两年呢」.
_YEARS_TOLD: tuple[tuple[re.Pattern[str], int, bool], ...] = (
    (regex(rf"(?:再|把|连|算上|加上)*(?:往)?前面?{_COUNT}年(?:的)?(?:也|都|一起|一并|一块儿?)+(?:列|加|算|说|放|报|给)(?:上|出来|一下|进来|进去|出)?"), -1, True),
    (regex(rf"(?:再|把|连|算上|加上)*(?:往)?后面?{_COUNT}年(?:的)?(?:也|都|一起|一并|一块儿?)+(?:列|加|算|说|放|报|给)(?:上|出来|一下|进来|进去|出)?"), 1, True),
    (regex(rf"^(?:那么?|再)?(?:往)?后面?(?:的)?{_COUNT}年(?:的)?(?:分别|各)?(?:是?多少|怎么样)?呢?[？?]?$"), 1, False),
    (regex(rf"^(?:那么?|再)?(?:往)?前面?(?:的)?{_COUNT}年(?:的)?(?:分别|各)?(?:是?多少|怎么样)?呢?[？?]?$"), -1, False),
)  # fmt: skip
#: 「看三年走势」 behind the years.
_COURSE = regex(r"[，,、\s]*看?(?:一下|看)?(?:[一两二三四五]年)?的?(?:走势|趋势|变化|情况)(?:如何|怎么样)?")


def _of_years(text: str, _said: str, years: Sequence[int]) -> str:
    """The years by their numbers, and what is asked of them."""
    spoken = sorted(year for year in years if year)
    for pattern, step, both in _YEARS_TOLD if spoken else ():
        told = pattern.search(text)
        if told is None:
            continue
        start = spoken[0] if step < 0 else spoken[-1]
        others = [start + step * n for n in range(1, _NUMBER[told["count"]] + 1)]
        named = "、".join(f"{year}年" for year in sorted({*others, *(spoken if both else ())}))
        course = _COURSE.search(text, told.end())
        rest = text[: told.start()] + (text[course.end() :] if course else text[told.end() :])
        return f"{named}分别是多少{'' if _MARKS.sub('', rest).strip('？?。！!呢') == '' else '，' + rest}"
    return ""


#: Another year, and nothing else; words of a question that its plan does not carry on.
_YEAR_ALONE = regex(r"^(?:那么?|换成|到)?(?P<year>(?:20)?\d\d)年度?的?(?:是|又是)?(?:多少)?呢?[？?。]*$")
_OF_QUARTERS = regex(r"季度|[上下]半年")
_YEAR_SAID = regex(r"(?<!\d)(?:20)?\d\d年")


def _of_other_year(text: str, said: str, _years: Sequence[int]) -> str:
    """「四个季度的用款计划加起来多少」「2025年呢」: the question before, of the other year."""
    year = _YEAR_ALONE.match(_MARKS.sub("", text))
    once = len(_YEAR_SAID.findall(said)) == 1
    return _YEAR_SAID.sub(f"{year['year']}年", said) if year and once and _OF_QUARTERS.search(said) else ""


#: What a follow-up adds to the same question again and that names nothing: the pattern, what stays of it.
_ADDED: tuple[tuple[re.Pattern[str], str], ...] = (
    (regex(r"(?<=呢)[，,、\s]*(?:也|还|又)?(?:是|有)?(?:这么|那么|一样|同样)(?:多|少|高|低|的)?(?:[部件个辆人家条项次套台][\u4e00-\u9fff]{0,4})?[吗么][？?]?$"), ""),
    (regex(r"(?<=呢)[，,、\s]*(?:变成|变|成|到|涨到|降到|增到|减到|又是|又有)了?(?P<count>[几多]少?[辆件个人家台套次名条项][\u4e00-\u9fff]{0,3})了?[？?]?$"), r"，\g<count>"),
    (regex(r"^(?:那么?)?(?:只|单|光)(?:看|算|说|论)(?P<what>[\u4e00-\u9fff]{2,12}?)呢[，,、\s]*不[含算计](?:年初|年末)?结转(?:和|、)?(?:结余)?[？?]?$"), r"\g<what>呢"),
    (regex(r"^(?:那么?)?(?:只|单|光)(?:看|算|说|论)(?P<what>[\u4e00-\u9fff]{2,12}?)呢[？?]?$"), r"\g<what>呢"),
)  # fmt: skip
#: Why a thing is gone, said without asking: 「归零的理由」.
_WHY: Callable[[str], re.Match[str] | None] = regex(
    r"^(?:那么?)?(?P<how>归零|清零|没有了|没了|取消|变成零|为零|减少|增加|下降|上升|变化|涨|降)了?的(?:主要)?(?:理由|缘由|原因|缘故|主因)(?:是什么|呢|是啥)?[？?]?$"
).match


def _again(text: str, _said: str, _years: Sequence[int]) -> str:
    """The follow-up without what only says that the same is asked, or its reason in plain words."""
    if _WHY(text):
        return "主要原因是什么"
    made = text
    for pattern, kept in _ADDED:
        made = pattern.sub(kept, made)
    return made if made != text else ""
