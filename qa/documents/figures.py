"""One document as questions see it: every printed figure, blank and dash with all the words that name it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from extract.model import Action, Box, Column, Decided, Disclosure, Fact, Kind, Row, State, Table, Verdict
from extract.specs import ROLE_TERMS
from extract.text import folded, key, to_yuan
from qa.words.lexicon import JOINS, same_words
from qa.words.standard import is_printed, named_in

_OWN = re.compile(r"^(?:我|本|全)(?:单位|部门|中心|所|院|局|校|馆|街道|委)(?:本级|系统)?(?:的)?")
_TOTAL_LABEL = re.compile(r"(?:合计|总计|小计)")
_GENERIC = re.compile(
    r"(?:\d{4}年度?)?(?:本年|当年|全年|年初|调整|支出|收入)?(?:预算|决算|执行|安排)?(?:收入|支出)?(?:数|金额|合计|小计|总计|额)?"
    r"|金额|合计|小计|总计"
)
_REMARK = re.compile(r"\([^()]*\)")
_WHOLE = {"total", "income_total", "expenditure_total"}
_MEASURE_TAIL = re.compile(r"(?:\d{4}年度?)?(?:预算|决算|执行)数$|^\d{4}年度?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a table, or a figure told in prose (`table` narrative), with the words it can be asked for by.

    `names`: what it is (its row's label, or a fact's name), `parents`: the rows above it by code, `columns`: the parts
    of its header path that set its column apart, `inner` the innermost of them. `alone`: its row has no other column.
    `total`: it stands for the whole table. Boxes are in points.
    """

    ref: tuple[str, int, int]
    table: Kind
    title: str
    unit: str
    page: int
    box: Box
    state: State
    value: Decimal | None
    verdict: Verdict | None
    row: str = ""
    code: str = ""
    names: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    alone: bool = False
    header: str = ""
    row_role: str = ""
    column_role: str = ""
    measure: str = ""
    year: int | None = None
    side: str = ""
    total: bool = False
    section: str = ""
    sentence: str = ""
    relation: str = ""
    decided: Decided | None = None
    """What a person decided about it; the value is theirs."""

    @property
    def was(self) -> str:
        """What had been read where a person corrected it, as printed; empty where nobody did."""
        corrected = self.decided is not None and self.decided.action is Action.CORRECT
        return self.decided.was.printed if corrected and self.decided is not None else ""

    @property
    def yuan(self) -> Decimal | None:
        """The exact amount in 元; None where the unit is not money or nothing is printed."""
        return None if self.value is None else to_yuan(self.value, self.unit)

    @property
    def is_fact(self) -> bool:
        """Whether it is told in prose."""
        return self.table is Kind.NARRATIVE

    @property
    def printed(self) -> str:
        """Its digits as printed, without separators."""
        return "" if self.value is None else f"{self.value:f}"

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        if self.is_fact:
            return f"文字说明（{self.section.split('/')[-1]}）" if self.section else "文字说明"
        return self.title or self.table.value

    @property
    def called(self) -> str:
        """What it is called where it stands: its row, and the parts of its header that set its column apart."""
        own = [self.row] if self.row else []
        if self.parents[-1:] == ("上年结转",) and not self.code:
            own.insert(0, self.parents[0])
        if self.header and not (self.row and self.table is Kind.BASIC and self.code):
            parts = self.header.split("/")
            own += [p for p in parts if {key(p), _MEASURE_TAIL.sub("", key(p))} & set(self.columns) and p not in own]
        return " · ".join(own) or self.header.replace("/", " · ") or self.place

    @property
    def number(self) -> Decimal:
        """Its value as printed; zero where it prints none."""
        return self.value if self.value is not None else Decimal(0)


_JOIN = re.compile(rf"[{JOINS}](?!$)")
_A_TITLE = 5
"""How many characters the end of a project's name has at least that is taken for its title."""


