"""Columns without rulings: clusters of words and figures in the body, each tied to its name in the header.

Figures are tied to names by how they are set: right-aligned ones to the last name whose middle lies left of their right
edge, centred ones to the nearest, left-aligned ones to the first. Where two columns claim one name, there are no columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from extract.lines import Line
from extract.pages import Char
from extract.text import folded, is_dash, parse_amount

_WRAP = 1.45  # of the character size: lines of a header nearer than this are one wrapped name
_GUTTER = 0.6  # of the character size: narrower gaps do not separate words of one kind
_DIGITS = 0.2  # the same between two digits
_NARROW = 0.25  # the same between a figure and a word
_SPACED = {"收入", "支出", "项目", "合计", "小计", "总计", "金额"}
_CODE = re.compile(r"[1-9]\d{2}(?:\d{2}){0,2}|\d{2}")
_NUMBERING = re.compile(r"^(?:栏次|栏目|行次|[-—]{1,2}|\d{1,2}(?:=[\d+\-]+)?)$")
TOTAL = re.compile(r"^(?:合计|总计|小计)$")
SPANNING = re.compile(r"^[\u4e00-\u9fff]{0,8}(?:合计|总计|小计)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together on a line."""

    chars: tuple[Char, ...]
    x0: float
    x1: float
    text: str
    wrapped: bool = False
    """Whether it is one figure on two lines."""
    cut: bool = False
    """Whether it is a part of such a figure, of which the whole is not known."""

    @property
    def numeric(self) -> bool:
        """Whether it is a figure or a dash."""
        return parse_amount(self.text) is not None or is_dash(self.text)


Rows = list[tuple[Line, list[Phrase]]]
Extent = tuple[float, float]
Span = tuple[int, int, list[Char]]


def phrases_of(line: Line) -> list[Phrase]:
    """The line cut at gutters; between a figure and a word a narrower gap is enough."""
    groups: list[list[Char]] = []
    for char in line.chars:
        if groups:
            before = groups[-1][-1]
            gap = char.x0 - before.x1
            blank = len(groups[-1]) == 1 and is_dash(before.text)  # an amount of its own
            if gap <= (_NARROW if blank else _allowed_gap(before.text, char.text)) * char.size:
                groups[-1].append(char)
                continue
        groups.append([char])
    return [Phrase(tuple(g), g[0].x0, max(c.x1 for c in g), "".join(c.text for c in g)) for g in groups]


def _allowed_gap(before: str, after: str) -> float:
    """How far apart, in sizes, two characters of one phrase may stand: digits of one figure stand close."""
    digits = before.isdigit() + after.isdigit()
    if digits == 2:
        return _DIGITS
    return _NARROW if digits == 1 and not {before, after} & set(",.-%") else _GUTTER


@dataclass(slots=True)
class Name:
    """A column's own header, put together where it wraps; `top` is its first baseline."""

    x0: float
    x1: float
    top: float
    chars: list[Char]

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class AlignedColumn:
    """A column: the extent of its body (of its name where the body is empty), its name, whether it holds words, or figures."""

    x0: float
    x1: float
    name: Name | None
    words: bool = False
    figures: bool = False


def align_columns(header: Rows, body: Rows) -> tuple[list[AlignedColumn], list[list[Phrase]]] | None:
    """The columns left to right, and the header's upper levels; None where they cannot be told apart or named."""
    phrases = [p for _, ps in body for p in ps if not TOTAL.match(folded(p.text))]
    gap = _NARROW * body[0][0].size
    figures = [p for p in phrases if p.numeric]
    numbers = _clusters(figures, gap)
    words = _clusters([p for p in phrases if not p.numeric and not _spans(p, numbers)], gap)
    codes = [c for c in numbers if _is_code_column(c, figures, words)]
    numbers = [c for c in numbers if c not in codes]
    if any(a0 < b1 and b0 < a1 for a0, a1 in numbers + codes for b0, b1 in words):
        return None
    found = _names(header, words + numbers + codes)
    if found is None:
        return None
    names, upper = found
    columns = [AlignedColumn(x0, x1, _over(names, (x0, x1)), (x0, x1) in words) for x0, x1 in words + codes]
    columns = _named(columns, names, numbers)
    taken = [c.name for c in columns]
    free = sorted((n for n in names if not any(n is t for t in taken)), key=lambda n: n.middle)
    if header:
        tied = _tie(numbers, figures, free)
        if tied is None:
            return None
        columns += [AlignedColumn(x0, x1, name, figures=True) for (x0, x1), name in zip(numbers, tied, strict=True)]
        columns += [AlignedColumn(n.x0, n.x1, n, figures=True) for n in free if not any(n is t for t in tied)]
    else:
        columns += [AlignedColumn(x0, x1, None) for x0, x1 in numbers]
    columns.sort(key=lambda c: c.x0)
    if len(columns) < 2 or any(a.x1 > b.x0 for a, b in pairwise(columns)):
        return None
    return columns, upper


