"""Follow-ups that clip the name of what they ask for, as the question before says the rest of it (公用的那部分呢, after 人员经费; 那完成率是
多少, after what was spent): with the name as it is printed."""

from __future__ import annotations

import re

_HALVES = {"公用": "公用经费", "人员": "人员经费", "项目": "项目支出", "基本": "基本支出"}
_BESIDE = {
    "公用": re.compile(r"人员|基本支出|经费|3\d{2,4}"),
    "人员": re.compile(r"公用|基本支出|经费"),
    "项目": re.compile(r"(?:基本|经营|人员|公用|项目)(?:支出|经费)"),
    "基本": re.compile(r"(?:项目|经营)支出"),
}
"""What a question before speaks of where the half of it that is clipped so may be meant."""
_HALF = re.compile(
    r"^(?:那么?|其中|它|这|里[面头]?|当中|换成|再看|[,，])*的?(?P<half>公用|人员|项目|基本)(?:类|性)?的?(?:(?:那|这)?一?(?:部分|块儿?|边|头|类|笔|项(?!目)|栏|方面|半))?(?:的(?:钱|支出|经费|费用|数))?(?:又|则|一共|合计|总共)*(?:呢|(?:是|有|花了?|为|要)?(?:多少|几)(?:钱|万?元)?(?:呢)?)$"
)
_COMPLETION = re.compile(
    r"^(?:那么?|它|这|其|该|个|一?[项笔](?!目)|的|钱|[,，])*(?:年初|全年|年度)?的?(?:预算)?的?(?:完成|执行)(?:的)?(?:率|比例|进度|程度|百分比)(?:又)?(?:呢|(?:是|有|为|达到?了?)?(?:多少|几|多高|百分之几)?(?:呢)?)$"
    r"|^(?:那么?|它|这|其|的|钱|[,，])*(?:一共|总共|又|到底)?(?:完成|执行)了?(?:年初|全年)?(?:的)?(?:预算)?的?(?:百分之(?:几|多少)|几成|多少)(?:呢)?$"
)


def clipped(text: str, before: str) -> str:
    """A follow-up with the name of the half that it asks for, or of how much of its budget something is; any other as it is.
    `before`: the words of the questions before it."""
    if (m := _HALF.match(text)) is not None and _BESIDE[m["half"]].search(before):
        return f"那{_HALVES[m['half']]}呢"
    return "完成了预算的多少" if _COMPLETION.match(text) else text
