"""Which units and offices a question asks for, and which of the listed ones are meant (问名录)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import fold
from service.read.idle import weight
from service.rosters.rosters import Role

_UNIT = r"(?:单位|机构|部门|中心|[总车]?站|[院所馆校队]|医院|学校|宾馆|酒店|企业|公司|家(?!具|用|庭|长|属)|街道|谁)"
_BELOW = r"(?:下属|所属|直属|[局委厅院]属|下设|下辖|管辖|直接管(?:着|了)?(?!理)|直管|旗下|麾下|手底?下|底下|下面|下边|名下|(?<!代)管(?:着|了)?(?!理|辖)|挂着|(?<!管)辖|二级|下级)"
#: 「哪些检察部」: offices that are called 部.
_BRANCH = r"(?:(?<=哪些)|(?<=哪几个)|(?<=几个)|(?<=多少个)|(?<=什么))[\u4e00-\u9fff]{2,4}部(?![门分级署队])"
#: 「内部都有啥部门」「里头分了哪几个部」: what stands within, whatever it is called there.
_WITHIN = (
    r"(?:内部|里头|里面|里边|机关[里内]|(?<![度算出入])里)[^，。？]{0,2}?(?:[分设]|有)(?:[成为了着有]|都)*(?:哪[些几]个?|几个|多少个?|什么|啥)"
    r"(?:部门?(?![分委])|组(?![织成]))|(?:[分设](?:[成为了有]|都)*)(?:哪[些几]个?|几个|多少个?|什么|啥)(?:部门|部$)"
)
_MANY = r"(?:哪些|哪[几两三四五]?[个家所]?|[几多]少?[个家所]|什么|啥|谁|都?有)"
_KIND = r"社区卫生(?:服务)?(?:中心|站|机构)|社区医院|医院|卫生院|幼儿园|中小学校?|小学|中学|学校|敬老院|养老院|福利院"
#: Daily words for 纳入.
_TAKEN_IN = "覆盖|涵盖|囊括|(?:放[进到入在]|归[进到入]|并[进到入]|收[进入])[来去]?"
_WHICH = r"(?:哪[些几两三四五六七八]?|几|多少|什么|啥)"
#: Whose names are asked for; the first row that fits decides.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, regex(pattern))
    for role, pattern in (
        (Role.APART, r"另(?:外)?(?:按规定)?[“\"]?设"),
        (Role.OFFICE, rf"{_WITHIN}|内设|[科处股庭]室|(?:怎么|内部)分[^，。？]{0,2}[科处股]|(?:哪[些几]?|[几多]少?|什么|啥)[个]?[科处股庭](?![级长员技学研])" rf"|{_BRANCH}"),
        (Role.BELOW, rf"{_BELOW}[^，。？]{{0,10}}?{_UNIT}|{_UNIT}[^，。？]{{0,4}}归[^，。？]{{0,6}}管|归[^，。？]{{0,4}}管(?:着|了)?的?[^，。？]{{0,5}}{_UNIT}|(?:手底?下|底下|下面|下边|旗下)[^，。？]{{0,6}}{_MANY}"),
        # 「除了本部还包括哪些中心和队伍」: whatever their sort, they stand below the body.
        (Role.BELOW, rf"除(?:了|去|开)?[^，。？]{{0,6}}(?:本级|本部|机关|自己|本身)[^。？]{{0,6}}?(?:还|另外?)?(?:有|包括|包含|含|设)[^，。？]{{0,3}}{_WHICH}"),
        (Role.BELOW, rf"(?:[两二三四五六七八九十\d]+个|哪[几些]个?)?事业单位(?:分别|都|各)*(?:是|叫|有){_WHICH}|(?:有|设了?|设有)(?:几|多少|哪[几些])[个家所]?(?:中心|站所|大队)(?:$|和|与|、)"),
        # 「社区卫生服务中心有哪几家」: a kind of institution, whose names are asked for.
        (Role.BELOW, rf"(?:{_KIND})(?:一共|总共|都|分别|具体)*(?:有|是|叫|设)(?:着|了)?{_WHICH}[家个所]?(?![^，。？]*(?:钱|经费|补助))|(?:哪些|{_WHICH}[家个所])(?:{_KIND})(?!的|[^，。？]*(?:钱|经费|补助))"),
        (Role.SCOPE, r"(?:参公|参照公务员[^，。？]{0,6}|公益[一二三]类|全额|差额|自收自支)[^，。？]{0,8}?(?:是|有|属于)?(?:哪|几|多少)[几些]?[家个所]"),
        # 「决算覆盖了哪些单位」「哪几家单位是并到决算里的」.
        (Role.SCOPE, rf"(?:{_TAKEN_IN})[^，。？]{{0,8}}单位|单位[^，。？]{{0,4}}(?:{_TAKEN_IN})"),
        (Role.SCOPE, rf"编制范围|单位构成|独立核算|(?:基层|预算|决算)单位|(?:{_MANY})[^，。？]{{0,8}}(?:纳入|算进|汇总|并入)|(?:纳入|包括|包含|算进|汇总|合并|涉及|并入|含)[^，。？]{{0,10}}{_MANY}[^，。？]{{0,6}}单位|由{_MANY}[^，。？]{{0,4}}单位|(?:纳入|包括|包含|算进|汇总|汇编|合并|并入)[^，。？]{{0,10}}单位|(?:把|将)?{_MANY}[^，。？叫]{{0,2}}单位[^，。？预决]{{0,3}}算|[\d两二三四五六七八九十]+[家个](?:预算|决算)?单位(?:里|中|当中)|(?:几|多少)[家个][^，。？]{{0,4}}单位|(?:(?:公益[一二三]类|参公|全额|差额|自收自支)[^，。？]{{0,7}}|名[字称][^，。？]{{0,12}})单位(?:一共|总共|都)?(?:有|是)(?:哪|几|多少)"),
    )
)  # fmt: skip
#: What asks of them something else than which they are.
_ELSE = regex(
    r"钱|[花用]了|支出|收入|开支|开销|费|万|亿|元|资金|金额|人员|人数|多少人|几个人|职工|(?<!汇总)(?<!合并)编制(?!范围)|车|辆|职[责能]|干(?:什么|啥|嘛)|负责|电话|地址|在哪"
    r"|为什么|为啥|原因|怎么(?!分)|如何|绩效|采购|占|比例|最[多少大小高低]|变化|增加|减少|减了|少了|多了|新增|比(?:上|去|前|20)|同比|资产|房|面积|设备|平均|项目|科目|每个|各自|评|考核|预算数|决算数|合计|哪一?年|三公|接待|区别|意思|解释|定义|依据|文件(?![中里上内]|所?列|[公载写提说讲]|资料)|成立|性质(?:是|属于)?(?:什么|啥)|级别|规格|(?:属于?|是)(?:哪|什么|啥)[类种]|联系"
)
_ASKS = regex(
    r"哪|[几多]少?[个家所]|什么|啥|谁|名单|名称|名字|名录|列|有没有|是不是|是否|[吗么嘛呢]|包不包|有无|数量|[家个]数|多少|报一?下|都有"
)
_COUNTS = regex(r"(?:(?<!哪)几|多少)[个家所]?(?![天年月])|数量|[家个]数")
_ORDINARY = regex(
    rf"{_TAKEN_IN}|以[^，。？]{{0,6}}为准|听[听讲说]?|一起|一块儿?|就是|账本?|"
    r"请|其(?!他)|一个个|所涉|涉(?!及)|包进[来去]?|搞(?:清楚?|明白)|弄(?:清楚?|明白)|打听|做(?=预算|决算)|应该|叫|行|好|看|给我|下头|报报|讲讲|说说|名字|一共|总共|共有?|到底|具体|主要|分别|都|各|有没有|是不是|是否|包不包括|包括|包含|纳入|算进[来去]?|算|汇总|汇编|合并|进来|进去|涉及|由|合起来|为何|[局厅委院馆所校站镇乡]里|组成|构成|情况|列示|列入|列一?下|列|名单|名称|名字|名录|报一?下|说一?下|讲一?下|叫|什么|哪里|谁|哪些|那些|这些|哪|几|多少|数量|啥|里面|里头|里边|里|当中|其中"
    r"|那|这|份|个|家|所|一|[二两三四五六七八九十]|\d|的|了|着|吗|呢|啊|呀|吧|么|嘛|来着|名|在|是|有|把|请问|我|想|知道|问|一下|公开|公布|文件|报告|资料|书|上|中|按规定|按|规定|设置|设立|设有|设|立|机关|属于|属|它|他们?|自己|还|另外|另|除了?|以外|之外|外|本级|本部|局|部门|单位|机构|下|年度?|预算|决算|预决算|编制范围内?|(?:合在一起|合起来|加起来|一起)?编制?|范围|独立核算|基层|归口|归|管理|管|辖|挂|手底|底|及|和|与|等|全部|所有|带|两字|字|样|性质|性|今年|去年|数|总|也|而成|内部|念(?:一念|念)?|镇|乡|怎么分|分(?:成|为|了|出)?|属|头|关系|行|写|提到|提|说|讲|出|现|“|”|\"|、|，|。|？"
)
#: Daily words for sorts of units, and what the names of such have.
_KINDS: tuple[tuple[str, str], ...] = (
    (r"社区卫生(?:服务)?中心", "社区卫生服务中心"),
    (r"社区卫生(?:服务)?站", "社区卫生服务站"),
    (r"社区医院|社区卫生(?:服务)?机构|社区卫生", "社区卫生服务"),
    (r"卫生院(?![、和与])", "卫生院"),
    (r"医院|卫生院", "医院|卫生院"),
    (r"幼儿园", "幼儿园"),
    (r"(?<!中)小学", "小学$|中心校$"),
    (r"中学(?!校)", "中学$|[一二三四五六七八九十高初]中$"),
    (r"中小学|学校", r"学校?$|[小中]学|幼儿园|[一二三四五六七八九十高初]中$|职高"),
    (r"宾馆|酒店|招待所", "宾馆|酒店|招待所|饭店"),
    (r"执法队伍?|执法大队|执法(?:单位|机构)", "执法"),
    (r"公司|企业", "公司|集团|企业|厂$"),
    (r"街道|乡镇", "街道|[乡镇]$"),
    (r"俱乐部", "俱乐部"),
    (r"海关", "海关"),
    (r"法庭", "法庭"),
    (r"中心", "中心"),
    (r"监督所", "监督所"),
    (r"站所", "[站所]$"),
    (r"(?:养护|管理|服务|工作)?站", "站"),
    (r"[支大中]?队伍?", "队"),
)
_KIND_SAID = "|".join(said for said, _ in _KINDS)
#: Sorts side by side: 「哪些中心和队伍」.
_SEVERAL = regex(rf"(?:{_KIND_SAID})(?:(?:[、和与及]|以及)?(?:{_KIND_SAID}))+")
#: Sorts of units by their standing, and what is said of such beside the name.
_SORTS: tuple[tuple[str, str], ...] = (
    (r"参照?公务员法?(?:管理)?的?事?业?|参公(?:管理)?的?(?:事业)?", "参公|参照"),
    (r"公益一类的?(?:事业)?", "公益一类"),
    (r"公益二类的?(?:事业)?", "公益二类"),
    (r"自收自支", "自收自支"),
    (r"(?:财政)?全额(?:拨款|保障)?的?(?:事业)?", "全额"),
    (r"(?:财政)?差额(?:拨款|保障)?的?(?:事业)?", "差额"),
    (r"行政(?!事业|执法)", "行政"),
    (r"(?<!行政)事业", "事业|公益[一二三]类"),
)
_QUOTED = regex(r"(?:带|含|有|叫|几个|哪些|哪几[个家]|多少个)[“\"‘'「](?P<name>[^”\"’'」]{1,12})[”\"’'」]")
_CALLED = regex(
    r"带(?P<name>[\u4e00-\u9fff]{2,6}?)(?:两个?|[三四])?字|名[字称]?[里中]?(?:带有?|含有?|有)(?P<other>[\u4e00-\u9fff]{2,6}?)的"
)
#: The body itself is left out of what is asked for.
_WITHOUT_OWN = regex(r"除(?:了|去|开)?[^，。？]{0,6}(?:本级|本部|机关|自己|本身)")
#: Whose they are: 「归卫健局管」.
_WHOSE = regex(r"归[^，。？]{0,10}?管(?:理|辖|着)?")
#: The body by what it is, which is no sort of those below it: 「街道办底下」.
_SELF = regex(r"街道办(?:事处)?(?=[下底手管名里到有的])")
_WITHOUT = regex(r"不(?:含|包括|算)(?P<name>[\u4e00-\u9fff]{2,12})")
#: Whether one that is named is among them: 「是不是有X」「X是它的下属单位吗」.
_WHETHER = regex(r"有没有|是不是|是否|[吗么嘛]$|包不包|在不在|算不算|有无")


#: The names are to be told, in a piece behind what asks for them: 「…，逐一列明」「能都说一下么」.
_URGES = regex(
    r"[，,]?(?:请|麻烦|劳驾|烦请|帮忙|能不能|能否|可不可以|可以|可否|能|想?要|给我|帮我|[把都也]|全部?|完整的?|名[字称]|逐[一个家项]|一一|一个个|挨个|一份)*"
    r"(?:列|报|说|讲|写|念|数)[明出示清全]?(?:一?下子?|一遍|出?来)?(?:全?名[字称单]?|清单|全)?(?:给我|听听|看看)*[吗么吧呗]?$"
)
#: Where it is read: 「预算那份材料里有」「文件上是怎么列的」.
_SOURCE = regex(
    r"(?:看了?|按照?|根据|从)?(?:的|部门|单位|[那这]份)*(?:预算|决算)?(?:[那这]份|公开的?|文件|材料|资料|报告|书|表)*[里上中]?(?:面|头)?"
    r"(?:都?有|写着|提到|(?:是|都)*(?:怎么|咋|如何)[列写说讲]的)?"
)
#: A piece that is of names as much as of talk may narrow what is asked for.
_OF_NAMES = -1.5
#: What is asked for is named, and nothing more is said.
_NAMES_ALONE = regex(r"(?:下属|直属|所属)(?:单位|机构)$|(?:单位构成|机构设置|内设(?:机构|部门|[科处股]室))$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Names of a role; ``below`` leaves out the body itself; ``holds`` and ``sort`` are what the names and what is
    said beside them must have; ``whether`` is what a single name is asked to hold; ``counted`` asks how many."""

    role: Role
    below: bool
    counted: bool
    holds: str = ""
    sort: str = ""
    whether: str = ""
    without: str = ""


