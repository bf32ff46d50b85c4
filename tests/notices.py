"""A short notice to stand for a whole corpus, and the folder that makes it one."""

from pathlib import Path

import pytest

NUMBER = "周政办字〔2023〕90号"
NOTICE = """周村区人民政府办公室
关于提高残疾人机动轮椅车燃油补贴标准的通知
周政办字〔2023〕90号

各镇政府、街道办事处，区政府有关部门：
经区政府同意，现就提高残疾人机动轮椅车燃油补贴标准通知如下：
一、补贴标准。自2023年1月1日起，将残疾人机动轮椅车燃油补贴标准提高到每车每年300元。（责任单位：区残联）
二、补贴对象。具有周村区户籍、持有第二代残疾人证的残疾人机动轮椅车车主。（责任单位：区残联）

周村区人民政府办公室
2023年3月1日
"""


def fill(corpus: Path, text: str = NOTICE) -> None:
    """Makes a folder a corpus of the notice alone, or of another text."""
    corpus.mkdir(exist_ok=True)
    (corpus / "notice.txt").write_text(text, encoding="utf-8")
    (corpus / "sources.toml").write_text(
        '[[source]]\nfile = "notice.txt"\nregion = "周村"\n', encoding="utf-8"
    )


def settle(patch: pytest.MonkeyPatch, corpus: Path, home: Path, text: str = NOTICE) -> None:
    """Settings for such a corpus and a home of its own, whatever the environment says."""
    fill(corpus, text)
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "MODEL", "REGION", "LOG_LEVEL"):
        patch.delenv(f"WENZHENG_{name}", raising=False)
    patch.setenv("WENZHENG_HOME", str(home))
    patch.setenv("WENZHENG_CORPUS", str(corpus))
