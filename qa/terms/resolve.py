"""Which figure is meant: every figure of a document is weighed against all that a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Kind, State, Verdict
from extract.text import UNIT_YUAN, folded
from qa.documents.figures import Figure, View
from qa.terms.terms import Term, Terms, names_of, says_kind
from qa.words.lexicon import TABLES, scopes_in

_ORDER = {
    Kind.INCOME_EXPENDITURE: 0.10,
    Kind.EXPENDITURE: 0.09,
    Kind.INCOME: 0.08,
    Kind.THREE_PUBLIC: 0.07,
    Kind.FISCAL: 0.05,
    Kind.GENERAL_PUBLIC: 0.04,
    Kind.BASIC: 0.03,
    Kind.GOVERNMENT_FUND: 0.02,
    Kind.STATE_CAPITAL: 0.01,
    Kind.PERFORMANCE: 0.0,
    Kind.NARRATIVE: -0.12,
    Kind.OTHER: -0.3,
}
"""Where a figure is looked for first when the question does not say: the whole before its parts, tables before prose."""

_PLAIN = {"amount", "budgeted", "final", ""}
_NEAR = 0.36  # points behind the best within which another figure could be meant as well


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants of a figure beside its name. `unit`: money, %, or a counter (辆); '' for any."""

    year: int | None = None
    measure: str = ""
    unit: str = ""
    relations: tuple[str, ...] = ()
    any_year: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A figure, and how well it is what was asked for."""

    figure: Figure
    score: float


def resolve(terms: Terms, view: View, wanted: Wanted | None = None) -> list[Match]:
    """The figures that carry everything that the terms name, best first; none where something is named that none has."""
    wanted = wanted or Wanted()
    if not terms.terms and not terms.scopes and not terms.total:
        return []
    found = []
    if any(scope.startswith(_NOTES_ON) for scope in terms.scopes):
        terms = terms.with_scopes([_of_notes(scope, view) for scope in terms.scopes])
    for figure in view.figures:
        score = _weigh(figure, terms, view, wanted)
        if score is not None:
            found.append(Match(figure, score))
    found.sort(key=lambda m: (-m.score, m.figure.page, m.figure.ref))
    return found


def _weigh(figure: Figure, terms: Terms, view: View, wanted: Wanted) -> float | None:
    if not terms.terms and not terms.scopes and figure.table not in _OF_ALL:
        return None
    if not _in_scope(figure, terms.scopes) or not _fits_unit(figure, wanted.unit):
        return None
    score = _ORDER.get(figure.table, 0.0)
    row_named = column_named = False
    for term in terms.terms:
        sure = names_of(term, figure)
        if sure <= 0 or _of_other_side(term, figure):
            return None
        score += sure
        if figure.table is Kind.INCOME_EXPENDITURE and _is_part(figure) and _names_column(term, figure):
            score -= 0.05  # 支出总表 says it row by row
        if figure.table in term.prefers and sure > _ALSO_CALLED:
            score += 0.2
        row_named = row_named or _names_row(term, figure)
        column_named = column_named or _names_column(term, figure)
    if len(terms.terms) == 1 and not terms.scopes:
        score -= _of_another_table(figure, terms.terms[0])
    if figure.table is Kind.PERFORMANCE and not row_named and not _of_forms(terms, view):
        return None  # a project's money is meant only where projects are
    score -= _unasked(figure, row_named, column_named, terms)
    trouble = _time(figure, view, wanted)
    if trouble is None:
        return None
    score -= trouble
    of_then = figure.relation == "prior" and wanted.year is not None and figure.year == wanted.year
    if figure.is_fact and figure.relation not in (wanted.relations or _PLAIN) and not of_then:
        score -= 1.0
    if figure.state is not State.NUMBER:
        score -= 0.3
    if figure.verdict is Verdict.REVIEW:
        score -= 0.2
    return score if score > 0 else None


def _of_other_side(term: Term, figure: Figure) -> bool:
    """Whether a figure is the total of the table of income where one of spending is named, or the other way round."""
    if figure.row_role != "total" or "收支" in term.text or ("收入" in term.text and "支出" in term.text):
        return False
    other = {Kind.INCOME: "支出", Kind.EXPENDITURE: "收入"}.get(figure.table, "")
    return bool(other) and other in term.text and not any(other in name for name in (*figure.names, *figure.columns))


def _of_another_table(figure: Figure, term: Term) -> float:
    """What speaks against a figure where no more than a kind of money is named: all of it is meant, spent or received, and
    not what one of the tables that it pays for adds up."""
    if re.match(r"[本当]年", term.text):  # what a unit has in all, not what a table of some of its money adds up
        return 0.2 * (figure.table is Kind.FISCAL)
    if (
        not term.tables
        or term.total
        or any(not name.startswith(term.text) or name in figure.names for name, _ in term.names)
    ):
        return 0.0
    other_side = {"收入": "income", "支出": "expenditure"}.get(term.but, "-")
    apart = figure.table in term.tables[1:] or figure.row_role in {"carry_in", "carry_out"}
    return 0.3 * apart + 0.3 * (figure.side == other_side) - 0.1 * figure.row_role.endswith("_current")


def _of_forms(terms: Terms, view: View) -> bool:
    """Whether terms speak of performance forms: by their table, or by names that nothing else has."""
    if Kind.PERFORMANCE.value in terms.scopes:
        return True
    named = [f for t in terms.terms for n, _ in t.names for f in view.vocabulary.get(n, ())]
    return bool(named) and all(f.table is Kind.PERFORMANCE for f in named)


_OF_ALL = frozenset((Kind.INCOME_EXPENDITURE, Kind.EXPENDITURE, Kind.INCOME, Kind.FISCAL))
"""Tables of which the total is meant where a question names nothing but a total."""
_ALSO_CALLED = 0.9
"""How sure it is that a figure is meant whose name only means the same as the printed one that the question has."""


_NOTES_ON = f"{Kind.NARRATIVE.value}:"


def _of_notes(scope: str, view: View) -> str:
    """A part of the notes as a place to look in: the notes as a whole, where no section is headed so."""
    part = scope.removeprefix(_NOTES_ON)
    headed = part == scope or any(part in f.section for f in view.figures if f.is_fact)
    return scope if headed else Kind.NARRATIVE.value


def _in_scope(figure: Figure, scopes: Sequence[str]) -> bool:
    """Whether a figure stands in one of the tables, or in the notes; `narrative:绩效` is the notes' part on that."""
    if not scopes:
        return True
    told = [s.removeprefix(_NOTES_ON) for s in scopes if s.startswith(_NOTES_ON)]
    if told and figure.is_fact:
        return any(words in figure.section for words in told)
    if figure.is_fact:
        explains = [name for _, _, name in scopes_in(folded(figure.section)) if name != Kind.NARRATIVE.value]
        if Kind.NARRATIVE.value in scopes and len(scopes) > 1 and explains:
            return any(name in scopes for name in explains)  # the notes on one table are not those on another
        return Kind.NARRATIVE.value in scopes or any(name in scopes for name in explains)
    return figure.table.value in scopes or TABLES in scopes


