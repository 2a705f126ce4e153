"""What the tools take, each described for the model that fills it in (参数)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ingest.model import Fund, Stage

#: So many rows at most; a model that needs more should ask for less at once.
MOST = 200

Question = Annotated[
    str,
    Field(description="问题，平常的话即可，写明单位和年度，如「青岚区城管局2023年项目支出占比多少」"),
]
OnlyEntity = Annotated[str | None, Field(max_length=200, description="只在这个单位里找")]
OnlyYear = Annotated[int | None, Field(ge=1949, le=2100, description="只看这个年度")]
OnlyDocument = Annotated[str | None, Field(max_length=100, description="只看这份文件；编号来自 documents")]
Unit = Annotated[Literal["元", "万元", "亿元"] | None, Field(description="答案用的单位")]
History = Annotated[list[str] | None, Field(max_length=100, description="同一对话里先前问过的问题，由早到晚")]

Entity = Annotated[str, Field(max_length=200, description="单位：全称、简称或名称中的字，如「青岚区城管局」")]
Year = Annotated[int, Field(ge=0, le=2100, description="这个数是哪一年的，如 2023；0 为不限")]
Subject = Annotated[
    str, Field(max_length=200, description="科目名称中的字，或完整的科目编码，如「项目支出」「2120501」")
]
Statement = Annotated[str, Field(max_length=200, description="报表名称中的字，如「支出决算表」「三公经费」")]
OfStage = Annotated[Stage | None, Field(description="阶段，如 预算、决算")]
OfFund = Annotated[Fund | None, Field(description="资金性质")]
Limit = Annotated[int, Field(ge=1, le=MOST, description="最多列出多少条")]
OfDocument = Annotated[
    str, Field(max_length=200, description="文件编号、文件名或单位名称中的字；不写则看全部文件")
]
Everything = Annotated[bool, Field(description="通过的核对也列出来")]
