"""What is said only to ask a question changes no answer: greetings, who wants to know, where to look, thanks, how the answer is wished."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ask import Asker
from qa.plain.courtesies import without_courtesies

GENOME, RELICS, MARINE = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"
OPENINGS = (
    "请问", "请问一下，", "麻烦问一下，", "我想知道", "我就想问", "想了解一下", "想请教，", "帮我查一下", "劳烦查询", "烦请告知",
    "能不能告诉我", "谁能告诉我，", "你好，", "嗯，", "对了，", "另外，", "急，", "不好意思，再问一句，", "顺便问一下，", "核实一下，",
    "咨询一下，", "领导问，", "老师让我查，", "审计组想知道，", "写材料要用，", "我在写论文，请问", "按公开的材料，", "从这份文件看，",
    "依据该公开文件，", "请根据文件回答：", "您好，麻烦您帮我查一下，", "问下", "查一下", "劳驾，",
)  # fmt: skip
ENDINGS = (
    "，谢谢", "？谢谢！", "，急用", "，求告知", "，请回答", "，给个准数", "，说个数就行", "，要准确的", "，简单说", "，请用一句话回答",
    "，请给出页码", "，请说明出处", "，在第几页能看到", "，用万元表示", "（以万元计）", "，我需要核对", "，麻烦查一下", "……", "？？", "来着",
)  # fmt: skip
QUESTIONS = (
    "公务接待费是多少",
    "支出总表里住房公积金列了多少",
    "有没有事业单位经营收入",
    "职业年金比养老保险少多少",
    "公用经费占基本支出的百分之几",
    "2025年三公经费中最多的是哪一项",
    "30231是什么科目",
)
NAMES = (
    "咨询费是多少",
    "查询服务费是多少",
    "委托业务费多少",
    "请把工资福利支出的明细列出来",
    "列出商品和服务支出下面的科目",
    "如果公务接待费减少一半是多少",
    "不含公用经费的基本支出是多少",
    "那公务用车呢",
    "其中政府性基金呢",
    "听说公务接待费是3万元，对吗",
    "看病的钱是多少",
    "问题整改了吗",
)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_openings_are_left_out(opening: str, question: str) -> None:
    assert without_courtesies(opening + question) == question


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_endings_are_left_out(ending: str, question: str) -> None:
    assert without_courtesies(question + ending).rstrip("？?") == question


@pytest.mark.parametrize("question", NAMES)
def test_what_is_asked_stays(question: str) -> None:
    assert without_courtesies(question) == question


@pytest.mark.parametrize("words", ["请问", "你好", "谢谢", "麻烦您，", "？？", "……", ""])
def test_something_is_left(words: str) -> None:
    assert without_courtesies(words) == words.strip()


@given(
    st.sampled_from(["", "你好，", "嗯，", "不好意思，再问一句，", "对了，"]),
    st.sampled_from(OPENINGS),
    st.sampled_from(QUESTIONS),
    st.sampled_from(ENDINGS),
)
def test_several_of_them_are_left_out(greeting: str, opening: str, question: str, ending: str) -> None:
    assert without_courtesies(greeting + opening + question + ending).rstrip("？?") == question


@given(st.text(max_size=60))
def test_nothing_is_put_in(text: str) -> None:
    kept = without_courtesies(text).replace("多少", "").rstrip("？")
    assert all(c in text for c in kept)


@pytest.mark.parametrize("document", [GENOME, RELICS, MARINE])
@pytest.mark.parametrize(("opening", "ending"), list(zip(OPENINGS, ENDINGS, strict=False)))
def test_the_answer_is_the_same(asker: Asker, document: str, opening: str, ending: str) -> None:
    for question in ("公务接待费是多少", "住房公积金占住房改革支出多少", "支出最多的科目是哪个"):
        plain, said = asker.ask(question, document), asker.ask(opening + question + ending, document)
        assert (said.status, said.answer, said.figures) == (plain.status, plain.answer, plain.figures)


def test_courtesies_before_a_follow_up(asker: Asker) -> None:
    history = ["请问一下，支出总表里住房公积金是多少？谢谢"]
    plain = asker.ask("那购房补贴呢", GENOME, ["支出总表里住房公积金是多少？"])
    assert asker.ask("好的，那购房补贴呢", GENOME, history).answer == plain.answer
    assert "263.40" in plain.answer


def test_what_an_opening_leads_to_stays_with_it(asker: Asker) -> None:
    assert without_courtesies("我想问一问会议费，今年安排了多少") == "我想问一问会议费，今年安排了多少"
    assert "会议费" in asker.ask("我想问一问会议费，今年安排了多少", MARINE).answer
