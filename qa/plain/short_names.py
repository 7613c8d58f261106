"""Rows that are called by less than their names: by what their money is for (老旧汽车报废更新补贴, of a tax that is used for it), with a
character left out here and there (民航安全方面), by what they are used to do (使用非财政拨款结余弥补), or by their last words behind what they have in common (公务用车这块，购置费和运行费各多少).
"""

from __future__ import annotations

import re

from extract.text import folded
from qa.documents.figures import View
from qa.terms.terms import spot

_USED_FOR = "用于"
_SPENDING = "支出"
_SHORTEST = 4


def in_full_names(text: str, view: View) -> str:
    """A folded question with the names of the rows that it calls by less; as it is where it calls none so."""
    text = _others(_added_up(_for_whom(text, view), view), view)
    text = _fees_added(_fees(text, view), view)
    return _with_heads(_as_spending(_uncut(_balances(_by_its_use(text, view), view), view), view), view)


_FEES = re.compile(
    r"^(?P<a>[\u4e00-\u9fff]{2,4})(?P<join>和|与|跟|同|、)(?P<b>[\u4e00-\u9fff]{2,4}?)(?=(?:这?两项)?(?:相比|比)?[,，]?(?:哪|谁|相?差))"
)
"""Two things that are held against one another, each by what it is for (差旅和维修哪个更多)."""


def _fees(text: str, view: View) -> str:
    """Two costs by what they are for, each by its name: 差旅费和维修费; as they are where either is no such cost."""
    m = _FEES.match(text)
    if m is None:
        return text
    names = [side if side.endswith("费") else f"{side}费" for side in (m["a"], m["b"])]
    if any(not _is_one_name(name, view) for name in names):
        return text
    return f"{names[0]}{m['join']}{names[1]}{text[m.end() :]}"


_BARE = r"(?:(?![和与跟及加以])[\u4e00-\u9fff]){1,4}"
_RUN_OF_FEES = re.compile(
    rf"(?:(?<=^)|(?<=[,，:：里中把将]))(?P<list>{_BARE}(?:(?:、|[和与跟及]|以及|加上?){_BARE}?)+?)(?=(?:这|那)?[两二三四五六几](?:项|笔|样|块|个|种|类)|(?:加|合|凑|并|算)(?:在|到|起来|计|上)|一共|总共|共计|总和|之和|各(?:自|是|要|花|列|安排)?|分别)"
)
"""Several costs that are added up or asked for each, by what they are for (印刷、租赁、会议三笔)."""


def _fees_added(text: str, view: View) -> str:
    """Costs in a row by what they are for, each by its name (印刷费、租赁费、会议费); as they are where one of them is no such cost."""
    m = _RUN_OF_FEES.search(text)
    if m is None:
        return text
    pieces = re.split(r"(、|以及|加上?|[和与跟及])", m["list"])
    names = [_fee(piece, view) for piece in pieces[::2]]
    if not all(names) or all(name == piece for name, piece in zip(names, pieces[::2], strict=True)):
        return text
    pieces[::2] = names
    return f"{text[: m.start('list')]}{''.join(pieces)}{text[m.end('list') :]}"


_ONE_WORD = frozenset(("水费", "电费"))


def _fee(words: str, view: View) -> str:
    """The printed name of a cost that is called by what it is for; empty where no one name begins so."""
    if words in view.vocabulary or f"{words}费" in view.vocabulary:
        return words if words in view.vocabulary else f"{words}费"
    if len(words) == 1:
        return f"{words}费" if f"{words}费" in _ONE_WORD else ""  # without its name it would be passed over
    begin = [n for n in view.vocabulary if n.startswith(words) and n.endswith("费")]
    return begin[0] if len(begin) == 1 else ""


def _is_one_name(words: str, view: View) -> bool:
    """Whether words are the name of something printed, all of them."""
    terms = spot(words, view).terms
    return len(terms) == 1 and terms[0].text == words and not terms[0].fuzzy and not terms[0].absent


