"""Money by what is done with it, what is left for the next year, where a gap went, what is divided how, and claims that are judged."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # what subsidies of housing are called
        (MARINE, "补贴职工买房子的钱有多少？", "购房补贴", ["1764000"]),
        (MARINE, "帮职工买房子的补助花多少？", "购房补贴", ["1764000"]),
        (GENOME, "补贴职工租房子的钱有多少？", "提租补贴", ["26.60"]),
        # what was saved up, and what is left for the year after
        (GENOME, "今年要动用多少以前攒下来的非财政拨款结余？", "使用非财政拨款结余", ["0.00"]),
        (GENOME, "今年打算用掉多少历年积攒的非财政拨款结余？", "使用非财政拨款结余", ["0.00"]),
        (GENOME, "留到下一年的钱是多少？", "结转下年", ["5841.24"]),
        (RELICS, "财政拨款没用完、留到下一年的有多少？", "年末财政拨款结转和结余", ["207.32"]),
        (RELICS, "没用完留到下一年用的财政拨款是多少？", "年末财政拨款结转和结余", ["207.32"]),
        # where the gap of two totals went
        (GENOME, "支出总计写48996.17万元，支出总表却只有43154.93万元，差额去哪了？", "支出总计 比 本年支出合计 多", ["5841.24"]),
        (GENOME, "支出总计是48996.17万元，支出总表合计却是43154.93万元，中间差的是什么钱？", "支出总计 比 本年支出合计 多", ["5841.24"]),
        (GENOME, "支出总计和本年支出合计差在哪里？", "支出总计 比 本年支出合计 多", ["5841.24"]),
        (GENOME, "支出总计和支出总表合计差在哪？", "支出总计 比 本年支出合计 多", ["5841.24"]),
        # by class, of all spending and of one kind of money
        (MARINE, "支出按功能科目大类分成哪几类，各是多少？", "分为 6 类", ["1860000", "5544820"]),
        (MARINE, "按科目大类，支出分成哪几块，金额各是多少？", "分为 6 类", ["1860000", "5544820"]),
        (MARINE, "一般公共预算支出按功能科目大类分成哪几类，各是多少？", "分为 5 类", ["1673500", "5544820"]),
        # what of a year's spending is of no such money
        (RELICS, "本年支出中有多少不是一般公共预算财政拨款出的？", "本年支出合计", ["551.90", "5397.53", "4845.63"]),
        (RELICS, "本年支出中有多少不是财政拨款出的？", "本年支出合计", ["391.90", "5397.53"]),
        (RELICS, "本年支出中，非一般公共预算财政拨款的有多少？", "本年支出合计", ["551.90", "5397.53", "4845.63"]),
        (RELICS, "本年支出里有多少是财政拨款以外的钱出的？", "本年支出合计", ["391.90", "5397.53"]),
        # cars by what they are for
        (RELICS, "车辆按用途怎么分，各有几辆？", "分为 5 类", ["11", "0", "1", "2", "5", "3"]),
        (RELICS, "11辆车怎么分的？", "分为 5 类", ["11", "0", "1", "2", "5", "3"]),
        (RELICS, "公车都干什么用，各几辆？", "分为 5 类", ["11", "0", "1", "2", "5", "3"]),
        (RELICS, "公务接待费预算没花完，剩了多少？", "公务接待费的预算数", ["1.14", "3.00", "1.86"]),
        # what was spent in fact, held against the budget
        (RELICS, "三公经费实际支出超预算了吗？", "没有", ["-8.27", "24.33", "32.60"]),
        (RELICS, "公务接待费实际花费高于预算吗？", "没有", ["-1.14", "1.86", "3.00"]),
    ],
)  # fmt: skip
def test_what_is_told(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "judged"),
    [
        ("三公经费比上年增加了0.40万元，这说明管理失控了吧？", "管理失控"),
        ("三公经费比2025年增加了，是不是说明铺张浪费？", "铺张浪费"),
        ("三公经费比上年增加0.40万元，有人乱花钱吧？", "有人乱花钱"),
        ("三公经费和上年相比增加了0.40万元，这不就说明管理失控吗？", "管理失控"),
    ],
)
def test_a_wrong_claim_is_corrected_and_its_judgement_left_alone(asker: Asker, question: str, judged: str) -> None:
    answer = asker.ask(question, MARINE)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith("不是，三公经费比2025年预算减少 0.40 万元")
    assert f"文件里没有说到“{judged}”" in answer.confidence_note


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (MARINE, "三公经费比上年减少了0.40万元，这说明管理好转了吧？"),  # so, but nobody says what of it
        (GENOME, "支出总计写48996.17万元，支出总表却只有40000万元，差额去哪了？"),
        (GENOME, "本年支出中有多少不是一般公共预算出的？"),  # part of it is carried over, of which money is not told
        (GENOME, "单位买房子的钱有多少？"),
        (MARINE, "三公经费比上年增加了0.40万元，占支出的比例上升了吧？"),  # another claim of amounts
        (RELICS, "年初结转的财政拨款没花完留到下一年的有多少？"),
        (RELICS, "15辆车怎么分的？"),
        (GENOME, "历年来非财政拨款结余用了多少？"),
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND
