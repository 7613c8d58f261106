"""From a PDF to a checked disclosure: pages → outline → grid → bind → ground → checks → gate; a model where one is given."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import re
import time
from collections import Counter
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any, TypeVar

from extract.bind import bind_table
from extract.borderless import find_borderless
from extract.errors import ModelUnavailableError, NotADisclosureError, NoTextLayerError
from extract.gate import judge
from extract.grid import Grid, find_grids
from extract.limits import Limits
from extract.lines import Line, lines_of, union
from extract.llm.reader import ModelUse, read_with_model
from extract.model import SCHEMA_VERSION, Disclosure, Kind, Meta, PageInfo, Paragraph, Project, Table, Unexplained
from extract.narrative import read_facts
from extract.outline import Outline, Prose, Source, outline
from extract.pages import Page, open_pdf, read_pages
from extract.paragraphs import Text, paragraphs
from extract.performance import forms, is_form, lists_indicators, lists_money, read_form, read_indicator_list
from extract.specs import title_kind
from extract.steps import Stage, Step, Tell, counted, unheard
from extract.text import folded
from prompts import Meter, ModelSettings, UnconfiguredError, prompts_hash

T = TypeVar("T")


class Reader(StrEnum):
    """Which reader structures the document: rules, rules with a model for what they leave open, or a model throughout."""

    AUTO = "auto"
    LAYOUT = "layout"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Model:
    """A model to read with: its settings, where answers are kept, and the run's meter."""

    settings: ModelSettings
    cache: Path | None = None
    meter: Meter | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as the rules read it, not yet judged, with its tables as found (by table id)."""

    disclosure: Disclosure
    sources: Mapping[str, Source]


def extract(
    path: str | Path, limits: Limits | None = None, reader: Reader | str = Reader.AUTO, model: Model | None = None
) -> Disclosure:
    """Read one disclosure.

    Returns every figure of its tables and notes with page, box (points, origin top left, of the page as shown) and a
    verdict, and the findings. `auto` asks a model only where one is configured (see `prompts.ModelSettings`) and the
    rules leave something open; `llm` reads everything with it. Raises a `DocumentError` where the file cannot be read
    at all; the message says what to do.
    """
    return extract_with_use(path, limits, reader, model)[0]


def extract_with_use(
    path: str | Path,
    limits: Limits | None = None,
    reader: Reader | str = Reader.AUTO,
    model: Model | None = None,
    tell: Tell = unheard,
) -> tuple[Disclosure, ModelUse]:
    """As `extract`, and what the model was asked for it. `tell` hears how far the reading is."""
    reader = Reader(reader)
    model = model or (Model(ModelSettings()) if reader is not Reader.LAYOUT else None)
    if model is not None and not model.settings.configured:
        if reader is Reader.LLM:
            raise ModelUnavailableError(str(UnconfiguredError()))
        model = None
    draft, sha256 = _draft(Path(path), limits or Limits(), tell)
    tell(Step(Stage.CHECKS))
    if reader is Reader.LAYOUT or model is None:
        if not _is_disclosure(draft.disclosure):
            raise NotADisclosureError
        return judge(draft.disclosure), ModelUse()
    layout = judge(draft.disclosure)
    tell(Step(Stage.MODEL))
    read, use = _run(_with_model(layout, draft.sources, model, everything=reader is Reader.LLM))
    if reader is Reader.LLM and use.stopped and not use.usage.calls - use.usage.failed + use.usage.cached:
        raise ModelUnavailableError(use.stopped)
    if not _is_disclosure(read):
        raise NotADisclosureError
    made = {**made_with(sha256, reader, model.settings), **({"stopped": use.code} if use.stopped else {})}
    return read.model_copy(update={"made_with": made}), use


async def _with_model(
    layout: Disclosure, sources: Mapping[str, Source], model: Model, *, everything: bool
) -> tuple[Disclosure, ModelUse]:
    from prompts.client import Client  # takes a second to load, and most documents need no model

    client = Client(model.settings, model.cache, model.meter)
    try:
        return await read_with_model(layout, sources, client, everything=everything)
    finally:
        await client.close()


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end, also where an event loop is running already (a notebook)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def _is_disclosure(disclosure: Disclosure) -> bool:
    return any(t.kind is not Kind.OTHER for t in disclosure.tables)


def _draft(path: Path, limits: Limits, tell: Tell) -> tuple[Draft, str]:
    """The document as the rules read it, and the file's SHA-256."""
    deadline = time.monotonic() + limits.max_seconds
    with _uncollected():
        document = open_pdf(path, limits)
        try:
            found = read_pages(document, limits, deadline)
            pages = list(counted(found, Stage.PAGES, document.page_count, tell))
        finally:
            document.close()
        if not any(page.chars for page in pages):
            raise NoTextLayerError(len(pages))
        sha256 = digest(path)
        return read(pages, path.name, sha256, tell), sha256


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without cyclic garbage collection: a reading makes many small values and no cycles (a seventh of the time)."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex; its first 12 digits are the document's id."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def read(pages: Sequence[Page], file: str, sha256: str, tell: Tell = unheard) -> Draft:
    """Everything that is printed, bound but not yet judged."""
    found: list[tuple[Page, list[Grid], list[Line]]] = []
    unread: list[Prose] = []
    before: Grid | None = None
    for page in counted(pages, Stage.TABLES, len(pages), tell):
        grids, outside = find_grids(page)
        lines = lines_of(outside)
        grids, lines, lost = find_borderless(page, grids, lines, before)
        before = grids[-1] if grids else None
        unread += (Prose(page, line) for line in lost)
        found.append((page, grids, lines))
    layout = outline(found)
    tables, projects, sources = _tables(layout)
    texts = paragraphs(layout.prose)
    tables = _with_strays(tables, layout.strays)
    titled = _unread(layout, tables, unread)
    tables = _with_lost(tables, titled, unread) + titled
    disclosure = Disclosure(
        id=sha256[:12],
        meta=_meta(file, layout, texts, tables),
        made_with=made_with(sha256),
        pages=tuple(_page_info(page) for page in pages),
        tables=tuple(tables),
        projects=tuple(projects),
        facts=tuple(read_facts(texts)),
        paragraphs=tuple(_paragraph(text) for text in texts),
        table_list=tuple(_listed(found)),
    )
    return Draft(disclosure, sources)


