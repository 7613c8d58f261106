"""Performance forms (项目绩效目标表) of an invented budget: money that adds up, weights that make 90."""

from __future__ import annotations

from random import Random

from eval.corpus_amounts import Accounts, printed, split
from eval.corpus_tables import Manner, lines, rounded
from eval.typeset_model import ABOVE, Form, FormBlock

_PROJECTS = (
    "野外台站运行专项",
    "数据整编与共享专项",
    "仪器更新改造项目",
    "青年科研启动项目",
    "标本馆环境改造项目",
    "联合观测航次项目",
    "方法标准研制项目",
)
_TARGETS = (
    ("产出指标", "数量指标", "完成观测站点", "≥{} 个"),
    ("产出指标", "数量指标", "形成数据集", "≥{} 套"),
    ("产出指标", "质量指标", "数据验收合格率", "≥{}%"),
    ("产出指标", "时效指标", "年度任务完成时间", "本年度12月31日前"),
    ("效益指标", "社会效益指标", "成果提供公众使用", "明显改善"),
    ("效益指标", "社会效益指标", "培训业务人员", "≥{} 人次"),
    ("满意度指标", "服务对象满意度指标", "使用单位满意度", "≥{}%"),
)


def performance_forms(chance: Random, institute: str, year: int, manner: Manner, made: Accounts) -> list[FormBlock]:
    """Some forms in 万元; together they come to less than 项目支出."""
    projects = chance.sample(_PROJECTS, chance.choice((0, 1, 2)))
    whole = rounded(made.sum(lambda leaf: leaf.project), manner.wan // 100) // 2
    if not projects or whole < 900:
        return []
    shares = split(chance, whole, len(projects) + 1)
    return [
        FormBlock(form=_form(chance, institute, year, manner, project, amount))
        for project, amount in zip(projects, shares[:-1], strict=True)
        if amount > 9
    ]


def _form(chance: Random, institute: str, year: int, manner: Manner, project: str, amount: int) -> Form:
    granted, carried = (amount, 0) if chance.random() < 0.5 else split(chance, amount, 2)
    weights = [5 + extra for extra in _weights(chance, 90 - 5 * len(_TARGETS), len(_TARGETS))]
    rows, above = [], ("", "")
    for (first, second, third, target), weight in zip(_TARGETS, weights, strict=True):
        shown = (ABOVE if first == above[0] else first, ABOVE if (first, second) == above else second)
        rows.append([*shown, third, target.format(chance.randint(80, 98)), str(weight)])
        above = (first, second)
    nothing = chance.choice(("-", "0.00"))
    return Form(
        title=f"{project}项目绩效目标表",
        year_line=f"({year} 年度)",
        project=project,
        department=f"[{chance.randint(100, 199)}]{institute[:2]}主管部门",
        unit_name=institute,
        money=lines(
            [
                ("年度资金总额：", printed(amount, 2)),
                ("其中：财政拨款", printed(granted, 2)),
                ("上年结转", printed(carried, 2) if carried else nothing),
                ("其他资金", nothing),
            ]
        ),
        goals=["1.保持台站和数据平台全年稳定运行；", "2.按计划完成观测、整编和验收，成果及时公开。"],
        indicators=lines(rows),
        separators=manner.separators,
    )


def _weights(chance: Random, total: int, count: int) -> list[int]:
    return [part - 1 for part in split(chance, total + count, count)]
