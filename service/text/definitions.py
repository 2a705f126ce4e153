"""A term to the paragraph that explains it, never to a sentence that merely has it (名词解释)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.accounts import label_to_account, strip_ordinal
from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.model import Plan, Quote
from service.read.terms import overlap
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

#: 「机关运行经费：指…」, 「项目支出是指…」, and within another term's paragraph 「公务接待费反映…」.
_LINE = regex(
    r"^[“\"]?(?P<name>[^：:。；]{2,60}?)[”\"]?\s*(?:[：:]|[，,]?\s*(?:是指|指的是|指(?![导挥标数定派])|反映(?!了)))"
)
#: A term at the head of a sentence, as lists of terms have it that run on.
_HEADED = regex(r"^[“\"]?(?P<name>[^：:。；，,、]{2,20}?)[”\"]?\s*[：:](?=[^：:]{6})")
_WITHIN = regex(
    r"(?:^|[；;，,。]|其中[:：]?)(?P<name>[^：:。；;，,]{2,20}?)(?:是指|指(?![导挥标数定派])|反映(?!了)|主要安排(?!的))"
)
_ORDINAL = regex(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳])[、.．]?")
#: What may stand behind a term that is the same term.
_TAIL = regex(r"(?:收入|支出|预算|决算|资金|经费|费用|费|情况|类|款|项)+$")
_LEVEL = regex(r"[（(][类款项][)）]")
#: A short name that an explanation gives its term, or what people call it.
_SHORT = regex(
    r"(?:简称|俗称|又称|也称|亦称|又叫|也叫|通称|别称)[为是:：]?[“\"]?(?P<name>[\u4e00-\u9fffA-Za-z]{2,12})"
)
#: A term that the question puts in quotation marks.
_QUOTED = regex(r"[“\"「『‘](?P<term>[^”\"」』’，。]{2,24})[”\"」』’]")
#: So long a term that is written with this share of other characters is the same one, misspelt.
_MISSPELT, _OTHERS = 5, 4
#: How two terms are set side by side.
_SIDES = regex(r"(?<!转)和(?!结余)|与|跟|同")
#: What says where the term was read.
_WHERE = regex(
    r"^.*?(?:预算|决算|文件|报告|公开|资料|材料|名词解释|报表|账本?|表格)(?:表)?(?:里面|里头|里边|里|中|上面?)?(?:说的|讲的|写的|提到的|提的|列的|讲|说|写|提)?(?:有(?:一?[个项笔种]|条)?|列(?:着|了)(?:一?[个项笔])?)?(?:那个|这个|那项|这项|叫做?)?(?=.{2})"
)
#: The same said behind the term: 「啥叫单位资金，预算里面写的」.
_WHERE_BEHIND = regex(
    r"(?<=.{2})(?:看看?|按照?|照|根据|就)?(?:部门|单位|年度?|这?[份本])*(?:预算|决算|文件|报告|公开|资料|材料|报表|账|表格?|书)(?:表|书|公开)?(?:里面|里头|里边|里|中|上面?)"
    r"(?:都|也|有|常|是?怎么|咋|是?如何)?(?:(?:说|讲|写|提到|提|列|出现|看到|见)(?:过|着|了)?)?的?(?:那个|这个|那项|那条|来着)?$"
)
#: The asking.
_ASKING = regex(
    r"(?:都|主要)*(?:是|都是)?(?:发|补|贴|付)给(?:谁|(?:哪|什么|啥)(?:些|类|样)?的?(?:人|对象|群体|职工)?)的?$|是?(?:怎么|咋|怎样|如何)个[\u4e00-\u9fff]{1,4}法|(?:是|算)个?(?:什么|啥子?)(?:东西|玩意儿?)|指?(?:的是)?(?:啥子|哪[些类]|什么|啥)(?:样的)?(?:人群?|对象)$|\d{5,7}|^对(?=.*界定)|(?:如何|怎么|怎样|咋)?(?:界定|定义)的?|(?:是|主要)?(?:用来|拿来)?(?:干|做)(?:什么|啥|嘛)用?的$|(?:是|指)(?:的是)?(?:什么|啥|哪)[\u4e00-\u9fff]{1,2}$|在?[那这]?[份本个](?:预算|决算|文件|报告|公开)(?:里|中|上)面?(?:是)?|科目(?=反映|[里下]?是)|(?:到底|究竟)?(?:都?是|指)哪.{0,3}[样项个种块类]|(?:我?[老总常]|经常)?听(?:人家?|大家|别人|说|到)+(?:说|讲|提)?(?:过|的|起)?|什么是|啥是|什么叫|啥叫|怎么解释|如何解释|名词解释|解释一下|解释|是什么意思|是啥意思|什么意思|啥意思|是指什么|指的是什么|指的是啥|指什么|是指|指的|指啥"
    r"|的?定义|的?含义|的?意思|是什么|是啥玩意|啥玩意|是个啥|是啥|概念|反映(?:的是|了)?(?:什么|啥|哪(?:些|几)?个?(?:方面)?)的?(?:支出|内容|情况)?|都?(?:包括|包含|涵盖)(?:了|的)?(?:是|有)?些?(?:哪|什么|啥).*|都?(?:有|是|算)些(?:什么|啥)(?:钱|收入|开支|东西)?$|(?:主要)?安排(?:什么|哪些|啥)(?:支出|开支|费用).*|有?(?:什么|啥)?(?:不同|不一样|区别|差别)|用大白话.*|请问|请|说的|讲的|写的|这个词|这个|那个|一词|的|是|呢|啊|呀|吗"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term that a document explains, and the sentences that do; ``inner`` for one within another's paragraph."""

    name: str
    sentences: tuple[Sentence, ...]
    inner: bool
    listed: bool


