"""Money told straight behind a project's name is the project's; animals are counted in 万头 (文中项目)."""

from __future__ import annotations

from pathlib import Path

from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Press

PROSE = [
    "2024年部门预算情况说明",
    "七、重点项目预算绩效目标",
    "1.灌区节水改造项目。预算资金800万元，改造渠道36公里。",
    "2.动物疫病防控项目。预算资金160万元，免疫生猪18万头。",
]


def test_each_project_has_its_money(tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    press = Press(path)
    press.cover(["泽川县农业局", "2024年部门预算"])
    press.prose(PROSE)
    press.close()
    facts = read_file(path, Settings(data=tmp_path)).facts
    money = {f.subject.name: str(f.value) for f in facts if f.subject.kind == "项目"}
    assert money == {"灌区节水改造": "800", "动物疫病防控": "160"}
    assert ("18", "万头") in {(str(f.value), f.unit) for f in facts}
