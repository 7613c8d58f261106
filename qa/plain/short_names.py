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
    return _with_heads(_as_spending(_uncut(_balances(_by_its_use(text, view), view), view), view), view)


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
