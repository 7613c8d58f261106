"""A question about one document, put in that document's terms: its tables by what they are, its rows and projects by name,
and nothing that only says whose document it is."""

from __future__ import annotations

import re

from extract.model import Kind
from extract.text import folded
from qa.documents.figures import View
from qa.documents.names import kind_words, without_short_name
from qa.plain.asked_of_row import asked_of_row
from qa.plain.everyday import everyday
from qa.plain.short_names import in_full_names
from qa.plain.topic import topic_in_place
from qa.plain.two_places import tables_in_full
from qa.terms.terms import spot
from qa.words.lexicon import lexicon, numbered_tables, scopes_in
from qa.words.years import bare_years


def in_document_terms(text: str, view: View) -> str:
    """A question in the document's terms: without the institute's name, as it is about that anyway, and with tables by
    what they are where it gives their number (表3, 公开06表)."""
    name = folded(view.disclosure.meta.institute)
    for own in sorted(
        {name, re.sub(r"\([^()]*\)", "", name), *re.findall(r"\(([^()]{4,})\)", name)}, key=len, reverse=True
    ):
        if own:
            text = text.replace(own, "")
    text = _of_examples(text, view)
    text = bare_years(text, (*view.vocabulary, *(folded(p.name) for p in view.disclosure.projects)))
    text = _works_by_name(_of_running_costs(text, view), view)
    text = _of_both_totals(_by_its_end(_verb_first(text, view), view), view)
    text = _that_row(_given_to(_its_project(_in_brackets(text, view), view), view), view)
    text = _use_of_code(text, view)
    text = _of_all_projects(_heads_in_full(over_the_year(_this_years(text, view), view), view), view)
    text = _carried(_without_this_one(without_short_name(text, name), view), view.disclosure.meta.year)
    text = _spent_of_income(_other_income(in_full_names(_for_what(_bought(text), view), view), view), view)
    return asked_of_row(
        topic_in_place(tables_in_full(everyday(numbered_tables(text, view.numbered), view)), view), view
    )


_KIND_OF_INCOME = r"(?:财政(?:拨款|拨付|下达|拨|给|发)?的?(?:钱|款|资金|拨款)?(?:收入)?|拨款(?:收入)?|(?:事业单位)?(?:事业|经营)收入|上级补助收入|附属单位上缴收入)"
_OTHER_INCOME = re.compile(
    rf"^(?P<year>20\d\d年(?:度)?|今年|本年|全年)?的?(?:除了?|除去|除开|不算|不含|刨去|去掉|抛开|撇开)?(?P<kinds>{_KIND_OF_INCOME}(?:(?:、|[,，]|以及|和|与|跟|及){_KIND_OF_INCOME})*)"
    r"(?:这?[两二三四](?:项|块|样|笔|类))?(?:之外|以外|外|不算|不计|除外)?的?[,，]?(?:另外|单位|还|的|一共|总共|有|多少|[,，])*(?P<other>其[他它余]|别的|另外的?|旁的|还有多少|(?<=另外还有)多少|(?<=还有)多少)的?(?:各项|几项)?(?P<what>进账|收入|入账|进项)"
    r"(?:一共|总共|合计|加起来|还|共)*(?:剩)?(?:是|有|为)?(?:多少(?:钱|[万亿]?元)?)?$"
)
_INCOMES = ("事业收入", "经营收入", "上级补助收入", "附属单位上缴收入")
_REST_OF_INCOME = "其他收入"


