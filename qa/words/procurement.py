"""The three kinds that government procurement is told by (货物、工程、服务: 政府采购法 第二条), said by their whole names.

A question that names two of the kinds or all three means them by these words wherever they stand alone: not in 商品和服务支出,
一般公共服务 or the name of a project.
"""

from __future__ import annotations

import re

_KIND = r"(?P<kind>货物|工程|服务)"
_IN_ALL = r"(?:政府)?采购(?:总)?(?:预算|支出|金额|总额)?(?:总额|总数)?(?:里面?|中|当中|内|上|方面|的)+[,，]?(?:有(?!多少))?(?:划给|分给|给|用于|用在|花在|安排给|属于)?"
_ONE = re.compile(
    rf"(?P<lead>{_IN_ALL}|(?:政府)?采购(?:的)?|(?:用来|拿来|用于|花在)?(?:采购|购买|买)(?:的)?)?"
    rf"{_KIND}(?:类|方面|上)?(?:的)?(?:(?:政府)?采购)?(?P<tail>预算|支出|金额)?(?![\u4e00-\u9fff]*?(?:中心|项目的|局|所(?!占)|费))"
)
_BEFORE = re.compile(
    r"(?:^|20\d\d年(?:度)?|[的里中内上、和与跟同及或比加减占除去算给为是类较于,，:：(（?？。;；]|预算|支出|金额|多少|安排|合计|超过|达到|[花用投][在到])$"
)
_SEVERAL = 2
_OF_THESE = re.compile(
    r"(?<=采购)(?P<kind>货物|工程|服务)(?:这)?[两二三23][类项块种](?:的)?(?:(?:政府)?采购)?(?=预算|支出|金额|[,，]?(?:各|分别))"
)
"""What sums up the kinds that are listed before it."""
_LISTED = re.compile(
    r"(?:货物|工程|服务)类?(?:采购)?(?:预算|支出)?(?:[、和与跟及加上比,，]|以及)+(?:政府采购|采购)?(?:货物|工程|服务)(?!业|中心)"
)


_YEAR = r"(?:20\d\d年(?:度)?|今年|本年|全年)"
_ONE_OF_ALL = re.compile(
    rf"^(?P<year>{_YEAR}的?)?(?:政府)?采购(?:总)?(?P<of>预算|支出|金额|总额|资金)?(?:总额|总数)?(?:里面?|当中|之中|中|方面|这一?块|上|[:：,，]|的)+[,，]?(?:属于|用于|用来|购买|买|归)?的?"
    rf"{_KIND}(?:类)?(?:的)?(?:采购)?(?:项目)?(?:(?:这|那)(?:一)?(?:类|块|项|部分|方面)|方面|部分)?(?:的)?(?P<tail>预算|金额|支出|资金|钱)?[,，]?(?:在)?(?P<when>{_YEAR})?"
    r"(?:一共|总共|合计|又|各|要|是|有|为|安排|列|花|的|了)*(?P<much>多少(?:钱|[万亿]?元)?)$"
)


def _one_kind(text: str) -> str:
    """政府采购预算中，服务这一类有多少: the budget for it, by its whole name; empty where nothing of the sort is asked."""
    m = _ONE_OF_ALL.match(text.rstrip("?？。"))
    if m is None:
        return ""
    year = (m["year"] or m["when"] or "").rstrip("的")
    of = m["of"] if m["of"] in {"预算", "支出", "金额"} else m["tail"] if m["tail"] in {"预算", "支出", "金额"} else ""
    return f"{year}政府采购{m['kind']}{of}是{m['much']}"


def kinds_in_full(text: str) -> str:
    """A folded question with the kinds of procurement by their whole names (政府采购货物); as it is where it names fewer than
    two of them, or one of those that it lists before (其中), but for one of all that is bought (政府采购预算中，服务这一类)."""
    if told := _one_kind(text):
        return told
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
