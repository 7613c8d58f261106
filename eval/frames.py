"""Everyday sentence frames, filled with the names of a document at random and held against their plain form.

A frame is an object on a line of JSON: `frame` a question with placeholders; `canon` the plainest question that asks the same,
with the same placeholders; `slots` what kinds of names fit ({X}, {Y}, {Z} in this order: item, function, income or any; after
`;` the tables {T} and {T2}); `history` the questions before. Further placeholders: {C} a column, {N} an amount with its unit,
{P} a percentage, {J} a project, {K} a code. A frame is understood where it is answered as its plain form is: with the same main
figure and, where the plain form asks yes or no, with the same word. No gold data are needed, and any document can be asked.

    python -m eval.frames eval/data/frames.jsonl LIBRARY [SEED]
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from eval.answers import MISSING
from eval.asking import says_no
from extract.model import Kind
from qa.answer import AnswerOut
from qa.ask import Asker
from qa.documents.figures import View
from qa.documents.names import KINDS

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_FUNCTIONS = (Kind.GENERAL_PUBLIC, Kind.EXPENDITURE)
_INCOMES = frozenset(
    ("事业收入", "其他收入", "经营收入", "财政拨款收入", "一般公共预算拨款收入", "一般公共预算财政拨款收入")
)
_TABLES = ("支出总表", "一般公共预算支出表")
_TRIES = 60
_WHOLE = re.compile(r"\{[AB]\}|(?:哪个|哪些|各|所有|几个|三个|两个)单位")
"""What makes a frame one for a whole library."""
_WHO = re.compile(r"哪个|哪些|谁")
_HEAD = range(2, 5)  # characters of the word that a name begins with
_SHORT = 0.3  # how often a body is called by a short name

Frame = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What a document has to fill frames with, each list in order."""

    asker: Asker
    document: str
    year: int | None
    final: bool
    by_kind: dict[str, list[str]]
    in_both: list[str]
    codes: list[str]
    projects: list[str]


