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
    r"(?<=采购)(?P<kind>货物|工程|服务)(?:这)?[两二三23][类项块种](?:的)?(?:(?:政府)?采购)?(?=预算|支出|金额|[,，]?(?:各|分别)|一共|总共|合计|加起来|合起来|之和|总和|共|占)"
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


_KIND_LISTED = r"(?:货物|工程|服务)类?(?:采购)?"
_DIVIDED = re.compile(
    rf"^(?P<year>{_YEAR}的?)?(?:政府)?采购(?P<of>预算|支出)?(?:总额|金额)?[,，]?(?:是|又|都)?(?P<by>按照?|划?分(?:成|为)?|由|包括|包含|[:：])"
    rf"(?P<list>{_KIND_LISTED}(?:(?:、|[,，]|和|与|以及|及){_KIND_LISTED}){{1,2}})(?:这?[两二三23](?:大?类|项|块|部分|种))?(?:来?划?分类?|组成|构成|来?[算看])?的?[,，]?"
    r"(?:各自?|分别|每一?[类项])(?:都|又|是|有|为|安排|列|花|用|占)*了?(?:多少|几)(?:钱|[万亿]?元)?$"
)
"""All that is bought, by its kinds, and how much each is."""
_HOW_MUCH_IS_BOUGHT = re.compile(
    rf"^(?P<year>{_YEAR}的?)?(?:单位|部门|里|一共|总共|合计|全年|[,，])*(?P<plans>准备|打算|计划|预计|预备|拟)?(?:要|去|一共|总共|再)*(?:采购|购买|买)(?P<done>了)?"
    rf"(?:多少|几)(?:钱|[万亿]?元)?的?{_KIND}$"
)


def _much_is_bought(text: str) -> str:
    """2023年准备采购多少工程: the budget for it, by its whole name; empty where nothing of the sort is asked."""
    m = _HOW_MUCH_IS_BOUGHT.match(text.rstrip("?？。"))
    if m is None or (m["plans"] and m["done"]):
        return ""
    return f"{(m['year'] or '').rstrip('的')}政府采购{m['kind']}{'预算' if m['plans'] else ''}是多少"


def _each_kind(text: str) -> str:
    """采购预算分货物、工程、服务，分别是多少: each of these within it; any other text as it is."""
    m = _DIVIDED.match(text.rstrip("?？。"))
    return text if m is None else f"{m['year'] or ''}政府采购{m['of'] or ''}里{m['list']}各是多少"


def kinds_in_full(text: str) -> str:
    """A folded question with the kinds of procurement by their whole names (政府采购货物); as it is where it names fewer than
    two of them, or one of those that it lists before (其中), but for one of all that is bought (政府采购预算中，服务这一类)."""
    if told := _one_kind(text) or _much_is_bought(text):
        return told
    text = _each_kind(text)
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
