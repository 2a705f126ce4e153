"""Projects that running text tells of one by one, each under its name: 「1.“X”项目。全年预算A万元」 (文中项目)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Paragraph, Section, Subject
from ingest.patterns import regex

_ORDINAL = (
    r"^\s*(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[①-⑳]|[一二三四五六七八九十]{1,3}(?:、|是))\s*"
)
#: 「1.X项目绩效自评综述：项目全年预算数为25万元」 says of itself that it tells of a project.
_EVALUATED = regex(
    r"^(?:\d{1,2}[.．、]|[(（].{1,3}[)）])?\s*[“\"]?(?P<name>(?![（(].{1,3}[)）])[^，。：:]{3,40}?)[”\"]?(?:项目)?(?:支出)?"
    r"(?:绩效(?:自评|评价)(?:综述|情况|结果)|(?:支出)?自评综述)"
)
#: 「根据年初设定的绩效目标，X项目自评得分为97分。全年预算数为…」: the score comes first, the money behind it.
_SCORED = regex(
    r"^(?:\d{1,2}[.．、]|[(（].{1,3}[)）])?\s*(?:根据年初设定的(?:绩效)?目标[，,]|从[^，。]{2,12}看[，,])?[“\"]?(?P<name>(?!项目|我|本|该|各|全部|部门|整体|平均)[^，。：:”\"]{3,40}?)[”\"]?"
    r"项目(?:支出)?(?:绩效)?(?:自评|评价)(?:综合|总)?(?:得分|评分)(?:为|是)?\s*\d"
)
#: Behind a numbered name money of the project comes at once.
_MONEY = r"(?=(?:该|本)?(?:项目)?(?:支出)?(?:全年|年初|年度|当年)?(?:预算|执行|资金|安排)[^，。；：]{0,8}?\d)"
_BEHIND = r"(?:绩效)?(?:自评|评价)?(?:情况|结果|综述)?[。：:，,；]?\s*" + _MONEY
#: Names that hold no word for a project are one where they stand in quotes and 项目 follows.
_QUOTED = regex(
    _ORDINAL + r"[“\"「『](?P<name>[^”\"」』“「『]{2,40})[”\"」』](?:专项)?项目(?:支出)?" + _BEHIND
)
_PLAIN = regex(
    _ORDINAL + r"(?P<name>[^，。：:；“”\"\d][^，。：:；“”\"]{1,38}?(?:项目|工程))(?:支出)?" + _BEHIND
)


def titled_project(text: str, following: str = "") -> str | None:
    """The project whose name a sentence opens with, and whose money it or the text ``following`` it tells."""
    evaluated = _EVALUATED.match(text)
    if evaluated is not None:
        return evaluated["name"]
    scored = _SCORED.match(text)
    if scored is not None:
        return scored["name"]
    titled = _QUOTED.match(text + following) or _PLAIN.match(text + following)
    return _bare(titled["name"]) if titled is not None else None


#: The line over a form that names its project: 「项目名称：某项目　主管部门：某局」.
_OVER_FORM = regex(
    r"^\s*(?:专项|政策|预算)?(?:项目|专项|政策)(?:资金|支出)?名称\s*[:：]\s*(?P<name>[^\s:：][^:：]{1,40}?)"
    r"(?:\s+[^\s:：]{2,12}[:：].*|\s{2,}.*|[(（]单位[:：].*)?\s*$"
)


#: A form that its own title names the project of: 「道路养护项目支出绩效自评表」, 「绩效目标表（道路养护）」.
_FORM = r"(?:项目)?(?:支出)?绩效(?:目标|自评|评价)(?:完成|申报|填报|情况)*表"
_BEFORE_TITLE = (
    r"^(?:附[件表]?[\d一二三四五六七八九十]*[:：、.\s]*|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.]?\s*)?"
    r"(?:20\d\d年度?)?"
)
_TITLED = (
    regex(
        rf"{_BEFORE_TITLE}(?P<name>[“\"]?[^“”\"（）()：:，。]{{2,40}}?[”\"]?[^“”\"（）()：:，。]{{0,20}}?(?:[（(][^（）()\d]{{2,12}}[)）])?){_FORM}(?:[（(].*)?$"
    ),
    regex(rf"{_BEFORE_TITLE}[^（(]{{0,12}}{_FORM}[（(](?P<name>[^（）()：:，。\d]{{3,40}})[)）]$"),
)
#: Words of titles that name no project by themselves.
_NO_NAME = regex(
    r"(?:部门|单位|整体|本级|[省市区县]级|财政|预算|决算|项目|专项|一般|重点|主要|年度|绩效|支出|业务|经费|资金|转移支付|目标|评价|自评|公开|第|[一二三四五六七八九十、附件表]|不含.*|空表)+"
)
#: A body stands before the form, and no project: 「某县水利局项目绩效自评表」.
_OF_BODY = regex(
    r"(?:局|厅|委|委员会|办公室|办事处|政府|中心|院|校|学校|街道|[乡镇村]|大队|支队|总队|协会|联合会)$"
)


def project_in_title(title: str) -> str:
    """The project that the title of a form names; empty where it names none, or only whose form it is."""
    found = (pattern.match(title.strip()) for pattern in _TITLED)
    names = (match["name"] for match in found if match is not None)
    name = next((name for name in names if not _NO_NAME.fullmatch(name)), "")
    whole = name[1:-1] if name[:1] in '“"' and name[-1:] in '”"' else name
    return "" if _OF_BODY.search(whole) else _bare(whole)


#: The year of a form behind the name of its project.
_OF_YEAR = regex(r"[（(]?20\d\d年度?[)）]?\s*$")


def project_over(lines: Sequence[str]) -> str:
    """The project that a line over a form names, the nearest to it; empty where none does."""
    found = (match["name"] for line in reversed(lines) if (match := _OVER_FORM.match(line)))
    return _OF_YEAR.sub("", next(found, "")).strip()


def _bare(name: str) -> str:
    """A name without the word that says only that it is one of a project: 道路养护项目."""
    return name.removesuffix("项目") if len(name) > len("项目") + 3 else name


def headed_project(section: Section, paragraph: Paragraph) -> tuple[Subject, ...]:
    """The project that a section's own heading names, for the paragraph that tells its money straight behind it."""
    if not section.path or paragraph is not section.paragraphs[0]:
        return ()
    name = titled_project(section.path[-1], paragraph.text[:AHEAD])
    return (Subject("项目", name),) if name else ()


def scored_project(subjects: Sequence[Subject], unit: str) -> tuple[str, ...]:
    """The project whose score a number is, as the path of the score: 「自评得分95分」 under a project's name."""
    return tuple(s.name for s in subjects if s.kind == "项目") if unit == "分" else ()


#: Words for the money of the project that is told of, with no name of their own.
_ITS_MONEY = regex(
    r"(?:该|本)?(?:项目|预算|计划|总?投资|年度|本年|当年|申请|安排|总)*(?:资金|预算|投资|金额)(?:总?额)?(?:为|共|计|约)*"
)


def is_its_money(words: str, subjects: Sequence[Subject]) -> bool:
    """Whether words say only that money is that of the project told of: 「预算资金800万元」."""
    return bool(subjects) and all(s.kind == "项目" for s in subjects) and bool(_ITS_MONEY.fullmatch(words))


#: So far behind a project's name its money is looked for.
AHEAD = 40
