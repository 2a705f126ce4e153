"""Words of which nobody knows whose they are to the documents that hold them (旁及资料)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.concordance import Concordance, bigrams
from ingest.model import Chunk
from ingest.passages import PassageStore
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.official_names import official_names
from service.library import Library
from service.model import Body, Evidence, Operation, Plan
from service.text.definitions import define
from service.text.lexical import Index, Leaf

#: So many passages that are nearest are looked at.
_PASSAGES = 60
#: How little the first places of a ranking stand out; the usual value.
_SOFT = 60
#: Runs of this many characters tell a passage that speaks of a thing; so many of them in one passage settle it.
_RUN, _SETTLED = 5, 3


class Nearby:
    """All documents at once: those near in meaning first, then by the very words."""

    def __init__(self, library: Library, passages: PassageStore, concordance: Concordance) -> None:
        self._library = library
        self._passages = passages
        self._concordance = concordance

    def passages(self, words: str) -> list[str]:
        """Ids of the passages nearest to these words, nearest first: what both searches find goes before what one
        does (reciprocal rank fusion)."""
        found = (
            self._concordance.find(words, _PASSAGES),
            self._passages.query(words, None, _PASSAGES),
        )
        scores: dict[str, float] = {}
        for hits in found:
            for place, (chunk_id, _) in enumerate(hits):
                scores[chunk_id] = scores.get(chunk_id, 0.0) + 1 / (_SOFT + place)
        return sorted(scores, key=lambda chunk_id: -scores[chunk_id])

    def written(self, words: str) -> list[Chunk]:
        """The passages that hold most of these very words, most first."""
        return self._library.passages([found for found, _ in self._concordance.find(words, _PASSAGES)])

    def chunks(self, words: str) -> list[Chunk]:
        """The passages nearest to these words, nearest first; read by their ids alone."""
        return self._library.passages(self.passages(words)[:_PASSAGES])

    def nearest(self, words: str) -> Index:
        """The same to be searched by their words."""
        return Index([Leaf.of(self.chunks(words))])

    def index(self, words: str, body: Body) -> Index:
        """Passages of all the body's documents, then those of others near to these words."""
        known = {d.id for d in body.documents}
        others = [chunk for chunk in self.chunks(words) if chunk.document_id not in known]
        return Index([*self._library.index(body.documents).leaves, Leaf.of(others)])

    def owner(self, words: str, bodies: Sequence[Body], plan: Plan) -> Body | None:
        """The body whose passages hold so much of the words that no other can be meant; None where none is. Where no
        running text is asked for, the name of a place alone tells, or a term in quotation marks."""
        if (quoted := self._owner_of_quoted(words, bodies)) is not None:
            return quoted
        if plan.operation is not Operation.NARRATIVE:
            return self._owner_of_place(words, bodies, _NAMED)
        runs = _runs(words)
        of_document = {d.id: i for i, body in enumerate(bodies) for d in body.documents}
        held: dict[int, int] = {}
        for chunk in self.chunks(words):
            place, text = of_document.get(chunk.document_id), fold("".join((*chunk.path, chunk.text)))
            if place is not None:
                held[place] = max(held.get(place, 0), sum(run in text for run in runs))
        ranked = sorted(held, key=lambda i: -held[i])
        second = held[ranked[1]] if len(ranked) > 1 else 0
        if ranked and held[ranked[0]] >= max(_SETTLED, second + 2):
            return bodies[ranked[0]]
        return self._owner_of_place(words, bodies)

    def _owner_of_quoted(self, words: str, bodies: Sequence[Body]) -> Body | None:
        """The only body whose documents have a term that the question puts in quotation marks; None where it puts
        none there, or several have one, or may: an account's name is of all, whoever prints it, and of as many
        passages as are looked at there may be more."""
        common = self._library.lexicon([]).words
        terms = [fold(m["term"]) for m in _QUOTED.finditer(words)]
        owners: dict[str, Body] = {}
        of_document = {d.id: body for body in bodies for d in body.documents}
        for term in terms:
            found = self._concordance.find(term, _PASSAGES)
            # The last still has as much of the term as the first: those behind it may have it as well.
            cut_off = len(found) == _PASSAGES and found[-1][1] >= found[0][1]
            if cut_off or term in common or term in official_names():
                return None
            near = self._library.passages([i for i, _ in found])
            told = {c.document_id for c in near if term in fold("".join((*c.path, c.text)))}
            owners |= {of_document[d].key: of_document[d] for d in told if d in of_document}
        return next(iter(owners.values())) if len(owners) == 1 else None

    def _owner_of_place(
        self, words: str, bodies: Sequence[Body], named: re.Pattern[str] | None = None
    ) -> Body | None:
        """The only body that tells of a street, a park or a building by its name: 「榆荫路啥时候修好」."""
        of_document = {d.id: body for body in bodies for d in body.documents}
        for name in _places(words):
            if named is not None and not named.fullmatch(name):
                continue
            near = self._library.passages([i for i, _ in self._concordance.find(name, _PASSAGES)])
            told = {c.document_id for c in near if _tells(fold("".join((*c.path, c.text))), name)}
            owners = {of_document[d].key: of_document[d] for d in told if d in of_document}
            if owners:
                return next(iter(owners.values())) if len(owners) == 1 else None
        return None

    def defined(self, plan: Plan, bodies: Sequence[Body], said: str) -> tuple[Body, Evidence] | None:
        """The explanation of a term that is most like those of other documents, with the body that published it.

        Of the body whose document is said by a part of its name, its own.
        """
        whose = _WHOSE.match(said)
        named = [body for body in bodies if whose and whose["who"] in body.name]
        own = define(plan, self._library.index(named[0].documents).chunks) if len(named) == 1 else ()
        if own:
            return named[0], Evidence(quotes=own)
        by_document: dict[str, list[Chunk]] = {}
        for chunk in self.chunks(plan.text):
            by_document.setdefault(chunk.document_id, []).append(chunk)
        found = [define(plan, chunks) for chunks in by_document.values()]
        told = [quotes for quotes in found if quotes]
        if not told:
            return None
        pairs = [set(bigrams(fold("".join(s for q in quotes for s in q.sentences)))) for quotes in told]
        likeness = [sum(len(own & other) / len(own | other) for other in pairs) for own in pairs]
        chosen = told[max(range(len(told)), key=lambda i: likeness[i])]
        source = chosen[0].chunk.document_id
        return next(b for b in bodies if any(d.id == source for d in b.documents)), Evidence(quotes=chosen)


