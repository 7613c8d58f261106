"""What each of many documents says to one question: asked one by one where they are few, else all at once as figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from extract.model import Kind, State, Verdict
from extract.text import folded, key
from qa.answer import Citation, Outcome, Stated, StatedFigure, money, numbers_in, plain, weakest
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.documents.names import is_function, is_spending
from qa.documents.pick import Item, like
from qa.documents.values import Value
from qa.guards.other_account import only_spent
from qa.outcomes.compose import citations_of, notes_of, proved
from qa.outcomes.texts import UNPROVEN
from qa.outcomes.yes_or_no import empty_table
from qa.plain.planned import planned_for
from qa.plain.reading import read_plan
from qa.respond import respond
from qa.surveys.like_tables import of_like_tables
from qa.surveys.survey import Act, Bound, Survey
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.words.operations import Operation
from qa.words.plan import Asked

FEW = 40
"""Documents that are asked one by one."""
_REFERENCES = 3  # of more, documents whose words tell what an item is called


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says. `amount` is what it is compared by: 元 where it is money; None where its cell prints no number
    (`blank`). A change is negative where it is a decrease."""

    document: Document
    amount: Decimal | None
    figure: StatedFigure | None
    name: str
    page: int
    cited: tuple[Citation, ...]
    verdict: str = ""
    notes: tuple[str, ...] = ()
    sort: str = ""
    """Of which classification its row is: the first digit of its code (2 functional, 3 economic)."""
    parts: tuple[tuple[str, StatedFigure], ...] = ()
    """What a difference is one of: the two amounts, each with its name."""
    table: Kind | None = None
    """The table that prints it; None where it is worked out."""

    @property
    def blank(self) -> bool:
        """Whether there is a cell for it that prints no number."""
        return self.amount is None

    @property
    def money(self) -> str:
        """The amount in words, a change without its sign."""
        if self.figure is None:
            return "没有填数"
        return money(
            abs(Decimal(self.figure.value))
            if self.amount is not None and self.amount < 0 and (self.figure.how or _MOVE.search(self.name))
            else Decimal(self.figure.value),
            self.figure.unit,
        )


_MOVE = re.compile(r"增|减|降|升|变化|差额")
"""Names of amounts whose words say which way they go."""


@dataclass(slots=True)
class Heard:
    """What all documents say. `said`: one of each institute, year, level and kind; ids of the rest: `absent` say nothing
    of it, `lacking` those of them that are known to print no row of that name, the figure of those in `review` is not to be stated, those in `repeated` are another's second copy."""

    said: list[Said] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    review: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    unlike: bool = False
    """Whether some say it by a table of all money and others by one of a part of it (`qa.surveys.like_tables`)."""


def hear(survey: Survey, documents: Sequence[Document], across: Across, view: Callable[[str], View]) -> list[Heard]:
    """What the documents say to each question of a survey. Of more than FEW documents only amounts can be asked: an
    empty list is returned where it is something else."""
    if len(documents) <= FEW:
        way = survey.bound.way if survey.bound is not None else ""
        nothing = way == "none" or (survey.claim == "none" and way == "some")
        heard = [_one_by_one(words, documents, view, nothing=nothing) for words in survey.asked]
        if len(heard) == 1 and survey.act is not Act.EACH and not survey.moved:
            again = partial(_again, view=view)
            heard = [of_like_tables(heard[0], survey.asked[0], again)]
        asked = survey.claim in {"1", "all"} and survey.bound == Bound("some")
        if len(heard) == 1 and (asked or way == "none"):
            heard[0].lacking = _lacking(survey.asked[0], heard[0], view, any_kind=survey.exists and way == "some")
        return heard
    plans = [read_plan(words) for words in survey.asked]
    if survey.moved or any(p.plan.operation.value not in {"lookup", "yes_no"} for p in plans):
        return []
    return [_at_once(words, documents, across, view) for words in survey.asked]


def _again(words: str, documents: Sequence[Document], view: Callable[[str], View]) -> Heard:
    return _one_by_one(words, documents, view, nothing=False)


def _one_by_one(words: str, documents: Sequence[Document], view: Callable[[str], View], *, nothing: bool) -> Heard:
    """What each says; where it is asked which have `nothing`, an empty table says so too."""
    heard = Heard()
    seen: dict[tuple[object, ...], str] = {}
    for document in sorted(documents, key=lambda d: d.id):
        own = view(document.id)
        asked = planned_for(words, own)
        outcome, _ = respond(asked, own)
        of_budgets = document.kind == "final" and only_spent(words, outcome)
        said = None if of_budgets else _said(document, asked, outcome, own)
        if nothing and said is None and (empty := empty_table(asked.plan, own)) is not None:
            quote = empty.quotes[0]
            title = re.search(r"《(.+?)》", empty.text)
            name = title[1] if title is not None else quote.text
            said = Said(document, None, None, name, quote.page, tuple(citations_of(empty, own)))
        same = (folded(document.institute) or document.id, document.year, document.level, document.kind)
        if said is None:
            heard.absent.append(document.id)
        elif said.verdict == Verdict.REVIEW:
            heard.review.append(document.id)
        elif same in seen:
            heard.repeated.append(document.id)
        else:
            seen[same] = document.id
            heard.said.append(said)
    return _of_one_sort(heard, words)


def _lacking(words: str, heard: Heard, view: Callable[[str], View], *, any_kind: bool) -> list[str]:
    """Of documents that say nothing of a name of the classifications, those that print no row of that name: where it is
    asked whether there is one, they have none. Elsewhere only what is spent for a purpose, if not `any_kind`."""
    names = {key(words), f"{key(words)}支出", key(words).removesuffix("支出")}
    if not any(map(is_spending if any_kind else is_function, names)):
        return []
    return [i for i in heard.absent if not any(names & set(f.names) for f in view(i).figures)]


