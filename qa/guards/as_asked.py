"""Whether what was found is all of what is asked, and nothing else: of a table, a year, a side or a sort of count."""

from __future__ import annotations

import re

from extract.model import Kind
from extract.text import folded
from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.guards.accounted import narrowed
from qa.outcomes.complements import side_of
from qa.outcomes.which_projects import most_targeted
from qa.words.numerals import value_of
from qa.words.operations import Operation
from qa.words.plan import TOGETHER, Asked, Plan


def of_all_that_is_asked(asked: Asked, plan: Plan, outcome: Outcome, view: View) -> Outcome:
    """An outcome, or that it is not found where it tells less than what is asked for, or of another thing."""
    if _fewer_than_said(asked.text, outcome) or not_added_up(asked.text, outcome, view):
        return Outcome(Status.NOT_FOUND, "没有读懂要合在一起的是哪几项：请逐项写明名称。", cited=[], certain=True)
    if undone := _not_worked(asked.text, outcome):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{undone}”的是哪两项：请写明它们的名称。", cited=[], certain=True)
    if _nothing_left_out(asked.text, outcome):
        return Outcome(Status.NOT_FOUND, "没有读懂要除去的是哪一部分：请写明它的名称。", cited=[], certain=True)
    if _of_budgets_alone(plan, outcome, view):
        return Outcome(Status.NOT_FOUND, "文件没有同时列出这两项的决算数，不能相比。", cited=[], certain=True)
    if end := _other_end(asked.text, outcome):
        return Outcome(Status.NOT_FOUND, f"文件里没有{end}的数字。", cited=[], certain=True)
    if _of_one_side(plan, outcome):
        return Outcome(Status.NOT_FOUND, "没有读懂收入和支出各取哪一项：请写明名称。", cited=[], certain=True)
    if _told_another(asked, plan, outcome, view):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{plan.first}”的数字。", cited=[], certain=True)
    if lost := narrowed(asked, plan, outcome, view):
        if plan.operation is Operation.EXTREME and outcome.stated and _is_of_forms(outcome):
            aimed = most_targeted(plan.first, view, lowest=plan.lowest)
            if aimed is not None:
                return aimed
        return Outcome(Status.NOT_FOUND, f"文件里没有就“{lost}”印出的数字。", cited=[], certain=True)
    return outcome


_WORKS = (
    (re.compile(r"除以|÷"), "÷"),
    (re.compile(r"乘以|乘上|×"), "×"),
    (re.compile(r"减去|减掉|－(?=[\u4e00-\u9fff])"), "−"),
)
"""What is to be done with two amounts, and the sign that shows it was done."""


def _not_worked(text: str, outcome: Outcome) -> str:
    """What a question wants done with amounts and nothing that is told shows as done (高技术研究除以机构运行: neither is the answer)."""
    if not outcome.found or not any(s.sources for s in outcome.stated):
        return ""
    shown = "".join(s.how for s in outcome.stated)
    return next((m[0] for words, sign in _WORKS if (m := words.search(text)) is not None and sign not in shown), "")


def _of_budgets_alone(plan: Plan, outcome: Outcome, view: View) -> bool:
    """Whether what was spent on two of the three public expenses is held against one another, and budgets were told: final accounts
    print both, and leave one of the two blank where nothing was spent."""
    if "final" not in plan.measures or view.disclosure.meta.kind != "final" or not outcome.found:
        return False
    told = [f for s in outcome.stated for f in s.sources if f.table is Kind.THREE_PUBLIC and not f.is_fact]
    return len({f.ref for f in told}) > 1 and {f.measure for f in told} == {"budget"}


def _is_of_forms(outcome: Outcome) -> bool:
    """Whether projects are ranked by the money of their forms."""
    return any(f.table is Kind.PERFORMANCE for s in outcome.stated for f in s.sources)


_INCOME = re.compile(r"收入(?!支出|表)$")
_SPENDING = re.compile(r"^(?:当年|本年(?:度)?|今年|全年|同年)?的?(?:总)?支出")


def _of_one_side(plan: Plan, outcome: Outcome) -> bool:
    """Whether income less spending is asked for (当年收入减支出), and both amounts that are told are of one side."""
    if plan.operation is not Operation.DIFFERENCE or not outcome.found:
        return False
    if _INCOME.search(plan.first.removesuffix("合计")) is None or _SPENDING.search(plan.second) is None:
        return False
    told = [f for s in outcome.stated for f in s.sources]
    sides = (
        any(f.side == side or f.table is kind or name in f"{f.row}{f.header}" for f in told)
        for side, kind, name in (("income", Kind.INCOME, "收入"), ("expenditure", Kind.EXPENDITURE, "支出"))
    )
    return not all(sides)


