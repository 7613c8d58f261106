"""The figures of a library as CSV, JSON, Parquet or XLSX.

In XLSX each table is a sheet laid out like the printed one: header paths as merged cells, side-by-side groups side by
side, numbers as numbers, verdicts as colours, the page in the last column; what a person corrected has a comment with the
old value, and what people decided is a sheet of its own. Text from a document is never a formula.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from extract.decisions import Decision, latest
from extract.facts import FACT_FIELDS, FINDING_FIELDS, fact_lines, finding_lines, plain_text
from extract.library import csv_bytes
from extract.model import Action, Cell, Decided, Disclosure, Kind, State, Table, Verdict
from extract.sheet import sheet_of
from extract.specs import SPECS

FORMATS = ("csv", "xlsx", "parquet", "json")

_FILL = {
    Verdict.VERIFIED: PatternFill("solid", fgColor="E2F0D9"),
    Verdict.GROUNDED: PatternFill("solid", fgColor="DDEBF7"),
    Verdict.CONFLICT: PatternFill("solid", fgColor="FCE4D6"),
    Verdict.REVIEW: PatternFill("solid", fgColor="FFF2CC"),
    Verdict.CORRECTED: PatternFill("solid", fgColor="E4DFEC"),
}
_MEANING = {
    Verdict.VERIFIED: "已核实：位置明确，且有勾稽关系印证",
    Verdict.GROUNDED: "有据：位置明确，没有可用的勾稽关系",
    Verdict.CONFLICT: "原文不平：读数无误，但原文勾稽不平",
    Verdict.REVIEW: "待复核：位置或读数有疑问",
    Verdict.CORRECTED: "已更正：由人核定",
}
_ACTIONS = {
    Action.ACCEPT: "读数无误",
    Action.CORRECT: "更正",
    Action.OWN_ERROR: "原文有误",
    Action.WITHDRAW: "撤回",
}
_TABLES = {spec.kind.value: spec.name for spec in SPECS} | {"narrative": "文字说明", "other": "其他"}
_THIN = Side(style="thin", color="999999")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = 3  # the first line of the header
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_HEAD = Font(bold=True)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold


def export(disclosures: Iterable[Disclosure], form: str, decided: Iterable[Decision] = ()) -> bytes:
    """The figures in one of `FORMATS`. CSV begins with a byte-order mark, for spreadsheets that need it.

    `decided`: what people decided (`corrections.log` of the library), for the sheet 人工核定 of an XLSX file.
    """
    documents = list(disclosures)
    if form == "xlsx":
        return _xlsx(documents, list(decided))
    lines = [line for document in documents for line in fact_lines(document)]
    if form == "csv":
        return b"\xef\xbb\xbf" + csv_bytes(FACT_FIELDS, lines)
    if form == "json":
        return (json.dumps(lines, ensure_ascii=False, indent=1) + "\n").encode()
    sink = io.BytesIO()
    columns = {name: [line[name] for line in lines] for name in FACT_FIELDS}
    pq.write_table(
        pa.table(columns, schema=pa.schema([(name, pa.string()) for name in FACT_FIELDS])), sink, compression="zstd"
    )
    return sink.getvalue()


def _xlsx(documents: Sequence[Disclosure], decided: Sequence[Decision]) -> bytes:
    book = Workbook()
    index = book.active
    assert isinstance(index, Worksheet)  # noqa: S101 - a new workbook has one sheet
    index.title = "目录"
    _row(
        index,
        ["文件", "单位", "年度", "表", "工作表", "页", "数字", "已核实", "有据", "原文不平", "待复核", "已更正"],
        bold=True,
    )
    used = {"目录"}
    for number, document in enumerate(documents, 1):
        for table in document.tables:
            name = _sheet_name(
                f"{number}.{table.title or table.kind.value}"
                if len(documents) > 1
                else table.title or table.kind.value,
                used,
            )
            _table_sheet(book.create_sheet(name), table)
            verdicts = [c.verdict for c in table.figures]
            counts = [verdicts.count(v) for v in _MEANING]
            pages = "、".join(map(str, table.pages))
            _row(
                index,
                [
                    document.meta.file,
                    document.meta.institute,
                    document.meta.year,
                    table.title,
                    name,
                    pages,
                    len(table.figures),
                    *counts,
                ],
            )
            target = index.cell(index.max_row, 5)
            target.hyperlink = f"#'{name.replace(chr(39), chr(39) * 2)}'!A1"
            target.font = Font(color="0563C1", underline="single")
    _widths(index, [30, 30, 8, 40, 34, 8, 8, 8, 8, 10, 8, 8])
    _narrative_sheet(book.create_sheet(_sheet_name("文字说明", used)), documents)
    _findings_sheet(book.create_sheet(_sheet_name("核对发现", used)), documents)
    own = [d for d in decided if d.document in {document.id for document in documents}]
    if own:
        _decided_sheet(book.create_sheet(_sheet_name("人工核定", used)), documents, own)
    legend = book.create_sheet(_sheet_name("图例", used))
    for verdict, meaning in _MEANING.items():
        legend.append([verdict.value, meaning])
        legend.cell(legend.max_row, 1).fill = _FILL[verdict]
    _widths(legend, [12, 50])
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def _sheet_name(wanted: str, used: set[str]) -> str:
    """A name that Excel allows (31 characters, none of its marks), not used before."""
    base = re.sub(r"[\[\]:*?/\\']", "", _CONTROL.sub("", wanted)).strip() or "表"
    name, n = base[:31], 1
    while name.lower() in {u.lower() for u in used}:
        n += 1
        name = f"{base[: 30 - len(str(n))]}~{n}"
    used.add(name)
    return name


def _row(sheet: Worksheet, values: Sequence[object], *, bold: bool = False) -> None:
    sheet.append([_value(v) for v in values])
    if bold:
        for cell in sheet[sheet.max_row]:
            cell.font = _HEAD


def _value(value: object) -> object:
    return plain_text(_CONTROL.sub("", value)) if isinstance(value, str) else value


def _table_sheet(sheet: Worksheet, table: Table) -> None:
    """One table as printed: title, unit, header, body; the page of each line in the last column."""
    laid = sheet_of(table)
    sheet.append([_value(table.title)])
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    sheet.append([_value(f"单位：{table.unit}") if table.unit else ""])
    for head in laid.heads:
        row, column = _TOP + head.row, 1 + head.column
        cell = sheet.cell(row, column)
        cell.value = plain_text(_CONTROL.sub("", head.text))
        cell.font, cell.alignment = _HEAD, _CENTRE
        if head.rows > 1 or head.columns > 1:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + head.rows - 1, end_column=column + head.columns - 1
            )
    first = _TOP + laid.depth
    for row, line in enumerate(laid.lines, first):
        for column, field in enumerate(line, 1):
            if field.cell is not None:
                _body_cell(sheet, row, column, field.cell)
            elif field.page:
                sheet.cell(row, column).value = field.page
            else:
                sheet.cell(row, column).value = plain_text(_CONTROL.sub("", field.text)) or None
    for cells in sheet.iter_rows(min_row=_TOP, max_row=max(first + len(laid.lines) - 1, _TOP), max_col=laid.width):
        for target in cells:
            target.border = _BORDER
    for note in table.notes:
        sheet.append([_value(note)])
    sheet.freeze_panes = sheet.cell(first, 1)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    widths = [16 if i in laid.codes else 34 if i in laid.labels else 17 for i in range(laid.width - 1)]
    _widths(sheet, [*widths, 6])


def _body_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    target = sheet.cell(row, column)
    if cell.state is State.NUMBER and cell.value is not None:
        target.value = cell.value
        target.number_format = "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
    elif cell.state is State.DASH:
        target.value = "－"
    elif cell.state is State.TEXT:
        target.value = plain_text(_CONTROL.sub("", cell.text))
    if cell.verdict is not None:
        target.fill = _FILL[cell.verdict]
    _comment(target, cell.decided)


def _comment(target: Any, decided: Decided | None) -> None:
    """What a person decided about a figure, on its cell."""
    if decided is not None:
        was = _CONTROL.sub("", decided.was.printed)
        target.comment = Comment(f"{_ACTIONS[decided.action]}（人工核定）。原读数：{was}", "勾稽")


def _narrative_sheet(sheet: Worksheet, documents: Sequence[Disclosure]) -> None:
    _row(sheet, ["文件", "章节", "名称", "数值", "单位", "页", "结论", "原文"], bold=True)
    for document in documents:
        for fact in document.facts:
            _row(
                sheet,
                [
                    document.meta.file,
                    fact.section,
                    fact.name,
                    fact.value,
                    fact.unit,
                    fact.page,
                    fact.verdict.value if fact.verdict else "",
                    fact.sentence[:300],
                ],
            )
            target = sheet.cell(sheet.max_row, 4)
            target.number_format = "#,##0" + ("." + "0" * fact.decimals if fact.decimals else "")
            if fact.verdict is not None:
                target.fill = _FILL[fact.verdict]
            _comment(target, fact.decided)
    _widths(sheet, [24, 30, 40, 16, 8, 6, 10, 80])


def _decided_sheet(sheet: Worksheet, documents: Sequence[Disclosure], decided: Sequence[Decision]) -> None:
    """Every decision in the order it was made, with whether it stands."""
    _row(
        sheet,
        ["文件", "表", "行", "编码", "列", "页", "原读数", "核定后", "核定", "现状", "核定人", "时间", "备注"],
        bold=True,
    )
    files = {document.id: document.meta.file for document in documents}
    standing = {id(decision) for decision in latest(decided)}
    lost = {(document.id, gone.page, gone.box) for document in documents for gone in document.lost}
    for decision in decided:
        place = decision.place
        stands = "已被后来的核定取代" if id(decision) not in standing else "有效"
        if id(decision) in standing and (decision.document, place.page, place.box) in lost:
            stands = "原处已找不到这个数字"
        if decision.action is Action.WITHDRAW:
            stands = "撤回"
        _row(
            sheet,
            [
                files[decision.document],
                "文字说明" if place.table == Kind.NARRATIVE else place.title or _TABLES.get(place.table, ""),
                place.row,
                place.code,
                place.column,
                place.page,
                decision.was,
                decision.printed if decision.value is None else decision.value,
                _ACTIONS[decision.action],
                stands,
                decision.who,
                decision.when,
                decision.note,
            ],
        )
        if decision.value is not None:
            target = sheet.cell(sheet.max_row, 8)
            decimals = len(decision.printed.partition(".")[2])
            target.number_format = "#,##0" + ("." + "0" * decimals if decimals else "")
    _widths(sheet, [24, 30, 34, 10, 30, 6, 16, 16, 12, 20, 12, 26, 50])


def _findings_sheet(sheet: Worksheet, documents: Sequence[Disclosure]) -> None:
    _row(sheet, ["文件", "核对项", "级别", "表", "页", "说明", "应为", "印作", "差额", "结论"], bold=True)
    severities = {"error": "错误", "warning": "提醒", "info": "提示"}
    for document in documents:
        for line in finding_lines(document):
            shown = {**line, "severity": severities[line["severity"]], "table": _TABLES.get(line["table"], "")}
            page = int(line["page"]) if line["page"] else None
            _row(sheet, [document.meta.file, *(page if name == "page" else shown[name] for name in FINDING_FIELDS[1:])])
    _widths(sheet, [24, 20, 8, 24, 6, 100, 18, 18, 14, 10])


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for i, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width


__all__ = ["FORMATS", "export"]
