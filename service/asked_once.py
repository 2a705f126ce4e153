"""What one question makes the house work out again and again, worked out once while it is answered (一问一算).

A question is read, and asked again in other words, by many steps that know nothing of each other; most of them begin
with the same: who is meant, what is asked, what the passages say of it. What is kept ends with the question, so that
nothing of it can be out of date.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_MADE: ContextVar[dict[Hashable, tuple[Any, object]] | None] = ContextVar("made", default=None)


@contextmanager
def one_question() -> Iterator[None]:
    """What is worked out within is kept until its end; a question within another keeps with that one."""
    if _MADE.get() is not None:
        yield
        return
    token = _MADE.set({})
    try:
        yield
    finally:
        _MADE.reset(token)


def asked_once(*ones: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """For a function that gives the same for the same arguments: it is called once for a question.

    The arguments named in ``ones`` are the same only where they are one object, which nothing changes meanwhile; the
    others by their value. What the function gives is everybody's: nobody may change it.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        places = frozenset(i for i, name in enumerate(signature(function).parameters) if name in ones)

        @wraps(function)
        def once(*args: P.args, **kwargs: P.kwargs) -> T:
            made = _MADE.get()
            if made is None:
                return function(*args, **kwargs)
            key: list[Hashable] = [function]
            for place, value in enumerate(args):
                key.append(id(value) if place in places else tuple(value) if type(value) is list else value)
            for name, value in kwargs.items():
                key.append(
                    (name, id(value) if name in ones else tuple(value) if type(value) is list else value)
                )
            held = made.get(said := tuple(key))
            if held is None:
                # With the arguments: the number of an object that is gone is given to another.
                held = made[said] = (function(*args, **kwargs), (args, kwargs))
            return cast("T", held[0])

        return once

    return decorate
