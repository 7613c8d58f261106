"""Whether a proposal of the model stands: identities decide, not the model.

A proposal changes what a table is called and what its columns are for; the figures stay where geometry put them. It is
taken over only where figures that count tie the table to other tables or to the notes, hardly anything breaks by it, and
no other reading of the table would do as well (then the words of its title must settle it).
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
from extract.model import Column, Disclosure, Kind, Row, Table
from extract.outline import Source
from extract.text import folded

_HOLDING = {Outcome.HOLDS, Outcome.ROUNDING}
_ENOUGH = 2  # points of evidence: figures of four digits or more count two, of three one
_ONE_BROKEN_IN = 10  # identities of a sound reading; more, and the reading is what is broken

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
"""Words of a title that speak for a kind; those of another kind, more special, speak against it."""


def bound(table: Table, source: Source, proposal: Proposal) -> Table:
    """A table bound anew as what the model says it is. Its figures, pages and boxes stay what they were."""
    again = bind_table(replace(source, kind=proposal.kind), table.id)
    columns = tuple(_column(c, i, proposal) for i, c in enumerate(again.columns))
    rows = tuple(_row(r, i, proposal) for i, r in enumerate(again.rows))
    known = all(c.side for c in columns)
    return again.model_copy(
        update={
            "columns": columns,
            "rows": rows,
            "doubts": tuple(d for d in again.doubts if not (d == "side_unknown" and known)),
            "unexplained": table.unexplained,
            "kind_from": "llm" if proposal.kind is not table.kind else table.kind_from,
        }
    )


def _column(column: Column, number: int, proposal: Proposal) -> Column:
    role, side = proposal.columns.get(number, ""), proposal.sides.get(number, "")
    changed: dict[str, str] = {}
    if role and not column.role:
        changed |= {"role": role, "role_from": "llm"}
    if side and not column.side:
        changed |= {"side": side}
    return column.model_copy(update=changed) if changed else column


def _row(row: Row, number: int, proposal: Proposal) -> Row:
    role = proposal.rows.get(number, "")
    return row.model_copy(update={"role": role, "role_from": "llm"}) if role and not row.role else row


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


Reading = tuple[Proposal, ...]


class World:
    """A document in which some tables are read as proposed."""

    def __init__(self, base: Disclosure, sources: Mapping[str, Source]) -> None:
        """`base` is the layout's reading; `sources` are its tables as found."""
        self.base = base
        self.sources = sources
        self.tables = {t.id: t for t in base.tables}
        self.broken_before = {_key(r) for r in run_checks(Book.of(base)) if r.outcome is Outcome.BROKEN}
        self._bound: dict[tuple[str, Kind], Table] = {}
        self._weights: dict[tuple[tuple[str, Kind], ...], dict[str, Weight]] = {}

    def bound(self, proposal: Proposal) -> Table:
        """A table as a proposal reads it."""
        at = (proposal.table, proposal.kind)
        if at not in self._bound:
            self._bound[at] = bound(self.tables[proposal.table], self.sources[proposal.table], proposal)
        return self._bound[at]

    def words(self, proposal: Proposal) -> str:
        """The title of a table, or what stands above it where it has none."""
        return self.tables[proposal.table].title or " ".join(self.sources[proposal.table].above)

    def weigh(self, reading: Reading) -> dict[str, Weight]:
        """The evidence for each proposal when all of them are taken over."""
        at = tuple(sorted((p.table, p.kind) for p in reading))
        if at not in self._weights:
            changed = {p.table: self.bound(p) for p in reading}
            tables = tuple(changed.get(t.id, t) for t in self.base.tables)
            results = run_checks(Book.of(self.base.model_copy(update={"tables": tables})))
            hard = [r for r in results if r.klass is Class.H]
            self._weights[at] = {p.table: self._weight(p, hard) for p in reading}
        return self._weights[at]

    def _weight(self, proposal: Proposal, results: Sequence[Result]) -> Weight:
        own = [r for r in results if any(ref[0] == proposal.table for ref in r.members)]
        holds = [r for r in own if r.outcome in _HOLDING and r.covers and _largest(r) > 0]
        new = [r for r in own if r.outcome is Outcome.BROKEN and _key(r) not in self.broken_before]
        same_kind = self.tables[proposal.table].kind is proposal.kind
        telling = holds if same_kind else [r for r in holds if any(ref[0] != proposal.table for ref in r.members)]
        return Weight(sum(_points(r) for r in telling), len(holds), len(new))

    def score(self, reading: Reading) -> tuple[int, int]:
        """How well a reading hangs together: points of evidence of what stands, less what breaks."""
        weights = self.weigh(reading)
        standing = [w for p, w in ((p, weights[p.table]) for p in reading) if _stands(self.tables[p.table], w)]
        return sum(min(w.tied, 20) for w in standing), -sum(w.broken for w in weights.values())


def _key(result: Result) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    return result.check, tuple(result.members)


def _largest(result: Result) -> Decimal:
    return max((abs(t.value) for t in (*result.left, *result.right) if t.ref is not None), default=Decimal(0))


