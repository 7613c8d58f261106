"""Numbers written in characters (九千五百块, 两千万), in digits."""

from __future__ import annotations

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = re.compile(
    r"(?<![\d几数第])[一二两三四五六七八九十百千〇零]{2,}(?=(?:亿|万)?(?:元|块)|亿|万|%)|(?<![\d几数第])[一二两三四五六七八九](?=亿|万元|万块)"
)


_COMPOUND = re.compile(
    r"(?<![\d几数第])(?P<wan>[一二两三四五六七八九十百千零]{1,7})万(?P<rest>零?[一二两三四五六七八九十百千零]{2,7})(?:元|块钱?)"
)


def in_digits(text: str) -> str:
    """A text with the amounts that it writes in characters in digits; 块 is 元."""
    text = _COMPOUND.sub(lambda m: f"{value_of(m['wan']) * 10_000 + value_of(m['rest'])}元", text)
    text = _WRITTEN.sub(lambda m: str(value_of(m[0])), text)
    return re.sub(r"(?<=[\d万亿])块(?:钱)?", "元", text)


def number_of(written: str) -> int:
    """A number in digits or in characters."""
    return int(written) if written.isdigit() else value_of(written)


def value_of(written: str) -> int:
    """A number below ten thousand that is written in characters (二十三, 九千五百)."""
    total = digit = 0
    for char in written:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
