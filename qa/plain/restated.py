"""A question of one document said in the words that plans know: which part of which whole, several items together, ratios.

Only what names of the document stand on both sides of is restated; other questions stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.documents.figures import View
from qa.plain.largest_said import largest_said
from qa.plain.named_things import of_named_things
from qa.terms.terms import spot
from qa.words.plan import hidden, shown

WITHIN = r"(?:里面?|中|当中|之中|之内|下面?|项下)[,，]?(?:的)?"
SHARE = r"(?:占比|比例|比重(?!点)|份额|百分比)"
_ASKED = r"(?:(?:一?共)?(?:是|有|为|要)?(?:多少|几|多大)?(?:呢)?)"
_BESIDE = re.compile(
    r"(?:的|之|支出|经费|费用?|资金|钱|预算|决算|科目|编码|代码|编号|款项?|项级?|类级?|数|额|金额|这|那|一|[项类笔块个]|[()（）“”\"])*"
)
"""Words that may stand beside a name and name nothing else."""
_JOINS = re.compile(r"、|[,，]|以及|还有|和|与|及|跟|同|加上?")


def wholly_named(words: str, view: View) -> bool:
    """Whether some words are a name or code of the document, or a row and its column, and nothing else."""
    words = words.strip(",，的")
    if not words:
        return False
    if words in view.vocabulary or words in view.codes:
        return True
    found = spot(words, view)
    named = [t for t in found.terms if (t.names or t.code or t.contains or t.tables) and not t.fuzzy]
    if not named or len(named) != len(found.terms) or found.unexplained or found.scopes:
        return False
    rest = words
    for term in sorted(named, key=lambda t: -t.start):
        rest = rest[: term.start] + rest[term.start + len(term.text) :]
    return _BESIDE.fullmatch(rest) is not None


def items_of(words: str, view: View) -> list[str]:
    """The things that some words list, each by its name; nothing where they are no list, or one of them is no name."""
    kept = hidden(words, view.whole_in(words))
    items = [shown(part).strip() for part in _JOINS.split(kept) if part.strip()]
    items = [re.sub(r"(?:这|那)?[两三四五六几\d]+(?:项|个|笔|者|类)(?:科目|费用|支出|经费)?$", "", i) for i in items]
    return items if len(items) > 1 and all(wholly_named(i, view) for i in items) else []


_IN_IT = re.compile(
    rf"^(?P<part>[^,，占]{{2,}}?)在(?P<whole>[^,，占]{{2,}}?){WITHIN}(?:所占|占)?的?{SHARE}(?P<whether>是不是|是否|有没有)?(?P<way>超过了?|高于|大于|达到了?|不到|不足|低于|小于|不超过|不低于)(?:了)?(?P<much>\d+(?:\.\d+)?%|百分之[一二三四五六七八九十]+|[一二三四五六七八九]成|一半)(?P<tail>以上|以下)?(?P<asks>[,，]?(?:对|是)?(?:吗|么|吧|不对)?)$"
)
_PART_OF = re.compile(rf"^(?P<whole>[^,，占]{{2,}}?){WITHIN}(?P<part>[^,，占]{{2,}}?)的?{SHARE}{_ASKED}$")
_MUCH = r"(?:多少|几成|百分之(?:几|多少)|(?:多大)?的?(?:比例|比重|份额)(?:是|为)?(?:多少)?)"
_TOGETHER = r"(?:共计|共|一共|总共|合计|加起来|合起来|加总|之和|总和)"
_LIST_IN_IT = re.compile(rf"^(?P<whole>[^,，占]{{2,}}?){WITHIN}(?P<list>[^占]{{4,}}?)(?:这)?[两三四五]?[项个]?{_TOGETHER}占(?:比)?(?:了|到)?{_MUCH}?呢?$")  # fmt: skip
_LIST_OF = re.compile(
    rf"^(?P<list>[^占]{{4,}}?)(?:这)?[两三四五]?[项个者]?(?P<sum>{_TOGETHER})?占(?:了|到)?(?P<whole>[^,，占]{{2,}}?)的?(?:多少|几成|百分之(?:几|多少)|{SHARE})(?P<last>的?{_TOGETHER})?{_ASKED}$"
)
_RATIO = re.compile(
    rf"^(?P<a>[^,，]{{2,}}?)(?:与|和|跟|同|比)(?P<b>[^,，比]{{2,}}?)(?:之间)?(?:的比(?:值|率|例)?|之比){_ASKED}$"
)
_OF_ALL_MONEY = re.compile(
    r"^(?P<item>[^,，]{2,}?)的?(?:总支出|支出总额|全部支出|总额)比(?:它的?|其|该项)?(?P<kind>一般公共预算|政府性基金|财政拨款)(?:预算)?(?:财政)?(?:拨款)?(?:的?支出)?(?:多|高|大)(?:出|了)?(?:多少|几)"
)
_COLUMN = r"(?:基本支出|项目支出|人员经费|公用经费)"
_OWN_COLUMN = re.compile(
    rf"^(?P<row>[^,，比]{{2,}}?)(?:里面?|里头|当?中|的)?(?P<one>{_COLUMN})(?P<how>(?:有没有|是不是|是否)?(?:比|和|与|跟|同|、|是|相当于|占|超过|大于|高于|多于|低于|少于|小于|除以)了?)(?P<other>{_COLUMN})(?P<rest>.*)$"
)
_WHICH_OF_ITS = re.compile(
    rf"^(?P<row>[^,，比]{{2,}}?)(?:里面?|里头|当?中)?[,，]?(?:到底|究竟)?(?:是|主要是)?(?P<one>{_COLUMN})(?P<way>[多大高少小低])(?:一?[些点])?[,，]?还是(?P<other>{_COLUMN})(?P=way)?(?:一?[些点])?(?:[,，]?(?P<gap>(?:相?差|[多大高少小低])(?:了|出)?多少)(?:钱|万元)?)?(?:呢)?$"
)
_BOTH_IN_COLUMN = re.compile(
    rf"^(?P<a>[^,，比]{{2,}}?)(?:和|与|跟|同)(?P<b>[^,，比]{{2,}}?)的(?P<column>{_COLUMN})(?:之间)?(?P<rest>(?:相差|差额?|差距|哪|谁).*)$"
)
_MORE_OR_LESS = re.compile(
    r"^(?:那么?)?(?P<a>[^,，]{2,}?|它|这个?|那个?|)(?:到底|究竟)?比(?P<b>[^,，]{2,}?)(?:是)?(?:多还是少|高还是低|大还是小|少还是多|低还是高|小还是大)[,，]?(?:相?差|多|少|高|低)?(?:了|出)*(?:多少|几)?(?:钱|万元)?$"
)
_PROJECTS = re.compile(
    r"^(?:所有|全部|各个?|每个)的?(?:专项|重点)?项目的?(?:资金|经费|金额|预算)(?:总额)?(?:一共|总共|合计|加起来|之和|总和)(?:是|有|为|要)?(?:多少)(?:钱|万元|元)?$"
)
_THREE_KEPT = re.compile(
    r"^三公(?:经费)?(?:支出)?的?(?:三项|各项)?(?:里面?|中|当中|之中)?[,，]?(?:决算数?|实际(?:支出)?)?比(?:年初)?预算数?(?P<way>少|低|节约|多|高|超)(?:得|了|出)?(?P<most>最[多大])?的?(?:是|有)?(?:哪(?:一|些|几)?[项个]|什么)$"
)
_NOT_RESERVED = re.compile(
    r"^(?:没有?|未|非|不是?)(?:预留|面向|留|安排)?(?:给|的)?(?:中小企业)(?:预留)?的(?:政府)?采购(?:预算|金额|项目|支出|部分)?(?:总额)?(?:是|有|为)?(?:多少)?(?:钱|万元)?$"
)


def restated(text: str, view: View) -> str:
    """A folded question in words that plans know; the question as it is where it is none of these."""
    for way in (
        of_named_things,
        largest_said,
        _in_it,
        _part_of,
        _listed,
        _ratio,
        _of_all_money,
        _own_column,
        _more_or_less,
        _otherwise_said,
    ):
        if said := way(text, view):
            return said
    return text


def _in_it(text: str, view: View) -> str:
    """X在Y中的比例高于20%吗: 占."""
    m = matched(_IN_IT, text, view)
    if m is None or not (wholly_named(m["part"], view) and wholly_named(m["whole"], view)):
        return ""
    asks = m["asks"] or ("吗" if m["whether"] else "")
    return f"{m['part']}占{m['whole']}的比例{m['way']}{m['much']}{m['tail']}{asks}"


def _part_of(text: str, view: View) -> str:
    """Y中X的比重: 占."""
    m = matched(_PART_OF, text, view)
    if m is None or not (wholly_named(m["part"], view) and wholly_named(m["whole"], view)):
        return ""
    return f"{m['part']}占{m['whole']}的比重是多少"


def _listed(text: str, view: View) -> str:
    """Y中A、B和C共占多少, A和B占Y的比重合计: 合计占."""
    for pattern in (_LIST_IN_IT, _LIST_OF):
        m = matched(pattern, text, view)
        items = items_of(m["list"], view) if m is not None and wholly_named(m["whole"], view) else []
        if m is None or not items:
            continue
        if pattern is _LIST_IN_IT or m["sum"] or m["last"] or re.search(r"加", _without(m["list"], items)):
            return f"{'和'.join(items)}合计占{m['whole']}多少"
    return ""


def _without(words: str, items: Sequence[str]) -> str:
    for item in items:
        words = words.replace(item, "", 1)
    return words


def _ratio(text: str, view: View) -> str:
    """X与Y的比是多少: 几倍."""
    m = matched(_RATIO, text, view)
    if m is None or not (wholly_named(m["a"], view) and wholly_named(m["b"], view)):
        return ""
    return f"{m['a']}是{m['b']}的几倍"


def _of_all_money(text: str, view: View) -> str:
    """X的总支出比一般公共预算支出多多少: of the same item, over all money and of one kind."""
    m = _OF_ALL_MONEY.match(text)
    if m is None or not any(f.code for f in view.vocabulary.get(m["item"].rstrip("的"), ())):
        return ""
    return f"{m['item'].rstrip('的')},全口径支出和{m['kind']}支出差多少"


def _own_column(text: str, view: View) -> str:
    """X的项目支出比基本支出多: both of them X's; X和Y的项目支出相差多少: of each of them."""
    both = matched(_BOTH_IN_COLUMN, text, view)
    if both is not None and _is_coded(both["a"], view) and _is_coded(both["b"], view):
        return f"{both['a']}的{both['column']}和{both['b']}的{both['column']}{both['rest']}"
    which = matched(_WHICH_OF_ITS, text, view)
    if which is not None and which["one"] != which["other"] and _is_coded(which["row"].rstrip("的"), view):
        row = which["row"].rstrip("的")
        gap = ",多多少" if which["gap"] else ""
        return f"{row}的{which['one']}和{row}的{which['other']}哪个{which['way']}{gap}"
    m = matched(_OWN_COLUMN, text, view)
    if m is None or m["one"] == m["other"]:
        return ""
    row = m["row"].rstrip("的")
    coded = _is_coded(row, view)
    return f"{row}的{m['one']}{m['how']}{row}的{m['other']}{m['rest']}" if coded else ""


