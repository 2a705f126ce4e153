"""Passages that nobody wrote: departments, years, sections and sentences put together by a seeded generator (虚拟段落).

The official wordings are the project's own (``ingest/embedding/pairs.tsv``). As in real disclosures a few phrases
stand in nearly every passage, most stand in some, and names and works are a body's own.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.embedding.sources import read_topics
from ingest.model import Chunk, Document, Kind

SEED = 20_261_126
#: Passages of one document, about as many as a real one has.
PER_DOCUMENT = 50
#: Documents of one body, a year each.
YEARS = 8

_CITIES, _DISTRICTS, _OFFICES, _WORKS, _DEEDS, _PLACES, _REASONS = (
    tuple(line.split())
    for line in """
云川 青岚 松屿 望江 临海 白石 东湖 长岭 金沙 永定 安平 宁远 清水 龙泉 凤山 玉溪 桃源 怀柔 昌宁 丰和
城东 城西 河口 新桥 石门 北塘 南浦 西陵 高坪 锦屏 梅岭 双河 大通 平湖 丹霞
教育局 财政局 民政局 司法局 水务局 审计局 统计局 档案馆 图书馆 城市管理局 自然资源局 生态环境局 农业农村局 应急管理局
堤防 管网 校舍 花圃 路灯 档案 古桥 步道 雨棚 水闸 球场 展厅 书架 苗圃 货场 粮库 渡口 驿站 茶园 果园 渔港 林带
修缮 改造 巡查 养护 普查 监测 疏浚 扩建 更新 清理 登记 测绘 宣传 培训 抽检 加固 绿化 搬迁
甲子 丙寅 戊辰 庚午 壬申 乙亥 丁丑 己卯 辛巳 癸未
人员调出 项目完工 政策性增资 任务增加 压减开支 机构调整 标准提高 合同跨年 审批推迟 设备到期
""".strip().splitlines()
)
_SENTENCES = (
    "{year}年度{topic}{amount}万元，比上年{way}{other}万元，{way}{rate}%，主要原因是{reason}。",
    "{topic}主要用于{work}{deed}、{work2}{deed2}等方面的支出。",
    "{body}负责辖区{work}{deed}工作，指导{place}街道开展{work2}{deed2}。",
    "{place}片区{work}{deed}项目安排{amount}万元，年末完成{rate}%。",
    "{topic}决算数{way}于预算数的主要原因：{reason}，{work}{deed}按进度支付。",
    "存在的问题：{work}{deed}进度偏慢，{topic}测算不够精准；下一步加强{work2}{deed2}的过程管理。",
)


@dataclass(frozen=True, slots=True)
class Invented:
    """One document that nobody published, with its passages."""

    document: Document
    chunks: tuple[Chunk, ...]


def invent(passages: int, seed: int = SEED) -> Iterator[Invented]:
    """Documents with this many passages in all; the same for the same seed."""
    rng = random.Random(seed)
    topics = [official for topic in read_topics() for official in topic.official]
    bodies = [
        f"{city}市{district}区{office}" for city in _CITIES for district in _DISTRICTS for office in _OFFICES
    ]
    rng.shuffle(bodies)
    for number in range(-(-passages // PER_DOCUMENT)):
        count = min(PER_DOCUMENT, passages - number * PER_DOCUMENT)
        document = _document(number, bodies[number // YEARS])
        chunks = tuple(_chunk(document, i, rng.choice(topics), topics, rng) for i in range(count))
        yield Invented(document, chunks)


def questions(found: list[Invented], count: int, seed: int = SEED) -> list[tuple[Document, str, str]]:
    """Questions on works and places of documents: the document, the words asked, and the passage they are taken of."""
    rng = random.Random(seed)
    asked = []
    for _ in range(count):
        one = rng.choice(found)
        chunk = rng.choice(one.chunks)
        sentence = rng.choice([s for s in chunk.text.split("。") if s])
        asked.append((one.document, f"{chunk.path[-1]}里说的{sentence[-24:]}是怎么回事", chunk.id))
    return asked


def _document(number: int, entity: str) -> Document:
    year, key = 2016 + number % YEARS, f"{number:016x}"
    title = f"{entity}{year}年度部门决算"
    return Document(
        key, f"{title}.pdf", f"{number:064x}", title, entity, (), "部门", "", year, Kind.FINAL_ACCOUNTS, 30
    )


def _chunk(document: Document, sequence: int, topic: str, topics: list[str], rng: random.Random) -> Chunk:
    text = "".join(
        _sentence(document, topic if i == 0 else rng.choice(topics), rng) for i in range(rng.randint(3, 6))
    )
    path = ("第三部分 情况说明", f"{'一二三四五六七八九十'[sequence % 10]}、{topic}情况说明")
    box = (72.0, 100.0, 520.0, 180.0)
    return Chunk(document.id, sequence, path, text, ((sequence // 2 + 1, box),), ((0, len(text)),))


def _sentence(document: Document, topic: str, rng: random.Random) -> str:
    return rng.choice(_SENTENCES).format(
        year=document.year, body=document.entity, topic=topic, amount=f"{rng.uniform(1, 9999):.2f}",
        other=f"{rng.uniform(1, 999):.2f}", rate=f"{rng.uniform(1, 99):.1f}", way=rng.choice(("增加", "减少")),
        reason=rng.choice(_REASONS), work=rng.choice(_WORKS), work2=rng.choice(_WORKS), deed=rng.choice(_DEEDS),
        deed2=rng.choice(_DEEDS), place=rng.choice(_PLACES),
    )  # fmt: skip
