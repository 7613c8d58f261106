"""What everyday words ask of things that a document names, in the words that plans know: their sum, each of them, how far they
are apart, which is more, what part or how many times one is of another, what is left without one, a month's part.

The names are masked first, so that a frame is read by its grammar: a question is restated where all of its words have a place
in it, and stays as it is where one has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qa.documents.figures import View
from qa.terms.terms import spot
from qa.words.left_out import NAME, Masked
from qa.words.lexicon import lexicon
from qa.words.numerals import number_of


def of_named_things(text: str, view: View) -> str:
    """A folded question that asks something of named things, in plain words; empty where it is no such question, or says
    more than that."""
    asked = _bare(_set_apart(named_in(text, view), view))
    if not asked.names or _is_of_another_side(asked):
        return ""
    if _is_of_another_measure(asked.text, view):
        both = re.search("决算|执行|实际", asked.text) is not None
        told = (
            _several(asked)
            if _BUDGETED.search(asked.text) and not both and view.disclosure.meta.kind == "final"
            else ""
        )
        return re.sub("(?=各是|分别是|合计是)", "的年初预算", told, count=1)
    for way in _WAYS:
        if told := way(asked):
            return told if told != text else ""
    return ""


def named_in(text: str, view: View) -> Masked:
    """A question with the things masked that the document names; kinds of money and tables are none."""
    spans = [
        (t.start, t.text)
        for t in spot(text, view).terms
        if not t.fuzzy and (t.names or t.code) and text.startswith(t.text, t.start)
        and not any(money.words.fullmatch(t.text) for money in lexicon().soft)
    ]  # fmt: skip
    return Masked.of(text, sorted(spans))


def _set_apart(asked: Masked, view: View) -> Masked:
    """A question in which names follow one another (甲乙各多少) with what stands between them; what heads a column is of the
    row before it."""
    heads = {c for f in view.figures for c in f.columns}
    if not re.search("各|分别", asked.text) or any(name in heads for name in asked.names):
        return asked
    return Masked(re.sub(rf"(?<={NAME})(?={NAME})", "、", asked.text), asked.names)


def _bare(asked: Masked) -> Masked:
    """A question without words that only count a name as one thing (甲这块, 乙一份) or close it politely."""
    return Masked(_CLOSES.sub("", _AS_ONE.sub("", asked.text)), asked.names)


_AS_ONE = re.compile(rf"(?<={NAME})(?:[这那]一?[块笔份项个]|一[份笔项](?=[,、和与跟同]))(?:科目|支出|费用|钱)?")
_CLOSES = re.compile(
    r"(?:[,。]?(?:请|烦请|麻烦|望)?(?:告知|算一算|算算|算一下|报一下|说一下|速答|谢谢))?[呢呀啊哦哈嘛。]*$"
)


def _is_of_another_measure(text: str, view: View) -> bool:
    """Whether words ask for a budget in final accounts, or for what was spent in a budget."""
    return re.search("预算|年初" if view.disclosure.meta.kind == "final" else "决算|执行|实际", text) is not None


_BUDGETED = re.compile(r"年初预算|预算数")


def _is_of_another_side(asked: Masked) -> bool:
    """Whether words ask for the income of what is spent, or the other way round."""
    comes_in = [name.endswith("收入") for name in asked.names]
    if re.search(r"收(?!支)|进账|进来|来源|渠道", asked.text):
        return not all(comes_in)
    return any(comes_in) and re.search(r"(?<!收)支出|花|开支|开销", asked.text) is not None


_SIGNS = (
    ("N", NAME),
    ("T", r"加(?:在|到)?一(?:起|块)儿?|合(?:在|到|并)?(?:一(?:起|块)儿?|起来)|加起来|合并|合计数?|总计|共计|一共|总共|拢共|统共|之和|总和|加总|相加|求和|汇总|总(?:额|数|量)|总?盘子|加一下|算一块儿?|(?:凑|归|并|捆|堆|加|拢)(?:在|到|成|个)?一?(?:块儿?|起|总)|并一并|合一合|[叠累]加(?:起来|后)?|(?:视为|[看当算]作|看成)一(?:体|个?整体|项|个|笔)|(?<!公)共"),
    ("E", r"分别|各自?(?![类种项级款])|每一?项|逐项|逐条|分项|依次"),
    ("+", r"(?:再|也)?(?:加上?|算上)|外加|连同|\+"),
    ("J", r"以及|还有|和|与|及|跟|同|、|并(?=求和|合计|加|给)"),
    (",", r"[,:]"),
    ("A", r"多少|几何|几多|若干|什么数|多大(?:的?一笔)?数?|多大|多高|几(?=万|元|钱|亿|$)|=$"),
    ("a", r"金额|数额|额度|(?:支出|(?:年初)?预算|决算|执行)数|数(?:字|目)?|规模"),
    ("n", r"(?:这|那)?[两二三四五六](?:方面|渠道|科目|大?[项个块类种样笔者](?:政府)?(?:采购)?)"),
    ("", r"请问?|麻烦|帮我?|帮忙|告诉我|我?想(?:知道|看看|问)|看看|查(?:一下|查)?|算(?:一下|算)?|报(?:一下|个|出)?|列(?:出|一下)?|说(?:明|一下|说)?|先|给出|给个?|一下|把|将|对(?=[\ue200-\ue2ff])|在|于|(?<=[\ue200-\ue2ff])上"),
    ("", r"末尾|最后|末了|附上?(?=合计|总)|掏|一年下来|又(?=多少|几)|系(?=多少|几)"),
    ("", r"(?:若|如果|如|倘若|假如|假设|要是)(?=[合加并算放]|把|将)|成(?:一[项笔个块]|[1一]项)|的话|放(?:在)?|款子?|款项|(?<=[\ue200-\ue2ff])(?:这|那)?一[份笔项块]"),
    ("", r"今年|本年度?|全年|当年|一年(?:下来)?|到底|究竟|大概|大约"),
    ("", r"用(?:于|在|到)?|花(?:费|在)?|投(?:入|在|到|向)?|安排|拨付?|批|编|开支|开销|支出|进(?:来|账)|来源|渠道|科目|项目?|收入?|费用|经费|资金|预算|决算|执行|实际|钱"),
    ("", r"打算|计划|准备|需要|要|能|会|可以|得|又|再|还|都|也|并|一并|同时|以?后|就|的|了|是|有|为|等于|出|到|掉|呢|呀|吧|万元?|元|块"),
)  # fmt: skip
_TOKENS = tuple((sign, re.compile(words)) for sign, words in _SIGNS)


def _signs(text: str) -> str:
    """One sign for each word that joins names, adds them up or asks for amounts, none for words of courtesy, verbs and
    particles; empty where a word is none of these."""
    told, at = "", 0
    while at < len(text):
        found = next(((sign, m.end()) for sign, words in _TOKENS if (m := words.match(text, at)) is not None), None)
        if found is None:
            return ""
        told, at = told + found[0], found[1]
    return told


_LIST = r"N(?:(?:[J+]+N)+|(?:,N)+)"
_IN_TURN = re.compile(r"NA(?:[,J]+NA)*[,J]+NA?(?P<sum>,?[TA,]*)")
_LISTED = re.compile(rf"(?P<before>[TEAa,]*)(?P<list>{_LIST})(?P<after>[TEAaJ,]*)")


def _several(asked: Masked) -> str:
    """甲连同乙共多少, 甲、乙各花多少，总数多少: their sum, each of them, or both."""
    if _ADDED_IN.fullmatch(asked.text) is not None:
        return f"{asked.names[1]}和{asked.names[0]}合计是多少"
    signs = _signs(_TOLD_ME.sub(r"\g<1>", asked.text))
    counted = [
        number_of(m[1]) for m in re.finditer(r"([两二三四五六])(?:方面|渠道|科目|[项个块类种样笔者])", asked.text)
    ]
    if signs.count("N") < _PAIR or any(n != signs.count("N") for n in counted):
        return ""
    signs = signs.replace("n", "")
    things = f"{'、'.join(asked.names[:-1])}和{asked.names[-1]}"
    if (turn := _IN_TURN.fullmatch(signs)) is not None:
        return f"{things}各是多少,合计是多少" if "T" in turn["sum"] else f"{things}分别是多少"
    m = _LISTED.fullmatch(signs)
    if m is None:
        return ""
    beside = f"{m['before']},{m['after']}"
    if "," in m["list"] and not re.search("[TE]", beside):
        return ""  # the first may be what the second is of
    if "T" not in beside:
        added = re.fullmatch(r"N(?:\+N)+", m["list"]) is not None and "E" not in beside
        return f"{things}合计是多少" if added and "A" in beside else f"{things}分别是多少" if beside != "," else ""
    if re.search(r"ET|TE", beside):
        return f"{things}分别是多少"
    both = "E" in beside or re.search(r"[Aa][,J]+T", m["after"]) is not None
    return f"{things}各是多少,合计是多少" if both else f"{things}合计是多少"


_PAIR = 2
_TOLD_ME = re.compile(r"^(?:能|可以|可否|能否|方便)(?:不能|请)?(?:告诉我?|说说|讲讲)(.*?)吗?$")
_ADDED_IN = re.compile(
    rf"(?:如果|要是|假如)?[把将]{NAME}(?:也|都|一并)*(?:[算计并加](?:进|入|到)|归[入到])(?:到)?{NAME}[里中内]?(?:的话)?,(?:一共|总共|总额|总数|合计|总计|加起来|会|是|有|为|要)+(?:多少|几)(?:钱|万元?|元)?"
)
_HEAD = r"(?:请问?|麻烦|帮我?|帮忙|能告诉我|告诉我|我?想(?:知道|看看|问)|看看|算(?:一下|算)?|查(?:一下|查)?|今年|本年度?|全年|当年|[,的])*+"
_SPENT = r"(?:花|用|列|安排|投入?|支出?|收入?|拨付?|批|编|开支|支付)"
_MUCH = r"(?:的|是|有|为|出|来|了|到|能|要|会|,|还|数额|金额|部分|差额?)*(?:多少|几何|几多|几)(?:钱|万元?|元|预算|经费|资金|的|呢|开支|支出)*"
_MORE = rf"(?:要|还|更)*(?:(?:多|高|大|超)(?:出来?|{_SPENT})?|高出|多出)了?"
_LESS = rf"(?:要|还|更)*(?:少|低|小)(?:出|{_SPENT})?了?"
_THAN = r"(?:比起|比较|相较(?:于|之下)?|较之?|相比于?|对比|比)"
_GAPS = tuple(
    re.compile(frame)
    for frame in (
        rf"{_HEAD}(?:和|与|跟|同|{_THAN})(?P<b>{NAME})(?:来|相?比(?:较|起来)?|而言)?,(?P<a>{NAME})(?:(?P<more>{_MORE})|{_LESS}){_MUCH}",
        rf"{_HEAD}(?P<b>{NAME})(?:还|要|再)*(?:差|缺|少|加|添)(?P<more>{_MUCH}),?(?:才|就|才能|就能|方)?(?:能|会|可以)?(?:赶上|赶得上|追上|够得?[上着到]?|达到|追平|赶平|抵得上|跟得上|等于|到|和)(?P<a>{NAME})(?:持平|一样多?|相等)?",
        rf"{_HEAD}(?P<a>{NAME})(?:要)?{_THAN}(?P<b>{NAME})来?(?:(?P<more>{_MORE})|{_LESS}){_MUCH}",
        rf"{_HEAD}(?P<a>{NAME})(?:(?P<more>[大高多]于|超[过出]|[高多]出|领先于?|[胜压盖]过)|[小低少]于|不及|落后于?|逊于|输给)(?P<b>{NAME}){_MUCH}",
    )
)
_LESS_THAT = re.compile(
    rf"{_HEAD}[拿用把将以]?(?P<a>{NAME})(?P<out>(?:,?(?:再|又|并|然后)*(?:-|减(?:去|掉)?|扣(?:除|掉|去))(?:去|掉)?{NAME})+)(?:[,以之后]|的?(?:结果|得数|余额|差[额值]?)|=|等于|还?剩下?|余下?|是|得|为|有|会|还)*(?:多少|几何|几|何|什么数)?(?:钱|万?元)?"
)


_BETWEEN_THEM = re.compile(
    rf"{_HEAD}(?P<a>{NAME})(?:和|与|跟|同|、|离|距离?)(?P<b>{NAME})(?:[这那]?两[项个者笔])?(?:之间|中间|相比|相较|比较|的|,)*(?:隔着?|差着|差开|差出|悬殊|差异|差别|差距|拉开)(?:了|是|有|为|出)*(?:多少|几何|几|多大)(?:钱|万?元)?"
)


def _apart(asked: Masked) -> str:
    """甲高于乙多少, 相较于乙，甲多花多少, 甲－乙=: how much more or less one is."""
    if (m := _first_of(_GAPS, asked.text)) is not None:
        return asked.shown(f"{m['a']}比{m['b']}{'多' if m['more'] else '少'}多少")
    if (between := _BETWEEN_THEM.fullmatch(asked.text)) is not None:
        return asked.shown(f"{between['a']}和{between['b']}相差多少")
    m = _LESS_THAT.fullmatch(asked.text)
    if m is None or re.fullmatch(rf"{NAME}减(?:去|掉)?{NAME}", asked.text):
        return ""
    out = asked.each(m["out"])
    listed = f"{'、'.join(out[:-1])}和{out[-1]}" if len(out) > 1 else out[0]
    return f"{asked.shown(m['a'])}减去{listed}是多少"


_WHICH = r"(?:何者|哪一?(?:个|项|边|块|头|样|类|种|笔|方面|部分|科目)?|谁|孰)"
_WORDS_OF_MONEY = (
    rf"(?:{_SPENT}|占|钱|预算|金额|数额|经费|资金|开支|花费|规模|数|的|得|在|上|里|了|更|较|比较|要|还|显然)*"
)
_WAY = r"(?:(?P<more>多|高|大|贵|凶|猛|狠|厉害|费)|少|低|小|便宜|省)(?:一?些|一?点|钱)?"
_TWO = rf"(?:在)?(?P<a>{NAME})(?:和|与|跟|同|、|,)(?P<b>{NAME})"
_GAP_TOO = r"(?P<gap>,(?:相?差|多|高|大|少|低|小)(?:出|额|了|是|有)*(?:多少|几)(?:钱|万元?|元)?)?"
_BETWEEN = r"(?:上(?=花钱)|花钱|开支|这?(?:两|二)(?:项|个|者|块|样|类)(?:科目|支出|费用)?|相?比(?:较|起来)?|之?[间中]|里面?|,)*"
_WHICH_MORE = tuple(
    re.compile(frame)
    for frame in (
        rf"{_HEAD}{_TWO}{_BETWEEN}(?:单位|钱|在|是)*{_WHICH}{_WORDS_OF_MONEY}{_WAY}{_GAP_TOO}",
        rf"{_HEAD}{_TWO}{_BETWEEN}(?:的|金额|数额|预算|更|比?较|要)*{_WAY}的(?:那?一?[项个])?(?:是)?{_WHICH}",
        rf"{_HEAD}(?:论|按|从|就)?(?:金额|数额|大小|多少|规模|钱数)?(?:论|说|看|讲|来看|而言|上)?,?{_TWO}{_BETWEEN}(?P<more>{_WHICH}(?:排|排名|排位|列)?在?(?:更)?(?:前面?|靠前|上面)|比(?:一?比)?(?:大小|高低|多少))",
        rf"{_HEAD}{_TWO}{_BETWEEN}(?:的)?(?P<more>[谁孰][多大高重])[谁孰][少小低轻](?:\(?:?[按论以](?:金额|数额)\)?)?",
        rf"{_HEAD}{_TWO}{_BETWEEN}{_WHICH}(?:才|算|是|占)+(?P<more>大头|老大|主要的?|多数|第一)",
        rf"{_HEAD}(?:钱)?(?:是|给)?(?P<a>{NAME}){_WORDS_OF_MONEY}{_WAY}(?:呢|,|还是)+(?:是|给)?(?P<b>{NAME}){_WORDS_OF_MONEY}",
        rf"{_HEAD}{_TWO}{_BETWEEN}(?P<more>(?:钱|资金|预算|经费|财力)*(?:主要|大头|多半|更多)的?(?:钱|资金|预算|经费)?(?:地|是|都|会)*(?:流向|偏向|投向|给|划给|[花用投]?[在到给向]?))了?{_WHICH}[上里头]?了?",
        rf"{_HEAD}{_WHICH}{_WORDS_OF_MONEY}{_WAY},(?:是)?(?P<a>{NAME})(?:还是|、|和|与|跟|或者?)(?P<b>{NAME})",
        rf"{_HEAD}(?:是|给)?(?P<a>{NAME}){_WORDS_OF_MONEY}(?:,|还是)+(?:是|给)?(?P<b>{NAME}){_WORDS_OF_MONEY}{_WAY}",
        rf"{_HEAD}(?:钱|资金|预算|经费)?(?:是|给)?(?P<a>{NAME}){_WORDS_OF_MONEY}{_WAY}(?:,|还是)+(?:是|给)?(?P<b>{NAME}){_WORDS_OF_MONEY}(?:多|高|大|贵|少|低|小|便宜|省)(?:一?些|一?点|钱)?",
        rf"{_HEAD}(?:单位|钱|资金|预算|收入|的)*(?P<more>更多|主要)(?:地|是)?(?:来自|来源于|靠|[花用投]在|用于|给)(?P<a>{NAME})还是(?:来自|来源于|靠|[花用投]在|用于|给)?(?P<b>{NAME})",
    )
)  # fmt: skip


_ALL = rf"{NAME}(?:(?:、|以及|还有|[和与及跟同,]){NAME}){{2,}}(?:这?[三四五六](?:项|个|者|块|样|类)(?:科目|支出|费用)?|之?[间中]|里面?|,)*"
_WHICH_MOST = (
    re.compile(
        rf"{_HEAD}{_ALL}{_WORDS_OF_MONEY}(?P<more>[谁孰](?:最)?[高多大]|{_WHICH}(?:才|算|是|占)+(?:大头|老大|第一|头名))"
    ),
    re.compile(rf"{_HEAD}{_ALL}{_WORDS_OF_MONEY}[谁孰](?:最)?[低少小](?P<more>)"),
    re.compile(
        rf"{_HEAD}{_ALL}{_WHICH}{_WORDS_OF_MONEY}最{_WORDS_OF_MONEY}(?:(?P<more>多|高|大|贵|凶)|少|低|小|省|便宜)钱?"
    ),
    re.compile(
        rf"{_HEAD}{_ALL}{_WORDS_OF_MONEY}最(?:(?P<more>多|高|大|贵|费)|少|低|小|省|便宜)钱?的(?:一?[项个])?(?:是)?(?:{_WHICH}|什么)?"
    ),
)


_LIST_OF_ALL = rf"{NAME}(?:(?:、|以及|还有|[和与及跟同,]){NAME})+"
_RANKED = re.compile(
    rf"{_HEAD}(?:[把将给对])?{_LIST_OF_ALL}(?:这?[两三四五六](?:项|个|者|块|样|类)(?:科目|支出|费用|采购)?|支出|,|的|给我)*(?P<way>(?:[按照以依]|[从由][大多高少小低]到?[大多高少小低]|大小|高低|多少|金额|数额|预算|顺序|次序|来|的|,)+)(?:怎么|如何)?(?:排|列|排列|排序)(?:个|一下|一排|一列|列|序|队|名|出来|次)*"
    rf"|{_HEAD}(?:[把将给对])?{_LIST_OF_ALL}(?:这?[两三四五六](?:项|个|者|块|样|类)(?:科目|支出|费用)?|,|的|给我)*排(?:个|一下|一排)?(?:座次|名次|序|队|大小|高低|顺序)"
)


def _which_is_more(asked: Masked) -> str:
    """甲多还是乙多, 甲、乙两项中较小的是哪项, 甲与乙孰多孰少: which of two; and by how much, where that is asked too. Of more than
    two (甲、乙和丙中最高的): which is the most."""
    if (most := _first_of(_WHICH_MOST, asked.text)) is not None:
        return f"{'、'.join(asked.names[:-1])}和{asked.names[-1]}哪个最{'多' if most['more'] else '少'}"
    if (ranked := _RANKED.fullmatch(asked.text)) is not None:
        way = "从少到多" if re.search("[从由](?:少|小|低)", ranked["way"] or "") else "从多到少"
        return f"{'、'.join(asked.names[:-1])}和{asked.names[-1]}{way}怎么排"
    m = _first_of(_WHICH_MORE, asked.text)
    if m is None:
        return ""
    gap = f",{'多' if m['more'] else '少'}多少" if m.groupdict().get("gap") else ""
    return asked.shown(f"{m['a']}和{m['b']}哪个{'多' if m['more'] else '少'}{gap}")


_SHARE = r"(?:比例|比重|百分比|份额|占比|权重|比率|比值)"
_PERCENT = rf"(?:百分之(?:几|多少)|几成|几分之[几一]|(?:几|多少)个?(?:百分)?点|(?:几|多少)个?%|多(?:大|少|高)(?:的)?(?:{_SHARE}|一部分|一块)|{_SHARE}(?:是|有|为|占)?(?:多少|几何|几成|几|多大|多高)?)"
_GIVEN = r"(?:是|来自|[花用投落]在|[花用投]到|用于|投向|流向|流到|[拨划分]?给|归|属于|进)"
_ALL_OF = r"(?P<all>(?:(?:全部|总|所有|整个|全年|今年|本年|单位|部门|的)*(?:支出|开支|花销|预算|盘子|支出总[额盘]|支出总盘子|预算总盘子)|总盘子)|(?:全部|总|所有|整个|全年|今年|本年|单位|部门|的)*收入)"
_PARTS = tuple(
    re.compile(frame)
    for frame in (
        rf"{_HEAD}(?:拿|把|用)?(?P<part>{NAME})(?:跟|和|与|同|对)(?P<whole>{NAME})(?:相?比|对比|比较),?(?:占|是|为)了?{_PERCENT}",
        rf"{_HEAD}(?P<part>{NAME})占了?(?P<whole>{NAME})的?{_PERCENT}",
        rf"{_HEAD}[以拿用](?P<whole>{NAME})(?:当作?|作?为)(?:基数|分母|基准|底数?|百分之百|100%),(?P<part>{NAME})占了?(?:多少|{_PERCENT})",
        rf"{_HEAD}(?:(?P<whole>{NAME})|{_ALL_OF})(?:的|里面?|里头|当?中|内|,)*(?:大概|大约|约|会|要|[拿划抽切分]出|安排)*有?{_PERCENT}的?(?:钱|资金|额度|部分)?(?:都|会|要|被|是)*{_GIVEN}了?(?P<part>{NAME})(?:上面?|头上)?的?(?:,按百分比(?:来)?(?:说|算|讲|表示))?",
        rf"{_HEAD}(?P<part>{NAME})(?:之于|相对于?|对于?|[在于](?:整个)?)(?:(?P<whole>{NAME})|{_ALL_OF})(?:里面?|里头|当?中|内|之中)?的?(?:所占|占)?的?{_SHARE}(?:是|有|为|占)?(?:多少|几何|几成|多大|多高|几)?",
        rf"{_HEAD}(?P<part>{NAME})(?:大约|大概|约)?(?:约?当|相当|合|约合|抵|为|是)(?:于|得上)?(?P<whole>{NAME})[之的](?:几成|几分之[几一]|百分之(?:几|多少)|多大的?一?(?:部分|块)|多大的?{_SHARE})",
        rf"{_HEAD}[以拿用把将](?P<whole>{NAME})(?:看[作成]|当[作成]?|算[作成]?|视为|作为|定为)(?:100%?|一百|百分之百|1)(?:份)?(?:的话|来算|,)*(?P<part>{NAME})(?:就|则|会|相当于|占|是|为|能|等于|有)*(?:多少|几|{_PERCENT})(?:份)?",
        rf"{_HEAD}(?P<part>{NAME})占{_ALL_OF}的?{_PERCENT}",
        rf"{_HEAD}(?P<part>{NAME})[在于摊](?:在|到)?(?:(?P<whole>{NAME})|{_ALL_OF})(?:里面?|里头|当?中|内|之中|上|,)*(?:能|会|大概|大约|要|可以|所|的|能够)*(?:占|是|有|为|占到|占了)?(?:几分|{_PERCENT})",
        rf"{_HEAD}(?:(?P<whole>{NAME})|{_ALL_OF})(?:里面?|里头|当?中|内|之中|,)*(?P<part>{NAME})的?(?:所占的?|占的?)?{_SHARE}(?:系|是|有|为|占)?(?:多少|几何|几成|多大|多高|几|如何|怎样|怎么样)?",
        rf"{_HEAD}(?:(?P<whole>{NAME})|{_ALL_OF})(?:这|那)?(?:一?[块张个])?(?:大?饼|蛋糕|盘子)?(?:里面?|里头|当?中|,)*(?P<part>{NAME})(?:切走?|分走?|拿走?|占去?|吃掉?|占走)了?(?:多大的?一?[块份]|几成|多大的?{_SHARE}|百分之(?:几|多少))",
        rf"{_HEAD}(?P<part>{NAME})(?:除以|/|÷)(?P<whole>{NAME}),?(?:再|然后)?(?:乘以?|[x×*])(?:100%?|一百|百分之百)(?:等于|是|得|=|为)*(?:多少|几)?%?",
        rf"{_HEAD}(?P<part>{NAME})比上(?P<whole>{NAME}),?(?:等于|是|得|=|为)*{_PERCENT}",
        rf"{_HEAD}每?(?:花|用|支出|收入?|安排)(?:出去?|掉|了|进来?)?(?:100|一百|百)(?:块|元)(?:钱)?(?:里面?|里头|当?中|,)*(?P<part>{NAME})(?:就|要|会|大概|大约|能)*(?:[花用占分拿]|占用)(?:掉|去|走|了|到)*(?:多少|几)(?:块|元|钱)?(?:钱)?",
        rf"{_HEAD}[以拿用把]?(?P<whole>{NAME})(?:做|当|作为?|为|是)分母,[以拿用把]?(?P<part>{NAME})(?:做|当|作为?|为|是)分子,?(?:结果|得数|{_SHARE})?(?:是|为|得)?(?:{_PERCENT}|多少|几何|几)?",
        rf"{_HEAD}[以拿用把]?(?P<part>{NAME})(?:做|当|作为?|为|是)分子,[以拿用把]?(?P<whole>{NAME})(?:做|当|作为?|为|是)分母,?(?:结果|得数|{_SHARE})?(?:是|为|得)?(?:{_PERCENT}|多少|几何|几)?",
        rf"{_HEAD}每?(?:100|一百|百)(?:块|元)(?:钱)?(?:的?(?:支出|开支|花销|收入|预算))?(?:里面?|里头|当?中|,)*(?:就|会|大概|大约|约|要)*有?(?:多少|几)(?:块|元)(?:钱)?(?:都|会|要|是)*{_GIVEN}了?(?P<part>{NAME})(?:上面?|头上)?[的了]?",
    )
)  # fmt: skip
_TWO_PARTS = re.compile(rf"{_HEAD}(?P<whole>{NAME})(?:里面?|当?中)?,?基本(?:和|与|跟|、)项目(?:分别|各)占了?{_PERCENT}")
_OWN_PARTS = re.compile(
    rf"{_HEAD}(?P<row>{NAME})(?:的|里面?|里头|当?中|名下|项下|下|,)*(?P<a>{NAME})(?:和|与|跟|、)(?P<b>{NAME})(?:分别|各自?)占(?:了|到|比)?(?:多少|{_PERCENT})?"
)
_COLUMNS = {"基本支出", "项目支出"}


def _part_of(asked: Masked) -> str:
    """以乙为基数，甲占多少, 乙的百分之几用在甲上: what part one is of the other."""
    if (of_two := _TWO_PARTS.fullmatch(asked.text)) is not None:
        return asked.shown(f"基本支出和项目支出各占{of_two['whole']}的百分之几")
    own = _OWN_PARTS.fullmatch(asked.text)
    if own is not None and {asked.shown(own["a"]), asked.shown(own["b"])} == _COLUMNS:
        return asked.shown(f"{own['row']}的{own['a']}和{own['b']}各占百分之几")
    m = _first_of(_PARTS, asked.text)
    if m is None:
        return ""
    part = asked.shown(m["part"])
    side = "收入" if "收入" in (m.groupdict().get("all") or part) else "支出"
    return f"{part}占{asked.shown(m.groupdict().get('whole') or '') or f'{side}总计'}的百分之几"


_HOW_OFTEN = r"(?:几|多少)倍"
_TIMES = tuple(
    re.compile(frame)
    for frame in (
        rf"{_HEAD}(?P<a>{NAME})(?:的钱|规模|预算|能|可以|大概|大约)*(?:相当于|等于|[抵顶](?:得上|得了|上)?)(?:(?:几|多少)个|{_HOW_OFTEN}的)(?P<b>{NAME})",
        rf"{_HEAD}(?P<a>{NAME})(?:能|可以|大概|大约)*[抵顶](?:得上|得了|上)?(?P<b>{NAME})的?{_HOW_OFTEN}",
        rf"{_HEAD}(?P<b>{NAME})(?:乘以?|乘上)(?:多少|几)倍?(?:才|就|能|会|可以)*(?:等于|是|得到?|到)(?P<a>{NAME})",
        rf"{_HEAD}(?P<b>{NAME})的{_HOW_OFTEN}(?:才|就|会)?(?:是|等于|到|[抵顶]得?上|够)(?P<a>{NAME})",
        rf"{_HEAD}(?P<a>{NAME})(?:能|可以|大概|大约)*有(?:(?:几|多少)个(?P<b>{NAME})|(?P<whole>{NAME})的?(?:(?:几|多少)个|{_HOW_OFTEN}))(?:那么|这么)?[多大高]?",
        rf"{_HEAD}(?P<a>{NAME})比(?P<b>{NAME})(?:要|还)?[高多大](?:出|了)*{_HOW_OFTEN}",
        rf"{_HEAD}(?P<a>{NAME})(?:[/÷]|除以)(?P<b>{NAME}),?(?:等于|=|是|得)*{_HOW_OFTEN}",
        rf"{_HEAD}(?P<a>{NAME})(?:和|与|跟|同|比|对|:)(?P<b>{NAME})(?:之间)?(?:的比例?|之比|的比值|的倍数关系)?(?:是|为|大概|大约|约)*(?:几比几|多少比多少)",
        rf"{_HEAD}(?:几|多少)个(?P<b>{NAME})(?:加起来|合起来|合在一起|加一起|才|就|能|会|可以|,)*(?:够|抵|顶|等于|是|赶上|到|相当于)(?:得?上|得了|一个)?(?P<a>{NAME})",
        rf"{_HEAD}(?P<a>{NAME})(?:的钱)?(?:能|可以|大概|大约)*够?(?:付|买|花|发|交|抵|顶|办|支付|支撑|养)(?:得起|得了)?(?:几|多少)[回次个遍](?P<b>{NAME})",
        rf"{_HEAD}(?P<a>{NAME})[::](?P<b>{NAME}),?(?:等于|约|大概|大约|是|为|=)*(?:几比[一几]|多少比一|几倍)",
        rf"{_HEAD}(?P<a>{NAME})是(?:不是)?(?P<b>{NAME})的(?:好?几|多少)倍,?(?:到底|究竟|具体)?(?:是)?(?:几|多少)倍",
        rf"{_HEAD}按倍数来?(?:算|说|看|讲),?(?P<a>{NAME})是(?P<b>{NAME})的(?:多少|几)倍?",
    )
)


def _times(asked: Masked) -> str:
    """甲抵得上几个乙, 乙乘以几才等于甲, 乙的几倍才是甲: how many times the other one is."""
    m = _first_of(_TIMES, asked.text)
    return asked.shown(f"{m['a']}是{m['b'] or m['whole']}的几倍") if m is not None else ""


_TAKEN = r"(?:砍[掉去]|省掉|取消|剔[除掉]|去掉|扣[除掉]|减[去掉]|拿掉|刨[去掉除]|除去|抛开|撇开)"
_LEFT = r"(?:,|一?共|总共|余额|余下|剩下|剩余|剩|余|还|会|就|的|是|有|为|要)*(?:多少|几何|几多|多大)(?:钱|万元?|元)?"
_WITHOUT = tuple(
    re.compile(frame)
    for frame in (
        rf"{_HEAD}(?:把|将)?(?P<out>{NAME})从(?P<whole>{NAME})(?:里面?|当?中)?{_TAKEN}(?:以?后|之后)?{_LEFT}",
        rf"{_HEAD}(?:要是|如果|假如|假设|若)?(?:把|将)(?P<out>{NAME})(?:全部?|都|给|整个)*{_TAKEN}(?:了)?(?:以?后|之后|的话)?,?(?P<whole>{NAME}|总盘子){_LEFT}",
        rf"{_HEAD}(?P<whole>{NAME}|总盘子)(?:里面?|里头|当?中|内|,)*(?:不是|不属于|不算|非)(?P<out>{NAME})的(?:部分|资金|钱|其余|其他|支出|[,])*{_LEFT}",
        rf"{_HEAD}(?:{_TAKEN}|不[含算计]|不包括|(?:要是|如果|假如)?没有)(?P<out>{NAME})(?:这[块项笔])?(?:以?后|之后|的话|的)?,?(?:的)?(?P<whole>{NAME}|总盘子){_LEFT}",
        rf"{_HEAD}(?P<whole>{NAME}|总盘子)(?:里面?|里头|当?中|内|,)*(?:{_TAKEN}|除了?)?(?P<out>{NAME})(?:之外|以外)(?:的|部分|资金|钱|其余|其他|[,])*{_LEFT}",
    )
)
_ALL_SPENT = re.compile(
    r"(?:收入|支出|开支|花销)(?:预算|决算)?(?:[总合]计|总[额数])|(?:总|全年|全部|所有)的?(?:支出|开支|花销)|总盘子"
)


def _without(asked: Masked) -> str:
    """要是没有甲，全年支出多少, 把甲从支出总计里剔除，余额多少: all spending without one thing."""
    m = _first_of(_WITHOUT, asked.text)
    if m is None or _ALL_SPENT.fullmatch(whole := asked.shown(m["whole"])) is None:
        return ""
    return asked.shown(f"{'支出总计' if whole == '总盘子' else whole}减去{m['out']}是多少")


_MONTH = r"(?:[每按]个?月|每一个月|一个月|月均|月上|(?:12|十二)(?:个月|份))"
_BY_MONTH = rf"(?:{_MONTH}|{_SPENT}|平均|[均平分]?摊|折[算合]|换算|按|每(?=平均)|各|份|一(?=份)|把|将|用?于|均|拆(?:开|分|成|到)?|分(?:开|成|到|给)?|划|匀|合|算|到|成|在|给|下来|大概|大约|能|要|得|是|有|为|的|,|多少|几何|几多|几|钱|万元|元|经费|资金|预算|呢)*+"
_IN_A_MONTH = re.compile(rf"(?=.*{_MONTH}){_HEAD}{_BY_MONTH}(?P<it>{NAME}){_BY_MONTH}")
_QUARTER = r"(?:[每按各]个?季度?|每?一个?季度?|季均|[四4]个?季度?)"
_HALF = r"(?:[每按一]个?半年(?!度)|半年(?!度)|打个?对折|对半[砍分]?|打五折|砍一半|减半)"
_IN_HALF_A_YEAR = re.compile(_IN_A_MONTH.pattern.replace(_MONTH, _HALF))
_IN_A_QUARTER = re.compile(_IN_A_MONTH.pattern.replace(_MONTH, _QUARTER))


def _monthly(asked: Masked) -> str:
    """甲摊到月上，每月多少, 甲每个月大概能花多少: a month's part of the year's amount."""
    m = _IN_A_MONTH.fullmatch(asked.text)
    if m is not None:
        return asked.shown(f"{m['it']}平均每月多少")
    m = _IN_HALF_A_YEAR.fullmatch(asked.text)
    if m is not None:
        return asked.shown(f"{m['it']}的一半是多少")
    m = _IN_A_QUARTER.fullmatch(asked.text)
    if m is not None:
        return asked.shown(f"{m['it']}平均每季度是多少")
    year = re.sub(rf"(?:平均)?(?:到|在)?(?:{_MONTH})(?:平均)?的?", "", asked.text)
    told = _several(Masked(year, asked.names)) if year != asked.text else ""
    return told.replace("合计是多少", "合计平均每月多少") if re.search("(?<!,)合计是多少", told) else ""


_WAYS: Sequence[Callable[[Masked], str]] = (_several, _apart, _which_is_more, _part_of, _times, _without, _monthly)


def _first_of(frames: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((m for frame in frames if (m := frame.fullmatch(text)) is not None), None)
