"""Which rows rose or fell against the year before: by columns that print both years, else by paragraphs that tell both."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Kind, State
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import both_years
from qa.terms.terms import spot
from qa.words.bounds import NEGATED, Held, limits_in, within
from qa.words.lexicon import scopes_in
from qa.words.numerals import number_of
from qa.words.operations import ROWS_ASKED

_LEVELS = {"类": 3, "款": 5, "项": 7}
_UP = re.compile(r"增|涨|升|提高|(?<!最)多(?!少)")
_DOWN = re.compile(r"减|降|跌|(?<!多)(?<!至)少|压缩|缩")
_BY_RATE = re.compile(r"率|幅|比例|百分|%|快|速")
_RATE_BOUND = re.compile(
    r"(?P<way>超过了?|高于|大于|达到|不低于|不到|低于|小于|不足|不超过|在)?(?P<limit>\d+(?:\.\d+)?)%(?P<tail>以上|以下|以内)?"
)
_RATES_BETWEEN = re.compile(r"(?P<low>\d+(?:\.\d+)?)%?(?:到|至|和|与|-|~|—)(?P<high>\d+(?:\.\d+)?)%")
_RATE_EXACTLY = re.compile(r"(?:正好|刚好|恰好|等于|是|为)(?P<rate>\d+(?:\.\d+)?)%(?!以|左右)")
_NTH = re.compile(r"第(?P<place>[二三四五六七八九十]|\d+)(?:大|多|高|小|少|低|快)")
_RANKED = re.compile(
    r"最(?P<way>多|大|高|快|厉害|狠|猛|明显|突出|少|小|低|慢)|前(?P<few>\d+|[一二两三四五六七八九十])(?:名|个|项)?|(?P<order>从[大高多]到[小低少])"
)
_MOST = 24


@dataclass(frozen=True, slots=True)
class Move:
    """A row's amounts of this year and of the year before, both of one unit."""

    now: Figure
    before: Figure

    @property
    def name(self) -> str:
        """What the row is called; of a paragraph, what it is of (…(项)：预算安排)."""
        if not self.now.is_fact:
            return self.now.row
        return next((n for n in self.now.names if "(" not in n and ":" not in n), self.now.row)

    @property
    def gap(self) -> Decimal:
        """By how much it rose; negative where it fell."""
        return self.now.number - self.before.number

    @property
    def rate(self) -> Decimal | None:
        """The change in per cent of the year before, to two decimals; None where that had nothing."""
        return rounded(self.gap / self.before.number * 100) if self.before.number > 0 else None

    def stated(self) -> Stated:
        """The change without its sign, as its words say which way it is."""
        first, second = (self.now, self.before) if self.gap >= 0 else (self.before, self.now)
        how = f"{grouped(first.number)} − {grouped(second.number)} = {grouped(abs(self.gap))}"
        return Stated(abs(self.gap), self.now.unit, (self.now, self.before), how, self.now.row)

    def stated_rate(self) -> Stated:
        """The change in per cent, with its sign (raises ValueError where there is none)."""
        if self.rate is None:
            raise ValueError("nothing to take a percentage of")
        now, before = grouped(self.now.number), grouped(self.before.number)
        how = f"({now} − {before}) ÷ {before} = {self.rate}%"
        return Stated(self.rate, "%", (self.now, self.before), how, f"{self.now.row}的变化")


def moved_rows(words: str, view: View) -> Outcome | None:
    """The rows of the table that a question names (else of general public budget) that rose, or fell, the largest change
    first, or those over a bound; None where it asks of no rows, names something of its own, or nothing prints both years."""
    if not ROWS_ASKED.search(words) or NEGATED.search(words):
        return None
    asked = re.sub(r"最少|最小|最低|最多|最大|最高|至少|多少", "", words)
    down = _DOWN.search(asked) is not None
    named = [t for t in spot(words, view).terms if t.names and not t.total]
    if down is (_UP.search(asked) is not None) or (named and not _UNDER.search(words)):
        return None  # neither, both, or something of its own is named
    moves = _moves_of(words, view)
    if named:
        within_it = {n for t in named for n, _ in t.names} | {t.text for t in named}
        codes = {f.code for n in within_it for f in view.vocabulary.get(n, ()) if f.code}
        moves = [m for m in moves if _is_under(m, within_it, codes)]
    if not moves:
        return Outcome(Status.NOT_FOUND, "文件没有印出这些科目两年的数。", cited=[]) if named else None
    bound = _bound_of(words)
    by_rate = _BY_RATE.search(re.sub(r"\d+(?:\.\d+)?%", "", words)) is not None
    chosen = [m for m in moves if m.gap and (m.gap < 0) is down and (bound is None or bound(m))]
    if by_rate:
        chosen = [m for m in chosen if m.rate is not None]
    ranked = _RANKED.search(words)
    least = ranked is not None and ranked["way"] in {"少", "小", "低", "慢"}
    chosen.sort(key=lambda m: abs(m.rate or Decimal(0)) if by_rate else abs(m.gap), reverse=not least)
    if (nth := _NTH.search(words)) is not None:
        place = number_of(nth["place"])
        chosen = chosen[place - 1 : place]
    if ranked is not None and not ranked["order"]:
        chosen = chosen[: number_of(ranked["few"]) if ranked["few"] else 1]
    return _told(chosen, moves, down=down, ranked=ranked is not None, by_rate=by_rate, least=least)


_UNDER = re.compile(r"(?:里面?|中|之下|下面?|当中)的?(?:各|哪|有)")


