"""Whose child goes to school there, who is in hospital there: 「孩子在…读书，想知道学校…」 names the school (亲属所在).

Only whose it is and what is done there goes; the place stays, for it says whom is asked about. A clause that names
no place of a loaded body says nothing of it, and goes whole: 「儿子在部队当兵，」.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from service.model import Body
from service.scope.bodies import find_bodies
from service.scope.by_home import by_home
from service.scope.regions import region_of

_KIN = (
    r"(?:我|俺|咱|自)?们?家?里?的?(?:(?:大|小|两个?|一个)?(?:女儿|儿子|孩子|娃娃?|闺女|小孩|孙[子女]|外孙|侄[子女])"
    r"|爹妈|爹娘|爸妈|父母|[老]?[爸妈爹娘]|爷爷|奶奶|外公|外婆|姥[姥爷]|老伴|老公|老婆|亲戚|老人家?)"
)
_GOES = r"(?:今年|现在|目前|以前|一直|都|正|就)*(?:就读于?|上学在|读书在|住院在|在|读|念|上(?!面|级|年)|住(?:在)?)"
_CLAUSE = regex(
    rf"^(?:那个|请问|你好|您好|[，,])*{_KIN}{_GOES}(?P<where>[^，,。；;！!]{{2,24}})[，,。；;！!]"
)
#: What is done there, behind the place.
_DOES = regex(
    r"(?:里|那边|那儿)?(?:读书?|上学|念书|学习|上班|工作|住院|看病|养老|当[\u4e00-\u9fff]{1,3})(?:的|呢)?$"
)
#: That something is to be known of the place, which is named by its sort again.
_WANTS = regex(
    r"^(?:我|就|很|也|只)*(?:想要?|要|来)(?:知道|了解|打听|问|查)(?:问|一?下)*(?:这个?|那个?|他们|你们)?"
    r"(?:学校|学院|医院|单位|[校园院]里?)?的?"
)


def by_kin(text: str, bodies: Sequence[Body]) -> str:
    """The question without whose place it is, and with the office of where the asker lives; else the text."""
    text = by_home(text, bodies)
    said = _CLAUSE.match(text)
    if said is None:
        return text
    where, rest = _DOES.sub("", said["where"]), _WANTS.sub("", text[said.end() :])
    mention = find_bodies(where, bodies, [False] * len(where))
    if not (mention.bodies or mention.unknown or region_of(where)):
        return text[said.end() :]
    return f"{where}{rest}" if rest != text[said.end() :] else f"{where}，{rest}"
