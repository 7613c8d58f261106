"""What somebody denies, and asks to have confirmed: that nothing of a sort is to be bought (今年一辆车都不打算添置，对吗), and that
something has a half of spending, all being the other (是不是全部用于项目、没有基本支出).

A denial that is to be confirmed is so where there is nothing: yes and no are the other way round than of 今年要买车吗.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.answer import Outcome, Status

_WHEN = r"(?:今年|本年度?|当年|全年|年内|20\d\d年(?:度)?|[这本]一?年)"
_HEAD = rf"(?:{_WHEN}|(?:这|本|我|咱们?)?(?:个|家)?(?:单位|部门|所|局|院|中心|街道|馆)里?|里|是不是|是否|难道|预算|安排|计划|的|在|[,，])*"
_CARS = r"(?:公务?用?|小|轿|机动|新)*(?:汽车|轿车|用车|公车|车辆|车)"
_EQUIPMENT = r"(?:单价|单位价值)?(?:在)?(?P<worth>\d+)万元?(?:\(含\))?(?:以上|及以上)的?(?:通用|专用|大型)?设备"
_THING = rf"(?:(?P<car>{_CARS})|{_EQUIPMENT})"
_NOT = r"(?:没有?|不|未|并不|并未|并没有?)"
_MEANT = r"(?:再|会|想|要|准备|打算|计划|考虑|安排|预备|列|有|新)*"
_BUY = r"(?:购置|购买|采购|添置|添购|增购|新购|新增|更新|配备|购|买|添|换)"
_ENDS = r"(?:了|的|过|任何|计划|打算|安排|预算|意思)*"
_SO = r"(?P<so>[,，]?(?:(?:是|对|没错|是这样)?(?:吗|么|吧|不对|不是)|对不对|是不是)?)"
_DENIALS = tuple(
    re.compile(frame)
    for frame in (
        rf"^{_HEAD}(?:连)?一?[辆台套个](?:新)?的?{_THING}(?:也|都)+{_NOT}(?:{_MEANT}{_BUY}|(?:再|有)*(?:安排|计划|打算|考虑)){_ENDS}{_SO}$",
        rf"^{_HEAD}{_THING}(?:是不是|是否)?(?:今年|本年)?(?:连)?一?[辆台套](?:也|都)+{_NOT}(?:{_MEANT}{_BUY}|(?:再|有)*(?:安排|计划|打算|考虑)){_ENDS}{_SO}$",
        rf"^{_HEAD}{_NOT}{_MEANT}{_BUY}(?:任何|新)?的?{_THING}{_ENDS}{_SO}$",
        rf"^{_HEAD}{_THING}(?:是不是|是否)?(?:今年|本年)?{_NOT}{_MEANT}{_BUY}{_ENDS}{_SO}$",
        rf"^{_HEAD}零{_BUY}(?:任何|新)?的?{_THING}{_ENDS}{_SO}$",
        rf"^{_HEAD}{_NOT}(?:有|安排|列)*(?:任何)?{_BUY}(?:任何|新)?的?{_THING}的?(?:计划|打算|安排|预算|意思){_SO}$",
    )
)
_ASKED = re.compile(r"是不是|是否|难道")
_IT_IS_NOT = re.compile(r"(?<=.)(?:并非|并不是|(?<!是)不是)(?=.*[辆台套车备])(?!.*(?:不是|不对)$)|^(?:并非|并不是)")
"""What denies a denial (并非一辆车都不买)."""
_THINGS = {True: "车辆", False: "这样的设备"}


def none_bought(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """Whether a folded question says rightly that none of something is to be bought; None where it says no such thing, or the
    document counts none of it and has no cell for what it costs."""
    bare = text.rstrip("?？。")
    denied = _IT_IS_NOT.search(bare)
    bare = bare if denied is None else f"{bare[: denied.start()]}{bare[denied.end() :]}"
    m = next((m for frame in _DENIALS if (m := frame.match(bare)) is not None), None)
    if m is None or not (m["so"].strip(",，") or _ASKED.search(bare)):
        return None
    year = re.search(r"20\d\d年", bare)
    thing = "车辆多少辆" if m["car"] else f"单价{m['worth']}万元以上设备多少台"
    told = answer_to(f"{year[0] if year is not None else ''}购置{thing}")
    first = told.stated[0] if told.found and told.stated else None
    counted = first is not None and not first.how and first.unit in {"辆", "台", "台(套)", "套", "台套"}
    if first is None or not counted or "购置" not in told.text:
        if m["car"] and denied is None:
            return answer_to("公务用车购置费没有安排,对吗")
        return Outcome(Status.NOT_FOUND, f"文件没有说明要购置多少{_THINGS[m['car'] is not None]}。", cited=[])
    told.text = f"{'是' if bool(first.value) is (denied is not None) else '不是'}，{told.text}"
    return told


_ENDED = r"[,，]?(?:(?:是|对|没错|是这样)?(?:吗|么|吧|不对|不是)|对不对|是不是)?"
_WHETHER_IT_IS = r"(?:是不是|是否|难道|确实|真的)?"
_THE_MONEY = r"(?:的?(?:这|那)?一?[笔块份]?(?:钱|资金|款))?"
_ALL_OF_IT = r"(?:全都?|全部都?|都|统统|通通|只有?|仅有?)(?:是)?(?:拿(?:去|来)(?:做|搞|办)|用(?:于|在|到|来做|作)|花(?:在|到)|投(?:在|到|向|入)|给|安排(?:给|在|到|为)|列(?:在|为|入)|属于|归(?:于|入)?|有|是|为)?了?"
_HAS_NONE = r"(?:完全|根本|一点|压根|一分|一分钱|儿|也|都|又|而|并|且|的|[、,，])*(?:没有?|不含|未|无|不涉及|不包[括含])(?:安排|列|包含|包括|含有?|有|任何|用于|一分|在|花在)*"
_HALVES = {"项目": "基本", "基本": "项目"}
_BOTH_HALVES = (
    re.compile(
        rf"^(?P<of>[^,，]{{2,20}}?){_THE_MONEY}{_WHETHER_IT_IS}{_ALL_OF_IT}(?P<one>项目|基本)(?:支出)?(?:上面?|方面)?(?:的|了)*[、,，]{_HAS_NONE}(?P<none>项目|基本)支出(?:的)?{_ENDED}$"
    ),
    re.compile(
        rf"^(?P<of>[^,，]{{2,20}}?){_THE_MONEY}{_WHETHER_IT_IS}{_ALL_OF_IT}(?P<one>项目|基本)(?:支出)?(?:上面?|方面)?(?:的|了)*[、,，](?:一点|一分|半分|一分钱|半点)(?:儿)?(?:的)?(?P<none>项目|基本)支出(?:都|也)没有?{_ENDED}$"
    ),
    re.compile(
        rf"^(?P<of>[^,，]{{2,20}}?){_THE_MONEY}{_WHETHER_IT_IS}{_HAS_NONE}(?P<none>项目|基本)支出(?:的)?[、,，](?:而是|而|并且|且)?{_ALL_OF_IT}(?P<one>项目|基本)(?:支出)?(?:上面?|方面)?(?:的|了)*{_ENDED}$"
    ),
    re.compile(
        rf"^(?P<of>[^,，]{{2,20}}?){_THE_MONEY}{_WHETHER_IT_IS}(?:全都?|全部都?|都)(?:是)?(?:用(?:于|在|到)|花(?:在|到)|投(?:在|到|向|入))了?(?P<one>项目|基本)(?:支出)?(?:上面?|方面)?(?:的|了)*(?P<none>){_ENDED}$"
    ),
)  # fmt: skip
"""That all of something is spending on projects, and that it has no basic spending: the two come to all of it."""
_ASKS_SO = re.compile(r"是不是|是否|难道|[吗么吧]$|对不对$|不对$|不是$")


def all_of_one_half(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """Whether all of something is spending on projects, and none of it basic spending: by what part the one is, and where no
    amount of it is printed, by the amount of the other. None where a folded question asks no such thing."""
    bare = text.rstrip("?？。")
    m = next((m for frame in _BOTH_HALVES if (m := frame.match(bare)) is not None), None)
    if m is None or _ASKS_SO.search(bare) is None or (m["none"] and _HALVES[m["one"]] != m["none"]):
        return None
    told = answer_to(f"{m['of']}全部是{m['one']}支出吗")
    return told if told.found else answer_to(f"{m['of']}没有{_HALVES[m['one']]}支出,对吗")
