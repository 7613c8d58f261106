"""A question about many documents, read: what each of them is asked, and what is to be made of what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qa.surveys.against_own import (
    against_budget,
    each_against_budget,
    furthest,
    held_against_budget,
    saved_against_nothing,
)
from qa.surveys.asides import whole_totals, with_carryover_unread
from qa.surveys.both_ends import names_both
from qa.surveys.conditions import bounded
from qa.surveys.idioms import plainly_worded
from qa.surveys.items import as_disclosed, counted_as, tidied, unit_asked
from qa.surveys.of_two import YEARS, against_another
from qa.surveys.places import LOWEST, RANKED, place_number, ranks_in
from qa.surveys.reworded import (
    against_average,
    as_more,
    asked_first,
    both_items,
    change_asked,
    ends_asked,
    reworded,
    with_share,
)
from qa.surveys.survey import AVERAGE, Act, Bound, Survey
from qa.surveys.words import KINDS_OF_BODY
from qa.words.bounds import NEGATED, limits_in
from qa.words.plan import TOGETHER

_ANY_BODY = rf"(?:一(?!般)|个|家|所|些|几个|几家|几所|一个|一家|一所|两家|两个|份)*(?:{KINDS_OF_BODY})?"
_WHO = re.compile(
    rf"的(?:{KINDS_OF_BODY})(?:及其?|和|与)(?:各自的?)?(?:金额|数额|名称|名字|数字)|的?(?:{KINDS_OF_BODY})(?:一共|总共)?(?:有|是)(?:几|多少)(?:个|家|所|份)|(?:又|都)?(?:到底|究竟)?(?:是)?(?:谁家?|哪(?:一)?个(?=从|的|更|花|用|拿|安排)|哪{_ANY_BODY}(?:(?:或者?|和|及|、)(?:{KINDS_OF_BODY}))*(?:哪年)?|(?:有|一共有|总共有|占|这|那)?(?:几|多少)(?:家|份|个(?={KINDS_OF_BODY})|所)(?:{KINDS_OF_BODY})?|(?<!前)(?:各|所有|全部|这些|那些|这批|每|两|三|四|五|这两|这几|那几|那两|那)(?:一|几)?(?:个|家|份|所)?(?:{KINDS_OF_BODY})(?!长|数|总|书|支出|收入|单位)|(?<!前)(?:这|那)?(?:每|各|[两三四五六七八九])(?:家|份)|平均(?!每(?:一)?[辆台人名])每?(?:家|个)?(?:{KINDS_OF_BODY})?)(?:里面?|当中|之中|中)?(?:的|家的)?"
)
_REMARK = re.compile(
    r"并列.*|(?:按照?|根据|依据|照|从|以)[^,，]{0,20}(?:情况|数据|口径|披露|公布|公开|为准|来看|来说|算)|同一(?:家|个)(?:单位|机构)?.*|不管(?:是)?.*|不论.*|也就是说?|(?:同一|重复|重叠|收了两份|一家).*(?:一次|一遍|别|不|只)|(?:有|做|出)?决算的?(?:单位)?.{0,4}(?:实际|算|看|按).*|.{0,6}(?:别|不要|不用)(?:重复|算|加).*|只?(?:看|算|说|限).{0,6}(?:两|三|几)家|只?(?:看|算|说|限)(?:于)?(?:预算|决算)(?:的话|单位|的)?(?:\([^()]*\))?|.{0,12}都(?:要)?算(?:上|在内|进去)?|(?:全|整个)库(?:里面?|中)?"
)
_VALUES = re.compile(
    r"(?:一共|总共|合计|具体|金额|数额|规模|分别|各自?|两边|两家|和|又|数|人数|辆数|名字|再|也|那|它|都|大概|大约|到底)*"
    r"(?:一共|总共|分别|各)?(?:是|有|为|要|得|会|能|花|用|拿|收|留|安排|列|降|跌|涨|变|多|少|高|低|差|增加|减少|下降|增长|上升|大|小)*(?:了|掉|出|到)?(?:的是)?(?:多少|几|百分之几|百分之多少|多大|几成|几个百分点|谁|哪家|哪几家)(?:个|家|辆|台|套|人|名|元|钱|万|万元|亿元|%|块|成|点|百分点)*(?:钱|呢|有没有|有)?(?:\([^()]*\))?"
    r"|(?:金额|数字|数|名字)(?:也|都)?(?:说|报|列|给)(?:一下|出来)?|把.{0,12}(?:报|列|说|写)(?:一下|出来|上)?|第[一二三两\d](?:名)?(?:又)?(?:是)?谁|(?:都|分别)(?:是)?谁|(?:请|把|并)*(?:列|说|报|写|给)(?:出来?|一下)?(?:各自?的?|具体的?|其)?(?:名字|金额|数额|数字|数)?(?:来|一下)?"
)
_SCENE = re.compile(
    rf"(?:(?:资料)?库(?:里面?|中|内)?的?)?的?(?:在|从|就)?(?:20\d\d年?(?:度)?(?:的)?)?(?:这|那|只看|只算)?(?:批|些|几|[一二两三四五六七八九十]|所有|全部|\d+)*(?:家|个|份|所)*(?:{KINDS_OF_BODY}|预算|决算|公开|报告|资料库|库|的)*(?:里面?|里头|中|当中|之中|之间|的话|来看)?"
)
_CONDITION = re.compile(rf"(?:凡是|只要|但凡).{{1,16}}的(?:{KINDS_OF_BODY})?")
_GAP = re.compile(
    r"(?:那个|那家|这家)?(?:(?<!占)比(?!重(?!点)|例)|较)(?:的|那家的?|那个的?)?(?P<and>.*?)(?:还要?|要|更|又)?(?:多|高|少|低|大|小)?(?:出|花|安排|用|拿|给|收)?(?:了|去)?(?:来)?(?:多少|几).*$|(?:那个|那家)?比(?:的)?(?:还要?|要|更)?(?P<way>多|高|少|低|大|小|同)(?:吗|么|吧|没有|不)?.*$"
    r"|(?:相|之间)*(?:差|相差|差距|差额|差别)(?:了|额|距|别)?(?:是|有)?(?:多少|多大|几).*$"
)
_TIMES = re.compile(
    r"(?:大概|大约|差不多|只|仅|才)?(?:相当于|等于|抵得?上|顶|是|为|达到?|(?<=[只仅])有)(?:了)?(?P<and>[^,，]*?)的?(?:(?:几|多少)倍|百分之(?:几|多少)|几成).*$"
)
_SPREAD = re.compile(r"(?:的)?最(?:高|多|大)的?(?:和|与|跟|同)最(?:低|少|小)的?.{0,6}差.*$")
_MOVED = re.compile(
    r"(?:跟|和|与|同|比|较|相比)(?:上一?年度?|去年|前一年|20\d\d年)(?:预算|决算|执行)?(?:数)?(?:相?比(?:较)?)?|同比|环比|(?:降|跌|减|缩|涨|增|升)(?=得|幅)|(?:减少|增加|下降|增长|上升|降低|提高|缩水|上涨|下跌)(?:得|的|了)?(?=幅度|最|比例|[?？]|$)|增幅|降幅|涨幅|跌幅|增长率|下降率"
)
_MOVE_WORDS = re.compile(
    r"(?:跟|和|与|同|比|较|相比)(?:上一?年度?|去年|前一年|20\d\d年)(?:的)?(?:预算|决算|执行)?(?:数)?(?:相?比(?:较)?)?(?:来说)?|同比|环比|(?:减少|增加|下降|增长|上升|降低|提高|缩水|上涨|下跌|降|跌|减|缩|涨|增|升|(?:多|少)(?=了(?:[?？,，]|$)))(?:得|的|了|幅度?|率|去)*|幅度(?:的)?|变化(?:率)?(?:的)?|变动(?:的)?"
)
_DOWN = re.compile(
    r"(?:上年|去年|上一年|20\d\d年)(?:预算|决算|执行)?(?:数)?(?:相比)?(?:都|均|全)?少|减少|下降|降低|缩水|下跌|降|跌|缩|减得"
)
_PERCENT = re.compile(r"幅度|百分|%|增幅|降幅|涨幅|跌幅|增长率|下降率|比例")


_WHETHER = re.compile(r"[吗么]|是不是|是否|对不对|[对是]吧|没错吧|真的|属实")
_AT_LEAST = re.compile(
    r"至少(?:有)?(?P<least>[一两二三四五六七八九]|\d+)(?:家|个)(?:单位|机构)?|有(?:任何|哪怕)一(?:家|个)"
)
_ALL_DO = re.compile(
    rf"(?:是不是|是否)?(?:(?:每|各)(?:一)?(?:家|个)(?:{KINDS_OF_BODY})?(?:的)?)?(?<!首)(?:全都|都|全部|无一例外|一律)"
)
_HEARSAY = re.compile(
    r"^(?:有人|网上|听|据|媒体|报道)*(?:说|称|声称|传)?[,，]?(?=.*(?:至少|都|全))|[,，]?(?:这|那)?(?:个|种)?(?:话|说法)?(?:是|对)*(?:真的|属实|正确|准确|这样|没错)?(?:的)?(?:吗|么|吧|不对)[?？]?$"
)


_UNREAD_CLAIM = re.compile(
    r"哪|谁|几[家个]|是不是(?:[一两二三四五六七八九十]|\d+)[家个]|(?:超过?|超出|超支|突破|高于|低于|多于|少于|达到)(?:了)?(?:上年|去年|上一年|预算|平均|20\d\d(?!\d*[万亿元.]))|(?:比|超过?了?|突破了?|花完|用完|在)(?:年初|全年|自己的)?预算"
)


_NO_ONE = re.compile(
    rf"^(?:是不是|是否)?(?:没有?|无)(?:任何|哪怕)?(?:一|哪)(?:家|个)(?:{KINDS_OF_BODY})?(?:的)?(?=[^,，]*(?:\d|没有|为0|为零)|(?:动用|使用|有|列|安排|花|用|发生|编|收到?|拿到?|买)(?:了|过)?)"
)
_NOT_LESS = re.compile(r"不(?:少于|低于|小于|多于|高于|大于)|没有?(?:少于|低于|小于|多于|高于|大于|超过)")
"""Bounds that are said by what they deny, which is nothing that rose or fell."""


def _claimed(text: str) -> str:
    """What somebody says of all of them, or of some: all, the least number; empty where nobody does."""
    if not _WHETHER.search(text):
        return ""
    if _NO_ONE.match(text) is not None:
        return "none"
    if (m := _AT_LEAST.search(text)) is not None:
        return str(place_number(m["least"])) if m["least"] else "1"
    return "all" if _ALL_DO.search(text) else ""


def read_survey(text: str, *, which: bool = False) -> Survey:
    """What a folded question (`question_text`) without the names of documents asks; `which`: it asks in English which of
    them. Where it names no item, `asked` is empty: it leans on the question before it."""
    text = re.sub(
        r"\([、,，和与及]*\)|编(?:制)?(?:预算|决算)的(?:这|那)?[一两二三四五六七八九十\d]+家(?:单位)?(?:里|中|当中)?[,，]?",
        "",
        text,
    )
    which = which and re.match(r"\s*各家单位的", text) is None
    text, held = against_another(YEARS.sub("", whole_totals(text)))
    if held is not None:
        return replace(read_survey(text, which=which), held=held)
    text = _FOUND.sub(r"哪些单位\g<what>", text)
    text = reworded(plainly_worded(_BEFORE_WHO.sub("", text)))
    if (of_ends := _of_ends(text)) is not None:
        return of_ends
    if (own := against_budget(text)) is not None:
        act = Act.COUNT if own.count else Act.LIST
        return Survey(act, (own.asked,) if own.asked else (), bound=Bound(own.way, unit="元"))
    text = with_share(as_more(asked_first(text)))
    if (of_its_own := _of_its_own(text)) is not None:
        return of_its_own
    claim = _claimed(text)
    denied = NEGATED.search(_NO_ONE.sub("", _NOT_LESS.sub("", text)))
    if claim and (TOGETHER.search(text) or _UNREAD_CLAIM.search(_NO_ONE.sub("", text)) or denied):
        return Survey(Act.COUNT, (), claim=claim)  # a claim with a condition of its own
    if claim:
        text = _NO_ONE.sub("", _HEARSAY.sub("", text))
    main = _main(_AT_LEAST.sub("", text) if claim != "all" else text)
    if claim == "all":
        main = re.sub(r"是不是|是否", "", _ALL_DO.sub("", main))
    moved = _moved(text, claim)
    if moved:
        main = _MOVE_WORDS.sub("", main)
    whole = main
    made = _made(text, _WHO.sub("", main), which or re.search(r"哪|谁|有谁", text) is not None, claim)
    bound = None if claim and moved and made.bound is not None and made.bound.way == "some" else made.bound
    main = RANKED.sub("", made.main)
    lowest = made.lowest if made.lowest is not None else LOWEST.search(text) is not None
    counted = bound is not None and bound.unit not in {"", "元", "%", "个百分点", AVERAGE}
    unit = f"多少{bound.unit}" if bound is not None and counted else unit_asked(f"{whole}|{text}")
    unread = made.act is Act.RANK and names_both(text)  # both ends are asked for, and how was not read
    unread = unread or (bound is not None and bound.way == "some" and _UNREAD_AMOUNT.search(main) is not None)
    unread = unread or (bool(claim) and bound == Bound("some") and _HELD_UNREAD.search(main) is not None)
    unread = unread or (bound is not None and "都" in text and any("、" in item for item in main.split("|")))
    if unread or (bound is not None and _DENIED.search(re.sub(r"\([^()]*\)", "", main))):
        return Survey(made.act, (), lowest, ranks_in(text), bound, moved, made.said)  # what is denied was not read
    main = _each_of_both(main, made.act, bound) if not moved and not claim else main
    items = []
    for item in _NEITHER_ITEMS.split(main) if bound is not None and bound.way in {"none", "some"} else [main]:
        told = tidied(item)
        understood = bound is not None and bound.way != "some"
        if _THE_SAME.fullmatch(item) or (_BODIES_LEFT.search(told) and not understood):
            continue  # of the one before, or of what the bodies are called by
        told = as_disclosed(told)
        item = item if len(told) <= 1 and re.search(r"花|用|支", item) else told
        if len(item) > 1 or (item and unit):
            amount = re.search(r"[升降增减涨跌少多]了?多少(?!个?百分)", text) is not None
            percent = "百分比" if _PERCENT.search(text) and not amount else "多少"
            items.append(f"{item}比上年增减{percent}" if moved else f"{item}{unit or counted_as(item)}")
    if bound == Bound("some") and not moved and items and all(_LESS_THAN.search(item) for item in items):
        bound = Bound("under")  # of what is less than another the difference is below zero
    return Survey(made.act, tuple(items), lowest, ranks_in(text), bound, moved, made.said, claim=claim)


def _each_of_both(main: str, act: Act, bound: Bound | None) -> str:
    """Two things that bodies are asked to have at all, each by itself."""
    return both_items(tidied(main)) if bound == Bound("some") and act in {Act.LIST, Act.COUNT} else main


_TWO_ENDS = re.compile(
    r"^(?P<item>[^,，?？]{2,40}?)最(?P<way>[高多大低少小])的(?:两|2)(?:家|个(?:单位|部门|机构))(?:单位)?(?:之间)?(?:的)?(?:相)?差"
)
"""The first two of a ranking, or the last two, and how far they are apart."""
_FAR_APART = re.compile(r"(?:的)?(?:之间)?(?:相差|差距|差额|差异|悬殊|差别|差)$")


def _of_ends(text: str) -> Survey | None:
    """What is read where changes are told side by side, or two places of a ranking are held apart; None elsewhere."""
    if with_carryover_unread(text):
        return Survey(Act.EACH, ())
    if each := each_against_budget(text) or change_asked(text):
        return Survey(Act.EACH, (each,))
    ends = ends_asked(text)
    if ends is None and (two := _TWO_ENDS.match(text)) is not None:
        item = tidied(_WHO.sub("", two["item"]))
        if (far := _FAR_APART.search(item)) is not None:  # 相差最大的两家: the first and the last
            item = item[: far.start()]
            asked = (f"{as_disclosed(item)}{counted_as(item)}",) if two["way"] in "高多大" and len(item) > 1 else ()
            return Survey(Act.SPREAD, asked)
        first_two = (1, 2) if two["way"] in "高多大" else (-2, -1)
        return Survey(Act.SPREAD, (f"{as_disclosed(item)}{counted_as(item)}",), ranks=first_two)
    if ends is None:
        return None
    item = tidied(_WHO.sub("", ends.item))
    unit = unit_asked(f"{item}|{text}") or counted_as(item)
    places = () if (ends.first, ends.last) == (1, -1) else (ends.first, ends.last)
    return Survey(Act.SPREAD, (f"{as_disclosed(item)}{unit}",) if item else (), ranks=places, ratio=ends.ratio)


def _of_its_own(text: str) -> Survey | None:
    """What is read where it is asked whether there is one, who rose and who fell, or what is nearest; None elsewhere."""
    if (asked := _EXISTS.match(text)) is not None:  # 有没有哪家单位…: is there one, and which
        found = read_survey(f"哪些单位{_WHICH_THEN.sub('', text[asked.end() :])}")
        return replace(found, claim="1", exists=True) if found.act in {Act.LIST, Act.COUNT} else found
    if _claimed(text) == "all" and (held := _held_of_own(text)) is not None:
        return held
    if (both := _BOTH_WAYS.search(text)) is not None:  # who rose, who fell
        item = tidied(_MOVE_WORDS.sub("", _WHO.sub("", text[: both.start()])))
        return Survey(Act.EACH, (f"{item}比上年增减多少",) if len(item) > 1 else ())
    if re.search(r"最(?:接近|靠近|相近)|(?:最|更)?接近于?\d", text):
        return Survey(Act.RANK, ())  # nearest to an amount is not read
    if _THAN_SUM.search(text) is not None:
        return Survey(Act.GAP, ())  # nor is one held against the sum of others
    if (far := furthest(text)) is not None:
        return Survey(Act.RANK, (far.asked,), far.least, ranks_in(text), moved="down" if far.less else "up")
    if saved_against_nothing(text) or held_against_budget(text):
        return Survey(Act.RANK, ())
    return None


_OWN_HELD = re.compile(
    r"^(?P<a>[^,，?？比]{2,30}?)(?:是不是|是否)?(?P<all>全都|都|均|全部)?(?:是不是|是否)?(?:(?:比|较)(?P<b>(?!上|去年|前一年|同期|20\d\d|平均|\d)[^,，?？\d]{2,20}?)(?P<all2>全都|都|均)?(?:还要?|要|更)?(?P<way>[多高大少低小])|(?P<bound>高于|多于|大于|低于|少于|小于)(?P<c>年初|(?!上|去年|前一年|平均)[^,，?？\d比]{2,12}?(?:支出|收入|经费|费|结转|结余|预算))(?:数)?)(?:一?些|一?点)?(?:了)?(?:吗|么|吧|对吗|是吗|对不对)?[?？]?$"
)
_IN_BUDGET = re.compile(
    r"^(?P<x>[^,，?？比]{2,24}?)(?:的)?(?:决算|实际支出|实际)?(?:是不是|是否)?(?:全都|都|均|全部)(?:是不是|是否)?(?:(?:控制|压|花|用)?在(?:了)?(?:各自的?|自己的?|年初|全年)*预算(?:数|额)?(?:以内|之内|范围(?:以?内)?|内)|(?:没有?|未|不曾?)(?:突破|超(?:过|出)?)了?(?:各自的?|自己的?|年初|全年)*预算(?:数|额)?)(?:了)?[,，]?(?:吗|么|吧|对吗|是吗|对不对)[?？]?$"
)
"""That all spent within their budgets."""
_HELD_UNREAD = re.compile(r"(?<!占)比(?!例|重(?!点)|率)|[低高大小多少]于|超过|不如")
"""What is left of one thing held against another where it is read as having any at all."""
_PLANNED = re.compile(r"(?:年初|全年|自己的?)?的?预算(?:数|安排)?")


def _held_of_own(text: str) -> Survey | None:
    """What is read where all bodies are said to have more of one thing than of another of their own (年末结转都比年初少); None
    where nothing of the kind is said."""
    if (within := _IN_BUDGET.match(text)) is not None:
        item = re.sub(r"(?<=三公)支出$", "经费", tidied(_WHO.sub("", within["x"])))
        return Survey(Act.COUNT, (f"{item}决算比预算少多少",), bound=Bound("most", unit="元"), claim="all")
    m = _OWN_HELD.match(text)
    if m is None or not (m["all"] or m["all2"]) or re.search(r"[哪谁几]|没|不", re.sub(r"是不是|对不对", "", text)):
        return None
    first, other = tidied(_WHO.sub("", m["a"])), m["b"] or m["c"]
    if len(first) < 2 or _DENIED.search(first) or TOGETHER.search(text):
        return Survey(Act.COUNT, (), claim="all")
    less = (m["way"] or m["bound"])[0] in "少低小"
    if _PLANNED.fullmatch(other):
        asked = f"{first.removesuffix('决算').removesuffix('的')}决算比预算少多少"
        return Survey(Act.COUNT, (asked,), bound=Bound("under" if less else "over", unit="元"), claim="all")
    asked = f"{first}比{other}{'少' if less else '多'}"
    return Survey(Act.COUNT, (asked,), bound=Bound("under" if less else "some"), claim="all")


_THE_SAME = re.compile(
    r"(?:(?:另外|另)(?:那)?一?(?:家|个)(?:的)?)?(?:这|该|那)(?:一)?项(?:的)?(?:实际)?(?:支出|花费|花了?|金额|数)?(?:是|有)?(?:多少)?"
)
"""Words for the item of the question before."""
_BEFORE_WHO = re.compile(
    r"^(?:[和与跟同及、,，]|以及)+(?=[两二三四五六]家)|^(?:[和与跟同及、,，]|以及)+(?:(?:相比|比起来|比较(?:一下)?|比一比|对比)[,，])?(?:[两二三四]家(?:里面?|中)?[,，]?)?(?=哪|谁)"
)
"""What is left of the names of bodies before the question who of them it is."""
_FOUND = re.compile(
    r"^(?:请|帮我|麻烦|能不能|能否|给我)*(?:找出|列出|挑出|列一下|说出|点出|筛出|筛选出|列举|查出|找一下|查一下)(?:来)?(?:库里|库中)?(?:所有|全部|那些|都有哪些)?(?P<what>(?:没有?|未|有|列了|安排了)[^,，?？]{2,40}?(?:[、,，]也(?:没有?|未)[^,，?？]{2,20}?)?)的(?:单位|部门|机构)(?:名称|名单)?[?？。]*$"
)
"""Words that want the bodies of which a condition holds listed."""
_BODIES_LEFT = re.compile(r"的(?:单位|部门|机构)$")
"""What is left of words for bodies where a condition was not understood."""
_LESS_THAN = re.compile(r"比[^,，]+[少低小]$|(?:低于|少于|小于|不及|不如|比不上)了?[\u4e00-\u9fff()]{2,}$")
_THAN_SUM = re.compile(
    r"(?:比|超过|高于|低于|大于|小于|多于|少于)(?:的|和|与|跟|及|、|两家|三家|另外|其他|其余)*(?:的[^,，]{2,12}?)?(?:之和|加起来|合计|总和|加在一起|加一起)|(?<!收入)(?<!支出)(?<!采购)(?<!经费)(?:合计|加起来|加在一起|一共|总共|之和|总和)(?:还)?(?:比|超过|高于|低于)(?![上去]年|\d)"
)


_BOTH_WAYS = re.compile(
    r"[,，]?(?:跟|和|与|同|比|较)?(?:上年|去年|上一年)?(?:相?比)?[,，]?(?:分别|各)?(?:是)?(?:哪[家个]|谁)?(?:涨|增加?|升|上涨|增长)(?:了)?(?:[、,，和]|还是)?(?:哪[家个]|谁)?(?:降|减少?|跌|下降|下跌)"
)
_EXISTS = re.compile(
    rf"^(?:这些|所有|全部|各|(?:这)?几家|[一二两三四五六七八九十\d]+家)?(?:{KINDS_OF_BODY})?(?:里面?|里头|中|当中)?[,，]?(?:有没有|有无|是否有)(?:哪|任何|什么)?(?:一)?(?:些|家|个|份)?(?:(?:{KINDS_OF_BODY})|谁|(?<=哪家)|(?<=哪一家)|(?<=家)(?=的|没|有|超|不|高|低|安排|列|编|花|用))"
)


_WHICH_THEN = re.compile(
    rf"[,，?？。;；]+(?:如果)?(?:有的话)?[,，]?(?:又|那|都|分别|各|请)*(?:是|有|列出|说出)?(?:哪(?:一|几|些)?(?:家|个|份)?|谁)(?:{KINDS_OF_BODY})?[?？。]*$"
)
"""Who they are, after the question whether there are any (有没有…？是哪些单位？)."""
_SHARED = re.compile(r"占比|比重(?!点)|份额|占.{1,16}(?:比例|百分|几成|多少)|执行率|完成率|执行比例")


def _moved(text: str, claim: str) -> str:
    """Whether changes are compared, up or down; empty where amounts are."""
    if _SHARED.search(text) or not _MOVED.search(text):
        return ""
    if not (claim or RANKED.search(text) or re.search(r"[几哪]|多少家|谁", text)):
        return ""
    return "down" if _DOWN.search(text) else "up"


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be made of the documents, and the words that are left for what they are asked; `lowest` where that is
    decided."""

    act: Act
    main: str
    bound: Bound | None = None
    said: str = ""
    lowest: bool | None = None


