"""What rules find in one document for a question after some others, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.text import key
from qa.answer import NOWHERE, Outcome, Quote, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.english.in_chinese import is_english
from qa.follow_ups.context import Turn, split_words
from qa.follow_ups.turned import corrects, given_to_it, its_half
from qa.guards.accounted import dated_in_english, narrowed, on_another_day
from qa.guards.as_asked import not_added_up
from qa.guards.between_names import between_names
from qa.guards.follow_up_words import beside_what_is_told
from qa.guards.half_told import half_told, only_half
from qa.guards.items_unprinted import number_of_something, unprinted_item
from qa.guards.named_money import of_named_money
from qa.guards.other_account import asking, of_another_account_or_time
from qa.guards.outsiders import of_outsiders
from qa.guards.owners import of_an_owner
from qa.guards.predicates import borne_out
from qa.guards.ruled import of_a_rule
from qa.guards.running_costs import of_running_costs
from qa.guards.topics import of_a_topic
from qa.guards.unread_tables import of_unread_tables
from qa.help import Part, Reply
from qa.opened import Opened
from qa.outcomes.arithmetic import difference, total
from qa.outcomes.document_terms import in_document_terms
from qa.outcomes.gap_between_totals import what_pays, which_row_more
from qa.outcomes.texts import Search
from qa.outcomes.where_apart import where_apart, where_cut_off
from qa.plain.gist import gist
from qa.plain.place_first import (
    all_from,
    asks_of_total,
    cells_apart,
    not_printed,
    of_its_total,
    place_first,
    with_its_table,
)
from qa.plain.planned import planned_for
from qa.plain.remarks import opens_with_talk, without_remarks
from qa.plain.sentences import clauses_that_ask, question_text, sentences_of
from qa.respond import respond
from qa.search.store import IndexMissingError
from qa.terms.resolve import Match
from qa.terms.targets import Target
from qa.terms.terms import Terms
from qa.words.numerals import number_of
from qa.words.operations import Operation


def reply_of(document: str, question: str, history: Sequence[str], opened: Opened, said: str = "") -> Reply:
    """What rules find in one document, sentence by sentence. `said`: the question as it was put, with what the document itself
    was named by, where it is the only one."""
    reply = _read(document, question, history, opened)
    leaning = bool(history) and not corrects(question)
    for part in reply.parts:
        words = asking(said or question, (part.asked.said or part.asked.text) if len(reply.parts) > 1 else "")
        other = of_another_account_or_time(words, part.asked.plan.operation, part.outcome, reply.view)
        part.outcome = (
            other
            or between_names(words, part.asked.plan.operation, part.outcome, reply.view)
            or of_an_owner(words, part.outcome, reply.view)
            or of_outsiders(words, part.outcome, reply.view)
            or (of_a_topic(question, part.outcome, reply.view) if not history else None)
            or (beside_what_is_told(part.asked.text, said or question, part.outcome, reply.view) if leaning else None)
            or part.outcome
        )
        if part.outcome.text.startswith(_NOT_BUT_EQUAL) and _WHETHER_ENOUGH.search(question):
            part.outcome.text = f"是，{part.outcome.text.removeprefix('不是，')}"
    if reply.parts and (said_half := only_half(question_text(question), [part.outcome for part in reply.parts])):
        reply.parts[0].outcome.notes.append(said_half)
    return reply


_NOT_BUT_EQUAL = "不是，一样多"
_WHETHER_ENOUGH = re.compile(
    r"够不够|足不足|(?<![不能])够(?!不)[^,，?？]*(?:吗|么)|(?:能不能|能否|能|是否)(?:够|足够|抵|覆盖|盖住|撑|应付|满足)"
)
"""Whether one thing is enough for another, which it is where it is as much; it is put as whether it is more."""


def _read(document: str, question: str, history: Sequence[str], opened: Opened) -> Reply:
    view, search = opened.view(document), _search(document, opened)
    turns: list[Turn] = []
    told: Outcome | None = None
    own = opened.across.catalog.by_id[document].institute
    for earlier in history:
        named = opened.across.catalog.resolve(earlier)
        elsewhere = named.institutes
        if elsewhere and own not in elsewhere:
            earlier = named.without(earlier, ("institute",))
        for sentence in sentences_of(question_text(earlier)):
            sentence = with_its_table(sentence)
            told, turn = respond(planned_for(_in_terms(sentence, view, turns), view), view, turns)
            if elsewhere and own not in elsewhere:  # the year of another body's document is not this one's
                turn = replace(turn, plan=turn.plan.model_copy(update={"year": None}))
            turns.append(turn)
    if told is not None and (of_told := _of_what_was_told(question, history[-1], told, view)) is not None:
        return Reply(view, [Part(planned_for(question_text(question), view), of_told, turns[-1], turns[-1].items)])
    plain = question if turns and corrects(question) else without_remarks(question, view)
    if plain != question and opens_with_talk(question):
        parts = _parts_of(plain, view, turns, search)
        if parts and all(part.outcome.found for part in parts):
            return Reply(view, parts)
    parts = _parts_of(question, view, turns, search)
    if is_english(question) and (day := dated_in_english(question)):
        for i, part in enumerate(parts):
            if on_another_day(day, part.outcome, view):
                other = Outcome(Status.NOT_FOUND, f"文件里没有“{day}”的数字。", cited=[], certain=True)
                parts[i] = replace(part, outcome=other)
    if not any(part.outcome.found for part in parts):
        again = _parts_of(plain, view, turns, search) if plain != question else []
        parts = again if again and all(part.outcome.found for part in again) else parts
        if not any(part.outcome.found or part.outcome.certain for part in parts):
            gist_of = _by_gist(plain, view, turns, search)
            if any(part.asked.plan.operation is Operation.CHANGE for part in parts) and not _are_changes(gist_of):
                return Reply(view, parts)  # what an item is does not tell how it moved
            parts = gist_of or _by_keywords(question, view, turns, search) or parts
    return Reply(view, parts)


def _of_what_was_told(question: str, earlier: str, told: Outcome, view: View) -> Outcome | None:
    """What is made of the amounts that were told last: what they come to, where so many of one name were asked for, or what their gap
    is; None where neither is asked."""
    together = _all_alike_together(question, earlier, told, view)
    return together if together is not None else _of_gap(question_text(question).rstrip("?？。"), told, view)


def _in_terms(sentence: str, view: View, before: Sequence[Turn]) -> str:
    """A sentence in the document's terms; as it is where what the treasury gives is asked of what was asked about before (给它安排了多少),
    which by itself would be given to the body."""
    bare = sentence.rstrip("?？。")
    own = (given_to_it(bare, before[-1], view) or its_half(bare, before, view)) if before else None
    return sentence if own is not None else in_document_terms(sentence, view)


def _are_changes(parts: Sequence[Part]) -> bool:
    """Whether there are parts, each read as a question of how something moved."""
    return bool(parts) and all(part.asked.plan.operation is Operation.CHANGE for part in parts)


def _by_gist(question: str, view: View, before: Sequence[Turn], search: Search) -> list[Part]:
    """What is found for the gist of a question that was not understood word by word; nothing where it has none."""
    text = in_document_terms(question_text(question).rstrip("?？。."), view)
    told = gist(text, view) if not before and not is_english(question) else ""
    parts = _understood_as(told, view, before, search) if told else []
    whole = planned_for(text, view)
    for part in parts:
        asked = replace(part.asked, text=whole.text)
        lost = narrowed(asked, asked.plan, part.outcome, view) or unprinted_item(whole.text, part.outcome, view)
        lost = lost or number_of_something(whole.text, part.outcome)
        if lost or not_added_up(whole.text, part.outcome, view):
            return []  # its gist leaves out what the question says of it
    return parts


def _understood_as(told: str, view: View, before: Sequence[Turn], search: Search) -> list[Part]:
    """What is found for a question in other words, with a note that says which; nothing where one of its parts is not there."""
    parts = _parts([told], view, before, search)
    if not all(part.outcome.found for part in parts):
        return []
    for part in parts:
        part.outcome.notes.append(f"按“{told}”理解")
    return parts


def _by_keywords(question: str, view: View, before: Sequence[Turn], search: Search) -> list[Part]:
    """What is found for words with nothing but blanks between them (行政运行 支出预算合计 2025), each of the one before it;
    nothing for a sentence."""
    words = question.strip().split()
    if len(words) < _PAIR or before or re.search(r"[,，。;；:：?？!！、吗和与]", question):
        return []
    years = [w for w in words if re.fullmatch(r"20\d\d(?:年度?)?", w)]
    told = "".join(f"{y.rstrip('年度')}年" for y in years[:1]) + "的".join(w for w in words if w not in years)
    return _understood_as(told, view, before, search) if len(years) < _PAIR else []


def _parts_of(question: str, view: View, before: Sequence[Turn], search: Search) -> list[Part]:
    """What rules find for the sentences of a question, each after those before it."""
    turns = list(before)
    parts: list[Part] = []
    for sentence in (one for said in sentences_of(question_text(question)) for one in where_cut_off(said)):
        if parts and _told_already(sentence, parts[-1].outcome, view):
            continue
        own_parts = _with_amount(sentence, _parts([sentence], view, turns, search, parts), view, turns, search)
        pieces = clauses_that_ask(sentence) if not own_parts[0].outcome.found else []
        if len(pieces) > 1:
            apart = _parts(pieces, view, turns, search)
            own_parts = apart if all(part.outcome.found for part in apart) else own_parts
        parts += own_parts
        turns += [part.turn for part in own_parts]
    return parts


def _parts(
    sentences: Sequence[str], view: View, before: Sequence[Turn], search: Search, told: Sequence[Part] = ()
) -> list[Part]:
    """What rules find for each of some sentences, each after those before it; `told`: the parts before the first."""
    turns = list(before)
    parts: list[Part] = []
    for sentence in sentences:
        if parts and _told_already(sentence, parts[-1].outcome, view):
            continue
        if parts:
            sentence = _of_its_form(sentence, parts[-1].asked.text, view)
        plain = _in_terms(sentence, view, turns)
        asked = planned_for(plain, view)
        in_table = _in_its_table(sentence, view)
        outcome, turn = in_table[:2] if in_table is not None and in_table[2] else respond(asked, view, turns, search)
        tells = outcome.found and bool(outcome.stated) and asked.plan.operation is not Operation.YES_NO
        if tells and (lost := not_printed(sentence, view)):
            outcome = Outcome(Status.NOT_FOUND, f"文件里没有“{lost}”的数字。", cited=[], certain=True)
        apart = cells_apart(sentence, outcome)
        unread = not outcome.found and not outcome.cited and not outcome.certain
        if in_table is not None and (unread or apart == "all" or (apart and asks_of_total(sentence))):
            outcome, turn = in_table[:2]
        elif apart == "all":
            outcome = Outcome(Status.NOT_FOUND, "问题所说的那张表里没有读到要问的数字。", cited=[])
        elif in_table is not None and asked.plan.operation is Operation.LOOKUP:
            outcome = _with_its_table(outcome, in_table[0])
        outcome = half_told(plain, asked.plan.operation, borne_out(plain, outcome, view))
        last = parts[-1:] or told[-1:]
        if last:
            readings = (_gap_of_told, _sum_of_told, which_row_more, what_pays, _of_gap)
            told_of = (own(sentence, last[0].outcome, view) for own in readings)
            outcome = next((own for own in told_of if own is not None), outcome)
        outcome = of_a_rule(asked, of_running_costs(asked, of_named_money(asked, outcome)))
        outcome = of_unread_tables(asked.text, outcome, view)
        parts.append(Part(asked, outcome, turn, turns[-1].items if turns else ()))
        turns.append(turn)
    return parts


def _in_its_table(text: str, view: View) -> tuple[Outcome, Turn, bool] | None:
    """What is found in the table that a question names first, and whether it asks of several things there; None where it names none
    first, or that table does not have all that is asked."""
    place = place_first(text)
    if place is None:
        return None
    kind, alone = place[0], view.within(place[0])
    rest = of_its_total(*place)
    named = len(set(split_words(rest, alone)[0]))
    if not named:
        return None
    outcome, turn = respond(planned_for(in_document_terms(rest, alone), alone), alone)
    return (outcome, turn, named >= _PAIR) if all_from(kind, outcome) else None


def _with_its_table(outcome: Outcome, in_table: Outcome) -> Outcome:
    """What was looked up, with what the table that is named first has under that name where it was not told."""
    told = {f.ref for s in outcome.stated for f in s.sources}
    own = next((s for s in in_table.stated[:1] if len(s.sources) == 1 and not s.how), None)
    if not outcome.found or own is None or own.yuan is None or own.sources[0].ref in told:
        return outcome
    if any(s.yuan == own.yuan for s in outcome.stated):
        return outcome
    figure = own.sources[0]
    lead = "；" if "另外还有" in outcome.text else "。另外还有："
    outcome.text += f"{lead}{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    outcome.stated.append(own)
    return outcome


_AMOUNT_AND_CHANGE = re.compile(
    r"(?P<amount>[^,，]{2,40}?(?:多少|几何)(?:钱|[万亿]?元)?)[,，](?P<change>(?:又|并|且|同时)?(?:同比|环比|比|较|跟|与|和|相比).+)"
)


def _with_amount(sentence: str, parts: list[Part], view: View, before: Sequence[Turn], search: Search) -> list[Part]:
    """What is found for how much something is and how it moved (某项一共多少，比上年少了多少), with the amount, where only what it moved
    by was told."""
    m = _AMOUNT_AND_CHANGE.fullmatch(sentence.rstrip("?？。"))
    change = parts[0] if len(parts) == 1 and m is not None else None
    if m is None or change is None or change.asked.plan.operation is not Operation.CHANGE or not change.outcome.found:
        return parts
    alone = _parts([m["amount"]], view, before, search)
    told = {s.yuan for s in change.outcome.stated if not s.how}
    amounts = [s for part in alone for s in part.outcome.stated]
    wanting = len(alone) == 1 and alone[0].outcome.found and len(amounts) == 1 and amounts[0].yuan is not None
    return [alone[0], change] if wanting and amounts[0].yuan not in told else parts


_OF_FORM = re.compile(
    r"^(?:其中|动用|使用|用到?|含|包括|的)*(?P<head>上年结转(?:资金)?|财政拨款|其他资金|年度资金总额|资金总额)(?:是|有|为|占)?(?:了)?(?:多少|几)(?:钱|万?元)?$"
)


def _of_its_form(sentence: str, before: str, view: View) -> str:
    """A clause that asks for a part of the money of the project that the clause before it names (某项目的资金总额是多少，上年结转多少), with
    the project's name."""
    m = _OF_FORM.match(sentence)
    names = [key(p.name) for p in view.disclosure.projects if p.name and key(p.name) in before]
    return f"{max(names, key=len)}的{m['head']}是多少" if m is not None and names else sentence


