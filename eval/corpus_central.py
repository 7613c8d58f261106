"""An invented central institute's budget: 部门公开表 1 to 9, a note behind each table, performance forms at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from eval.corpus_amounts import Accounts, AmountOf, Row, percent, tree
from eval.corpus_forms import performance_forms
from eval.corpus_names import Institute
from eval.corpus_notes import assets, procurement, shares, staff_items
from eval.corpus_tables import (
    Manner,
    Titled,
    by_code,
    fact,
    heading,
    plain,
    prose,
    section,
    side_by_side,
    two_sided,
)
from eval.typeset_model import Contents, Cover, Kind, Section, TableBlock

_COLUMNS = (lambda leaf: leaf.total, lambda leaf: leaf.basic, lambda leaf: leaf.project, lambda leaf: 0, lambda leaf: leaf.trade, lambda leaf: 0)  # fmt: skip
_GENERAL = (lambda leaf: leaf.general, lambda leaf: leaf.general_basic, lambda leaf: leaf.general_project)


def central_budget(chance: Random, who: Institute, year: int, manner: Manner, made: Accounts) -> list[Section]:
    """The whole document, section by section."""
    captions = _captions(chance, manner)
    numbers = iter(range(1, 10))
    tables = _Tables(chance, manner, made, year, lambda: captions(next(numbers)))
    pages = [
        Section(numbered=False, blocks=[Cover(cover=[who.name, f"{year} 年单位预算", f"{year} 年 {chance.randint(2, 4)} 月"])]),
        Section(numbered=False, blocks=[_contents()]),
        section(chance, heading("一、单位基本情况"), prose(*_duties(chance, who))),
        section(chance, tables.totals()),
        section(chance, heading("关于收支总表的说明"), prose(tables.note_on_totals())),
        section(chance, tables.income(), wide=True),
        section(chance, heading("关于收入总表的说明"), prose(tables.note_on_income())),
        section(chance, tables.expenditure(), wide=chance.random() < 0.5),
        section(chance, heading("关于支出总表的说明"), prose(tables.note_on_expenditure())),
        section(chance, tables.fiscal()),
        section(chance, tables.general(), wide=True),
        section(chance, heading("关于一般公共预算支出表的说明"), prose(tables.note_on_general())),
        section(chance, tables.basic(), wide=True),
        section(chance, heading("关于一般公共预算基本支出表的说明"), prose(*staff_items(manner, made, year))),
        section(chance, tables.fund()),
        section(chance, tables.state_capital()),
        section(chance, tables.three_public(), wide=True),
        section(chance, heading("三、其他事项说明"), *procurement(chance, manner, year), *assets(chance, year)),
    ]  # fmt: skip
    forms = performance_forms(chance, who.name, year, manner, made)
    return [*pages, *(Section(blocks=[form]) for form in forms)]


def _captions(chance: Random, manner: Manner) -> Callable[[int], tuple[str, ...]]:
    name = chance.choice(("部门公开表 {}", "公开{:02d}表", "表{}", ""))
    unit = chance.choice(("单位：{}", "金额单位：{}", "单位:{}"))

    def captions(number: int) -> tuple[str, ...]:
        return tuple(f"| {text}" for text in (name.format(number), unit.format(manner.unit)) if text)

    return captions


def _contents() -> Contents:
    return Contents(
        contents="\n".join(
            (
                "一、单位基本情况",
                "收支总表",
                "收入总表",
                "支出总表",
                "财政拨款收支总表",
                "一般公共预算支出表",
                "一般公共预算基本支出表",
                "政府性基金预算支出表",
                "国有资本经营预算支出表",
                "一般公共预算“三公”经费支出表",
                "三、其他事项说明",
            )
        ),
        numbers=False,
    )


def _duties(chance: Random, who: Institute) -> list[str]:
    """Prose about what the institute is for."""
    offices, labs = chance.randint(3, 9), chance.randint(4, 15)
    return [
        f"{who.name}是从事专门研究的事业单位，承担长期观测、方法研发和数据整编，并把成果提供给社会使用。",
        f"内设管理处室{fact('管理处室数', f'{offices}个')}，研究室{fact('研究室数', f'{labs}个')}。",
    ]


class _Tables:
    """The nine tables and their notes, over one set of accounts."""

    def __init__(
        self, chance: Random, manner: Manner, made: Accounts, year: int, captions: Callable[[], tuple[str, ...]]
    ) -> None:
        self.chance, self.manner, self.made, self.year, self.captions = chance, manner, made, year, captions

    def _classes(self, of: AmountOf) -> list[Row]:
        return [row for row in tree(self.made.leaves, [of], of) if len(row.code) == 3]

    def totals(self) -> TableBlock:
        """收支总表."""
        made, cell = self.made, self.manner.cell
        income = [
            ("一、一般公共预算拨款收入", made.general_income),
            ("二、政府性基金预算拨款收入", made.fund_income),
            ("三、国有资本经营预算拨款", 0),
            ("四、事业收入", made.business),
            ("五、事业单位经营收入", made.trade_income),
            ("六、其他收入", made.other_income),
        ]
        spent = [
            (f"{_NUMERALS[n]}、{row.name}", cell(row.amounts[0]))
            for n, row in enumerate(self._classes(lambda leaf: leaf.total))
        ]
        return two_sided(
            self.manner,
            Titled("income_expenditure", "收支总表", self.captions()),
            (("收　　入", "<", "支　　出", "<"), ("项　　目", "预算数", "项　　目", "预算数")),
            [(name, cell(amount)) for name, amount in income],
            spent,
            [
                (("本年收入合计", cell(made.year_income)), ("本年支出合计", cell(made.spent))),
                (("使用非财政拨款结余", cell(made.drawn)), ("结转下年", cell(made.kept))),
                (("上年结转", cell(made.carried + made.carry_own)), ("", "")),
                (("收入总计", cell(made.whole)), ("支出总计", cell(made.whole))),
            ],
            spare=self.chance.randint(0, 2),
        )  # fmt: skip

    def note_on_totals(self) -> str:
        """Both sides listed in full."""
        made, said = self.made, self.manner.said
        income = [
            ("一般公共预算拨款收入", made.general_income),
            ("政府性基金预算拨款收入", made.fund_income),
            ("事业收入", made.business),
            ("事业单位经营收入", made.trade_income),
            ("其他收入", made.other_income),
            ("使用非财政拨款结余", made.drawn),
            ("上年结转", made.carried + made.carry_own),
        ]
        spent = [(row.name, row.amounts[0]) for row in self._classes(lambda leaf: leaf.total)]
        if made.kept:
            spent.append(("结转下年", made.kept))
        both = [
            "、".join(f"{name}{fact(f'收支总表{name}', said(amount))}" for name, amount in part if amount)
            for part in (income, spent)
        ]
        if self.manner.prose_unit != self.manner.unit:  # sums of rounded parts need not tie
            return f"全部收支都列入预算，{self.year}年收支总预算{fact('收支总预算', said(made.whole))}。"
        return f"全部收支都列入预算。收入包括：{both[0]}；支出包括：{both[1]}。{self.year}年收支总预算{fact('收支总预算', said(made.whole))}。"  # fmt: skip

    def income(self) -> TableBlock:
        """收入总表: one line, each source a column."""
        made, cell = self.made, self.manner.cell
        cells = [
            ("合计", made.whole), ("上年结转", made.carried + made.carry_own), ("一般公共预算拨款收入", made.general_income),
            ("政府性基金预算拨款收入", made.fund_income), ("国有资本经营预算拨款收入", 0), ("金额", made.business),
            ("其中:教育收费", 0), ("事业单位经营收入", made.trade_income), ("上级补助收入", 0), ("附属单位上缴收入", 0),
            ("其他收入", made.other_income), ("使用非财政拨款结余", made.drawn),
        ]  # fmt: skip
        names = [name for name, _ in cells]
        header = (
            ["事业收入" if n == 5 else "<" if n == 6 else name for n, name in enumerate(names)],
            [name if n in (5, 6) else "^" for n, name in enumerate(names)],
        )
        return plain(
            self.manner,
            Titled("income", "收入总表", self.captions()),
            header,
            [[cell(amount) for _, amount in cells]],
            widths=(1.4, 1.2, 1.3, 1.2, 1.2, 1.1, 1, 1, 1, 1, 1, 1.2),
        )

    def note_on_income(self) -> str:
        """Where the money comes from, with shares."""
        made = self.made
        parts = [
            ("一般公共预算拨款收入", made.general_income),
            ("政府性基金预算拨款收入", made.fund_income),
            ("上年结转", made.carried + made.carry_own),
            ("事业收入", made.business),
            ("事业单位经营收入", made.trade_income),
            ("其他收入", made.other_income),
            ("使用非财政拨款结余", made.drawn),
        ]
        return shares(self.manner, f"{self.year}年，本单位收入总计", "收入总计", made.whole, parts)

    def expenditure(self) -> TableBlock:
        """支出总表 by code."""
        names = ("合计", "基本支出", "项目支出", "上缴上级支出", "事业单位经营支出", "对下级单位补助支出")
        return by_code(
            self.manner,
            Titled("expenditure", "支出总表", self.captions()),
            [(name,) for name in names],
            tree(self.made.leaves, _COLUMNS, lambda leaf: leaf.total),
            widths=(2.3, 2.1, 2.3, 1.4, 1.6, 1.6),
        )

    def note_on_expenditure(self) -> str:
        """基本支出 and 项目支出 with shares."""
        made = self.made
        parts = [
            (name, made.sum(of))
            for name, of in (("基本支出", _COLUMNS[1]), ("项目支出", _COLUMNS[2]), ("事业单位经营支出", _COLUMNS[4]))
        ]
        return shares(self.manner, f"{self.year}年，本单位支出总计", "支出总计", made.spent, parts)  # fmt: skip

    def fiscal(self) -> TableBlock:
        """财政拨款收支总表: this year's money, last year's, by kind; what it is spent on."""
        made, cell = self.made, self.manner.cell
        kinds = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算拨款")

        def three(amounts: tuple[int, int, int]) -> list[tuple[str, str]]:
            pairs = zip(kinds, amounts, strict=True)
            return [(f"　({_NUMERALS[n]}){name}", cell(amount)) for n, (name, amount) in enumerate(pairs)]

        current = made.general_income + made.fund_income
        spent = [
            (f"（{_NUMERALS[n]}）{row.name}", cell(row.amounts[0]))
            for n, row in enumerate(self._classes(lambda leaf: leaf.state))
        ]
        return two_sided(
            self.manner,
            Titled("fiscal", "财政拨款收支总表", self.captions()),
            (("收　　入", "<", "支　　出", "<"), ("项目", "预算数", "项目", "预算数")),
            [
                ("一、本年收入", cell(current)), *three((made.general_income, made.fund_income, 0)), ("", ""),
                ("二、上年结转", cell(made.carried)), *three((made.carried, 0, 0)),
            ],
            [("一、本年支出", cell(current + made.carried)), *spent],
            [(("", ""), ("二、结转下年", "")), (("收 入 总 计", cell(current + made.carried)), ("支 出 总 计", cell(current + made.carried)))],
        )  # fmt: skip

    def general(self) -> TableBlock:
        """一般公共预算支出表; in some years with last year's figures and the change beside this year's."""
        titled = Titled("general_public", "一般公共预算支出表", self.captions())
        if self.chance.random() < 0.5:
            over = self.chance.choice(("本年一般公共预算支出", f"{self.year}年一般公共预算支出"))
            parts = [(over, name) for name in ("合计", "基本支出", "项目支出")]
            return by_code(self.manner, titled, parts, tree(self.made.leaves, _GENERAL, _GENERAL[0]))
        last = self._last_year()
        columns = (lambda leaf: last[leaf.code], *_GENERAL, lambda leaf: leaf.general - last[leaf.code])
        rows = tree(self.made.leaves, (*columns, lambda leaf: 0), lambda leaf: leaf.general)
        now, change = f"{self.year}年预算数", f"{self.year}年预算数比{self.year - 1}年执行数"
        paths: list[tuple[str, ...]] = [
            (f"{self.year - 1}年执行数",), (now, "小计"), (now, "基本支出"), (now, "项目支出"), (change, "增减额"), (change, "增减%"),
        ]  # fmt: skip

        def value(row: Row, column: int) -> str:
            if column < 5:
                return self.manner.cell(row.amounts[column])
            return percent(row.amounts[4], row.amounts[0])

        return by_code(self.manner, titled, paths, rows, value=value, widths=(2, 2, 2, 2, 1.9, 1.4))

    def _last_year(self) -> dict[str, int]:
        """What each item came to last year: more or less than this year, never nothing."""
        return {leaf.code: max(1, leaf.general * self.chance.randint(70, 135) // 100) for leaf in self.made.leaves}

    def note_on_general(self) -> str:
        """一般公共预算 by 基本 and 项目, with shares."""
        made = self.made
        parts = [("基本支出", made.sum(_GENERAL[1])), ("项目支出", made.sum(_GENERAL[2]))]
        return shares(
            self.manner, f"{self.year}年安排一般公共预算支出", "一般公共预算支出", made.sum(_GENERAL[0]), parts
        )

    def basic(self) -> TableBlock:
        """一般公共预算基本支出表 in two or three panels."""
        made = self.made
        staff, goods, capital = (list(made.economic_rows(*tops)) for tops in (("301", "303"), ("302",), ("310",)))
        panels = (
            [staff, goods, capital or []] if self.chance.random() < 0.5 and capital else [staff, [*goods, *capital]]
        )
        totals = [
            ("人员经费合计", made.sum(lambda leaf: leaf.general_staff)),
            ("公用经费合计", made.sum(lambda leaf: leaf.general_running)),
        ]
        over = ["人员经费", *["公用经费"] * (len(panels) - 1)]
        return side_by_side(self.manner, Titled("basic", "一般公共预算基本支出表", self.captions()), over, panels, totals)  # fmt: skip

    def fund(self) -> TableBlock:
        """政府性基金预算支出表, empty where there are no funds."""
        return self._by_money("government_fund", "政府性基金预算支出", lambda leaf: leaf.fund)

    def state_capital(self) -> TableBlock:
        """国有资本经营预算支出表: empty."""
        return self._by_money("state_capital", "国有资本经营预算支出", lambda leaf: 0)

    def _by_money(self, kind: Kind, name: str, of: AmountOf) -> TableBlock:
        rows = tree(self.made.leaves, (of, lambda leaf: 0, of), of)
        note = f"注：本单位{self.year}年没有使用{name.removesuffix('支出')}安排的支出。"
        return by_code(
            self.manner,
            Titled(kind, name + "表", self.captions()),
            [(f"{self.year}年{name}", part) for part in ("合计", "基本支出", "项目支出")],
            rows,
            notes=() if rows else [note],
        )

    def three_public(self) -> TableBlock:
        """“三公”经费: not less than what 基本支出 gives for each item."""
        economic, wan = self.made.economic, self.manner.wan

        def at_least(code: str) -> int:
            inside = -(-economic.get(code, 0) * 100 // wan)  # in 0.01 万元, rounded up
            return inside + (self.chance.randint(20, 900) if self.chance.random() < 0.5 else 0)

        abroad, bought, run, received = (at_least(code) for code in ("30212", "31013", "30231", "30217"))
        two = replace(self.manner, unit="万元", decimals=2)
        cells = [abroad + bought + run + received, abroad, bought + run, bought, run, received]
        return plain(
            two,
            Titled("three_public", "一般公共预算“三公”经费支出表", tuple(c.replace(self.manner.unit, "万元") for c in self.captions())),
            (
                [f"{self.year}年预算数", *["<"] * 5],
                ["合计", "因公出国（境）费", "公务用车购置及运行费", "<", "<", "公务接待费"],
                ["^", "^", "小计", "公务用车购置费", "公务用车运行费", "^"],
            ),
            [[two.cell(amount) for amount in cells]],
        )  # fmt: skip


_NUMERALS = "一二三四五六七八九十"
