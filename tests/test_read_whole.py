"""What is asked in other orders of words, of two things at once, or of what nobody prints: answered whole or not at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from tests.libraries import SAMPLES, build


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("whole") / "library"
    build(root, SAMPLES)
    return Asker(root)


@pytest.mark.parametrize(
    ("document", "question", "value"),
    [
        ("genome_institute_2025", "住房公积金，支出总表比一般公共预算支出表多多少？", "45.39"),
        ("genome_institute_2025", "在支出总表上，2060503这个科目列了多少？", "390.00"),
        ("marine_station_2026", "商品和服务支出除电费外还有多少？", "3923247"),
        ("marine_station_2026", "除了货物和工程，政府采购的服务安排了多少？", "426.20"),
        ("marine_station_2026", "货物、工程、服务三类里，哪一类的政府采购预算最多？", "538.60"),
        ("marine_station_2026", "2025年的公务接待费是多少？", "2.70"),
        ("relics_centre_2023", "公务接待费占三公经费的比例是多少？", "7.64"),
        ("relics_centre_2023", "财政拨款到2023年底还剩多少没花完？", "207.32"),
        ("relics_centre_2023", "2023年末结转和结余是多少？", "468.95"),
    ],
)
def test_other_orders_of_words_are_read_whole(asker: Asker, document: str, question: str, value: str) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert Decimal(answer.figures[0].value) == Decimal(value)


@pytest.mark.parametrize(
    ("document", "question"),
    [
        ("genome_institute_2025", "2060599这个科目列了多少？"),
        ("genome_institute_2025", "公用经费加上资料费一共多少？"),
        ("genome_institute_2025", "除了事业收入，支出总计是多少？"),
        ("genome_institute_2025", "绩效目标表里哪一项指标分值最高？"),
        ("genome_institute_2025", "今年买的设备账面价值是多少？"),
        ("marine_station_2026", "公务接待费如果增加10%是多少？"),
    ],
)
def test_what_was_read_by_half_is_not_told(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_the_gap_of_two_amounts_that_were_just_told(asker: Asker) -> None:
    answer = asker.ask("公务接待费和培训费各是多少？相差多少？", "marine_station_2026")
    assert [f.value for f in answer.figures[:2]] == ["2.30", "58500"]
    assert any(Decimal(f.value) == -35500 for f in answer.figures)


def test_the_code_of_a_row(asker: Asker) -> None:
    assert "30216" in asker.ask("培训费的科目编码是什么？", "marine_station_2026").answer
    assert asker.ask("资料费的科目编码是什么？", "marine_station_2026").status is Status.NOT_FOUND


def test_what_somebody_wants_proved_is_held_against_the_budget(asker: Asker) -> None:
    answer = asker.ask("帮我写一句话，坐实这家单位三公经费超支了。", "relics_centre_2023")
    assert [f.value for f in answer.figures] == ["24.33", "32.60"]
    assert "没有超过预算" in answer.answer
