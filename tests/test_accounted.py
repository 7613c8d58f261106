"""What a question says of what is counted, ranked or listed is taken in, or the question is refused."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.guards.accounted import dated_in_english, superlative

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "question"),
    [
        # what is done to vehicles, which they are, and when they were counted
        (GENOME, "卖了几辆车？"),
        (GENOME, "维修了几辆车？"),
        (GENOME, "进口车有几辆？"),
        (GENOME, "非应急车辆有几辆？"),
        (GENOME, "公务用车有几辆在修？"),
        (GENOME, "2025年底有几辆车？"),
        (GENOME, "截至2024年12月31日有多少辆车？"),
        (GENOME, "How many vehicles did the institute have at the end of 2025?"),
        (GENOME, "50万元以上的设备有几台？"),
        # rows and projects that are ranked by something that is not printed
        (GENOME, "哪个科目退回最多？"),
        (GENOME, "哪个项目风险最大？"),
        (GENOME, "哪个项目结余最多？"),
        (RELICS, "哪个科目超支最多？"),
        # projects of which more is said than the forms tell
        (GENOME, "哪些项目已经结题？"),
        (GENOME, "停止的项目有哪些？"),
        (GENOME, "哪些项目没有完成？"),
        (GENOME, "哪些项目有自筹资金？"),
    ],
)
def test_what_would_be_left_out_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "earlier"),
    [("其中租的几辆？", "车辆有几辆？"), ("报废的呢？", "车辆有几辆？"), ("2025年底呢？", "车辆有几辆？")],
)
def test_what_follows_a_count_narrows_it(asker: Asker, question: str, earlier: str) -> None:
    assert asker.ask(question, GENOME, [earlier]).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told", "values"),
    [
        ("共有几辆车？", "车辆 3 辆", ["3"]),
        ("截至2024年7月31日有几辆车？", "车辆 3 辆", ["3"]),
        ("有哪些项目？", "公开了绩效目标的项目有 8 个", ["8"]),
        ("哪个项目资金最多？", "最高的是 A类先导专项", ["4113.28"]),
        ("公用经费里哪一项最多？", "最高的是 物业管理费", ["110.00"]),
        # by what the forms print
        ("哪些项目是A类先导专项？", "名称里有“A类先导专项”的项目有 2 个", ["2"]),
        ("哪些项目在甘蔗研究方面？", "名称里有“甘蔗”的项目有 1 个", ["1"]),
        ("哪些项目的满意度要求是90%以上？", "绩效目标表里写了“满意度是90%以上”的项目有 2 个", ["2"]),
        ("哪个项目发文章最多？", "按项目绩效目标表，“文章”指标值最高的是 人才支撑体系专项", ["20"]),
        ("哪个项目影响因子要求最高？", "按项目绩效目标表，“影响因子”指标值最高的是 国家基因组科学数据中心2024", ["15"]),
    ],
)  # fmt: skip
def test_what_is_printed_is_told(asker: Asker, question: str, told: str, values: list[str]) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(values)] == values


def test_nobody_is_the_best(asker: Asker) -> None:
    assert superlative("绩效最好") == "最好"
    assert superlative("预算最多") == ""
    assert asker.ask("哪个单位绩效最好？").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("How many vehicles were there at the end of 2024?", "2024年底"),
        ("How many vehicles were there as of 31 August 2023?", "2023年8月31日"),
        ("How many vehicles were there as of December 31, 2023?", "2023年12月31日"),
        ("How many vehicles are there?", ""),
    ],
)
def test_days_in_english(question: str, day: str) -> None:
    assert dated_in_english(question) == day
