"""Figures that a person should look at: which they are and why, the crop of the page, what was decided before."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from extract.checks import Book, Class, Outcome, Result, run
from extract.checks.units import Standing
from extract.corrections import Decisions
from extract.gate import weigh
from extract.model import Box, Cell, Disclosure, Fact, Finding, Reading, Severity, Table, Verdict
from extract.text import UNIT_YUAN
from tabs.desk import Desk
from tabs.findings import told as told_in
from tabs.markup import Place, badge, button_of, esc, lines, note
from tabs.proof import Ref, cell_place, fact_place, figure_at
from tabs.words import Words

MOST_LISTED = 60
_NEEDS = (Verdict.REVIEW, Verdict.CONFLICT)
_AROUND, _ABOVE = 160.0, 34.0  # points shown around a figure
_MOST_TOLD = 3  # broken identities told of a figure
_APART = ("这张表的单位与别的表不同，或按此单位金额不合常理", "the table's unit speaks against the others or the size of its amounts")  # fmt: skip
_SLIPPED = ("这张表与别处相差一万倍，元与万元可能混了", "the table differs from others ten-thousandfold: 元 and 万元 may be mixed up")  # fmt: skip
NO_MORE = ("按现在的规则没有疑问，重新读取这份文件即重新判定", "by the rules of today nothing is in doubt: read the document again to have it judged anew")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Needed:
    """A figure that a person should look at."""

    ref: Ref
    place: Place
    verdict: Verdict


def needed(disclosure: Disclosure) -> list[Needed]:
    """The figures that need a person, those in doubt first, then those that do not add up, in the order of the pages."""
    found = [
        Needed((table.id, cell.row, cell.column), cell_place(disclosure, table, cell), cell.verdict)
        for table in disclosure.tables
        for cell in table.figures
        if cell.verdict in _NEEDS and cell.decided is None
    ]
    found += [
        Needed(("", i, 0), fact_place(disclosure, i), fact.verdict)
        for i, fact in enumerate(disclosure.facts)
        if fact.verdict in _NEEDS and fact.decided is None
    ]
    return sorted(found, key=lambda n: (_NEEDS.index(n.verdict), n.place.page, n.place.box or (0, 0, 0, 0)))


def list_html(disclosure: Disclosure, words: Words) -> str:
    """The figures that need a person, as buttons."""
    found = needed(disclosure)
    if not found:
        return note(words.review_none, "good")
    items = []
    for one in found[:MOST_LISTED]:
        inner = f"{badge(one.verdict, words)}<span><b>{esc(words.page_n.format(page=one.place.page))}</b> {esc(one.place.words[:120])}</span>"
        t, r, c = one.ref
        items.append(f"<li>{button_of('pick', inner, 'gj-finding', document=disclosure.id, t=t, r=r, c=c)}</li>")
    more = note(words.review_more.format(n=len(found) - MOST_LISTED)) if len(found) > MOST_LISTED else ""
    return f'<p class="gj-small">{esc(words.review_intro)}</p><div class="gj-needed" tabindex="0"><ul class="gj-findings">{"".join(items)}</ul>{more}</div>'


def picked_html(desk: Desk, disclosure: Disclosure, ref: Ref, words: Words) -> str:
    """A figure for review: the crop of its page, what is read there, how far it can be trusted and why."""
    found = figure(disclosure, ref)
    if found is None:
        return note(words.gone, "bad")
    place, printed, was = found
    crop = _crop(desk, place, words) if place.box is not None else ""
    reasons = why(disclosure, ref, words)
    told = f'<p class="gj-small">{esc(words.review_why)}{words.colon}{lines("；".join(reasons))}</p>' if reasons else ""
    old = f' <span class="gj-small">{esc(words.was)} {esc(was)}</span>' if was else ""
    return (
        f'<div class="gj-where">{esc(words.page_n.format(page=place.page))} · {esc(words.table(place.table))}</div>'
        f'{crop}<div>{esc(place.words)}</div><div>{esc(words.printed_as)} <span class="gj-picked">{esc(printed)}</span>{old} '
        f"{badge(place.verdict, words)}</div>{told}"
    )


def figure(disclosure: Disclosure, ref: Ref) -> tuple[Place, str, str] | None:
    """Where a figure stands, what it is now, and what had been read there where a person corrected it."""
    found = figure_at(disclosure, ref)
    if isinstance(found, Fact):
        was = found.decided.was.printed if found.decided is not None and found.decided.settled else ""
        return fact_place(disclosure, ref[1]), f"{found.value:,f} {found.unit}", was
    if found is None:
        return None
    table, cell = found
    was = cell.decided.was.printed if cell.decided is not None and cell.decided.settled else ""
    value = "" if cell.value is None else f"{cell.value:,f} {cell.unit}"
    return cell_place(disclosure, table, cell), value or cell.text or words_of_state(cell), was


def seen(disclosure: Disclosure, ref: Ref) -> str:
    """What stands in a figure's place now, as `decide` compares it."""
    found = figure_at(disclosure, ref)
    if isinstance(found, Fact):
        return Reading(value=found.value).printed
    if found is None:
        return ""
    _, cell = found
    return Reading(state=cell.state, value=cell.value, text=cell.text).printed


