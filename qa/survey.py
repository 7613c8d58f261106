"""A question about many documents, read: what each of them is asked, and what is to be made of what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from extract.text import UNIT_YUAN
from qa.against_own import against_budget, furthest, held_against_budget, saved_against_nothing
from qa.asides import whole_totals, with_carryover_unread
from qa.bounds import NEGATED, SHARE_CLAIMED, Held, limits_in, share_claimed, within
from qa.idioms import plainly_worded
from qa.of_two import YEARS, against_another
from qa.plan import TOGETHER
from qa.reworded import against_average, change_asked, ends_asked, reworded


class Act(StrEnum):
    """What is made of the figures of many documents."""

    RANK = "rank"
    SUM = "sum"
    AVERAGE = "average"
    COUNT = "count"  # how many of them
    LIST = "list"  # which of them
    SPREAD = "spread"  # the first and the last, and how far they are apart
    GAP = "gap"  # by how much one is more than another
    TIMES = "times"  # how many times as much one is
    EACH = "each"  # side by side
    ALIKE = "alike"  # which have the same
    MEDIAN = "median"  # the one in the middle


@dataclass(frozen=True, slots=True)
class Bound:
    """Which documents count; `upto`: a second bound that must hold as well. `way`: none (zero, a blank or a dash), some (more than zero), or equal, over, least, under or
    most of `limit`, which is in 元 where `unit` is that, else in per cent or as counted (辆); AVERAGE: of what all have."""

    way: str
    limit: Decimal = Decimal(0)
    unit: str = ""
    upto: Bound | None = None

    def holds(self, amount: Decimal | None) -> bool:
        """Whether an amount counts; None is a cell that prints no number."""
        if self.way == "none":
            return not amount
        if amount is None:
            return False
        if self.upto is not None and not self.upto.holds(amount):
            return False
        if self.way == "equal":
            return amount == self.limit
        return amount > 0 if self.way == "some" else within(self.way, amount, self.limit)


AVERAGE = "平均"
"""The unit of a bound that is the average of all."""


@dataclass(frozen=True, slots=True)
class Survey:
    """`asked`: what each document is asked; of several all must hold. `ranks`: the places asked for, from 1; the first few
    where empty. `moved`: what is compared is a change, up or down. `said`: what somebody says the first is (多).
    `claim`: somebody says that all of them do (all), or so many at least (1). `named`: each document is named, so that what is not of one sort is held together all the same. `exists`: it asks whether there is one.
    `held`: how much somebody says that the first has more, or how many times as much. `ratio`: of two places of a ranking,
    how many times as much one is as the other. `words`: the question's own."""

    act: Act
    asked: tuple[str, ...]
    lowest: bool = False
    ranks: tuple[int, ...] = ()
    bound: Bound | None = None
    moved: str = ""
    said: str = ""
    named: bool = False
    claim: str = ""
    exists: bool = False
    held: Held | None = None
    ratio: bool = False
    words: str = ""


KINDS_OF_BODY = r"单位|部门|机构|研究所|研究院|中心|街道|幼儿园|学校|医院|所|院|局|馆|站|校|厅|委|文件|材料|决算|预算"
"""What a body that publishes a disclosure is called."""

_NUMERALS = "零一二三四五六七八九十"
_ANY = rf"(?:一|个|家|所|些|几个|几家|几所|一个|一家|一所|两家|两个|份)*(?:{KINDS_OF_BODY})?"
ALL = re.compile(
    rf"谁|哪(?:一|几|两|些|个)?(?:家|所|份)(?!企业|公司|供应商|银行|酒店)|哪(?:个|些|几个|一个)(?:{KINDS_OF_BODY})|(?:几|多少|两|三|四|五|六|七|八|九|十|\d+)(?:家|个|所|份)(?:[省市区县乡镇]级的?)?(?:{KINDS_OF_BODY})"
    rf"|(?:有|占|是)?(?:几|多少)(?:家|份)|(?:两|三|四|五|六|七|八|九|十|每|各|几|这几|那几|这些|那些)(?:家|份)|(?:{KINDS_OF_BODY})(?:里面?|中|当中)?(?:一共|总共)?(?:有|是)(?:几|多少)(?:个|家|份)|(?:列出|列一下|找出|挑出|说出|点出)[^,，?？]{{2,40}}的(?:{KINDS_OF_BODY})(?!预算|决算)|(?:最|倒?数?第[二三四五六两\d]+)[高多大低少小]的(?:{KINDS_OF_BODY})(?!支出|收入|预算|决算)|最[高多大低少小]的(?:那?一?家)?(?:和|与|跟|同|比|是|相当于)(?:最[高多大低少小]的|第[二三四五六七八九十]名)(?![^,，?？]*(?:科目|项目))|第[一二三四五六七八九]名(?:和|与|跟|同|比|到|至)第|(?:只看|只算)?(?:预算|决算)(?:单位|机构)(?:的|里|中)(?!预算|决算)|极差|的(?:单位|机构|部门)[,，](?:它们|这些|他们|这几家|那几家|其)?(?:单位)?的?[^,，]{{0,10}}?(?:平均|合计|一共|总共|加起来)|中[位间](?:数|值)|的(?:{KINDS_OF_BODY})(?:都|分别)?(?:有|是)(?:哪些|哪几|谁)|(?:各|所有|全部|这些|这批|那些|这几个|几个|每个|每家|凡是.{{1,12}})的?(?:家|个)?(?:{KINDS_OF_BODY})"
    r"|平均每|平均(?:是|为|多少|花|有)|至少(?:有)?(?:[一两二三四五六七八九]|\d+)(?:家|个(?:单位|部门|机构))|没有(?:任何|哪怕)?(?:一|哪)(?:家|个(?:单位|部门|机构))|(?:列出|排|取|看|给出|挑出)?前(?:\d+|[两二三四五六七八九十])(?:名|位|家)(?!科目|项目|支出)|which (?:of (?:these|those|the|them) )?(?:\w+ ){0,3}(?:institut\w+|organi[sz]ations?|bod(?:y|ies)|units?|agenc(?:y|ies)|departments?|documents?|disclosures?|reports?)|all (?:of )?(?:the )?(?:institut\w+|organi[sz]ations|bodies|units|departments)|how many (?:of (?:the|these|those) )?(?:\w+ )?(?:institut\w+|organi[sz]ations|bodies|units|departments|documents|disclosures|reports)|\bwho\b",
    re.IGNORECASE,
)
"""Words that ask of all documents, or of which."""