def _points(result: Result) -> int:
    """How telling an identity is: figures of few digits agree by chance."""
    digits = max(
        (len(re.sub(r"\D", "", t.printed).strip("0")) for t in (*result.left, *result.right) if t.ref is not None),
        default=0,
    )
    return 2 if digits >= 4 else 1 if digits == 3 else 0


def decide(base: Disclosure, sources: Mapping[str, Source], proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals that stand, each as the model made it or as the identities correct it.

    From what the model says, one change at a time that makes the document hang together better: another kind that the
    table can be by its make, or two tables' kinds exchanged. What then does not stand, or could as well be something
    else, is left as the rules read it.
    """
    world = World(base, sources)
    there: set[Kind] = {t.kind for t in base.tables if t.figures} - {Kind.OTHER}
    chosen = _climb(world, _distinct(world, proposals, there), there)
    while chosen:
        weights = world.weigh(chosen)
        failing = [p for p in chosen if not _stands(world.tables[p.table], weights[p.table])]
        if not failing:
            break
        worst = min(failing, key=lambda p: (weights[p.table].sound, weights[p.table].tied))
        chosen = tuple(p for p in chosen if p is not worst)
    return [p for p in chosen if _alone(world, p, chosen, there)]


def _stands(table: Table, weight: Weight) -> bool:
    return weight.sound and (weight.tied >= _ENOUGH or not table.figures)


def _own_kind(world: World, proposal: Proposal) -> bool:
    """Whether a proposal leaves its table the kind that the title's words gave it."""
    return world.tables[proposal.table].kind is proposal.kind


def _distinct(world: World, proposals: Sequence[Proposal], there: set[Kind]) -> Reading:
    """No kind twice: of several tables proposed to be one, the one that hangs together best keeps it for now."""
    kept: list[Proposal] = [p for p in proposals if _own_kind(world, p)]
    for kind in dict.fromkeys(p.kind for p in proposals if not _own_kind(world, p)):
        same = [p for p in proposals if p.kind is kind and not _own_kind(world, p)]
        best = max(same, key=lambda p: world.score((*kept, p)))
        kept += [best] if kind not in there else []
        kept += [replace(p, kind=Kind.OTHER) for p in same if p is not best or kind in there]
    return tuple(kept)


def _climb(world: World, reading: Reading, there: set[Kind]) -> Reading:
    """Change one thing at a time while the document hangs together better for it."""
    best = world.score(_named(reading))
    while True:
        moves = [(world.score(_named(r)), n, r) for n, r in enumerate(_moves(world, reading, there))]
        top = max(moves, key=lambda move: (move[0], -move[1]), default=None)
        if top is None or top[0] <= best:
            return _named(reading)
        best, _, reading = top


def _named(reading: Reading) -> Reading:
    return tuple(p for p in reading if p.kind is not Kind.OTHER)


def _moves(world: World, reading: Reading, there: set[Kind]) -> Iterator[Reading]:
    taken = {p.kind for p in reading} | there
    for i, p in enumerate(reading):
        if _own_kind(world, p):
            continue
        kinds = possible_kinds(world.tables[p.table], standard_kinds())
        for kind in kinds:
            if kind not in taken:
                yield (*reading[:i], replace(p, kind=kind), *reading[i + 1 :])
        for j in range(i + 1, len(reading)):
            q = reading[j]
            if not _own_kind(world, q) and q.kind is not p.kind and (q.kind in kinds or p.kind is not Kind.OTHER):
                swapped = list(reading)
                swapped[i], swapped[j] = replace(p, kind=q.kind), replace(q, kind=p.kind)
                yield tuple(swapped)


def _alone(world: World, proposal: Proposal, chosen: Reading, there: set[Kind]) -> bool:
    """Whether no other kind would suit the table as well, or its title's words settle which it is."""
    table = world.tables[proposal.table]
    if _own_kind(world, proposal) or not table.figures:
        return True
    rivals = [k for k in possible_kinds(table, standard_kinds()) if k is not proposal.kind and k not in there]
    words = world.words(proposal)
    return all(_word_settles(words, proposal.kind, k) for k in rivals if _suits(world, proposal, k, chosen))


def _suits(world: World, proposal: Proposal, kind: Kind, chosen: Reading) -> bool:
    """Whether a table stands as another kind too, swapped with the table that is now read as that."""
    swapped = tuple(
        replace(p, kind=kind) if p is proposal else replace(p, kind=proposal.kind) if p.kind is kind else p
        for p in chosen
    )
    other, own = world.weigh(swapped)[proposal.table], world.weigh(chosen)[proposal.table]
    return other.sound and other.tied >= _ENOUGH and other.broken <= own.broken


def _word_settles(text: str, kind: Kind, rival: Kind) -> bool:
    """Whether a title has a word for one kind and none for the other, the more special one weighing more."""
    order = list(_WORDS)
    mine = re.search(_WORDS[kind], folded(text)) is not None
    theirs = re.search(_WORDS[rival], folded(text)) is not None
    return mine and (not theirs or order.index(kind) < order.index(rival))
