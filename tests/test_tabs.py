"""What the tabs show, without a browser: nothing of a document, a question or a browser becomes markup; what a browser
sends is checked; uploads end well or say why; every word is there in both languages."""

from __future__ import annotations

import json
import re
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from eval.make_library import index
from extract.batch import read_all
from extract.corrections import decide, decisions
from extract.errors import DocumentError, UsageError
from extract.library import Library
from extract.model import Action, Verdict
from extract.render import Renderer, render
from qa.answer import AnswerOut, Citation, StatedFigure, Status
from qa.compare import GROUPS, changes, compare, ranking, shares
from tabs import answers, cards, compares, forms, proof, reviews, sheets, words
from tabs.desk import Desk, named
from tabs.markup import MOST_PLACES, Place, attribute, badge, button, esc, lines, note, places_from, show, table
from tabs.words import EN, ZH, Words
from tests.browser import GENOME, HOSTILE, IMAGE, MARINE, RELICS, SHOWN, make_hostile, own, sample_library
from tests.libraries import ROOT, SAMPLES, drafts, read_in_this_process
from tests.pdfs import Draft

BOTH = pytest.mark.parametrize("told", [ZH, EN], ids=["zh", "en"])
NASTY = [
    HOSTILE, IMAGE, "</script>", "${7*7}", "{{value}}", "![](http://evil.example)", "javascript:alert(1)",
    "\u202e\u2066\x00\x1b", "\"'", "<!--", "<![CDATA[", "<?php", "&#x3c;b&#x3e;", "\ud83d", "x" * 5000, "\n\r\t",
]  # fmt: skip


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as they are."""
    return sample_library(tmp_path_factory)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, every word of two of them hostile."""
    root = sample_library(tmp_path_factory)
    for document in (GENOME, MARINE):
        make_hostile(root, document)
    return root


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is done in this process: workers take seconds to start."""
    read_in_this_process(monkeypatch)
    monkeypatch.setattr(Renderer, "picture", lambda self, pdf, page, clip=None, zoom=1.0: render(pdf, page, clip, 0.5))
    monkeypatch.setattr(cards, "update_library", lambda library, progress=None: index(library.root, progress))
    monkeypatch.setattr(cards, "_TICK", 0.02)


@pytest.fixture
def desk(samples: Path) -> Iterator[Desk]:
    made = Desk(samples)
    yield made
    made.close()


@pytest.fixture
def bad(poisoned: Path) -> Iterator[Desk]:
    made = Desk(poisoned)
    yield made
    made.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Desk]:
    """An empty library."""
    made = Desk(tmp_path / "library")
    yield made
    made.close()


# --- nothing becomes markup ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_text_stays_text_wherever_it_is_put(text: str) -> None:
    for html in (
        f"<b>{esc(text)}</b>", f"<b>{lines(text)}</b>", note(text), button("ask", text, q=text, title=text),
        show(0, esc(text), title=text), table([esc(text)], [[esc(text)]]),
    ):  # fmt: skip
        own(html)
    shown = own(button("ask", text, q=text))
    assert shown.words == re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    assert shown.of("ask")[0]["data-q"] == shown.words


@BOTH
def test_a_hostile_document_is_shown_as_its_words_in_every_card_and_list(bad: Desk, told: Words) -> None:
    for short in (True, False):
        shown = own(cards.card(bad, GENOME, told, short=short))
        assert SHOWN in shown.words
        assert {b["data-document"] for b in shown.of("open" if short else "remove")} == {GENOME}
    assert len(own(cards.findings_html(bad.disclosure(GENOME), told)).of("show")) == 7
    assert SHOWN in own(forms.forms_html(bad.disclosure(GENOME), told)).words
    assert IMAGE in own(cards.list_html(bad, "", told)).words
    assert IMAGE in own(cards.list_html(bad, "<img", told)).words
    assert own(cards.list_html(bad, "没有这样的", told)).of("open") == []


@BOTH
def test_hostile_tables_are_shown_as_their_words(bad: Desk, told: Words) -> None:
    for document in (GENOME, MARINE):
        disclosure = bad.disclosure(document)
        for label, table_id in sheets.choices(disclosure, told):
            shown = own(sheets.table_html(disclosure, table_id, told))
            assert SHOWN in shown.words
            assert label
    own(sheets.table_html(disclosure, HOSTILE, told))


@BOTH
def test_hostile_figures_are_reviewed_as_their_words(bad: Desk, told: Words) -> None:
    disclosure = bad.disclosure(GENOME)
    assert IMAGE in own(reviews.list_html(disclosure, told)).words
    for ref in [*[n.ref for n in reviews.needed(disclosure)][:4], ("t3", 0, 0), ("", 0, 0)]:
        shown = own(reviews.picked_html(bad, disclosure, ref, told))
        assert IMAGE in shown.words
    own(reviews.picked_html(bad, disclosure, (HOSTILE, 0, 0), told))


@BOTH
def test_a_hostile_proof_is_its_words(bad: Desk, told: Words) -> None:
    place = proof.figure_place(bad.disclosure(GENOME), ("t3", 0, 0))
    assert place is not None
    shown = own(proof.panel(bad, [place, place], 0, told))
    assert SHOWN in shown.words
    (picture,) = [attributes for element, attributes in shown.elements if element == "img"]
    assert IMAGE in picture["alt"]
    forged = Place(document=GENOME, page=9, words=HOSTILE, table=HOSTILE[:200], cell=(HOSTILE, 1, 1))
    assert SHOWN in own(proof.panel(bad, [forged], 0, told)).words
    own(proof.panel(bad, [Place(document="0" * 12, page=1)], 0, told))
    own(proof.empty(told))


@BOTH
@pytest.mark.parametrize("question", [
    "公务接待费是多少", "支出最多的项目是什么", "绩效目标是什么", "总支出是多少", "谁的公务接待费最高", HOSTILE,
    "各单位的总支出分别是多少", "“三公”经费一共多少", "公务用车情况说明了什么",
])  # fmt: skip
def test_hostile_answers_are_their_words(bad: Desk, told: Words, question: str) -> None:
    for document in (GENOME, ""):
        (*_, turns) = answers.ask(bad, question, document, [], told)
        own(answers.answer_html(turns[-1].a, told))


@BOTH
def test_every_field_of_a_tampered_answer_is_text(told: Words) -> None:
    place = Citation(
        document=GENOME,
        file=HOSTILE,
        institute=HOSTILE,
        year=2025,
        page=3,
        box=(0, 0, 0, 0),
        table=HOSTILE,
        text=HOSTILE,
    )
    for status in Status:
        for verdict in [*Verdict, "", HOSTILE]:
            answer = AnswerOut(
                answer=HOSTILE, figures=(StatedFigure(value="3.00", unit=HOSTILE, how=HOSTILE + "="),), status=status,
                citations=(place, place.model_copy(update={"document": HOSTILE})), verdict=verdict, confidence_note=HOSTILE,
            )  # fmt: skip
            shown = own(answers.answer_html(answer, told))
            assert shown.words.count(SHOWN) >= 4
            assert len(shown.of("show")) == 1


@pytest.mark.parametrize("value", ["", "abc", "NaN", "sNaN", "Infinity", "-Infinity", "1e999999", "9" * 400, "1e-400"])
@pytest.mark.parametrize("unit", ["万元", "%", "元", "", "辆"])
def test_no_value_that_a_browser_may_hold_breaks_an_answer(value: str, unit: str) -> None:
    answer = AnswerOut(answer="x", figures=(StatedFigure(value=value, unit=unit),), status=Status.ANSWERED)
    assert len(answers.answer_html(answer, ZH)) < 5000
    own(answers.answer_html(answer, ZH))


@BOTH
@pytest.mark.parametrize("asked", [*(g.key for g in GROUPS), "差旅费", HOSTILE[:60]])
def test_hostile_documents_side_by_side_are_their_words(bad: Desk, told: Words, asked: str) -> None:
    source = bad.asker.across
    try:
        compared = compare(source, asked)
    except UsageError as error:  # the words of an error are shown too
        own(note(str(error), "bad"))
        assert asked.startswith("<img")
        return
    shown = own(compares.side_html(compared, told))
    assert not compared.items or IMAGE in shown.words
    own(compares.changes_html(changes(source, asked), told))
    for item in compared.items:
        own(compares.ranking_html(ranking(compared, item.key), told))
    own(compares.shares_html(shares(compared), told))


@BOTH
def test_suggestions_from_hostile_documents_are_their_words(bad: Desk, told: Words) -> None:
    for document in ("", GENOME, HOSTILE):
        own(answers.suggestions(bad, document, told))


@BOTH
def test_hostile_decisions_are_told_as_their_words(tmp_path: Path, samples: Path, told: Words) -> None:
    import shutil

    shutil.copytree(samples, tmp_path / "library")
    library = Library(tmp_path / "library")
    decide(library, GENOME, ("t3", 0, 0), Action.ACCEPT, who=HOSTILE[:60], note=HOSTILE)
    shown = own(reviews.history_html(decisions(library, GENOME), told))
    assert SHOWN in shown.words
    assert IMAGE in shown.words


def test_a_badge_tells_the_verdict_in_words_and_marks_not_by_colour_alone() -> None:
    for verdict in Verdict:
        for told in (ZH, EN):
            shown = own(badge(verdict, told))
            assert told.verdict(verdict) in shown.words
            assert words.MARKS[verdict] in shown.words
    assert badge(None, ZH) == ""


@BOTH
def test_names_for_the_list_of_documents_are_plain(bad: Desk, told: Words) -> None:
    assert len({named(d, told) for d in bad.documents()}) == 3


# --- what a browser may send -----------------------------------------------------------------------------------------

GOOD = {"document": GENOME, "page": 9, "box": [1, 2, 3, 4], "words": "公务接待费", "table": "three_public"}


@pytest.mark.parametrize("sent", [
    None, 3, 1.5, True, [], {}, b"[]", "", "null", "3", "{}", '"x"', "[1]", "[null]", "[[]]", "not json", "[" * 100_000,
    json.dumps([GOOD]) + "x", "[" + " " * 400_001 + "]",
])  # fmt: skip
def test_what_is_no_list_of_places_is_refused(sent: object) -> None:
    with pytest.raises(ValueError, match="no places"):
        places_from(sent)


@pytest.mark.parametrize(
    "change",
    [
        {"document": "../../../etc"}, {"document": "4BB9CEB5F401"}, {"document": GENOME + "\n"}, {"document": 4},
        {"document": ""}, {"page": 0}, {"page": -1}, {"page": 10**9}, {"page": 1.5}, {"page": None}, {"page": "x"},
        {"box": [1, 2, 3]}, {"box": [1, 2, 3, 4, 5]}, {"box": "1234"}, {"box": [1, 2, 3, float("nan")]},
        {"box": [1, 2, 3, float("inf")]}, {"words": "x" * 601}, {"words": 3}, {"table": "x" * 201}, {"verdict": "true"},
        {"verdict": 1}, {"cell": ["t1", 0]}, {"cell": [1, 0, 0]}, {"cell": ["t1", "x", 0]}, {"fact": "x"}, {"more": 1},
        {"__proto__": {}},
    ],
    ids=str,
)  # fmt: skip
def test_a_place_that_is_none_is_refused(change: dict[str, object]) -> None:
    assert places_from(json.dumps([GOOD]))[0].page == 9
    with pytest.raises(ValueError, match="no places"):
        places_from(json.dumps([GOOD | change]))


def test_places_come_back_as_they_were_sent(desk: Desk) -> None:
    disclosure = desk.disclosure(GENOME)
    place = proof.figure_place(disclosure, ("t9", 0, 5))
    assert place is not None
    assert place.words == "2025年预算数/公务接待费 · 3.00"
    shown = own(proof.panel(desk, [place], 0, ZH))
    (carried,) = [a["data-places"] for _, a in shown.elements if "data-places" in a]
    assert places_from(carried) == [place]


@pytest.mark.parametrize("at", [-5, 0, 1, 10**30])
@pytest.mark.parametrize("change", [
    {"page": 99_999}, {"document": "0" * 12}, {"box": [0, 0, 0, 0]}, {"box": [1e300, -1e300, 1e308, 5]},
    {"box": [5, 5, 1, 1]}, {"cell": ["t999", -1, 10**20]}, {"fact": -1}, {"fact": 10**20},
], ids=str)  # fmt: skip
def test_a_place_that_is_nowhere_gets_a_panel_and_no_traceback(desk: Desk, change: dict[str, Any], at: int) -> None:
    own(proof.panel(desk, places_from(json.dumps([GOOD | change, GOOD])), at, ZH))


@pytest.mark.parametrize("ref", [("t9", -1, 0), ("t9", 0, 99), ("", -1, 0), ("", 10**9, 0), ("t99", 0, 0), ("", 0, 7)])
def test_a_figure_that_is_not_there_is_none(desk: Desk, ref: tuple[str, int, int]) -> None:
    disclosure = desk.disclosure(GENOME)
    found = proof.figure_place(disclosure, ref)
    assert (found is None) == (ref != ("", 0, 7))
    assert (reviews.figure(disclosure, ref) is None) == (found is None)
    assert reviews.why(disclosure, ref, ZH) == []


@pytest.mark.parametrize(
    "name", ["", "..", "../" + GENOME, GENOME + "/", "/etc/passwd", "*", GENOME.upper(), None, 3, [], {}]
)
def test_only_an_id_of_the_library_is_a_document(desk: Desk, name: object) -> None:
    assert not desk.has(name)
    assert desk.has(GENOME)


@pytest.mark.parametrize("kept", [
    None, 3, "x", {}, {"a": 1}, [None], [[]], [{}], [{"q": 1}], [{"q": "x", "a": "y"}], [{"q": "x", "a": {"status": "no"}}],
    [{"q": "x", "a": {"answer": "y", "status": "answered", "figures": [{"value": 3}]}}],
    [{"q": "x", "a": {"answer": "y", "status": "answered", "citations": [{"document": GENOME}]}}],
])  # fmt: skip
def test_what_is_no_turn_is_left_out_of_a_history(kept: object) -> None:
    assert answers.turns_from(kept) == []


def test_a_history_keeps_its_turns_and_no_more_than_so_many(desk: Desk) -> None:
    (*_, turns) = answers.ask(desk, "公务接待费是多少", GENOME, [], ZH)
    kept = json.loads(json.dumps(answers.kept(turns)))
    assert answers.turns_from([None, *kept, {"q": "x"}]) == turns
    assert len(answers.turns_from(kept * 100)) == answers.MOST_TURNS
    assert len(answers.kept(turns * 100)) == answers.MOST_TURNS
    full = turns * answers.MOST_TURNS
    assert answers.room(full[1:]) == full[1:]
    assert 1 < len(answers.room(full)) < answers.MOST_TURNS


def test_of_very_many_sources_the_first_are_carried_and_all_are_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library of thousands of documents answers with as many sources; a forged history may have any number."""
    answer = desk.asker.ask("公务接待费是多少", GENOME)
    many = tuple(answer.citations[0].model_copy(update={"text": f"{i}"}) for i in range(100_000))
    large = answer.model_copy(update={"citations": many})
    monkeypatch.setattr(desk.asker, "stream", lambda *_: iter([large]))
    (*_, turns) = answers.ask(desk, "公务接待费是多少", GENOME, [], ZH)
    shown = own(answers.answer_html(turns[-1].a, ZH, turns[-1].n))
    assert "… 100000" in shown.words
    assert len(answers.places_of(turns[-1].a)) == MOST_PLACES
    assert answers.turns_from(answers.kept(turns)) == turns
    forged = {"q": "x", "a": large.model_dump(mode="json")} | {f"k{i}": i for i in range(300)}
    (turn,) = answers.turns_from([forged])
    assert turn.a.citations == many[:MOST_PLACES]


