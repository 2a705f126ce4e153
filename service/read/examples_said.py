"""Examples in brackets behind what they are examples of: 「应急处置（核酸、隔离点那些）」 (举例).

They name nothing else that is asked for; they are left out where the question with them was not understood.
"""

from __future__ import annotations

from ingest.patterns import regex

_EXAMPLES = regex(
    r"(?<=[\u4e00-\u9fff])[（(](?:"
    r"(?:比如|例如|譬如|像是?|就是|也就是|即|好比)[^（()）]{2,24}"
    r"|(?:主要)?(?:是|包括|有)?[^（()）]{2,24}?(?:那些|这些|那种|这种|之类的?|什么的|啥的|等等?)"
    r")[)）](?=[^（()）]*(?:多少|几|吗|占|呢|[？?]))"
)

#: 「给人发工资这类人员经费」: what the class is said to hold only explains it.
_CLASSES = (
    r"(?:人员经费|(?:日常)?公用经费|“?三公”?经费|工资福利支出|商品和服务支出"
    r"|对个人和家庭的?补助(?:支出)?|资本性支出|办公(?:设备|家具|用品)|公用的?(?:钱|经费|开支|开销))"
)
_EACH = regex(r"各|分别|哪")
_FOR_EXAMPLE = regex(
    r"(?:(?<=[，,；;：:、\s里中内头的占年度局委办院厅校买购置])|^)(?:比如|例如|像)?(?![^，。]{0,4}(?:比|和|与|跟|同))"
    r"[\u4e00-\u9fff、]{2,12}?(?:这一?类|这一?种|这些|这样|之类|那些|那样|一类|等)(?:的)?(?:开支|费用)?(?="
    + _CLASSES
    + ")"
)


def without_class_examples(text: str) -> str:
    """The question with the class of expenditure alone, where words before 这类 or 这样的 only explain it."""
    return text if _EACH.search(text) else _FOR_EXAMPLE.sub("", text)


def without_examples(text: str) -> str:
    """The question without the brackets that only give examples."""
    return _EXAMPLES.sub("", text)
