"""What a question leaves out of something (除甲外的乙, 乙（不含甲）, 乙里甲以外的), read once for all that may be asked of the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FIRST, _LAST = 0xE200, 0xE2FF
NAME = rf"[{chr(_FIRST)}-{chr(_LAST)}]"
"""In a masked text, one name of the document."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A folded question in which each name of the document is one character; `names` are those names, in order."""

    text: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str, spans: Sequence[tuple[int, str]]) -> Masked:
        """A text with the names that stand at some places masked; no more than there are characters for."""
        spans = spans[: _LAST - _FIRST]
        for place, (start, name) in reversed(list(enumerate(spans))):
            text = f"{text[:start]}{chr(_FIRST + place)}{text[start + len(name) :]}"
        return cls(text, tuple(name for _, name in spans))

    def shown(self, text: str) -> str:
        """A piece of the masked text in the question's own words."""
        return re.sub(NAME, lambda m: self.names[ord(m[0]) - _FIRST], text)

    def each(self, text: str) -> tuple[str, ...]:
        """The names in a piece of the masked text, in order."""
        return tuple(self.names[ord(c) - _FIRST] for c in re.findall(NAME, text))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out, and the masked question without that."""

    out: tuple[str, ...]
    rest: str


_LEAVES = r"(?:除(?:却|去|掉|了|开)?|不(?:再)?(?:包括|包含|考虑|计入|计算|算上?|计|含|看)|扣(?:除|掉|去)|减(?:去|掉)|剔(?:除|掉)|去掉|刨(?:除|去|掉)|撇(?:开|去)|抛(?:开|去)|排除|拿掉|去除)"
_SORT = r"(?:这|那|该)?[一两二三四五几]?(?:个|项|类|款)?(?:科目|费用|支出|收入)?"
_OUT = rf"(?P<out>{NAME}(?:(?:、|和|与|及|以及|跟|加上?){NAME})*){_SORT}"
_ENDS = r"(?:以外|之外|外|不算|不谈|不计|不看|除外|以后|之后|后|在内)(?:的话)?|的话"
_IN = r"(?:里面?|中|当中|内|之中|项下|之下|下面?)?"
_WHOLE = rf"(?P<head>[^{chr(_FIRST)}-{chr(_LAST)}]{{0,8}}{NAME}(?:的?{NAME})*(?:的(?:收入|支出))?{_IN})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"^(?:如果|要是|假如|若|倘若)?(?:把)?{_LEAVES}{_OUT}(?:{_ENDS})?[,，]的?(?P<rest>.+)$",
        rf"^(?:如果|要是|假如|若|倘若)?(?:在)?{_LEAVES}{_OUT}(?:{_ENDS})的?(?P<rest>.+)$",
        rf"^(?:如果|要是|假如|若)?(?:没有|没了){_OUT}(?:(?:的话)[,，]?|[,，])(?P<rest>.+)$",
        rf"^不(?:包括|包含|含|计|算){_OUT}的(?P<rest>.+)$",
        rf"^{_LEAVES}{_OUT}(?P<rest>(?:一共|总共|共|还|现)*有.+)$",
        rf"^{_OUT}(?:以外|之外)[,，]?的?(?P<rest>.+)$",
        rf"^{_WHOLE}\((?:已|均)?{_LEAVES}{_OUT}(?:{_ENDS})?\)(?P<rest>.*)$",
        rf"^{_WHOLE}的?(?:余额|净额)?\((?:已|均)?{_LEAVES}{_OUT}(?:{_ENDS})?\)(?P<rest>.*)$",
        rf"^{_WHOLE}[,，]?{_LEAVES}{_OUT}(?:{_ENDS})?[,，]?的?(?P<rest>.*)$",
        rf"^{_WHOLE}[,，]?{_OUT}(?:以外|之外)[,，]?的?(?P<rest>.*)$",
        rf"^{_WHOLE}[,，]{_OUT}(?:除外|不算|不计)(?:在内)?[,，]?(?P<rest>.*)$",
    )
)
_TAKEN = re.compile(
    rf"^{_WHOLE}(?P<out>(?:[,，]?(?:再|又|并|然后)?(?:减(?:去|掉)?|扣(?:除|掉|去)){NAME}){{2,}})(?:后|之后)?(?P<rest>.*)$"
)
_MARK = re.compile(rf"{_LEAVES}|减|以外|之外|除外|没有.{{1,20}}(?:的话|[,，])")
_OF_A_PART = re.compile(r"(?:占|比|与|和|跟|是)[^,，]*$")


def left_out(asked: Masked) -> LeftOut | None:
    """What a question leaves out, and the rest of it; None where no words say so, or they are not all understood."""
    text = asked.text
    if (m := _TAKEN.match(text)) is not None:
        return LeftOut(asked.each(m["out"]), m["head"] + m["rest"])
    for form in _FORMS:
        m = form.match(text)
        if m is None:
            continue
        head = m.groupdict().get("head") or ""
        if _OF_A_PART.search(head) or _MARK.search(head) or _MARK.search(m["rest"]):
            continue
        return LeftOut(asked.each(m["out"]), head + m["rest"])
    return None


def mentions_left_out(text: str) -> bool:
    """Whether a text has words that leave something out."""
    return _MARK.search(text) is not None


_REST_SAID = r"(?:其余|其他|其它|剩下|剩余|余下|别的|各|全部|所有|余|净)"
_ASKED = r"(?:部分|[几各]?项|[几各]?(?:个|类|款|块)?|科目|资金|金额|费用|经费|总额|总和|之和|合计|总计|共计|一共|总共|加起来|加总|合起来|共|还|又|花了?|用了?|剩下?|等于|余额|净额|数额|一?共|是|有|为|的|了|钱|数|多少|几何|若干|几|万?元|呢)"
_AMOUNT = re.compile(
    rf"^(?P<whole>{NAME}(?:的?{NAME})*|总?支出|总?收入|支出[总合]计|收入[总合]计|本年支出(?:合计)?|本年收入(?:合计)?)?(?:的(?P<side>收入|支出))?{_IN}[,，]?的?(?:{_REST_SAID})*(?P<generic>支出|收入)?的?(?P<column>{NAME})?[,，]?(?:{_ASKED}|{_REST_SAID})*$"
)
_SHARE = re.compile(
    rf"^(?P<whole>{NAME}(?:的?{NAME})*|总?支出|总?收入)?{_IN}[,，]?的?(?:{_REST_SAID})*(?:的|部分|[几各]?项|科目|支出|资金|金额|费用|加起来|合计|合起来|一共|总共|共|所|大概|有多少[,，])*占(?:了|到|比)?(?:全部)?(?P<of>{NAME}(?:的?{NAME})*|总?支出|总?收入|(?:支出|收入)(?:[总合]计|总额)|本年支出(?:合计)?|本年收入(?:合计)?|合计|总计|总额|全部)?的?(?:比例|比重|百分比|份额|几成|多少|百分之(?:几|多少)|多大的?(?:比例|比重)?)(?:是|有|为)?(?:多少|多大|几)?$"
)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is asked of the rest: of which whole (in masked words), in which column; `of` is what it is to be a share of,
    None where its amount is asked for. `general`: the whole is no more than spending, or income."""

    whole: str
    column: str = ""
    of: str | None = None
    general: bool = False


def asked_of_the_rest(rest: str) -> Rest | None:
    """What the question without what it leaves out asks; None where it asks something else than an amount or a share."""
    if (m := _SHARE.match(rest)) is not None:
        whole = m["whole"] or m["of"] or ""
        general = _GENERAL.fullmatch(whole) is not None
        return Rest((m["of"] if general else whole) or whole, "", m["of"] or "", general) if whole else None
    m = _AMOUNT.match(rest)
    if m is None or not (m["whole"] or m["generic"]):
        return None
    whole = m["whole"] or m["generic"]
    side = f"的{m['side']}" if m["side"] else ""
    return Rest(whole + side, m["column"] or "", None, _GENERAL.fullmatch(whole) is not None)


_GENERAL = re.compile(r"总?(?:支出|收入)")


def next_to_mark(asked: Masked) -> tuple[str, ...]:
    """The names that words which leave something out stand right beside, in a text that is not read as a whole."""
    found = re.findall(rf"(?:{_LEAVES})({NAME})|({NAME})(?:{_SORT})(?:以外|之外|除外)", asked.text)
    return tuple(name for pair in found for name in asked.each("".join(pair)))
