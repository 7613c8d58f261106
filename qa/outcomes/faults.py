"""What does not add up in a document, asked for as such: its findings, with the figures that they are about."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Finding, Severity
from extract.text import folded
from qa.answer import NOWHERE, Outcome, Quote, Stated, Status, numbers_in
from qa.documents.figures import Figure, View

_MOST = 12


def faults(view: View) -> Outcome:
    """The findings of a document, the gravest first; that there is none is an answer too."""
    disclosure = view.disclosure
    told = [f for f in disclosure.findings if f.severity is not Severity.INFO]
    holds = sum(c.holds + c.rounding for c in disclosure.checks)
    broken = sum(c.broken for c in disclosure.checks)
    open_ = sum(c.not_checkable for c in disclosure.checks)
    note = f"核对发现 {len(told)} 处（至多列出 {_MOST} 处）；共核对勾稽关系 {holds + broken} 项，成立 {holds} 项，不成立 {broken} 项，另有 {open_} 项不可核"
    if not told:
        return Outcome(Status.ANSWERED, "没有发现对不上的地方。", notes=[note])
    outcome = Outcome(Status.ANSWERED, "", notes=[note])
    lines = []
    for finding in told[:_MOST]:
        where = f"第 {finding.page} 页：" if finding.page else ""
        lines.append(f"{where}{finding.message}")
        figures = _figures(finding, view)
        if figures:
            own = figures[0]
            outcome.stated.append(Stated(own.number, own.unit, tuple(figures), finding.message, own.called))
        elif finding.page:
            outcome.quotes.append(Quote(finding.page, finding.box or NOWHERE, finding.message, finding.table))
        else:
            outcome.notes.append(finding.message)
    more = f"\n（只列出前 {_MOST} 处，其余见核对发现）" if len(told) > _MOST else ""
    outcome.text = f"有 {len(told)} 处对不上或需要留意：\n" + "\n".join(lines) + more
    return outcome


def _figures(finding: Finding, view: View) -> Sequence[Figure]:
    """The figures that a finding's words give, that of its own place first; those of other pages only where no other
    figure of the document is the same."""
    said = numbers_in(folded(finding.message))
    found: list[Figure] = []
    for value in dict.fromkeys(said):
        same = [f for f in view.figures if f.value == value]
        here = [f for f in same if f.page == finding.page]
        found += here[:1] or (same if len(same) == 1 else [])
    return sorted(found, key=lambda f: f.page != finding.page or f.box != finding.box)[:6]
