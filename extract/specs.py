"""Declarations: which tables there are, how their titles, columns and rows are called.

Everything that reads a table (layout reader, model reader, checks) goes by these: a further family of disclosures is a
further alias or spec here. Patterns are matched against `text.folded` or `text.key` strings: no white space, half-width
forms, no quotation marks; row and column patterns also without enumerators.

Sources for the terms: 《政府收支分类科目》, the Ministry's notices on 部门预决算公开, and the published tables themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Kind
from extract.text import folded, key

Names = tuple[tuple[str, str], ...]

_PURPOSE = r"(?:支出)?(?:预算|决算)?"

# Column roles shared by the tables of expenditure by code (支出总表, 一般公共预算, 政府性基金, 国有资本经营).
_EXPENDITURE_COLUMNS: Names = (
    ("total", r"合计|总计|小计|本年支出(?:合计)?|支出(?:总计|合计)|.*(?:预算|决算)支出(?:合计)?"),
    ("basic", r"基本支出(?:小计|合计)?"),
    ("project", r"项目支出(?:小计|合计)?"),
    ("staff", r"人员(?:经费|支出)"),
    ("running", r"(?:日常)?公用(?:经费|支出)"),
    ("upward", r"上缴上级支出"),
    ("operating", r"(?:事业单位)?经营支出"),
    ("subsidy", r"对(?:下级|附属)单位(?:的)?补助支出"),
    ("carry_in", r"(?:年初|上年)结转(?:和结余)?"),
    ("income", r"本年收入"),
    ("carry_out", r"(?:年末|结转下年)(?:结转和结余)?"),
)

_INCOME_NAMES: Names = (
    ("total", r"合计|总计|本年收入合计|收入(?:总计|合计)"),
    ("carry_in", r"(?:上年|年初)结转(?:和结余|结余)?(?:资金)?"),
    ("fiscal", r"财政(?:拨款|补助)收入(?:小计|合计)?"),
    ("general", r"一般公共预算(?:财政)?(?:拨款)?(?:收入|资金)?"),
    ("fund", r"政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?"),
    ("state_capital", r"国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?"),
    ("special_account", r"财政专户管理资金(?:收入)?"),
    ("business", r"事业收入(?:/金额|/小计)?"),
    ("education_fee", r"(?:其中:?)?(?:事业收入/)?(?:其中:?)?教育收费(?:收入)?"),
    ("operating", r"(?:事业单位)?经营收入"),
    ("superior", r"上级补助收入"),
    ("affiliated", r"附属单位上缴收入"),
    ("other", r"其他收入"),
    ("use_balance", r"(?:使用|动用)?非财政拨款结余(?:\(含专用结余\))?|用事业基金弥补收支差额|使用专用结余"),
)

_THREE_PUBLIC_NAMES: Names = (
    ("total", r"(?:财政拨款)?(?:三公经费)?(?:合计|总计|小计)|三公经费(?:支出)?(?:合计|小计|预算数|决算数)?"),
    ("abroad", r"因公出国(?:\(境\))?(?:费用?|支出)?"),
    ("vehicles", r"公务用车购置(?:及|和)运行(?:维护)?费?(?:/?(?:小计|合计))?"),
    ("purchase", r"(?:公务用车)?购置费|公务用车购置(?:支出)?"),
    ("vehicle_running", r"(?:公务用车)?运行(?:维护)?费"),
    ("reception", r"公务接待费?(?:支出)?"),
    ("agency_operating", r"机关运行(?:经费|费)(?:预算数?|决算数?|支出)?"),
)


@dataclass(frozen=True)
class TableSpec:
    """One standard table.

    title: pattern of its title; columns and rows: (role, pattern) of header and label; `two_sided`: income left,
    expenditure right; `classification`: which codes it lists.
    """

    kind: Kind
    name: str
    title: str
    description: str
    columns: Names = ()
    rows: Names = ()
    two_sided: bool = False
    classification: str = ""
    expected_in: tuple[str, ...] = ("budget", "final")
    title_pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the title's pattern once."""
        object.__setattr__(self, "title_pattern", re.compile(self.title))


