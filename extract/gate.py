"""From binding, ledger and identities to a verdict for each figure.

Geometry and the ledger are the gate, identities are evidence. `verified` needs a figure that is alone in its cell, bound
unambiguously, on pages where no number is left over, and covered by an identity that holds; `grounded` the same without
an identity. A broken identity names suspects: its members that no other identity holds up; if none remain, the figures
told in prose where prose is one side, else all members. A table that differs from others by the factor of 元 and 万元 is
suspect as a whole. Where nothing bears its unit out (`extract.checks.units`), its own sums verify nothing: it is at most
`grounded`, and `review` where the other tables or the size of its amounts speak against its unit. A suspect that is bound unambiguously is the document's own (`conflict`); anything in doubt is `review`.

What a person decided comes before all of it: an accepted or corrected figure is `corrected`, whatever its identities say,
and takes part in them with its value; a figure that a person calls the document's own error is `conflict`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extract.checks import Book, Class, Outcome, Result
from extract.checks import run as run_checks
from extract.checks.base import Ref, allowed, in_unit
from extract.checks.units import Node, Standing, standings
from extract.model import (
    REVIEW_DOUBTS,
    SOFT_DOUBTS,
    Action,
    Cell,
    CheckCount,
    Decided,
    Disclosure,
    Fact,
    Finding,
    Kind,
    Lost,
    Severity,
    State,
    Table,
    Verdict,
)
from extract.text import UNIT_YUAN

_HOLDING = {Outcome.HOLDS, Outcome.ROUNDING}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the identities say: figures covered by one that holds, suspects of one that is broken, tables (by id) whose
    unit of money is suspect, and how well each table's unit of money is borne out."""

    covered: frozenset[Ref]
    suspects: dict[Ref, tuple[str, ...]]
    wrong_units: frozenset[str] = frozenset()
    units: Mapping[Node, Standing] = field(default_factory=dict)


def weigh(results: Sequence[Result], tables: Sequence[Table] = ()) -> Evidence:
    """Which figures the results cover, which they suspect, and what they make of the units of some tables."""
    holding: dict[Ref, set[int]] = defaultdict(set)
    covered: set[Ref] = set()
    for number, result in enumerate(results):
        if result.covers and result.outcome in _HOLDING and result.klass is not Class.S:
            proved = _proved(result)
            covered.update(proved)
            if result.klass is Class.H:
                for ref in proved:
                    holding[ref].add(number)
    suspects: dict[Ref, list[str]] = defaultdict(list)
    for result in results:
        if result.klass is not Class.H or result.outcome is not Outcome.BROKEN:
            continue
        for ref in suspected(result, holding):
            suspects[ref].append(result.check)
    told = {ref: tuple(dict.fromkeys(names)) for ref, names in suspects.items()}
    return Evidence(frozenset(covered), told, _wrong_units(results), standings(tables, results))


_SLIP = Decimal(10_000)


def _wrong_units(results: Sequence[Result]) -> frozenset[str]:
    """The tables that differ from others, or from the notes, by the factor of 元 and 万元.

    Every sum inside such a table holds all the same, so none of its figures is proved by one. Of two that differ, the
    one that differs from more others is meant; where that does not tell, both are.
    """
    apart: dict[str, set[str]] = defaultdict(set)
    for result in results:
        sides = [{t.ref[0] for t in side if t.ref is not None} for side in (result.left, result.right)]
        if result.outcome is Outcome.BROKEN and all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            low, high = (abs(sum((t.value * t.sign for t in side), Decimal(0))) for side in (result.left, result.right))
            slack = allowed((*result.left, *result.right))
            if low and high and min(abs(low * _SLIP - high), abs(high * _SLIP - low)) <= slack:
                (one,), (other,) = sides
                apart[one].add(other)
                apart[other].add(one)
    return frozenset(
        table for table, others in apart.items() if table and len(others) >= max(len(apart[o]) for o in others)
    )


def _proved(result: Result) -> list[Ref]:
    """The members that an identity which holds proves: a sentence in whole 万元 does not prove a cell in 元."""
    terms = [t for t in (*result.left, *result.right) if t.ref is not None]
    coarse = max((t.quantum for t in terms if t.ref is not None and t.ref[0] == ""), default=None)
    return [t.ref for t in terms if t.ref is not None and (t.ref[0] == "" or coarse is None or coarse <= t.quantum)]


def suspected(result: Result, holding: dict[Ref, set[int]]) -> list[Ref]:
    """The members of a broken identity that nothing else holds up."""
    members = result.members
    alone = [ref for ref in members if not holding.get(ref)]
    if alone:
        return alone
    prose = [ref for ref in members if ref[0] == ""]
    return prose if prose and len(prose) < len(members) else members


def judge(disclosure: Disclosure) -> Disclosure:
    """Run every check on a disclosure and give each figure its verdict; findings and counts replace the old ones."""
    results = run_checks(Book.of(disclosure))
    evidence = weigh(results, disclosure.tables)
    tables = tuple(_table(table, evidence) for table in disclosure.tables)
    facts = tuple(
        fact.model_copy(update={"verdict": _fact_verdict(fact, ("", i, 0), evidence)})
        for i, fact in enumerate(disclosure.facts)
    )
    judged = disclosure.model_copy(update={"tables": tables, "facts": facts})
    return judged.model_copy(update={"findings": tuple(_findings(results, judged)), "checks": tuple(_counts(results))})


