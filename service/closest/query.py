"""A question made ready to be held against numbers: its words with their weights, the sort of number asked (所问)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.patterns import regex
from service.closest.alike import Said, said_of, vectors_of
from service.closest.number_asked import COUNTED, DIMENSION, Asked, number_asked
from service.closest.words import THING, Word, content_of, is_new, split_new, words_of
from service.read.ages import ages_said

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OF_CHANGE = regex(r"[多少增减升降涨跌][了出]|比[上去前]|同比|增[加长]|减少|下降|涨|跌|提高")
_OF_PLAN = regex(r"计划|预计|打算|准备|要[建修买办搞做改]|目标|定[的在]|今年|安排|预算|想")
_HOW_MANY = regex(
    r"(?:多少|(?<!第)几)(?:[人户批场车轮]次|[个名位户家件起次场条座辆台套本份张块亩吨棵所处项期批](?![人月税体别]))?的?"
)
_OF_ALL = regex(r"一共|总共|全部|所有|总的|合计|累计|加起来|拢共")
#: What is said not to be meant.
_LEFT_OUT = regex(r"(?:不算|不含|不包括|不要|不是|除了|除去|刨去|不管)(?P<what>[^，。？?,]{1,8})")
_EACH_OF = regex(
    r"[每一](?P<unit>公里|平方米|立方米|学期|学年|[个家户人名位辆次亩张本间台块件斤月天日顿晚节针平吨场回期年套床生头只棵])"
)
_EACH_SAME = {
    "家": "户家",
    "户": "户家",
    "位": "人名",
    "名": "人名",
    "人": "人生名",
    "个": "个人生",
    "回": "次",
    "顿": "天次",
    "天": "日天",
    "平": "平",
}
#: Whether it came to what was aimed at, asked beside how much it was: it names nothing that could be found.
_WHETHER = regex(
    r"(?:有没有|是否|是不是)?(?:达到|完成|实现)了?(?:目标|任务|指标|要求|计划)(?:值|数)?了?(?:没有?|吗|么|嘛)?|达没达标|达标了?(?:没有?|吗|么|嘛)"
)
_IN_DIALECT = regex(r"几多|好多(?=[钱人个辆次件]|[？?。，,啊呀嘛呢哦]|$)")
_LAST, _YEAR = regex(r"去年|上年|上一年|前一年"), regex(r"(20\d\d)(?:年|[)）])")
#: What 长 or 宽 tells where 多长 or 多宽 is asked.
_SIZE = 0.5
_OLD = regex("周?岁")
_DIGITS = regex(r"(?<![\d年])\d[\d,.]*(?![\d年])")


@dataclass(frozen=True)
class Query:
    """A question on documents of a ``year``, 0 for any."""

    text: str
    said: tuple[Said, ...]
    asked: Asked
    year: int = 0
    left_out: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, talk: Mapping[str, float], year: int = 0) -> Query:
        """The question, with the weights of common words."""
        text = _WHETHER.sub(" ", _IN_DIALECT.sub("多少", text))
        left_out = tuple(word for m in _LEFT_OUT.finditer(text) for word, _ in words_of(m["what"]))
        kept = _LEFT_OUT.sub(" ", text)
        content = content_of(COUNTED.sub("多少 ", kept), talk)  # 「多少路摄像头」 names no 路
        if (size := DIMENSION.search(kept)) is not None:
            content.append(Word((size["of"] or size["named"])[:1], _SIZE, THING))
        return cls(kept, tuple(said_of(kept, content)), number_asked(text), year, left_out)

    def against(self, text: str) -> Query:
        """The question as it is asked of a text: what is a word nowhere is taken apart."""
        words: list[Word] = []
        for said in self.said:
            word = said.word
            none = not said.official and is_new(word.text) and word.text not in text
            words += split_new(word) if none else [word]
        same = words == [said.word for said in self.said]
        return self if same else replace(self, said=tuple(said_of(self.text, words)))

    def leaves_out(self, clause: str) -> bool:
        """Whether a clause is of what is said not to be meant."""
        return any(word in clause for word in self.left_out)

    @cached_property
    def said_year(self) -> int:
        """The year that is named, 去年 by that of the documents; 0 for none."""
        if self.year and _LAST.search(self.text):
            return self.year - 1
        said = _YEAR.search(self.text)
        return int(said[1]) if said else 0

    @cached_property
    def of_all(self) -> bool:
        """Whether the whole is asked for."""
        return _OF_ALL.search(self.text) is not None

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """How much each word tells."""
        return np.array([said.word.weight for said in self.said])

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """The vectors of the words."""
        return np.array([said.vector for said in self.said], np.float32)

    @cached_property
    def whole(self) -> NDArray[np.float32]:
        """The vector of all that is said."""
        vector: NDArray[np.float32] = vectors_of(["".join(said.word.text for said in self.said)])[0]
        return vector

    @cached_property
    def official(self) -> tuple[str, ...]:
        """All official words for what is said."""
        return tuple(dict.fromkeys(word for said in self.said for word in said.official))

    @cached_property
    def digits(self) -> list[str]:
        """Numbers that the question names, years aside."""
        return [m[0] for m in _DIGITS.finditer(self.text) if not _OLD.match(self.text, m.end())]

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The ages of somebody that the question names."""
        return ages_said(self.text)

    @cached_property
    def each_of(self) -> tuple[str, ...]:
        """Of what each is asked for: 一家 is 每家 and 每户."""
        said = dict.fromkeys(m["unit"] for m in _EACH_OF.finditer(self.text))
        return tuple(same for unit in said for same in _EACH_SAME.get(unit, unit))

    @cached_property
    def thing(self) -> int:
        """The word that names what is counted, said right behind 多少 or 几个; -1 for none."""
        asked = _HOW_MANY.search(self.text)
        for at, said in enumerate(self.said if asked else ()):
            if (
                asked is not None
                and said.word.sort == THING
                and self.text.startswith(said.word.text, asked.end())
            ):
                return at
        return -1

    @cached_property
    def of_change(self) -> bool:
        """Whether it is asked by how much something changed."""
        return _OF_CHANGE.search(self.text) is not None

    @cached_property
    def of_plan(self) -> bool:
        """Whether what is planned is asked for."""
        return _OF_PLAN.search(self.text) is not None
