"""The tokenizer of the bundled embedding: Chinese words of one to three characters, learned by merging.

Short pieces on purpose: a long official term such as a whole subject name as one token would share nothing with
the half of it that a citizen uses.
"""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

SIZE = 16_000
LONGEST = 3
UNKNOWN = "[UNK]"

# A figure says nothing about what a passage is about, and exact figures are looked up as facts: all become one token.
FIGURE = Regex(r"[0-9]+([.,][0-9]+)*")
# Han, Latin and figures are words of their own; punctuation and signs are left out.
WORD = Regex(r"\p{Han}+|[a-z]+|0")


def texts_to_tokenizer(texts: Iterable[str], size: int = SIZE, longest: int = LONGEST) -> Tokenizer:
    """Tokenizer with a vocabulary of ``size`` pieces of at most ``longest`` characters, learned from ``texts``."""
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(FIGURE, "0")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(WORD, behavior="removed", invert=True)
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        min_frequency=2,
        special_tokens=[UNKNOWN],
        initial_alphabet=common_characters(),
        max_token_length=longest,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def common_characters() -> list[str]:
    """The 3,755 characters of GB 2312 level 1: what people write with, whether the training texts use it or not."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return [
        code.decode("gb2312", errors="ignore") for code in codes if code.decode("gb2312", errors="ignore")
    ]
