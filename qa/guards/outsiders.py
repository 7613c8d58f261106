"""Money that a question says goes to others than the body's own people (给农户发多少补贴, 给企业的奖金): rows of what the staff are paid, and
of what is paid in for them, are no answer to it, however alike the word for the money is."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View

_OTHERS = (
    r"(?:农民工|种粮农[户民]|粮农|农[户民牧]民?|[牧渔棚果茶菜林]农|[牧渔村居市灾股网]民(?!政|事|服务|中心)|[农养种]殖?大?户|种粮大户|养殖户|合作社|商户|个体户|用户|客户|客商|企业(?!年金|职工|所得)|公司|厂家|商家|供应商"
    r"|低保(?:户|对象|家庭|人群)?|特困(?:人群|户)?|五保户|[贫特]困[户生]|困难(?:群众|家庭|户|学生|人群|党员)|贫困(?:户|家庭|学生|人口|群众)|(?:老)?百姓|群众(?!艺术|文化)|公众|残疾人|盲人|聋哑人|患者|病人|病患|伤员|孕妇|产妇|妇女|学生|大学生|中学生|小学生|考生|新生|学员|孩子|儿童|孤儿|婴幼?儿|青少年|老人|老年人|老人家|家长|退役军人|退伍军人|军人|军属|烈属|烈士家属|优抚对象|志愿者|游客|旅客|乘客|观众|读者|听众|消费者|纳税人|运动员|获奖者|创业者|失业者|求职者|毕业生|访客|来宾|受灾(?:群众|户)|移民|居家养老)"
)
_TO = (
    r"(?:发放?给|付给|拨给|分给|交给|补给|补助给?|补贴给?|送给|支付给|奖给|奖励给?|面向|针对|给予|给|为|替|帮|对|向|让)"
)
_RECEIVED = rf"{_TO}(?:了|过|那些|这些|本[地市区县]的?|当地的?|外[地来]的?|辖区内?的?|全[市区县]的?|[\u4e00-\u9fff]{{0,4}}?)(?P<who>{_OTHERS})(?!看病|治病|治疗|上课|讲课|授课|服务的)"
_RECEIVES = rf"(?P<gets>{_OTHERS})(?:们)?(?:今年|每年|一年|到底|一共|总共|每月)*(?:能|可以?|会|要|都|得)*(?:拿|领|得|收|享受|获得)(?:到|取)?"
_RECEIVER = re.compile(rf"{_RECEIVED}|{_RECEIVES}")
_PAID_TO_SOMEBODY = re.compile(
    r"(?:^|[,，。?？年请问里])给(?P<who>[\u4e00-\u9fff]{2,8}?)(?:们)?(?:发放?|缴纳?|交|付|支付)(?:了|过|的|多|几|津|补|奖|工|住|社|医|养|公)"
)
_OWN_PEOPLE = re.compile(
    r"职工|员工|教师|老师|教职工|医生|医师|护士|医护|干部|人员|公务员|工作者|雇员|研究员|馆员|编制|同志|领导|司机|保安|保洁|在职|在编|离休|退休|博士后|自己|大家|我们?|你们?|他们|咱|本单位|单位里?的?人|全体|临时工|编外|合同工|职员|队员|[局所院馆校站部园]里?的?人|家属|遗属|每[个位人]"
)
"""Whom rows of the staff's pay may be of, themselves or with others."""
_BODY = re.compile(
    r"[局所院馆校站部园处厅委办会司队](?:里|们)?$|单位|部门|中心|街道|机关|机构|财政|项目|这|那|什么|谁|哪"
)
_OF_STAFF = re.compile(
    r"津贴|奖金|工资|薪|公积金|提租|购房补贴|住房改革|住房保障|住房补贴|年金|养老保险|医疗保险|社会保障缴费|社会保险|工会经费|福利费|伙食|职工|绩效(?!目标|指标)|人员经费|事业单位医疗|行政单位医疗|单位离退休"
)


def of_outsiders(said: str, outcome: Outcome, view: View) -> Outcome | None:
    """That no amount is of those to whom a question says the money goes; None where it names none such, or no row of the staff's was
    told. `said`: the question in its own words."""
    told = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or outcome.quotes or not any(_OF_STAFF.search(f.row) for f in told):
        return None
    plain = said.replace(view.disclosure.meta.institute or "\n", "")
    who = _receiver(plain)
    if not who or any(who in _print_of(f) for f in told):
        return None
    return Outcome(Status.NOT_FOUND, f"文件里没有说到发给“{who}”的钱。", cited=[], certain=True)


def _receiver(said: str) -> str:
    """Who of no staff gets the money in a question; empty where nobody does, or people of its own are named too."""
    if _OWN_PEOPLE.search(said):
        return ""
    m = _RECEIVER.search(said)
    if m is not None:
        return str(m["who"] or m["gets"])
    other = _PAID_TO_SOMEBODY.search(said)
    return "" if other is None or _BODY.search(other["who"]) or _OF_STAFF.search(other["who"]) else str(other["who"])


def _print_of(figure: Figure) -> str:
    """All that the print says of a figure: its names, columns, what it stands under, its sentence."""
    return "".join((figure.row, *figure.names, *figure.columns, *figure.parents, figure.sentence))