def test_a_tampered_place_in_a_history_is_no_place(desk: Desk) -> None:
    (*_, turns) = answers.ask(desk, "公务接待费是多少", GENOME, [], ZH)
    (kept,) = answers.kept(turns)
    for change in ({"document": "../x"}, {"page": -3}, {"page": 10**9}):
        forged = json.loads(json.dumps(kept))
        forged["a"]["citations"] = [forged["a"]["citations"][0] | change]
        (turn,) = answers.turns_from([forged])
        assert answers.places_of(turn.a) == []
        own(answers.answer_html(turn.a, ZH))


@pytest.mark.parametrize("data", [None, 3, [], "x", {"other": 1}])
def test_an_event_without_a_field_has_none(data: object) -> None:
    class Event:
        _data = data

    assert attribute(Event(), "at") is None
    assert attribute(object(), "at") is None


def test_every_amount_of_a_long_comparison_opens_its_own_place(desk: Desk) -> None:
    """A page of many amounts: no button points at a place that is not carried along with it."""
    from dataclasses import replace

    compared = compare(desk.asker.across, "three_public")
    many = replace(compared, documents=compared.documents * 40)
    shown = own(compares.side_html(many, ZH))
    (carried,) = [a["data-places"] for _, a in shown.elements if "data-places" in a]
    places = json.loads(carried)
    buttons = shown.of("show")
    assert len(buttons) > 300
    assert [int(b["data-at"]) for b in buttons] == list(range(len(places)))


