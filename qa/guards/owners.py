"""Everyday words for a row that stand before another name as whose it is (临时工的会议费, 消防的人员经费): 临时工 speaks of 劳务费, but no amount
of that row, nor of the two together, is what is asked."""

from __future__ import annotations

import re
from itertools import pairwise

from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.search.lexical import tokens
from qa.terms.terms import Term, spot

_OF_MONEY = re.compile(
    r"[费款金钱税薪]|支出|收入|经费|工资|补[贴助]|预算|决算|结转|结余|资金|保险|采购|招待|拨|车|总|合计|开[支销]|花|用"
)
"""Words that name money or what it is spent on, and nobody whose it could be."""


def of_an_owner(said: str, outcome: Outcome, view: View) -> Outcome | None:
    """That no amount is of the one whom a question names before another name; None where amounts were not told, it names nobody so,
    or what was told is a row of the one with the other beside it. `said`: the question in its own words."""
    told = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or outcome.quotes or not told:
        return None
    terms = spot(said, view).terms
    for owner, owned in pairwise(terms):
        whose = said[owner.start : owned.start]
        if _is_whose(whose, owner, view) and not any(_is_of_both(f, owner, owned) for f in told):
            lost = f"文件里没有“{whose}{owned.text}”的数字。"
            return Outcome(Status.NOT_FOUND, lost, cited=[], certain=True)
    return None


def _is_whose(words: str, term: Term, view: View) -> bool:
    """Whether words up to the next name are somebody's or some thing's, which no print has and which is no word for money."""
    who = words.removesuffix("的")
    if not term.names or who == words or who != term.text.removesuffix("的") or who in view.all_names:
        return False
    return _OF_MONEY.search(who) is None and all(sort.startswith("n") for _, sort in tokens(who))


def _is_of_both(figure: Figure, owner: Term, owned: Term) -> bool:
    """Whether a figure stands under both names: in the row of one and a column or a group of the other."""
    under = {*figure.names, *figure.columns, *figure.parents, figure.row}
    return all(any(name in under or name in "".join(under) for name, _ in t.names) for t in (owner, owned))
