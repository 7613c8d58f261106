"""A claim with its conclusion, amounts of shares before, all cars of one kind, what a table beside another has."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (GENOME, "公务接待费是3万元，所以三公经费就是20万元，对吧？", "是，公务接待费", ["3.00", "13.75"]),
        (GENOME, "3辆车全是应急保障用车吗？", "不是，应急保障用车 0 辆", ["0"]),
        (RELICS, "三公经费比预算节约了多少？", "决算数 · 合计", ["-8.27", "24.33", "32.60"]),
        (RELICS, "付出去的退休费有多少？", "退休费", ["82.30"]),
        (GENOME, "三公经费表列了公务接待费，基本支出表的数比它少多少？", "公务接待费", ["0.00", "3.00"]),
        (GENOME, "通过开展业务取得的收入是多少？", "四、事业收入", ["6500.00"]),
        (GENOME, "车辆情况统计到哪天为止，总共几辆？", "车辆 3 辆", ["3"]),
        (GENOME, "国有资本经营预算支出，这个单位2025年安排了没有？", "没有", []),
    ],
)
def test_claims_and_conclusions(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_a_wrong_conclusion_is_told(asker: Asker) -> None:
    answer = asker.ask("公务接待费是3万元，所以三公经费就是20万元，对吧？", GENOME)
    assert "\n不是，" in answer.answer


def test_amounts_of_shares_are_added_as_amounts(asker: Asker) -> None:
    answer = asker.ask("两项合计多少万元？", GENOME, ["公务接待费占三公经费的多少？", "公务用车运行费呢？"])
    assert [f.value for f in answer.figures] == ["13.75", "3.00", "10.75"]


def test_rows_of_a_group_with_or_without_its_money(asker: Asker) -> None:
    named = asker.ask("一般公共预算财政拨款的公用经费有哪些科目？", RELICS)
    alone = asker.ask("公用经费有哪些科目？", RELICS)
    assert [f.value for f in named.figures] == [f.value for f in alone.figures]
    assert "资本性支出" not in alone.answer
    assert "办公设备购置" in named.answer