def _search(document: str, opened: Opened) -> Search:
    """A search of one document's text by meaning and words; finds nothing where there is no index."""

    def search(words: str) -> list[Quote]:
        try:
            hits = opened.retriever.search(words, k=6, documents=[document])
        except IndexMissingError:
            return []
        return [Quote(h.chunk.page, h.chunk.box or NOWHERE, h.chunk.text, h.chunk.table or "narrative") for h in hits]

    return search


def _told_already(sentence: str, before: Outcome, view: View) -> bool:
    """Whether a sentence asks no more than how far two things are apart (一致吗？差多少), after one that told it or that was not
    understood."""
    if _EACH_HOW_MUCH.match(sentence):
        both = [s for s in before.stated if len(s.sources) == 1 and not s.how]
        if not before.found or (len(both) >= _PAIR and not any(split_words(sentence, view))):
            return True
    if (m := _GAP_TO_PARENT.match(sentence)) is not None and _children_of(m["of"], before):
        return True
    if _GAP_ASKED.match(sentence) is None or any(split_words(sentence, view)):
        return False
    return not before.found or "相差" in before.text or before.text.startswith("差在")


_GAP_TO_PARENT = re.compile(
    r"^(?:那么?)?(?:跟|与|和|同|比)(?P<of>[\u4e00-\u9fff]{2,20}?|\d{3,7})(?:本身|自己|这一?行|那一?行|的?合计|的数)*(?:之间)?(?:相?差|差额|差距)(?:了|是|有)*(?:多少|几)(?:钱|万?元)?$"
)


