"""What the notes say, asked in English; what part of its own budget was spent; a row's spending held against its income; and what is
left when a year begins."""

import re

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.noted import in_notes

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # a share in one table, the table said in brackets
        (GENOME, "全部支出预算里基本支出的比重有多大（按支出总表）？", "合计 · 基本支出", ["12.75", "5500.25", "43154.93"]),
        (GENOME, "全部支出预算里基本支出的比重有多大（支出总表）？", "合计 · 基本支出", ["12.75", "5500.25", "43154.93"]),
        (GENOME, "上年结转，收支总表上记了多少？", "上年结转", ["16728.67"]),
        (GENOME, "支出总表的说明里项目支出是多少？", "项目支出", ["37654.68"]),
        # other income: what is there beside the kinds that are named
        (GENOME, "除了财政给的和事业收入，别的进账还有多少？", "六、其他收入", ["400.00"]),
        (GENOME, "除财政拨款外，还有多少其他进账？", "本年收入合计", ["6900.00"]),
        # what is left at the beginning of the year, and at its end
        (RELICS, "2023年年初账上还留着多少没用完的资金？", "年初结转和结余", ["312.90"]),
        (RELICS, "2023年初手里还剩多少没用掉的钱？", "年初结转和结余", ["312.90"]),
        (RELICS, "年末账上还留着多少没用完的资金？", "年末结转和结余", ["468.95"]),
        (RELICS, "年初和年末账上各剩多少没花完的钱？", "年初结转和结余", ["312.90", "468.95"]),
        (GENOME, "年初账上还有多少没花完的钱？", "上年结转", ["16728.67"]),
        # a row's spending and its income
        (RELICS, "文物保护当年的支出比收入多吗？", "没有", ["-117.55", "4149.21", "4266.76"]),
        (RELICS, "文物保护的支出比收入少吗？", "是", ["117.55", "4266.76", "4149.21"]),
        (RELICS, "文物保护当年花的比进的多吗？", "没有", ["-117.55", "4149.21", "4266.76"]),
        (RELICS, "文物保护当年收入多还是支出多？", "文物保护（支出决算表）比", ["-117.55", "4149.21", "4266.76"]),
        (RELICS, "文物保护收支相抵了吗？", "不一致", ["4149.21", "4266.76", "117.55"]),
        (RELICS, "本年支出按功能分几大类，每类决算多少？", "分为 6 类", ["38.25", "4601.39", "335.69"]),
    ],
)  # fmt: skip
def test_notes_and_sides(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "住房改革支出收支平衡吗？"),  # no table of a budget has the income of a row
        (RELICS, "年初手里尚剩多少没用掉的钱？"),  # never what is left at the end
        (GENOME, "How much did the institute spend on receptions, and what percentage of the budget was that?"),
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        (RELICS, 'What did the centre actually spend on the "three public" items in 2023, and what percentage of the budget was that?', ["24.33", "74.63"]),
        (RELICS, "How much was actually spent on official receptions, and how much of the budget was that?", ["1.86", "62.00"]),
        (RELICS, "What was the actual reception spending and what percentage of its budget was that?", ["1.86", "62.00"]),
        (RELICS, "What did receptions actually cost, and what percentage of the budget was that?", ["1.86", "62.00"]),
        (RELICS, "Of the budget for the three public expenses, how much was actually spent, and what percentage was that?", ["24.33", "74.63"]),
        (RELICS, "Three public expenses in 2023: how much was actually spent, and what percentage of the budget?", ["24.33", "74.63"]),
        (RELICS, "What percentage of the budget for official receptions was actually spent?", ["62.00"]),
        (RELICS, "How many special-purpose technical vehicles does the centre own?", ["5"]),
        (RELICS, "How many special-purpose vehicles does the centre own?", ["5"]),
        (GENOME, "According to the note on the overall expenditure table, what share of spending is project expenditure?", ["87.25"]),
        (GENOME, "According to the notes, how much is business income?", ["6500.00"]),
    ],
)  # fmt: skip
def test_english(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("According to the note on the expenditure table, 项目支出占比", "支出总表的说明里项目支出占比"),
        ("2024年项目支出是多少, according to the notes", "2024年说明里项目支出是多少"),
        ("As the notes state, 项目支出占比", "项目支出占比"),
        ("According to the note on something, 项目支出占比", ""),  # who knows what that is
        ("According to the notes, how much is it", ""),
        ("项目支出是多少", ""),
    ],
)
def test_notes_are_named_in_front(question: str, told: str) -> None:
    def named(words: str) -> str:
        return re.sub("overall expenditure table", "支出总表", words)

    assert in_notes(question, lambda asked: asked, named) == told
