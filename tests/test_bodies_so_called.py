"""Bodies called by the last word of their names beside others (血站和幼儿园), by their number (六个单位), or by what their names begin with
after what is asked of one of them."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.documents.catalog import Catalog
from qa.documents.names import Names
from qa.surveys.idioms import counted_as_bodies
from qa.surveys.one_of_all import part_of_all_unread

NAMES = ["鹭洲县血站", "沐阳市第三幼儿园", "北斗岭深空数据研究中心", "霜溪县文化旅游局"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("血站和幼儿园之和", ["血站", "幼儿园"]),
        ("血站的支出总计占血站与幼儿园之和的百分之几", ["血站", "血站", "幼儿园"]),
        ("幼儿园跟血站谁的支出多", ["幼儿园", "血站"]),
        ("血站、幼儿园各是多少", ["血站", "幼儿园"]),
        ("采供血和防疫一共多少", []),
    ],
)
def test_the_last_word_of_a_name_beside_another(text: str, found: list[str]) -> None:
    names = Names(NAMES)
    places = {(m.start, m.end) for m in (*names.find(text), *names.described(text))}
    assert [text[start:end] for start, end in sorted(places)] == found


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("六个单位一共有多少辆车？", "六家单位一共有多少辆车？"),
        ("2个预算单位的支出合计", "2家预算单位的支出合计"),
        ("下属六个单位的经费", "下属六个单位的经费"),
        ("三个科目合计多少", "三个科目合计多少"),
        ("血站的支出总计，占血站和幼儿园之和的百分之几？", "血站的支出总计占血站和幼儿园之和的百分之几？"),
    ],
)
def test_bodies_are_counted_as_bodies_are(question: str, read: str) -> None:
    assert counted_as_bodies(question) == read


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("海洋站的支出占两个北斗岭中心之和的多少", True),
        ("海洋站的支出占三家合计的多少", True),
        ("住房公积金占这三个科目合计的多少", False),
        ("基本支出占支出合计的多少", False),
    ],
)
def test_a_part_of_what_several_bodies_have(question: str, unread: bool) -> None:
    assert part_of_all_unread(question) is unread


def test_a_word_that_several_names_begin_with_may_be_any_of_them(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = [d.institute for d in asker.across.catalog.documents]
    question = f"{bodies[0]}的公务接待费比云滨多多少？"
    monkeypatch.setattr(Catalog, "beside", lambda *_: "云滨")
    assert asker.ask(question).status is Status.NOT_FOUND
    monkeypatch.setattr(Catalog, "beginning_with", lambda *_: ("云滨市血站", "云滨区幼儿园"))
    unclear = asker.ask(question)
    assert unclear.status is Status.AMBIGUOUS
    assert "云滨市血站、云滨区幼儿园" in unclear.answer
    assert not unclear.figures


def test_a_sum_over_named_bodies_of_which_one_has_none_is_not_told(asker: Asker) -> None:
    """Of three bodies that are named, one has no row of it: the sum of the others is not theirs together."""
    bodies = [d.institute for d in asker.across.catalog.documents]
    without = asker.ask(f"{'、'.join(bodies)}的提租补贴一共多少？")
    assert without.status is Status.NOT_FOUND
    assert "不能合在一起算" in without.answer
    assert asker.ask(f"{'、'.join(bodies)}的住房公积金一共多少？").status is Status.ANSWERED
