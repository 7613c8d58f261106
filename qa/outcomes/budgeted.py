"""What final accounts have spent of what was budgeted: which of the three public expenses went over it or kept under it, and
questions that name a budget but ask what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Kind
from qa.answer import Outcome, Stated, Status, grouped, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, in_unit
from qa.plain.reading import read_plan
from qa.terms.resolve import measure_of
from qa.words.plan import Asked

_SPENT = re.compile(
    r"^(?P<item>[^,，比]{2,}?)的?(?:年初)?预算(?P<amount>\d[\d,.]*(?:亿元|万元|元))?(?P<adverbs>(?:到底|实际上?|最后|最终|一共|总共|都|全都?)*)(?:花|用|支出)(?:了|掉|出去)*(?P<ask>多少(?:钱)?|(?:完|光)?了?(?:吗|没有|没))(?:呢)?$"
)


def as_spent(asked: Asked, view: View) -> Asked:
    """A question about final accounts, put by its budget (接待费预算花了多少, 出国预算花完了吗), as one about what was spent."""
    m = _SPENT.match(asked.text) if view.disclosure.meta.kind == "final" else None
    if m is None:
        return asked
    item = m["item"]
    if m["ask"].startswith("多少"):
        text = f"{item}决算数是多少"
    elif re.search(r"都|全", m["adverbs"]) or re.match(r"完|光", m["ask"]) or m["amount"]:
        text = f"{item}预算和决算一样吗"
    else:
        text = f"{item}有决算支出吗"
    return read_plan(text, view.whole_in(text))


_IN_ALL = re.compile(
    r"^(?P<year>20\d\d年(?:度)?的?)?(?P<whole>全年|本年|当年|今年|年度|一年)?的?(?:一共|总共)?(?:实际|真正|真实)(?:上)?(?:一共|总共|共)?的?(?P<all>总)?(?P<side>支出|收入)(?:决算)?了?的?(?P<sum>合计|总额|总数|总计|总量|总规模|一共|总共|共计)?(?:金额|数)?(?:到底|究竟)?(?:是|为|有|达)?了?多少(?:钱|[万亿]?元)?[?？]?$"
)


_OF_A_KIND = re.compile(
    r"^(?P<year>20\d\d年(?:度)?的?)?(?:全年|本年|当年|今年)?的?(?P<kind>项目|基本|经营|财政拨款|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?(?:财政拨款)?)的?(?:实际|真正|真实)(?:上)?的?总?支出了?的?(?:合计|总额|总数|总计|总量|一共|总共|共计)?(?:金额|数)?(?:到底|究竟)?(?:是|为|有|达)?了?多少(?:钱|[万亿]?元)?[?？]?$"
)


def spent_in_all(asked: Asked, view: View) -> Asked:
    """A question of final accounts by what was spent in fact, in all (实际支出合计), that leans on none before it: of the year, without
    what is carried over, which their totals hold."""
    of_kind = _OF_A_KIND.match(asked.text) if view.disclosure.meta.kind == "final" else None
    if of_kind is not None:
        text = f"{of_kind['year'] or ''}{of_kind['kind']}支出合计是多少"
        return read_plan(text, view.whole_in(text))
    m = _IN_ALL.match(asked.text) if view.disclosure.meta.kind == "final" else None
    if m is None or not (m["year"] or m["whole"] or m["all"] or m["sum"]):
        return asked
    text = f"{m['year'] or ''}本年{m['side']}合计是多少"
    return read_plan(text, view.whole_in(text))


_OF_THREE = re.compile(
    r"三公(?:经费)?(?:支出)?(?:的)?(?:里面?|中|当中|之中|各项|三项)?.{0,4}?(?:哪(?:些|几|一)?(?:个|项|类|样|方面)?|谁)(?:经费|支出|费用)?(?P<rest>.+)$|(?:哪(?:些|几|一)?(?:个|项|类|样)?)三公(?:经费)?(?:支出)?(?P<after>.+)$"
)
_OVER = re.compile(r"超(?:出|过|支)?了?(?:年初)?预算|超支|突破了?(?:年初)?预算|(?:高于|大于|多于)(?:年初)?预算")
_UNDER = re.compile(
    r"(?:低于|少于|小于)(?:年初)?预算|没(?:有)?(?:花|用)完|(?:比预算)?(?:节约|节省|结余|省)(?:了|得|的|下)?"
)
_MOST = re.compile(r"最[多大厉]")
_NOTHING_SPENT = re.compile(
    r"(?:一(?:分|毛|元|块)钱?(?:都|也)?|分文|完全|根本|压根)(?:没有?|未|不曾)(?:花|用|动|支出|发生)(?!完)|(?:决算|实际支出|实际|支出|执行)数?(?:却|都|全)?(?:是|为)(?:0|零)(?![\d.])|预算.{0,6}?(?:最后|结果|实际|但|却)+(?:都|全|并)?(?:没有?|未)(?:花|用|发生|支出)(?!完)"
)
_ANY_NOTHING_SPENT = re.compile(
    r"三公(?:经费)?(?:预算|支出)?(?:里面?|中|当中)?[,，]?(?:有没有|有无|是否有|有)(?:哪些|哪一?项)?(?:一(?:分|毛)钱?(?:都|也)?|完全|根本|压根)(?:没有?|未)(?:花|用|动|支出)过?的(?:项目|项|科目|经费|费用|支出|钱)?(?:吗|么)?"
)
"""Which of them has a budget of which nothing at all was spent."""
_ROLES = ("abroad", "vehicles", "purchase", "running", "reception")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was budgeted for one of the three public expenses, and what was spent on it."""

    budget: Figure
    final: Figure

    @property
    def saved(self) -> Decimal:
        """What was budgeted and not spent, in the finer unit of the two; less than nothing where it went over."""
        unit = common_unit([self.budget, self.final])
        return (in_unit(self.budget, unit) or Decimal(0)) - (in_unit(self.final, unit) or Decimal(0))

    def told(self) -> tuple[str, Stated]:
        """The gap in words, and as a figure that the two prove."""
        unit = common_unit([self.budget, self.final])
        a, b = (in_unit(f, unit) or Decimal(0) for f in (self.budget, self.final))
        high, low, word = (b, a, "超出预算") if b > a else (a, b, "比预算少")
        how = f"{grouped(high)} − {grouped(low)} = {grouped(high - low)}"
        gap = Stated(high - low, unit, (self.budget, self.final), how, "差额")
        return f"{self.final.called} {word} {money(high - low, unit)}：{how}", gap