def _other_income(text: str, view: View) -> str:
    """除了财政给的和事业收入，别的进账还有多少: other income, where that is all that the document has beside what is named; else all
    income of the year less that. Other income (其他收入, 其他进账) is meant as it is printed, where more than one kind is named."""
    m = _OTHER_INCOME.match(text.rstrip("?？。"))
    if m is None or not re.search("财政|拨款", m["kinds"]):
        return text
    alone = re.fullmatch(_KIND_OF_INCOME, m["kinds"]) is not None
    if m["other"].startswith("其") and not alone:
        return f"{m['year'] or ''}{_REST_OF_INCOME}是多少"
    if m["other"].startswith("其") and m["what"] == "收入":
        return text
    has = {
        kind for kind in _INCOMES if any(name.endswith(kind) and any(f.yuan for f in found) for name, found in view.vocabulary.items())
    }  # fmt: skip
    named = [kind for kind in _INCOMES if kind in m["kinds"]]
    if has <= set(named) and any(f.yuan for f in view.vocabulary.get(_REST_OF_INCOME, ())):
        return f"{m['year'] or ''}{_REST_OF_INCOME}是多少"
    whole = next((name for name in ("本年收入合计", "收入总计") if name in view.vocabulary), "")
    return f"{m['year'] or ''}{whole}减去{'、'.join(('财政拨款收入', *named))}还剩多少" if whole else text


_SPENT_OF = re.compile(
    r"(?:里面?|里头|当中|之?中)[,，]?(?=(?:有多少)?(?:是)?(?:投|用|花|拨|安排|分)(?:到|在|于|给|入|向)*[\u4e00-\u9fff])"
)
_SPENT = "安排的支出"


def _spent_of_income(text: str, view: View) -> str:
    """What of some income goes to something (城市基础设施配套费里投到城市公共设施上的), by the row of what is spent of it."""
    for name in sorted(view.vocabulary, key=len, reverse=True):
        income = name.removesuffix(_SPENT)
        if income == name or income not in text or income in view.vocabulary or name in text:
            continue
        end = text.index(income) + len(income)
        rows = [other for other, found in view.vocabulary.items() if other in text and any(f.code for f in found)]
        if _SPENT_OF.match(text, end) is not None and rows and not any(income in other for other in rows):
            return f"{text[:end]}{_SPENT}{text[end:]}"
    return text


_EXAMPLES = re.compile(
    r"^(?P<head>(?:20\d\d年(?:度)?|今年|本年|全年|请问|像|比如|例如|请|[,，])*)(?P<examples>[\u4e00-\u9fff]{1,8}(?:(?:、|[,，]|和|与|以及){1}[\u4e00-\u9fff]{1,8}){1,4}?)(?:(?:等等?(?![不于同额级值待候价])|之类|一类)的?(?:(?:这|那)(?:些|类|种|样)的?)?|(?:这|那)(?:些|类|种|样)的?)(?P<rest>[\u4e00-\u9fff].*)$"
)


def _of_examples(text: str, view: View) -> str:
    """A thing named after examples of what is paid with it (保洁、保安这些物业上的钱), by its own name; as it is where an example is
    called otherwise than the thing."""
    m = _EXAMPLES.match(text)
    if m is None:
        return text
    own = [t for t in spot(m["rest"], view).terms if t.names and not t.fuzzy]
    if len(own) != 1:
        return text
    means = {n for n, _ in own[0].names}
    for example in re.split(r"、|[,，]|和|与|以及", m["examples"]):
        if (example in view.vocabulary and example not in means) or any(
            t.absent or (t.names and not means & {n for n, _ in t.names})
            for t in spot(example, view).terms
            if not t.fuzzy
        ):
            return text
    return f"{m['head']}{m['rest']}"


_LENT_HEAD = re.compile(
    r"(?P<one>用于[^,，比和与跟同]{2,14}的)(?P<head>[^,，比和与跟同的]{2,10})(?P<join>比|和|与|跟|同|、)(?P<other>用于[^,，比和与跟同]{2,14}的)(?=多|少|高|低|大|小|哪|谁|相差|差|之间|各|分别|一共|合计|加|一样)"
)
_SPENDING = "支出"


def _for_what(text: str, view: View) -> str:
    """What is called by what it is for (用于某事业的彩票公益金支出), as it is printed, where a question leaves out that it is spending, or
    says of the second of two no more than what it is for."""

    def lent(m: re.Match[str]) -> str:
        names = [f"{m[side]}{m['head']}" for side in ("one", "other")]
        printed = all({n, f"{n}{_SPENDING}"} & view.vocabulary.keys() for n in names)
        return m["join"].join(names) if printed else m[0]

    text = _LENT_HEAD.sub(lent, text)
    for name in view.vocabulary:
        bare = name.removesuffix(_SPENDING)
        if bare != name and "的" in bare[:-1] and not bare.endswith("的") and bare in text:
            text = re.sub(rf"{re.escape(bare)}(?!{_SPENDING})", name, text)
    return text


