"""The whole path: questions through a real `wenzheng ask --batch` process, answers against the sources."""

import json
import os
import subprocess
import sys

import pytest

# question, measure that must come first, words that must stand in the reply; read off the sources by hand.
CASES = [
    ("旧空调换新空调，公家给补钱不", "周政办字〔2024〕11号#19", ("2024年12月31日", "0533-6195136")),
    ("报废国三轿车再买新能源车补多少", "周政办字〔2024〕11号#16", ("补贴1万元", "0533-6195136")),
    ("每个街道建充电桩补几万", "周政办字〔2024〕11号#17", ("每个街道4万元", "0533-6195397")),
    ("村卫生室要改造多少个", "周政办字〔2024〕11号#10", ("35个", "0533-6195129")),
    ("大宗商品仓库的土地使用税能减到哪一年", "周政办字〔2024〕11号#32", ("2027年12月31日", "0533-6431137")),
    ("货车装了ETC高速费打几折", "周政办字〔2024〕11号#23", ("85折", "不涉及我区", "0533-6038800")),
    ("首台套设备的保险费给报多少", "周政办字〔2024〕11号#14", ("最高500万元", "0533-6195170")),
    ("公益性岗位对年龄有什么要求", "周村2022稳中求进清单#51", ("45-65周岁", "0533-6181169")),
    ("普惠托育一个托位补助多少", "周村2022稳中求进清单#54", ("每个托位1万元", "0533-6195196")),
    ("防空地下室易地建设费现在一平米多少", "周村2022稳中求进清单#13", ("1800元", "0533-6182655")),
    ("周村的数据中心机架能拿补贴吗", "周村2022稳中求进清单#8", ("目前全区尚未建成数据中心",)),
    ("农村低保标准一个人一年多少钱", "周政办字〔2020〕29号#全文", ("5760元",)),
    ("个人创业担保贷款最多能贷多少", "周政发〔2020〕27号#10", ("20万元", "区人力资源社会保障局")),
    ("秸秆禁烧归哪个局管", "周政发〔2020〕27号#23", ("区生态环境分局",)),
    ("老小区装电梯提取公积金找谁", "周政办字〔2020〕31号#四（十二）", ("区住房公积金管理中心",)),
    ("智慧农业什么时候完成，谁牵头", "周政办字〔2020〕30号#（二十一）", ("2021年9月", "区农业农村局")),
    ("供销社搞冷链物流哪些单位负责", "周政字〔2024〕33号#7", ("区发展改革局",)),
    ("聊城获得中国质量奖奖多少钱", "聊政办字〔2021〕11号#第四条（一）", ("300万元",)),
    ("聊城质量发展奖励各奖项申报截止到哪天", "聊政办字〔2021〕11号#第六条（二）", ("9月30日",)),
    (
        "聊城企业低压接电，不到160千瓦、线不到200米，要办行政审批手续吗",
        "聊政发〔2021〕7号#三（一）",
        ("160千瓦",),
    ),
]
BROKEN_LINE = "这一行不是 JSON"


@pytest.fixture(scope="module")
def answers(tmp_path_factory, shared_homes):
    """All cases and one broken line in the middle, asked in one process."""
    folder = tmp_path_factory.mktemp("batch")
    lines = [json.dumps({"id": f"c{i}", "q": q}, ensure_ascii=False) for i, (q, _, _) in enumerate(CASES)]
    lines.insert(7, BROKEN_LINE)
    (folder / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shared_homes.copy(folder / "home")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WENZHENG_")}
    done = subprocess.run(
        [
            *(sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main())"),
            *("ask", "--batch", str(folder / "questions.jsonl"), "--as-of", "2026-11-21"),
        ],
        env={**environment, "WENZHENG_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_line_an_answer_in_order(answers):
    """Twenty answers and one error line, in the order asked; the broken line stops nothing."""
    assert len(answers) == len(CASES) + 1
    assert "error" in answers.pop(7)
    assert [answer["id"] for answer in answers] == [f"c{i}" for i in range(len(CASES))]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"c{i}" for i in range(len(CASES))])
def test_right_measure_with_its_words(answers, number):
    """The measure read off the source comes first, and the reply says what the source says."""
    answer = next(a for a in answers if a.get("id") == f"c{number}")
    _, measure, words = CASES[number]
    assert answer["measures"][0]["id"] == measure
    assert [word for word in words if word not in answer["text"]] == []


def test_quotes_are_verbatim(answers):
    """Every highlight stands in its measure's text, white space apart."""
    for answer in answers:
        for measure in answer.get("measures", []):
            text = "".join(measure["text"].split())
            assert all("".join(quote.split()) in text for quote in measure["highlights"])
