"""Goals and indicators read by the model: tied to the fields of the form, told what is wrong, joined with the rules' reading.

The model only points: what is kept is always the text of the field. An indicator counts where name, levels, target and
weight each are a whole field of its own line, in the columns of the other lines, under headers that say so. What rules
bind stays theirs; where the model differs, that is noted beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extract.cells import read_field
from extract.grid import Cell as Field
from extract.llm.forms import Form, Line, Told, ToldIndicator, headed
from extract.llm.rows import Seen
from extract.model import NAMED_BY_MODEL, READERS_DIFFER, UNSECONDED, Indicator, Project
from extract.performance import sentences
from extract.text import bare, folded, key, parse_amount

Placed = dict[int, ToldIndicator]
"""What is said of each line, by its number."""


@dataclass(slots=True)
class Judged:
    """What is said of some lines of a form comes to; `found` are indicators that only the model names, by line."""

    name: Seen = Seen.MISSING
    goals: Seen = Seen.MISSING
    indicators: dict[int, Seen] = field(default_factory=dict)
    found_goals: list[str] = field(default_factory=list)
    found: dict[int, Indicator] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


def judge_form(form: Form, lines: Sequence[Line], told: Told) -> Judged:
    """Tie what the model says to the lines that it was asked about."""
    judged = Judged()
    placed = _placed(form, lines, told, judged.complaints)
    _judge_name(form, lines, told, judged)
    _judge_goals(form, lines, told, judged)
    if form.project.indicators:
        _judge_bound(form, lines, placed, judged)
    else:
        _judge_open(form, lines, placed, judged)
    return judged


def _placed(form: Form, lines: Sequence[Line], told: Told, complaints: list[str]) -> Placed:
    """Each indicator at the line of its number, or, where all its texts are those of one other line alone, at that."""
    there = {line.number: line for line in lines}
    placed: Placed = {}
    strays = []
    for said in told.indicators:
        if said.n in there and said.n not in placed and _matches(form, there[said.n], said):
            placed[said.n] = said
        else:
            strays.append(said)
    for said in strays:
        fitting = [line.number for line in lines if _matches(form, line, said)]
        n = fitting[0] if len(fitting) == 1 else said.n
        if n not in there:
            complaints.append(f"{_own(said)}: there is no line {n}")
        elif n in placed:
            complaints.append(f"{_own(said)}: line {n} is given twice")
        else:
            placed[n] = said
    return placed


def _matches(form: Form, line: Line, said: ToldIndicator) -> bool:
    """Whether all texts of an indicator are those of a line."""
    if form.project.indicators:
        own = form.bound.get(line.number)
        return own is not None and folded(said.third) == folded(own.third) and not _differences(line, own, said)
    return any(True for _ in _ways(form, line, said))


def joined(form: Form, judged: Judged, *, everything: bool) -> Project:
    """The project with what the second reading says of it, and with what only the model could name."""
    project = form.project
    rows = {id(own): judged.indicators.get(n, Seen.MISSING) for n, own in form.bound.items()}
    indicators = [_second(own, rows.get(id(own), Seen.MISSING), everything=everything) for own in project.indicators]
    indicators += [own for _, own in sorted(judged.found.items())]
    goals, doubts = project.goals, _doubts(judged.goals, everything=everything)
    if not goals and judged.found_goals:
        goals, doubts = tuple(judged.found_goals), (NAMED_BY_MODEL,)
    return project.model_copy(
        update={
            "indicators": tuple(indicators),
            "goals": goals,
            "goal_doubts": doubts if goals else (),
            "name_doubts": _doubts(judged.name, everything=everything),
        }
    )


def _doubts(seen: Seen, *, everything: bool) -> tuple[str, ...]:
    if seen is Seen.ELSEWHERE:
        return (READERS_DIFFER,)
    return (UNSECONDED,) if everything and seen is not Seen.SAME else ()


def _second(own: Indicator, seen: Seen, *, everything: bool) -> Indicator:
    if seen is Seen.SAME:
        return own.model_copy(update={"seconded": True, "reader": "llm" if everything else own.reader})
    return own.model_copy(update={"doubts": (*own.doubts, *_doubts(seen, everything=everything))})


def _own(said: ToldIndicator, *names: str) -> str:
    """The model's own words, as data."""
    shown = said.model_dump(include={"n", *(names or ("third",))})
    return json.dumps(shown, ensure_ascii=False)[:200]


# --- name and goals ---------------------------------------------------------------------------------------------------


def _judge_name(form: Form, lines: Sequence[Line], told: Told, judged: Judged) -> None:
    texts = {folded(f.text) for line in lines for f in line.own}
    own, said = folded(form.project.name), folded(told.project)
    if said == own:
        judged.name = Seen.SAME
    elif said:
        judged.name = Seen.ELSEWHERE if said in texts and own in texts else Seen.WRONG
        if own in texts or said not in texts:
            shown = json.dumps({"project": told.project}, ensure_ascii=False)[:200]
            judged.complaints.append(f"{shown}: this is not the whole name of the project")
    elif own in texts:
        judged.complaints.append("the name of the project is missing")