def _spans(phrase: Phrase, numbers: list[Extent]) -> bool:
    """Whether a total's label (人员经费合计) is set in a field over several columns, those of figures among them."""
    over = any(phrase.x0 < x1 and x0 < phrase.x1 for x0, x1 in numbers)
    return over and SPANNING.match(folded(phrase.text)) is not None


_OF_WORDS = re.compile(r"名称|编码|代码|科目|项目|内容")


def _named(columns: list[AlignedColumn], names: list[Name], numbers: list[Extent]) -> list[AlignedColumn]:
    """Columns of words or codes under no name take the one that follows them, where its words say that it is theirs.

    Names are centred over the printed column, words and codes stand at its left: short ones end before the name begins.
    """
    taken = [c.name for c in columns if c.name is not None]
    starts = sorted([c.x0 for c in columns] + [x0 for x0, _ in numbers])
    named = []
    for c in columns:
        after = next((x for x in starts if x > c.x0), float("inf"))
        following = [n for n in names if c.x1 <= n.x0 and n.x1 < after and not any(n is t for t in taken)]
        first = min(following, key=lambda n: n.x0, default=None)
        said = first is not None and _OF_WORDS.search("".join(char.text for char in first.chars)) is not None
        named.append(replace(c, name=first) if c.name is None and said else c)
    return named


def _over(names: list[Name], extent: Extent) -> Name | None:
    """The lowest name over a column of words or codes."""
    over = [n for n in names if n.x0 < extent[1] and extent[0] < n.x1]
    return max(over, key=lambda n: n.top, default=None)


def _is_code_column(cluster: Extent, figures: list[Phrase], words: list[Extent]) -> bool:
    """Whether a column of digits left of words holds classification codes: no separators, of a code's length."""
    own = [folded(p.text) for p in figures if cluster[0] - 0.1 <= p.x0 and p.x1 <= cluster[1] + 0.1]
    return any(w0 > cluster[1] for w0, _ in words) and all(_CODE.fullmatch(text) for text in own)


def _clusters(phrases: list[Phrase], gap: float) -> list[Extent]:
    """Extents joined where they overlap or nearly touch."""
    joined: list[Extent] = []
    for x0, x1 in sorted((p.x0, p.x1) for p in phrases):
        if joined and x0 - joined[-1][1] < gap:
            joined[-1] = (joined[-1][0], max(joined[-1][1], x1))
        else:
            joined.append((x0, x1))
    return joined


def _names(header: Rows, clusters: list[Extent]) -> tuple[list[Name], list[list[Phrase]]] | None:
    """The header's lowest names, wrapped lines put together, and the levels above them, top first.

    None where the first lines of wrapped names run into one another and cannot be told apart.
    """
    names: list[Name] = []
    upper: list[list[Phrase]] = []
    for _, phrases in reversed(header):
        if all(_NUMBERING.match(folded(p.text)) for p in phrases):
            continue
        level = []
        parts = [_apart(p, names) for p in _spelled(phrases)]
        if not all(parts):
            return None
        line = [p for part in parts for p in part]
        for p in line:
            under = [n for n in names if n.x0 < p.x1 and p.x0 < n.x1]
            base = p.chars[0].base
            if not under and _spans_names(p, names, clusters, line):
                level.append(p)
            elif not under:
                names.append(Name(p.x0, p.x1, base, list(p.chars)))
            elif len(under) == 1 and under[0].top - base < _WRAP * p.chars[0].size:
                n = under[0]
                n.x0, n.x1, n.top, n.chars = min(n.x0, p.x0), max(n.x1, p.x1), base, [*p.chars, *n.chars]
            else:
                level.append(p)
        if level:
            upper.insert(0, level)
    return names, _levels(upper)


_SAME_LEVEL = 0.9  # of the size: headers whose middles are nearer in height stand on one level


def _levels(upper: list[list[Phrase]]) -> list[list[Phrase]]:
    """Headers over several columns, wrapped ones put together, by level: a wrapped one stands around the middle."""
    whole: list[Phrase] = []
    for p in (p for level in upper for p in level):
        size = p.chars[0].size
        above = [
            q for q in whole if q.x0 < p.x1 and p.x0 < q.x1 and 0 < p.chars[0].base - q.chars[-1].base < _WRAP * size
        ]
        if len(above) == 1:
            (q,) = above
            whole[whole.index(q)] = Phrase(q.chars + p.chars, min(q.x0, p.x0), max(q.x1, p.x1), q.text + p.text)
        else:
            whole.append(p)
    levels: list[list[Phrase]] = []
    for p in sorted(whole, key=_middle):
        if levels and _middle(p) - _middle(levels[-1][-1]) < _SAME_LEVEL * p.chars[0].size:
            levels[-1].append(p)
        else:
            levels.append([p])
    return [sorted(level, key=lambda p: p.x0) for level in levels]


