"""``python -m eval.wording``: learn again how questions are worded, and measure it on wordings not learnt (训练与测量).

``--measured`` keeps every tenth template back and tells how well those are read; without it all are learnt, and the
weights are written. The same templates give the same weights on one machine.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence

from safetensors.numpy import save_file

from eval.wording.asking import asking_words
from eval.wording.learn import Pace, learn, weights_of
from eval.wording.names import Names, printed_texts, read_names
from eval.wording.templates import TEMPLATES, Template, filled, read_templates
from service.worded.put_plainly import ASKING
from service.worded.tagger import CHARACTERS, HOLE, LABELS, WEIGHTS, Tagger

_LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Learn, and measure or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measured", action="store_true", help="留出十分之一的模板来量，不写权重")
    parser.add_argument("--steps", type=int, default=Pace().steps, help="步数")
    options = parser.parse_args()
    templates, names = read_templates(), read_names()
    random.Random(5).shuffle(templates)
    held = templates[::10] if options.measured else []
    learnt = [t for place, t in enumerate(templates) if place % 10 or not held]
    net, alphabet, operations = learn(learnt, names, Pace(steps=options.steps))
    weights = weights_of(net)
    if held:
        _tell(Tagger(weights, alphabet.characters, operations), held, names)
        return
    save_file(weights, WEIGHTS)
    write_asking(names)
    characters = alphabet.characters.replace(HOLE, "␀")
    CHARACTERS.write_text(f"{characters}\n{' '.join(operations)}\n", encoding="utf-8")


def write_asking(names: Names) -> None:
    """The words of asking, which need no learning."""
    printed = "\n".join((printed_texts(), *names.coded))
    words = asking_words(read_templates([TEMPLATES]), names.accounts, printed)
    ASKING.write_text("\n".join(words) + "\n", encoding="utf-8")


def _tell(tagger: Tagger, held: Sequence[Template], names: Names) -> None:
    """How many of the held back are read rightly, and how many of those that are told with so much confidence."""
    draw = random.Random(9)
    read = [(tagger.read(e.text, e.names), e) for e in (filled(template, names, draw) for template in held)]
    told = [
        (
            tagged.operations[0][0] == example.operation,
            tuple(LABELS[label] for label in example.labels) == tagged.labels,
            min(tagged.operations[0][1], tagged.sure),
        )
        for tagged, example in read
    ]
    share = [
        sum(column) / len(told) for column in zip(*((op, labels) for op, labels, _ in told), strict=True)
    ]
    print(f"留出 {len(told)} 句：问法对 {share[0]:.1%}，每个字都分对 {share[1]:.1%}")
    for level in _LEVELS:
        given = [op and labels for op, labels, sure in told if sure >= level]
        print(f"  把握 {level}：{len(given)} 句，全对 {sum(given) / max(1, len(given)):.1%}")


if __name__ == "__main__":
    main()
