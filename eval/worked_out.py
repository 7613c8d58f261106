"""Questions whose answers are worked out from gold tables, not by gouji: a bank of wordings filled with the rows of made documents.

    python -m eval.worked_out --seed 7 --documents 6 --questions 500 -o build/worked-out

writes the documents, reads and asks them, and prints by kind how many answers are right, refused, or tell something else; the
questions that are not right stand in `questions.jsonl` there, in the form that `eval.asking` takes. Wordings are in
`eval/data/wordings.json`, by the kinds of `KINDS`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random

from eval.asking import Question, ask_one
from eval.corpus import chosen, write
from eval.worked_gold import MONEY, Filled, Gold, Kind, Row, Ruled, gold_of, told
from eval.worked_library import LIBRARY
from eval.worked_notes import NOTED
from extract import extract
from extract.library import Library
from qa.ask import Asker

WORDINGS = Path(__file__).parent / "data" / "wordings.json"
_THREE = {
    "three_total": "预算数/合计",
    "three_abroad": "预算数/因公出国（境）费",
    "three_car": "预算数/公务用车购置及运行费/小计",
    "three_reception": "预算数/公务接待费",
}
_COUNTED = {2: "二", 3: "三", 5: "五"}
_ITEM = 7
"""Digits of the code of a 项."""
Work = Callable[[Decimal, Decimal], Decimal]


def _by_code(gold: Gold, chance: Random) -> Ruled | None:
    tables = [gold.tables[k] for k in ("expenditure", "general_public") if k in gold.tables]
    return chance.choice(tables) if tables else None


def _cell(end: str = "") -> Kind:
    """One cell of a row: of the total column, or of the column whose header ends so."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = _by_code(gold, chance)
        if table is None:
            return None
        column = table.column(end) if end else table.sums
        rows = table.having(column, table.sums)
        if not rows:
            return None
        row = chance.choice(rows)
        slots = {"x": row.label, "t": table.names[0], "c": row.code}
        return Filled(slots, (f"{row.values[column]}{table.unit}",), (row.page,), first=True)

    return fill


def _rows(count: int, *works: Work, unit: str = "", each: bool = False) -> Kind:
    """What several rows of a table come to: `works` folded over them from the largest down; `each`: all of them."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = _by_code(gold, chance)
        if table is None:
            return None
        rows = [r for r in table.having(table.sums) if len(r.code) == _ITEM]
        if len(rows) < count:
            return None
        own = sorted(chance.sample(rows, count), key=lambda r: -(r.values[table.sums] or 0))
        amounts = [r.values[table.sums] or Decimal(0) for r in own]
        if len(set(amounts)) < count:
            return None
        slots = {"t": table.names[0], **dict(zip("xyz", (r.label for r in own), strict=False))}
        if each:
            return Filled(slots, tuple(f"{a}{table.unit}" for a in amounts), (own[0].page,))
        come_to = amounts[0]
        for amount in amounts[1:]:
            come_to = works[0](come_to, amount)
        return Filled(slots, (told(come_to, unit or table.unit),), (own[0].page,))

    return fill


def _halves(gold: Gold, chance: Random) -> Filled | None:
    table = _by_code(gold, chance)
    if table is None:
        return None
    basic, project = table.column("基本支出"), table.column("项目支出")
    rows = [r for r in table.having(basic, project) if r.values[basic] != r.values[project]]
    if not rows:
        return None
    row = chance.choice(rows)
    one, other = row.values[basic] or Decimal(0), row.values[project] or Decimal(0)
    slots = {"x": row.label, "t": table.names[0]}
    return Filled(slots, (f"{one}{table.unit}", f"{other}{table.unit}"), (row.page,))


def _share(end: str = "") -> Kind:
    """A half's share of its row; without one a row's share of its table's total."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = _by_code(gold, chance)
        if table is None or table.total is None:
            return None
        column = table.column(end) if end else table.sums
        rows = table.having(column, table.sums)
        if not rows or not table.total.values[table.sums]:
            return None
        row = chance.choice(rows)
        part = row.values[column] or Decimal(0)
        whole = (row.values[table.sums] if end else table.total.values[table.sums]) or Decimal(1)
        return Filled({"x": row.label, "t": table.names[0]}, (told(part / whole * 100, "%"),), (row.page,))

    return fill


