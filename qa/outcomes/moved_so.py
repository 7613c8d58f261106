"""What the notes say something moved by, worked through: whether the percentage that they print is that of the amount that they
print beside it, and whether the year before was over an amount, which only what it moved by tells."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import UNIT_YUAN
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import rate_of, year_before
from qa.words.bounds import AMOUNT, limits_in, yuan_said

_CHECKS = re.compile(
    r"验算|对得上|对不对|对不上|算得?(?:对|准)|[算是][^,，]{0,4}对(?:吗|么)|一致|相符|吻合|倒算|反算|核对|核算|对[吗么]$|准不准|准[吗么]$"
)
_PERCENT = re.compile(r"(?P<percent>\d+(?:\.\d+)?)%")
_AMOUNT = re.compile(AMOUNT)
_DOWN = re.compile(r"减|降|少|跌")
_MOVED = re.compile(r"减少|下降|降低|增加|增长|上升|提高|[增减降涨]")


def rate_checked(text: str, view: View) -> Outcome | None:
    """Whether the percentage that the notes say something moved by is that of the amount which they say beside it; None where a
    folded question does not hold the two against one another, or the notes do not print both of it."""
    bare = text.rstrip("?？。")
    percents, amounts = _PERCENT.findall(bare), _AMOUNT.findall(bare)
    first = _MOVED.search(bare)
    if len(percents) != 1 or len(amounts) != 1 or first is None or _CHECKS.search(bare) is None:
        return None
    said = yuan_said(amounts[0])
    if said is None:
        return None
    way = "decrease" if _DOWN.search(bare[first.start() : first.end()]) else "increase"
    item = re.sub(r"^(?:说明|文件|里|中|上|写|说|称|按|据|如果|[,，“”\"])+", "", bare[: first.start()])
    item = re.sub(r"(?:说|称|写|是|[比较](?:上一?年|去年|20\d\d年)(?:度)?(?:的)?(?:预算|决算)?(?:数)?)+$", "", item)
    told = _both_told(item, way, Decimal(percents[0]), said, view)
    made = rate_of(told[0], item, view) if told is not None else None
    if told is None or made is None or len(made.sources) != _BASE_AND_MOVE:
        return None
    move, rate = told
    base = made.sources[0]
    now = (base.yuan or Decimal(0)) / UNIT_YUAN[move.unit]
    before, sign = (now + move.number, "+") if way == "decrease" else (now - move.number, "−")
    digits = -int(exponent) if isinstance(exponent := rate.number.as_tuple().exponent, int) else 2
    percent = rounded(move.number / before * 100, digits)
    how = f"{grouped(now)} {sign} {grouped(move.number)} = {grouped(before)}"
    share = f"{grouped(move.number)} ÷ {grouped(before)} = {percent}%"
    word = "一致" if percent == rate.value else "不一致"
    text = f"{word}：上年为 {money(before, move.unit)}（{how}），{share}，说明印作 {rate.printed}%（第 {rate.page} 页）"
    sources = (base, move)
    stated = [
        Stated(percent, "%", sources, share, "幅度"), Stated(before, move.unit, sources, how, "上年数"),
        Stated.of(move), Stated.of(rate), Stated.of(base),
    ]  # fmt: skip
    return Outcome(Status.ANSWERED, text, stated)


_BASE_AND_MOVE = 2


def _both_told(item: str, way: str, percent: Decimal, yuan: Decimal, view: View) -> tuple[Figure, Figure] | None:
    """The amount that one sentence of the notes says an item moved by, and the percentage beside it; None where none tells both."""
    moves = [
        f for f in view.figures
        if f.is_fact and f.relation == way and f.yuan == yuan and any(n in item or item in n for n in f.names if len(n) > 1)
    ]  # fmt: skip
    for move in moves if item else ():
        beside = [
            f for f in view.figures
            if f.is_fact and f.unit == "%" and f.relation == way and f.sentence == move.sentence and f.value == percent
        ]  # fmt: skip
        if beside:
            return move, beside[0]
    return None


_WHETHER = re.compile(r"[吗么吧]$|有没有|是否|是不是|没有?$|够不够|到没到|达没达到|对不对")
_SEVERAL = re.compile(r"都|各|分别|一共|合计|加起来|总共|最")
_IS_THERE = re.compile(r"(?:有没有|够不够|到没到|达没达到|(?<!没)有)(?=\d[\d,.]*(?:亿|万)?元)")


def year_before_held(text: str, view: View) -> Outcome | None:
    """Whether the year before was over or under an amount, where the notes tell what this year moved by from it; None where a
    folded question asks no such thing of one item, or they do not."""
    bare = _IS_THERE.sub("达到", text.rstrip("?？。"))
    limits = limits_in(bare)
    if limits is None or _WHETHER.search(text.rstrip("?？。")) is None or _SEVERAL.search(bare):
        return None
    words = re.sub(r"(?:有没有|是不是|是否|会不会|对不对|对|是|了|[吗么吧,，])*$", "", limits.without(bare))
    words = re.sub(r"有没有|是不是|是否|会不会", "", words)
    told = year_before(words, view)
    before = told.stated[0] if told is not None and told.found else None
    if told is None or before is None or before.yuan is None:
        return None
    told.text = f"{'是' if limits.holds(before.yuan) else '不是'}，{told.text}"
    return told
