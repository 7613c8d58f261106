"""Whether an answer is of the kind of money that a question names.

Somebody who names the general public budget, the government funds or the state capital budget wants figures of that kind: an
answer all of whose figures are of other tables and say nothing of it has passed a condition over.
"""

from __future__ import annotations

import re

from qa.answer import STANDS_IN, Outcome, Status
from qa.documents.figures import Figure
from qa.words.lexicon import Soft, lexicon
from qa.words.plan import Asked

_KINDS = ("一般公共预算", "政府性基金", "国有资本经营")
_LEFT_OUT = re.compile(r"(?:除(?:了|去|开|掉)?|不含|不包括|不算|扣除|撇开|抛开|非|不是|而不是)$")


def of_named_money(asked: Asked, outcome: Outcome) -> Outcome:
    """An outcome, or that it was not understood where no figure of it is of a kind of money that the question names."""
    figures = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or not figures or any(note.startswith(STANDS_IN) for note in outcome.notes):
        return outcome
    text = asked.said or asked.text
    for kind in lexicon().soft:
        named = kind.words.search(text) if kind.names in _KINDS else None
        if named is None or _LEFT_OUT.search(text[: named.start()]):
            continue
        if not any(_is_of(f, kind) for f in figures):
            what = f"没有读懂“{named[0]}”是就哪一项而言：请把要问的项目和它一起写出来。"
            return Outcome(Status.NOT_FOUND, what, cited=[])
    return outcome


def _is_of(figure: Figure, kind: Soft) -> bool:
    """Whether a figure is of a kind of money, by its table or by what is said of it; not where its row is of another kind."""
    if figure.table in kind.tables:
        return True
    told = (figure.row, *figure.names, *figure.parents, *figure.columns, figure.header)
    if any(other in figure.row for other in _KINDS if other != kind.names):
        return any(kind.names in words for words in told)
    return any(kind.names in words for words in (*told, figure.title, figure.section, figure.sentence))
