"""Amounts of an invented disclosure: split top-down so that every identity holds by construction.

All amounts are whole numbers of the last printed decimal (0.01 万元, or 1 元, or 0.01 元), so that nothing is ever
rounded: a total is drawn first and cut into its parts, exactly. Money becomes text only when it is printed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib import resources
from random import Random

AmountOf = Callable[["Leaf"], int]


def split(chance: Random, total: int, parts: int) -> list[int]:
    """A total cut into positive parts that add up to it. Raises ValueError where it is too small to be cut so often."""
    if parts == 0 or total < parts:
        raise ValueError(f"{total} cannot be cut into {parts} parts")
    cuts = sorted(chance.sample(range(1, total), parts - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]


def printed(amount: int, decimals: int) -> str:
    """An amount as it stands in a data file: `123456` with two decimals is `1234.56`."""
    return f"{Decimal(amount).scaleb(-decimals):.{decimals}f}"


def percent(part: int, whole: int, decimals: int = 2) -> str:
    """The quotient in percent, rounded half up as the notes print it, without the sign."""
    exact = Decimal(part) * 100 / Decimal(whole)
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


@lru_cache
def code_names(classification: str) -> dict[str, str]:
    """Codes and the names they have now, as printed: of `functional` (类款项) or `economic` (类款)."""
    names: dict[str, str] = {}
    with (resources.files("extract") / "data" / f"{classification}.csv").open(encoding="utf-8") as handle:
        for line in csv.DictReader(handle):
            if not line["until"]:
                names.setdefault(line["code"], line["name"])
    return names


@dataclass(frozen=True)
class Leaf:
    """One item of expenditure (项, or a 款 without 项) by the money that pays for it.

    `general`: this year's general public budget; `fund`: a government fund; `own`: the institute's own income;
    `carried`: state money of earlier years. `saved`: state money received for it and not spent (final accounts).
    `from_business`, `from_trade`, `from_other` are the sources of what `own` and `trade` spend.
    """

    code: str
    general_staff: int = 0
    general_running: int = 0
    general_project: int = 0
    fund: int = 0
    own_staff: int = 0
    own_running: int = 0
    own_project: int = 0
    trade: int = 0
    carried: int = 0
    saved: int = 0
    from_business: int = 0
    from_trade: int = 0
    from_other: int = 0

    @property
    def general_basic(self) -> int:
        """基本支出 from the general public budget."""
        return self.general_staff + self.general_running

    @property
    def general(self) -> int:
        """This year's general public budget."""
        return self.general_basic + self.general_project

    @property
    def staff(self) -> int:
        """人员经费 from all money."""
        return self.general_staff + self.own_staff

    @property
    def running(self) -> int:
        """公用经费 from all money."""
        return self.general_running + self.own_running

    @property
    def basic(self) -> int:
        """基本支出 from all money."""
        return self.staff + self.running

    @property
    def project(self) -> int:
        """项目支出 from all money."""
        return self.general_project + self.fund + self.own_project + self.carried

    @property
    def own(self) -> int:
        """Spent from the institute's own income, trade (经营支出) included."""
        return self.own_staff + self.own_running + self.own_project + self.trade

    @property
    def total(self) -> int:
        """Everything that is spent on it."""
        return self.basic + self.project + self.trade

    @property
    def state(self) -> int:
        """Spent from state money (财政拨款), that of earlier years included."""
        return self.general + self.fund + self.carried


@dataclass(frozen=True)
class Row:
    """A row of a table by code: its code (3, 5 or 7 digits), its name, and the amount of each column."""

    code: str
    name: str
    amounts: tuple[int, ...]


def tree(leaves: Iterable[Leaf], columns: Sequence[AmountOf], listed: AmountOf) -> list[Row]:
    """类, 款 and 项 in the order of codes with their sums, of the leaves for which anything is `listed`."""
    names = code_names("functional")
    sums: dict[str, list[int]] = {}
    for leaf in leaves:
        if not listed(leaf):
            continue
        for width in (3, 5, 7):
            if width <= len(leaf.code):
                row = sums.setdefault(leaf.code[:width], [0] * len(columns))
                for i, column in enumerate(columns):
                    row[i] += column(leaf)
    return [Row(code, names[code], tuple(row)) for code, row in sorted(sums.items())]


