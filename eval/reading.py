"""Reading gold documents with each reader, and what came of it: accuracy before and after the gate, calls, tokens, time."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool
from pydantic import Field

from eval.kept import Kept, code_hash, file_hash, key_of
from eval.metrics import failed, score
from eval.scores import Score, total
from extract.errors import DocumentError, UsageError
from extract.limits import Limits
from extract.model import Frozen, Kind
from extract.read import Model, Reader, extract_with_use
from prompts import Meter, ModelSettings, Usage

Told = Callable[[str], None]

_CODE = (
    "extract",
    "prompts",
    "eval.metrics",
    "eval.figures",
    "eval.findings",
    "eval.scores",
    "eval.grounding",
    "eval.reasons",
    "eval.reading",
)
_GRACE = 30.0  # seconds a worker may overrun its own deadline
_METER: list[Meter] = []


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A PDF and its gold data."""

    pdf: Path
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        """What reports and baselines call it: the file's stem."""
        return self.pdf.stem


class Result(Frozen):
    """One document read by one reader: its score, and what the reading cost when it was made."""

    document: str
    score: Score
    pages: int = 0
    seconds: float = 0.0
    asked: int = 0
    avoided: int = 0
    usage: Usage = Field(default_factory=Usage)
    error: str = ""


class Run(Frozen):
    """One reader over all gold documents; `model` is empty for rules alone."""

    reader: str
    model: str = ""
    results: tuple[Result, ...] = ()

    @property
    def name(self) -> str:
        """Reader and model, as reports and baselines call them."""
        return f"{self.reader}:{self.model}" if self.model else self.reader

    @property
    def score(self) -> Score:
        """All documents together."""
        return total(r.score for r in self.results)

    @property
    def failed(self) -> list[str]:
        """The documents that could not be read, and why."""
        return [f"{r.document}: {r.error}" for r in self.results if r.error]

    @property
    def usage(self) -> Usage:
        """What the model cost in all."""
        spent = Usage()
        for result in self.results:
            spent.add(result.usage)
        return spent

    @property
    def seconds(self) -> float:
        """Time of all readings, one after the other."""
        return sum(r.seconds for r in self.results)


