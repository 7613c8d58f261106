"""Everyday questions that hold what was spent against what was budgeted, in the words that plans know (X决算比年初预算多多少)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qa.documents.figures import View
from qa.plain.restated import matched, wholly_named
from qa.terms.terms import spot

_ASKS = r"(?:请问|麻烦|帮忙|帮我|请|想知道|(?:报|查|看|说)一?下|今年|全年|本?单位|的)*"
_ITEM = rf"^{_ASKS}(?P<year>20\d\d年(?:度)?的?)?(?P<item>[^,，]{{2,}}?)(?:这一?[块项个]|一项|方面|[里上])?的?"
_IN_FACT = r"(?:最后|最终|到头来|全年|的|[,，])*(?:实际|(?<=最后)|(?<=最终))(?:上)?(?:支出|花费|花销|开支|开销|执行|用款|花|用|支)?(?:数|金额)?(?:的|了|出去|掉|钱)*"
_SPENT = rf"(?:{_IN_FACT})?(?:(?:最后|最终|全年|的|[,，])*决算(?:支出|花费)?数?的?)?"
_BUDGET = r"(?:年初|全年|当初)?的?(?:预算|计划)数?"
_MUCH = r"(?:是|有|了)?(?:多少|几何|几|多大)(?:亿|万)?(?:元|块)?钱?"
_WHY = r"(?:是)?(?:为什么|为何|为啥|什么原因|主要原因|原因)(?:是什么|是啥|何在|在哪)?"
_WHETHER = r"(?:到底|究竟)?(?:是不是|是否|有没有|有无)(?:又|已经)?"
_OVER = rf"(?:超(?:过|出)?了?|高出了?|高于|多于|大于|突破了?){_BUDGET}"
_WITHIN = rf"(?:控制|压|守|保持)?在了?{_BUDGET}(?:以内|之内|范围(?:以内|之内|内)?|内)"
_APART = r"(?:对不上|不一样|不一致|不相等|有差[异距别]|有出入|相差|差异)"
_FRAMES = (
    (rf"{_ITEM}{_SPENT}(?:超过?|超出|高出|突破)了?{_BUDGET}{_MUCH}$", "{item}决算比年初预算多多少"),
    (rf"{_ITEM}超支的?(?:额|金额|数额|{_MUCH})(?:{_MUCH})?$", "{item}决算比年初预算多多少"),
    (rf"{_ITEM}(?:预决算|决预算)数?(?:之间|相比)?的?(?:相?差(?:额|距|异额?)?|差异额?)(?:{_MUCH})?$", "{item}决算与年初预算相差多少"),
    (rf"{_ITEM}(?:预决算|决预算)(?:数|金额|情况)?(?:各|分别|都)?(?:{_MUCH}|是)?$", "{item}的年初预算和决算各是多少"),
    (rf"{_ITEM}{_SPENT}(?:{_WHETHER}超(?:支|(?:过|出)?了?{_BUDGET})了?|超支了?(?:吗|么|没有?))$", "{item}决算是否超过预算"),
    (rf"{_ITEM}{_SPENT}(?:{_WHETHER}{_OVER}|{_OVER}(?=.*(?:吗|么|没有?|没超)$))了?(?:的|呢|吗|么|没有?|没超)*$", "{item}决算是否超过预算"),
    (rf"{_ITEM}{_SPENT}(?:{_WHETHER}{_WITHIN}|{_WITHIN}(?=.*(?:吗|么|没有?)$))了?(?:的|呢|吗|么|没有?)*$", "{item}决算控制在预算以内了吗"),
    (rf"{_ITEM}(?:年初)?(?:预算数?[和与跟同]决算数?|决算数?[和与跟同](?:年初)?预算数?)(?:{_WHY}{_APART}|{_APART}[,，]?的?{_WHY})$", "{item}决算与年初预算不一致的原因是什么"),
)  # fmt: skip
_UNSPENT = r"(?:没有?|未|没能|尚未|未能)(?:曾)?(?:花|用|使|动用?|支出?|执行|使用|支付|消耗|消化)(?:得|到|出去|掉|完|光|了|上|成)*(?:的)?"
_LEFT_IDLE = rf"(?:还|仍|尚|最后|最终|年底|到年底|一共|总共|究竟|到底|闲置|结余|剩余?|富余|空余|着|了|下|在账上|[,，])*{_UNSPENT}"
_MONEY = r"(?:预算|计划|额度|指标|钱|资金|经费)"
_NOT_SPENT = (
    rf"{_ITEM}{_MONEY}?(?:里面?|中)?的?(?:还|仍|尚|究竟|到底|一共|总共|最后)*(?:有|剩下?|余下?|差|结余)(?:了)?多少(?:[万亿]?元)?{_MONEY}?{_LEFT_IDLE}(?:完)?$",
    rf"{_ITEM}{_MONEY}?(?:里面?|中)?的?{_LEFT_IDLE}(?:那?部分|{_MONEY})?{_MUCH}$",
    rf"{_ITEM}(?:还|最后|最终|年底|到年底)*(?:剩下?|余下?|结余|节余|富余)(?:了)?多少(?:[万亿]?元)?(?:预算|额度|指标)$",
    rf"^(?!.*[比较]|.*决算){_ITEM}{_MONEY}?(?:一共|总共|总的|比预算)*(?:省|节省|节约|少花)(?:下来?|出来?)?(?:了)?多少(?:[万亿]?元|钱)?$",
    rf"{_ITEM}{_MONEY}?(?:今年|本年|最后|都)*的?{_UNSPENT}[,，、]?(?:一共|总共|还|最后|年底|又|到底|究竟)*(?:剩下?|余下?|结余|富余|差|省)(?:了|下来|下|的|有|出)*{_MUCH}$",
    rf"^{_ASKS}(?:还|仍|尚)?有多少(?P<item>[^,，]{{2,}}?)的?{_MONEY}?{_LEFT_IDLE}(?:完)?$",
)
"""What was budgeted and not spent: of final accounts, by how much what was spent is less."""
_LEFT_PATTERNS = tuple(re.compile(words) for words in _NOT_SPENT)
_PATTERNS = tuple((re.compile(words), told) for words, told in _FRAMES)


def against_plan(text: str, view: View) -> str:
    """A folded question of what was spent of an item against what was budgeted, in plain words; empty where it is none."""
    if re.search(r"去年|上一?年|前一年", text):
        return ""
    for pattern, told in _PATTERNS:
        m = matched(pattern, text.rstrip("?？。.!！"), view)
        if m is not None and _of_this_year(m, view) and wholly_named(m["item"], view):
            return told.format(item=m["item"])
    return _not_spent(text, view) if view.disclosure.meta.kind == "final" else ""


def _of_this_year(m: Mapping[str, str], view: View) -> bool:
    """Whether a question names no year but the document's own."""
    year = m.get("year")
    return not year or int(year[:4]) == view.disclosure.meta.year


def _not_spent(text: str, view: View) -> str:
    """还有多少预算没花出去: of one item; empty where that is not asked, or of what is carried over, which is printed as such."""
    if re.search(r"结转|年[底末]结余", text):
        return ""
    for pattern in _LEFT_PATTERNS:
        m = matched(pattern, text.rstrip("?？。.!！"), view)
        if (
            m is not None
            and _of_this_year(m, view)
            and wholly_named(item := re.sub(r"的?(?:预算|计划)$", "", m["item"]), view)
        ):
            if all(t.tables and not t.names for t in spot(item, view).terms):
                return ""  # a kind of money, of which there is no one budget
            return f"{item}的预算比决算多多少"
    return ""