COMPARED = re.compile(
    r"比.{0,24}(?:多|少|高|低|大|小)(?:出|安排|花|用|拿|给)?(?:了|来)?(?:多少|几|吗|么|没有|$|[,，?？])|相?差(?:了|额|距|别)?(?:是|有)?(?:多少|几|多大)|(?:谁|哪(?:一)?个)(?:的)?.{0,24}(?:多|高|大|少|低|小)|(?:多|高|大|少|低|小)还是|(?:相当于|等于|抵得?上|顶|是|为|[只仅]有).{0,24}(?:几|多少)倍|(?:相当于|抵得?上|顶|[只仅][有为是]).{0,24}(?:百分之|几成)|[从由][高大多]到[低小少]|[从由][低小少]到[高大多]|的?平均(?:下来|起来|值|数|是|为|有|花|多少|安排)(?!每|工资)"
)
"""Words that hold the bodies named in a question against one another."""

_WHO = re.compile(
    rf"的(?:{KINDS_OF_BODY})(?:及其?|和|与)(?:各自的?)?(?:金额|数额|名称|名字|数字)|的?(?:{KINDS_OF_BODY})(?:一共|总共)?(?:有|是)(?:几|多少)(?:个|家|所|份)|(?:又|都)?(?:到底|究竟)?(?:是)?(?:谁家?|哪(?:一)?个(?=从|的|更|花|用|拿|安排)|哪{_ANY}(?:(?:或者?|和|及|、)(?:{KINDS_OF_BODY}))*(?:哪年)?|(?:有|一共有|总共有|占|这|那)?(?:几|多少)(?:家|份|个(?={KINDS_OF_BODY})|所)(?:{KINDS_OF_BODY})?|(?<!前)(?:各|所有|全部|这些|那些|这批|每|两|三|四|五|这两|这几|那几|那两|那)(?:一|几)?(?:个|家|份|所)?(?:{KINDS_OF_BODY})(?!长|数|总|书|支出|收入|单位)|(?<!前)(?:这|那)?(?:每|各|[两三四五六七八九])(?:家|份)|平均每?(?:家|个)?(?:{KINDS_OF_BODY})?)(?:里面?|当中|之中|中)?(?:的|家的)?"
)
_PLACE = rf"(?P<rank>\d+|[{_NUMERALS}两])"
_RANKED = re.compile(
    rf"(?:金额|规模|数量|数额|总额|比例|幅度)?(?:排|排名|排在|位列|位居|列)+(?:在)?(?:第{_PLACE}|前(?P<top>\d+|[{_NUMERALS}两])|老(?P<old>[大一二三四])|(?P<last>末位?|最后|倒数第一))(?:名|位)?(?:的)?"
    rf"|(?:排名?|排在|列)?倒数第(?:[{_NUMERALS}两]|\d+)(?:名|位|高|多|少|低)?(?:的)?|第(?P<bare>[{_NUMERALS}两]|\d+)(?:名|高|多|大|位|低|少|小)+(?:的)?|(?<!排)老(?P<elder>[二三四])(?=是|$|,)|(?P<foot>垫底|倒数第一|末位)(?:的)?|前(?P<few>\d+|[{_NUMERALS}两])(?:名|位|家)(?:的)?|(?:排|排名|排在)?(?:后|末|倒数|垫底的?|最后)(?P<tail>[{_NUMERALS[2:]}两])(?:名|位|家)(?:的)?"
    r"|(?:台数|辆数|台套数|数量|金额)?(?:得|的)?最(?:为)?(?:高|多|大|贵|低|少|小|重|轻|远|凶|舍得|厉害|狠|猛|快|慢|省|抠)(?:花钱|花)?(?:的)?(?!的?(?:不|没))|[从由][高大多]到[低小少]|[从由][低小少]到[高大多]|排(?:个)?(?:名|序|行|队)(?:榜)?|更(?:高|多|大|低|少|小|重)(?:的)?|(?:数量|金额|总额|数额)?(?<![多少])(?:多|大|高|少|低|小)(?:一?些|一?点|得多)?(?=$)"
)
_LOWEST = re.compile(
    r"最(?:为)?(?:低|少|小|省|抠|慢|轻)|垫底|倒数|[后末][二三四五六七八九十两](?:名|位|家)|末位|最后[一二三四五两](?:名|位|家)|排末|排最后|[从由][低小少]到|更(?:低|少|小)|第[一二三四五两\d]+(?:低|少|小)|(?:哪(?:一)?[家个]|谁)的?[^,，?？多高大]{0,10}[少低小](?:一?些|一?点)?(?=[?？,，]|$)"
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
    rf"的?(?:在|从|就)?(?:20\d\d年?(?:度)?(?:的)?)?(?:这|那|只看|只算)?(?:批|些|几|[一二两三四五六七八九十]|所有|全部|\d+)*(?:家|个|份|所)*(?:{KINDS_OF_BODY}|预算|决算|公开|报告|资料库|库|的)*(?:里面?|里头|中|当中|之中|之间|的话|来看)?"
)
_CONDITION = re.compile(rf"(?:凡是|只要|但凡).{{1,16}}的(?:{KINDS_OF_BODY})?")
_NONE = re.compile(
    r"(?:连)?(?:一分钱|一毛钱|一分|分文|半毛钱)(?P<a>.*?)(?:都|也)?(?:没有?|不)(?:有|花|安排|列|用|给)?(?:过|掉)?(?:的)?$"
    r"|(?P<b>.+?)(?:都|也|全)?(?:是|为|等于)?(?:零|0|空白|空的|空着)(?:的)?(?:元)?$|^(?:压根|根本|完全|都|也|全|一点|就)*(?:(?:没有|没|未|不)(?:打算|准备|计划|想|要)+|没有|没|未|不(?=安排|花|列|用|发生|编))(?:安排|花钱?|列|用|发生|编)?(?:过)?(?P<c>.+?)(?:(?<!预算)(?<!拨款)(?<!基金)支出|费用)?(?:的)?$|(?P<d>.+?)(?:都|也|全|上)?(?:没有|没花钱?|没安排|没列|没用|没买|没编)(?:过)?(?:的)?$"
)
_NEITHER = re.compile(r"(?:既|都)?(?:不|没有?)(?P<x>[^,]+?)[,]?(?:也|又)(?:不|没有?|没)(?:有)?(?P<y>[^,]+?)(?:的)?$")
_SOME = re.compile(
    r"^(?:都|还)?(?:真正|实际)?(?:写了?|给|对|有|花钱|花了钱|安排|列|用到|动用|靠|拿|收到|编|发生|budget)(?:了|过|着|有)*|(?:都)?(?:花|用|挣|拿|收|赚|留|列|安排|发生|编)+(?:了|过|到)*(?:钱)?(?:的)?$|(?:都)?(?:有)(?:数|钱|安排)?(?:的)?$"
)
_GAP = re.compile(
    r"(?:那个|那家|这家)?(?:(?<!占)比(?!重(?!点)|例)|较)(?:的|那家的?|那个的?)?(?P<and>.*?)(?:还要?|要|更|又)?(?:多|高|少|低|大|小)?(?:出|花|安排|用|拿|给|收)?(?:了|去)?(?:来)?(?:多少|几).*$|(?:那个|那家)?比(?:的)?(?:还要?|要|更)?(?P<way>多|高|少|低|大|小|同)(?:吗|么|吧|没有|不)?.*$"
    r"|(?:相|之间)*(?:差|相差|差距|差额|差别)(?:了|额|距|别)?(?:是|有)?(?:多少|多大|几).*$"
)
_TIMES = re.compile(
    r"(?:大概|大约|差不多|只|仅|才)?(?:相当于|等于|抵得?上|顶|是|为|达到?|(?<=[只仅])有)(?:了)?(?P<and>[^,，]*?)的?(?:(?:几|多少)倍|百分之(?:几|多少)|几成).*$"
)
_SPREAD = re.compile(r"(?:的)?最(?:高|多|大)的?(?:和|与|跟|同)最(?:低|少|小)的?.{0,6}差.*$")
_MOVED = re.compile(
    r"(?:跟|和|与|同|比|较|相比)(?:上一?年度?|去年|前一年|20\d\d年)(?:预算|决算)?(?:数)?(?:相?比(?:较)?)?|同比|环比|(?:降|跌|减|缩|涨|增|升)(?=得|幅)|(?:减少|增加|下降|增长|上升|降低|提高|缩水|上涨|下跌)(?:得|的|了)?(?=幅度|最|比例|[?？]|$)|增幅|降幅|涨幅|跌幅|增长率|下降率"
)
_MOVE_WORDS = re.compile(
    r"(?:跟|和|与|同|比|较|相比)(?:上一?年度?|去年|前一年|20\d\d年)(?:的)?(?:预算|决算)?(?:数)?(?:相?比(?:较)?)?(?:来说)?|同比|环比|(?:减少|增加|下降|增长|上升|降低|提高|缩水|上涨|下跌|降|跌|减|缩|涨|增|升|(?:多|少)(?=了(?:[?？,，]|$)))(?:得|的|了|幅度?|率|去)*|幅度(?:的)?|变化(?:率)?(?:的)?|变动(?:的)?"
)
_DOWN = re.compile(
    r"(?:上年|去年|上一年|20\d\d年)(?:预算|决算)?(?:数)?(?:相比)?少|减少|下降|降低|缩水|下跌|降|跌|缩|减得"
)
_PERCENT = re.compile(r"幅度|百分|%|增幅|降幅|涨幅|跌幅|增长率|下降率|比例")
_ON = re.compile(
    r"^(?:在|往|对)(?P<on>.+?)(?:上面?|这件事上?|方面|这一?块|那一?块|这一?项)+[,，]?(?:花钱?|用钱|投入|支出)?(?:花|用|投|给|安排)?(?:得|的|了)?$"
)
_UNITS = re.compile(
    r"(?:多少|几|哪)(辆|台|套|个项目|人|平方米|件)|(辆|台|套|人|面积)数|公车.{0,8}(?:最多|最少|一共|加起来)|(?<!购置)(?<!运行)车(?:辆)?(?:最多|最少|多|少)|最[多少]的车辆|(?<!购置)(?<!运行)车(?:辆)?比.{0,24}[多少]"
)


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
        return str(_number(m["least"])) if m["least"] else "1"
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
    text = whole_totals(text)
    text, held = against_another(YEARS.sub("", text))
    if held is not None:
        return replace(read_survey(text, which=which), held=held)
    text = _FOUND.sub(r"哪些单位\g<what>", text)
    text = reworded(plainly_worded(_BEFORE_WHO.sub("", text)))
    if (of_ends := _of_ends(text)) is not None:
        return of_ends
    if (own := against_budget(text)) is not None:
        act = Act.COUNT if own.count else Act.LIST
        return Survey(act, (own.asked,) if own.asked else (), bound=Bound(own.way, unit="元"))
    text = _with_share(_as_more(_asked_first(text)))
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
    main = _RANKED.sub("", made.main)
    lowest = made.lowest if made.lowest is not None else _LOWEST.search(text) is not None
    counted = bound is not None and bound.unit not in {"", "元", "%", "个百分点", AVERAGE}
    unit = f"多少{bound.unit}" if bound is not None and counted else _unit(f"{whole}|{text}")
    unread = bound is not None and bound.way == "some" and _UNREAD_AMOUNT.search(main) is not None
    unread = unread or (bound is not None and "都" in text and any("、" in item for item in main.split("|")))
    if unread or (bound is not None and _DENIED.search(re.sub(r"\([^()]*\)", "", main))):
        return Survey(made.act, (), lowest, _ranks(text), bound, moved, made.said)  # what is denied was not read
    items = []
    for item in _NEITHER_ITEMS.split(main) if bound is not None and bound.way in {"none", "some"} else [main]:
        told = _tidied(item)
        understood = bound is not None and bound.way != "some"
        if _THE_SAME.fullmatch(item) or (_BODIES_LEFT.search(told) and not understood):
            continue  # of the one before, or of what the bodies are called by
        told = _called(told)
        item = item if len(told) <= 1 and re.search(r"花|用|支", item) else told
        if len(item) > 1 or (item and unit):
            amount = re.search(r"[升降增减涨跌少多]了?多少(?!个?百分)", text) is not None
            percent = "百分比" if _PERCENT.search(text) and not amount else "多少"
            items.append(f"{item}比上年增减{percent}" if moved else f"{item}{unit or _counted_as(item)}")
    if bound == Bound("some") and not moved and items and all(_LESS_THAN.search(item) for item in items):
        bound = Bound("under")  # of what is less than another the difference is below zero
    return Survey(made.act, tuple(items), lowest, _ranks(text), bound, moved, made.said, claim=claim)


