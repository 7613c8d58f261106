"""Whether all of a column stands in one row (所有项目支出是不是都列在某类下面, 是不是只有某类有项目支出): held against the total of the column, in the
table where the row has it."""

from __future__ import annotations

import re

from extract.text import key
from qa.answer import Outcome, Stated, Status, grouped, money
from qa.documents.figures import Figure, View
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.words.lexicon import scopes_in

_LEAD = r"^(?:请问|那么?|20\d\d年(?:度)?|今年|本年|全年|单位|部门|馆里|的|[,，])*"
_TABLE = r"(?P<table>[\u4e00-\u9fff]{2,24}?表(?:里面?|中|上|当中)?[,，]?的?)?"
_COLUMN = r"(?P<column>基本支出|项目支出|财政拨款收入|事业单位经营收入|事业收入|经营收入|其他收入|上级补助收入|附属单位上缴收入|人员经费|公用经费)"
_ALL = r"(?:所有|全部|各项|一切|整个)?的?"
_WHETHER = r"(?:是不是|是否|难道|有没有|应该|就)*"
_ALL_OF_IT = r"(?:全都?|全部都?|都|统统|通通|全数|一律|完全|只|仅|仅仅)(?:是)?"
_PUT = r"(?:(?:列|放|编|安排|用|花|投|落|集中|归|算|分布|体现|反映)(?:在|到|于|进|入|给|为)*|属于|归于|出自|来自|在|限于|给|有)了?"
_ROW = r"(?P<row>[\u4e00-\u9fff、()]{2,30}?)"
_ITS_SORT = r"(?:(?:这|那)一?个?(?:大类|类|款|项|科目|块)(?:支出|科目)?|大类|类|款|科目)?"
_IN_IT = r"(?:的)?(?:下面?|之下|底下|名下|项下|里面?|之?中|之?内|当中|上面?|上)?"
_ENDS = r"(?:的|了|呢)*[,，]?(?:(?:是|对|没错|是这样)?(?:吗|么|吧|没有?|不对|不是)|对不对|是不是)?$"
_HAS = r"(?:才|会|里)?(?:有|安排了?|列了?|列有|发生了?|涉及|花了?|用了?|含有?)(?:着|任何)?"
_OTHERS = r"(?:(?:其他|其它|别的|其余|剩下|另外)的?(?:各)?(?:大类|类别|类|款|项|科目|功能科目|支出|地方)*的?)"
_ALL_IN = (
    re.compile(rf"{_LEAD}{_TABLE}{_ALL}{_COLUMN}{_WHETHER}{_ALL_OF_IT}{_PUT}{_ROW}{_ITS_SORT}{_IN_IT}{_ENDS}"),
    re.compile(rf"{_LEAD}{_TABLE}{_WHETHER}(?:只有?|仅有?|唯有|唯独){_ROW}{_ITS_SORT}{_IN_IT}{_HAS}{_ALL}{_COLUMN}{_ENDS}"),
    re.compile(rf"{_LEAD}{_TABLE}{_WHETHER}{_ALL}{_COLUMN}{_WHETHER}(?:只有?|仅有?){_ROW}{_ITS_SORT}{_HAS}{_ENDS}"),
)  # fmt: skip
_NO_OTHER = (
    re.compile(rf"{_LEAD}{_TABLE}除(?:了|去|开)?{_ROW}{_ITS_SORT}(?:以外|之外|外)?[,，]?{_OTHERS}(?:都|也|就)*(?:没有?|未)(?:有|安排|列)?(?:任何)?{_COLUMN}{_ENDS}"),
    re.compile(rf"{_LEAD}{_TABLE}(?:没有?){_OTHERS}{_HAS}{_COLUMN}[,，](?:就)?(?:只有?|仅有?){_ROW}{_ITS_SORT}(?:有)?{_ENDS}"),
)  # fmt: skip
_ANY_OTHER = re.compile(
    rf"{_LEAD}{_TABLE}除(?:了|去|开)?{_ROW}{_ITS_SORT}(?:以外|之外|外)?[,，]?{_OTHERS}(?:还|也|都)*(?:有没有|是否有|是不是有|有)(?:安排|列)?(?:了)?{_COLUMN}(?:的|了|呢)*(?:吗|么|没有?)?$"
)
_ASKS = re.compile(r"是不是|是否|难道|有没有|[吗么吧]$|对不对$|不对$|不是$|没有?$")


def all_under_one(text: str, view: View) -> Outcome | None:
    """Whether all of a column is that of one row: by both amounts. None where a folded question asks nothing of the sort, or the
    row has no such column."""
    bare = text.rstrip("?？。")
    if _ASKS.search(bare) is None:
        return None
    other = _ANY_OTHER.match(bare)
    m = other or next((m for frame in (*_ALL_IN, *_NO_OTHER) if (m := frame.match(bare)) is not None), None)
    years = {int(year) for year in re.findall(r"20\d\d(?=年)", bare)}
    if m is None or years - {view.disclosure.meta.year}:
        return None
    row = next((name for name in (m["row"], f"{m['row']}支出") if key(name) in view.vocabulary), "")
    own = _own(row, m["column"], m["table"] or "", view) if row else None
    whole = _whole(own, view) if own is not None else None
    if own is None or whole is None or whole.yuan is None:
        return None
    so = own.yuan == whole.yuan
    word = ("没有" if so else "有") if other is not None else "是" if so else "不是"
    place = f"（第 {own.page} 页，{own.place}）"
    amount = "没有填数" if own.value is None else money(own.number, own.unit)
    told = f"{word}，{'全在' if so else '不全在'}这一行：{own.called} {amount}，{whole.called} {money(whole.number, whole.unit)}{place}"
    outcome = Outcome(Status.ANSWERED, told, [Stated.of(f) for f in (own, whole) if f.value is not None])
    if not so and own.value is not None and whole.unit == own.unit:
        rest = whole.number - own.number
        how = f"{grouped(whole.number)} − {grouped(own.number)} = {grouped(rest)}"
        outcome.text += f"，其余 {money(rest, own.unit)}：{how}"
        outcome.stated.append(Stated(rest, own.unit, (whole, own), how, "其余"))
    outcome.cited = [own, whole]
    return outcome


def _own(row: str, column: str, table: str, view: View) -> Figure | None:
    """The cell of a row in a column, of a table with codes; None where there is none, or its row stands in the table twice."""
    place = table if scopes_in(table) else ""
    if table and not place:
        return None
    target = targets_of(f"{place}{row}的{column}", view, Wanted())[0]
    figures = [m.figure for m in target.matches if m.figure.code and key(row) in m.figure.names]
    figures = [f for f in figures if key(column) in f.columns]
    if not figures or target.open:
        return None
    own = figures[0]
    twice = any(f.ref != own.ref and f.ref[0] == own.ref[0] and f.ref[2] == own.ref[2] for f in figures)
    return None if twice else own


def _whole(own: Figure, view: View) -> Figure | None:
    """The total of the column that a figure stands in; None where its table prints none."""
    return next((f for f in view.column(own) if f.total and not f.code and f.value is not None), None)
