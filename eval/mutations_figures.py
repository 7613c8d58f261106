"""The figures of a reading against what is printed: what is `verified` and not printed so, in value, place or unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from eval.mutations_places import Spot
from extract.model import Disclosure, Kind, Verdict
from extract.text import folded, key

Figure = tuple[str, str, str, str, Decimal, int]
"""Kind, code, label ('' where a code is printed), innermost header, value, page."""

_STATED = (Verdict.VERIFIED, Verdict.CORRECTED, Verdict.GROUNDED, Verdict.CONFLICT)


def _figure(kind: str, code: str, label: str, column: str, value: Decimal, page: int) -> Figure:
    return kind, code, "" if code else key(label), key(column.split("/")[-1]), value, page


def printed_figures(gold: Mapping[str, Any]) -> Counter[Figure]:
    """The figures that the gold data say are printed in tables."""
    return Counter(
        _figure(table["kind"], row["code"], row["label"], column, Decimal(value), row["page"])
        for table in gold["tables"]
        if table["kind"] != Kind.OTHER.value
        for row in table["rows"]
        for column, value in zip(table["columns"], row["values"], strict=True)
        if value is not None
    )


def read_figures(disclosure: Disclosure, verdicts: Collection[Verdict]) -> Counter[Figure]:
    """The figures of a reading's tables that have one of some verdicts."""
    found: Counter[Figure] = Counter()
    for table in disclosure.tables:
        if table.kind is Kind.OTHER:
            continue
        for cell in table.figures:
            if cell.verdict in verdicts and cell.value is not None:
                row = table.rows[cell.row]
                label = table.project if table.kind is Kind.PERFORMANCE and table.project else row.label
                name = table.columns[cell.column].name
                found[_figure(table.kind.value, row.code, label, name, cell.value, cell.page)] += 1
    return found


def false_accepts(disclosure: Disclosure, gold: Mapping[str, Any], merged: Sequence[Spot] = ()) -> list[str]:
    """Verified figures that are not what is printed. Two rows in one field may be read line by line, each for itself."""
    alone = {(*_figure(s.kind, s.code, s.label, s.path, Decimal(0), 0)[:4], s.text) for s in merged}
    printed = printed_figures(gold)
    wrong = read_figures(disclosure, (Verdict.VERIFIED,)) - printed
    # A figure read twice over is no other value than what is printed there; the sums it stands in do not hold.
    lies = [f for f in wrong if (*f[:4], str(f[4])) not in alone and f not in printed]
    return [" ".join(map(str, f)) for f in lies] + _units(disclosure, gold) + _told(disclosure, gold)


def _units(disclosure: Disclosure, gold: Mapping[str, Any]) -> list[str]:
    """Verified figures in another unit of money than the document prints over their table."""
    units: dict[str, set[str]] = {}
    for table in gold["tables"]:
        units.setdefault(table["kind"], set()).add(table["unit"])
    return [
        f"{t.kind.value} {t.rows[c.row].code}{t.rows[c.row].label} {c.value} in {c.unit}"
        for t in disclosure.tables
        for c in t.figures
        if c.verdict is Verdict.VERIFIED and c.value and c.unit != "%" and c.unit not in units.get(t.kind, {c.unit})
    ]


def _told(disclosure: Disclosure, gold: Mapping[str, Any]) -> list[str]:
    """Verified figures of the notes that their page does not tell."""
    there = {(str(f["value"]), folded(f["unit"]), f["page"]) for f in gold["facts"]}
    return [
        f"narrative {f.name} {f.value}{f.unit}"
        for f in disclosure.facts
        if f.verdict is Verdict.VERIFIED and (str(f.value), f.unit, f.page) not in there
    ]


def stated_rightly(disclosure: Disclosure, gold: Mapping[str, Any]) -> tuple[int, int]:
    """How many figures of the tables may be stated, and how many of those are printed so."""
    said = read_figures(disclosure, _STATED)
    return said.total(), (said & printed_figures(gold)).total()
