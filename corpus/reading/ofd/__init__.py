"""Packages of the national fixed-layout format OFD (GB/T 33190-2016) as text, and their pages as pictures."""

from corpus.reading.ofd.ofd_pictures import count_ofd_pages, draw_ofd_page
from corpus.reading.ofd.ofd_reader import read_ofd

__all__ = ["count_ofd_pages", "draw_ofd_page", "read_ofd"]
