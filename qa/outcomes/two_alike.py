"""Two rows of one kind, named together by what both are (两项彩票公益金支出里哪一项更多): which of them has more, and by how much.

They are the only two rows of the lowest level that have the words in their names, or that stand under the row of that name; where
the document has more of them or fewer, nothing is read. Several cells of one name (两处机关服务) are added up where one table prints just
as many of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.text import key
from qa.answer import Outcome, Status
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import total
from qa.terms.resolve import Match
from qa.terms.targets import Target
from qa.terms.terms import Terms
from qa.words.lexicon import scopes_in
from qa.words.numerals import number_of

_PIECE = r"(?:项|笔|个|种|类|块)"
_LEAD = r"(?:请问|在|从)?(?:20\d\d年(?:度)?|今年|本年)?的?(?:用|由|靠)?"
_IN = r"(?:里面?|里头|之?中|当中|之间)?[,，]?"
_WHAT = r"(?P<what>[\u4e00-\u9fff]{3,16}?)"
_OF_WHAT = r"(?:(?:类|款|项)级?)?(?:支出|科目|项目|资金|钱)*"
_WHICH = rf"(?:哪(?:一)?{_PIECE}|谁|哪个科目)的?(?:金额|数额|预算|安排|支出|钱|花得)*(?:更|要|比较)?(?P<way>[多高大少低小])(?:一些|一点|些|点)?(?:[,，]?(?:又|到底)?(?:[多高大少低小]|相?差)(?:出|了)*(?:多少|几)(?:钱|万?元)?)?"
_APART = r"(?:之间)?(?:相?差|差额|差距)(?:了|是|有)*(?:多少|几)(?:钱|万?元)?"
_ASKS = rf"(?:{_WHICH}|(?P<gap>{_APART}))"
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"^{_LEAD}(?:这|那)?[两2]{_PIECE}{_WHAT}{_IN}{_ASKS}$",
        rf"^{_LEAD}{_WHAT}(?:安排)?的?(?:这|那)?[两2]{_PIECE}{_OF_WHAT}{_IN}{_ASKS}$",
    )
)
_TAIL = re.compile(r"(?:安排)?的?(?:支出|资金|经费|钱)$")
_TWO, _SHORTEST = 2, 3


def two_alike(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """Which of two rows that a question names by what both are has more, or how far they are apart; None where it asks no such
    thing, or there are not two."""
    bare = text.rstrip("?？。")
    m = next((m for frame in _FRAMES if (m := frame.match(bare)) is not None), None)
    names = _two_of(m["what"], view) if m is not None else []
    if m is None or len(names) != _TWO:
        return None
    one, other = names
    if m["gap"]:
        return answer_to(f"{one}和{other}相差多少")
    way = "少" if m["way"] in "少低小" else "多"
    return answer_to(f"{one}和{other}哪个{way}，{way}多少")


def _two_of(what: str, view: View) -> list[str]:
    """The names of the two rows of the lowest level that some words name; none where there are not two."""
    core = _TAIL.sub("", what)
    if len(core) < _SHORTEST:
        return []
    codes = {f.code: f.names[0] for f in view.figures if f.code and f.names and f.code.isdigit()}
    lowest = {c: name for c, name in codes.items() if not any(o != c and o.startswith(c) for o in codes)}
    under = {f.code for f in view.vocabulary.get(what, ()) if f.code}
    found = {c: name for c, name in lowest.items() if any(c != p and c.startswith(p) for p in under)}
    found = found or {c: name for c, name in lowest.items() if core in name}
    one_class = len({c[0] for c in found}) == 1  # what is bought and what it is for may be the same money
    return [n for _, n in sorted(found.items())] if one_class and len(set(found.values())) == len(found) == _TWO else []


_SO_MANY_PLACES = re.compile(
    r"^(?P<table>[^,，?？]{2,24}?表)(?:里面?|上面?|中|内)?(?:一共|总共|共)?(?:有|出现了?|列了?|印了?|写了?)?(?P<n>[两二三四五2-5])(?:处|行|个|条|次)(?:都)?(?:叫|是|名为|写着)?(?:做)?(?P<it>[^,，?？]{2,16}?)(?:科目)?[,，]?"
    r"(?:把)?(?:它们|这[两几三四五](?:处|行|个)|两者)?(?:的?(?:金额|数额?))?(?:加(?:在)?一?起来?|合(?:在)?一?起来?|合计|总共|一共|相加|之和|加总)(?:的?(?:金额|数额?))?(?:是|有|为|等于)?(?:多少|几)(?:钱|万?元)?$"
)


def all_of_one_name(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What several cells come to that have one name (支出预算总表里有两处机关服务，合起来是多少), of a table that prints so many of them; None
    where that is not asked."""
    m = _SO_MANY_PLACES.match(text.rstrip("?？。"))
    if m is None or not scopes_in(m["table"]) or key(m["it"]) not in view.vocabulary:
        return None
    told = answer_to(f"{m['table']}里{m['it']}是多少")
    cells = list({f.ref: f for s in told.stated for f in s.sources if key(m["it"]) in f.names and not s.how}.values())
    fits = [own for table in {f.ref[0] for f in cells} if len(own := _of(table, cells)) == number_of(m["n"])]
    if not told.found or len(fits) != 1:
        return Outcome(
            Status.NOT_FOUND, f"没有读懂要加的是哪几处“{m['it']}”：请写明是哪张表里的。", cited=[], certain=True
        )
    return total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in fits[0]])


def _of(table: str, cells: list[Figure]) -> list[Figure]:
    return [f for f in cells if f.ref[0] == table]