_TWO_ENDS = re.compile(
    r"^(?P<item>[^,，?？]{2,40}?)最(?P<way>[高多大低少小])的(?:两|2)(?:家|个(?:单位|部门|机构))(?:单位)?(?:之间)?(?:的)?(?:相)?差"
)
_FAR_APART = re.compile(r"(?:的)?(?:之间)?(?:相差|差距|差额|差异|悬殊|差别|差)$")
"""The first two of a ranking, or the last two, and how far they are apart."""


def _of_ends(text: str) -> Survey | None:
    """What is read where changes are told side by side, or two places of a ranking are held apart; None elsewhere."""
    if with_carryover_unread(text):
        return Survey(Act.EACH, ())
    if change := change_asked(text):
        return Survey(Act.EACH, (change,))
    if (two := _TWO_ENDS.match(text)) is not None:
        item = _tidied(_WHO.sub("", two["item"]))
        if (far := _FAR_APART.search(item)) is not None:  # 相差最大的两家: the first and the last
            item = item[: far.start()]
            asked = (f"{_called(item)}{_counted_as(item)}",) if two["way"] in "高多大" and len(item) > 1 else ()
            return Survey(Act.SPREAD, asked)
        first_two = (1, 2) if two["way"] in "高多大" else (-2, -1)
        return Survey(Act.SPREAD, (f"{_called(item)}{_counted_as(item)}",), ranks=first_two)
    if (ends := ends_asked(text)) is None:
        return None
    item = _tidied(_WHO.sub("", ends.item))
    unit = _unit(f"{item}|{text}") or _counted_as(item)
    places = () if (ends.first, ends.last) == (1, -1) else (ends.first, ends.last)
    return Survey(Act.SPREAD, (f"{_called(item)}{unit}",) if item else (), ranks=places, ratio=ends.ratio)