def against_budget(text: str, view: View) -> Outcome | None:
    """Which of the three public expenses final accounts say to have gone over their budget or kept under it (三公里哪项超了
    预算, 哪项省得最多); None where that is not asked, or of a budget."""
    m = _OF_THREE.search(text) if view.disclosure.meta.kind == "final" else None
    rest = (m["rest"] or m["after"]) if m is not None else ""
    if _ANY_NOTHING_SPENT.search(text) or (_NOTHING_SPENT.search(text) and _OF_THREE.search(text)):
        if view.disclosure.meta.kind != "final":
            of_spending = re.search("花|决算|实际|支出|执行", text) is not None
            return Outcome(Status.NOT_FOUND, "这份文件是预算，没有决算数。", certain=True) if of_spending else None
        return _nothing_spent(view, budgeted="预算" in text)
    over = _OVER.search(rest) is not None
    if not over and _UNDER.search(rest) is None:
        return None
    kept = _side_by_side(view)
    if not kept:
        return Outcome(Status.NOT_FOUND, "文件没有把“三公”经费的预算数和决算数并列出来。", cited=[])
    if _MOST.search(rest) and _half_told(view):
        return Outcome(Status.NOT_FOUND, "“三公”经费里有的项只填了预算数或决算数，不能逐项相比。", cited=[])
    found = sorted((k for k in kept if (k.saved < 0 if over else k.saved > 0)), key=lambda k: -abs(k.saved))
    proof = [s for k in kept for s in (Stated.of(k.budget), Stated.of(k.final))]
    if not found:
        return Outcome(
            Status.ANSWERED,
            f"没有，各项“三公”经费{'都没有超出' if over else '都没有少于'}预算（{kept[0].final.place}）",
            proof,
        )
    listed = [k.told() for k in (found[:1] if _MOST.search(rest) else found)]
    return Outcome(Status.ANSWERED, "；".join(words for words, _ in listed), [*(gap for _, gap in listed), *proof])


