"""How fast questions over a whole library are, and how much memory they want.

    python -m eval.bench_ask --documents 10000 --library build/many

The library is made first where it is not there (`eval.make_library`). Times are of this process, libraries and files warm.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from eval.make_library import index, make
from qa.ask import Asker
from qa.documents.across import Across
from qa.documents.catalog import Catalog
from qa.documents.pick import Item
from qa.search.reader import IndexReader

RECEPTION = (Item(("three_public",), column_roles=("reception",)), Item(("three_public",), row_roles=("reception",)))
RANKED: dict[str, Item | Sequence[Item]] = {
    "公务接待费": RECEPTION,
    "项目支出合计": Item(("expenditure",), column_roles=("project",)),
    "科学技术支出": Item(("expenditure",), row_keys=("科学技术支出",), codes=("206",)),
    "办公费": Item(("basic",), row_keys=("办公费",), codes=("30201",)),
    "住房公积金，任何表": Item(row_keys=("住房公积金",)),
}
_QUESTIONS = (
    "{0}的公务接待费是多少",
    "{0}2025年项目支出",
    "比较{0}和{1}去年的三公经费",
    "哪个单位的公务接待费最多",
    "{1}决算总额",
)

LOOK_UPS = (
    "{0}的公务接待费是多少",
    "{0}项目支出占比多少",
    "{0}住房公积金和购房补贴一共多少",
    "{0}有政府性基金预算吗",
)


TOLD = (
    "{0}的公务接待费为什么减少",
    "{0}的主要职责是什么",
    "{0}政府采购是怎么安排的",
    "什么是机关运行经费，{0}怎么说",
)
SEARCHED = (
    "公务接待费减少的原因",
    "三公经费指的是什么",
    "政府采购预算安排情况",
    "单位的主要职能",
    "国有资产占有使用情况",
    "how many vehicles are there",
)


def timed(work: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """The median and the 95th percentile of the milliseconds that a piece of work takes."""
    times = []
    for number in range(rounds):
        started = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.95))]


def peak_mb() -> float:
    """The most memory that this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1000)


def measured(root: Path, seed: int = 1) -> list[tuple[str, float, float]]:
    """What is done, with its median and 95th percentile in milliseconds."""
    chance = random.Random(seed)  # noqa: S311
    opened = timed(lambda _: len(Catalog.open(root).documents), 5)
    catalog = Catalog.open(root)
    first = timed(lambda _: catalog.resolve("第一个问题：市财政局的预算"), 1)
    names = [d.institute for d in catalog.documents if d.institute]
    asked = [chance.choice(_QUESTIONS).format(chance.choice(names), chance.choice(names)[1:]) for _ in range(200)]
    lines = [
        ("catalogue: open", *opened),
        ("catalogue: first question (indexes the names)", *first),
        ("catalogue: a question resolved", *timed(lambda i: catalog.resolve(asked[i]), len(asked))),
    ]
    across = Across(root, catalog)
    ids = [chance.choice(catalog.documents).id for _ in range(50)]
    lines.append(("one document: an item", *timed(lambda i: across.values(RECEPTION, documents=[ids[i]]), 50)))
    own = [root / "facts" / f"{document}.parquet" for document in ids]
    lines.append(("one document: all its figures", *timed(lambda i: pq.read_table(own[i], partitioning=None), 50)))
    for name, item in RANKED.items():

        def rank(_: int, item: Item | Sequence[Item] = item) -> object:
            return across.ranking(item)

        lines.append((f"all documents: ranking by {name}", *timed(rank, 7)))
    lines.append(
        ("all documents: sum of 公务接待费 in 2025", *timed(lambda _: across.aggregate(RECEPTION, years=[2025]), 7))
    )
    lines += answered(root, names, chance)
    return lines + (searched(root, names, chance) if (root / "index").is_dir() else [])


def answered(root: Path, names: Sequence[str], chance: random.Random) -> list[tuple[str, float, float]]:
    """Whole questions, from words to a checked answer, each about another document; and rankings over all."""
    asker = Asker(root)
    asker.open()
    asker.ask(f"{names[0]}的公务接待费是多少")
    own = [LOOK_UPS[i % len(LOOK_UPS)].format(chance.choice(names)) for i in range(100)]
    return [
        ("ask: a look-up in one of the documents", *timed(lambda i: asker.ask(own[i]), len(own))),
        ("ask: a ranking over all", *timed(lambda _: asker.ask("谁的公务接待费最高"), 5)),
    ]


def searched(root: Path, names: Sequence[str], chance: random.Random) -> list[tuple[str, float, float]]:
    """Questions that the text answers, and searches of it: the question's embedding included."""
    asker = Asker(root)
    told = [TOLD[i % len(TOLD)].format(chance.choice(names)) for i in range(60)]
    words = [SEARCHED[i % len(SEARCHED)] for i in range(60)]
    first = timed(lambda _: asker.retriever.search(words[0], k=6), 1)
    asker.ask(told[0])
    institutes = [chance.choice(names) for _ in words]
    return [
        ("text: first search (opens the indexes, loads the model)", *first),
        ("text: a question about one of the documents", *timed(lambda i: asker.ask(told[i]), len(told))),
        ("text: search of all", *timed(lambda i: asker.retriever.search(words[i], k=6), len(words))),
        (
            "text: search of one institute's",
            *timed(lambda i: asker.retriever.search(words[i], k=6, institutes=[institutes[i]]), len(words)),
        ),
        ("text: search of one year's", *timed(lambda i: asker.retriever.search(words[i], k=6, years=[2024]), 12)),
        (
            "text: search of one kind of table",
            *timed(lambda i: asker.retriever.search(words[i], k=6, tables=["three_public"]), 12),
        ),
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Speed of questions over a whole library.")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--text", action="store_true", help="index the text of what is made, with vectors by chance")
    parser.add_argument("--library", type=Path, help="where it is, or is to be made (otherwise a temporary folder)")
    chosen: Any = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = chosen.library or Path(folder) / "library"
        if not root.exists():
            steps = make(root, chosen.documents)
            say("made: " + ", ".join(f"{step} {seconds:.1f} s" for step, seconds in steps.items()))
        if chosen.text:
            report = index(root)
            say(
                f"text: {report.chunks} passages, {report.vectors} vectors made in {report.seconds:.0f} s {report.problem}"
            )
        before = peak_mb()
        lines = measured(root)
        files = sorted((root / "across").glob("*.parquet"))
        rows = sum(pq.read_metadata(f).num_rows for f in files if f.name != "documents.parquet")
        size = sum(f.stat().st_size for f in files) / 1_000_000
        listed = pq.read_metadata(root / "across" / "documents.parquet").num_rows
        if (root / "index").is_dir():
            with IndexReader(root).store.reading() as snapshot:
                say(f"{snapshot.count()} passages, {sum(snapshot.dense().values())} vectors in Chroma")
        say(f"{listed} documents, {rows} cells and facts, {len(files) - 1} parts, {size:.1f} MB")
        say(f"{'':52}{'p50 ms':>10}{'p95 ms':>10}")
        for name, median, high in lines:
            say(f"{_padded(name, 52)}{median:10.1f}{high:10.1f}")
        say(f"peak memory {peak_mb():.0f} MB (before the questions {before:.0f} MB)")


def _padded(text: str, width: int) -> str:
    """Text padded for a terminal, where a Chinese character takes two places."""
    return text + " " * max(1, width - len(text) - sum(ord(c) > 0x2E7F for c in text))


def say(line: str) -> None:
    """Print a line of the report."""
    print(line)  # noqa: T201


if __name__ == "__main__":
    main()
