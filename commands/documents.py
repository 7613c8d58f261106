"""How a document is told of on the terminal: what it is, what was read of it, what does not add up."""

from __future__ import annotations

from pathlib import Path

from commands.console import escape, out
from extract.batch import Read
from extract.library import Library
from extract.model import Disclosure, Severity, State, Verdict

VERDICTS = {
    Verdict.VERIFIED: "已核实",
    Verdict.GROUNDED: "有据",
    Verdict.CONFLICT: "原文不平",
    Verdict.REVIEW: "待复核",
    Verdict.CORRECTED: "已更正",
}
SEVERITIES = {Severity.ERROR: ("错误", "red"), Severity.WARNING: ("提醒", "yellow"), Severity.INFO: ("提示", "dim")}


def show_result(result: Read, library: Library, *, quiet: bool) -> None:
    """A document that was read, or why it was not."""
    name = Path(result.path).name
    if result.status == "failed":
        out.print(f"[bold red]✗[/] {escape(name)}：{escape(result.message)}")
        return
    disclosure = library.load(result.document)
    meta = disclosure.meta
    title = " ".join(filter(None, (meta.institute, str(meta.year or ""), kind_of(disclosure))))
    out.print(
        f"[bold green]✓[/] {escape(name)}  {result.document}  [bold]{escape(title)}[/]{'（未变，跳过）' if result.status == 'unchanged' else ''}"
    )
    tables = [t for t in disclosure.tables if t.kind != "other"]
    printed = sum(len(t.figures) for t in disclosure.tables)
    blank = sum(c.state is not State.NUMBER for t in disclosure.tables for c in t.cells)
    out.print(
        f"  {len(disclosure.pages)} 页，{len(tables)} 张表，表内数字 {printed} 个（另有空白或短横 {blank} 格），文字中的数字 {len(disclosure.facts)} 个"
    )
    counts = disclosure.verdicts()
    out.print(
        "  "
        + "，".join(
            f"{word} {counts[verdict]}"
            for verdict, word in VERDICTS.items()
            if counts[verdict] or verdict in {Verdict.VERIFIED, Verdict.REVIEW}
        )
    )
    checks = disclosure.checks
    holds, broken = sum(c.holds + c.rounding for c in checks), sum(c.broken for c in checks)
    out.print(
        f"  勾稽 {holds + broken} 项：成立 {holds}（其中尾差 {sum(c.rounding for c in checks)}），不成立 {broken}，不可核 {sum(c.not_checkable for c in checks)}"
    )
    if not quiet:
        _show_findings(disclosure)


def kind_of(disclosure: Disclosure) -> str:
    """Whose disclosure of what it is: 单位预算, 部门决算."""
    level = {"unit": "单位", "department": "部门"}.get(disclosure.meta.level, "")
    return level + {"budget": "预算", "final": "决算"}.get(disclosure.meta.kind, "")


def _show_findings(disclosure: Disclosure) -> None:
    hidden = 0
    for finding in disclosure.findings:
        if finding.severity is Severity.INFO:
            hidden += 1
            continue
        word, style = SEVERITIES[finding.severity]
        page = f"第 {finding.page} 页 " if finding.page else ""
        out.print(f"  [{style}]{word}[/] {page}{escape(finding.message)}")
    if hidden:
        out.print(f"  [dim]另有 {hidden} 条提示（尾差、科目名称等），见 findings.csv[/]")
