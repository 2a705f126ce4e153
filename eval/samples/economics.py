"""Basic expenditure by economic classification: in blocks side by side, or as one list with two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from eval.samples.blocks import Grid
from eval.samples.figures import PEOPLE, economic_sum, people
from eval.samples.sheet import Sheet, filled

Entry = tuple[str, str, str]


def entries(sheet: Sheet, *classes: str) -> list[Entry]:
    """Each 类 with its 款: code, name, amount. A 款 that the source does not name is printed with a blank."""
    given = dict(sheet.source.economic)
    found: list[Entry] = []
    for code, name in sheet.economic.items():
        if code.startswith(classes):
            amount = (economic_sum(sheet.source, code) or None) if len(code) == 3 else given.get(code)
            found.append((code, name, sheet.manner.cell(amount)))
    return found


def side_by_side(frame: Grid, sheet: Sheet) -> Grid:
    """公开06表: 人员经费 in the first block, 公用经费 in the second and third, each block with its own codes."""
    first, rest = entries(sheet, *PEOPLE), entries(sheet, "302", "310")
    half = len(first)
    blank: Entry = ("", "", "")
    body = [
        [text for entry in line for text in entry]
        for line in zip_longest(first, rest[:half], rest[half:], fillvalue=blank)
    ]
    public = economic_sum(sheet.source) - people(sheet.source)
    cell = sheet.manner.cell
    body.append(["人员经费合计", "<", cell(people(sheet.source)), "公用经费合计", *["<"] * 4, cell(public)])
    header = [
        ["人员经费", "<", "<", "公用经费", *["<"] * 5],
        ["科目编码", "科目名称", "金额"] * 3,
    ]
    return filled(frame, (9, 20, 13) * 3, header, body, ("left", "left", "right") * 3)


def one_list(frame: Grid, sheet: Sheet, heads: Sequence[str]) -> Grid:
    """One list of 类 and 款 in separate code columns, every amount under 人员经费 or 公用经费, 合计 at the bottom."""
    given = dict(sheet.source.economic)
    used = {code[:3] for code in given}
    blank = sheet.manner.cell(None)
    body = []
    for code, name in sheet.economic.items():
        if code not in used and code not in given:
            continue
        amount = sheet.manner.cell(economic_sum(sheet.source, code) if len(code) == 3 else given[code])
        split = [amount, blank] if code.startswith(PEOPLE) else [blank, amount]
        body.append([code[:3], code[3:], name, amount, *split])
    whole, staff = economic_sum(sheet.source), people(sheet.source)
    ends = [sheet.manner.cell(amount) for amount in (whole, staff, whole - staff)]
    body.append(["合计", "<", "<", *ends])
    header = [
        ["经济分类科目编码", "<", "经济分类科目名称", *heads],
        ["类", "款", "^", *["^"] * 3],
    ]
    return filled(frame, (8, 8, 34, 18, 18, 18), header, body, ("center", "center", "left", *["right"] * 3))
