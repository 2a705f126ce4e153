"""A small real PDF of final accounts, drawn for a test: sound as it is, or with one thing in it changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from ingest.model import Check, Verdict
from ingest.reading import read_file
from ingest.settings import Settings

#: One of the fonts that every PDF reader brings; nothing is embedded.
FONT = "STSong-Light"
FILE = "云山市河东区水务局2023年度部门决算.pdf"

INCOME = [
    ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"],
    ["", "合计", "1,250.00", "1,200.00", "50.00"],
    ["208", "社会保障和就业支出", "150.00", "150.00", ""],
    ["20805", "行政事业单位养老支出", "150.00", "150.00", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "100.00", "100.00", ""],
    ["2080506", "机关事业单位职业年金缴费支出", "50.00", "50.00", ""],
    ["213", "农林水支出", "1,100.00", "1,050.00", "50.00"],
    ["21303", "水利", "1,100.00", "1,050.00", "50.00"],
    ["2130301", "行政运行", "640.00", "640.00", ""],
    ["2130306", "水利工程运行与维护", "460.00", "410.00", "50.00"],
]
SPENDING = [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
    ["栏次", "", "1", "2", "3"],
    ["", "合计", "1,200.00", "790.00", "410.00"],
    ["208", "社会保障和就业支出", "150.00", "150.00", ""],
    ["20805", "行政事业单位养老支出", "150.00", "150.00", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "100.00", "100.00", ""],
    ["2080506", "机关事业单位职业年金缴费支出", "50.00", "50.00", ""],
    ["213", "农林水支出", "1,050.00", "640.00", "410.00"],
    ["21303", "水利", "1,050.00", "640.00", "410.00"],
    ["2130301", "行政运行", "640.00", "640.00", ""],
    ["2130306", "水利工程运行与维护", "410.00", "", "410.00"],
]
TRAVEL = [
    ["项目", "预算数", "决算数"],
    ["合计", "12.00", "9.00"],
    ["因公出国（境）费", "0.00", "0.00"],
    ["公务用车购置及运行维护费", "8.00", "7.00"],
    ["公务接待费", "4.00", "2.00"],
]
TABLES = {"收入决算表": INCOME, "支出决算表": SPENDING, "财政拨款“三公”经费支出决算表": TRAVEL}
#: What stands below a statement.
NOTES = {"支出决算表": "注：1栏各行=（2+3）栏各行。"}
NARRATIVE = (
    "第三部分 云山市河东区水务局2023年度部门决算情况说明",
    "一、收入决算情况说明",
    "2023年度本年收入合计1250.00万元，其中：财政拨款收入1200.00万元，占96.00%；其他收入50.00万元，占4.00%。",
    "二、支出决算情况说明",
    "2023年度本年支出合计1200.00万元，其中：基本支出790.00万元，占65.83%；项目支出410.00万元，占34.17%。"
    "与2022年度相比，本年支出合计增加200.00万元，增长20.00%。",
    "三、一般公共预算财政拨款支出决算情况说明",
    "一般公共预算财政拨款支出年初预算为1250.00万元，支出决算为1200.00万元，完成年初预算的96.00%。其中：",
    "1、农林水支出（类）水利（款）行政运行（项）。年初预算为650.00万元，支出决算为640.00万元，"
    "完成年初预算的98.46%。决算数小于预算数的主要原因：厉行节约。",
    "2、农林水支出（类）水利（款）水利工程运行与维护（项）。年初预算为450.00万元，支出决算为410.00万元，"
    "完成年初预算的91.11%。决算数小于预算数的主要原因：工程推迟。",
    "3、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。"
    "年初预算为100.00万元，支出决算为100.00万元。决算数与预算数持平。",
    "4、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）。"
    "年初预算为50.00万元，支出决算为50.00万元。决算数与预算数持平。",
    "四、国有资产占有使用情况",
    "截至2023年12月31日，云山市河东区水务局共有车辆5辆，其中：执法执勤用车3辆、其他用车2辆。"
    "全年巡查河道并处置各类涉水问题310个。",
    "机关运行经费支出80.00万元，较上年减少20.00万元，下降20.00%，主要是厉行节约。",
    "政府采购支出总额60.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出30.00万元、"
    "政府采购服务支出10.00万元。授予中小企业合同金额40.00万元，占政府采购支出总额的66.67%，其中授予小微企业合同金额"
    "10.00万元，占授予中小企业合同金额的25.00%。",
)


class Changes:
    """Words to be changed, each once: in a paragraph, or in a cell as 「表|行|数」."""

    def __init__(self, changes: Mapping[str, str]) -> None:
        self.left = dict(changes)

    def of(self, text: str) -> str:
        """A text with the changes that fit."""
        for old in [old for old in self.left if old in text]:
            text = text.replace(old, self.left.pop(old), 1)
        return text


def draw(folder: Path, changes: Mapping[str, str] | None = None, file: str = FILE) -> Path:
    """The PDF in a folder, with words changed: each must stand in it, in a cell, a title or a paragraph."""
    registerFont(UnicodeCIDFont(FONT))
    left = Changes(changes or {})
    story: list[Flowable] = [_words(left.of("云山市河东区水务局2023年度部门决算"), 20), PageBreak()]
    for title, rows in TABLES.items():
        story += [
            _words(left.of(title), 14),
            _words(left.of(f"部门：云山市河东区水务局 单位：万元|{title}"), 10),
        ]
        story += [_grid(title, rows, left), _words(NOTES.get(title, ""), 10), PageBreak()]
    story += [_words(left.of(text), 12) for text in NARRATIVE]
    path = folder / file
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    assert not left.left, f"not in the document: {left.left}"
    return path


def _words(text: str, size: int) -> Paragraph:
    style = ParagraphStyle("words", fontName=FONT, fontSize=size, leading=size * 1.6, wordWrap="CJK")
    return Paragraph(text.split("|")[0], style)


def _grid(title: str, rows: list[list[str]], left: Changes) -> Table:
    names = ["".join(row[:2]) if row[0].isdigit() or not row[0] else row[0] for row in rows]
    cells = [
        [left.of(f"{title}|{name}|{text}").split("|")[-1] for text in row]
        for name, row in zip(names, rows, strict=True)
    ]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), FONT, 9)]
    return Table(cells, style=style)


def proven(path: Path) -> list[Check]:
    """What does not hold in a file."""
    return [
        c for c in read_file(path, Settings(data=Path("unused"))).checks if c.verdict is not Verdict.HOLDS
    ]
