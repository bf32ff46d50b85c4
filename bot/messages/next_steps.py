"""What to do about what the layers below find wrong: they say what it is, here it is said what helps."""

from corpus.errors import WenzhengError

_HOME = "或把 WENZHENG_HOME 设为另一个目录。"

NEXT_STEPS = {
    "EngineUnavailableError": "请检查它是否在运行、WENZHENG_INDEX 是否写对。",
    "FolderError": f"请检查该目录的权限和磁盘空间，{_HOME}",
    "IndexUnavailableError": f"请检查该目录的读写权限和磁盘空间，{_HOME}",
    "ModelUnavailableError": (
        "请把 WENZHENG_MODEL 设为本机已下载的模型文件夹或名称，或不设置它以使用自带的模型。"
    ),
    "NoAddedDocumentError": "请用 wenzheng corpus list 查看。",
}
"""By the name of the error, so that nothing heavy is loaded to tell of one."""


def explained(error: WenzhengError) -> str:
    """What an error says, and what helps where that is known."""
    return f"{error}{NEXT_STEPS.get(type(error).__name__, '')}"
