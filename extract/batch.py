"""Many documents into a library: worker processes inside limits, one bad file never stops the rest, runs resume.

Workers write only their own `documents/<id>/`; the one committer rebuilds the derived files at the end. A worker that
takes too long or dies is replaced, its document reported; one whose parent is gone goes too, so that no model is asked
for nobody. Calls to a model are logged as they are made, in `runs/<run>-calls.jsonl`, and their answers kept in `cache/`.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import resource
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent import futures
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from extract.corrections import by_document, log, settle, with_decisions
from extract.errors import DocumentError, LimitError, ReaderFailedError, UsageError
from extract.library import Library, write_atomic
from extract.limits import Limits
from extract.pages import load
from extract.read import Model, Reader, digest, extract_with_use, made_with
from extract.steps import Board, Stage, Step, unheard
from prompts import Meter, ModelSettings, UnconfiguredError, Usage, usage_by_document

_GRACE = 15.0  # seconds a worker may overrun its own deadline before it is stopped
_LOOK = 0.2  # seconds between two looks at how far the workers are


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file: `status` is read, unchanged or failed."""

    path: str
    status: str
    document: str = ""
    code: str = ""
    message: str = ""
    pages: int = 0
    tables: int = 0
    figures: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    model: ModelReport | None = None


@dataclass(frozen=True, slots=True)
class ModelReport:
    """What a model was asked for one document; `usage` counts every call, those of a failed reading too."""

    asked: int = 0
    avoided: int = 0
    failed: int = 0
    adopted: tuple[str, ...] = ()
    stopped: str = ""
    usage: Usage = field(default_factory=Usage)


def collect(paths: Sequence[str | Path]) -> list[Path]:
    """The PDF files that paths name: files as given, folders searched to the bottom. Raises UsageError."""
    files: list[Path] = []
    for given in map(Path, paths):
        if given.is_dir():
            found = sorted(p for p in given.rglob("*") if p.is_file() and p.suffix.lower() == ".pdf")
            if not found:
                raise UsageError(f"文件夹 {given} 里没有 PDF 文件。")
            files += found
        elif given.is_file():
            files.append(given)
        else:
            raise UsageError(f"没有这个文件或文件夹：{given}")
    return list(dict.fromkeys(files))


def read_all(
    paths: Sequence[str | Path],
    library: Library,
    jobs: int | None = None,
    limits: Limits | None = None,
    progress: Callable[[Read], None] | None = None,
    reader: Reader | str = Reader.AUTO,
    settings: ModelSettings | None = None,
    steps: Callable[[Path, Step], None] | None = None,
) -> list[Read]:
    """Read files into a library, skipping what is unchanged; every file gets a result, in the order given.

    What people decided about a document holds in every reading of it (see `extract.corrections`), an unchanged one too.
    `auto` without a configured model is `layout`; `llm` without one raises UsageError. `progress` hears of each file that
    is done, `steps` now and then how far those are that are being read.
    """
    limits = limits or Limits()
    reader, settings = _reader(Reader(reader), settings or ModelSettings())
    files = collect(paths)
    started = datetime.now(UTC)
    run = f"{started:%Y%m%dT%H%M%S%f}-{os.getpid()}"  # no two runs share a log, not even two of one second
    calls = library.root / "runs" / f"{run}-calls.jsonl"
    meter = None if reader is Reader.LAYOUT else Meter(settings, calls)
    work = _Work(library, limits, reader, settings, meter, steps)
    with library.writing():
        results: dict[Path, Read] = {}
        waiting: dict[str, Path] = {}
        twins: dict[Path, str] = {}
        decided = by_document(library)
        for file in files:
            document = digest(file)[:12]
            if document in waiting:
                twins[file] = document
            elif library.unchanged(document, made_with(digest(file), reader, settings)):
                settle(library, document, decided.get(document, ()))
                results[file] = Read(str(file), "unchanged", document)
                _tell(progress, results[file])
            else:
                waiting[document] = file
        for file, result in work.run(list(waiting.values()), jobs or default_jobs(len(waiting))):
            results[file] = result
            _tell(progress, result)
        spent = usage_by_document(calls)
        for document, file in waiting.items():
            results[file] = _with_usage(results[file], spent.get(document))
        for file, document in twins.items():
            results[file] = _twin(file, results[waiting[document]])
            _tell(progress, results[file])
        if waiting or not library.committed():
            library.commit()
        ordered = [results[file] for file in files]
        _log(library, run, started, ordered, spent)
    return ordered


def _reader(reader: Reader, settings: ModelSettings) -> tuple[Reader, ModelSettings]:
    """What can be done with the settings as they are."""
    if settings.configured:
        return reader, settings
    if reader is Reader.LLM:
        raise UsageError(str(UnconfiguredError()))
    return Reader.LAYOUT, settings


def _with_usage(result: Read, usage: Usage | None) -> Read:
    if usage is None:
        return result
    return replace(result, model=replace(result.model or ModelReport(), usage=usage))


def default_jobs(files: int) -> int:
    """As many workers as processors, at most one a file."""
    return max(1, min(os.cpu_count() or 1, files))


def _tell(progress: Callable[[Read], None] | None, result: Read) -> None:
    if progress is not None:
        progress(result)


def _twin(file: Path, first: Read) -> Read:
    """The result of a file of the same content as another of this run."""
    if first.status == "failed":
        return replace(first, path=str(file))
    return Read(str(file), "unchanged", first.document, message=f"与 {Path(first.path).name} 内容相同")


