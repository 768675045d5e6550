"""Where a macro is called: on which page, in which language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..pages.blocks.common import Place
from ..publication import PublicRegister


@dataclass(frozen=True, repr=False)
class Here:
    """What every macro of a page knows.

    It has no written form: mkdocs-macros would ask for it, the whole register included.
    """

    public: PublicRegister
    lang_now: Callable[[], str]
    base_now: Callable[[], str]
    downloads_later: Callable[[], str]
    """A mark for the list of downloads, which are still being made."""
    has_documents: bool
    """Whether this build makes documents."""
    page_now: Callable[[], str]
    """The address of the page being rendered, which its citations are counted by."""
    root: str
    cited: dict[str, list[str]] = field(default_factory=dict)
    """By page: the keys it has cited so far. A build makes these macros anew."""

    def here(self) -> Place:
        """The page that is being rendered, for blocks."""
        return Place(self.public, self.lang_now(), self.base_now(), self.root)

    def cited_here(self) -> list[str]:
        """The keys that the page has cited so far."""
        return self.cited.setdefault(self.page_now(), [])
