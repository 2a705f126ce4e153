"""How what is told in words is asked plainly: reasons, uses, problems, offices, duties (问文字的明白问法)."""

from __future__ import annotations

from ingest.patterns import regex
from service.worded.forms import Asked, Texts


def reason(asked: Asked) -> list[str]:
    """Why an account rose or fell (增减原因)."""
    what = asked.accounts[0] if len(asked.accounts) == 1 else ""
    if not what or len(asked.years) > 1:
        return []
    way = "增加" if _ROSE.search(asked.asking) else "减少" if _FELL.search(asked.asking) else "变动"
    return [f"{asked.head}{what}{name}的原因是什么" for name in dict.fromkeys((way, "变动"))]


_ROSE = regex(r"[增涨升多高添长超]")
_FELL = regex(r"[减降跌缩少低掉落砍]")


def of_work(ask: str) -> Texts:
    """A question in words on one kind of work: what it is for, what went wrong (项目之事)."""

    def texts(asked: Asked) -> list[str]:
        names = (*asked.accounts, *filter(None, (asked.whole,)))
        return [f"{asked.head}{names[0]}{ask}"] if len(names) == 1 else []

    return texts


def of_body(asked: Asked) -> list[str]:
    """What a body is there for (职责)."""
    return [f"{asked.head}的主要职责是什么"] if len(asked.bodies) == 1 else []


def units(asked: Asked) -> list[str]:
    """The offices within a body, or the units below it (机构)."""
    if len(asked.bodies) != 1:
        return []
    kind = "内设机构" if _OFFICES.search(asked.asking + "".join(asked.accounts)) else "所属单位"
    return [f"{asked.head}{kind}有哪些"]


_OFFICES = regex(r"内设|内部|科室|处室|股室|办公室|[科股处](?=[有都叫名，。？?]|$)")
