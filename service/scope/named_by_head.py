"""A body by the head of its name that holds another's: of 「数字城管」 the 数字城管指挥中心 is meant (名首简称)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.scope.regions import Mention
from service.scope.roll import Roll

#: A head of a name that is said in place of it has at least so many characters, so many before the other's.
_LEAST, _BEFORE = 4, 2
#: What makes of the head the name of a thing: a platform, a project.
_THING = regex(r"平台|系统|项目|运行|建设|工作|经费|案件|问题|网格|信息|改造|工程|整治|执法")


def named_by_head(
    text: str, named: Sequence[tuple[int, int, Body]], bodies: Sequence[Body], core_of: Callable[[str], str]
) -> Mention | None:
    """The one body whose name begins with what stands before the only name found and that name itself.

    ``named`` are the places at which a text names bodies, with these.
    """
    if len(named) != 1 or _THING.match(text, named[0][1]):
        return None
    start, end, body = named[0]
    heads = (
        bodies.once("heads", lambda: _heads(bodies, core_of))
        if isinstance(bodies, Roll)
        else _heads(bodies, core_of)
    )
    for begin in range(max(0, end - 12), start - _BEFORE + 1):
        run = text[begin:end]
        if len(run) < _LEAST:
            break
        held = {
            other.key: other
            for core, other in heads.get(run[:_LEAST], ())
            if core.startswith(run) and core != run
        }
        if len(held) == 1 and body.key not in held:
            return Mention((next(iter(held.values())),), ((begin, end),))
    return None


def _heads(bodies: Iterable[Body], core_of: Callable[[str], str]) -> dict[str, list[tuple[str, Body]]]:
    found: dict[str, list[tuple[str, Body]]] = {}
    for body in bodies:
        core = core_of(fold(body.name))
        if len(core) > _LEAST:
            found.setdefault(core[:_LEAST], []).append((core, body))
    return found
