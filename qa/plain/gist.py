"""The gist of a question that was not understood word by word: the things it names, and the one thing it asks of them.

The names of the document, tables and years are taken out first. Of the rest, words that ask for an amount, a sum, a share, a
difference or a change are read by what they mean, words of courtesy and of writing are passed over; where anything else
is left (another thing, a condition, an exception, a negation), there is no gist. It is put as the plainest question of its kind,
and answered as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.text import key
from qa.documents.figures import View
from qa.terms.terms import Term, spot
from qa.words.lexicon import TABLES, scopes_in, without_noise

_ITEM, _TABLE = "\ue300", "\ue301"


@dataclass(frozen=True, slots=True)
class Thing:
    """A name in a question; `table`: of a table or a kind of money."""

    text: str
    start: int
    end: int
    table: bool = False


_CUES = (
    ("Y", r"(?:比|较之?|与|跟|和|同|相比于?|对比)?(?:去年|上年|上一年|前一年)(?:度)?(?:同期)?(?:的?(?:年初)?(?:预算|决算|执行)数?)?(?:相?比(?:较|起来)?)?"),
    ("/", r"除以|[/÷]"),
    ("S", r"(?:所占|占到?|所占到?)(?:了|据)?"),
    ("R", r"(?:多大|多少|何种|几多)?(?:的)?(?:比重|比例|份额|百分比|占比|比率)|百分之(?:多少|几)|几成|几个(?:百分)?点|多少个?(?:百分点|%)|之比"),
    ("+", r"加(?:在|到)?一(?:起|块儿?)|合(?:在|到)?一(?:起|块儿?)|并(?:在|到)?一(?:起|块儿?)|拢共|统共|合起来|加起来|相加|[两二三四几][项者笔块个]?之和|之和|总和|加总|汇总|合并|合计|共计|一共|总共|总计|连同|外加|再加上?|加上?|总(?:额|数|量)|\\+"),
    ("-", r"相差|差额|差距|差(?:了|出)?(?=多少|几)|高出|多出|超出|减去?(?!少)|(?:多(?!少)|(?<!多)[少高低]|节约|节省|省)(?:了|出|下)*(?=多少|几|的?(?:金额|数额|部分))"),
    ("D", r"(?:增加|减少|增长|下降|上升|上涨|提高|降低|压缩|压减|削减|缩水|涨|降|增|减|变化|变动|增减)(?:了|额|数|幅度?|率|幅)*"),
    ("I", r"(?:里面?|里头|当中|之中|中|内|项下|之下|下面|其中)的?"),
)  # fmt: skip
_SIGNS = "YSRID/+-"
_NOT_PLAIN = re.compile(
    r"吗|么(?!么)|是否|是不是|有没有|有无|对不对|对吧|是吧|为什么|为何|为啥|原因|怎么|如何|依据|按什么|哪|谁|何[处时]|最|平均|人均|每|倍|一半|分之|[多少][花用支]|超支|超[过出]?预算|剩|余|另外|[之以]外|其[他它余]|[执完].率|执行|完成|除|不|没|未|无|非|空|若|如|假|要是|第[\d一二三四五六七八九十]|前[\d一二三四五]|以[上下]|半年|季|月|期间|以来|(?<=[\u4e00-\u9fff])[之以]?[前后]的|型号|名单|实际|核对|一致|各级|\d"
)
_OFFICIAL = re.compile(
    r"^(?:请|烦请|敬请|恳请|现|拟|经|系|以|就|据|依照?|根据|按照?|关于|在|若将|若把|如果将|如果把|如将|将|把|对)+(?!上)|[,，]?(?:现)?(?:需要?|请|望|盼|敬请|烦请|一并|予以?|给予|逐一|据实)*(?:经?测算|核算|计算|统计|列示|列报|列明|编报|所编报|编列|核定|核准|载明|记载|答复|回复|作答|告知|示知|说明|明确|了解|加以比较|进行比较|比较|为盼)(?:后|得出?|的)?(?!表|里|中)|系何|二者|两者|[两二三](?:个科目|项|块|笔)|这?[两二三]项|等于|得(?:出|多少)|前者|后者|贵(?:单位|所|局|院|校|方)|进行|加以|口径|(?<![份金数])额(?=为|是)|感觉|偏[高低多少大]|究竟|到底|居多|应(?:该|当)?(?=为|是)|(?<![上前下]一)(?<![上前下])年度|(?:^|(?<=[,，]))(?:本年|今年|当年|本)度?|所列|所示|一栏|一项|该项"
)
"""The words of letters and reports, which say nothing of what is asked."""
_SEVERAL = re.compile(r"[两二三四五六]\w?(?:项|样|笔|者|块|类)|跟|与|、")
"""Words for more things than one."""
_COUNTS = re.compile(r"(?:多少|几)(?!钱|万|元|亿|块|数|成|何)(?:预算)?[\u4e00-\u9fff]|[批人]次|人数|数量|面积")
"""Words that ask for a number of something, which money is no answer to."""
_ASKS = re.compile(r"多少|若干|几何|什么数|[啥几](?=[个]?[万元数]|[,，?？]|$)")


def gist(text: str, view: View) -> str:
    """A folded question in the plainest words for what it asks; empty where there is no gist, or it is plain already."""
    year = view.disclosure.meta.year
    plain = re.sub(rf"[(（]?{year}年(?:度)?[)）]?", "", text) if year else text
    plain = re.sub(rf"{year - 1}年度?", "去年", plain) if year else plain
    if _COUNTS.search(plain):
        return ""
    plain = _OFFICIAL.sub("", plain)
    things = things_in(plain, view)
    if not any(not t.table for t in things):
        return ""
    skeleton = _masked(plain, things)
    for sign, words in _CUES:
        skeleton = re.sub(words, sign, skeleton)
    rest = _ASKS.sub("，", re.sub(rf"[{_ITEM}{_TABLE}{re.escape(_SIGNS)}]", "，", skeleton))
    measures = set(re.findall(r"年初预算|决算|预算数?", rest))
    if _NOT_PLAIN.search(rest) or _left(rest):
        return ""
    told = _of_columns(skeleton, things, view) or _asked(skeleton, things)
    if not told or ("决算" in measures and len(measures) > 1):
        return ""
    if "决算" in measures and view.disclosure.meta.kind != "final":
        return ""
    if "决算" in measures:
        told = re.sub(r"是多少$", "的决算数是多少", told)
    elif measures and view.disclosure.meta.kind == "final":
        told = re.sub(r"是多少$", "的年初预算数是多少", told)
    return told if told != text.rstrip("?？。") else ""


def _left(rest: str) -> bool:
    """Whether words are left that may name something."""
    return any(len(piece) > 1 for piece in without_noise(_OFFICIAL.sub("，", rest)))


def things_in(text: str, view: View) -> list[Thing]:
    """What a question names, in order: whole printed or everyday names, tables, kinds of money."""
    tables = [Thing(text[s:e], s, e, table=True) for s, e, name in scopes_in(text) if name != TABLES]
    found = list(tables)
    for term in spot(text, view).terms:
        end = term.start + len(term.text)
        if term.fuzzy or term.absent or text[term.start : end] != term.text:
            continue
        if any(term.start < t.end and t.start < end for t in tables):
            continue
        found.append(Thing(term.text, term.start, end, table=_is_money(term)))
    return sorted(found, key=lambda t: t.start)


def _is_money(term: Term) -> bool:
    return bool(term.tables or term.contains) and not term.names and not term.code and not term.total


def _masked(text: str, things: list[Thing]) -> str:
    for thing in reversed(things):
        text = text[: thing.start] + (_TABLE if thing.table else _ITEM) + text[thing.end :]
    return text


def _asked(skeleton: str, things: list[Thing]) -> str:
    """The plain question, by the signs of a skeleton and the names in their order."""
    phrases, order, table = _phrases(skeleton, things)
    if table and len(phrases) == 1 and not phrases[0].startswith(table):
        phrases = [f"{table}的{phrases[0]}"]  # 住房公积金在支出总表里
    if any(not any(p.startswith(t.text) for p in phrases) for t in things if t.table):
        return ""  # a table that is not known to be whose
    kinds = set(order) & set(_SIGNS)
    if "Y" in kinds:
        if len(phrases) != 1 or not kinds & {"D", "-"} or kinds & {"S", "/", "+"}:
            return ""
        return f"{phrases[0]}比上年增减{'百分之几' if 'R' in kinds else '多少'}"
    if "D" in kinds:
        return ""
    if kinds & {"S", "R", "/"}:
        if "-" in kinds or len(phrases) > 2:
            return ""
        if len(phrases) == 1:
            return f"{table}里{phrases[0].removeprefix(f'{table}的')}占百分之几" if table else ""
        return _share(order, phrases)
    if "-" in kinds:
        return f"{phrases[0]}比{phrases[1]}多多少" if len(phrases) == 2 and "+" not in kinds else ""
    within = re.match(r"PI[^PT]*(?=P)", order)
    if within is not None:
        phrases = [f"{phrases[0]}里的{phrases[1].rpartition('的')[2]}", *phrases[2:]]
    if len(phrases) == 1:
        return "" if _SEVERAL.search(skeleton) else f"{phrases[0]}是多少"
    if within is not None and re.search(r"P[^P]*P的?\+", order):  # 基本支出中公用经费的合计: of one thing
        return f"{phrases[0]}是多少" if len(phrases) == 1 else ""
    listed = f"{'、'.join(phrases[:-1])}和{phrases[-1]}"
    return f"{listed}合计是多少" if "+" in kinds else f"{listed}分别是多少" if re.search(r"各|分别|、", order) else ""


def _of_columns(skeleton: str, things: list[Thing], view: View) -> str:
    """One row's amounts under several heads (行政运行拆成基本支出和项目支出各多少), where nothing else is asked of them than what
    they come to; empty else."""
    own = [t for t in things if not t.table]
    tables = [t.text for t in things if t.table]
    if len(own) <= _ROW_AND_HEAD or len(tables) > 1 or set(re.findall(r"[YSRID/-]", skeleton)):
        return ""
    row, *heads = own
    of_row = {f.ref[:2] for f in view.vocabulary.get(key(row.text), ()) if f.code}
    if not of_row or not all(any(key(h.text) in f.columns for f in view.figures if f.ref[:2] in of_row) for h in heads):
        return ""
    table = f"{tables[0]}里" if tables else ""
    each = "和".join(f"{table}{row.text}的{h.text}" for h in heads)
    return f"{each}分别是多少" + ("，合计是多少" if "+" in skeleton else "")


_ROW_AND_HEAD = 2


def _phrases(skeleton: str, things: list[Thing]) -> tuple[list[str], str, str]:
    """The things with the table that each is of (支出总表的住房公积金), the skeleton with one sign (P) for each of those, and
    the last table."""
    names = iter(things)
    phrases: list[str] = []
    table, order = "", ""
    for char in skeleton:
        if char == _TABLE:
            table = next(names).text
        elif char == _ITEM:
            own = next(names).text
            phrases.append(f"{table}的{own}" if table else own)
            order += "P"
        elif not (char == "I" and order[-1:] != "P"):
            order += char
    return phrases, order, table


_OF_WHOLE = re.compile(r"PI[^PSR/]*P")
_IN_WHOLE = re.compile(r"P[^PSR/]*在P[^PSR/]*I")


def _share(order: str, phrases: list[str]) -> str:
    """A share, where it is told which of two things is the part; empty else."""
    plain = re.sub(r"[^PSRI/在与和]", "", order)
    one, other = phrases
    if _IN_WHOLE.search(plain) or (re.search(r"P[与和]P", plain) and "R" in plain):
        return f"{one}占{other}的百分之几"
    if _OF_WHOLE.search(plain):
        return f"{other}占{one}的百分之几"
    return f"{one}占{other}的百分之几" if re.search(r"P[^P]*[S/][^P]*P", plain) else ""
