"""Bodies taken up by their place among those just named, said to be of a sort between dashes, added up in English, or held against
what all have together."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.together import together
from qa.surveys.asides import contrary, without_asides
from qa.surveys.bodies_before import UNCLEAR

RELICS, STATION = "云岭省文物保护中心", "滨海市海洋环境监测站"
BOTH = f"{RELICS}和{STATION}"
GAP, SUM = ["4400"], ["41600"]


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        (f"{BOTH}的公务接待费，前者比后者少多少？", RELICS, GAP),
        (f"比一比{BOTH}的公务接待费，后者高多少？", STATION, GAP),
        (f"{BOTH}，公务接待费前者比后者低多少？", RELICS, GAP),
        (f"{BOTH}的公务接待费，前者是不是比后者低？", "是，", GAP),
        (f"{BOTH}的公务接待费，前者高还是后者高？", f"最高的是 {STATION}", ["2.30", "1.86", *GAP]),
        (f"{BOTH}的公务接待费，后者占两家合计的百分之几？", STATION, ["55.29"]),
        (f"{BOTH}，后者的公务接待费是多少？", "“三公”经费预算数 · 公务接待费", ["2.30"]),
        (f"两家事业单位——{BOTH}——公务接待费加起来有多少？", "一起 2 份文件合计 4.16 万元", SUM),
        (f"{BOTH}——两家事业单位——的公务接待费一共多少？", "一起 2 份文件合计 4.16 万元", SUM),
        # what part of the sum of all is one body's, or the first's
        (f"{RELICS}的公务接待费在三家合计数里占百分之几？", f"{RELICS}占 3 家合计的", ["25.98"]),
        (f"{RELICS}的公务接待费在三家合计数里占比多少？", f"{RELICS}占 3 家合计的", ["25.98"]),
        ("三家公务接待费合计中，云岭省文物保护中心占比是多少？", f"{RELICS}占 3 家合计的", ["25.98"]),
        ("哪家的公务接待费占三家合计的比重最高？", "最高的是 中国科学院", ["3.00", "2.30", "1.86", "41.9"]),
        ("公务接待费（决算为决算数）最高的是哪家？", "最高的是 中国科学院", ["3.00", "2.30", "1.86"]),
        (f"{BOTH}的公务接待费从高到低怎么排？", f"最高的是 {STATION}", ["2.30", "1.86"]),
        # English: what they have together, on average, or are apart by
        (f"What is the combined official reception expense of {RELICS} and {STATION}?", "Sum over 2 documents", SUM),
        (f"Together, how much do {RELICS} and {STATION} spend on official receptions?", "Sum over 2", SUM),
        (f"What do the official reception expenses of {RELICS} and {STATION} add up to?", "Sum over 2", SUM),
        (f"What is the average official reception expense of {RELICS} and {STATION}?", "Average over 2", ["20800"]),
        (f"What is the difference between the official reception expense of {RELICS} and {STATION}?", RELICS, GAP),
    ],
)  # fmt: skip
def test_bodies_in_the_order_in_which_they_are_named(
    asker: Asker, question: str, told: str, amounts: list[str]
) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question",
    [
        f"{BOTH}，前者的收入总计比后者的支出总计多多少？",  # two things
        f"三家事业单位——{BOTH}——公务接待费加起来有多少？",  # of another number
        "各家的公务接待费各占三家合计的百分之几？",  # no part of an own sum
        f"{RELICS}的公务接待费占两家合计的百分之几，{STATION}呢？",
        "公务接待费（决算为预算数）最高的是哪家？",  # another column than the document's own
        f"{BOTH}2026年的公务接待费合计多少？",  # one of them has no document of that year
        f"What is the combined official reception expense of {RELICS} and {STATION} for 2026?",
    ],
)
def test_what_is_not_told_of_both_is_refused(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("before", "question", "told", "amounts"),
    [
        # the other of two, who were named together or are all of their kind
        ([f"{BOTH}都公布了，{RELICS}的公务接待费是多少？"], "那另一家呢？", "“三公”经费预算数", ["2.30"]),
        ([f"{BOTH}谁的公务接待费高？"], "另一家呢？", f"最低的是 {RELICS}", ["1.86"]),
        ([f"{BOTH}谁的收入高？", f"{STATION}的公务接待费是多少？"], "另外那家有多少？", "公务接待费", ["1.86"]),
        ([f"两家做预算的，{STATION}的公务接待费是多少？"], "另外一家呢？", "公务接待费", ["3.00"]),
        # the former and the latter of those before
        ([f"{RELICS}的公务接待费是多少？", f"{STATION}呢？"], "前者比后者少多少？", RELICS, GAP),
        ([f"{BOTH}的公务接待费各是多少？"], "后者占两家合计的百分之几？", STATION, ["55.29"]),
        ([f"{BOTH}的公务接待费各是多少？"], "那平均呢？", "一起 2 份文件平均", ["20800"]),
        # those that have it, and all of them
        (["公务接待费最高的是哪家？"], "那列了这项支出的单位里，最低的呢？", f"最低的是 {RELICS}", ["1.86", "2.30"]),
        (["公务接待费最高的是哪家？"], "那有几家列了这项支出？", "3 份文件里有 3 家", ["3"]),
        (["公务接待费最高的是哪家？"], "三家一共多少？", "一起 3 份文件合计", ["71600"]),
        (["公务接待费最高的是哪家？"], "那平均呢？", "一起 3 份文件平均", ["23866.67"]),
        (["公务接待费最低的是哪家？", "那第二低的呢？"], "那平均呢？", "一起 3 份文件平均", ["23866.67"]),
        # what was spent, against the budget of the same row
        ([f"{RELICS}的公务接待费决算数是多少？"], "比预算少花了多少？", "公务接待费的决算数", ["-1.14"]),
    ],
)  # fmt: skip
def test_what_is_asked_of_those_before(
    asker: Asker, before: list[str], question: str, told: str, amounts: list[str]
) -> None:
    answer = asker.ask(question, None, before)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (f"{RELICS}的公务接待费是多少？", "那另一家呢？"),  # of two others
        ("公务接待费最高的是哪家？", "五家一共多少？"),
    ],
)
def test_which_body_is_meant_is_not_guessed(asker: Asker, before: str, question: str) -> None:
    answer = asker.ask(question, None, [before])
    assert (answer.status, answer.answer) == (Status.NOT_FOUND, UNCLEAR)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("按支出总表（决算为支出决算表）算，项目支出最高的是哪家？", "按支出总表算，项目支出最高的是哪家？"),
        ("收入总计（决算单位则是总计）最高的是哪家？", "收入总计最高的是哪家？"),
        ("按支出总表（决算为收入决算表）算，项目支出最高的是哪家？", None),
    ],
)
def test_what_stands_for_it_in_the_other_kind_of_document(question: str, told: str | None) -> None:
    assert (None if contrary(question) else without_asides(question)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is the combined total income of \0 and \0 for 2023?", "Added together, what is the total income of 甲, 乙 for 2023?"),
        ("How many vehicles do \0 and \0 have in total?", "Added together, what is the number of vehicles of 甲, 乙?"),
        ("In total, how much do \0 and \0 spend on official vehicles?", "Added together, what is the spending on official vehicles of 甲, 乙?"),
        ("What is the total income of \0 and \0?", "What is the total income of 甲 and 乙?"),  # each has one of that name
    ],
)  # fmt: skip
def test_english_sums_of_bodies(question: str, told: str) -> None:
    assert together(question, ["甲", "乙"]) == told
