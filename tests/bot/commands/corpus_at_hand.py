"""The corpus commands over a corpus of one notice, without the index, and a second notice to add."""

import json

from bot import app
from bot.cli import main

OTHER_NUMBER = "周政办字〔2024〕91号"

OTHER = """周村区人民政府办公室
关于做好农村公路养护工作的通知
周政办字〔2024〕91号

各镇政府、街道办事处：
一、养护标准。县道每公里每年安排养护资金1万元。（责任单位：区交通运输局）
二、养护责任。乡道由所在镇负责日常养护。（责任单位：各镇政府）

周村区人民政府办公室
2024年5月6日
"""


class Quick:
    """The real wiring, but for the index."""

    load_library = staticmethod(app.load_library)
    added_documents = staticmethod(app.added_documents)
    confirmed_phones = staticmethod(app.confirmed_phones)

    def open_adder(self, settings):
        """Says so."""
        return app.open_adder(settings, lambda: "索引已就绪")


def corpus(*arguments):
    return main(["corpus", *map(str, arguments)], Quick())


def listed(capsys):
    capsys.readouterr()
    assert corpus("list", "--json") == 0
    return {(line["number"], line["state"]): line for line in map(json.loads, read(capsys).splitlines())}


def read(capsys):
    return capsys.readouterr().out
