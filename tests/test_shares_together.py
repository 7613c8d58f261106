"""Bodies by their sort, each against its own budget, shares of what several have together, and whose one amount is all of another."""

from dataclasses import replace
from decimal import Decimal

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.documents.figures import View
from qa.outcomes import budgeted
from qa.surveys.against_own import each_against_budget
from qa.surveys.asides import without_asides
from qa.surveys.share_together import _FORMS
from qa.surveys.wholly import _WHOLLY


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("的三公经费,决算分别比预算少花了多少?", "三公经费决算比预算少多少"),
        ("和的三公经费决算各比预算少了多少?", "三公经费决算比预算少多少"),
        ("三公经费的预算数和决算数各差多少?", "三公经费决算比预算少多少"),
        ("的三公经费决算比预算少多少?", ""),  # whose budget is not said
        ("哪家的三公经费决算分别比预算少多少?", ""),
    ],
)
def test_each_against_its_own_budget(text: str, asked: str) -> None:
    assert each_against_budget(text) == asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("收支总计（或收支总预算）最高的是哪家？", "收支总计最高的是哪家？"),
        ("收支总计（或三公经费总额）最高的是哪家？", "收支总计（或三公经费总额）最高的是哪家？"),
        ("按支出总表和支出决算表的合计数，培训费最多的三家？", "支出总表的培训费最多的三家？"),
        ("按支出总表和收入决算表的合计数，培训费最多的三家？", "按支出总表和收入决算表的合计数，培训费最多的三家？"),
    ],
)
def test_one_total_or_table_by_both_its_names(question: str, told: str) -> None:
    assert without_asides(question) == told


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("\0和\0的政府采购预算合在一起看,工程类占百分之几?", "工程类", "政府采购预算"),
        ("\0、\0加起来,基本支出占本年支出合计的比重是多少?", "基本支出", "本年支出合计"),
        ("\0和\0的基本支出合起来占两家支出总计的百分之几?", "基本支出", "支出总计"),
        ("\0和\0的基本支出占支出总计的百分之几?", "", ""),
    ],
)
def test_shares_of_what_they_have_together(text: str, part: str, whole: str) -> None:
    m = next((m for form in _FORMS if (m := form.match(text)) is not None), None)
    assert (m is None) is not bool(part)
    assert m is None or (m["part"], m["whole"]) == (part, whole)


@pytest.mark.parametrize(
    ("question", "item", "of"),
    [
        ("有单位的收入全部来自财政拨款吗？", "收入", "财政拨款"),
        ("哪家的支出全部是基本支出？", "支出", "基本支出"),
        ("哪家的收入最多？", "", ""),
        ("哪家的收入来自财政拨款？", "", ""),
    ],
)
def test_all_of_one_from_another(question: str, item: str, of: str) -> None:
    m = _WHOLLY.match(question)
    assert (m is None) is not bool(item)
    assert m is None or (m["item"], m["of"]) == (item, of)


@pytest.mark.parametrize(
    ("question", "told"),
    [("有单位的支出全部是基本支出吗？", "没有"), ("其他收入，哪家最多，哪家没有？", "最高的是")],
)
def test_over_the_samples(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)


def test_a_share_over_sorts_of_documents_says_so(asker: Asker) -> None:
    answer = asker.ask("云岭省文物保护中心和滨海市海洋环境监测站的政府采购总额合在一起看，工程占百分之几？")
    assert answer.status is Status.ANSWERED
    assert "口径不同" in answer.confidence_note


def test_what_has_no_budget_is_not_said_to_be_spent(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    relics = next(d for d in asker.across.catalog.documents if "文物" in d.institute)
    view, read = asker.opened.view(relics.id), budgeted._kept_of

    def kept(role: str, view: View) -> budgeted._Kept | None:
        own = read(role, view)
        amounts = (Decimal(0), Decimal(0)) if role == "abroad" else (Decimal(2), Decimal(1))
        both = own and [replace(f, value=n) for f, n in zip((own.budget, own.final), amounts, strict=True)]
        return replace(own, budget=both[0], final=both[1]) if own and both else None

    monkeypatch.setattr(budgeted, "_kept_of", kept)
    assert budgeted._nothing_spent(view, budgeted=True).text.startswith("没有，编了预算的各项都有决算支出")
    assert "因公出国" in budgeted._nothing_spent(view, budgeted=False).text
