"""Dateline reads news and keeps the record: who did what, where and when - and who says so."""

__version__ = "0.1.0"
