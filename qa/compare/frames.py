"""What was compared as a tidy table: a DataFrame for charts, exact CSV for spreadsheets.

A line for each figure; where there is none its amount is empty, and the line says why. Amounts become floats only in a
DataFrame, in 万元; CSV has them exact.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from extract.facts import plain_text
from extract.model import Verdict
from qa.answer import plain, trust
from qa.compare.changes import Change, Changes
from qa.compare.comparison import KINDS, LEVELS, Comparison, label
from qa.compare.entries import Entry, State
from qa.compare.standings import Composition, Part, Standing
from qa.documents.catalog import Document

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]

Result = Comparison | Changes | Sequence[Standing] | Sequence[Composition]
Record = dict[str, str | int | Decimal | None]

_DOCUMENT = ("label", "institute", "year", "kind", "level", "item")
_ENTRY = (
    "state",
    "reason",
    "verdict",
    "printed",
    "printed_unit",
    "table",
    "row",
    "column",
    "page",
    "x0",
    "y0",
    "x1",
    "y1",
)
_SOURCE = ("file", "document")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "comparison": (*_DOCUMENT, "value", "unit", "yuan", *_ENTRY, *_SOURCE),
    "ranking": (*_DOCUMENT, "place", "value", "unit", "yuan", *_ENTRY, *_SOURCE),
    "shares": (*_DOCUMENT, "value", "unit", "yuan", "share", "check", "gap_yuan", *_ENTRY, *_SOURCE),
    "changes": (
        *_DOCUMENT, "value", "unit", "yuan", "percent", "now", "before", "basis", "reason", "how", "verdict", "page",
        "before_document", "before_page", *_SOURCE,
    ),
}  # fmt: skip
_CHINESE = {
    "label": "文件说明", "institute": "单位名称", "year": "年度", "kind": "种类", "level": "层级", "item": "项目", "place": "名次",
    "value": "数额", "unit": "计量单位", "yuan": "金额（元）", "reason": "说明", "verdict": "核对", "printed": "印出的数",
    "printed_unit": "印出的单位", "table": "表", "row": "行", "column": "列", "page": "页", "file": "文件", "document": "文件编号",
    "share": "占比（%）", "check": "与总数相加", "gap_yuan": "总数减各部分之和（元）", "percent": "增减（%）", "now": "本年数",
    "before": "上年数", "basis": "上年数来自", "how": "算法", "before_document": "上年文件编号", "before_page": "上年页",
}  # fmt: skip
_FLOATS = ("value", "yuan", "share", "gap_yuan", "percent", "now", "before")
_INTEGERS = ("year", "place", "page", "before_page")
_CHECKS = {"equal": "相等", "rounding": "只差尾数", "different": "不等", "unknown": "不能判断"}


def frame(result: Result) -> pd.DataFrame:
    """A line for each entry. `label` names its document (no two alike), `value` is in `unit`: 万元 for money.

    Numbers are floats, NaN where there is none; `year`, `place` and pages are Int64, missing where there is none.
    """
    import pandas as pd

    names, records = table(result)
    data = pd.DataFrame(records, columns=list(names), dtype=object)
    for name in names:
        if name in _FLOATS or name in {"x0", "y0", "x1", "y1"}:
            data[name] = [None if v is None or v == "" else float(v) for v in data[name]]
            data[name] = data[name].astype("float64")
        elif name in _INTEGERS:
            data[name] = data[name].astype("Int64")
        else:
            data[name] = ["" if v is None else str(v) for v in data[name]]
    return data


def csv_bytes(result: Result) -> bytes:
    """The same as CSV for a spreadsheet: UTF-8 with a mark, Chinese headings, exact digits, no text that is a formula."""
    names, records = table(result)
    names = tuple(name for name in names if name != "state")  # the reason says it in words
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_CHINESE.get(name, name) for name in names])
    for record in records:
        writer.writerow([_text(record.get(name)) for name in names])
    return out.getvalue().encode("utf-8-sig")


def _text(value: str | int | Decimal | None) -> str:
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else plain_text(str(value))


def table(result: Result) -> tuple[tuple[str, ...], list[Record]]:
    """Column names and lines, with exact numbers."""
    if isinstance(result, Comparison):
        labels = _labels(result.documents)
        return _COLUMNS["comparison"], [_entry(e, labels) for e in result.entries]
    if isinstance(result, Changes):
        labels = _labels([c.document for c in result.changes])
        return _COLUMNS["changes"], [_change(c, labels) for c in result.changes]
    standings = [s for s in result if isinstance(s, Standing)]
    made = [c for c in result if isinstance(c, Composition)]
    if made:
        labels = _labels([c.document for c in made])
        return _COLUMNS["shares"], [_part(c, p, labels) for c in made for p in c.parts]
    labels = _labels([entry.document for s in standings for entry in s.entries])
    lines: list[Record] = []
    for standing in standings:
        lines += [_entry(p.entry, labels) | {"place": p.place} for p in standing.placed]
        lines += [_entry(u.entry, labels) | {"place": None, "reason": u.reason} for u in standing.unplaced]
    return _COLUMNS["ranking"], lines


def _labels(documents: Sequence[Document]) -> dict[str, str]:
    """A name for each document on an axis: with its level and file only where they are needed to tell two apart."""
    unique = {d.id: d for d in documents}
    names = {i: label(d) for i, d in unique.items()}
    for more in (lambda d: LEVELS.get(d.level, ""), lambda d: d.file, lambda d: d.id):
        same = list(names.values())
        names = {i: f"{n}（{more(unique[i])}）" if same.count(n) > 1 else n for i, n in names.items()}
    return names


def _document(document: Document, item: str, labels: Mapping[str, str]) -> Record:
    return {
        "label": labels[document.id],
        "institute": document.institute,
        "year": document.year,
        "kind": KINDS.get(document.kind, ""),
        "level": LEVELS.get(document.level, ""),
        "item": item,
        "file": document.file,
        "document": document.id,
    }


def _entry(entry: Entry, labels: Mapping[str, str]) -> Record:
    box = (
        dict(zip(("x0", "y0", "x1", "y1"), (Decimal(f"{v:.2f}") for v in entry.box), strict=True)) if entry.page else {}
    )
    return {
        **_document(entry.document, entry.name, labels),
        "value": entry.value if entry.yuan is None else entry.wan,
        "unit": "万元" if entry.yuan is not None else entry.unit,
        "yuan": entry.yuan,
        "state": entry.state.value,
        "reason": entry.reason or entry.caution,
        "verdict": entry.trust,
        "printed": "" if entry.state in {State.REVIEW, State.UNCLEAR} else entry.printed,
        "printed_unit": entry.unit,
        "table": entry.title or entry.table,
        "row": entry.row,
        "column": entry.column,
        "page": entry.page or None,
        **box,
    }


def _part(made: Composition, part: Part, labels: Mapping[str, str]) -> Record:
    return _entry(part.entry, labels) | {"share": part.share, "check": _CHECKS[made.check.value], "gap_yuan": made.gap}


def _change(change: Change, labels: Mapping[str, str]) -> Record:
    before = change.before or change.printed
    money = change.unit == "元"
    now = change.now.wan if change.now.yuan is not None else change.now.value
    then = None if change.before is None else change.before.value if change.before.yuan is None else change.before.wan
    return {
        **_document(change.document, change.name, labels),
        "value": change.amount.scaleb(-4) if money and change.amount is not None else change.amount,
        "unit": "万元" if money else change.unit,
        "yuan": change.amount if money else None,
        "percent": change.percent,
        "now": now,
        "before": then,
        "basis": change.basis.words,
        "reason": change.reason,
        "how": change.how,
        "verdict": trust(Verdict(change.verdict)) if change.verdict else "",
        "page": change.now.page or None,
        "before_document": before.document.id if before is not None else "",
        "before_page": (before.page or None) if before is not None else None,
    }
