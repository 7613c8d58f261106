"""Notes of an invented disclosure: prose with amounts, shares and changes that agree with the tables they explain."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from eval.corpus_amounts import Accounts, percent, split
from eval.corpus_tables import Manner, fact, heading, prose
from eval.typeset_model import Block

Part = tuple[str, int]


def shares(manner: Manner, start: str, whole_name: str, whole: int, parts: Sequence[Part]) -> str:
    """A whole, then each part that is not nothing with its share."""
    told = "；".join(
        f"{name}{fact(f'{whole_name}：{name}', manner.said(amount))}，占{fact(f'{whole_name}：{name}占比', percent(amount, whole) + '%')}"
        for name, amount in parts
        if amount > 0
    )
    return f"{start}{fact(whole_name, manner.said(whole))}，其中：{told}。"


def change(manner: Manner, name: str, this: int, last: int, before: str) -> str:
    """How much more or less than last year, in money and in percent."""
    more = this >= last
    amount = fact(f"{name}{before}{'增加' if more else '减少'}", manner.said(abs(this - last)))
    rate = fact(f"{name}{before}{'增长' if more else '下降'}", percent(abs(this - last), last) + "%")
    return f"{before}{'增加' if more else '减少'}{amount}，{'增长' if more else '下降'}{rate}"


def staff_items(manner: Manner, made: Accounts, year: int) -> list[str]:
    """The note to 基本支出表: 人员经费 and 公用经费, naming the 款 that hold money."""
    staff, running = made.sum(lambda leaf: leaf.general_staff), made.sum(lambda leaf: leaf.general_running)
    names = [
        "、".join(row.name for row in made.economic_rows(*tops) if len(row.code) == 5)
        for tops in (("301", "303"), ("302", "310"))
    ]
    return [
        f"{year}年安排一般公共预算基本支出{fact('一般公共预算基本支出', manner.said(staff + running))}，分为两项：",
        f"人员经费{fact('人员经费', manner.said(staff))}，主要包括{names[0]}。",
        f"公用经费{fact('公用经费', manner.said(running))}，主要包括{names[1]}。",
    ]


def procurement(chance: Random, manner: Manner, year: int, word: str = "预算") -> list[Block]:
    """政府采购: goods, works and services."""
    parts = split(chance, chance.randint(2_000, 900_000), 3)
    names = ("货物", "工程", "服务")
    told = "、".join(
        f"政府采购{name}{word}{fact(f'政府采购{name}{word}', f'{amount / 100:.2f}万元')}"
        for name, amount in zip(names, parts, strict=True)
    )
    total = fact(f"政府采购{word}总额", f"{sum(parts) / 100:.2f}万元")
    return [heading("（一）政府采购情况说明", 3), prose(f"{year}年政府采购{word}总额{total}，其中：{told}。")]


_VEHICLES = ("主要领导干部用车", "机要通信用车", "应急保障用车", "特种专业技术用车", "其他用车")


def assets(chance: Random, year: int) -> list[Block]:
    """国有资产: vehicles by kind, and large equipment."""
    counts = [chance.randint(0, 6) for _ in _VEHICLES]
    kinds = "、".join(
        f"{name}{fact(f'现有车辆：{name}', f'{count}辆')}" for name, count in zip(_VEHICLES, counts, strict=True)
    )
    large = chance.randint(0, 60)
    return [
        heading("（二）国有资产占有使用情况说明", 3),
        prose(
            f"截至{year - 1}年12月31日，共有车辆{fact('共有车辆', f'{sum(counts)}辆')}，其中：{kinds}。"
            f"单位价值100万元以上设备{fact('单位价值100万元以上设备', f'{large}台（套）')}。"
        ),
    ]