def _years(work: Work | None, unit: str = "") -> Kind:
    """The year before of a row of 一般公共预算支出表, or how its budget differs from it."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = gold.tables.get("general_public")
        if table is None or table.column("执行数") < 0:
            return None
        before, now = table.column("执行数"), table.sums
        rows = [r for r in table.having(before, now) if r.values[before] != r.values[now]]
        if not rows:
            return None
        row = chance.choice(rows)
        old, new = row.values[before] or Decimal(1), row.values[now] or Decimal(1)
        slots = {"x": row.label, "Y": str(gold.year), "P": str(gold.year - 1)}
        wanted = told(abs(work(new, old)), unit or table.unit) if work else f"{old}{table.unit}"
        return Filled(slots, (wanted,), (row.page,), first=work is None)

    return fill


def _ranked(table: Ruled) -> list[Row]:
    """The 项 of a table from the largest down; none where two are alike."""
    rows = sorted(
        (r for r in table.every if len(r.code) == _ITEM and r.values[table.sums]),
        key=lambda r: -(r.values[table.sums] or 0),
    )
    return rows if len({r.values[table.sums] for r in rows}) == len(rows) else []


def _top(count: int = 0, *, together: bool = False) -> Kind:
    """The largest 项 of a table, or the `count` largest: each of them, or what they come to."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = _by_code(gold, chance)
        rows = _ranked(table) if table is not None else []
        number = count and chance.choice(sorted(_COUNTED))
        if table is None or len(rows) <= max(number, 2):
            return None
        own = rows[: number or 1]
        amounts = [r.values[table.sums] or Decimal(0) for r in own]
        slots = {"t": table.names[0], "k": _COUNTED.get(number, "")}
        if together:
            return Filled(slots, (f"{sum(amounts)}{table.unit}",), (own[0].page,))
        return Filled(slots, (*(f"{a}{table.unit}" for a in amounts), *(r.label for r in own)), (own[0].page,))

    return fill


def _limited(*, above: bool, counted: bool = False) -> Kind:
    """The 项 of a table above or below an amount between two of them: which, or how many."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = _by_code(gold, chance)
        rows = _ranked(table) if table is not None else []
        if table is None or len(rows) < len("abc") or table.unit != MONEY[0]:
            return None
        cut = chance.randrange(1, len(rows))
        high, low = (rows[i].values[table.sums] or Decimal(0) for i in (cut - 1, cut))
        if high - low < 1:
            return None
        limit = ((high + low) / 2).quantize(Decimal("0.1"))
        own = rows[:cut] if above else rows[cut:]
        slots = {"t": table.names[0], "n": str(limit)}
        if counted:
            return Filled(slots, (f"{len(own)}个",), (own[0].page,))
        return Filled(slots, tuple(r.label for r in own), (own[0].page,))

    return fill


def _claim(gold: Gold, chance: Random) -> Filled | None:
    table = _by_code(gold, chance)
    if table is None or table.unit != MONEY[0] or not (rows := table.having(table.sums)):
        return None
    row, true = chance.choice(rows), chance.random() < 1 / 2
    amount = row.values[table.sums] or Decimal(0)
    said = amount if true else amount + max(Decimal("0.02"), round(amount / 8, 2))
    slots = {"x": row.label, "t": table.names[0], "n": str(said)}
    return Filled(slots, (f"{amount}{table.unit}",), (row.page,), polarity="yes" if true else "no")


def _has_project(gold: Gold, chance: Random) -> Filled | None:
    table = _by_code(gold, chance)
    if table is None or not (rows := table.having(table.sums)) or (column := table.column("项目支出")) < 0:
        return None
    row = chance.choice(rows)
    has = bool(row.values[column])
    slots = {"x": row.label, "t": table.names[0]}
    return Filled(
        slots, (f"{row.values[column]}{table.unit}",) if has else (), (row.page,), polarity="yes" if has else "no"
    )


def _two_tables(work: Work | None = None) -> Kind:
    """A row in the two tables by code that have it, with different amounts: each, or by how much they differ."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        pair = [gold.tables.get(k) for k in ("expenditure", "general_public")]
        one, other = pair
        if one is None or other is None or one.unit != other.unit:
            return None
        amounts = {r.label: r for r in other.having(other.sums)}
        rows = [
            (r, amounts[r.label]) for r in one.having(one.sums)
            if r.label in amounts and r.values[one.sums] != amounts[r.label].values[other.sums]
        ]  # fmt: skip
        if not rows:
            return None
        row, like = chance.choice(rows)
        first, second = row.values[one.sums] or Decimal(0), like.values[other.sums] or Decimal(0)
        slots = {"x": row.label, "t": one.names[0], "u": other.names[0]}
        wanted = (work(first, second),) if work is not None else (first, second)
        return Filled(slots, tuple(f"{w}{one.unit}" for w in wanted), (row.page,))

    return fill


