"""How many private names stay readable, by the rules alone and with the recogniser of names.

``python -m extractors.evaluation.masking tests/gold/masking`` reads files with one sentence a line, in which
private names stand in ``[[ ]]`` and those of officials in ``{{ }}``, and counts which are covered. The
recogniser's second price, officials and ordinary words covered in real articles, is counted on coded ones:
they count cases and tell of nobody, so every name it covers there is one too many.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from extractors.evaluation.gold import read_gold
from extractors.evaluation.page import table, write_between
from extractors.nlp.entities import ShippedEntities
from extractors.toolkit import Persons
from models.errors import KawalError
from models.masking import Span, identifying_spans, public_spans

PART = "masking"
_MARKED = re.compile(r"\[\[(?P<private>[^\]]+)\]\]|\{\{(?P<public>[^}]+)\}\}")
_GOLD = Path(__file__).resolve().parents[2] / "tests" / "gold"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A sentence, where it names private persons, and where officials."""

    text: str
    private: tuple[Span, ...]
    public: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskingScore:
    """Names in some sentences, and how many of them are readable or covered."""

    private: int
    readable: int
    public: int
    covered: int


def read_marked(lines: Iterable[str]) -> list[MarkedText]:
    """The sentences without their marks."""
    return [_unmarked(line.strip()) for line in lines if line.strip()]


def _unmarked(line: str) -> MarkedText:
    spans: dict[str, list[Span]] = {"private": [], "public": []}
    pieces: list[str] = []
    length = position = 0
    for match in _MARKED.finditer(line):
        kind = match.lastgroup or "public"
        pieces += [line[position : match.start()], match[kind]]
        length += match.start() - position
        spans[kind].append((length, length + len(match[kind])))
        length += len(match[kind])
        position = match.end()
    return MarkedText("".join([*pieces, line[position:]]), tuple(spans["private"]), tuple(spans["public"]))


def score_masking(
    texts: Sequence[MarkedText], persons: Persons | None, *, as_article: bool = False
) -> MaskingScore:
    """What is covered in the sentences; ``persons`` is null for the rules alone.

    ``as_article`` counts what readers see on the page of an article, where no record was read in a sentence.
    """
    readable = covered = 0
    for one in texts:
        found = persons.persons(one.text) if persons else ()
        hidden = public_spans(one.text, found, ()) if as_article else identifying_spans(one.text, found)
        readable += sum(not _inside(span, hidden) for span in one.private)
        covered += sum(_touched(span, hidden) for span in one.public)
    return MaskingScore(
        private=sum(len(one.private) for one in texts),
        readable=readable,
        public=sum(len(one.public) for one in texts),
        covered=covered,
    )


def _inside(span: Span, hidden: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in hidden)


def _touched(span: Span, hidden: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in hidden)


def covered_more(texts: Iterable[str], persons: Persons) -> Iterator[str]:
    """What the recogniser covers in texts beyond the rules."""
    for text in texts:
        before = identifying_spans(text)
        for span in identifying_spans(text, persons.persons(text)):
            if not _inside(span, before):
                yield text[slice(*span)]


def render(folder: Path, gold: Sequence[Path]) -> str:
    """The tables in Markdown."""
    persons = ShippedEntities()
    rows = []
    for path in sorted(folder.glob("*.txt")):
        texts = read_marked(path.read_text("utf-8").splitlines())
        for name, asked, as_article in (
            ("rules alone", None, False),
            ("rules and names", persons, False),
            ("the same, on an article's page", persons, True),
        ):
            score = score_masking(texts, asked, as_article=as_article)
            private, public = f"{score.readable} of {score.private}", f"{score.covered} of {score.public}"
            rows.append((path.stem, name, private, public))
    parts = [table(("sentences", "covered by", "private names readable", "officials covered"), rows)]
    for part in gold:
        stories = [one.article.text for one in read_gold(part) if one.coded.relevant]
        more = len(list(covered_more(stories, persons)))
        parts.append(
            f"In the {len(stories)} relevant articles of `{part.name}/`, {more} stretches more are covered."
        )
    return "\n\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, and write them into a page when asked."""
    parser = argparse.ArgumentParser(prog="python -m extractors.evaluation.masking", description=__doc__)
    parser.add_argument("sentences", type=Path, help="folder of files with marked sentences")
    parser.add_argument("--write", type=Path, help="Markdown page that gets the tables")
    options = parser.parse_args(arguments)
    try:
        tables = render(options.sentences, [_GOLD / "open", _GOLD / "written"])
        Console().print(Markdown(tables))
        if options.write:
            write_between(options.write, PART, tables)
    except KawalError as error:
        Console(stderr=True).print(f"[red]{error}[/red]")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