def _two_things(name: str, words: Mapping[str, object]) -> bool:
    """Whether a name is two others, joined."""
    return any(name[: m.start()] in words and name[m.end() :] in words for m in _JOIN.finditer(name))


@dataclass(frozen=True)
class View:
    """A document with its figures."""

    disclosure: Disclosure
    figures: tuple[Figure, ...] = field(repr=False)

    @classmethod
    def of(cls, disclosure: Disclosure) -> View:
        """All cells of its tables and all facts of its prose."""
        found = [f for table in disclosure.tables for f in _cells(table, disclosure)]
        found += [
            _fact(fact, i, disclosure.meta.institute, disclosure.meta.year) for i, fact in enumerate(disclosure.facts)
        ]
        return cls(disclosure, tuple(_only_children(found)))

    @cached_property
    def _by_kind(self) -> dict[Kind, View]:
        """What was made by `within`."""
        return {}

    def within(self, kind: Kind) -> View:
        """The document as if it had its tables of one kind alone, and no notes."""
        if kind not in self._by_kind:
            tables = tuple(t for t in self.disclosure.tables if t.kind is kind)
            nothing_else = {"facts": (), "projects": (), "paragraphs": ()}
            alone = self.disclosure.model_copy(update={"tables": tables, **nothing_else})
            self._by_kind[kind] = View(alone, tuple(f for f in self.figures if f.table is kind))
        return self._by_kind[kind]

    @cached_property
    def spotted(self) -> dict[str, Any]:
        """By stretch of text: what was found that it names (`qa.terms.terms.spot`)."""
        return {}

    @cached_property
    def vocabulary(self) -> dict[str, tuple[Figure, ...]]:
        """By name (label, header part, fact name, code): the figures it can mean."""
        words: dict[str, list[Figure]] = {}
        for figure in self.figures:
            for word in dict.fromkeys((*figure.names, *figure.columns)):
                if len(word) > 1:
                    words.setdefault(word, []).append(figure)
        return {word: tuple(own) for word, own in words.items()}

    @cached_property
    def numbered_names(self) -> tuple[str, ...]:
        """The names that have a number in them, longest first."""
        return tuple(sorted((n for n in self.vocabulary if re.search(r"\d", n)), key=len, reverse=True))

    @cached_property
    def all_names(self) -> str:
        """All names, a line each."""
        return "\n" + "\n".join(self.vocabulary)

    def absent_in(self, text: str) -> list[tuple[int, str]]:
        """Names of the budget classification in a folded text that the document does not print, with their places."""
        return [(at, n) for at, n in named_in(text) if not is_printed(n, self.vocabulary, self.all_names)]

    @cached_property
    def joined(self) -> tuple[str, ...]:
        """The names that have a word of joining in them (应用技术研究与开发) and are one thing, longest first."""
        words = self.vocabulary
        own = [name for name in words if _JOIN.search(name) and not _two_things(name, words)]
        own += [t for p in self.disclosure.projects for t in own_titles(p.name) if _JOIN.search(t) and t not in own]
        return tuple(sorted(own, key=len, reverse=True))

    def whole_in(self, text: str) -> list[str]:
        """The names in a folded text that are not to be cut in two, longest first: printed ones and the classification's."""
        absent = [name for _, name in self.absent_in(text) if _JOIN.search(name)]
        return sorted([*absent, *(n for n in self.joined if n in text)], key=len, reverse=True)

    @cached_property
    def codes(self) -> dict[str, tuple[Figure, ...]]:
        """By classification code."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.code:
                found.setdefault(figure.code, []).append(figure)
        return {code: tuple(own) for code, own in found.items()}

    @cached_property
    def numbered(self) -> dict[int, Kind]:
        """By the number printed above them (部门公开表 3): the kinds of its tables; a number that two tables have is left out."""
        found: dict[int, list[Kind]] = {}
        for table in self.disclosure.tables:
            if table.number is not None:
                found.setdefault(table.number, []).append(table.kind)
        return {number: kinds[0] for number, kinds in found.items() if len(kinds) == 1}

    def table(self, kind: Kind) -> list[Table]:
        """Its tables of a kind."""
        return [t for t in self.disclosure.tables if t.kind is kind]

    def row(self, figure: Figure) -> list[Figure]:
        """All cells of a figure's row."""
        return [f for f in self.figures if f.ref[:2] == figure.ref[:2] and not f.is_fact]

    def column(self, figure: Figure) -> list[Figure]:
        """All cells of a figure's column."""
        return [f for f in self.figures if (f.ref[0], f.ref[2]) == (figure.ref[0], figure.ref[2]) and not f.is_fact]


