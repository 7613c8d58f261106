"""What an amount comes to under a supposition (翻一番, 再压5%, 加上3万元), how far it is from an amount that a question states, by what
part one is more than another, a day's part of the year, and what is left of a table without some of its rows.

The names are masked first; a question is read as a whole or not at all, and each amount is asked as a question of its own.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable
from decimal import Decimal

from extract.text import UNIT_YUAN
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import View
from qa.outcomes.arithmetic import plainly
from qa.outcomes.remainders import parts_of_table, taken_off
from qa.plain.named_things import named_in
from qa.plain.phrased import TABLE, masked_with_table
from qa.words.bounds import LOOSE_AMOUNT, yuan_said
from qa.words.left_out import NAME, Masked
from qa.words.numerals import number_of, value_of

Answer = Callable[[str], Outcome]

_LEAD = r"(?:请问?|麻烦|帮我?|算一?算|算一下|如果|要是|假如|假设|假定|倘若|若|设|那么?|把|将|让|给|再|在|从|[,，])*"
_MUCH = r"(?:是|有|为|会是?|能有|等于|得|变成|变为|达到?|到|合计|一共|总共|共|就|将|应该?|[,，])*(?:多少|几何|几)(?:钱|亿元|万元|元)?(?:呢)?"
_AFTER = r"(?:以?后|之后|的话|了|[,，])*"
_THING = rf"{_LEAD}(?P<a>{NAME})(?:如果|要是|假如|若|今年|本年|全年|的|在此基础上|[,，])*"
_MONEY = rf"(?P<amount>{LOOSE_AMOUNT})"
_PERCENT = r"(?P<part>\d+(?:\.\d+)?%|百分之[一二三四五六七八九十]+|[一二三四五六七八九]成)"
_MORE = r"(?P<more>增加?|增长|上涨|上浮|提高|上升|多给|多拨|多安排|追加|加|涨|多)"
_LESS = r"(?:减少|下降|下调|下浮|降低|压减|压缩|压|砍掉?|削减|缩减|核减|减掉?|降|少给|少拨|扣减|扣除?)"
_NTH_PART = {"一半": Decimal("0.5"), "三分之一": Decimal(1) / 3, "四分之一": Decimal("0.25"), "五分之一": Decimal("0.2"), "十分之一": Decimal("0.1")}  # fmt: skip

_TIMES = re.compile(
    rf"{_THING}(?:扩大|放大|增加|涨|翻)?(?:到|成|为)?(?:原来)?的?(?:(?P<n>\d+(?:\.\d+)?|[二两三四五六七八九十])倍|(?P<twice>翻一番|翻番|翻倍|翻一倍|加倍|增加一倍|乘以?[2二两])|(?P<four>翻两番)|(?P<half>减半|砍半|减一半|砍一半|打?对折|对半砍)|打(?P<fold>[一二三四五六七八九])折|乘以?(?P<by>\d+(?:\.\d+)?)){_AFTER}{_MUCH}"
)
_BY_PERCENT = re.compile(
    rf"{_THING}(?:再|又|统一|全部)*(?:{_MORE}|{_LESS})(?:了|掉|去)?{_PERCENT}{_AFTER}(?P<then>还|剩|余|后|的话|变|会|能|就|[,，])*(?:剩下?|余下?|还有?){{0,2}}{_MUCH}"
)
_THEN = re.compile(r"[后剩余还变再]|的话")
"""Words without which 减少5%是多少 may ask what the cut itself is."""
_DOUBLED = re.compile(r"(?:增长|增加|涨)100%")
_RISES_TO = re.compile(r"(?:上浮|上调|调高|上涨|提高|涨)(?:了)?\d")
"""Words of a rise that are said of what it comes to: both that and what it is more are told."""
_SAVED = re.compile(
    rf"{_THING}(?:再|又|统一|全部)*{_LESS}(?:了|掉|去)?{_PERCENT}{_AFTER}(?:可以|可|能够?|会|就|将|[,，])*(?:省|节省|节约|少花|少支|腾出|减少|压下|压减|省出|省下|腾)(?:出|下|掉|去|来|下来|出来|支出|开支|资金)*(?:是|有)?(?:多少|几)(?:钱|万元|元|资金|经费)?(?:来|呢)?"
)
"""What a cut by a part of an amount saves."""
_BY_AMOUNT = re.compile(
    rf"{_THING}(?:再|又)*(?:(?P<plus>加上?|算上)|(?P<minus>(?:里面?|中)?(?:拿走|拿掉|抽走|划走|减去?|减掉|扣除|扣掉|去掉|刨去))|{_MORE}|{_LESS})(?:了)?{_MONEY}{_AFTER}(?:还|剩下?|余下?|会|能|就)*{_MUCH}"
)
_FROM_AMOUNT = re.compile(
    rf"{_LEAD}{_MONEY}(?:里面?|当?中)?(?:减去?|减掉|扣除|扣掉|去掉|刨去|花掉|用掉)(?:了)?(?P<a>{NAME}){_AFTER}(?:还|剩下?|余下?|会|能|就)*{_MUCH}"
)
_SHORT_OF = re.compile(
    rf"{_THING}(?:(?:比|较){_MONEY.replace('amount', 'than')}(?:(?P<over>多|高|超)|少|低)(?:出|了)*{_MUCH}|(?:离|距离?|到|和|跟|与|比){_MONEY}(?:的(?:目标|线|关口))?(?:还|又|要)*(?:相?差|差距|缺|少|短|不足)(?:着|了|个|是|有)*{_MUCH})"
)
_PART_MORE = re.compile(
    rf"{_LEAD}(?P<a>{NAME})(?:要)?(?:[比较](?P<b>{NAME})(?:要|还|更)*(?:(?P<more>多|高|大|超)|少|低|小)|(?P<over>超出|超过|高出|高于|多于|多出)(?P<c>{NAME})|(?:低于|少于)(?P<d>{NAME}))(?:出|了|花)*(?:的)?(?:百分之(?:几|多少)|几成|(?:多少|几)个?%|百分比(?:是多少)?|多大(?:的)?(?:比例|幅度))"
)
_BY_DAY = re.compile(
    rf"{_THING}(?:(?:平均|摊|分摊|折合|折算|平摊)*(?:下来|到|成)?(?:每一?天|一天|每日|一日|日均)(?:平均)?)(?:大概|大约|能|可以|要|得|花|用|支出|安排)*{_MUCH}"
)
_MEAN = re.compile(
    rf"{_LEAD}(?P<list>{NAME}(?:(?:、|[,，]|以及|还有|和|与|跟|同|及){NAME})+)(?:这?[两二三四五六2-6](?:项|个|笔|样|者))?的?(?:平均(?:数|值|下来|每项)*|均值)(?:各|每项)?(?:{_MUCH})?"
)
_AGAINST_PART = re.compile(
    rf"{_LEAD}(?P<a>{NAME})(?:是不是|是否|有没有|难道)?(?:(?P<over>超过|高于|多于|大于|突破)|(?P<least>达到|够|有)|低于|不到|不足|少于|没到|没有)(?:了)?(?P<b>{NAME})的(?P<part>{'|'.join(_NTH_PART)}|\d+(?:\.\d+)?%|[一二三四五六七八九]成)(?:了)?[,，]?(?:是|对)?(?:吗|么|吧|没有?|对不对)?"
)
_WHICH_COMPLETED = re.compile(
    rf"{_LEAD}(?P<a>{NAME})(?:和|与|跟|同|、)(?P<b>{NAME})哪个的(?:预算完成率|决算数占预算数的比例)(?:更|要)?(?:高|大)"
)
_ALL_OF_IT = r"(?:里面?|里头|当?中|内)?的?(?:合计|总计|总数|总额|合计数|全部|总支出)?"
_ROWS = rf"(?P<out>{NAME}(?:(?:、|[,，]|以及|还有|和|与|跟|及|再?减去?|再?扣除|再?去掉|[,，]再减去?){NAME})*)"
_TAKES = r"(?:减去?|减掉|扣除|扣掉|不算|不含|不计|除去|除了|除掉|除|去掉|刨去|刨除|撇开|抛开|剔除)"
_REST = r"(?:以外|之外|外|以?后|之后|的话|全部|全|都|统统|[,，]|的|还|其余|其他|别的|剩下?|余下?|剩余|部分|各项|科目|支出|加起来|合计|一共|总共|总数|共)*"
_LESS_ROWS = (
    re.compile(rf"{_LEAD}(?P<hold>{TABLE}){_ALL_OF_IT}[,，]?{_TAKES}{_ROWS}{_REST}(?:{_MUCH})?"),
    re.compile(rf"{_LEAD}(?P<hold>{TABLE}){_ALL_OF_IT}[,，]?{_ROWS}(?:以外|之外)的?{_REST}(?:{_MUCH})?"),
    re.compile(
        rf"{_LEAD}{_ROWS}(?:全部|全|都|统统)*(?:取消|砍掉|不安排|拿掉|去掉|剔除|不要|一分(?:钱)?(?:都|也)?不(?:花|安排|列))(?:了)?(?:的话)?[,，]?(?P<hold>{TABLE}){_ALL_OF_IT}{_REST}(?:{_MUCH})?"
    ),
    re.compile(rf"{_LEAD}{_TAKES}{_ROWS}(?:以外|之外|外|后|以后|之后)?[,，](?P<hold>{TABLE}){_ALL_OF_IT}{_REST}(?:{_MUCH})?"),
)  # fmt: skip


def supposed(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """The answer to a folded question of such a sort; None where it is of another, not found where an amount is not there."""
    if (told := _rest_of_table(text, view, answer_to)) is not None:
        return told
    if (told := _not_of_the_treasury(text, answer_to)) is not None:
        return told
    asked = _things(text, view)
    if not asked.names:
        return None
    ways = (_scaled, _by_percent, _moved, _from_amount, _part_more, _by_day, _mean, _against_part, _better_completed)
    return next((told for way in ways if (told := way(asked, view, answer_to)) is not None), None)


def _things(text: str, view: View) -> Masked:
    """A question with the things masked whose amounts it asks of: a row with its table and column is one thing."""
    asked = masked_with_table(text, view)
    if asked is None:
        return named_in(text, view)
    masked, table = asked
    names: list[str] = []

    def one(m: re.Match[str]) -> str:
        names.append(
            (f"{table}里" if m["hold"] else "") + masked.shown(m["a"]) + (f"的{m['column']}" if m["column"] else "")
        )
        return chr(ord(NAME[1]) + len(names) - 1)

    return Masked(_A_THING.sub(one, masked.text), tuple(names))


_A_THING = re.compile(
    rf"(?:(?P<hold>{TABLE})(?:里面?|中|上)?的?)?(?P<a>{NAME})(?:的?(?P<column>基本支出|项目支出)(?!占))?"
)


def _amount(item: str, answer_to: Answer) -> Stated | Outcome:
    """The printed amount of one thing, in money; why not, else."""
    told = answer_to(f"{item}是多少")
    first = told.stated[0] if told.found and told.stated else None
    if first is None or first.how or first.yuan is None or len(first.sources) != 1:
        return told if not told.found else Outcome(Status.NOT_FOUND, f"文件里没有“{item}”的数字。", cited=[])
    return first


def _told(result: Decimal, whole: Stated, how: str, said: str) -> Outcome:
    """A result with what it is worked out from."""
    text = f"{said} {money(result, whole.unit)}：{how}（{whole.label} {money(whole.value, whole.unit)}）"
    return Outcome(Status.ANSWERED, text, [Stated(result, whole.unit, whole.sources, how, "得数"), whole])


def _short(exact: Decimal) -> Decimal:
    """A result as it comes out, with no more than two decimals more than are printed."""
    return plainly(exact) if exact == rounded(exact, 4) else rounded(exact)


def _percent(part: str) -> Decimal:
    """What part of one some words say: 5%, 百分之五, 三成."""
    if part in _NTH_PART:
        return _NTH_PART[part]
    if part.endswith("%"):
        return Decimal(part[:-1]) / 100
    return Decimal(value_of(part[:-1])) / 10 if part.endswith("成") else Decimal(value_of(part[3:])) / 100


def _scaled(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲的2倍是多少, 甲翻一番是多少, 甲打八折是多少."""
    m = _TIMES.fullmatch(asked.text)
    if m is None:
        return None
    whole = _amount(asked.shown(m["a"]), answer_to)
    if not isinstance(whole, Stated):
        return whole
    said = m["n"] or m["by"] or ("4" if m["four"] else "2")
    by = Decimal(said) if re.match(r"\d", said) else Decimal(number_of(said))
    if m["fold"] or m["half"]:
        by = Decimal("0.5") if m["half"] else Decimal(value_of(m["fold"])) / 10
    result = _short(whole.value * by)
    how = f"{grouped(whole.value)} × {grouped(by)} = {grouped(result)}"
    return _told(result, whole, how, f"{whole.label}的 {grouped(by)} 倍是")