def _of_its_own(text: str) -> Survey | None:
    """What is read where it is asked whether there is one, who rose and who fell, or what is nearest; None elsewhere."""
    if (asked := _EXISTS.match(text)) is not None:  # 有没有哪家单位…: is there one, and which
        found = read_survey(f"哪些单位{text[asked.end() :]}")
        return replace(found, claim="1", exists=True) if found.act in {Act.LIST, Act.COUNT} else found
    if (both := _BOTH_WAYS.search(text)) is not None:  # who rose, who fell
        item = _tidied(_MOVE_WORDS.sub("", _WHO.sub("", text[: both.start()])))
        return Survey(Act.EACH, (f"{item}比上年增减多少",) if len(item) > 1 else ())
    if re.search(r"最(?:接近|靠近|相近)|(?:最|更)?接近于?\d", text):
        return Survey(Act.RANK, ())  # nearest to an amount is not read
    if _THAN_SUM.search(text) is not None:
        return Survey(Act.GAP, ())  # nor is one held against the sum of others
    if (far := furthest(text)) is not None:
        return Survey(Act.RANK, (far.asked,), far.least, _ranks(text), moved="down" if far.less else "up")
    if saved_against_nothing(text) or held_against_budget(text):
        return Survey(Act.RANK, ())
    return None