def read_wanted(text: str) -> Wanted | None:
    """Which units or offices a question asks for; None where it asks for anything else besides."""
    whole = fold(text)
    text = _URGES.sub("", whole)
    if _ELSE.search(text) or not (_ASKS.search(text) or _NAMES_ALONE.search(text) or text != whole):
        return None
    role = next((role for role, pattern in _ROLES if pattern.search(text)), None)
    if role is None:
        return None
    below = role is Role.BELOW or bool(_WITHOUT_OWN.search(text))
    without = _WITHOUT.search(text)
    rest = _WHOSE.sub("", _SELF.sub("", _WITHOUT_OWN.sub("", _WITHOUT.sub("", text))))
    holds, rest = _named(rest)
    if role in (Role.BELOW, Role.SCOPE):
        kind, rest = _of_kind(rest)
        holds = f"(?=.*{holds}).*(?:{kind})" if holds and kind else holds or kind
    sort, rest = ("", rest) if role in (Role.OFFICE, Role.APART) else _cut(rest, _SORTS)
    left = _ORDINARY.sub("", re.sub(rf"{_BRANCH}|内[设部]|[科处股庭]室?|部门?|{_BELOW}", "", rest))
    whether = left if len(left) > 1 and _WHETHER.search(text) else ""
    if left and not whether:
        return None
    return Wanted(
        role, below, bool(_COUNTS.search(text)), holds, sort, whether, without["name"] if without else ""
    )