def _rows(view: View) -> set[str]:
    """The names of the rows that have a code."""
    return {f.names[0] for f in view.figures if f.code and f.names and not f.is_fact}


def _by_its_use(text: str, view: View) -> str:
    """What the money of one row is for (公路等基础设施建设), by the name of that row; as it is where another name has it too."""
    names = _rows(view)
    printed = (*view.vocabulary, *(folded(p.name) for p in view.disclosure.projects))
    for name in sorted(names, key=len, reverse=True):
        use = name.partition(_USED_FOR)[2]
        for said in (use, use.removesuffix(_SPENDING)):
            alone = len(said) > _SHORTEST and "的" not in said and said in text and name not in text
            if alone and not any(said in other and other != name for other in printed):
                return re.sub(rf"(?:{_USED_FOR}|用在|花在|投在|给)?{re.escape(said)}", name, text, count=1)
    return text


_OTHERS = "其他"


def _others(text: str, view: View) -> str:
    """The row of what a class has beside its named items (其他城乡社区公共设施), by its whole name: without it, the class would be meant."""
    at = text.find(_OTHERS)
    if at < 0:
        return text
    for name in sorted(_rows(view), key=len, reverse=True):
        stem = name.removesuffix(_SPENDING)
        if name.startswith(_OTHERS) and stem != name and len(stem) > _SHORTEST and text.startswith(stem, at):
            return text if text.startswith(name, at) else f"{text[:at]}{name}{text[at + len(stem) :]}"
    return text


_HOW_MUCH_OF = re.compile(
    r"(?P<lead>(?:20\d\d年(?:度)?|今年|本年|全年|[,，])*)(?P<of>[\u4e00-\u9fff]{3,14}?)(?P<rest>(?:今年|本年|全年|当年)?(?:一共|总共|合计|共)?(?:的)?(?:预算|决算)?(?:数)?(?:是|有|为|安排|花|用|列|投入|投)*了?(?:多少|几)(?:钱|资金|经费|[万亿]?元)?(?:呢)?)"
)


def _as_spending(text: str, view: View) -> str:
    """How much goes to what one row is called but for the word spending (用在车辆购置税上的钱), by the name of that row."""
    m = _HOW_MUCH_OF.fullmatch(text.rstrip("?？。"))
    if m is None or m["of"] in view.vocabulary:
        return text
    name = f"{m['of']}{_SPENDING}"
    coded = any(f.code for f in view.vocabulary.get(name, ()))
    return f"{m['lead']}{name}{m['rest']}" if coded else text


_BALANCE_USED = "使用非财政拨款结余"
_USES_BALANCE = re.compile(
    r"(?:使|动)?用了?(?:上年|以前年度|历年)?的?非财政拨款结余(?:资金)?(?:来|去)?弥补了?(?:当年|本年|年度)?(?:的)?(?:收支)?(?:差额|缺口|不足|亏空|赤字)?|(?:靠|拿|以)(?:上年|以前年度|历年)?的?非财政拨款结余(?:资金)?(?:来|去)?弥补了?(?:当年|本年|年度)?(?:的)?(?:收支)?(?:差额|缺口|不足|亏空|赤字)?"
)
_FISCAL_AT_END = re.compile(r"财政拨款(?:收入|资金)?的?年(?P<end>[末初])(?:的)?结转(?:和|与)?结余")


def _balances(text: str, view: View) -> str:
    """What other years left of money, as it is printed: that it makes up for something is what it is used for; 财政拨款收入年末结转和结余 is
    of the treasury's money, and not of one income."""
    if _BALANCE_USED in view.vocabulary and not any("弥补" in name for name in view.vocabulary):
        text = _USES_BALANCE.sub(_BALANCE_USED, text)

    def at_end(m: re.Match[str]) -> str:
        name = f"年{m['end']}财政拨款结转和结余"
        return name if name in view.vocabulary else m[0]

    return _FISCAL_AT_END.sub(at_end, text)


