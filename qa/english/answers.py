"""What an answer says of what is not there, or whether something is so, in English."""

from __future__ import annotations

import re

_SAID = tuple(
    (re.compile(words), told)
    for words, told in (
        (r"^这份文件是 (\d{4}) 年的，没有 (\d{4}) 年的数字。$", r"This document is of \1; it has no figures of \2."),
        (r"^这份文件是预算，没有决算数。$", "This document is a budget; it has no final accounts."),
        (r"^这份文件是决算，没有预算数。$", "This document is a final account; it has no budget figures of that kind."),
        (r"^文件里没有可以与其他年度比较的数字。", "The document has no figure to be compared with another year."),
        (r"^文件里没有按人平均的数字.*$", "The document has no figures per person, and no headcount to work them out."),
        (r"^文件提到了“(.+?)”，没有说原因。$", r"The document speaks of “\1” but gives no reason."),
        (r"^文件里没有说到“(.+?)”。$", r"The document does not speak of “\1”."),
        (
            r"^(.+?)第 (\d+) 页列有“(.+?)”，但该格为(?:空白|短横)，没有填数$",
            r"“\3” is listed on page \2 (\1), but its cell is blank.",
        ),
        (r"^文件里没有“(.+?)”的数字。(?:相近的名称有：(.+?)。)?$", r"The document has no figure for “\1”."),
        (r"^这个问题的答案没有通过核对，因此不给出。$", "The answer did not pass its checks, and is not given."),
        (r"^文件没有给出可以据以判断的标准。$", "The document gives no standard to judge that by."),
        (r"^没有问题。$", "There is no question."),
        (
            r"^“(.+?)”不(?:都)?是“(.+?)”的一部分，算不出占比。$",
            r"“\1” is no part of “\2”: there is no share to work out.",
        ),
        (r"^“(.+?)”和“(.+?)”不是同一种资金的数，算不出占比。$", r"“\1” and “\2” are of different kinds of money."),
        (r"^文件里没有在两张表里都找到“(.+?)”。$", r"“\1” was not found in both tables."),
        (r"^没有一张表同时列出“(.+?)”和“(.+?)”。$", r"No table has both “\1” and “\2”."),
        (r"^文件里没有可以排序的科目。$", "The document has no lines of that kind to be ranked."),
        (r"^文件没有说这笔钱的用途。$", "The document does not say what this money is for."),
        (
            r"^这份文件是 (\d{4}) 年的，只能说它与上年相比的变化。$",
            r"This document is of \1, and tells of changes from the year before only.",
        ),
        (
            r"^没有读懂占“(.+?)”的比例：请先问它们合计多少。$",
            r"A share of several things (“\1”) was not understood: please ask for their sum first.",
        ),
        (
            r"^(?:问到的不止一项|这句话里有几个说法).*$",
            "Several things are asked at once: please ask for each of them.",
        ),
        (r"^没有读懂.*$", "The question was not understood: please name what is asked in full."),
    )
)
_NEAR = re.compile(r"相近的名称有：(.+?)。")
_YES = re.compile(r"^(?:是|有|一致|一样多|相等)[，：]")
_MORE = re.compile(r"^([^，：；。]+)更多：")
_NO = re.compile(r"^(?:不是|没有|不一致)[，：]")


_UNREAD = re.compile(
    r"(?P<tables>第 (\d+) 页的《([^》]+)》[^。：]*?)没有读出，(?:不知道那里印的是什么|可能在那里)：请看原文。$"
)
"""What is said of tables that were not read, alone or behind that nothing was found (`qa.guards.unread_tables`)."""


def not_there(text: str) -> str:
    """A refusal in English; one that is not known here stays in Chinese, and is said to be quoted."""
    if (unread := _UNREAD.search(text)) is not None:
        tables = re.sub(r"第 (\d+) 页的《([^》]+)》", r"“\2” (page \1)", unread["tables"]).replace("、", ", ")
        before = not_there(text[: unread.start()]) if unread.start() else ""
        return f"{before} {tables} could not be read: please look at the page.".strip()
    near = _NEAR.search(text)
    nearest = f" Nearest names: {near[1]}." if near is not None else ""
    for words, told in _SAID:
        if words.match(text):
            return words.sub(told, text) + nearest
    return f"Not found in the documents: {text}"


def yes_or_no(text: str) -> str:
    """`Yes; ` or `No; ` where a Chinese answer begins so, or which of two is more; empty where it does not."""
    if (more := _MORE.match(text)) is not None:
        return f"More: {more[1]}; "
    return "Yes; " if _YES.match(text) else "No; " if _NO.match(text) else ""
