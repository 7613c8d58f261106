"""The counts that metrics are made of, the metrics by name, and what went wrong; `eval.metrics` says how they come about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from extract.model import Box, Frozen


class Miss(Frozen):
    """Something that went wrong: what it is, why, and where it stands.

    `how` is one of `HOW`; `row` is the code or the label; page 0 and no box where there is none.
    """

    document: str
    how: str
    kind: str = ""
    row: str = ""
    column: str = ""
    value: str = ""
    page: int = 0
    box: Box | None = None
    reason: str = ""


HOW = {
    "false_accept": "误核实（错的数标成已核实）",
    "missing": "漏读",
    "extra": "多读或读错",
    "box": "框内印的不是这个数",
    "null": "空格读出了数",
    "fact": "文字中的数未读出",
    "violation": "原文错误未报",
    "alarm": "误报",
    "failed": "读不了",
}
"""The ways to go wrong, worst first, as the report names them."""


class Tally(Frozen):
    """Counts of one kind of table: gold figures, stated ones, right ones, and the same of those marked verified."""

    gold: int = 0
    said: int = 0
    right: int = 0
    trusted: int = 0
    trusted_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{n: getattr(self, n) + getattr(other, n) for n in Tally.model_fields})


class Score(Frozen):
    """Counts over one document, or several added up. `before_*` is what the reader said ahead of the gate."""

    kinds: dict[str, Tally] = Field(default_factory=dict)
    before_said: int = 0
    before_right: int = 0
    placed: int = 0
    """Stated figures that are right, perhaps on another page."""
    boxes: int = 0
    boxes_right: int = 0
    boxes_false: int = 0
    """Verified figures, otherwise right or of the notes, whose box prints something else."""
    nulls: int = 0
    nulls_filled: int = 0
    facts: int = 0
    facts_right: int = 0
    violations: int = 0
    violations_found: int = 0
    alarms: int = 0
    judged: int = 0
    """Documents whose gold data say what violations there are."""
    documents: int = 0
    failed: int = 0
    misses: tuple[Miss, ...] = ()

    def __add__(self, other: Score) -> Score:
        kinds = {k: self.kinds.get(k, Tally()) + other.kinds.get(k, Tally()) for k in {**self.kinds, **other.kinds}}
        counts = {n: getattr(self, n) + getattr(other, n) for n in Score.model_fields if n != "kinds"}
        return Score(kinds=kinds, **counts)

    def _sum(self, name: str) -> int:
        return sum(getattr(tally, name) for tally in self.kinds.values())

    @property
    def gold(self) -> int:
        """Gold figures."""
        return self._sum("gold")

    @property
    def said(self) -> int:
        """Figures with a verdict that lets them be stated."""
        return self._sum("said")

    @property
    def right(self) -> int:
        """Stated figures that are right."""
        return self._sum("right")

    @property
    def trusted(self) -> int:
        """Figures marked verified."""
        return self._sum("trusted")

    @property
    def trusted_right(self) -> int:
        """Verified figures that are right."""
        return self._sum("trusted_right")

    @property
    def false_accepts(self) -> int:
        """Figures marked verified that are wrong, or do not stand where they are said to."""
        return self.trusted - self.trusted_right + self.boxes_false

    @property
    def coverage(self) -> float:
        """Gold figures that come out verified and right."""
        return self.trusted_right / self.gold if self.gold else 0.0

    @property
    def recall(self) -> float:
        """Gold figures that come out right with a verdict that lets them be stated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Of the figures that may be stated, those that are right; 0 where every document failed."""
        if self.documents and self.failed == self.documents:
            return 0.0
        return self.right / self.said if self.said else 1.0

    @property
    def before(self) -> float:
        """Of the gold figures, those that the reader itself gave right, before the gate."""
        return self.before_right / self.gold if self.gold else 0.0

    def metrics(self) -> dict[str, float | None]:
        """Every metric of `READING` by name; None where there is nothing to measure."""
        return {metric.name: metric.of(self) for metric in READING}


def total(scores: Iterable[Score]) -> Score:
    """Several documents' scores added up."""
    result = Score()
    for score in scores:
        result = result + score
    return result


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of merit: `better` is `higher`, `lower` or empty (not compared); `share` is shown in per cent."""

    name: str
    title: str
    of: Callable[[Any], float | None]
    better: str
    share: bool
    means: str


def share(part: float, whole: float) -> float | None:
    """A share, None of nothing."""
    return part / whole if whole else None


READING: tuple[Metric, ...] = (
    Metric("recall", "召回", lambda s: share(s.right, s.gold), "higher", True,
           "应读的数中，读对且可以说出的（种类、行、列、数值、页全同，不留误差；读不了的文件记 0）"),
    Metric("precision", "精确", lambda s: s.precision if s.gold else None, "higher", True, "说出的数中，读对的"),
    Metric("false_accepts", "误核实", lambda s: s.false_accepts, "lower", False,
           "标为已核实、却读错或框内印的不是它的数：必须为 0"),
    Metric("coverage", "已核实", lambda s: share(s.trusted_right, s.gold), "higher", True, "应读的数中，读对并已核实的"),
    Metric("verified_precision", "已核实精确", lambda s: share(s.trusted_right, s.trusted), "higher", True,
           "已核实的数中，读对的"),
    Metric("before", "闸门前", lambda s: share(s.before_right, s.gold), "higher", True, "读法自己读对的，未经闸门"),
    Metric("page_grounding", "页对", lambda s: share(s.right, s.placed), "higher", True,
           "页之外都对的数中，页也对的"),
    Metric("box_grounding", "框对", lambda s: share(s.boxes_right, s.boxes), "higher", True,
           "说出的数（含文字中的）中，框内所印恰是它的"),
    Metric("null_precision", "空格", lambda s: share(s.nulls - s.nulls_filled, s.nulls), "higher", True,
           "原文空白或短横的格中，没有说出数的"),
    Metric("facts", "文字", lambda s: share(s.facts_right, s.facts), "higher", True, "文字中应读的数，读出的"),
    Metric("violations", "原文错误", lambda s: share(s.violations_found, s.violations), "higher", True,
           "原文自己的错误中，报出的（尾差不算）"),
    Metric("alarms", "误报", lambda s: s.alarms if s.judged else None, "lower", False, "报为错误、而原文并无此错的"),
    Metric("failed", "读不了", lambda s: s.failed, "lower", False, "读不了的文件"),
)  # fmt: skip
"""The metrics of reading, in the order in which reports show them."""


def shown(metric: Metric, value: float | None) -> str:
    """A metric's value as a report prints it; shares that round to 100 % only where they are."""
    if value is None:
        return "–"
    if not metric.share:
        return f"{value:g}"
    text = f"{value:.1%}"
    return f"{value:.3%}" if text == "100.0%" and value < 1 else text


def by_name(metrics: Iterable[Metric]) -> Mapping[str, Metric]:
    """Metrics by name."""
    return {metric.name: metric for metric in metrics}
