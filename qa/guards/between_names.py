"""What a question says goes on between two things that it names, and no table tells: money of one that is moved, lent, pledged or paid
out for the other (从公用经费转移到培训费的有多少), one that is to be a part of what it is itself a part of (办公费中用于基本支出的), and which of
the two was first, or better, in anything but its amount (哪个先批的). The amount of one of them, or of each, is no answer."""

from __future__ import annotations

import re

from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.search.lexical import tokens
from qa.terms.masking import masked
from qa.words.left_out import NAME, Masked
from qa.words.lexicon import lexicon
from qa.words.neutral import SAYS_NO_MORE, VERBS
from qa.words.operations import Operation

_OF_AMOUNTS = {Operation.LOOKUP, Operation.COMPLEMENT, Operation.CLAIM, Operation.LIST}
_BETWEEN = re.compile(rf"(?P<one>{NAME})(?P<mid>[^,，。;；:：、?？()（）\ue200-\ue2ff]{{1,14}})(?=(?P<other>{NAME}))")
_MOVED = re.compile(
    r"挪|调剂|划转|转移|转入|转给|转到|转为|垫付?|质押|抵押|抵扣|冲抵|罚没|没收|退回|退还|借给|借入|借出|归还|偿还|滞留|冻结|报销|代付|代缴|替(?!(?:全体|本单位|在职|离退休)*(?:职工|员工|职员|干部|人员|教职工|大家))|补给|让给|追回"
)
"""What is done with the money of one thing for another."""
_AFTER = re.compile(
    rf"(?:退回|追加|核减|冻结|收回|拖欠|罚没|没收|借出|审减|划转|垫付|抵扣|挪用|调剂|抵押|质押)(?:了|掉|走)?{NAME}(?:以|之)?后"
)
"""What there would be after something was done with the money of another thing."""
_HELD = re.compile(
    r"(?<!下)结转|结余|[不未非没]|以外|之外|超|比|占|较|加|减|扣|除|差|剩|余|等|相|同|和|与|跟|及|或|还是|总|合|共|多少|几|分别|各"
)
"""Words that hold one amount against another, add them up or take one off the other."""
_WITHIN = re.compile(
    rf"(?P<whole>{NAME})(?:(?:里面?|里头|之?中|当中)[,，]?(?:的|有|多少|是|属于|归|算|给|花在?|用于|用在|投入?|[到于])*(?:用于|用在|花在|投入|属于|归入|算作)|(?:拨付?|划|分|支付)给)(?P<part>{NAME})的?(?:钱|资金|部分|支出|经费)*(?:是|有)*(?:多少|几)?(?:钱|[万亿]?元)?[?？。]?$"
)
_OF_TWO = re.compile(
    rf"{NAME}(?:和|与|跟|同|还是|、|[,，])(?:的)?{NAME}(?:这?两[项个者笔样])?(?:之间|当?中|里面?|相比|比|[,，])*(?:是)?(?:哪(?:一)?[个项边笔样]|谁)(?:的)?(?P<how>[^,，。;；?？\ue200-\ue2ff]+)"
)
_BY_AMOUNT = re.compile(
    r"[多大高少小低贵省费厚重轻]|便宜|占|多少|几|排|靠前|靠后|超|降|升|增|减|涨|跌|变|没|空|有|是|属|列|为"
)
"""Words of which of two is more, as far as amounts tell."""


def between_names(said: str, operation: Operation, outcome: Outcome, view: View) -> Outcome | None:
    """That no document tells what goes on between two things that a question names; None where amounts were not told, or it says
    no such thing. `said`: the question in its own words."""
    told = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or outcome.quotes or not told or any(f.yuan is None for f in told):
        return None
    text = masked(said, view)
    if len(text.names) < _PAIR or operation not in _OF_AMOUNTS:
        return None
    after = _AFTER.search(text.text)
    lost = (
        (after[0] if after is not None else "")
        or _moved(text.text, told)
        or _inside_out(text, told)
        or _first_of(text.text)
    )
    if not lost:
        return None
    return Outcome(Status.NOT_FOUND, f"文件里没有说到“{text.shown(lost)}”。", cited=[], certain=True)


_PAIR = 2


def _moved(text: str, told: list[Figure]) -> str:
    """What is done with the money of one thing for another, and nothing printed with what was told speaks of; empty where nothing
    is."""
    printed = "".join(f"{f.row}{f.header}{f.sentence}{f.section}{''.join(f.parents)}" for f in told)
    for m in _BETWEEN.finditer(text):
        deed = _MOVED.search(m["mid"])
        if deed is not None and deed[0] not in printed:
            return f"{m['one']}{m['mid']}{m['other']}"
        if deed is None and _HELD.search(m["mid"]) is None and _done(m["mid"], printed):
            return f"{m['one']}{m['mid']}{m['other']}"
    return ""


def _done(words: str, printed: str) -> bool:
    """Whether words have a verb that neither is neutral nor stands in what is printed."""
    return any(
        sort.startswith("v") and len(word) > 1 and word not in VERBS and word not in printed
        and lexicon().noise.fullmatch(word) is None and SAYS_NO_MORE.sub("", word)
        for word, sort in tokens(words)
    )  # fmt: skip


_HALVES = frozenset(("基本支出", "项目支出", "人员经费", "公用经费"))


def _inside_out(asked: Masked, told: list[Figure]) -> str:
    """A thing of which a part is to be for another, where what was told is all of the first (办公费中用于基本支出的); empty where
    it is not."""
    m = _WITHIN.search(asked.text)
    if m is None or len(told) != 1:
        return ""
    figure, whole, part = told[0], asked.shown(m["whole"]), asked.shown(m["part"])
    alone = part in _HALVES and whole in figure.names and part not in figure.names and part not in figure.columns
    return f"{m[0]}" if alone else ""


def _first_of(text: str) -> str:
    """In what one of two things is to be first or better, which is no amount (哪个先批的, 哪个执行得快); empty where it is none."""
    m = _OF_TWO.search(text)
    return m[0] if m is not None and _BY_AMOUNT.search(m["how"]) is None else ""