@dataclass(frozen=True, slots=True)
class Whole:
    """What a library has to fill frames with: for each body what it is called, and the rows of each kind that it has."""

    asker: Asker
    called: dict[str, list[str]]
    by_kind: dict[str, dict[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with names in it: how it was answered (ok, refused, other, yes-or-no, plain: where the plain form has no answer)."""

    document: str
    question: str
    plain: str
    history: tuple[str, ...]
    outcome: str
    said: str


def load_frames(path: Path) -> list[Frame]:
    """The frames of a file, one a line. Raises ValueError where a line is none."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def names_of(asker: Asker, document: str) -> Names:
    """What a document has to fill frames with."""
    view = asker.view(asker.library.find(document))
    functions = [set(_rows(view, (kind,))) for kind in _FUNCTIONS]
    incomes = {
        name
        for f in view.figures
        if f.table in {Kind.INCOME_EXPENDITURE, Kind.INCOME} and f.value
        for name in (*f.names, *f.columns)
        if name in _INCOMES
    }
    meta = view.disclosure.meta
    return Names(
        asker,
        document,
        meta.year,
        meta.kind == "final",
        {"item": _rows(view, (Kind.BASIC,)), "function": _rows(view, _FUNCTIONS), "income": sorted(incomes)},
        sorted(functions[0] & functions[1]),
        sorted({f.code for f in view.figures if f.table in _FUNCTIONS and len(f.code) == 7 and f.value}),
        sorted({p.name for p in view.disclosure.projects}),
    )


def whole_of(asker: Asker) -> Whole:
    """What a library has to fill frames with."""
    catalog = asker.across.catalog
    by_kind: dict[str, dict[str, set[str]]] = {kind: {} for kind in ("item", "function", "income")}
    for own in (names_of(asker, d.id) for d in catalog.documents):
        for kind, rows in by_kind.items():
            for name in own.by_kind[kind]:
                rows.setdefault(name, set()).add(catalog.by_id[own.document].institute)
    return Whole(
        asker,
        {body: _called(asker, body) for body in sorted({d.institute for d in catalog.documents})},
        {kind: {name: frozenset(rows[name]) for name in sorted(rows)} for kind, rows in by_kind.items()},
    )


def _called(asker: Asker, body: str) -> list[str]:
    """The names of a body: as it is printed, without the word for what sort it is, and by the word that it begins with,
    each where the library knows it by that."""
    catalog = asker.across.catalog
    short = [body.removesuffix(kind) for kind in KINDS if body.endswith(kind)][:1]
    short += next(([body[:n]] for n in _HEAD if list(catalog.resolve(f"{body[:n]}的支出").institutes) == [body]), [])
    return [body, *(name for name in short if list(catalog.resolve(f"{name}的支出").institutes) == [body])]


def ask_frames(
    frames: Sequence[Frame], documents: Sequence[Names], seed: int, fillings: int = 1, libraries: Sequence[Whole] = ()
) -> Iterator[Filled]:
    """Each frame with names put in so many times, and how it was answered; one that fits no document, or no library, is
    left out."""
    rng = random.Random(seed)  # noqa: S311 - names are drawn, nothing is kept secret
    for frame in frames:
        for _ in range(fillings):
            if is_of_library(frame):
                if (asked := _filled_whole(frame, libraries, rng)) is not None:
                    yield asked
            elif (filled := _filled(frame, documents, rng)) is not None:
                yield _asked(*filled)


def is_of_library(frame: Frame) -> bool:
    """Whether a frame is put to a whole library."""
    return "{X}" in frame["canon"] and _WHOLE.search(frame["canon"]) is not None


def _filled_whole(frame: Frame, libraries: Sequence[Whole], rng: random.Random) -> Filled | None:
    """A frame with names of a library, and how it was answered; None where none fits."""
    texts = (frame["frame"], frame["canon"], *(frame.get("history") or ()))
    wanted = {name for text in texts for name in _PLACEHOLDER.findall(text)}
    for _ in range(_TRIES if libraries else 0):
        own = rng.choice(libraries)
        words = _words_whole(own, wanted, frame, rng)
        if words is not None:
            question, plain, *history = (
                _PLACEHOLDER.sub(lambda m: words.get(m[1], m[0]), text)  # noqa: B023
                for text in texts
            )
            meant, answer = own.asker.ask(plain), own.asker.ask(question, None, history)
            outcome = _held(meant, answer, yes_or_no=plain.endswith("吗"))
            if outcome == "ok" and _WHO.search(plain) and _first_told(own, meant) != _first_told(own, answer):
                outcome = "other"
            return Filled("", question, plain, tuple(history), outcome, answer.answer)
    return None


def _words_whole(own: Whole, wanted: set[str], frame: Frame, rng: random.Random) -> dict[str, str] | None:
    """A word for each placeholder, of a library; None where it has none."""
    number = len(wanted & {"A", "B"})
    if len(own.called) < max(number, 2):
        return None
    bodies = rng.sample(sorted(own.called), number)
    told = {
        name: rng.choice(own.called[body]) if rng.random() < _SHORT else body
        for name, body in zip(sorted(wanted & {"A", "B"}), bodies, strict=True)
    }
    kind = frame["slots"].split(",")[0]
    rows = own.by_kind[rng.choice(["item", "function"]) if kind == "any" else kind]
    rows = {name: there for name, there in rows.items() if there >= set(bodies) and (number or len(there) > 1)}
    if "所有单位" in frame["canon"]:  # what all have, or most
        most = max(map(len, rows.values()), default=0)
        rows = {name: there for name, there in rows.items() if len(there) == most}
    if not rows:
        return None
    told["X"] = rng.choice(list(rows))
    if "N" in wanted:
        asked = f"{told['A']}的{told['X']}是多少" if number else f"各单位的{told['X']}分别是多少"
        amounts = sorted({Decimal(f.amount_yuan) for f in own.asker.ask(asked).figures if f.amount_yuan})
        if not amounts:
            return None
        place = rng.randrange(len(amounts))
        limit = (amounts[place] + amounts[min(place + 1, len(amounts) - 1)]) / 2 * (1 if len(amounts) > 1 else 2)
        told["N"] = f"{round(limit / 10000, 2).normalize():f}万元"
    return told


def _first_told(own: Whole, answer: AnswerOut) -> str:
    """The body that an answer tells first."""
    places = {body: answer.answer.find(body) for body in own.called}
    return min((body for body, at in places.items() if at >= 0), key=places.__getitem__, default="")


def _rows(view: View, kinds: Sequence[Kind]) -> list[str]:
    return sorted({f.names[0] for f in view.figures if f.table in kinds and f.value and f.code and f.names})


def _filled(
    frame: Frame, documents: Sequence[Names], rng: random.Random
) -> tuple[Names, str, str, tuple[str, ...]] | None:
    """A document, and a frame with its names: the question, its plain form, the questions before; None where none fits."""
    texts = (frame["frame"], frame["canon"], *(frame.get("history") or ()))
    wanted = {name for text in texts for name in _PLACEHOLDER.findall(text)}
    slots, *tables = (frame.get("slots") or "").split(";")
    kinds = [kind.strip() for kind in re.split(r"[,，]", slots)]
    for _ in range(_TRIES):
        own = rng.choice(documents)
        if not _fits(own, " ".join(texts)):
            continue
        words = _words(own, wanted, kinds, tables, rng)
        if words is not None:
            said = [_PLACEHOLDER.sub(lambda m: words.get(m[1], m[0]), text) for text in texts]  # noqa: B023
            return own, said[0], said[1], tuple(said[2:])
    return None


def _fits(own: Names, text: str) -> bool:
    """Whether a frame speaks of a document's year and kind."""
    years = {int(y) for y in re.findall(r"(?<!\d)20\d\d(?=年|预算|决算)", text)}
    return years <= {own.year} and (own.final or "决算" not in text) and not (own.final and "{T" in text)


def _words(
    own: Names, wanted: set[str], kinds: Sequence[str], tables: Sequence[str], rng: random.Random
) -> dict[str, str] | None:
    """A word for each placeholder; None where the document has none."""
    told = {"T": (*tables, *_TABLES)[0], "T2": tables[1] if len(tables) > 1 else _TABLES[1]}
    told |= {"C": rng.choice(["基本支出", "项目支出"]), "P": rng.choice(["5%", "20%", "60%"])}
    used: set[str] = set()
    for place, name in enumerate("XYZ"):
        if name not in wanted:
            continue
        kind = kinds[min(place, len(kinds) - 1)]
        kind = rng.choice(["item", "function"]) if kind == "any" else kind
        pool = own.in_both if len(tables) > 1 and kind == "function" else own.by_kind.get(kind, own.by_kind["item"])
        pool = [word for word in pool if word not in used]
        if not pool:
            return None
        told[name] = rng.choice(pool)
        used.add(told[name])
    for name, pool in (("K", own.codes), ("J", own.projects)):
        if name in wanted:
            if not pool:
                return None
            told[name] = rng.choice(pool)
    if "N" in wanted:
        answer = own.asker.ask(f"{told['X']}是多少" if "X" in told else "支出总计是多少", own.document)
        if not answer.figures:
            return None
        value = Decimal(answer.figures[0].value) * rng.choice([Decimal(1), Decimal("0.5"), Decimal("1.7")])
        told["N"] = f"{value.normalize():f}{answer.figures[0].unit}"
    return told


def _asked(own: Names, question: str, plain: str, history: tuple[str, ...]) -> Filled:
    meant, answer = own.asker.ask(plain, own.document), own.asker.ask(question, own.document, history)
    outcome = _held(meant, answer, yes_or_no=plain.endswith("吗"))
    return Filled(own.document, question, plain, history, outcome, answer.answer)


def _held(meant: AnswerOut, answer: AnswerOut, *, yes_or_no: bool) -> str:
    """How an answer stands to that to the plain form."""
    if meant.status.value in MISSING:
        return "plain"
    if answer.status.value in MISSING:
        return "refused"
    if yes_or_no and says_no(meant) != says_no(answer):
        return "yes-or-no"
    wanted, told = ([abs(Decimal(f.value)) for f in one.figures] for one in (meant, answer))
    if not wanted:
        return "other" if told and meant.answer[:20] != answer.answer[:20] else "ok"
    same = wanted[0] in (told if yes_or_no else told[:1])
    return "ok" if same else "other"


def main(argv: Sequence[str]) -> int:
    """Ask every frame of a file of a library's documents; prints what is not answered as its plain form, and the counts."""
    if len(argv) not in {2, 3}:
        print(__doc__)  # noqa: T201
        return 2
    asker = Asker(argv[1])
    documents = [names_of(asker, d.id) for d in asker.across.catalog.documents]
    libraries = [whole_of(asker)] if len(documents) > 1 else []
    counts: Counter[str] = Counter()
    seed = int(argv[2]) if argv[2:] else 1
    for one in ask_frames(load_frames(Path(argv[0])), documents, seed, libraries=libraries):
        counts[one.outcome] += 1
        if one.outcome not in {"ok", "plain"}:
            line = (one.outcome, " | ".join((*one.history, one.question)), one.plain, one.said[:120])
            print("\t".join(line))  # noqa: T201
    print("  ".join(f"{outcome} {count}" for outcome, count in counts.most_common()))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