def _is_coded(words: str, view: View) -> bool:
    return words in view.codes or any(
        f.code and not f.is_fact and words in f.names for f in view.vocabulary.get(words, ())
    )


def _more_or_less(text: str, view: View) -> str:
    """X比Y多还是少，差多少: how much more; 它比Y多还是少, of what was asked before."""
    m = matched(_MORE_OR_LESS, text, view)
    if m is not None and m["a"] in {"", "它", "这", "这个", "那", "那个"}:
        return f"比{m['b']}多多少" if wholly_named(m["b"], view) else ""
    if m is None or not (wholly_named(m["a"], view) and wholly_named(m["b"], view)):
        return ""
    return f"{m['a']}比{m['b']}多多少"


def _otherwise_said(text: str, view: View) -> str:
    """所有项目资金合计: of the forms of projects; which of the three public expenses was kept to most; what is not set aside
    for small enterprises, of all that is bought."""
    if _PROJECTS.match(text) and view.disclosure.projects:
        return "所有项目年度资金总额合计多少"
    if (m := _THREE_KEPT.match(text)) is not None:
        over = m["way"] in "多高超"
        return f"三公经费里哪项{'超出预算' if over else '比预算节约得'}{m['most'] or '了'}"
    if _NOT_RESERVED.match(text):
        return "政府采购总额减去面向中小企业预留的采购金额是多少"
    return ""


def matched(pattern: re.Pattern[str], text: str, view: View) -> dict[str, str] | None:
    """The named parts of a text that a pattern fits, no name of the document cut in two; None where it does not fit."""
    found = pattern.match(hidden(text, view.whole_in(text)))
    return {name: shown(part or "") for name, part in found.groupdict().items()} if found is not None else None