_AT_START = re.compile(r"(?:年|期)初(?!预算|安排|批复|下达|计划)")
_AT_END = re.compile(r"(?:年|期)[末底终]")


def _other_end(text: str, outcome: Outcome) -> str:
    """The beginning of the year, or its end, that a question asks of, where what is left at the other is told; empty where none is."""
    first, last = _AT_START.search(text) is not None, _AT_END.search(text) is not None
    if first is last or not outcome.found:
        return ""
    asked, other = ("年初", "年末") if first else ("年末", "年初")
    told = ["".join((f.row, f.header, *f.parents)) for s in outcome.stated for f in s.sources]
    wrong = bool(told) and all(other in name and asked not in name and "结" in name for name in told)
    return asked if wrong else ""


_SO_MANY = re.compile(r"、[^、,，]{2,12}(?:这|那)(?P<n>[两二三四五六七八九])(?:项|个|类|种|笔|样)")


def _fewer_than_said(text: str, outcome: Outcome) -> bool:
    """Whether a question lists things, says how many they are and asks for them together, and fewer were found."""
    m = _SO_MANY.search(text)
    if m is None or not outcome.found or TOGETHER.search(text) is None:
        return False
    parts = {f.ref for s in outcome.stated for f in s.sources}
    return len(parts) < (value_of(m["n"]) or 0)


_ADDED_UP = re.compile(r"[\u4e00-\u9fff]、[\u4e00-\u9fff]+(?:相加|加起来|之和)(?:是|等于|有|得|为)*多少")


def not_added_up(text: str, outcome: Outcome, view: View) -> bool:
    """Whether a question asks what things come to that are added up, and one amount alone was found. What joins them may be part of
    a printed name."""
    if not outcome.found or len(outcome.stated) != 1 or outcome.stated[0].how:
        return False
    if _ADDED_UP.search(text) is not None:
        return True
    if (of_two := _OF_TWO.match(text)) is not None and _is_of_one(of_two, outcome, view):
        return True
    m = _MONEY_OF_EACH.search(text)
    return m is not None and not any(m["joined"] in name for name in view.vocabulary)


_OF_TWO = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|本年|全年|[,，])*(?P<one>[\u4e00-\u9fff]{2,8}?)(?P<join>和|与|跟|同|、|加上?|以及)(?P<other>[\u4e00-\u9fff]{2,8}?)(?:这|那)?(?:[两二三四](?:项|笔|样|块|种|个))?的?(?:费用?|开支|支出|花费|花销|经费|钱)?(?:一年|今年|,)*(?:合计|一共|总共|共计|加起来|合起来|加在一起|合在一起|之和|总和)(?:要|得)?(?:是|有|为|花|用)*(?:多少|几)"
)


def _is_of_one(asked: re.Match[str], outcome: Outcome, view: View) -> bool:
    """Whether of two things that a question adds up one alone was told, by its name: neither a total nor a row named for both."""
    figures, one, other = outcome.stated[0].sources, asked["one"], asked["other"]
    if len(figures) != 1 or _is_all(figures[0]) or figures[0].yuan is None:
        return False
    joined = f"{one[-2:]}{asked['join']}{other[:2]}"
    alike = any(one[i : i + 2] in other for i in range(len(one) - 1))  # 打扫卫生、管环境卫生: one thing, said twice
    said = f"{figures[0].row}{figures[0].sentence}{''.join(figures[0].columns)}"
    return not (alike or any(joined in name for name in view.vocabulary) or (one in said and other in said))


def _is_all(figure: Figure) -> bool:
    """Whether a figure is what rows or columns come to; the one row of the three public expenses has each of them in a column."""
    return figure.total and (figure.table is not Kind.THREE_PUBLIC or figure.column_role in {"", "total"})


_MONEY_OF_EACH = re.compile(
    r"(?P<joined>的(?:钱|费用|经费|开支)(?:、|和|与|跟|加上?)[\u4e00-\u9fff])[\u4e00-\u9fff]+(?:的(?:钱|费用|经费|开支))?(?:合计|一共|总共|加起来|加在一起|共)"
)
"""The money for one thing and for another, together."""


_SORTS_OF_COUNTS = (
    {"辆"},
    {"台", "套", "台(套)", "台套"},
    {"平方米", "万平方米"},
    {"人", "名", "位", "人次"},
    {"家", "所"},
    {"批", "批次", "次"},
    {"公里"},
    {"公顷"},
    {"吨"},
    {"亩"},
    {"天"},
)


def _counts_something_else(unit: str, outcome: Outcome) -> bool:
    """Whether vehicles are told where bodies are asked for, and the like."""
    if not outcome.found or not outcome.stated or not unit:
        return False
    asked, told = (
        next((i for i, own in enumerate(_SORTS_OF_COUNTS) if u in own), None) for u in (unit, outcome.stated[0].unit)
    )
    return asked is not None and asked != told


