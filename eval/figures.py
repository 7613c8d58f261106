"""Gold data as what is compared: figures, blanks, figures of the notes, violations (see `eval.metrics`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from eval.reasons import Figure
from extract.model import Fact, Kind
from extract.text import folded, key

UNSCORED = {Kind.OTHER.value, Kind.NARRATIVE.value}
"""Kinds of table whose cells are not compared."""


def gold_figures(gold: Mapping[str, Any]) -> Counter[Figure]:
    """The figures of gold tables; texts and blanks are none."""
    found: Counter[Figure] = Counter()
    for kind, row, column, value, page in _gold_cells(gold):
        amount = decimal(value)
        if amount is not None:
            found[figure_of(kind, row.get("code") or "", row["label"], column, amount, page)] += 1
    return found


def _gold_cells(gold: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], str, object, int]]:
    for table in gold["tables"]:
        if table["kind"] in UNSCORED:
            continue
        for row in table["rows"]:
            page = int(row.get("page") or table["pages"][0])
            for column, value in zip(table["columns"], row["values"], strict=True):
                yield table["kind"], row, column, value, page


def nulls(gold: Mapping[str, Any]) -> Counter[tuple[object, ...]]:
    """The gold cells that print no number, by place."""
    return Counter(
        place_of(figure_of(kind, row.get("code") or "", row["label"], column, Decimal(0), page))
        for kind, row, column, value, page in _gold_cells(gold)
        if value is None
    )


def place_of(figure: Figure) -> tuple[object, ...]:
    """Where a figure stands, whatever it is."""
    return figure.kind, figure.row, figure.column, figure.page


def decimal(value: object) -> Decimal | None:
    """A gold value as a number; None where it is none."""
    try:
        return Decimal(str(value).replace(",", "")) if value is not None else None
    except ArithmeticError:
        return None


def figure_of(kind: str, code: str, label: str, column: str, value: Decimal, page: int) -> Figure:
    """A figure as it is compared."""
    path = "/".join(key(part) for part in column.split("/"))
    if kind == Kind.PERFORMANCE.value and not path.endswith("年度资金总额"):
        path = path.removesuffix("资金")
    return Figure(kind, code, "" if code else key(label), path, value, page)


_Told = tuple[Decimal | None, str, int]


def gold_facts(gold: Mapping[str, Any]) -> Counter[_Told]:
    """The gold figures of the notes; what is told in words alone (持平) is none."""
    told = ((decimal(f["value"]), folded(f.get("unit") or ""), f["page"]) for f in gold.get("facts", ()))
    return Counter(fact for fact in told if fact[0] is not None)


def told_facts(facts: Iterable[Fact]) -> Counter[_Told]:
    """The figures of the notes as read: value, unit, page."""
    return Counter((f.value, f.unit, f.page) for f in facts)


def violations(gold: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The document's own mistakes, rounding aside."""
    return [v for v in gold.get("violations", ()) if v.get("type") != "rounding"]
