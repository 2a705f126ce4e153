"""The stage of the budget that a question names, where no name of another thing holds the word (阶段).

「执行局」「裁判执行」 and 现代职业教育质量提升计划 name no stage.
"""

from __future__ import annotations

from collections.abc import Mapping

from ingest.model import Stage
from ingest.patterns import regex
from service.model import Term
from service.read import vocabulary
from service.read.terms import find, rows_to_words
from service.read.wording import Wording

STAGES = rows_to_words(vocabulary.STAGES)
_NO_STAGE = regex(
    r"(一般公共|基金|经营|公共财政)预算|预算单位|预算部门|计划生育|计划财务|计划科|预算改革|(?:案件|强制|法院|刑罚|裁判)执行|执行(?:案|局(?!面)|救助|款|到位)|(?:竣工|工程)(?:财务)?决算"
)
#: 「…多少，不是预算」: the stage that is denied is not meant, but the other of the two.
_DENIED = regex(
    r"(?<!是)(?:而?不是|而非|不要|别给)(?:年初|全年|调整)?(?P<stage>预算|决算)数?(?=[，。？?！!、）)]|$)"
)
_OTHER = {"预算": Stage.FINAL_ACCOUNTS, "决算": Stage.BUDGET}
#: So short a name of a project is an everyday word.
_SHORT = 4


def stage_said(wording: Wording, words: Mapping[str, Term]) -> Stage | None:
    """The stage that is named; 预算 within the name of a fund, 计划 within that of a project, names none."""
    text = _NO_STAGE.sub(lambda m: "〇" * len(m[0]), wording.text)
    denied = _DENIED.search(text)
    text = _DENIED.sub(lambda m: "〇" * len(m[0]), text)
    named = [m for m in wording.matches(words) if m.value.kind == "项目" and m.length > _SHORT]
    found = find(text, STAGES, wording.taken)
    found = [m for m in found if not any(n.start < m.end and m.start < n.end for n in named)]
    if not found and denied is not None:
        return _OTHER[denied["stage"]]
    return max(found, key=lambda m: m.length).value if found else None