_T1_ROWS: Names = (
    ("income_subtotal", r"本年收入(?:合计|小计)|(?:本年)?收入合计"),
    ("expenditure_subtotal", r"本年支出(?:合计|小计)|(?:本年)?支出合计"),
    ("income_total", r"收入(?:总计|合计)|收入预算总计"),
    ("expenditure_total", r"支出(?:总计|合计)|支出预算总计"),
    ("total", r"总计|合计"),
    ("use_balance", r"(?:使用|动用)?非财政拨款结余(?:\(含专用结余\))?|用事业基金弥补收支差额|使用专用结余"),
    ("carry_in", r"(?:上年|年初)(?:财政拨款)?(?:结转|结余)(?:和结余|及结余|结余)?(?:资金|收入)?(?:\(.*\))?"),
    ("carry_out", r"(?:结转下年|年末(?:财政拨款)?结转(?:和结余)?)(?:支出)?(?:\(.*\))?|(?:年终|年末)结转(?:结余)?"),
    ("distribution", r"结余分配"),
    ("general", r"一般公共预算(?:财政)?(?:拨款)?(?:收入|资金)?(?:预算)?"),
    ("fund", r"政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?(?:预算)?"),
    ("state_capital", r"国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?(?:预算)?"),
    *(
        (role, pattern)
        for role, pattern in _INCOME_NAMES
        if role
        in {"fiscal", "business", "operating", "superior", "affiliated", "other", "special_account", "education_fee"}
    ),
)

SPECS: tuple[TableSpec, ...] = (
    TableSpec(
        Kind.PERFORMANCE,
        "项目绩效目标表",
        r"绩效(?:目标|评价|自评)[^,。;]{0,12}表|绩效目标$|绩效表$|预算绩效[^,。;]{0,8}表",
        "performance targets of one project: funds, goals, indicators",
        expected_in=(),
    ),
    TableSpec(
        Kind.THREE_PUBLIC,
        "“三公”经费支出表",
        r"三公[^,。;]{0,40}表",
        "travel abroad, official vehicles, official reception",
        columns=_THREE_PUBLIC_NAMES,
        rows=_THREE_PUBLIC_NAMES,
    ),
    TableSpec(
        Kind.STATE_CAPITAL,
        "国有资本经营预算支出表",
        r"国有资本经营[^,。;]{0,30}表",
        "expenditure from the state capital budget by functional code",
        columns=_EXPENDITURE_COLUMNS,
        classification="functional",
    ),
    TableSpec(
        Kind.GOVERNMENT_FUND,
        "政府性基金预算支出表",
        r"政府性基金[^,。;]{0,30}表",
        "expenditure from government funds by functional code",
        columns=_EXPENDITURE_COLUMNS,
        classification="functional",
    ),
    TableSpec(
        Kind.BASIC,
        "一般公共预算基本支出表",
        r"(?:一般公共预算|财政拨款)[^,。;]{0,20}基本支出[^,。;]{0,26}表|基本支出[^,。;]{0,16}表|一般公共预算[^,。;]{0,12}经济分类[^,。;]{0,12}表",
        "basic expenditure from the general public budget by economic code",
        columns=(
            ("total", r"合计|总计|小计|预算数|决算数|金额|基本支出|\d{4}年(?:预算|决算)数"),
            ("staff", r"人员经费|人员支出"),
            ("running", r"(?:日常)?公用(?:经费|支出)"),
        ),
        rows=(
            ("staff_total", r"人员经费(?:合计|小计|总计)?"),
            ("running_total", r"(?:日常)?公用经费(?:合计|小计|总计)?"),
            ("total", r"合计|总计"),
        ),
        classification="economic",
    ),
    TableSpec(
        Kind.GENERAL_PUBLIC,
        "一般公共预算支出表",
        r"一般公共预算[^,。;]{0,16}(?:支出|支出功能分类|收支|收入支出)[^,。;]{0,16}表",
        "expenditure from the general public budget by functional code",
        columns=_EXPENDITURE_COLUMNS,
        classification="functional",
    ),
    TableSpec(
        Kind.FISCAL,
        "财政拨款收支总表",
        r"财政(?:拨款|预算)[^,。;]{0,12}(?:收支|收入支出|收入、支出)[^,。;]{0,14}表",
        "income and expenditure from state appropriations",
        columns=(
            ("total", r"合计|小计|总计|预算数|决算数|金额|\d{4}年(?:预算|决算)数"),
            ("general", r"一般公共预算(?:财政)?(?:拨款)?(?:支出)?"),
            ("fund", r"政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:支出)?"),
            ("state_capital", r"国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:支出)?"),
        ),
        rows=(
            ("income_current", r"本年(?:财政拨款)?收入(?:合计|小计)?"),
            ("expenditure_current", r"本年(?:财政拨款)?支出(?:合计|小计)?"),
            *_T1_ROWS[2:5],
            (
                "carry_out",
                r"(?:结转下年|年末(?:财政拨款)?结转(?:和结余)?)(?:支出)?(?:\(.*\))?|(?:年终|年末)结转(?:结余)?",
            ),
            ("carry_in", r"(?:上年|年初)(?:财政拨款)?(?:结转|结余)(?:和结余|及结余|结余)?(?:资金|收入)?(?:\(.*\))?"),
            *_T1_ROWS[9:12],
        ),
        two_sided=True,
    ),
    TableSpec(
        Kind.INCOME_EXPENDITURE,
        "收支总表",
        r"(?:收支|收入支出|收入、支出)[^,。;]{0,14}表",
        "income and expenditure in total",
        columns=(
            ("total", r"合计|小计|总计|预算数|决算数|金额|\d{4}年(?:预算|决算)数"),
            ("staff", r"人员(?:经费|支出)"),
            ("running", r"(?:日常)?公用(?:经费|支出)"),
            ("basic", r"基本支出(?:小计|合计)?"),
            ("project", r"项目支出(?:小计|合计)?"),
        ),
        rows=_T1_ROWS,
        two_sided=True,
    ),
    TableSpec(
        Kind.INCOME,
        "收入总表",
        r"收入[^,。;支]{0,10}表",
        "income by source",
        columns=_INCOME_NAMES,
        rows=_T1_ROWS,
        classification="functional",
    ),
    TableSpec(
        Kind.EXPENDITURE,
        "支出总表",
        r"^(?:.{0,36}(?:单位|部门|年|预算|本级|院|所|局|中心))?支出(?:预算|决算)?(?:总|总体情况|情况)?表",
        "expenditure by functional code",
        columns=_EXPENDITURE_COLUMNS,
        classification="functional",
    ),
)