def _fits_unit(figure: Figure, unit: str) -> bool:
    if not unit:
        return True
    if unit == "money":
        return figure.unit in UNIT_YUAN or (not figure.unit and figure.value == 0)
    if unit == "%":
        return figure.unit == "%"
    if unit in _OF_PEOPLE:
        return figure.unit in _OF_PEOPLE or not figure.unit
    return figure.unit not in UNIT_YUAN and figure.unit != "%"


_OF_PEOPLE = {"人", "名", "位", "人次"}
"""What people are counted in; cars that are for leaders are no leaders."""


def _names_row(term: Term, figure: Figure) -> bool:
    if term.code:
        return bool(figure.code)
    if any(name in figure.names for name, _ in term.names):
        return True
    return says_kind(term, figure.names)


def _names_column(term: Term, figure: Figure) -> bool:
    if any(name in figure.columns for name, _ in term.names):
        return True
    return says_kind(term, figure.columns)


def _names_inner(term: Term, figure: Figure) -> bool:
    """Whether a term names the innermost part of a figure's header path."""
    if any(name in figure.inner for name, _ in term.names):
        return True
    return says_kind(term, figure.inner)


def _unasked(figure: Figure, row_named: bool, column_named: bool, terms: Terms) -> float:
    """What a figure is that nobody asked for: a row of its own, a column of its own."""
    if figure.is_fact:
        return 0.0 if row_named else 0.7
    penalty = 0.0
    if not row_named and not figure.total:
        penalty += 0.8 if figure.table is Kind.PERFORMANCE else 1.6  # a form has one row, its project's
    if figure.columns and not figure.alone:
        if not column_named and terms.total and terms.scopes and _TOTAL.search(figure.header):
            penalty += 0.0  # the total of a table whose items stand side by side
        elif not column_named:
            penalty += 0.75 if _is_part(figure) else 0.55
        elif not any(_names_inner(term, figure) for term in terms.terms):
            penalty += _OF_A_HALF if figure.column_role in {"staff", "running"} else 0.5
    return penalty