#: Whose document a term is asked to be explained by, by a part of its name: 「某某那份决算里怎么解释…」.
_WHOSE = regex(
    r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?:那|这|的)(?:[份个家本])?(?:部门|单位)?(?:预算|决算|文件|报告|公开|资料)"
)
#: A term that a question puts in quotation marks.
_QUOTED = regex(r"[“\"「『‘](?P<term>[^”\"」』’，。]{3,24})[”\"」』’]")
#: How the names of places end.
_PLACE = regex(
    r"(?:路|街|大道|巷|桥|公园|小区|小学|中学|医院|水库|广场|市场|转运站|立交|隧道|法庭|派出所|卫生院|检察室|灌区|泵站|码头)"
)
#: What is surely a name: two characters of its own before what the place is.
_NAMED = regex(
    r"[^的了在有是个几多全各所这那哪和与一二三四五六七八九十年月里去给修建改座条家县市区乡镇新老旧小型中大病险农贸公示范民办立义务基层定点]{2,6}"
    r"(?:公园|小区|小学|中学|医院|水库|广场|市场|转运站|立交|隧道|法庭|派出所|卫生院|检察室|灌区|泵站|码头)"
)
#: Offices that the written name calls more fully: 人民法庭, 市场监管所.
_IN_FULL = regex(r"法庭|派出所|卫生院|检察室|小学|中学|医院")


def _tells(text: str, name: str) -> bool:
    """Whether a text has a name as it is said, or with the words that its office is called by in full."""
    if name in text:
        return True
    last = _IN_FULL.search(name)
    own = name[: last.start()] if last and last.end() == len(name) else ""
    full = (last[0] if last else "").removeprefix("人民")
    return len(own) > 1 and any(
        f"{own}{more}{full}" in text for more in ("人民", "中心", "镇", "乡", "县", "第一")
    )


def _places(words: str) -> list[str]:
    """What may be names of places in a text, the longest first: up to six characters to the end of one."""
    text = fold(words)
    ends = [match.end() for match in _PLACE.finditer(text)]
    named = [text[end - size : end] for size in range(8, 2, -1) for end in ends if end >= size]
    return [name for name in named if re.fullmatch(r"[\u4e00-\u9fff]+", name)]


def _runs(words: str) -> list[str]:
    """Overlapping runs of characters of a text."""
    parts = [fold(part) for part in re.findall(r"[\u4e00-\u9fffA-Za-z0-9]+", words)]
    return list(dict.fromkeys(p[i : i + _RUN] for p in parts for i in range(len(p) - _RUN + 1)))