def _middle(phrase: Phrase) -> float:
    """The height of a phrase: midway between its first and its last line."""
    return (phrase.chars[0].base + phrase.chars[-1].base) / 2


_SEAM = 0.2  # of the size: between the full lines of neighbouring narrow columns


def _apart(phrase: Phrase, names: list[Name]) -> list[Phrase]:
    """A phrase that runs on over several names as close as a wrapped line, cut at its seams, one part to each name.

    Nothing where it cannot be so cut. A header over them all stands further above, or is shorter than they are together.
    """
    under = [n for n in names if n.x0 < phrase.x1 and phrase.x0 < n.x1]
    size, base = phrase.chars[0].size, phrase.chars[0].base
    if len(under) < 2 or any(n.top - base >= _WRAP * size for n in under):
        return [phrase]
    if phrase.x0 > min(n.x0 for n in under) or phrase.x1 < max(n.x1 for n in under):
        return [phrase]
    parts: list[list[Char]] = []
    for char in phrase.chars:
        if parts and char.x0 - parts[-1][-1].x1 <= _SEAM * size:
            parts[-1].append(char)
        else:
            parts.append([char])
    cut = [Phrase(tuple(p), p[0].x0, p[-1].x1, "".join(c.text for c in p)) for p in parts]
    under.sort(key=lambda n: n.x0)
    fits = len(cut) == len(under) and all(
        [n for n in under if n.x0 < p.x1 and p.x0 < n.x1] == [own] for p, own in zip(cut, under, strict=True)
    )
    return cut if fits else []


_OF_A_YEAR = re.compile(r"(?:20\d\d|本)年度?(?:支出|收入)?(?:预算|决算|执行)?数?|(?:预算|决算|执行)数")


def _spans_names(phrase: Phrase, names: list[Name], clusters: list[Extent], line: list[Phrase]) -> bool:
    """Whether a header that stands over no name still spans some: its column is named below, or it stands between two."""
    over = [c for c in clusters if c[0] < phrase.x1 and phrase.x0 < c[1]]
    base = phrase.chars[0].base
    left = max((n for n in names if n.x1 <= phrase.x0), key=lambda n: n.x1, default=None)
    right = min((n for n in names if n.x0 >= phrase.x1), key=lambda n: n.x0, default=None)
    if (
        len(line) == 1
        and _OF_A_YEAR.fullmatch(folded(phrase.text)) is not None
        and left is not None
        and right is not None
        and all(n.top > base + _WRAP * phrase.chars[0].size for n in names)
    ):
        return True  # alone above all names: over all of them (2025年预算数)
    if over:
        return all(_over(names, c) is not None for c in over)
    beside = min((p for p in line if p.x0 >= phrase.x1), key=lambda p: p.x0, default=None)
    if beside is not None and (right is None or beside.x1 <= right.x0):
        alone = not any(n.x0 < beside.x1 and beside.x0 < n.x1 for n in names)
        if alone and any(c[0] < beside.x1 and beside.x0 < c[1] for c in clusters):
            return False  # the name of the next column stands on the same line
    lower = (
        base + _SAME_LEVEL * phrase.chars[0].size
    )  # a name of one line stands half a line above the last of two beside it
    return left is not None and right is not None and min(left.top, right.top) > lower


def _spelled(phrases: list[Phrase]) -> list[Phrase]:
    """Letter-spaced words (收  入) put together again."""
    joined: list[Phrase] = []
    for p in phrases:
        if joined and joined[-1].text + p.text in _SPACED:
            chars = joined[-1].chars + p.chars
            joined[-1] = Phrase(chars, joined[-1].x0, p.x1, joined[-1].text + p.text)
        else:
            joined.append(p)
    return joined


def _tie(clusters: list[Extent], figures: list[Phrase], names: list[Name]) -> list[Name] | None:
    """The name of each column of figures; None where one finds none or two find the same."""
    if not names:
        return None if clusters else []
    setting = _setting(clusters, figures)
    finders: dict[str, Callable[[Extent], Name | None]] = {
        "right": lambda c: next((n for n in reversed(names) if n.middle < c[1] + 0.5), None),
        "left": lambda c: next((n for n in names if n.middle > c[0] - 0.5), None),
        "centre": lambda c: min(names, key=lambda n: abs(n.middle - (c[0] + c[1]) / 2)),
    }
    tied: list[Name] = []
    for cluster in clusters:
        found = [finders[setting](cluster)] if setting else [finders["right"](cluster), finders["centre"](cluster)]
        if found[0] is None or any(n is not found[0] for n in found) or any(n is found[0] for n in tied):
            return None
        tied.append(found[0])
    return tied


