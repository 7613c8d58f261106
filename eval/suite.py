"""The run: readers and models over gold documents, gold questions, mutations, other programs; resumable, in parallel.

`plan → run → Suite`; `eval.baseline` compares a Suite with what was, `eval.report` tells it.
"""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import Field

from eval.answers import Answers
from eval.asking import Question, load_questions
from eval.kept import Kept
from eval.library import ask_documents
from eval.mutating import Mutated, mutate
from eval.peers import PeerRun, run_peer
from eval.reading import GoldDocument, Run, gold_documents, run_reader
from eval.scores import Miss
from extract.errors import UsageError
from extract.model import Frozen
from extract.read import Reader
from prompts import ModelSettings

HERE = Path(__file__).parent
GOLD = HERE / "gold"
QUESTIONS = HERE / "questions" / "samples.jsonl"
_VERSIONS = ("gouji", "pymupdf", "pydantic", "openai", "instructor")
_SLICE_EACH = 3  # questions of each type
_SLICE_CORPUS = (2, 1)  # documents, seed
_SLICE_MUTATIONS = 1  # of each kind and document
MUTATIONS = 3

Told = Callable[[str, int, int], None]
"""Progress: what is being done, how much of it is done, of how much."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure. `name` says which set of the baseline it is compared with; `folder` keeps what is made."""

    name: str = "samples"
    gold: Path | None = GOLD
    readers: tuple[Reader, ...] = (Reader.LAYOUT,)
    models: tuple[ModelSettings, ...] = ()
    questions: Path | None = QUESTIONS
    each: int = 0
    """Questions of each type at most, all where 0; those without an answer are always asked."""
    corpus: tuple[int, int] | None = None
    """Documents to make, and their seed."""
    mutations: int = 0
    """Mutations of each kind and document."""
    mutate_gold: bool = True
    """Whether the gold folder's documents are mutated too, not the corpus alone."""
    peers: tuple[str, ...] = ()
    vectors: bool = False
    jobs: int = 1
    folder: Path | None = None
    resume: bool = True
    told: Told | None = field(default=None, repr=False)


def slice_plan(plan: Plan) -> Plan:
    """The small fixed set that holds the line: the samples, two documents of the corpus, some thirty questions."""
    return replace(
        plan,
        name="slice",
        gold=GOLD,
        readers=(Reader.LAYOUT,),
        models=(),
        questions=QUESTIONS,
        each=_SLICE_EACH,
        corpus=_SLICE_CORPUS,
        mutations=_SLICE_MUTATIONS,
        mutate_gold=False,
        vectors=False,
    )


class Suite(Frozen):
    """All that a run measured."""

    name: str
    made: dict[str, str] = Field(default_factory=dict)
    """When, with which versions, on what machine."""
    documents: dict[str, str] = Field(default_factory=dict)
    """By name, the PDF's path."""
    runs: tuple[Run, ...] = ()
    answers: tuple[Answers, ...] = ()
    mutated: tuple[Mutated, ...] = ()
    peers: tuple[PeerRun, ...] = ()
    seconds: float = 0.0

    @property
    def failed(self) -> list[str]:
        """Documents that gouji could not read, and why."""
        return list(dict.fromkeys(f for run in self.runs for f in run.failed))

    @property
    def misses(self) -> Iterator[tuple[str, Miss]]:
        """Every miss of reading, with the run's name."""
        return ((run.name, miss) for run in self.runs for result in run.results for miss in result.score.misses)


def run(plan: Plan) -> Suite:
    """Measure what is planned. Raises UsageError where the plan makes no sense."""
    started = time.perf_counter()
    kept = Kept(plan.folder / "kept" if plan.folder is not None else None, use=plan.resume)
    with _folder(plan) as folder:
        documents = _documents(plan, folder)
        runs = tuple(_runs(plan, documents, kept))
        asked = tuple(_answers(plan, documents, folder, kept))
        changed = documents if plan.mutate_gold else _invented(documents, folder)
        mutated = mutate(changed, plan.mutations, kept, plan.jobs, _step(plan, "改错")) if plan.mutations else ()
        peers = tuple(run_peer(name, documents, kept, _step(plan, name)) for name in plan.peers)
    return Suite(
        name=plan.name,
        made=_made(),
        documents={d.name: str(d.pdf) for d in documents},
        runs=runs,
        answers=asked,
        mutated=mutated,
        peers=peers,
        seconds=round(time.perf_counter() - started, 1),
    )