def gold_documents(folder: Path) -> list[GoldDocument]:
    """The gold documents of a folder: NAME.gold.json beside the PDF that its meta.file names. Raises UsageError."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            pdf = folder / gold["meta"]["file"]
            _check(gold)
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path.name} 不是金标文件（{type(error).__name__}：{error}）：格式见 README") from None
        if not pdf.is_file():
            raise UsageError(f"{path.name} 说的文件 {pdf.name} 不在 {folder}")
        found.append(GoldDocument(pdf, gold))
    if not found:
        raise UsageError(f"{folder} 里没有 *.gold.json")
    return found


def _check(gold: dict[str, Any]) -> None:
    """Raises ValueError, KeyError or TypeError where something is missing or wrong, saying what."""
    kinds = {kind.value for kind in Kind}
    for table in gold["tables"]:
        where = f"{table['kind']} {table.get('title', '')}"
        if table["kind"] not in kinds:
            raise ValueError(f"没有这种表：{table['kind']}")
        for row in table["rows"]:
            if len(row["values"]) != len(table["columns"]):
                raise ValueError(f"{where} {row['label']}：{len(row['values'])} 个值，{len(table['columns'])} 列")
            if not int(row.get("page") or table["pages"][0]):
                raise ValueError(f"{where} {row['label']}：没有页码")
            for value in row["values"]:
                if value is not None and not isinstance(value, str):
                    raise ValueError(f"{where} {row['label']}：数要写成字符串，空格写成 null：{value!r}")
    for fact in gold.get("facts", ()):
        if not {"name", "value", "page"} <= fact.keys():
            raise ValueError(f"facts 要有 name、value、page：{fact}")


def run_reader(
    documents: Sequence[GoldDocument],
    reader: Reader,
    settings: ModelSettings,
    cache: Path | None = None,
    kept: Kept | None = None,
    jobs: int = 1,
    told: Told | None = None,
) -> Run:
    """Read every document with one reader. A document that cannot be read counts as all missing.

    `cache` keeps a model's answers, `kept` whole results; `told` is called with each document's name as it is done.
    """
    kept = kept or Kept(None)
    with_model = reader is not Reader.LAYOUT and settings.configured
    works = [
        Work(d, reader if with_model else Reader.LAYOUT, settings if with_model else None, cache) for d in documents
    ]
    done: dict[int, Result] = {}
    for at, work in enumerate(works):
        if (before := kept.get(work.key, Result)) is not None:
            done[at] = before
            _tell(told, before)
    left = [(at, work) for at, work in enumerate(works) if at not in done]
    meter = Meter(settings) if with_model else None
    for at, result in _measured(left, jobs, meter):
        done[at] = result
        if not result.error:
            kept.put(works[at].key, result)
        _tell(told, result)
    return Run(
        reader=reader.value,
        model=settings.model if with_model else "",
        results=tuple(done[at] for at in range(len(works))),
    )


def _tell(told: Told | None, result: Result) -> None:
    if told is not None:
        told(result.document)


@dataclass(frozen=True, slots=True)
class Work:
    """One document to read: `settings` where a model takes part."""

    document: GoldDocument
    reader: Reader
    settings: ModelSettings | None
    cache: Path | None

    @property
    def key(self) -> str:
        """What its result depends on."""
        model: object = ""
        if self.settings is not None:
            secret = self.settings.base_url.get_secret_value() if self.settings.base_url else ""
            model = (self.settings.model_dump(mode="json", exclude={"api_key", "base_url"}), key_of(secret))
        gold = json.dumps(self.document.gold, sort_keys=True, ensure_ascii=False)
        return key_of("read", file_hash(self.document.pdf), gold, self.reader.value, model, code_hash(*_CODE))


def measure(work: Work) -> Result:
    """Read a document and score it."""
    document = work.document
    meter = _METER[0] if _METER else None
    model = Model(work.settings, work.cache, meter) if work.settings is not None else None
    started = time.perf_counter()
    try:
        disclosure, use = extract_with_use(document.pdf, reader=work.reader, model=model)
    except DocumentError as error:
        return _failed(document, str(error), time.perf_counter() - started)
    except Exception as error:  # noqa: BLE001 - a reader that breaks is what the suite is there to show
        return _failed(document, f"{type(error).__name__}: {error}", time.perf_counter() - started)
    seconds = time.perf_counter() - started
    return Result(
        document=document.name,
        score=score(disclosure, document.gold, use.raw if work.reader is Reader.LLM else None, document.pdf),
        pages=len(disclosure.pages),
        seconds=round(seconds, 3),
        asked=use.asked,
        avoided=use.avoided,
        usage=use.usage,
    )


def _failed(document: GoldDocument, why: str, seconds: float) -> Result:
    return Result(document=document.name, score=failed(document.gold, why), seconds=round(seconds, 3), error=why)


def _measured(works: Sequence[tuple[int, Work]], jobs: int, meter: Meter | None) -> Iterator[tuple[int, Result]]:
    """The result of each as it comes, in this process for one job, else in workers."""
    if jobs <= 1 or len(works) <= 1:
        _begin(meter)
        for at, work in works:
            yield at, measure(work)
        return
    seconds = Limits().max_seconds + _GRACE + (works[0][1].settings.model_seconds if works[0][1].settings else 0)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPool(max_workers=min(jobs, len(works)), initializer=_begin, initargs=(meter,), context=spawn) as pool:
        scheduled = {pool.schedule(measure, args=(work,), timeout=seconds): (at, work) for at, work in works}
        for future in futures.as_completed(scheduled):
            at, work = scheduled[future]
            try:
                yield at, future.result()
            except (futures.TimeoutError, ProcessExpired) as error:
                yield at, _failed(work.document, f"读它的进程没有完成（{type(error).__name__}）", seconds)


def _begin(meter: Meter | None) -> None:
    _METER[:] = [meter] if meter is not None else []