def _judge_goals(form: Form, lines: Sequence[Line], told: Told, judged: Judged) -> None:
    """Which goals are told: by rules, those that rules bind; else the texts under a label of goals."""
    fields = [f for line in lines for f in line.own]
    if form.project.goals:
        wanted = [g for g in form.project.goals if any(folded(g) in folded(f.text) for f in fields)]
    else:
        open_fields = {id(f) for f in form.goal_fields}
        wanted = [item for f in fields if id(f) in open_fields for item in sentences(f)]
    printed = []
    elsewhere = False
    for goal in told.goals:
        if not folded(goal) or not any(_stands_in(folded(goal), folded(f.text)) for f in fields):
            shown = json.dumps({"goal": goal}, ensure_ascii=False)[:200]
            judged.complaints.append(f"{shown}: this is not printed so; copy the goal whole")
            continue
        printed.append(goal)
        elsewhere |= not any(_stands_in(_words(goal), folded(w)) or _stands_in(_words(w), folded(goal)) for w in wanted)
    if elsewhere:
        judged.complaints.append("a text that is no goal is given as one")
    keys, whole = {_words(g) for g in printed}, "".join(folded(g) for g in printed)
    given = [w for w in wanted if _words(w) in keys or _stands_in(_words(w), whole)]
    if len(given) < len(wanted):
        judged.complaints.append(f"{len(wanted) - len(given)} goals are missing or not whole")
    if not form.project.goals:
        judged.found_goals = [bare(g) for g in given]
    if wanted:
        judged.goals = Seen.ELSEWHERE if elsewhere else Seen.SAME if len(given) == len(wanted) else Seen.MISSING


def _words(goal: str) -> str:
    """A goal without its number and closing mark."""
    return key(goal) or folded(goal)


def _stands_in(part: str, text: str) -> bool:
    """Whether a text stands in another without cutting a number in two."""
    at = text.find(part)
    while part and at >= 0:
        before, after = text[:at][-1:], text[at + len(part) :][:1]
        if not (part[0].isdigit() and before in set("0123456789.,")) and not (
            part[-1].isdigit() and after in set("0123456789.,%")
        ):
            return True
        at = text.find(part, at + 1)
    return False


# --- indicators that rules bind ---------------------------------------------------------------------------------------


def _judge_bound(form: Form, lines: Sequence[Line], placed: Placed, judged: Judged) -> None:
    for line in lines:
        own, said = form.bound.get(line.number), placed.get(line.number)
        if own is None:
            if said is not None:
                judged.complaints.append(f"{_own(said)}: line {line.number} is no indicator")
        elif said is None:
            judged.complaints.append(f"line {line.number} is missing")
        elif folded(said.third) != folded(own.third):
            judged.indicators[line.number] = Seen.WRONG
            judged.complaints.append(f"{_own(said)}: line {line.number} is another one")
        else:
            wrong = _differences(line, own, said)
            judged.complaints += [f"{_own(said, name)}: {_reason(line, seen)}" for name, seen in wrong.items()]
            judged.indicators[line.number] = max(wrong.values(), key=_GRAVEST.index, default=Seen.SAME)
    _judge_sum(form, lines, placed, judged)


_GRAVEST = [Seen.SAME, Seen.MISSING, Seen.WRONG, Seen.ELSEWHERE]
"""What two readers differing comes to, from least to most."""


def _differences(line: Line, own: Indicator, said: ToldIndicator) -> dict[str, Seen]:
    """The texts that are not as rules read them: `ELSEWHERE` where another column of the line prints that."""
    printed = {folded(f.text) for f in line.fields}
    weight = parse_amount(_plain(said.weight))
    same = {
        "first": _plain(said.first) == folded(own.first),
        "second": _plain(said.second) == folded(own.second),
        "target": _plain(said.target) == folded(own.target),
        "weight": weight.value == own.weight if weight is not None else not _plain(said.weight) and own.weight is None,
    }
    texts = {name: _plain(getattr(said, name)) for name, alike in same.items() if not alike}
    return {
        name: Seen.MISSING if not text else Seen.ELSEWHERE if text in printed else Seen.WRONG
        for name, text in texts.items()
    }


def _plain(text: str | None) -> str:
    plain = folded(text or "")
    return "" if plain in {"null", "None"} else plain


def _reason(line: Line, seen: Seen) -> str:
    if seen is Seen.ELSEWHERE:
        return f"line {line.number} prints this in another field"
    return f"this is not what line {line.number} prints there; copy the whole field"


def _judge_sum(form: Form, lines: Sequence[Line], placed: Placed, judged: Judged) -> None:
    """The weights' own identity, mentioned only beside a weight that is not as printed."""
    numbers = {line.number for line in lines}
    weights = {n: own.weight for n, own in form.bound.items() if own.weight is not None}
    if not weights or not weights.keys() <= numbers or not weights.keys() <= placed.keys():
        return
    said = [a.value for n in weights if (a := parse_amount(_plain(placed[n].weight))) is not None]
    right = sum(weights.values(), Decimal(0))
    if right in _whole(form) and sum(said, Decimal(0)) != right:
        shown = json.dumps({"weights": [str(s) for s in said]})[:200]
        judged.complaints.append(f"{shown}: the weights must add up to {right}")


