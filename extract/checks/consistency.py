"""What must agree in words: tables named and there, empty and said to be empty, one year, codes, placeholders (28, 29)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.checks.base import Book, Class, Outcome, Result
from extract.checks.cross import three_public_item
from extract.codes import classification
from extract.model import Box, Kind
from extract.specs import BY_KIND
from extract.text import folded

_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z\d])(?:XX+|xx+|××+|〇〇|○○)(?:局|年|单位|部门|委|元|万元|%|个|项)|20(?:XX|xx|××)年"
)


def _said(
    check: str,
    klass: Class,
    good: bool,
    message: str,
    table: str,
    page: int | None,
    expected: str = "",
    found: str = "",
    box: Box | None = None,
) -> Result:
    outcome = Outcome.HOLDS if good else Outcome.BROKEN
    return Result(check, klass, outcome, (), (), Decimal(0), message, table, False, page, box, expected, found)


def empty_tables(book: Book) -> Iterator[Result]:
    """A table said to be empty is empty (H); an empty one says so (S)."""
    for view in book.views:
        if view.table.kind in {Kind.OTHER, Kind.PERFORMANCE}:
            continue
        page = view.table.pages[-1] if view.table.pages else None
        if view.table.said_empty:
            figures = "、".join(str(c.value) for c in view.table.figures if c.value)[:60]
            message = (
                f"《{view.name}》的注说本表为空表，表中却有数" if not view.empty else f"《{view.name}》为空表，与注一致"
            )
            yield _said("said_empty", Class.H, view.empty, message, view.table.kind, page, "空表", figures)
        elif not view.table.figures and view.table.kind in {
            Kind.GOVERNMENT_FUND,
            Kind.STATE_CAPITAL,
            Kind.THREE_PUBLIC,
        }:
            yield _said(
                "empty_unsaid", Class.S, False, f"《{view.name}》没有数，也没有注明为空表", view.table.kind, page
            )


def named_tables(book: Book) -> Iterator[Result]:
    """Every standard table that the contents page or the list of tables names is there."""
    there = {v.table.kind for v in book.views}
    for kind in book.disclosure.table_list:
        spec = BY_KIND[Kind(kind)]
        if spec.kind is Kind.PERFORMANCE:
            continue
        yield _said(
            "table_missing",
            Class.H,
            spec.kind in there,
            f"目录列有《{spec.name}》，正文中没有找到这张表",
            kind,
            None,
            spec.name,
            "" if spec.kind not in there else spec.name,
        )


def years(book: Book) -> Iterator[Result]:
    """The year in the titles of tables is the document's."""
    year = book.disclosure.meta.year
    for view in book.views:
        if year is None or view.table.kind in {Kind.OTHER, Kind.PERFORMANCE}:
            continue
        for found in re.findall(r"(20\d\d)年", folded(view.table.title)):
            yield _said(
                "title_year",
                Class.H,
                int(found) == year,
                f"《{view.name}》标题的年度与文件年度不一致",
                view.table.kind,
                view.table.pages[0] if view.table.pages else None,
                str(year),
                found,
            )


def placeholders(book: Book) -> Iterator[Result]:
    """No placeholder (XX局, 20XX年) is left over from a template."""
    for paragraph in book.disclosure.paragraphs:
        for found in _PLACEHOLDER.finditer(paragraph.text):
            around = paragraph.text[max(0, found.start() - 10) : found.end() + 10]
            yield _said(
                "placeholder",
                Class.H,
                False,
                f"文字中留有未填写的占位符：“{around}”",
                Kind.NARRATIVE,
                paragraph.page,
                "",
                found.group(),
                paragraph.box,
            )


def asset_dates(book: Book) -> Iterator[Result]:
    """The date of the state of assets (截至…年) does not lie after the document's year."""
    year = book.disclosure.meta.year
    for paragraph in book.disclosure.paragraphs:
        for found in re.finditer(r"截至(20\d\d)年", paragraph.text):
            if year is not None:
                yield _said(
                    "asset_date",
                    Class.H,
                    int(found.group(1)) <= year,
                    f"截至日期 {found.group(1)} 年晚于文件年度",
                    Kind.NARRATIVE,
                    paragraph.page,
                    f"≤ {year}",
                    found.group(1),
                    paragraph.box,
                )


