"""Bodies that sentences have act, by whatever name."""

import pytest

from bot.answering.wording.loose_bodies import LooseBody, loose_bodies


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("邻居闹矛盾的，由村民委员会、乡镇司法所调解。", [("村民委员会", None), ("乡镇司法所", None)]),
        ("线路架设压坏庄稼的，由施工的运营商照价赔偿。", [("运营商", None)]),
        ("证件丢失的，应当在三十日内到社区残协登记。", [("社区残协", None)]),
        ("出院后持小结到乡镇卫生院公共卫生科登记。", [("乡镇卫生院", "公共卫生科")]),
        ("村委会可向市通信局推进科反映。", [("市通信局", "推进科")]),
        ("浇地用电由县供电公司营销部办理，电话5550195。", [("县供电公司", "营销部")]),
        ("费用由患者自理。", []),
        ("办理地点和时间\n各街道便民服务中心；县残联（和平路2号）。", []),
        ("办理地点\n城关镇服务中心受理。", [("城关镇服务中心", None)]),
        ("加强领导。县停车场、公厕建设指挥部统筹指挥停车场建设。", [("县停车场、公厕建设指挥部", None)]),
        ("镇人居环境整治领导小组办公室负责督导各村整治。", [("镇人居环境整治领导小组办公室", None)]),
        ("项目进度由清河区招商工作专班统一调度。", [("清河区招商工作专班", None)]),
        ("成立以镇长为组长的领导小组，明确责任。", []),
    ],
)
def test_a_sentence_names_who_acts(sentence, bodies):
    """Read from the sentence: after 由, 到, 向 and before what is done there."""
    assert list(loose_bodies(sentence)) == [LooseBody(*body) for body in bodies]
