"""Years as people write them (24年, 二〇二四年, 2024 alone), in the one way that rules read: four digits and 年."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_IN_CHARACTERS = re.compile(
    r"(?<![零〇○一二三四五六七八九十百千])(?:[二2][零〇○0]|[一1][九9])[零〇○一二三四五六七八九0-9]{2}(?=年)"
)
_OF_TWO_DIGITS = re.compile(
    r"(?<![\d.,\-/—–~至到第近过前共满达约了用超长期每逾足这那几])(?P<year>1[5-9]|2\d|3[0-5])年(?=度|$|[^期来间内以后前多级限龄轮均\d])"
)
_OF_TWO_CHARACTERS = re.compile(
    r"(?:^|(?<=[的,，。?？在是比和与跟]))(?P<year>一[五六七八九]|二[零〇○一二三四五六七八九]|[八九][零〇○一二三四五六七八九])年(?=度|[^期来间内以后前多级限龄轮均])"
)
_OF_THE_LAST_CENTURY = re.compile(
    r"(?:^|(?<=[\u4e00-\u9fff,，]))(?<![第近过前共满达约了用超长期每逾足这那几])(?P<year>[89]\d)年(?=度|的|[^期来间内以后前多级限龄轮均\d])"
)
_BARE = re.compile(
    r"(?<![\d.,\-/—–~#第])(?:19[5-9]\d|20[0-4]\d)(?![\d.,%\-/—–~年]|[万元亿个台辆人项级号套家条份页款类天次])"
)


def years_written(question: str) -> str:
    """A question with years in characters or of two digits (二〇二四年, 24年, 九八年) in four digits; 用了20年 says how long."""
    text = _IN_CHARACTERS.sub(lambda m: "".join(_DIGITS.get(c, c) for c in m[0]), question)
    text = _OF_TWO_CHARACTERS.sub(_in_full, text)
    text = _OF_THE_LAST_CENTURY.sub(r"19\g<year>年", text)
    return _OF_TWO_DIGITS.sub(r"20\g<year>年", text)


def _in_full(m: re.Match[str]) -> str:
    """A year of two characters (九八年) with its century: of the eighties on it is the last."""
    digits = "".join(_DIGITS[char] for char in m["year"])
    return f"{'19' if digits[0] in '89' else '20'}{digits}年"


def bare_years(text: str, names: Iterable[str]) -> str:
    """A folded question with 年 behind years that stand without (公务接待费2024), but for those within printed names."""
    kept = [
        (m.start(), m.end())
        for name in names
        if re.search(r"(?:19|20)\d\d", name)
        for m in re.finditer(re.escape(name), text)
    ]

    def dated(m: re.Match[str]) -> str:
        return m[0] if any(start <= m.start() < end for start, end in kept) else f"{m[0]}年"

    return _BARE.sub(dated, text)
