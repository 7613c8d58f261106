"""Which rows of a document a question speaks of: those under a row or a head, on a level, of a table, one cell of each."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from extract.codes import LEVEL_DIGITS
from extract.model import Kind
from extract.text import key
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import both_years
from qa.terms.resolve import Wanted, measure_of
from qa.terms.targets import Target, is_noun, targets_of
from qa.terms.terms import names_of, spot
from qa.words.lexicon import scopes_in
from qa.words.operations import INCOMES_ASKED

INCOMES_LISTED = re.compile(
    r"^(?:本年|全年|今年|总)?的?收入(?:预算|决算|总[计额])?(?:都|主要)?(?:是)?(?:按照?(?:资金)?(?:来源|渠道)(?:来)?)?(?:划|区)?(?:由|有|包括|分|含)(?:成|为)?(?:哪几|哪些|几)(?:块|部分|项|类|种|方面|个)?(?:资金|收入|内容|来源|渠道)?(?:组成|构成)?(?:[,，]|$)"
)


def rows_under(words: str, view: View, wanted: Wanted) -> tuple[Figure | None, list[Figure]]:
    """A row that has rows below it, and those: by code, or all rows of the group that a column heads."""
    for target in targets_of(words, view, wanted):
        best: tuple[Figure | None, list[Figure]] = (None, [])
        for match in target.matches[:12]:
            figure = match.figure
            if figure.is_fact:
                continue
            rows = _by_code(figure, view) or _by_head(figure, target, view)
            if len(rows) > len(best[1]):
                best = (figure, rows)
                if match is target.matches[0] and figure.code:
                    break
        if best[0] is not None:
            return best
    return None, []


def one_cell_each(cells: Sequence[Figure], words: str) -> list[Figure]:
    """One cell of each row: in the column that some words name, else in the total one, where a table has several."""
    rows: dict[tuple[str, int], list[Figure]] = {}
    for cell in cells:
        rows.setdefault((cell.ref[0], cell.ref[1]), []).append(cell)
    named = {c for cell in cells for c in cell.columns if c in words}
    if all(len(own) == 1 for own in rows.values()):
        return [f for f in cells if f.value or not (named & set(f.columns))]
    chosen = [
        next((f for f in own if named & set(f.columns)), None)
        if named
        else next((f for f in own if f.column_role == "total" or not f.columns), own[0])
        for own in rows.values()
    ]
    return [f for f in chosen if f is not None and (f.value or not named)]


def _by_code(parent: Figure, view: View) -> list[Figure]:
    if not parent.code:
        return []
    column = [f for f in view.column(parent) if f.code.startswith(parent.code) and len(f.code) > len(parent.code)]
    level = min((len(f.code) for f in column), default=0)
    return [f for f in column if len(f.code) == level]


def _by_head(figure: Figure, target: Target, view: View) -> list[Figure]:
    """The detailed rows of the columns that a name heads (人员经费 over the left group of a basic-expenditure table)."""
    over = {c for f in view.figures if f.ref[0] == figure.ref[0] for c in f.columns}
    named = [t for t in target.terms.terms if {n for n, _ in t.names} & over]
    heads = named or target.terms.terms  # a kind of money heads its whole table
    columns = [f for f in view.figures if f.ref[0] == figure.ref[0] and f.code and all(names_of(t, f) > 0 and set(f.columns) & {n for n, _ in t.names} for t in heads)]  # fmt: skip
    return without_rows_below(columns)


_OTHER_THAN_INCOME = frozenset(("carry_in", "use_balance"))


def from_other_years(view: View) -> list[Figure]:
    """What stands beside a year's income in the table of income and expenditure, and is none of it: what other years left."""
    return [
        f for f in view.figures
        if f.table is Kind.INCOME_EXPENDITURE and f.side == "income" and f.value and f.row_role in _OTHER_THAN_INCOME
    ]  # fmt: skip


def incomes(words: str, view: View) -> list[Figure]:
    """The sources of a year's income, where words ask for one of them; what is left of other years is none."""
    if not (INCOMES_ASKED.search(words) or INCOMES_LISTED.search(words)):
        return []
    heads = {c for f in view.figures if f.table is Kind.INCOME and f.column_role != "total" for c in f.columns}
    if "科目" in words and any(c in words for c in heads if len(c) > len("收入")):
        return []  # 其他收入最多的是哪个科目: of the rows of a column
    own = [
        f for f in view.figures
        if f.table is Kind.INCOME_EXPENDITURE and f.side == "income" and f.value is not None and not f.total
        and f.row_role and not f.row_role.endswith(("total", "current")) and f.row_role not in _OTHER_THAN_INCOME
    ]  # fmt: skip
    whole = any(f.row_role == "fiscal" for f in own)  # the kinds of fiscal money stand under it
    return [f for f in own if not (whole and f.row_role in {"general", "fund", "state_capital"})]