def _made(text: str, main: str, which: bool, claim: str) -> _Made:
    count = _COUNTS.search(text) is not None and not re.search(r"哪几[家所份]|平均每?(?:家|个|份)", text)
    ranked = RANKED.search(text) is not None or ((which or "还是" in main) and RANKED.search(main) is not None)
    listed = (
        limits_in(main) is not None
        or against_average(main) is not None
        or count
        or (which and not re.search(r"哪(?:一)?(?:家|个)", text))
    )
    if (m := _ALIKE.search(text)) is not None:
        return _Made(Act.ALIKE, _ALIKE_WORDS.sub("", main))
    if (m := re.search(r"的?极差", main)) is not None:
        return _Made(Act.SPREAD, main[: m.start()], lowest=False)
    if "中位" in text:
        return _Made(
            Act.MEDIAN,
            re.sub(
                r"的?中位(?:数|值)(?:是|为)?(?:(?:多少|几)(?:台|辆|套|万元|元|钱)?(?:\([^()]*\))?)?|,\(\)", "", main
            ),
        )
    if (m := _SPREAD.search(main)) is not None:
        return _Made(Act.SPREAD, main[: m.start()], lowest=False)
    if claim or (listed and not ranked):
        rest, bound = bounded(main)
        return _Made(Act.COUNT if claim or count else Act.LIST, rest, bound)
    if ranked:
        return _Made(Act.RANK, RANKED.sub("", main))
    if "平均" in text:
        return _Made(Act.AVERAGE, re.sub(r"的?平均(?:下来|起来|值|数|水平|每家|每个)*(?:是|为|有|花)?", "", main))
    if (m := _TIMES.search(main)) is not None and not _SHARED.search(text):
        return _Made(Act.TIMES, main[: m.start()] + ("," + m["and"] if m["and"] else ""))
    if (m := _GAP.search(main)) is not None:
        other = re.sub(r"^20\d\d年?(?:度)?的?$", "", m["and"] or "")
        lowest = re.search(r"(?:少|低|小)(?:了|出)?(?:多少|几|吗)", text) is not None
        return _Made(Act.GAP, main[: m.start()] + (f",{other}" if other else ""), None, m["way"] or "", lowest)
    if (
        TOGETHER.search(_OF_TOTAL.sub("", main))
        or re.search(r"[,，](?:合计|一共|总共)(?:是|有)?多少", text)
        or (_HAVE_TOGETHER.match(main) is not None and not re.search(r"各|分别|每", text))
        or (_WHO.search(text) is not None and re.search(r"总(?:数|量)(?:是|有|为|共|$)", main))
    ):
        return _Made(Act.SUM, _summed(main))
    if which:
        rest, bound = bounded(main)
        return _Made(Act.LIST, rest, bound)
    return _Made(Act.EACH, main)