# --- questions -------------------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("document", ["", GENOME, RELICS, MARINE])
def test_every_suggested_question_is_answered(desk: Desk, told: Words, document: str) -> None:
    asked = [b["data-q"] for b in own(answers.suggestions(desk, document, told)).of("ask")]
    assert 3 <= len(asked) <= 6
    assert len(set(asked)) == len(asked)
    for question in asked:
        (*_, turns) = answers.ask(desk, question, document, [], told)
        answer = turns[-1].a
        assert answer.status is Status.ANSWERED or (not document and answer.figures), (question, answer.answer)


def test_an_empty_library_says_what_to_do(fresh: Desk) -> None:
    for told in (ZH, EN):
        assert own(answers.suggestions(fresh, "", told)).words == told.chat_no_documents
        assert own(cards.list_html(fresh, "", told)).words == told.chat_no_documents
        (*_, turns) = answers.ask(fresh, "公务接待费是多少", "", [], told)
        assert turns[-1].a.figures == ()


def test_the_answer_stands_large_above_its_sources(desk: Desk) -> None:
    (*_, turns) = answers.ask(desk, "公务接待费是多少", GENOME, [], ZH)
    html = answers.answer_html(turns[-1].a, ZH)
    shown = own(html)
    assert re.search(r'<div class="gj-lead">3\.00 万元</div>', html)
    assert "已核实" in shown.words
    assert "第 21 页" in shown.words
    assert [b["data-at"] for b in shown.of("show")] == [str(i) for i in range(len(shown.of("show")))]