def compared_rows(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The rows that a question ranks: what stands under what it names, else a table's; none where it names something else."""
    words = re.sub(r"(?<=[费出])(?:合计数?|总计数?|总额)", "", words)  # of what comes to it, its parts
    words = _BY_FUNCTION.sub("", words)
    bare = RANKING.sub("", words)
    terms = spot(bare, view)
    if any(t.absent for t in terms.terms):
        return []  # of what is not printed there is no largest row
    rows = level_of(words, view)
    heads = {n for f in rows for n in (*f.columns, key(f.header))}
    named = [
        t for t in terms.terms
        if (t.names or t.code) and not t.tables and not t.total and not {n for n, _ in t.names} & heads
    ]  # fmt: skip
    if not named and not [p for p in terms.unexplained if len(p) > 1]:
        return rows
    under = on_level(
        bare, view, _more_than_one([f for f in rows_under(bare, view, wanted)[1] if f.value is not None], view)
    )
    kinds = {k for t in terms.terms for k in t.tables} | {Kind(s) for s in terms.scopes if s in set(Kind)}
    for term in named if not under else ():  # a kind of money, and a row or head within it
        rows_of = rows_under(term.text, view, wanted)[1] if term.names and not term.tables else []
        under = under or [f for f in rows_of if f.value is not None and (not kinds or f.table in kinds)]
    unknown = any(is_noun(p) for p in terms.unexplained)  # of what nobody knows there is no largest
    return under if under or named or unknown else rows


_BY_FUNCTION = re.compile(
    r"(?:按照?|从|在|就)?(?:支出)?(?:的)?功能(?:科目)?分类(?!预算|决算|表|科目表)(?:科目)?(?:来?看|来?说|来?分|角度|上|里面?|中|当中|划分)*的?[,，]?(?:支出)?"
)
"""Classes by function are what all spending is told by, so that they name no rows of their own."""


def _more_than_one(rows: Sequence[Figure], view: View) -> list[Figure]:
    """Rows to be ranked, or those below where a level has only one (a class with one 款)."""
    rows = list(rows)
    while len(rows) == 1 and (below := [f for f in _by_code(rows[0], view) if f.value is not None]):
        rows = below
    return rows


def rows_of_year_before(words: str, view: View, wanted: Wanted) -> list[Figure]:
    """The rows that a question ranks, as they were the year before, of the table that it names, else of the one that prints
    both years (一般公共预算支出表); none where no such table does."""
    words = re.sub(r"20\d\d年(?:度)?的?(?:预算|决算|执行)?数?", "", words)
    own = words if scopes_in(words) else f"一般公共预算支出表里{words}"
    year = view.disclosure.meta.year
    pairs = [both_years(f, view, year) for f in compared_rows(own, view, wanted) or level_of(own, view)]
    return list({p[1].ref: p[1] for p in pairs if p is not None and p[1].year in {None, wanted.year}}.values())


def on_level(words: str, view: View, rows: Sequence[Figure]) -> list[Figure]:
    """Rows, or those below or above them that stand on the level which the words name (款级, 项级), of what is above all of them
    none; `words` may name no level. None where nothing stands on it."""
    level = _level_said(words)
    if level is None or not rows or not rows[0].code:
        return list(rows)
    codes = {f.code for f in rows}
    own = of_own_year(rows, view) if len({f.ref[2] for f in rows}) > 1 else rows
    whole = next((f for f in own if f.column_role == "total" or not f.columns), own[0])
    above = {c[:n] for c in codes for n in range(1, len(c)) if not all(other.startswith(c[:n]) for other in codes)}
    column = [
        f for f in view.column(whole)
        if f.value is not None and (f.code in above or any(f.code.startswith(c) for c in codes))
    ]  # fmt: skip
    digits = _digits_of(level, [f for f in view.column(whole) if f.code])
    return [f for f in column if len(f.code) == digits]


def _digits_of(level: str, cells: Sequence[Figure]) -> int:
    """How many digits the codes on a level have; for other codes than those of the classification by function by the order of
    their lengths."""
    lengths = sorted({len(f.code) for f in cells})
    standard = set(lengths) <= set(LEVEL_DIGITS.values()) and not any(f.table is Kind.BASIC for f in cells)
    return LEVEL_DIGITS[level] if standard else lengths[min([*LEVEL_DIGITS].index(level), len(lengths) - 1)]


_NO_LEVEL_BEFORE = r"(?<![分拨])"
"""A table is called by what it is sorted by (经济分类表), and money by where it is from (财政拨款支出): neither names a level."""


def _level_said(words: str) -> str | None:
    """The level that some words name as one (项级)."""
    said = re.search(rf"{_NO_LEVEL_BEFORE}([类款项])级", words)
    return said[1] if said is not None else None


def _level_named(words: str) -> str | None:
    """The level that some words name, as one or by what stands on it (哪一类)."""
    return _level_said(words) or next((n for n in LEVEL_DIGITS if re.search(f"{_NO_LEVEL_BEFORE}{n}", words)), None)


def without_rows_below(cells: Sequence[Figure]) -> list[Figure]:
    """The cells of the rows under which none of the others stands, by code."""
    codes = {f.code for f in cells}
    above = {code[:n] for code in codes for n in range(1, len(code))}
    return [f for f in cells if f.code not in above]


def of_own_year(cells: Sequence[Figure], view: View) -> list[Figure]:
    """Of cells those of the document's year, and of its kind where a table prints budget and final account beside each
    other; all where it has none such."""
    meta = view.disclosure.meta
    own = [f for f in cells if f.year in {None, meta.year}] or list(cells)
    return [f for f in own if measure_of(f, view) == meta.kind] or own


RANKING = re.compile(
    r"第(?:\d+|[一二两三四五六七八九十])(?:大|多|高|小|少|低|贵)(?:的)?|(?:花|用|占|金额|钱)*(?:得|的)?(?:最[高多大贵低少小]|排名|排?在?前(?:\d+|[一二两三四五六七八九十])(?:名|位|大|个|项)?|(?:排|居|位列|位居)(?:名|在)?第[\d一二两三四五六七八九十]+|哪一?[类项种]采购|哪)"
)


def level_of(words: str, view: View) -> list[Figure]:
    """The coded rows of the table that some words name (else of the first that has any), on the level that they name
    (类, 款, 项; else the finest), in the column that they name, else the total one."""
    terms = spot(words, view)
    kinds = [Kind(s) for s in terms.scopes if s in set(Kind)]
    kinds = (
        kinds
        or [t.tables[0] for t in terms.terms if t.tables and not t.total]
        or [Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC]
    )
    column = next((n for t in terms.terms for n, _ in t.names), "")
    for kind in kinds:
        cells = [f for f in view.figures if f.table is kind and f.code and f.value is not None]
        cells = (
            [f for f in cells if column in f.columns]
            if any(column in f.columns for f in cells)
            else [f for f in cells if not f.columns or f.column_role == "total" or kind is Kind.BASIC]
        )
        if not cells:
            continue
        cells = of_own_year(cells, view)
        lengths = sorted({len(f.code) for f in cells})
        digits = next((n for n in lengths if re.search(rf"[{n}{_DIGITS[n]}]位(?:数|编码|代码|科目)", words)), None)
        if digits is None and (level := _level_named(words)) is not None:
            digits = _digits_of(level, cells)
        return without_rows_below(cells) if digits is None else [f for f in cells if len(f.code) == digits]
    return []


_DIGITS = "零一二三四五六七八九十"


def side_by_side(
    view: View,
    wanted: Wanted,
    roles: Container[str] = frozenset({"abroad", "overseas", "vehicles", "vehicle", "reception"}),
) -> list[Figure]:
    """What the three public expenses are made of, each once: no totals, no parts of one that is told itself."""
    measure = wanted.measure or view.disclosure.meta.kind
    cells = [
        f for f in view.figures
        if f.table is Kind.THREE_PUBLIC and f.value is not None and measure_of(f, view) == measure
        and (f.year is None or f.year == (wanted.year or view.disclosure.meta.year))
    ]  # fmt: skip
    named = [f for f in cells if f.row_role in roles or f.column_role in roles]
    return list({f.row_role + f.column_role: f for f in reversed(named)}.values())
