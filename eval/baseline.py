"""What was, and what may differ from it: a run that is worse than its baseline beyond what is allowed is red.

A baseline file holds sets by the plan's name (`slice`, `samples`, or a gold folder's name); a set holds sections
(`reading/layout`, `answers/rules`, `mutations/printed`), a section the metrics of each document (or mutation). `allowed` says by
how much a metric may be worse; without an entry not at all. Whatever the baseline says, false accepts and mutations let
through must be 0. Times and costs are not compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from eval.answers import ANSWERING, WRONG, Answers
from eval.mutating import Mutated
from eval.scores import READING, Metric, by_name, share, shown
from eval.suite import Suite
from extract.errors import UsageError
from extract.library import write_atomic
from extract.model import Frozen

BASELINE = Path(__file__).parent / "baseline.json"

Section = dict[str, dict[str, float | None]]
"""By document (or mutation), by metric."""

MUTATING: tuple[Metric, ...] = (
    Metric("detected", "发现", lambda v: v, "higher", True, "核对可知的改动中，报出或留待复核的"),
    Metric("localised", "指对", lambda v: v, "higher", True, "核对可知的改动中，指到那个数、那张表或那一页的"),
    Metric("falsely_accepted", "放过", lambda v: v, "lower", False, "改后仍有错数被标为已核实的：必须为 0"),
)
"""The metrics of mutations."""

ALLOWED = {"search_recall": 0.1}
"""What a new baseline allows: a question or so that the index finds elsewhere."""

_ZERO = {"false_accepts", "falsely_accepted"}
_NOISE = 1e-9


class Regression(Frozen):
    """A metric that is worse than it may be: where, what it was and is (as reports print it)."""

    section: str
    document: str
    metric: str
    title: str
    was: str
    now: str
    reason: str = ""

    @property
    def must(self) -> bool:
        """Whether it must not be, whatever the baseline says."""
        return self.metric in _ZERO

    @property
    def sentence(self) -> str:
        """For a person."""
        told = f"{self.section} {self.document}：{self.title}（{self.metric}）原为 {self.was}，现为 {self.now}"
        return f"{told}；{self.reason}" if self.reason else told


class Set(Frozen):
    """What one plan measured."""

    made: dict[str, str] = Field(default_factory=dict)
    sections: dict[str, Section] = Field(default_factory=dict)


class Baseline(Frozen):
    """The file."""

    allowed: dict[str, float] = Field(default_factory=dict)
    """By metric, or `section/metric`: how much worse it may be; shares as fractions."""
    sets: dict[str, Set] = Field(default_factory=dict)


def load(path: Path) -> Baseline:
    """The baseline of a file; an empty one where there is none. Raises UsageError where it is damaged."""
    if not path.is_file():
        return Baseline(allowed=ALLOWED)
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except ValidationError:
        raise UsageError(f"{path} 不是基线文件：删去它，再用 --baseline 重写") from None


def updated(baseline: Baseline, suite: Suite) -> Baseline:
    """The baseline with what this run measured in place of what it had; sections that were not run stay."""
    before = baseline.sets.get(suite.name, Set())
    made = Set(made=suite.made, sections=before.sections | _rounded(sections(suite)))
    return baseline.model_copy(update={"sets": baseline.sets | {suite.name: made}})


def save(path: Path, baseline: Baseline) -> None:
    """Write the file, readable and in a fixed order, so that its changes can be reviewed."""
    text = json.dumps(baseline.model_dump(), ensure_ascii=False, indent=1, sort_keys=True)
    write_atomic(path, (text + "\n").encode())


def sections(suite: Suite) -> dict[str, Section]:
    """Everything that is compared."""
    found: dict[str, Section] = {}
    for run in suite.runs:
        found[f"reading/{run.name}"] = {r.document: _compared(READING, r.score.metrics()) for r in run.results}
    for answers in suite.answers:
        found[f"answers/{answers.model or 'rules'}"] = {
            document: _compared(ANSWERING, own.metrics()) for document, own in by_document(answers).items()
        }
    for mutated in suite.mutated:
        found[f"mutations/{mutated.way}"] = _mutations(mutated)
    return found


def by_document(answers: Answers) -> dict[str, Answers]:
    """The questions of each document; of several together, and of the whole library (`*`)."""
    found: dict[str, list[Any]] = {}
    for asked in answers.asked:
        doc = asked.question.get("doc")
        name = "*" if doc is None else doc if isinstance(doc, str) else "+".join(doc)
        found.setdefault(name, []).append(asked)
    return {name: Answers(model=answers.model, asked=tuple(own)) for name, own in found.items()}


def _mutations(mutated: Mutated) -> Section:
    section: Section = {}
    for t in mutated.totals():
        section[t.mutation] = {
            "detected": share(t.detected, t.detectable),
            "localised": share(t.localised, t.detectable),
            "falsely_accepted": t.falsely_accepted,
        }
    return section


def _compared(metrics: tuple[Metric, ...], values: Mapping[str, float | None]) -> dict[str, float | None]:
    return {m.name: values[m.name] for m in metrics if m.better}


def _rounded(found: dict[str, Section]) -> dict[str, Section]:
    def plain(value: float | None) -> float | None:
        return value if value is None or isinstance(value, int) else round(value, 9)

    return {s: {d: {n: plain(v) for n, v in own.items()} for d, own in section.items()} for s, section in found.items()}


def regressions(suite: Suite, baseline: Baseline) -> list[Regression]:
    """What is worse than it may be; what must be 0 and is not, also without a baseline."""
    now = sections(suite)
    was = baseline.sets.get(suite.name, Set()).sections
    found = list(_not_zero(suite, now))
    told = {(r.section, r.document, r.metric) for r in found}
    for name in now.keys() & was.keys():
        for document, before in was[name].items():
            for r in _worse(suite, baseline, name, document, before, now[name].get(document)):
                if (r.section, r.document, r.metric) not in told:
                    found.append(r)
    return sorted(found, key=lambda r: (r.section, r.document))


def _not_zero(suite: Suite, now: Mapping[str, Section]) -> Iterator[Regression]:
    for name, section in now.items():
        for document, metrics in section.items():
            for metric in _ZERO & metrics.keys():
                if value := metrics[metric]:
                    yield _regression(suite, name, document, metric, 0, value)


def _worse(
    suite: Suite,
    baseline: Baseline,
    section: str,
    document: str,
    before: Mapping[str, float | None],
    after: Mapping[str, float | None] | None,
) -> Iterator[Regression]:
    metrics = _metrics(section)
    if after is None:
        yield Regression(
            section=section,
            document=document,
            metric="measured",
            title="测过",
            was="有",
            now="没有",
            reason="这次没有它的结果",
        )
        return
    for name, old in before.items():
        metric = metrics.get(name)
        if metric is None or old is None:
            continue
        new = after.get(name)
        slack = baseline.allowed.get(f"{section}/{name}", baseline.allowed.get(name, 0.0)) + _NOISE
        if new is None or (new < old - slack if metric.better == "higher" else new > old + slack):
            yield _regression(suite, section, document, name, old, new)


def _metrics(section: str) -> Mapping[str, Metric]:
    kind = section.split("/")[0]
    return by_name({"reading": READING, "answers": ANSWERING, "mutations": MUTATING}[kind])


def _regression(
    suite: Suite, section: str, document: str, name: str, was: float | None, now: float | None
) -> Regression:
    metric = _metrics(section)[name]
    return Regression(
        section=section,
        document=document,
        metric=name,
        title=metric.title,
        was=shown(metric, was),
        now=shown(metric, now),
        reason=_why(suite, section, document, name),
    )


_MISSES = {
    "recall": ("missing", "failed"),
    "coverage": ("missing", "failed"),
    "before": ("missing", "failed"),
    "precision": ("false_accept", "extra", "failed"),
    "false_accepts": ("false_accept",),
    "verified_precision": ("false_accept",),
    "box_grounding": ("box", "false_accept"),
    "null_precision": ("null",),
    "facts": ("fact", "failed"),
    "violations": ("violation",),
    "alarms": ("alarm",),
    "failed": ("failed",),
}


_WRONG = {"refusal_recall": ("answered",), "over_refusal": ("refused",), "exact": ("amount", "refused")}


def _why(suite: Suite, section: str, document: str, metric: str) -> str:
    """The first miss that speaks for it, in words."""
    kind, name = section.split("/", 1)
    if kind == "reading":
        wanted = _MISSES.get(metric, ())
        for run in suite.runs:
            for result in run.results:
                if run.name == name and result.document == document:
                    misses = [m for m in result.score.misses if m.how in wanted]
                    if misses:
                        m = misses[0]
                        place = f"第 {m.page} 页 " if m.page else ""
                        rest = f"（共 {len(misses)} 处）" if len(misses) > 1 else ""
                        return f"如 {place}{m.kind} {m.row} {m.column} {m.value}：{m.reason}{rest}"
    if kind == "answers":
        for answers in suite.answers:
            own = by_document(answers).get(document)
            if (answers.model or "rules") == name and own is not None:
                kinds = _WRONG.get(metric, tuple(WRONG))
                wrong = [a for a in own.asked if a.how in kinds]
                if wrong:
                    return f"如“{wrong[0].question['q']}”：{wrong[0].why}"
    if kind == "mutations":
        for mutated in suite.mutated:
            wrong_ones = [o for o in mutated.misses if o.mutation == document]
            if mutated.way == name and wrong_ones:
                return f"如 {wrong_ones[0].document} {wrong_ones[0].where}：{wrong_ones[0].reason}"
    return ""
