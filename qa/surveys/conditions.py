"""The condition by which a question about many documents counts or lists them, and the item that it is a condition of."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import UNIT_YUAN
from qa.documents.names import is_spending
from qa.surveys.reworded import against_average
from qa.surveys.survey import AVERAGE, Bound
from qa.words.bounds import limits_in

_NONE = re.compile(
    r"(?:连)?(?:一分钱|一毛钱|一分|分文|半毛钱)(?P<a>.*?)(?:都|也)?(?:没有?|不)(?:有|花|安排|列|用|给)?(?:过|掉)?(?:的)?$"
    r"|(?P<b>.+?)(?:都|也|全)?(?:是|为|等于)?(?:零|0|空白|空的|空着)(?:的)?(?:元|辆|台|套)?(?:\([套台]\))?$|^(?:压根|根本|完全|都|也|全|一点|就)*(?:(?:没有|没|未|不)(?:打算|准备|计划|想|要)+|没有|没|未|不(?=安排|花|列|用|发生|编))(?:安排|花钱?|列|用|发生|编)?(?:过)?(?P<c>.+?)(?:(?<!预算)(?<!拨款)(?<!基金)支出|费用)?(?:的)?$|(?P<d>.+?)(?:都|也|全|上)?(?:没有|没花钱?|没安排|没列|没用|没买|没编)(?:过)?(?:的)?$"
)
_NEITHER = re.compile(r"(?:既|都)?(?:不|没有?)(?P<x>[^,]+?)[,]?(?:也|又)(?:不|没有?|没)(?:有)?(?P<y>[^,]+?)(?:的)?$")
SOME = re.compile(
    r"^(?:都|还)?(?:真正|实际)?(?:写了?|给|对|有|花钱|花了钱|安排|列|用到|动用|靠|拿到?|收到|得到|获得|编|发生|budget)(?:了|过|着|有)*|(?:都)?(?:花|用|挣|拿|收|赚|留|列|安排|发生|编)+(?:了|过|到)*(?:钱)?(?:的)?$|(?:都)?(?:有)(?:数|钱|安排)?(?:的)?$"
)
_THIS_SPENDING = re.compile(r"(?:安排)?(?:过)?(?:这|该)(?:一)?(?:项|类|笔)(?:支出|钱)")


def bounded(main: str) -> tuple[str, Bound]:
    """The item of a condition, and the condition."""
    main = re.sub(r"(?<=的)(?:有|是)$", "", main)
    filled = _FILLED.sub("", main)
    if filled != main:
        return SOME.sub("", filled), Bound("some")
    if (m := _EXACTLY.search(main)) is not None:
        scale = UNIT_YUAN.get(m["unit"], Decimal(1))
        unit = "元" if m["unit"] in UNIT_YUAN else m["unit"]
        return main[: m.start()] + main[m.end() :], Bound("equal", Decimal(m["number"]) * scale, unit)
    if (of_average := against_average(main)) is not None:
        return of_average[0], Bound(of_average[1], unit=AVERAGE)
    if (limits := limits_in(main)) is not None:
        (way, limit), *also = limits.tests
        upto = Bound(also[0][0], also[0][1], "元") if also else None
        return limits.without(main), Bound(way, limit, "元", upto)
    if (m := _COUNTED_RANGE.search(main)) is not None:
        low, high = m["low"] or m["least"], m["high"] or m["most"]
        upto = Bound("most" if m["high"] or m["way"] != "不到" else "under", Decimal(high), m["unit"] or m["of"])
        return main[: m.start()] + main[m.end() :], Bound("least", Decimal(low), m["unit"] or m["of"], upto)
    if (m := _BELOW_ZERO.search(main)) is not None:
        return main[: m.start()] + main[m.end() :], Bound("under", Decimal(0), "元")
    if (m := _PLAIN_BOUND.search(main)) is not None:
        way = (
            "most"
            if m["way"][0] in "不没未" and m["way"] not in _BELOW | _LEAST
            else "under"
            if m["way"] in _BELOW
            else "least"
            if m["way"] in _LEAST
            else "over"
        )
        way = {"以上": "least", "以下": "most", "以内": "most"}.get(m["tail"] or "", way)
        return main[: m.start()] + main[m.end() :], Bound(way, Decimal(m["number"]), m["unit"])
    if (m := _NEITHER.search(main)) is not None:
        x = m["x"].strip("、,，")
        spent = _THIS_SPENDING.fullmatch(m["y"]) is not None and x.endswith("收入")
        return f"{main[: m.start()]}{x}|{x[:-2] + '支出' if spent else m['y']}", Bound("none")
    if (m := _NONE.search(main)) is not None:
        item = next(v for v in (m["a"], m["b"], m["c"], m["d"]) if v is not None)
        if m["c"] and is_spending(f"{_OF_SPENDING.sub('', item)}支出") and main[m.end("c") :].startswith("支出"):
            item += "支出"  # 社会保障和就业支出 is what it is called, 会议费支出 is not
        return _ONE_PIECE.sub("", _THIS_SORT.sub("", _OF_SPENDING.sub("", item))), Bound("none")
    return SOME.sub("", main), Bound("some")


_THIS_SORT = re.compile(
    r"(?<=[\u4e00-\u9fff)]{2})这(?:一)?(?:个|项|类|笔|块)?(?:支出|费用|收入)?(?:科目|项目|类别|大类|项|类)?$"
)
_OF_SPENDING = re.compile(
    r"^(?:的|本年|全部|所有)*(?:支出|开支)(?:的)?(?:功能)?(?:分类|科目|类别|项目)?(?:里面?|里头|中|当中|之中)(?=[\u4e00-\u9fff]{2})"
)
"""Where a kind of spending is looked for, which is said by what it is."""
_ONE_PIECE = re.compile(r"^(?:任何)?一(?:台套?|辆|套|个|分钱|毛钱|笔)的?(?=[\u4e00-\u9fff\d]{2})|^分钱的")
"""What is said with an item that there is none of: 会议费这一项, 一台设备."""
_BELOW_ZERO = re.compile(r"(?:为|是|出现)+负(?:数|值)?的?(?:单位|部门|机构)?有?$")
_FILLED = re.compile(r"[,、]?(?:数|格|金额)?(?:不是|不为)(?:空的?|空白|零|0)(?:的)?")
_EXACTLY = re.compile(
    r"(?:恰好|正好|刚好|恰恰|等于)(?:有|是|为|等于)?(?P<number>\d+(?:\.\d+)?)(?P<unit>亿元|万元|元|辆|台|套|%|人)(?:\([套台]\))?(?![多以左上])(?:的)?"
)
_BELOW = frozenset(("不到", "低于", "少于", "小于", "不足", "没到"))
_LEAST = frozenset(("达到", "不少于", "不低于", "至少"))
_PIECES = r"(?:辆|台|套|人|%)"
_COUNTED_RANGE = re.compile(
    rf"(?:在|介于|处于|落在)?(?P<low>\d+(?:\.\d+)?){_PIECES}?(?:\([套台]\))?(?:到|至|和|与|-|~|—)(?P<high>\d+(?:\.\d+)?)(?P<unit>{_PIECES})(?:\([套台]\))?(?:之间|区间)?(?:的)?"
    rf"|(?:不低于|不少于|至少|达到)(?P<least>\d+(?:\.\d+)?){_PIECES}(?:\([套台]\))?[,，]?(?:但|而|且|又)*(?P<way>不超过|不多于|不高于|不到)(?P<most>\d+(?:\.\d+)?)(?P<of>{_PIECES})(?:\([套台]\))?(?:的)?"
)
"""Two numbers of things that others are to lie between (3到6辆之间)."""
_PLAIN_BOUND = re.compile(
    r"(?P<way>(?:不|没有?|未)(?:超过了?|多于|高于|大于)|超过了?|多于|高于|大于|达到|不少于|不低于|至少|不到|低于|少于|小于|不足|没到|在)(?:有)?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|辆|台|套|个百分点|人)(?:\([套台]\))?(?P<tail>以上|以下|以内)?(?:\(含[^()]*\))?(?:的)?"
)
