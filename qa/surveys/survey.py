"""What a question about many documents asks: of each of them, and what is to be made of what they say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from qa.words.bounds import Held, within


class Act(StrEnum):
    """What is made of the figures of many documents."""

    RANK = "rank"
    SUM = "sum"
    AVERAGE = "average"
    COUNT = "count"  # how many of them
    LIST = "list"  # which of them
    SPREAD = "spread"  # the first and the last, and how far they are apart
    GAP = "gap"  # by how much one is more than another
    TIMES = "times"  # how many times as much one is
    EACH = "each"  # side by side
    ALIKE = "alike"  # which have the same
    MEDIAN = "median"  # the one in the middle


@dataclass(frozen=True, slots=True)
class Bound:
    """Which documents count; `upto`: a second bound that must hold as well. `way`: none (zero, a blank or a dash), some (more than zero), or equal, over, least, under or
    most of `limit`, which is in 元 where `unit` is that, else in per cent or as counted (辆); AVERAGE: of what all have."""

    way: str
    limit: Decimal = Decimal(0)
    unit: str = ""
    upto: Bound | None = None

    def holds(self, amount: Decimal | None) -> bool:
        """Whether an amount counts; None is a cell that prints no number."""
        if self.way == "none":
            return not amount
        if amount is None:
            return False
        if self.upto is not None and not self.upto.holds(amount):
            return False
        if self.way == "equal":
            return amount == self.limit
        return amount > 0 if self.way == "some" else within(self.way, amount, self.limit)


AVERAGE = "平均"
"""The unit of a bound that is the average of all."""


@dataclass(frozen=True, slots=True)
class Survey:
    """`asked`: what each document is asked; of several all must hold. `ranks`: the places asked for, from 1; the first few
    where empty. `moved`: what is compared is a change, up or down. `said`: what somebody says the first is (多).
    `claim`: somebody says that all of them do (all), or so many at least (1). `named`: each document is named, so that what is not of one sort is held together all the same. `exists`: it asks whether there is one.
    `held`: how much somebody says that the first has more, or how many times as much. `ratio`: of two places of a ranking,
    how many times as much one is as the other. `words`: the question's own."""

    act: Act
    asked: tuple[str, ...]
    lowest: bool = False
    ranks: tuple[int, ...] = ()
    bound: Bound | None = None
    moved: str = ""
    said: str = ""
    named: bool = False
    claim: str = ""
    exists: bool = False
    held: Held | None = None
    ratio: bool = False
    words: str = ""
