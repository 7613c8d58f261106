"""A disclosure as chunks of text to be found by a question: prose, glossary terms, tables by their heads, performance goals.

A chunk of prose is a literal stretch of its paragraph, so that it can be quoted. Rows of tables are no chunks: figures
are looked up as figures. Pages are 1-based; boxes are in PDF points, origin top left, of the page as shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.model import Box, Disclosure, Indicator, Kind, Paragraph, Project, Table
from extract.text import folded, key

CHUNKS_VERSION = 1
"""Changes with the rules below: an index made by other rules is made anew."""

LONGEST = 220
"""Characters of a chunk, at most."""

_TERM_LONGEST = 120
_SHORTEST = 8
_ROWS_SHOWN = 8
_SENTENCE = re.compile(r"[^。；;！!]+[。；;！!]?”?")
_CLAUSE = re.compile(r"[^，,、]+[，,、]?")
_LEADERS = re.compile(r"[.．·…]{6,}")
_ENUMERATOR = r"(?:第?[一二三四五六七八九十]{1,3}[、.．条]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．)）])"
_DEFINES = rf"{_ENUMERATOR}?“?[^。；;：:，,]{{2,40}}?”?(?:[:：]|是指|指的是)"
_TERM = re.compile(rf"^({_DEFINES})(?=.{{6,}})")
_NEXT_TERM = re.compile(rf"(?<=[。；;])(?={_ENUMERATOR}“?[^。；;：:，,]{{2,40}}?”?(?:[:：]|是指|指的是))")
_GLOSSARY = re.compile(r"名词解释|术语解释|专业名词")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document. `kind` is prose, term, table, project, goal or indicators; `table` a kind of table.

    `text` is what may be quoted (literal for prose, terms and goals); `heading` is what it stands under, `section` the
    whole path of headings. `place` tells which paragraph, table or project of the document it comes from.
    """

    id: str
    document: str
    institute: str
    year: int | None
    page: int
    box: Box | None
    section: str
    table: str
    kind: str
    heading: str
    text: str
    place: str

    @property
    def indexed(self) -> str:
        """What is searched: the text, under its heading where it does not name it itself."""
        heading = key(self.heading)
        return self.text if not heading or heading in folded(self.text) else f"{heading}：{self.text}"


def chunks_of(disclosure: Disclosure) -> list[Chunk]:
    """The chunks of a document in reading order of their sources; the same document gives the same chunks and ids."""
    maker = _Maker(disclosure)
    return [
        *(c for i, p in enumerate(disclosure.paragraphs) for c in maker.prose(i, p)),
        *(maker.table(t) for t in disclosure.tables),
        *(c for i, p in enumerate(disclosure.projects) for c in maker.project(i, p)),
    ]


