"""Amounts and shares that a question holds figures against: 超过300万元, 占八成以上."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extract.text import UNIT_YUAN
from qa.words.numerals import value_of

THRESHOLD = re.compile(
    r"(?:(?P<least>不低于|不少于)|(?P<under>不超过?|(?<!有)没有?超过|(?<!有)没过|不足|不到|没到|低于|小于|少于)|(?P<over>超过了?|超出了?|突破了?|大于|高于|多于|达到|[过破上超]了?|在))?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?|[十百千]|(?:(?<=[过破上超达到于出足]了)|(?<=[过破上超达到于出足]))(?=亿)|(?<![\d十百千万几])(?=亿元?(?:\(含\))?以[上下内]))(?P<unit>亿元?|万元?|元)(?:大关)?(?P<tail>\(含\)以上|以上|以下|以内|开外)?"
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


AMOUNT = r"\d[\d,]*(?:\.\d+)?(?:亿|万)?元"
"""An amount as it is said with its unit."""
LOOSE_AMOUNT = r"\d[\d,]*(?:\.\d+)?(?:亿元?|万元?|元)"
"""An amount as it is said, 元 left out where 万 or 亿 says as much."""
BETWEEN = re.compile(
    rf"(?:落|处)?(?:在|介于|处于)?(?P<low>\d[\d,]*(?:\.\d+)?(?:亿元?|万元?|元)?)(?:到|至|和|与|-|~|—)(?P<high>{LOOSE_AMOUNT})(?:(?:这(?:一)?个?|的)?(?:之间|区间|范围|档)(?:里面?|内|之内|中)?)?的?"
)
"""Two amounts that others are to lie between (50万到100万元之间)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What amounts must keep to, as some words say: `tests` (way, limit in 元), all of which hold; `spans` are their places."""

    tests: tuple[tuple[str, Decimal], ...]
    spans: tuple[tuple[int, int], ...]
    said: str

    def holds(self, yuan: Decimal) -> bool:
        """Whether an amount in 元 keeps to all of them."""
        return all(within(way, yuan, limit) for way, limit in self.tests)

    @property
    def upper(self) -> bool:
        """Whether they only say how much amounts may be at most."""
        return all(way in {"under", "most"} for way, _ in self.tests)

    def without(self, text: str) -> str:
        """A text without them."""
        for start, end in sorted(self.spans, reverse=True):
            text = text[:start] + text[end:]
        return text


def limits_in(text: str) -> Limits | None:
    """The amounts between, over or under which others are to be (超过50万元且不到100万元); None where no words say so."""
    if (m := BETWEEN.search(text)) is not None:
        low = m["low"] if re.search(r"[亿万元]$", m["low"]) else m["low"] + re.sub(r"[\d.,]", "", m["high"])
        ends = [THRESHOLD.search(f"达到{end}") for end in (low, m["high"])]
        if ends[0] is not None and ends[1] is not None:
            tests = (("least", limit_of(ends[0])), ("most", limit_of(ends[1])))
            return Limits(tests, (m.span(),), m[0])
    first = threshold_in(text)
    if first is None:
        return None
    blanked = text[: first.start()] + "，" * len(first[0]) + text[first.end() :]
    found = [first, *([also] if (also := threshold_in(blanked)) is not None else [])]
    return Limits(
        tuple((way_of(m), limit_of(m)) for m in found),
        tuple(m.span() for m in found),
        "，".join(_said(m) for m in found),
    )


def _said(m: re.Match[str]) -> str:
    return m[0] if m["over"] or m["under"] or m["least"] else f"{m['number']}{m['unit']}{m['tail'] or ''}"


_TENS = {"十": 10, "百": 100, "千": 1000}
NEGATED = re.compile(
    r"(?:没有?|未|不)(?:怎么|再|比[^,，]{0,8}?)?(?:有所)?(?:增|减|涨|升|降|跌|多|少|高|低|提|下)|不[增减升降]反"
)
"""Words that deny that something rose or fell."""


def limit_of(m: re.Match[str]) -> Decimal:
    """The amount of a threshold, in 元."""
    number = Decimal(_TENS.get(m["number"], 0)) or Decimal(m["number"].replace(",", "") or 1)  # 过亿元: one
    return number * UNIT_YUAN[m["unit"] if m["unit"].endswith("元") else f"{m['unit']}元"]


def yuan_said(amount: str) -> Decimal | None:
    """An amount with its unit, as words say it (3.5万元, 过亿元), in 元; None where it is none."""
    m = THRESHOLD.fullmatch(f"达到{amount}")
    return limit_of(m) if m is not None else None


def way_of(m: re.Match[str]) -> str:
    """How the amount of a threshold bounds others: over, least, under or most. 以上, 以下 and 以内 include the number itself
    (民法典 1259)."""
    if m["under"]:
        return "most" if re.search("超|没过", m["under"]) else "under"
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


_WAYS = (
    ("least", "不低于|不少于|不小于|达到了?|占到了?|达|至少(?:有|是|为)?|最少(?:有|是|为)?"),
    ("most", "不超过|不高于|不大于|不多于|最多(?:有|是|为)?|至多"),
    ("over", "超过了?|超(?![支出过标额])|逾|超出|突破|大于|高于|多于|不止|破了?"),
    ("under", "低于|小于|少于|不足|不到|没到|未到|未满|不满"),
    ("near", "将近|接近于?|几乎|(?<![最附])近"),
    ("about", "(?<!节)约为?|大约|大概|大致|差不多"),
)
_DENIES = {"least": "under", "most": "over", "over": "most", "under": "least"}
_WAY = "|".join(words for _, words in _WAYS)
_TENTHS = "[一二两三四五六七八九]成[一二三四五六七八九半]?"
_PARTS_OF = (
    "百分之(?:百|[一二三四五六七八九十]+(?:点[零一二三四五六七八九]+)?)|[一二三四五六七八九十]+分之[一二三四五六七八九]"
)
_COUNTERS = "万平方米|平方米|人次|批次|辆|台套|台|套|批|人|名|个|家|户|项|次|篇|份|条|分|间|栋|层|张|艘|架|款|类"
HELD = re.compile(
    rf"(?P<deny>(?:并?没有?|并?未|从未)(?=超|达|占到|突破|低于|高于|大于|小于|多于|少于|不足|不到|到))?(?P<way>{_WAY}|到(?=\d))?(?P<about>(?<!节)约为?|大约|近)?"
    rf"(?:(?P<sign>[-−负])?(?P<number>(?<![\d.,])\d[\d,]*(?:\.\d+)?)(?P<more>[多余](?=[亿万元倍%个辆台]))?(?P<unit>亿元|万元|元|亿|万(?!平)|%|倍|{_COUNTERS})?(?:\([套台含]\))?"
    rf"|(?P<part>{_TENTHS}|{_PARTS_OF}|一半|半数|过半)|(?P<written>[一二两三四五六七八九十]+)(?P<of>倍|{_COUNTERS})(?![\u4e00-\u9fff]?级)|(?P<zero>零(?!部件|星|售|散))(?:元|万元)?)"
    r"(?P<tail>\(含\)以上|以上|以下|以内|之内|开外|左右|上下|多(?!少))?"
)
"""An amount, a share or a number of things with the words that bound it (没有超过300万元, 占八成以上, 不到8个)."""
_SOFT = Decimal(2)
"""Percentage points within which a share is about what somebody says in tenths or parts."""
_CLOSE = Decimal("0.01")
_NEARLY = Decimal("0.93")
_FINEST = Decimal("0.000001")
"""The last digit at which an amount is taken as rounded; nobody prints finer ones."""


@dataclass(frozen=True, slots=True)
class Held:
    """What an amount is held against. `way`: is, about, near (a little less), more (a little more), or over, least, under or
    most; `number` in `unit` (元 and its like, %, 倍, a counter, or nothing said); `soft`: said in tenths or parts, not to the
    last digit."""

    way: str
    number: Decimal
    unit: str
    soft: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether an amount in the same unit is so; a number claimed outright is right where it is rounded at its last digit,
        unless it is too round to be seen as such."""
        if self.way in _DENIES:
            return within(self.way, value, self.number)
        if value == self.number:
            return True
        exponent = self.number.as_tuple().exponent
        digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        if self.way == "near":
            nearly = self.number * _NEARLY <= value < self.number
            return nearly or (
                self.unit == "%" and not self.soft and value.quantize(self.number, ROUND_HALF_UP) == self.number
            )
        if self.way == "more":
            return self.number < value < self.number + (10 if self.soft else max(digit, _roundness(self.number)))
        near = abs(value - self.number)
        if self.unit == "%" and self.way == "is" and self.number in {Decimal(0), Decimal(100)}:
            return False  # all of it, or nothing
        if self.soft:
            return near <= _SOFT
        about = self.way == "about"
        if about and value and (near / abs(value) <= _CLOSE or (self.unit == "%" and digit >= 1 and near <= _SOFT)):
            return True
        precise = about or self.unit == "%" or len(self.number.as_tuple().digits) > 2 or digit < 1
        return precise and digit >= _FINEST and value.quantize(self.number, ROUND_HALF_UP) == self.number


