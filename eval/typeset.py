"""Make sample disclosures: a data file becomes a PDF as institutes publish them, and its gold data.

    python -m eval.typeset eval/data/*.yaml -o eval/gold

The same data give the same bytes. Pages in the gold data are those of the finished layout: each row and each
figure reports its page while it is drawn.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import typer
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate, Spacer

from eval.typeset_gold import Gold, Key, PageLog, gold_of
from eval.typeset_model import (
    Contents,
    Cover,
    Document,
    FormBlock,
    Heading,
    Prose,
    Section,
    TableBlock,
    cells,
    load,
    squeezed,
)
from eval.typeset_tables import (
    FORM_WIDTHS,
    Cell,
    Look,
    draw_grid,
    form_grid,
    gold_rows,
    table_grid,
)
from eval.typeset_text import Align, OnDraw, TextBlock, break_lines, draw_line, text_width

MARGIN = 62.0  # points, on all sides


@dataclass(frozen=True)
class Setter:
    """Turns blocks into flowables, for one width of text."""

    document: Document
    width: float
    height: float
    log: PageLog
    known: dict[Key, int]

    def text(self, text: str, size: float, align: Align = "left", **options: Any) -> TextBlock:
        return TextBlock(text, size, latin=self.document.style.latin, align=align, **options)

    def cover(self, block: Cover) -> Iterator[Any]:
        yield Spacer(1, self.height / 5)
        *title, date = block.cover
        for line in title:
            yield self.text(line, 28, "center", leading=1.9, bold=True)
        yield Spacer(1, 40)
        yield self.text(date, 18, "center")

    def contents(self, block: Contents) -> Iterator[Any]:
        """Entries with dotted leaders; the numbers are those of the pages that an earlier pass found."""
        style = self.document.style
        size = style.body_size
        yield self.text(block.title, style.title_size, "center", leading=2.5, bold=True)
        for line in block.contents.splitlines():
            if not block.numbers:
                yield self.text(line, size, leading=1.8)
                continue
            page = self.known.get(("anchor", squeezed(line)), 0)
            number = str(page - style.footer_offset)
            room = self.width - text_width(line + number, size, style.latin) - size
            dots = "." * int(room / text_width(".", size, style.latin))
            yield self.text(f"{line} {dots} {number}", size, leading=1.8)

    def heading(self, block: Heading) -> Iterator[Any]:
        style = self.document.style
        size = {1: style.title_size, 2: style.body_size + 1, 3: style.body_size}[block.level]
        yield self.text(
            block.heading,
            size,
            "center" if block.level == 1 else "left",
            leading=2.2 if block.level == 1 else 1.8,
            indent=0 if block.level == 1 else 2 * size,
            bold=block.level < 3,
            on_draw=self.log.mark(("anchor", squeezed(block.heading))),
        )

    def prose(self, block: Prose) -> Iterator[Any]:
        """Line by line, so that a paragraph may run over pages and each figure still knows its own."""
        style = self.document.style
        size = style.body_size
        for text, stated in block.paragraphs():
            indent, start = 2 * size, 0
            for line in break_lines(text, size, self.width, style.latin, indent):
                here = [s for s in stated if start <= s.at < start + len(line)]
                keys = [key for s in here for key in (("fact", id(block), s), ("anchor", s.name))]
                yield self.text(line, size, leading=1.75, indent=indent, on_draw=self.log.mark(*keys))
                indent, start = 0, start + len(line)

    def table(self, block: TableBlock) -> Iterator[Any]:
        table, style = block.table, self.document.style
        size = table.size or style.table_size
        title = self.log.mark(("title", id(table)), ("anchor", squeezed(table.title)), ("anchor", table.kind))
        yield self.text(table.title, style.title_size, "center", leading=1.8, bold=True, on_draw=title)
        if table.captions:
            yield self._captions(table.captions, size, self.width * table.width)
        head = len(cells(table.header)) + len(cells(table.ordinals))
        rows = gold_rows(table)
        marks: dict[int, OnDraw] = {}
        lines = len(cells(table.total_line)) + len(cells(table.rows))
        for n in range(lines):
            names = {name for row in rows if row.line == n for name in (row.code, row.label) if name}
            anchors = [("anchor", f"{table.kind}/{name}") for name in sorted(names)]
            marks[head + n] = self.log.mark(("row", id(table), n), *anchors)
        yield draw_grid(
            table_grid(table),
            Look(
                table.widths,
                self.width * table.width,
                size,
                style.latin,
                table.rules,
                head if table.repeat_header else 0,
                table.row_height,
                on_row=marks,
            ),
        )
        yield Spacer(1, 4)
        for note in table.notes:
            yield self.text(note, size)

    def _captions(self, lines: list[str], size: float, width: float) -> Any:
        """`left | right` lines over the table, as wide as it is."""
        halves = [[half.strip() for half in line.partition("|")[::2]] for line in lines]
        grid = [[Cell(left, "left"), Cell(right, "right")] for left, right in halves]
        return draw_grid(grid, Look((3, 2), width, size, self.document.style.latin, rules="none", padding=1))

    def form(self, block: FormBlock) -> Iterator[Any]:
        form, style = block.form, self.document.style
        anchors = [("title", id(form)), ("anchor", squeezed(form.title)), ("anchor", squeezed(form.project))]
        yield self.text(form.title, 14, "center", leading=1.5, bold=True, on_draw=self.log.mark(*anchors))
        yield self.text(form.year_line, 11, "center", leading=1.5)
        grid = form_grid(form)
        marks = {n: self.log.mark(("row", id(form), n)) for n in range(len(grid))}
        yield draw_grid(grid, Look(FORM_WIDTHS, self.width, form.size, style.latin, on_row=marks))

    def flowables(self, section: Section) -> Iterator[Any]:
        """All blocks of a section in order."""
        how: dict[type, Callable[[Any], Iterator[Any]]] = {
            Cover: self.cover,
            Contents: self.contents,
            Heading: self.heading,
            Prose: self.prose,
            TableBlock: self.table,
            FormBlock: self.form,
        }
        for block in section.blocks:
            yield from how[type(block)](block)


def page_template(section: Section, document: Document) -> tuple[Any, float, float]:
    """A page of the section's shape, with the width and height in points of its text."""
    width, height = A4 if section.page == "portrait" else (A4[1], A4[0])
    style = document.style

    def decorate(canvas: Any, _doc: Any) -> None:
        if section.rotate:
            # A viewer turns the page clockwise by `rotate`; the content is turned the other way.
            canvas.translate(*((height, 0) if section.rotate == 90 else (0, width)))
            canvas.rotate(90 if section.rotate == 90 else -90)
        if section.numbered:
            text = style.footer.format(canvas.getPageNumber() - style.footer_offset)
            at = ((width - text_width(text, 10.5, style.latin)) / 2, MARGIN / 2)
            draw_line(canvas, at, text, 10.5, latin=style.latin)

    frame = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, 0, 0, 0, 0)
    name = f"{section.page}-{section.rotate}-{section.numbered}"
    template = PageTemplate(name, [frame], onPage=decorate, pagesize=(width, height))
    template.rotation = section.rotate  # the size is as shown: reportlab stores it turned
    return template, frame.width, frame.height