@dataclass(frozen=True)
class Accounts:
    """One year of an institute. Income that no leaf tells: what came over from last year, and what goes on to the next.

    `carry_own` is money of its own from earlier years, `drawn` 使用非财政拨款结余, `kept` 结转下年 or 年末结转和结余
    of its own money (negative where trade made a loss), `distributed` 结余分配, `state_rest` state money of earlier
    years that is still not spent (final accounts).
    """

    leaves: tuple[Leaf, ...]
    business: int
    trade_income: int
    other_income: int
    carry_own: int = 0
    drawn: int = 0
    kept: int = 0
    distributed: int = 0
    state_rest: int = 0
    economic: dict[str, int] = field(default_factory=dict)

    def sum(self, of: AmountOf) -> int:
        """The sum over all leaves."""
        return sum(of(leaf) for leaf in self.leaves)

    @property
    def carried(self) -> int:
        """State money of earlier years: what is spent of it this year, and the rest."""
        return self.sum(lambda leaf: leaf.carried) + self.state_rest

    @property
    def state_kept(self) -> int:
        """State money that goes on to next year."""
        return self.state_rest + self.sum(lambda leaf: leaf.saved)

    @property
    def general_income(self) -> int:
        """General public budget received this year."""
        return self.sum(lambda leaf: leaf.general + leaf.saved)

    @property
    def fund_income(self) -> int:
        """Government funds received this year."""
        return self.sum(lambda leaf: leaf.fund)

    @property
    def year_income(self) -> int:
        """本年收入合计."""
        return self.general_income + self.fund_income + self.business + self.trade_income + self.other_income

    @property
    def whole(self) -> int:
        """收入总计, which is 支出总计."""
        return self.year_income + self.drawn + self.carried + self.carry_own

    @property
    def spent(self) -> int:
        """本年支出合计."""
        return self.sum(lambda leaf: leaf.total)

    def economic_rows(self, *tops: str) -> Iterator[Row]:
        """类 and 款 of 基本支出 under some 类, of those that hold money."""
        names = code_names("economic")
        for top in tops:
            below = [(code, amount) for code, amount in sorted(self.economic.items()) if code.startswith(top)]
            if below:
                yield Row(top, names[top], (sum(amount for _, amount in below),))
                yield from (Row(code, names[code], (amount,)) for code, amount in below)


_STAFF_CODES = ("30101", "30102", "30103", "30107", "30108", "30109", "30110", "30112", "30113", "30199", "30302", "30305", "30399")  # fmt: skip
_RUNNING_CODES = ("30201", "30202", "30205", "30206", "30207", "30209", "30211", "30213", "30214", "30215", "30216", "30217", "30218", "30226", "30227", "30228", "30229", "30231", "30239", "30299", "31002", "31003", "31007", "31013")  # fmt: skip


def _spread(chance: Random, leaves: list[Leaf], name: str, total: int, on: Sequence[int]) -> None:
    """Split a total over some of the leaves, into one of their fields."""
    for place, amount in zip(on, split(chance, total, len(on)), strict=True):
        leaves[place] = replace(leaves[place], **{name: amount})  # type: ignore[arg-type]  # none of the names is `code`


