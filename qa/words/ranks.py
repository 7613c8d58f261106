"""Words for places in a ranking, said in the one way that rules know (居第二位的, 次大项, 倒数第一, 紧跟在某项后面的)."""

from __future__ import annotations

import re

_N = r"(?:\d+|[一二两三四五六七八九十])"
_ROW = r"(?:一?项|科目|支出项|类|款)"
_LEVEL = r"(?:[类款项]级|明细|末级)?科目"
_PLAINLY = (
    (re.compile(rf"(?:金额|数额)?(?:排(?:名|在)?)?前(?P<n>{_N})(?:位|名|大)?的?(?:个)?(?P<what>{_LEVEL})"), r"最大的\g<n>个\g<what>"),
    (
        re.compile(rf"按(?P<by>[^,，]{{2,8}}?)(?:的)?(?:多少|高低|大小)?(?:来)?排(?:序|列|名)?[,，]?(?:居首(?:位)?|(?:排(?:在)?)?第一(?:位|名)?|最靠前|榜首|打头)的?(?P<what>{_LEVEL})"),
        r"\g<by>最多的\g<what>",
    ),
    (re.compile(rf"(?:排|位)?居首(?:位)?的(?P<what>{_LEVEL})"), r"最大的\g<what>"),
    (re.compile(rf"(?:排|位列|位居|排名)在?第[一1](?:位|名)?的(?P<what>{_LEVEL})(?:是|叫)什么"), r"最大的\g<what>是哪个"),
    (re.compile(rf"(?:排|位列|位居|排名)在?第(?P<n>{_N})(?:位|名)?的(?P<what>{_LEVEL})(?:是|叫)什么"), r"第\g<n>大的\g<what>是哪个"),
    (
        re.compile(rf"(?P<rank>最[大多高小少低]的{_N}个{_LEVEL})(?:一共|总共|共计|加起来|加在一起|加总|相加|共)(?=[是有为]?多少)"),
        r"\g<rank>合计",
    ),
    (re.compile(r"\(按(?:金额|数额)(?:大小)?(?:来)?(?:算|排|计|看)?\)"), ""),
    (
        re.compile(rf"(?:金额|数额|占比|比重)?(?:排名|位次|排位|位|名)?(?:居|列)(?:于|在)?第(?P<n>{_N})(?:位|名)?的?(?=是|哪|什么|科目|支出|费用|项|$)"),
        r"排第\g<n>的",
    ),
    (re.compile(rf"(?:占比|比重)(?=第{_N}[高大多低小少])"), ""),
    (re.compile(rf"(?<![批人频档层依场初首再其班车])次[大高多](?:的)?{_ROW}(?!级)"), "第二大的科目"),
    (re.compile(r"(?:排名?)?倒数第[一1](?:位|名)?(?:的)?"), "最少的一项"),
    (re.compile(r"(?:排在?)?(?:最后|倒数|(?<=[支出费助里中下\ue000-\uf8ff])后)(?P<n>[二两三四五]|\d)(?:位|名|项)(?=的?(?:是|有|科目|分别|各|合计|一共|$))"), r"最少的\g<n>项"),
    (re.compile(r"(?:排名?)?倒数第(?P<n>[二三四五2345])(?:位|名)?(?:的)?"), r"第\g<n>少的"),
    (re.compile(r"紧[跟接挨](?:着|在)*(?P<it>[^,，]{2,24}?)(?:之后|后面?|后边)的?(?=是|有|哪|科目|$)"), r"仅次于\g<it>的"),
    (re.compile(r"的?最大头(?=是|呢|$)"), "最大的一项"),
    (
        re.compile(r"(?:的)?(?:钱|资金|经费)?(?:都)?主要(?:都)?(?:是)?(?:花|用)(?:在|于|到)了?哪一?(?P<row>项|类|个科目|款)(?:上)?(?=$|支出|科目|费用)"),
        r"最多的是哪一\g<row>",
    ),
    (re.compile(r"最(?P<way>[大高多小少低])的?项(?!级|目)"), r"最\g<way>的一项"),
    (re.compile(r"(仅次于[^,，]{2,24}?的)是什么$"), r"\1是哪一项"),
    (re.compile(r"(?<=最[大高多小少低]的)是什么$"), "一项是什么"),
)  # fmt: skip


def plainly_ranked(text: str) -> str:
    """A folded question whose words for places in a ranking are those that rules know."""
    for words, plain in _PLAINLY:
        text = words.sub(plain, text)
    return text


PLACE = rf"(?:最[大多高小少低](?:的)?(?:一?[项个笔类]|那一?[项个])?|第{_N}(?:大|多|高|名|位)?(?:的)?(?:一?[项个]|名)?)"
"""Words for one place in a ranking."""
_NUMERALS = "一二三四五六七八九十"


def place_said(words: str) -> tuple[int, bool] | None:
    """The place that some words name, from 1, and whether it is counted from the least; None where they name none."""
    if (m := re.match(r"最([大多高小少低])", words)) is not None:
        return 1, m[1] in "小少低"
    if (m := re.match(rf"第({_N})", words)) is None:
        return None
    said = "二" if m[1] == "两" else m[1]
    return (int(said) if said.isdigit() else _NUMERALS.index(said) + 1), False