def test_follow_ups_are_about_the_document_they_were_asked_of(desk: Desk) -> None:
    (*_, first) = answers.ask(desk, "公务接待费是多少", GENOME, [], ZH)
    (*_, second) = answers.ask(desk, "那公务用车呢", GENOME, first, ZH)
    assert len(second) == 2
    assert second[1].a.status is Status.ANSWERED
    assert {c.document for c in second[1].a.citations} == {GENOME}


def test_a_blank_question_asks_nothing_and_a_long_one_is_told_so(desk: Desk) -> None:
    assert list(answers.ask(desk, "  \n ", GENOME, [], ZH)) == [[]]
    (turns,) = answers.ask(desk, "费" * 501, GENOME, [], ZH)
    assert turns[0].a.answer == "问题太长：请不超过 500 字。"
    assert len(turns[0].q) == 500


def test_whatever_a_question_meets_with_becomes_its_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Iterator[AnswerOut]:
        raise ZeroDivisionError("secret path /srv/x")

    monkeypatch.setattr(desk.asker, "stream", broken)
    (turns,) = answers.ask(desk, "公务接待费是多少", GENOME, [], EN)
    assert turns[0].a.answer == "That did not work (ZeroDivisionError). Nothing else is affected; please try again."


def test_twenty_people_at_once_get_their_own_twenty_answers(desk: Desk) -> None:
    """Each asks of one of the documents; the figures are those that one person alone gets."""
    asked = [
        "公务接待费是多少",
        "“三公”经费一共多少",
        "那总支出呢",
        "人员经费是多少",
        "项目支出占总支出的比例是多少",
    ] * 4

    def conversation(document: str) -> list[tuple[str, ...]]:
        turns: list[answers.Turn] = []
        for question in asked:
            (*_, turns) = answers.ask(desk, question, document, turns, ZH)
        assert {c.document for t in turns for c in t.a.citations} == {document}
        return [tuple(f"{f.value} {f.unit}" for f in t.a.figures) for t in turns]

    documents = (GENOME, RELICS, MARINE)
    alone = {document: conversation(document) for document in documents}
    assert alone[GENOME][0] == ("3.00 万元",)
    assert len({tuple(told) for told in alone.values()}) == 3
    got: dict[int, list[tuple[str, ...]]] = {}

    def person(number: int) -> None:
        got[number] = conversation(documents[number % 3])

    people = [threading.Thread(target=person, args=(number,)) for number in range(20)]
    for one in people:
        one.start()
    for one in people:
        one.join(300)
    assert got == {number: alone[documents[number % 3]] for number in range(20)}


