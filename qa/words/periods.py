"""Which years and which kind of document a question names, and where in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEAR = re.compile(
    r"(?<![\d.,])(20\d\d)(?:年度?)?(?:[-—–~至到])(20\d\d)(?:年度?)"
    r"|(?<![\d.,])(20\d\d)(?:年度?|(?=(?:部门|单位)?(?:预算|决算))|(?=[两三]年)|(?![\d.,%\u4e00-\u9fff]))"
)
_BASE = re.compile(r"(?:比|较|与|相比)$")  # 比2024年增加: what a change is counted from names no document
_THIS_YEAR = re.compile(r"今年|本年度?(?!收入|支出|预算|合计)")
_LAST_YEAR = re.compile(r"(?<![比较与])去年度?(?!的?(?:结转|结余|底|末|没用|剩))")
_YEAR_BEFORE = re.compile(r"(?<![比较与])前年")
_RECENT = re.compile(r"(?:近|最近|过去)([两二三四五六七八九十]|\d{1,2})(?:个年度|年)")
_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_FINAL = re.compile(r"(?<![有做出])决算(?!的?(?:单位)?就?[按看用以算])")  # 决算单位按实际支出 narrows nothing
_BUDGET = re.compile(
    r"(?<!公共)(?<!基金)(?<!经营)(?<!采购)(?<!财政)(?<!年初)(?<!完成)预算(?!数|执行|绩效|单位|收入|拨款|资金|调整|总表|差异|完成|科目|以内|之内|范围)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a question (start, end) and what it names: institute, file, id, year or kind."""

    start: int
    end: int
    what: str


def years_in(text: str, covered: Sequence[tuple[int, int]], newest: int | None) -> tuple[list[int], list[Span]]:
    """The years that a text names outright or by today's words, which count from the newest there is."""
    found: dict[int, None] = {}
    spans = []
    for match in _YEAR.finditer(text):
        before = text[: match.start()]
        if not free(match.start(), match.end(), covered) or (_BASE.search(before) and not before.endswith("比较")):
            continue
        first, last = (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[3]))
        if not first <= last <= first + 30:
            continue
        found |= dict.fromkeys(range(first, last + 1))
        spans.append(Span(match.start(), match.end(), "year"))
    if newest is not None:
        for pattern, back in ((_THIS_YEAR, 0), (_LAST_YEAR, 1), (_YEAR_BEFORE, 2)):
            for match in pattern.finditer(text):
                found[newest - back] = None
                spans.append(Span(match.start(), match.end(), "year"))
        for match in _RECENT.finditer(text):
            count = _NUMERALS.get(match[1]) or int(match[1])
            found |= dict.fromkeys(range(newest - count + 1, newest + 1))
            spans.append(Span(match.start(), match.end(), "year"))
    return sorted(found), spans


def kinds_in(text: str, covered: Sequence[tuple[int, int]]) -> tuple[list[str], list[Span]]:
    """Whether a folded text asks for budgets, final accounts, or both."""
    found = []
    spans = []
    for kind, pattern in (("budget", _BUDGET), ("final", _FINAL)):
        matches = [m for m in pattern.finditer(text) if free(m.start(), m.end(), covered)]
        if matches:
            found += [kind] if any(not _left_out(text, m) for m in matches) else []
            spans += [Span(m.start(), m.end(), "kind") for m in matches]
    budgets = [m for m in _BUDGET.finditer(text) if free(m.start(), m.end(), covered)]
    if found == ["budget"] and all(_MEASURE.search(text[: m.start()]) for m in budgets):
        return [], []  # what was spent is held against it: it is a final account's
    return found, spans


_MEASURE = re.compile(
    r"(?:比|超(?:出|过|支)?了?|突破了?|低于|高于|少于|多于|大于|小于|不到|没到|达到|花完了?|用完了?|花光了?|没花完|没用完)的?$"
)
"""Words that hold an amount against a budget: no document is named by it."""


def _left_out(text: str, kind: re.Match[str]) -> bool:
    """Whether a kind of document is named to be left out (决算不算, 不含决算)."""
    before, after = text[: kind.start()], text[kind.end() :]
    return re.search(r"(?:不算|不含|不包括|不看|不要|别算|除[去了]?|排除|剔除)$", before) is not None or (
        re.match(r"(?:公开|报告|文件|的)*(?:不算|不计|不看|不要|不管|除外|别算|排除)", after) is not None
    )


def free(start: int, end: int, covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch overlaps none of the others."""
    return all(end <= a or start >= b for a, b in covered)
