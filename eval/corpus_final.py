"""Invented final accounts (决算) in the national style: 行次 and 栏次 lines, opening and closing balances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from eval.corpus_amounts import Accounts, AmountOf, Leaf, code_names, percent, tree
from eval.corpus_names import Institute
from eval.corpus_notes import assets, change, procurement, shares, staff_items
from eval.corpus_tables import Manner, Titled, by_code, fact, heading, plain, prose, section, side_by_side, two_sided
from eval.typeset_model import Block, Cover, Kind, Section, TableBlock

_CLASSES = ("201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217", "219", "220", "221", "222", "223", "224", "229", "231", "232", "234")  # fmt: skip
_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六".split()  # noqa: SIM905


def final_accounts(chance: Random, who: Institute, year: int, manner: Manner, made: Accounts) -> list[Section]:
    """The whole document, section by section."""
    word = chance.choice(("部门", "单位"))
    tables = _Tables(chance, year, manner, made, (f"{word}：{who.name} | 金额单位：{manner.unit}",))
    return [
        Section(numbered=False, blocks=[Cover(cover=[who.name, f"{year} 年度{word}决算", f"{year + 1} 年 8 月"])]),
        section(chance, heading(f"第一部分　{who.name}概况", 1), prose(f"{who.name}依法履行本领域的管理和服务职责，组织实施年度计划。")),
        section(chance, heading(f"第二部分　{year}年度{word}决算表", 1), tables.totals()),
        section(chance, tables.income(), wide=True),
        section(chance, tables.expenditure(), wide=True),
        section(chance, tables.fiscal(), wide=True),
        section(chance, tables.general()),
        section(chance, tables.basic(), wide=True),
        section(chance, tables.three_public(), wide=True),
        section(chance, tables.fund(), wide=True),
        section(chance, tables.state_capital()),
        section(chance, heading(f"第三部分　{year}年度{word}决算情况说明", 1), *tables.notes(), *procurement(chance, manner, year, "支出"), *assets(chance, year + 1)),
    ]  # fmt: skip


def _spent_of_state(leaf: Leaf) -> int:
    """一般公共预算财政拨款支出, what was carried over from last year included."""
    return leaf.general + leaf.carried


class _Tables:
    """The nine tables and their notes, over one set of accounts."""

    def __init__(self, chance: Random, year: int, manner: Manner, made: Accounts, captions: tuple[str, ...]) -> None:
        self.chance, self.year, self.manner, self.made, self.captions = chance, year, manner, made, captions
        self.number = 0
        self.three = self._three_public()

    def _titled(self, kind: Kind, title: str) -> Titled:
        self.number += 1
        return Titled(kind, title, (f"| 公开{self.number:02d}表", *self.captions))

    def _by_class(self, *of: AmountOf) -> dict[str, tuple[int, ...]]:
        return {row.code: row.amounts for row in tree(self.made.leaves, of, of[0]) if len(row.code) == 3}

    def totals(self) -> TableBlock:
        """收入支出决算总表: every 类 has a line, whether or not anything is spent on it."""
        made, cell = self.made, self.manner.cell
        names = code_names("functional")
        income = [
            ("一、一般公共预算财政拨款收入", made.general_income), ("二、政府性基金预算财政拨款收入", made.fund_income),
            ("三、国有资本经营预算财政拨款收入", 0), ("四、上级补助收入", 0), ("五、事业收入", made.business),
            ("六、经营收入", made.trade_income), ("七、附属单位上缴收入", 0), ("八、其他收入", made.other_income),
        ]  # fmt: skip
        spent = self._by_class(lambda leaf: leaf.total)
        count = len(_CLASSES)
        left = [(name, str(n + 1), cell(amount)) for n, (name, amount) in enumerate(income)]
        left += [("", str(n), "") for n in range(len(left) + 1, count + 1)]
        right = [
            (f"{_NUMERALS[n]}、{names[code]}", str(count + 5 + n), cell(spent.get(code, (0,))[0]))
            for n, code in enumerate(_CLASSES)
        ]
        closing = (
            (("本年收入合计", made.year_income), ("本年支出合计", made.spent)),
            (("使用非财政拨款结余", made.drawn), ("结余分配", made.distributed)),
            (("年初结转和结余", made.carried + made.carry_own), ("年末结转和结余", made.kept + made.state_kept)),
            (("总计", made.whole), ("总计", made.whole)),
        )
        return two_sided(
            self.manner,
            self._titled("income_expenditure", "收入支出决算总表"),
            (("收入", "<", "<", "支出", "<", "<"), ("项目", "行次", "决算数", "项目", "行次", "决算数")),
            left,
            right,
            [
                ((one, str(count + 1 + n), cell(a)), (other, str(2 * count + 5 + n), cell(b)))
                for n, ((one, a), (other, b)) in enumerate(closing)
            ],
            columns="label line value label line value",
            widths=(5, 0.9, 2.1, 5, 0.9, 2.1),
            ordinals=[("栏次", "", "1", "栏次", "", "2")],
            notes=("注：本表反映本年度的总收支和年末结转结余情况。",),
            spare=0,
        )

    def income(self) -> TableBlock:
        """收入决算表 by code and source."""
        columns = (
            lambda leaf: leaf.general + leaf.saved + leaf.fund + leaf.from_business + leaf.from_trade + leaf.from_other,
            lambda leaf: leaf.general + leaf.saved + leaf.fund,
            lambda leaf: 0,
            lambda leaf: leaf.from_business,
            lambda leaf: leaf.from_trade,
            lambda leaf: 0,
            lambda leaf: leaf.from_other,
        )
        names = ("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
        return self._by_code("income", "收入决算表", [(name,) for name in names], columns, note="取得的各项收入情况")

    def expenditure(self) -> TableBlock:
        """支出决算表 by code."""
        columns = (lambda leaf: leaf.total, lambda leaf: leaf.basic, lambda leaf: leaf.project, lambda leaf: 0, lambda leaf: leaf.trade, lambda leaf: 0)  # fmt: skip
        names = ("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
        return self._by_code("expenditure", "支出决算表", [(name,) for name in names], columns, note="各项支出情况")

    def _by_code(
        self,
        kind: Kind,
        title: str,
        paths: Sequence[tuple[str, ...]],
        columns: Sequence[AmountOf],
        note: str = "",
        empty: str = "",
    ) -> TableBlock:
        rows = tree(self.made.leaves, columns, lambda leaf: any(of(leaf) for of in columns))
        notes = [empty] if empty and not rows else [f"注：本表反映本年度{note}。"] if note else []
        return by_code(
            self.manner,
            self._titled(kind, title),
            paths,
            rows,
            names=("功能分类科目编码", "科目名称"),
            ordinals=not self.manner.split,
            notes=notes,
        )

    def fiscal(self) -> TableBlock:
        """财政拨款收入支出决算总表, expenditure by kind of money."""
        made, cell = self.made, self.manner.cell
        names = code_names("functional")
        kinds = (lambda leaf: leaf.state, _spent_of_state, lambda leaf: leaf.fund, lambda leaf: 0)
        spent = self._by_class(*kinds)
        whole = made.general_income + made.fund_income + made.carried
        left = [
            ("一、一般公共预算财政拨款", cell(made.general_income)),
            ("二、政府性基金预算财政拨款", cell(made.fund_income)),
            ("三、国有资本经营预算财政拨款", ""),
        ]
        right = [
            (f"{_NUMERALS[n]}、{names[code]}", *map(cell, spent.get(code, (0, 0, 0, 0))))
            for n, code in enumerate(_CLASSES)
        ]
        sums = [made.sum(of) for of in kinds]
        general, fund = made.general_income + made.carried, made.fund_income
        return two_sided(
            self.manner,
            self._titled("fiscal", "财政拨款收入支出决算总表"),
            (
                ("收入", "<", "支出", "<", "<", "<", "<"),
                ("项目", "金额", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"),
            ),
            left,
            right,
            [
                (("本年收入合计", cell(made.general_income + made.fund_income)), ("本年支出合计", *map(cell, sums))),
                (
                    ("年初财政拨款结转和结余", cell(made.carried)),
                    ("年末财政拨款结转和结余", cell(made.state_kept), cell(made.state_kept), cell(0), cell(0)),
                ),
                (("　一般公共预算财政拨款", cell(made.carried)), ("", "", "", "", "")),
                (("　政府性基金预算财政拨款", cell(0)), ("", "", "", "", "")),
                (("总计", cell(whole)), ("总计", cell(whole), cell(general), cell(fund), cell(0))),
            ],
            columns="label value label value value value value",
            widths=(5, 2, 5, 2, 2, 2, 2),
            ordinals=[("栏次", "1", "栏次", "2", "3", "4", "5")],
            spare=0,
        )  # fmt: skip

    def general(self) -> TableBlock:
        """一般公共预算财政拨款支出决算表."""
        columns = (_spent_of_state, lambda leaf: leaf.general_basic, lambda leaf: leaf.general_project + leaf.carried)
        paths = [("本年支出", name) for name in ("小计", "基本支出", "项目支出")]
        return self._by_code(
            "general_public", "一般公共预算财政拨款支出决算表", paths, columns, note="一般公共预算财政拨款支出情况"
        )

    def basic(self) -> TableBlock:
        """一般公共预算财政拨款基本支出决算表 in panels."""
        made = self.made
        staff, goods, capital = (list(made.economic_rows(*tops)) for tops in (("301", "303"), ("302",), ("310",)))
        three = capital and self.chance.random() < 0.5
        panels = [staff, goods, capital] if three else [staff, [*goods, *capital]]
        totals = [
            ("人员经费合计", made.sum(lambda leaf: leaf.general_staff)),
            ("公用经费合计", made.sum(lambda leaf: leaf.general_running)),
        ]
        over = ["人员经费", *["公用经费"] * (len(panels) - 1)]
        titled = self._titled("basic", "一般公共预算财政拨款基本支出决算明细表")
        return side_by_side(self.manner, titled, over, panels, totals, value_name="决算数")

    def _three_public(self) -> tuple[list[int], list[int]]:
        """Budget and final figures of 出国, 购置, 运行, 接待 in 0.01 万元; final ones not below what 基本支出 gives."""
        economic, wan = self.made.economic, self.manner.wan
        done = [
            -(-economic.get(code, 0) * 100 // wan) + (self.chance.randint(10, 800) if self.chance.random() < 0.5 else 0)
            for code in ("30212", "31013", "30231", "30217")
        ]
        return [n + self.chance.randint(0, 500) for n in done], done

    def three_public(self) -> TableBlock:
        """“三公”经费: budget and final figures in two blocks of columns."""
        cell = replace(self.manner, unit="万元", decimals=2).cell

        def block(items: Sequence[int]) -> list[str]:
            abroad, bought, run, received = items
            return [cell(n) for n in (sum(items), abroad, bought + run, bought, run, received)]

        planned, done = self.three
        items = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费"]
        below = ["^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^"]
        return plain(
            self.manner,
            self._titled("three_public", "财政拨款“三公”经费支出决算表"),
            (["预算数", *["<"] * 5, "决算数", *["<"] * 5], items * 2, below * 2),
            [[*block(planned), *block(done)]],
            ordinals=[[str(n) for n in range(1, 13)]],
            notes=("注：本表反映本年度财政拨款“三公”经费支出预决算情况。",),
        )

    def fund(self) -> TableBlock:
        """政府性基金预算财政拨款收入支出决算表, empty where there are no funds."""
        columns = (lambda leaf: 0, lambda leaf: leaf.fund, lambda leaf: leaf.fund, lambda leaf: 0, lambda leaf: leaf.fund, lambda leaf: 0)  # fmt: skip
        paths = [("年初结转和结余",), ("本年收入",), ("本年支出", "小计"), ("本年支出", "基本支出"), ("本年支出", "项目支出"), ("年末结转和结余",)]  # fmt: skip
        empty = f"注：{self.year}年度没有政府性基金预算财政拨款收入和支出，本表为空表。"
        return self._by_code(
            "government_fund", "政府性基金预算财政拨款收入支出决算表", paths, columns, "政府性基金收支情况", empty
        )

    def state_capital(self) -> TableBlock:
        """国有资本经营预算财政拨款支出决算表: empty."""
        paths = [("本年支出", name) for name in ("合计", "基本支出", "项目支出")]
        empty = f"注：{self.year}年度没有国有资本经营预算财政拨款支出，本表为空表。"
        return self._by_code(
            "state_capital", "国有资本经营预算财政拨款支出决算表", paths, [lambda leaf: 0] * 3, empty=empty
        )

    def notes(self) -> list[Block]:
        """The notes to the tables, with last year's changes, shares and completion rates."""
        made, said, year = self.made, self.manner.said, self.year
        blocks: list[Block] = []

        def note(title: str, *paragraphs: str) -> None:
            blocks.extend((heading(title), prose(*paragraphs)))

        def against_last_year(name: str, amount: int) -> str:
            last = max(1, amount * self.chance.randint(82, 118) // 100)
            return change(self.manner, name, amount, last, f"比{year - 1}年度")

        note(
            "一、收入支出决算总体情况说明",
            f"{year}年度收入总计、支出总计均为{fact('收支总计', said(made.whole))}。收支总计{against_last_year('收支总计', made.whole)}。",
        )
        sources = [
            ("财政拨款收入", made.general_income + made.fund_income),
            ("事业收入", made.business),
            ("经营收入", made.trade_income),
            ("其他收入", made.other_income),
        ]
        note("二、收入决算情况说明", shares(self.manner, "本年收入合计", "本年收入合计", made.year_income, sources))
        uses = [
            ("基本支出", made.sum(lambda leaf: leaf.basic)),
            ("项目支出", made.sum(lambda leaf: leaf.project)),
            ("经营支出", made.sum(lambda leaf: leaf.trade)),
        ]
        note("三、支出决算情况说明", shares(self.manner, "本年支出合计", "本年支出合计", made.spent, uses))
        general = made.sum(_spent_of_state)
        note(
            "五、一般公共预算财政拨款支出决算情况说明",
            f"{year}年度一般公共预算财政拨款支出{fact('一般公共预算财政拨款支出', said(general))}，占本年支出合计的{fact('一般公共预算财政拨款支出占比', percent(general, made.spent) + '%')}。一般公共预算财政拨款支出{against_last_year('一般公共预算财政拨款支出', general)}。",
        )
        note("六、一般公共预算基本支出决算情况说明", *staff_items(self.manner, made, year))
        planned, done = (sum(items) for items in self.three)
        if planned and done:
            note(
                "七、财政拨款“三公”经费支出决算情况说明",
                f"{year}年度“三公”经费财政拨款支出预算为{fact('“三公”经费预算', f'{planned / 100:.2f}万元')}，支出决算为{fact('“三公”经费决算', f'{done / 100:.2f}万元')}，完成预算的{fact('“三公”经费完成预算', percent(done, planned) + '%')}。",
            )
        return blocks  # fmt: skip