_BRACKETED = re.compile(r"\((?:即|也就是|就是|指)?([\u4e00-\u9fff]{2,16}?)(?:科目|款|这一项)?\)")
_ITS_CLASS = re.compile(r"\((?:属于?|归)?([\u4e00-\u9fff]{2,14}?)(?:大)?类(?:支出|科目)?\)")


_IS_LEFT = re.compile(
    r"(?:剩|余)(?:下|余|了)?多少(?:钱|资金|[万亿]?元)?(?:(?:没有?|未)(?:花|用|支)(?:完|掉|出去)?)?$|(?:没有?|未)(?:花|用)(?:完|掉|出去)?的?(?:钱|资金|部分)?(?:是|有|还有|剩)*多少(?:钱|[万亿]?元)?$"
)
"""Words that ask what is left, before brackets that name it."""


def _in_brackets(text: str, view: View) -> str:
    """A question that puts a row's name in brackets behind other words for it (旅游宣传推广(宣传促销)), by that name alone; as
    it is where the words before the brackets are a name or a table themselves."""
    text = _of_its_class(text, view)
    m = _BRACKETED.search(text)
    if m is not None and not text[m.end() :].strip("?？") and m[1].endswith("结余") and m[1] in view.vocabulary:
        said = text[: m.start()]
        return f"{m[1]}是多少" if _IS_LEFT.search(said) and ("财政" in m[1] or "财政" not in said) else text
    if m is None or m[1] not in view.vocabulary or not any(f.code for f in view.vocabulary[m[1]]):
        return text
    before = text[: m.start()]
    if before + m[0] in view.vocabulary:
        return text
    if any(not t.fuzzy and not t.absent for t in spot(before, view).terms):
        return _named_behind(text, m, view) or text
    tables = "".join(before[start:end] + "里" for start, end, _ in scopes_in(before)[:1])
    year = re.match(r"20\d\d年(?:度)?", before)
    return (year[0] if year is not None else "") + tables + m[1] + text[m.end() :]


def _of_its_class(text: str, view: View) -> str:
    """A question that says in brackets which class it means (用在医疗保障上的钱(卫生健康类)), by the name of that class; as it is where
    the words before the brackets are a row themselves."""
    m = _ITS_CLASS.search(text)
    names = (m[1], f"{m[1]}{_SPENDING}") if m is not None else ()
    own = next((n for n in names if any(len(f.code) == _CLASS_DIGITS for f in view.vocabulary.get(n, ()))), "")
    if m is None or not own:
        return text
    before = text[: m.start()]
    if any(name in before for name in view.vocabulary if any(f.code for f in view.vocabulary[name])):
        return text
    tables = "".join(before[start:end] + "里" for start, end, _ in scopes_in(before)[:1])
    year = re.match(r"20\d\d年(?:度)?", before)
    asked = _ASKS_HOW_MUCH.search(before)
    how_much = asked[0] if asked is not None and not text[m.end() :].strip("?？。") else ""
    return f"{year[0] if year is not None else ''}{tables}{own}{how_much}{text[m.end() :]}"


_CLASS_DIGITS = 3
_ASKS_HOW_MUCH = re.compile(r"(?:多少|几)(?:钱|资金|经费|[万亿]?元)?(?:呢)?$")