def _nothing_spent(view: View, *, budgeted: bool) -> Outcome:
    """Each of the three public expenses of which nothing was spent, with both amounts; `budgeted`: of those that have a budget."""
    parts = [_kept_of(role, view) for role in ("abroad", "purchase", "running", "reception")]
    if parts[1] is None and parts[2] is None:
        parts[1:3] = [_kept_of("vehicles", view)]
    kept = [k for k in parts if k is not None]
    if len(kept) < len(parts) or any(f.value is None for k in kept for f in (k.budget, k.final)):
        return Outcome(Status.NOT_FOUND, "文件没有把“三公”经费各项的预算数和决算数都并列出来。", cited=[])
    found = [k for k in kept if k.final.number == 0 and (k.budget.number > 0 or not budgeted)]
    proof = [Stated.of(f) for k in (found or kept) for f in (k.budget, k.final)]
    if not found:
        those = "编了预算的各项" if budgeted else "各项"
        return Outcome(Status.ANSWERED, f"没有，{those}都有决算支出（{kept[0].final.place}）", proof)
    listed = "；".join(
        f"{k.final.called} 预算 {money(k.budget.number, k.budget.unit)}，决算 {money(k.final.number, k.final.unit)}"
        for k in found
    )
    gaps = [k.told()[1] for k in found]  # none of it was spent: all of it is left
    return Outcome(Status.ANSWERED, f"{listed}（第 {found[0].final.page} 页，{found[0].final.place}）", [*gaps, *proof])


_ITEMS = {
    "abroad": r"(?:因公)?出国(?:\(境\)|境)?(?:费用?|经费)?",
    "vehicles": r"公务用车购置(?:及|和)运行(?:维护)?(?:费用?|经费)?|公务用车(?:费用?|经费)|公车(?:费用?|经费)?",
    "purchase": r"(?:公务用车|车辆|公车)购置(?:费用?|经费)?|(?:购|买)车(?:费用?|经费)?",
    "running": r"(?:公务用车|车辆|公车)(?:的)?运行(?:维护)?(?:费用?|经费)?|(?:养|用)车(?:费用?|经费)?",
    "reception": r"(?:公务)?接待(?:费用?|经费)?",
}
_ITEM = "|".join(f"(?:{words})" for words in _ITEMS.values())
_LISTED = (
    rf"(?P<list>(?:{_ITEM})(?:(?:、|[,，]|和|与|跟|及|以及)+(?:{_ITEM}))+)(?:这|那)?(?:[两二三四五2-5几]项)?的?[,，]?"
)
_EACH = r"(?:分别|各自?|都|又)*"
_BY_HOW_MUCH = r"(?:要|还)?(?:节约|节省|省|少|低|降低|减少|多|高|超|超出|超支|差|相差|结余)(?:出|了|下|来)*(?:多少|几)(?:钱|万?元)?"
_EACH_AGAINST = (
    re.compile(
        rf"^(?:三公经费)?(?:里面?|中|的|里的)?{_LISTED}(?:实际)?(?:决算|执行|支出)数?{_EACH}[比较与和跟同](?:年初)?预算数?(?:相比)?{_EACH}{_BY_HOW_MUCH}(?:呢)?$"
    ),
    re.compile(
        rf"^(?:三公经费)?(?:里面?|中|的|里的)?{_LISTED}(?:年初)?预算数?{_EACH}[比较与和跟同](?:实际)?(?:决算|执行)数?(?:相比)?{_EACH}{_BY_HOW_MUCH}(?:呢)?$"
    ),
)