@dataclass(frozen=True, slots=True)
class _Work:
    """What the workers of a run have in common."""

    library: Library
    limits: Limits
    reader: Reader
    settings: ModelSettings
    meter: Meter | None
    steps: Callable[[Path, Step], None] | None = None

    def run(self, files: Sequence[Path], jobs: int) -> Iterator[tuple[Path, Read]]:
        """The result of each file as it comes, in order."""
        if not files:
            return
        seconds = self.limits.max_seconds + _GRACE
        if self.meter is not None:
            jobs = min(jobs, self.settings.concurrency)
            seconds += self.settings.model_seconds
        spawn = multiprocessing.get_context("spawn")
        board = Board(len(files), spawn)
        with ProcessPool(
            max_workers=jobs, initializer=_begin, initargs=(self.limits, self.meter, jobs, board), context=spawn
        ) as pool:
            scheduled = [
                (
                    file,
                    pool.schedule(
                        _read_one,
                        args=(str(file), str(self.library.root), self.limits, self.reader.value, slot),
                        timeout=seconds,
                    ),
                )
                for slot, file in enumerate(files)
            ]
            for file, future in scheduled:
                while self.steps is not None and not futures.wait([future], _LOOK).done:
                    for slot, step in board.news():
                        self.steps(files[slot], step)
                yield file, _outcome(file, future.result, seconds)


def _outcome(file: Path, result: Callable[[], Read], seconds: float) -> Read:
    error: DocumentError
    try:
        return result()
    except futures.TimeoutError:
        error = LimitError("max_seconds", f"{seconds - _GRACE:g} 秒内没有读完")
    except (ProcessExpired, futures.BrokenExecutor, futures.CancelledError) as failure:
        error = ReaderFailedError(f"工作进程中止：{type(failure).__name__}")
    return Read(str(file), "failed", code=error.code, message=str(error))


_METER: list[Meter] = []
"""A worker's share in the run's meter: empty where no model is asked."""
_BOARD: list[Board] = []
"""Where a worker says how far it is: empty where no process waits for it."""


def _begin(limits: Limits, meter: Meter | None, workers: int, board: Board) -> None:
    """Make a worker ready: its memory limited, its end tied to its parent's, its share of the calls at a time."""
    parent = multiprocessing.parent_process()
    if parent is not None:  # before the memory is limited: a thread wants address space of its own
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    load()  # before anything is limited: the time and memory that this takes are no document's
    _confine(limits.max_memory_mb)
    _BOARD[:] = [board]
    if meter is not None:
        share = meter.settings.model_copy(update={"concurrency": max(1, meter.settings.concurrency // workers)})
        _METER[:] = [replace(meter, settings=share)]


def _end_with(sentinel: Any) -> None:
    """End this process as soon as its parent has: what it would still ask a model, the next run would ask again."""
    wait([sentinel])
    os._exit(1)


def _confine(max_memory_mb: int) -> None:
    """Limit a worker's address space: a document that wants more memory fails alone."""
    size = max_memory_mb * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


def _read_one(path: str, root: str, limits: Limits, reader: str, slot: int = 0) -> Read:
    """In a worker: read one file and store it. Whatever goes wrong becomes that file's result."""
    started = time.perf_counter()
    error: DocumentError
    tell = partial(_BOARD[0].put, slot) if _BOARD else unheard
    try:
        model = Model(_METER[0].settings, Path(root) / "cache", _METER[0]) if _METER else None
        disclosure, use = extract_with_use(path, limits, reader, model, tell)
        tell(Step(Stage.STORING))
        library = Library(root)
        disclosure = with_decisions(disclosure, log(library, disclosure.id))
        library.store(disclosure, Path(path))
    except DocumentError as failure:
        error = failure
    except MemoryError:
        error = LimitError("max_memory_mb", f"需要的内存超过 {limits.max_memory_mb} MB")
    except OSError as failure:
        error = ReaderFailedError(f"{type(failure).__name__}: {failure.strerror}")
    except Exception as failure:  # noqa: BLE001 - one document must never stop the others; its type is reported
        if re.search(r"malloc|memory|alloc", str(failure), re.IGNORECASE):
            error = LimitError("max_memory_mb", f"需要的内存超过 {limits.max_memory_mb} MB")
        else:
            error = ReaderFailedError(f"{type(failure).__name__}: {str(failure)[:200]}")
    else:
        return Read(
            path,
            "read",
            disclosure.id,
            pages=len(disclosure.pages),
            tables=len(disclosure.tables),
            figures=sum(len(t.figures) for t in disclosure.tables) + len(disclosure.facts),
            verdicts={v.value: n for v, n in disclosure.verdicts().items() if n},
            findings=_by_severity([f.severity.value for f in disclosure.findings]),
            seconds=round(time.perf_counter() - started, 3),
            model=ModelReport(use.asked, use.avoided, use.failed, tuple(use.adopted), use.stopped) if _METER else None,
        )
    return Read(path, "failed", code=error.code, message=str(error), seconds=round(time.perf_counter() - started, 3))


def _by_severity(values: list[str]) -> dict[str, int]:
    return {name: values.count(name) for name in ("error", "warning", "info") if name in values}


def _log(library: Library, run: str, started: datetime, results: Sequence[Read], spent: dict[str, Usage]) -> None:
    runs = library.root / "runs"
    runs.mkdir(exist_ok=True)
    record = {
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((datetime.now(UTC) - started).total_seconds(), 3),
        "usage": asdict(total_usage(spent.values())),
        "files": [asdict(result) for result in results],
    }
    write_atomic(runs / f"{run}.json", (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


def total_usage(usages: Iterable[Usage]) -> Usage:
    """What several documents cost together."""
    total = Usage()
    for usage in usages:
        total.add(usage)
    return total
