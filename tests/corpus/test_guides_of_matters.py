"""Guides to several matters, each above the same fields, whose points count anew below each field."""

from pathlib import Path

from tests.corpus.taken import taken, texts

MATTERS = ("来青人员居住登记", "青禾县居住证办理", "青禾县居住证换领")
TITLE = "青禾县居住证办理须知"


def guide(tmp_path: Path, *fields: str, matters: tuple[str, ...] = MATTERS) -> Path:
    path = tmp_path / "须知.txt"
    lines = [line for matter in matters for line in (matter, *fields)]
    path.write_text("\n\n".join((TITLE, *lines)), encoding="utf-8")
    return path


def test_each_matter_is_read_with_its_fields(tmp_path: Path) -> None:
    """一、 stands five times for a matter's points, and never for a measure."""
    fields = (
        "前置条件",
        "一、年满16周岁，在本县居住满6个月。",
        "二、有稳定住所。",
        "所需资料",
        "一、身份证；",
        "二、租房合同。",
    )
    measures = texts(taken(guide(tmp_path, *fields)))
    assert tuple(measures) == MATTERS
    assert measures[MATTERS[1]] == "\n".join((MATTERS[1], *fields))


def test_a_first_matter_may_have_a_sentence_for_a_field(tmp_path: Path) -> None:
    """One field without points is a field too; notes at the end of a matter belong to it."""
    fields = (
        "办理条件",
        "来青人员应当在到达后24小时内申报。",
        "所需资料",
        "一、身份证；",
        "二、住址证明。",
        "注意事项",
        "一、申报是法定义务。",
    )
    measures = texts(taken(guide(tmp_path, *fields)))
    assert tuple(measures) == MATTERS
    assert all(text.endswith("注意事项\n一、申报是法定义务。") for text in measures.values())


def test_chapters_that_count_on_stay_chapters(tmp_path: Path) -> None:
    """Where 一、 and 二、 count chapters once, these are the measures."""
    path = tmp_path / "通知.txt"
    path.write_text(
        f"{TITLE}\n\n一、办理条件\n\n年满16周岁，在本县居住满6个月。\n\n二、所需资料\n\n身份证、租房合同。\n\n"
        "三、办理地点\n\n到居住地派出所办理。",
        encoding="utf-8",
    )
    assert list(texts(taken(path))) == ["一", "二", "三"]
