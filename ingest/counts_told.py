"""What a number of things, people or times in a sentence counts (文中的数量)."""

from __future__ import annotations

import re

from ingest.aimed import of_aim
from ingest.changes_told import is_change
from ingest.contexts import Reading
from ingest.count_changes import count_before, count_moved
from ingest.counted import counted_name, going_on, in_all, of_gathering, of_guests, of_money, of_thing
from ingest.course import Course, Place
from ingest.filled_posts import FILLED, is_filled
from ingest.from_to import COMES_TO
from ingest.leads import without_body
from ingest.model import Fund, Measure, Subject
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.shared import in_bracket
from ingest.titled_projects import scored_project

#: Where a change of a count starts: 「由3辆减为2辆」.
_BEFORE = regex(r"(?:由|从)(?:原来|原先|上年|去年|原有)?的?$")


def count_of(number: Numeral, before: str, clause: str, place: Place, course: Course) -> Reading | None:
    """The count that a number is, None where it counts nothing; the course may move behind the noun that it takes.

    ``before`` is the text since the number before, ``clause`` its last clause.
    """
    topic = course.topic
    # Behind a closed bracket the text is back at the whole: 「保有量5辆（其中：执法用车2辆），比上年减少1辆」.
    inner = course.counted if in_bracket(place.text[: number.start]) else topic.counted or course.counted
    change = count_moved(before, inner, place.text[: number.start], number)
    earlier = count_before(before, inner, place.text, number, place.about.year)
    if earlier is not None:
        return earlier
    if change is not None or is_change(clause) or COMES_TO.fullmatch(clause) or _BEFORE.search(clause):
        return change  # 「比上年增加3个」, 「由3辆减为2辆」: no count of what is there
    posts = course.counted if in_bracket(place.text[: number.start]) else topic.counted
    if posts and is_filled(posts[0].name, before, place.text, number):
        filled = f"{posts[0].name.removesuffix(FILLED)}{FILLED}"
        things = f"实有{re.sub('编制数?$', '', posts[0].name)}"  # 「公务用车编制18辆，实有16辆」
        held = Subject("业务量", filled if number.unit in ("人", "名") else things)
        return Reading((held,), Fund.ALL, Measure.COUNT, number.value, number.unit)
    name, taken = counted_name(clause or before, place.text[number.end :], number.unit)
    thing = topic.counted[0].name if topic.counted else ""
    name = of_aim(of_thing(of_gathering(name, thing, course.spent), thing, number.unit), thing)
    last = course.counted if in_bracket(place.text[: number.start]) and course.counted else topic.counted
    counted = going_on(last, number.unit)  # 「公务接待2批次、26人次」
    counted = in_all(counted, before, place.text[: number.start], number.value, number.unit)
    name = _of_reception(name, before, number.unit, course.spent)
    name = of_guests(of_money(without_body(name, topic.entity), course.spent), place.text[: number.start])
    if _MOVED_NAME.search(name):
        return None  # 「批次减少9批」, 「增加设备2台」
    if not name:
        again = counted and re.fullmatch(r"[)）]?[、，,和及]?(?:共|共计|累计|合计)?", before)
        return Reading(counted, Fund.ALL, Measure.COUNT, number.value, number.unit) if again else None
    if counted and re.fullmatch(r"(?:共计|累计|共|合计)?", before) and not taken:
        return Reading(counted, Fund.ALL, Measure.COUNT, number.value, number.unit)
    course.last = number.end + taken
    scored = scored_project(topic.subjects, number.unit)
    subject = Subject("业务量", name, path=scored)
    return Reading((subject,), Fund.ALL, Measure.COUNT, number.value, number.unit)


_MOVED_NAME = regex(r"(?:减少|增加|下降|上升|提高|降低)$|^(?:增加|减少)(?=.{2})")
_RECEIVING = ("接待", "预计接待", "计划接待", "拟接待", "安排接待")


def _of_reception(name: str, before: str, unit: str, spent: str) -> str:
    """The name of guests told behind the money for them, 「公务接待费2万元，共312批次」, where no words say more."""
    alone = name in ("接待", "预计接待", "计划接待", "拟接待", "安排接待") or (
        not name and re.fullmatch(r"，?(?:全年)?(?:共|共计|累计|合计)", before)
    )
    received = alone and unit in ("批次", "人次", "批") and "接待" in spent
    return re.sub("(?:支出|经费|费)+$", "", spent) if received else name
