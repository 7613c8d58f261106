"""What something comes to for each of the things that it pays for: the cost of running vehicles for each vehicle, of receptions for
each guest, of projects for each project.

The amount and the number are asked as questions of their own, and both must be printed; an amount that does not pay for the
things that are counted is not divided by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from qa.answer import Outcome, Stated, Status, grouped, money, rounded


@dataclass(frozen=True, slots=True)
class _Sort:
    """Things that are counted: how a question speaks of one, what a name must have that pays for them, how their number is asked, and
    what names of such costs begin with where they say it."""

    one: str
    pays: str
    number: str
    names: str = ""
    others: str = ""
    """What names have that pay for such things of others (taxis that are subsidised), not for those that are counted."""


_SORTS = (
    _Sort(
        r"[辆台部](?:公务用?车|公车|用?车(?:子|辆)?)",
        "车",
        "车辆有几辆",
        "公务用车",
        r"补贴|补助|奖励|出租|公交|租赁车",
    ),
    _Sort(r"(?:位|名|个)?(?:来宾|客人|接待对象)|人次", "接待", "公务接待多少人次"),
    _Sort(r"批次?(?:来宾|客人)?", "接待", "公务接待多少批次"),
    _Sort(r"个(?:绩效)?项目", "项目", "编报绩效目标的项目有几个"),
)
_SPREAD = r"(?:(?:分摊|平摊|摊|分|平均)(?:下来)?(?:到|给)?)?"
_BY_THEIR_NUMBER = re.compile(
    r"^按(?:照)?(?:现有|全部|所有)?的?(?:(?P<number>\d+)?[辆台个](?:公务用?车|公车|车|项目)|(?:公务用?)?(?:车辆?|项目)的?(?:总?数量?|总数))(?:来)?(?:平摊|分摊|平均|算|计算|计)[,，]"
)


def per_unit(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """An amount for each of what it pays for; None where no such thing is asked, not found where one of the two is not there."""
    told = _BY_THEIR_NUMBER.match(text)
    text = text[told.end() :] if told is not None else text
    for sort in _SORTS:
        each = re.search(rf"{_SPREAD}(?:平均)?(?:每一?|(?<=平均)一)(?:{sort.one})(?:平均|每年|一年)?", text)
        if each is None:
            continue
        item = re.sub(r"平均(?=$|[是有为要花])|^平均", "", text[: each.start()] + text[each.end() :]).strip(",，的")
        item = re.sub(
            r"(?:大约|大概|要|得)?(?:花|用|摊|分摊)(?:了|掉|到)?(?:多少|几)(?:钱|万元|元)?的?(?=[\u4e00-\u9fff])",
            "",
            item,
        )
        amount, number = answer_to(item if sort.pays in item else f"{sort.names}{item}"), answer_to(sort.number)
        whole, count = _one(amount), _one(number)
        names = [name for f in whole.sources for name in (f.row, *f.names, *f.columns)] if whole is not None else []
        pays = any(sort.pays in name for name in names)
        if sort.others and any(re.search(sort.others, name) for name in (item, *names)):
            pays = False
        if whole is None or count is None or not pays or whole.yuan is None or not count.value:
            return Outcome(Status.NOT_FOUND, "文件里没有可以这样平均的金额和数量。", cited=[])
        if told is not None and told["number"] and int(told["number"]) != count.value:
            return Outcome(
                Status.NOT_FOUND, f"文件里的数量是 {grouped(count.value)}，不是 {told['number']}。", cited=[]
            )
        result = rounded(whole.value / count.value)
        how = f"{grouped(whole.value)} ÷ {grouped(count.value)} = {grouped(result)}"
        told_of = "，".join(f"{s.label} {money(s.value, s.unit)}" for s in (whole, count))
        outcome = Outcome(Status.ANSWERED, f"平均每{count.unit} {money(result, whole.unit)}：{how}（{told_of}）")
        outcome.stated = [Stated(result, whole.unit, (*whole.sources, *count.sources), how, "平均"), whole, count]
        return outcome
    return None


def _one(outcome: Outcome) -> Stated | None:
    """The first amount of an outcome, where it is printed."""
    first = outcome.stated[0] if outcome.found and outcome.stated else None
    return first if first is not None and not first.how and first.sources else None
