"""Everyday questions of how one item moved against the year before, in the words that plans know (X比上年减少了吗).

The item is taken out first. What is left must all be words of such a question: years, which way it moved, what is asked of it
(how much, by what part, whether, why), and words of courtesy. Where anything else is left, or it is not clear against what,
the question stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.documents.figures import View
from qa.plain.restated import wholly_named
from qa.terms.terms import spot
from qa.words.lexicon import TABLES, scopes_in
from qa.words.plan import TOGETHER

_ITEM = "\ue300"
_LAST = r"(?:去年|上一?年|前一年)度?"
_OF_LAST = r"(?:同期|的(?=基|预|决|执|实|支|数))*(?:(?:年初|当年)?(?:实际)?(?:预算|决算|执行|支出)*(?:数|情况)?)(?:的?(?:基础|基数))?上?"
_THEN = rf"{_LAST}{_OF_LAST}"
_VERBS = r"(?:花|给|安排|编列|编|列|投入|投|拨付?|批|用|支付|开支|付)"
_SORTS = (
    ("Y", rf"(?:比起|比|较之?|相比于?|相较于?|对比|对照|相对于?){_THEN}(?:相?比(?:较|起来)?|来说|而言)?|(?:跟|与|和|同|对){_THEN}(?:相?比(?:较|起来)?|来说)|在{_THEN}|同比(?:来看)?|一年下来"),
    ("u", rf"(?:超过了?|超出|高于|多于|大于){_THEN}"),
    ("d", rf"(?:低于|少于|不及|小于){_THEN}"),
    ("T", rf"(?:跟|与|和|同){_THEN}"),
    ("L", _THEN),
    ("B", r"(?:这)?[两二]年(?:之?间|来|相比)?"),
    ("N", r"(?:今年|本年度?|当年)(?:的?(?:预算|决算|执行)数?)?"),
    ("W", r"哪一?年"),
    ("C", r"(?:大约|约|将近|接近|近|差不多|至少)?\d[\d,.]*(?:亿元|万元|元|%)(?:左右|上下|以上|多)?"),
    ("?", r"[,，]?(?:是)?(?:真的?(?:吗|么|假的)?|属实(?:吗|么)?|对不对|对(?:吗|么|吧)|是(?:吗|吧)|没错吧)$|有没有|是不是|是否|有无|吗|么$|没有?$|吧$"),
    ("=", r"一样多?|一般多|相同|持平|一致|相等|没有?(?:发生)?(?:任何|什么)?(?:变化|变动|变)|不变|(?:同)?一个数|没动"),
    ("P", r"占?百分之(?:几|多少)|百分比|百分数|百分率|[多少几]+个?(?:百分)?点|[按占]?比例(?:来?算)?|比率|几成|多少%|幅度?|(?<=[增减降长升涨化动])率|速度?|%"),
    ("M", r"(?:多少|几多?)个?(?:(?:亿|万)?(?:元|块钱?)|钱|万|亿)|数额|金额"),
    ("H", r"多少|几[何多]?|(?<!差)额|什么数"),
    ("h", r"多[大高]"),
    ("Q", r"为什么|为何|为啥|因为(?:什么|啥)|什么(?:原因|缘故|理由)|什么导致|怎么回事|怎么(?:造成|搞)的?|怎么(?!样|算)|凭(?:什么|啥)|原因|缘故|缘由|理由|何在|在哪(?:里|儿)?|造成|导致"),
    ("E", r"加了?或减|增减|升降|涨跌|加减|变化|变动|变(?!成)"),
    ("e", r"浮动|调整|不一样|相差|差额|差距|差异|差(?!旅)"),
    ("U", r"往上走|增[加长多]|上[涨升调]|提[高升]|加大|扩大|多出来|涨|升|增"),
    ("D", r"往下走|减[少掉低]|下[降调滑跌]|降低?下?|压减|压缩|削减|砍掉?|缩[减水]|压|缩|跌|减"),
    ("m", rf"多(?!少){_VERBS}?了?钱?|高|大|加了?钱?了?"),
    ("l", rf"少{_VERBS}?了?钱?|低|节省|省"),
    (" ", rf"请问|麻烦|劳驾|听说|据说|有人说|[请您你我]|能(?:不能|否)?|可以|告诉|说明|解释|想(?:要)?(?:知道|问|了解)?|(?:查|算|报|看|说|给)(?:一?下|个|出|看)?|看看|帮(?:忙|我|着)?|(?:该|贵|这个?)(?:单位|局|所|院)|单位|这一?[块项个笔]|那一?[块项个]|一项|方面|[上里]面?|还是|或者?|预算数?|决算数?|资金|经费|款项?|钱|投入|情况|趋势|数字?|到底|究竟|大概|大约|一共|总共|全年|主要|来着?|什么|怎么样|分别|一下|变成|变为|打算|计划|准备|预计|{_VERBS}|[,，、在给对把从由和跟与的得地了着过是为有到被都各又还呢啊出来下去]"),
)  # fmt: skip
_CUE = re.compile("|".join(f"(?P<s{i}>{words})" for i, (_, words) in enumerate(_SORTS)))
_LAST_OF = re.compile(rf"{_LAST}的?(?P<of>(?:实际)?(?:执行|预算|决算)数?)")
_CLAIMED = re.compile(r"^[^C]*[UDml][PH]*\??C[^C]*$")
"""One amount, right behind which way something moved."""
_FROM_TO = re.compile(r"[从由自到至成](?:了|约)*\d")
_FROM_MUCH_TO_MUCH = re.compile(r"(?:从|由)[^,，]*(?:多少|几)[^,，]*(?:到|至|成|为)[^,，]*(?:多少|几)")
_READ_ALREADY = re.compile(r"为什么|为何|原因")
_TO_BUDGET = re.compile(r"预算.*决算|决算.*预算|比(?:年初|全年)?预算|超(?:出|过|支)?了?(?:年初)?预算|超支|20\d\d年")


_LEANS = re.compile(
    r"(?:比|较|跟|与|和|同)上年(?:的)?(?:执行|预算|决算)?数?(?:相比|比)?[,，]?(?:变|变化|变动|增减|增加|减少|增长|下降|多|少|涨|降|升)了?(?:多少|几)(?:钱|万?元)?"
)
"""What only says that it is held against the year before: of what was asked for before it."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A question without its item: the sort of each of its words, in order; what of the year before it is held against (执行数);
    the amount that it claims; and whether something is said to have become more or less (少了)."""

    sorts: str
    against: str = ""
    claim: str = ""
    moved: bool = False

    def has(self, *sorts: str) -> bool:
        """Whether it has a word of one of some sorts."""
        return any(s in self.sorts for s in sorts)


def year_on_year(text: str, view: View) -> str:
    """A folded question of how an item moved, or stands, against the year before, in plain words; empty where it is none."""
    year, final = view.disclosure.meta.year, view.disclosure.meta.kind == "final"
    said = text.rstrip("?？。.!！")
    if year:
        said = re.sub(rf"{year - 1}年(?:度)?", "上年", re.sub(rf"{year}年(?:度)?", "今年", said))
    said = re.sub(r"([增涨升加多大降减跌少变])没(?:有)?\1(?![少加])", r"有没有\1了", said)  # 涨没涨
    if said.startswith("那") or _TO_BUDGET.search(said) or ("决算" in said and not final):
        return ""
    span = _item_in(said, view)
    if span is None:
        return said if _LEANS.fullmatch(said) and "年" in text and said != text.rstrip("?？。.!！") else ""
    item, rest = said[span[0] : span[1]], said[span[1] :]
    frame = _frame(f"{said[: span[0]]}{_ITEM}{rest}")
    if frame is not None and frame.claim and (_CLAIMED.search(frame.sorts) is None or _FROM_TO.search(said)):
        return ""  # 减少到5万元, 超过上年的76%: no amount that it moved by
    if item not in view.vocabulary and (budget := re.match("的?预算(?!数)", rest)) is not None:
        item += budget[0]  # 进账的预算: an everyday name of a total, which 收入 alone is not
    return _plainly(item, frame, text, year) if frame is not None else ""


def _item_in(text: str, view: View) -> tuple[int, int] | None:
    """Where the one thing stands that a question names, with its table before it; None where it names none, or several."""
    spans = [(s, e) for s, e, name in scopes_in(text) if name != TABLES]
    for term in spot(text, view).terms:
        end = term.start + len(term.text)
        beside = not any(term.start < e and s < end for s, e in spans)
        if beside and not term.fuzzy and text[term.start : end] == term.text:
            spans.append((term.start, end))
    if not spans:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return (start, end) if len(spans) == 1 or wholly_named(text[start:end], view) else None


def _frame(rest: str) -> _Frame | None:
    """The words around an item by their sorts; None where one of them is no word of such a question."""
    sorts, at, against, claim, moved = "", 0, "", "", False
    while at < len(rest):
        if rest[at] == _ITEM:
            at += 1
            continue
        m = _CUE.match(rest, at)
        if m is None or m.end() == at:
            return None
        sort = next(s for i, (s, _) in enumerate(_SORTS) if m[f"s{i}"])
        last = _LAST_OF.search(m[0]) if sort in "YudTL" else None
        against = against or (last["of"] if last is not None else "")
        claim = m[0] if sort == "C" else claim
        moved = moved or (sort in "ml" and (len(m[0]) > 1 or rest.startswith("了", m.end())))
        sorts += sort
        at = m.end()
    return _Frame(sorts.replace(" ", ""), against, claim, moved)


def _plainly(item: str, frame: _Frame, text: str, year: int | None) -> str:
    """The plain question of an item, by what its frame asks; empty where that is not clear."""
    against, now = frame.has("Y", "u", "d", "T", "B") or (frame.has("L") and frame.has("N")), frame.has("N")
    if frame.has("L") and (not now or frame.has("Y", "u", "d")):
        return ""  # 去年增加了多少: against the year before that
    if year and (frame.has("L") or frame.has("T")) and now and _FROM_MUCH_TO_MUCH.search(text) is not None:
        return f"{item}{year - 1}年和{year}年各是多少"
    last = f"上年{frame.against}"
    up, down, either = frame.has("U", "u", "m"), frame.has("D", "d", "l"), frame.has("E", "e")
    if not (up or down or either):
        if frame.has("="):
            return f"{item}与{last}持平吗" if frame.has("?") and (against or now) else ""
        both = (now and frame.has("H", "M", "h") and frame.has("L", "T")) or frame.has("B")
        both = both or frame.sorts in {"NL", "LN", "NT"}  # 今年的数和去年的数
        told = both and not frame.has("Q", "P", "?", "C", "W") and TOGETHER.search(text) is None
        return f"{item}{year - 1}年和{year}年各是多少" if told and year else ""
    vague = frame.has("e") or (frame.has("m", "l") and not frame.has("U", "D"))
    told = frame.moved and (now or (up and down) or frame.has("C", "Q", "?"))
    if frame.has("=") or (vague and not against and not told):
        return ""
    word = "增减" if either or up is down else "增加" if up else "减少"
    if frame.has("Q"):
        return "" if _READ_ALREADY.search(text) else _why(item, word, last if against or now else "")
    if frame.has("W"):
        return f"{item}比{last}是增加还是减少" if word != "增减" else ""
    return _how_much(item, frame, word, last) or _whether(item, frame, word, last)


def _why(item: str, word: str, last: str) -> str:
    against = f"比{last}" if last else ""
    return f"{item}{against}变化的原因是什么" if word == "增减" else f"{item}为什么{against}{word}"


def _how_much(item: str, frame: _Frame, word: str, last: str) -> str:
    """By how much, or by what part, or by both; empty where neither is asked."""
    if frame.has("C") or not frame.has("H", "M", "h", "P"):
        return ""
    much = "多少万元" if frame.has("M") else "多少"
    part = frame.sorts.find("P")
    if part < 0:
        return f"{item}比{last}{word}{much}"
    if re.search("[HM]", frame.sorts[:part]) is not None:
        return f"{item}比{last}{word}{much},幅度百分之几"
    return f"{item}比{last}{word}百分之几"


def _whether(item: str, frame: _Frame, word: str, last: str) -> str:
    """Whether it rose, or fell, or by the amount that is claimed, or which of both; empty where none of it is asked."""
    if frame.has("C"):
        return f"{item}比{last}{word}了{frame.claim}吗" if frame.has("?") and word != "增减" else ""
    if frame.has("E", "e"):
        return f"{item}比{last}有变化吗" if frame.has("?") and frame.has("E") else ""
    if word == "增减":
        return "" if frame.has("?") else f"{item}比{last}是增加还是减少"
    return f"{item}比{last}{word}了吗" if frame.has("?") else ""
