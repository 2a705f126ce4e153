"""What the printing of a page leaves in a text quoted from it: page numbers, leaders, captions, halves (版面残渣).

Each row is a fault with its pattern; an answer is clean where none fits a line of it.
"""

from __future__ import annotations

import re

#: The line that we put under a shortened text ourselves.
_OURS = re.compile(r"^（全文见第\d+页）$")
#: Where we say ourselves on which page it stands.
_WHERE = re.compile(r"(?:公开资料)?第\d+页(?=写明|写道|列有|正文)")
FAULTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("目录的点线", re.compile(r"[.…·．]{4,}|(?:[.．] ){4,}")),
    ("单独一行的页码", re.compile(r"^[-—–－\s]*\d{1,4}[-—–－\s]*$|^[-—–－]\s*\d{1,4}\s*[-—–－]")),
    ("页码", re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－](?=[^\d]|$)|第\s*\d+\s*页|共\s*\d+\s*页")),
    ("表号或单位行", re.compile(r"^(?:财决|部门)?公开\s*\d{1,2}\s*表|^(?:金额)?单位[:：]\s*(?:元|万元)$")),
    ("图题或表题", re.compile(r"^(?:图|表)\s*\d+[:：]")),
    ("从半句开始", re.compile(r"^[，。、；：）】”》,;]")),
    ("断在半句", re.compile(r"[，、,]$|(?:[和与及]|以及|其中|包括|的)$")),
)  # fmt: skip


def debris_of(text: str) -> list[str]:
    """What is wrong with a text, a line for each fault, the line that has it beside; empty where it is clean."""
    return [
        f"{fault}：{line[:60]}"
        for line in text.split("\n")
        if line and not _OURS.match(line)
        for fault, pattern in FAULTS
        if pattern.search(_WHERE.sub("", line))
    ]