def _page_info(page: Page) -> PageInfo:
    text = "yes" if page.chars else "picture" if page.has_image else "blank"
    return PageInfo(
        number=page.number,
        width=round(page.width, 2),
        height=round(page.height, 2),
        rotation=page.rotation,
        turn=page.turn,
        text=text,
        hidden_chars=page.hidden,
        damaged=page.damaged,
    )


def _paragraph(text: Text) -> Paragraph:
    page = text.glyphs[0][1]
    box = page.shown(union(c for c, p in text.glyphs if p is page))
    return Paragraph(text=text.folded, page=page.number, box=box, section=text.section)


def _tables(layout: Outline) -> tuple[list[Table], list[Project], dict[str, Source]]:
    tables: list[Table] = []
    projects: list[Project] = []
    sources: dict[str, Source] = {}
    for source in layout.sources:
        if source.kind is Kind.PERFORMANCE or (source.kind is Kind.OTHER and is_form(source)):
            source.kind = Kind.PERFORMANCE
            for form in forms(source):
                if not is_form(form):
                    _performance_list(form, tables, projects)
                    continue
                table, project = read_form(form, f"t{len(tables) + 1}")
                tables.append(table)
                projects.append(project)
                sources[table.id] = form
            continue
        tables.append(bind_table(source, f"t{len(tables) + 1}"))
        sources[tables[-1].id] = source
    return tables, projects, sources


def _performance_list(source: Source, tables: list[Table], projects: list[Project]) -> None:
    """A list of projects with their money, and lists of their indicators."""
    money = [grid for grid in source.grids if not lists_indicators(grid) or lists_money(grid)]
    for grid in source.grids:
        if lists_indicators(grid):
            projects += read_indicator_list(grid, source.title, f"t{len(tables) + 1}")
    if money:
        source.grids = money
        tables.append(bind_table(source, f"t{len(tables) + 1}"))


def _with_strays(tables: list[Table], strays: Sequence[Prose]) -> list[Table]:
    """Numbers that stand alone on a table's page belong to its ledger."""
    result = list(tables)
    for stray in strays:
        for i, table in enumerate(result):
            if stray.page.number in table.pages:
                item = Unexplained(
                    text=stray.line.text[:60], page=stray.page.number, box=stray.page.shown(stray.line.box)
                )
                result[i] = table.model_copy(update={"unexplained": (*table.unexplained, item)})
    return result


def _with_lost(tables: list[Table], titled: list[Table], lines: Sequence[Prose]) -> list[Table]:
    """Rows given up under no title of their own belong to the ledger of the table before them."""
    named = {page for table in titled for page in table.pages}
    result = list(tables)
    for prose in lines:
        before = [i for i, t in enumerate(result) if t.pages and t.pages[-1] <= prose.page.number]
        if prose.page.number in named or not before or not re.search(r"\d", prose.line.text):
            continue
        i = before[-1]
        item = Unexplained(text=prose.line.text[:60], page=prose.page.number, box=prose.page.shown(prose.line.box))
        result[i] = result[i].model_copy(update={"unexplained": (*result[i].unexplained, item)})
    return result


def _unread(layout: Outline, tables: Sequence[Table], lines: Sequence[Prose]) -> list[Table]:
    """Titles of standard tables under which nothing could be read, with the lines that were given up there."""
    there = {t.kind for t in tables}
    unread: list[Table] = []
    for kind, title, page, line in layout.untabled:
        lost = [p for p in lines if p.page is page and p.line.base > line.base]
        if (kind in there and not lost) or kind is Kind.PERFORMANCE:
            continue
        figures = [p for p in lost if re.search(r"\d", p.line.text)]
        unread.append(
            Table(
                id=f"u{len(unread) + 1}",
                kind=kind,
                title=title,
                unit="",
                pages=(page.number,),
                box=page.shown(line.box),
                unexplained=tuple(
                    Unexplained(text=p.line.text[:60], page=page.number, box=page.shown(p.line.box))
                    for p in figures[:3]
                ),
                doubts=("unreadable",),
            )
        )
    return unread


