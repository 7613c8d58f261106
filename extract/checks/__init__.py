"""Named identities (勾稽关系) over a disclosure's tables and notes. `run` makes them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract.checks import consistency, cross, forms, prose, tables, units
from extract.checks.base import Book, Class, Outcome, Result, Term

Check = Callable[[Book], Iterator[Result]]

CHECKS: tuple[Check, ...] = (
    tables.row_sums,
    tables.code_sums,
    tables.total_sums,
    tables.basic_totals,
    tables.side_sums,
    tables.balance,
    tables.nature_parts,
    tables.three_public_rows,
    tables.year_changes,
    cross.income_columns,
    cross.income_items,
    cross.expenditure_total,
    cross.fiscal_income,
    cross.fiscal_expenditure,
    cross.parts_of_wholes,
    cross.basic_equals,
    cross.fund_income,
    cross.no_state_capital,
    cross.three_public_bounds,
    cross.same_codes,
    cross.special_bonds,
    cross.wholly_state_funded,
    cross.hints,
    forms.form_funds,
    forms.form_weights,
    forms.form_titles,
    forms.form_totals,
    prose.stated_in_tables,
    prose.shares,
    prose.share_sums,
    prose.changes,
    prose.completions,
    prose.complete_splits,
    prose.performance_money,
    prose.listed_parts,
    prose.listed_totals,
    prose.said_twice,
    prose.reasons,
    prose.named_items,
    consistency.empty_tables,
    consistency.named_tables,
    consistency.years,
    consistency.placeholders,
    consistency.asset_dates,
    consistency.code_forms,
    consistency.unexplained,
    consistency.vehicles_without_money,
    consistency.unreadable,
    consistency.hidden_text,
)


def run(book: Book) -> list[Result]:
    """The results of every check, in the order of `CHECKS`; last what they make of the units of money."""
    results = [result for check in CHECKS for result in check(book)]
    return [*results, *units.unit_borne_out(book, results)]


__all__ = ["CHECKS", "Book", "Class", "Outcome", "Result", "Term", "run"]
