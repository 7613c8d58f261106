"""Questions made of a printed name and something that no disclosure has: whose amount it is to be, when, of what a share, what was done
to it, who decided it. An amount told for one of them would be the amount of something else, so nearly none may be answered; how many
are is held here, for what is still told to be found."""

import random
from collections.abc import Callable, Iterable, Sequence

import pytest

from qa.answer import Status
from qa.ask import Asker

BEFORE = [
    "食堂",
    "班车",
    "新楼",
    "地下车库",
    "图书馆",
    "实验动物房",
    "子公司",
    "下属企业",
    "后勤中心",
    "国际部",
    "培训学院",
    "分院",
    "门诊部",
    "党委",
    "团委",
    "幼儿园",
    "院士办",
    "留学生",
    "博士后",
    "临时工",
    "外籍专家",
    "志愿者",
    "保安",
    "司机",
    "第三季度",
    "上半年",
    "十二月",
    "春节期间",
    "三年前",
    "学术会议",
    "网站",
    "空调",
    "电梯",
    "服务器",
    "无人机",
    "显微镜",
    "专利",
    "法律诉讼",
    "绿化",
    "消防",
    "乡村振兴",
]
BEHIND = [
    "供应商",
    "负责人",
    "审批人",
    "招标公告",
    "合同期限",
    "最低标准",
    "发票",
    "审计结论",
    "使用效率",
    "市场价",
    "支付方式",
    "历史最高值",
    "中位数",
    "法定上限",
]
WHOLES = ["全市财政支出", "同类单位", "固定资产", "净利润", "银行存款", "全省科研经费"]
PREDICATES = [
    "由财政局批准的",
    "超标的",
    "交给外包公司的",
    "经过审计的",
    "公开招标的",
    "分三期支付的",
    "借来的",
    "有发票的",
    "现金支付的",
    "银行贷款",
]
COUNTED = ["合同", "供应商", "在编人员", "学生", "论文", "办公室", "发票", "考察团", "电脑", "课题组"]
DEEDS = ["退回", "追加", "核减", "冻结", "收回", "拖欠", "罚没", "借出", "审减", "划转", "垫付", "抵扣"]
NAMES = [
    "差旅费",
    "公务接待费",
    "会议费",
    "培训费",
    "电费",
    "水费",
    "物业管理费",
    "劳务费",
    "住房公积金",
    "基本工资",
    "邮电费",
    "办公费",
    "委托业务费",
    "印刷费",
    "人员经费",
    "公用经费",
    "项目支出",
    "基本支出",
    "其他收入",
    "事业收入",
]
FRAMES: dict[str, Callable[[random.Random, str], str]] = {
    "before": lambda chance, name: f"{chance.choice(BEFORE)}的{name}是多少？",
    "right before": lambda chance, name: f"{chance.choice(BEFORE)}{name}多少？",
    "topic": lambda chance, name: f"{chance.choice(BEFORE)}这块，{name}花了多少？",
    "subject": lambda chance, name: f"{chance.choice(BEFORE)}有多少{name}？",
    "share of it": lambda chance, name: f"{chance.choice(BEFORE)}的{name}占比是多少？",
    "change": lambda chance, name: f"{chance.choice(BEFORE)}的{name}比上年增加多少？",
    "behind": lambda chance, name: f"{name}的{chance.choice(BEHIND)}是多少？",
    "whole": lambda chance, name: f"{name}占{chance.choice(WHOLES)}的比例是多少？",
    "predicate": lambda chance, name: f"{name}是不是{chance.choice(PREDICATES)}？",
    "counted": lambda chance, name: f"{name}涉及多少{chance.choice(COUNTED)}？",
    "deed": lambda chance, name: f"{name}{chance.choice(DEEDS)}了多少？",
    "done": lambda chance, name: f"{chance.choice(DEEDS)}的{name}有多少？",
    "who": lambda chance, name: f"{name}是{chance.choice(['谁', '哪个部门'])}{chance.choice(['批准', '确定'])}的？",
    "when": lambda chance, name: (
        f"{name}是{chance.choice(['什么时候', '哪一天'])}{chance.choice(['批准', '支付'])}的？"
    ),
    "supposed": lambda chance, name: f"如果{chance.choice(['不买车', '物价上涨', '推迟一年'])}，{name}会是多少？",
}
TOLD_STILL = 0.03
"""The part of them that is told an amount."""


def made(
    frames: Iterable[Callable[[random.Random, str], str]], names: Sequence[str], seed: str | int, each: int
) -> list[str]:
    """Questions of each frame about names by chance."""
    chance = random.Random(seed)  # noqa: S311
    return sorted({frame(chance, chance.choice(names)) for frame in frames for _ in range(each)})


def hardly_any(told: dict[str, str], asked: Sequence[str], least: int) -> None:
    assert len(asked) > least
    assert len(told) <= TOLD_STILL * len(asked), told


@pytest.mark.parametrize("document", ["genome_institute_2025", "relics_centre_2023", "marine_station_2026"])
def test_what_no_document_has_is_not_told_with_a_printed_amount(asker: Asker, document: str) -> None:
    asked = made(FRAMES.values(), NAMES, document, 15)
    hardly_any({q: a.answer for q in asked if (a := asker.ask(q, document)).status is Status.ANSWERED}, asked, 150)


