"""Which files of a folder are taken."""

from bot.adding import files_below


def test_links_lead_nowhere(tmp_path):
    """Neither a link to a file nor one to a folder brings in what lies outside."""
    outside, folder = tmp_path / "outside", tmp_path / "share"
    (folder / "2026").mkdir(parents=True)
    outside.mkdir()
    (outside / "secret.txt").write_text("x", encoding="utf-8")
    (folder / "2026" / "通知.txt").write_text("x", encoding="utf-8")
    (folder / "链接.txt").symlink_to(outside / "secret.txt")
    (folder / "外面").symlink_to(outside, target_is_directory=True)
    assert files_below(folder) == [folder / "2026" / "通知.txt"]