# --- words -----------------------------------------------------------------------------------------------------------

SOURCES = [*sorted((ROOT / "tabs").glob("*.py")), ROOT / "ui.py"]


def test_every_word_is_there_in_both_languages_with_the_same_placeholders() -> None:
    for name, pair in words._WORDS.items():
        assert len(pair) == 2, name
        assert all(text.strip() for text in pair), name
        first, second = (sorted(re.findall(r"{(\w*)}", text)) for text in pair)
        assert first == second, name
    for table_ in (words.VERDICTS, words.MEANINGS, words.SEVERITIES, words.REASONS):
        assert all(len(pair) == 2 and all(pair) for pair in table_.values())
    assert set(words.VERDICTS) == set(words.MEANINGS) == set(words.MARKS) == set(Verdict)


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "words.py")
    used = set(re.findall(r"\b(?:words|told|ZH|EN)\.([a-z_]+)\b(?!\()", code)) & set(words._WORDS)
    for prefix in re.findall(r'f"([a-z]+_){', code):
        used |= {name for name in words._WORDS if name.startswith(prefix)}
    assert set(words._WORDS) - used == set()
    asked = set(re.findall(r"\bwords\.([a-z_]+)\b(?!\()", code)) - {"language"}
    assert asked - set(words._WORDS) - {"verdict", "meaning", "severity", "table", "kind"} == set()