def _setting(clusters: list[Extent], figures: list[Phrase]) -> str:
    """How most columns of figures of different widths are set: right, left, centre; '' where none tells."""
    votes: Counter[str] = Counter()
    for x0, x1 in clusters:
        own = [p for p in figures if x0 - 0.1 <= p.x0 and p.x1 <= x1 + 0.1]
        if len(own) < 2 or max(p.x1 - p.x0 for p in own) - min(p.x1 - p.x0 for p in own) < 3:
            continue
        spread = {
            "right": _spread([p.x1 for p in own]),
            "left": _spread([p.x0 for p in own]),
            "centre": _spread([(p.x0 + p.x1) / 2 for p in own]),
        }
        votes[min(spread, key=lambda k: spread[k])] += 1
    return votes.most_common(1)[0][0] if votes else ""


def _spread(values: list[float]) -> float:
    return max(values) - min(values)


def spans_of(upper: list[list[Phrase]], columns: Sequence[AlignedColumn]) -> list[list[Span] | None]:
    """For each upper level the runs of columns that its headers span; None for a level where that is not clear."""
    leaves = [c.name.chars if c.name is not None else [] for c in columns]
    bases = [c.name.top if c.name is not None else 0.0 for c in columns]
    extents = [(c.x0, c.x1) for c in columns]
    labels = frozenset(i for i, c in enumerate(columns) if not c.figures)
    return [_shared(level, leaves, bases, extents, labels) for level in upper]


def _shared(
    wide: list[Phrase], leaves: list[list[Char]], bases: list[float], columns: list[Extent], labels: frozenset[int]
) -> list[Span] | None:
    """The runs of columns that the headers of one level span.

    The columns whose own header stands below the level are shared out among its headers, left to right, each run under
    the middle of its header; None where no sharing fits, or two fit alike.
    """
    level = max(p.chars[0].base for p in wide)
    below = [i for i, chars in enumerate(leaves) if chars and bases[i] > level + 1]
    if not below:
        return None
    lowest = max(bases[i] for i in below)
    same_line = [i for i in below if lowest - bases[i] < 2]
    # A name over several lines of the header stands in their middle: so far above it as the lowest is below, it begins.
    middles = {i: (leaves[i][0].base + leaves[i][-1].base) / 2 for i in below}
    bottom = max(middles.values())
    under = [i for i in below if 2 * middles[i] - bottom > level + 0.5 * wide[0].chars[0].size]
    for own in (under, same_line, below):
        if own and (found := _shared_out(wide, own, leaves, columns, labels)):
            return found
    return None


def _shared_out(
    wide: list[Phrase], own: list[int], leaves: list[list[Char]], columns: list[Extent], labels: frozenset[int]
) -> list[Span] | None:
    """Some columns shared out among the headers of a level; None where no sharing fits, or two fit alike.

    Columns of words are wider than their words: a header over such alone need not stand in the middle of these.
    """
    extents = {
        i: (min([columns[i][0], *(c.x0 for c in leaves[i])]), max([columns[i][1], *(c.x1 for c in leaves[i])]))
        for i in own
    }
    middles = {i: (min(c.x0 for c in leaves[i]) + max(c.x1 for c in leaves[i])) / 2 for i in own}

    def off(run: list[int], p: Phrase) -> float:
        if labels.issuperset(run) and len(wide) > 1:
            return 0.0
        centre = (p.x0 + p.x1) / 2
        by_names = abs((middles[run[0]] + middles[run[-1]]) / 2 - centre)
        return min(by_names, abs((extents[run[0]][0] + extents[run[-1]][1]) / 2 - centre))

    ranked = []
    for cuts in combinations(range(1, len(own)), len(wide) - 1):
        runs = [own[a:b] for a, b in pairwise([0, *cuts, len(own)])]
        if all(run[-1] - run[0] == len(run) - 1 for run in runs):
            ranked.append((max(off(run, p) for run, p in zip(runs, wide, strict=True)), runs))
    ranked.sort(key=lambda item: item[0])
    if not ranked or ranked[0][0] > 24 or (len(ranked) > 1 and ranked[1][0] < ranked[0][0] + 4):
        return None
    return [(run[0], run[-1], list(p.chars)) for run, p in zip(ranked[0][1], wide, strict=True)]
