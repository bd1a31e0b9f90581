"""Where the time of reading one article goes, step by step.

The steps are whatever the pipeline calls: every function that extractors.pipeline took
from another module is timed, and the toolkit's finders of regions and persons. What is loaded
or learnt once is so before the clock runs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from time import process_time
from types import FunctionType
from typing import Any

from benchmarks.corpus import Corpus
from extractors import pipeline
from extractors.reading.gate import gate_page
from extractors.reading.page import read_page
from extractors.toolkit import Toolkit, load_toolkit


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step's processor time for one article, in milliseconds, and its share of reading the text."""

    name: str
    milliseconds: float
    share: float | None
    """Null for what happens before there is a text."""


class _Clock:
    """Time by step, without what the steps inside it took."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any, **options: Any) -> Any:
            begin = process_time()
            self._inner.append(0.0)
            try:
                return function(*arguments, **options)
            finally:
                spent = process_time() - begin
                self.seconds[name] += spent - self._inner.pop()
                self._inner[-1] += spent

        return call


class _Timed:
    """A part of the toolkit whose methods are timed."""

    def __init__(self, **methods: Callable[..., Any]) -> None:
        vars(self).update(methods)


def time_steps(corpus: Corpus) -> list[Step]:
    """The steps of one article on average, the slowest first after the page's own."""
    clock = _Clock()
    toolkit = load_toolkit()
    count = len(corpus.texts)
    for text in corpus.texts:
        pipeline.extract(text, toolkit)
    with _watched(clock):
        _read_all(corpus, _timed(toolkit, clock), clock)
    before = {name: clock.seconds.pop(name) for name in ("gate_page", "read_page")}
    total = sum(clock.seconds.values())
    steps = [
        Step(name=name, milliseconds=1000 * spent / count, share=spent / total)
        for name, spent in sorted(clock.seconds.items(), key=lambda item: -item[1])
    ]
    return [
        *(Step(name=name, milliseconds=1000 * spent / count, share=None) for name, spent in before.items()),
        *steps,
    ]


def _timed(toolkit: Toolkit, clock: _Clock) -> Toolkit:
    regions: Any = _Timed(find=clock.timed("find_regions", toolkit.regions.find))
    persons: Any = toolkit.persons
    if persons is not None:
        persons = _Timed(persons=clock.timed("find_persons", persons.persons))
    return replace(toolkit, regions=regions, persons=persons)


def _read_all(corpus: Corpus, toolkit: Toolkit, clock: _Clock) -> None:
    gate, read = clock.timed("gate_page", gate_page), clock.timed("read_page", read_page)
    extract = clock.timed("the rest", pipeline.extract)
    for page in corpus.relevant:
        gate(page.body)
        read(page.body, url=page.url)
    for text in corpus.texts:
        extract(text, toolkit)


@contextmanager
def _watched(clock: _Clock) -> Iterator[None]:
    """The pipeline's functions replaced by timed ones while the block runs."""
    own = {
        name: value
        for name, value in vars(pipeline).items()
        if isinstance(value, FunctionType)
        and value.__module__.startswith("extractors.")
        and value.__module__ != pipeline.__name__
    }
    for name, function in own.items():
        setattr(pipeline, name, clock.timed(name, function))
    try:
        yield
    finally:
        for name, function in own.items():
            setattr(pipeline, name, function)
