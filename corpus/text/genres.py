"""What documents are called by their form (文种), where a title ends or a document speaks of itself."""

GENRES = "通知|意见|办法|方案|规定|细则|措施"
"""Those that count wherever a document is told by them, as a pattern without groups; no word begins another.

A further one that is meant everywhere, such as 导则, belongs here. Words that mean a document only at some
places (表, 政策, 函) stand beside this pattern there.
"""
