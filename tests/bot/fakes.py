"""A small catalog and a search that finds what it is told, for tests of the bot."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.chain import make_chain
from bot.chain.looking_up import NewestLookUps
from bot.conversation.sessions import MemorySessions
from bot.helplines import shipped_helplines
from bot.place_table import no_places
from bot.ports import Assistance
from bot.store import Notice
from corpus.catalog import Replaced
from corpus.departments import Names, load_names
from corpus.directory import Directory
from corpus.errors import WenzhengError
from corpus.records import Contact, Document, Measure, Responsibility, Role, Section, Validity
from corpus.text.han_pairs import pairs_of
from corpus.ties import Tie
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from retrieval.question.asked import Asked

NUMBER = "周政办字〔2024〕11号"
COLLECTION = "周村2022稳中求进清单"

FRIDGE_ORIGINAL = (
    "按照省级奖补，各市发放促消费补贴、企业让利等方式，支持家电销售企业联合生产企业、回收企业开展线上线下以旧换新，"
    "对个人消费者在政策期内交售空调、冰箱（含冰柜）、洗衣机（含干衣机）、电视机、电脑（限台式电脑和笔记本电脑，"
    "其中台式电脑显示器与主机为一套）等5类旧家电，并新购上述品类一级、二级能效家电、绿色智能家电的给予补贴。"
    "省财政安排相关资金，根据2024年各市废旧家电回收量同比增长情况和限额以上家电零售额增量贡献等给予奖励。"
)
FRIDGE_AIM = (
    "落实《淄博市推动消费品以旧换新实施方案》，持续举办家电以旧换新促消费活动，加快推动消费品以旧换新消费。"
)
FRIDGE_STEPS = (
    "1.组织开展专属营销活动，促进线上家电以旧换新消费。组织全区大型家电经销商开展各类主题促销活动。\n"
    "2.及时下达上级资金。"
)
SHIPS_ORIGINAL = (
    "2024-2025年，省级筹集资金，支持内河和沿海高耗能高排放老旧运输船舶提前报废拆解以及新能源、清洁能源船舶建造，"
    "对符合条件的航运企业给予一次性定额补助。"
)
SHIPS_BASIS = "目前我区无航运企业及船舶，不符合奖补标准，此项政策不涉及。"

TERM_2024 = Validity(date(2024, 7, 22), date(2024, 12, 31), "未明确实施期限的有效期至2024年12月31日")


def measure(
    item: str,
    sections: Sequence[tuple[str, str]],
    *,
    document: str = NUMBER,
    validity: Validity = TERM_2024,
    applies_basis: str | None = None,
    deadline: str | None = None,
    responsibilities: tuple[Responsibility, ...] = (),
) -> Measure:
    """A measure of those sections; it does not apply where a basis is given."""
    return Measure(
        id=f"{document}#{item}",
        document=document,
        item=item,
        heading=(),
        text="\n".join(text for _, text in sections),
        sections=tuple(Section(name, text) for name, text in sections),
        responsibilities=responsibilities,
        validity=validity,
        applies=applies_basis is None,
        applies_basis=applies_basis,
        deadline=deadline,
    )


def contact(
    department: str,
    role: Role = Role.LEAD,
    *,
    office: str | None = None,
    person: str | None = None,
    phone: str | None = None,
    inferred_from: str | None = None,
) -> Contact:
    """A contact of 周村 as item 19 prints it, or lent by the measure named."""
    return Contact(
        department=department,
        canonical=department,
        role=role,
        office=office,
        person=person,
        phone=phone,
        dial=f"0533-{phone}" if phone else None,
        deadline=None,
        source=inferred_from or f"{NUMBER}#19",
        as_of=date(2022, 4, 8) if inferred_from else date(2024, 7, 22),
        inferred=inferred_from is not None,
    )


FRIDGE = measure("19", (("政策原文", FRIDGE_ORIGINAL), ("落实目标", FRIDGE_AIM), ("工作措施", FRIDGE_STEPS)))
SHIPS = measure(
    "7",
    (("政策原文", SHIPS_ORIGINAL), ("落实目标", SHIPS_BASIS), ("工作措施", "—")),
    applies_basis=SHIPS_BASIS,
)
FRIDGE_CONTACTS = (
    contact("区商务局", office="商贸流通科", phone="6195136"),
    contact("区财政局", Role.SUPPORT, office="经济建设科", phone="7878011"),
)
SHIPS_CONTACTS = (contact("区交通运输局", office="综合运输管理科", phone="6038876"),)

DOCUMENT = Document(
    number=NUMBER,
    title="周村区人民政府办公室关于印发《周村区落实省政府2024年“促进经济巩固向好、加快绿色低碳高质量发展”"
    "政策清单（第二批）任务分工方案》的通知",
    issuer="周村区人民政府办公室",
    region="周村",
    issued=date(2024, 7, 22),
    validity=TERM_2024,
    sources=("000",),
    measures=(SHIPS, FRIDGE),
)


class NoSuchEntryError(WenzhengError):
    """Nothing of that name."""


@dataclass
class FakeCatalog:
    """Documents in memory, contacts by measure id."""

    documents: tuple[Document, ...] = (DOCUMENT,)
    replaced: tuple[Replaced, ...] = ()
    lent: dict[str, tuple[Contact, ...]] = field(
        default_factory=lambda: {FRIDGE.id: FRIDGE_CONTACTS, SHIPS.id: SHIPS_CONTACTS}
    )

    ties: tuple[Tie, ...] = ()

    digest: str = "d1"

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions of the documents."""
        return tuple(dict.fromkeys(document.region for document in self.documents))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Of all documents."""
        return tuple(held for document in self.documents for held in document.measures)

    @property
    def measure_ids(self) -> tuple[str, ...]:
        """Of these."""
        return tuple(held.id for held in self.measures)

    def spread(self, pair: str) -> int:
        """In how many texts of the measures it stands."""
        return sum(pair in pairs_of(held.text) for held in self.measures)

    def measure(self, measure_id: str) -> Measure:
        """The measure, or an error of ours."""
        for document in self.documents:
            for held in document.measures:
                if held.id == measure_id:
                    return held
        raise NoSuchEntryError(measure_id)

    def document(self, number: str) -> Document:
        """The document."""
        return next(document for document in self.documents if document.number == number)

    @property
    def names(self) -> Names:
        """Of departments: the bundled table."""
        return load_names()

    @property
    def bodies(self) -> Names:
        """Those of the bundled table, and those that the measures give something to do."""
        return load_names().with_bodies(
            (document.region, duty.canonical)
            for document in self.documents
            for held in document.measures
            for duty in held.responsibilities
        )

    @property
    def directory(self) -> Directory:
        """The desks of what the test lent."""
        return Directory.of(("周村", lent) for contacts in self.lent.values() for lent in contacts)

    def ties_of(self, number: str) -> tuple[Tie, ...]:
        """Those that the test gave, to others first."""
        return (
            *(tie for tie in self.ties if tie.source == number),
            *(tie for tie in self.ties if tie.target == number),
        )

    def tied(self, number: str) -> Document:
        """The document, replaced or not."""
        former = [kept.document for kept in self.replaced]
        return next(document for document in (*self.documents, *former) if document.number == number)

    def contacts(self, measure: Measure) -> tuple[Contact, ...]:
        """What the test lent."""
        return self.lent.get(measure.id, ())


@dataclass(frozen=True)
class FakeHit:
    """A measure found."""

    measure_id: str
    score: float = 0.9
    unasked: bool = False


@dataclass(frozen=True)
class FakeQuery:
    """How a question was read."""

    regions: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    item: str | None = None
    wishes: frozenset[Asked] = frozenset()
    respelt: str = ""
    added: tuple[str, ...] = ()
    spoken: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alike: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Each region named is a place with documents."""
        return self.regions


