"""What people call the accounts that every body has: 「维持单位运转的钱」「养人的」「留着来年接着使的」 (通行科目的百姓说法).

Each of these is put in ever new ways, so that a row is the account, what it is said by as a pattern over the bare
phrase, and what the documents must print for it to be meant. Rows are tried from the top.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.patterns import regex
from service.scope.named_in import Named


@dataclass(frozen=True, slots=True)
class Concept:
    """An account, and the phrases that mean it."""

    name: str
    said: re.Pattern[str]


_WHO = r"(?:单位|机关|局里?|院里?|厅里?|馆里?|校里?|所里?|中心|镇里?|街道|衙门|公家|自己)*"
_DAILY = r"(?:日常|平时|平常|平日|正常|日日|天天|每天|基本)*"
_KEEP = r"(?:维持|维系|保障?|支撑|撑住?|供|让)"
_RUN = r"(?:开门|运转|运行|转动?|开张|办公|过日子)"
_UNUSED = r"(?:没|未|冇|无)(?:有)?(?:用|花|使)(?:完|掉|光|了|脱|到|出去)*"
_KEPT = r"(?:剩|留|结|转|存|滚|挪|带|接着|继续|下|着|到|给|来|过|去|在|账上|往)*(?:来年|明年|下年度?|下一年|第二年|次年|转年)?(?:度|再|继续|接着|用|使|花|的)*"
CONCEPTS: tuple[Concept, ...] = (
    Concept("年初结转和结余", regex(rf"(?:上年|去年|头年|前一年|上一年|年初)(?:底|末|的)*(?:{_UNUSED}|剩下?)的?{_KEPT}(?:过来|到今年|今年用)?的?")),
    Concept("年末结转和结余", regex(rf"(?:到)?(?:年底|年末|关账时?|岁末|最后|到头来?|当年|一年下来)?(?:的时候|时|上|账上|还)?(?:{_UNUSED}[、，,]?{_KEPT}|(?:剩|留)(?:下|着)*(?:给|到)?(?:来年|明年|下年度?|第二年|次年)[接着再继续用使花的]*)")),
    Concept("机关运行经费", regex(rf"(?:{_KEEP}{_WHO}{_DAILY}{_WHO}{_RUN}{{1,3}}|(?:机关|单位){_DAILY}{_RUN}{{1,3}}|{_DAILY}开门{_RUN}*)的?")),
    Concept("公用经费", regex(rf"(?:{_KEEP}{_WHO}{_DAILY}{_WHO}{_RUN}{{1,3}}|{_DAILY}{_WHO}{_RUN}{{1,3}}用?|办公用|(?:花|用)在办公上?)的?")),
    Concept("人员经费", regex(r"(?:养人|养(?:着)?(?:职工|员工|干部|队伍)|(?:花|用|砸|开销)(?:在|到)人(?:头|员|身)?上?|人头上?|给人(?:头)?(?:发|开)?|发给人)的?")),
    Concept("基本支出", regex(rf"(?:{_KEEP}{_DAILY}(?:基本)?运[转行]|(?:养人|发工资)(?:和|跟|、|加|带|又?要?)(?:{_DAILY}|{_KEEP})*{_RUN}{{1,2}})的?")),
    Concept("项目支出", regex(r"(?:办|做|干|搞)(?:具体|专门|专项)的?(?:事|事情|项目|工作|活)|搞项目|做项目|办专项")),
    Concept("事业收入", regex(r"(?:靠|凭)?(?:自己|本身)?(?:做|搞|开展|办|干)?(?:专业|主业|本行|自家)?业务(?:活动)?(?:挣|赚|收|得)(?:到|来|进|的|回|下)*")),
    Concept("经营收入", regex(r"(?:靠|凭)?(?:自己|对外)?(?:做|搞)(?:买卖|生意|经营)(?:挣|赚|收|得)(?:到|来|进|的|回|下)*")),
    Concept("其他收入", regex(r"(?:归|算|放)不进(?:别的|其[他它])?(?:的)?(?:类|项|科目)?(?:的)?(?:那些|些)?(?:零零?[碎星散]{0,2})?(?:的)?(?:收入|进账|钱)?|(?:那些|些)?零零?[碎星散]{1,2}的?(?:收入|进账)|杂七杂八的?(?:收入|进账)")),
    Concept("公务接待费", regex(r"(?:招呼|招待|接待|款待)(?:来客|客人|来宾|来人|来访(?:的人|者)?)|(?:请客|请人)(?:吃饭)?|吃请|请吃")),
)  # fmt: skip


#: Accounts that one phrase may mean, of which a body has the one or the other.
_RUNNING = ("机关运行经费", "公用经费", "基本支出")


def concept_meant(phrase: str, prints: Callable[[str], bool]) -> str:
    """The account that a bare phrase means, of those that the body's documents print; empty where none is."""
    meant = [concept.name for concept in CONCEPTS if concept.said.fullmatch(phrase)]
    first = meant if all(name in _RUNNING for name in meant) else meant[:1]
    return next((name for name in first if prints(name.removesuffix("支出") if len(name) > 4 else name)), "")


def printed_by(named: Named) -> Callable[[str], bool]:
    """Whether a document of the body prints a name, in its tables or its text."""
    return lambda key: any(key in account for account in named.accounts) or named.prints(key)
