"""Which figure of a document an item means, as one statement over the Parquet of a library.

A document's cells that fit are put in order: the item named first, its table named first, the row by its name before its
code before its role, the total column before others, this year's, the measure of the document's kind; then as printed.
The first cell decides, blank or not: a blank is never filled from a column or row that fits less well. Only where that
cell needs review does the next table speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Kind
from extract.text import key
from qa.documents.figures import Figure


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked for of every document: a row, a column, or both; names in `text.key` form, likeliest first.

    tables: kinds of table (all where empty); row_keys: labels, or what a figure in prose is about; codes: as meant;
    column_names: a part of the header path; measures: instead of the one that the document's kind has (budget, final;
    prior and change are figures of no document's own year); want_total_row: 合计, which is also meant where only a
    column is named; sides: income or expenditure; unit: money where empty, else as printed (辆, %).
    """

    tables: tuple[str, ...] = ()
    row_keys: tuple[str, ...] = ()
    row_roles: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    column_roles: tuple[str, ...] = ()
    column_names: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    want_total_row: bool = False
    sides: tuple[str, ...] = ()
    unit: str = ""

    @property
    def names_row(self) -> bool:
        """Whether it says which row."""
        return bool(self.row_keys or self.row_roles or self.codes)

    @property
    def names_column(self) -> bool:
        """Whether it says which column."""
        return bool(self.column_roles or self.column_names)


def like(figure: Figure) -> tuple[Item, ...]:
    """What a figure of one document is, to be found in others: in its own table's layout, and where its row is a column."""
    table = (figure.table.value,)
    unit = "" if figure.yuan is not None or figure.value is None else figure.unit
    columns = (figure.column_role,) if figure.column_role not in {"", "total"} else ()
    if figure.is_fact:
        return (Item(table, row_keys=figure.names or (key(figure.row),), unit=unit),)
    name = key(figure.row)
    if figure.total and (not name or figure.table not in {Kind.INCOME_EXPENDITURE, Kind.FISCAL}):
        items = [Item(table, want_total_row=True, unit=unit, column_roles=columns)]
    else:
        row = Item(
            table,
            row_keys=(name,) if name else (),
            row_roles=(figure.row_role,) if figure.row_role else (),
            codes=(figure.code,) if figure.code else (),
            sides=(figure.side,) if figure.side else (),
            unit=unit,
            column_roles=columns,
        )
        items = [row]
    if figure.table is Kind.THREE_PUBLIC:
        role = figure.row_role or figure.column_role
        if role:
            items += [Item(table, row_roles=(role,), unit=unit), Item(table, column_roles=(role,), unit=unit)]
    return tuple(dict.fromkeys(items))


_NAMES = (
    'document, state, "table", title, row, code, "column", "value", unit, amount_yuan, page, x0, y0, x1, y1, verdict, '
    "sentence"
)
_SAYS_BUDGET = "预算数|年初|调整|年预算"


class _Bound:
    """The values of a statement, by the names that stand for them in it."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}

    def __call__(self, value: object) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"

    def among(self, values: Sequence[object]) -> str:
        """A list for IN; matches nothing where it is empty."""
        return f"({', '.join(map(self, values))})" if values else "(NULL)"


def statement(
    items: Sequence[Item], files: Sequence[str], documents: Sequence[tuple[str, str, int | None]]
) -> tuple[str, dict[str, object]]:
    """One row for each document that has an item: the columns of `_NAMES`, and how many rivals it has.

    `documents`: id, kind and year. All that varies is bound; the text depends only on what an item names, and how many.
    """
    bound = _Bound()
    ids, kinds, years = (bound([d[i] for d in documents]) for i in range(3))
    source = f"read_parquet({bound(list(files))}, hive_partitioning = false)"
    fitting = " UNION ALL ".join(_fitting(item, number, source, bound) for number, item in enumerate(items))
    sql = f"""
    WITH asked AS (
        SELECT unnest({ids}::VARCHAR[]) AS id, unnest({kinds}::VARCHAR[]) AS of_kind,
            unnest({years}::INTEGER[]) AS of_year
    ),
    fitting AS ({fitting}),
    best AS (
        SELECT *, row_number() OVER (PARTITION BY document, item, place ORDER BY fit, "at") AS turn,
            count(DISTINCT CASE WHEN state = 'number' THEN "value" || unit END)
                OVER (PARTITION BY document, item, place, fit) AS alike
        FROM fitting
    ),
    heads AS (
        SELECT *, row_number() OVER (
            PARTITION BY document ORDER BY state = 'number' AND verdict = 'review', item, place) AS first
        FROM best WHERE turn = 1
    )
    SELECT {_NAMES}, greatest(alike - 1, 0) FROM heads WHERE first = 1"""  # noqa: S608 - only names of columns and parameters
    return sql, bound.values


def _fitting(item: Item, number: int, source: str, bound: _Bound) -> str:
    """The cells that are an item's, with how well: `item` and `place` (its table) first, then `fit`, all the less the better."""
    table = f'"table" IN {bound.among(item.tables)}' if item.tables else "true"
    row, row_fit = _row(item, bound)
    column, column_fit = _column(item, bound)
    measure, measure_fit = _measure(item, bound)
    year = "true" if "prior" in item.measures else "(column_year IS NULL OR of_year IS NULL OR column_year = of_year)"
    side = f"side IN {bound.among(item.sides)}" if item.sides else "true"
    unit = f"unit = {bound(item.unit)}" if item.unit else "amount_yuan <> ''"
    return f"""
    SELECT {_NAMES.replace("code", _CODE + " AS code")}, "at", {number} AS item,
        {_rank('"table"', item.tables, bound)} AS place,
        ({row_fit}) * 10000 + ({column_fit}) * 100 + ({measure_fit}) * 10 + (column_year IS NULL)::INTEGER AS fit
    FROM {source} JOIN asked ON document = id
    WHERE {table} AND {row} AND {column} AND {measure} AND {year} AND {side} AND (state <> 'number' OR {unit})"""  # noqa: S608