def words_of_state(cell: Cell) -> str:
    """What a cell without a number prints."""
    return {"blank": "（空白）", "dash": "－"}.get(cell.state.value, cell.text)


def why(disclosure: Disclosure, ref: Ref, words: Words) -> list[str]:
    """Why a figure needs a person; nothing where there is no such figure."""
    return Grounds(disclosure).of(ref, words)


class Grounds:
    """Why figures of a disclosure need a person, as the gate has it."""

    def __init__(self, disclosure: Disclosure) -> None:
        """Makes every check."""
        self._disclosure = disclosure
        self._results = run(Book.of(disclosure))
        self._evidence = weigh(self._results, disclosure.tables)

    def of(self, ref: Ref, words: Words) -> list[str]:
        """A figure's doubts and its table's, numbers left over there, a unit that others speak against, and the broken
        identities that it is in, those that must hold first. Never empty for a figure that `needed` lists."""
        at = 0 if words.language == "zh" else 1
        found = figure_at(self._disclosure, ref)
        if found is None:
            return []
        if isinstance(found, Fact):
            doubts, verdict, told = found.doubts, found.verdict, []
        else:
            table, cell = found
            doubts, verdict, told = (*cell.doubts, *table.doubts), cell.verdict, self._of_table(table, cell, at)
        told = [words.doubt(d) for d in dict.fromkeys(doubts)] + told
        broken = [
            r for r in self._results if r.outcome is Outcome.BROKEN and r.klass is not Class.S and ref in r.members
        ]
        broken.sort(key=lambda r: r.klass is not Class.H)
        told += [_broken(result, self._disclosure, words) for result in broken[:_MOST_TOLD]]
        return told or ([NO_MORE[at]] if verdict in _NEEDS else [])

    def _of_table(self, table: Table, cell: Cell, at: int) -> list[str]:
        told = []
        left = [u.text for u in table.left_over]
        if left:
            start = "表里有未能归位的数字：" if at == 0 else "numbers of the table that are bound to nothing: "
            told.append(start + "、".join(left[:5]) + (f" … {len(left)}" if len(left) > 5 else ""))
        if table.id in self._evidence.wrong_units and cell.unit in UNIT_YUAN:
            told.append(_SLIPPED[at])
        elif cell.value and self._evidence.units.get((table.id, cell.unit)) is Standing.APART:
            told.append(_APART[at])
        return told


def _broken(result: Result, disclosure: Disclosure, words: Words) -> str:
    """What the findings say of a broken identity; a library that older rules wrote may have none of it."""
    own = (f for f in disclosure.findings if (f.check, f.page) == (result.check, result.page))
    alone = Finding(check=result.check, severity=Severity.ERROR, table=result.table, message=result.message)
    return told_in(next((f for f in own if f.message.startswith(result.message)), alone), words)


def _crop(desk: Desk, place: Place, words: Words) -> str:
    whole = place.box
    assert whole is not None  # noqa: S101 - the caller has looked
    x0, y0, x1, y1 = whole
    clip: Box = (x0 - 2 * _AROUND, y0 - _ABOVE, x1 + _AROUND / 2, y1 + _ABOVE)
    picture = desk.picture(place.document, place.page, tuple(round(v, 2) for v in clip))  # type: ignore[arg-type]
    if isinstance(picture, str):
        return note(picture, "bad")
    left, top, right, bottom = picture.box
    wide, high = right - left, bottom - top
    style = f"left:{(x0 - left - 1.5) / wide * 100:.3f}%;top:{(y0 - top - 1.5) / high * 100:.3f}%;width:{(x1 - x0 + 3) / wide * 100:.3f}%;height:{(y1 - y0 + 3) / high * 100:.3f}%"
    data = base64.b64encode(picture.png).decode()
    alt = words.page_alt.format(file="", page=place.page, words=place.words)
    return f'<div class="gj-crop"><img src="data:image/png;base64,{data}" alt="{esc(alt)}"><div class="gj-mark gj-mark-own" style="{style}"></div></div>'


def history_html(decisions: Decisions, words: Words) -> str:
    """What people decided about this document so far, the newest first."""
    if not decisions.history:
        return ""
    rows = []
    for one in reversed(decisions.history[-50:]):
        action = getattr(words, f"action_{one.action.value}")
        value = "" if one.value is None else f"{one.value:,f}"
        rows.append(
            f"<li>{esc(one.when[:16].replace('T', ' '))} UTC <b>{esc(one.who)}</b> {esc(action)}{words.colon}{esc(one.place.name)} "
            f"{esc(one.was)}{' → ' + esc(value) if value and value.replace(',', '') != one.was else ''} "
            f'<span class="gj-small">{esc(one.note)}</span></li>'
        )
    return f'<h4 class="gj-h">{esc(words.review_history)}</h4><ul>{"".join(rows)}</ul>'


__all__ = ["Grounds", "figure", "history_html", "list_html", "needed", "picked_html", "seen", "why"]
