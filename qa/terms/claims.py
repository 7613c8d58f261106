"""What somebody claims, read: 公务接待费是3万元，对吗; 水费和电费都不到60万元吧.

A claim is taken apart into what it says of each thing; each part is asked as a question of its own (公务接待费是多少), so that
sums, shares, multiples, counts and changes are answered as they always are; each part must hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from qa.terms.claim_parts import MOVES, UP, Claim, Part
from qa.words.bounds import HELD, Held, held_in
from qa.words.operations import YEAR_BEFORE
from qa.words.plan import TOGETHER, hidden, shown

_TAIL = re.compile(
    r"[,，]?(?:这|那)?(?:个|种)?(?:数|数字|说法|话|是)?(?:是)?(?:真|正确|准确|属实|没错|对|这样)*的?(?:对不对|吗|么|吧|不对|是不是)$"
)
_WHETHER = re.compile(r"是不是|是否|难道|有没有(?=超|达|占|到|突破|[高低大小多少]于|不)")
_ASKS = re.compile(
    r"哪|谁|多少|(?<!好)几(?!乎)|怎|什么|还是|[高多大]不[高多大]|分值|(?:只有|仅)(?![约近不\d]|(?:年初|全年)?预算的)|唯一|任何|每个|平均(?!得?分)"
)
"""Words that ask for more than yes or no, or say something of all that there is."""
_OF_EVERY_ROW = re.compile(
    r"(?:各[项类款]|每一?[项类款]|所有(?:科目|支出类?))(?:科目|支出)?(?=全?都|均|超|不|低|高|在)"
)
_NO_CLAIM = re.compile(
    r"20\d\d年(?:度|初|末|底)?|(?:单位价值|单价|价值)?\d+万元?(?:\(含\))?(?:以上|以下)(?=的?(?:通用|专用|大型|大件|大)?(?:设备|家伙))|(?:单位价值|单价|价值)(?:在|达)?\d+万元?(?:\(含\))?(?:以上|以下)?|第\d+|\d{3,7}(?=类|款|项|科目|[\u4e00-\u9fff]{2})(?!多|余|万|亿|元|个|家|人|台|辆|平|篇|份|项(?!目))|(?<!\d)\d{1,2}(?:月|日)|前\d+|[一二两三四五六七八九十]+(?=级|项经费)|第[一二三四]"
)
"""Numbers that claim nothing: years, bounds that things are called by, codes, places."""
_CUT = re.compile(r"[,，;；](?!\d{3})(?![^()]*\))")
_LEAD = re.compile(r"^(?:而且?|并且?|同时|另外|还|又|也|但是?|和|与|及|以及|其中的?(?=占|[增减]))+")
_LEANS = re.compile(
    rf"^(?:今年|去年|上年|当年|本年|现在|如今|占|同比|比(?:上年|去年|20)|(?:约|大约|实际)?(?:{MOVES})|决算|预算(?!单位)|实际)"
)
_TOPIC = re.compile(
    rf"(?:(?:比|较|与|和|同)(?:上一?年|去年|20\d\d年)(?:度)?(?:预算|决算|执行)?(?:数)?(?:相?比)?)?(?:{MOVES})?了?$|(?:今年|去年|上年|20\d\d年)(?:就|才)?(?:是|为|有)?$|(?:是|为|有|共|达)+$"
)
_EACH = re.compile(
    r"^(?P<items>[^占比]+?)(?:全都|都|均|各自?|分别)(?P<rest>(?!种|类|级|项|市|区|县|单位|部门)[^,，]*)$"
)
_EVERY_PROJECT = re.compile(r"^(?:这|那)?(?:[两二三四五]个|各个?|每个|所有|全部)(?:的)?项目")
_JOIN = re.compile(r"、|以及|还有|加上|和|与|及|跟|同")
_SHARE = re.compile(r"^(?P<part>.*?)(?:大约|大概|约|只|仅)?占(?:了|到|比)?(?P<whole>[^,，占]{0,16}?)的?$")
_MADE_OF = re.compile(
    r"^(?P<a>[^,，]{2,}?)(?:中|里面?|当中)?[,，]?(?:(?P<all>全部都?|全都|都|全额?)|大部分都?|大多数?都?|绝大部分|多数|多半|主要都?)(?:是)?(?:是|由|来自|来源于|靠|用于|为|用在|花在|投在|投向|安排给|安排到|拨给|投给|给|属于|归在|归入|归|算|以|列在|列成|列为|列入|安排成|安排为)(?:20\d\d年(?:度)?的?)?(?P<b>[\u4e00-\u9fff\ue000-\uf8ff()]{2,16}?)(?:(?:这|那)一?(?:类|项|块|款|个科目)(?:里|下|上|中)?)?(?:安排|负担|承担|为主|(?:下|上)面?)?(?:的)?了?$"
)
_ALL_CARS = re.compile(
    r"^(?:这|本|我)?(?:个|家)?(?:单位|部门|所里?|局里?)?(?:名下|手里|现在)?(?:现有|有|所有|全部)?的?(?:公务用?|公)?(?:车|车辆)$"
)
_HALF_IS = re.compile(
    r"^(?P<a>[^,，]{2,}?)(?:中|里面?|当中)?[,，]?(?:有|的)?(?:一半以上|超过一半|过半|半数以上|一多半|一大半)(?:的(?:钱|资金|支出))?(?:都)?(?:是|来自|用于|用在|花在|属于)(?P<b>[\u4e00-\u9fff\ue000-\uf8ff()]{2,16}?)(?:上面?|方面)?的?$"
)
_IS_ALL = re.compile(
    r"^(?P<a>[^,，]{2,}?)(?:中|里面?|当中)[,，]?(?P<b>[\u4e00-\u9fff\ue000-\uf8ff()]{2,16}?)(?:就)?占了?(?P<all>全部|百分之百|100%)(?:了)?$"
)
_OF_BUDGET = re.compile(
    r"^(?P<part>[^,，占不超达相]{2,}?)(?:的)?(?:实际支出|实际|决算数?|支出决算)?(?:是|只|仅|才)*(?:完成|执行|花掉|用掉|花了|用了)?了?(?P<way>不到|不足|超过了?|达到了?|占|相当于|不超过)?(?:了)?(?:年初|全年)?预算数?的$"
)
"""Before a percentage of what was budgeted: it is asked of what was carried out."""
_KIND_OF_MONEY = re.compile(
    r"(?P<fiscal>财政(?:拨款|资金)?(?:资金|收入)?)|一般公共预算(?:财政)?(?:拨款|资金)*|政府性基金(?:预算)?(?:资金)?"
)
_OF_WHOLE = re.compile(
    r"^(?P<part>.+?)(?:没有?)?(?P<way>不超过|不到|不足|超过了?|低于|高于|达到了?|约为?|接近|将近)(?P<whole>[\u4e00-\u9fff\ue000-\uf8ff()、]{2,18}?)的$"
)
_IS_PART = re.compile(r"^(?P<part>.+?)(?:是|为|相当于|等于)(?P<whole>[\u4e00-\u9fff\ue000-\uf8ff()、]{2,18}?)的$")
_FROM = re.compile(
    rf"^(?P<item>.+?)(?:从|由)(?P<a>[^从由]*?\d[^从由]*?)(?:一路)?(?P<verb>{MOVES}|变)(?:[加少长低高]?)(?:到|至|为|成)了?(?P<b>.+)$"
)
_DENIED = re.compile(r"没有?|不是|并非|未|不(?!含|包括|同|动产)")
_SAID_TO_MOVE = re.compile(
    rf"(?:{MOVES})了?$|比(?!上年|去年|20)[\u4e00-\u9fff()、]+(?:多|少|高|低|大|小)$|持平$|(?:超过|高于|低于|大于|小于)了?[\u4e00-\u9fff()]{{2,}}$"
)
_SAVED = re.compile(r"^(?P<item>[^比]+?)(?:少花|节约|节省|少支出|省)(?:下来)?了?$")
_RATE = re.compile(r"(?<!上年)的?(?:(?P<up>增幅|涨幅|增速|增长率|增长幅度)|降幅|跌幅|下降率|下降幅度)$")
_BEYOND = re.compile(
    r"^(?P<a>[^比]{2,}?)(?:(?P<over>超过|高于|多于|大于|超出)|低于|小于|少于)(?P<b>[\u4e00-\u9fff()]{2,})$"
)
_ENDS_MOVING = re.compile(rf"(?:{MOVES})了?$")
_NO_MOVE = re.compile(rf"(?:并?没有?|并?未)(?P<verb>{MOVES}|变化|变动|超预算|超支|超出预算)了?$")
_MEASURE = re.compile(r"(?:年初|全年|实际)?(?:预算|决算)(?:数)?")
_NOT_SO = re.compile(r"(?:并?没有?|并?未|从未)(?=占|超|达)")
_TIMES = re.compile(
    r"^(?P<part>.+?)(?P<way>不止|不超过|不到|不足|超过了?|低于|高于|达到了?)(?P<whole>[\u4e00-\u9fff\ue000-\uf8ff()、]{2,18}?)的$"
)
_BY_OR_OF = re.compile(r"(?<!不)(?:超过|高于|低于|超出)")
_TIMES_MORE = re.compile(
    r"^(?P<part>[^,，比]{2,}?)(?:还|要)?比(?!上年|去年|20)(?P<whole>[^,，比年]{2,18}?)(?:还|要)*(?:多|高|大)(?:出|了)?$"
)
_REST = re.compile(r"的|(?:的)?(?:资金|经费|预算|支出|钱|拨款|台套|规模|水平)|个百分点")
_MONEY = {"亿元", "万元", "元"}
_TOLD_APART = {"倍", "辆", "台", "套", "台套"}


_GAP = re.compile(r"相差|差距|差额")


def claimed(
    text: str, names: Sequence[str] = (), whole: Sequence[str] = (), is_thing: Callable[[str], bool] = bool
) -> Claim | None:
    """What a folded question claims and asks to be confirmed; None where it claims no amounts.

    `names` are printed names whose own numbers claim nothing, `whole` those that are not to be cut at a word of joining in
    them; `is_thing` says whether words name something of the document.
    """
    tail = _TAIL.search(text)
    if tail is None and not _WHETHER.search(text):
        return None
    said = _WHETHER.sub("", text[: tail.start()] if tail is not None else text)
    said = hidden(re.sub(r"^(?:听说|据说|有人说|据称)[,，]?", "", said), whole)
    if _ASKS.search(said) or _OF_EVERY_ROW.search(said):
        return None
    reader = _Reader(tuple(names), is_thing)
    try:
        return reader.read(said)
    except _UnreadError:
        return Claim(()) if reader.of_several or reader.amounts_in(said) > 1 else None


class _UnreadError(Exception):
    """Something of a claim is not understood."""


@dataclass(slots=True)
class _Reader:
    names: tuple[str, ...]
    is_thing: Callable[[str], bool]
    topic: str = ""
    of: str = ""
    said: str = ""
    of_several: bool = False

    def read(self, said: str) -> Claim | None:
        self.said = said
        if (made_of := self._made_of(said)) is not None:
            return Claim(made_of[:1], made_of[1:], strict=True)
        clauses = self._clauses(said)
        told = [self._amounts(c) for c in clauses]
        if not any(told):
            return self._without_amounts(clauses)
        if not told[-1]:
            return None  # what is told before the question is no claim
        parts: list[Part] = []
        otherwise: list[Part] = []
        for clause, amounts in zip(clauses, told, strict=True):
            one, other = self._clause(clause, amounts)
            every = _EVERY_PROJECT.match(clause) is not None
            parts += [replace(part, question=shown(part.question), every=every) for part in one]
            otherwise += [replace(part, question=shown(part.question)) for part in other]
        each = len(clauses) == 1 and _GAP.search(said) is None  # a gap is of both
        return Claim(tuple(parts), tuple(otherwise) if each else ())

    def _made_of(self, said: str) -> tuple[Part, ...] | None:
        """支出全部是基本支出, 主要来自财政拨款: a share of all, or of more than half; None where that is not said."""
        m = _HALF_IS.match(said) or _IS_ALL.match(said)
        if m is None and not _CUT.search(said) and not self._amounts(said):
            m = _MADE_OF.match(said)
        if m is None or _DENIED.search(shown(m["a"])):
            return None
        whole = re.sub(r"的(?:钱|资金|经费)$|[,，]$", "", m["a"])
        whole = re.sub(
            r"^(?:20\d\d年(?:度)?|今年|本年|当年)的?(?=政府性基金)|(?<=政府性基金)(?:预算)?(?:支出)?$", "", whole
        )
        whole = "政府性基金支出" if whole == "政府性基金" else whole
        whole = _ALL_CARS.sub("现有车辆", whole)
        part = m["b"]
        if part in {"购置费", "运行费", "运行维护费"} and "公务用车" in whole:
            part = f"公务用车{part}"
        all_of = re.fullmatch(r"(?:今年|全年|全部|所有|总)?的?(收入|支出)", shown(whole))
        wholes = (f"{all_of[1]}总计", f"本年{all_of[1]}合计") if all_of is not None else (whole,)
        whole = wholes[-1]
        if re.match(r"[一两几多同单某别这那每]个?", part) and not self.is_thing(shown(part)):
            raise _UnreadError  # 都投向一个科目
        money_of_money = re.match(r"财政拨款(?!支出)", whole) is not None and _KIND_OF_MONEY.fullmatch(part) is not None
        if not self.is_thing(shown(whole)) or _JOIN.search(part) or money_of_money:
            self.of_several = True
            raise _UnreadError
        held = Held("is", Decimal(100), "%") if m.groupdict().get("all") else Held("over", Decimal(50), "%")
        if (kind := _KIND_OF_MONEY.fullmatch(part)) is not None and all_of is None:
            money = "财政拨款" if kind["fiscal"] else re.sub(r"(?:财政)?拨款$|资金$", "", part)
            return (Part(shown(f"{whole}里{money}占多少"), held),)
        return tuple(Part(shown(f"{part}占{w}多少"), held) for w in wholes)

    def _without_amounts(self, clauses: Sequence[str]) -> Claim | None:
        """Several things said to be more or less than another, or than the year before; None where it is not that."""
        parts: list[Part] = []
        for clause in clauses:
            said = _LEAD.sub("", clause)
            denied = (no := _NO_MOVE.search(said)) is not None
            said = f"{said[: no.start()]}{no['verb']}" if no is not None else said
            if (_SAID_TO_MOVE.search(said) is None and not denied) or _DENIED.search(shown(said)):
                return None
            each = _EACH.match(said)
            items = self._items(each["items"]) if each is not None else []
            if each is not None and not items:
                return None
            told = [f"{i}{each['rest']}" for i in items] if each is not None else [said]
            parts += [Part(f"{shown(one)}{'吗' if one.endswith('了') else '了吗'}", None, denied) for one in told]
        return Claim(tuple(parts)) if len(parts) > 1 or any(p.denied for p in parts) else None

    def amounts_in(self, said: str) -> int:
        """How many amounts words claim."""
        return sum(len(self._amounts(c)) for c in _CUT.split(said))

    def _clauses(self, said: str) -> list[str]:
        found: list[str] = []
        for clause in (c for c in _CUT.split(said) if c):
            pieces = [p for p in re.split(r"、|(?<=[辆台套个家人项批%元])[和与及]", clause) if p]
            if len(pieces) > 1 and all(self._amounts(p) for p in pieces):
                found += pieces
            else:
                found.append(clause)
        return found

    def _amounts(self, clause: str) -> list[re.Match[str]]:
        """The amounts of a clause that claim something."""
        kept = [m.span() for m in _NO_CLAIM.finditer(clause)]
        plain = shown(clause)
        kept += [m.span() for n in self.names if n in plain for m in re.finditer(re.escape(n), plain)]
        found = []
        for m in HELD.finditer(clause):
            number = m.span("number") if m["number"] else m.span()
            if any(a < number[1] and number[0] < b for a, b in kept):
                continue
            bare = m["number"] and not m["unit"] and "." not in m["number"]
            if m["written"] and m["of"] not in _TOLD_APART and clause[m.end() :]:
                continue  # 货物、工程、服务三项加起来
            if (bare or m["zero"]) and not (m["way"] and (m["zero"] or m["number"] == "0")):
                continue
            found.append(m)
        return found

    def _clause(self, clause: str, amounts: Sequence[re.Match[str]]) -> tuple[list[Part], list[Part]]:
        if len(amounts) == 2 and (m := _FROM.match(clause)) is not None:
            return self._from_to(m), []
        if len(amounts) == 2:
            return self._with_difference(clause, amounts), []
        if len(amounts) != 1:
            raise _UnreadError
        m = amounts[0]
        held, before, rest = held_in(m), _LEAD.sub("", clause[: m.start()]), re.sub("了$", "", clause[m.end() :])
        denied = re.search(r"(?:不是|并非)$", before) is not None or re.search(r"不是[^,，]+的$", before) is not None
        before = re.sub(r"(?:不是|并非)", "是", before) if denied else before
        before = re.sub(r"(?:正好|刚好|恰好)?等于$", "是", before)
        if held.way == "is" and held.unit == "%" and re.search(r"(?<!没)有$", before):
            held, before = replace(held, way="least"), before.removesuffix("有")  # 有九成吗
        if (m_not := _NOT_SO.search(before)) is not None:  # 没有占到两成, 没有超过其他收入的20倍
            before = before[: m_not.start()] + before[m_not.end() :]
            denied = not denied
            held = Held("least", held.number, held.unit, held.soft) if held.way in {"is", "about"} else held
        if _DENIED.search(shown(before)) and not (_OF_WHOLE.match(before) or _TIMES.match(before)):
            raise _UnreadError
        if rest and not _REST.fullmatch(rest) and held.unit in {*_MONEY, "%", "倍", ""}:
            raise _UnreadError
        if _LEANS.match(before) or not before:
            topic = _MEASURE.sub("", self.topic) if _MEASURE.match(before) else self.topic
            before = f"{topic}{before}"
        if not before:
            if self.topic or rest:
                raise _UnreadError
            return [Part("", held, denied)], []  # of what was asked before
        if held.unit in {"倍", "%"} and (of_another := self._of_another(before, held, denied)) is not None:
            return of_another
        if things := self._each_of(before):
            self.topic = ""
            return [Part(self._ask(thing, held, rest), held, denied) for thing in things], []
        own = re.sub(r"(?:只有?|仅有?|也|才|就|还|竟然)$", "", before) if held.unit in _MONEY else before
        self.topic = self._topic_of(own)
        part = Part(self._ask(own, held, rest), held, denied)
        items = self._items(re.sub(r"(?:是|为|有|花了?|安排了?)$", "", own))
        if not items or TOGETHER.search(own) or re.search(r"比|是.+的$", own):
            return [part], []
        alone = [Part(self._ask(i, held, ""), held, denied) for i in items]
        together = Part(self._ask(f"{'和'.join(items)}合计", held, ""), held, denied)
        return [together], alone

    def _of_another(self, before: str, held: Held, denied: bool) -> tuple[list[Part], list[Part]] | None:
        """What part of another thing, or how many times it, something is said to be; None where no other is named."""
        by_or_of = held.unit == "%" and not before.endswith("的") and _BY_OR_OF.search(before) is not None
        if not before.endswith("的") and self._bounds_another(before):
            before = f"{before}的"  # 超过卫生健康支出三倍
        if held.unit == "倍" and (beyond := _TIMES_MORE.match(before)) is not None:
            held = Held(held.way, held.number + 1, held.unit)  # 多一倍: twice as much
            return [Part(shown(f"{beyond['part']}是{beyond['whole']}的几倍"), held, denied)], []
        if held.unit == "倍" and (times := _TIMES.match(before)) is not None:
            told = HELD.search(f"{times['way']}1倍")
            held = Held(held_in(told).way if told else held.way, held.number, held.unit)
            return [Part(shown(f"{times['part']}是{times['whole']}的几倍"), held, denied)], []
        if held.unit == "%" and (of_budget := _OF_BUDGET.match(before)) is not None:
            if (way := of_budget["way"]) and (told := HELD.search(f"{way}1%")) is not None:
                held = replace(held, way=held_in(told).way)
            return [Part(shown(f"{of_budget['part']}完成预算的百分之几"), held, denied)], []
        if held.unit == "%" and (beside := self._of_its_sister(before, held, denied)) is not None:
            if by_or_of:
                raise _UnreadError  # 项目支出超过基本支出20%: by so much of it, or so much of it
            return beside, []
        share = self._share(before) if held.unit == "%" else None
        return share(held, denied) if share is not None else None

    def _of_its_sister(self, before: str, held: Held, denied: bool) -> list[Part] | None:
        """项目支出不到基本支出的三成: of spending, neither is part of the other; None where other things are named."""
        m = _OF_WHOLE.match(before) or _IS_PART.match(before) or _SHARE.match(before)
        if m is None or not m["part"] or not m["whole"]:
            return None
        sides = [re.search(r"(?:基本|项目)支出$", shown(m[side])) for side in ("part", "whole")]
        if not all(sides) or sides[0] is None or sides[1] is None or sides[0][0] == sides[1][0]:
            return None
        if (way := m.groupdict().get("way")) and (told := HELD.search(f"{way}1%")) is not None:
            held = replace(held, way=held_in(told).way)
        held = Held(held.way, held.number / 100, "倍", held.soft)
        return [Part(shown(f"{m['part']}是{m['whole']}的几倍"), held, denied)]

    def _bounds_another(self, before: str) -> bool:
        """Whether words say that one thing is over or under another, of which a part or a multiple follows."""
        m = _TIMES.match(f"{before}的")
        return m is not None and self.is_thing(shown(m["part"])) and self.is_thing(shown(m["whole"]))

    def _each_of(self, before: str) -> list[str]:
        """What is asked of each where words say something of all of several things (水费、电费都); none where they do not."""
        each = _EACH.match(before)
        if each is None:
            return []
        items = self._items(each["items"])
        if not items and _JOIN.search(each["items"]):
            self.of_several = True  # one of them is nothing that the document has
            raise _UnreadError
        rest = "" if re.fullmatch(r"是|为|有|在|花了?|达", each["rest"]) else each["rest"]
        return [f"{item}{rest}" for item in items]

    def _share(self, before: str) -> Callable[[Held, bool], tuple[list[Part], list[Part]]] | None:
        m = _SHARE.match(before) or _OF_WHOLE.match(before) or _IS_PART.match(before)
        if m is None or (not m["part"] and not self.topic):
            return None
        groups = m.groupdict()
        part, whole = re.sub(r"(?:都|均|各|分别)$", "", m["part"]), m["whole"] or self.of
        if "采购" in self.said and re.fullmatch(r"货物|工程|服务", part):
            part = f"政府采购{part}"
        whole = f"政府采购{whole}" if part.startswith("政府采购") and re.fullmatch(r"总额|总数|全部", whole) else whole
        apart = re.search(r"(?:都|均|各|分别)$", m["part"]) is not None
        if re.search(r"^年[初末]|^上年末", whole):
            self.of_several = True
            raise _UnreadError
        self.of = whole
        way = groups.get("way") or ""

        def made(held: Held, denied: bool) -> tuple[list[Part], list[Part]]:
            if way:
                told = HELD.search(f"{way}1%")
                held = Held(held_in(told).way if told else held.way, held.number, held.unit, held.soft)
                denied = denied or re.search(rf"没有?{way}", before) is not None
            if YEAR_BEFORE.fullmatch(whole):
                return [Part(f"{part}是{whole}的百分之几", held, denied)], []
            items = self._items(part)
            self.topic = part if not items else ""
            if items and not apart and not TOGETHER.search(part):
                return [Part(f"{'和'.join(items)}合计占{whole}多少", held, denied)], []
            return [Part(f"{i}占{whole}多少", held, denied) for i in (items if apart and items else [part])], []

        return made

    def _from_to(self, m: re.Match[str]) -> list[Part]:
        """从15万元增加到30万元: what it was, what it is."""
        first, second = (HELD.search(m[side]) for side in ("a", "b"))
        if first is None or second is None or second.end() != len(m["b"]):
            raise _UnreadError
        was, now = held_in(first), held_in(second)
        if not was.unit and now.unit:
            was = Held(was.way, was.number, now.unit)
        up = UP.search(m["verb"]) is not None
        if m["verb"] != "变" and (now.number > was.number) is not up:
            raise _UnreadError
        item = self._topic_of(m["item"])
        return [Part(f"{item}上年多少", was), Part(f"{item}今年多少", now)]

    def _with_difference(self, clause: str, amounts: Sequence[re.Match[str]]) -> list[Part]:
        """水费3.4万元比电费少60.61万元: an amount, and how it stands to another."""
        first, second = amounts
        between = clause[first.end() : second.start()]
        item = _LEAD.sub("", clause[: first.start()])
        if not item or clause[second.end() :] or not re.match(r"比[\u4e00-\u9fff]{2,}", between) or _JOIN.search(item):
            raise _UnreadError
        held, gap = held_in(first), held_in(second)
        self.topic = self._topic_of(item)
        return [Part(self._ask(item, held, ""), held), Part(self._ask(f"{self.topic}{between}", gap, ""), gap)]

    def _ask(self, before: str, held: Held, rest: str) -> str:
        unit = held.unit
        if unit == "%":
            ask = "百分之几"
        elif unit in _MONEY or not unit:
            ask = "多少"
        else:
            ask = "多少平方米" if "平方米" in unit else f"几{unit}"
        if unit == "%" and (rate := _RATE.search(before)) is not None:
            before = f"{before[: rate.start()]}比上年{'增长' if rate['up'] else '下降'}"
        if ask == "多少":
            before = _SAVED.sub(r"\g<item>决算比预算少", before)
            ask = "多少万元" if held.number and _ENDS_MOVING.search(before) else ask
            before = _BEYOND.sub(lambda m: f"{m['a']}比{m['b']}{'多' if m['over'] else '少'}", before)
        return shown(f"{before}{ask}{rest if unit not in _MONEY else ''}")

    def _items(self, words: str) -> list[str]:
        """The things that words enumerate; none where they do not, or one of them is nothing that the document has."""
        items = [i for i in _JOIN.split(re.sub(r"(?:这)?[两几二三四]项$|(?:合计|一共)$", "", words)) if i]
        if len(items) < 2:
            return []
        told = [shown(i) for i in items]
        return told if all(self.is_thing(i) for i in told) else []

    def _topic_of(self, words: str) -> str:
        while (shorter := _TOPIC.sub("", words)) != words:
            words = shorter
        return words