def _named_behind(text: str, m: re.Match[str], view: View) -> str:
    """A question that says in brackets behind it which row it means by a part of its name (一般公共预算给离退休安排了多少(事业单位离退休)),
    with that name in place of the part; empty where it does no such thing, or its words have none of the name."""
    before = shown = text[: m.start()]
    if text[m.end() :].strip("?？。") or m[1] in before or _ASKS_HOW_MUCH.search(before) is None:
        return ""
    kinds = [found.span() for soft in lexicon().soft for found in soft.words.finditer(before)]
    for start, end in [*((s, e) for s, e, _ in scopes_in(before)), *kinds]:
        shown = shown[:start] + " " * (end - start) + shown[end:]
    parts = {m[1][a:b] for a in range(len(m[1])) for b in range(a + 2, len(m[1]) + 1)} - _OF_ANY_ROW
    part = max((p for p in parts if p in shown), key=len, default="")
    if any(part in t.text != part for t in spot(before, view).terms if not t.fuzzy):
        return ""  # of a longer word (职工福利), which is read as it is
    at = shown.find(part)
    return before[:at] + m[1] + before[at + len(part) :] if part else ""


_OF_ANY_ROW = frozenset(
    ("支出", "事务", "管理", "其他", "安排", "资金", "经费", "预算", "单位", "部门", "机构", "项目")
)


def _given_to(text: str, view: View) -> str:
    """A question of what the treasury gives to a project (财政给某项目拨了多少, 某项目里财政出了多少), by the name of that column of its
    form."""
    for name in sorted({folded(p.name) for p in view.disclosure.projects if p.name}, key=len, reverse=True):
        if name in text:
            own = rf"{re.escape(name)}(?:这个?)?(?:项目|专项)?"
            if re.fullmatch(rf"{_GIVES}{own}{_GIVEN}|{own}{_BY_TREASURY}", text.rstrip("?？。")):
                return f"{name}的财政拨款是多少"
            return text
    return text


_IN_RUNNING_COSTS = re.compile(
    r"机关运行(?:经费|费用?)(?:预算)?(?:的明细)?(?:里面?|里头|之?中|当中|内)[,，]?(?:的)?(?=[\u4e00-\u9fff]{2,12}?(?:费|金|购置|支出))"
)
_ROUNDED = 100


def _of_running_costs(text: str, view: View) -> str:
    """A question of a part of the running costs of a body of the state (机关运行经费里，会议费), of its public spending where that is as
    much: the rows of that are printed, those of the running costs are not."""
    if _IN_RUNNING_COSTS.search(text) is None:
        return text
    running = [
        f.yuan for f in view.figures if f.yuan and any("机关运行经费" in name for name in (*f.names, *f.columns))
    ]
    public = [f.yuan for f in view.figures if f.yuan and f.table is Kind.BASIC and f.total and "公用经费" in f.columns]
    alike = any(abs(one - other) < _ROUNDED for one in running for other in public)
    return _IN_RUNNING_COSTS.sub("公用经费里,", text) if alike else text


_VERB_FIRST = re.compile(
    r"(?:做好?|开展|搞|抓好?)?(?P<verb>保护|管理|建设|维护|监测|治理|救助|推广|保障|监督|防治|修复|勘查|研究)(?:好)?(?P<noun>[\u4e00-\u9fff]{2,8})"
)
_NOUN_ENDS = re.compile(
    r"(?:这|方面|上|的|今年|本年|全年|一共|总共|计划|打算|安排|预算|花|用|投|要|有|是|共|多少|工作|$|[,，?？])"
)


def _verb_first(text: str, view: View) -> str:
    """What is done, said before what it is done to (保护文物), by the row that has it behind (文物保护); as it is where the words are in
    a name of the document."""
    m = _VERB_FIRST.search(text)
    if m is None or any(f"{m['verb']}{m['noun'][:2]}" in name for name in view.all_names):
        return text
    for size in range(len(m["noun"]), 1, -1):
        noun, end = m["noun"][:size], m.start("noun") + size
        row = f"{noun}{m['verb']}"
        if _NOUN_ENDS.match(text, end) is not None and any(f.code for f in view.vocabulary.get(row, ())):
            return f"{text[: m.start()]}{row}{text[end:]}"
    return text


_BESIDE_A_ROW = r"(?:以及|和|与|跟|同|、|加上?|比)(?P<end>[\u4e00-\u9fff]{3,10}?)(?=合|加|一共|总共|共|相?差|之和|之间|各|分别|多|少|高|低|大|小|哪|谁)"
_FEW_SIGNS, _HEAD = 6, 2


