"""A question finds the paragraph that answers it: by meaning, by words, in the documents asked about, always the same way."""

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from extract.library import Library
from qa.search.chunks import Chunk
from qa.search.index import Index
from qa.search.lexical import words
from qa.search.retrieve import Hit, Retriever, _quota
from qa.search.store import IndexMissingError
from tests.libraries import SAMPLES, build
from tests.test_index import BUYS, FLEET, TRIPS, A, B, Counting, document, put

REWORDED = [
    ("公务接待费为什么减少？", "主要是来访批次减少"),
    ("站里一共有几辆车", "共有车辆6辆"),
    ("三公经费指的是什么", "公务接待费的合称"),
    ("海上漏油了谁去监测", "溢油等突发海洋污染事件"),
    ("为什么不用编机关运行经费", "未参照公务员法管理"),
    ("How many vehicles does the station have?", "共有车辆6辆"),
]
"""Questions about a sample, and what the paragraph that answers them says."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(tmp_path / "library")
    put(made, A, B)
    return made


@pytest.fixture
def retriever(library: Library) -> Retriever:
    index = Index(library, Counting())
    index.sync()
    return Retriever(index)


def texts(hits: list[Hit]) -> list[str]:
    return [hit.chunk.text for hit in hits]


# --- words --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "some", "never"),
    [
        ("公务接待费为什么减少？", {"公务接待费", "接待", "减少"}, {"为什么"}),
        ("“三公”经费", {"三公经费", "三公", "经费"}, {"公"}),
        ("支出2,946.25万元", {"2946.25", "万元"}, {"946"}),
        ("ＧＷＡＳ Catalog", {"gwas", "catalog"}, set()),
        ("骉麤镇", {"骉麤", "麤镇"}, set()),
        ("其他用车是什么车", {"其他", "用车"}, {"是什"}),
    ],
)
def test_words_are_the_trade_s_words_and_pairs_where_there_is_none(text: str, some: set[str], never: set[str]) -> None:
    assert some <= set(words(text))
    assert not never & set(words(text))


def test_cutting_words_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    words("政府采购预算")
    assert capfd.readouterr() == ("", "")


# --- fusion -------------------------------------------------------------------------------------------------------------


def test_what_both_lists_have_comes_first_and_the_order_is_always_the_same(retriever: Retriever) -> None:
    hits = retriever.search("公务接待费为什么减少")
    assert (hits[0].chunk.text, hits[0].dense_rank, hits[0].word_rank) == (TRIPS, 1, 1)
    assert hits[0].score == pytest.approx(2 / 61)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert all(hits == retriever.search("公务接待费为什么减少") for _ in range(3))


def test_filters_reach_both_lists(retriever: Retriever) -> None:
    question = "公务接待费、车辆、政府采购、购房补贴"
    assert set(texts(retriever.search(question, documents=[A.id]))) == {TRIPS, FLEET}
    assert {h.chunk.year for h in retriever.search(question, years=[2024])} == {2024}
    assert retriever.search(question, tables=["performance"]) == []
    assert retriever.search(question, kinds=["term"]) == []
    assert len(retriever.search(question, tables=["narrative"], kinds=["prose"])) == 4
    assert {h.chunk.document for h in retriever.search(question, institutes=[B.meta.institute])} == {B.id}
    assert len(retriever.search(question, k=2)) == 2


def test_each_of_several_documents_is_reached(retriever: Retriever) -> None:
    hits = retriever.search("公务接待费减少", k=2, documents=[A.id, B.id])
    assert {h.chunk.document for h in hits} == {A.id, B.id}
    assert {h.chunk.document for h in retriever.search("公务接待费减少", k=1, documents=[A.id, B.id])} == {A.id, B.id}


def test_a_share_not_used_by_one_document_goes_to_the_others() -> None:
    def hit(name: str, score: float) -> Hit:
        return Hit(Chunk(name, name[0], "", None, 1, None, "", "", "", "", name, ""), score)

    found = _quota([[hit("a1", 0.9), hit("a2", 0.8), hit("a3", 0.7)], [hit("b1", 0.1)]], 4)
    assert texts(found) == ["a1", "a2", "a3", "b1"]


def test_boilerplate_of_many_documents_is_given_once(library: Library) -> None:
    put(library, *(document(f"{n:012d}", [BUYS]) for n in range(5)))
    index = Index(library, Counting())
    index.sync()
    assert texts(Retriever(index).search("政府采购预算总额")).count(BUYS) == 1


def test_without_vectors_the_search_goes_by_words_and_says_why(library: Library) -> None:
    index = Index(library, Counting())
    index.sync(dense=False)
    retriever = Retriever(index)
    assert texts(retriever.search("公务接待费"))[0] == TRIPS
    assert retriever.problem
    index.sync()
    assert retriever.search("公务接待费")[0].dense_rank == 1
    assert retriever.problem == ""


def test_a_damaged_chroma_is_no_obstacle_to_the_reader(library: Library) -> None:
    index = Index(library, Counting())
    index.sync()
    index.close()
    for path in (library.root / "chroma").rglob("chroma.sqlite3"):
        path.write_bytes(b"damaged" * 99)
    retriever = Retriever(index)
    assert texts(retriever.search("公务接待费"))[0] == TRIPS
    assert retriever.problem.startswith("向量索引不能使用")


@pytest.mark.parametrize("question", ["", "？？？", "zzz", "的", "😀" * 500, "公" * 5000])
def test_odd_questions_are_no_error(retriever: Retriever, question: str) -> None:
    assert len(retriever.search(question)) <= 8


def test_a_library_without_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        Retriever(tmp_path).search("预算")


# --- the embeddings that come with gouji -----------------------------------------------------------------------------------


def test_questions_in_other_words_find_their_paragraphs_with_the_local_model(tmp_path: Path) -> None:
    """One real sample, no network: what is asked is hardly said in the words of the document."""
    library = build(tmp_path / "library", [p for p in SAMPLES if p.stem == "marine_station_2026"])
    index = Index(library)
    report = index.sync()
    assert (report.problem, report.vectors) == ("", report.chunks)
    retriever = Retriever(index)
    for question, said in REWORDED:
        found = texts(retriever.search(question, k=3))
        assert any(said in text for text in found), (question, found)
    again = Index(library)
    assert again.sync().vectors == 0


def test_a_filter_that_leaves_many_finds_the_same_as_one_that_leaves_few(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index(library, Counting())
    index.sync()
    retriever = Retriever(index)
    year = index.library.load(index.library.ids()[0]).meta.year
    assert year is not None
    few = [retriever.search(question, k=2, years=[year]) for question in ("车辆", "出国", "接待")]
    monkeypatch.setattr("qa.search.reader._FEW", 0)
    many = [retriever.search(question, k=2, years=[year]) for question in ("车辆", "出国", "接待")]
    assert [set(texts(hits)) for hits in many] == [set(texts(hits)) for hits in few]
    assert all(hit.chunk.year == year for hits in many for hit in hits)
