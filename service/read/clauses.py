"""Several questions in one, cut so that each can be answered after the other (分问).

「政府采购预算多少？其中工程又是多少？」 asks twice; what the second leaves out is taken from the first, as in a
conversation.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.figures.than_said import SAID
from service.read.items import items
from service.read.run_on import with_marks
from service.read.topics import carried
from service.read.two_nouns import two_nouns

#: Who does it, which sets nothing against anything.
_DOES = r"(?:单位|公司|机构|企业|部门)?的?(?:来|去|负责|承担|承办|承建|实施|执行|做|干|搞|管|落实|牵头)"
#: Words that ask.
_ASKS = regex(
    rf"哪[个家]{_DOES}|多少|(?<![大要多]的)几(?![乎点])|为什么|为啥|咋|哪些|哪(?:里|儿)?来的|哪[几两三四五项]|哪家(?=公司|企业|单位|报社|医院|宾馆|酒店|机构|银行|学校)|什么|啥|百分之|占比|比重|比例|多大|(?:怎么|咋)(?:样|安排|做|办|干|推|采购|处理|整改|改|解决)|怎样|如何|吗|呢|谁"
    r"|(?:哪一?|何)种(?:采购)?(?:方式|形式)|(?:增加?|增长|多了?|上升|涨了?|高)还是(?:减|下降|少|跌|降|低)"
)
#: Marks that may stand between two questions; a comma or a space only where both sides ask.
_MARKS = regex(r"[？?。！!；;，,、\s]+")
#: Each of those that the part before asks for, and what is done with it: 「各安排了」「每个项目花」「一个用」.
_EACH = (
    r"(?:各自?|每一?[个项笔样](?:项目)?|^一[个项笔])(?:都|又|共|一共|实际|的)*"
    r"(?:[是有为占收给批]|花费?|用|安排|投入?|支出?|拨|列支?|执行率?|超[出过支]?)*(?:掉|出去|下去)?了?"
)
#: Words that set the parts against each other: then they are one question.
_TOGETHER = regex(
    rf"哪个(?!{_DOES})|(?<![跟和与同由请找被向是])哪家(?!{_DOES})|"
    r"哪一?年|谁(?=[的家]?[^，。？]{0,6}[多少高低大小最更])|差(?!旅)|加起来|合起来|相加|总和|之和|(?<![同占百对相])比(?![例重]|上一?年|去年|前一年|\d{2,4}年).{0,12}[多少高低大小]|更[多少高低大小]|分别|"
    rf"{_EACH}(?:多少|几)|"
    r"平均(?!分|得分|多少分|打|自评|评分|[到下来]*[每一][个辆人台批件])|前[三五]|^[多少高低大小](?:出来?|了)?(?:多少|几[^天年])|几倍"
)
#: What is set against each other is named in the same part: 「基本支出和项目支出各占多少」.
_OWN_PAIR = regex(
    r"^其中[\u4e00-\u9fff]{4,10}各|[\u4e00-\u9fff）”]{2,}[和与及跟、][\u4e00-\u9fff“（]{2,}?(?:哪个|谁|各|分别|相?差|加起来|合起来|相加|总和|之和|合计)"
)
#: Words of a sum: in a later question they add up what the earlier ones name, unless it counts in a unit of its own.
_SUMMED = regex(
    r"(?:一共|合计|总共|共计)(?!(?:是|有|为|接待了?|来了?)?(?:多少|几)个?(?:[人批件家户辆台座篇份条场期]|项目))"
)
#: How much more, of what the part before held against each other.
_MORE = regex(r"[多少高低大小][了出]?来?(?:多少|几[个万亿千百辆件人名台家项分])[^，。？]{0,4}")
#: Words between two things named in one question.
_AND = regex(r"[和与跟、]")
#: A count and an amount asked for in one breath: 项目几个一共多少钱.
_COUNTED = regex(
    r"((?:几|多少)[个辆件家人项次])(?=(?:一共|总共|共|涉及|合计).{0,8}多少|(?:[花用要]了?)?多少(?:钱|资金|金额|万元))"
)
#: The same with the thing behind its unit: 「买了几辆车花多少钱」.
_COUNTED_THING = regex(
    r"((?:几|多少)(?:批次?|人次|[个辆件家人项次台座场期名户])[\u4e00-\u9fff]{0,4}?)(?=(?:一?共|总共)?(?:花|用)(?:了|去|掉)?(?:多少|几))"
)
#: Two counts of two things: 「几个村委会几个社区」, 「脱贫多少户多少人」.
_TWO_THINGS = regex(
    r"((?:几|多少)(?:户|家|个|名|件|起|场|期|批次?|辆|台|座|处|篇)(?!百分|点)[\u4e00-\u9fff]{0,5}?)(?=(?:几|多少)(?:人次?|户|家|个|名|件|起|场|期|辆|台|座|处|篇)(?!百分|点))"
)
#: The same where the second is counted in a word that is not known: it is asked for all the same.
_TWO_COUNTED = regex(
    r"((?:几|多少)(?:户|家|名|件|起|场|期|批次?|辆|台|座|篇))(?=(?:几|多少)[\u4e00-\u9fff]{1,2}[？?。]*$)"
)
#: An amount and a rate of change asked for in one breath: 「变动额和变动率」, 「增加额和增长率」.
_AMOUNT_AND_RATE = regex(
    r"(?P<amount>(?:变动|变化|增减|增加|减少|增长|下降)(?:的)?(?:额|数额|金额))[和与及、以]+"
    r"(?:(?:变动|变化|增减|增加|减少|增长|下降)?(?:率|幅度|百分比|%)|[增降涨减]幅)(?:(?:分别|各自?)(?:是|为|有)?(?:多少)?)?"
)
#: The same after a pause, 「跟上年比呢？要金额和百分比」, and a change asked for beside the figure, 「支出及同比增幅」.
_BOTH_WANTED = regex(
    r"(?:呢)?[，？?]?(?:要|给|列|说)?(?:出|下)?(?:金额|数额)[和与及、](?:百分比|幅度|比例|比率)"
)
_AND_RATE = regex(
    r"(?<=[\u4e00-\u9fff]{2})(?<![之总])[和与及、](?:其|它)?(?P<since>同比|(?:较|比|与)上年(?:相比)?)?的?(?P<what>增幅|降幅|增减额|增减率|增减情况|变化情况|同比(?=[？?。]|$)|变动情况|增减(?=[？?。]|$)|增减幅度|变动幅度|变动率|变化幅度|增长率|增速|占比|比重|执行率|完成率)"
    r"(?:(?:各自?|分别)(?:是|为|有)?多少)?(?=[？?。]|$)"
)
_AND_MONEY = regex(
    r"(?P<count>(?:个数|件数|家数|辆数|人数|数量))[和与及、](?P<money>涉及(?:的)?资金|金额|资金)(?=[？?。]|$)"
)
#: How much it moved, and in a breath of its own how much that is in per cent: 「砍掉多少？百分之几？」.
_MOVED_BY_RATE = regex(
    r"(?P<moved>(?:增|减|砍|压|缩|涨|跌|降|升|[多少高低][了出]?|差)[^，。？?]{0,5}?多少(?:钱|万元|元|万)?|[多少高低][了出]?(?:多少|几)[个件辆人家起项台块]?)"
    r"[？?，,、\s]+(?:那|也就是|合|折合|换成|是|就是|又|大概|约)*(?P<way>[降增减涨跌升]了?|幅度(?:是|有)?)?"
    r"(?:百分之(?:几|多少)|百分比(?:是|呢)?(?:多少)?|几成|比例(?:是|呢)?(?:多少)?)(?:呢)?(?=[？?。]*$)"
)
#: The same in plain words, 「增加了多少万元，增长多少」: the second time the rate is wanted.
_MOVED_BOTH = regex(
    r"(?P<moved>(?:增加|减少|变动|变化|[增减多少])(?:了|额|数)?(?:是|为)?多少(?:钱|万元|元|万|亿元)?)[？?，,、\s]+(?:同比)?"
    r"(?:(?:增长|下降|上升|上涨)(?:了)?|(?:增幅|降幅|涨幅|减幅|变动率|变化率|增长率|下降率|增减率|变动幅度|变化幅度|增减幅度|增长幅度|下降幅度)(?:是|为)?)(?:多少)(?=[？?。]*$)"
)
#: A change and what made it: 「同比增幅及主因」.
_AND_WHY = regex(
    r"(?P<what>增幅|降幅|(?:增减|增加|减少|增长|下降|变动|变化)(?:额|数|率|幅度|情况)?|差额|差异|增速|(?:完成|执行)率|(?:数额|金额|多少|百分之几))"
    r"(?:以及|[和与及、，])(?:其|它|主要|具体|增减|变动|变化|增加|减少|增长|下降)*的?(?:原因|主因|成因|缘由|缘故|理由)(?:是什么|有哪些|在哪)?(?=[？?。]|$)"
)
#: A sum and what each is of it: 「三项合计及各自占比」.
_SUM_AND_SHARES = regex(
    r"(?:[两二三四五]项|[两三]者)?(?:合计|总计|总额|总和)(?:数|金额)?(?:以及|[和与及、])(?:其)?各自?(?:的)?(?:占比|比重|比例)(?=[？?。]|$)"
)
_AND_WHY_TOO = regex(
    r"多少(?:以及|[和与及、])(?:其|它|主要|增减|变动|变化)*的?(?:原因|主因|成因)(?=[？?。]|$)"
)
#: A figure and its share of a whole that is named: 「金额及占基本支出的比重」.
_AND_SHARE = regex(
    r"(?<=[\u4e00-\u9fff]{2})(?:以及|[和与及、])(?P<share>占[^，。？]{2,14}?的?(?:比重|比例|百分比|份额|百分之几))(?:是多少)?(?=[？?。]|$)"
)
#: Who or when is asked about, said after all that is asked: 「…增减额和增减率（城管局）」.
_BEHIND = regex(
    r"(?P<asked>.*[^（(])(?P<who>[（(](?![^（()）]*(?:百分|[比率元前从几个]|小数|单位|多少))[^（()）]{2,16}[)）])"
    r"(?P<end>[？?。]*)$"
)
#: Only leads to the question: 「无形资产呢，几项」.
_LEADS = regex(r"[^？?。]{2,20}呢")
_WHETHER = regex(r"(?:那|又|另外|还|其中)?(?:有没有|有无)")
#: What asks by itself; 呢 and 吗 alone may only lead to the question.
_STRONG = regex(r"多少|几(?![乎点])|为什么|为啥|咋|哪|什么|啥|百分|谁|多[大长高]")
#: Both ends of an order, asked one after the other.
_BOTH_ENDS = regex(r"最([多大高少小低])")
#: How many there are, and then which.
_NUMBER = regex(r"(?:几|多少)[个家项种类]")
_NAMED = regex(r"(?:分别|都|各|具体|是|有|叫)*(?:哪|什么|啥)[些几个家项种类样名字]*")
#: 「接待了几批然后多少人次」: two counts in one breath, of one doing.
_TWO_COUNTS = regex(
    r"(?P<doing>(?<![^，。？！；\s])(?:(?!多少|几)[^，。？！；\s])*?|(?<=\s))(?P<one>(?:几|多少)(?:批次?|期|场次?|次|趟|组|团组?))[，、]?(?:然后|和|跟|以及|共|一共|总共|涉及)?"
    r"(?P<other>(?:几|多少)个?人次?)(?=[^\u4e00-\u9fff]|$)"
)
#: 「接待花了多少，几批次、多少人次」: two counts behind the money.
_AND_COUNTS = regex(
    r"(?P<money>多少(?:钱|万元|元|万)?)[\s，]+(?P<one>(?:几|多少)批次?)[、，](?P<other>多少人次?)(?=[^\u4e00-\u9fff]|$)"
)
#: Posts and those who fill them are held against each other: 「编制多少人，实有多少」.
_POSTS_AND_PEOPLE = regex(
    r"编制[^，。？]{0,6}(?:多少|几)[^，。？]{0,3}[，,、\s]+(?:那|其中|又)?(?:年末|年底)?(?:实有|实际|在职|在编|现有|在岗)[^，。？]{0,6}(?:多少|几)"
    r"[^，。？]{0,3}[？?。]*$"
)
#: How many the one that is first has: 「哪个单位人数最多，实有多少人」.
_MOST_HAS = regex(r"(?:现有|实有|一共|共)?(?:是|有)?(?:多少|几)个?[人名辆台套][呢啊]?")
#: How much that is, by no word or by those that the first was picked out by.
_MOST_IS = regex(
    r"(?P<of>(?:收入|支出|预算|决算|经费|完成率|采购)*)(?:金额|数额|总额|规模|数量|得分|分值|分数|件数|个数)?"
    r"(?:一?共|总共|分别|各)?(?:是|有|为|得了?|打了?|花了?|用了?|标了?|完成了?)?(?:多少|几|百分之几|百分之多少)(?:钱|万元|亿元|元|[分件个])?[呢啊]?"
)
_OF = regex(r"收入|支出|预算|决算|经费|完成率|采购")
_FIRST = regex(r"最[多少高低大小]|第[一二三1-3]")
#: Whether all that are counted are of one sort: 「几辆车，都是特种车吗」.
_ALL_OF_ONE_SORT = regex(
    r"车[^，。？]*[，,、\s]+(?:是不是|是否)?(?:全部?都?|都)(?:是|拿来|用来|用于)[^，。？什哪啥谁]{2,8}(?:吗|么|嘛)[？?。]*$"
)
_MOST = 4
#: What only says in which unit to answer: 「讲多少万元就好」.
_IN_UNIT = regex(
    r"(?:请|就|只|麻烦)?(?:讲|说|报|给|按|用|以|换算?成?|折合?成?|算成?|单位)[^，。？]{0,4}(?:[万亿千百]?元|百分比|百分之几|小数)"
    r"[^，。？]{0,6}"
)

#: Who won a contract, and behind that only for how much: one row of a list tells both.
_WON = regex(
    r"中标|中了[^，。？]{0,3}标|成交|供应商|公司|企业|厂家|(?:采购|[买购])[^，。？]*最[贵大高]|最[贵大高][^，。？]{0,6}(?:采购|[买购])"
)
_FOR_HOW_MUCH = regex(
    r"(?:签的?|合同|中标|成交)*(?:的)?(?:金额|价款?|价格|价钱|总?额)?(?:是|有|为|共|一共|总共)?(?:多少(?:钱|万元?|元)?|多大|几多)"
)

#: 「自评项目数，其中评优几个」: the number of all, said as a heading is, and that of a part.
_NUMBER_AND_PART = regex(
    r"(?P<number>[\u4e00-\u9fff]{2}(?:项目|单位|人员|车辆|案件|投诉|设备|人|件|辆|家)数量?)[，,](?=其中[^，。？]{1,14}(?:几|多少))"
)
_PARTED: tuple[tuple[re.Pattern[str], str], ...] = (
    (_AMOUNT_AND_RATE, r"\g<amount>多少，增减幅度多少"),
    (_MOVED_BY_RATE, r"\g<moved>，增减幅度多少"),
    (_MOVED_BOTH, r"\g<moved>，百分之几"),
    (_BOTH_WANTED, r"，增减额多少，增减幅度多少"),
    (_SUM_AND_SHARES, r"合计多少，各占多少"),
    (_AND_WHY_TOO, r"多少，主要原因是什么"),
    (_AND_WHY, r"\g<what>是多少，主要原因是什么"),
    (_AND_SHARE, r"是多少，\g<share>是多少"),
    (_AND_RATE, r"是多少，\g<since>\g<what>是多少"),
    (_AND_MONEY, r"\g<count>是多少，\g<money>是多少"),
    (_NUMBER_AND_PART, r"\g<number>是多少，"),
    (_COUNTED, r"\1，"),
    (_COUNTED_THING, r"\1，"),
    (_TWO_COUNTS, r"\g<doing>\g<one>，\g<doing>\g<other>"),
    (_TWO_THINGS, r"\1，"),
    (_TWO_COUNTED, r"\1，"),
)


#: 「人次又是多少」: no word of the name.
_AGAIN = regex(r"(?<=[\u4e00-\u9fff]{2})又(?=[是有为](?:多少|几))")
#: A comma as it is left of a full-width one, not that of 1,234.
_COMMA = regex(r",(?!\d{3}(?!\d))")


#: Only says among which one is looked for: 「下面几家单位里，2024年预算最多的是谁」.
_AMONG = regex(
    r"(?<![有是设共])几[个家所][\u4e00-\u9fff]{0,4}(?:单位|部门|学校|院校|医院|机构|项目|科目|街道|乡镇)(?:里[面头边]?|当?中|之中|内)$"
)


def _both_ask(one: str, other: str) -> bool:
    if _AMONG.search(one):
        return False
    ends = _BOTH_ENDS.search(one), _BOTH_ENDS.search(other)
    whether = _STRONG.search(one) and _WHETHER.match(other)
    return bool(_ASKS.search(one) and _ASKS.search(other)) or bool(ends[0] and ends[1]) or bool(whether)


def _is_of_first(piece: str, before: str) -> bool:
    """「收入预算最多的是哪家，收入预算多少」: how much the first is asked to have, and of nothing else."""
    said = _MOST_IS.fullmatch(piece)
    return said is not None and all(word in before for word in _OF.findall(said["of"]))


def clauses(text: str) -> list[str]:
    """The questions of a text, in order; the text alone where it asks once or compares what it names."""
    behind = _BEHIND.fullmatch(text)
    said, who = (behind["asked"], behind["who"]) if behind else (text, "")
    said = two_nouns(_COMMA.sub("，", said))
    said = _AND_COUNTS.sub(r"\g<money>，\g<one>，\g<other>", with_marks(said))
    if named := items(said):
        return [named[0] + who, *named[1:]]
    for pattern, parted in _PARTED:
        said = pattern.sub(parted, said)
    found: list[str] = []
    for piece in filter(None, _MARKS.split(said)):
        piece = _AGAIN.sub("", piece) if found else piece
        leads = found and _LEADS.fullmatch(found[-1]) and not _STRONG.search(found[-1])
        if found and (
            leads
            or _MORE.fullmatch(piece)
            or SAID.fullmatch(piece)
            or (_FOR_HOW_MUCH.fullmatch(piece) and _WON.search(found[-1]))
            or _IN_UNIT.fullmatch(piece)
            or (_FIRST.search(found[-1]) and (_MOST_HAS.fullmatch(piece) or _is_of_first(piece, found[-1])))
            or not _both_ask(found[-1], piece)
        ):
            found[-1] = f"{found[-1]}，{piece}"
        else:
            found.append(piece)
    if not 1 < len(found) <= _MOST:
        return [text]
    if whole := carried([found[0] + who, *found[1:]]):
        return whole
    # What compares within one question does no harm; what a later one compares is what the earlier ones name.
    several = len(found) > 2 or _AND.search(found[0])
    summed = several and any(map(_SUMMED.search, found[1:]))
    both = [_BOTH_ENDS.search(piece) for piece in found]
    found[0] += who
    if len(found) == 2 and both[0] and both[1] and both[0][1] != both[1][1]:
        return found  # 哪个最大，哪个最小
    if len(found) == 2 and _NUMBER.search(found[0]) and _NAMED.fullmatch(found[1]):
        return found  # 有几个项目，分别是什么
    set_off = any(_TOGETHER.search(piece) and not _OWN_PAIR.search(piece) for piece in found[1:])
    together = (
        summed
        or set_off
        or any(one.search(said) for one in (_POSTS_AND_PEOPLE, _ALL_OF_ONE_SORT))
        or not _STRONG.search(found[0])
    )
    return [text] if together else found
