"""Which documents a question names: by institute and its abbreviations, by year, kind, file; and what names none."""

import time
from pathlib import Path

import pytest

from extract.library import Library
from qa.documents.catalog import Catalog, Document
from qa.documents.names import forms
from tests.libraries import build, drafts

INSTITUTES = (
    "中国科学院北京基因组研究所（国家生物信息中心）",
    "上海市财政局",
    "北京市财政局",
    "上海市浦东新区财政局",
    "云岭省文物保护中心",
    "滨海市海洋环境监测站",
    "上海市徐汇区人民政府徐家汇街道办事处",
    "上海市人力资源和社会保障局",
    "北京师范大学",
    "国家发展和改革委员会",
    "云岭省博物馆",
    "上海市残疾人联合会",
    "重庆大学",
)
GENOME, SHANGHAI, BEIJING, PUDONG, RELICS, MARINE, STREET, PERSONNEL, NORMAL, REFORM, MUSEUM, DISABLED, CHONGQING = (
    INSTITUTES
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Each institute's budget of 2025 and its final account of 2024."""
    documents = [
        Document(f"{number:08x}{year}", f"file{number}_{year}.pdf", name, "unit", year, kind, "")
        for number, name in enumerate(INSTITUTES)
        for kind, year in (("budget", 2025), ("final", 2024))
    ]
    return Catalog(tuple(documents))


@pytest.mark.parametrize(
    ("question", "named"),
    [
        (f"{GENOME}的公务接待费", {GENOME}),
        ("中国科学院北京基因组研究所(国家生物信息中心)的公务接待费", {GENOME}),
        ("中国科学院 北京基因组研究所 的公务接待费", {GENOME}),
        ("基因组所的公务接待费", {GENOME}),
        ("北京基因组所项目支出", {GENOME}),
        ("中科院基因组所项目支出", {GENOME}),
        ("国家生物信息中心项目支出", {GENOME}),
        ("请问生物信息中心项目支出", {GENOME}),
        ("财政局的三公经费", {SHANGHAI, BEIJING, PUDONG}),
        ("上海市财政局的三公经费", {SHANGHAI}),
        ("浦东财政局的三公经费", {PUDONG}),
        ("浦东新区财政局的三公经费", {PUDONG}),
        ("徐家汇街道的人员经费", {STREET}),
        ("告诉我徐家汇街道办事处的人员经费", {STREET}),
        ("市人社局有几辆车", {PERSONNEL}),
        ("北师大的住房公积金", {NORMAL}),
        ("发改委的会议费", {REFORM}),
        ("文保中心和监测站的公务接待费", {RELICS, MARINE}),
        ("残联的培训费", {DISABLED}),
        ("博物馆的培训费", {MUSEUM}),
    ],
)
def test_an_institute_is_named_by_its_name_a_part_or_an_abbreviation(
    catalog: Catalog, question: str, named: set[str]
) -> None:
    resolved = catalog.resolve(question)
    assert set(resolved.institutes) == named
    assert {d.institute for d in resolved.documents} == named
    assert resolved.by_name


@pytest.mark.parametrize(
    "question",
    [
        "公务接待费是多少",
        "本单位的公务接待费",
        "我单位公务接待费",
        "该所公务接待费",
        "本所公务接待费",
        "研究所有多少人",
        "中心的项目支出",
        "街道的项目支出",
        "局里有几辆车",
        "大学的项目支出",
        "哪个单位的公务接待费最多",
        "重大项目支出是多少",
        "深圳市财政局的三公经费",  # another city's, which is not here
        "卫生健康信息中心的三公经费",
        "国家基因组科学数据中心项目的资金",
        "博物馆支出是多少",  # a kind of spending
        "'; DROP TABLE documents; --",
        "",
        "%_\\\x00",
    ],
)
def test_what_only_looks_like_a_name_names_none(catalog: Catalog, question: str) -> None:
    resolved = catalog.resolve(question)
    assert resolved.institutes == ()
    assert resolved.documents == ()
    assert resolved.spans == ()


def test_each_name_of_a_comparison_is_told_apart_and_cut_out(catalog: Catalog) -> None:
    question = "比较“基因组所”与 财政局 2025年的公务接待费"
    resolved = catalog.resolve(question)
    assert resolved.mentions == ((GENOME,), (SHANGHAI, BEIJING, PUDONG))
    assert resolved.without(question) == "比较“”与  2025年的公务接待费"
    assert [question[s.start : s.end] for s in resolved.spans] == ["基因组所", "财政局", "2025年"]


@pytest.mark.parametrize(
    ("question", "years", "kinds"),
    [
        ("基因组所2025年的公务接待费", {2025}, {"budget"}),
        ("基因组所去年的公务接待费", {2024}, {"final"}),
        ("基因组所今年的公务接待费", {2025}, {"budget"}),
        ("基因组所2024—2025年的公务接待费", {2024, 2025}, {"budget", "final"}),
        ("基因组所近两年的公务接待费", {2024, 2025}, {"budget", "final"}),
        ("基因组所决算的公务接待费", {2024}, {"final"}),
        ("基因组所的公务接待费预算", {2025}, {"budget"}),
        ("基因组所一般公共预算拨款是多少", {2024, 2025}, {"budget", "final"}),
        ("基因组所公务接待费比2024年增加多少", {2024, 2025}, {"budget", "final"}),
        ("基因组所上年结转是多少", {2024, 2025}, {"budget", "final"}),
        ("基因组所去年结转是多少", {2024, 2025}, {"budget", "final"}),
    ],
)
def test_years_and_kinds_narrow_what_is_named(
    catalog: Catalog, question: str, years: set[int], kinds: set[str]
) -> None:
    documents = catalog.resolve(question).documents
    assert {d.year for d in documents} == years
    assert {d.kind for d in documents} == kinds


def test_a_year_that_is_not_there_is_said_and_narrows_nothing(catalog: Catalog) -> None:
    resolved = catalog.resolve("基因组所2019年的公务接待费")
    assert resolved.absent == ("2019",)
    assert len(resolved.documents) == 2


def test_a_year_alone_names_its_documents_but_nobody(catalog: Catalog) -> None:
    resolved = catalog.resolve("2024年公务接待费最多的是哪家")
    assert not resolved.by_name
    assert {d.year for d in resolved.documents} == {2024}


def test_files_and_ids_name_documents(catalog: Catalog) -> None:
    document = catalog.by_id["000000002025"]
    for question in (f"{document.file}里的收入", "FILE0_2025 的收入", f"{document.id}的收入"):
        assert catalog.resolve(question).documents == (document,)
    assert catalog.resolve("file0_20251的收入").documents == ()
    assert [d.file for d in catalog.resolve("file0_2025和file1_2024的收入").documents] == [
        "file0_2025.pdf",
        "file1_2024.pdf",
    ]


def test_brackets_and_endings_give_further_forms() -> None:
    assert "国家生物信息中心" in forms(GENOME)
    assert "上海市徐汇区人民政府徐家汇街道" in forms(STREET)
    assert forms("某局(本级)") == ["某局(本级)", "某局"]


def test_ten_thousand_documents_are_searched_in_milliseconds() -> None:
    places = [f"{a}{b}市" for a in "东西南北中上下左右前后" for b in "江河湖海山川岭原泉林塘桥港湾溪城"]
    bodies = ["财政局", "教育局", "博物馆", "信息中心", "水利科学研究所", "城南街道办事处"]
    documents = [
        Document(f"{n:012x}", f"f{n}.pdf", f"{place}{body}", "unit", year, "budget", "")
        for n, (place, body, year) in enumerate((p, b, y) for p in places for b in bodies for y in range(2016, 2026))
    ]
    assert len(documents) > 10_000
    catalog = Catalog(tuple(documents))
    assert {d.institute for d in catalog.resolve("东江市水利所2020年预算").documents} == {"东江市水利科学研究所"}
    assert len(catalog.resolve("财政局2020年的公务接待费").institutes) == len(places)
    times = []
    for place in places[:50]:
        started = time.perf_counter()
        catalog.resolve(f"{place}财政局和{place}博物馆去年的公务接待费预算是多少，比教育局多吗")
        times.append(time.perf_counter() - started)
    assert sorted(times)[25] < 0.02  # a few milliseconds where nothing else runs


def test_the_catalogue_of_a_library_needs_no_records_and_no_derived_files(tmp_path: Path) -> None:
    library = build(tmp_path / "library", drafts(tmp_path / "in", 2))
    listed = Catalog.open(library.root)
    assert [d.id for d in listed.documents] == library.ids()
    assert listed.documents[0].institute == "滨海市水文监测站"
    assert [p.name for p in listed.parts] == ["figures.parquet"]
    for path in (library.root / "across").iterdir():
        path.unlink()
    bare = Catalog.open(library.root)
    assert (bare.documents, bare.parts) == (listed.documents, ())


def test_documents_not_yet_committed_and_taken_out_are_seen(tmp_path: Path) -> None:
    files = drafts(tmp_path / "in", 3)
    library = build(tmp_path / "library", files[:2])
    more = build(tmp_path / "more", files[2:])
    (gone, _), (new,) = library.ids(), more.ids()
    (more.documents / new).rename(library.documents / new)
    (library.documents / gone).rename(tmp_path / "gone")
    assert [d.id for d in Catalog.open(library.root).documents] == library.ids()
    assert Library(library.root).find("station3") == new


def test_an_empty_library_has_an_empty_catalogue(tmp_path: Path) -> None:
    catalog = Catalog.open(tmp_path)
    assert catalog.documents == ()
    assert catalog.resolve("财政局2024年").documents == ()
