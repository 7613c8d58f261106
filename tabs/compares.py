"""Institutes and years side by side, as HTML: every amount is a button that shows its proof."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from extract.model import Verdict
from qa.answer import NOWHERE, grouped, plain
from qa.compare import Change, Changes, Comparison, Composition, Entry, Standing, State, frame, label
from qa.documents.catalog import Document
from tabs.markup import Place, carried, esc, note, show, table
from tabs.words import MARKS, Words

MOST_ROWS = 100
_BARS = 30  # documents in a chart
_NAME = 9  # characters of an institute below its bar
_BESIDE = 20  # characters of items that stand beside one another below a chart as wide as a phone
HUES = {
    "a": "#4c78a8", "b": "#f58518", "c": "#54a24b", "d": "#e45756", "e": "#72b7b2", "f": "#eeca3b",
    "g": "#b279a2", "h": "#ff9da6", "i": "#9d755d", "j": "#bab0ac", "k": "#2f4b7c", "l": "#8c6d31",
}  # fmt: skip
"""Colours of a chart's items, by the letter of their style."""
_OPEN = 2  # compositions that are shown without being asked for


class _Shown:
    """Amounts shown so far, with their places."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.places: list[Place] = []

    def around(self, inner: str) -> str:
        """The element that carries the places."""
        return f"<div {carried(self.places)}>{inner}</div>"

    def entry(self, entry: Entry | None) -> str:
        """An amount in 万元 where it is money, a button; or why there is none."""
        if entry is None:
            return ""
        if entry.amount is None and not entry.printed:
            return f'<span class="gj-small">{esc(entry.reason)}</span>'
        verdict = Verdict(entry.verdict) if entry.verdict in set(Verdict) else None
        sign = (
            f'<span class="gj-sign" title="{esc(self.words.verdict(verdict))}">{MARKS[verdict]}</span>'
            if verdict
            else ""
        )
        if entry.state is State.REVIEW or entry.amount is None:
            text = f"{entry.printed} {entry.unit}"
        else:
            text = _money(entry.wan) if entry.wan is not None else f"{entry.printed} {entry.unit}"
        told = f"{sign}{esc(text)}{f' <small>{esc(entry.reason)}</small>' if entry.reason else ''}"
        place = _place(entry)
        if place is None:
            return told
        self.places.append(place)
        return show(len(self.places) - 1, told, f"gj-cell gj-{entry.verdict}")


def _place(entry: Entry) -> Place | None:
    if not entry.page:
        return None
    try:
        return Place(
            document=entry.document.id,
            page=entry.page,
            box=None if entry.box == NOWHERE else entry.box,
            words=f"{entry.name} {entry.printed} {entry.unit}"[:600],
            table=(entry.title or entry.table)[:200],
        )
    except ValidationError:
        return None


def _money(wan: Decimal) -> str:
    return grouped(Decimal(plain(wan)))


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar for each document, stacked of items: `data` (a DataFrame) has label, item and value (万元), `order` its
    labels. `beside`: the items that the chart itself names; where they would not stand beside one another, `legend`
    (HTML) names them."""

    title: str
    data: Any
    order: list[str]
    colours: dict[str, str]
    beside: list[str]
    legend: str


