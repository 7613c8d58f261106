"""A question about one row of a document's tables, put the plain way: what two tables say of it, how far they are apart or
whether they agree; what of it one kind of money does not pay, or the treasury does; what stands under it; and which rows of a
table are blank.

The names are masked first, so that only the words around them are read: the words that ask one of these things are taken
out, and where anything else is left (another thing, a condition, a year, a rank), the question stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.model import Kind
from extract.text import key
from qa.documents.figures import View
from qa.plain.gist import Thing, things_in
from qa.words.lexicon import lexicon, scopes_in, without_noise

_ROW, _ONE, _OTHER, _MONEY, _COLUMN = "\ue310", "\ue311", "\ue312", "\ue313", "\ue314"
_NAMES = f"[{_ROW}{_ONE}{_OTHER}{_MONEY}{_COLUMN}]"
_TABLE = f"[{_ONE}{_OTHER}]"
_NEAR = f"[^{_ONE}{_OTHER}]{{0,8}}?"


@dataclass(frozen=True, slots=True)
class _Frame:
    """A question with its names masked, and those names: the one row, the one column of it, the tables, the one kind of
    money."""

    words: str
    row: str
    column: str
    tables: tuple[str, ...]
    money: str


_MAY_BE = re.compile(
    r"表|公共预算|基金|国有资本|财政|基本支出|项目支出|人员经费|公用经费|科目|明细|子[项目]|细项|下级|下属|底下|下面|下边|名下|项下|之下"
)


def asked_of_row(text: str, view: View) -> str:
    """A folded question of one of these kinds in plain words; any other as it is."""
    if _MAY_BE.search(text) is None:
        return text
    frame = _frame(text, view)
    if frame is None:
        return text
    of_amounts = () if _COUNTS.search(frame.words) else (_in_two_tables, _without_money, _of_money, _of_the_treasury)
    if frame.column:
        heads = any(key(frame.column) in f.columns for f in view.vocabulary.get(key(frame.row), ()))
        return (
            _column_of_row(frame) if of_amounts and heads else ""
        ) or text  # else it is within what the column heads
    readings = (*of_amounts, _rows_below, _whether_listed, _blank_rows)
    return next((told for read in readings if (told := read(frame))), text)


_COUNTS = re.compile(r"(?:多少|几)(?:[个项类款行条种级]|人(?!员经费)|科目)")
"""Words that ask for a number of rows, and no amount."""


def _frame(text: str, view: View) -> _Frame | None:
    """A question with its names masked; None where it names several rows or kinds of money, or more than two tables."""
    year = view.disclosure.meta.year
    plain = text.rstrip("?？。.!！")
    plain = re.sub(rf"[(（]?{year}年(?:度)?[)）]?", "", plain) if year else plain
    if re.search(r"\d年|去年|上年|前年|明年", plain):
        return None
    things = [t for t in things_in(plain, view) if _NO_NAME.fullmatch(t.text) is None]
    kinds = {t.start: name for t in things if t.table for start, _, name in scopes_in(plain) if start == t.start}
    tables = list(dict.fromkeys(kinds.values()))
    money = {t.text for t in things if t.start not in kinds and _is_money(t)}
    rows = {t.text for t in things if t.start not in kinds and not _is_money(t)}
    columns = {name for name in rows if _heads_columns(name, view)}
    if any(len(names) > 1 for names in (rows - columns, columns, money)) or len(tables) > _PAIR:
        return None
    if not set(tables) <= {k.value for k in Kind}:
        return None
    row, column = next(iter(rows - columns), ""), next(iter(columns), "")
    if row and not any(f.code for f in view.vocabulary.get(key(row), ())):
        return None
    called = tuple(next(t.text for t in things if kinds.get(t.start) == kind) for kind in tables)

    def mask(thing: Thing) -> str:
        if thing.start in kinds:
            return (_ONE, _OTHER)[tables.index(kinds[thing.start])]
        return _MONEY if thing.text in money else _COLUMN if thing.text in columns else _ROW

    for thing in reversed(things):
        plain = plain[: thing.start] + mask(thing) + plain[thing.start + len(thing.text) :]
    return _Frame(plain, row, column, called, next(iter(money), ""))


_PAIR = 2
_NO_NAME = re.compile(r"下[属级]|其[他它]资金|明细|组成")
"""Words of these questions that documents may print as names."""


def _is_money(thing: Thing) -> bool:
    """Whether words are no more than a kind of money, which a document may print as a name."""
    text = thing.text.removesuffix("支出")
    return not text.endswith("基本") and any(soft.words.fullmatch(text) for soft in lexicon().soft)


def _heads_columns(name: str, view: View) -> bool:
    """Whether a name stands over columns of rows by code, and is none of those rows."""
    own = view.vocabulary.get(key(name), ())
    coded = [f for f in own if f.code]
    return bool(coded) and all(key(name) in f.columns for f in coded)


_ASKS = re.compile(
    r"(?:是|为|有|等于|得)?(?:一个)?(?:多少|几何|几多|若干|多[大高]|什么数|几(?![个行项]))(?:钱|万?元|万|数)?"
)
_SAID_BESIDE = re.compile(
    r"两张?表|[两各]个?口径|口径|那?一?[块份](?=的|$|，)|这(?:一)?(?:项|行|个?科目|类)|同样|对照|比对|核对|查对|分别|各自?|的数|数额|数字|金额|数目|资金|经费|的钱|开支|规模|支出(?=的|$|，)|总数|又|还|都|它|所|[里上中]面?|当中|里头|请问|一下|报|看看?|想知道|想了解|麻烦|帮我|说说|查查?"
)
"""Words around the names of a question that say nothing of what it asks."""
_ELSE = re.compile(
    r"[比较占增减升降涨跌最率倍%加差]|平均|每|百分|几成|为什么|为何|原因|怎么|如何|依据|用途|[哪谁不没未非除扣剩余另吗空]|是否|有无|其[他它]|合计|一共|总共|共计|之和|如果|假如|若|第|前[\d几三]|以[上下内]|[类款项]级|实际|执行|完成|年[初末]|结转|结余|收入|\d"
)
"""Words that ask something else, or that under a condition."""


_IN_ALL = re.compile(r"一共|总共|合计|共计|拢共")


def _nothing_else(words: str, *, of_one: bool = False) -> bool:
    """Whether masked words, without those that ask, say nothing more. `of_one`: they ask one amount, of which they may say
    that it is all."""
    words = _IN_ALL.sub("，", words) if of_one else words
    rest = _SAID_BESIDE.sub("，", _ASKS.sub("，", re.sub(_NAMES, "，", words)))
    return _ELSE.search(rest) is None and not any(len(piece) > 1 for piece in without_noise(rest))


_GAPS = (
    re.compile(rf"(?:相对于?|比起|较之于?|相较于?){_NEAR}(?P<base>{_TABLE}){_NEAR}(?P<it>{_TABLE}){_NEAR}(?P<way>[多少高低大小超])(?!少)"),
    re.compile(rf"(?P<base>{_TABLE}){_NEAR}(?:相比|比较|为底|为基[数准]|[做打]底)[^{_ONE}{_OTHER}]{{0,6}}?(?P<it>{_TABLE}){_NEAR}(?P<way>[多少高低大小超])(?!少)"),
    re.compile(rf"(?P<it>{_TABLE})里?(?:面)?(?P<way>[多少高低缩])(?:列|出|安排|编|算|记|报|填)?了?{_NEAR}(?:跟|和|与|同|比|较)(?P<base>{_TABLE})(?:相比|比|比较|比起来|对比|来)"),
    re.compile(rf"(?:从|由)(?P<base>{_TABLE})(?:数|口径|里|上)*(?:到|至)(?P<it>{_TABLE}){_NEAR}(?P<way>[多少高低大小超增减])(?!少|去)"),
    re.compile(rf"(?P<it>{_TABLE}){_NEAR}(?:减[去掉]?|扣[掉除]?|去掉){_NEAR}(?P<base>{_TABLE})(?P<way>)"),
    re.compile(rf"(?P<it>{_TABLE}){_NEAR}[比较]{_NEAR}(?P<base>{_TABLE}){_NEAR}(?P<way>[多少高低大小超差])(?=[^少]|少)"),
    re.compile(rf"(?P<it>{_TABLE}){_NEAR}(?:[多高大超][于过出]+|(?P<way>[少低小])于|不及){_NEAR}(?P<base>{_TABLE})"),
    re.compile(rf"(?P<it>{_TABLE})[^{_ONE}{_OTHER}]{{0,6}}?(?P<base>{_TABLE})(?P<way>){_NEAR}(?:相差|差距|差额|差)"),
)  # fmt: skip
"""How far the tables are apart: which is held against which, and whether it is less."""
_GAP_WORDS = re.compile(
    r"相[比较对](?:之下|较|于)?|从|由|[到至]|之间|即|也就是|缩水?了?|比起|较之于?|比较|[以拿用把]|为底|为基[数准]|[做打]底|相差|差[距额]?|减[去掉]?|扣[掉除]?|去掉|[比较]|[多少高低大小超](?=[列于过出来了]|$|，|的)[列于过出来了]*|[多高低大](?=多少|几)|剩"
)
_SAME = re.compile(
    r"一致|一样多?|相同|相等|相符|吻合|等于|一个数|(?:对|核|合)(?:不(?:对|核|合)?)?得?[上拢]|(?:能不能|能否)?勾稽得?上?|平|一个样|吻不吻合|符不符|相不相[符同等]"
)
_DIFFER = re.compile(r"出入|打架|差异|差别|不同|不一致|矛盾|区别")
_FIGHTS = re.compile(r"打不打架|打架|对不上")
_WHETHER = re.compile(
    r"吗|么$|是否|是不是|能不能|能否|不$|没有?$|吧$|一不一|对不对|平不平|[吻相符]不[吻相符]|(?<=得)[上拢]不"
)
_TELLS = re.compile(r"多少|几|什么数|[数额]|金额|各|分别|都")


def _in_two_tables(frame: _Frame) -> str:
    """Of one row in two tables: how far they are apart, whether they agree, or what each says."""
    if len(frame.tables) != _PAIR or not frame.row or frame.money or re.search(r"百分|倍|%|几成", frame.words):
        return ""
    called = dict(zip((_ONE, _OTHER), frame.tables, strict=True))
    asks = _ASKS.search(frame.words) is not None
    whether = _WHETHER.search(frame.words) is not None
    gap = next((m for p in _GAPS if (m := p.search(frame.words)) is not None and m["it"] != m["base"]), None)
    if gap is not None and not whether and _nothing_else(_GAP_WORDS.sub("，", _ASKS.sub("，", frame.words))):
        less = (gap["way"] or "多") in "少低小减缩"
        return f"{frame.row}在{called[gap['it']]}里比{called[gap['base']]}{'少' if less else '多'}多少"
    if gap is not None and whether and not asks:
        rest = _WHETHER.sub("，", _GAP_WORDS.sub("，", frame.words))
        more = "少" if (gap["way"] or "多") in "少低小减缩" else "多"
        return f"{called[gap['it']]}里{frame.row}比{called[gap['base']]}{more}吗" if _nothing_else(rest) else ""
    if gap is None and whether and not asks and _FIGHTS.search(frame.words):
        rest = _WHETHER.sub("，", _FIGHTS.sub("，", frame.words))
        return f"{frame.tables[0]}和{frame.tables[1]}的{frame.row}有出入吗" if _nothing_else(rest) else ""
    if gap is None and whether and not asks and _SAME.search(frame.words) and _DIFFER.search(frame.words) is None:
        said = re.sub(r"平不平|[吻相符]不[吻相符]", "，", frame.words)
        rest = _WHETHER.sub("，", _SAME.sub("，", said))
        return f"{frame.tables[0]}和{frame.tables[1]}的{frame.row}一致吗" if _nothing_else(rest) else ""
    if gap is None and not whether and _TELLS.search(frame.words) and _nothing_else(frame.words):
        return f"{frame.row}在{frame.tables[0]}和{frame.tables[1]}里各是多少"
    return ""


_NOT_OF = re.compile(
    rf"(?:(?<!是)没有?|(?<!是)不|未|并非|非)(?:列|纳|算|编|计|放|归|走|用|靠|由|从|属|于|含|包括|来自|在|是|经|入|进|到)*{_MONEY}"
    rf"|(?:除|扣|刨|减|剔|撇|抛)(?:去|了|掉|除|开)*{_MONEY}(?:的?部分|那[一]?[块份])?(?:以外|之外|外|后)?"
    rf"|{_MONEY}(?:以外|之外|外|(?:刨|扣|减|剔|撇|抛|除|去)[开掉去除])"
    rf"|{_MONEY}(?:根本|都|也|完全)?(?:没有?|未|不)(?:管|覆盖|列|安排|负担|出|包|承担|涵盖|纳入|给|拨|保障)(?:到|过|的)*"
)
"""Words that leave one kind of money out."""
_PAID_BY = re.compile(
    r"其[他它]资金|负担|承担|安排|支付|来源|解决|保障|管|纳入|[由用靠走归出]|剩下?|另有?|部分|其余|还有|要"
)


def _without_money(frame: _Frame) -> str:
    """What of one row one kind of money does not pay."""
    if frame.tables or not frame.row or not frame.money or _ASKS_SUM.search(frame.words) is None:
        return ""
    left_out = _NOT_OF.findall(frame.words)
    if len(left_out) != 1 or _WHETHER.search(frame.words):
        return ""
    rest = _PAID_BY.sub("，", _NOT_OF.sub("，", frame.words))
    money = re.sub(r"(?:资金|口径|支出|的)+$", "", frame.money)
    return f"{frame.row}由非{money}资金负担的部分是多少" if _nothing_else(rest, of_one=True) else ""


def _of_money(frame: _Frame) -> str:
    """What of one row one kind of money pays, told by a verb, or by the spending from it (一般公共预算支出中列给某项的额度)."""
    if frame.tables or not frame.row or not frame.money or _WHETHER.search(frame.words):
        return ""
    money = frame.money.removesuffix("支出")
    if money == frame.money and (_BORNE.search(frame.words) is None or _ASKS.search(frame.words) is None):
        return ""
    rest = _BORNE.sub("，", _COLUMN_GIVEN.sub("，", _ASKS.sub("，", frame.words)))
    return f"{money}{frame.row}是多少" if _nothing_else(rest, of_one=True) else ""


_BORNE = re.compile(r"由|负担|承担")
_ASKS_SUM = re.compile(rf"{_ASKS.pattern}|数额|金额|规模")
_TREASURY = re.compile(r"(?:国家|上级|公共)?财政(?:部门|那边|上|方面|的钱)?(?!拨款|性|专户|资金)")
_GIVES = re.compile(
    r"(?:拨付|划拨|拨给?|给予?|掏|出|花|投入?|批|划|安排|负担|承担|补助?|支付|付|列支?|解决|保障|靠|由|为|往|在|到)+了?|[用于]+|钱|款"
)


def _of_the_treasury(frame: _Frame) -> str:
    """What of one row the treasury pays, told by a verb (财政拨给某项的钱)."""
    if frame.tables or frame.money or not frame.row or _ASKS_SUM.search(frame.words) is None:
        return ""
    if _TREASURY.search(frame.words) is None or _GIVES.search(_TREASURY.sub("", frame.words)) is None:
        return ""
    rest = _GIVES.sub("，", _ASKS.sub("，", _TREASURY.sub("，", frame.words)))
    return f"{frame.row}的财政拨款是多少" if _nothing_else(rest, of_one=True) else ""


_CLASSES = frozenset(("人员经费", "公用经费"))
_ROW_FIRST = re.compile(rf"^{_ROW}[^{_COLUMN}扣除减去刨剔]*{_COLUMN}$")
_COLUMN_GIVEN = re.compile(
    r"[对应投花拨划批给列算用属于走在把这那方面块栏列格行]+了?|打算|安排|属于|预算(?!表)|额度|款"
)


def _column_of_row(frame: _Frame) -> str:
    """One column of one row, in whatever order and with whatever verb (基本支出给某项划了多少), or all of the row but that
    column."""
    if not frame.row or frame.money or len(frame.tables) > 1 or _ASKS_SUM.search(frame.words) is None:
        return ""
    table = f"{frame.tables[0]}里" if frame.tables else ""
    if frame.column in _CLASSES and _ROW_FIRST.search(frame.words) is None:
        return ""  # 公用经费扣除办公费后: a whole, of which the row is a part
    words = frame.words.replace(_COLUMN, _MONEY)
    left_out = _NOT_OF.findall(words)
    if len(left_out) == 1 and _WHETHER.search(words) is None:
        rest = _PAID_BY.sub("，", _NOT_OF.sub("，", words))
        return f"{table}除{frame.column}外,{frame.row}是多少" if _nothing_else(rest, of_one=True) else ""
    if not _nothing_else(_COLUMN_GIVEN.sub("，", _ASKS.sub("，", words)), of_one=True):
        return ""
    return f"{table}{frame.row}的{frame.column}是多少"


_BELOW = re.compile(
    r"科目|明细|子[项目]|细[项目]|下级|下属|(?<=[下列成含])(?:着|了|有)?(?:都|又)?(?:有|是)?(?:啥|什么|哪些|哪几[个项])$"
)
_UNDER = re.compile(
    rf"{_ROW}(?:(?:的|又|都|里面?|里头|当中|中|项|级|底|名|下面?|下边|之)*(?:由|包[括含]|含有?|下[设列属级]|底下|名下|下[面边]?|项下|之下|所属|细?分[成为]?|拆|设|列|组成|构成|明细|子|里面?有|有哪些下级)|的(?:下级|下属|明细|子|组成)|里面?)"
    rf"|(?:属于|归(?:属|在|入)?(?:于)?|隶属于?|列在){_ROW}"
)
_UNDER_WORDS = re.compile(
    r"组成|构成|包[括含]|含有?|下[设列属级]|底下|名下|下[面边]|项下|之下|下|所属|属于|隶属于?|归[属在入]?于?|管|细?分[成为]?|拆(?:开来?|分)?|设|列(?:出|举|一下|在|着|了)?|明细|科目|子[项目]?|细[项目]|[由含]|成|啥|什么|哪些|哪几?[个项]|谁|都?有|是|说说|的"
)
_EACH = re.compile(r"[各每]|分别")
_WHICH = re.compile(r"啥|谁|什么|哪|列(?!在|入|支)|看|说说|(?:科目|明细|子[项目]|细[项目])$")


def _rows_below(frame: _Frame) -> str:
    """Which rows stand under one."""
    if not frame.row or frame.money or len(frame.tables) > 1:
        return ""
    if _WHICH.search(frame.words) is None and _EACH.search(frame.words) is None:
        return ""
    if _BELOW.search(frame.words) is None or _UNDER.search(frame.words) is None:
        return ""
    if (asks := _ASKS.search(frame.words)) is not None and _EACH.search(frame.words[: asks.start()]) is None:
        return ""
    if re.search(rf"{_ROW}(?:是|应该?)*(?:属于|归|列在|隶属)", frame.words):  # which row it stands under itself
        return ""
    if not _nothing_else(_UNDER_WORDS.sub("，", _ASKS.sub("，", frame.words))):
        return ""
    table = f"{frame.tables[0]}里" if frame.tables else ""
    return f"{table}{frame.row}下面有哪些科目"


_LISTED = re.compile(r"存不存在|(?:里面?|中|上面?)?[设收编](?=.*[吗没不]$)")


def _whether_listed(frame: _Frame) -> str:
    """Whether a table has a row."""
    if len(frame.tables) != 1 or not frame.row or frame.money or _LISTED.search(frame.words) is None:
        return ""
    rest = re.sub(r"了?(?:吗|没有?|不)$|[设收编列有]", "，", _LISTED.sub("，", frame.words))
    return f"{frame.tables[0]}里有没有{frame.row}" if _nothing_else(rest) else ""


_BLANK = re.compile(
    r"有空(?:着|白)?的?(?:格子?|单元格)?吗|(?:[金数]额栏?|数[字据]?|那?一?[栏格])?(?:是|为|都)*空(?:着|白|格|缺|的|栏)*(?:没填)?|一分钱(?:都|也)*(?:没有?|未)(?:[编列安排给填有])*|(?<!有)(?:没有?|未)(?:被|给)?(?:填写?|列|编|安排|写|给|印)?(?:上|进|过|任何|有)?(?:数[字额据]?|金额|钱|资金|经费|预算)?(?=的|者|$|，|是|[哪什啥])"
)
_ROWS = re.compile(r"科目|谁|[哪几]+些?[行项]|条目|项目|[行项](?=是|的|$)|格|[哪几]些?(?:支出|开支|收入)|者")
_BLANK_WORDS = re.compile(
    r"(?:光|只|仅)有名[字称目]?|科目|条目|项目|者|为何$|(?<=[哪几些])(?:支出|开支|收入)|哪些|有些|哪几?[个行项]|[有几]+[个行项]|[行项]|什么|啥|只有|名称|列出来?|列|把|在|都|是|有|的|谁"
)


_WHY_FIRST = re.compile(r"^(?:为什么|为啥|为何|怎么)(?=.*[,，](?:都|具体|分别)*(?:是|有)?(?:哪|谁|什么))")
"""Words that ask why before others that ask which: those can be told."""


def _blank_rows(frame: _Frame) -> str:
    """Which rows of a table are blank."""
    if len(frame.tables) != 1 or frame.row or frame.money or _ROWS.search(frame.words) is None:
        return ""
    if _BLANK.search(frame.words) is None or re.search(
        r"吗(?![,，][哪都])|是否(?!有)|多少钱|为什么|为啥|原因", _WHY_FIRST.sub("", frame.words)
    ):
        return ""
    words = _WHY_FIRST.sub("", re.sub(r"有没有|有无|是否有", "有", frame.words))
    rest = _BLANK_WORDS.sub("，", _BLANK.sub("，", words))
    return f"{frame.tables[0]}里哪些科目是空的" if _nothing_else(rest) else ""