def _table(table: Table, evidence: Evidence) -> Table:
    cells = []
    ledger_open = bool(table.doubts or table.left_over)
    for cell in table.cells:
        if cell.decided is not None:
            cells.append(cell.model_copy(update={"verdict": _of_a_person(cell.decided)}))
            continue
        if cell.state is not State.NUMBER:
            cells.append(cell)
            continue
        ref = (table.id, cell.row, cell.column)
        in_doubt = not SOFT_DOUBTS.issuperset(cell.doubts) or not REVIEW_DOUBTS.isdisjoint(cell.doubts)
        if in_doubt or ledger_open:
            verdict = Verdict.REVIEW
        elif ref in evidence.suspects or (table.id in evidence.wrong_units and cell.unit in UNIT_YUAN):
            verdict = Verdict.CONFLICT
        elif (unit := _unit(table, cell, evidence)) is Standing.APART:
            verdict = Verdict.REVIEW
        else:
            good = not cell.doubts and ref in evidence.covered and unit is not Standing.ALONE
            verdict = Verdict.VERIFIED if good else Verdict.GROUNDED
        cells.append(cell.model_copy(update={"verdict": verdict}))
    return table.model_copy(update={"cells": tuple(cells)})


def _unit(table: Table, cell: Cell, evidence: Evidence) -> Standing:
    """How well a figure's unit is borne out; zero is the same in any. Tables of no standard kind are never verified."""
    if not cell.value or cell.unit not in UNIT_YUAN or table.kind is Kind.OTHER:
        return Standing.PROVED
    return evidence.units.get((table.id, cell.unit), Standing.ALONE)


def _of_a_person(decided: Decided) -> Verdict:
    return Verdict.CORRECTED if decided.settled else Verdict.CONFLICT


def _fact_verdict(fact: Fact, ref: Ref, evidence: Evidence) -> Verdict:
    if fact.decided is not None:
        return _of_a_person(fact.decided)
    if fact.doubts:
        return Verdict.REVIEW
    if ref in evidence.suspects:
        return Verdict.CONFLICT
    return Verdict.VERIFIED if ref in evidence.covered else Verdict.GROUNDED


def _counts(results: Sequence[Result]) -> list[CheckCount]:
    counts: dict[str, dict[str, int]] = {}
    for result in results:
        own = counts.setdefault(result.check, {"holds": 0, "rounding": 0, "broken": 0, "not_checkable": 0})
        own[result.outcome.value] += 1
    return [CheckCount(check=check, **own) for check, own in sorted(counts.items())]


def _findings(results: Sequence[Result], disclosure: Disclosure) -> list[Finding]:
    findings = []
    verdicts_of = {(t.id, c.row, c.column): c.verdict for t in disclosure.tables for c in t.cells}
    verdicts_of |= {("", i, 0): fact.verdict for i, fact in enumerate(disclosure.facts)}
    for result in results:
        severity = _severity(result)
        if severity is None:
            continue
        message = result.message + _told(result, severity)
        verdicts = {verdicts_of.get(ref) for ref in result.members}
        findings.append(
            Finding(
                check=result.check,
                severity=severity,
                table=result.table,
                page=result.page,
                box=result.box,
                message=message,
                expected=result.expected,
                found=result.found,
                difference=_difference(result),
                verdict="review" if Verdict.REVIEW in verdicts else "conflict" if Verdict.CONFLICT in verdicts else "",
            )
        )
    findings += map(_lost, disclosure.lost)
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    return sorted(findings, key=lambda f: (order[f.severity], f.page or 0, f.check, f.message))


_DECIDED = {
    Action.ACCEPT: "确认为 {value}",
    Action.CORRECT: "更正为 {value}（原读 {was}）",
    Action.OWN_ERROR: "{was} 系原文自身有误",
}


def _lost(lost: Lost) -> Finding:
    """A person's decision that found no figure."""
    said = _DECIDED.get(lost.action, "").format(value=lost.value, was=lost.was)
    return Finding(
        check="decision_lost",
        severity=Severity.WARNING,
        page=lost.page,
        box=lost.box,
        message=f"第 {lost.page} 页“{lost.name}”经人核定（{said}），但这次读取在原处找不到这个数字。"
        "核定记录仍保留，没有套用：请打开该页重新核定，或撤回该条核定",
        expected=lost.value,
    )


def _told(result: Result, severity: Severity) -> str:
    """What should stand there, what does, and the figures of the identity."""
    parts = []
    if result.expected and result.found:
        parts.append(f"应为 {result.expected}，印作 {result.found}")
    figures = [f"{t.label} {t.printed}{t.unit}" for t in (*result.left, *result.right) if t.ref is not None]
    if severity is not Severity.INFO and 0 < len(figures) <= 16:
        parts.append(f"相关数字：{'；'.join(figures)}")
    return "".join(f"。{part}" for part in parts)


def _severity(result: Result) -> Severity | None:
    if result.outcome is Outcome.ROUNDING:
        return Severity.INFO
    if result.outcome is not Outcome.BROKEN:
        return None
    return {Class.H: Severity.ERROR, Class.C: Severity.WARNING, Class.S: Severity.INFO}[result.klass]


def _difference(result: Result) -> str:
    if not result.difference:
        return ""
    first = next((t for t in result.left if t.ref is not None), None)
    return in_unit(result.difference, first.unit if first is not None else "", (*result.left, *result.right))