_THE_SAME = re.compile(
    r"(?:(?:另外|另)(?:那)?一?(?:家|个)(?:的)?)?(?:这|该|那)(?:一)?项(?:的)?(?:实际)?(?:支出|花费|花了?|金额|数)?(?:是|有)?(?:多少)?"
)
"""Words for the item of the question before."""
_BEFORE_WHO = re.compile(
    r"^(?:[和与跟同及、,，]|以及)+(?:(?:相比|比起来|比较(?:一下)?|比一比|对比)[,，])?(?:[两二三四]家(?:里面?|中)?[,，]?)?(?=哪|谁)"
)
"""What is left of the names of bodies before the question who of them it is."""
_FOUND = re.compile(
    r"^(?:请|帮我|麻烦|能不能|能否|给我)*(?:找出|列出|挑出|列一下|说出|点出|筛出|筛选出|列举|查出|找一下|查一下)(?:来)?(?:库里|库中)?(?:所有|全部|那些|都有哪些)?(?P<what>(?:没有?|未|有|列了|安排了)[^,，?？]{2,40}?(?:[、,，]也(?:没有?|未)[^,，?？]{2,20}?)?)的(?:单位|部门|机构)(?:名称|名单)?[?？。]*$"
)
"""Words that want the bodies of which a condition holds listed."""
_THIS_SPENDING = re.compile(r"(?:安排)?(?:过)?(?:这|该)(?:一)?(?:项|类|笔)(?:支出|钱)")
_BODIES_LEFT = re.compile(r"的(?:单位|部门|机构)$")
"""What is left of words for bodies where a condition was not understood."""
_EQUIPMENT = re.compile(
    r"(?:(?:单价|单位价值|价值)?(?:在)?(?:100|一百|百)万元?(?:\(含\))?以上的?)?(?:大型|贵重)?设备(?:的)?(?:总数|数量|台套?数|总量|数)?"
)
"""What disclosures count of equipment is what costs a million or more a piece (国有资产占有使用情况)."""
_LESS_THAN = re.compile(r"比[^,，]+[少低小]$")
_THAN_SUM = re.compile(
    r"(?:比|超过|高于|低于|大于|小于|多于|少于)(?:的|和|与|跟|及|、|两家|三家|另外|其他|其余)*(?:的[^,，]{2,12}?)?(?:之和|加起来|合计|总和|加在一起|加一起)|(?<!收入)(?<!支出)(?<!采购)(?<!经费)(?:合计|加起来|加在一起|一共|总共|之和|总和)(?:还)?(?:比|超过|高于|低于)(?![上去]年|\d)"
)
_OWNED = re.compile(r"^(?:拥有|持有|配备了?|配有|名下的?|保有)的?(?=车|.*设备)")
_VEHICLES = re.compile(r"(?:共有|现有|保有)?(?:的)?(?:公务)?(?:车辆|公车|汽车)(?:的)?(?:总数|数量|保有量|数)?")


def _called(item: str) -> str:
    """An item as disclosures have it, where they count it."""
    item = _OWNED.sub("", item)
    if item == "车":
        return "车辆"
    return "单价100万元以上设备" if _EQUIPMENT.fullmatch(item) else item


def _counted_as(item: str) -> str:
    """What makes the question of one document one for a count, where the item is what is counted: 多少辆."""
    return "多少辆" if _VEHICLES.fullmatch(item) else ""


_BOTH_WAYS = re.compile(
    r"[,，]?(?:跟|和|与|同|比|较)?(?:上年|去年|上一年)?(?:相?比)?[,，]?(?:分别|各)?(?:是)?(?:哪[家个]|谁)?(?:涨|增加?|升|上涨|增长)(?:了)?(?:[、,，和]|还是)?(?:哪[家个]|谁)?(?:降|减少?|跌|下降|下跌)"
)
_MORE_THAN = re.compile(
    r"(?P<a>(?:(?!哪|的单位|单位)[^,，比])+?)(?:(?P<over>大于|高于|超过|多于)|小于|低于|少于)了?(?P<b>(?!上年|去年|上一年|平均|全部|所有|一半)(?!\d|[一二两三四五六七八九十百千])[\u4e00-\u9fff()]{2,}?)的(?=单位|机构|部门|有|是|$)"
)
_NOT_INCLUDED = re.compile(r"(\d[\d.,]*(?:亿元|万元|元|辆|台|套|%|人))(?:以上)\(不含[^()]*\)")


_ASKED_LAST = re.compile(
    rf"^(?P<lead>(?:按照?|看|从|以|根据|只看)[^,，?？哪谁]{{2,16}}[,，])?(?P<what>[^,，?？]{{2,}}?)的(?:{KINDS_OF_BODY})(?:一共|总共|都|分别)?(?:有|是)(?P<which>哪些|哪几[家个]|哪[家个]|谁|[几多]少?[家个])(?=[?？,，]|$)"
)


def _asked_first(text: str) -> str:
    """其他用车为0的单位有哪些, in the order of words that is read: 哪些单位其他用车为0."""
    text = re.sub(rf"(最[高多大少低小]的)(?:{KINDS_OF_BODY})(?=[?？。]?$)", r"\1是哪家", text)
    m = _ASKED_LAST.match(text)
    if m is None or re.search(r"哪|谁|几家", m["what"]):
        return text
    which = "哪个" if m["which"] in {"哪家", "哪个", "谁"} else "几家" if m["which"][0] in "几多" else "哪些"
    return f"{m['lead'] or ''}{which}单位{m['what']}{text[m.end() :]}"


