"""What an answer is (the contract of `gouji ask --json`), and how amounts are written in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from extract.model import Verdict
from extract.text import UNIT_YUAN
from qa.documents.figures import Figure


class Status(StrEnum):
    """`ambiguous`: several documents could be meant; `not_found`: the documents do not say; `refused`: no question of theirs."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    REFUSED = "refused"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class StatedFigure(_Frozen):
    """An amount that the answer states. `how` shows the arithmetic where it is computed, else it is empty."""

    value: str
    unit: str
    amount_yuan: str | None = None
    how: str = ""


class Citation(_Frozen):
    """Where it stands: page (1-based) and box (PDF points, origin top left, page as shown), with the words there."""

    document: str
    file: str
    institute: str
    year: int | None
    page: int
    box: tuple[float, float, float, float]
    table: str
    text: str


class QaUsage(_Frozen):
    """What a model cost for it; all zero without one."""

    calls: int = 0
    prompt_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0


_A_SENTENCE = 120  # characters: arithmetic is shorter


class AnswerOut(_Frozen):
    """An answer with all that proves it."""

    answer: str
    figures: tuple[StatedFigure, ...] = ()
    citations: tuple[Citation, ...] = ()
    status: Status
    verdict: str = ""
    confidence_note: str = ""
    elapsed_ms: float = 0.0
    usage: QaUsage = Field(default_factory=QaUsage)

    @property
    def leading(self) -> tuple[StatedFigure, ...]:
        """The figure to be shown first; none where the answer is a list of things told in sentences."""
        return self.figures[:1] if self.figures and len(self.figures[0].how) <= _A_SENTENCE else ()

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return self.model_dump(mode="json")


NOWHERE = (0.0, 0.0, 0.0, 0.0)
"""The box of what has a page but no place on it."""


STANDS_IN = "所在的表："
"""How a note begins that says where the amount stands that was said to be of one kind of money."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document that prove something: page, box, section, and the words exactly as they stand."""

    page: int
    box: tuple[float, float, float, float]
    text: str
    table: str = "narrative"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """An amount about to be stated: printed (`figure`), or computed from `sources` as `how` shows."""

    value: Decimal
    unit: str
    sources: tuple[Figure, ...] = ()
    how: str = ""
    label: str = ""

    @classmethod
    def of(cls, figure: Figure, label: str = "") -> Stated:
        """A printed figure (raises ValueError where it prints no number)."""
        if figure.value is None:
            raise ValueError("no number is printed")
        return cls(figure.value, figure.unit, (figure,), "", label or figure.called)

    @property
    def yuan(self) -> Decimal | None:
        """The exact amount in 元, where it is money."""
        factor = UNIT_YUAN.get(self.unit)
        return None if factor is None else self.value * factor

    def out(self) -> StatedFigure:
        """As the contract has it."""
        return StatedFigure(
            value=f"{self.value:f}",
            unit=self.unit,
            amount_yuan=None if self.yuan is None else plain(self.yuan),
            how=self.how,
        )


@dataclass(slots=True)
class Outcome:
    """What came of a question in one document, before it is put into words and checked."""

    status: Status
    text: str
    stated: list[Stated] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    cited: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    certain: bool = False
    """That there is nothing, whatever the words might mean: another year, another kind of document."""

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return self.status in {Status.ANSWERED, Status.AMBIGUOUS}


def plain(value: Decimal) -> str:
    """An exact number without needless zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """A number as printed, with separators."""
    return f"{value:,f}"


def money(value: Decimal, unit: str) -> str:
    """An amount as a person reads it: with its unit; large amounts in 元 in 万元 too."""
    if unit == "元" and abs(value) >= 10_000:
        return f"{grouped(Decimal(plain(value / 10_000)))} 万元（{grouped(value)} 元）"
    return f"{grouped(value)}{'' if unit in {'%', ''} else ' '}{unit}"


def english_money(value: Decimal, unit: str) -> str:
    """An amount in English, its unit in Chinese too."""
    word = {"万元": "wan yuan (万元)", "元": "yuan (元)"}.get(unit, unit)
    return f"{grouped(value)}{'' if word == '%' else ' '}{word}"


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    """Rounded half up, as the documents round."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


_TRUST = {
    Verdict.CORRECTED: "已更正",
    Verdict.VERIFIED: "已核实",
    Verdict.GROUNDED: "有据",
    Verdict.CONFLICT: "原文不平",
    Verdict.REVIEW: "待复核",
}
WORST = [Verdict.REVIEW, Verdict.CONFLICT, Verdict.GROUNDED, Verdict.VERIFIED, Verdict.CORRECTED]


def trust(verdict: Verdict | None) -> str:
    """A verdict in words."""
    return _TRUST.get(verdict, "") if verdict is not None else ""


def weakest(figures: Sequence[Figure]) -> Verdict | None:
    """The weakest verdict of what an answer rests on."""
    there = {f.verdict for f in figures}
    return next((v for v in WORST if v in there), None)


_NUMBER = re.compile(r"(?<![\d.])-?\d[\d,]*(?:\.\d+)?")


def numbers_in(text: str) -> list[Decimal]:
    """Every number that a text states, digits only."""
    found = []
    for match in _NUMBER.findall(text):
        try:
            found.append(Decimal(match.replace(",", "")))
        except ArithmeticError:
            continue
    return found