BY_KIND = {spec.kind: spec for spec in SPECS}

# What a role is called, as it is told to a model.
ROLE_TERMS = {
    "total": "合计",
    "basic": "基本支出",
    "project": "项目支出",
    "staff": "人员经费",
    "running": "公用经费",
    "upward": "上缴上级支出",
    "operating": "经营收支",
    "subsidy": "对附属单位补助",
    "carry_in": "上年结转",
    "income": "本年收入",
    "carry_out": "结转下年",
    "fiscal": "财政拨款收入",
    "general": "一般公共预算拨款",
    "fund": "政府性基金预算拨款",
    "state_capital": "国有资本经营预算拨款",
    "special_account": "财政专户管理资金",
    "business": "事业收入",
    "education_fee": "教育收费",
    "superior": "上级补助收入",
    "affiliated": "附属单位上缴收入",
    "other": "其他收入",
    "use_balance": "使用非财政拨款结余",
    "abroad": "因公出国（境）费",
    "vehicles": "公务用车购置及运行费",
    "purchase": "公务用车购置费",
    "vehicle_running": "公务用车运行费",
    "reception": "公务接待费",
    "agency_operating": "机关运行经费",
    "income_subtotal": "本年收入合计",
    "expenditure_subtotal": "本年支出合计",
    "income_total": "收入总计",
    "expenditure_total": "支出总计",
    "income_current": "本年财政拨款收入",
    "expenditure_current": "本年财政拨款支出",
    "distribution": "结余分配",
    "staff_total": "人员经费合计",
    "running_total": "公用经费合计",
}

# A title that names one of these is no standard table though its words look like one.
_NO_STANDARD = re.compile(
    r"政府采购|项目支出(?!绩效)[^,。;]{0,8}表|政府购买服务|资产|债务|经济分类[^,。;]{0,6}汇总|支出预算分类|部门整体|单位构成|转移支付|机关运行经费(?:支出)?(?:预算|情况|明细)?表|非税"
)
_SENTENCE = re.compile(r"[。;；!！?？]|说明$|^关于|^注[:：]|见附表|如下|故本表|详见")
_DOTS = re.compile(r"\.{4,}|…{2,}|·{4,}|\d+$")
_TABLE_NUMBER = re.compile(
    r"^(?:附?表(?:[一二三四五六七八九十]{1,3}?(?=一般|三公|[^一二三四五六七八九十])|\d+(?:-\d+)?)[:：、.]?"
    r"|\d{1,2}(?:-\d{1,2})?[、.．]?(?=[^\d.]{4}))"
)
_NUMBER_ONLY = re.compile(
    r"[(（]?(?:公开|附|预算|决算|部门|单位|财|表|/)*[一二三四五六七八九十\d]{1,3}(?:-\d+)?表?[)）]?"
)
_REMARK = re.compile(r"(?<=表)\([^()]{1,24}\)$")  # (按功能分类科目)
_TAIL = re.compile(
    r"\((?:续表?|单位[:：]?.{1,3}元|公开.{1,6}|\d{4}年度?|[一二三四五六七八九十\d]+)\)$|单位[:：].{1,3}元$|(?:部门)?公开表?\d+表?$"
)


