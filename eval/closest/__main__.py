"""``python -m eval.closest``: learn the readers of last resort again, and measure them (训练与测量).

The vectors are learnt on pairs, the nets on features by vectors that have not seen the body that is asked about; what
is measured was learnt from other bodies. The same examples give the same weights on one machine.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from safetensors.numpy import save_file

from eval.closest.cases import Case, read_texts, written_cases
from eval.closest.known import known_cases
from eval.closest.nets import Example, as_nets, learn_nets
from eval.closest.pairs import pairs_of
from eval.closest.talk import talk_of
from eval.closest.vectors import learn_vectors
from service.closest import line_scorer, scorer
from service.closest.alike import VECTORS, take_vectors
from service.closest.prepared import Prepared
from service.closest.query import Query

#: Parts for the vectors and for measuring; nets that vote; how often each example is seen.
_PARTS, _VOTES, _ROUNDS = 4, 4, 40
#: Examples over disclosures count so much: what they ask is mostly answered before.
_KNOWN = 0.6
_LEVELS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
_KINDS = {True: (scorer.NUMBERS, "数"), False: (line_scorer.LINES, "句")}


def main() -> None:
    """Learn, measure on bodies not learnt from, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="已读入全部题集文件的数据文件夹；不填就逐个题集读入")
    options = parser.parse_args()
    cases = [*written_cases(read_texts()), *known_cases(options.data)]
    talk = talk_of(cases)
    examples = list(_examples(cases, talk))
    scorer.TALK.write_text(json.dumps(talk, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    for path, name in _KINDS.values():
        own = [example for example in examples if example.kind.startswith(name)]
        _measure(own, name)
        save_file(dict(learn_nets(own, _VOTES, _ROUNDS)), path)
    save_file({"vectors": learn_vectors(pairs_of(cases))}, VECTORS)


def part_of(group: str) -> int:
    """In which part a body's examples are: never in two."""
    return crc32(f"outer{group}".encode()) % _PARTS


def _examples(cases: Sequence[Case], talk: dict[str, float]) -> Iterator[Example]:
    """The features of every case, by vectors that were learnt from other bodies."""
    pairs = pairs_of(cases)
    for part in range(_PARTS):
        own = [case for case in cases if part_of(case.group) == part]
        take_vectors(learn_vectors([pair for pair in pairs if not pair.group or part_of(pair.group) != part]))
        for ready in {id(case.ready): case.ready for case in own}.values():
            for kept in ("vectors", "meanings"):  # by the vectors of another part
                vars(ready).pop(kept, None)
        yield from (_example(case, talk) for case in own)


def _example(case: Case, talk: dict[str, float]) -> Example:
    query = Query.of(case.text, talk, case.year).against(case.ready.text)
    if isinstance(case.ready, Prepared):
        places, rows = scorer.looked_at(query, case.ready)
    else:
        places, rows = line_scorer.looked_at(query, case.ready)
    right = np.array([int(place) in case.right for place in places], dtype=bool)
    kind = f"{_KINDS[case.number][1]}{'专写' if case.written else '已知'}"
    return Example(case.group, rows, right, 1.0 if case.written else _KNOWN, kind)


def _measure(examples: Sequence[Example], name: str) -> None:
    """How many are told at each level, and how many of these rightly."""
    told: list[tuple[str, float, bool, bool]] = []
    for part in range(_PARTS):
        nets = as_nets(learn_nets([e for e in examples if part_of(e.group) != part], 2, _ROUNDS))
        for example in examples:
            if part_of(example.group) == part and len(example.rows):
                chances = nets.chances(example.rows)
                best = int(chances.argmax())
                told.append(
                    (example.kind, float(chances[best]), bool(example.right[best]), bool(example.right.any()))
                )
    for kind in sorted({kind for kind, *_ in told}):
        own = [one for one in told if one[0] == kind]
        there = [one for one in own if one[3]]
        print(
            f"{kind} {len(own)} 道，有答案 {len(there)}，排第一 {sum(o[2] for o in there) / len(there):.1%}"
        )
        for level in _LEVELS:
            given = [right for _, sure, right, _ in own if sure >= level]
            print(
                f"  把握 {level}：作答 {len(given)}，对 {sum(given)}，{sum(given) / max(1, len(given)):.1%}"
            )


if __name__ == "__main__":
    main()
