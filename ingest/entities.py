"""Who published a disclosure, and for which year: read from what is printed, never from metadata (单位与年度)."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.disclosures import printed_level, revision_word
from ingest.model import Kind, Page, Section, Table
from ingest.patterns import regex
from ingest.text import chinese_number, fold, normalise

#: What the name of a public body may end with.
_BODY_END = (
    "局|厅|委|办|部|院|署|站|所|队|校|学|馆|社|团|处|会|联|协|海关|银行|法庭|中心|政府|街道|办公室|办公厅|办事处|委员会|常委会|人大|政协"
    "|法院|检察院|大队|支队|总队|联合会|工会|党校|公司|镇|乡|街|库|台|园|场|机关|本级|分局|基地|研究室|学区|开发区|管委会"
    "|监狱|苏木|兵团|[少儿青文科]\\w{0,3}宫|社区|苗圃|公墓|码头|厂|(?:新|园|管理|示范|度假|保护|合作|保税|实验|试验|旅游|景)区"
)
_BODY = rf"[\u4e00-\u9fff（）()·]{{2,40}}?(?:{_BODY_END})"
_NAMED_LINE = regex(
    r"(?:编制部门|编制单位|预算部门|部门名称|部门（单位）名称|单位名称|部门|单位)(?:（盖章）)?\s*[:：]\s*([\u4e00-\u9fff（）()·]{3,40})"
)
_TITLE = regex(
    rf"(?P<before>20\d\d年度?)?(?P<name>{_BODY})(?:[(（](?:本级|部门|汇总|本部)[)）])?"
    r"(?P<year>20\d\d|[一二三四五六七八九〇○零]{4}|\d\d)?\s*年?\s*度?\s*(?:部门|单位)?(?:综合|收支|财务|财政){0,2}(?P<kind>决算|预算|概况)"
)
_SENTENCE = regex(
    rf"^(?P<name>{_BODY})(?P<year>20\d\d)年度?(?:收入|支出|收、支|财政拨款|一般公共预算|部门|预算|决算|无)"
)
_YEAR = regex(
    r"(?<![与比较同])(20\d\d)\s*年(?:度)?(?:部门|单位|一般公共|财政|收入|支出|收、支|预算|决算|政府)"
)
#: The year in the name of a file: 「2018年部门预算情况说明」.
_TITLE_YEAR = regex(r"(?P<year>20\d\d)年?度?[^\d]{0,12}(?:预算|决算)")
_GENERIC = regex(
    r"^(?:本|我|该|各|其|省级|市级|区级|下属|所属|纳入|部门|单位|全(?!国)|从|第|根据|按照|主管|预算|决算|编制|关于)"
)
#: Words of a sentence, which no name holds.
_NO_NAME = regex(r"根据|按照|情况|关于|经费|的通知")
_REGION = regex(
    r"^(?P<region>(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,5}?(?:市(?!场|容|政公|政工|政设|民中心)|州|盟))?(?:[\u4e00-\u9fff]{1,5}?(?:区|县|旗|市(?!场|容|政公|政工|政设|民中心)))?)"
)
_WEIGHTS = {"line": 5, "title": 4, "sentence": 2, "file": 3}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who and when: the body, its other printed names, level 部门/单位, region, year, kind and a title.

    ``revision`` is the printed word that says that the file replaces an earlier one, empty where there is none.
    """

    entity: str
    aliases: tuple[str, ...]
    level: str
    region: str
    year: int
    kind: Kind
    title: str
    revision: str = ""

    @property
    def disclosure(self) -> str:
        """Key of the publication that the file belongs to."""
        return disclosure_key(self.entity, self.level, self.year, self.kind.value)


@lru_cache(maxsize=1 << 14)
def entity_key(name: str) -> str:
    """One key for the printed names of one body.

    江苏省人大办公厅, 江苏省人大常委会办公厅 and 江苏省人民代表大会常务委员会 give one key: a general office stands
    for the body that it serves, and party and state bodies have a long and a short form.
    """
    key = fold(re.sub(r"[(（](?:本级|部门|汇总|本部|机关)[)）]", "", name))
    for long, short in _SHORT_FORMS:
        key = re.sub(long, short, key)
    return key


def disclosure_key(entity: str, level: str, year: int, kind: str) -> str:
    """One key for the files of one publication, empty where body, year or kind is not known.

    「部门」 and 「单位」 are two publications of one body: with the bodies below it, and without.
    """
    return f"{entity_key(entity)}|{level}|{year}|{kind}" if entity and year and kind != Kind.OTHER else ""


