"""Figures of the notes that were not told, violations that were not reported, errors that are none (see `eval.metrics`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eval.figures import decimal, gold_facts, told_facts, violations
from eval.grounding import PageText
from eval.scores import Miss
from extract.model import Fact, Finding, Kind, Severity
from extract.text import folded

_TELLING = 3  # digits that make a number distinctive


def fact_misses(name: str, gold: Mapping[str, Any], facts: Sequence[Fact], pages: PageText | None) -> Iterator[Miss]:
    """The gold figures of the notes that are not told."""
    left = gold_facts(gold) - told_facts(facts)
    for fact in gold.get("facts", ()):
        value, unit, page = decimal(fact["value"]), folded(fact.get("unit") or ""), fact["page"]
        if left[value, unit, page] <= 0:
            continue
        left[value, unit, page] -= 1
        same = [f for f in facts if f.value == value]
        near = f"读作 {same[0].value} {same[0].unit} 第 {same[0].page} 页" if same else "没有读出这个数"
        box = pages.find(page, value) if pages is not None and value is not None else None
        yield Miss(
            document=name, how="fact", kind=Kind.NARRATIVE.value, row=fact["name"],
            value=f"{fact['value']} {unit}", page=page, box=box, reason=near,
        )  # fmt: skip


def _numbers(*texts: object) -> set[str]:
    found = re.findall(r"\d+(?:\.\d+)?", " ".join(str(t or "") for t in texts).replace(",", ""))
    plain = (n.rstrip("0").rstrip(".") if "." in n else n for n in found)
    return {n for n in plain if len(n.replace(".", "").strip("0")) >= _TELLING}


def judged_findings(findings: Sequence[Finding], gold: Mapping[str, Any]) -> tuple[list[Miss], list[Miss]]:
    """Gold violations that no finding reports, and errors that report no gold violation."""
    name = gold["meta"]["file"]
    told = [f for f in findings if f.severity is not Severity.INFO]
    numbers = [_numbers(f.message, f.expected, f.found, f.difference) for f in told]
    used: set[int] = set()
    missed = []
    for violation in violations(gold):
        own = _numbers(*(violation.get(part) for part in ("where", "lhs", "rhs", "diff")))
        hits = {i for i, n in enumerate(numbers) if n & own}
        if not hits and not own:
            hits = {i for i, f in enumerate(told) if f.page == violation.get("page")}
        used |= hits
        if not hits:
            missed.append(_violation_miss(name, violation))
    rounding = set().union(
        *(_numbers(v.get("lhs"), v.get("rhs")) for v in gold.get("violations", ()) if v.get("type") == "rounding"),
        set(),
    )
    alarms = [
        Miss(document=name, how="alarm", kind=f.table, row=f.check, page=f.page or 0, box=f.box, reason=f.message)
        for i, f in enumerate(told)
        if i not in used and f.severity is Severity.ERROR and not numbers[i] & rounding
    ]
    return missed, alarms


def _violation_miss(name: str, violation: Mapping[str, Any]) -> Miss:
    sides = " ≠ ".join(str(violation[s]) for s in ("lhs", "rhs") if violation.get(s))
    return Miss(
        document=name,
        how="violation",
        row=str(violation.get("type", "")),
        value=sides,
        page=int(violation.get("page") or 0),
        reason=f"没有报出：{violation.get('where', '')} {sides}",
    )
