"""One notice with everything real built over it once, for the commands that only read."""

from dataclasses import dataclass

import pytest

from bot import app
from bot.settings import Settings, load_settings
from bot.workbench import Workbench

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


@dataclass(frozen=True)
class Built:
    """Stands where the commands find their parts: what was built is given again."""

    workbench: Workbench

    def make_workbench(self, settings: Settings, *, region: str | None = None) -> Workbench:
        """The one workbench, whatever the settings."""
        return self.workbench


@pytest.fixture(scope="session")
def notice_bench(tmp_path_factory):
    """The workbench of `bot.app` over a folder that holds the notice."""
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (corpus / "sources.toml").write_text(
        '[[source]]\nfile = "notice.txt"\nregion = "周村"\n', encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "MODEL", "REGION", "LOG_LEVEL"):
            patch.delenv(f"WENZHENG_{name}", raising=False)
        patch.setenv("WENZHENG_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("WENZHENG_CORPUS", str(corpus))
        return app.make_workbench(load_settings())


@pytest.fixture
def built(notice_bench):
    """The wiring of the commands that ask, over the notice."""
    return Built(notice_bench)