def code_forms(book: Book) -> Iterator[Result]:
    """Codes are printed in full (02, not 2), are codes of the classification, and their names fit."""
    for view in book.views:
        spec = BY_KIND.get(view.table.kind)
        if spec is None or not spec.classification:
            continue
        codes = classification(spec.classification)
        for row in view.table.rows:
            if not row.code:
                continue
            if row.intended_code:
                message = f"《{view.name}》科目编码印作 {row.code}，按科目名称“{row.label}”应为 {row.intended_code}"
                yield _said(
                    "code_form", Class.C, False, message, view.table.kind, row.page, row.intended_code, row.code
                )
            code = row.intended_code or row.code
            if not codes.knows(code):
                yield _said(
                    "code_unknown",
                    Class.S,
                    False,
                    f"《{view.name}》科目编码 {code}（{row.label}）不在随附的科目表中",
                    view.table.kind,
                    row.page,
                    "",
                    code,
                )
            elif row.label and not codes.fits(code, row.label):
                yield _said(
                    "code_name",
                    Class.S,
                    False,
                    f"《{view.name}》科目编码 {code} 与名称“{row.label}”不符",
                    view.table.kind,
                    row.page,
                    "",
                    row.label,
                )
            else:
                yield _said("code_name", Class.S, True, "", view.table.kind, row.page)


def unexplained(book: Book) -> Iterator[Result]:
    """The ledger: every number on a table's pages is bound or recognised."""
    for view in book.views:
        for item in view.table.left_over:
            message = f"《{view.name}》所在页有未能归入单元格的数字“{item.text}”，该表的数字需人工核对"
            yield _said("ledger", Class.C, False, message, view.table.kind, item.page, "", item.text, item.box)


def vehicles_without_money(book: Book) -> Iterator[Result]:
    """Vehicles are to be bought, but 公务用车购置费 is zero: they may be paid from other money."""
    view = book.view(Kind.THREE_PUBLIC)
    money = three_public_item(view, "purchase") if view is not None else None
    planned = [f for _, f in book.facts() if re.search(r"购置.{0,6}车辆|安排购置车辆", f.item) and f.unit == "辆"]
    if money is None or money.value or not planned or not any(f.value for f in planned):
        return
    yield _said(
        "vehicles_unfunded",
        Class.S,
        False,
        f"拟购置车辆 {planned[0].value} 辆，但公务用车购置费为零（可能由其他资金支付）",
        Kind.THREE_PUBLIC,
        planned[0].page,
        "",
        str(planned[0].value),
    )


def unreadable(book: Book) -> Iterator[Result]:
    """Tables that could not be read, and pages without text, are said to be so."""
    for view in book.views:
        if "unreadable" in view.table.doubts:
            yield _said(
                "table_unreadable",
                Class.C,
                False,
                f"《{view.name}》没有读出（没有表格线，文字也排不成列），请看原文",
                view.table.kind,
                view.table.pages[0],
            )
    for page in book.disclosure.pages:
        if page.damaged:
            message = f"第 {page.number} 页的内容有损坏，可能没有读全，请看原文"
            yield _said("page_damaged", Class.C, False, message, "", page.number)
        if page.text == "picture":
            yield _said(
                "page_without_text",
                Class.C,
                False,
                f"第 {page.number} 页没有可用的文字层（图片或扫描），其中的数字没有读出",
                "",
                page.number,
            )


def hidden_text(book: Book) -> Iterator[Result]:
    """Text that cannot be seen on the page was left out."""
    for page in book.disclosure.pages:
        if page.hidden_chars > 3:
            yield _said(
                "hidden_text",
                Class.S,
                False,
                f"第 {page.number} 页有 {page.hidden_chars} 个看不见的字符（隐藏、白色、越界或极小），没有作为内容读入",
                "",
                page.number,
            )
