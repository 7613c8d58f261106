"""What a reading and an answer are worth against gold data: every metric is defined here, once, with its source.

**Cells** (after ExtractBench, arXiv 2602.12247: exact match of each field after the rows are paired, omission told apart
from invention, a document that fails counts as all wrong). A figure is *right* where kind of table, row (code, or label
where no code is printed; white space, enumerators and quotation marks aside), the whole header path, value and page agree.
Values are compared exactly, as decimals, without tolerance; each gold figure is paired once. In a performance form a trailing
资金 of a header is not compared (上年结转, 上年结转资金).

- recall: gold figures that are right with a verdict that lets them be stated; precision: stated figures that are right.
- before: gold figures that the reader itself gave right, ahead of the gate.
- coverage: gold figures that are right and verified; verified precision: verified figures that are right.
- false accepts: verified figures that are wrong, or whose box prints something else. The one number that must be zero.
- page grounding: of the figures that are right but perhaps for their page, those on the right page.
- box grounding: of all stated figures (notes too), those whose box on the page prints exactly that value (`eval.grounding`).
- null precision: of the gold cells that print no number (blank or dash), those for which no number is stated.

**Notes**: gold figures that are told, by value, unit and page. Their precision is not known: gold lists need not be complete.

**Findings**: gold violations (rounding aside) that an error or warning reports: one that shares a distinctive number with it
(three digits or more), or, for wording without numbers, its page. False alarms are findings of severity error that report
no gold violation; they are counted only where the gold data say what violations there are.

**Answers** are defined in `eval.asking`; seconds, calls, tokens and cost are those of the run that measured them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from eval.figures import UNSCORED, figure_of, gold_facts, gold_figures, nulls, place_of, told_facts, violations
from eval.findings import fact_misses, judged_findings
from eval.grounding import PageText
from eval.reasons import Figure, Said, why_extra, why_missing
from eval.scores import Miss, Score, Tally
from extract.model import Cell, Disclosure, Fact, Kind, Row, Table, Verdict

_TRUSTED = {Verdict.VERIFIED, Verdict.CORRECTED}
_STATED = _TRUSTED | {Verdict.GROUNDED, Verdict.CONFLICT}
Raw = Mapping[str, Mapping[tuple[int, int], Decimal]]
"""What a model gave ahead of the gate: by table id, (row, column) → value."""


def score(disclosure: Disclosure, gold: Mapping[str, Any], raw: Raw | None = None, pdf: Path | None = None) -> Score:
    """One document against its gold data.

    `raw` is a model's reading before the gate (by default the layout's own). With `pdf` the boxes are looked at as well,
    and every miss gets its place.
    """
    if pdf is None:
        return _score(disclosure, gold, raw, None)
    with PageText(pdf) as pages:
        return _score(disclosure, gold, raw, pages)


def failed(gold: Mapping[str, Any], why: str) -> Score:
    """A document that could not be read: every gold figure is missing."""
    wanted = gold_figures(gold)
    kinds = {k: Tally(gold=n) for k, n in Counter(f.kind for f in wanted.elements()).items()}
    miss = Miss(document=gold["meta"]["file"], how="failed", reason=why)
    return Score(kinds=kinds, facts=gold_facts(gold).total(), documents=1, failed=1, misses=(miss,))


def _score(disclosure: Disclosure, gold: Mapping[str, Any], raw: Raw | None, pages: PageText | None) -> Score:
    wanted = gold_figures(gold)
    every = list(_read(disclosure.tables))
    stated = [s for s in every if s.verdict in _STATED]
    said = Counter(s.figure for s in stated)
    trusted = Counter(s.figure for s in stated if s.verdict in _TRUSTED)
    before = Counter(s.figure for s in every) if raw is None else _raw_figures(disclosure.tables, raw)
    blanks = nulls(gold)
    filled = {place: min(n, blanks[place]) for place, n in Counter(map(place_of, (said - wanted).elements())).items()}
    boxes = _boxes(disclosure, stated, pages)
    unboxed = [s for s, good in boxes if not good]
    good = Counter(wanted & trusted)
    telling = "violations" in gold
    name = disclosure.meta.file
    missed, alarms = judged_findings(disclosure.findings, gold) if telling else ([], [])
    left = (said - wanted).copy()
    return Score(
        kinds=_tallies(wanted, said, trusted),
        before_said=before.total(),
        before_right=(wanted & before).total(),
        placed=(_unpaged(wanted) & _unpaged(said)).total(),
        boxes=len(boxes),
        boxes_right=len(boxes) - len(unboxed),
        boxes_false=_false_boxes(unboxed, good),
        nulls=blanks.total(),
        nulls_filled=sum(filled.values()),
        facts=gold_facts(gold).total(),
        facts_right=(gold_facts(gold) & told_facts(disclosure.facts)).total(),
        violations=len(violations(gold)),
        violations_found=len(violations(gold)) - len(missed),
        alarms=len(alarms),
        judged=int(telling),
        documents=1,
        misses=(
            *_misses(name, wanted, every, pages),
            *(_null_miss(name, s, filled) for s in _taken(stated, left) if filled.get(place_of(s.figure), 0) > 0),
            *(_box_miss(name, s, pages) for s in unboxed),
            *fact_misses(name, gold, disclosure.facts, pages),
            *missed,
            *alarms,
        ),
    )


def _read(tables: Iterable[Table]) -> Iterator[Said]:
    for table in tables:
        if table.kind.value in UNSCORED:
            continue
        for cell in table.figures:
            if cell.verdict is not None and cell.value is not None:
                yield Said(_cell_figure(table, cell, cell.value), cell.box, cell.verdict.value)


def _cell_figure(table: Table, cell: Cell, value: Decimal) -> Figure:
    row, column = table.rows[cell.row], table.columns[cell.column].name
    return figure_of(table.kind.value, row.code, _label(table, row), column, value, cell.page)


def _label(table: Table, row: Row) -> str:
    return table.project if table.kind is Kind.PERFORMANCE and table.project else row.label


def _raw_figures(tables: Iterable[Table], raw: Raw) -> Counter[Figure]:
    """What the model gave, in the places that it gave it."""
    found: Counter[Figure] = Counter()
    for table in tables:
        said = raw.get(table.id, {})
        cells = {(c.row, c.column): c for c in table.cells}
        for at, value in said.items():
            row, cell = table.rows[at[0]], cells.get(at)
            page = cell.page if cell is not None else row.page
            name = table.columns[at[1]].name
            found[figure_of(table.kind.value, row.code, _label(table, row), name, value, page)] += 1
    return found


def _unpaged(figures: Counter[Figure]) -> Counter[Figure]:
    found: Counter[Figure] = Counter()
    for figure, n in figures.items():
        found[figure._replace(page=0)] += n
    return found


def _tallies(wanted: Counter[Figure], said: Counter[Figure], trusted: Counter[Figure]) -> dict[str, Tally]:
    parts = {
        "gold": wanted,
        "said": said,
        "right": wanted & said,
        "trusted": trusted,
        "trusted_right": wanted & trusted,
    }
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, figures in parts.items():
        for kind, n in Counter(f.kind for f in figures.elements()).items():
            counts[kind][name] = n
    return {kind: Tally(**counts[kind]) for kind in sorted(counts)}


# --- boxes ------------------------------------------------------------------------------------------------------------


def _boxes(disclosure: Disclosure, stated: Sequence[Said], pages: PageText | None) -> list[tuple[Said, bool]]:
    """Every stated figure, of tables and notes, and whether its box prints it; nothing without the pages."""
    if pages is None:
        return []
    found = [(s, s.box is not None and pages.prints(s.figure.page, s.box, s.figure.value)) for s in stated]
    for fact in disclosure.facts:
        if fact.verdict in _STATED:
            said = Said(_fact_figure(fact), fact.digits, fact.verdict.value if fact.verdict else "")
            found.append((said, pages.prints(fact.page, fact.digits, fact.value, among=True)))
    return found


def _fact_figure(fact: Fact) -> Figure:
    return Figure(Kind.NARRATIVE.value, "", fact.name, "", fact.value, fact.page)


def _false_boxes(unboxed: Iterable[Said], right: Counter[Figure]) -> int:
    """Verified figures whose box prints something else, as far as they are not counted as wrong already."""
    count, left = 0, right.copy()
    for said in unboxed:
        if said.verdict not in _TRUSTED:
            continue
        if said.figure.kind == Kind.NARRATIVE.value:
            count += 1
        elif left[said.figure] > 0:
            left[said.figure] -= 1
            count += 1
    return count


def _box_miss(name: str, said: Said, pages: PageText | None) -> Miss:
    inside = pages.inside(said.figure.page, said.box)[:40] if pages is not None and said.box is not None else ""
    how = "false_accept" if said.verdict in _TRUSTED else "box"
    return _miss(name, how, said.figure, said.box, f"框内印的是“{inside}”")


# --- misses -----------------------------------------------------------------------------------------------------------


def _misses(name: str, wanted: Counter[Figure], every: Sequence[Said], pages: PageText | None) -> Iterator[Miss]:
    stated = [s for s in every if s.verdict in _STATED]
    said = Counter(s.figure for s in stated)
    trusted = [s for s in stated if s.verdict in _TRUSTED]
    wrong = _taken(stated, said - wanted)
    unread = list((wanted - said).elements())
    for one in _taken(trusted, Counter(s.figure for s in trusted) - wanted):
        yield _miss(name, "false_accept", one.figure, one.box, why_extra(one.figure, unread))
    held = [s for s in every if s.verdict not in _STATED]
    for figure in unread:
        reason, box = why_missing(figure, wrong, held)
        if box is None and pages is not None:
            beside = figure.code or figure.label[:8]
            box = pages.find(figure.page, figure.value, beside) or pages.find_text(figure.page, beside)
        yield _miss(name, "missing", figure, box, reason)
    for one in wrong:
        if one.verdict in _TRUSTED:
            continue
        yield _miss(name, "extra", one.figure, one.box, why_extra(one.figure, unread))


def _taken(said: Iterable[Said], figures: Counter[Figure]) -> list[Said]:
    """As many of the figures said as are counted."""
    left, found = figures.copy(), []
    for one in said:
        if left[one.figure] > 0:
            left[one.figure] -= 1
            found.append(one)
    return found


def _null_miss(name: str, said: Said, filled: dict[tuple[object, ...], int]) -> Miss:
    filled[place_of(said.figure)] -= 1
    return _miss(name, "null", said.figure, said.box, f"原文此格为空白或短横，读作 {said.figure.value}")


def _miss(name: str, how: str, figure: Figure, box: tuple[float, float, float, float] | None, reason: str) -> Miss:
    return Miss(
        document=name,
        how=how,
        kind=figure.kind,
        row=figure.row,
        column=figure.column,
        value=f"{figure.value:f}",
        page=figure.page,
        box=box,
        reason=reason,
    )