def _cells(table: Table, disclosure: Disclosure) -> Iterator[Figure]:
    parents = _parents(table)
    over_all = set.intersection(*({key(p) for p in c.path} for c in table.columns)) if len(table.columns) > 1 else set()
    words = [_column_words(c, over_all) for c in table.columns]
    beside = Counter(c.row for c in table.cells)
    named = [_row_names(row, table) for row in table.rows]
    for cell in table.cells:
        row, column = table.rows[cell.row], table.columns[cell.column]
        yield Figure(
            ref=(table.id, cell.row, cell.column),
            table=table.kind,
            title=table.title,
            unit=cell.unit or column.unit or table.unit,
            page=cell.page,
            box=cell.box,
            state=cell.state,
            value=cell.value if cell.state is State.NUMBER else None,
            verdict=cell.verdict,
            row=row.label,
            code=row.intended_code or row.code,
            names=named[cell.row],
            parents=parents[cell.row],
            columns=words[cell.column][0],
            inner=words[cell.column][1],
            alone=beside[cell.row] == 1,
            header=column.name,
            row_role=row.role,
            column_role=column.role,
            measure="" if key(column.path[-1] if column.path else "") == "金额" else column.measure,
            year=column.year if column.year is not None else disclosure.meta.year,
            side=column.side,
            total=_is_total(row, table),
            decided=cell.decided,
        )


def _row_names(row: Row, table: Table) -> tuple[str, ...]:
    """What a row can be called: its label, with and without remarks, its role's usual name; on a form, its project."""
    name = key(row.label)
    role = ROLE_TERMS.get(row.role, "") if not row.role.endswith(("total", "current")) else ""
    names = [name, _short(name), key(role)]
    if table.kind is Kind.PERFORMANCE and table.project:
        names += [key(table.project), key(table.title), *own_titles(table.project)]
    return tuple(dict.fromkeys(filter(None, names)))


def own_titles(project: str) -> list[str]:
    """What a project is called without the programme that it is a part of (A类先导专项“…”-某某项目: 某某项目)."""
    parts = re.split(r"[-—－:：]", folded(project))[1:]
    quoted = (m for part in parts for m in re.findall(r"[“\"]([^“”\"]+)[”\"]", part))
    return [key(part) for part in (*parts, *quoted) if len(part) > _A_TITLE]


def _short(name: str) -> str:
    """A label without its remark in brackets."""
    return _REMARK.sub("", name) if "(" in name else name


def _is_total(row: Row, table: Table) -> bool:
    if table.kind is Kind.PERFORMANCE:
        return False
    label = key(row.label)
    return not label or _TOTAL_LABEL.fullmatch(label) is not None or (row.role in _WHOLE and not row.code)


def _parents(table: Table) -> list[tuple[str, ...]]:
    """By row, the labels of the rows above it: by code; on a table without codes, by its enumerator's level."""
    by_code = {(r.group, r.intended_code or r.code): key(r.label) for r in table.rows if r.code}
    labels_by_code = {code: label for (_, code), label in by_code.items()}
    found: list[tuple[str, ...]] = []
    for row in table.rows:
        code = row.intended_code or row.code
        above = [labels_by_code[code[:n]] for n in range(len(code) - 1, 0, -1) if code[:n] in labels_by_code]
        found.append(tuple(a for a in above if a))
    if not labels_by_code:
        _under_carried(table, found)
    return found


