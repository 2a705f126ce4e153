"""What running text says that an account consists of or is spent on: 「人员经费…万元，主要包括：甲、乙」 (所含)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.model import Plan, Quote
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote

#: How it is asked what an account holds or is spent on.
_ASKED = regex(
    r"(?:包括|包含|涵盖|含)(?:了|着|的)?(?:有|是)?些?(?:哪|什么|啥|几)|(?:有|是|算)些(?:什么|啥)(?:钱|收入|开支|东西)|由(?:哪|什么|啥)[^，。？]{0,6}(?:组成|构成)|名目|(?:构成|组成)(?:是|有|情况)"
    r"|(?:能|可以|可|允许)(?:报|报销|列|列支|开支|支|用于|用来)[^，。？]{0,4}(?:哪|什么|啥)"
    r"|(?:发|列|开支|花|用|管|支付?)(?:了|在|于|到)?(?:哪些?|什么|啥|几)(?:些|个|样|种|项)?(?:名目|方面|地方|开销|费用|东西|内容|用途|支出)?|用途|干(?:什么|啥)"
)
#: What may stand between a name and the words that open its list: amounts, shares, how far the budget was used.
_BETWEEN = (
    r"(?:[（(][^（()）]*[)）])?[”\"]?(?:科目|支出|预算|决算|合计|执行|全年|年初|安排|完成|数|为|是|的|[\d.,]+|万?元|亿元|占[^，。；：]{0,20}?%|完成[^，。；：]{0,12}?%"
    r"|(?:比|较|与)[^。；：]{0,40}?[元%]|主要|一般|，|。|：|\s)*"
)
_OPENS = regex(_BETWEEN + r"(?:包括|包含|用于|用作)[：:]?(?:以下)?")
#: An explanation may put it otherwise: 「公务接待费主要安排…所需住宿费、伙食费等支出」.
_EXPLAINS = regex(_BETWEEN + r"(?:包括|包含|用于|用作|安排|反映|是指|指)[：:]?")
_LIST = regex(r"[^。；]{2,}?、[^。；]{2,}")
_EXPLAINED = regex(r"名词|术语|解释")
_LEAST = 2


def contents(plan: Plan, index: Index) -> Quote | None:
    """The line that says what the account of the question consists of; None where none is asked for or says so.

    A text on the account's own money goes before one that explains its name.
    """
    if plan.subject is None or not _ASKED.search(fold(plan.text)):
        return None
    name = _bare(plan.subject.name)
    found = [
        (explained, quote)
        for chunk in index.chunks
        for explained in (bool(_EXPLAINED.search(fold("".join(chunk.path)))),)
        for quote in _listing(name, chunk, explained)
    ]
    found.sort(key=lambda told: told[0])
    return found[0][1] if found and len(name) >= _LEAST else None


def _bare(name: str) -> str:
    return re.sub(r"[（(][^（()）]*[)）]|[“”\"]", "", name)


def _listing(name: str, chunk: Chunk, explained: bool) -> Iterator[Quote]:
    printed = r"[“”\"]?".join(map(re.escape, name))
    for line in lines_of([chunk]):
        text = "".join(s.text for s in line)
        for match in re.finditer(printed, text):
            if text[: match.start()].endswith(("其他", "非")):
                continue
            opens = (_EXPLAINS if explained else _OPENS).match(text, match.end())
            if opens is not None and _LIST.match(text, opens.end()):
                yield to_quote(_sentences(line, match.start(), opens.end()))
                break


def _sentences(line: tuple[Sentence, ...], start: int, end: int) -> list[Sentence]:
    """The sentences of a line from the one that names the account to the one that lists."""
    kept, place = list[Sentence](), 0
    for sentence in line:
        after = place + len(sentence.text)
        if after > start and place < end:
            kept.append(sentence)
        place = after
    return kept
