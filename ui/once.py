"""Once: what a run of the script asks again and again, of files people may change, asked once."""

from contextlib import contextmanager
from contextvars import ContextVar

_ANSWERS: ContextVar[dict | None] = ContextVar("answers", default=None)


@contextmanager
def a_run():
    """Remember every answer until the run, or the part of a page that runs alone, is over."""
    answers = _ANSWERS.get()  # a part first runs within a whole page
    before = _ANSWERS.set({} if answers is None else answers)
    try:
        yield
    finally:
        _ANSWERS.reset(before)


def asked(ask, *about):
    """Return `ask(*about)`, asked once a run; outside of any, each time."""
    answers = _ANSWERS.get()
    if answers is None:
        return ask(*about)
    if (ask, about) not in answers:
        answers[ask, about] = ask(*about)
    return answers[ask, about]