_CALLED = re.compile(
    r"^(?P<lead>(?:20\d\d年(?:度)?|今年|本年|全年|[,，])*(?:花在|用在|用于|投在|投向|在)?)(?P<called>[\u4e00-\u9fff]{4,9}?)(?P<rest>(?:(?:这一?[块项]|那一?[块项]|方面|领域)(?:上)?(?:的)?(?:支出|花费|开支|预算|决算|经费|钱|资金|投入|[,，])?|(?:的)?(?:支出|预算|决算|经费)).*(?:多少|几).*)$"
)
_DENIES = re.compile("[非未不无没]")


def _uncut(text: str, view: View) -> str:
    """What a row is called with single characters left out of its name (民航安全), by that name; as it is where the words name
    something themselves, or might be two rows."""
    m = _CALLED.match(text)
    if m is None or any(not t.fuzzy and not t.absent for t in spot(m["called"], view).terms):
        return text
    cut = re.compile("对?" + ".?".join(re.escape(c) for c in m["called"]))
    full = {
        name for name in view.vocabulary
        if cut.fullmatch(name) and not _DENIES.search(_left_out(m["called"], name)) and any(f.code for f in view.vocabulary[name])
    }  # fmt: skip
    return f"{m['lead']}{full.pop()}{m['rest']}" if len(full) == 1 else text


def _left_out(called: str, name: str) -> str:
    """The characters of a name that what it is called has not."""
    return "".join(c for c in name if c not in called)


_FOR_WHOM = re.compile(
    r"^(?P<lead>(?:20\d\d年(?:度)?|今年|本年|全年|[,，])*)(?:用来|用于|用在|花在|拿来|给|为|对)(?P<whom>[\u4e00-\u9fff]{2,6}?)(?P<deed>[\u4e00-\u9fff]{4,6})的(?:那|这)?(?:一)?(?:[笔项块份])?(?:钱|资金|经费|款项?|开支|支出)(?P<rest>[,，]?.*(?:多少|几).*)$"
)
_PEOPLE = re.compile(r"患者|人员|群众|居民|对象|学生|老人|人|的")


def _for_whom(text: str, view: View) -> str:
    """What is done for some people with the money of one row (给急病患者应急救助的那笔钱), by the name of that row, which begins with
    something of whom it is for and ends with what is done; as it is where no row does so, or several rows end with that."""
    m = _FOR_WHOM.match(text)
    if m is None:
        return text
    said = f"{m['whom']}{m['deed']}"
    ends = {n for n in _rows(view) for size in range(_SHORTEST, len(n) - 1) if said.endswith(n[-size:])}
    name = next(iter(ends)) if len(ends) == 1 else ""
    deed = max((name[-k:] for k in range(_SHORTEST, len(name)) if said.endswith(name[-k:])), key=len, default="")
    whom = _PEOPLE.sub("", said.removesuffix(deed))
    fits = bool(whom) and len(whom) <= _FEW and set(whom) & set(name.removesuffix(deed)) and not _DENIES.search(said)
    return f"{m['lead']}{name}{m['rest']}" if name and fits else text


_FEW = 2
_AND = r"(?:以及|加上?|[和与跟同、])"
_ADDEND = rf"(?:(?!{_AND})[\u4e00-\u9fff]){{2,10}}?"
_ADDED_UP = re.compile(
    rf"^(?P<lead>(?:20\d\d年(?:度)?|今年|本年|全年|一年|[,，])*的?)(?P<list>{_ADDEND}(?:{_AND}{_ADDEND})+?)(?:这|那)?(?:[两二三四](?:项|笔|样|块|种|个|部分))?的?(?:费用?|开支|支出|花费|花销|经费|钱)?(?:一年|今年|全年|,)*(?P<sum>合计|一共|总共|共计|加起来|合起来|加在一起|合在一起|相加|之和|总和|总额)(?:起来)?(?:要|得|需要?)?(?:是|有|为|花|用|安排了?)*(?P<much>(?:多少|几)(?:钱|[万亿]?元)?)(?:呢)?$"
)
_OF_ONE = re.compile(r"^(?P<what>[\u4e00-\u9fff]{2,}?)(?:花)?的?(?:费用?|钱|开支|支出|花费|花销|经费)?$")