def _basic(*, share: bool = False) -> Kind:
    """An item of basic expenditure, or its share of all of it."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        items = gold.basic_items()
        named = [label for label in sorted(items) if gold.alone(label)]
        if not named:
            return None
        label = chance.choice(named)
        amount, page = items[label]
        table = gold.tables["basic"]
        if not share:
            return Filled({"x": label}, (f"{amount}{table.unit}",), (page,), first=True)
        whole = sum(a for a, _ in items.values())
        return Filled({"x": label}, (told(amount / whole * 100, "%"),), (page,))

    return fill


def _three(name: str, of: str = "") -> Kind:
    """One of the three public expenses, or its share of all three; of budgets alone."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        del chance
        table = gold.tables.get("three_public")
        if table is None or table.total is None or table.names[0].endswith("决算表"):
            return None
        amount, whole = (table.total.values[table.column(_THREE[n])] for n in (name, of or name))
        if not amount or not whole or -1 in {table.column(_THREE[n]) for n in (name, of or name)}:
            return None
        wanted = told(amount / whole * 100, "%") if of else f"{amount}{table.unit}"
        return Filled({}, (wanted,), (table.total.page,), first=not of)

    return fill


_INCOMES = ("事业收入", "其他收入", "事业单位经营收入", "上年结转", "年初结转和结余", "经营收入")


def _income(*, share: bool = False) -> Kind:
    """A row of the left half of 收支总表, or its share of what the year's income comes to."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        table = gold.tables.get("income_expenditure")
        if table is None:
            return None
        column = next((i for i, name in enumerate(table.columns) if name.startswith("收入")), -1)
        named = {_bare(r.label): r for r in table.rows if column >= 0 and r.values[column]}
        whole = named.get("本年收入合计")
        labels = [n for n in _INCOMES if n in named and not (share and "结转" in n)]
        if not labels or (share and whole is None):
            return None
        row = named[chance.choice(labels)]
        amount = row.values[column] or Decimal(0)
        if not share or whole is None:
            return Filled({"x": _bare(row.label)}, (f"{amount}{table.unit}",), (row.page,), first=True)
        part = told(amount / (whole.values[column] or Decimal(1)) * 100, "%")
        return Filled({"x": _bare(row.label)}, (part,), (row.page,))

    return fill


def _bare(label: str) -> str:
    """A row's name without its number in front (四、事业收入)."""
    return label.split("、", 1)[-1].strip()


KINDS: dict[str, Kind] = {
    "cell": _cell(),
    "basic_half": _cell("基本支出"),
    "project_half": _cell("项目支出"),
    "bigger_half": _halves,
    "half_share": _share("项目支出"),
    "row_share": _share(),
    "difference": _rows(2, lambda a, b: a - b),
    "ratio": _rows(2, lambda a, b: a / b, unit="倍"),
    "sum2": _rows(2, lambda a, b: a + b),
    "sum3": _rows(3, lambda a, b: a + b),
    "each2": _rows(2, each=True),
    "percent_more": _rows(2, lambda a, b: (a - b) / b * 100, unit="%"),
    "growth_amount": _years(lambda new, old: new - old),
    "growth_percent": _years(lambda new, old: (new - old) / old * 100, "%"),
    "last_year": _years(None),
    "top1": _top(),
    "topk_list": _top(1),
    "topk_sum": _top(1, together=True),
    "above_count": _limited(above=True, counted=True),
    "above_list": _limited(above=True),
    "below_list": _limited(above=False),
    "claim": _claim,
    "code": _cell(),
    "two_tables": _two_tables(),
    "two_tables_diff": _two_tables(lambda a, b: a - b),
    "basic_item": _basic(),
    "basic_share": _basic(share=True),
    "three_total": _three("three_total"),
    "three_abroad": _three("three_abroad"),
    "three_car": _three("three_car"),
    "three_reception": _three("three_reception"),
    "three_share": _three("three_reception", of="three_total"),
    "income_item": _income(),
    "income_share": _income(share=True),
    "blank_claim": _has_project,
    **NOTED,
}
"""What may be asked, by the names that the bank of wordings has for it."""


