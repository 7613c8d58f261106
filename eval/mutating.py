"""Mutations in the run: those of `eval.mutations_printed` and `eval.mutations_reader`, document by document, kept by content.

A printed document is mutated where its layout is at hand: the samples and the corpus. A reader's output is mutated for any
gold document; nothing of a document that no reader can read.
"""

from __future__ import annotations

import json
import multiprocessing
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from pebble import ProcessExpired, ProcessPool
from pydantic import Field

from eval.kept import Kept, code_hash, file_hash, key_of
from eval.mutations import Outcome, Total, totals
from eval.reading import GoldDocument
from extract.errors import DocumentError, UsageError
from extract.model import Frozen

Way = Literal["printed", "reader"]
WAYS: dict[Way, str] = {"printed": "改原文", "reader": "改读数"}
DATA = Path(__file__).parent / "data"
SEED = 1
_SECONDS = 1800.0
_CODE = ("extract", "prompts", "eval.mutations*", "eval.mutating", "eval.corpus*", "eval.typeset*")

Step = Callable[[int, int], None]


class Outcomes(Frozen):
    """What came of the mutations of one document; `error` where they could not be made."""

    outcomes: tuple[Outcome, ...] = ()
    error: str = ""


class Mutated(Frozen):
    """All mutations of one way."""

    way: Way
    outcomes: tuple[Outcome, ...] = ()
    errors: dict[str, str] = Field(default_factory=dict)

    def totals(self) -> list[Total]:
        """Summed per mutation."""
        return totals(self.outcomes)

    @property
    def misses(self) -> list[Outcome]:
        """Outcomes that are not as they should be: let through, or telling and not told."""
        return [o for o in self.outcomes if o.falsely_accepted or not (o.undetectable or (o.detected and o.localised))]


def can_mutate() -> bool:
    """Whether the typesetter's packages are here."""
    return all(find_spec(name) is not None for name in ("reportlab", "yaml"))


def mutate(documents: Sequence[GoldDocument], per: int, kept: Kept, jobs: int, step: Step) -> tuple[Mutated, ...]:
    """Every mutation `per` times in each document, both ways. Raises UsageError without the typesetter's packages."""
    if not can_mutate():
        raise UsageError("改错要用排版的依赖（uv sync --group typeset）")
    code = code_hash(*_CODE)
    works = [(document, way) for document in documents for way in WAYS if way == "reader" or layout_of(document)]
    keys = [_key(document, way, per, code) for document, way in works]
    done = {key: before for key in keys if (before := kept.get(key, Outcomes)) is not None}
    left = [at for at, key in enumerate(keys) if key not in done]
    step(len(done), len(works))
    for at, result in _made([(at, *works[at], per) for at in left], jobs):
        done[keys[at]] = result
        if not result.error:
            kept.put(keys[at], result)
        step(len(done), len(works))
    found: dict[Way, list[tuple[str, Outcomes]]] = {way: [] for way in WAYS}
    for (document, way), key in zip(works, keys, strict=True):
        found[way].append((document.name, done[key]))
    return tuple(
        Mutated(
            way=way,
            outcomes=tuple(o for _, own in results for o in own.outcomes),
            errors={name: own.error for name, own in results if own.error},
        )
        for way, results in found.items()
    )


def _key(document: GoldDocument, way: Way, per: int, code: str) -> str:
    gold = json.dumps(document.gold, sort_keys=True, ensure_ascii=False)
    return key_of("mutate", file_hash(document.pdf), gold, way, per, SEED, code)


def layout_of(document: GoldDocument) -> str:
    """How the document was laid out: `data` for a sample, `corpus` for an invented one, empty where that is not known."""
    if (DATA / f"{document.name}.yaml").is_file():
        return "data"
    return "corpus" if re.fullmatch(r"[a-z_]+_\d{3,}_\d{4,}", document.name) else ""


def outcomes_of(document: GoldDocument, way: Way, per: int) -> Outcomes:
    """The mutations of one document."""
    from eval.corpus import again
    from eval.mutations_printed import printed_mutations
    from eval.mutations_reader import ground_of, misread
    from eval.typeset_model import load

    try:
        if way == "reader":
            return Outcomes(outcomes=tuple(misread(ground_of(document.pdf, document.gold), SEED, per)))
        if layout_of(document) == "data":
            made = (document.name, load(DATA / f"{document.name}.yaml"))
        else:
            made = again(document.name)
        if made[0] != document.name:
            return Outcomes(error=f"不是造出来的文件：{document.name}")
        return Outcomes(outcomes=tuple(printed_mutations([made], SEED, per=per)))
    except DocumentError as error:
        return Outcomes(error=str(error))
    except Exception as error:  # noqa: BLE001 - a reader that breaks is what the suite is there to show
        return Outcomes(error=f"{type(error).__name__}: {error}")


def _made(works: Sequence[tuple[int, GoldDocument, Way, int]], jobs: int) -> Iterator[tuple[int, Outcomes]]:
    if jobs <= 1 or len(works) <= 1:
        for at, document, way, per in works:
            yield at, outcomes_of(document, way, per)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPool(max_workers=min(jobs, len(works)), context=spawn) as pool:
        scheduled = {pool.schedule(outcomes_of, args=work[1:], timeout=_SECONDS): work[0] for work in works}
        for future in futures.as_completed(scheduled):
            try:
                yield scheduled[future], future.result()
            except (futures.TimeoutError, ProcessExpired) as error:
                yield scheduled[future], Outcomes(error=f"没有完成（{type(error).__name__}）")
