"""A claim over many bodies that somebody is said to make, in the words of one that the question itself makes."""

from __future__ import annotations

import re

from qa.surveys.idioms import OF_ONE_KIND, SO_MANY

_SAYS = r"(?:有人|有网友|网友|网上|网传|听人|听|据|坊间|媒体|有媒体|报道|有报道|朋友|同事|有同事|我)?(?:说(?!明|法|到)|称(?!职)|讲|传(?!染|真|媒|统)|认为|声称|觉得|听说|据说|断言|猜)(?:过|是)?[,，:：]?"
_FIRST = re.compile(rf"^(?:请问|想问(?:一下)?)?{_SAYS}")
_THIS = r"(?:(?:这|那|此)(?:一)?(?:个|种|句|条)?)?(?:话|说法|结论|判断|观点|论断|传言|消息|断言)"
_TRUE = r"(?:真的|当真|这样|真|属实|成立|站得住脚?|靠得住|靠谱|准确|正确|可信|说得通|有根据|有依据|实情|事实|没错|没问题|对)"
_LAST = re.compile(
    rf"[,，。]?(?:(?:请问)?(?:{_THIS}|这)?(?:到底|究竟)?(?:是否|是不是)(?:是)?{_TRUE}(?:的)?|(?:{_THIS})?(?:到底|究竟)?(?:是|算)?(?:{_TRUE})(?:的)?(?:吗|么|不|吧)|{_THIS}(?:对不对|是真是假|真不真|准不准|靠不靠谱|属不属实|成不成立)|(?:属不属实|是真是假|靠不靠谱|成不成立)|我?(?:应该)?没(?:有)?(?:记|说|看|弄|搞|数|算)错(?:吧|吗)|{_THIS}(?:可|能)?(?:当真|属实|可信))[?？]?$"
)

_WHETHER_FIRST = re.compile(
    rf"^(?:请问)?(?P<lead>{SO_MANY}(?:里面?|里头|中|当中)?[,，]?)?(?:是不是|是否)(?P<claim>(?:至少|起码|有|只有|仅有|没有|每|各|所有|全部|[两二三四五六七八九十\d]+家)[^?？]{{4,}})[?？]?$"
)
"""是不是 before what is said of so many bodies (是不是至少有三家超过…)."""


_ALL_WITHOUT = re.compile(
    rf"^(?P<all>{OF_ONE_KIND}|{SO_MANY})(?:里面?|里头|中|当中)?[,，]?(?:的)?(?:全都|都|全部|均|一律|统统)(?:没有?|未)(?:有)?(?:安排|编列?|列支?|花|发生|支出|用)(?:过|了)?(?:任何)?(?P<x>[^,，?？\d]{{2,20}}?)[,，]对吗[?？]?$"
)
"""That none of the bodies has something, said of all of them (四家都没安排因公出国（境）费)."""


def said_so(question: str) -> str:
    """A question that asks whether a claim is true, as the claim with 对吗; any other question as it is."""
    if (asked := _WHETHER_FIRST.match(question)) is not None:
        return f"{asked['lead'] or ''}{asked['claim']}，对吗？"
    m = _LAST.search(question)
    if m is None or not m.start():
        return question
    claim = question[: m.start()]
    quoted = re.fullmatch(r"[^“\"「]{0,12}?[“\"「](?P<claim>[^“”\"「」]{4,})[”\"」]", claim)
    if quoted is not None and re.fullmatch(rf"(?:{_SAYS}|[,，:：])*", claim[: quoted.start("claim") - 1]):
        claim = quoted["claim"]
    claim = _FIRST.sub("", claim).rstrip("，,。—-… ")
    return _ALL_WITHOUT.sub(r"\g<all>里没有一家安排了\g<x>，对吗？", f"{claim}，对吗？") if claim else question
