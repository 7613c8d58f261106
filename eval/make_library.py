"""A library of as many documents as wanted, to measure with: the samples under other names, years and amounts.

Every amount of a document is multiplied by one whole number, so that what added up still does; the records are made by
replacing text, not read from any PDF. The same arguments give the same library.

    python -m eval.make_library --documents 10000 --out build/many
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract import extract
from extract.dataset import mark, stored_of
from extract.library import Library, serialised
from extract.model import Disclosure, Fact, Table
from extract.text import UNIT_YUAN
from qa.search.embed import LocalEmbedder
from qa.search.index import Index, Progress, Report

if TYPE_CHECKING:
    from qa.search.embed import Vectors

GOLD = Path(__file__).parent / "gold"
_WEIGHTS = {"genome_institute_2025": 1, "marine_station_2026": 2, "relics_centre_2023": 7}  # the last has most figures
_YEARS = (2023, 2024, 2025)
_SCALES = (1, 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31)
_PLACES = """云岭省 滨海市 江州市 河阳省 临溪市 青屿市 望川省 平澜市 石泉市 南浦市 北原省 东陵市 西塘市 安岭市 丰泽市 龙潭省 凤台市 玉山市
海宁区 桥西区 桥东区 新港区 高岭县 长乐区 永福县 清源县 白云区 东湖区 柳河县 金水区 虹口镇区 雁山区 天井县 松岭县 莲塘区 兴宁区""".split()  # noqa: SIM905
_BODIES = """财政局 教育局 民政局 司法局 水务局 审计局 统计局 档案馆 图书馆 博物馆 文化馆 科技馆 体育局 农业农村局 生态环境局 交通运输局 文化和旅游局
卫生健康委员会 发展和改革委员会 人力资源和社会保障局 住房和城乡建设局 市场监督管理局 退役军人事务局 应急管理局 医疗保障局 自然资源局
海洋环境监测站 文物保护中心 基因组研究所 农业科学研究院 气象科学研究所 疾病预防控制中心 血液中心 急救中心 第一人民医院 中心医院 妇幼保健院
实验中学 第二中学 职业技术学院 师范学院 特殊教育学校 青少年活动中心 公共资源交易中心 大数据中心 不动产登记中心 房屋管理所 园林绿化所 环境卫生管理所
城市管理综合执法大队 残疾人联合会 妇女联合会 科学技术协会 红十字会 总工会 机关事务管理中心 地震监测站 水文监测站 动物疫病预防控制站 种子管理站
城南街道办事处 城北街道办事处 河东街道办事处 湖滨街道办事处 古城街道办事处""".split()  # noqa: SIM905
_AMOUNT = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?=(?:万|亿)?元(?!\(含\)|以上))")
_NAMED = (
    "row",
    "row_key",
    "column",
    "column_key",
    "title",
    "item",
    "sentence",
)  # columns in which an institute's name may stand


@dataclass(frozen=True)
class Template:
    """A sample of some year and scale, as its record and its file in `facts/` have it."""

    id: str
    file: str
    institute: str
    record: str
    derived: str
    figures: pa.Table

    def filled(self, document: str, file: str, institute: str) -> tuple[bytes, pa.Table]:
        """The record and the figures of one document."""

        def named(text: str) -> str:
            return text.replace(self.file, file).replace(self.institute, institute).replace(self.id, document)

        record = named(self.record).encode()
        table = self.figures
        for name, value in (("document", document), ("file", file), ("institute", institute)):
            table = table.set_column(table.schema.get_field_index(name), name, pa.array([value] * len(table)))
        for name in _NAMED:
            values = pc.replace_substring(table[name], self.institute, institute)
            table = table.set_column(table.schema.get_field_index(name), name, values)
        return record, table.replace_schema_metadata({"disclosure": mark(record), "derived": named(self.derived)})


@lru_cache(maxsize=8)
def _sample(name: str) -> Disclosure:
    return extract(GOLD / f"{name}.pdf")


@lru_cache(maxsize=len(_WEIGHTS) * len(_YEARS) * len(_SCALES))
def template(name: str, year: int, scale: int) -> Template:
    """A sample moved to another year, its amounts multiplied."""
    sample = scaled(_sample(name), scale)
    back = (sample.meta.year or year) - year
    text = re.sub(
        r"(?<!\d)20\d\d(?=年)|(?<=\"year\": )20\d\d", lambda m: str(int(m[0]) - back), serialised(sample).decode()
    )
    moved = Disclosure.model_validate_json(text)
    stored = stored_of(moved)
    told = {"meta": stored.meta.model_dump(), "findings": stored.findings, "tables": stored.tables}
    meta = moved.meta
    return Template(moved.id, meta.file, meta.institute, text, json.dumps(told, ensure_ascii=False), stored.figures)


def scaled(disclosure: Disclosure, by: int) -> Disclosure:
    """The same document with every amount of money multiplied."""
    return disclosure.model_copy(
        update={
            "tables": tuple(_scaled_table(t, by) for t in disclosure.tables),
            "facts": tuple(_scaled_fact(f, by) for f in disclosure.facts),
            "paragraphs": tuple(p.model_copy(update={"text": _said(p.text, by)}) for p in disclosure.paragraphs),
        }
    )


def _scaled_table(table: Table, by: int) -> Table:
    cells = tuple(
        c.model_copy(update={"value": c.value * by}) if c.value is not None and c.unit in UNIT_YUAN else c
        for c in table.cells
    )
    return table.model_copy(update={"cells": cells})


def _scaled_fact(fact: Fact, by: int) -> Fact:
    value = fact.value * by if fact.unit in UNIT_YUAN else fact.value
    return fact.model_copy(update={"value": value, "sentence": _said(fact.sentence, by)})


def _said(text: str, by: int) -> str:
    return _AMOUNT.sub(lambda m: f"{Decimal(m[0].replace(',', '')) * by:,f}", text)


def institutes(count: int, chance: random.Random) -> list[str]:
    """Names of institutes, no two alike."""
    names = [place + body for place in _PLACES for body in _BODIES]
    chance.shuffle(names)
    rounds = -(-count // len(names))
    return [name if n == 0 else f"{name}第{n + 1}分部" for n in range(rounds) for name in names][:count]


def make(
    root: Path, documents: int, seed: int = 1, after: Callable[[Library, Sequence[str]], None] | None = None
) -> dict[str, float]:
    """Make a library; the seconds that its steps took. `after` is called with the library and its ids, to add an index."""
    started = time.perf_counter()
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    library = Library(root)
    scales = _SCALES[: max(2, min(len(_SCALES), documents // 60))]
    samples = random.Random(seed).choices(list(_WEIGHTS), list(_WEIGHTS.values()), k=documents)  # noqa: S311
    names = institutes(-(-documents // len(_YEARS)), chance)
    facts = root / "facts"
    facts.mkdir(parents=True)
    ids = []
    with library.writing():
        for number, name in enumerate(samples):
            institute, year = names[number // len(_YEARS)], _YEARS[number % len(_YEARS)]
            document = hashlib.sha256(f"{seed} {number}".encode()).hexdigest()[:12]
            made = template(name, year, chance.choice(scales))
            record, table = made.filled(document, f"{institute}{year}.pdf", institute)
            folder = library.documents / document
            folder.mkdir()
            (folder / "source.pdf").write_bytes(b"")
            (folder / "disclosure.json").write_bytes(record)
            pq.write_table(table, facts / f"{document}.parquet", compression="zstd")
            ids.append(document)
        written = time.perf_counter()
        library.commit()
        committed = time.perf_counter()
        if after is not None:
            after(library, ids)
    return {"documents": written - started, "commit": committed - written, "index": time.perf_counter() - committed}


class RandomVectors(LocalEmbedder):
    """Texts get vectors by chance, the same text the same one; questions get their own. Named as the model whose place
    it takes, so that a library that is made with it is searched as any other."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, shape (len(texts), dimension)."""
        made = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
            made[place] = np.random.default_rng(seed).standard_normal(self.dimension, dtype=np.float32)
        vectors: Vectors = made / np.linalg.norm(made, axis=1, keepdims=True)
        return vectors


def index(root: Path, progress: Progress | None = None) -> Report:
    """The text index of a made library, with vectors by chance; taken up again where it was left off."""
    made = Index(root, RandomVectors())
    try:
        return made.sync(progress)
    finally:
        made.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="A library to measure with.")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", action="store_true", help="index its text as well, with vectors by chance")
    chosen: Any = parser.parse_args(arguments)
    if not chosen.out.exists():
        told = make(chosen.out, chosen.documents, chosen.seed)
        print(", ".join(f"{step} {seconds:.1f} s" for step, seconds in told.items()))  # noqa: T201
    if chosen.text:
        report = index(chosen.out, _say_each(50_000))
        print(f"{report.chunks} passages, {report.vectors} vectors, {report.seconds:.0f} s {report.problem}")  # noqa: T201


def _say_each(step: int) -> Progress:
    def say(done: int, of: int) -> None:
        if done % step < 128:
            print(f"{done} of {of} vectors", flush=True)  # noqa: T201

    return say


if __name__ == "__main__":
    main()
