"""Money that is told of things counted just before it: their worth, what an event costs (计数之物的钱)."""

from __future__ import annotations

from ingest.contexts import Context
from ingest.model import Subject
from ingest.patterns import regex

#: A sum alone.
ONLY_SUM = regex(r"(?:共计|合计|总计|总额|共)(?:为|是)?")
#: What things are worth, behind their number.
_WORTH = regex(r"(?:账面|资产)?(?:总?价值|原值|净值|总值)(?:共计|合计)?(?:为|约|共|达)*")
_BUDGETED = regex(r"预算(?:金额|资金|安排)?为?")
_OWNED = regex(r"车辆?$|用车$|设备$|房屋$|资产$|机$|仪器$")


def worth(context: Context) -> tuple[Subject, ...] | None:
    """「车辆12辆，价值236.48万元」, 「车辆12辆，共计236.48万元」: what the things counted just before are worth."""
    clause, counted = context.clause, context.topic.counted
    straight = context.before in (clause, f"，{clause}", f"（{clause}", f"、{clause}")
    if not counted or not straight or not clause:
        return None
    of_account = any(subject.kind == "三公经费" for subject in context.topic.subjects)
    if _BUDGETED.fullmatch(clause) and _OWNED.search(counted[0].name) and not of_account:
        return (Subject("其他", f"{counted[0].name}预算"),)  # 「拟新购车辆1辆，预算18万元」
    owned = ONLY_SUM.fullmatch(clause) and _OWNED.search(counted[0].name) and not context.topic.subjects
    return (Subject("其他", f"{counted[0].name}价值"),) if owned or _WORTH.fullmatch(clause) else None


#: Gatherings that no account is for, and the money that is told straight behind their number.
_EVENT = regex(r"(?:活动|节庆|晚会|论坛|赛事|庆典)$")
_EVENT_MONEY = regex(
    r"，(?:共|实际|计划|预计|安排)*(?:经费|费用|资金|支出|开支|花费|预算|决算)+(?:为|共|计)?"
)


def of_event(context: Context) -> tuple[Subject, ...] | None:
    """「拟举办0次节庆、论坛、赛事活动，经费预算0万元」: the money of what was counted, and of no account before it."""
    counted = context.topic.counted
    if not counted or not _EVENT.search(counted[0].name) or not _EVENT_MONEY.fullmatch(context.before):
        return None
    return (Subject("其他", f"{counted[0].name.removeprefix('举办')}经费"),)


#: A total straight behind a count of projects: 「共9个项目，支出总额700万元」.
_OF_COUNTED = regex(r"，(?:支出|预算|总)*(?:总额|总计|合计)(?:为|是|达)?")


def of_counted(clause: str, context: Context) -> bool:
    """Whether a bare total is of the projects counted straight before it."""
    counted = context.topic.counted
    of_projects = bool(counted) and counted[0].name.endswith("项目")
    return of_projects and context.before == f"，{clause}" and bool(_OF_COUNTED.fullmatch(context.before))