def test_every_way_in_which_a_file_cannot_be_read_is_told_in_english() -> None:
    kinds = [DocumentError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert {kind.code for kind in kinds} == set(words.PROBLEMS)
    for code, english in words.PROBLEMS.items():
        assert english.isascii()
        assert ZH.problem(code, "说明") == "说明"
        assert EN.problem(code, "说明") == f"{english}\n说明"
    assert EN.problem("of another version", "说明") == "说明"


def test_a_word_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = ZH.nonsense


# --- uploads ---------------------------------------------------------------------------------------------------------


def stages(upload: cards.Upload) -> list[tuple[str, str]]:
    """What became of each file."""
    return [(j.name, j.stage) for j in upload.jobs]


def test_of_several_uploads_the_broken_ones_say_why_and_the_others_arrive(
    fresh: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    _, two = drafts(folder, 2)
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(SAMPLES[0].read_bytes()[:2000])
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 500)
    Draft().save(folder / "locked.pdf", encryption=5, user_pw="geheim", owner_pw="geheim")
    huge = Draft()
    huge.document.new_page(width=20_000, height=20_000)
    huge.save(folder / "huge.pdf")
    (folder / "twin.pdf").write_bytes(two.read_bytes())
    names = [
        "empty.pdf",
        "station1.pdf",
        "broken.pdf",
        "picture.pdf",
        "locked.pdf",
        "huge.pdf",
        "station2.pdf",
        "twin.pdf",
    ]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    seen = [cards.upload_html(fresh, upload, ZH) for upload in cards.take_in(fresh, [folder / n for n in names], ZH)]
    (*_, upload) = cards.take_in(fresh, [folder / n for n in names], ZH)
    for html in seen:
        own(html)
    last = own(seen[-1])
    assert stages(upload) == [
        ("empty.pdf", "failed"), ("station1.pdf", "done"), ("broken.pdf", "failed"), ("picture.pdf", "failed"),
        ("locked.pdf", "failed"), ("huge.pdf", "failed"), ("station2.pdf", "done"), ("twin.pdf", "done"),
    ]  # fmt: skip
    for said in ("文件是空的（0 字节）", "PDF 已损坏或不完整", "这不是 PDF 文件", "PDF 有打开密码", "超过 14400 点"):
        assert said in last.words
    assert len({j.result.document for j in upload.jobs if j.result and j.result.document}) == 2
    assert sorted(fresh.library.ids()) == sorted(set(upload.documents))
    assert [p.name for p in temporary.iterdir()] == []
    assert [p.name for p in fresh.library.documents.iterdir() if p.name not in fresh.library.ids()] == []


def test_an_upload_says_how_far_it_is(fresh: Desk, tmp_path: Path) -> None:
    (path,) = drafts(tmp_path / "in", 1)
    told = [own(cards.upload_html(fresh, upload, ZH)).words for upload in cards.take_in(fresh, [path], ZH)]
    assert "排队" in told[0]
    assert "station1.pdf" in told[0]
    assert "滨海市水文监测站" in told[-1]
    assert "检索" not in told[-1]


def test_a_busy_library_says_so_and_nothing_is_lost(fresh: Desk, tmp_path: Path) -> None:
    (path,) = drafts(tmp_path / "in", 1)
    for told in (ZH, EN):
        with fresh.library.writing():
            (*_, upload) = cards.take_in(fresh, [path], told)
            assert stages(upload) == [("station1.pdf", "failed")]
            assert told.busy in own(cards.upload_html(fresh, upload, told)).words
    (*_, upload) = cards.take_in(fresh, [path], ZH)
    assert stages(upload) == [("station1.pdf", "done")]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), MemoryError(), ZeroDivisionError("x")])
