"""What a reading is worth against gold tables: defined here once, so that every report means the same.

A figure is *right* where kind of table, row (code, or label where no code is printed), innermost header, value and page
all agree: exact, without tolerance, each gold figure paired once. A *false accept* is a figure marked `verified` that is
not right: the one number that must be zero. Figures of the notes are matched by value, unit and page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from extract.model import Disclosure, Kind, Table, Verdict
from extract.text import folded, key

Figure = tuple[str, str, str, str, Decimal, int]
"""Kind, code, label ('' where a code is printed), innermost header, value, page."""

_TRUSTED = {Verdict.VERIFIED, Verdict.CORRECTED}
_STATED = _TRUSTED | {Verdict.GROUNDED, Verdict.CONFLICT}


@dataclass(frozen=True, slots=True)
class Miss:
    """A figure that went wrong, and how: `missing`, `extra`, `false_accept`."""

    document: str
    how: str
    figure: Figure


@dataclass(slots=True)
class Score:
    """Counts over one or many documents. `before` is what the reader said ahead of the gate."""

    gold: int = 0
    before_said: int = 0
    before_right: int = 0
    said: int = 0
    right: int = 0
    trusted: int = 0
    trusted_right: int = 0
    facts: int = 0
    facts_right: int = 0
    misses: list[Miss] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another's figures in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def false_accepts(self) -> int:
        """Figures marked verified that are wrong."""
        return self.trusted - self.trusted_right

    @property
    def coverage(self) -> float:
        """Gold figures that come out verified and right."""
        return self.trusted_right / self.gold if self.gold else 0.0

    @property
    def recall(self) -> float:
        """Gold figures that come out right with a verdict that lets them be stated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Of the figures that may be stated, those that are right."""
        return self.right / self.said if self.said else 1.0

    @property
    def before(self) -> float:
        """Of the gold figures, those that the reader itself gave right, before the gate."""
        return self.before_right / self.gold if self.gold else 0.0


def gold_figures(gold: Mapping[str, Any]) -> Counter[Figure]:
    """The figures of gold tables; texts and blanks are none."""
    found: Counter[Figure] = Counter()
    for table in gold["tables"]:
        if table["kind"] in {Kind.OTHER.value, Kind.NARRATIVE.value}:
            continue
        for row in table["rows"]:
            for column, value in zip(table["columns"], row["values"], strict=True):
                amount = _decimal(value)
                if amount is not None:
                    page = int(row.get("page") or table["pages"][0])
                    found[_figure(table["kind"], row.get("code") or "", row["label"], column, amount, page)] += 1
    return found


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value).replace(",", "")) if value is not None else None
    except ArithmeticError:
        return None


def _figure(kind: str, code: str, label: str, column: str, value: Decimal, page: int) -> Figure:
    return kind, code, "" if code else key(label), key(column.split("/")[-1]), value, page


def _read_figures(tables: Iterable[Table], verdicts: set[Verdict]) -> Counter[Figure]:
    found: Counter[Figure] = Counter()
    for table in tables:
        if table.kind is Kind.OTHER:
            continue
        for cell in table.figures:
            if cell.verdict in verdicts and cell.value is not None:
                row = table.rows[cell.row]
                label = table.project if table.kind is Kind.PERFORMANCE and table.project else row.label
                column = table.columns[cell.column].name
                found[_figure(table.kind.value, row.code, label, column, cell.value, cell.page)] += 1
    return found


def _raw_figures(tables: Iterable[Table], raw: Mapping[str, Mapping[tuple[int, int], Decimal]]) -> Counter[Figure]:
    """What the model gave, in the places that it gave it."""
    found: Counter[Figure] = Counter()
    for table in tables:
        said = raw.get(table.id, {})
        cells = {(c.row, c.column): c for c in table.cells}
        for at, value in said.items():
            row, cell = table.rows[at[0]], cells.get(at)
            page = cell.page if cell is not None else row.page
            label = table.project if table.kind is Kind.PERFORMANCE and table.project else row.label
            found[_figure(table.kind.value, row.code, label, table.columns[at[1]].name, value, page)] += 1
    return found


def score(
    disclosure: Disclosure, gold: Mapping[str, Any], raw: Mapping[str, Mapping[tuple[int, int], Decimal]] | None = None
) -> Score:
    """One document against its gold data; `raw` is a model's reading before the gate (by default the layout's own)."""
    wanted = gold_figures(gold)
    said = _read_figures(disclosure.tables, _STATED)
    trusted = _read_figures(disclosure.tables, _TRUSTED)
    before = _read_figures(disclosure.tables, set(Verdict)) if raw is None else _raw_figures(disclosure.tables, raw)
    told: Counter[tuple[Decimal | None, str, int]] = Counter((f.value, f.unit, f.page) for f in disclosure.facts)
    stated: Counter[tuple[Decimal | None, str, int]] = Counter(
        (_decimal(f["value"]), folded(f["unit"] or ""), f["page"]) for f in gold.get("facts", ())
    )
    name = disclosure.meta.file
    misses = [
        *(Miss(name, "false_accept", f) for f in (trusted - wanted).elements()),
        *(Miss(name, "missing", f) for f in (wanted - said).elements()),
        *(Miss(name, "extra", f) for f in (said - wanted).elements()),
    ]
    return Score(
        gold=wanted.total(),
        before_said=before.total(),
        before_right=(wanted & before).total(),
        said=said.total(),
        right=(wanted & said).total(),
        trusted=trusted.total(),
        trusted_right=(wanted & trusted).total(),
        facts=stated.total(),
        facts_right=(stated & told).total(),
        misses=misses,
    )