def made(golds: Sequence[Gold], wordings: Mapping[str, Sequence[str]], chance: Random) -> Iterator[Question]:
    """Questions without end, each a wording filled from a document that has what it asks for."""
    pairs = [(kind, words) for kind, all_words in wordings.items() for words in all_words]
    while True:
        kind, words = chance.choice(pairs)
        gold = chance.choice(golds)
        filled = LIBRARY[kind](golds, chance) if kind in LIBRARY else KINDS[kind](gold, chance)
        if filled is None:
            continue
        asked: Question = {
            "q": words.format(**filled.slots),
            "doc": None if kind in LIBRARY else gold.stem,
            "type": kind,
            "pages": {stem: list(own) for stem, own in filled.places.items()} or list(filled.pages),
        }
        if filled.history:
            asked["history"] = list(filled.history)
        if filled.refused:
            asked["type"] = "unanswerable"
        elif filled.first:
            asked |= {"type": "lookup", "answer": filled.wanted[0]}
        elif filled.wanted:
            asked["all_of"] = [list(_ways(w)) for w in filled.wanted]
        if filled.polarity:
            asked["polarity"] = filled.polarity
        yield {**asked, "kind": kind, "wording": words}


def _ways(wanted: str) -> tuple[str, ...]:
    return (wanted, wanted.replace("个", "项")) if wanted.endswith("个") else (wanted,)


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=6)
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument(
        "--library", action="store_true", help="of several bodies: no document twice, all asked of the library"
    )
    parser.add_argument("-o", "--out", type=Path, default=Path("build/worked-out"))
    given = parser.parse_args(arguments)
    made_up = [(n, d) for n, d in chosen(given.documents, given.seed) if not given.library or n.count("_") == _PLAIN]
    files = [write(given.out, name, document) for name, document in made_up]
    library = Library(given.out / "library")
    with library.writing():
        for file in files:
            library.store(extract(file), file)
        library.commit()
    golds = [gold_of(file.with_suffix(".gold.json")) for file in files]
    report(
        Asker(library.root),
        golds,
        given.questions,
        Random(given.seed),  # noqa: S311 - nothing secret
        given.out / "questions.jsonl",
        library=given.library,
    )


_PLAIN = 2
"""Underscores in the name of a document that is no other look of one."""


def report(
    asker: Asker, golds: Sequence[Gold], count: int, chance: Random, out: Path, *, library: bool
) -> Counter[str]:
    """Ask `count` questions, print each that is not right and the counts by kind, write those questions to `out`; the counts."""
    bank = json.loads(WORDINGS.read_text(encoding="utf-8"))
    wordings = {kind: words for kind, words in bank.items() if (kind in LIBRARY) is library}
    by_kind: dict[str, Counter[str]] = {kind: Counter() for kind in wordings}
    wrong: list[Question] = []
    for question, _ in zip(made(golds, wordings, chance), range(count), strict=False):
        result = ask_one(asker, question)
        missing = result.status in {"not_found", "refused"}
        came = "right" if not result.why else "refused" if missing else "else"
        by_kind[question["kind"]][came] += 1
        if result.why:
            wrong.append(question)
            _say(
                f"{came} | {question['kind']} | {question['doc']} | {' → '.join([*question.get('history', ()), question['q']])} | {result.why} | {result.answer[:160]}"
            )
    for kind, counts in by_kind.items():
        if counts:
            _say(f"{kind:16} right {counts['right']:4} refused {counts['refused']:4} else {counts['else']:4}")
    total = sum(by_kind.values(), Counter[str]())
    _say(f"{'all':16} right {total['right']:4} refused {total['refused']:4} else {total['else']:4}")
    out.write_text("".join(json.dumps(q, ensure_ascii=False) + "\n" for q in wrong), encoding="utf-8")
    return total


def _say(line: str) -> None:
    print(line)  # noqa: T201


if __name__ == "__main__":
    main()
