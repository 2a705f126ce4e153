"""Why, or what is wrong, asked of what was spoken of, with no other thing named (追问原因与问题)."""

from __future__ import annotations

from ingest.patterns import regex
from service.model import PHRASE_KINDS, Plan, Term


def project_of(before: Plan) -> Term | None:
    """The project spoken of, by its name or by the form that its score stands in."""
    subject = before.subject
    if subject is None or subject.kind == "项目":
        return subject
    scored = subject.name if before.count_unit == "分" else ""
    name = subject.path[0] if subject.kind in PHRASE_KINDS and subject.path else scored
    return Term(name, "项目") if name else None


def why_of_it(plan: Plan) -> bool:
    """「为什么没有用完年初预算」, 「为什么拖到11月才完工」: why, and no account or thing is named."""
    own = plan.subject is not None and not plan.assumed and plan.subject.kind not in ("结转结余", "总额")
    said = _WHY_FIRST.match(plan.text) or _WHY_LAST.fullmatch(plan.text) or _WHY_OFF.fullmatch(plan.text)
    return plan.intent == "原因" and not own and said is not None


#: What is wrong with the project spoken of, and no other thing is named.
_WRONG = regex(
    r"(?:那|这|它|该|个|项目|的|自评|绩效|评价|又|里|中|时|都)*(?:发现|存在|有|查出)(?:了|的)?(?:哪些|什么|啥|些)*(?:问题|不足|毛病)(?:了|吗|呢|是什么)*"
)


def wrong_with_it(plan: Plan) -> bool:
    """「自评发现了什么问题」: what is wrong is asked, and no thing is named."""
    return plan.subject is None and _WRONG.fullmatch(plan.text) is not None


#: Opens with why, and goes on with what was or was not done.
_WHY_FIRST = regex(
    r"(?:那么?|又|它|这)*(?:为什么|为啥|为何|为嘛|怎么|咋|啥原因|什么原因)(?:会|还|就|才|又|一直|要|都)*(?:没有?|未|不|只|超|增|减|多|少|拖|推迟|延|晚|慢|低|高|下降|完不)"
)
#: 「比合同少付的部分是咋回事」: by what it is off something that is agreed, and why.
_WHY_OFF = regex(
    r"(?:那么?|这|它|又)*(?:比|较|跟|和|同)?(?:合同|[预概]算|计划|年初|目标|原定|应付|中标价?)(?:金额|价款?|数|款|总?额)?(?:多|少|低|高|超|差)(?:付|花|用|给|出|支|发|拨)?(?:出来?|了|掉|的)*"
    r"(?:那|这)?(?:一?部分|一?块|些|钱|一?点)?(?:又|都|到底)?(?:是)?(?:[咋怎]么?(?:回事|搞的|弄的|来的)|(?:什么|啥)(?:原因|情况|缘故|道理)|为(?:什么|啥|何)|因为(?:什么|啥))[呢啊呀]*[？?]?"
)
#: 「一下子少这么多是咋回事」: only which way it went, and why.
_WHY_LAST = regex(
    r"(?:那么?|这|它|又|怎么|一下子?|突然|忽然|猛地|居然|竟然)*(?:多|少|涨|降|增|减|跌|超|缩|掉)(?:加|少|长)?[了出掉]*"
    r"(?:这么|那么|如此|老|好)?(?:多|大|高|狠|厉害)?(?:些|一?点|一?大?截|一?大?块)?(?:的?是|都?是)?"
    r"(?:[咋怎]么?(?:回事|搞的|弄的|来的)|(?:什么|啥)(?:原因|情况|缘故|道理)|为(?:什么|啥|何)|因为(?:什么|啥))[呢啊呀]*[？?]?"
)
