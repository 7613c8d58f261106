"""Follow-up questions about bodies: those that the questions before named or found, another held against the last, the other of two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from qa.answer import AnswerOut, Status, rounded
from qa.surveys.added_up import share_of_all
from qa.surveys.answering import Answering
from qa.surveys.bodies_before import UNCLEAR, asked_of_both, asked_of_those, in_two_steps, of_bodies_before
from qa.surveys.follow_ups import names_no_item, survey_of
from qa.surveys.many import over_all
from qa.surveys.scope import scope_of
from qa.surveys.survey import Act, Survey
from qa.words.numerals import number_of


def follow_up(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """The answer to a question about the bodies that the ones before it named or found; None where it is about others."""
    if (part := _part_of_sum_before(question, history, answering)) is not None:
        return part
    told = _of_bodies_before(question, history, answering) or _of_the_other(question, history, answering)
    told = told or _against_the_last(question, history, answering) or _of_both_found(question, history, answering)
    return told or of_those_found(question, history, answering)


_LIKEWISE = re.compile(
    r"^(?:那么?|再|换(?:成|到)?)?(?P<who>[^,，?？也]{2,24}?)(?:那边|这边)?(?:也|同样)?(?:这样|这么|照样|照此|照着|如此|同样|一样)(?:减|算|比|加|除|来|做)(?:一?(?:下|遍|回|次)|(?:一)?算)?[,，]?(?:差额|差值|差|结果|得数|答案|得)?(?:是|为|有|得)?(?:多少|几何|几)?[?？]?$"
)
_INSTEAD = re.compile(
    r"^(?:那么?|要是|如果)?(?:换成|换作|换为|改成|改为)(?P<x>[^,，?？]{2,24}?)[,，](?:那么?|这个?)?(?:比重|占比|比例|结果|数|金额|答案|差额)(?:又|就|会|则)*(?:变成|变为|变|成|是|为|有)(?:了)?(?:多少|百分之(?:几|多少)|几)[?？]?$"
)


def the_like(question: str) -> str:
    """A follow-up that wants the same worked out for another, without the words that say that it is the same (甲局也这样减一下，差额
    是: 甲局呢); any other as it is."""
    return _INSTEAD.sub(r"换成\g<x>呢？", _LIKEWISE.sub(r"\g<who>呢？", question))


def in_steps(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """The answer to a question that names one more body, and to what it asks of all of them after that; None where it is no
    such question."""
    stepped = in_two_steps(question, history, answering.across.catalog)
    if stepped is None:
        return None
    first, then = stepped
    if not first:  # only what they come to is asked
        first, then = re.split(r"(?<=呢？)", then, maxsplit=1)
        return answering.ask(then, None, (*history, first))
    told = answering.ask(first, None, history)
    return one_after_another(told, answering.ask(then, None, (*history, first)))


_AGAINST = re.compile(r"^(?:那么?|它)?(?P<how>比|是|和|与|跟)(?![上去前])")
_HELD_AGAINST = re.compile(r"^的?(?:相?比[,，]?)?(?:要|还)?(?:[多少高低大小]|相?差|(?:几|多少)倍|百分之)")
"""How a body is held against that of the question before."""
_MUCH = re.compile(r"(?:一共|总共)?(?:是|有|为)?(?:多少|几)(?:钱|万元|元|辆|台)?[?？]?$")
_ADDED = re.compile(
    r"^(?=[^,，?？]*(?:共|计|加|合|平均|总和))(?![^,，?？]*[几多少]家)(?:那么?)?(?:全部|一共|总共|合计|总计|加起来|加在一起|合起来|合在一起|平均(?:下来|算下来|每家)?|总和|是|有|为|要|花了?)+(?:多少|几|呢)[^,，?？]{0,4}[?？]?$"
)
"""What those come to, or have on average, of which the question before has just told (加起来多少)."""
_OTHER_OF_KIND = re.compile(
    r"^(?:那么?)?另(?:外)?(?:那)?一?(?:家|个)(?:做|出|公开|编制?|公布)?(?:了)?(?P<kind>决算|预算)的?(?:单位|机构|部门)?呢?[?？]?$"
)
"""The one of two that has published such a document and was not asked about before."""
_OF_THOSE = re.compile(
    r"^(?:那么?)?(?:(?P<many>它们|他们|这些(?:单位|机构|部门)?|这几家(?:单位)?|上述(?:单位|机构)|(?:这|那)?(?P<number>[两二三四五六七八九])(?:家|个(?=单位|机构|部门))(?:单位|机构|部门)?)|其中|它|该单位|这家(?:单位)?|那家(?:单位)?|这个单位)的?(?!哪|最[多少高低大小](?:的)?呢)(?=..)"
)
"""Words for what the question before found among many."""


_ITS_PART = re.compile(
    r"^(?:那么?|其中|这里面|里面|[,，的])*\ue3ff(?:一家|单位)?的?(?:那)?(?:部分|份额)?[,，]?(?:占(?:了|到|去|掉)?|贡献了?)(?:其中|(?:这|那|该)?个?(?:总数|合计|总额|总和|数)|其)?(?:里面?|中)?的?(?:百分之(?:几|多少)|几成|多少|(?:多大|多少)?的?(?:比例|比重|份额)(?:是|有)?(?:多少|多大)?)(?:呢)?[?？]?$"
)


def _part_of_sum_before(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """What part one body has in the sum over some that the question before asked for (其中某某局占多大比重); None where it is not
    asked, or that was no sum over documents with one of this body's."""
    catalog = answering.across.catalog
    resolved = catalog.resolve(question)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1 or resolved.years or resolved.kinds:
        return None
    span = next(s for s in resolved.spans if s.what == "institute")
    if _ITS_PART.match(f"{question[: span.start]}\ue3ff{question[span.end :]}") is None:
        return None
    scope = scope_of(history[-1], catalog, history[:-1])
    body = resolved.mentions[0][0]
    if not scope.across or sum(d.institute == body for d in scope.documents) != 1 or len(scope.documents) < 2:
        return None
    if survey_of(scope.words, scope.earlier, which=scope.which).act is not Act.SUM:
        return None
    return share_of_all(scope.words, body, len(scope.documents), scope.documents, answering.across, answering.view)


