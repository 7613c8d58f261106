"""What a question takes for granted when it asks why: that something is so much. What is not so has no reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.answer import Outcome
from qa.documents.figures import View
from qa.guards.predicates import NOT_SAID
from qa.terms.terms import spot

_WHY = (
    r"(?:是)?(?:为什么|为何|为啥|怎么(?:会|就)?|什么原因|凭什么|(?:的)?(?:原因|理由|缘由)(?:是|又是)?(?:什么|啥|哪些)?)"
)
_IS = r"(?:今年|本年|预算|决算|一共|总共|安排|就|都|已经?|竟然?|居然)*(?:是|为|有|高达|多达|达到?了?|只有|仅有?|(?:增加|增长|上涨|上升|涨|升|提高|减少|下降|降|减|压减|压缩|砍|缩)(?:到|至)了?)?"
_AMOUNT = r"\d[\d,.]*(?:亿|万)?元"
_ASKED = re.compile(
    rf"^(?:{_WHY}[,，]?)?(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?){_IS}(?P<amount>{_AMOUNT})(?:之多|这么多|那么多|了)*(?:[,，]?{_WHY}[^\d]{{0,10}}|的原因(?:是什么)?)?$"
)
_FIRST_WHY = re.compile(
    rf"^(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?)(?:今年|本年)?{_WHY}{_IS}(?P<amount>{_AMOUNT})(?:之多|这么多|那么多|了)*$"
)


_OF_SO_MUCH = re.compile(
    rf"^(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?)(?:预算|决算|总额|合计|总计)?(?:是|为|有|共|总共|一共|的)*(?P<amount>{_AMOUNT})(?:里面?|中|当中|内|之中)[,，](?P<rest>.*(?:多少|几).*)$"
)


def of_so_much(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What is asked of something that is said to be so much (三公经费20万元里，公务接待费是多少), with a note where it is not; None
    where nothing is said to be so much, or it is."""
    m = _OF_SO_MUCH.match(text.rstrip("?？。"))
    claimed = answer_to(f"{m['item']}是{m['amount']}吗") if m is not None else None
    if m is None or claimed is None or not claimed.found or not claimed.text.startswith("不是"):
        return None
    told = answer_to(f"{m['item']}里{m['rest']}")
    told = told if told.found else answer_to(m["rest"])
    if told.found:
        told.text += f"\n题中所说{m['item']}的金额与印出的不符：{claimed.text.removeprefix('不是，')}"
        told.stated += claimed.stated
    return told