def chart_of(result: Comparison) -> Chart | None:
    """The parts of a total, one upon the other, of the first documents; where there is no total that they are parts of,
    the first item alone. None where nothing is a number."""
    data = frame(result)
    data = data[data["value"].notna() & (data["unit"] == "万元")]
    there = set(data["item"])
    own = [i.name for i in result.items if i.key != result.total and not i.within and i.name in there]
    if not result.total or not own:
        own = [i.name for i in result.items if i.name in there][:1]
    data = data[data["item"].isin(own)]
    shown = [d for d in result.documents if d.id in set(data["document"])][:_BARS]
    if not shown:
        return None
    names = dict(zip((d.id for d in shown), _short(shown), strict=True))
    data = data[data["document"].isin(list(names))]
    data = data.assign(label=[names[d] for d in data["document"]])[["label", "item", "value"]]
    hues = [(name, letter) for name, letter in zip(own, list(HUES) * (len(own) // len(HUES) + 1), strict=False)]
    told = "".join(f'<span class="gj-hue gj-hue-{letter}">{esc(name)}</span>' for name, letter in hues)
    few = sum(map(len, own)) <= _BESIDE
    return Chart(
        title=own[0] if len(own) == 1 else result.name,
        data=data,
        order=list(names.values()),
        colours={name: HUES[letter] for name, letter in hues},
        beside=own if few else [],
        legend="" if few else f'<div class="gj-hues">{told}</div>',
    )


def _names(documents: Sequence[Document]) -> list[str]:
    """Documents in words, with the file's name where another is called the same."""
    told = [label(d) for d in documents]
    often = Counter(told)
    return [f"{name} · {d.file}" if often[name] > 1 else name for name, d in zip(told, documents, strict=True)]


def _short(documents: Sequence[Document]) -> list[str]:
    """Names that fit below a bar, no two alike: the end of an institute's name, which tells most, and the year."""
    names = []
    for document in documents:
        name = re.sub(r"[（(].*?[)）]", "", document.institute or document.file)
        names.append(f"{name if len(name) <= _NAME else '…' + name[1 - _NAME :]} {document.year or ''}".strip())
    often = Counter(names)
    return [f"{name} ({names[: at + 1].count(name)})" if often[name] > 1 else name for at, name in enumerate(names)]


def side_html(compared: Comparison, words: Words) -> str:
    """Documents down, items across."""
    notes = "".join(note(n) for n in compared.notes)
    if not compared.documents or not compared.items:
        return notes
    shown = _Shown(words)
    rows = [
        [esc(name), *(shown.entry(compared.entry(document.id, item.key)) for item in compared.items)]
        for document, name in list(zip(compared.documents, _names(compared.documents), strict=True))[:MOST_ROWS]
    ]
    head = [esc(words.compare_document), *(esc(item.name) for item in compared.items)]
    return _titled(words.compare_side, shown.around(table(head, rows, "gj-numbers"))) + _cut(compared, words) + notes


def _cut(compared: Comparison, words: Words) -> str:
    return note(words.compare_more.format(n=MOST_ROWS)) if len(compared.documents) > MOST_ROWS else ""


def _titled(title: str, inner: str) -> str:
    return f'<h3 class="gj-h gj-section">{esc(title)}</h3>{inner}'


def ranking_html(standings: Sequence[Standing], words: Words) -> str:
    """One order for each year, level and kind that has more than one document."""
    shown = _Shown(words)
    parts = []
    for standing in standings:
        if len(standing.entries) < 2:
            continue
        rows = [
            [esc(placed.place), esc(label(placed.entry.document)), shown.entry(placed.entry)]
            for placed in standing.placed[:MOST_ROWS]
        ]
        of = " ".join(
            filter(None, (standing.name, str(standing.year or ""), words.kind(standing.kind, standing.level)))
        )
        left = "".join(
            f"<li>{esc(label(u.entry.document))}{words.colon}{esc(u.reason)}</li>"
            for u in standing.unplaced[:MOST_ROWS]
        )
        apart = f'<div class="gj-small">{esc(words.compare_unplaced)}<ul>{left}</ul></div>' if left else ""
        head = [esc(words.compare_place), esc(words.compare_document), esc(standing.name)]
        parts.append(f'<div class="gj-small">{esc(of)}</div>{table(head, rows, "gj-numbers")}{apart}')
    return _titled(words.compare_rank, shown.around("".join(parts))) if parts else ""


def changes_html(changed: Changes, words: Words) -> str:
    """Changes against the year before, with both proofs."""
    told = [c for c in changed.changes if c.amount is not None]
    if not told:
        return ""
    shown = _Shown(words)
    head = (
        words.compare_document, words.compare_side, words.compare_now, words.compare_before, words.compare_difference, "%", words.compare_basis,
    )  # fmt: skip
    rows = [_change(change, shown) for change in told[:MOST_ROWS]]
    heads = [esc(h if i != 1 else "") for i, h in enumerate(head)]
    return _titled(words.compare_change, shown.around(table(heads, rows, "gj-numbers")))


def _change(change: Change, shown: _Shown) -> list[str]:
    before = change.before or change.printed
    sign = "+" if change.amount is not None and change.amount > 0 else ""
    amount = "" if change.amount is None else f"{sign}{grouped(Decimal(plain(change.amount)))} {change.unit}"
    percent = f"{sign}{change.percent}%" if change.percent is not None else ""
    why = change.reason if change.percent is None else ""
    return [
        esc(label(change.document)),
        esc(change.name),
        shown.entry(change.now),
        shown.entry(before),
        f'<span title="{esc(change.how)}">{esc(amount)}</span>',
        esc(percent) or f'<span class="gj-small">{esc(why)}</span>',
        f'<span class="gj-small">{esc(change.basis.words)}</span>',
    ]


def shares_html(compositions: Sequence[Composition], words: Words) -> str:
    """What each document's total is made of, and whether the parts come to it."""
    parts = []
    shown = _Shown(words)
    for made in compositions[:MOST_ROWS]:
        if not made.parts:
            continue
        rows = [
            [esc(p.entry.name), shown.entry(p.entry), esc(f"{p.share}%") if p.share is not None else ""]
            for p in made.parts
        ]
        rows.append([f"<b>{esc(made.total.name)}</b>", shown.entry(made.total), ""])
        told = made.how or made.reason
        parts.append(
            f"<div><b>{esc(label(made.document))}</b></div>{table(['', esc(words.wan), '%'], rows, 'gj-numbers')}"
            f'<div class="gj-small">{esc(told)}</div>'
        )
    inner = shown.around("".join(parts))
    if len(parts) > _OPEN:
        inner = f"<details><summary>{esc(words.counted(words.compare_shares, len(parts)))}</summary>{inner}</details>"
    return _titled(words.compare_shares, inner) if parts else ""


__all__ = ["HUES", "Chart", "changes_html", "chart_of", "ranking_html", "shares_html", "side_html"]
