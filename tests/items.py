"""Items that several invented documents print under one name, with their amounts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from eval.corpus import chosen, write
from extract.model import Kind
from qa.answer import AnswerOut, Status, rounded
from qa.ask import Asker
from tests.libraries import build


@dataclass(frozen=True)
class Item:
    """An item that several documents print under one name: its amounts in 万元 by institute, the largest first."""

    name: str
    amounts: dict[str, Decimal]

    @property
    def bodies(self) -> list[str]:
        """The institutes, the one with the largest amount first."""
        return list(self.amounts)

    @property
    def mean(self) -> Decimal:
        """The average, two decimals of 元."""
        return rounded(sum(self.amounts.values(), Decimal(0)) * 10_000 / len(self.amounts))

    def between(self, chance: random.Random) -> Decimal:
        """An amount between the first two or the last two, so that none of them is near it."""
        values = list(self.amounts.values())
        a, b = chance.choice([values[:2], values[-2:]])
        return rounded((a + b) / 2)


def invented(folder: Path, seed: int) -> tuple[Asker, list[Item]]:
    """A library of six invented documents, and the items of it whose amounts are all different."""
    named = [(name, document) for name, document in chosen(6, seed) if name.count("_") == 2]
    build(folder / "library", [write(folder, name, document) for name, document in named])
    asker = Asker(folder / "library")
    return asker, [i for i in _items(asker) if len(set(i.amounts.values())) == len(i.amounts) > 1]


Ask = Callable[[Item, random.Random], "tuple[str, Callable[[AnswerOut], bool]]"]
"""Makes a question about an item, and what its answer must hold; raises IndexError where the item has too few amounts."""


def answered_wrong(asker: Asker, items: Sequence[Item], ask: Ask, *, seed: int, each: int) -> list[tuple[str, str]]:
    """Of `each` questions made of chosen items: those that are not answered right, with what was said. Fails where so
    many cannot be made."""
    chance = random.Random(seed)  # noqa: S311
    wrong: list[tuple[str, str]] = []
    asked = tries = 0
    while asked < each and tries < _TRIES:
        tries += 1
        try:
            question, right = ask(chance.choice(items), chance)
        except IndexError:
            continue
        answer = asker.ask(question)
        asked += 1
        if answer.status is not Status.ANSWERED or not right(answer):
            wrong.append((question, answer.answer))
    assert asked == each
    return wrong


_TRIES = 300


def _items(asker: Asker) -> Iterator[Item]:
    """The rows of basic expenditure by economic code, which every document prints in one table."""
    rows: dict[str, dict[str, Decimal]] = {}
    elsewhere: set[str] = set()
    for document in asker.across.catalog.documents:
        view = asker.view(document.id)
        for figure in view.figures:
            if figure.table is not Kind.BASIC and figure.value is not None:
                elsewhere |= {figure.row, *figure.names, *figure.columns}
            elif figure.table is Kind.BASIC and figure.code and figure.yuan is not None and not figure.is_fact:
                rows.setdefault(figure.row, {}).setdefault(document.institute, figure.yuan / 10_000)
    for name, amounts in rows.items():
        if len(name) > 2 and not any(name in other for other in elsewhere):
            yield Item(name, dict(sorted(amounts.items(), key=lambda pair: -pair[1])))