@contextmanager
def _folder(plan: Plan) -> Iterator[Path]:
    """Where the corpus and the library for questions are made."""
    if plan.folder is not None:
        plan.folder.mkdir(parents=True, exist_ok=True)
        yield plan.folder
        return
    with TemporaryDirectory(prefix="gouji-eval-") as folder:
        yield Path(folder)


def _documents(plan: Plan, folder: Path) -> list[GoldDocument]:
    found = gold_documents(plan.gold) if plan.gold is not None else []
    if plan.corpus is not None:
        made = make_corpus(folder / "corpus", *plan.corpus)
        found += [d for d in gold_documents(folder / "corpus") if d.pdf in made]
    twice = [name for name, n in Counter(d.name for d in found).items() if n > 1]
    if twice:
        raise UsageError(f"金标文件重名：{'、'.join(twice)}")
    return found


def _invented(documents: Sequence[GoldDocument], folder: Path) -> list[GoldDocument]:
    return [d for d in documents if d.pdf.is_relative_to(folder / "corpus")]


def make_corpus(folder: Path, n: int, seed: int) -> list[Path]:
    """Typeset n invented documents of a seed, with their gold data. Raises UsageError without the typesetter's packages."""
    try:
        from eval.corpus import make_corpus as make  # the typesetter is for development
    except ImportError as error:
        raise UsageError(f"造文件要用排版的依赖（uv sync --group typeset）：缺 {error.name}") from None
    return list(make(folder, n, seed))


def _runs(plan: Plan, documents: Sequence[GoldDocument], kept: Kept) -> Iterator[Run]:
    cache = plan.folder / "cache" if plan.folder is not None else None
    for reader in plan.readers:
        for settings in (ModelSettings.model_construct(),) if reader is Reader.LAYOUT else plan.models:
            what = f"{reader.value} {settings.model}".strip()
            step, done = _step(plan, what), Counter[str]()

            def told(name: str, step: Step = step, done: Counter[str] = done) -> None:
                done[name] += 1
                step(done.total(), len(documents))

            step(0, len(documents))
            yield run_reader(documents, reader, settings, cache, kept, plan.jobs, told)


def _answers(plan: Plan, documents: Sequence[GoldDocument], folder: Path, kept: Kept) -> Iterator[Answers]:
    if plan.questions is None:
        return
    names = {d.name for d in documents}
    questions = [q for q in load_questions(plan.questions) if _known(q, names)]
    if not questions:
        raise UsageError(f"{plan.questions.name} 里没有关于这些文件的问题")
    chosen = _some(questions, plan.each)
    invented = _invented(documents, folder)
    asked_about = [d for d in documents if d not in invented]
    models = plan.models if any(r is not Reader.LAYOUT for r in plan.readers) else ()
    for settings in (None, *models):
        what = f"提问 {settings.model if settings else ''}".strip()
        yield ask_documents(asked_about, chosen, folder, kept, settings, vectors=plan.vectors, step=_step(plan, what))


def _known(question: Question, names: set[str]) -> bool:
    doc = question.get("doc")
    return doc is None or set([doc] if isinstance(doc, str) else doc) <= names


def _some(questions: Sequence[Question], each: int) -> list[Question]:
    """The first questions of each type, and all that have no answer."""
    seen: Counter[str] = Counter()
    chosen = []
    for question in questions:
        seen[question["type"]] += 1
        if not each or seen[question["type"]] <= each or question["type"] == "unanswerable":
            chosen.append(question)
    return chosen


Step = Callable[[int, int], None]


def _step(plan: Plan, what: str) -> Step:
    def step(done: int, of: int) -> None:
        if plan.told is not None:
            plan.told(what, done, of)

    return step


def _made() -> dict[str, str]:
    now = datetime.now(UTC)
    versions = {name: metadata.version(name) for name in _VERSIONS}
    return {"date": f"{now:%Y-%m-%d %H:%M} UTC", "python": platform.python_version(), **versions}