@dataclass(frozen=True)
class FakeFinding:
    """What a search came to."""

    verdict: Verdict = Verdict.ANSWER
    reason: Reason = Reason.NONE
    hits: tuple[FakeHit, ...] = ()
    rejected: tuple[FakeHit, ...] = ()
    query: FakeQuery = FakeQuery()
    neighbour: str | None = None
    heard: tuple[str, ...] = ()


class ReadBySearch:
    """A search that leaves it to its findings to say how a question was read."""

    def syllables(self) -> dict[str, str]:
        """Of a few characters."""
        return {"补": "bu", "贴": "tie", "不": "bu", "老": "lao", "旧": "jiu", "小": "xiao", "区": "qu"}

    def as_typed(self, question: str, as_of: date) -> None:
        """Always left to the search."""


@dataclass
class FakeSearch(ReadBySearch):
    """Finds the same whatever is asked, and remembers what was asked."""

    finding: FakeFinding = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC)
    asked: list[tuple[str, str | None, date]] = field(default_factory=list)

    def search(
        self,
        question: str,
        *,
        region: str | None,
        as_of: date,
        top_k: int,
        exclude: frozenset[str] = frozenset(),
    ) -> FakeFinding:
        """The finding, whatever is asked."""
        self.asked.append((question, region, as_of))
        return self.finding


def found(*measure_ids: str) -> FakeSearch:
    """A search that finds these measures, best first."""
    return FakeSearch(FakeFinding(hits=tuple(FakeHit(name) for name in measure_ids)))


def assistance(inner, *, store=None, sessions=None, current=None, originals=None, places=no_places):
    """What channels are given, over an assistant or a talk that is never renewed; a store records."""
    current = current or (store.notices.current if store else lambda _: Notice())
    look_ups = NewestLookUps(
        lambda: getattr(inner, "assistant", inner), sessions or MemorySessions(), current, shipped_helplines
    )
    journal = store.journal if store else None
    return Assistance(
        make_chain(lambda: inner.ask, current, journal, lambda: look_ups.catalog.digest, shipped_helplines),
        look_ups,
        originals,
        places,
    )