_OF_A_HALF = 2.0
"""What speaks against 人员经费 where its heading, 基本支出, is all that is asked for: no part of it is the whole."""
_TOTAL = re.compile(r"(?:^|/)(?:合计|总计)(?:/|$)")


def _is_part(figure: Figure) -> bool:
    return figure.column_role not in {"", "total"}


def _time(figure: Figure, view: View, wanted: Wanted) -> float | None:
    """What speaks against a figure's year and measure; None where it is of another year than asked for."""
    meta = view.disclosure.meta
    year = wanted.year or meta.year
    own = figure.year if figure.year is not None else meta.year
    trouble = 0.0
    if not wanted.any_year and own is not None and year is not None and own != year:
        if wanted.year is not None:
            return None
        trouble += 0.9
    prior = figure.measure == "prior" and not wanted.any_year and wanted.measure != "prior" and own == meta.year
    if figure.measure == "change" or prior:
        trouble += 1.0
    own_measure = measure_of(figure, view)
    if wanted.measure == "final" and own_measure == "budget" and meta.kind == "budget":
        return None  # a budget prints no final accounts
    if wanted.measure and own_measure and own_measure != wanted.measure:
        trouble += 1.0
    elif wanted.measure and own_measure == wanted.measure:
        trouble -= 0.1
    elif not wanted.measure and meta.kind == "final" and figure.measure == "budget":
        trouble += 0.5
    return trouble


def measure_of(figure: Figure, view: View) -> str:
    """Whether a figure is a budget's or a final account's: as its column or its name says, else as the document's kind is."""
    kind = view.disclosure.meta.kind
    if not figure.is_fact:
        return figure.measure or kind
    if re.search(r"决算|执行", figure.row):
        return "final"
    return figure.measure or ("" if kind == "final" else "budget")


def others(matches: Sequence[Match], near: float = _NEAR) -> list[Figure]:
    """Figures that could be meant as well, one for each other amount, likeliest first."""
    if not matches:
        return []
    first = matches[0]
    seen = {_amount(first.figure)}
    found = []
    for match in matches[1:]:
        if first.score - match.score > near or match.figure.state is not State.NUMBER:
            continue
        if (own := _amount(match.figure)) in seen or _rounds_to_any(match.figure, seen):
            continue
        seen.add(own)
        found.append(match.figure)
    return found


def _amount(figure: Figure) -> tuple[str, str]:
    value = figure.yuan if figure.yuan is not None else figure.value
    return ("元" if figure.yuan is not None else figure.unit, f"{value.normalize():f}" if value is not None else "")


def _rounds_to_any(figure: Figure, seen: Iterable[tuple[str, str]]) -> bool:
    """Whether a figure only tells one of the others in coarser units."""
    if figure.yuan is None or not figure.yuan:
        return False
    step = UNIT_YUAN[figure.unit] / (10 ** max(0, -int(figure.value.as_tuple().exponent)) if figure.value else 1)
    return any(u == "元" and v and abs(Decimal(v) - figure.yuan) < step for u, v in seen)


def same_place(figure: Figure, view: View) -> list[Figure]:
    """Where else the same amount stands under the same name."""
    own = _amount(figure)
    names = {n for n in (*figure.names, *figure.columns) if not re.fullmatch(r"合计|总计|小计", n)}
    return [
        f
        for f in view.figures
        if f.ref != figure.ref and _amount(f) == own and f.state is State.NUMBER and names & {*f.names, *f.columns}
    ]
