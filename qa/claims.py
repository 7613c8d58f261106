"""Amounts that somebody claims, held against what the document says of the same: 公务接待费是3万元，对吗.

A claim is asked as a question of its own (公务接待费是多少), so that sums, multiples, counts and rates are answered as they
always are; each part of a claim must hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extract.text import UNIT_YUAN
from qa.answer import Outcome, Stated, Status, money

_TAIL = re.compile(
    r"[,，]?(?:这|那)?(?:个|种)?(?:数|数字|说法|话|是)?(?:是)?(?:真|正确|准确|属实|没错|对|这样)*的?(?:对不对|吗|么|吧|不对|是不是)$"
)
_WHETHER = re.compile(r"是不是|是否|难道")
_AMOUNT = re.compile(
    r"(?P<about>约为?|大约|大概|差不多|将近|接近|近)?(?P<number>(?<![\d.,])\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit>亿元|万元|元|万平方米|平方米|亿|万|%|倍|辆|台|套|人次|批次|批|人|名|个|家|户|项|次|篇|份|条|分|间|栋|层)?(?:\([套台含]\))?(?P<near>左右|上下|多)?"
)
_BOUNDS = re.compile(
    r"超过|超出|高于|低于|大于|小于|多于|少于|不到|不足|不低于|不少于|不超过|达到|突破|以上|以下|以内|至少|最多|破"
)
_DENIED = re.compile(r"没有?|不是|并非|未")
_NO_CLAIM = re.compile(
    r"20\d\d年(?:度|初|末|底)?|(?:单位价值|单价|价值)?\d+万元?(?:\(含\))?(?:以上|以下)|第\d+|\d{3,7}(?=类|款|项|科目|[\u4e00-\u9fff]{2})(?!万|亿|元|个|家|人|台|辆|平)|(?<!\d)\d{1,2}(?:月|日)|前\d+"
)
"""Numbers that claim nothing: years, bounds that things are called by, codes, places."""
_COUNTS_MONEY = {"亿元", "万元", "元", "亿", "万"}
_SURE = 3  # digits of a claim that is taken as rounded without a word for about
_NEAR = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Part:
    """One amount that is claimed: the question that it answers, and the number with its unit; `about`: it is said to be no
    exact one."""

    question: str
    number: Decimal
    unit: str
    about: bool

    def holds(self, stated: Stated) -> bool:
        """Whether an amount is the one that is claimed: exactly, or where the claim is said or seen to be rounded, at its
        last digit."""
        value = self._in_unit(stated)
        if value is None:
            return False
        value = abs(value)
        if value == self.number:
            return True
        rounded = value.quantize(self.number, ROUND_HALF_UP) == self.number
        digits = len(self.number.as_tuple().digits)
        near = self.about and bool(value) and abs(value - self.number) / value <= _NEAR
        return (rounded and (self.about or digits >= _SURE or self.number.as_tuple().exponent != 0)) or near

    def comparable(self, stated: Stated) -> bool:
        """Whether an amount is of the sort that is claimed."""
        return self._in_unit(stated) is not None

    def _in_unit(self, stated: Stated) -> Decimal | None:
        unit = f"{self.unit}元" if self.unit in {"亿", "万"} else self.unit
        if unit in UNIT_YUAN:
            return None if stated.yuan is None else stated.yuan / UNIT_YUAN[unit]
        if not unit:
            return stated.value if stated.yuan is not None else None
        if unit == "万平方米":
            return stated.value / 10_000 if stated.unit == "平方米" else None
        own = stated.unit.split("(")[0]
        return stated.value if own and (own.startswith(unit) or unit.startswith(own)) else None


def claimed(text: str, names: Sequence[str] = ()) -> tuple[Part, ...]:
    """The amounts that a folded question claims and asks to be confirmed, each with its own question; none where it
    claims none, or bounds it. `names` are printed names, whose own numbers claim nothing."""
    tail = _TAIL.search(text)
    if tail is None and not _WHETHER.search(text):
        return ()
    said = _WHETHER.sub("", text[: tail.start()] if tail is not None else text)
    if _BOUNDS.search(_NO_CLAIM.sub("", said)) or _DENIED.search(said):
        return ()
    kept = [m.span() for m in _NO_CLAIM.finditer(said)]
    kept += [m.span() for n in names if re.search(r"\d", n) for m in re.finditer(re.escape(n), said)]
    amounts = [
        m
        for m in _AMOUNT.finditer(said)
        if (m["unit"] or "." in m["number"]) and not any(a < m.end() and m.start() < b for a, b in kept)
    ]
    asking = re.split(r"[,，](?!\d{3})", said)[-1]
    if asking and not any(m.start() >= len(said) - len(asking) for m in amounts):
        return ()  # what is told before the question is no claim
    parts: list[Part] = []
    begin = 0
    for m, after in zip(amounts, [*amounts[1:], None][: len(amounts)], strict=True):
        cut = re.compile(r"[,，、;；]").search(said, m.end(), after.start() if after is not None else len(said))
        end = cut.start() if cut is not None else (m.end() if after is not None else len(said))
        before = re.sub(r"^[,，、;；和与及]+", "", said[begin : m.start()])
        begin = end
        number, about = Decimal(m["number"].replace(",", "")), bool(m["about"] or m["near"])
        ask = (
            "百分之几"
            if m["unit"] == "%"
            else "多少"
            if not m["unit"] or m["unit"] in _COUNTS_MONEY
            else f"几{m['unit']}"
        )
        ask = ask.replace("几平方米", "多少平方米").replace("几万平方米", "多少平方米")
        rest = said[m.end() : end]
        if (
            each := re.match(
                r"^(?P<a>[\u4e00-\u9fff]{2,}?)[和与、](?P<b>[\u4e00-\u9fff]{2,}?)(?:都|各|分别|均)+(?:是|为|有)?$",
                before,
            )
        ) is not None:
            parts += [Part(f"{each[side]}{ask}{rest}", number, m["unit"] or "", about) for side in ("a", "b")]
        else:
            parts.append(Part(f"{before}{ask}{rest}", number, m["unit"] or "", about))
    return tuple(parts)


def judged(parts: Sequence[Part], answers: Sequence[Outcome]) -> Outcome | None:
    """Yes or no, with what the document says of each part; None where it says nothing that could be compared."""
    told = [_first(part, answer) for part, answer in zip(parts, answers, strict=True)]
    if not all(told):
        return None
    right = all(
        part.holds(stated) and _same_way(part, stated) for part, stated in zip(parts, told, strict=True) if stated
    )
    texts = [_text(part, stated, a) for part, stated, a in zip(parts, told, answers, strict=True) if stated is not None]
    outcome = Outcome(Status.ANSWERED, ("是，" if right else "不是，") + "；".join(texts))
    for answer in answers:
        outcome.stated += answer.stated
        outcome.quotes += answer.quotes
        outcome.cited += answer.cited
        outcome.notes += [n for n in answer.notes if n not in outcome.notes]
    if right and any(
        stated is not None and abs(stated.value) != part.number for part, stated in zip(parts, told, strict=True)
    ):
        outcome.notes.append("问题里的数按四舍五入比较")
    return outcome


def _text(part: Part, stated: Stated, answer: Outcome) -> str:
    """An answer, after the place that bears a claim out where that is not its first."""
    if stated is answer.stated[0] or not part.holds(stated) or not stated.sources:
        return answer.text
    place = stated.sources[0]
    return f"按{place.place}，{stated.label} {money(stated.value, stated.unit)}（第 {place.page} 页）；{answer.text}"


_MORE = re.compile(r"比.*?(?:(?P<more>增加|增长|多|高|大|超)|减少|下降|少|低|小|节约|结余)")


def _same_way(part: Part, stated: Stated) -> bool:
    """Whether a difference goes the way that is claimed."""
    said = _MORE.search(part.question.replace("多少", ""))
    if said is None or stated.label != "差额" or not stated.value:
        return True
    return (stated.value > 0) is (said["more"] is not None)


def _first(part: Part, answer: Outcome) -> Stated | None:
    """What of an answer a part is to be held against: its main amount, or of several places the one that bears it out."""
    if not answer.found or not answer.stated:
        return None
    main = answer.stated[0]
    if main.how:
        return main if part.comparable(main) else None
    fits = [s for s in answer.stated if not s.how and part.comparable(s)]
    return next((s for s in fits if part.holds(s)), fits[0] if fits else None)