def define(plan: Plan, chunks: Sequence[Chunk]) -> tuple[Quote, ...]:
    """The paragraph that explains the term that is asked for, or one for each of two; empty where none does."""
    asked = fold(plan.text)
    term = _quoted(plan.text) or _term(asked)
    entries = list(_entries(chunks))
    sides = [side for side in _SIDES.split(term) if len(side) > 1]
    if len(sides) == 2:
        both = [_best(entries, side, side, "") for side in sides]
        if all(both):
            return tuple(to_quote(entry.sentences) for entry in both if entry)
    found = _best(entries, term, asked, fold(plan.subject.name) if plan.subject else "") or _said_last(
        entries, plan
    )
    return (to_quote(found.sentences),) if found else ()


def _said_last(entries: Sequence[_Entry], plan: Plan) -> _Entry | None:
    """The term of the last clause, where a clause before it says how one came to ask: 「补助走一卡通，一卡通是啥」."""
    last = fold(re.split("[，,]", plan.parted)[-1]) if plan.parted else ""
    term = _term(last) if last and last != fold(plan.text) else ""
    return _best(entries, term, last, "") if len(term) > 1 else None


def explained(plan: Plan, chunks: Sequence[Chunk]) -> dict[str, float]:
    """How surely each passage explains the term that is asked for, by id; those that explain others are left out."""
    asked, subject = fold(plan.text), fold(plan.subject.name) if plan.subject else ""
    term = _term(asked)
    terms = [term, *(side for side in _SIDES.split(term) if len(side) > 1)]
    found: dict[str, float] = {}
    for entry in _entries(chunks):
        score = max(_worth(entry, one, asked, subject) for one in terms)
        if score:
            chunk_id = entry.sentences[0].chunk.id
            found[chunk_id] = max(found.get(chunk_id, 0.0), score)
    return found


def explanations(chunks: Sequence[Chunk]) -> dict[str, str]:
    """What a list of terms says of each, by the folded term."""
    return {
        entry.name: "".join(s.text for s in entry.sentences) for entry in _entries(chunks) if entry.listed
    }


#: What is paid for one, as an explanation states it, and the ends of names that people leave out.
_RATE = regex(
    r"(?:每|一)(?:人|户|名|位|亩|辆|生|床|天|月|年)[^，。；]{0,8}?[\d,.]+万?元|[\d,.]+万?元[/／](?:人|户|名|亩|辆|生|床|天|月|年)"
)
_PLAN = regex(r"(?:计划|项目|工程|政策|制度|补助|补贴|津贴|资金|经费)+$")
_LEAST = 3


def rate_explained(text: str, chunks: Sequence[Chunk]) -> tuple[Quote, ...]:
    """The explanation of the one term of a list that a text names, where it states what is paid for one."""
    asked = fold(text)
    found = {
        entry.name: entry
        for entry in _entries(chunks)
        if entry.listed and len(stem := _PLAN.sub("", entry.name)) >= _LEAST and stem in asked
        and _RATE.search("".join(s.text for s in entry.sentences))
    }  # fmt: skip
    return (to_quote(next(iter(found.values())).sentences),) if len(found) == 1 else ()


