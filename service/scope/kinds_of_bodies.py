"""「社区卫生服务中心」 alone is a kind of institution and the name of none (机构的类别)."""

from __future__ import annotations

from ingest.patterns import regex

_WHERE = "社区|城市|农村|乡镇|街道|[乡镇村]|基层|公办|民办|公立|民营|各级|各类|各家?|所有|下属|辖区"
_SORT = (
    "卫生服务(?:中心|站)|卫生[院室所]|卫生机构|医院|诊所|门诊部|疾控中心|疾病预防控制中心|妇幼保健[院站]|急救中心|血站"
    "|敬老院|养老院|福利院|养老服务中心|救助站|殡仪馆|幼儿园|中小学校?|学校|党校|技校"
    "|便民服务中心|政务服务中心|党群服务中心|居委会|村委会|派出所|司法所|财政所|供销社|文化站|文化中心|图书馆|农技站"
)
_KIND = regex(rf"(?:{_WHERE})*(?:{_SORT})")


def is_kind(name: str) -> bool:
    """Whether a name has no word of its own, so that many bodies are called so: 「松屿区的社区医院」."""
    return _KIND.fullmatch(name.rpartition("的")[2]) is not None
