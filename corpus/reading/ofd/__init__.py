"""Packages of the national fixed-layout format OFD (GB/T 33190-2016) as text."""

from corpus.reading.ofd.ofd_reader import read_ofd

__all__ = ["read_ofd"]