def each_against_budget(text: str, view: View) -> Outcome | None:
    """By how much each of several of the three public expenses that a question lists kept under its budget or went over it; an
    empty cell is taken for nothing, and said to be empty. None where a folded question lists no such things, or they are not printed."""
    bare = re.sub(r"[“”\"]", "", text.rstrip("?？。"))
    m = next((m for frame in _EACH_AGAINST if (m := frame.match(bare)) is not None), None)
    if m is None or view.disclosure.meta.kind != "final":
        return None
    names = re.split(r"、|[,，]", _join_listed(m["list"]))
    roles = [next((r for r, words in _ITEMS.items() if re.fullmatch(words, name)), "") for name in names]
    kept = [_kept_of(role, view) for role in roles]
    told = [k for k in kept if k is not None]
    if len(told) < len(kept):
        return Outcome(Status.NOT_FOUND, "文件没有把这几项的预算数和决算数并列出来。", cited=[])
    lines, gaps = zip(*(k.told() for k in told), strict=True)
    printed = [Stated.of(f) for k in told for f in (k.budget, k.final) if f.value is not None]
    outcome = Outcome(Status.ANSWERED, "；".join(lines), [*gaps, *printed])
    blank = [f.called for k in told for f in (k.budget, k.final) if f.value is None]
    outcome.notes += [f"空白格按 0 计：{'、'.join(blank)}"] if blank else []
    return outcome


def _join_listed(listed: str) -> str:
    """A list of the three public expenses with its words of joining as stops: 购置及运行费 has one of its own."""
    whole = re.sub(r"(?<=购置)[及和](?=运行)", "\ue3f0", listed)
    return re.sub(r"(?:、|[,，]|以及|和|与|跟|及)+", "、", whole).replace("\ue3f0", "及")


def _kept_of(role: str, view: View) -> _Kept | None:
    """What was budgeted for one of the three public expenses and what was spent on it, as one table prints them beside one another,
    though one of the two cells is empty; None where it does not."""
    sides: dict[str, Figure] = {}
    for figure in view.figures:
        own = {figure.row_role.removeprefix("vehicle_"), figure.column_role.removeprefix("vehicle_")}
        if role and figure.table is Kind.THREE_PUBLIC and role in own:
            sides.setdefault(measure_of(figure, view), figure)
    budget, final = sides.get("budget"), sides.get("final")
    if (
        budget is None
        or final is None
        or budget.ref[0] != final.ref[0]
        or (budget.value is None and final.value is None)
    ):
        return None
    return _Kept(budget, final)


def _half_told(view: View) -> bool:
    """Whether one of the three public expenses has an amount by one measure and none by the other."""
    amounts: dict[str, set[str]] = {}
    blanks: set[str] = set()
    for figure in view.figures:
        role = next((r for r in _ROLES if r in {figure.row_role, figure.column_role}), "")
        if figure.table is Kind.THREE_PUBLIC and role and figure.value is not None:
            amounts.setdefault(role, set()).add(measure_of(figure, view))
        elif figure.table is Kind.THREE_PUBLIC and role:
            blanks.add(role)
    return any(len(amounts.get(role, ())) == 1 for role in blanks)


def _side_by_side(view: View) -> list[_Kept]:
    """Each of the three public expenses whose budget and final accounts one table prints."""
    sides: dict[str, dict[str, Figure]] = {}
    for figure in view.figures:
        role = next((r for r in _ROLES if r in {figure.row_role, figure.column_role}), "")
        if figure.table is Kind.THREE_PUBLIC and role and figure.value is not None:
            sides.setdefault(role, {}).setdefault(measure_of(figure, view), figure)
    return [_Kept(s["budget"], s["final"]) for s in (sides.get(r, {}) for r in _ROLES) if {"budget", "final"} <= set(s)]
