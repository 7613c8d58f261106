"""Whether what the model says of a table's headings stands: identities decide, not the model.

A reading changes what a table is called and what its columns and rows are for; the figures stay where geometry put them.
It is taken over only where figures that count tie the table to other tables or to the notes, hardly anything breaks by
it, and no other reading of the document would do as well (else the words of its titles must settle it). A column's or
row's role that no identity bears out is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.bind import bind_table
from extract.checks import Book, Class, Outcome, Result
from extract.checks import run as run_checks
from extract.llm.kinds import Proposal, possible_kinds, standard_kinds
from extract.llm.sums import SUMS, sides_of, total_columns, total_rows, total_words
from extract.model import Column, Disclosure, Kind, Row, Table
from extract.outline import Source
from extract.specs import BY_KIND, role_of
from extract.text import folded

_HOLDING = {Outcome.HOLDS, Outcome.ROUNDING}
_ENOUGH = 2  # points of evidence: figures of four digits or more count two, of three one
_ONE_BROKEN_IN = 10  # identities of a sound reading; more, and the reading is what is broken
_MOST = 20  # points that one table may add to a reading: a long table must not outvote the others
_CLEARLY = 4  # points that a reading must be ahead of a rival where words do not settle it

_ROW_SUMS = {"side_total", "side_subtotal", "basic_total", "total_sum", "balance"}

_WORDS: dict[Kind, str] = {
    Kind.THREE_PUBLIC: r"三公|公务|接待|出国",
    Kind.STATE_CAPITAL: r"国有资本|国资",
    Kind.GOVERNMENT_FUND: r"基金",
    Kind.BASIC: r"基本|日常|运转|经济分类",
    Kind.FISCAL: r"财政",
    Kind.GENERAL_PUBLIC: r"公共|财政",
    Kind.EXPENDITURE: r"单位|部门|全部|总|支出|开支|使用",
    Kind.INCOME: r"单位|部门|全部|总|收入|来源|进账",
    Kind.INCOME_EXPENDITURE: r"单位|部门|全部|总|收支",
}
"""Words of a title that speak for a kind, the most special kind first."""

_STANDARD_ORDER = (
    Kind.INCOME_EXPENDITURE,
    Kind.INCOME,
    Kind.EXPENDITURE,
    Kind.FISCAL,
    Kind.GENERAL_PUBLIC,
    Kind.BASIC,
    Kind.GOVERNMENT_FUND,
    Kind.STATE_CAPITAL,
    Kind.THREE_PUBLIC,
)
"""The order in which the prescribed forms of 部门预算公开 number them: somewhere to start from, no evidence."""

Reading = tuple[tuple[str, Kind], ...]
"""A kind for each table asked about, `OTHER` where it is left as it is."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What the identities say of one table in one reading of the document."""

    tied: int  # points of evidence that tie it to other tables or the notes
    holds: int
    broken: int

    @property
    def sound(self) -> bool:
        """Whether a reading can be right: a document breaks few of its own identities."""
        return self.broken * _ONE_BROKEN_IN <= self.holds


