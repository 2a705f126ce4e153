"""What speaks for and against a number as the answer to a question, as figures between 0 and 1 (特征)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from ingest.arrays import np
from ingest.patterns import regex
from service.closest.alike import Said, held, meaning
from service.closest.number_asked import ANY, COUNT, MONEY, PEOPLE, RATE, fit_of, is_other_size
from service.closest.prepared import Prepared, Ready
from service.closest.query import Query
from service.closest.words import DOING, THING
from service.read.ages import is_of_age
from service.read.citizens_words import is_other
from service.things.contrary import contrary

if TYPE_CHECKING:
    from numpy.typing import NDArray

Rows: TypeAlias = "NDArray[np.float64]"
#: What a word counts for that stands near the clause, in its sentence, over it, ahead of it; that is only meant.
_NEAR, _SENTENCE, _HEAD, _AHEAD, _MEANT = 0.9, 0.75, 0.6, 0.5, 0.8
_CHANGED = regex(r"上年|去年|上一年|同比|比\d{4}年|较\d{4}年|增加|减少|增长|下降|提高|降低")
#: What it was raised or cut to is no change: 「由每月80元提高到90元」.
_TO_LEVEL = regex(
    r"(?:由|从)(?:上年|去年|上一年)?[^，。；]{0,14}(?:增加|减少|增长|下降|提高|降低|调整|上调|下调|增|减|升|降)(?:到|至|为)"
    r"|(?:增加|减少|增长|下降|提高|降低)(?:(?:到|至|为)|的?(?:主要)?(?:原因|因素))"
)
_PLANNED = regex(r"计划|预计|拟|目标|指标值|≥|≤|力争|不低于|不少于|下达|预算|概算")
_PART, _APART = regex(r"其中|含|包括"), regex(r"分别")
_EACH = regex(r"每|单价|单[笔次户件人套张台辆亩批例]|人均|户均|平均|/|(?<!高)标准|均|最[高低大小多少]一")
_SHARE = regex(r"占|其中|比例|率")
_JOINS = regex(r"[、和及与]*$")
_LAST, _JOINT = regex(r"上年|去年|上一年"), regex(r"合计|共计|总计|共$")
#: Below this a number is of something else, whatever its words.
_FITS, _LIKELY = 0.1, 0.2

_NAMED = (
    "worst_thing worst_near worst_extra worst_doing contrast displaced own near all soft_own soft_near "
    "soft_all things doings rarest unmatched matched elsewhere said_own said_near tail sentence fit "
    "fit_same contrary other changed changed_unasked unchanged planned planned_unasked unplanned share "
    "part_unsaid part_of_all left_out apart digits digits_missing each each_unasked not_each each_same "
    "each_of_all thing no_thing row zero few joint old year_same year_other last_asked last_unasked money "
    "rate people count any"
)
#: What is measured of a number, in this order.
NAMES = tuple(_NAMED.split())


def measured(query: Query, prepared: Prepared) -> tuple[NDArray[np.int64], Rows]:
    """The places of the numbers that may be meant, and a row of features for each."""
    fits = np.array([fit_of(query.asked, ready.place) for ready in prepared.ready])
    chosen = np.flatnonzero(fits > _FITS)
    if not query.said or not len(chosen):
        return chosen[:0], np.zeros((0, len(NAMES)))
    ready = [prepared.ready[i] for i in chosen]
    words = np.clip(_meant(query, prepared), 0.0, 1.0)
    weights, whole = query.weights, float(query.weights.sum()) or 1.0
    own = held_in(query.said, [r.own for r in ready])
    near = np.maximum(own, _NEAR * held_in(query.said, [r.near for r in ready]))
    around = _SENTENCE * held_in(query.said, [r.place.sentence for r in ready])
    every = np.maximum(np.maximum(near, around), _HEAD * held_in(query.said, [r.place.head for r in ready]))
    every = np.maximum(every, _AHEAD * named_in(query.said, [r.ahead for r in ready]))
    soft_own = np.maximum(own, _MEANT * best_words(words, [r.own_words for r in ready]))
    soft_near = np.maximum(near, _MEANT * best_words(words, [r.near_words for r in ready]))
    soft_all = np.maximum(every, soft_near)
    elsewhere = np.array([said.word.text in prepared.text for said in query.said]) & (soft_all < 0.3)
    sorts = np.array([said.word.sort for said in query.said])
    matched = soft_near @ weights
    told = _told(query, prepared, words)
    missed, lacking = (1 - soft_all) * weights, (1 - soft_near) * weights
    extra = _extra(prepared, ready, told)
    columns = [
        worst(missed, sorts == THING), worst(lacking, sorts == THING), extra, worst(missed, sorts == DOING),
        np.minimum(extra, np.maximum(worst(lacking, sorts == THING), worst(lacking, sorts == DOING))),
        np.minimum(extra, worst((soft_all - soft_own) * weights, sorts == THING)),
        own @ weights / whole, near @ weights / whole, every @ weights / whole, soft_own @ weights / whole,
        matched / whole, soft_all @ weights / whole,
        of_sort(weights, soft_near, sorts == THING), of_sort(weights, soft_near, sorts == DOING),
        soft_all[:, int(weights.argmax())], np.minimum((1 - soft_all) @ weights, 4) / 4, np.minimum(matched, 4) / 4,
        np.minimum(elsewhere @ weights, 3) / 3,
    ]  # fmt: skip
    rest = [
        _alone(query, prepared, r, told, fit, share, None if query.thing < 0 else float(soft[query.thing]))
        for r, fit, share, soft in zip(ready, fits[chosen], matched / whole, soft_near, strict=True)
    ]
    return chosen, np.hstack([np.array(columns).T, np.array(rest)])


def _meant(query: Query, prepared: Prepared) -> Rows:
    return meant_of(query, prepared.vectors)


def meant_of(query: Query, vectors: NDArray[np.float32]) -> Rows:
    """How near each word of the texts is to each of the question in meaning."""
    near: Rows = ((vectors @ query.vectors.T - 0.3) / 0.55).astype(np.float64)
    return near


def held_in(said: Sequence[Said], texts: Sequence[str]) -> Rows:
    """How much of each word stands in each text: a row a text."""
    known = {text: [held(word, text) for word in said] for text in dict.fromkeys(texts)}
    return np.array([known[text] for text in texts])


def named_in(said: Sequence[Said], texts: Sequence[str]) -> Rows:
    """Whether each word, or an official word for it, stands in each text as it is: a row a text."""
    forms = [(word.word.text, *word.official) for word in said]
    known = {text: [float(any(f in text for f in form)) for form in forms] for text in dict.fromkeys(texts)}
    return np.array([known[text] for text in texts])


def best_words(words: Rows, rows: Sequence[tuple[int, ...]]) -> Rows:
    """For each set of words how near the nearest is to each word of the question."""
    none = np.zeros(words.shape[1])
    return np.array([words[list(own)].max(axis=0) if own else none for own in rows])


def of_sort(weights: Rows, marks: Rows, chosen: NDArray[np.bool_]) -> Rows:
    """The share of the words of one sort that is marked, by what they tell; a half where there are none."""
    whole = float(weights[chosen].sum())
    return marks[:, chosen] @ weights[chosen] / whole if whole else np.full(len(marks), 0.5)


def worst(marks: Rows, chosen: NDArray[np.bool_]) -> Rows:
    """How much the one word tells that is missed most."""
    return marks[:, chosen].max(axis=1) if chosen.any() else np.zeros(len(marks))


def _extra(prepared: Prepared, ready: Sequence[Ready], told: Rows) -> Rows:
    """How much the one word of a clause tells that the question does not say."""
    weights = prepared.weights / max(float(prepared.weights.max(initial=0.0)), 1e-9)
    return np.array(
        [max((float(weights[i] * (1 - told[i])) for i in r.own_words), default=0.3) for r in ready]
    )


def _told(query: Query, prepared: Prepared, words: Rows) -> Rows:
    """How much the question says of each word of the texts."""
    said = np.array([how_said(query, word) for word in prepared.words])
    return np.maximum(said, _MEANT * words.max(axis=1)) if len(said) else said


def how_said(query: Query, word: str) -> float:
    """How much the question says of a word of the texts."""
    if word in query.text:
        return 1.0
    if any(word in official or official in word for official in query.official):
        return 0.9
    if len(word) < 3:
        return 0.0
    return 0.6 * sum(word[i : i + 2] in query.text for i in range(len(word) - 1)) / (len(word) - 1)


def _alone(
    query: Query, prepared: Prepared, ready: Ready, told: Rows, fit: float, share: float, thing: float | None
) -> list[float]:
    """The features of one number by itself."""
    place, text, sort = ready.place, query.text, query.asked.sort
    likely = share > _LIKELY  # nothing is looked up for those that are of something else in any case
    changed, planned = (
        _CHANGED.search(_TO_LEVEL.sub("", ready.own)) is not None,
        _PLANNED.search(ready.near) is not None,
    )
    digits = [number in place.sentence or number in place.head for number in query.digits]
    digits += [of_age for age in query.ages if (of_age := is_of_age(ready.own, age)) is not None]
    each = _is_each(ready)
    last = _LAST.search(ready.near) is not None
    year = query.year - 1 if last else place.year
    said = _share(prepared, ready.own_words, told)
    part = _PART.search(ready.near) is not None
    return [
        said, _share(prepared, ready.near_words, told),
        _share(prepared, (ready.tail,) if ready.tail >= 0 else (), told), _sentence(query, prepared, ready),
        fit, float(fit == 1.0), float(likely and (contrary(text, ready.own) or is_other_size(text, ready.own))),
        float(likely and is_other(text, ready.own + ready.before)),
        float(changed), float(changed and not query.of_change), float(not changed and query.of_change),
        float(planned), float(planned and not query.of_plan), float(not planned and query.of_plan),
        float(_SHARE.search(place.own) is not None and sort != RATE),
        float(part) * (1 - said), float(part and query.of_all), float(query.leaves_out(ready.own)),
        float(_APART.search(ready.before) is not None),
        float(bool(digits) and all(digits)), float(bool(digits) and not all(digits)),
        float(each and query.asked.each), float(each and not query.asked.each), float(query.asked.each and not each),
        float(any(f"每{unit}" in ready.own for unit in query.each_of)), float(each and query.of_all),
        0.5 if thing is None else thing, float(thing is not None and thing < 0.3),
        float(place.is_row), float(place.value == 0), float(len(query.said) < 3),
        float(_JOINT.search(place.own) is not None and ready.near.count("、") > 0),
        float(place.is_old),
        float(bool(query.said_year) and year == query.said_year),
        float(bool(query.said_year) and year not in (0, query.said_year)),
        float(bool(query.said_year) and query.said_year != query.year and year != query.said_year),
        float(not query.said_year and year not in (0, query.year)),
        float(sort == MONEY), float(sort == RATE), float(sort == PEOPLE), float(sort == COUNT), float(sort == ANY),
    ]  # fmt: skip


def _is_each(ready: Ready) -> bool:
    """Whether a number is of each of several, or one of a list of such: 「每人每月300元、200元和50元」."""
    own = ready.before.rpartition("，")[2] + ready.own if _JOINS.match(ready.own) else ready.own
    return _EACH.search(own) is not None or "/" in ready.place.unit


def _share(prepared: Prepared, rows: tuple[int, ...], told: Rows) -> float:
    """The share of a clause's own words that the question says, each by how much it tells there."""
    if not rows:
        return 0.3
    weights = prepared.weights[list(rows)]
    return float(weights @ told[list(rows)]) / max(float(weights.sum()), 1e-9)


def _sentence(query: Query, prepared: Prepared, ready: Ready) -> float:
    """How near the clause is in meaning as a whole."""
    if not ready.near_words:
        return 0.0
    vector = prepared.vectors[list(ready.near_words)].mean(axis=0)
    return meaning(float(vector @ query.whole) / (float(np.linalg.norm(vector)) or 1.0))