#: What is said beside the asking, and limits nothing: what somebody heard, wants it for, or where it is written.
_BESIDE = regex(
    r"(?:我们?|俺们?|咱们?|那个?|就|也|都|因为)*(?:好像|记得|印象|听|据说|传说|想|要|打算|准备|看|住|在|家住|毕业|应该|[预决]算(?:里|中)?(?:应该|都|会|肯定)?有?(?:写|列)"
    r"|20\d\d|逐一|一个一个|挨个|请|[列写说]明)[^，。？]*"
)
_OF_NONE = regex(r"不|除|只|仅|光|[参自]公|公益|性质|带|名[字称]?里|哪|几|多少|什么|啥|谁|[吗么]$")


def _is_beside(piece: str) -> bool:
    return _BESIDE.fullmatch(piece) is not None and not _OF_NONE.search(piece)


def wanted_beside(parted: str) -> Wanted | None:
    """What one piece of a question asks for, where the others only talk (「我想去应聘，馆里分了哪些部」)."""
    pieces = [
        piece
        for piece in map(fold, parted.split("，"))
        if piece and not (_SOURCE.fullmatch(piece) or _is_beside(piece))
    ]
    asking = [piece for piece in pieces if read_wanted(piece) is not None]
    others = "".join(piece for piece in pieces if piece not in asking)
    narrowed = _ELSE.search(others) or _QUOTED.search(others) or any(re.search(s, others) for s, _ in _SORTS)
    if len(asking) != 1 or narrowed or any(weight(p) < _OF_NAMES for p in pieces if p not in asking):
        return None
    return read_wanted(asking[0])