def _roundness(number: Decimal) -> Decimal:
    """What the last digit of a number that is no zero stands for (100 of 800): whoever says 800多 means less than 900."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def held_in(m: re.Match[str]) -> Held:
    """What a match of `HELD` says."""
    soft = bool(m["part"]) and not m["part"].startswith("百")
    if m["part"]:
        number, unit = _percent(m["part"]), "%"
    elif m["written"]:
        number, unit = Decimal(value_of(m["written"])), m["of"]
    elif m["zero"]:
        number, unit = Decimal(0), ""
    else:
        number, unit = Decimal(m["number"].replace(",", "")), m["unit"] or ""
        number = -number if m["sign"] else number
        unit = f"{unit}元" if unit in {"亿", "万"} else unit
    way = next((name for name, words in _WAYS if m["way"] and re.fullmatch(words, m["way"])), "is")
    way = "least" if m["way"] == "到" else "over" if m["part"] == "过半" else way
    if m["about"] and way == "is":
        way = "near" if m["about"] == "近" else "about"
    tail = m["tail"] or ""
    if tail in {"以下", "以内", "之内"}:
        way = "most"
    elif tail.endswith("以上"):
        way = "least"
    elif tail == "开外":
        way = "over"
    elif (tail == "多" or m["more"]) and way in {"is", "about"}:
        way = "more"
    elif tail and way == "is":
        way = "about"
    return Held(_DENIES.get(way, way) if m["deny"] else way, number, unit, soft)


def _percent(part: str) -> Decimal:
    if part in {"一半", "半数", "过半"}:
        return Decimal(50)
    if part.startswith("百分之"):
        said = part.removeprefix("百分之")
        whole, _, decimals = said.partition("点")
        digits = "".join(str(value_of(d)) for d in decimals)
        return Decimal(f"{value_of(whole)}.{digits}" if digits else value_of(whole))
    if "分之" in part:
        below, above = part.split("分之")
        return Decimal(100) * value_of(above) / value_of(below)
    return Decimal(10 * value_of(part[0])) + (5 if part.endswith("半") else value_of(part[2]) if len(part) > 2 else 0)
