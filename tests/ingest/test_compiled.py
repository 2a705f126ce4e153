"""Patterns are compiled once for all processes, and do what those of ``re`` do."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest

from ingest.compiled import Compiled

#: Classes, groups with names, looks behind and ahead, flags, repeats, and what is special to the engine.
_PATTERNS = (
    (r"(?P<sum>\d+(?:\.\d+)?)\s*(?P<unit>万?元)", 0, "用了3.50 万元，退回12元"),
    (r"(?<![预决])算|[\u4e00-\u9fff]{2,}?费(?=用)", 0, "决算算差旅费用"),
    (r"^(a|b)\1$", re.I | re.M, "Aa\nbB\nab"),
    (r"(x)?(?(1)y|z)", 0, "xyz"),
    (r"(?s:.)(?i:K)", 0, "\nk K"),
)


@pytest.mark.parametrize(("text", "flags", "searched"), _PATTERNS)
def test_a_kept_pattern_finds_what_a_compiled_one_finds(
    tmp_path: Path, text: str, flags: int, searched: str
) -> None:
    first = Compiled(tmp_path / "kept")
    first.pattern(text, flags)
    first.save()
    kept, fresh = Compiled(tmp_path / "kept").pattern(text, flags), re.compile(text, flags)
    assert (kept.pattern, kept.flags, kept.groups, kept.groupindex) == (
        fresh.pattern, fresh.flags, fresh.groups, fresh.groupindex,
    )  # fmt: skip
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in kept.finditer(searched)]
    assert (
        found == [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in fresh.finditer(searched)] != []
    )


def test_what_is_kept_is_taken_and_what_is_added_joins_it(tmp_path: Path) -> None:
    """The code of another pattern under a text shows that the file was taken; what another process wrote stays."""
    one, other = Compiled(tmp_path / "kept"), Compiled(tmp_path / "kept")
    one.pattern("甲")
    other.pattern("乙")
    one.save()
    other.save()
    version, codes = marshal.loads((tmp_path / "kept").read_bytes())
    assert set(codes) == {("甲", 0), ("乙", 0)}
    codes[("丙", 0)] = codes[("甲", 0)]
    (tmp_path / "kept").write_bytes(marshal.dumps((version, codes)))
    assert Compiled(tmp_path / "kept").pattern("丙").search("甲") is not None


@pytest.mark.parametrize(
    "spoilt", [b"", b"not a file of ours", marshal.dumps((("3.0", 1), {})), marshal.dumps(7)]
)
def test_a_file_that_is_spoilt_or_of_another_python_is_written_anew(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "kept").write_bytes(spoilt)
    kept = Compiled(tmp_path / "kept")
    assert kept.pattern("[预决]算").fullmatch("预算") is not None
    kept.save()
    assert list(marshal.loads((tmp_path / "kept").read_bytes())[1]) == [("[预决]算", 0)]


def test_a_code_that_the_engine_refuses_is_compiled_again(tmp_path: Path) -> None:
    first = Compiled(tmp_path / "kept")
    first.pattern("甲")
    first.save()
    version, codes = marshal.loads((tmp_path / "kept").read_bytes())
    flags, _, *rest = codes["甲", 0]
    (tmp_path / "kept").write_bytes(marshal.dumps((version, {("甲", 0): (flags, b"\xff" * 40, *rest)})))
    assert Compiled(tmp_path / "kept").pattern("甲").search("某甲") is not None


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Compiled(tmp_path / "file" / "kept")
    assert kept.pattern("甲+").fullmatch("甲甲") is not None
    kept.save()
    assert not (tmp_path / "file" / "kept").exists()


def test_a_wrong_pattern_is_told_as_re_tells_it(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        Compiled(tmp_path / "kept").pattern("(")