def title_kind(text: str) -> Kind | None:
    """Which table a line of text is the title of; `Kind.OTHER` for a table that is none of the standard ones.

    None where the line is no title: a sentence, an entry of the contents page, a note.
    """
    line = folded(text)
    line = _TABLE_NUMBER.sub("", line)
    while (shorter := _TAIL.sub("", line)) != line:
        line = shorter
    line = _REMARK.sub("", line)
    if _NUMBER_ONLY.fullmatch(line):
        return None
    if (
        not 2 < len(line) <= 72
        or _SENTENCE.search(line)
        or not re.search(r"表\d?$|绩效目标$", line)
        or _DOTS.search(line)
    ):
        return None
    standard = "三公" in line or not _NO_STANDARD.search(line)
    for spec in SPECS:
        if spec.title_pattern.search(line) and (standard or spec.kind is Kind.PERFORMANCE):
            return spec.kind
    return Kind.OTHER if line.endswith("表") else None


def role_of(names: Names, text: str) -> str:
    """The role whose pattern matches the whole of a label or header (enumerators ignored), or ''."""
    label = key(text)
    return next((role for role, pattern in names if re.fullmatch(pattern, label)), "")


_MEASURES: Names = (
    ("change", r".*(?:增减|增长|比\d{4}|比上年|幅度|完成|%|变动|差异).*"),
    ("prior", r".*(?:上年|去年|上年度)(?:.{0,4})(?:预算|决算|执行)数?"),
    ("final", r".*(?:决算数?|执行数|支出数|完成数)"),
    ("budget", r".*(?:预算数?|年初数|安排数)|金额|预算"),
)


# 一般公共预算 names a kind of money, not the budget as against the final account.
_MONEY_KIND = re.compile(r"结转|预算拨款|(?:一般公共|政府性基金|国有资本经营)预算$")


def measure_of(path: Sequence[str]) -> str:
    """Budget, final, prior or change: which number of an item a column gives; '' where its header does not say."""
    texts = [key(part) for part in path]
    for measure, pattern in _MEASURES:
        for text in reversed(texts):
            if not _MONEY_KIND.search(text) and re.fullmatch(pattern, text):
                return measure
    return ""


def year_of(path: Sequence[str]) -> int | None:
    """The year that a header path names last (比2024年: the change's base counts as no year of its own)."""
    for part in reversed(path):
        years = re.findall(r"(20\d\d)年?", folded(part))
        if years:
            return int(years[0])
    return None


def column_role(spec: TableSpec, path: Sequence[str]) -> str:
    """The role of an amount column, from the innermost part of its header path that has one.

    A bare 合计, 小计 or 金额 under a named header stands for that header (公务用车购置及运行费/小计).
    """
    parts = [part for part in path if not _is_measure_only(part)] or list(path)
    for depth in range(len(parts) - 1, -1, -1):
        name = key(parts[depth])
        if name in {"合计", "小计", "总计", "金额"} and depth > 0:
            outer = next((r for p in reversed(parts[:depth]) if (r := role_of(spec.columns, p))), "")
            if outer and outer not in {"total", "income"}:
                return outer
        if role := role_of(spec.columns, parts[depth]):
            return role
        if depth == len(parts) - 1 and depth > 0:
            joined = f"{key(parts[depth - 1])}/{name}"
            if role := next((r for r, pattern in spec.columns if re.fullmatch(pattern, joined)), ""):
                return role
            if name.startswith("其中"):
                return ""
    return ""


def _is_measure_only(part: str) -> bool:
    return bool(re.fullmatch(r"(?:\d{4}年度?)?(?:年初|全年|调整)?(?:预算|决算|执行|支出)数", key(part)))


# In a list of projects only money becomes figures: no weights, targets, counts.
_MONEY_HEADER = re.compile(r"^(?!.*(?:权重|率|指标|分值|名称|来源)).*(?:金额|资金|预算数|拨款|结转|万元|\(元\)|合计)")


def is_other_by_name(title: str) -> bool:
    """Whether a title's words say that a table is none of the standard ones (政府采购预算表, 资产情况表)."""
    return "三公" not in folded(title) and _NO_STANDARD.search(folded(title)) is not None


def is_money_header(text: str) -> bool:
    """Whether a column of a project list holds money, and not weights, rates or targets."""
    return _MONEY_HEADER.search(folded(text)) is not None