def _economic(chance: Random, staff: int, running: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for total, codes, most in ((staff, _STAFF_CODES, 11), (running, _RUNNING_CODES, 18)):
        if total:
            some = sorted(chance.sample(codes, chance.randint(4, most)))
            found.update(zip(some, split(chance, total, len(some)), strict=True))
    return found


def accounts(
    chance: Random, codes: Sequence[str], fund_codes: Sequence[str], unit: int, *, by_source: bool, final: bool
) -> Accounts:
    """Accounts over some codes. `unit` is the worth of 1 万元 in the last printed decimal.

    `by_source`: income has a source for each code (tables of income by code), so nothing is drawn or carried over of the
    institute's own money unless it is a final account; `final`: money of earlier years is left, trade may make a loss.
    """
    plain = list(range(len(codes)))
    leaves = [Leaf(code) for code in [*codes, *fund_codes]]
    basic = [i for i in plain if codes[i][:3] in {"208", "210", "221"}] or plain[:1]
    basic = sorted({*basic, chance.choice(plain)})
    others = [i for i in plain if i not in basic] or plain
    size = chance.randint(800, 9000) * unit * len(codes)
    staff, running, project = split(chance, size, 3)
    _spread(chance, leaves, "general_staff", staff + len(basic), basic)
    head = chance.choice(basic)
    _spread(chance, leaves, "general_running", running + 99, [head])
    _spread(chance, leaves, "general_project", project + len(others), others)
    if fund_codes:
        at = range(len(codes), len(leaves))
        _spread(chance, leaves, "fund", chance.randint(50, 4000) * unit + chance.randint(0, unit), list(at))
    if chance.random() < 0.75:
        own = chance.randint(100, 3000) * unit + chance.randint(3, unit)
        parts = split(chance, own, 3)
        _spread(chance, leaves, "own_staff", parts[0], [head])
        _spread(chance, leaves, "own_running", parts[1], [head])
        some = sorted(chance.sample(others, max(1, len(others) // 3)))
        _spread(chance, leaves, "own_project", parts[2] + len(some), some)
    if not by_source or final:
        some = sorted(chance.sample(others, max(1, len(others) // 2)))
        if chance.random() < 0.8:
            _spread(chance, leaves, "carried", chance.randint(60, 2500) * unit + chance.randint(9, unit), some)
        if final:
            _spread(chance, leaves, "saved", chance.randint(5, 90) * unit + chance.randint(9, unit), some)
        if chance.random() < 0.5:
            _spread(chance, leaves, "trade", chance.randint(20, 400) * unit + chance.randint(9, unit), [head])
    leaves = [_sourced(chance, leaf) for leaf in sorted(leaves, key=lambda leaf: leaf.code)]
    business, trade, other = (
        sum(getattr(leaf, name) for leaf in leaves) for name in ("from_business", "from_trade", "from_other")
    )
    made = Accounts(
        tuple(leaves), business, trade, other,
        economic=_economic(
            chance, sum(leaf.general_staff for leaf in leaves), sum(leaf.general_running for leaf in leaves)
        ),
    )  # fmt: skip
    if by_source and not final:
        return made
    return _balanced(chance, made, unit, final=final)


def _sourced(chance: Random, leaf: Leaf) -> Leaf:
    """Where a leaf's own money comes from."""
    if leaf.own - leaf.trade < 2:
        return replace(leaf, from_business=leaf.own - leaf.trade, from_trade=leaf.trade)
    main, other = split(chance, leaf.own - leaf.trade, 2) if chance.random() < 0.6 else (leaf.own - leaf.trade, 0)
    return replace(leaf, from_business=main, from_other=other, from_trade=leaf.trade)


def _balanced(chance: Random, made: Accounts, unit: int, *, final: bool) -> Accounts:
    """With money of its own that came over from last year, was drawn, is left or was distributed: 收入总计 = 支出总计.

    An institute without income of its own has nothing of its own to carry over.
    """
    if not made.business + made.trade_income + made.other_income:
        return replace(made, state_rest=chance.randint(1, 80) * unit if final else 0)
    carry = chance.randint(20, 900) * unit + chance.randint(0, unit)
    drawn = chance.randint(5, 60) * unit if chance.random() < 0.4 else 0
    distributed = chance.randint(1, 19) * unit if final and chance.random() < 0.6 else 0
    kept = carry + drawn - distributed
    if final and made.trade_income > 4 * unit and chance.random() < 0.7:
        # Trade made a loss: less came in than was spent, and what is left is negative.
        loss = chance.randint(1, made.trade_income // 2)
        carry, drawn, distributed, kept = 0, 0, 0, -loss
        made = replace(made, trade_income=made.trade_income - loss)
        leaves, left = [], loss
        for leaf in made.leaves:
            less = min(left, leaf.from_trade)
            left -= less
            leaves.append(replace(leaf, from_trade=leaf.from_trade - less))
        made = replace(made, leaves=tuple(leaves))
    rest = chance.randint(1, 80) * unit if final and kept >= 0 else 0
    return replace(made, carry_own=carry, drawn=drawn, kept=kept, distributed=distributed, state_rest=rest)