class World:
    """A document in which some tables are read otherwise than by rules."""

    def __init__(self, base: Disclosure, sources: Mapping[str, Source]) -> None:
        """`base` is the layout's reading; `sources` are its tables as found."""
        self.base = base
        self.sources = sources
        self.tables = {t.id: t for t in base.tables}
        self.there = {t.kind for t in base.tables if t.figures} - {Kind.OTHER}
        self.words = total_words(base.tables)
        self.broken_before = {_key(r) for r in run_checks(Book.of(base)) if r.outcome is Outcome.BROKEN}
        self.told: dict[tuple[str, Kind], Proposal] = {}
        self._bound: dict[tuple[str, Kind], Table] = {}
        self._results: dict[Reading, list[Result]] = {}

    def tell(self, proposals: Sequence[Proposal]) -> None:
        """Take in what the model says of columns and rows; readings made before are forgotten."""
        self.told.update(((p.table, p.kind), p) for p in proposals)
        self._bound.clear()
        self._results.clear()

    def bound(self, table: str, kind: Kind) -> Table:
        """A table as one of a kind."""
        if (table, kind) not in self._bound:
            said = self.told.get((table, kind), Proposal(table, kind))
            self._bound[table, kind] = _bound(self.tables[table], self.sources[table], said, self.words)
        return self._bound[table, kind]

    def kinds(self, table: str) -> list[Kind]:
        """What a table can be by its make: its own kind where rules know it, else any that no other table has."""
        if (own := self.tables[table].kind) is not Kind.OTHER:
            return [own]
        return [k for k in possible_kinds(self.tables[table], standard_kinds()) if k not in self.there]

    def title(self, table: str) -> str:
        """What names a table as a whole: its title, or what stands above it, and the header over all of its columns."""
        paths = [c.path for c in self.tables[table].columns]
        over = {path[0] for path in paths if len(path) > 1}
        head = over.pop() if len(over) == 1 and all(len(path) > 1 for path in paths) else ""
        return (self.tables[table].title or " ".join(self.sources[table].above)) + " " + head

    def read(self, reading: Reading) -> Disclosure:
        """The document so read, not yet judged."""
        changed = {table: self.bound(table, kind) for table, kind in reading if kind is not Kind.OTHER}
        return self.base.model_copy(update={"tables": tuple(changed.get(t.id, t) for t in self.base.tables)})

    def results(self, reading: Reading) -> list[Result]:
        """The hard identities of the document so read."""
        if reading not in self._results:
            results = run_checks(Book.of(self.read(reading)))
            self._results[reading] = [r for r in results if r.klass is Class.H]
        return self._results[reading]

    def weigh(self, reading: Reading) -> dict[str, Weight]:
        """The evidence for each table that the reading changes."""
        results = self.results(reading)
        return {table: self._weight(table, kind, results) for table, kind in reading if kind is not Kind.OTHER}

    def _weight(self, table: str, kind: Kind, results: Sequence[Result]) -> Weight:
        own = [r for r in results if any(ref[0] == table for ref in r.members)]
        holds = [r for r in own if r.outcome in _HOLDING and r.covers and _largest(r) > 0]
        new = [r for r in own if r.outcome is Outcome.BROKEN and _key(r) not in self.broken_before]
        telling = holds if self.tables[table].kind is kind else [r for r in holds if _crosses(r)]
        return Weight(sum(_points(r) for r in telling), len(holds), len(new))

    def stands(self, table: str, weight: Weight) -> bool:
        """Whether the evidence is enough to take a table's reading over."""
        tied = weight.tied >= _ENOUGH or not self.tables[table].figures
        return weight.sound and (tied or self.kinds(table) == [Kind.THREE_PUBLIC])

    def score(self, reading: Reading) -> tuple[int, int]:
        """How well a reading hangs together: points of what stands less those of what breaks; then words of titles."""
        weights = self.weigh(reading)
        tied = sum(1 + min(w.tied, _MOST) for table, w in weights.items() if self.stands(table, w))
        named = sum(re.search(_WORDS[k], folded(self.title(t))) is not None for t, k in reading if k in _WORDS)
        return tied - _ENOUGH * sum(w.broken for w in weights.values()), named


def _bound(table: Table, source: Source, proposal: Proposal, words: frozenset[str]) -> Table:
    """A table bound anew as one of a kind. Its figures, pages and boxes stay what they were.

    What arithmetic and the halves of the page tell comes first; what the model says fills in what is still open.
    """
    again = bind_table(replace(source, kind=proposal.kind), table.id)
    spec = BY_KIND[proposal.kind]
    whole, within = total_columns(again, words)
    sides = sides_of(again) if spec.two_sided else {}
    columns = []
    for i, column in enumerate(again.columns):
        if i in whole and column.role in {"", "total"}:
            column = _with_role(column, "total", SUMS)
        elif i in within:
            outer = next((r for part in reversed(column.path[:-1]) if (r := role_of(spec.columns, part))), "total")
            column = _with_role(column, column.role or outer, SUMS)
        elif column.role == "total" and any(_beside(column, again.columns[w]) for w in whole | within):
            column = _with_role(column, proposal.columns.get(i, ""), "llm" if i in proposal.columns else "")
        elif not column.role and (role := proposal.columns.get(i, "")):
            column = _with_role(column, role, "llm")
        if spec.two_sided and not column.side and (side := sides.get(column.group) or proposal.sides.get(i, "")):
            column = column.model_copy(update={"side": side})
        columns.append(column)
    again = again.model_copy(update={"columns": _distinct(columns)})
    totals = total_rows(again, spec)
    rows = [_row(row, totals.get(i, ""), proposal.rows.get(i, "")) for i, row in enumerate(again.rows)]
    known = all(c.side for c in columns)
    return again.model_copy(
        update={
            "rows": tuple(rows),
            "doubts": tuple(d for d in again.doubts if not (d == "side_unknown" and known)),
            "unexplained": table.unexplained,
            "kind_from": "llm" if proposal.kind is not table.kind else table.kind_from,
        }
    )


