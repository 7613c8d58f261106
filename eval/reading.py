"""Reading gold documents with each reader, and what came of it: accuracy before and after the gate, calls, tokens, time."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from eval.metrics import Score, score
from extract.errors import DocumentError, UsageError
from extract.read import Model, Reader, extract_with_use
from prompts import Meter, ModelSettings, Usage


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A PDF and its gold data."""

    pdf: Path
    gold: dict[str, Any]


@dataclass(slots=True)
class Run:
    """One reader over all gold documents; `model` is empty for rules alone."""

    reader: str
    model: str
    score: Score = field(default_factory=Score)
    documents: int = 0
    failed: list[str] = field(default_factory=list)
    asked: int = 0
    avoided: int = 0
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The run for programs; figures of misses as text."""
        plain = asdict(self)
        plain["score"] |= {
            name: getattr(self.score, name) for name in ("false_accepts", "coverage", "recall", "precision", "before")
        }
        for miss in plain["score"]["misses"]:
            miss["figure"] = [str(part) for part in miss["figure"]]
        return plain


def gold_documents(folder: Path) -> list[GoldDocument]:
    """The gold documents of a folder: NAME.gold.json beside the PDF that its meta.file names. Raises UsageError."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        pdf = folder / gold["meta"]["file"]
        if not pdf.is_file():
            raise UsageError(f"{path.name} 说的文件 {pdf.name} 不在 {folder}")
        found.append(GoldDocument(pdf, gold))
    if not found:
        raise UsageError(f"{folder} 里没有 *.gold.json")
    return found


def run_reader(
    documents: Sequence[GoldDocument],
    reader: Reader,
    settings: ModelSettings,
    cache: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Run:
    """Read every document with one reader. A document that cannot be read counts as all missing."""
    with_model = reader is not Reader.LAYOUT and settings.configured
    run = Run(reader.value, settings.model if with_model else "")
    model = Model(settings, cache, Meter(settings)) if with_model else None
    for document in documents:
        if progress is not None:
            progress(f"{reader.value} {document.pdf.name}")
        started = time.perf_counter()
        try:
            disclosure, use = extract_with_use(document.pdf, reader=reader if model else Reader.LAYOUT, model=model)
        except DocumentError as error:
            run.failed.append(f"{document.pdf.name}: {error}")
            run.score.add(Score(gold=sum(_numbers(document.gold))))
            continue
        finally:
            run.seconds += time.perf_counter() - started
            run.documents += 1
        run.score.add(score(disclosure, document.gold, use.raw if reader is Reader.LLM else None))
        run.asked += use.asked
        run.avoided += use.avoided
        run.usage.add(use.usage)
    return run


def _numbers(gold: dict[str, Any]) -> Iterator[int]:
    for table in gold["tables"]:
        if table["kind"] != "other":
            yield sum(value is not None for row in table["rows"] for value in row["values"])
