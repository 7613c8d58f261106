"""Follow-ups that point at what was asked before (前者占后者多少, 具体金额呢, 再把丙算进去呢), said out in full.

Each is read as a whole, with the names of the document masked; one that points at what cannot be told is None here, and left to
what context makes of it; one that counts back to what is not there (刚才第三个) is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.text import key
from qa.documents.figures import View
from qa.follow_ups.context import Turn, heads_column, is_row
from qa.follow_ups.pointing import HOW_MUCH, SHARE, beside_it, by_a_money
from qa.terms.masking import masked
from qa.words.left_out import NAME
from qa.words.lexicon import scopes_in
from qa.words.operations import EXTREME, Operation
from qa.words.plan import TOGETHER

_SO = r"(?:那么?|这|它们?|其|该项|这一?[项笔个]|那一?[项笔个]|的|[,，])*"
_PART = rf"(?:占(?:了|到|据)?{SHARE}|占比(?:呢|是?多少)?|比重(?:呢|是?多少)?)(?:呢)?"
_MONEY_OF_IT = re.compile(
    rf"^(?:那么?)?(?:其中|当中|(?:这|它)?里面?|(?:这|它)?里头)[,，]?的?(?P<money>财政拨款|一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政拨款|拨款)?(?:的)?(?:收入|支出|资金|钱|部分)?(?:{_PART}|的?(?P<much>(?:是|有|安排|花)*了?多少(?:钱|万?元)?)(?:呢)?)$"
)
"""What of the thing before one kind of money makes up."""
_HALVES = frozenset(("基本支出", "项目支出"))
_COUNTED_BACK = re.compile(
    rf"^(?:那么?)?(?:刚才|刚刚|前面|之前|最开始|一开始|开头|最先|最初)(?:我)?(?:问|说|提|查)?(?:到|过)?的?(?:那|这)?(?:(?:第|头)(?P<n>[一二三四五1-5])个?|最前面?(?:那)?个)(?:科目|项目|数)?的?(?:数|金额)?{HOW_MUCH}$"
)
_COUNTED = re.compile(
    r"^(?:那么?)?第(?P<n>[一二三四五1-5])个(?:科目|项目|数)?的?(?:数|金额)?(?:是|有)?多少(?:钱|万?元)?来着$"
)
_FORMER = r"前者|前(?:面|头|边)?(?:那|这)?(?:一)?个|(?:第|头)一个|上面那个"
_LATTER = r"后者|后(?:面|头|边)?(?:那|这)?(?:一)?个|第二个|下面那个"
_OF_THAT_WHOLE = re.compile(
    rf"^(?:那么?)?(?P<a>{NAME})(?:呢)?[,，]?(?:又)?(?:在|从)?(?:里面?|其中|当中|中|它里面?|它当中)(?:所)?{_PART}$"
)
_IN_A_WHOLE = re.compile(
    rf"^{_SO}(?:在|从)(?P<whole>{NAME}|(?:全部|所有|全年|总|整个)?的?(?:支出|收入|开支))(?:里面?|里头|当中|之?中|内)[,，]?(?:能)?(?:算|占|排)?(?:到|了|得上)?{SHARE}(?:呢)?$"
)
_PUT_INTO_A_WHOLE = re.compile(
    rf"^(?:那么?|要是|如果|它|把它|[,，])*(?:放|拿|搁|摆|算)(?:到|在|进|入)(?P<whole>{NAME}|(?:全部|所有|全年|总|整个)?的?(?:支出|收入|开支))(?:里面?|里头|当中|之?中|内)?(?:去|来)?(?:看|算|比|说|讲)?(?:的话|一下)?[,，]?(?:又|能|会|要|是|占|有)*(?:呢|{SHARE})(?:呢)?$"
)
_AMOUNT = re.compile(
    rf"^{_SO}(?:具体|实际|绝对|到底|究竟|的)*(?:(?:换|换算|折|折算)?成?(?:金额|数额|钱数|款项|数字?|绝对[数额])(?:来?[说讲看]|表示)?{HOW_MUCH}?|(?:是|有|合|折合)?(?:多少|几)(?:钱|亿元|万元|元|块钱?)(?:呢)?)$"
)
_ANY_AMOUNT = re.compile(rf"^{_SO}(?:一共|总共|具体|又|的)*(?:是|有|安排了?|列了?)?多少(?:钱|万?元)?(?:呢)?$")
_IN_UNIT = re.compile(
    rf"^{_SO}(?:请|再)?(?:按|用|以)?(?:折合?|换|算|换算|折算)(?:算)?(?:成|为|作)?(?:人民币)?(?P<unit>亿元|万元|元)(?:来)?(?:算|说|计)?(?:的话)?(?:呢|(?:是|有|为)?(?:多少|几))?$"
)
_CODE = re.compile(
    rf"^{_SO}(?:钱|款项?|支出|费用)?的?(?:功能|经济)?(?:分类)?(?:科目)?的?(?:编码|代码|编号)(?:呢|(?:是|为)?(?:多少|什么|几|啥)?(?:呢)?)$"
)
_MEANS = re.compile(
    r"^(?:那么?)?(?:这|它|那|这个|该项|这一?项|这个?(?:科目|词))(?:又)?(?:是|指)(?:个)?(?:的是)?(?:什么|啥)(?:意思|含义)$"
)
_GOAL = re.compile(rf"^{_SO}(?:项目的?)?(?:(?:年度|总体|绩效)+(?:的)?)(?:绩效)?目标(?:是|有|为)?(?:什么|哪些|啥|呢)?$")
_WHICH_TABLE = re.compile(r"^(?:那么?)?(?:这|它)?(?:个)?(?:数)?(?:是|在|出自|来自|列在|印在)*哪(?:一)?(?:张|个)表(?:格)?(?:上|里|中)?的?(?:数)?(?:呢)?$")  # fmt: skip
_ONE_COLUMN = re.compile(
    rf"^(?:那么?)?(?:(?:它|这)?(?P<only>(?:只|单|光|仅)(?:看|算|要|说))|(?P<within>(?:它|这|那|其)?里[面头边]?|(?:它|这|那|其)?[其当之]中))的?[,，]?(?P<column>{NAME})(?P<asks>(?:(?:这|那)?一?(?:栏|列|块|部分|项)|的话|占了?|用了?|花了?|是|有|呢|多少|几|钱|万?元)*)$"
)
_ALL_COLUMNS = re.compile(
    rf"^(?:那么?)?(?:不分栏|不分列|不拆|不拆开|不区分|不分开|加在一起|全部栏目?)(?:看|算|的话)?[,，]?(?:那么?)?(?:总数|合计|总额|总计|总共|一共)?的?{HOW_MUCH}$"
)
_BOTH_COLUMNS = re.compile(
    r"^(?:那么?|它|其中|的)*基本(?:支出)?(?:和|、|与|跟|[,，])项目(?:支出)?[,，]?(?:又|分别|各自?|各)+(?:是|有|占|为|花了?)?(?:多少|几)(?:钱|万?元)?(?:呢)?$"
)
_OF_ITSELF = re.compile(
    rf"^(?:那么?)?占(?:了)?(?:它|其|该项|这一?项|本)?(?:自己|自身|本身)(?:的)?(?:总额|总数|合计|总的)?(?:的)?{SHARE}(?:呢)?$"
)
_AGAINST_ANOTHER = re.compile(
    rf"^(?:那么?)?(?:也|还|又|同样)*(?:比|跟|和|与|同)(?P<b>{NAME})(?:相?比)?(?:也|还|又|更|要)*(?:呢|(?P<way>[多高大少低小])(?:吗|么|呢|吧))$"
)
_AGAINST_IT = re.compile(
    rf"^(?:那么?)?(?P<a>{NAME})(?:呢)?[,，]?(?:是)?(?:比|较)(?:它|这个?|那个?|前者|前面那个)(?:是|要|还)*(?P<way>多还是少|少还是多|高还是低|低还是高|大还是小|小还是大)(?:呢)?$"
)
_ALL_OF_THEM = re.compile(
    rf"^(?:那么?)?(?:这|上述|以上|那)*(?P<n>[两二三四五六]|[2-6])?(?:项|个|笔|者|样|块)?(?:科目|费用|支出)?的?(?:总数|总额|合计数){HOW_MUCH}$"
)
_SO_MANY = re.compile(
    rf"^(?:那么?)?(?:这|那|上面|前面|刚才)*(?:的)?(?P<n>[三四五六3-6])(?:个|项|笔|者|样)(?:数|科目|费用|支出)?(?:都|全)?(?:加(?:在)?一?起来?|合(?:在)?一?起来?|一共|合计|总共|之和|加总|相加|的?总(?:和|额|数|计)){HOW_MUCH}?$"
)
_SAVED = re.compile(
    r"^(?:那么?|一?共|总共|又|等于)*(?:省|节省|节约|少花|少用|结余|结省)(?:下来|下|出)?了?(?:多少|几)(?:钱|万?元)?(?:呢)?$"
)
_UNSPENT = re.compile(
    r"^(?:那么?|它|现在|到?最后|到底|一共|总共|又|还)*(?:剩下?|剩余|余下?|结余|有)了?(?:多少|几)(?:钱|万?元)?(?:没有?|未)(?:能)?(?:花|用|支出|动)(?:完|掉|出去)?(?:的)?(?:呢)?$"
    r"|^(?:那么?|它|现在|到?最后|到底|又)*还(?:剩下?|剩余|余下?|结余)了?(?:多少|几)(?:钱|万?元)?(?:呢)?$"
)
"""What of one thing is not spent; of a budget that is not known."""
_BOTH_MEASURES = re.compile(r"预算.*决算|决算.*预算")
_MORE_THAN = re.compile(rf"^(?:那么?|它|又)*比(?P<b>{NAME})(?:还|要|更)*(?P<way>[多少高低])(?:出|了)*{HOW_MUCH}$")
_THE_ONE_BEFORE = re.compile(rf"^(?:那么?)?(?:前|上)(?:面|头|边)?(?:那|这)?一?个(?:科目|项目|数)?{HOW_MUCH}$")
_SPENT_TOGETHER = re.compile(
    r"^(?:那么?)?(?:这)?(?:总共|一共|合计|拢共)(?:要|得|需要?|会|共)*(?:花|用|支出|安排)(?:了|掉)?(?:多少|几)(?:钱|万?元)?(?:呢)?$"
)
_OTHERS_TOGETHER = re.compile(rf"^(?:那么?)?(?:换成)?(?P<list>{NAME}(?:(?:和|与|跟|、|及){NAME})+)呢$")
_THIS_YEAR = re.compile(rf"^(?:那么?)?(?:今年|本年|当年)度?的?(?:数|预算)?{HOW_MUCH}$")
_SAME_OF_ANOTHER = re.compile(rf"^(?:那么?)?(?P<before>(?:换成|要是|如果是)*)(?P<it>{NAME})(?P<rest>[^{NAME[1:]}*)$")
_SAYS_NOTHING_NEW = re.compile(
    r"那么?|呢|[,，]|也|又|的|是不是|是否|有没有|有无|对不对|对[吗吧]|是[吗吧]|吗|么|吧|没有?$|哪个文件|哪份文件|什么文件|如何|怎样|怎么样|一样|同样|情况|了"
)
_CLAIMS = re.compile(r"吗|么$|是否|是不是|有没有|吧$|对不对|没有?$")
_NOT_MONEY = re.compile(r"(?:车辆?|设备|仪器|房屋?|人[员数]|单位|机构|项目)$")
_LIST_OF_NUMBERS = {"两": 2} | {n: place for place, n in enumerate("零一二三四五六")} | {str(n): n for n in range(7)}


def said_out(text: str, before: Sequence[Turn], view: View) -> str | None:
    """A question that points at those before it, said out in full; empty where it points at what is not
    there; None where it does not point so."""
    if not before:
        return None
    asked = masked(text, view)
    last = before[-1]
    if _SPENT_TOGETHER.match(text) and (together := _together(before, view)):
        return together
    if _THE_ONE_BEFORE.match(text):
        turns = _singly(before, view)
        return f"{one_thing(turns[-_PAIR], view)}是多少" if len(turns) >= _PAIR else None
    if _UNSPENT.match(text) and (rows := rows_before(last, view)) and last.plan.operation is Operation.LOOKUP:
        left = len(rows) == 1 and _is_final(view)
        return f"{place_before(last, view)}{rows[0].removesuffix('支出')}决算数比预算数少多少" if left else ""
    if (m := _SO_MANY.match(text)) is not None:
        return so_many(_LIST_OF_NUMBERS[m["n"]], before, view)
    if (m := _COUNTED_BACK.match(asked.text) or _COUNTED.match(asked.text)) is not None:
        return _counted_back(_LIST_OF_NUMBERS[m["n"] or "一"], before, view)
    if _AMOUNT.match(asked.text) and EXTREME.search(last.said) and _CLAIMS.search(last.said) is None:
        if last.plan.operation is Operation.SHARE:
            return ""  # of the largest share, which it did not find
        if last.plan.operation is Operation.EXTREME and "谁" not in last.said:
            return last.said
    own, place = one_thing(last, view), place_before(last, view)
    of_it = _money_of_it(text, own, place, last) or (
        beside_it(asked.text, own, place, last, asked.shown, view) if own else by_a_money(text, last)
    )
    if of_it is not None:
        return asked.shown(of_it)
    if not asked.names and (of_two := _of_two(text, before, view)):
        return of_two
    for way in (_saved_or_more, _of_one, _of_column, _of_several, _of_shares):
        if said := way(asked.text, last, before, view):
            return asked.shown(said)
    return _against_another(asked.text, asked.shown, last, view) or _of_another(asked.text, asked.shown, last, view)


def _money_of_it(text: str, own: str, place: str, last: Turn) -> str:
    """What one kind of money makes up of the thing before (其中财政拨款占多少), or pays of all basic or project spending; empty where it is
    not asked."""
    item = own or (last.items[0] if len(last.items) == 1 else "")
    m = _MONEY_OF_IT.match(text)
    if m is None or not item or last.plan.operation is not Operation.LOOKUP:
        return ""
    if not m["much"]:
        return f"{place}{item}里{m['money']}占百分之几"
    return f"{place}{item}里财政拨款是多少" if m["money"] == "财政拨款" and item in _HALVES else ""


def rows_before(turn: Turn, view: View) -> list[str]:
    """What a question was about, without the columns of it."""
    return [i for i in turn.items if not heads_column(i, view)]


def place_before(turn: Turn, view: View) -> str:
    """The year, where it is another, and the table that a question was about, as words before what it names."""
    year = turn.plan.year
    when = "上年" if year == -1 else f"{year}年" if year not in {None, view.disclosure.meta.year} else ""
    return when + (f"{turn.scope}里" if turn.scope else "")


def one_thing(turn: Turn, view: View) -> str:
    """The one thing that a question was about, with its table and column; empty where it was about another number of things, or
    about what final accounts print beside what was spent."""
    rows = rows_before(turn, view)
    if len(rows) != 1 or len(turn.items) > _ROW_AND_COLUMN or (turn.plan.measures and _is_final(view)):
        return ""
    return place_before(turn, view) + "的".join((rows[0], *(i for i in turn.items if i != rows[0])))


_ROW_AND_COLUMN = 2


def _is_final(view: View) -> bool:
    return view.disclosure.meta.kind == "final"


def _singly(before: Sequence[Turn], view: View) -> list[Turn]:
    """The last questions in a row that each looked one thing up."""
    found: list[Turn] = []
    for turn in reversed(before):
        if turn.plan.operation is not Operation.LOOKUP or not one_thing(turn, view):
            break
        found.insert(0, turn)
    return found


def _saved_or_more(text: str, last: Turn, before: Sequence[Turn], view: View) -> str:
    """What was saved of a budget, and the part of a share against another thing."""
    if _SAVED.match(text) and _BOTH_MEASURES.search(last.said) and len(rows := rows_before(last, view)) == 1:
        item = rows[0].removesuffix("支出") if "经费" in rows[0] else rows[0]
        return f"{place_before(last, view)}{item}决算数比预算数少多少"
    if (m := _MORE_THAN.match(text)) is not None and (own := _part_before(before, view)):
        return f"{own}比{m['b']}{m['way']}多少"
    return ""


def _part_before(before: Sequence[Turn], view: View) -> str:
    """What a share was asked of that leaned on the question before it (其中服务多少？占总额的百分之几？): the part; empty else."""
    share = before[-1].plan.operation is Operation.SHARE and len(before) >= _PAIR
    return one_thing(before[-2], view) if share and before[-2].plan.operation is Operation.LOOKUP else ""


def _counted_back(place: int, before: Sequence[Turn], view: View) -> str:
    """刚才第一个是多少来着: the first of what was asked for."""
    named = [f"{place_before(turn, view)}{row}" for turn in before for row in rows_before(turn, view)]
    looked_up = all(t.plan.operation is Operation.LOOKUP and rows_before(t, view) for t in before)
    return f"{named[place - 1]}是多少" if looked_up and 0 < place <= len(named) else ""


def _of_two(text: str, before: Sequence[Turn], view: View) -> str:
    """前者占后者多少: the two things that were asked for last, each by its name."""
    former, latter = re.search(_FORMER, text), re.search(_LATTER, text)
    if former is None or latter is None:
        return ""
    last = before[-1]
    rows = rows_before(last, view)
    if len(last.items) == len(rows) == _PAIR and last.plan.operation is Operation.LOOKUP and not last.scope:
        pair = [f"{place_before(last, view)}{row}" for row in rows]
    elif len(last.items) == len(rows) == 1 and len(tables := scopes_in(last.plan.first)) == _PAIR:
        pair = [f"{last.plan.first[start:end]}里{rows[0]}" for start, end, _ in tables]
    else:
        turns = _singly(before, view)[-_PAIR:]
        pair = [one_thing(turn, view) for turn in turns]
    if len(pair) != _PAIR or pair[0] == pair[1] or TOGETHER.search(last.plan.first):
        return ""
    said = re.sub(_LATTER, lambda _: pair[1], re.sub(_FORMER, lambda _: pair[0], text))
    return re.sub(r"^那么?", "", said)


_PAIR = 2


def _of_one(text: str, last: Turn, before: Sequence[Turn], view: View) -> str:
    """What else is asked of the one thing that was asked about: its amount, its code, what it means, where it stands."""
    operation, one = last.plan.operation, one_thing(last, view)
    rows = rows_before(last, view)
    if operation is Operation.SHARE and _AMOUNT.match(text) and last.items:
        listed = TOGETHER.search(last.plan.first) is not None
        return f"{'和'.join(last.items)}合计是多少" if listed else f"{last.plan.first}是多少"
    projects = [p.name for p in view.disclosure.projects if key(p.name) in last.said]
    if _GOAL.match(text) and len(projects) == 1:
        return f"{key(projects[0])}的年度绩效目标是什么"
    if len(rows) == 1 and operation is Operation.LOOKUP and last.plan.unit in {"", "money"}:
        if _CODE.match(text):
            return f"{rows[0]}的科目编码是多少"
        if _MEANS.match(text):
            return f"{rows[0]}是什么意思"
    if not one:
        return ""
    if operation in {Operation.NAMED, Operation.TEXT, Operation.YES_NO}:
        told = _AMOUNT.match(text) or _ANY_AMOUNT.match(text)
        return f"{one}是多少" if told and not _NOT_MONEY.search(one) else ""
    if operation is not Operation.LOOKUP or last.plan.unit not in {"", "money"}:
        return ""
    if (m := _IN_UNIT.match(text)) is not None:
        return f"{one}是多少{m['unit']}"
    if _WHICH_TABLE.match(text):
        return f"{one}在哪一页"
    if _THIS_YEAR.match(text) and last.plan.year not in {None, view.disclosure.meta.year}:
        return f"{(f'{last.scope}里' if last.scope else '') + '的'.join(last.items)}是多少"
    if (m := _AGAINST_IT.match(text)) is not None:
        return f"{one}和{m['a']}哪个{m['way'][0]}"
    return ""


def _of_column(text: str, last: Turn, before: Sequence[Turn], view: View) -> str:
    """What is asked of the columns of a row: of one of them (只看基本支出那一栏), of all, of each."""
    rows = rows_before(last, view)
    if len(rows) != 1 or last.plan.operation is not Operation.LOOKUP or not is_row(rows[0], view):
        return ""
    own = place_before(last, view) + rows[0]
    columns = [i for i in last.items if i != rows[0]]
    if _ALL_COLUMNS.match(text):
        return f"{own}是多少" if columns else ""
    if _BOTH_COLUMNS.match(text):
        return f"{own}的基本支出和项目支出各是多少"
    if _OF_ITSELF.match(text):
        return f"{own}的{columns[0]}占{own}的百分之几" if len(columns) == 1 else ""
    m = _ONE_COLUMN.match(text)
    said = m is not None and (m["only"] or m["within"][:1] in "这那它" or re.search(r"多少(?:钱|万?元)$", m["asks"]))
    if m is not None and said and not columns:
        return f"{own}的{m['column']}是多少"
    return ""


def _of_several(text: str, last: Turn, before: Sequence[Turn], view: View) -> str:
    """What several things come to: those that one question asked for, those that were asked for one by one, others."""
    rows = rows_before(last, view)
    if last.plan.operation is not Operation.LOOKUP:
        return ""
    together = TOGETHER.search(last.plan.first) is not None
    several = len(rows) == len(last.items) >= _PAIR
    m = _ALL_OF_THEM.match(text)
    if m is not None and several and not together and _LIST_OF_NUMBERS.get(m["n"] or "", len(rows)) == len(rows):
        return f"{place_before(last, view)}{'和'.join(rows)}合计是多少"
    if (m := _OTHERS_TOGETHER.match(text)) is not None and several and together:
        return f"{place_before(last, view)}{m['list']}合计是多少"
    return ""


def _together(before: Sequence[Turn], view: View) -> str:
    """总共要花多少, after several things: what they come to; empty after one, which is asked for among all that is spent."""
    last, turns = before[-1], _singly(before, view)
    rows = rows_before(last, view)
    added_up = last.plan.operation is not Operation.LOOKUP or TOGETHER.search(last.plan.first) is not None
    if len(rows) == len(last.items) >= _PAIR and not added_up:
        return f"{place_before(last, view)}{'和'.join(rows)}合计是多少"
    return f"{'和'.join(one_thing(t, view) for t in turns)}合计是多少" if len(turns) >= _PAIR else ""


def so_many(number: int, before: Sequence[Turn], view: View) -> str | None:
    """三个加起来: so many things that were asked for together, or one by one; None where there are not so many."""
    rows, turns = rows_before(before[-1], view), _singly(before, view)
    if len(turns) >= number:
        return f"{'和'.join(one_thing(turn, view) for turn in turns[-number:])}合计是多少"
    one_question = before[-1].plan.operation is Operation.LOOKUP and len(rows) == len(before[-1].items) == number
    return f"{place_before(before[-1], view)}{'和'.join(rows)}合计是多少" if one_question else None


def _of_shares(text: str, last: Turn, before: Sequence[Turn], view: View) -> str:
    """What part of the whole of before something else is, or what part of a whole the thing of before is."""
    if (m := _OF_THAT_WHOLE.match(text)) is not None:
        if last.plan.operation is Operation.SHARE and last.plan.second:
            return f"{place_before(last, view)}{m['a']}占{last.plan.second}的百分之几"
        one = one_thing(last, view) if last.plan.operation is Operation.LOOKUP else ""
        return f"{m['a']}占{one}的百分之几" if one else ""
    if (m := _IN_A_WHOLE.match(text)) is not None and last.plan.operation in {Operation.LOOKUP, Operation.SHARE}:
        one = one_thing(last, view)
        return f"{one}占{m['whole']}的百分之几" if one else ""
    m = _PUT_INTO_A_WHOLE.match(text)
    if m is not None and last.plan.operation in {Operation.LOOKUP, Operation.SHARE} and len(last.items) == 1:
        return f"{last.items[0]}占{m['whole']}的百分之几"
    return ""


def _against_another(text: str, shown: Callable[[str], str], last: Turn, view: View) -> str | None:
    """比丙呢, after how far one thing is from another: how far it is from this."""
    m = _AGAINST_ANOTHER.match(text)
    if m is None or last.plan.operation not in {Operation.VERSUS, Operation.DIFFERENCE, Operation.RATIO}:
        return None
    said = masked(last.said, view)
    names = re.findall(NAME, said.text)
    if len(names) != _PAIR or "比" not in said.text or (m["way"] and f"{m['way']}" not in said.text):
        return None
    return said.shown(said.text.partition(names[1])[0]) + shown(m["b"]) + said.shown(said.text.partition(names[1])[2])


def _of_another(text: str, shown: Callable[[str], str], last: Turn, view: View) -> str | None:
    """丙呢, after whether something is so of 甲, or where it is told of it: the same question of this."""
    m = _SAME_OF_ANOTHER.match(text)
    if m is None:
        return None
    claims = _CLAIMS.search(last.said) is not None and last.plan.operation in {
        Operation.FILTER,
        Operation.EXTREME,
        Operation.YES_NO,
        Operation.VERSUS,
    }
    rest = _SAYS_NOTHING_NEW.sub("", m["rest"])
    if not (claims or (last.plan.operation is Operation.TEXT and rest)) or rest not in last.said:
        return None
    said = masked(last.said, view)
    names = re.findall(NAME, said.text)
    two = last.plan.operation is Operation.VERSUS and len(names) == _PAIR and "比" in said.text
    if not (len(names) == 1 or two) or heads_column(shown(m["it"]), view):
        return None
    return said.shown(said.text.replace(names[0], shown(m["it"])))
