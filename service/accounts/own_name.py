"""A word of the body's own name as what money is spent on: 「规划局规划支出」 is not all that it spends (名中之事)."""

from __future__ import annotations

from ingest.patterns import regex
from service.accounts.another import narrows
from service.accounts.lexicon import Lexicon
from service.read.hearing import Heard
from service.read.terms import Match
from service.read.wording import Wording

#: What is said behind a thing that money is spent on.
_SPENT = regex(
    r"(?:管理|方面|工作|领域|业务|事务|类)?的?(?:一共|总共|共)?(?:基本支出|项目支出|支出|花|经费|投入|用了|开支|费用)"
)
#: Parts of a name that say what a body is, or whose, not what it does; 财政支出 is what any body spends.
_IS_BODY = regex(
    r"(?:街道|办事处|[局厅委办院处所站镇乡区市县省]|中心|部门|单位|机关|人大|政协|常委会|政府|党委|财政|社区|国家|中共|学校|[小中大]学|医院|公司)$"
)


def is_its_work(run: str, start: int, text: str) -> bool:
    """Whether a run of a body's name stands as what is spent on, not as who spends."""
    return _IS_BODY.search(run) is None and _SPENT.match(text[start + len(run) :]) is not None


def claim_own_name(wording: Wording, heard: Heard, lexicon: Lexicon) -> set[str]:
    """Claims the words of the body's name, 「街道一共有几辆车」; those stay that stand as what is spent on."""
    work = {run for start, run in wording.runs() if is_its_work(run, start, wording.text)}
    for start, run in wording.runs():
        if lexicon.is_of_body(run) and run not in work and not narrows(run, wording, heard):
            wording.claim(Match(start, start + len(run), run, None))
    return work
