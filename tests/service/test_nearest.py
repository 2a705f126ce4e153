"""An account that is not printed: what is printed of its kind is named, nearest first (同类的科目)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "eval" / "samples" / "云川市青岚区城市管理局2023年度部门决算.pdf"


# p.13: the first row prints 工资福利支出, 商品和服务支出 and 工会经费; 租赁费 has no amount, and none is like it.
@pytest.mark.parametrize("seed", ["1", "2"])
def test_as_near_as_each_other_they_are_named_as_printed_at_every_start(tmp_path_factory, seed):
    data = tmp_path_factory.getbasetemp() / "nearest"
    ingest_paths([SAMPLE], Settings(data=data, database_url="", chroma_url=""))
    asked = [sys.executable, "-m", "mingbai", "ask", "青岚区城市管理局2023年租赁费是多少"]
    stores = {"MINGBAI_DATA": str(data), "PYTHONHASHSEED": seed, "COLUMNS": "200"}
    told = subprocess.run(
        asked, cwd=ROOT, env=os.environ | stores, check=True, capture_output=True, encoding="utf-8"
    )
    assert "同类的有：工资福利支出、商品和服务支出、工会经费" in told.stdout
