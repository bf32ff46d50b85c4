"""What was left out of a file, as lines to read."""

from collections.abc import Iterator, Sequence

from corpus.text.losses import Loss, LossKind

LEFT_OUT = "未读入：{counts}"
LEFT_OUT_WORDS = "  {kind}：{words}"
LEFT_OUT_MORE = "……"
_KINDS = {
    LossKind.HIDDEN_ROW: ("{}行隐藏的行", "隐藏的行"),
    LossKind.HIDDEN_COLUMN: ("{}个隐藏的列", "隐藏的列"),
    LossKind.HIDDEN_SHEET: ("{}张隐藏的工作表", "隐藏的工作表"),
    LossKind.STRUCK: ("{}处划掉的文字", "划掉的文字"),
    LossKind.DELETED: ("{}处修订中删除的文字", "修订中删除的文字"),
    LossKind.HIDDEN: ("{}处隐藏的文字", "隐藏的文字"),
    LossKind.FORMULA: ("{}个公式", "公式"),
    LossKind.ILLEGIBLE: ("{}处认不出的文字", "认不出的文字"),
    LossKind.LAYER: ("{}行文字层的文字", "文字层的文字"),
    LossKind.SYMBOL: ("{}个符号", "符号"),
    LossKind.PICTURE: ("{}张图片", "图片"),
    LossKind.SEAL: ("{}处印章", "印章"),
    LossKind.OBJECT: ("{}个嵌入对象", "嵌入对象"),
    LossKind.BLANK_PAGE: ("{}页没有文字", "没有文字的页"),
    LossKind.ATTACHMENT: ("{}个附件", "附件"),
    LossKind.TURNED: ("{}处斜排的文字", "斜排的文字"),
    LossKind.WATERMARK: ("{}处水印", "水印"),
    LossKind.COMMENT: ("{}条批注", "批注"),
    LossKind.RUBY: ("{}处注音", "注音"),
    LossKind.NOTE_MARK: ("{}个注码", "注码"),
    LossKind.AROUND: ("{}处正文以外的文字", "正文以外的文字"),
    LossKind.RUNNING: ("{}行页眉页脚", "页眉页脚"),
    LossKind.SITE: ("{}处网站栏目", "网站栏目"),
    LossKind.REPEATED: ("{}处重复的文字", "重复的文字"),
    LossKind.INVISIBLE: ("{}个看不见的字符", "看不见的字符"),
    LossKind.TURNING: ("{}个改变文字方向的字符", "改变文字方向的字符"),
    LossKind.CONTROL: ("{}个控制字符", "控制字符"),
}
"""How each kind is counted and called, those that hold words of the text first."""
_EXAMPLES = 3
_WORDS = 60
"""Characters shown of each example."""


def left_out(losses: Sequence[Loss]) -> Iterator[str]:
    """A line with what was left out by kind, and a line for each kind with its words; nothing for no losses.

    Example: `未读入：1个公式、2行页眉页脚`, `  页眉页脚：青禾县人民政府公报`
    """
    kinds = {kind: [loss for loss in losses if loss.kind is kind] for kind in _KINDS}
    counts = [_KINDS[kind][0].format(sum(loss.times for loss in own)) for kind, own in kinds.items() if own]
    if counts:
        yield LEFT_OUT.format(counts="、".join(counts))
    for kind, own in kinds.items():
        words = list(dict.fromkeys(loss.words for loss in own if loss.words))
        if words:
            shown = "；".join(map(_clipped, words[:_EXAMPLES]))
            more = LEFT_OUT_MORE if len(words) > _EXAMPLES else ""
            yield LEFT_OUT_WORDS.format(kind=_KINDS[kind][1], words=shown + more)


def _clipped(words: str) -> str:
    return words if len(words) <= _WORDS else words[:_WORDS] + LEFT_OUT_MORE
