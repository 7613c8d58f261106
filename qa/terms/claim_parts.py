"""The parts of a claim: what is said of one thing, and whether an amount is as it is said to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.text import UNIT_YUAN
from qa.answer import Stated
from qa.words.bounds import Held

MOVES = "增加|增长|上升|提高|上涨|减少|下降|降低|缩减|压减|压缩|下滑|少花|少支出|节约|节省|超支|增|涨|升|减|降"
UP = re.compile(r"增|涨|升|提高|超支|超出")


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of one thing: the question that it answers, and what the answer is held against (None: it is answered
    with yes or no); `denied`: it is said not to be so; `every`: it is said of all that the answer tells."""

    question: str
    held: Held | None
    denied: bool = False
    every: bool = False

    def holds(self, stated: Stated) -> bool:
        """Whether an amount is as claimed. The words say which way a difference or a change goes, so it has no sign here."""
        value = self._in_unit(stated)
        if value is None or self.held is None:
            return False
        if (exact := _quotient(stated)) is not None and self.held.unit in {"%", "倍"}:
            exact = exact * 100 if self.held.unit == "%" else exact
            if self.held.unit == "%" and self.held.way == "is" and self.held.number in {Decimal(0), Decimal(100)}:
                return (
                    exact == self.held.number
                ) is not self.denied  # all of it, or nothing: not what is rounded to it
            if self.held.way in _BOUNDS_ONLY:
                return self.held.holds(exact) is not self.denied
        signless = (
            stated.label == "差额" or "变化" in stated.label or is_move(stated) or MOVE_ASKED.search(self.question)
        )
        return self.held.holds(abs(value) if signless else value) is not self.denied

    def comparable(self, stated: Stated) -> bool:
        """Whether an amount is of the sort that is claimed."""
        return self._in_unit(stated) is not None

    def _in_unit(self, stated: Stated) -> Decimal | None:
        if self.held is None:
            return None
        unit = self.held.unit
        if unit in UNIT_YUAN:
            return None if stated.yuan is None else stated.yuan / UNIT_YUAN[unit]
        if not unit:
            return stated.value if stated.yuan is not None or not self.held.number else None
        if unit == "万平方米":
            return stated.value / 10_000 if stated.unit == "平方米" else None
        own = stated.unit.split("(")[0]
        return stated.value if own and (own.startswith(unit) or unit.startswith(own)) else None


_BOUNDS_ONLY = {"over", "least", "under", "most"}


def _quotient(stated: Stated) -> Decimal | None:
    """What one amount is of another, before it was rounded; None where a figure is no such quotient."""
    if stated.how.count("÷") != 1 or "(" in stated.how or len(stated.sources) != 2:
        return None
    part, whole = (s.yuan for s in stated.sources)
    return part / whole if part is not None and whole else None


MOVE_ASKED = re.compile(rf"(?:{MOVES})了?(?:幅度?|率)?(?:是|为)?(?:多少|百分之几|几)|比.*[多少高低大小]出?多少")


def is_move(stated: Stated) -> bool:
    return any(f.relation in {"increase", "decrease"} for f in stated.sources)


@dataclass(frozen=True, slots=True)
class Claim:
    """The parts of a claim, all of which must hold; none where it claims several things and is not read whole. `otherwise`:
    those of another way to read it, which must come out the same. `strict`: nothing but the answers to its parts says whether
    it is so."""

    parts: tuple[Part, ...]
    otherwise: tuple[Part, ...] = ()
    strict: bool = False