def _as_more(text: str) -> str:
    """A question with what is more than what in the words that comparisons have (甲比乙多的), and bounds that leave out
    their own number as such."""
    text = re.sub(
        r"[,，。?？]?(?:请|并)*(?:逐一|一一|逐个|全部)?(?:列|写|说|报)(?:出|举)(?:来|一下|名字|名称)*[。.]?$", "", text
    )
    text = re.sub(
        r"(?P<who>哪[些几]?[个家]?单位)?(?P<x>[^,，的哪]{2,}?)(?:连)?一分钱(?:都|也)?没(?:有)?(?:有|花|安排|列|用)?(?:的|(?=[?？]?$))",
        r"\g<who>没有\g<x>的",
        text,
    )
    text = re.sub(
        r"一分钱(?:的)?(?P<x>[^,，的都]{2,12}?)(?:都|也)没(?:有)?的呢?(?=[?？]?$)", r"哪些单位没有\g<x>", text
    )
    text = re.sub(r"^[^,，]{0,8}比一比[,，]|(?<=[额费出入数计])(?:相)?比一比(?=[,，])", "", text)
    text = re.sub(r"(?<=空白)[、,，](?:没有|未)(?:安排|填|列)[^,，?？]{0,3}", "", text)
    text = re.sub(r"名下的?(?=车)|(?<=车)全部(?=加)", "", text)
    text = _NOT_INCLUDED.sub(r"超过\1", text)
    text = re.sub(r"(?<!没)(?<!没有)(?<!未)超(?:出|过)?了?(?:年初)?预算(?=的)", "决算比预算多", text)
    text = re.sub(r"(?:决算)?(?:低于|少于|小于)(?:年初)?预算(?:数)?(?:的|(?=[?？]?$))", "预算比决算多的", text)
    text = re.sub(r"决算(?:数)?(?:大于|高于|超过|多于)(?:年初)?预算(?:数)?(?:的|(?=[?？]?$))", "决算比预算多的", text)
    text = re.sub(
        r"(?P<who>哪(?:些|几?[家个])(?:单位|机构|部门)?|谁)(?:的)?(?P<a>[^,，比]{2,}?)比(?P<b>(?!上年|去年|上一年|预算|20|平均)[^,，比\d]{2,}?)(?:还要?|要|更)?(?P<way>多|少|高|低|大|小)(?=[?？]?$)",
        r"\g<who>\g<a>比\g<b>\g<way>的",
        text,
    )
    return _MORE_THAN.sub(lambda m: f"{m['a']}比{m['b']}{'多' if m['over'] else '少'}的", text)


_MOST_OF = re.compile(
    r"(?P<part>一半|半数|[一二三四五六七八九]成半?|\d+(?:\.\d+)?%)(?P<tail>以上|以下)的(?P<whole>[\u4e00-\u9fff]{2,8}?)(?:都|全)?(?:是|用于|用在|花在|来自|靠)(?P<x>[\u4e00-\u9fff]{2,12})"
)
_EXISTS = re.compile(
    rf"^(?:这些|所有|全部|各|[一二两三四五六七八九十\d]+家)?(?:{KINDS_OF_BODY})?(?:里面?|中|当中)?(?:有没有|有无|是否有)(?:哪|任何|什么)?(?:一)?(?:些|家|个)?(?:(?:{KINDS_OF_BODY})|(?<=家)(?=的|没|有|超|不|高|低))"
)
_SHARE_WORDS = re.compile(r"(?:的?(?:比重(?!点)|比例|份额))?(?:是否|是不是)?(?:能|会)?(?:在|有|达)?$")


def _with_share(text: str) -> str:
    """A question with a share that figures are held against in words for a share and a bound (在总支出里占一半以上)."""
    text = _MOST_OF.sub(lambda m: f"{m['x']}占{m['whole']}{m['part']}{m['tail']}", text)
    m, told = SHARE_CLAIMED.search(text), share_claimed(text)
    if m is None or told is None or not told[1]:
        return text
    before, whole = text[: m.start()], _SHARE_WORDS.sub("", m["whole"])
    if not whole and (within_it := re.search(r"[在于](?P<whole>[^,，]{2,12}?)(?:里面?|当中|中)$", before)) is not None:
        before, whole = before[: within_it.start()], within_it["whole"]
    way = {"以上": "在{}%以上", "以下": "在{}%以下"}.get(m["tail"] or "") or (
        "达到{}%" if m["way"] == "达到" else "超过{}%" if told[1] == "over" else "低于{}%"
    )
    share = f"占{whole}的比重" if whole else "占比"
    return f"{before}{share}{way.format(told[0])}{text[m.end() :]}"


_SHARED = re.compile(r"占比|比重(?!点)|份额|占.{1,16}(?:比例|百分|几成|多少)|执行率|完成率|执行比例")


def _moved(text: str, claim: str) -> str:
    """Whether changes are compared, up or down; empty where amounts are."""
    if _SHARED.search(text) or not _MOVED.search(text):
        return ""
    if not (claim or _RANKED.search(text) or re.search(r"[几哪]|多少家|谁", text)):
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
    ranked = _RANKED.search(text) is not None or ((which or "还是" in main) and _RANKED.search(main) is not None)
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
        rest, bound = _bounded(main)
        return _Made(Act.COUNT if claim or count else Act.LIST, rest, bound)
    if ranked:
        return _Made(Act.RANK, _RANKED.sub("", main))
    if "平均" in text:
        return _Made(Act.AVERAGE, re.sub(r"的?平均(?:下来|起来|值|数|水平|每家|每个)*(?:是|为|有|花)?", "", main))
    if (m := _TIMES.search(main)) is not None and not _SHARED.search(text):
        return _Made(Act.TIMES, main[: m.start()] + ("," + m["and"] if m["and"] else ""))
    if (m := _GAP.search(main)) is not None:
        other = re.sub(r"^20\d\d年?(?:度)?的?$", "", m["and"] or "")
        lowest = re.search(r"(?:少|低|小)(?:了|出)?(?:多少|几|吗)", text) is not None
        return _Made(Act.GAP, main[: m.start()] + (f",{other}" if other else ""), None, m["way"] or "", lowest)
    if (
        TOGETHER.search(main)
        or re.search(r"[,，](?:合计|一共|总共)(?:是|有)?多少", text)
        or (_WHO.search(text) is not None and re.search(r"总(?:数|量)(?:是|有|为|共|$)", main))
    ):
        return _Made(Act.SUM, main)
    if which:
        rest, bound = _bounded(main)
        return _Made(Act.LIST, rest, bound)
    return _Made(Act.EACH, main)