_COVER = re.compile(r"^(?P<name>.*?)(?P<year>20\d\d)年?(?:度|初)?(?P<rest>.{0,12}?(?:预算|决算))")
_DATE = re.compile(r"20\d\d年\d{1,2}月|二[〇○0]")


def _meta(file: str, layout: Outline, texts: Sequence[Text], tables: Sequence[Table]) -> Meta:
    """Which document this is, from its cover, its titles and the lines above its tables."""
    cover = _cover(texts, layout)
    compilers = Counter(s.compiler for s in layout.sources if s.compiler)
    match = _COVER.match(cover)
    head = cover + "".join(t.title for t in tables)
    institute = _named(cover) or (compilers.most_common(1)[0][0] if compilers else "")
    if not institute and match:
        institute = match["name"]
    years = Counter(re.findall(r"(20\d\d)年?(?:度|初)?(?=[^\d]{0,14}(?:预算|决算|支出|收入|绩效|三公))", head))
    year = int(match["year"]) if match else int(years.most_common(1)[0][0]) if years else _any_year(texts)
    final = cover.count("决算") > 0 or sum("决算" in t.title for t in tables) > len(tables) / 2
    return Meta(
        file=file,
        institute=institute.strip("、,，:："),
        year=year,
        kind="final" if final and "决算" in head else "budget",
        level=_level(cover, head),
        title=cover[:80],
    )


def _any_year(texts: Sequence[Text]) -> int | None:
    years = Counter(y for text in texts[:60] for y in re.findall(r"(20\d\d)年", text.folded))
    return int(years.most_common(1)[0][0]) if years else None


def _cover(texts: Sequence[Text], layout: Outline) -> str:
    """The words of the first page that has any, as one line."""
    lines = layout.prose
    if not lines:
        return ""
    first = lines[0].page.number
    text = ""
    for prose in lines:
        if prose.page.number != first or len(text) > 120:
            break
        line = folded(prose.line.text)
        if re.fullmatch(r"20\d\d年\d{1,2}月(?:\d{1,2}日)?|目录|公开", line):
            continue
        text += line
    return text


def _named(cover: str) -> str:
    found = re.search(
        r"(?:预算主管部门|主管部门|预算单位|编制单位|预算部门|编制部门|单位名称|部门名称)[:：](.{4,40}?)(?=$|20\d\d|预算|编制|日期|单位[:：])",
        cover,
    )
    return found.group(1) if found else ""


def _level(cover: str, head: str) -> str:
    for text in (cover, head):
        unit, department = (
            len(re.findall(r"单位(?:预算|决算)|预算单位", text)),
            len(re.findall(r"部门(?:预算|决算)|预算(?:主管)?部门", text)),
        )
        if unit != department:
            return "unit" if unit > department else "department"
    return "unit"


def _listed(found: Sequence[tuple[Page, list[Grid], list[Line]]]) -> list[str]:
    """The standard tables that the contents page names."""
    kinds: dict[str, None] = {}
    for _, grids, lines in found[: max(6, len(found) // 4)]:
        texts = [folded(line.text) for line in lines]
        if grids or not any(re.match(r"^目录?次?$|^目.{0,2}录", t) for t in texts):
            continue
        for text in texts:
            entry = re.sub(r"[.…·\s]{3,}[-—]?\d*[-—]?$|\d+$", "", text)
            kind = title_kind(entry)
            if kind is not None and kind is not Kind.OTHER:
                kinds[kind.value] = None
    return list(kinds)


@lru_cache
def _reader_hash() -> str:
    """A hash of the rules: the code and data of this package."""
    total = hashlib.sha256()
    root = resources.files("extract")
    with resources.as_file(root) as folder:
        for file in sorted(folder.rglob("*")):
            if file.suffix in {".py", ".csv"}:
                total.update(file.relative_to(folder).as_posix().encode())
                total.update(file.read_bytes())
    return total.hexdigest()[:16]


def made_with(sha256: str, reader: Reader = Reader.LAYOUT, settings: ModelSettings | None = None) -> dict[str, str]:
    """What the reading depends on: source, schema, rules, PDF library; with a model, which one, and its prompts."""
    made = {
        "source_sha256": sha256,
        "schema": str(SCHEMA_VERSION),
        "rules": _reader_hash(),
        "pymupdf": metadata.version("pymupdf"),
    }
    if reader is Reader.LAYOUT or settings is None or not settings.configured:
        return {**made, "reader": Reader.LAYOUT.value}
    return {**made, "reader": reader.value, "model": settings.model, "prompts": prompts_hash()}
