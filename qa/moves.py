"""Which rows of a table rose or fell against the year before, by columns that print both years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind, State
from qa.answer import Outcome, Stated, Status, grouped, money
from qa.arithmetic import both_years
from qa.bounds import NEGATED
from qa.figures import Figure, View
from qa.lexicon import scopes_in
from qa.terms import spot

_ASKS_WHICH = re.compile(
    r"哪些|哪几[个项类款]|(?:有)?(?:几|多少)(?:个|项|类|款)?[类款项]?级?(?:的)?(?:科目|支出项|项目)|哪(?:一)?(?:个|项|类|款)(?:科目)?|什么科目|(?:列出|找出)"
)
_LEVELS = {"类": 3, "款": 5, "项": 7}
_UP = re.compile(r"增|涨|升|提高|(?<!最)多(?!少)")
_DOWN = re.compile(r"减|降|跌|(?<!多)(?<!至)少|压缩|缩")
_UNREAD = re.compile(r"\d%|百分|率|幅|最[少小低]|比例|以上|以下|超过|不到")
"""Conditions that are not read here."""
_MOST = 24


def moved_rows(words: str, view: View) -> Outcome | None:
    """The rows of the table that a question names (else of general public budget) that rose, or fell, the largest change
    first; None where it asks of no rows, or no table prints both years."""
    if not _ASKS_WHICH.search(words) or _UNREAD.search(words) or NEGATED.search(words):
        return None
    down = _DOWN.search(words) is not None
    if down is (_UP.search(words) is not None) or any(t.names and not t.total for t in spot(words, view).terms):
        return None  # neither, both, or something of its own is named
    level = next(
        (n for word, n in _LEVELS.items() if re.search(rf"{word}级|(?:各|每)个?{word}|[几些个]{word}", words)), 0
    )
    kinds = [name for _, _, name in scopes_in(words)] or [Kind.GENERAL_PUBLIC.value]
    moves = [m for kind in kinds for m in _moves([f for f in view.figures if f.table.value == kind], level, view)]
    if not moves:
        return None
    chosen = [m for m in moves if (m[2] < 0) is down and m[2]]
    chosen.sort(key=lambda m: -abs(m[2]))
    if re.search(r"最[多大高]", words):
        chosen = chosen[:1]
    word = "减少" if down else "增加"
    place = moves[0][0].place
    if not chosen:
        text = f"没有：{place}的 {len(moves)} 个科目里没有比上年{word}的"
        counted = Stated(Decimal(len(moves)), "个", tuple(m[0] for m in moves), f"逐个数得 {len(moves)}", "比较的科目")
        return Outcome(Status.ANSWERED, text, [counted])
    told = "、".join(f"{now.row} {word} {money(abs(gap), now.unit)}" for now, _, gap in chosen[:_MOST])
    more = "等" if len(chosen) > _MOST else ""
    outcome = Outcome(Status.ANSWERED, f"有 {len(chosen)} 个：{told}{more}（{place}）")
    outcome.stated = [_stated(*m) for m in chosen[:_MOST]]
    outcome.stated.append(
        Stated(Decimal(len(chosen)), "个", tuple(m[0] for m in chosen), f"逐个数得 {len(chosen)}", "个数")
    )
    outcome.notes.append(f"在 {len(moves)} 个科目中比较")
    return outcome


def _stated(now: Figure, before: Figure, gap: Decimal) -> Stated:
    """A change without its sign, as its words say which way it is."""
    first, second = (now, before) if gap >= 0 else (before, now)
    how = f"{grouped(first.number)} − {grouped(second.number)} = {grouped(abs(gap))}"
    return Stated(abs(gap), now.unit, (now, before), how, now.row)


def _moves(figures: Sequence[Figure], level: int, view: View) -> list[tuple[Figure, Figure, Decimal]]:
    """Each row's amount of this year, of the year before, and the change; of one level of codes, the lowest where none is named."""
    coded = [f for f in figures if f.code and f.state is State.NUMBER]
    level = level or max((len(f.code) for f in coded), default=0)
    found: dict[tuple[str, int], tuple[Figure, Figure, Decimal]] = {}
    for figure in coded:
        row = (figure.ref[0], figure.ref[1])
        if len(figure.code) != level or row in found:
            continue
        pair = both_years(figure, view, view.disclosure.meta.year)
        if pair is not None and pair[0].unit == pair[1].unit and pair[0].ref == figure.ref:
            found[row] = (*pair, pair[0].number - pair[1].number)
    return list(found.values())
