"""``python -m eval.closest``: learn the weights of the reader of last resort again, and measure them (训练与测量).

Measured on bodies that were not learnt from; nothing is left to chance: the same examples give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from eval.closest.cases import Case, written_cases
from eval.closest.known import known_cases
from eval.closest.learn import Example, example_of, learn, named, part_of
from eval.closest.talk import talk_of
from service.closest.scorer import WEIGHTS

#: A place is told where it is at least so sure.
ENOUGH = 0.93
_PARTS, _LEVELS = 8, (0.7, 0.8, 0.85, 0.9, 0.93, 0.95)


def main() -> None:
    """Learn, measure on bodies not learnt from, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="已读入全部题集文件的数据文件夹；不填就逐个题集读入")
    options = parser.parse_args()
    cases: list[Case] = [*(case for case in written_cases() if case.is_number), *known_cases(options.data)]
    talk = talk_of(cases)
    examples = [example_of(case, talk) for case in cases]
    told = _across(examples)
    for written in (True, False):
        own = [(sure, right) for example, sure, right in told if example.written is written]
        print("专写的例题" if written else "已知题", len(own), "道")
        for level in _LEVELS:
            given = [right for sure, right in own if sure >= level]
            print(f"  把握 {level}：作答 {len(given)}，对 {sum(given)}")
    kept = {"talk": talk, **named(learn(examples)), "enough": ENOUGH}
    WEIGHTS.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _across(examples: Sequence[Example]) -> list[tuple[Example, float, bool]]:
    """Every example with how sure the reader is that has learnt from other bodies, and whether it is right."""
    found = []
    for part in range(_PARTS):
        learnt = learn([e for e in examples if part_of(e.group, "outer", _PARTS) != part])
        own = [e for e in examples if part_of(e.group, "outer", _PARTS) == part]
        found += [(example, *learnt.told(example)) for example in own]
    return found


if __name__ == "__main__":
    main()
