"""What a document says of a project in words: what it is, by whom, since when, on what grounds (项目所述).

The sentences told stand in the part that tells of that project; those of the project next to it are never told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.projects.project_blocks import Block, blocks_of
from service.projects.project_spoken import bare, project_spoken
from service.targets import Point
from service.text.asked import sort_of
from service.text.lines import text_of
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import Sort

_FIGURES = regex(
    r"多少(?!年)|几(?:个|项|万|元|分|成|次|人|家)|百分|占|率(?!.{0,6}(?:低|不高|没))|最[多少高低]|得分"
)


@dataclass(frozen=True, slots=True)
class _Field:
    """How a thing is asked of a project, how it is labelled, and how a sentence has it that is not labelled."""

    asked: re.Pattern[str]
    label: re.Pattern[str]
    put: re.Pattern[str] | None = None


#: Tried in their order; the first that is asked for decides.
_FIELDS: tuple[_Field, ...] = (
    _Field(regex(r"改进|整改|怎么改|怎么办|下一步|今后|打算"), regex(r"改进|整改|下一步|今后")),
    _Field(
        regex(r"问题|不足|短板|扣分|分[^，。]{0,4}低|没(?:花|用)完|执行率[^，。]{0,6}(?:低|不高)"),
        regex(r"(?:发现|存在)的?(?:主要)?(?:问题|不足)|主要问题|问题及原因|偏差原因|不足之处"),
    ),
    _Field(
        regex(r"依据|根据|哪[个些份]文件|什么文件|文号|批复|(?:凭|按)(?:什么|啥|哪)"),
        regex(r"(?:立项|政策|设立)?依据"), regex(r"(?:依据|根据|按照)[^，。]{0,10}《|〔\d{4}〕"),
    ),
    _Field(
        regex(r"施工|承建|中标"), regex(r"(?:施工|承建|中标)(?:单位|方|企业)?"), regex(r"施工(?:单位|方)|承建|中标"),
    ),
    _Field(regex(r"代建"), regex(r"代建"), regex(r"代建")),
    _Field(
        regex(r"(?<!给)谁(?!用|受|得|领)|哪(?:家|个(?:单位|部门|科室|机构|办公室))|(?:实施|责任|承办|承担|主管)(?:主体|单位|部门)"),
        regex(r"(?:实施|责任|承担|承办)(?:主体|单位|部门)"), regex(r"由[^，。]{2,24}(?:实施|负责|承担|牵头|代建|管理)"),
    ),
    _Field(
        regex(r"什么时候|啥时候|何时|(?:几|多少)年|多长时间|哪年|几月|多久|周期|工期|期限|起止|开始|完工|(?:执行|实施|建设)时间"),
        regex(r"(?:实施|建设|项目|资金执行|执行)?(?:周期|期限|工期|起止|时间$)"),
        regex(r"自?\d{4}年(?:\d{1,2}月)?(?:起|至|到|开始|底|完)"),
    ),
    _Field(
        regex(r"效果|成效|好处|成果|作用|产出|干出|[做干办搞]成|目标完成|达到什么"),
        regex(r"(?:预期)?效益|(?:主要)?产出|目标(?:完成)?|成效|效果"),
    ),
    _Field(
        regex(r"给谁|给(?:什么|哪些)|发给|对象|(?:什么|哪些)人"),
        regex(r"(?:资助|补助|补贴|发放|受益|服务)对象"), regex(r"用于|发放|发给|惠及|按每人"),
    ),
    _Field(
        regex(r"用于|用在|用到|花[去到在]|用途|哪些方面|(?:钱|资金|经费)[^，。]{0,4}(?:干|做)"),
        regex(r"资金(?:安排|用途|使用|构成)|支出内容|经费(?:安排|用途)"), regex(r"用于|其中[^，。]{2,12}\d"),
    ),
    _Field(
        regex(r"(?:是|都)?(?:干|做)(?:了)?(?:些|点)?(?:什么|啥|嘛)|介绍|概况|内容"),
        regex(r"项目?(?:概述|概况|内容|简介|介绍)|(?:主要|建设)内容"),
        regex(r"用于|主要(?:是|开展|建设)"),
    ),
)  # fmt: skip
#: A sentence that begins with the label of anything.
_LABELLED = regex(
    r"^(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）])?[\u4e00-\u9fff]{2,14}[：:]|^(?:\d{1,2}[.．、]|[（(]\d[)）])"
)
_MOST = 5


def project_said(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentences on what is asked of the project named; None where none is named, or nothing is told of that."""
    text = fold(plan.text)
    if len(points) != 1 or _FIGURES.search(text) or "，" in text or sort_of(text) is Sort.REASON:
        return None
    name = project_spoken(plan, sources.facts, plan.text)
    blocks = _of(bare(name) if name else "", text, sources)
    rest = text
    for block in blocks:
        rest = rest.replace(block.name, "")
    said = ((field, field.asked.search(rest)) for field in _FIELDS if blocks)
    field, word = next(((field, match[0]) for field, match in said if match), (None, ""))
    if field is None:
        return None
    told = [sentences for block in blocks if (sentences := _told(block, field))]
    own = [sentences for sentences in told if word in sentences[0].text]
    if told and not own and _is_said_elsewhere(word, blocks, sources):
        return None  # what is asked for is told of it by its very word in another place
    return Evidence(quotes=(to_quote((own or told)[0]),)) if told else None


def _is_said_elsewhere(word: str, blocks: Sequence[Block], sources: Sources) -> bool:
    """Whether a line that is in none of the project's parts has its name and the word that it is asked by."""
    inside = {line for block in blocks for line in block.lines}
    lines = (line for line in lines_of(sources.index().chunks) if line not in inside)
    return any(word in text and blocks[0].name in fold(text) for text in map(text_of, lines))


def _of(name: str, text: str, sources: Sources) -> list[Block]:
    """The parts that tell of the project that is known by name, or of the one whose name the question says."""
    found = [block for block in blocks_of(sources.index()) if block.name == name or block.name in text]
    longest = max((len(block.name) for block in found), default=0)
    return [block for block in found if len(block.name) == longest and len(block.name) > 3]


def _told(block: Block, field: _Field) -> list[Sentence]:
    """The sentence with the label and those that go on with it; else those that are put as the thing is told."""
    sentences = [s for line in block.lines for s in line]
    for number, sentence in enumerate(sentences):
        head = fold(sentence.text)[:_LABEL]
        if field.label.search(re.split("[：:]", head)[0]) and _LABELLED.match(sentence.text):
            end = number + 1
            while end < len(sentences) and not _LABELLED.match(sentences[end].text):
                end += 1
            return sentences[number : min(end, number + _MOST)]
    put = field.put
    return [s for s in sentences if put is not None and put.search(s.text)][:2]


#: A label is no longer than this.
_LABEL = 24