_HAVE_TOGETHER = re.compile(
    r"(?:的|[,，])*(?:[两三四五六](?:家|个)(?:单位|机构|部门)?)?(?:共|共计)(?:拥|保|配)?有(?:多少|几)"
)
"""Of several bodies that are named before it: what they have together (两家共有几辆车)."""
_OF_TOTAL = re.compile(r"占[^,，占]{0,16}?(?:合计|总计|总和)(?:数|额)?的?(?=比重|比例|百分|份额|占比|几成|多少)")
"""What an amount is a part of, which is nothing that is added up."""
_PIECES = r"(?:辆|台|套|个|万元|亿元|元|钱)*(?:\([套台]\))?"
_ADDED = r"(?:全部|全都?|统统|一起|一并|都|累|通通)*(?:相加|加总|累加|加起来|合起来|之和|总和|加(?:到|在)一(?:起|块儿?)|合(?:到|在)一(?:起|块儿?))(?:起来|在一起)?"
_ADDED_UP = re.compile(
    rf"(?<=[\u4e00-\u9fff)]){_ADDED}(?:[,，]?(?:一共|总共|共|总计|合计)?(?:是|有|为|得|等于|要|花)*(?:多少|几){_PIECES})?$|(?<=设备)(?:合计|一共|总共|共计)(?:是|有|为)?(?:多少|几){_PIECES}$"
)
"""Words at the end of a question that add up what was named before them."""
_SO_MANY_OF = re.compile(
    rf"^(?:的|[,，]|[两三四五六](?:家|个)(?:单位|机构|部门)?)*(?:{_ADDED}|一共|总共|合计|共计|共)+[,，]?(?:共|总共|一共)?(?:拥|保|现|配)?有(?:多少|几)(?:辆|台|套)的?(?P<what>[^,，?？]{{1,12}}?)$"
)
_CARS_ALONE = re.compile(r"^(?:公|汽)?车(?:子)?$")