ENGLISH_NAMES = [
    "official reception", "training", "overseas travel", "vehicle operation and maintenance", "government procurement",
    "basic expenditure", "project expenditure", "the housing provident fund", "office supplies", "travel expenses",
    "property management", "printing",
]  # fmt: skip
OF_WHAT = [
    "for contractors", "for students", "in March", "per employee", "that was returned", "owed to suppliers", "paid in cash",
    "for the canteen", "spent by the director", "lost to fraud", "borrowed from banks", "under dispute", "booked in error",
    "charged to staff", "of the branch office",
]  # fmt: skip
WHO = [
    "interns",
    "contractors",
    "the director",
    "foreign experts",
    "the branch office",
    "a lawsuit",
    "the canteen",
    "drones",
]
ENGLISH: dict[str, Callable[[random.Random, str], str]] = {
    "of what": lambda chance, name: f"How much was spent on {name} {chance.choice(OF_WHAT)}?",
    "what is": lambda chance, name: f"What is {name} {chance.choice(OF_WHAT)}?",
    "more than": lambda chance, name: f"Is {name} for {chance.choice(WHO)} more than {chance.randint(1, 90)} wan yuan?",
    "includes": lambda chance, name: f"Does {name} include {chance.choice(WHO)}?",
    "share": lambda chance, name: f"What share of {name} goes to {chance.choice(WHO)}?",
    "without": lambda chance, name: f"Excluding {chance.choice(WHO)}, how much is {name}?",
}


def test_nor_in_english(asker: Asker) -> None:
    asked = made(ENGLISH.values(), ENGLISH_NAMES, 1, 20)
    told = {q: a.answer for q in asked if (a := asker.ask(q, "genome_institute_2025")).status is Status.ANSWERED}
    hardly_any(told, asked, 90)


SAID: dict[str, Callable[[random.Random, str], str]] = {
    "all of it": lambda chance, name: f"{name}15.00万元都是给{chance.choice(BEFORE)}用的，对吗？",
    "paid by": lambda chance, name: f"15.00万元的{name}由{chance.choice(BEFORE)}承担，是这样吗？",
    "apart": lambda chance, name: f"{name}是15.00万元，{chance.choice(BEFORE)}是另算的吧？",
    "reported": lambda chance, name: f"{name}的15.00万元是{chance.choice(BEFORE)}报来的，没错吧？",
    "not in it": lambda chance, name: f"{chance.choice(BEFORE)}不在{name}的15.00万元里面，对吗？",
    "without it": lambda chance, name: f"{name}15.00万元不含{chance.choice(BEFORE)}部分，对吗？",
}


def test_nothing_that_is_said_beside_an_amount_is_borne_out_by_it(asker: Asker) -> None:
    asked = made(SAID.values(), NAMES, 1, 20)
    answers = {q: asker.ask(q, "genome_institute_2025") for q in asked}
    hardly_any({q: a.answer for q, a in answers.items() if a.answer.startswith("是")}, asked, 90)


OVER_ALL: dict[str, Callable[[random.Random, str], str]] = {
    "highest": lambda chance, name: f"哪家的{chance.choice(BEFORE)}{name}最多？",
    "sum": lambda chance, name: f"各单位的{chance.choice(BEFORE)}{name}合计多少？",
    "within": lambda chance, name: f"谁的{name}里{chance.choice(BEFORE)}花得最多？",
    "order": lambda chance, name: f"按{chance.choice(BEFORE)}{name}从高到低排一下",
}


def test_nor_over_all_bodies(asker: Asker) -> None:
    asked = made(OVER_ALL.values(), NAMES, 1, 20)
    hardly_any({q: a.answer for q in asked if (a := asker.ask(q)).status is Status.ANSWERED}, asked, 60)


def another(chance: random.Random, name: str) -> str:
    return chance.choice([n for n in NAMES if n != name])


BETWEEN: dict[str, Callable[[random.Random, str], str]] = {
    "moved": lambda chance, name: (
        f"从{name}{chance.choice(['调剂', '划转', '转移'])}到{another(chance, name)}的有多少？"
    ),
    "instead": lambda chance, name: f"用{name}冲抵{another(chance, name)}的金额是多少？",
    "lent": lambda chance, name: (
        f"{name}{chance.choice(['借给', '退回到', '质押给', '垫付了'])}{another(chance, name)}多少？"
    ),
    "of another": lambda chance, name: f"{chance.choice(BEFORE)}的{name}超过{another(chance, name)}多少？",
    "against another": lambda chance, name: f"{name}与{chance.choice(BEFORE)}的{another(chance, name)}相比多多少？",
    "share": lambda chance, name: f"{chance.choice(BEFORE)}的{name}占{another(chance, name)}的百分之几？",
    "which": lambda chance, name: (
        f"{name}和{another(chance, name)}哪个{chance.choice(['先批的', '更合规', '发票多'])}？"
    ),
}


@pytest.mark.parametrize("document", ["genome_institute_2025", "marine_station_2026"])
def test_nor_where_two_names_stand_in_a_relation_no_table_prints(asker: Asker, document: str) -> None:
    asked = made(BETWEEN.values(), NAMES, document, 20)
    hardly_any({q: a.answer for q in asked if (a := asker.ask(q, document)).status is Status.ANSWERED}, asked, 120)


LEANING = ["占比多少？", "比上年呢？", "多少钱？", "一共呢？", "去年呢？", "为什么？", "换算成元呢？", "占支出总计多少？", "那它比印刷费多多少？", "其中电费占多少？"]  # fmt: skip


def test_nor_by_what_leans_on_a_question_without_an_answer(asker: Asker) -> None:
    refused = [
        question
        for question in made((FRAMES["before"], FRAMES["behind"], FRAMES["deed"], FRAMES["done"]), NAMES, 1, 8)
        if asker.ask(question, "genome_institute_2025").status is not Status.ANSWERED
    ]
    asked = [(question, leaning) for question in refused for leaning in LEANING]
    told = {
        f"{question} {leaning}": answer.answer
        for question, leaning in asked
        if (answer := asker.ask(leaning, "genome_institute_2025", [question])).status is Status.ANSWERED
    }
    hardly_any(told, [f"{question} {leaning}" for question, leaning in asked], 200)