def test_whatever_one_file_meets_with_the_others_arrive(
    fresh: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    one, two = drafts(tmp_path / "in", 2)

    def broken(paths: list[Path], *rest: Any, **more: Any) -> Any:
        if paths == [one]:
            raise error
        return read_all(paths, *rest, **more)

    monkeypatch.setattr(cards, "read_all", broken)
    (*_, upload) = cards.take_in(fresh, [one, two], EN)
    assert stages(upload) == [("station1.pdf", "failed"), ("station2.pdf", "done")]
    assert f"That did not work ({type(error).__name__})" in own(cards.upload_html(fresh, upload, EN)).words


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ZeroDivisionError("x")])
def test_a_file_whose_text_cannot_be_indexed_is_in_the_library_all_the_same(
    fresh: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(cards, "update_library", broken)
    (path,) = drafts(tmp_path / "in", 1)
    (*_, upload) = cards.take_in(fresh, [path], ZH)
    assert stages(upload) == [("station1.pdf", "done")]
    shown = own(cards.upload_html(fresh, upload, ZH)).words
    assert f"没能完成（{type(error).__name__}）" in shown
    assert "滨海市水文监测站" in shown


def test_the_same_file_again_is_said_to_be_there(fresh: Desk, tmp_path: Path) -> None:
    (path,) = drafts(tmp_path / "in", 1)
    list(cards.take_in(fresh, [path], ZH))
    (*_, upload) = cards.take_in(fresh, [path], ZH)
    assert "已在资料库中" in own(cards.upload_html(fresh, upload, ZH)).words
    (*_, upload) = cards.read_again(fresh, fresh.library.ids()[0], ZH)
    assert stages(upload) == [("station1.pdf", "done")]


def test_a_document_is_removed_with_its_text(fresh: Desk, tmp_path: Path) -> None:
    (path,) = drafts(tmp_path / "in", 1)
    list(cards.take_in(fresh, [path], ZH))
    (document,) = fresh.library.ids()
    cards.remove(fresh, document)
    assert fresh.library.ids() == []
    assert fresh.documents() == ()
    assert fresh.counts() == {}
    assert "已不在资料库中" in own(cards.card(fresh, document, ZH)).words


def test_a_hostile_file_name_is_shown_as_its_words(fresh: Desk, tmp_path: Path) -> None:
    (path,) = drafts(tmp_path / "in", 1)
    nasty = path.with_name("<img src=x onerror=alert(1)>\"'${7*7}.pdf")
    path.rename(nasty)
    for upload in cards.take_in(fresh, [nasty], ZH):
        assert IMAGE in own(cards.upload_html(fresh, upload, ZH)).words


# --- tables and review -----------------------------------------------------------------------------------------------


def test_a_download_has_the_name_of_its_file_however_long(desk: Desk) -> None:
    disclosure = desk.disclosure(GENOME)
    for stem in ("预" * 83, "a/../../b", "x" * 251):
        meta = disclosure.meta.model_copy(update={"file": stem + ".pdf"})
        for form in sheets.FORMATS:
            path = Path(sheets.written(desk, disclosure.model_copy(update={"meta": meta}), form))
            assert path.suffix == f".{form}"
            assert path.stat().st_size > 1000
            assert stem.split("/")[-1].startswith(path.stem)


def test_merged_headers_span_their_columns(desk: Desk) -> None:
    shown = own(sheets.table_html(desk.disclosure(GENOME), "t9", ZH))
    spans = [(a.get("rowspan", "1"), a.get("colspan", "1")) for element, a in shown.elements if element == "th"]
    assert spans == [("1", "6"), ("3", "1"), ("2", "1"), ("2", "1"), ("1", "3"), ("2", "1"), *[("1", "1")] * 3]
    assert len(shown.of("cell")) == 6


def test_a_decision_is_shown_at_once_and_can_be_taken_back(tmp_path: Path, samples: Path) -> None:
    import shutil

    shutil.copytree(samples, tmp_path / "library")
    desk = Desk(tmp_path / "library")
    before = reviews.needed(desk.disclosure(GENOME))
    assert len(before) == 16
    assert {n.verdict for n in before} == {Verdict.CONFLICT}
    ref = before[0].ref
    decided = decide(desk.library, GENOME, ref, "correct", "37,819.93", who="张三")
    assert desk.disclosure(GENOME) == decided
    shown = own(reviews.picked_html(desk, decided, ref, ZH)).words
    assert "37,819.93 万元" in shown
    assert "已更正" in shown
    assert "原读 41354.93" in shown or "原读 41,354.93" in shown
    assert len(reviews.needed(decided)) < 16
    assert "张三" in own(reviews.history_html(decisions(desk.library, GENOME), ZH)).words
    decide(desk.library, GENOME, ref, Action.WITHDRAW, who="张三")
    assert reviews.needed(desk.disclosure(GENOME)) == before
    desk.close()


def test_what_needs_a_person_says_why(desk: Desk) -> None:
    disclosure = desk.disclosure(GENOME)
    for one in reviews.needed(disclosure):
        assert reviews.why(disclosure, one.ref, ZH), one.place.words


def test_of_words_that_hold_several_figures_the_one_that_is_meant_is_marked(desk: Desk) -> None:
    disclosure = desk.disclosure(GENOME)
    runs: dict[Any, list[Any]] = {}
    for fact in disclosure.facts:
        runs.setdefault((fact.page, fact.box), []).append(fact)
    several = [r for r in runs.values() if len({f.value for f in r}) == len(r) > 1]
    assert len(several) > 9
    for run in several:
        place = Place(document=GENOME, page=run[0].page, box=run[0].box, table="narrative")
        assert proof.known(place, disclosure) == place, "none is meant: the words are marked, no verdict is told"
        for fact in run:
            meant = proof.known(place.model_copy(update={"stated": (f"{fact.value:f}",)}), disclosure)
            assert (meant.box, meant.verdict) == (fact.digits, fact.verdict)
    shown = own(cards.findings_html(disclosure, ZH))
    carried = next(a["data-places"] for _, a in shown.elements if "data-places" in a)
    share = next(p for p in places_from(carried) if "占比应为" in p.words)
    found = proof.known(share, disclosure)
    assert found.fact is not None
    assert f"{disclosure.facts[found.fact].value:f}" == "74.73"


@BOTH
def test_words_of_a_form_read_with_doubt_are_told_to_be_for_review(desk: Desk, told: Words) -> None:
    sound = desk.disclosure(GENOME)
    project = sound.projects[0]
    doubtful = project.model_copy(
        update={
            "name_doubts": ("unseconded",),
            "goal_doubts": ("readers_differ",),
            "indicators": (
                project.indicators[0].model_copy(update={"doubts": ("named_by_model", HOSTILE)}),
                *project.indicators[1:],
            ),
        }
    )
    unsure = sound.model_copy(update={"projects": (doubtful, *sound.projects[1:])})
    review = told.verdict(Verdict.REVIEW)
    at = 0 if told is ZH else 1
    assert forms.doubted_html(sound, told) == ""
    assert review not in own(forms.forms_html(sound, told)).words
    listed, card = own(forms.doubted_html(unsure, told)), own(forms.forms_html(unsure, told))
    assert len(listed.of("show")) == 1 + len(project.goals) + 1
    assert listed.words.count(review) >= len(listed.of("show"))
    assert card.words.count(review) == 1 + 3
    for shown in (listed, card):
        assert SHOWN in shown.words
        assert all(words.REASONS[d][at] in shown.words for d in ("unseconded", "readers_differ", "named_by_model"))
        assert project.goals[0] in shown.words
    own(forms.doubted_html(unsure.model_copy(update={"tables": ()}), told))


def test_amounts_side_by_side_are_those_of_the_documents(desk: Desk) -> None:
    compared = compare(desk.asker.across, "three_public")
    shown = own(compares.side_html(compared, ZH)).words
    assert "✓13.75✓0✓10.75✓0✓10.75✓3" in shown
    assert {d.id for d in compared.documents} == {GENOME, RELICS, MARINE}


def test_a_chart_stacks_parts_of_a_total_and_nothing_else(desk: Desk) -> None:
    compared = compare(desk.asker.across, "three_public")
    chart = compares.chart_of(compared)
    assert chart is not None
    assert set(chart.data["item"]) == {"因公出国（境）费", "公务用车购置及运行费", "公务接待费"}
    assert chart.data.groupby("label")["value"].sum().round(2).tolist().count(13.75) == 1
    assert len(set(chart.order)) == len(compared.documents)
    shown = own(chart.legend)
    assert shown.words == "".join(chart.colours)
    assert chart.beside == []
    totals = compares.chart_of(compare(desk.asker.across, "total"))
    assert totals is not None
    assert (set(totals.data["item"]), totals.title, totals.beside) == ({"收入总计"}, "收入总计", ["收入总计"])
    assert compares.chart_of(compare(desk.asker.across, "没有这一项")) is None


def test_documents_of_the_same_name_are_told_apart_side_by_side(desk: Desk) -> None:
    compared = compare(desk.asker.across, "three_public")
    twins = tuple(replace(d, institute="同名单位（分部）", year=2025, kind="budget") for d in compared.documents)
    same = replace(compared, documents=twins)
    words_ = own(compares.side_html(same, ZH)).words
    assert all(d.file in words_ for d in twins)
    chart = compares.chart_of(same)
    assert chart is not None
    assert chart.order == ["同名单位 2025 (1)", "同名单位 2025 (2)", "同名单位 2025 (3)"]


def test_the_colours_of_a_chart_are_those_of_its_legend() -> None:
    style = (ROOT / "tabs" / "style.css").read_text(encoding="utf-8")
    assert dict(re.findall(r"\.gj-hue-([a-z]) \{ --gj-hue: (#[0-9a-f]{6}); \}", style)) == compares.HUES


def test_the_desk_counts_what_the_records_say(desk: Desk) -> None:
    disclosure = desk.disclosure(GENOME)
    printed = {v.value: n for v, n in disclosure.verdicts().items() if n}
    assert {k: v for k, v in desk.counts()[GENOME].items() if k in printed} == printed


def test_what_was_spent_is_added_up(desk: Desk) -> None:
    for _ in range(3):
        desk.count(1, 100, 10, 0.5)
    assert (desk.all_spent().calls, desk.all_spent().prompt_tokens, desk.all_spent().cost) == (3, 300, 1.5)
    assert Decimal("1.5") == Decimal(str(desk.spent.cost))


def test_downloads_are_kept_once_and_gone_when_the_page_is(samples: Path) -> None:
    desk = Desk(samples)
    disclosure = desk.disclosure(GENOME)
    one, again = (sheets.written(desk, disclosure, "csv") for _ in range(2))
    assert one == again
    assert Path(one).name == "genome_institute_2025.csv"
    desk.close()
    assert not Path(one).parent.parent.exists()
