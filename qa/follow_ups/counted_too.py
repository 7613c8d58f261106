"""Other things than those whose number was asked for before: dear equipment after cars (100万元以上的设备呢), cars after equipment (车呢)."""

from __future__ import annotations

import re

_DEAR = re.compile(
    r"^(?:那么?|还有|其中|这|它|[,，])*(?P<dear>(?:单价|单位价值|价值)*(?:在)?(?:\d+|百|一百)万元?(?:\(含\))?(?:以上|及以上)(?:的)?(?P<sort>(?:通用|专用|大型|大件|贵重)*)(?:仪器)?设备)(?:的?(?:数量|台数))?(?:呢|(?:又)?(?:有|是)?(?:多少|几)(?:台|套|台套)?(?:呢)?)$"
)
_CARS_TOO = re.compile(
    r"^(?:那么?|还有|这|它|[,，])*(?:公务?用?|公家的?)?(?:车|车辆|车子|汽车)(?:数量)?(?:呢|的?话)(?:[,，]?(?:一共|总共|共|现在|现)*(?:有)?(?:几|多少)(?:辆|台))?$"
)
_DEVICES_TOO = re.compile(r"^(?:那么?|还有|这|它|[,，])*(?:贵重)?(?:仪器)?设备(?:数量)?呢$")
_HOW_MANY = re.compile(r"(?:多少|几)(?:辆|台|部|套|台套)|(?:车辆|设备)(?:数量?|的数)|数量")
_OF_THINGS = re.compile(r"车|设备")


def counted_too(text: str, before: str) -> str | None:
    """100万元以上的设备呢, 车呢, after how many of such things there are: how many of those there are; None where it is not asked."""
    if _HOW_MANY.search(before) is None or _OF_THINGS.search(before) is None:
        return None
    bought = re.search(r"购置|购买|新购|采购|添置|买|更新", before) is not None
    way = "计划购置" if bought else ""
    if (m := _DEAR.match(text)) is not None:
        worth = re.sub(r"^(?:单价|单位价值|价值)*在?(?:一?百)?(?=\d|万)", "", m["dear"])
        worth = f"100{worth}" if worth.startswith("万") else worth
        return f"{way}单位价值{worth}有多少台"
    if _DEVICES_TOO.match(text) is not None and not bought:
        return "设备有多少台"
    return f"{way}车辆有几辆" if _CARS_TOO.match(text) is not None else None