def _beside(column: Column, total: Column) -> bool:
    """Whether a column stands beside the one that arithmetic makes the total of both."""
    return column.group == total.group and column.path[:-1] == total.path[:-1]


def _with_role(column: Column, role: str, source: str) -> Column:
    return column.model_copy(update={"role": role, "role_from": source})


def _distinct(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Without the model's roles that another column of the group has too, unless they give different years or measures."""

    def place(c: Column) -> tuple[object, ...]:
        return c.group, c.role, c.measure, c.year

    places = [place(c) for c in columns]
    return tuple(_with_role(c, "", "") if c.role_from == "llm" and places.count(place(c)) > 1 else c for c in columns)


def _row(row: Row, by_sums: str, by_model: str) -> Row:
    if row.role or not (role := by_sums or by_model):
        return row
    return row.model_copy(update={"role": role, "role_from": SUMS if by_sums else "llm"})


def _key(result: Result) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    return result.check, tuple(result.members)


def _crosses(result: Result) -> bool:
    """Whether an identity ties a table to another one, or to the notes."""
    return len({ref[0] for ref in result.members}) > 1


def _largest(result: Result) -> Decimal:
    return max((abs(t.value) for t in (*result.left, *result.right) if t.ref is not None), default=Decimal(0))


def _points(result: Result) -> int:
    """How telling an identity is: figures of few digits agree by chance."""
    digits = max(
        (len(re.sub(r"\D", "", t.printed).strip("0")) for t in (*result.left, *result.right) if t.ref is not None),
        default=0,
    )
    return 2 if digits >= 4 else 1 if digits == 3 else 0


# --- which kinds -----------------------------------------------------------------------------------------------------


def best_reading(world: World, said: Mapping[str, Kind]) -> Reading:
    """The kinds that hang together best, climbing from what the model says, from title words, from the standard order."""
    tables = list(said)
    starts = [_assigned(world, tables, said), _assigned(world, tables, {}), _in_order(world, tables)]
    climbed = [climb(world, start) for start in dict.fromkeys(starts)]
    return max(climbed, key=world.score)


def _assigned(world: World, tables: Sequence[str], said: Mapping[str, Kind]) -> Reading:
    """Each table the kind that is said of it, or else that its title has a word for; no kind twice."""
    taken: set[Kind] = set()
    reading: list[tuple[str, Kind]] = []
    for table in tables:
        kinds = [k for k in world.kinds(table) if k not in taken]
        wanted = said.get(table)
        by_words = next((k for k in _WORDS if k in kinds and re.search(_WORDS[k], folded(world.title(table)))), None)
        kind = wanted if wanted in kinds else by_words if not said else None
        taken |= {kind} if kind is not None else set()
        reading.append((table, kind or Kind.OTHER))
    return tuple(reading)


def _in_order(world: World, tables: Sequence[str]) -> Reading:
    """Each table the first kind in the standard order that it can be and that comes after those before it."""
    reading: list[tuple[str, Kind]] = []
    at = 0
    for table in tables:
        kinds = world.kinds(table)
        found = next((n for n in range(at, len(_STANDARD_ORDER)) if _STANDARD_ORDER[n] in kinds), None)
        at = at if found is None else found + 1
        reading.append((table, Kind.OTHER if found is None else _STANDARD_ORDER[found]))
    return tuple(reading)


def climb(world: World, reading: Reading) -> Reading:
    """Change one thing at a time while the document hangs together better for it."""
    best = world.score(reading)
    while True:
        moves = [(world.score(r), -n, r) for n, r in enumerate(_moves(world, reading))]
        top = max(moves, default=None)
        if top is None or top[0] <= best:
            return reading
        best, _, reading = top


def _moves(world: World, reading: Reading) -> Iterator[Reading]:
    """Another kind for a table, taken from the one that has it; the two exchanged where the other can be the first's."""
    for i, (table, own) in enumerate(reading):
        for kind in (*world.kinds(table), Kind.OTHER):
            if kind is own:
                continue
            holder = next((j for j, (_, k) in enumerate(reading) if k is kind and kind is not Kind.OTHER), None)
            changed = list(reading)
            changed[i] = (table, kind)
            if holder is None:
                yield tuple(changed)
                continue
            changed[holder] = (reading[holder][0], Kind.OTHER)
            yield tuple(changed)
            if own in world.kinds(reading[holder][0]):
                changed[holder] = (reading[holder][0], own)
                yield tuple(changed)


# --- what stands -----------------------------------------------------------------------------------------------------


def decide(world: World, reading: Reading) -> Reading:
    """The part of a reading that stands, and that no other reading does as well as."""
    while True:
        weights = world.weigh(reading)
        failing = [table for table, weight in weights.items() if not world.stands(table, weight)]
        if not failing:
            break
        worst = min(failing, key=lambda table: (weights[table].sound, weights[table].tied))
        reading = _without(reading, worst)
    doubtful = [table for table, kind in reading if kind is not Kind.OTHER and not _alone(world, table, kind, reading)]
    return decide(world, _without(reading, *doubtful)) if doubtful else reading


def _without(reading: Reading, *tables: str) -> Reading:
    return tuple((table, Kind.OTHER if table in tables else kind) for table, kind in reading)


def _alone(world: World, table: str, kind: Kind, reading: Reading) -> bool:
    """Whether every other kind would suit the table clearly worse, or the words of the titles settle which it is."""
    if len(world.kinds(table)) < 2 or not world.tables[table].figures:
        return True
    for rival in world.kinds(table):
        holder = next((t for t, k in reading if k is rival), None)
        if rival is kind or (holder is not None and kind not in world.kinds(holder)):
            continue
        swapped = tuple((t, rival if t == table else kind if t == holder else k) for t, k in reading)
        if not _clearly_worse(world, swapped, reading, table) and not _word_settles(world, table, kind, holder, rival):
            return False
    return True


def _clearly_worse(world: World, other: Reading, reading: Reading, table: str) -> bool:
    weight = world.weigh(other)[table]
    if not world.stands(table, weight):
        return True
    return world.score(reading)[0] >= world.score(other)[0] + _CLEARLY


def _word_settles(world: World, table: str, kind: Kind, holder: str | None, rival: Kind) -> bool:
    """Whether the title with the word for the more special of two kinds is that of the table so read, and only that."""
    order = list(_WORDS)
    special = kind if order.index(kind) < order.index(rival) else rival

    def named(title: str) -> bool:
        return re.search(_WORDS[special], folded(title)) is not None

    mine, theirs = named(world.title(table)), holder is not None and named(world.title(holder))
    if special is kind:
        return mine and not theirs
    general = re.search(_WORDS[kind], folded(world.title(table))) is not None
    return not mine and (theirs or general)


def borne_out(world: World, reading: Reading) -> list[Proposal]:
    """What the model said of the tables so read, without the roles that no identity bears out.

    A role is borne out by an identity between tables, or with the notes, that holds over a figure of it that counts; a
    total row's also by its own sum. One that breaks an identity between tables is not.
    """
    held: set[tuple[str, str, int]] = set()
    broken: set[tuple[str, str, int]] = set()
    for result in world.results(reading):
        crosses = _crosses(result)
        if not crosses and result.check not in _ROW_SUMS:
            continue
        new = result.outcome is Outcome.BROKEN and _key(result) not in world.broken_before
        if not new and not (result.outcome in _HOLDING and result.covers and _points(result)):
            continue
        for at, row, column in result.members:
            (broken if new else held).add((at, "row", row))
            if crosses:
                (broken if new else held).add((at, "column", column))
    held -= broken
    said = [world.told[at] for at in reading if at in world.told]
    return [
        replace(
            p,
            columns={i: role for i, role in p.columns.items() if (p.table, "column", i) in held},
            rows={i: role for i, role in p.rows.items() if (p.table, "row", i) in held},
        )
        for p in said
    ]