def _of_one_sort(heard: Heard, words: str) -> Heard:
    """Of amounts by both classifications (职业年金缴费, 机关事业单位职业年金缴费支出) those that are called as the question
    has it: the others are another thing."""
    sorts = {s.sort for s in heard.said if s.sort}
    named = {s.sort for s in heard.said if s.sort and folded(s.name) in words and f"{folded(s.name)}支出" not in words}
    if len(named) > 1:  # both are called so: the one that most have
        counts = {sort: sum(s.sort == sort for s in heard.said) for sort in named}
        named = {max(sorted(named), key=lambda sort: counts[sort])}
    if len(sorts) < 2 or len(named) != 1:
        return heard
    heard.absent += [s.document.id for s in heard.said if s.sort not in {"", *named}]
    heard.said = [s for s in heard.said if s.sort in {"", *named}]
    return heard


def _enumerates(asked: Asked, view: View) -> bool:
    """Whether a look-up names several things."""
    return asked.plan.operation is Operation.LOOKUP and len(targets_of(asked.plan.first, view, Wanted())) > 1


def _said(document: Document, asked: Asked, outcome: Outcome, view: View) -> Said | None:
    """A document's answer as one amount; None where it has none, or where the answer would not be given."""
    if not outcome.found or not outcome.stated:
        empty = [f for f in outcome.cited if f.state is not State.NUMBER]
        if not empty or outcome.certain:
            return None
        return Said(
            document,
            None,
            None,
            empty[0].called,
            empty[0].page,
            tuple(citations_of(Outcome(outcome.status, "", cited=empty[:1]), view)),
        )
    if outcome.text.startswith(UNPROVEN):
        return None  # what is said of the amount is no part of it
    main = outcome.stated[0]
    if not main.how and len({s.sources[:1] for s in outcome.stated if not s.how}) > 1 and _enumerates(asked, view):
        return None  # several things, of which none is the one that is asked for
    alone = Outcome(outcome.status, "", [main], cited=[])
    cited = tuple(citations_of(alone, view))
    if not cited or not proved(f"{main.value}", alone, cited):
        return None
    amount = main.yuan if main.yuan is not None else main.value
    if main.sources and main.sources[0].relation == "decrease":
        amount = -amount
    label = main.label
    if label == "差额" and asked.plan.operation is Operation.CHANGE and amount:
        label = "增加" if amount > 0 else "减少"
    verdict = weakest(main.sources)
    notes = [n for n in notes_of(alone, view) if "已更正" in n or "核定" in n]
    return Said(
        document, amount, main.out(), label, main.sources[0].page if main.sources else cited[0].page, cited,
        verdict.value if verdict is not None else "", tuple(notes), main.sources[0].code[:1] if main.sources else "",
        _parts(main) if label == "差额" or asked.plan.operation is Operation.CHANGE else (),
        main.sources[0].table if main.sources and not main.how else None,
    )  # fmt: skip


def _parts(main: Stated) -> tuple[tuple[str, StatedFigure], ...]:
    """The two amounts that a difference is worked out from; none where it is of other amounts."""
    own = [f for f in main.sources if f.value is not None]
    if not main.how or len(own) != 2 or len(main.sources) != 2 or own[0].value == own[1].value:
        return ()
    return tuple((f.called, Stated.of(f).out()) for f in own)


def _at_once(words: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]) -> Heard:
    """The figures of all documents, as the first that know the words call them."""
    plan = read_plan(words).plan
    items: list[Item] = []
    for document in documents[:_REFERENCES]:
        target = targets_of(plan.first, view(document.id), Wanted(unit=plan.unit))[0]
        if target.figure is not None and not target.open:
            items += like(target.figure)
    heard = Heard()
    if not items:
        heard.absent += [d.id for d in documents]
        return heard
    of = {d.id: d for d in documents}
    for part in across.ranking(tuple(dict.fromkeys(items)), "desc", None, documents=list(of)):
        heard.said += [_of_value(of[v.document], v, view) for v in part.entries]
        heard.said += [Said(of[i], None, None, "", 0, ()) for i in part.tally.blank]
        heard.absent += part.tally.absent
        heard.review += part.tally.review
        heard.repeated += part.tally.repeated
    return heard


def _of_value(document: Document, value: Value, view: Callable[[str], View]) -> Said:
    yuan = None if value.amount_yuan is None else plain(value.amount_yuan)
    text = value.sentence or " ".join(filter(None, (value.row, value.column, f"{value.value:f}")))
    notes: tuple[str, ...] = ()
    if value.verdict == Verdict.CORRECTED:
        notes = (_corrected(value, view),)
        if value.sentence and value.value not in numbers_in(folded(text)):
            text += f"（已更正：由人核定为 {value.value:f}{value.unit}）"
    cited = Citation(
        document=value.document, file=value.file, institute=value.institute, year=value.year,
        page=value.page, box=value.box, table=value.table, text=text,
    )  # fmt: skip
    figure = StatedFigure(value=f"{value.value:f}", unit=value.unit, amount_yuan=yuan)
    name = value.row or value.column.split("/")[-1]
    return Said(document, value.comparable, figure, name, value.page, (cited,), value.verdict, notes)


def _corrected(value: Value, view: Callable[[str], View]) -> str:
    """That a person decided a figure, with what had been read."""
    figures = [f for f in view(value.document).figures if f.was and f.page == value.page and f.value == value.value]
    was = next((f.was for f in figures if all(abs(a - b) < 0.1 for a, b in zip(f.box, value.box, strict=True))), "")
    return f"已更正：{value.institute}（第 {value.page} 页）{f'原读 {was}' if was else '读数无误'}"