_CARS_ALL = re.compile(
    r"^[把将]?(?:(?:公|汽)?车(?:子)?(?:都|全部|全)+|车(?:子)?)(?=(?:合计|一共|总共|共|有|多少|几)|$)"
)


def _summed(main: str) -> str:
    """What is added up, without the words that add it up."""
    if (m := _SO_MANY_OF.match(main)) is not None:
        return _CARS_ALONE.sub("车辆", m["what"])
    return _CARS_ALL.sub("车辆", _ADDED_UP.sub("", main))


_ALIKE = re.compile(
    rf"(?:[两二三几]|哪些)(?:家|个|份)(?:{KINDS_OF_BODY})?(?:的)?[^,，]{{2,24}}?(?:数|额)?(?:正好|刚好|恰好|完全)?(?:一样|相同|相等|一致)(?!吗)|(?:一样|相同|相等)(?:多|大)?的(?:是|有)?(?:哪|谁|[两二三几](?:家|个单位))"
)
_ALIKE_WORDS = re.compile(
    r"(?<![\u4e00-\u9fff])有(?=的)|^有(?:没有)?|(?:总数|[台辆套]数|数目|数(?!据)|的?金额)?(?:正好|刚好|恰好|完全)?(?:一样|相同|相等|一致)(?:多|大)?的?|,?(?:是|有)?(?:哪|谁)[^,，]*|,?(?:都|各)?(?:是|有)?(?:多少|几)[辆台套家个]?.*$"
)
_COUNTS = re.compile(
    rf"(?:几|多少)(?:家|所|份)|(?:几|多少)个(?:{KINDS_OF_BODY})|(?:{KINDS_OF_BODY})(?:有|是)?(?:几|多少)(?:个|家|份)"
)
_DENIED = re.compile(r"没有?|不(?!含|包括|动产|同|足|平)|无(?!形|线)|未")
_NEITHER_ITEMS = re.compile(r"\|")


def _main(text: str) -> str:
    """The clauses that name what is asked of, without remarks, scenes, and those that only ask for the amounts."""
    text = re.sub(r"\(([^()]*)\)", lambda m: "" if _REMARK.search(m[1]) else m[0], text)
    clauses = [c for c in re.split(r"[?？。;；!！\n]|[,，](?![^()]*\))", text) if c.strip()]
    kept = [c for c in clauses if not (_VALUES.fullmatch(c) or _SCENE.fullmatch(c) or _REMARK.fullmatch(c))]
    if len(kept) > 1:
        kept = [c for c in kept if not _CONDITION.fullmatch(c)] or kept
    return ",".join(kept or clauses)


_UNREAD_AMOUNT = re.compile(
    r"[两二三四五]项(?:全|都|均|齐|一个不)|全都?有$|样样|齐全|亿|(?<!价值)(?<!单价)(?<![\d.])\d+(?:\.\d+)?(?:亿|万|元|辆|台|套|%|个百分点)(?!元以上)|均值"
)
"""An amount that is left where a condition is read as having any at all: it was not understood."""
