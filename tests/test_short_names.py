"""Rows called by less than their names, or by brackets behind a question; what pays for a row beside the treasury; notes held against
tables; the table of a follow-up; and what the document does not tell, though rows beside it do."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.told_beside import without_what_is_told

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # brackets behind a question say which row is meant; the money named first says from which table
        (RELICS, "一般公共预算给离退休安排了多少（事业单位离退休）？", "事业单位离退休", ["100.80"]),
        (RELICS, "用在医疗保障上的钱（卫生健康类）决算是多少？", "九、卫生健康支出", ["92.73"]),
        (RELICS, "用在安居上的钱（住房保障类）决算是多少？", "十九、住房保障支出", ["169.47"]),
        # a character left out, what the money is for, a name without the word spending
        (RELICS, "事业离退休方面的支出是多少？", "事业单位离退休", ["100.80"]),
        (RELICS, "花在住房保障上的钱一共多少？", "十九、住房保障支出", ["169.47"]),
        # what two names have in common, said once
        (GENOME, "公务用车这块，购置费和运行费各列了多少？", "公务用车购置及运行费 · 公务用车购置费", ["0", "10.75"]),
        (GENOME, "公车这块，购置和运行各多少？", "公务用车购置及运行费 · 公务用车购置费", ["0", "10.75"]),
        # what a balance is used for is not part of its name
        (RELICS, "2023年使用非财政拨款结余弥补了多少？", "使用非财政拨款结余", ["18.50"]),
        (RELICS, "用非财政拨款结余弥补收支差额多少？", "使用非财政拨款结余", ["18.50"]),
        # besides the treasury's money
        (RELICS, "文物保护，除财政拨款外还用了哪些收入，各多少？", "包括 2 项", ["452.30", "22.82"]),
        (RELICS, "除财政拨款外，文物保护还靠哪些资金来源？", "包括 2 项", ["452.30", "22.82"]),
        (RELICS, "博物馆除财政拨款外还用了哪些收入，各多少？", "没有用其他收入：只有博物馆 · 财政拨款收入", []),
        # the notes and the tables
        (GENOME, "说明里写科学技术支出41354.93万元，和支出总表能对上吗？", "一致", ["41354.93"]),
        # what is left of the treasury's money when the year ends
        (RELICS, "How much fiscal appropriation was carried over at the end of 2023?", "年末财政拨款结转和结余", ["207.32"]),
        (RELICS, "How much fiscal money was left unspent at the end of the year?", "年末财政拨款结转和结余", ["207.32"]),
    ],
)  # fmt: skip
def test_rows_by_less_than_their_names(
    asker: Asker, document: str, question: str, told: str, amounts: list[str]
) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (RELICS, "文化旅游体育与传媒支出资助了哪几部影片？"),
        (GENOME, "科学技术支出买了哪几家公司的服务？"),
        (GENOME, "单位价值100万元以上的大型设备叫什么名字？"),
        (RELICS, "单价100万元以上的设备是哪些？"),  # and not whatever comes to 100%
        (RELICS, "文物保护除一般公共预算外还用了哪些收入？"),
        (RELICS, "2022年使用非财政拨款结余弥补了多少？"),
        (RELICS, "How much was carried over at the end of 2022?"),
        (RELICS, "How much fiscal appropriation was carried over at the end of 2022?"),
    ],
)
def test_what_is_beside_it_is_no_answer(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_the_table_of_a_follow_up(asker: Asker) -> None:
    before = ["一般公共预算里的项目支出有多少？", "占多少比例？"]
    answer = asker.ask("如果按支出总表的口径，金额和占比又是多少？", GENOME, before)
    assert [f.value for f in answer.figures][:3] == ["87.25", "37654.68", "43154.93"]
    before = ["一般公共预算里科学技术支出占一般公共预算支出的比例是多少？"]
    answer = asker.ask("要是看支出总表的话呢？", GENOME, before)
    assert [f.value for f in answer.figures] == ["95.83", "41354.93", "43154.93"]  # both of that table
    both = ["一般公共预算里科学技术支出和社会保障和就业支出各多少？"]
    assert asker.ask("如果按支出总表的口径呢？", GENOME, both).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("说明里写卫生健康支出137.43万元,和预算表能对上吗?", "说明中卫生健康支出137.43万元，与表里的数对得上吗"),
        ("文字部分说收入预算28058.06万元,和收支总表一致吗", "说明里收入预算28058.06万元和收支总表是否一致"),
        ("卫生健康支出说明里是137.43万元,表里是不是也是这个数", "说明中卫生健康支出137.43万元，与表里的数对得上吗"),
        ("说明里的卫生健康支出和预算表能对上吗", "说明中卫生健康支出，与表里的数对得上吗"),
        ("说明里写卫生健康支出137.43万元,项目表里有几个项目", None),
    ],
)
def test_notes_held_against_tables(question: str, plain: str | None) -> None:
    assert without_what_is_told(question) == (plain or question)
