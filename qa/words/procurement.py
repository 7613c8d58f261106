"""The three kinds that government procurement is told by (货物、工程、服务: 政府采购法 第二条), said by their whole names.

A question that names two of the kinds or all three means them by these words wherever they stand alone: not in 商品和服务支出,
一般公共服务 or the name of a project.
"""

from __future__ import annotations

import re

_KIND = r"(?P<kind>货物|工程|服务)"
_IN_ALL = r"(?:政府)?采购(?:总)?(?:预算|支出|金额|总额)?(?:里面?|中|当中|内|上|方面|的)+[,，]?(?:有(?!多少))?(?:划给|分给|给|用于|用在|花在|安排给|属于)?"
_ONE = re.compile(
    rf"(?P<lead>{_IN_ALL}|(?:政府)?采购(?:的)?|(?:用来|拿来|用于|花在)?(?:采购|购买|买)(?:的)?)?"
    rf"{_KIND}(?:类|方面|上)?(?:的)?(?:(?:政府)?采购)?(?P<tail>预算|支出|金额)?(?![\u4e00-\u9fff]*?(?:中心|项目的|局|所(?!占)|费))"
)
_BEFORE = re.compile(
    r"(?:^|20\d\d年(?:度)?|[的里中内上、和与跟同及或比加减占除去算给为是类较于,，:：(（]|预算|支出|金额|多少|安排|合计|超过|达到|[花用投][在到])$"
)
_SEVERAL = 2
_OF_THESE = re.compile(
    r"(?<=采购)(?P<kind>货物|工程|服务)(?:这)?[两二三23][类项块种](?:的)?(?:(?:政府)?采购)?(?=预算|支出|金额|[,，]?(?:各|分别))"
)
"""What sums up the kinds that are listed before it."""
_LISTED = re.compile(
    r"(?:货物|工程|服务)类?(?:采购)?(?:预算|支出)?(?:[、和与跟及加比,，]|以及)+(?:政府采购|采购)?(?:货物|工程|服务)(?!业|中心)"
)


def kinds_in_full(text: str) -> str:
    """A folded question with the kinds of procurement by their whole names (政府采购货物); as it is where it names fewer than
    two of them, or one of those that it lists before (其中)."""
    spoken = {m["kind"] for m in _ONE.finditer(text) if m["lead"] or _stands_alone(text, m)}
    if len(spoken) < _SEVERAL or "其中" in text or ("采购" not in text and _LISTED.search(text) is None):
        return text

    def full(m: re.Match[str]) -> str:
        if not (m["lead"] or _stands_alone(text, m)):
            return m[0]
        return f"政府采购{m['kind']}{m['tail'] or ''}"

    return _OF_THESE.sub(r"\g<kind>", _ONE.sub(full, text))


def _stands_alone(text: str, m: re.Match[str]) -> bool:
    """Whether the word for a kind is no part of another name."""
    before = text[: m.start()]
    return _BEFORE.search(before) is not None and not before.endswith(("商品和", "商品与", "商品、"))
