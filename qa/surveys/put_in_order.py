"""Questions how bodies come in order of an item, however they say it (各预算单位的X由大到小怎么排, 按X给六家单位排名，列出辆数), in the one
way that is read; the bodies of one kind of document stay who they are."""

from __future__ import annotations

import re

from qa.surveys.idioms import NUMBER

_BODIES = r"(?:单位|部门|机构|文件)"
_ALL = (
    rf"(?:编(?:制)?|做|出|公布|公开)?(?:这|那)?(?:(?:(?P<number>{NUMBER})|各|几|全部|所有)(?:家|份|个(?={_BODIES}|预算|决算))?|全部|所有)的?"
    rf"(?P<kind>预算|决算)?(?:类)?的?{_BODIES}?(?<![各几部有])(?:里面?|里头|中|当中|之中|之间)?"
)
_ITEM = r"(?P<x>(?:(?!多少|几|哪|谁|最|吗|是否|是不是|分别|比(?!重(?!点)|例)|[多少]安排)[^,，:：?？。;；\0]){2,30}?)"
_WAY = r"(?:[从由自]?(?P<{0}>[高大多低小少])[到至往](?:高|大|多|低|小|少)(?:的)?)"
_PUT = r"(?:来|做|依次|分别|给|逐一|一一)*(?:排|列)(?:列|出|个|一|下|成)*(?:序|队|名|名次|座次|位次|顺序|表|单)?(?:一下|出来|下来|看看|起来)*"
_HOW = (
    rf"(?:的)?(?:(?:大小|高低|多少)?(?:顺序|次序|排名|排序|排列|名次|位次|座次))?(?:情况)?(?:是|会|又|该)?(?:什么样?|怎么样?|怎样|如何)(?:个)?(?:的)?(?:{_PUT})?(?:顺序|次序|法)?的?"
    r"|(?:的)?(?:大小|高低|多少)(?:的)?(?:顺序|次序|排名|排序|排列)|(?:的)?(?:顺序|次序|排名|排序|排列|名次)"
)
_THEN = r"(?:[,，。;；?？]?(?:请|并|再|也|同时|而且|顺便)*(?:把|将)?(?:列|写|说|报|给|标|附|注)(?:出|上|明|一下|清楚)*(?:来)?(?:各自的?|各家的?|每家的?|具体的?|其)?(?:金额|数额|辆数|台套?数|套数|人数|数量|数字|数目|名称)(?:和(?:金额|名称|位次))?(?:来|出来)?)?[?？。！!]*$"
_LEAD = r"^(?:请问|请|麻烦|帮我|帮忙|我?想(?:知道|看看)[,，]?)*"
_FORMS = tuple(
    re.compile(f"{_LEAD}{form}{_THEN}")
    for form in (
        rf"{_ALL}[,，]?的?{_ITEM}[,，]?{_WAY.format('way')}?(?:{_HOW})",
        rf"{_ALL}[,，]?的?{_ITEM}[,，]?{_WAY.format('way')}{_PUT}",
        rf"(?:按照?|依照?|根据)?{_ITEM}[,，]?{_WAY.format('way')}?[,，]?(?:把|将|给|对|为)?{_ALL}[,，]?{_WAY.format('after')}?(?:{_HOW})",
        rf"(?:按照?|依照?|根据|以)(?:各自的?)?{_ITEM}(?:的)?(?:高低|大小|多少)?(?:顺序)?[,，]?{_WAY.format('way')}?[,，]?(?:把|将|给|对|为){_ALL}[,，]?{_WAY.format('after')}?{_PUT}",
        rf"(?:把|将|给|对|为)?{_ALL}[,，]?(?:按照?|依照?|根据|以)(?:各自的?)?{_ITEM}(?:的)?(?:高低|大小|多少)?(?:顺序)?[,，]?{_WAY.format('way')}?(?:{_HOW}|{_PUT})",
    )
)
_ORDER = re.compile(r"排|顺序|次序|名次|位次|座次|[高大多低小少][到至往][高大多低小少]")
_NO_ITEM = re.compile(
    r"^(?:金额|数额|规模|数量|名次|情况)?$|[按把将给](?!水)|^(?:预算|决算)(?:单位|部门|机构)?(?:里面?|中)?$|单位|顺序"
)


def put_in_order(text: str) -> str:
    """A question that names no body and asks how all of them, or those of one kind of document, come in order of an item, as
    it is read; any other as it is."""
    if _ORDER.search(text) is None:
        return text
    for form in _FORMS:
        if (m := form.match(text)) is None or _NO_ITEM.search(m["x"]):
            continue
        said = m.groupdict()
        way = said.get("way") or said.get("after") or "高"
        ways = "从低到高" if way in "低小少" else "从高到低"
        item, number = m["x"].removesuffix("的"), m["number"] or ""
        if m["kind"]:
            return f"{f'{number}家' if number else ''}{m['kind']}单位里，各单位的{item}{ways}排序"
        return f"{f'{number}家单位' if number else '各单位'}按{item}{ways}排一下"
    return text