def _by_its_end(text: str, view: View) -> str:
    """The second of two rows that begin alike, said by the end of its name (退耕还林粮食折现补贴和粮食费用补贴), in full; as it is
    where those words are a name, or the end of several."""
    for name in view.vocabulary:
        if len(name) < _FEW_SIGNS or name not in text or not any(f.code for f in view.vocabulary[name]):
            continue
        m = re.search(rf"{re.escape(name)}{_BESIDE_A_ROW}", text)
        if m is None or m["end"] in view.vocabulary:
            continue
        full = [n for n in view.vocabulary if n.endswith(m["end"]) and n != name]
        if len(full) == 1 and full[0].startswith(name[:_HEAD]) and any(f.code for f in view.vocabulary[full[0]]):
            return f"{text[: m.start('end')]}{full[0]}{text[m.end('end') :]}"
    return text


_TOTAL_MOVED = re.compile(
    r"(?<!拨款)(?<!预算)(?:收入、支出|收入和支出|收入|支出)总计(?:数|金额)?(?=(?:比|较|同比|与|和|跟|相比)(?:于)?(?:上一?年|去年|前一年|20\d\d年))"
)


def _of_both_totals(text: str, view: View) -> str:
    """How the total of one side moved from the year before, as the notes tell it of both, which are as much, where they tell it so."""
    if view.disclosure.meta.kind != "final" or _TOTAL_MOVED.search(text) is None:
        return text
    told = any(f.is_fact and f.relation in {"increase", "decrease"} and "收支总计" in f.names for f in view.figures)
    return _TOTAL_MOVED.sub("收支总计", text) if told else text


_AFFAIRS = "事务"


def _works_by_name(text: str, view: View) -> str:
    """A question of a work (统战工作), by the row of its affairs (统战事务); as it is where a name of the document has the work in
    it."""
    if "工作" not in text:
        return text
    printed = (*view.vocabulary, *(folded(p.name) for p in view.disclosure.projects))
    for name in sorted(view.vocabulary, key=len, reverse=True):
        work = f"{name.removesuffix(_AFFAIRS)}工作"
        rows = name.endswith(_AFFAIRS) and any(f.code for f in view.vocabulary[name])
        if rows and len(name) > len(_AFFAIRS) + 1 and work in text and not any(work in other for other in printed):
            text = re.sub(rf"(?:搞|做|抓|开展|推进)?{re.escape(work)}", name, text)
    return text


_GIVES = r"(?:财政|国家)(?:今年|全年)?(?:一共|总共)?(?:拨给|投给|投到|投在|投入到?|给|为|对)"
_GIVEN = r"(?:上面?|的)?(?:一共|总共)?(?:拨|出|投|安排|给)?(?:付|款|入)?(?:了|的)?(?:钱|款|资金)?(?:是|有)?多少(?:钱|资金|经费|款|万元)?"
_BY_TREASURY = r"(?:里面?|里头|中|当中|的资金(?:里|中)?)[,，]?(?:由)?财政(?:拨款)?(?:出|给|拨|投|占|安排)?(?:付|款)?了?(?:多少)(?:万元?|钱|资金|款)?"
_THAT_ROW = re.compile(r"(?:这|该|此|那)(?:个|一)?(?:科目|款|项(?!目)|类)(?=的|里|中)")


def _that_row(text: str, view: View) -> str:
    """A question about a row that a clause before it names (为了弄清某科目，这个科目的收入是多少), by its name."""
    m = _THAT_ROW.search(text)
    before = text[: m.start()] if m is not None else ""
    if m is None or "," not in before:
        return text
    rows = {t.text for t in spot(before, view).terms if t.names and not t.fuzzy and not t.tables and not t.total}
    return rows.pop() + text[m.end() :] if len(rows) == 1 else text


