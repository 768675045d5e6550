"""A document as a Word file: real styles, headings, captions and contents, and editable."""

from __future__ import annotations

from .writer import docx

__all__ = ["docx"]
