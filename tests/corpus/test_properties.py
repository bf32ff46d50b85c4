"""What holds for any text: nothing raises or is lost, ids are unique, what is printed back reads the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.departments import load_names
from corpus.drafts import DocumentDraft
from corpus.extraction.assemble import assemble
from corpus.reading.plain import read_plain
from corpus.records import Document
from corpus.structure.coverage import uncovered
from corpus.structure.one_line import unfold
from corpus.structure.parse import parse_source
from corpus.structure.sources import Origin
from corpus.text.phones import find_phones

NAME = "文.txt"
LABELS = (
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "（1）",
    "①",
    "第一条　",
    "第二条　",
    "第一章　总则",
    "第1项 ",
    "问：",
    "问2：",
    "答：",
    "　　",
    "",
)
PHRASES = (
    "周村区人民政府办公室",
    "关于印发实施方案的通知",
    "周政办字〔2024〕11号",
    "各镇政府、街道办事处：",
    "补助每户2万元。",
    "（责任单位：区财政局、区商务局；配合单位：区水利局）",
    "（区商务局牵头，联系人：马骏，联系电话：6195136）",
    "责任单位：区民政局",
    "联系电话：0533—6433459、6433460转8",
    "责任单位：区民政局（社会救助科，许冰，6433459）、区水利局：12345",
    "完成排查。责任单位：区应急局。请咨询区民政局养老服务科，电话6433459；监督电话：110",
    "发布日期：2025-02-10来源：区民政局",
    "周民字［２０２５］第１８号　签发人：王伟",
    "    根据要求",
    "（联系人：许冰，联系电话：6433459）",
    "完成时限：2024年12月底",
    "有效期至2025年13月45日。",
    "本办法自2024年6月1日起施行，有效期5年。",
    "2024年7月22日",
    "二○二四年七月二十二日",
    "（下转第9页）",
    "（上接第2页）",
    "附件",
    "附件1：任务表",
    "目录",
    "序号\t任务\t责任单位",
    "\t序号\t任务\t责任单位\t1\t修路\t区交通局",
    "发文字号：",
    "有效性：失效",
    "财政部公告2020年第8号",
    "（",
    "）",
    "A1 b2",
    "",
)
LINES = st.builds(str.__add__, st.sampled_from(LABELS), st.sampled_from(PHRASES) | st.text(max_size=12))
OFFICIAL = st.lists(LINES, max_size=14).map("\n".join)
ANY = st.text(max_size=300) | OFFICIAL


def parsed(text: str) -> tuple[DocumentDraft, ...]:
    return parse_source(unfold(read_plain(NAME, text)), Origin(file=NAME, region="周村"))


def understood(text: str) -> list[Document]:
    return [assemble(draft, load_names()) for draft in parsed(text)]


@settings(max_examples=250)
@given(ANY)
def test_no_text_raises_or_loses_a_character(text: str) -> None:
    """Every character but white space stands in a piece, whatever the text."""
    drafts = parsed(text)
    assert not uncovered(NAME, text, [piece for draft in drafts for piece in draft.pieces])


@settings(max_examples=150)
@given(ANY)
def test_ids_are_unique_within_a_document(text: str) -> None:
    """Two measures of one document never share an id; every phone is printed in its measure."""
    for document in understood(text):
        ids = [measure.id for measure in document.measures]
        assert len(ids) == len(set(ids))
        for measure in document.measures:
            words = "".join(measure.text.split())
            assert all("".join((duty.phone or "").split()) in words for duty in measure.responsibilities)


WORDS = st.text("甲乙丙丁戊己庚辛补贴企业每年给予支持0123456789万元，；“”《》", min_size=3, max_size=60)
ITEMS = st.lists(WORDS.map(lambda words: "落实" + words.strip("，；") + "到位。"), min_size=2, max_size=9)


def printed(texts: list[str]) -> str:
    """A document of numbered items with these texts, as a .txt file."""
    items = "\n".join(f"{place}.{text}" for place, text in enumerate(texts, 1))
    return (
        "周村区人民政府办公室\n关于做好重点工作的通知\n周政办字〔2030〕1号\n\n"
        f"各镇政府、街道办事处：\n{items}\n\n周村区人民政府办公室\n2030年1月2日\n"
    )


def exported(document: Document) -> str:
    """Its measures printed back."""
    return printed([measure.text for measure in document.measures])


@settings(max_examples=100)
@given(ITEMS)
def test_what_was_exported_reads_the_same(texts: list[str]) -> None:
    """Items and texts of a document survive being printed and read again."""
    (first,) = understood(printed(texts))
    (again,) = understood(exported(first))
    assert [(measure.item, measure.text) for measure in first.measures] == [
        (str(place), text) for place, text in enumerate(texts, 1)
    ]
    assert again == first


@settings(max_examples=200)
@given(st.text("0123456789０１-—（）()转、/ 电话", max_size=40))
def test_phones_stand_in_their_text(text: str) -> None:
    """Each number is the stretch of the text that it names, and they do not overlap."""
    end = 0
    for phone in find_phones(text, called_so=True):
        assert text[phone.start : phone.end] == phone.text
        assert phone.start >= end
        end = phone.end
