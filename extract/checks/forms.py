"""Identities of performance-target forms (CHECKS 20, 21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from extract.checks.base import Book, Class, Outcome, Result, at_most, equal, not_checkable, present
from extract.model import NAMED_BY_MODEL, Kind
from extract.text import folded

_GENERIC_TITLE = re.compile(
    r"(?:项目)?(?:预算|支出)?(?:项目)?绩效(?:目标)?(?:申报|批复|自评)?表$|\(?20\d\d年度?\)?|^附[件表][\d一二三四五六七八九十]*[:：]?"
)


def form_funds(book: Book) -> Iterator[Result]:
    """资金总额 = 财政拨款 + 上年结转 + 其他资金."""
    for view in book.views:
        if view.table.kind is not Kind.PERFORMANCE or len(view.table.rows) != 1:
            continue
        columns = view.table.columns
        totals = [i for i, c in enumerate(columns) if c.role == "total"]
        parts = [i for i, c in enumerate(columns) if c.role in {"fiscal", "carry_in", "other", "fund", "general"}]
        if len(totals) != 1 or not parts or "same_name_columns" in view.table.doubts:
            continue
        roles = [columns[i].role for i in parts]
        if "fiscal" in roles and {"fund", "general"} & set(roles):  # kinds of money below 财政拨款
            parts = [i for i in parts if columns[i].role not in {"fund", "general"}]
        left = view.term(0, totals[0])
        right = present(*(view.term(0, p) for p in parts))
        message = f"“{view.table.project}”年度资金总额应等于{'、'.join(columns[p].name for p in parts)}之和"
        if left is not None and (result := equal("project_funds", Class.H, left, right, message, Kind.PERFORMANCE)):
            yield result


def form_weights(book: Book) -> Iterator[Result]:
    """Σ 分值 of the indicators = 90 where 执行率 has 10, else 100 or 90. What only a model calls indicators accuses nobody."""
    for project in book.disclosure.projects:
        if any(NAMED_BY_MODEL in i.doubts for i in project.indicators):
            continue
        weights = [i.weight for i in project.indicators if i.weight is not None]
        if not weights or len(weights) < len(project.indicators):
            continue
        total = sum(weights, Decimal(0))
        execution = project.execution_weight
        good = total in ({Decimal(100) - execution} if execution is not None else {Decimal(90), Decimal(100)})
        wanted = f"{100 - execution if execution is not None else 100}"
        yield Result(
            "indicator_weights",
            Class.H,
            Outcome.HOLDS if good else Outcome.BROKEN,
            (),
            (),
            Decimal(0),
            f"“{project.name}”各项指标分值之和应为 {wanted}（执行率另计）",
            Kind.PERFORMANCE,
            False,
            project.page,
            None,
            wanted,
            f"{total}",
        )


def form_titles(book: Book) -> Iterator[Result]:
    """The form's title names the project that its 项目名称 gives."""
    for project in book.disclosure.projects:
        name, title = folded(project.name), _GENERIC_TITLE.sub("", folded(project.title))
        title = _GENERIC_TITLE.sub("", title)
        if len(title) < 5 or not name or re.search(r"附[件表]|单位|部门|年度|预算绩效", title):
            continue
        same = name in title or title in name or SequenceMatcher(None, name, title).ratio() > 0.6
        yield Result(
            "project_title",
            Class.H,
            Outcome.HOLDS if same else Outcome.BROKEN,
            (),
            (),
            Decimal(0),
            "绩效目标表的标题与“项目名称”一栏不是同一个项目",
            Kind.PERFORMANCE,
            False,
            project.page,
            None,
            project.name,
            project.title,
        )


def form_totals(book: Book) -> Iterator[Result]:
    """Σ funds of the published forms ≤ 项目支出 of 支出总表 (some projects are not published)."""
    t3 = book.view(Kind.EXPENDITURE)
    forms = [v for v in book.views if v.table.kind is Kind.PERFORMANCE and len(v.table.rows) == 1]
    row, column = (t3.total_row(), t3.column("project")) if t3 is not None else (None, None)
    if t3 is None or row is None or column is None or not forms:
        return
    whole = t3.term(row, column)
    terms = [
        t for v in forms for i, c in enumerate(v.table.columns) if c.role == "total" and (t := v.term(0, i)) is not None
    ]
    if whole is None or not terms:
        return
    if any(t.doubtful for t in terms):
        yield not_checkable("projects_total", terms, (whole,), Kind.PERFORMANCE, Class.C)
        return
    first = terms[0]
    message = f"已公开项目的年度资金之和不应大于《{t3.name}》的项目支出"
    total = type(first)(
        sum((t.value for t in terms), Decimal(0)), first.quantum, first.ref, "Σ", first.page, first.box, first.unit
    )
    if result := at_most("projects_total", Class.C, total, whole, message, Kind.PERFORMANCE):
        yield result