_ALIKE = re.compile(
    rf"(?:[两二三几]|哪些)(?:家|个|份)(?:{KINDS_OF_BODY})?(?:的)?[^,，]{{2,24}}?(?:数|额)?(?:正好|刚好|恰好|完全)?(?:一样|相同|相等|一致)(?!吗)|(?:一样|相同|相等)(?:多|大)?的(?:是|有)?(?:哪|谁)"
)
_ALIKE_WORDS = re.compile(
    r"(?<![\u4e00-\u9fff])有(?=的)|^有|(?:数|额)?(?:正好|刚好|恰好|完全)?(?:一样|相同|相等|一致)(?:多|大)?的?|,?(?:是|有)?(?:哪|谁)[^,，]*|,?(?:都|各)?(?:是|有)?(?:多少|几)[辆台套家个]?.*$"
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


def _bounded(main: str) -> tuple[str, Bound]:
    """The item of a condition, and the condition."""
    main = re.sub(r"(?<=的)(?:有|是)$", "", main)
    filled = _FILLED.sub("", main)
    if filled != main:
        return _SOME.sub("", filled), Bound("some")
    if (m := _EXACTLY.search(main)) is not None:
        scale = UNIT_YUAN.get(m["unit"], Decimal(1))
        unit = "元" if m["unit"] in UNIT_YUAN else m["unit"]
        return main[: m.start()] + main[m.end() :], Bound("equal", Decimal(m["number"]) * scale, unit)
    if (of_average := against_average(main)) is not None:
        return of_average[0], Bound(of_average[1], unit=AVERAGE)
    if (limits := limits_in(main)) is not None:
        (way, limit), *also = limits.tests
        upto = Bound(also[0][0], also[0][1], "元") if also else None
        return limits.without(main), Bound(way, limit, "元", upto)
    if (m := _BELOW_ZERO.search(main)) is not None:
        return main[: m.start()] + main[m.end() :], Bound("under", Decimal(0), "元")
    if (m := _PLAIN_BOUND.search(main)) is not None:
        way = (
            "most"
            if m["way"][0] in "不没未" and m["way"] not in _BELOW | _LEAST
            else "under"
            if m["way"] in _BELOW
            else "least"
            if m["way"] in _LEAST
            else "over"
        )
        way = {"以上": "least", "以下": "most", "以内": "most"}.get(m["tail"] or "", way)
        return main[: m.start()] + main[m.end() :], Bound(way, Decimal(m["number"]), m["unit"])
    if (m := _NEITHER.search(main)) is not None:
        x = m["x"].strip("、,，")
        spent = _THIS_SPENDING.fullmatch(m["y"]) is not None and x.endswith("收入")
        return f"{main[: m.start()]}{x}|{x[:-2] + '支出' if spent else m['y']}", Bound("none")
    if (m := _NONE.search(main)) is not None:
        return next(v for v in (m["a"], m["b"], m["c"], m["d"]) if v is not None), Bound("none")
    return _SOME.sub("", main), Bound("some")


_BELOW_ZERO = re.compile(r"(?:为|是|出现)+负(?:数|值)?的?(?:单位|部门|机构)?有?$")
_FILLED = re.compile(r"[,、]?(?:数|格|金额)?(?:不是|不为)(?:空的?|空白|零|0)(?:的)?")
_EXACTLY = re.compile(
    r"(?:恰好|正好|刚好|恰恰|等于)(?:有|是|为|等于)?(?P<number>\d+(?:\.\d+)?)(?P<unit>亿元|万元|元|辆|台|套|%|人)(?:\([套台]\))?(?![多以左上])(?:的)?"
)
_UNREAD_AMOUNT = re.compile(
    r"[两二三四五]项(?:全|都|均|齐|一个不)|全都?有$|样样|齐全|(?<!价值)(?<!单价)(?<![\d.])\d+(?:\.\d+)?(?:亿|万|元|辆|台|套|%|个百分点)(?!元以上)|均值"
)
"""An amount that is left where a condition is read as having any at all: it was not understood."""
_BELOW = frozenset(("不到", "低于", "少于", "小于", "不足", "没到"))
_LEAST = frozenset(("达到", "不少于", "不低于", "至少"))
_PLAIN_BOUND = re.compile(
    r"(?P<way>(?:不|没有?|未)(?:超过了?|多于|高于|大于)|超过了?|多于|高于|大于|达到|不少于|不低于|至少|不到|低于|少于|小于|不足|没到|在)(?:有)?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|辆|台|套|个百分点|人)(?:\([套台]\))?(?P<tail>以上|以下|以内)?(?:\(含[^()]*\))?(?:的)?"
)


_SO_MANY_FIRST = re.compile(
    rf"最(?:高|多|大|低|少|小)的(?:前)?(?P<few>[{_NUMERALS[1:]}两]|\d)(?:家|个(?:{KINDS_OF_BODY}))|哪(?P<of>[二三四五六七八九两])(?:家|个(?:{KINDS_OF_BODY}))(?:的)?[^,，?？]*最(?:高|多|大|低|少|小)"
)
_FROM_TO = re.compile(rf"第([{_NUMERALS}两]|\d+)(?:名|位)?[到至](?:第)?([{_NUMERALS}两]|\d+)(?:名|位)?")
_IN_ORDER = re.compile(
    r"从[高大多]到[低小少]|从[低小少]到[高大多]|由[高大多]到[低小少]|由[低小少]到[高大多]|排(?:个)?(?:序|队)"
)
_FROM_TO = re.compile(rf"第([{_NUMERALS}两]|\d+)(?:名|位)?[到至](?:第)?([{_NUMERALS}两]|\d+)(?:名|位)?")
_FURTHEST = 1000  # place that is looked at
_ALL_PLACES = 24  # of a list in order


def _ranks(text: str) -> tuple[int, ...]:
    """The places that a question asks for: 第二名, 排老三; 前三名 are the first, second and third."""
    found: list[int] = []
    if re.search(r"^(?:那么?)?(?:另外|另)(?:那)?一?(?:家|个)", text):
        return (2,)
    for m in re.finditer(rf"倒数第([{_NUMERALS}两]|\d+)", text):
        return (_number(m[1]),)
    for m in _RANKED.finditer(text):
        one = m["rank"] or m["bare"] or m["old"] or m["elder"]
        few = m["top"] or m["few"] or m["tail"]
        if one:
            found.append(_number(one))
        elif few:
            found += range(1, min(_number(few), _FURTHEST) + 1)
    for m in re.finditer(rf"第([{_NUMERALS}两]|\d+)(?:名|位)?(?:呢|又?是(?:谁|哪)|$)", text):
        found.append(_number(m[1]))
    if (span := _FROM_TO.search(text)) is not None:
        return tuple(range(_number(span[1]), min(_number(span[2]), _FURTHEST) + 1))
    first_few = _SO_MANY_FIRST.search(text)
    if not found and first_few is not None:
        found += range(1, _number(first_few["few"] or first_few["of"]) + 1)
    if not found and _IN_ORDER.search(text) is not None:
        found += range(1, _ALL_PLACES + 1)
    if re.search(r"最(?:高|多|大|贵|低|少|小|舍得)", text) and found and 1 not in found:
        found.insert(0, 1)
    return tuple(dict.fromkeys(n for n in found if n > 0))


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return {"两": 2, "大": 1}.get(written) or _NUMERALS.index(written)


def _unit(text: str) -> str:
    """What makes the question of one document one for a count: 多少辆."""
    m = _UNITS.search(text)
    if m is None:
        return ""
    unit = m[1] or m[2] or "辆"
    return "" if unit == "面积" else f"多少{unit}"


def _tidied(item: str) -> str:
    """An item's words without what held them to the rest of the question."""
    item = before = re.sub(r"\(或[^()]*\)", "", item).strip(",， ")
    while (shorter := _TAIL.sub("", _HEAD.sub("", _WITHIN.sub("", item)))) != item:
        item = shorter
    if (m := _ON.match(item)) is not None:
        item = m["on"]
    if (m := _PART_IN.match(item)) is not None:
        item = f"{m['part']}占{m['whole']}的比重"
    if re.search(r"占得?(?:$|[,，]占?百分之几$)", before):
        item += "占比"
    return item.strip(",， 的")


_PART_IN = re.compile(r"(?P<whole>[^,，占]+?)里面?[,，](?P<part>[^,，占]+?)的?(?:比重(?!点)|占比|比例)$")
_HEAD = re.compile(
    r"^(?:(?:请|帮我)?(?:按照?|根据)|的?(?:单位|部门|机构|文件)(?:里面?|中|当中|之中)(?=[\u4e00-\u9fff])|[,，、的和与跟同把从靠按]|(?:请|帮我|麻烦|给我)*(?:列出|列一下|找出|挑出|说出|点出)|全?库里?面?|这(?=[,，])|比[,，]|以及|那么?(?![^,，]*上)|[都也]?有个|(?:家|份)的?|当年|加起来[,，]?|两年的?|用在"
    r"|在(?!职|编|岗|建|校|读|用|账)(?![^,，]*[上块面项])|年(?=给)|(?:另外|另)(?:那)?一?(?:家|个).*|(?:倒数)?第[一二三四五两\d]+(?:名|位|家)?呢?$)"
)
_TAIL = re.compile(
    r"(?:(?:并|请)?(?:列出|排出|给出)?(?:来)?(?:及其?|和|与)(?:各自的?)?(?:金额|数额|名字|名称)|(?:并|请)?(?:列出|排出|给出)来?|[,，]?(?:全|整个)库里?|(?:(?:分别)?、?各(?:自|家)?|分别(?=有多少|是多少))(?:是|有)?(?:多少[台辆套]?(?:套|台)?)?|分别|[,，][^,，]{0,4}(?:那个|那家)|(?:当年)?(?:一共|总共|合计|加起来|加一起|合起来|加总)+(?:是|有|要|花|多少|几|了|钱|辆|台|套|个|万|元)*|[,，]?占?百分之几|这笔(?:进账|钱|收入)?|占得?|当年"
    r"|[,，]?(?:全部|一共)?算下来(?:掏|花|出)?|(?:花|拿|掏|交|留|安排|准备)(?:出去|掉|了)*钱?|是?(?:多|高|大|少|低|小)?还是|是不是|是否|[是有]?多少钱?|是|有|吗|呢|的|了|得|要|花得|花钱|花的|用得|投入得?|、)$"
)
_WITHIN = re.compile(
    r"花了?钱?(?=买)|(?<=买)了|手里的?(?=车)|^[^,，]{2,10}的那(?:一)?(?:笔|块|部分)(?=[\u4e00-\u9fff]{2})"
)