def _children_of(parent: str, before: Outcome) -> bool:
    """Whether an outcome tells what stands under a row, by its name or code, together, and how far the row is from that."""
    if not before.found or not before.text.startswith("下一级合计"):
        return False
    return f"“{parent}”" in before.text or any(f.code == parent for s in before.stated for f in s.sources)


def _gap_of_told(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """How far the two amounts are apart that the sentence before it told (分别是多少？相差多少); None where that is not asked, or
    it did not tell two."""
    if _GAP_ASKED.match(sentence) is None or any(split_words(sentence, view)):
        return None
    told = [s.sources[0] for s in before.stated if len(s.sources) == 1 and not s.how]
    return difference(*told) if len(told) == len(before.stated) == _PAIR else None


def _of_gap(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """What the gap is that the sentence before it told, or in which rows it lies; None where neither is asked."""
    return _what_gap_is(sentence, before, view) or where_apart(sentence, before, view)


def _what_gap_is(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """What the gap is that the sentence before it told (差多少？这笔差额是什么): what is printed with that amount in a table; None
    where that is not asked, or it told none."""
    gap = next((s for s in before.stated if s.how and s.yuan), None)
    if _WHAT_GAP.match(sentence) is None or gap is None or gap.yuan is None:
        return None
    own = {f.ref for f in gap.sources}
    alike = [f for f in view.figures if f.yuan == abs(gap.yuan) and f.ref not in own and not f.is_fact]
    if not alike:
        return Outcome(Status.NOT_FOUND, "文件里没有一项正好是这个差额。", cited=[], certain=True)
    told = list({(f.names[:1], f.ref[0]): f for f in reversed(alike)}.values())[::-1][:_FEW]
    text = "；".join(f"{f.called} {money(f.number, f.unit)}（第 {f.page} 页，{f.place}）" for f in told)
    return Outcome(Status.ANSWERED, f"与差额一样多的是 {text}", [Stated.of(f) for f in told])


_FEW = 3
_WHAT_GAP = re.compile(
    r"^(?:那么?)?这?(?:一)?(?:笔|个|部分)?(?:的)?(?:差额|差距|差的(?:部分|钱|那部分)?)(?:又|到底|究竟)?(?:是|对应|来自|等于)(?:什么|啥|哪一?[项笔个]|哪来的)(?:呢|钱)?$"
)


def _sum_of_told(sentence: str, before: Outcome, view: View) -> Outcome | None:
    """What the amounts come to that the sentence before it told (分别是多少？总共又是多少); None where that is not asked, or it did
    not tell several."""
    if _SUM_ASKED.match(sentence) is None or any(split_words(sentence, view)):
        return None
    told = [s.sources[0] for s in before.stated if len(s.sources) == 1 and not s.how]
    if len(told) != len(before.stated) or len(told) < _PAIR or _is_one_item(told):
        return None
    return total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in told])


def _is_one_item(told: Sequence[Figure]) -> bool:
    """Whether figures are one item, told of several tables: they are not to be added up."""
    return len({f.names[:1] for f in told}) == 1 and len({f.ref[0] for f in told}) == len(told)


_SO_MANY_ALIKE = re.compile(
    r"(?P<n>[两二三四五六七八九2-9])(?:个|项|行|处|笔)(?P<of>[^,，各分]{2,16}?)的?(?:数|金额|数额)?(?:各自?|分别)(?:是|为|有)?(?:多少|几)"
)


def _all_alike_together(question: str, earlier: str, told: Outcome, view: View) -> Outcome | None:
    """What several cells come to that have one name (三个机构运行各是多少), where the question before asked for so many of them and
    was told just as many, of one table; None where that is not asked."""
    asked = _SO_MANY_ALIKE.search(question_text(earlier))
    bare = question_text(question).rstrip("?？。")
    if asked is None or len(told.stated) < _PAIR or _SUM_ASKED.match(bare) is None or any(split_words(bare, view)):
        return None
    sources = list({s.sources[0].ref: s.sources[0] for s in told.stated if len(s.sources) == 1 and not s.how}.values())
    if len({f.names[:1] for f in sources}) != 1:
        return None
    tables = [[f for f in sources if f.ref[0] == table] for table in dict.fromkeys(f.ref[0] for f in sources)]
    fits = [cells for cells in tables if len(cells) == number_of(asked["n"])]
    if len(fits) != 1:
        return Outcome(Status.NOT_FOUND, "没有读懂要加的是哪几处：请写明是哪张表里的。", cited=[])
    return total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in fits[0]])