def _is_under(move: Move, names: set[str], codes: set[str]) -> bool:
    """Whether a row stands under one that is named: by code, or by what its paragraph calls it."""
    if any(move.now.code.startswith(c) and move.now.code != c for c in codes):
        return True
    said = "".join((move.now.row, *move.now.parents))
    return move.now.is_fact and any(n in said for n in names)


def _told(
    chosen: Sequence[Move], moves: Sequence[Move], *, down: bool, ranked: bool, by_rate: bool, least: bool
) -> Outcome:
    word = "减少" if down else "增加"
    place = moves[0].now.place
    if not chosen:
        text = f"没有：{place}的 {len(moves)} 个科目里没有比上年{word}的"
        counted = Stated(Decimal(len(moves)), "个", tuple(m.now for m in moves), f"逐个数得 {len(moves)}", "比较的科目")
        return Outcome(Status.ANSWERED, text, [counted])

    def one(move: Move) -> str:
        rate = f"，变化 {move.rate}%" if by_rate and move.rate is not None else ""
        return f"{move.name} {word} {money(abs(move.gap), move.now.unit)}{rate}"

    listed = "、".join(map(one, chosen[:_MOST])) + ("等" if len(chosen) > _MOST else "")
    most = f"{word}幅度最{'小' if least else '大'}" if by_rate else f"{word}最{'少' if least else '多'}"
    text = (
        f"{most}的是 {listed}（{place}）"
        if ranked and len(chosen) == 1
        else f"有 {len(chosen)} 个：{listed}（{place}）"
    )
    outcome = Outcome(Status.ANSWERED, text)
    for move in chosen[:_MOST]:
        changes = [move.stated_rate(), move.stated()] if by_rate and move.rate is not None else [move.stated()]
        outcome.stated += changes
    if not (ranked and len(chosen) == 1):
        figures = tuple(m.now for m in chosen)
        outcome.stated.append(Stated(Decimal(len(chosen)), "个", figures, f"逐个数得 {len(chosen)}", "个数"))
    outcome.notes.append(f"在 {len(moves)} 个科目中比较")
    return outcome


def _bound_of(words: str) -> Callable[[Move], bool] | None:
    """What a change must be more or less than, in money or in per cent; None where nothing is said."""
    if (amounts := limits_in(words)) is not None:
        return lambda move: amounts.holds(abs(move.gap) * _yuan_of(move))
    if (m := _RATES_BETWEEN.search(words)) is not None:
        low, high = Decimal(m["low"]), Decimal(m["high"])
        return lambda move: (rate := move.rate) is not None and low <= abs(rate) <= high
    if (m := _RATE_EXACTLY.search(words)) is not None:
        exact = Decimal(m["rate"])
        return lambda move: (rate := move.rate) is not None and Held("is", exact, "%").holds(abs(rate))
    limits = [_limit(r) for r in _RATE_BOUND.finditer(words) if r["way"] or r["tail"]]
    if not limits:
        return None
    return lambda move: (rate := move.rate) is not None and all(within(w, abs(rate), limit) for w, limit in limits)


def _limit(r: re.Match[str]) -> tuple[str, Decimal]:
    """How a percentage bounds others."""
    said = f"{r['way'] or ''}{r['tail'] or ''}"
    under = re.search(r"不到|低于|小于|不足|不超过|以下|以内", said) is not None
    least = re.search(r"达到|不低于|以上", said) is not None
    way = ("most" if re.search(r"不超过|以下|以内", said) else "under") if under else "least" if least else "over"
    return way, Decimal(r["limit"])


def _yuan_of(move: Move) -> Decimal:
    """How many 元 its unit is."""
    return (
        (move.now.yuan or Decimal(0)) / move.now.number
        if move.now.number
        else (move.before.yuan or Decimal(0)) / move.before.number
    )


def _moves_of(words: str, view: View) -> list[Move]:
    level = next(
        (n for word, n in _LEVELS.items() if re.search(rf"{word}级|(?:各|每)个?{word}|[几些个哪大]一?{word}", words)), 0
    )
    kinds = [name for _, _, name in scopes_in(words) if name in set(Kind)] or [Kind.GENERAL_PUBLIC.value]
    found = [m for kind in kinds for m in _by_columns([f for f in view.figures if f.table.value == kind], level, view)]
    return found or _by_paragraphs(view)


def _by_columns(figures: Sequence[Figure], level: int, view: View) -> list[Move]:
    """Each row that prints both years; of one level of codes, or those that nothing stands under where none is named."""
    coded = [f for f in figures if f.code and (f.state is State.NUMBER or f.value is not None)]
    codes = {f.code for f in coded}
    found: dict[tuple[str, int], Move] = {}
    for figure in coded:
        row = (figure.ref[0], figure.ref[1])
        inner = any(c != figure.code and c.startswith(figure.code) for c in codes)
        if row in found or (len(figure.code) != level if level else inner):
            continue
        pair = both_years(figure, view, view.disclosure.meta.year)
        if pair is not None and pair[0].unit == pair[1].unit and pair[0].ref == figure.ref:
            found[row] = Move(*pair)
    return list(found.values())


def _by_paragraphs(view: View) -> list[Move]:
    """Each item of which one sentence tells this year's amount and that of the year before."""
    facts = [f for f in view.figures if f.is_fact and f.yuan is not None]
    found: dict[str, Move] = {}
    for before in facts:
        if before.relation != "prior" or not before.parents:
            continue
        now = next(
            (
                f for f in facts
                if f.relation in {"amount", "budgeted"} and f.sentence == before.sentence and f.unit == before.unit
                and f.parents == before.parents and set(f.names) & set(before.names)
            ),
            None,
        )  # fmt: skip
        if now is not None:
            found.setdefault(before.row, Move(now, before))
    return list(found.values())
