"""Declarations that there is nothing, 「本单位无政府性基金…」, to facts of absence with their place (无此项声明)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.accounts import ACCOUNTS
from ingest.cells import TOTAL, About
from ingest.model import Box, Fact, Flow, Fund, Line, Measure, Origin, Section, Source, Subject, Table
from ingest.patterns import regex
from ingest.sections import sentences
from ingest.statements import title_to_statement
from ingest.text import fold

#: What may be declared absent: words in the declaration, the account, the fund; tried from the top.
_ABSENT: tuple[tuple[str, str, Fund], ...] = (
    ("政府性基金", "政府性基金预算财政拨款支出", Fund.GOVERNMENT_FUND),
    ("国有资本经营", "国有资本经营预算财政拨款支出", Fund.STATE_CAPITAL),
    ("三公", "“三公”经费", Fund.APPROPRIATION),
    ("机关运行经费", "机关运行经费", Fund.APPROPRIATION),
    ("政府采购", "政府采购支出", Fund.ALL),
    ("会议费", "会议费", Fund.ALL),
    ("培训费", "培训费", Fund.ALL),
    ("因公出国", "因公出国（境）费", Fund.APPROPRIATION),
    ("公务接待", "公务接待费", Fund.APPROPRIATION),
)
_DECLARED = regex(
    r"(?:(?:本|我|该)?(?:单位|部门|局|街道|机关|年度?|当年|中心|厅|办|委|院|事业单位)[^。；]{0,24}?|(?<=[，；])(?:也|均|亦|且|同时)?|^[（(]?)"
    r"(?<!有)(?:无|没有|不使用|未使用|不涉及|不安排|未安排|未发生|不存在|未涉及)(?P<what>(?:[（(][^（()）。；，]*[)）]|[^。；，）)]){2,40})"
)
#: No absence of money though an account is named: conditions (「无…支出的，仍保留」), complaints, breaches.
_NOT_MONEY = regex(r"(?:的|时|者)$|投诉|违规|违法|问题|纠纷|质疑|处罚|超标|变化|变动|增减|差异")
#: 「本部门无此项支出」: of what the section is about.
_THIS = regex(r"^(?:此|该|本|这)(?:项|类)?(?:支出|收入|经费|项目|预算|业务|收支|资金|情况)?$")
_EMPTY_TABLE = regex(
    r"本表(?:为空表|无数据|为空|无内容)|故本表无|空表|(?:无|没有)(?:相关)?(?:该|此|本|相关)?(?:项目|项|数据|收支|内容)"
)
#: Places that a template leaves to be filled in: its sentences declare nothing.
_BLANK = regex(r"[X×Ｘ*＊]{2,}|_{2,}|〔\s*〕")
#: Equipment above a price, by the price that the document prints.
_EQUIPMENT = regex(
    r"单(?:价|位价值|台价值|件价值)[^，。；\d]{0,4}\d+万?元?.{0,5}以上[\u4e00-\u9fff]{0,6}设备"
)
#: The same with the account first, 「公务用车购置费未安排」, a clause that says no more.
_NAMED_FIRST = regex(
    r"(?:^|[，；：。、]|其中|^[（(]?[一二三四五六七八九\d]{1,2}[)）、.．])(?:20\d\d年)?(?P<what>因公出国(?:[（(]境[)）])?费?用?|公务用车购置费?用?|公务接待费?用?)(?:支出|预算|经费)*"
    r"(?:均|都|本年度?|当年)?(?:(?:没有|未)(?:安排|发生|列支|编列|产生|开支|(?:编制|安排)?预算也(?:没有|未(?:发生|产生)?)支出)|无(?:安排|支出))(?:预算|支出|费用)?(?=[，；。、（(]|$)"
)
_FIRST: tuple[tuple[str, str], ...] = (
    ("因公出国", "因公出国（境）费"),
    ("公务用车购置", "公务用车购置费"),
    ("公务接待", "公务接待费"),
)
_KINDS = {account.name: account.kind for account in ACCOUNTS}


def absences(sections: Sequence[Section], tables: Sequence[Table], about: About) -> list[Fact]:
    """Facts of absence (value None) from footnotes of empty statements and from sentences."""
    found: list[Fact] = []
    for table in tables:
        for line in table.footnotes:
            if _BLANK.search(line.text):
                continue
            found += _from_text(line.text, line.page, line.box, about, title_to_statement(table.title).name)
            found += _from_empty_table(line, table, about)
    for section in sections:
        for paragraph in section.paragraphs:
            for start, end in sentences(paragraph):
                page, box = paragraph.places(start, end)[0]
                found += _from_text(paragraph.text[start:end], page, box, about, "", section.path[-1:])
                found += _named_first(paragraph.text[start:end], page, box, about)
    return list({(f.subject.name, f.source.page, f.source.quote): f for f in found}.values())


def declared_accounts(words: str) -> tuple[str, ...]:
    """Names of the accounts that the words of a declaration name, the first the one that it is kept under."""
    return tuple(name for row, name, _ in _ABSENT if row in fold(words))


def _from_text(
    text: str, page: int, box: Box, about: About, statement: str, heading: Sequence[str] = ()
) -> Iterator[Fact]:
    """Facts of what one sentence declares absent, each account once."""
    if _BLANK.search(text):
        return
    for match in _DECLARED.finditer(text):
        what = match["what"]
        said = fold(text[: match.start()]) if _THIS.match(what) else fold(what)
        row = next((row for row in _ABSENT if row[0] in said), None)
        if row is None and _THIS.match(what):
            row = next((row for row in _ABSENT if row[0] in fold("".join(heading))), None)
        equipment = _EQUIPMENT.search(what) if row is None else None
        if equipment:
            absence = _absence(equipment[0], Fund.ALL, statement, Source(page, box, quote=text), about)
            yield replace(absence, flow=Flow.NONE, subject=Subject("业务量", equipment[0]))
        if row is not None and not _NOT_MONEY.search(what):
            yield _absence(row[1], row[2], statement, Source(page, box, quote=text), about)


def _named_first(text: str, page: int, box: Box, about: About) -> Iterator[Fact]:
    """Facts of what a sentence names and then says that there is none of; another year's is none of this one's."""
    for match in _NAMED_FIRST.finditer(text):
        year = regex(r"20\d\d").search(match[0])
        name = next(name for words, name in _FIRST if match["what"].startswith(words))
        if year is None or int(year[0]) == about.year:
            yield _absence(name, Fund.APPROPRIATION, "", Source(page, box, quote=text), about)


def _from_empty_table(line: Line, table: Table, about: About) -> Iterator[Fact]:
    """「本表为空表」 says of what there is none by the title of the table it stands under."""
    if not _EMPTY_TABLE.search(line.text):
        return
    title = fold(table.title)
    for words, name, fund in _ABSENT:
        if words in title:
            source = Source(line.page, line.box, table.title, quote=line.text, sequence=table.sequence)
            yield _absence(name, fund, title_to_statement(table.title).name, source, about)
            return


def _absence(name: str, fund: Fund, statement: str, source: Source, about: About) -> Fact:
    subject = Subject(_KINDS.get(name, "总额"), name)
    return Fact(
        about.entity, about.year, about.stage, statement, fund, Flow.EXPENDITURE, subject, TOTAL, Measure.AMOUNT,
        None, "", None, Origin.DECLARATION, source, standing=1,
    )  # fmt: skip
