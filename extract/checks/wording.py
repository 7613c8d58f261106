"""What the wording of the notes says of their figures: which are parts (其中) of which, which is meant by a share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from extract.checks.base import Book, Term, fact_term
from extract.model import Fact

_EVENT = re.compile(
    r"其中|(?:收入|支出)包括|主要包括|包括|主要用于以下方面|用于以下方面|具体(?:情况)?如下|(?:分别|依次)(?:为|是)|[()。]"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with its number, its term, and the fact of which it is a part (其中)."""

    order: int
    fact: Fact
    term: Term
    whole: int | None = None
    marker: str = ""


@lru_cache(maxsize=1)
def stated(book: Book) -> list[list[Stated]]:
    """The facts paragraph by paragraph, each with the whole that the wording makes it a part of."""
    by_paragraph: dict[int, list[tuple[int, Fact]]] = {}
    for order, fact in book.facts():
        by_paragraph.setdefault(fact.paragraph, []).append((order, fact))
    texts = book.disclosure.paragraphs
    return [
        _structured(texts[number].text if number < len(texts) else "", facts)
        for number, facts in sorted(by_paragraph.items())
    ]


@dataclass(slots=True)
class _List:
    """An open enumeration: what it is a list of, its marker, and the sum of its parts so far."""

    whole: tuple[int, Fact]
    marker: str
    total: Decimal = Decimal(0)
    parts: int = 0

    @property
    def complete(self) -> bool:
        return self.parts > 0 and self.total == self.whole[1].value


@dataclass(slots=True)
class _Scope:
    """Inside one pair of brackets: the last amount, and the enumerations open, innermost last."""

    last: tuple[int, Fact] | None = None
    lists: list[_List] = field(default_factory=list)


def _structured(text: str, facts: list[tuple[int, Fact]]) -> list[Stated]:
    """Walk a paragraph's figures and its words 其中, 包括, ( ) 。 in order."""
    events: list[tuple[int, str, tuple[int, Fact] | None]] = [(f.at, "", (o, f)) for o, f in facts]
    events += [(m.start(), m.group(), None) for m in _EVENT.finditer(text)]
    events.sort(key=lambda e: (e[0], e[2] is not None))
    scopes = [_Scope()]
    found = []
    for _, mark, entry in events:
        scope = scopes[-1]
        if entry is not None:
            found.append(_stated(scope, *entry))
        elif mark == "(":
            scopes.append(_Scope(last=scope.last))
        elif mark == ")":
            scopes = scopes[:-1] or [_Scope()]
        elif mark == "。":
            scope.lists.clear()
        elif mark in {"收入包括", "支出包括"}:
            scope.lists.clear()
            scope.last = None
        elif scope.last is not None:
            scope.lists.append(_List(scope.last, mark))
    return found


def _stated(scope: _Scope, order: int, fact: Fact) -> Stated:
    whole, marker = None, ""
    if fact.relation == "amount":
        while len(scope.lists) > 1 and scope.lists[-1].complete:
            scope.lists.pop()
        if scope.lists and scope.lists[-1].whole[1].unit == fact.unit:
            inner = scope.lists[-1]
            whole, marker = inner.whole[0], inner.marker
            inner.total += fact.value
            inner.parts += 1
        elif scope.lists and fact.amount_yuan is not None:
            scope.lists.clear()
        scope.last = (order, fact)
    return Stated(order, fact, fact_term(fact, order), whole, marker)


def latest(paragraph: list[Stated], s: Stated, *relations: str, after: int = -1, direct: bool = False) -> Stated | None:
    """The last amount of money before `s` about the same item, told in one of some relations.

    `after`: only what comes after that fact; `direct`: not the facets of the item (年初预算 …).
    """
    found = [
        o
        for o in paragraph
        if after < o.order < s.order
        and o.fact.item == s.fact.item
        and o.fact.relation in relations
        and o.fact.amount_yuan is not None
        and not (direct and "：" in o.fact.name)
    ]
    return found[-1] if found else None