_KINDS_OF_MONEY = frozenset(("general", "fund", "state_capital"))


def _under_carried(table: Table, found: list[tuple[str, ...]]) -> None:
    """Name the row of what is carried over as that above the kinds of money which stand behind it."""
    carried: dict[int, str] = {}
    for at, row in enumerate(table.rows):
        if row.role == "carry_in":
            carried[row.group] = key(row.label)
        elif row.role not in _KINDS_OF_MONEY:
            carried.pop(row.group, None)
        elif row.group in carried:
            found[at] = (carried[row.group], "上年结转")


def _column_words(column: Column, over_all: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts of a header path that set the column apart from its table's total, with what its role is called; and
    the innermost of them."""
    parts: list[list[str]] = []
    for part in column.path:
        word = key(part)
        if word not in over_all and not _GENERIC.fullmatch(word):
            bare = _MEASURE_TAIL.sub("", word)
            parts.append([w for w in (bare, _short(bare)) if w])
    role = [ROLE_TERMS[column.role]] if column.role not in {"", "total"} else []
    inner = [*(parts[-1] if parts else ()), *role]
    return tuple(dict.fromkeys([w for part in parts for w in part] + role)), tuple(dict.fromkeys(inner))


_AS_OF = re.compile(r"^(?:年末|期末|年底|现有|实有|截至年末)")


def _fact(fact: Fact, number: int, institute: str, year: int | None) -> Figure:
    name, item = (_without_owner(key(text), institute) for text in (fact.name, fact.item))
    subject = re.findall(r"([^()（）]{2,40})\([类款项]\)", name)
    names = [name, item, *(subject[-1:] if subject else ()), _short(name), _short(item), _AS_OF.sub("", name)]
    return Figure(
        ref=("", number, 0),
        table=Kind.NARRATIVE,
        title="",
        unit=fact.unit,
        page=fact.page,
        box=fact.box,
        state=State.NUMBER,
        value=fact.value,
        verdict=fact.verdict,
        row=fact.name,
        names=tuple(dict.fromkeys(n for n in names if n)),
        parents=tuple(subject[:-1]),
        year=fact.year if fact.relation != "prior" or year is None else year - 1,
        section=fact.section,
        sentence=folded(fact.sentence),
        relation=fact.relation,
        measure={"budgeted": "budget", "prior": "prior"}.get(fact.relation, ""),
        total=False,
        decided=fact.decided,
    )


def _only_children(figures: list[Figure]) -> list[Figure]:
    """Figures with facts named by the heading too that they alone stand under, where a table prints the same of it."""
    under: dict[str, set[str]] = {}
    amounts: dict[str, set[Decimal]] = {}
    for f in figures:
        if f.is_fact and f.parents:
            under.setdefault(f.parents[-1], set()).add(
                next((n for n in f.names if "(" not in n and ":" not in n), f.row)
            )
        elif f.yuan is not None and f.code:
            amounts.setdefault(key(f.row), set()).add(f.yuan)
    alone = {
        f.parents[-1]
        for f in figures
        if f.is_fact and f.parents and f.relation == "amount" and f.yuan in amounts.get(f.parents[-1], set())
    }
    alone -= {name for name, own in under.items() if len(own) > 1}
    return [
        replace(f, names=(*f.names, f.parents[-1])) if f.is_fact and f.parents[-1:] and f.parents[-1] in alone else f
        for f in figures
    ]


def _without_owner(name: str, institute: str) -> str:
    """A fact's name without the institute that it is about: every figure of a document is about that one."""
    owner = key(institute)
    for own in (owner, re.sub(r"\([^()]*\)", "", owner)):
        if own and name.startswith(own) and len(name) > len(own):
            name = name[len(own) :]
    return same_words(_OWN.sub("", name) or name)


def not_read(table: Table) -> bool:
    """Whether a table stands in the document and none of its figures could be read."""
    return "unreadable" in table.doubts and not table.figures
