"""Whether an amount is of the time that a question asks for: a month, a season or a day has not the year's amount, nor have two
years together."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.documents.figures import View
from qa.english.masks import is_english
from qa.terms.masking import masked
from qa.words.left_out import NAME
from qa.words.operations import Operation

_OF_THE_YEAR = re.compile(r"1月?(?:1日)?(?:份)?[-—–~～至到]+12月(?:份)?(?:31日)?")
"""A year, said by its months."""
_N = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九]|正|腊)"
_MONTH = rf"(?<![\d.个]){_N}(?:月?份?[-—–~～至到、和])?(?<![个])(?:{_N})?月(?!饼|亮|球|刊|报|租|嫂|度)|(?:哪|几|某)(?:一|几)?个?月|前(?:\d+|[两二三四五六七八九十]+)个?月|头(?:\d+|[两二三四五六七八九十]+)个月|(?:上|本|当|这|下|次)(?:一|个)*月(?!报|刊)|月(?:初|中|末|底)|[上中下]旬"
_PART = r"季度|[上下]半年|半年(?!度|报)|年中(?![科国央医学小职])"
_SEASON = rf"(?:[春夏秋冬][季天](?=的?{NAME}|[,，的呢要花用一总共期里]|[\u4e00-\u9fff]{{1,6}}费|$)|[春夏秋冬](?=的?{NAME})|旺季|淡季|雨季|汛期|采暖季|供暖季|寒假|暑假|学期)"
_DAY = r"(?:昨天|今天|前天|明天|后天|大前天|昨日|今日|当日|当天|那天|周末|节假日|工作日|春节|国庆|五一|中秋|端午|清明|元旦)|(?:上|本|这|下|每|一)(?:个)?(?:周|星期|礼拜)|(?<![\d.])\d{1,2}[日号](?!楼|院|文|令|表)"
_SHORTER = re.compile(rf"{_MONTH}|{_PART}|{_SEASON}|{_DAY}")
_TALKED = re.compile(
    r"(?:昨天|今天|前天|昨日|今日|上周|这周|本周|上个?月|这个?月)[^,，]{0,8}(?:想|问|看|查|说|写|听|提|要|聊|见|读)"
)
"""When somebody says or does something with what a document prints."""
_LONGER = re.compile(
    r"(?:[两二三四五六七八九十]|(?<!\d)\d{1,2})(?:个)?(?:年度?)(?:来|间|里|内)?的?(?:一共|总共|合计|加起来|共|累计|加一起|总和|总计)|(?:一共|总共|合计|累计)(?:[两二三四五六七八九十]|(?<!\d)\d{1,2})年(?!期)"
)
_AT_ITS_END = re.compile(
    rf"(?<![至止到了])(?:去年|上年|今年|前年|本年|20\d\d年?|年)(?:年)?[底末终](?:的|时的?|那时的?)?(?={NAME})"
)
"""An instant, at which there is no amount of what is received or spent."""
_AGO = re.compile(r"(?:[一两二三四五六七八九十几]|(?<!\d)\d{1,2})年(?:以|之)?[前后]")
_ENGLISH = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:in|of|during|since|until|by) may\b|\bmay 20\d\d|\b(?:first|second|third|fourth|last|each|every) (?:quarter|half|month|week)\b|\bq[1-4]\b|\b(?:this|last|next|past) (?:month|week|quarter|summer|winter|spring|autumn)\b|\b(?:first|last|past) (?:\w+ )?(?:months|weeks|quarters)\b|\bhalf[- ]year\b|\b(?:in|during|over|for) (?:the )?(?:spring|summer|autumn|winter)\b|\byesterday\b",
    re.IGNORECASE,
)
_WHOLE_ENGLISH = re.compile(r"\b(?:january|1 january)\b.{0,12}\b(?:december|31 december)\b", re.IGNORECASE)


def of_another_time(said: str, operation: Operation, outcome: Outcome, view: View, *, english: bool) -> Outcome | None:
    """That a document tells an amount for the whole year only, where a question asks for a shorter or a longer time than what was
    found is of; None where it does not."""
    figures = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or operation is Operation.MONTHLY or not any(f.yuan is not None for f in figures):
        return None
    told = "".join(f"{f.row}{f.header}{f.sentence}{f.section}" for f in figures)
    if english:
        lost = _ENGLISH.search(said) if _WHOLE_ENGLISH.search(said) is None and not re.search("月|季", told) else None
        return _refused(lost[0]) if lost is not None else None
    text = _OF_THE_YEAR.sub("", masked(said, view).text)
    for m in _SHORTER.finditer(_TALKED.sub("", text)):
        if (
            m[0] in told
            or ("季度" in m[0] and ("季度" in told or outcome.text.startswith("平均每季度")))
            or ("冬" in m[0] and re.search(r"取暖|供暖|暖气", said))
        ):
            continue
        return _refused(masked(said, view).shown(m[0]))
    if any("用款" in f.row for f in figures) and re.search("用款|计划|工程|项目|支付|资金", said) is None:
        return Outcome(Status.NOT_FOUND, "按季度只印出了用款计划，没有这一项的数字。", cited=[], certain=True)
    if (ago := _AGO.search(text)) is not None:
        return _refused(ago[0])
    end = _AT_ITS_END.search(text)
    if end is not None and not any(
        re.search("结转|结余|余额|年[末底初]", f"{f.row}{f.header}{f.sentence}{f.title}") for f in figures
    ):
        return _refused(end[0])
    several = {f.year for f in figures}
    longer = _LONGER.search(text) if len(several) == 1 else None
    return _refused(longer[0]) if longer is not None else None


def another_time(said: str) -> str:
    """A time shorter than a year, or years ago, that a question of several documents names; empty where it names none, or asks for an
    average."""
    if is_english(said):
        m = None if _WHOLE_ENGLISH.search(said) else _ENGLISH.search(said)
    else:
        m = _SHORTER.search(_TALKED.sub("", _OF_THE_YEAR.sub("", said))) or _AGO.search(said)
    return m[0] if m is not None and not re.search(r"取暖|供暖|暖气", said) else ""


def _refused(when: str) -> Outcome:
    return Outcome(Status.NOT_FOUND, f"文件里的金额都是全年的，没有“{when}”的数字。", cited=[], certain=True)
