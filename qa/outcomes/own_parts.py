"""The rows that one row of a table is made of, with what part of it each is, or with the largest of them named: what is asked
of them in one breath is told in one answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind, State
from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.outcomes.proportion import share
from qa.plain.into_parts import IntoParts, into_parts
from qa.plain.restated import wholly_named
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.words.lexicon import TABLES, scopes_in

_LEVEL = {"类": 3, "款": 5}
_CLASSIFIED = frozenset((Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL, Kind.BASIC))


def of_own_parts(text: str, view: View) -> Outcome | None:
    """What a row is made of, each with its part of it or with the largest named; None where a folded question asks no such
    thing, or names no row that has others below it."""
    asked = into_parts(text)
    whole = _row_meant(asked.of, view) if asked is not None and asked.of else None
    if asked is None or whole is None:
        return None
    parts = _parts(whole, asked, view)
    if not parts:
        return None
    head = f"{whole.called} {money(whole.number, whole.unit)}"
    said = "与题中所说的项数不同，" if asked.number and asked.number != len(parts) else ""
    number = Stated(Decimal(len(parts)), "项", tuple(parts), f"逐个数得 {len(parts)}", "项数")
    place = f"（第 {whole.page} 页，{whole.place}）"
    if asked.most:
        listed = "、".join(f"{f.row} {money(f.number, f.unit)}" for f in parts)
        first = _first(parts, least=asked.most in {"少", "小", "低"})
        way = "最少" if asked.most in {"少", "小", "低"} else "最多"
        told = "、".join(f"{f.row} {money(f.number, f.unit)}" for f in first)
        text = f"{head}，{said}分为 {len(parts)} 项：{listed}；{way}的是 {told}{place}"
        return Outcome(Status.ANSWERED, text, [*(Stated.of(f) for f in parts), Stated.of(whole), number])
    if not asked.shares:
        listed = "、".join(f"{f.row} {money(f.number, f.unit)}" for f in parts)
        text = f"{head}，{said}分为 {len(parts)} 项：{listed}{place}"
        return Outcome(Status.ANSWERED, text, [*(Stated.of(f) for f in parts), Stated.of(whole), number])
    shares = [share(f, whole, view) for f in parts]
    if not all(o.found for o in shares):
        return None
    listed = "；".join(
        f"{f.row} {money(f.number, f.unit)}，占 {o.stated[0].value}%（{o.stated[0].how}）"
        for f, o in zip(parts, shares, strict=True)
    )
    stated = [s for f, o in zip(parts, shares, strict=True) for s in (Stated.of(f), o.stated[0])]
    return Outcome(
        Status.ANSWERED, f"{head}，{said}分为 {len(parts)} 项{place}：{listed}", [*stated, Stated.of(whole), number]
    )


def _first(parts: Sequence[Figure], *, least: bool) -> list[Figure]:
    edge = (min if least else max)(f.number for f in parts)
    return [f for f in parts if f.number == edge]


def _row_meant(words: str, view: View) -> Figure | None:
    """The row with a code that some words name, with its table where they say one; None where they name no such row, or more."""
    bare = words
    scoped = [(s, e) for s, e, name in scopes_in(words) if name != TABLES]
    for start, end in sorted(scoped, reverse=True):
        bare = bare[:start] + bare[end:]
    bare = re.sub(r"^(?:里面?|之?中|当中|上|的|[,，])+", "", bare)
    if not wholly_named(bare, view):
        return None
    target = targets_of(words, view, Wanted())[0]
    if target.open:
        return None
    rows = [
        m.figure
        for m in target.matches
        if m.figure.code
        and not m.figure.total
        and m.figure.value
        and (m.figure.column_role in {"", "total"} or m.figure.table is Kind.BASIC)
        and (scoped or m.figure.table in _CLASSIFIED)
        and set(m.figure.names) & {n for t in target.terms.terms for n, _ in t.names}
    ]
    whole = [f for f in rows if f.column_role in {"", "total"}]
    return next(iter(whole or rows), None)


def _parts(whole: Figure, asked: IntoParts, view: View) -> list[Figure]:
    """The rows with amounts below another in its column: on the level that is asked for, else on that which has so many as are
    said, else on the next that has more than one."""
    below = [
        f
        for f in view.column(whole)
        if f.code.startswith(whole.code) and len(f.code) > len(whole.code) and f.state is State.NUMBER and f.value
    ]
    levels: dict[int, list[Figure]] = {}
    for figure in below:
        levels.setdefault(len(figure.code), []).append(figure)
    if asked.level in _LEVEL:
        return levels.get(_LEVEL[asked.level], [])
    ordered = [levels[digits] for digits in sorted(levels)]
    so_many = [own for own in ordered if len(own) == asked.number]
    several = [own for own in ordered if len(own) > 1]
    return next(iter([*so_many, *several, *ordered]), [])