def _told_another(asked: Asked, plan: Plan, outcome: Outcome, view: View) -> bool:
    """Whether an outcome tells of another thing than is asked for."""
    if outcome.found and _CHEAPER.search(asked.text) and "以上" in outcome.text:
        return True
    if plan.operation in _OF_ONE and (_narrower(asked.text, outcome) or _of_another_class(asked.text, outcome)):
        return True
    if (
        _nothing_left_out(asked.text, outcome)
        or _without_the_fund(asked.text, outcome, view)
        or _of_the_year(asked.text, plan, outcome)
    ):
        return True
    if _of_whole_for_row(asked.text, plan, outcome):
        return True
    return plan.operation is Operation.LOOKUP and (
        _measured_in_money(asked.text, outcome)
        or _of_a_word_of_its_name(asked.text, outcome, view)
        or _counts_something_else(plan.unit, outcome)
        or _of_the_other_side(asked.text, outcome)
    )


_MEASURED = re.compile(
    r"(?:多少|几)(?:百|千|万|亿)?(?:平方?(?:公里|千米|米)|立方米?|方(?=[水土石])|公顷|顷|英亩|公?亩|公?吨|公?斤|千克|克|毫?升|千瓦时?|兆瓦|度(?!的?预算)|公里|千米|海里|米|里路|岁|周岁|年(?!预算|决算|度)|个?(?:小时|钟头|星期|月(?!的))|棵|株|[头匹条](?!.*(?:费|款|支出|收入))|[只幅尊艘枚颗栋幢](?!能|有|是|用)|块(?=[\u4e00-\u9fff])(?![钱元人的]))|(?<!有|是)多(?:深|宽|长|重|远|久|少(?=年|岁))|多大(?:的)?(?:面积|岁数|年纪)|有多(?:深|宽|长|重|远|久)(?!的?路)"
)
"""Measures that no amount of money is counted in: areas, weights, lengths, ages."""
_ALSO_MONEY = re.compile(r"多少(?:亿|万)?(?:元|块?钱)|[几多]少?(?:亿|万)?元")


def _measured_in_money(text: str, outcome: Outcome) -> bool:
    """Whether money is told where hectares, tonnes or years are asked for."""
    if not outcome.found or not outcome.stated or outcome.stated[0].yuan is None:
        return False
    return _MEASURED.search(text) is not None and _ALSO_MONEY.search(text) is None


_OF_A_WORD = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|目前|现在|[它我]?们?管的|所?管辖?的|的|[,，])*(?P<word>[\u4e00-\u9fff]{2,6}?)(?:今年)?(?:一共|总共|合计|全部|加起来|共)*(?:还)?(?:有|是)?(?:多大|多少(?!钱|元|万|亿|资金|经费|预算|拨款|收入|支出|款)|几(?!万|亿|元)[个处]?)(?:呢)?$"
)


def _of_a_word_of_its_name(text: str, outcome: Outcome, view: View) -> bool:
    """Whether all that a body has is told where a question asks how much there is of a thing that is a word within its name (湿地一共有
    多少, of a 湿地保护站): neither what the name begins with nor what it ends with, by which it may be called."""
    m = _OF_A_WORD.match(text)
    if m is None or not outcome.found or not outcome.stated or not outcome.stated[0].sources:
        return False
    own, word = folded(view.disclosure.meta.institute), m["word"]
    within = word in own and not own.startswith(word) and not own.endswith(word)
    return within and _is_all(outcome.stated[0].sources[0]) and word not in outcome.stated[0].sources[0].row


_ROW_OF_IT = re.compile(
    r"(?:下面|之下|底下|名下|里面?|里头|当中|之?中|下)的?[,，]?(?:到底|究竟|又|是|有)*哪(?:一|几|些)?[个项类款]?(?:[类款项]级)?的?(?:支出)?(?:科目|项目|支出)?[^,，?？]{0,24}最|最[^,，?？]{0,6}的(?:是)?哪(?:一|几|些)?[个项类款]?(?:[类款项]级)?的?(?:支出)?(?:科目|项目|支出)"
)


def _of_whole_for_row(text: str, plan: Plan, outcome: Outcome) -> bool:
    """Whether how a whole moved is told where a question asks which of its rows did so the most."""
    if plan.operation is not Operation.CHANGE or not outcome.found or not outcome.stated:
        return False
    if _ROW_OF_IT.search(text) is None or "最" in outcome.text:
        return False
    rows = {f.row for s in outcome.stated for f in s.sources}
    return len(rows) == 1 and rows.pop() in text