class _Maker:
    """Makes chunks of one document."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.document = disclosure.id
        self.meta = disclosure.meta
        self.boxes = {table.id: _box(table) for table in disclosure.tables}
        self.first = {table.id: table.pages[0] if table.pages else 0 for table in disclosure.tables}

    def chunk(
        self, kind: str, text: str, place: str, page: int, box: Box | None, *, section: str, table: str, heading: str
    ) -> Chunk:
        content = "\x1f".join((self.document, place, kind, section, text))
        return Chunk(
            hashlib.sha256(content.encode()).hexdigest()[:32],
            self.document,
            self.meta.institute,
            self.meta.year,
            page,
            box,
            section,
            table,
            kind,
            heading,
            text,
            place,
        )

    def prose(self, number: int, paragraph: Paragraph) -> Iterator[Chunk]:
        text = paragraph.text.strip()
        heading = paragraph.section.rsplit("/", 1)[-1]
        if len(text) < _SHORTEST or _LEADERS.search(text) or folded(text) == folded(heading):
            return
        glossary = bool(_GLOSSARY.search(paragraph.section))
        parts = _NEXT_TERM.split(text) if glossary else [text]
        for i, part in enumerate(parts):
            named = _TERM.match(part) if glossary else None
            name = key(re.sub(r"[:：]$|是指$|指的是$", "", named.group(1))) if named else heading
            for j, piece in enumerate(pieces(part, _TERM_LONGEST if named else LONGEST)):
                yield self.chunk(
                    "term" if named else "prose",
                    piece,
                    f"p{number}.{i}.{j}",
                    paragraph.page,
                    paragraph.box,
                    section=paragraph.section,
                    table=Kind.NARRATIVE.value,
                    heading=name,
                )

    def table(self, table: Table) -> Chunk:
        columns = dict.fromkeys(column.name for column in table.columns if column.name)
        rows = list(dict.fromkeys(row.label for row in table.rows if row.label))[:_ROWS_SHOWN]
        parts = [table.title or "表格", table.unit and f"单位：{table.unit}"]
        parts.append("栏目：" + "、".join(columns) if columns else "")
        parts.append("项目：" + "、".join(rows) if rows else "")
        parts.append("" if table.figures else "本表没有数字")
        return self.chunk(
            "table",
            _cut("；".join(filter(None, parts)), LONGEST),
            table.id,
            self.first[table.id],
            self.boxes[table.id],
            section="",
            table=table.kind.value,
            heading=table.title,
        )

    def project(self, number: int, project: Project) -> Iterator[Chunk]:
        about = [f"项目：{project.name}"]
        about += [f"主管部门：{project.department}"] if project.department else []
        about += [f"实施单位：{project.institute}"] if project.institute else []
        place, page = f"{project.table}.{number}", project.page
        yield self._performance("project", "；".join(about), place, page, project)
        for i, goal in enumerate(project.goals):
            for j, piece in enumerate(pieces(goal.strip(), LONGEST)):
                yield self._performance("goal", piece, f"{place}.g{i}.{j}", page, project)
        for i, (on, text) in enumerate(_grouped(project.indicators)):
            yield self._performance("indicators", text, f"{place}.i{i}", on, project)

    def _performance(self, kind: str, text: str, place: str, page: int, project: Project) -> Chunk:
        box = self.boxes.get(project.table) if page == self.first.get(project.table) else None
        return self.chunk(
            kind,
            text,
            place,
            page,
            box,
            section=project.title,
            table=Kind.PERFORMANCE.value,
            heading="" if kind == "project" else f"{project.name}{'绩效目标' if kind == 'goal' else '绩效指标'}",
        )


def _box(table: Table) -> Box | None:
    """The table's box, or that of its cells on its first page."""
    if table.box is not None or not table.pages:
        return table.box
    boxes = [cell.box for cell in table.cells if cell.page == table.pages[0]]
    if not boxes:
        return None
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def _grouped(indicators: Sequence[Indicator]) -> Iterator[tuple[int, str]]:
    """Indicators of one page and first level together, in texts that are not too long."""
    for (page, first), group in groupby(indicators, lambda i: (i.page, i.first)):
        text = ""
        for item in group:
            said = "：".join(filter(None, (item.second, item.third))) + (f" {item.target}" if item.target else "")
            if text and len(text) + len(said) > LONGEST:
                yield page, f"{first}：{text}"
                text = ""
            text = f"{text}；{said}" if text else said
        if text:
            yield page, _cut(f"{first}：{text}", 2 * LONGEST)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """A text cut into literal stretches of at most `longest` characters: at sentences, else at clauses, else anywhere."""
    return _packed(text, longest, (_SENTENCE, _CLAUSE))


def _packed(text: str, longest: int, cuts: tuple[re.Pattern[str], ...]) -> list[str]:
    if len(text) <= longest:
        return [text] if text else []
    if not cuts:
        return [text[i : i + longest] for i in range(0, len(text), longest)]
    found: list[str] = []
    start = end = 0
    for match in cuts[0].finditer(text):
        if match.end() - start > longest:
            if end > start:
                found.append(text[start:end])
            start = match.start() if end > start else start
            if match.end() - start > longest:
                found += _packed(text[start : match.end()], longest, cuts[1:])
                start = match.end()
        end = match.end()
    if end > start:
        found.append(text[start:end])
    if end < len(text):
        found += _packed(text[end:], longest, cuts[1:])
    return found