_STEM = 4
_KIND_OF_PROJECT = re.compile(r"(?:专项|项目|经费|资金|补助)+$")
_THE_PROJECT = re.compile(r"(?:这个?|该|本)(?:专项|项目)(?!支出|资金支出|绩效表|总)(?=的|要|，|,|有|是|里|共|能)")


def _its_project(text: str, view: View) -> str:
    """A question about this project (该项目的资金), by the name of the only one that the document has."""
    names = {p.name for p in view.disclosure.projects}
    for name in sorted(names, key=len, reverse=True):
        own = folded(name)
        stem = _KIND_OF_PROJECT.sub("", own)
        if own not in text and len(stem) >= _STEM and stem in text and not any(stem in n for n in names if n != name):
            text = re.sub(rf"{re.escape(stem)}(?:这个|那个|的)?(?:专项|项目)*", own, text)
    return _THE_PROJECT.sub(folded(names.pop()), text, count=1) if len(names) == 1 else text


_HEADS_LISTED = re.compile(
    r"^(?P<heads>[\u4e00-\u9fff、]{5,60}?)(?:这|那)?(?:[两二三四五六七八九]|\d)(?:项|个|类|种|款)的?(?P<rest>[\u4e00-\u9fff].*)$"
)
_HEAD_DIGITS = 5


def _heads_in_full(text: str, view: View) -> str:
    """A question that lists the heads of rows that are called alike by their first words (组织、宣传、统战这三项一般行政管理事务), with
    those heads by their names; as it is where not each of them is the beginning of one."""
    m = _HEADS_LISTED.match(text) if "、" in text else None
    row = max((n for n in view.vocabulary if m is not None and m["rest"].startswith(n)), key=len, default="")
    codes = {f.code for f in view.vocabulary.get(row, ()) if len(f.code) > _HEAD_DIGITS}
    if m is None or len(codes) < 2:
        return text
    found = []
    for said in re.split(r"、|和|与|以及|及", m["heads"]):
        heads = {
            name for name, figures in view.vocabulary.items()
            if name.startswith(said) and any(c.startswith(f.code) for f in figures for c in codes if len(f.code) == _HEAD_DIGITS)
        }  # fmt: skip
        if len(heads) != 1:
            return text
        found.append(heads.pop())
    return "、".join(found) + "的" + m["rest"]


_USE_OF_CODE = re.compile(
    r"(?:科目|编码|代码)?(?P<code>[23]\d{4}(?:\d\d)?)(?:这个?|那个?)?(?:科目|项)?(?:的钱|的经费)?(?=是?(?:用来|拿来)?(?:干|做)(?:什么|啥)(?:用)?的?|的?用途)"
)


def _use_of_code(text: str, view: View) -> str:
    """A question what the money of a code is for, by the name that stands beside the code."""

    def named(m: re.Match[str]) -> str:
        names = {f.names[0] for f in view.figures if f.code == m["code"] and f.names}
        return names.pop() if len(names) == 1 else m[0]

    return _USE_OF_CODE.sub(named, text)


_ALL_PROJECTS = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|本年|全年)?的?项目(?:预算)?资金(?=(?:合计|一共|总共|总计|共计|总额|总数)(?:是|有|为)?多少)"
)


def _of_all_projects(text: str, view: View) -> str:
    """A question of the projects' money together, as the forms of the projects tell it where there are any, else as spending on
    projects."""
    if view.disclosure.projects and (m := _WITH_FORMS.fullmatch(text)) is not None:
        return f"{m['many'] or '所有'}项目的年度资金总额加起来是多少"
    text = _TARGETED_APART.sub("", text)
    return _ALL_PROJECTS.sub("所有项目的年度资金总额" if view.disclosure.projects else "项目支出", text, count=1)


