"""Work on all cores: copies of this process (fork) do shares of it and send plain data back.

A copy knows everything that the process knew when it was made, so nothing has to travel there.
Where copies cannot be made safely (all systems but Linux), the work is done here, in turn.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from .progress import far

T = TypeVar("T")

FEW = 400
"""Below so many files one process is faster than two (measured, see about/performance)."""


def cores() -> int:
    """How many processes may work at once: those of the machine, or DALIL_CORES."""
    asked = os.environ.get("DALIL_CORES", "")
    if asked.isdecimal():
        return max(1, int(asked))
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


STAND_BACK = 10
"""How far work that nobody waits for yet stands back for other work (nice)."""


class Helper:
    """A copy of this process that does one piece of work; `result` waits for what it returns."""

    def __init__(
        self, work: Callable[[], Any], is_apart: bool = False, can_wait: bool = False
    ) -> None:
        """`is_apart` asks for a copy even where no other core is free for it.

        Work that `can_wait` stands back where there is more to do than there are cores.
        """
        self._answer: Any = None
        self._pid = 0
        self._owner = os.getpid()
        if sys.platform != "linux" or (cores() < 2 and not is_apart):
            self._answer = work()
            return
        self._read, write = os.pipe()
        with warnings.catch_warnings():
            # Threads of numeric libraries do not run in the copy, which uses none of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._pid = os.fork()
        if not self._pid:
            os.close(self._read)
            os.nice(STAND_BACK if can_wait else 0)
            _answer(work, write)
        os.close(write)

    @property
    def is_mine(self) -> bool:
        """Whether this process can wait for it: copies of the one that made it cannot."""
        return self._owner == os.getpid()

    def result(self) -> Any:
        """What the work returned.

        Raises:
            RuntimeError: the copy failed or was killed.
        """
        if self._pid:
            with open(self._read, "rb") as pipe:
                sent = pipe.read()
            _, status = os.waitpid(self._pid, 0)
            self._pid = 0
            if status:
                raise RuntimeError(f"a helping process ended early (status {status})")
            self._answer = marshal.loads(sent)
        return self._answer


def _answer(work: Callable[[], Any], pipe: int) -> None:
    """Do the work in the copy and end it, without the clean-up that is the original's."""
    status = 1
    os.environ["DALIL_CORES"] = "1"  # a helper has no helpers
    gc.disable()  # looking for garbage would touch, and so copy, all that there is
    try:
        with open(pipe, "wb") as file:
            file.write(marshal.dumps(work()))
        status = 0
    except BrokenPipeError:
        pass  # the build has failed meanwhile, and nobody waits for the answer
    except BaseException:  # nothing may return into the code of the original
        traceback.print_exc()
    finally:
        os._exit(status)


def shared(work: Callable[[Sequence[T]], list[Any]], items: Sequence[T]) -> list[Any]:
    """What `work` returns for the items, in their order; in shares, on all cores, where it pays.

    `work` returns as many plain values as it gets items.
    """
    n = cores() if len(items) > FEW and sys.platform == "linux" else 1
    ends = [len(items) * share // n for share in range(n + 1)]
    helpers = [Helper(partial(work, items[start:end])) for start, end in pairwise(ends[1:])]
    found = work(items[: ends[1]])
    for helper in helpers:
        found += helper.result()
    return found


def in_turns(
    work: Callable[[Sequence[T]], list[Any]],
    items: Sequence[T],
    size: int,
    n: int,
    name: str,
) -> list[Any]:
    """What `work` returns for the items, in their order, `size` of them in a process of its own.

    Up to `n` processes work at once, and each ends after its piece. What a copy of this process
    touches is copied in memory, and so only the records of a few pieces are at any time. `name`
    is that of the step, for `progress`.
    """
    found: list[Any] = []
    at_work: deque[Helper] = deque()
    for start in range(0, len(items), size):
        if len(at_work) == n:
            found += at_work.popleft().result()
            far(name, len(found), len(items))
        at_work.append(Helper(partial(work, items[start : start + size]), is_apart=True))
    for helper in at_work:
        found += helper.result()
    return found


@contextmanager
def many_objects() -> Iterator[None]:
    """While very many objects are made that stay: looking for garbage among them takes long.

    Nor is it looked for among them later; what nothing refers to goes all the same.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