_CODE = "coalesce(nullif(intended_code, ''), code)"


def _rank(name: str, values: Sequence[str], bound: _Bound, start: int = 0) -> str:
    """The place of a column's value in a list, as an expression; behind all where it is none of them."""
    cases = " ".join(f"WHEN {name} = {bound(value)} THEN {start + i}" for i, value in enumerate(values))
    return f"CASE {cases} ELSE {start + len(values)} END" if cases else str(start)


def _row(item: Item, bound: _Bound) -> tuple[str, str]:
    """Which rows, and how well they fit: by code and name, by name, by role. A row of another code is another row."""
    if not item.names_row:
        return "is_total", "0"
    named = f"row_key IN {bound.among(item.row_keys)}"
    coded = f"{_CODE} IN {bound.among(item.codes)}"
    played = f"row_role IN {bound.among(item.row_roles)}"
    if item.codes:
        named = f"({named} AND ({_CODE} = '' OR {coded}))"
    fit = (
        f"CASE WHEN {named} THEN {_rank('row_key', item.row_keys, bound)} "
        f"WHEN {coded} THEN 50 ELSE {_rank('row_role', item.row_roles, bound, 60)} END"
    )
    # what an item does not name is left out, so that a single list can be looked up in the order of the file
    said = zip((named, coded, played), (item.row_keys, item.codes, item.row_roles), strict=True)
    return f"({' OR '.join(test for test, values in said if values)})", fit


def _column(item: Item, bound: _Bound) -> tuple[str, str]:
    """Which columns, and how well they fit; where none is named the total, or the one a row has (人员经费 and 公用经费 side by side)."""
    if not item.names_column:
        plain = "(column_role IN ('', 'total') OR \"table\" = 'basic')"
        return plain, "CASE column_role WHEN 'total' THEN 0 WHEN '' THEN 1 ELSE 2 END"
    named = [f"list_contains(string_split(column_key, '/'), {bound(name)})" for name in item.column_names]
    whole = f"column_key IN {bound.among(item.column_names)}"
    played = f"column_role IN {bound.among(item.column_roles)}"
    fit = f"CASE WHEN {whole} THEN 0 WHEN {played} THEN {_rank('column_role', item.column_roles, bound, 1)} ELSE 50 END"
    return f"({' OR '.join([whole, *named] * bool(named) + [played] * bool(item.column_roles))})", fit


def _measure(item: Item, bound: _Bound) -> tuple[str, str]:
    """Which measures: those asked for, or what the document's kind has; never a prior year's or a change unasked."""
    if item.measures:
        return f"measure IN {bound.among(item.measures)}", _rank("measure", item.measures, bound)
    fits = f"""(measure NOT IN ('change', 'prior')
        AND NOT (of_kind = 'budget' AND measure = 'final')
        AND NOT (of_kind = 'final' AND measure = 'budget'
                 AND (relation = 'budgeted' OR regexp_matches(column_key, '{_SAYS_BUDGET}'))))"""
    return fits, "CASE measure WHEN of_kind THEN 0 WHEN '' THEN 1 ELSE 2 END"
