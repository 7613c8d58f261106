"""How many percentage points lie between what two things moved by (甲的增幅比乙的增幅低几个百分点): each rate is asked as a
question of its own, and both must be printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.answer import Outcome, Stated, Status, grouped

_RATE = r"(?:同比|比上一?年|较上一?年|比去年)?的?(?P<{side}>增幅|涨幅|增速|增长率|增长幅度|上涨幅度|降幅|跌幅|下降率|下降幅度)"
_POINTS = r"(?:多少|几)个?(?:百分点|点|%)"
_APART = re.compile(
    rf"^(?P<a>[^,，比]{{2,30}}?){_RATE.format(side='of')}(?:比|较)(?P<b>[^,，比]{{2,30}}?){_RATE.format(side='other')}(?:要|还|更)*(?P<way>[高低大小快慢多少])(?:出|了)*{_POINTS}$"
    rf"|^(?P<c>[^,，比]{{2,30}}?)(?:和|与|跟)(?P<d>[^,，比和与跟]{{2,30}}?){_RATE.format(side='both')}(?:之间)?的?(?:相差|差距?|差额)(?:了|是)*{_POINTS}$"
)
_DOWN = re.compile("[降跌]")


def rates_apart(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """How far the rates are apart by which two things moved; None where a folded question asks no such thing, not found where
    one of the two did not move that way, or its rate is not printed."""
    m = _APART.match(text.rstrip("?？。"))
    if m is None:
        return None
    first, second = m["a"] or m["c"], m["b"] or m["d"]
    sides = ((first, m["of"] or m["both"]), (second, m["other"] or m["both"]))
    rates = [_rate_of(item, down=_DOWN.search(word) is not None, answer_to=answer_to) for item, word in sides]
    if rates[0] is None or rates[1] is None:
        return Outcome(Status.NOT_FOUND, "文件里没有把这两项的变动幅度都印出来，比不出相差几个百分点。", cited=[])
    one, other = rates[0], rates[1]
    high, low = (one, other) if one.value >= other.value else (other, one)
    gap = high.value - low.value
    how = f"{grouped(high.value)}% − {grouped(low.value)}% = {grouped(gap)}"
    word = "相差" if gap == 0 else "高" if high is one else "低"
    between = f"“{first}”的{sides[0][1]}比“{second}”的{sides[1][1]}{word} {grouped(gap)} 个百分点"
    told = f"“{first}” {grouped(one.value)}%，“{second}” {grouped(other.value)}%"
    outcome = Outcome(Status.ANSWERED, f"{between}：{how}（{told}）")
    outcome.stated = [Stated(gap, "个百分点", (*one.sources, *other.sources), how, "相差"), one, other]
    return outcome


def _rate_of(item: str, *, down: bool, answer_to: Callable[[str], Outcome]) -> Stated | None:
    """The printed rate by which something rose, or fell; None where none is printed, or it went the other way."""
    told = answer_to(f"{item}比上年{'下降' if down else '增长'}百分之几")
    rates = [s for s in told.stated if s.unit == "%" and not s.how and s.sources] if told.found else []
    other = "increase" if down else "decrease"
    if len(rates) != 1 or rates[0].value <= 0 or any(f.relation == other for f in rates[0].sources):
        return None
    return rates[0]
