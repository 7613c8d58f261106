"""Whether one amount includes another, where the tables' own sorts tell: kinds of income, basic spending and that on projects, what is
carried over and the totals that have it in them or not."""

from __future__ import annotations

import re

from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.terms.masking import masked
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.words.left_out import NAME

_LEAD = r"^(?:请问|听说|据说|20\d\d年(?:度)?|今年|本年|单位|本单位|的|[,，])*"
_ASKS = r"(?:的)?(?:在内)?(?:了)?[,，]?(?:是|对)?(?:吗|么|吧|没有?|不对|呢)?$"
_WHETHER = r"(?:是不是|是否|有没有|应该|已经?|都|也|会|就)*"
_INCLUDES = re.compile(
    rf"{_LEAD}(?P<a>{NAME})(?:里面?|中|当中)?{_WHETHER}(?:包括|包含|涵盖|含有?|含括|算上|计入|算进)(?:了|着)?(?P<b>{NAME}){_ASKS}"
)
_WITHIN = re.compile(
    rf"{_LEAD}(?P<b>{NAME}){_WHETHER}(?:包括|包含|计入|算入?|算进|归入?|属于|含|列入?)(?:在|到|进|于)?(?P<a>{NAME})(?:里面?|中|当中|之?内)?{_ASKS}"
)
_KINDS = ("fiscal", "business", "operating", "superior", "affiliated", "other")
_FUNDS = ("general", "fund", "state_capital")
_INCOME = {*_KINDS, *_FUNDS}
_APART = ({"basic", "project"}, {"staff", "running"}, {*_KINDS}, {*_FUNDS})
"""Sorts of which none includes another."""
_TOTALS = {
    "收入总计": (_INCOME | {"carry_in", "use_balance"}, {"carry_out"}),
    "本年收入合计": (_INCOME, {"carry_in", "use_balance", "carry_out"}),
    "支出总计": ({"carry_out"}, {"carry_in", "use_balance"}),
    "本年支出合计": (set[str](), {"carry_in", "carry_out", "use_balance"}),
}
"""What totals include, and what they do not."""


def includes(text: str, view: View) -> Outcome | None:
    """Whether one thing includes another, with both amounts; None where a folded question asks nothing of the sort, or the sorts of the
    two do not tell."""
    asked = masked(text.rstrip("?？。"), view)
    m = _INCLUDES.match(asked.text) or _WITHIN.match(asked.text)
    if m is None or not re.search(r"吗|么|是不是|是否|有没有|没有?$|吧|不对", text):
        return None
    whole, part = (asked.shown(m[side]) for side in ("a", "b"))
    figures = [targets_of(name, view, Wanted())[0].figure for name in (whole, part)]
    of_part = _sorts(part, view) or _sort_of(figures[1])
    if (own := _TOTALS.get(whole)) is not None:
        inside = bool(of_part) and of_part <= own[0]
        apart = bool(of_part) and of_part <= own[1]
    else:
        of_whole = _sorts(whole, view)
        inside = False
        apart = (
            bool(of_whole and of_part) and any(of_whole | of_part <= own for own in _APART) and not of_whole & of_part
        )
        apart = apart or (of_whole == {"fiscal"} and bool(of_part) and of_part <= {*_KINDS} - {"fiscal"})
    if (not inside and not apart) or any(f is None or (inside and f.value is None) for f in figures):
        return None
    told = [f for f in figures if f is not None]
    said = "；".join(_said(f) for f in told)
    outcome = Outcome(Status.ANSWERED, f"{'是，包括' if inside else '不是，这两项是分开列的'}：{said}")
    outcome.stated = [Stated.of(f) for f in told if f.value is not None]
    outcome.cited = told
    return outcome if outcome.stated else None


def _said(figure: Figure) -> str:
    amount = "没有填数" if figure.value is None else money(figure.number, figure.unit)
    return f"{figure.called} {amount}（第 {figure.page} 页，{figure.place}）"


def _sort_of(figure: Figure | None) -> set[str]:
    """The sort of the row that a figure stands in."""
    return {figure.row_role} - {""} if figure is not None and not figure.code else set()


def _sorts(name: str, view: View) -> set[str]:
    """The sorts of the rows and columns that a name is printed over."""
    rows = {f.row_role for f in view.figures if not f.is_fact and name in f.names and not f.code}
    columns = {f.column_role for f in view.figures if not f.is_fact and name in f.inner}
    return {s for s in rows | columns if s}