def _by_percent(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲再压5%，还有多少: what is left or comes of an amount that moves by a part of it."""
    if (saved := _SAVED.fullmatch(asked.text)) is not None:
        return _cut(asked, saved, answer_to)
    m = _BY_PERCENT.fullmatch(asked.text)
    rises = _RISES_TO.search(asked.text) is not None
    if m is None or not (rises or _THEN.search(asked.text) or _DOUBLED.search(asked.text)):
        return None
    whole = _amount(asked.shown(m["a"]), answer_to)
    if not isinstance(whole, Stated):
        return whole
    part = _percent(m["part"])
    sign, word = ("+", "增加") if m["more"] else ("−", "减少")
    result = _short(whole.value * (1 + part if m["more"] else 1 - part))
    said = f"{grouped(plainly(part * 100))}%"
    how = f"{grouped(whole.value)} × (1 {sign} {said}) = {grouped(result)}"
    told = _told(result, whole, how, f"{whole.label}{word} {said} 后是")
    if rises and not _THEN.search(asked.text):
        more = _short(whole.value * part)
        by = f"{grouped(whole.value)} × {said} = {grouped(more)}"
        told.text += f"；{word}的是 {money(more, whole.unit)}：{by}"
        told.stated.append(Stated(more, whole.unit, whole.sources, by, word))
    return told


def _cut(asked: Masked, m: re.Match[str], answer_to: Answer) -> Outcome:
    """甲压缩20%能省下多少: that part of the amount."""
    whole = _amount(asked.shown(m["a"]), answer_to)
    if not isinstance(whole, Stated):
        return whole
    part = _percent(m["part"])
    said = f"{grouped(plainly(part * 100))}%"
    result = _short(whole.value * part)
    how = f"{grouped(whole.value)} × {said} = {grouped(result)}"
    return _told(result, whole, how, f"{whole.label}减少 {said} 是少")


def _stated_amount(amount: str, unit: str) -> Decimal | None:
    """An amount that a question states, in a unit."""
    yuan = yuan_said(amount)
    return plainly(yuan / UNIT_YUAN[unit]) if yuan is not None and unit in UNIT_YUAN else None


def _moved(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲加上3万元是多少, 甲减去3万元还剩多少."""
    m = _BY_AMOUNT.fullmatch(asked.text)
    if m is None or not (m["plus"] or m["minus"] or _THEN.search(asked.text)):
        return None
    whole = _amount(asked.shown(m["a"]), answer_to)
    if not isinstance(whole, Stated):
        return whole
    amount = _stated_amount(m["amount"], whole.unit)
    if amount is None:
        return None
    more = bool(m["plus"] or m["more"])
    result = plainly(whole.value + amount if more else whole.value - amount)
    how = f"{grouped(whole.value)} {'+' if more else '−'} {grouped(amount)} = {grouped(result)}"
    return _told(result, whole, how, f"{whole.label}{'加上' if more else '减去'} {grouped(amount)} {whole.unit} 是")


def _from_amount(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """100万元减去甲是多少, 甲离100万元还差多少."""
    m = _FROM_AMOUNT.fullmatch(asked.text) or _SHORT_OF.fullmatch(asked.text)
    if m is None:
        return None
    whole = _amount(asked.shown(m["a"]), answer_to)
    if not isinstance(whole, Stated):
        return whole
    groups = m.groupdict()
    amount = _stated_amount(groups["amount"] or groups["than"], whole.unit)
    if amount is None:
        return None
    if groups.get("over"):
        result = plainly(whole.value - amount)
        how = f"{grouped(whole.value)} − {grouped(amount)} = {grouped(result)}"
        return _told(result, whole, how, f"{whole.label} 减去 {grouped(amount)} {whole.unit} 是")
    result = plainly(amount - whole.value)
    how = f"{grouped(amount)} − {grouped(whole.value)} = {grouped(result)}"
    reached = "，已经达到" if result <= 0 and m.re is _SHORT_OF else ""
    return _told(result, whole, how, f"{grouped(amount)} {whole.unit} 减去 {whole.label} 是{reached}")


def _pair(a: str, b: str, answer_to: Answer) -> tuple[Stated, Stated] | Outcome:
    """The amounts of two things, as the question how much more one is takes them; why not, else."""
    told = answer_to(f"{a}比{b}多多少")
    if not told.found or len(told.stated) != _GAP_AND_BOTH or any(s.yuan is None for s in told.stated):
        return (
            told if not told.found else Outcome(Status.NOT_FOUND, f"文件里没有“{a}”和“{b}”可以相比的数字。", cited=[])
        )
    return told.stated[1], told.stated[2]


_GAP_AND_BOTH = 3


def _in_yuan(one: Stated) -> Decimal:
    return one.yuan or Decimal(0)


def _part_more(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲比乙多百分之多少: what part of the other the gap is."""
    m = _PART_MORE.fullmatch(asked.text)
    if m is None:
        return None
    pair = _pair(asked.shown(m["a"]), asked.shown(m["b"] or m["c"] or m["d"]), answer_to)
    if isinstance(pair, Outcome):
        return pair
    one, other = pair
    if not _in_yuan(other):
        return Outcome(Status.NOT_FOUND, f"“{other.label}”是 0，算不出多百分之几。", cited=list(other.sources))
    gap = _in_yuan(one) - _in_yuan(other)
    percent = rounded(abs(gap) / _in_yuan(other) * 100)
    a, b = _alike(one, other)
    how = f"({grouped(max(a, b))} − {grouped(min(a, b))}) ÷ {grouped(b)} = {percent}%"
    word = "多" if gap > 0 else "少" if gap < 0 else "一样多，相差"
    text = f"{one.label} 比 {other.label} {word} {percent}%：{how}（{one.label} {money(one.value, one.unit)}，{other.label} {money(other.value, other.unit)}）"
    return Outcome(
        Status.ANSWERED, text, [Stated(percent, "%", (*one.sources, *other.sources), how, "差额的占比"), one, other]
    )


def _alike(one: Stated, other: Stated) -> tuple[Decimal, Decimal]:
    """Two amounts as they are printed where they have one unit, in 元 else."""
    return (one.value, other.value) if one.unit == other.unit else (plainly(_in_yuan(one)), plainly(_in_yuan(other)))


def _by_day(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲平均一天多少: the year's amount by its days."""
    m = _BY_DAY.fullmatch(asked.text)
    year = view.disclosure.meta.year
    if m is None or year is None:
        return None
    whole = _amount(asked.shown(m["a"]), answer_to)
    if not isinstance(whole, Stated):
        return whole
    days = Decimal(366 if isleap(year) else 365)
    result = rounded(_in_yuan(whole) / days)
    how = f"{grouped(plainly(_in_yuan(whole)))} ÷ {days} = {grouped(result)}"
    text = f"平均每天 {money(result, '元')}：{how}；全年 {whole.label} {money(whole.value, whole.unit)}"
    return Outcome(Status.ANSWERED, text, [Stated(result, "元", whole.sources, how, "每天平均"), whole])


def _mean(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲、乙和丙的平均数是多少: what they come to, by their number."""
    m = _MEAN.fullmatch(asked.text)
    if m is None:
        return None
    names = asked.each(m["list"])
    told = answer_to(f"{'和'.join(names)}合计是多少")
    if not told.found or len(told.stated) != len(names) + 1 or told.stated[0].yuan is None:
        return told if not told.found else Outcome(Status.NOT_FOUND, "这几项没有都填数，算不出平均数。", cited=[])
    added = told.stated[0]
    mean = rounded(added.value / len(names))
    how = f"({added.how.partition(' = ')[0]}) ÷ {len(names)} = {grouped(mean)}"
    parts = "，".join(f"{s.label} {money(s.value, s.unit)}" for s in told.stated[1:])
    told.text = f"平均 {money(mean, added.unit)}：{how}（{parts}）"
    told.stated[0] = Stated(mean, added.unit, added.sources, how, "平均")
    return told


def _against_part(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲不到乙的一半吗, where 甲 is no part of 乙: held against that part of it."""
    m = _AGAINST_PART.fullmatch(asked.text)
    if m is None or not re.search(r"[吗么吧没]|是不是|是否|有没有|对不对", asked.text):
        return None
    a, b = asked.shown(m["a"]), asked.shown(m["b"])
    if answer_to(f"{a}占{b}的百分之几").found:
        return None
    pair = _pair(a, b, answer_to)
    if isinstance(pair, Outcome):
        return pair
    one, other = pair
    limit = _in_yuan(other) * _percent(m["part"])
    right = _in_yuan(one) > limit if m["over"] else _in_yuan(one) >= limit if m["least"] else _in_yuan(one) < limit
    part = plainly(_in_yuan(other)) and rounded(_in_yuan(one) / _in_yuan(other) * 100)
    if not part:
        return Outcome(Status.NOT_FOUND, f"“{other.label}”是 0，没有可以相比的数。", cited=list(other.sources))
    x, y = _alike(one, other)
    how = f"{grouped(x)} ÷ {grouped(y)} = {part}%"
    text = f"{'是' if right else '不是'}，{one.label} 相当于 {other.label} 的 {part}%：{how}"
    return Outcome(
        Status.ANSWERED, text, [one, other, Stated(part, "%", (*one.sources, *other.sources), how, "相当于")]
    )


def _better_completed(asked: Masked, view: View, answer_to: Answer) -> Outcome | None:
    """甲和乙哪个的预算完成率高; not found where one of the two has none."""
    m = _WHICH_COMPLETED.fullmatch(asked.text)
    if m is None:
        return None
    names = asked.shown(m["a"]), asked.shown(m["b"])
    told = [answer_to(f"{name}完成预算的百分之几") for name in names]
    rates = [o.stated[0] for o in told if o.found and o.stated and o.stated[0].unit == "%"]
    if len(rates) != len(names):
        return Outcome(Status.NOT_FOUND, f"文件没有同时列出“{names[0]}”和“{names[1]}”的预算完成率。", cited=[])
    one, other = rates
    first = "一样高" if one.value == other.value else f"{names[0] if one.value > other.value else names[1]}更高"
    outcome = Outcome(Status.ANSWERED, f"{first}：{told[0].text}；{told[1].text}")
    outcome.stated = [s for o in told for s in o.stated]
    return outcome


def _rest_of_table(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """某表的合计减去甲, 某表里甲以外的有多少: what all rows of a table come to without some of them."""
    asked = masked_with_table(text, view)
    if asked is None or not asked[1]:
        return None
    masked, table = asked
    m = next((m for frame in _LESS_ROWS if (m := frame.fullmatch(masked.text)) is not None), None)
    if m is None or not re.search(r"多少|几何|[合总共]计|总数|一共|总共|剩|还有", masked.text):
        return None
    told = answer_to(f"{table}的合计是多少")
    whole = told.stated[0].sources[0] if told.found and told.stated and told.stated[0].sources else None
    if whole is None or told.stated[0].how:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{table}”的合计数。", cited=[])
    names = masked.each(m["out"])
    found = parts_of_table(whole, names, view)
    if found is None:
        return Outcome(Status.NOT_FOUND, f"没有读懂“{'、'.join(names)}”是“{table}”的哪些科目。", cited=[])
    return taken_off(found)


_NOT_OF_THE_TREASURY = re.compile(
    r"(?:20\d\d年(?:度)?的?)?(?:(?:收入预算|收入合计|收入|总收入|全部收入)(?:里面?|中|当中)[,，]?)?(?:有)?(?:非财政拨款|不(?:是|靠|来自)财政拨款|财政拨款(?:收入)?(?:以外|之外)|除(?:了|去|开)?财政拨款(?:收入)?(?:以外|之外|外)?)的?(?:其他|其它|其余)?(?:的)?(?:收入|资金|部分|钱|来源)*[,，]?(?:一共|总共|合计|又)?占(?:了|到|比)?(?:全部收入|总收入|收入预算|收入合计|收入总计|收入|总额|全部)?的?(?:百分之(?:几|多少)|几成|多少|多大(?:的)?(?:比例|比重|份额)?|(?:比例|比重|百分比)(?:是)?(?:多少)?)(?:呢)?"
)


def _not_of_the_treasury(text: str, answer_to: Answer) -> Outcome | None:
    """财政拨款以外的收入占收入合计的百分之几: what the treasury does not give, as a part of all income of the year."""
    if _NOT_OF_THE_TREASURY.fullmatch(text.rstrip("?？。")) is None:
        return None
    told = answer_to("财政拨款收入占本年收入合计的百分之几")
    if not _is_a_share(told):
        told = answer_to("财政拨款收入占收入合计的百分之几")
    if not _is_a_share(told):
        return Outcome(Status.NOT_FOUND, "文件没有同时列出财政拨款收入和收入合计。", cited=[])
    part, whole = told.stated[1:_GAP_AND_BOTH]
    if not _in_yuan(whole) or _in_yuan(part) > _in_yuan(whole):
        return None
    a, b = _alike(part, whole)
    percent = rounded((b - a) / b * 100)
    how = f"({grouped(b)} − {grouped(a)}) ÷ {grouped(b)} = {percent}%"
    text = f"{part.label} 以外的占 {whole.label} 的 {percent}%：{how}"
    return Outcome(
        Status.ANSWERED, text, [Stated(percent, "%", (*part.sources, *whole.sources), how, "其余的占比"), part, whole]
    )


def _is_a_share(told: Outcome) -> bool:
    """Whether an outcome tells what part one amount is of another, and both."""
    share, *both = told.stated[:_GAP_AND_BOTH] if told.found and told.stated else (None,)
    return share is not None and share.unit == "%" and len(both) == _GAP_AND_BOTH - 1 and all(s.yuan for s in both)