def _added_up(text: str, view: View) -> str:
    """What several things come to that a question calls by everyday words (开会和租赁两项费用加在一起), each by its name; as it is where
    one of them has none, or all are called as they are printed."""
    m = _ADDED_UP.match(text.rstrip("?？。"))
    if m is None or any(m["list"] in name for name in view.vocabulary):
        return text
    said = re.split(_AND, m["list"])
    names = [_expense(one, view) for one in said]
    if (
        not all(names)
        or len(set(names)) < len(names)
        or all(_is_part(one, name) for one, name in zip(said, names, strict=True))
    ):
        return text
    return f"{m['lead']}{'、'.join(names[:-1])}和{names[-1]}合计是{m['much']}"


def _is_part(said: str, name: str) -> bool:
    """Whether words are part of a name, or it is a total: what is called as it is printed, or nearly, is read without this."""
    bare = _OF_ONE.match(said)
    return said in name or (bare is not None and bare["what"] in name) or re.search(r"总额|合计|总计", name) is not None


def _expense(said: str, view: View) -> str:
    """The printed name of an expense that is called by some words, or by those as what it is paid for; empty where it has none."""
    m = _OF_ONE.match(said)
    bare = m["what"] if m is not None else said
    for words in dict.fromkeys((said, f"{bare}费", f"{bare}的钱", f"{bare}的费用")):
        if words in view.vocabulary:
            return words
        named = [t for t in spot(words, view).terms if not (t.fuzzy or t.absent) and t.text == words]
        if len(named) == 1 and len(named[0].names) > 0:
            return named[0].names[0][0]
    return ""


_HEADED = re.compile(
    r"^(?P<lead>(?:20\d\d年(?:度)?|今年|本年|全年)?的?)(?P<head>[\u4e00-\u9fff]{2,8}?)(?:(?:这|那)?(?:一)?(?:块儿?|方面|部分|项)|里面?|中|上)?[,，:：](?:它的|其中|里面|的)*(?P<a>[\u4e00-\u9fff]{2,8}?)(?:和|与|跟|、|以及|及)(?P<b>[\u4e00-\u9fff]{2,8}?)(?P<rest>(?:又|究竟|到底)?(?:各自?|分别|一共|合计|总共|相差|差)(?:是|有|为|列|花|安排|编|要|用|相差|差)*(?:了)?(?:多少|几)(?:钱|[万亿]?元)?(?:呢)?)$"
)


def _with_heads(text: str, view: View) -> str:
    """甲这块，乙和丙各多少, where the names that are printed are 甲乙 and 甲丙: of those."""
    m = _HEADED.match(text.rstrip("?？。"))
    if m is None or any(m[side] in view.vocabulary for side in "ab"):
        return text
    head = re.sub(r"^(?:(?:三公(?:经费)?(?:里面?|中|的)?)?(?:公务?用?|用)?车辆?)$", "公务用车", m["head"])
    for one in _headed(head, m["a"], view):
        for other in _headed(head, m["b"], view):
            if one != other and _tables_of(one, view) & _tables_of(other, view):
                return f"{m['lead']}{one}和{other}{m['rest']}"
    return text


def _headed(head: str, said: str, view: View) -> list[str]:
    """The printed names that begin with a head and end with some words, likeliest first."""
    bare = said.removesuffix("费用").removesuffix("费")
    tails = [f"{bare}费", said, *(f"{bare.removesuffix(_UPKEEP)}{more}费" for more in (_UPKEEP, ""))]
    return [name for tail in dict.fromkeys(tails) if (name := f"{head}{tail}") in view.vocabulary]


_UPKEEP = "维护"


def _tables_of(name: str, view: View) -> set[object]:
    """The tables that print a name."""
    return {f.ref[0] for f in view.vocabulary[name]}