def _whole(form: Form) -> set[Decimal]:
    """What the weights of a form may add up to."""
    execution = form.project.execution_weight
    return {Decimal(100) - execution} if execution is not None else {Decimal(90), Decimal(100)}


# --- indicators that only the model names -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Bound:
    """The fields that an indicator's texts are, in one line."""

    levels: tuple[Field, ...]
    third: Field
    target: Field | None
    weight: Field | None

    def fits(self, other: _Bound) -> bool:
        """Whether name, target and weight stand in the other's columns, where both have them."""
        pairs = ((self.third, other.third), (self.target, other.target), (self.weight, other.weight))
        return all(a is None or b is None or b.box[0] <= (a.box[0] + a.box[2]) / 2 <= b.box[2] for a, b in pairs)


def _judge_open(form: Form, lines: Sequence[Line], placed: Placed, judged: Judged) -> None:
    """Indicators of a form of which rules bind none."""
    candidates = {line.number: line for line in form.candidates if line in lines}
    possible: dict[int, list[_Bound]] = {}
    for n, said in placed.items():
        if (line := candidates.get(n)) is None:
            judged.complaints.append(f"{_own(said)}: line {n} is no indicator")
        elif not (ways := list(_ways(form, line, said))):
            judged.complaints.append(
                f"{_own(said, 'first', 'second', 'third', 'target', 'weight')}: this is not line {n}; copy its fields"
            )
        else:
            possible[n] = ways
    bound = _alike(possible)
    judged.complaints += [f"line {n}: in other columns than the other lines" for n in possible.keys() - bound.keys()]
    if bound:
        model = next(iter(bound.values()))
        judged.complaints += [
            f"line {n} is missing" for n, line in candidates.items() if n not in placed and _like(line, model)
        ]
    for n, one in bound.items():
        judged.found[n] = _indicator(candidates[n], one)


def _ways(form: Form, line: Line, said: ToldIndicator) -> Iterator[_Bound]:
    """The ways in which the texts of an indicator are whole fields of a line, levels left of the name, the rest right."""
    levels = [text for t in (said.first, said.second) if (text := _plain(t))]
    target, weight = _plain(said.target), _plain(said.weight)
    amount = parse_amount(weight)
    if weight and amount is None:
        return
    for i, third in enumerate(line.fields):
        if third.top != line.row or not third.chars or folded(third.text) != folded(said.third):
            continue
        left = form.levels(line, i)
        if levels not in ([folded(f.text) for f in left], [folded(f.text) for f in line.fields[:i] if f.chars]):
            continue
        right = [f for f in line.fields[i + 1 :] if f.chars]
        own = [f for f in right if f.top == line.row and f.bottom <= third.bottom]
        targets = [f for f in own if folded(f.text) == target] if target else [None]
        weights = [f for f in own if amount is not None and _prints(f, amount.value)] if weight else [None]
        for one in (_Bound(left, third, t, w) for t in targets for w in weights if t is None or t is not w):
            if _under_headers(form, one, right):
                yield one


def _prints(f: Field, value: Decimal) -> bool:
    amount = read_field(f).amount
    return amount is not None and amount.value == value


def _under_headers(form: Form, one: _Bound, right: Sequence[Field]) -> bool:
    """Whether name, target and weight stand under such headers, and nothing else of the line does."""
    targets, weights = ([f for f in right if headed(form, f, what)] for what in ("target", "weight"))
    return (
        headed(form, one.third, "third")
        and all(f is one.target for f in targets)
        and all(f is one.weight for f in weights)
        and (one.target is None) == (not targets)
        and (one.weight is None) == (not weights)
    )


def _alike(possible: dict[int, list[_Bound]]) -> dict[int, _Bound]:
    """One way for each line, so that as many lines as can be have their fields in the same columns."""
    best: dict[int, _Bound] = {}
    for model in (way for ways in possible.values() for way in ways if way.target or way.weight):
        alike = {n: next((w for w in ways if w.fits(model)), None) for n, ways in possible.items()}
        fitting = {n: way for n, way in alike.items() if way is not None}
        if len(fitting) > len(best):
            best = fitting
    return best


def _like(line: Line, model: _Bound) -> bool:
    """Whether a line prints something in the columns of name and target or weight."""

    def there(f: Field | None) -> bool:
        return f is not None and any(g.chars and g.box[0] <= (f.box[0] + f.box[2]) / 2 <= g.box[2] for g in line.fields)

    return there(model.third) and (there(model.target) or there(model.weight))


def _indicator(line: Line, one: _Bound) -> Indicator:
    """An indicator as its fields print it."""
    first, second = [*(bare(f.text) for f in one.levels), "", ""][:2]
    amount = read_field(one.weight).amount if one.weight is not None else None
    return Indicator(
        first=first,
        second=second,
        third=bare(one.third.text),
        target=bare(one.target.text) if one.target is not None else "",
        weight=amount.value if amount is not None else None,
        page=line.grid.page.number,
        reader="llm",
        doubts=(NAMED_BY_MODEL,),
    )
