"""A table as it is printed: merged headers, groups side by side, each figure with its verdict and its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.decisions import Decision
from extract.model import Disclosure, Table
from extract.sheet import Field, sheet_of
from tabs.desk import Desk
from tabs.markup import button_of, esc, note
from tabs.proof import cell_text
from tabs.words import MARKS, Words

_LONG = 6  # characters: a longer label is not broken into a column of pairs
FORMATS = ("xlsx", "csv", "json", "parquet")


def choices(disclosure: Disclosure, words: Words) -> list[tuple[str, str]]:
    """The document's tables: label, and id."""
    return [
        (words.counted(f"{i}. {t.title or words.table(t.kind.value)}", len(t.figures)), t.id)
        for i, t in enumerate(disclosure.tables, 1)
    ]


def table_html(disclosure: Disclosure, table_id: str, words: Words) -> str:
    """A table as HTML, each cell a button that shows its place."""
    table = next((t for t in disclosure.tables if t.id == table_id), None)
    if table is None:
        return note(words.no_tables)
    top = f'<h2 class="gj-h">{esc(table.title or words.table(table.kind.value))}</h2>'
    unit = f"{words.unit.format(unit=table.unit)} · " if table.unit else ""
    pages = words.comma.join(words.page_n.format(page=p) for p in table.pages)
    top += f'<div class="gj-small">{esc(unit + pages)}</div>'
    if table.said_empty:
        top += note(words.said_empty)
    if not table.columns:
        return top
    sheet = sheet_of(table)
    rows = ["".join(_head(h.text, h.rows, h.columns) for h in sheet.heads if h.row == level) for level in range(sheet.depth)]  # fmt: skip
    body = ["".join(_field(f, disclosure, table, words) for f in line) for line in sheet.lines]
    heads = "".join(f"<tr>{r}</tr>" for r in rows)
    lines = "".join(f"<tr>{r}</tr>" for r in body)
    notes = "".join(note(n) for n in table.notes)
    return (
        f'{top}<div class="gj-scroll" tabindex="0"><table class="gj-table gj-sheet"><thead>{heads}</thead>'
        f"<tbody>{lines}</tbody></table></div>{notes}{legend(words)}"
    )


def _head(text: str, rows: int, columns: int) -> str:
    span = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f'<th scope="col"{span}>{esc(text)}</th>'


def _field(field: Field, disclosure: Disclosure, table: Table, words: Words) -> str:
    cell = field.cell
    if cell is None:
        css = "gj-t gj-long" if len(field.text) > _LONG else "gj-t"
        return f'<td class="{css}">{esc(field.text)}</td>'
    text = cell_text(cell)
    if not text:  # a button too: what is there may have been misread as blank
        inner = f'<span class="gj-unseen">{esc(words.blank)}</span>'
        own = button_of("cell", inner, "gj-cell", document=disclosure.id, t=table.id, r=cell.row, c=cell.column)
        return f'<td class="gj-n">{own}</td>'
    sign = f'<span class="gj-sign" aria-hidden="true">{MARKS[cell.verdict]}</span>' if cell.verdict is not None else ""
    css = f"gj-n gj-{cell.verdict.value}" if cell.verdict is not None else "gj-n"
    own = button_of("cell", sign + esc(text), "gj-cell", document=disclosure.id, t=table.id, r=cell.row, c=cell.column)
    return f'<td class="{css}">{own}</td>'


def legend(words: Words) -> str:
    """What the colours and marks mean."""
    told = " ".join(
        f'<span class="gj-badge gj-{v.value}"><span aria-hidden="true">{MARKS[v]}</span> {esc(words.verdict(v))}</span> '
        f'<span class="gj-small">{esc(words.meaning(v))}</span>'
        for v in MARKS
    )
    return f'<div class="gj-legend" style="margin-top:10px;line-height:2">{told}</div>'


def written(desk: Desk, disclosure: Disclosure, form: str, decided: Sequence[Decision] = ()) -> str:
    """A download of one document with what people decided about it."""
    from extract.export import export  # what writes XLSX takes long to load

    name = f"{Path(disclosure.meta.file).stem or disclosure.id}.{form}"
    return desk.download(name, export([disclosure], form, decided))


__all__ = ["FORMATS", "choices", "table_html", "written"]