def lay_out(document: Document, known: dict[Key, int]) -> tuple[bytes, PageLog]:
    """One pass: the PDF, and where everything fell. `known` are the pages that the contents page names."""
    log = PageLog()
    story: list[Any] = []
    templates: dict[str, Any] = {}
    for n, section in enumerate(document.sections):
        template, width, height = page_template(section, document)
        templates.setdefault(template.id, template)
        if n:
            story += [NextPageTemplate(template.id), PageBreak()]
        story += Setter(document, width, height, log, known).flowables(section)
    out = BytesIO()
    title = f"{document.meta.institute}{document.meta.year}"
    pdf = BaseDocTemplate(out, pageTemplates=list(templates.values()), title=title, pageCompression=1, invariant=1)
    pdf.build(story)
    log.pages[("last",)] = pdf.page
    return out.getvalue(), log


def typeset(document: Document, file: str) -> tuple[bytes, Gold]:
    """The PDF and the gold data of a document; `file` is the name that the gold data gives the PDF.

    Raises ValueError where the contents page names something that has no page.
    """
    pdf, log = lay_out(document, {})
    numbered = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Contents) and block.numbers
    ]
    for block in numbered:
        lost = [e for e in block.contents.splitlines() if ("anchor", squeezed(e)) not in log.pages]
        if lost:
            raise ValueError(f"the contents page names what is not there: {lost}")
    if numbered:  # the contents page can be drawn now that the pages are known
        pdf, log = lay_out(document, log.pages)
    return pdf, gold_of(document, log, file)


def main(
    data: Annotated[list[Path], typer.Argument(help="data files (YAML)", exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help="folder for NAME.pdf and NAME.gold.json")] = Path(),
) -> None:
    """Typeset sample disclosures with their gold data."""
    out.mkdir(parents=True, exist_ok=True)
    for path in data:
        pdf, gold = typeset(load(path), f"{path.stem}.pdf")
        (out / f"{path.stem}.pdf").write_bytes(pdf)
        text = json.dumps(gold, ensure_ascii=False, indent=1)
        (out / f"{path.stem}.gold.json").write_text(text + "\n", encoding="utf-8")
        typer.echo(f"{path.stem}: {gold['meta']['pages']} pages, {len(pdf) // 1024} KB")


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(main)
    app()
