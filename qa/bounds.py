"""Amounts and shares that a question holds figures against: 超过300万元, 占八成以上."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import UNIT_YUAN
from qa.numerals import value_of

THRESHOLD = re.compile(
    r"(?:(?P<least>不低于|不少于)|(?P<under>不超过|(?<!有)没有?超过|不足|不到|没到|低于|小于|少于)|(?P<over>超过了?|超出|突破|大于|高于|多于|达到|[过破上]了?|在))?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?|[十百千])(?P<unit>亿元?|万元?|元)(?P<tail>\(含\)以上|以上|以下|以内|开外)?"
)
"""An amount that others are to be held against (超过300万元, 一百万以上)."""
SHARE_CLAIMED = re.compile(
    r"占(?:了|到|比)?(?P<whole>[^,，]{0,16}?)的?(?P<way>不到|不足|不超过|超过了?|低于|高于|大于|小于|达到|大约|差不多)?(?P<part>一半|半数|过半|[一二两三四五六七八九]成半?|\d+(?:\.\d+)?%|百分之(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![一二三四五六七八九十]))(?P<tail>以上|以下|多|左右|不到)?"
)


def threshold_in(text: str) -> re.Match[str] | None:
    """The amount that things are to be over or under, with its words; None where there is none."""
    for m in THRESHOLD.finditer(text):
        of_a_thing = re.search(r"(?:单价|价值|单位价值)$", text[: m.start()]) or re.match(
            r"(?:\(含\))?(?:以上)?的?(?:通用|专用|大型|大件|大)?(?:设备|家伙)", text[m.end() :]
        )
        if (m["least"] or m["over"] or m["under"] or m["tail"]) and not of_a_thing:
            return m
    return None


_TENS = {"十": 10, "百": 100, "千": 1000}
NEGATED = re.compile(
    r"(?:没有?|未|不)(?:怎么|再|比[^,，]{0,8}?)?(?:有所)?(?:增|减|涨|升|降|跌|多|少|高|低|提|下)|不[增减升降]反"
)
"""Words that deny that something rose or fell."""


def limit_of(m: re.Match[str]) -> Decimal:
    """The amount of a threshold, in 元."""
    number = Decimal(_TENS.get(m["number"], 0)) or Decimal(m["number"].replace(",", ""))
    return number * UNIT_YUAN[m["unit"] if m["unit"].endswith("元") else f"{m['unit']}元"]


def way_of(m: re.Match[str]) -> str:
    """How the amount of a threshold bounds others: over, least, under or most. 以上, 以下 and 以内 include the number itself
    (民法典 1259)."""
    if m["under"]:
        return "most" if "超过" in m["under"] else "under"
    if m["tail"] in {"以下", "以内"}:
        return "most"
    return "least" if m["least"] or m["over"] == "达到" or m["tail"] in {"以上", "(含)以上"} else "over"


def within(way: str, amount: Decimal, limit: Decimal) -> bool:
    """Whether an amount is over, at least, under or at most a limit."""
    return {"over": amount > limit, "least": amount >= limit, "under": amount < limit, "most": amount <= limit}[way]


def share_claimed(text: str) -> tuple[Decimal, str] | None:
    """The percentage that a question claims, and how it is bounded: over, under, or empty."""
    m = SHARE_CLAIMED.search(text)
    if m is None:
        return None
    said = m["part"]
    if said in {"一半", "半数", "过半"}:
        percent = Decimal(50)
    elif said.endswith("%"):
        percent = Decimal(said[:-1])
    elif said.startswith("百分之"):
        percent = Decimal(value_of(said[3:]))
    else:
        percent = Decimal(10 * value_of(said[0]) + (5 if said.endswith("半") else 0))
    way = (m["way"] or "") + (m["tail"] or "")
    over = said == "过半" or (re.search(r"超过|以上|多|高于|大于", way) is not None and "不超过" not in way)
    under = re.search(r"不到|不足|以下|不超过|低于|小于", way) is not None
    return percent, "over" if over else "under" if under else ""