def _named(text: str) -> tuple[str, str]:
    """What the names asked for must hold, by the question's own words, and the question without these."""
    match = _QUOTED.search(text) or _CALLED.search(text)
    if match is None:
        return "", text
    name = match["name"] or match.groupdict().get("other") or ""
    return re.escape(name), text.replace(match[0], "")


def _of_kind(text: str) -> tuple[str, str]:
    """What names of the sort that is asked for have, with the word that narrows the sort (养护中心), and the rest."""
    several = _SEVERAL.search(text)
    if several is not None:
        meant = "|".join(m for said, m in _KINDS if re.search(said, several[0]))
        return meant, text[: several.start()] + text[several.end() :]
    for said, meant in _KINDS:
        match = re.search(said, text)
        if match is None:
            continue
        before = _ORDINARY.sub("\0", re.sub(_BELOW, "\0", text[: match.start()]))
        narrowed = before[before.rfind("\0") + 1 :]
        if len(narrowed) < 2:
            return meant, re.sub(said, "", text)
        head = text[: match.start() - len(narrowed)]
        return f"{re.escape(narrowed)}.*(?:{meant})", head + text[match.end() :]
    return "", text


def _cut(text: str, rows: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """What the first row that fits stands for, and the text without its words."""
    for said, meant in rows:
        match = re.search(said, text)
        if match:
            return meant, text[: match.start()] + text[match.end() :]
    return "", text
