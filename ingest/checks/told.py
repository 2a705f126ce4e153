"""What the checks have to say of a document or of one figure: the way in for answers and listings (核对查询).

``checks_of`` gives everything, errors first; ``touching`` those that a figure takes part in, so that an answer can
tell the contradiction beside it. Neither reads a file; what another document says is computed when asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.checks import across
from ingest.checks.across import Disclosed
from ingest.checks.prove import differing
from ingest.facts import FactStore
from ingest.model import Box, Check, Verdict


def checks_of(store: FactStore, document_id: str, *, others: bool = True) -> list[Check]:
    """All checks of one document; with ``others`` also against the same body's other documents in the store.

    Raises ``StoreUnavailable``; an unknown document has none.
    """
    document = store.document(document_id)
    if document is None:
        return []
    stored = store.checks(document_id)
    if not others:
        return stored
    near = [d for d in store.documents(current=True) if across.related(document, d)]
    if not near:
        return stored
    own = Disclosed(document, store.printed(document_id))
    found = across.check(own, [Disclosed(d, store.printed(d.id)) for d in near])
    held = [c for c in stored if c.verdict is Verdict.HOLDS]
    return [*(c for c in stored if c.verdict is not Verdict.HOLDS), *differing(found), *held]


def touching(checks: Sequence[Check], page: int, box: Box) -> list[Check]:
    """Those of a document's checks that do not hold and that the figure printed at a place takes part in."""
    return [
        check
        for check in checks
        if check.verdict is not Verdict.HOLDS
        and any(o.page == page and same_figure(o.box, box) for o in check.operands if not o.document_id)
    ]


def same_figure(one: Box, other: Box) -> bool:
    """Whether two boxes are of one figure: a sentence's may end with the unit in one, with the number in the other."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min(one[2] - one[0], other[2] - other[0])
    return high > 0 and wide > 0 and wide >= 0.5 * least