def premise(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """That an amount is another one, where a folded question asks why it is so much; None where it asks no such thing, the
    amount is so, or nobody can tell."""
    bare = text.rstrip("?？。")
    if re.search(_WHY, bare) is None:
        return None
    m = _FIRST_WHY.match(bare) or _ASKED.match(bare)
    if m is None:
        return None
    told = answer_to(f"{m['item']}是{m['amount']}吗")
    return told if told.found and told.text.startswith("不是") else None


_ALL_SPENT = re.compile(
    rf"^(?:20\d\d年(?:度)?的?)?(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?)(?:的?预算)?(?:这|那)?(?P<amount>{_AMOUNT})(?:的?预算)?(?:已经|最后|是不是|是否|已|全部|全都|都|全|被)*(?:花|用|支)(?:光|完|掉|净)了?(?P<rest>[,，][^\d]{{2,20}})?(?:[,，]?(?:对|是)?(?:吗|么|吧|没有))?$"
)
_THEN_HOW_MANY = re.compile(
    rf"^(?:20\d\d年(?:度)?的?)?(?P<item>[\u4e00-\u9fff()“”\"]{{2,20}}?)(?:预算|安排)?(?:是|为|有)?(?P<amount>{_AMOUNT})[,，](?P<rest>[^,，\d]{{0,10}}(?:多少|几)[^,，\d]{{1,8}})$"
)


def spent_or_so_much(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What is printed of an amount of which a question says that all of it was spent (接待费2万元全花光了吧), or of which it goes on
    to ask (购置费200万元，准备买几辆), where that amount is another one; None where it is so, and the rest is to be read."""
    bare = text.rstrip("?？。!！")
    if (m := _ALL_SPENT.match(bare)) is not None and view.disclosure.meta.kind == "final":
        if not m["rest"] and answer_to(f"{m['item']}预算是{m['amount']}吗").text.startswith("是，"):
            return answer_to(f"{m['item']}的决算数占预算数的比例达到100%吗")
        told = answer_to(f"{m['item']}决算是{m['amount']}吗")
        so = told.found and told.text.startswith("是，")
        if not told.found or (so and m["rest"]) or not (so or told.text.startswith("不是，")):
            return None
    elif (m := _THEN_HOW_MANY.match(bare)) is not None:
        told = answer_to(f"{m['item']}是{m['amount']}吗")
        if not told.found or not told.text.startswith("不是，"):
            return None
    else:
        return None
    if m["rest"]:
        told.notes.append(f"{NOT_SAID}“{m['rest'].strip(',，')}”")
    return told


_WAY = r"(?:增加|增长|上升|上涨|提高|减少|下降|降低|下滑|压减|缩减|[多少增减涨升降])(?:了|出)?"
_SHOWS = r"(?:(?:这|那|由此|可见|看来|从这|从中)*(?:是不是|是否|岂不是?|难道|不就|就|也|都|可以|能|只能|分明|足以|恰恰|正好)*(?:说明|表明|意味着|证明|反映出?|显示出?|体现出?|看出|等于说?|代表)了?|(?:这|那)(?:是不是|就是|岂不是|不就是|算不算|不是)|(?:由此)?可见|看来)"
_JUDGED = re.compile(
    rf"^(?:既然|因为|由于)?(?P<claim>[^,，?？;；]{{2,24}}?(?P<base>[比较][^,，?？;；]{{2,14}}?|(?:和|与|跟|同)[^,，?？;；]{{2,12}}?(?:相比|比较|比)|同比|今年|本年)?{_WAY}(?P<by>\d[\d,.]*(?:亿元|万元|元|%|个百分点))?)(?:[,，](?:那么?|所以|因此)?|(?={_SHOWS}))(?P<shows>{_SHOWS})?(?P<judged>[^,，\d?？;；]{{2,24}}?)(?P<ends>了?(?:吧|吗|么|嘛|呀|啊|呢|对不对|是不是)*)$"
)
_ONLY_ASKS = re.compile(
    r"多少|几|哪|什么|怎么|为[何啥]|原因|我|你|您|记错|看错|搞错|属实|真的|准确|是真|对[吗吧不]|是[吗吧]|没错|核[实对]|确认|是这样|这样|成立|主要|具体|其中"
)
_RECKONS = re.compile(r"占|比例|比重|[增减升降涨跌超]|[比较](?!较)")
"""What is claimed of amounts besides, and is to be held against them."""


def judged(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """That something did not move as a folded question has it, which then judges of it (增加了N，这说明管理失控了吧), with a note that the
    document says nothing of the judgement; None where a question does no such thing, or has it right: what it makes of that is not printed."""
    m = _JUDGED.match(text.rstrip("?？。!！"))
    if m is None or not (m["shows"] or m["ends"]) or _ONLY_ASKS.search(m["judged"]):
        return None
    if not (m["base"] or (m["by"] and m["shows"])):
        return None
    if not m["shows"] and _RECKONS.search(m["judged"]):
        return None
    if not m["shows"] and any(t.names or t.code or t.tables for t in spot(m["judged"], view).terms):
        return None  # something else that is claimed
    told = answer_to(f"{m['claim']}吗")
    if not told.found or not told.text.startswith("不是"):
        return None
    told.notes.append(f"{NOT_SAID}“{m['judged']}”")
    return told