def _best(entries: Sequence[_Entry], term: str, asked: str, subject: str) -> _Entry | None:
    best: tuple[float, _Entry] | None = None
    for entry in entries:
        score = _worth(entry, term, asked, subject)
        if score and (best is None or score > best[0]):
            best = (score, entry)
    return best[1] if best and best[0] >= 1.0 else None


def _worth(entry: _Entry, term: str, asked: str, subject: str) -> float:
    """How surely an entry explains a term, one of a list of terms more so; 0 where it is another's."""
    score = _fits(entry.name, term, asked, subject)
    return score + (0.3 if entry.listed else 0.0) - (0.4 if entry.inner else 0.0) if score else 0.0


def _entries(chunks: Sequence[Chunk]) -> Iterator[_Entry]:
    """Terms explained, those of a list of terms (名词解释) and those explained in passing."""
    heading = re.compile(HEADINGS[Sort.DEFINITION])
    for line in lines_of(chunks):
        listed = any(heading.search(part) for part in line[0].chunk.path)
        text = "".join(s.text for s in line)
        match = _LINE.match(_ORDINAL.sub("", strip_ordinal(text)))
        if match and (listed or match[0][-1] not in "：:"):
            yield _Entry(_named(match["name"]), line, False, listed)
            short = _SHORT.search(text) if listed else None
            if short:
                yield _Entry(fold(short["name"]), line, False, listed)
        if listed:
            yield from _run_on(line)
            for sentence in line:
                for within in _WITHIN.finditer(sentence.text):
                    yield _Entry(_named(within["name"]), (sentence,), True, True)


def _run_on(line: Sequence[Sentence]) -> Iterator[_Entry]:
    """Terms behind the first of a line of them: 「甲：由…组成。乙：指…。」, each with what is said before the next."""
    starts = [at for at, sentence in enumerate(line) if _HEADED.match(sentence.text)]
    for at, end in itertools.pairwise((*starts, len(line))):
        if at and (match := _HEADED.match(line[at].text)):
            yield _Entry(_named(match["name"]), tuple(line[at:end]), False, True)


def _named(printed: str) -> str:
    """Key of a printed term: of an item the last of its levels, without quotation marks and asides."""
    parts = [part for part in _LEVEL.split(printed) if fold(part)]
    return fold(parts[-1] if len(parts) > 1 else re.sub(r"[（(][^（）()]*[)）]$", "", printed) or printed)


def _term(asked: str) -> str:
    """The words of the question that are the term."""
    asked = _WHERE_BEHIND.sub("", asked)
    bare = _ASKING.sub("", _WHERE.sub("", asked))
    # 「项目支出预算是啥意思」: the budget belongs to the term.
    return bare if len(bare) > 1 else _ASKING.sub("", asked) or asked


def _quoted(text: str) -> str:
    said = _QUOTED.search(text)
    return fold(said["term"]) if said else ""


def _names(term: str, subject: str) -> bool:
    """Whether the term asked for is the account that was heard in it, not a thing of it (项目经费的绩效目标)."""
    return bool(subject) and (len(term) <= len(subject) or overlap(term, subject) * 2 >= len(term))


def _fits(name: str, term: str, asked: str, subject: str) -> float:
    """How surely a printed term is the one asked for; 0 where it is another."""
    if not name or len(name) < 2:
        return 0.0
    if name == term or name == _TAIL.sub("", term) or (name == subject and _names(term, subject)):
        return 2.0 + len(name) / 100
    if _TAIL.sub("", name) == _TAIL.sub("", term) and len(_TAIL.sub("", name)) >= 2:
        return 1.6
    if name in asked and len(name) >= 4 and len(name) * 2 > len(term):
        return 1.5 + len(name) / 100
    if _is_misspelt(name, term):
        return 1.2
    if len(term) >= 4 and term in name and len(term) * 10 >= len(name) * 6:
        return 1.3
    account, wanted = label_to_account(name), label_to_account(subject if _names(term, subject) else term)
    return 1.2 if account is not None and wanted is not None and account.name == wanted.name else 0.0


def _is_misspelt(name: str, term: str) -> bool:
    """Whether a term is a name but for a few characters in their places."""
    if len(name) != len(term) or len(name) < _MISSPELT:
        return False
    return sum(a != b for a, b in zip(name, term, strict=True)) * _OTHERS <= len(name)
