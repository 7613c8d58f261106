"""What a question says of the thing it asks for that would be lost in looking it up: 报废的公车, 没报销的差旅费, 差旅费的余额.

A verb before a name narrows it (报销的差旅费 is not all of it), unless it says no more than that the amount is planned, printed, paid or
received. A noun behind a name is another amount (标准, 余额, 缺口), unless it means the amount itself.
"""

from __future__ import annotations

import re

from qa.documents.figures import View
from qa.search.lexical import tokens
from qa.terms.terms import spot
from qa.words.lexicon import lexicon
from qa.words.neutral import VERBS

_BEFORE = re.compile(r"(?P<deny>没有?|尚?未)?(?P<own>[\u4e00-\u9fff]{1,6}?)(?:了|过|掉|出去|下来|出来|好|到|完)*的$")
_WHEN = re.compile(r"(?!合并|合计|相加|加总|汇总)[\u4e00-\u9fff]{2}(?:(?:之|以)?(?<![最先])[后前]的|(?:期间|以来)的?)$")
_PAID_ALREADY = re.compile(r"(?:已经?|业已)(?:支付|付|花|用|支出|发放|报销|到账|拨付)(?:了|掉|出去)?的$")
_BEHIND = re.compile(
    r"^的?(?P<other>余额|缺口|标准|上限|下限|限额|单价|均价|执行进度|支付进度|进度|利息|税率|税金|税费|利润|成本|罚款|定金|首付|尾款|预付款|押金|欠款|余款|库存|折旧|净值|原值|发票|票据|凭证|合同|明细账)(?!为|标准)"
)
_ASKS_HOW = re.compile(r"怎么|怎样|如何|为什么|为何|什么|原因|依据")


def qualified(text: str, view: View) -> str:
    """Words that a look-up would lose, with what they are of; empty where there are none."""
    if _ASKS_HOW.search(text):
        return ""
    final = view.disclosure.meta.kind == "final"
    terms = spot(text, view).terms
    for term in terms:
        if term.fuzzy or text[term.start : term.start + len(term.text)] != term.text:
            continue
        end = term.start + len(term.text)
        if (m := _BEHIND.match(text[end:])) is not None and m["other"] not in view.all_names:
            return f"{term.text}的{m['other']}"
        before = text[: term.start]
        if (m := _WHEN.search(before)) is not None or (not final and (m := _PAID_ALREADY.search(before)) is not None):
            return f"{m[0]}{term.text}"
        if (m := _BEFORE.search(before)) is None:
            continue
        verb, sort = tokens(m["own"])[-1]
        at = term.start - len(m[0]) + m[0].rfind(verb)
        inside = any(t.start <= at < t.start + len(t.text) for t in terms)
        known = inside or verb in VERBS or lexicon().noise.fullmatch(verb) is not None or verb in term.text
        if m["deny"] or (sort in {"v", "vd", "vg"} and not known):
            return f"{m['deny'] or ''}{verb}的{term.text}"
    return ""
