"""The form of a disclosure: statements all there, empty ones that say so, years, names, blanks left over (格式)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.checks.examined import Examined, Rule, is_money, operand, value_of, worded
from ingest.headings import fund_of
from ingest.model import Check, Fact, Fund, Kind, Line, Operand, Origin, Severity, Table
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.statements import UNKNOWN, clean_title, title_to_statement
from ingest.text import fold

MISSING = Rule("form.missing", "目录所列的报表都在")
USUAL = Rule("form.usual", "通常公开的决算报表都在", Severity.WARNING)
USUAL_BUDGET = Rule("form.usual_budget", "通常公开的预算报表都在", Severity.NOTE)
PLACEHOLDER = Rule("form.placeholder", "没有未填写的占位符")
YEAR = Rule("form.year", "标题的年度与文件一致")
DATE = Rule("form.date", "截止日期与决算年度一致")
BASE = Rule("form.base", "比较的是上一年", Severity.WARNING)
SILENT = Rule("form.silent", "空表注明没有数据", Severity.WARNING)
HOLLOW = Rule("form.hollow", "正文有数字的项目，表里不空着")
NAME = Rule("form.name", "标题的单位名称与文件一致", Severity.WARNING)
NO_FIGURES = Rule("form.no_figures", "文件里有数字", Severity.NOTE)

_PLACEHOLDER = regex(r"(?<![A-Za-z\d])[X×Ｘ]{2,}(?![A-Za-z\d])|_{3,}|〔\s*〕|20[X×]{2}")
_MANY = 5
#: A document that has fewer of the standard statements than this is a narrative without them.
_ENOUGH = 4
_TITLE_CHARS = 45
#: What final accounts of a department publish (部门决算公开, nine statements); alternatives are joined by ``|``.
_USUAL = {
    "收支总表", "收入表", "支出表", "财政拨款收支总表", "一般公共预算支出表|财政拨款支出表",
    "一般公共预算基本支出表|财政拨款基本支出表|基本支出表", "三公经费表", "政府性基金表", "国有资本经营表",
}  # fmt: skip
#: What budgets publish (部门预算公开, eight statements; 国有资本经营 came later).
_USUAL_BUDGET = {
    "收支总表", "收入表", "支出表", "财政拨款收支总表", "一般公共预算支出表|财政拨款支出表",
    "一般公共预算基本支出表|财政拨款基本支出表|基本支出表", "三公经费表", "政府性基金表",
}  # fmt: skip
_NAMES_OF_BUDGET = {name for names in _USUAL_BUDGET for name in names.split("|")}
_EXPECTED = {Kind.FINAL_ACCOUNTS: (USUAL, _USUAL), Kind.BUDGET: (USUAL_BUDGET, _USUAL_BUDGET)}
_LISTED = regex(
    r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|[(（][一二三四五六七八九十]{1,3}[)）])\s*(?P<title>.{2,40}表)[\s.…·\d]*$"
)
_TITLE_YEAR = regex(r"(?P<year>20\d\d)\s*年(?:度)?(?:部门|单位)?(?:决算|预算)")
_PART = regex(r"^第[一二三四五六七八九十]部分\s*(?P<name>[\u4e00-\u9fff（）()]{4,30}?)(?=20\d\d年)")
_DATED = regex(r"截至(?P<year>20\d\d)年(?:12月31日|底|末)")
_COMPARED = regex(r"[与比较同](?P<year>20\d\d)年度?(?:决算数?|预算数?|执行数?)?(?:相比|增加|减少|增长|下降)")
#: Statements that may stand empty where they say so.
_MAY_BE_EMPTY = ("政府性基金表", "国有资本经营表", "三公经费表", "政府采购表", "机关运行经费表")
_OF_A_FUND = ("总额", "收入来源", "功能分类", "支出结构")
_SAYS_EMPTY = regex(r"无|没有|空表|不涉及|未(?:发生|安排|使用)")


def check(examined: Examined) -> Iterator[Check]:
    """All rules of form, one after the other; only what is wrong is told."""
    if not any(f.value is not None for f in examined.facts):
        yield worded(
            NO_FIGURES, [], "有数字", "这份文件没有读到任何数字：可能是还没有填写的样表，或是扫描件。"
        )
    yield from _placeholders(examined)
    if any(f.value is not None for f in examined.facts):
        yield from _missing(examined)
        yield from _empty(examined)
    for line in _title_lines(examined):
        yield from _titles(line, examined)
    for section in examined.sections:
        for paragraph in section.paragraphs:
            for rule, pattern, lag in ((DATE, _DATED, 0), (BASE, _COMPARED, 1)):
                for match in pattern.finditer(paragraph.text):
                    page, box = paragraph.places(match.start(), match.end())[0]
                    printed = Operand(f"正文「{match[0]}」", None, "", page, box, match[0])
                    yield from _dated(rule, int(match["year"]), lag, printed, examined)


def _dated(rule: Rule, year: int, lag: int, printed: Operand, examined: Examined) -> Iterator[Check]:
    document = examined.document
    if not document.year or (rule is DATE and document.kind is not Kind.FINAL_ACCOUNTS):
        return
    wanted = document.year - lag
    wrong = year != wanted if rule is DATE else year >= document.year
    if wrong:
        message = (
            f"{printed.label}（第{printed.page}页），而文件是 {document.year} 年度的，应为 {wanted} 年。"
        )
        yield worded(rule, [printed], f"{wanted}年", message)


def _lines(examined: Examined) -> Iterator[Line]:
    for page in examined.pages:
        yield from page.lines


def _placeholders(examined: Examined) -> Iterator[Check]:
    found = [line for line in _lines(examined) if _PLACEHOLDER.search(line.text)]
    cells = [c for t in examined.tables for c in t.cells if _PLACEHOLDER.search(c.text)]
    printed = [_printed(line) for line in found]
    printed += [Operand(f"「{c.text[:30]}」", None, "", c.page, c.box, c.text[:80]) for c in cells]
    if len(printed) > _MANY:
        message = f"有 {len(printed)} 处占位符没有填写，如第{printed[0].page}页{printed[0].label}。"
        yield worded(PLACEHOLDER, printed, "已填写", message)
        return
    for one in printed:
        yield worded(PLACEHOLDER, [one], "已填写", f"第{one.page}页{one.label}里还有没填写的占位符。")


def _printed(line: Line) -> Operand:
    return Operand(f"「{line.text[:40]}」", None, "", line.page, line.box, line.text)


def _missing(examined: Examined) -> Iterator[Check]:
    """Statements that the contents list, or else the usual ones, whose title stands nowhere."""
    listed = _contents(examined)
    last = max((line.page for line in listed.values()), default=0)
    present = {title_to_statement(text).name for text in _title_texts(examined, last)}
    rule, usual = _EXPECTED.get(examined.document.kind, (USUAL, set()))
    wanted = set(listed) or usual
    missing = [names for names in wanted if not present & set(names.split("|"))]
    if len(present & {n for names in wanted for n in names.split("|")}) < _ENOUGH:
        return  # tables that are published as a file of their own
    if rule is USUAL_BUDGET and not listed and len(_statements(examined) & _NAMES_OF_BUDGET) < _ENOUGH:
        return  # a narrative that has a heading for each of them
    if missing and not listed:
        names_told = "、".join(sorted(names.split("|")[0] for names in missing))
        yield worded(rule, [], "有这些报表", f"没有找到通常公开的这些报表：{names_told}。")
        return
    for names in sorted(missing):
        line = listed[names]
        message = f"目录列有{_printed(line).label}（第{line.page}页），后面没有找到这张表。"
        yield worded(MISSING, [_printed(line)], "有这张表", message)


def _statements(examined: Examined) -> set[str]:
    """Names of the statements that are there as tables."""
    return {title_to_statement(table.title).name for table in examined.tables}


def _contents(examined: Examined) -> dict[str, Line]:
    """The line of the contents that lists each standard statement; empty where there are no contents."""
    found: dict[str, Line] = {}
    first = min(
        (t.pages[0] for t in examined.tables if title_to_statement(t.title) is not UNKNOWN), default=0
    )
    for line in _lines(examined):
        match = _LISTED.match(line.text)
        if match and line.page < first:
            statement = title_to_statement(match["title"])
            if statement is not UNKNOWN:
                found.setdefault(statement.name, line)
    return found if len(found) >= _ENOUGH else {}


def _title_texts(examined: Examined, last: int) -> Iterator[str]:
    """Whatever may be the title of a statement beyond the contents."""
    yield from (t.title for t in examined.tables)
    for line in _lines(examined):
        if line.page > last and len(line.text) < _TITLE_CHARS:
            yield line.text
    yield from (c.text for t in examined.tables for c in t.cells if c.text.endswith("表"))


def _empty(examined: Examined) -> Iterator[Check]:
    filled = {f.source.sequence for f in examined.facts if f.origin is Origin.CELL}
    for table in examined.tables:
        statement = title_to_statement(table.title)
        unread = any(c.row > 0 and parse_number(c.text) is not None and len(c.text) > 2 for c in table.cells)
        if statement.name not in _MAY_BE_EMPTY or table.sequence in filled or unread:
            continue
        told = _told_of(statement.total, statement.fund.value, statement.name, examined)
        narrow = fund_of([table.title])
        if narrow in (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL):
            told = [fact for fact in told if fact.fund is narrow]  # “三公”经费 paid from 政府性基金
        place = Operand(f"{clean_title(table.title)}", None, "", table.pages[0], _top(table), table.title)
        if told:
            amounts = "、".join(
                f"{f.subject.name} {f.value} {f.unit}（第{f.source.page}页）" for f in told[:3]
            )
            message = f"{place.label}（第{place.page}页）是空的，正文却写有 {amounts}。"
            yield worded(HOLLOW, [place, *map(operand, told[:3])], "表里有这些数字", message)
        elif not _says_so(table, examined):
            yield worded(
                SILENT, [place], "注明没有数据", f"{place.label}（第{place.page}页）是空的，没有说明原因。"
            )


def _told_of(total: str, fund: str, name: str, examined: Examined) -> list[Fact]:
    """Amounts other than zero that sentences give for what an empty statement is about."""
    spoken = [
        f for f in examined.spoken() if is_money(f) and value_of(f) and f.year == examined.document.year
    ]
    if "基金" in name or "国有资本" in name:
        return [f for f in spoken if f.fund.value == fund and f.subject.kind in _OF_A_FUND]
    return [f for f in spoken if f.subject.name == total]


def _says_so(table: Table, examined: Examined) -> bool:
    lines: Sequence[Line] = [*table.footnotes, *table.caption]
    lines = [*lines, *(x for p in examined.pages if p.number in table.pages for x in p.lines)]
    cells = [c.text for c in table.cells]
    return any(_SAYS_EMPTY.search(text) for text in [*(x.text for x in lines), *cells])


def _top(table: Table) -> tuple[float, float, float, float]:
    if table.caption:
        return table.caption[0].box
    return table.cells[0].box if table.cells else (0.0, 0.0, 0.0, 0.0)


def _title_lines(examined: Examined) -> Iterator[Line]:
    """Lines of headings and captions: they name the year and the body of the whole document."""
    headings = {fold(s.path[-1]) for s in examined.sections if s.path}
    titles = {line.text for t in examined.tables for line in t.caption if len(line.text) < 45}
    for line in _lines(examined):
        part = line.text.startswith("第") and "部分" in line.text[:5]
        if part or fold(line.text) in headings or (line.text in titles and line.text.endswith("表")):
            yield line


def _titles(line: Line, examined: Examined) -> Iterator[Check]:
    document = examined.document
    year, part = _TITLE_YEAR.search(line.text), _PART.match(line.text)
    if year and document.year and int(year["year"]) != document.year:
        told = f"写的是 {year['year']} 年，文件是 {document.year} 年度的。"
        message = f"标题{_printed(line).label}（第{line.page}页）{told}"
        yield worded(YEAR, [_printed(line)], f"{document.year}年", message)
    if part and document.entity:
        name = fold(part["name"])
        known = [fold(n) for n in (document.entity, *document.aliases)]
        if not any(name in k or k in name for k in known):
            message = f"标题{_printed(line).label}（第{line.page}页）写的单位不是「{document.entity}」。"
            yield worded(NAME, [_printed(line)], document.entity, message)