def _of_bodies_before(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """What is made of the bodies that the questions before named (两者差多少); None where it is not about those."""
    catalog = answering.across.catalog
    whole = of_bodies_before(question, history, catalog)
    if whole is None:
        whole = asked_of_those(question, history, catalog)
    if whole is None:
        return None
    return answering.ask(whole) if whole else AnswerOut(answer=UNCLEAR, status=Status.NOT_FOUND)


def _against_the_last(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """How much more the body of the last question has than another that is named now (比某某局多多少); None where it is
    not about those two."""
    m = _AGAINST.match(question)
    before, now = answering.across.catalog.resolve(history[-1]), answering.across.catalog.resolve(question)
    if m is None or any(len(r.mentions) != 1 or len(r.mentions[0]) != 1 for r in (before, now)):
        return None
    (one,), (other,) = before.mentions[0], now.mentions[0]
    item = _MUCH.sub("", before.without(history[-1])).strip("的，,。？? ")
    rest = now.without(question)[m.end() :]
    if one == other or not item or not _HELD_AGAINST.match(rest):
        return None
    return answering.ask(f"{one}的{item}{m['how']}{other}{rest}")


def _of_the_other(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """The question before, of the other body of two that have published such a document (那另一家做决算的呢); None where
    it is not about that, or there are more than two."""
    m = _OTHER_OF_KIND.match(question)
    before = answering.across.catalog.resolve(history[-1])
    if m is None or len(before.mentions) != 1:
        return None
    kind = "final" if m["kind"] == "决算" else "budget"
    rest = [d for d in answering.across.catalog.documents if d.kind == kind and d.institute not in before.mentions[0]]
    if len({d.institute for d in rest}) != 1:
        return AnswerOut(answer=f"没有读懂是哪一家：{m['kind']}有好几份。", status=Status.NOT_FOUND)
    told = answering.ask(before.without(history[-1]), rest[0].id)
    return told.model_copy(update={"answer": f"{rest[0].institute}：{told.answer}"})


_ONE_OF_ITEM = re.compile(r"(?:的)?(?:现有|一共)?(?:多少|几)[^多少几]{0,4}$")


def _of_both_found(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """What is made of the two bodies that the last two questions found, as two places of one ranking (谁最多？最少的又是谁？这两家
    差多少？); None where it is not about those, or they are not two places of one."""
    if (
        len(history) < 2
        or not asked_of_both(question, "甲", "乙", "数")
        or answering.across.catalog.resolve(question).by_name
    ):
        return None
    surveys = [_ranking(history[: len(history) - n], answering) for n in (1, 0)]
    if surveys[0] is None or surveys[1] is None or surveys[0].asked != surveys[1].asked:
        return None
    places = [answering.ask(history[n], None, history[:n]) for n in (len(history) - 2, len(history) - 1)]
    if any(p.status is not Status.ANSWERED or not p.citations or _PLACE_TOLD.match(p.answer) is None for p in places):
        return None
    sizes = [Decimal(p.figures[0].amount_yuan or p.figures[0].value) for p in places]
    found = [answering.across.catalog.by_id[p.citations[0].document] for p in places]
    if sizes[0] < sizes[1] and "后者" not in question:
        found.reverse()
    item = surveys[0].asked[0]
    unit = m[1] if (m := re.search(r"(?:多少|几)([辆台套])$", item)) is not None else ""
    item = _ONE_OF_ITEM.sub("", item)
    told = answering.ask(asked_of_both(question, found[0].institute, found[1].institute, item, unit))
    same = {c.document for c in told.citations} == {d.id for d in found} and found[0] != found[1]
    if told.status is not Status.ANSWERED or not same or not _made_of(told, sizes):
        return AnswerOut(answer=UNCLEAR, status=Status.NOT_FOUND)
    return told


def _made_of(told: AnswerOut, sizes: Sequence[Decimal]) -> bool:
    """Whether an answer is made of two amounts: it has both, or what they come to or have on average."""
    own = [Decimal(f.amount_yuan or f.value) for f in told.figures]
    total = sum(sizes, Decimal(0))
    return all(size in own for size in sizes) or bool({total, rounded(total / 2)} & set(own[:1]))


_PLACE_TOLD = re.compile(r"(?:最[高低]|(?:倒数)?第 \d+ 名)的?是? ?")


def _ranking(asked: Sequence[str], answering: Answering) -> Survey | None:
    """What the last of some questions ranks all bodies by; None where it asks something else."""
    scope = scope_of(asked[-1], answering.across.catalog, asked[:-1])
    if not scope.across:
        return None
    survey = survey_of(scope.words, scope.earlier, which=scope.which)
    return survey if survey.act is Act.RANK and len(survey.asked) == 1 and not survey.moved else None


_THAN_PLACE = re.compile(r"^(?:要|还)?(?:比|[和与跟](?=[^,，?？]*差)|是)(?:第[二三四五六七八九\d]|最[低少小])")
"""The first of a ranking held against another place of it (它比第二名多多少)."""


def of_those_found(question: str, history: Sequence[str], answering: Answering) -> AnswerOut | None:
    """The answer to a question about the body that the last one found first (其中货物多少), or about those that it listed
    (它们的三公经费合计多少); None where it is not about those."""
    added, m = _ADDED.match(question), _OF_THOSE.match(question)
    catalog = answering.across.catalog
    if not (m or added) or catalog.resolve(question).by_name or not catalog.documents[1:]:
        return None
    last = answering.ask(history[-1], None, history[:-1])
    found = list(dict.fromkeys(c.document for c in last.citations))
    listed = re.match(r"\d+ 份文件里有 (\d+) 家：", last.answer)
    if m is not None and m["number"] and (listed is None or int(listed[1]) != number_of(m["number"])):
        if listed is None and _of_all_again(question, m, history, answering):
            return None
        return AnswerOut(answer=UNCLEAR, status=Status.NOT_FOUND)
    if last.status is not Status.ANSWERED or not found:
        return None
    if listed is not None and int(listed[1]) == len(found):
        rest = question[m.end() :] if m is not None else question
        chosen = [catalog.by_id[d] for d in found]
        earlier = catalog.resolve(history[-1]).without(history[-1]) if names_no_item(rest) else ""
        return over_all(rest, chosen, answering.across, answering.view, earlier=earlier, named=True)
    if m is None:
        return None
    rest = question[m.end() :]
    if re.match(r"最[高低]的是 ", last.answer) is None or m["many"]:
        return None
    if _THAN_PLACE.match(rest) is not None:
        if last.answer.startswith("最低"):
            return AnswerOut(answer=UNCLEAR, status=Status.NOT_FOUND)
        return answering.ask(f"最高的{rest}", None, history)
    item = re.sub(r"(?:的)?最[高低多少大小].*$", "", history[-1])
    told = answering.ask(rest, found[0], [re.sub(r"(?:哪|谁)(?:一?[个家])?(?:单位|机构|部门)?的?", "", item)])
    body = catalog.by_id[found[0]]
    return told.model_copy(
        update={"answer": f"{body.institute}{f' {body.year} 年' if body.year else ''}：{told.answer}"}
    )


def _of_all_again(question: str, those: re.Match[str], history: Sequence[str], answering: Answering) -> bool:
    """Whether what all come to, or have on average, is asked after a ranking of as many as there are (六家一共多少)."""
    scope = scope_of(history[-1], answering.across.catalog, history[:-1])
    bodies = {d.institute for d in scope.documents}
    ranked = _ranking(history, answering)
    added = _ADDED.match(question[those.end() :]) is not None
    return added and ranked is not None and len(bodies) == number_of(those["number"]) and names_no_item(question)


def one_after_another(told: AnswerOut, then: AnswerOut) -> AnswerOut:
    """Two answers as one: the figures and citations of both, in order."""
    if Status.ANSWERED is not told.status or then.status is not Status.ANSWERED:
        return told if told.status is not Status.ANSWERED else then
    return told.model_copy(
        update={
            "answer": f"{told.answer}\n{then.answer}",
            "figures": (*told.figures, *then.figures),
            "citations": tuple(dict.fromkeys((*told.citations, *then.citations))),
        }
    )