_WITH_FORMS = re.compile(
    r"(?:(?:附|有|带|公开|列|填报?|编报?|编制|设)(?:了|有|出)?(?:项目)?(?:支出)?绩效目标(?:申报)?表的(?:这|那)?(?P<many>[两二三四五六七八九十\d]+个)?|(?:项目)?(?:支出)?绩效目标(?:申报)?表(?:里面?|中|上)(?:的)?(?:各个?|所有|全部|每个))项目[,，的]*(?:年度)?(?:资金|预算|金额|经费|钱)?(?:总额)?(?:一共|总共|合计|加起来|加在一起|合起来|共)(?:要|需要|安排|是|有|为)?了?多少(?:钱|[万亿]?元)?[?？]?"
)
"""What the projects with forms come to, which the forms tell."""
_TARGETED_APART = re.compile(r"(?<=^编报绩效目标的项目)[,，](?=资金|预算|金额)")


_MOVED_OVER = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|本年)?的?(?:年末)?(?P<of>[\u4e00-\u9fff]{0,6}?)结转(?:和|与)?结余(?:资金)?(?:今年|本年|当年|全年)?的?(?P<how>净?增加|净?减少|增减|变化|变动)(?:额|数|了)*(?:是|有|为)?多少(?:钱|万?元)?$"
)


def over_the_year(text: str, view: View) -> str:
    """A question by how much what is carried over moved, as its end held against its beginning, where the document prints both."""
    bare = text.rstrip("?？。")
    m = next((m for frame in (*_OVER_THE_YEAR, _MOVED_OVER) if (m := frame.match(bare)) is not None), None)
    of = (m["of"] or "") if m is not None else ""
    if m is None or any(f"年{at}{of}结转和结余" not in view.vocabulary for at in "初末"):
        return text
    return f"年末{of}结转和结余比年初{of}结转和结余{m['how'].removeprefix('净')}多少"


_TO_ITS_END = r"(?:(?:到|至|在)?了?年(?:底|末)(?:时|的时候)?的?)"
_BROUGHT_OVER = r"(?P<of>财政拨款|非财政拨款)?的?结转(?:和|与)?结余(?:资金)?"
_MORE_OR_LESS = r"(?:要|还|是)*(?P<how>增加|增长|多|减少|少)(?:出|了|来)*(?:是|有)?多少(?:钱|万?元)?"
_OVER_THE_YEAR = (
    re.compile(rf"^{_BROUGHT_OVER}{_TO_ITS_END}[,，]?[比较](?:年初|期初)(?:时)?的?{_MORE_OR_LESS}$"),
    re.compile(rf"^{_TO_ITS_END}[,，]?{_BROUGHT_OVER}[比较](?:年初|期初)(?:时)?的?{_MORE_OR_LESS}$"),
    re.compile(rf"^(?:从|由)?(?:年初|期初)(?:到|至)?年(?:底|末)[,，]?的?{_BROUGHT_OVER}{_MORE_OR_LESS}$"),
    re.compile(rf"^一年(?:下来|到头|过去|里|间)[,，]?{_BROUGHT_OVER}{_MORE_OR_LESS}$"),
)
_BOUGHT = re.compile(
    r"^(?P<when>20\d\d年(?:度)?|今年|本年|全年)?的?(?:要|打算|计划|准备|预计)*(?:通过|靠|走|经过?|用)?(?:政府采购|政采)(?:的?(?:渠道|方式|程序|预算))?(?:来)?(?:一共|总共|共|合计|打算|计划|准备|预计|要)*"
    r"(?:(?:采|购|买|购买|采购|购置)(?:了|进|回)*(?:多少|几)(?:钱|亿元|万?元)?的?(?P<what>东西|物品|商品|货物|服务|工程)|(?:采购?|购买?|买)(?:了|的)?(?P<it>东西|物品|商品|货物|服务|工程)(?:一共|总共|合计|共|要)*(?:花|用)?了?(?:多少|几)(?:钱|亿元|万?元)?)$"
)


def _bought(text: str) -> str:
    """A question of how much is bought by way of procurement (通过政府采购一共买了多少万元的东西), of all of it or of one kind."""
    m = _BOUGHT.match(text.rstrip("?？。"))
    if m is None:
        return text
    what = m["what"] or m["it"]
    bought = f"政府采购{what}" if what in {"货物", "服务", "工程"} else "政府采购总额"
    return f"{m['when'] or ''}{bought}是多少"


