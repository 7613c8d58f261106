"""What a question that follows another says beside the names in it, and the answer does not bear: 其中分三期支付的有多少, after an amount,
is not all of that amount, and 为什么冻结 is not told by what is printed of it.

A question of its own is held to its words name by name (`qa.guards.modifiers`); one that leaves its name to the question before has none to
hold them to, so every word that means something must be printed with what was told, or be one that a follow-up asks with.
"""

from __future__ import annotations

import re

from extract.text import folded
from qa.answer import Outcome, Status
from qa.documents.figures import View
from qa.guards.modifiers import all_meant, words_of
from qa.guards.predicates import RECKONED
from qa.terms.terms import spot
from qa.words.lexicon import scopes_in

_ASKS_WITH = re.compile(
    r"[增减涨跌升降]幅|(?:完成|执行|增长|变化|下降)率|增减|[高低多少]出|等于|[放搁换摆]到|[算加放][进上]去?|相应|块儿|[看算查说想]{2}|了解|烦请|劳驾|顺便|补充|追问|说错"
    r"|没用|相比之下|要问|(?:最|一)?开始|报一遍|[看找查]到|出自|前者|后者|两者|不止"
)
"""Words of how things are set beside one another, of what was asked before, and of asking."""
_IN_PARTS = re.compile(r"分?[一二两三四五六七八九十\d]+(?:期|批|轮)")
_DENIED_FIRST = re.compile(r"^(?:我)?(?:问|说|指|要)?的?不是[^,，]{1,12}[,，]")
"""What a question is not about, said before what it is."""
_CLAUSES = re.compile(r"[,，。;；:：、?？!！\n()]")


def beside_what_is_told(text: str, put: str, outcome: Outcome, view: View) -> Outcome | None:
    """That a document says nothing of a word of a folded question, asked after another, that means something and stands neither in what
    is told nor in what proves it; None where there is no such word, or nothing is told. `put`: the question as it was put: what stands
    in the text alone is only how it was read."""
    lost = _unborne(text, outcome, view) if outcome.found else ""
    lost = lost if lost in folded(put) else ""
    return Outcome(Status.NOT_FOUND, f"文件里没有说到“{lost}”。", cited=[], certain=True) if lost else None


def _unborne(text: str, outcome: Outcome, view: View) -> str:
    """The first such word; empty where there is none."""
    text = _DENIED_FIRST.sub(lambda m: "，" * len(m[0]), text)
    chars = list(text)
    named = [(t.start, t.start + len(t.text)) for t in spot(text, view).terms]
    for start, end in (*named, *((s, e) for s, e, _ in scopes_in(text))):
        chars[start:end] = "\n" * (end - start)
    told = outcome.text + "".join(outcome.notes) + "".join(q.text + q.heading for q in outcome.quotes)
    words = folded(told) + words_of(f for s in outcome.stated for f in s.sources)
    words += folded(view.disclosure.meta.institute)
    rest = _ASKS_WITH.sub("\n", "".join(chars))
    if (m := _IN_PARTS.search(rest)) is not None and m[0] not in words:
        return m[0]
    said = (word for clause in _CLAUSES.split(rest) for word in all_meant(clause, words))
    return next((word for word in said if RECKONED.sub("", word)), "")
