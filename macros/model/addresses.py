"""Addresses on the public web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[\s<>\"`\\{}|^\x00-\x1f\x7f]")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*", re.UNICODE)
_USUAL = re.compile(
    r"https?://(?:[a-z0-9][a-z0-9-]{0,62}+(?<!-)\.){1,9}[a-z]{2,9}"
    r"(?:/[\w./~%?=&#:+,;@!$'()*-]{0,1000})?",
    re.ASCII,
)


def is_web_address(value: str) -> bool:
    """Whether it begins with http or https and a host name, and holds nothing unsafe."""
    return is_usual(value) or _fits(value)


def is_usual(value: str) -> bool:
    """Whether it looks as most addresses do; these need not be taken apart, which takes long."""
    return bool(_USUAL.fullmatch(value))


def _fits(value: str) -> bool:
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return False
    fits = parts.scheme in ("http", "https") and _HOST.fullmatch(host) and port in (None, 80, 443)
    is_open = parts.username is None and not _UNSAFE.search(value)
    return bool(fits) and is_open and len(value) <= 2000