def spells(short: str, name: str) -> bool:
    """Whether a short name reads through a full one in order and ends as it does: 卫健委 in 卫生健康委员会."""
    key, full = (re.sub(r"委员会$", "委", entity_key(text)) for text in (short, name))
    rest = iter(full)
    return len(key) > 1 and key[-1] == full[-1:] and all(char in rest for char in key)


_SHORT_FORMS: tuple[tuple[str, str], ...] = (
    (r"^中国共产党|^中共", ""),
    (r"人民代表大会", "人大"),
    (r"常务委员会", "常委会"),
    (r"人大常委会(?:办公厅|办公室|机关)?$|人大(?:办公厅|办公室|机关)$", "人大"),
    (r"(?:中国)?人民政治协商会议(.+?)委员会", r"\1政协"),
    (r"政协(?:办公厅|办公室|机关|委员会)$", "政协"),
    (r"(省|市|区|县)委(?:员会)?(办公厅|办公室)?$", r"\1委"),
    (r"人民政府(?=.+(?:街道|镇|乡|办事处))", ""),
    (r"(街道)办事处$", r"\1"),
    (r"(镇|乡)人民政府$", r"\1"),
    (r"(法院|检察院|政府)机关$", r"\1"),
    (r"本级$|机关本级$", ""),
)


def identify(
    file: str, pages: Sequence[Page], tables: Sequence[Table], sections: Sequence[Section]
) -> Identity:
    """Read body, year and kind off the tables' heads, the cover, the headings and the file's own name."""
    stem = normalise(re.sub(r"\.[A-Za-z]{3,4}$", "", file))
    names = _vote(_names(stem, pages, tables, sections))
    entity = names[0] if names else _whole_region(stem)
    same = [n for n in names if entity_key(n) == entity_key(entity)]
    texts = [
        stem,
        *_front(pages),
        *(t.title for t in tables),
        *(line.text for t in tables for line in t.caption),
    ]
    kind = _kind(stem, pages, tables, sections)
    year = _year(stem, texts, sections)
    level = printed_level(texts[:8])
    region = _REGION.match(re.sub(r"^中国共产党|^中共", "", entity))
    title = f"{entity}{year}年度{level}{kind.value}" if entity and year else stem
    return Identity(
        entity, tuple(dict.fromkeys(same)), level, region["region"] if region else "", year, kind, title,
        revision_word([stem, *_front(pages)]),
    )  # fmt: skip


#: A county or city whose disclosure is of all its bodies: 「临江县2022年“三公”经费决算汇总」.
_OF_REGION = regex(r"(?P<name>[\u4e00-\u9fff]{2,14}(?:省|自治区|市|州|盟|县|区|旗))(?:本级)?20\d\d年")


def _whole_region(stem: str) -> str:
    """The county or city that a file is of by its name, where no body is; empty where it names none."""
    named = _OF_REGION.match(stem)
    return named["name"] if named else ""


def _front(pages: Sequence[Page]) -> list[str]:
    """Text of the cover, its lines joined, and of the first lines one by one."""
    lines = [line.text for page in pages[:1] for line in page.lines][:8]
    return [_DATE.sub("", "".join(lines)), *lines]


#: When it was published, beside the name on a cover: 「公开时间：2023年2月28日」 is no part of the name below it.
_DATE = regex(
    r"(?:(?:公开|发布|公布|编制|填报)?(?:时间|日期)\s*[:：]?\s*)?20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
)


def _names(
    stem: str, pages: Sequence[Page], tables: Sequence[Table], sections: Sequence[Section]
) -> Iterator[tuple[str, str]]:
    """Names with where they stand, from the strongest kind of place to the weakest."""
    for table in tables:
        for text in [line.text for line in table.caption] + _head_texts(table):
            yield from (("line", match[1]) for match in _NAMED_LINE.finditer(text))
    headings = [heading for section in sections for heading in section.path[:1]]
    titles = [re.sub(r"^第.{1,3}部分", "", text) for text in [*_front(pages)[:1], *dict.fromkeys(headings)]]
    yield from _found("title", _TITLE, titles)
    yield from _found("sentence", _SENTENCE, [p.text for section in sections for p in section.paragraphs])
    yield from _found(
        "file", _TITLE, [re.sub(r"^\d+(?:年度?)?", "", part) for part in re.split(r"[_\s—–-]+", stem)[::-1]]
    )


