"""Questions that a passage answers: the passage, its page, and nothing where the document does not say it."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from tests.libraries import SAMPLES, build

GENOME, MARINE, RELICS = "genome_institute_2025", "marine_station_2026", "relics_centre_2023"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root = tmp_path_factory.mktemp("passages")
    build(root, SAMPLES)
    return Asker(root)


@pytest.mark.parametrize(
    ("document", "question", "page", "begins"),
    [
        (GENOME, "甘蔗项目打算做出什么成果？", 28, "甘蔗遗传育种资源深度挖掘与创新应用的目标："),
        (GENOME, "甘蔗育种那个项目的年度总体目标怎么写的？", 28, "甘蔗遗传育种资源深度挖掘与创新应用的目标："),
        (GENOME, "介绍一下该所的组织机构。", 3, "原文：“目前设有科研支撑部门8个"),
        (GENOME, "什么样的研究工作算应用研究？", 24, "原文：“(2)应用研究"),
        (GENOME, "结转下年指哪些资金？", 24, "原文：“4.结转下年"),
        (GENOME, "什么样的钱会被列为结转下年？", 24, "原文：“4.结转下年"),
        (MARINE, "站里设了哪些科室？", 3, "原文：“滨海市海洋环境监测站设7个内设机构"),
        (MARINE, "卫生健康支出花在哪些地方？", 5, "原文：“3.“卫生健康支出”"),
        (MARINE, "为什么看不到国有资本经营预算的支出数？", 15, "原文：“注"),
        (MARINE, "公务接待费比上年少，是因为什么？", 19, "原文：“(三)公务接待费"),
        (RELICS, "纳入部门决算编制范围的单位有哪些？", 3, "原文：“纳入本部门2023年度决算汇编范围"),
        (RELICS, "收支总计比上年多了592.74万元，是什么原因？", 18, "原文：“"),
        (RELICS, "国有资本经营预算决算表的注释怎么说？", 17, "原文：“注"),
    ],
)
def test_a_passage_answers_from_its_page(asker: Asker, document: str, question: str, page: int, begins: str) -> None:
    answer = asker.ask(question, document)
    assert (answer.answer[: len(begins)], answer.citations[0].page) == (begins, page)


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (GENOME, "事业收入为什么增加？"),
        (GENOME, "量子计算项目的目标是什么？"),
        (GENOME, "结转下年准备用在哪些项目上？"),
        (MARINE, "公务接待费为什么增加？"),
        (MARINE, "政府采购依据哪个文件？"),
        (RELICS, "政府采购金额为什么增加？"),
        (RELICS, "机关运行经费为什么减少？"),
    ],
)
def test_what_no_passage_says_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["其他事项是怎么说明的？", "单位基本情况怎么介绍的？", "机构设置怎么样？"])
def test_no_heading_is_quoted(asker: Asker, question: str) -> None:
    assert not {"三、其他事项说明", "一、单位基本情况", "(二)机构设置"} & set(
        asker.ask(question, GENOME).answer.replace("原文：", "").strip("“”").split("”；“")
    )
