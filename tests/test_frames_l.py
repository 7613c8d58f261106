"""Questions over a library in everyday words: in plain ones, with the answers that follow from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import AnswerOut, Status
from qa.ask import Asker
from qa.surveys.bodies_asked import asked_plainly
from tests.libraries import SAMPLES, build

SEA, RELICS = "滨海市海洋环境监测站", "云岭省文物保护中心"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("frames_l") / "library"
    build(root, SAMPLES)
    return Asker(root)


def _first(answer: AnswerOut) -> str:
    assert answer.status is Status.ANSWERED, answer.answer
    return f"{answer.figures[0].value}{answer.figures[0].unit}"


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        (f"办公费上{SEA}和{RELICS}谁更省", f"{SEA}和{RELICS}的办公费谁少"),
        (f"{SEA}和{RELICS}哪个更舍得花办公费", f"{SEA}和{RELICS}的办公费谁多"),
        (f"{SEA}、{RELICS}两个单位里办公费少的是哪个", f"{SEA}和{RELICS}的办公费谁少"),
        (f"办公费，{SEA}超出{RELICS}多少", f"{SEA}的办公费比{RELICS}多多少"),
        (f"{SEA}的办公费减去{RELICS}的办公费等于多少", f"{SEA}的办公费比{RELICS}多多少"),
        (f"{SEA}的办公费减去{RELICS}的水费等于多少", f"{SEA}的办公费减去{RELICS}的水费等于多少"),
        (f"相对于{RELICS}，{SEA}的办公费低多少万元", f"{SEA}的办公费比{RELICS}少多少"),
        (f"{SEA}比{RELICS}多几辆车？", f"{SEA}的车比{RELICS}多几辆"),
        (f"{SEA}的办公费有没有{RELICS}多", f"{SEA}的办公费比{RELICS}多吗"),
        (f"{SEA}的办公费没有{RELICS}多，对吗", f"{SEA}的办公费比{RELICS}少吗"),
        (f"各单位办公费总额里{SEA}占多大比例", f"{SEA}的办公费占所有单位合计的比重"),
        (f"三家单位的办公费里{SEA}占几成", f"{SEA}的办公费占三家单位合计的比重"),
        (f"办公费里头{SEA}一家占多少", f"{SEA}的办公费占所有单位合计的比重"),
        (f"{SEA}的办公费超过所有单位的平均了吗", f"{SEA}的办公费高于平均水平吗"),
        (f"论办公费，{SEA}排在第几位？", f"{SEA}的办公费在所有单位中排第几"),
        ("办公费排第一的单位是哪个", "哪个单位的办公费最高"),
        ("谁在办公费上最节约", "哪个单位的办公费最少"),
        ("办公费排行榜", "各单位的办公费排名"),
        ("办公费超30万元的单位数", "有几个单位的办公费超过30万元"),
        ("办公费比30万元少的都有谁", "哪些单位的办公费低于30万元"),
        ("几家单位的办公费汇总一下是多少", "各单位的办公费合计是多少"),
        ("办公费平均一家多少钱", "所有单位的办公费平均是多少"),
        ("把公开预算的单位按收入总计从高到低排一下", "预算单位里，各单位的收入总计从高到低排序"),
        ("办公费是多少", "办公费是多少"),
        (f"{SEA}的办公费是多少", f"{SEA}的办公费是多少"),
        ("哪个单位的办公费比水费多", "哪个单位的办公费比水费多"),
    ],
)
def test_questions_over_bodies_are_put_in_plain_words(asker: Asker, asked: str, plain: str) -> None:
    assert asked_plainly(asked, asker.across.catalog) == plain


def test_shares_of_each_are_told_and_never_added_up(asker: Asker) -> None:
    each = asker.ask(f"按本年支出合计算，{SEA}与{RELICS}的基本支出占比分别是多少？")
    alone = [_first(asker.ask(f"{body}的基本支出占本年支出合计的比重是多少？")) for body in (SEA, RELICS)]
    assert [f"{f.value}{f.unit}" for f in each.figures][:2] == alone
    added = asker.ask(f"{SEA}与{RELICS}的基本支出占本年支出合计的比重一共多少？")
    assert added.status is Status.NOT_FOUND


def test_budgets_are_ranked_and_added_up_without_the_final_account(asker: Asker) -> None:
    told = asker.ask("把公开预算的单位按收入总计从高到低排一下")
    assert told.status is Status.ANSWERED
    assert SEA in told.answer
    assert RELICS not in told.answer
    share = asker.ask(f"{SEA}的公务接待费占两家预算单位合计的百分之几？")
    assert share.status is Status.ANSWERED
    assert RELICS not in share.answer


def test_that_no_body_has_a_thing_is_an_answer_where_it_is_a_name_of_the_classifications(asker: Asker) -> None:
    nobody = asker.ask("几家里有没有哪家安排了渔业发展")
    assert _first(nobody) == "0家"
    assert nobody.answer.startswith("没有")
    assert {c.document for c in nobody.citations} == {d.id for d in asker.across.catalog.documents}
    assert asker.ask("几家里有没有哪家安排了飞碟研究费").status is Status.NOT_FOUND
    somebody = asker.ask("几家里有没有哪家安排了培训费")
    assert somebody.answer.startswith("有")


def test_a_verb_before_a_name_of_spending_makes_no_other_name_of_it(asker: Asker) -> None:
    document = next(d.id for d in asker.across.catalog.documents if d.institute == SEA)
    view = asker.view(document)
    printed = {n for f in view.figures for n in f.names}
    for name, other in (("电费", "邮电费"), ("水费", "排水费")):
        told = asker.ask(f"今年花{name}多少", document)
        assert name in printed or told.status is Status.NOT_FOUND, told.answer
        assert other not in told.answer


def test_bodies_are_known_by_the_word_that_their_names_begin_with(asker: Asker) -> None:
    for asked in ("{}给福利费留了多少预算", "{}一年的福利费要开销多少", "论福利费，{}排在第几位", "福利费：{}多少"):
        named = asker.across.catalog.resolve(asked.format("云岭"))
        assert named.institutes == (RELICS,), asked
    assert asker.across.catalog.resolve("云岭高原的福利费").institutes == ()


def test_meals_cars_and_journeys_are_the_three_public_expenses(asker: Asker) -> None:
    whole = asker.ask(f"{SEA}吃饭、用车、出国这三公一共安排了多少？")
    assert _first(whole) == _first(asker.ask(f"{SEA}的三公经费合计是多少？"))


def test_whether_an_amount_has_been_reached(asker: Asker) -> None:
    document = next(d.id for d in asker.across.catalog.documents if d.institute == SEA)
    assert asker.ask("培训费到1万元了没", document).answer.startswith("是")
    assert asker.ask("培训费到9000000万元了没有", document).answer.startswith("没有")