_OF_THIS_YEAR = r"(?:当年|本年|今年|全年|这一?年)度?的?"
_ITS_SIDE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[比和与跟同过于出够抵占是]))当年度?的?(?P<side>收入|支出)(?:合计|总额|总计|总数)?(?=$|[,，?？了吗么没是不比超大小有为多少和与跟同够抵高低占减]|的(?:几|多少)倍|的百分之)"
)
_OF_ALL = re.compile(
    r"^(?:20\d\d年度?|那么?|请问|单位|部门|机构|全|的|是不是|是否|有没有|[,，:：])*当年度?的?(?:收入|支出)"
)
_SIDES_HELD = re.compile(
    rf"^(?P<when>20\d\d年(?:度)?的?)?(?P<year>{_OF_THIS_YEAR})?(?:总)?(?P<a>收入|支出)(?:合计|总额|总计)?(?P<how>(?:是不是|是否|有没有)?(?:比|超过了?|超出了?|大于|高于|多于|小于|低于|少于|和|与|跟))(?P<other>{_OF_THIS_YEAR})?(?:总)?(?P<b>收入|支出)(?:合计|总额|总计)?(?P<rest>(?:[多高大少低小超差相][^,，]*|[吗么了]*|没有|了没有?)[,，]?[^,，]*)$"
)


def _this_years(text: str, view: View) -> str:
    """A question about what is received and spent in the year (当年支出超过当年收入多少), by what tables call that."""
    if any("当年收入" in name or "当年支出" in name for name in view.vocabulary):
        return text
    m = _SIDES_HELD.match(text)
    if m is not None and m["a"] != m["b"] and (m["year"] or m["other"]):
        return f"{m['when'] or ''}本年{m['a']}合计{m['how']}本年{m['b']}合计{m['rest']}"
    return _ITS_SIDE.sub(r"本年\g<side>合计", text) if _OF_ALL.match(text) else text


_CARRIED = re.compile(
    r"(?:上年|去年|从)?(?P<from>20\d\d)?年?(?:没有?(?:花|用)完[,，、]?)?(?:结?转|留|带)(?:到|至|入|给|过来|下来)+(?P<to>20\d\d)?年?(?:度)?(?:接着|继续)?(?:用|使用|花)?的(?:结转结余|结转和结余|资金|钱|部分)?"
)


def _carried(text: str, year: int | None) -> str:
    """A question that says by years what is carried over (留到2025年用的, 从2023年带过来的), by what tables call it."""

    def called(m: re.Match[str]) -> str:
        if year is None or not (m["from"] or m["to"]):
            return m[0]
        if m["to"] is not None:
            return "结转下年" if int(m["to"]) == year + 1 else "上年结转" if int(m["to"]) == year else m[0]
        return "上年结转" if int(m["from"]) == year - 1 else m[0]

    return _CARRIED.sub(called, text)


def _without_this_one(text: str, view: View) -> str:
    """A question without words for its document's body (这个单位的, 局里); 那机构运行呢 begins with the name of an item."""
    named = _printed_in(text, view)
    text = _THIS_ONE.sub(lambda m: m[0] if any(m.start() < start < m.end() < end for start, end in named) else "", text)
    named = _printed_in(text, view)
    for start, end in sorted(kind_words(text, folded(view.disclosure.meta.institute)), reverse=True):
        if all(end <= a or b <= start for a, b in named):
            text = text[:start] + text[end:]
    return text


def _printed_in(text: str, view: View) -> list[tuple[int, int]]:
    """Where the printed names of a document stand in a text."""
    found = []
    for name in view.vocabulary:
        at = text.find(name) if len(name) > 2 else -1
        while at >= 0:
            found.append((at, at + len(name)))
            at = text.find(name, at + 1)
    return found


_THIS_ONE = re.compile(
    r"(?:该|(?<![标样课剧版脚文书底])本|贵|这个?|那个?|这家|那家|咱们?这?个?|我们)(?:单位|部门|机构|机关|街道|中心|研究所|所|研究院|院|局|校|学校|馆|站|厅|委)(?:里|内|上)?的?(?=.{2})"
)