def _found(origin: str, pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    matches = (pattern.search(text) for text in texts)
    return ((origin, match["name"]) for match in matches if match)


def _head_texts(table: Table) -> list[str]:
    """Texts of the first rows; a label 「部门：」 and the name in the cell beside it as one."""
    cells = sorted((c for c in table.cells if c.row < 3 and c.text), key=lambda c: (c.row, c.column))
    return [c.text for c in cells] + [a.text + b.text for a, b in itertools.pairwise(cells) if a.row == b.row]


def _vote(named: Iterator[tuple[str, str]]) -> list[str]:
    """Names by weight; the votes of one body's several names count together, the fullest common one leads."""
    votes: Counter[str] = Counter()
    for origin, raw in named:
        name = _clean(raw)
        if name and not _GENERIC.match(name):
            votes[name] += _WEIGHTS[origin]
    keys = {name: _fullest(entity_key(name), votes) for name in votes}
    bodies: Counter[str] = Counter()
    for name, count in votes.items():
        bodies[keys[name]] += count
    # 「省委办公厅」 in the text of a file of 「江苏省委办公厅」 is that body with its province left out.
    return sorted(votes, key=lambda n: (-bodies[keys[n]], entity_key(n) != keys[n], -votes[n], -len(n)))


def _fullest(key: str, votes: Counter[str]) -> str:
    return max((k for k in map(entity_key, votes) if k.endswith(key)), key=len)


def _clean(name: str) -> str:
    name = re.sub(r"(?:金额)?单位$|填报.*$|公开.*$|20\d\d.*$", "", name.strip())
    name = re.sub(
        r"^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]+)?(?:20\d\d年度?|关于|附件\d*)?", "", name
    )
    name = re.sub(r"[(（](?:本级|部门|汇总|本部|盖章)[)）]$", "", name)
    named = re.search(rf"(?:{_BODY_END})(?:[(（].{{2,8}}[)）])?$", name) and not _NO_NAME.search(name)
    return name if named else ""


def _kinds(text: str) -> set[Kind]:
    """Kinds that a title names; 「预决算公开」 names neither."""
    text = re.sub("预决算|决算报告会|绩效", "", text)
    words = (("决算", Kind.FINAL_ACCOUNTS), ("(?<!公共)(?<!基金)(?<!经营)预算", Kind.BUDGET))
    return {kind for word, kind in words if re.search(word, text)}


def _kind(stem: str, pages: Sequence[Page], tables: Sequence[Table], sections: Sequence[Section]) -> Kind:
    named = _kinds(stem)
    if len(named) == 1:  # the name of a file says it, whatever rule or section its first page names
        return named.pop()
    strong = re.sub("预决算", "", stem) + " ".join(_front(pages)[:1])
    titles = " ".join(t.title for t in tables) + " ".join(h for s in sections for h in s.path[:1])
    for text in (strong, titles, " ".join(p.text for s in sections[:6] for p in s.paragraphs)):
        final, budget = (
            len(re.findall("决算", text)),
            len(re.findall(r"(?<!一般公共)(?<!基金)(?<!经营)预算", text)),
        )
        if final or budget:
            return Kind.FINAL_ACCOUNTS if final >= budget or (final and "决算" in strong) else Kind.BUDGET
    return Kind.PERFORMANCE if "绩效" in strong + titles else Kind.OTHER


def _year(stem: str, texts: Sequence[str], sections: Sequence[Section]) -> int:
    named = _TITLE_YEAR.search(stem)
    if named:
        return int(named["year"])
    votes: Counter[int] = Counter()
    for text in texts:
        # 「比2017年减少」 names the year beside it.
        for match in re.finditer(r"(?<![与比较同\d])(20\d\d)(?!\d)", text):
            votes[int(match[1])] += 3
        written = re.search(r"[二][〇○零][一二三四五六七八九〇○零]{2}(?=年)", text)
        number = chinese_number(written[0]) if written else None
        votes.update({number: 3} if number else {})
    short = re.search(r"(?<!\d)(\d\d)年(?=.{0,30}(?:预算|决算))", stem)
    if short and not re.search(r"20\d\d", stem):
        votes[2000 + int(short[1])] += 4
    for section in sections:
        for heading in section.path:
            votes.update(int(y) for y in re.findall(r"(20\d\d)年", heading))
        for paragraph in section.paragraphs:
            votes.update(int(y) for y in _YEAR.findall(paragraph.text[:40]))
    return votes.most_common(1)[0][0] if votes else 0


_ANY_BODY = regex(
    rf"[\u4e00-\u9fff（）()·、]{{2,40}}(?:{_BODY_END})(?:[(（][^)）]{{1,8}}[)）]|本级|机关|本部|汇总|部门|单位)?"
)


def is_body(name: str) -> bool:
    """Whether a text reads as the name of a public body (云川省商务厅本级), as a column of units holds them."""
    return bool(_ANY_BODY.fullmatch(name))