_SUM_ASKED = re.compile(
    r"(?:那么?|再|又|还|这|它们的?)*(?:[两二三四五六几][项者个笔样块])?的?(?:加(?:在|到)?一(?:起|块儿?)|加起来|合起来|合(?:在|到)?一起|合计数?|一共|总共|共计|加总|相加|之和|总和|总[数额])(?:又|再|一共|总共)*(?:是|有|为)?(?:多少|几)(?:钱|万元|元)?呢?|加总呢"
)


_PAIR = 2
_EACH_HOW_MUCH = re.compile(
    r"^(?:两处|两边|两张?表|两者|二者|两个数)?(?:各自?|分别|都)(?:分|是|有|得|拿|给|花|写|列|印|填|报|记)?(?:到|了|的是?|着)?(?:多少|几)(?:钱|万元|元)?$"
)
_GAP_ASKED = re.compile(
    r"(?:那么?|两者|二者|两个数|两项|两边|两处|两张?表|它们|这两个数|各自?|分别)*(?:之间)?(?:的)?(?:相?差|差额|差距)(?:了|是|有|出)*(?:多少|几)(?:钱|万元|元)?"
    r"|前者(?:比后者)?(?:要|还|又)?(?:大|多|高|少|低|小)(?:出|了)*(?:多少|几)(?:钱|万元|元)?|(?:两者|二者|这两个数)?谁(?:大|多|高)[,，]?(?:大|多|高)(?:出|了)*多少"
    r"|(?:那么?|两者|二者|两边|之间|的)*(?:相差|差额|差距|差值|差)(?:呢|是|是呢|是多少|为多少|有多大|多大)$"
    r"|(?:又|还)?(?:省|节约|节省|结余|剩)(?:下来?|了)*多少(?:钱|万元)?"
)
