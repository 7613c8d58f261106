"""Questions made of a printed name and something that no disclosure has: whose amount it is to be, when, of what a share, what was done
to it, who decided it. An amount told for one of them would be the amount of something else, so nearly none may be answered; how many
are is held here, for what is still told to be found."""

import random
from collections.abc import Callable

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


@pytest.mark.parametrize("document", ["genome_institute_2025", "relics_centre_2023", "marine_station_2026"])
def test_what_no_document_has_is_not_told_with_a_printed_amount(asker: Asker, document: str) -> None:
    chance = random.Random(document)  # noqa: S311
    asked = sorted({frame(chance, chance.choice(NAMES)) for frame in FRAMES.values() for _ in range(15)})
    told = {q: a.answer for q in asked if (a := asker.ask(q, document)).status is Status.ANSWERED}
    assert len(asked) > 150
    assert len(told) <= TOLD_STILL * len(asked), told
