"""What of a question of one document is not read, or cannot be told, before anything is looked up: why it is refused."""

from __future__ import annotations

import re

from extract.text import folded
from qa.answer import Outcome, Status
from qa.documents.figures import View
from qa.guards.lacking import lacks
from qa.guards.listed import lost_of_list
from qa.guards.modifiers import first_meant
from qa.guards.qualified import qualified
from qa.outcomes.arithmetic import year_before
from qa.outcomes.worked import STATES, bounds_set
from qa.terms.terms import spot
from qa.words.operations import Operation
from qa.words.plan import TOGETHER, Asked, Plan

_OF_AMOUNTS = {
    Operation.LOOKUP, Operation.DIFFERENCE, Operation.SHARE, Operation.RATIO, Operation.MONTHLY, Operation.COMPLEMENT,
    Operation.CHILDREN,
}  # fmt: skip


def unread(asked: Asked, plan: Plan, year: int | None, view: View, *, first: bool = False) -> Outcome | None:
    """That the document cannot say what is asked, or the question says more than was read; None where neither is so. `first`:
    no question was asked before."""
    if first and (which := _points_nowhere(asked.text)):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{which}”指的是哪些：请写明名称。", cited=[], certain=True)
    if of_what := _of_what(asked, plan):
        return Outcome(Status.NOT_FOUND, of_what, cited=[])
    denies = plan.first if plan.operation is Operation.COMPLEMENT else asked.text
    if plan.operation in _OF_AMOUNTS and (denied := _denied(denies, view)):
        return Outcome(Status.NOT_FOUND, f"没有读懂不属于“{denied}”的是哪一项。", cited=[], certain=True)
    if plan.operation is Operation.LOOKUP and (lost := qualified(asked.text, view)):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{lost}”的数字。", cited=[], certain=True)
    if (said := _SAID_OF_IT.search(asked.text)) is not None and not _printed(said[0], view):
        return Outcome(Status.NOT_FOUND, f"文件里没有说到“{said[0]}”。", cited=[], certain=True)
    if plan.operation is Operation.YES_NO and _ALL_OF_IT.search(asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂是否全部是就哪一项而言。", cited=[])
    if plan.operation is Operation.CHANGE and (far := _far_base(asked.text, view)) is not None:
        return far
    why = _which_year(asked, plan, year, view)
    if not why and (lacking := lacks(asked, plan, view)):
        return Outcome(Status.NOT_FOUND, lacking, certain=True)
    if not why and (years := _years_beyond(asked.said or asked.text, plan, view)):
        return Outcome(Status.NOT_FOUND, years, certain=True)
    if not why and _AT_LEAST_SOME.search(asked.text) and re.search(r"吗|么|是不是|是否|对吧|对不对", asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂至少有几项是就哪些科目而言。", cited=[])
    if not why and plan.operation is Operation.SHARE and (dropped := _dropped(asked, plan, view)):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{dropped}”与占比的关系：请写明哪一项占哪一项。", cited=[])
    of_amounts = plan.operation in _OF_AMOUNTS
    if not why and (supposes := _supposed(asked.text, of_amounts=of_amounts)) is not None:
        return supposes
    why = why or (_half_read(asked.text, view) if of_amounts else "")
    if not why and (lost := _lost(plan, view)):
        return Outcome(Status.NOT_FOUND, f"文件里没有“{lost}”的数字。", cited=[], certain=True)
    return Outcome(Status.NOT_FOUND, why, cited=[]) if why else None


def _of_what(asked: Asked, plan: Plan) -> str:
    """Why a question does not say of which things it asks; empty where it does."""
    if plan.operation is Operation.SHARE and _SHARES_APART.search(asked.text):
        return "没有读懂要比较的是哪两个占比：请分开问。"
    if plan.operation is Operation.EXTREME and _ONE_OR_OTHER.search(asked.text):
        return "没有读懂要比较的是哪几项：请逐项写明名称。"
    return _of_no_item(asked.text, plan) if plan.operation is Operation.LOOKUP else ""


def _of_no_item(text: str, plan: Plan) -> str:
    """Why it is not read of which item a question asks that looks something up; empty where it says."""
    if _OVER_THE_YEAR.search(text):
        return "没有读懂是哪一项在年初和年末的数。"
    if _NOTHING_NAMED.fullmatch(plan.first):
        return "没有读懂问的是表里的哪一项：请写明它的名称。"
    if _REST_OF_IT.match(text):
        return "没有读懂“其余”是哪一项里除去哪一部分的：请写明两者的名称。"
    return "没有读懂要逐项列出的是哪一项下面的科目：请写明名称。" if _EACH_OF_WHAT.search(text) else ""


_NOTHING_NAMED = re.compile(
    r"(?:那么?|可是?|但是?|说明|文件)*(?:预算|决算)?表格?(?:里面?|上面?|之?中)(?:所?(?:列|写|印|填)(?:示|出)?(?:的|着|了)*)?的?(?:数字?|金额)?(?:到底|究竟|实际|又)*(?:是|有|为)?多少(?:钱|万?元)?"
)
"""What a table prints, of which nothing says what it is of: it would be told of all of the money."""


def _points_nowhere(text: str) -> str:
    """What a question points at that no question before it named (这些项目一共多少钱); empty where it points at nothing."""
    m = _POINTS.match(text)
    return m["which"] if m is not None else ""


_POINTS = re.compile(
    r"^(?:那么?)?(?P<which>(?:[这那]|上述|以上|前面)(?:些|几|[两三四五六七八])(?:个|项|类|款|笔)?(?:项目|科目|支出|费用|收入|单位|款项|钱|项|指标))(?:一共|总共|合计|加起来|共|合起来|的?总[额数])"
)


_REST_OF_IT = re.compile(
    r"^(?:那么?)?(?:其余|剩下|剩余|余下|另外的|别的)(?:的|那些|那部分)*(?:钱|资金|经费|款|金额|部分)?(?:从|由|是|有|呢|[,，]|$)"
)
"""What is left of something, where nothing says of what and without which part."""
_ONE_OR_OTHER = re.compile(r"最[多大高少小低][^,，]{0,8}是[^,，]{2,}还是(?!没有?|不)[^,，]{2,}")
"""The most of things that are named, of which not each is known: of others the most is another."""
_EACH_OF_WHAT = re.compile(
    r"(?:什么|啥|哪些|哪几[项样种])[^,，多少]{0,6}[,，](?:各自?|每一?[项个笔样种])[^,，和与、]{0,4}(?:多少|几)"
)
"""How much each of several things is, which no name tells: the sum of them is not each."""
_ALL_OF_IT = re.compile(r"[,，](?:钱|资金|经费|款)(?:全|都)是")
"""That all of an item's money is of one kind, which no look-up tells."""


_SAID_OF_IT = re.compile(
    r"另(?:外|行)?(?:单独)?(?:计?算|计|列支?)(?!入)的?(?=[吧吗么,，]|$)|(?:单独|单另)(?:计?算|计|核算)的?(?=[吧吗么,，]|$)"
    r"|(?:尚未|还没有?|未|没有?)(?:报销|付清|结清|结算|兑付|兑现|到账|入账|核销|拨付|发放|审批|签批|开票|核实)(?:掉|过|完)?的?(?=[\u4e00-\u9fff]|$)"
)
"""What is said of an item, or of a part of it, that the amounts of tables do not know: it is counted apart, or not paid yet."""


def _printed(words: str, view: View) -> bool:
    """Whether a document says so of anything."""
    return any(words.rstrip("的") in folded(p.text) for p in view.disclosure.paragraphs)


_DENIES = re.compile(r"(?:不属于|不来自|不出自|并非|(?<!是)不是)(?:由|靠|来自)?")


def _denied(text: str, view: View) -> str:
    """A name of which a question that looks something up says that it is not that (不属于财政拨款、结转下年的资金): it would be told for it."""
    terms = spot(text, view).terms
    denied = [t for m in _DENIES.finditer(text) for t in terms if t.start == m.end()]
    return next((t.text for t in denied if text[t.start + len(t.text) :][:1] in tuple("、,，又且")), "")


def _dropped(asked: Asked, plan: Plan, view: View) -> str:
    """A thing that the words of a share name and the plan leaves out (甲里面拿出多少比例用于乙, read as the share of 甲): of it the answer
    would say nothing."""
    kept, text = f"{plan.first}{plan.second}", asked.text
    if (
        not plan.second
        and (whole := _OF_WHOLE.search(text)) is not None
        and (word := first_meant(whole["whole"], kept))
    ):
        return word
    named = [t for t in spot(text, view).terms if t.names and not t.fuzzy and text.startswith(t.text, t.start)]
    return next((t.text for t in named if t.text not in kept and _GIVEN_TO.search(text[: t.start])), "")


_OF_WHOLE = re.compile(r"占(?:了|到)?(?P<whole>[^,，占?？]{2,12}?)的(?:百分之|比例|比重|份额|几成|几分之)")
_GIVEN_TO = re.compile(r"(?:[花用投]在|[花用投]到|用于|投向|[拨划分]?给)了?$")


def _lost(plan: Plan, view: View) -> str:
    """What a question adds up, or holds against another thing, together with others, and the document has not."""
    together = plan.operation is Operation.LOOKUP and TOGETHER.search(plan.first) is not None
    if not together and plan.operation not in {Operation.DIFFERENCE, Operation.SHARE, Operation.RATIO}:
        return ""
    return lost_of_list(plan.first, view) or (lost_of_list(plan.second, view) if plan.second else "")


_SHARES_APART = re.compile(
    r"(?:比重|占比|比例|份额)(?:还|要)?比(?!重|例|上年|去年|上一年|20\d\d)[^,，]{2,}?(?:高|低|大|小|多|少)"
)
"""Words that hold one share against another."""


_OVER_THE_YEAR = re.compile(r"^(?!.*(?:结转|结余)).*[从由自]年初到年[底末]")


def has_year(year: int, view: View) -> bool:
    """Whether a document is of a year, or prints an amount of it."""
    return year == view.disclosure.meta.year or any(f.year == year and f.value is not None for f in view.figures)


def _far_base(text: str, view: View) -> Outcome | None:
    """That a change is not told from a year further back than the one before, of which the document has nothing; None where
    it is held against no such year."""
    own = view.disclosure.meta.year
    far = [int(y) for y in _AGAINST_YEAR.findall(text) if own and int(y) not in {own, own - 1}]
    far += [own - 2] if own and _YEAR_BEFORE_LAST.search(text) else []
    if own and (_NEXT_YEAR.search(text) or _OF_YEAR_BEFORE.search(text.replace(f"{own - 1}年", "上年"))):
        return Outcome(Status.NOT_FOUND, f"这份文件是 {own} 年的，只能说它与上年相比的变化。", certain=True)
    far += [int(y) for y in _LATER.findall(text) if own and int(y) > own]
    told = next((y for y in far if not has_year(y, view)), None)
    if told is None:
        return None
    return Outcome(Status.NOT_FOUND, f"这份文件是 {own} 年的，没有 {told} 年与别的年份相比的数字。", certain=True)


_LATER = re.compile(r"(?<!\d)(20\d\d)年[^,，;；]{0,16}(?:增|减|涨|降|升|多|少|变)")
_NEXT_YEAR = re.compile(r"明年[^,，]{0,4}(?:增|减|涨|降|升|多|少|变)")
_OF_YEAR_BEFORE = re.compile(
    r"^(?!.*(?:今年|本年|现在)).*(?<![比较与和同跟起于])(?:上年|前年)的?[^,，比较]{0,24}(?:比|较)(?:上一?年|大?前年|前一年)"
)
"""A change that the year before its own saw: against the one before that."""
_YEAR_BEFORE_LAST = re.compile(r"(?:比|较|与|和|跟|同)大?前年")
_AGAINST_YEAR = re.compile(r"(?:比|较之?|与|和|跟|同|相比|从|自)(20\d\d)年")


def _which_year(asked: Asked, plan: Plan, year: int | None, view: View) -> str:
    """Why it is not clear what 去年 means of final accounts: their own year, or the one before, of which their notes tell the
    item as well; empty where it is."""
    own = view.disclosure.meta.year
    if plan.year != -1 or year is not None or own is None or plan.operation is not Operation.LOOKUP:
        return ""
    told = year_before(to_work_out(asked.text), view) is not None
    return f"没有读懂“去年”是指这份决算的 {own} 年，还是 {own - 1} 年：请写明年份。" if told else ""


_AT_LEAST_SOME = re.compile(r"(?:至少|起码|最少)有?(?:\d+|[一二两三四五六七八九十])(?:个|项|家|类|款|笔)")
_SPAN = re.compile(r"(?<![\d.,])(?P<first>20\d\d)年?度?[-—–~～至到]+(?P<last>20\d\d)(?![\d.,])年?")
_YEARS_AGO = re.compile(
    r"(?:近|这|最近|过去|前|连续)(?:[三四五六七八九十]|\d{1,2})(?:个年度|年)(?!期|级|制|规划)|历年(?!(?:的|来|所)*(?:积|攒|结余|结存|累|留|剩|沉淀))|逐年|历次"
)


def _years_beyond(text: str, plan: Plan, view: View) -> str:
    """Why a document of one year cannot tell of several (2023—2025年, 近三年); empty where it need not. It may print the year
    before its own."""
    own = view.disclosure.meta.year
    if own is None or plan.operation not in _OF_AMOUNTS | {Operation.CHANGE}:
        return ""
    m = _SPAN.search(text)
    beyond = m is not None and (int(m["first"]) < own - 1 or int(m["last"]) > own)
    if not beyond and _YEARS_AGO.search(text) is None:
        return ""
    return f"这份文件是 {own} 年的，没有其他几年的数字。"


def to_work_out(text: str) -> str:
    """What is to be worked out, without how."""
    return _WORKED_OUT_OF.sub("", re.sub(r"\([^()]*(?:推|倒算|反算)[^()]*\)", "", text))


_WORKED_OUT_OF = re.compile(
    r"^.*?(?:只?写了?|披露|说明|公布|给出).*?[,，](?=.*20\d\d)|^.{0,24}?(?:增减|增加|减少|变动)(?:额|数|情况)*|请?(?:据此|由此|根据.{0,12}?)|倒推|反推|推算|推出|推得|倒算|反算"
)


_SUPPOSES = re.compile(
    r"(?:如果|假如|假设|假定|要是|(?P<moved_only>若))"
    r"(?P<moved>[^,，]{0,8}(?:增|减|涨|降|提高|压缩|砍|上浮|下浮)[^,，]{0,4}(?:\d|[一二三四五六七八九十两]成|一半))?"
)
"""What would be if something else were so. 若 is too often a part of other words (若干) to say so without a change."""


def _supposed(text: str, *, of_amounts: bool) -> Outcome | None:
    """That a question supposes something which is not printed: surely where a figure is to have moved; where an amount is
    looked up or set against another, as far as its words were read. None where it supposes nothing, or states what it asks."""
    found = list(_SUPPOSES.finditer(text))
    if any(m["moved"] for m in found):
        return Outcome(Status.NOT_FOUND, "文件里没有这样的数字：不作假设推算。", certain=True)
    if of_amounts and STATES.search(text) is None and any(not m["moved_only"] for m in found):
        return Outcome(Status.NOT_FOUND, "没有读懂这句话里的假设：文件里只有印出的数。", cited=[])
    return None


_HALF_READ = (
    (re.compile(r"一半|[二三四五六七八九十]分之[一二三四五六七八九]"), "没有读懂这句话里的几分之几。"),
    (
        re.compile(
            r"[上下]?半年(?!度|报)|^(?!.*用款)(?:.*[每按]个?季|(?=.*(?:平均|摊)).*[四4]个季)|分[成为]?(?:\d+|[二三四五六七八九十]+)份|(?:看[作成]|当[作成])(?:100|1(?!\d)|一百|百分之百)|几比[几一]|每(?:花|支|支出|用|收|收入)?(?:100|一百|百)(?:块|元)"
        ),
        "没有读懂要怎样折算。",
    ),
    (re.compile(r"(?:差额|之差|差距)占"), "没有读懂是哪两项的差额。"),
    (re.compile(r"的(?:\d+(?:\.\d+)?|[两二三四五六七八九十])倍(?!数)"), "没有读懂是哪一项的几倍。"),
    (re.compile(r"离\d[\d,.]*(?:亿|万)?元[^,，]*[近远]|接近\d[\d,.]*(?:亿|万)?元"), "没有读懂要怎样与这个金额相比。"),
    (
        re.compile(
            r"(?:拿|抽|挪|划|调|减|扣|花|用|追?加|砍|压|省|退|还)(?:去|走|掉|出|来|给|上|了)*\d[\d,.]*(?:亿|万)?元[^,，]*[,，]?.*(?:剩|余|还有|变|一共|总共|合计)"
        ),
        "没有读懂这笔钱是从哪一项里加减。",
    ),
)
_CODE = re.compile(r"(?<![\d.,年月-])[235]\d{2,6}(?![\d.,]|年|月|万|亿|元|%|个|人|辆|台|家|项|次|平)")


def _half_read(text: str, view: View) -> str:
    """Why an amount that is looked up, or set against another, would leave out what a folded question says of it; empty where
    nothing is left out."""
    if STATES.search(text) is None:  # else it is held against the amounts that it states
        if bounds_set(text) is not None:
            return "没有读懂金额的条件是就哪些科目而言：请写明它们的上级科目。"
        for words, why in _HALF_READ:
            if words.search(text):
                return why
    codes = _CODE.findall(text)
    lost = [c for c in codes if c not in view.codes and c not in view.all_names]
    known = len(lost) < len(codes) or re.search(r"编码|代码|科目|^[235]\d{2,6}[的中里下]", text) is not None
    return f"文件里没有科目编码 {lost[0]}。" if lost and known else ""
