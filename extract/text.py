"""Labels and printed amounts: how a string in a disclosure is compared, and when it is a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_SPACE = re.compile(r"[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad]+")
_QUOTES = re.compile(r"[“”\"'‘’`「」『』《》〈〉]")
_ENUMERATOR = re.compile(
    r"^(?:其中[:：]?)?(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．](?!\d))"
)
_DASHES = frozenset("-－—–―─﹣−‐‑‒﹘ー")
_AMOUNT = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_MINUS = str.maketrans(dict.fromkeys("−－﹣–‒‐‑", "-"))

UNIT_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000), "百万元": Decimal(1_000_000),
             "千元": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}  # fmt: skip


def bare(text: str) -> str:
    """The text without any white space, otherwise as printed."""
    return _SPACE.sub("", text)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Full-width forms folded (NFKC), white space and quotation marks removed: for finding words in a label."""
    return _QUOTES.sub("", _SPACE.sub("", unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """What a label is compared by: `folded`, without its enumerator (一、 (一) 1. 其中:) and trailing colon."""
    text = folded(text)
    while (rest := _ENUMERATOR.sub("", text)) != text:
        text = rest
    text = re.sub(r"^其中[:：]?", "", text)
    return text.rstrip(":：;；,，。*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed number: its exact value, and its decimals as printed (`3.00` has two)."""

    value: Decimal
    decimals: int
    percent: bool = False

    @property
    def printed(self) -> str:
        """ASCII digits with the printed decimals, a leading minus where negative, no separators."""
        return f"{self.value:.{self.decimals}f}"


def parse_amount(text: str) -> Amount | None:
    """The number that `text` prints, or None where it is not exactly one well-formed number.

    Full-width digits and separators are read; thousands separators must stand every three digits; a percent sign
    may follow; parentheses around a number are an accountant's minus.
    """
    if any(unicodedata.category(c) == "No" for c in text):
        return None  # ², ① and ⑴ are marks beside a figure, no digits of it
    folded_text = _SPACE.sub("", unicodedata.normalize("NFKC", text)).translate(_MINUS)
    if folded_text[:1] in "¥￥":
        folded_text = folded_text[1:]
    percent = folded_text.endswith("%")
    if percent:
        folded_text = folded_text[:-1]
    negative = len(folded_text) > 2 and folded_text[0] == "(" and folded_text[-1] == ")"
    if negative:
        folded_text = folded_text[1:-1]
    if not _AMOUNT.fullmatch(folded_text) or (negative and folded_text[0] in "+-"):
        return None
    digits = folded_text.replace(",", "").lstrip("+")
    _, _, fraction = digits.partition(".")
    value = Decimal(digits)
    return Amount(-value if negative else value, len(fraction), percent)


def is_dash(text: str) -> bool:
    """Whether the text is only a dash, drawn in any of the ways that documents draw it."""
    stripped = bare(text)
    return 0 < len(stripped) <= 3 and all(c in _DASHES for c in stripped)


def to_yuan(value: Decimal, unit: str) -> Decimal | None:
    """The amount in 元, exact; None where the unit is not money."""
    factor = UNIT_YUAN.get(unit)
    return None if factor is None else value * factor


def unbroken(text: str) -> str:
    """A text with halves of surrogate pairs replaced: JSON lets them through, and nothing can write them down."""
    return text.encode("utf-8", "replace").decode("utf-8")
