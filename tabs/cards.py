"""Documents: uploading, what became of each file, and what is known of one of them."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from extract.batch import Read, read_all
from extract.errors import GoujiError, LibraryBusyError, LibraryError
from extract.model import Disclosure, Finding, Kind, Severity, Verdict
from extract.specs import SPECS
from extract.steps import Stage, Step
from qa.documents.catalog import Document
from qa.search.index import update_library
from tabs.desk import Desk
from tabs.findings import both_html
from tabs.findings import told as told_in
from tabs.forms import doubts_of, forms_html
from tabs.markup import Place, badge, button, carried, esc, note, show, table
from tabs.words import Words

MOST_LISTED = 200
_TICK = 0.4  # seconds between two looks at a reading
_LISTED = (Verdict.VERIFIED, Verdict.CONFLICT, Verdict.REVIEW)
_STAGES = ("waiting", "pages", "tables", "checks", "model", "committing", "indexing", "done")
_SHOWN = {Stage.STORING: "committing"}


@dataclass(slots=True)
class Job:
    """A file on its way into the library."""

    name: str
    stage: str = "waiting"
    seconds: float = 0.0
    detail: str = ""
    result: Read | None = None
    problem: str = ""


@dataclass(slots=True)
class Upload:
    """Several files on their way."""

    jobs: list[Job] = field(default_factory=list)

    @property
    def documents(self) -> list[str]:
        """Those that are in."""
        return [j.result.document for j in self.jobs if j.result is not None and j.result.document]


def take_in(desk: Desk, paths: Sequence[str | Path], words: Words) -> Iterator[Upload]:
    """Read files into the library one after the other; yields what has become of them as it goes on. Never raises for a
    file: what is wrong with it stands in its job."""
    upload = Upload([Job(Path(p).name) for p in paths])
    yield upload
    for job, path in zip(upload.jobs, paths, strict=True):
        for _ in _followed(job, partial(_read, desk, job, Path(path), words)):
            yield upload
    done = [j for j in upload.jobs if j.stage == "indexing"]

    def index() -> None:
        def told(at: int, of: int) -> None:
            for job in done:
                job.detail = f"{at} / {of}"

        try:
            problem = update_library(desk.library, told).problem
        except GoujiError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 - what was read is in; a card that says so must not wait for ever
            problem = words.error_unexpected.format(what=type(error).__name__)
        for job in done:
            job.stage, job.detail, job.problem = "done", "", problem or ""

    if done:
        for _ in _followed(done[0], index):
            yield upload
    yield upload


def read_again(desk: Desk, document: str, words: Words) -> Iterator[Upload]:
    """Read a document of the library again, as its file is kept there, under its own name."""
    with tempfile.TemporaryDirectory(prefix="gouji-") as folder:
        copy = Path(folder) / Path(desk.disclosure(document).meta.file).name
        shutil.copyfile(desk.source(document), copy)
        yield from take_in(desk, [copy], words)


def _followed(job: Job, work: Callable[[], None]) -> Iterator[None]:
    """Do work in a thread, looking at it now and then."""
    started = time.monotonic()
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_TICK)
        job.seconds = time.monotonic() - started
        yield


def _read(desk: Desk, job: Job, path: Path, words: Words) -> None:
    def step(_: Path, step: Step) -> None:
        job.stage = _SHOWN.get(step.stage, step.stage.value)
        job.detail = f"{step.at} / {step.of}" if step.of else ""

    def told(_: Read) -> None:
        job.stage, job.detail = "committing", ""

    try:
        job.result = read_all([path], desk.library, 1, progress=told, settings=desk.settings, steps=step)[0]
    except LibraryBusyError:
        job.problem = words.busy
    except GoujiError as error:
        job.problem = str(error)
    except Exception as error:  # noqa: BLE001 - whatever one file meets with, the page and the other files go on
        job.problem = words.error_unexpected.format(what=type(error).__name__)
    if job.result is not None and job.result.status == "failed":
        job.problem = words.problem(job.result.code, job.result.message)
    read = job.result is not None and job.result.status == "read"
    job.detail = ""
    job.stage = "failed" if job.problem else "indexing" if read else "done"


def upload_html(desk: Desk, upload: Upload, words: Words) -> str:
    """What has become of each file, each as a card."""
    return "".join(_job(desk, job, words) for job in upload.jobs)


def _job(desk: Desk, job: Job, words: Words) -> str:
    if job.stage == "failed":
        return f'<div class="gj-card gj-failed"><h3>{esc(job.name)}</h3>{note(words.stage_failed + words.colon + job.problem, "bad")}</div>'
    if job.result is not None and job.stage in {"indexing", "done"}:
        told = note(words.unchanged) if job.result.status == "unchanged" else ""
        told += note(f"{words.stage_indexing} {job.detail} …") if job.stage == "indexing" else ""
        told += note(job.problem, "bad") if job.problem else ""
        return told + card(desk, job.result.document, words, short=True)
    stages = "".join(
        f'<span class="{_when(stage, job.stage)}">{esc(getattr(words, f"stage_{stage}"))}{_count(stage, job)}</span>'
        for stage in _STAGES
        if stage != "model" or desk.settings.configured
    )
    return f'<div class="gj-card" role="status"><h3>{esc(job.name)}</h3><div class="gj-stages">{stages} <span>{job.seconds:.0f} s</span></div></div>'


def _count(stage: str, job: Job) -> str:
    return f" {esc(job.detail)}" if stage == job.stage and job.detail else ""


def _when(stage: str, now: str) -> str:
    here, there = _STAGES.index(stage), _STAGES.index(now)
    return "gj-now" if here == there else "gj-past" if here < there else "gj-future"


def list_html(desk: Desk, looked_for: str, words: Words) -> str:
    """The documents that fit what is looked for, as a table with a button each."""
    documents = desk.documents()
    found = [d for d in documents if _fits(d, looked_for)]
    if not documents:
        return note(words.chat_no_documents)
    counts = desk.counts()
    rows = [
        [
            button("open", d.institute or d.file, "gj-quiet", document=d.id),
            esc(d.year or ""),
            esc(words.kind(d.kind, d.level)),
            esc(d.file),
            *(esc(counts.get(d.id, {}).get(v.value, 0)) for v in _LISTED),
        ]
        for d in found[:MOST_LISTED]
    ]
    more = note(words.library_more.format(n=MOST_LISTED)) if len(found) > MOST_LISTED else ""
    top = f'<h2 class="gj-h">{esc(words.library)} <span class="gj-small">{esc(words.library_count.format(n=len(documents)))}</span></h2>'
    heads = [esc(h) for h in (words.institute, words.year, words.kind_head, words.file)]
    heads += [badge(v, words) for v in _LISTED]
    return top + table(heads, rows) + more


def _fits(document: Document, looked_for: str) -> bool:
    told = f"{document.institute} {document.file} {document.year or ''} {document.title}".lower()
    return all(part in told for part in looked_for.lower().split())


def card(desk: Desk, document: str, words: Words, *, short: bool = False) -> str:
    """A document: what it is, what was found and what not, how far it can be trusted, what does not add up."""
    try:
        disclosure = desk.disclosure(document)
    except LibraryError as error:
        return note(str(error), "bad")
    meta = disclosure.meta
    head = " · ".join(esc(t) for t in (meta.institute or meta.file, meta.year, words.kind(meta.kind, meta.level)) if t)
    counts = disclosure.verdicts()
    verdicts = "".join(
        f"<span>{badge(v, words)} {counts[v]}</span>"
        for v in (Verdict.VERIFIED, Verdict.GROUNDED, Verdict.CONFLICT, Verdict.REVIEW, Verdict.CORRECTED)
        if counts[v] or v in {Verdict.VERIFIED, Verdict.CONFLICT, Verdict.REVIEW}
    )
    checks = disclosure.checks
    told = words.checks.format(
        n=sum(c.holds + c.rounding + c.broken for c in checks),
        holds=sum(c.holds + c.rounding for c in checks),
        rounding=sum(c.rounding for c in checks),
        broken=sum(c.broken for c in checks),
        open=sum(c.not_checkable for c in checks),
    )
    found, empty, missing = _tables(disclosure, words)
    tables = "".join(
        f'<div class="gj-small">{esc(words.counted(title, len(names)))}{words.colon}{esc(words.comma.join(names) or words.none_here)}</div>'
        for title, names in ((words.tables_found, found), (words.tables_empty, empty), (words.tables_missing, missing))
        if names or title == words.tables_found
    )
    buttons = (
        button("open", words.open, document=document)
        if short
        else button("close", words.back)
        + button("reread", words.reread, document=document)
        + button("remove", words.remove, document=document, sure=words.remove_sure)
    )
    small = f'<div class="gj-small">{esc(meta.file)} · {len(disclosure.pages)} {esc(words.pages)} · {esc(told)}</div>'
    doubts = len(doubts_of(disclosure, words))
    forms = forms_html(disclosure, words) if not short else ""
    if short and doubts:
        forms = f'<div class="gj-small">{badge(Verdict.REVIEW, words)} {esc(words.counted(words.forms_doubted, doubts))}</div>'
    return (
        f'<div class="gj-card" data-document="{esc(document)}"><h3>{head}</h3>{small}<div class="gj-counts">{verdicts}</div>'
        f"{tables}{findings_html(disclosure, words)}{forms}<div>{buttons}</div></div>"
    )


def _tables(disclosure: Disclosure, words: Words) -> tuple[list[str], list[str], list[str]]:
    """Names of the standard tables that are there, said to be empty, and absent."""
    kinds = {t.kind for t in disclosure.tables}
    filled = {t.kind for t in disclosure.tables if t.figures}
    standard = [s.kind for s in SPECS if s.kind not in {Kind.NARRATIVE, Kind.OTHER}]
    found = [words.table(k) for k in standard if k in filled]
    empty = [words.table(k) for k in standard if k in kinds - filled]
    expected = [k for k in standard if k is not Kind.PERFORMANCE]
    return found, empty, [words.table(k) for k in expected if k not in kinds]


def findings_html(disclosure: Disclosure, words: Words) -> str:
    """What does not add up, each with its place."""
    told = [f for f in disclosure.findings if f.severity is not Severity.INFO]
    hints = len(disclosure.findings) - len(told)
    more = f'<p class="gj-small">{esc(words.hints.format(n=hints))}</p>' if hints else ""
    if not told:
        return note(words.no_findings, "good") + more
    places = [_place(f, disclosure.id, words) for f in told]
    there = [p for p in places if p is not None]
    items = []
    for finding, place in zip(told, places, strict=True):
        sign = f'<span class="gj-badge gj-{finding.severity.value}">{esc(words.severity(finding.severity))}</span>'
        page = words.page_n.format(page=finding.page) if finding.page else ""
        inner = f"{sign}<span><b>{esc(page)}</b> {both_html(finding, words)}</span>"
        own = show(there.index(place), inner, "gj-finding") if place is not None else f'<div class="gj-finding">{inner}</div>'  # fmt: skip
        items.append(f"<li>{own}</li>")
    return f'<div {carried(there)}><h4 class="gj-h">{esc(words.counted(words.findings, len(told)))}</h4><ul class="gj-findings">{"".join(items)}</ul>{more}</div>'


def _place(finding: Finding, document: str, words: Words) -> Place | None:
    if finding.page is None:
        return None
    stated = (finding.found.removesuffix("%").replace(",", "")[:40],)
    return Place(document=document, page=finding.page, box=finding.box, words=told_in(finding, words)[:600], table=finding.table[:200], stated=stated)  # fmt: skip


def remove(desk: Desk, document: str) -> None:
    """Take a document out, and its text out of the index. Raises GoujiError."""
    pdf = desk.source(document)
    with desk.library.writing():
        desk.library.remove(document)
    desk.renderer.forget(pdf)
    update_library(desk.library)


__all__ = ["Upload", "card", "list_html", "read_again", "remove", "take_in", "upload_html"]
