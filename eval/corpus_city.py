"""An invented city unit's or department's budget: income by code and source, expenditure by 人员, 公用 and 项目."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from eval.corpus_amounts import Accounts, AmountOf, Row, tree
from eval.corpus_names import Institute
from eval.corpus_notes import assets, change, procurement
from eval.corpus_tables import Manner, Titled, by_code, fact, heading, plain, prose, section, two_sided
from eval.typeset_model import Cover, Kind, Section, TableBlock

_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六")


def city_budget(chance: Random, who: Institute, year: int, manner: Manner, made: Accounts) -> list[Section]:
    """The whole document, section by section."""
    unit = chance.random() < 0.5
    word = "单位" if unit else "部门"
    tables = _Tables(chance, who, year, manner, made, word)
    return [
        Section(page="landscape", numbered=False, blocks=[Cover(cover=[f"{year}年{word}预算", f"编制{word}：{who.name}", f"{year}年{chance.randint(1, 3)}月"])]),
        section(chance, heading(f"{who.name}主要职能", 1), prose(f"{who.name}负责本辖区内的专业服务和日常管理工作，按年度计划组织实施各项任务。"), wide=True),
        section(chance, heading(f"{year}年{word}预算编制说明", 1), prose(*tables.note()), wide=True),
        section(chance, tables.totals(), wide=True),
        section(chance, tables.income(), wide=True),
        section(chance, tables.spent("expenditure", f"{year}年{word}支出预算总表", lambda leaf: leaf.total, lambda leaf: leaf.basic, lambda leaf: leaf.project), wide=True),
        section(chance, tables.fiscal(), wide=True),
        section(chance, tables.spent("general_public", f"{year}年一般公共预算支出功能分类预算表", lambda leaf: leaf.general, lambda leaf: leaf.general_basic, lambda leaf: leaf.general_project), wide=True),
        section(chance, tables.spent("government_fund", f"{year}年政府性基金预算支出功能分类预算表", lambda leaf: leaf.fund, lambda leaf: 0, lambda leaf: leaf.fund), wide=True),
        section(chance, tables.spent("state_capital", f"{year}年国有资本经营预算支出功能分类预算表", lambda leaf: 0, lambda leaf: 0, lambda leaf: 0), wide=True),
        section(chance, tables.basic(), wide=True),
        section(chance, tables.three_public(), wide=True),
        section(chance, heading("其他相关情况说明", 1), prose(tables.note_on_three_public()), *procurement(chance, manner, year), *assets(chance, year), wide=True),
    ]  # fmt: skip


class _Tables:
    """The nine tables and the notes, over one set of accounts."""

    def __init__(self, chance: Random, who: Institute, year: int, manner: Manner, made: Accounts, word: str) -> None:
        self.chance, self.year, self.manner, self.made, self.word = chance, year, manner, made, word
        self.captions = (f"编制{word}：{who.name} | 单位：{manner.unit}",)
        self.three = self._three_public()

    def _titled(self, kind: Kind, title: str) -> Titled:
        return Titled(kind, title, self.captions)

    def _classes(self, *of: AmountOf) -> list[Row]:
        return [row for row in tree(self.made.leaves, of, of[0]) if len(row.code) == 3]

    def totals(self) -> TableBlock:
        """财务收支预算总表: expenditure split into 人员经费, 公用经费 and 项目支出."""
        made, cell = self.made, self.manner.cell
        split = (lambda leaf: leaf.total, lambda leaf: leaf.staff, lambda leaf: leaf.running, lambda leaf: leaf.project)
        income = [
            ("一、财政拨款收入", made.general_income + made.fund_income),
            ("　　1、一般公共预算资金", made.general_income),
            ("　　2、政府性基金", made.fund_income),
            ("　　3、国有资本经营预算", 0),
            ("二、事业收入", made.business),
            ("三、事业单位经营收入", 0),
            ("四、其他收入", made.other_income),
        ]
        spent = [
            (f"{_NUMERALS[n]}、{row.name}", *map(cell, row.amounts)) for n, row in enumerate(self._classes(*split))
        ]
        whole = [cell(made.sum(of)) for of in split]
        return two_sided(
            self.manner,
            self._titled("income_expenditure", f"{self.year}年{self.word}财务收支预算总表"),
            (
                ("本年收入", "<", "本年支出", "<", "<", "<", "<"),
                ("项目", "预算数", "项目", "预算数", "<", "<", "<"),
                ("^", "^", "^", "合计", "基本支出", "<", "项目支出"),
                ("^", "^", "^", "^", "人员经费", "公用经费", "^"),
            ),
            [(name, cell(amount)) for name, amount in income],
            spent,
            [(("收入总计", cell(made.whole)), ("支出总计", *whole))],
            columns="label value label value value value value",
            widths=(4.6, 2.7, 4.2, 2.6, 2.6, 2.6, 2.6),
        )

    def income(self) -> TableBlock:
        """收入预算总表 by code and source."""
        columns = (
            lambda leaf: leaf.total,
            lambda leaf: leaf.state,
            lambda leaf: leaf.from_business,
            lambda leaf: 0,
            lambda leaf: leaf.from_other,
        )
        names = ("合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入")
        return by_code(
            self.manner,
            self._titled("income", f"{self.year}年{self.word}收入预算总表"),
            [("收入预算", name) for name in names],
            tree(self.made.leaves, columns, columns[0]),
            names=("功能分类科目编码", "功能分类科目名称"),
        )

    def spent(self, kind: Kind, title: str, *of: AmountOf) -> TableBlock:
        """One of the tables of expenditure by code."""
        rows = tree(self.made.leaves, of, of[0])
        over = {
            "expenditure": "支出预算",
            "general_public": "一般公共预算支出",
            "government_fund": "政府性基金预算支出",
        }.get(kind, "国有资本经营预算支出")
        return by_code(
            self.manner,
            self._titled(kind, title),
            [(over, name) for name in ("合计", "基本支出", "项目支出")],
            rows,
            names=("功能分类科目编码", "功能分类科目名称"),
            notes=() if rows else ("注：本年度没有这项安排，本表为空表。",),
        )  # fmt: skip

    def fiscal(self) -> TableBlock:
        """财政拨款收支预算总表 by 类 and kind of money."""
        made, cell = self.made, self.manner.cell
        split = (lambda leaf: leaf.state, lambda leaf: leaf.general, lambda leaf: leaf.fund, lambda leaf: 0)
        spent = [
            (f"{_NUMERALS[n]}、{row.name}", *map(cell, row.amounts)) for n, row in enumerate(self._classes(*split))
        ]
        return two_sided(
            self.manner,
            self._titled("fiscal", f"{self.year}年{self.word}财政拨款收支预算总表"),
            (
                ("财政拨款收入", "<", "财政拨款支出", "<", "<", "<", "<"),
                ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
            ),
            [
                ("一、一般公共预算资金", cell(made.general_income)),
                ("二、政府性基金", cell(made.fund_income)),
                ("三、国有资本经营预算", cell(0)),
            ],
            spent,
            [
                (
                    ("收入总计", cell(made.general_income + made.fund_income)),
                    ("支出总计", *(cell(made.sum(of)) for of in split)),
                )
            ],
            columns="label value label value value value value",
            widths=(4.6, 2.7, 4.2, 2.6, 2.6, 2.6, 2.6),
        )

    def basic(self) -> TableBlock:
        """一般公共预算基本支出表 by economic code: 合计, 人员经费, 公用经费."""
        rows = []
        for row in self.made.economic_rows("301", "302", "303", "310"):
            amount = row.amounts[0]
            staff = row.code.startswith(("301", "303"))
            rows.append(Row(row.code, row.name, (amount, amount if staff else 0, 0 if staff else amount)))
        manner = self.manner
        return by_code(
            replace(manner, split=False),
            self._titled("basic", f"{self.year}年一般公共预算基本支出部门预算经济分类预算表"),
            [("一般公共预算基本支出", name) for name in ("合计", "人员经费", "公用经费")],
            rows,
            names=("经济分类科目编码", "部门经济分类科目名称"),
        )

    def _three_public(self) -> tuple[int, int, int, int]:
        """出国, 接待, 购置 and 运行 in 0.01 万元, not less than 基本支出 gives for each."""
        economic, wan = self.made.economic, self.manner.wan
        inside = [-(-economic.get(code, 0) * 100 // wan) for code in ("30212", "30217", "31013", "30231")]
        abroad, received, bought, run = (
            n + (self.chance.randint(10, 700) if self.chance.random() < 0.5 else 0) for n in inside
        )
        return abroad, received, bought, run

    def three_public(self) -> TableBlock:
        """“三公”经费 in 万元, items as columns or as rows, with 机关运行经费 beside them or not."""
        abroad, received, bought, run = self.three
        two = replace(self.manner, unit="万元", decimals=2)
        captions = (self.captions[0].rsplit("：", 1)[0] + "：万元",)
        titled = Titled("three_public", f"{self.year}年{self.word}“三公”经费预算表", captions)
        whole = abroad + received + bought + run
        if self.chance.random() < 0.5:
            items = (
                ("合计", whole), ("1.因公出国（境）费用", abroad), ("2.公务接待费", received), ("3.公务用车购置及运行费", bought + run),
                ("其中：（1）公务用车购置费", bought), ("（2）公务用车运行费", run),
            )  # fmt: skip
            return plain(
                two, titled, (("项目", f"{self.year}年预算数"),), [(name, two.cell(n)) for name, n in items],
                columns="label value", widths=(5, 3),
            )  # fmt: skip
        return plain(
            two,
            titled,
            (
                ("合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费", "<", "<"),
                ("^", "^", "^", "小计", "购置费", "运行费"),
            ),
            [[two.cell(n) for n in (whole, abroad, received, bought + run, bought, run)]],
        )

    def note_on_three_public(self) -> str:
        """The three items and how they compare with last year."""
        abroad, received, bought, run = self.three
        whole, two = abroad + received + bought + run, "万元"
        last = whole + self.chance.randint(5, 300)
        items = (("因公出国（境）费", abroad), ("公务接待费", received), ("公务用车购置及运行费", bought + run))
        told = "；".join(f"{name}{fact(f'说明：{name}', f'{n / 100:.2f}{two}')}" for name, n in items)
        less = fact("“三公”经费比上年减少", f"{(last - whole) / 100:.2f}{two}")
        return f"{self.year}年“三公”经费预算数为{fact('“三公”经费预算数', f'{whole / 100:.2f}{two}')}，比{self.year - 1}年预算减少{less}。其中：{told}。"  # fmt: skip

    def note(self) -> list[str]:
        """Where the money comes from and goes to, against last year."""
        made, said, year = self.made, self.manner.said, self.year
        state = made.general_income + made.fund_income
        last = state * self.chance.randint(80, 125) // 100
        income = f"{year}年，收入预算{fact('收入预算', said(made.whole))}，其中：财政拨款收入{fact('财政拨款收入', said(state))}，{change(self.manner, '财政拨款收入', state, last, f'比{year - 1}年预算')}"
        others = "".join(
            f"；{name}{fact(name, said(n))}"
            for name, n in (("事业收入", made.business), ("其他收入", made.other_income))
            if n
        )
        spent = "；".join(
            f"{row.name}{fact(f'支出：{row.name}', said(row.amounts[0]))}"
            for row in self._classes(lambda leaf: leaf.total)
        )
        return [f"{income}{others}。", f"支出预算{fact('支出预算', said(made.spent))}，按科目分列如下：{spent}。"]  # fmt: skip