_OF_ONE = {Operation.LOOKUP, Operation.SHARE, Operation.DIFFERENCE}
_NARROWS = re.compile(
    r"(?P<kind>离休|编外|临时|国内|市内|省内|境内|外地)(?:人员|的|职工|工)*(?=差旅|公务接待|接待费|人员经费|工资|绩效|津贴|经费|费|的?有多少|呢)"
)
_WITH_MORE = re.compile(
    r"(?:[,，(（](?:含|包括)|连同|连上?|加上)(?:了|上)*(?P<more>项目|上?年?结转)(?:支出|资金|经费)?(?:的|在内|一共|总共|合计|[,，)）?？]|$)"
)
"""What a question has told together with what it asks for."""
_OF_PROJECTS = re.compile(r"(?:项目(?:经费|资金)?|[\u4e00-\u9fff]项目)(?:里面?|中|当中)?的(?=[\u4e00-\u9fff]{2,10}费)")


def _narrower(text: str, outcome: Outcome) -> bool:
    """Whether a question is of a kind that is not all of what was found (国内差旅费, 离休人员经费), or of a project's spending where what
    was found is basic spending."""
    sources = [f for s in outcome.stated for f in s.sources] if outcome.found else []
    if not sources:
        return False
    names = "".join("".join((f.row, *f.columns, f.sentence, f.section)) for f in sources)
    m = _NARROWS.search(text)
    if m is not None and m["kind"] not in names:
        return True
    if (more := _WITH_MORE.search(text)) is not None:
        return more["more"] not in sources[0].sentence + sources[0].section
    return _OF_PROJECTS.search(text) is not None and all(f.table is Kind.BASIC for f in sources)


_LETTERED = re.compile(r"([A-Z])类")


def _of_another_class(text: str, outcome: Outcome) -> bool:
    """Whether what was found is of another class by its letter (B类先导专项, and A类 is there)."""
    asked = set(_LETTERED.findall(text))
    told = {
        c for s in outcome.stated for f in s.sources for c in _LETTERED.findall("".join((f.row, *f.names, f.section)))
    }
    return outcome.found and bool(asked and told) and not asked & told


def _of_the_year(text: str, plan: Plan, outcome: Outcome) -> bool:
    """Whether a year's amount is told where a month's is asked for (每个月的水费和电费各多少)."""
    figure = outcome.stated[0].sources[0] if outcome.found and outcome.stated and outcome.stated[0].sources else None
    if figure is None or plan.operation is Operation.MONTHLY or outcome.stated[0].yuan is None:
        return False
    names = "".join((figure.row, *figure.columns, figure.sentence))
    return _A_MONTH.search(text) is not None and "月" not in names


def _nothing_left_out(text: str, outcome: Outcome) -> bool:
    """Whether the same amount of two tables is held against itself where something is to be left out of it."""
    parts = outcome.stated[0].sources if outcome.found and outcome.stated else ()
    alike = len(parts) == _TWO and parts[0].names[:1] == parts[1].names[:1] and not outcome.stated[0].yuan
    return alike and re.search(r"除了?|不含|不算|扣除", text) is not None


_TWO = 2
_A_MONTH = re.compile(r"[每按]个?月(?!份|报)|每一个月|(?<!\d)一个月|月均|月度平均")


def _without_the_fund(text: str, outcome: Outcome, view: View) -> bool:
    """Whether of fiscal money only what general public budget pays is told, where a government fund pays some as well."""
    figure = outcome.stated[0].sources[0] if outcome.found and outcome.stated and outcome.stated[0].sources else None
    if figure is None or figure.table is not Kind.GENERAL_PUBLIC or not figure.total or not _FISCAL_ALONE.search(text):
        return False
    return any(
        f.table is Kind.GOVERNMENT_FUND and f.total and f.value and f.column_role == figure.column_role
        for f in view.figures
    )


_FISCAL_ALONE = re.compile(r"^(?!.*(?:公共|基金)).*财政拨款的?(?:基本|项目)支出")


def _of_the_other_side(text: str, outcome: Outcome) -> bool:
    """Whether an outcome tells what is spent where a question asks for the income of it (公用经费的收入), or the other way
    round."""
    m = _SIDE_ASKED.search(text)
    figure = outcome.stated[0].sources[0] if m is not None and outcome.found and outcome.stated else None
    if m is None or figure is None or figure.is_fact:
        return False
    other = {"收入": "expenditure", "支出": "income"}[m["side"]]
    names = "".join((figure.row, *figure.columns, figure.header))
    return side_of(figure) == other and m["side"] not in names


_CHEAPER = re.compile(r"(?:不到|不足|低于|小于|少于|没到)(?:了)?(?:100|一百|百)万|(?:100|一百|百)万元?以下")
"""Equipment of less than what the notes count it from."""


_SIDE_ASKED = re.compile(r"(?<!拨款)的(?P<side>收入|支出)(?:一共|总共|合计|共|总额)*(?:是|有|为)?(?:多少|几)")
