"""Precision, recall and F1 of programmes, trends and relevance on coded articles.

    python benchmarks/score_trio.py [GOLD_DIR] [--errors] [--part dev|validation]

Matching is that of docs/evaluation.md: programmes by any folded name or alias, trends
by direction, region and later year, relevance by the relevant articles. The folder is
split in two by the SHA-256 of the article's id: a last hexadecimal digit 0 to 3 makes
it a validation article, whose errors are meant to be looked at late.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from extractors.pipeline import extract
from extractors.programmes.folding import fold_name
from extractors.regions import home_of
from extractors.toolkit import Toolkit, load_toolkit
from models.records import ArticleText, Extraction

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "open"
Coded = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Hits and misses of one measure, with the misses in words."""

    hit: int = 0
    missed: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Precision, recall and F1."""
        found, wanted = self.hit + len(self.spurious), self.hit + len(self.missed)
        precision = self.hit / found if found else 1.0
        recall = self.hit / wanted if wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts = f"({self.hit} of {wanted}, {found} found)"
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {counts}"


def is_validation(article_id: str) -> bool:
    """Whether an article belongs to the validation part."""
    return hashlib.sha256(article_id.encode()).hexdigest()[-1] in "0123"


def read_gold(folder: Path) -> Iterator[Coded]:
    """The coded articles of a folder."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def run(article: Coded, toolkit: Toolkit) -> Extraction:
    """What the pipeline reads out of one coded article."""
    outlet = article.get("outlet")
    published = article.get("published")
    return extract(
        ArticleText(
            id=article["id"],
            text=article["text"],
            url=article.get("url"),
            outlet=outlet,
            published=date.fromisoformat(published) if published else None,
            home_region=home_of(outlet, toolkit.regions.gazetteer) if outlet else None,
        ),
        toolkit,
    )


def score(articles: Iterable[Coded], toolkit: Toolkit) -> dict[str, Tally]:
    """Tallies of the three measures over some articles."""
    tallies = {name: Tally() for name in ("programmes", "trends", "relevance")}
    for article in articles:
        found = run(article, toolkit)
        _count_programmes(tallies["programmes"], article, found)
        _count_trends(tallies["trends"], article, found)
        _count_relevance(tallies["relevance"], article, found)
    return tallies


def _count_programmes(tally: Tally, article: Coded, found: Extraction) -> None:
    left = [({fold_name(name) for name in (p.name, *p.aliases)}, p) for p in found.programmes]
    for wanted in article["programmes"]:
        names = {fold_name(name) for name in [wanted["name"], *wanted["aliases"]]}
        match = next((pair for pair in left if pair[0] & names), None)
        if match is None:
            tally.missed.append(f"{article['id']}: {wanted['name']} | {wanted['evidence'][:120]}")
        else:
            tally.hit += 1
            left.remove(match)
    tally.spurious += [f"{article['id']}: {p.name} {p.aliases} | {p.evidence[:120]}" for _, p in left]


def _count_trends(tally: Tally, article: Coded, found: Extraction) -> None:
    wanted = Counter((t["direction"], t["region"], t["to_year"]) for t in article["trends"])
    given = Counter((str(t.direction), t.region, t.to_year) for t in found.trends)
    tally.hit += (wanted & given).total()
    said = {(str(t.direction), t.region, t.to_year): t.evidence for t in found.trends}
    coded = {(t["direction"], t["region"], t["to_year"]): t["evidence"] for t in article["trends"]}
    tally.missed += [f"{article['id']}: {key} | {coded[key][:150]}" for key in (wanted - given).elements()]
    tally.spurious += [f"{article['id']}: {key} | {said[key][:150]}" for key in (given - wanted).elements()]


def _count_relevance(tally: Tally, article: Coded, found: Extraction) -> None:
    if article["relevant"] and found.relevant:
        tally.hit += 1
    elif article["relevant"]:
        tally.missed.append(f"{article['id']}: {found.relevance}")
    elif found.relevant:
        tally.spurious.append(f"{article['id']}: {found.relevance}")


def main() -> None:
    """Print the table, and the errors if asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--part", choices=["dev", "validation"])
    arguments = parser.parse_args()
    toolkit = load_toolkit()
    articles = list(read_gold(arguments.gold))
    for part in [arguments.part] if arguments.part else ["dev", "validation"]:
        chosen = [article for article in articles if is_validation(article["id"]) == (part == "validation")]
        for name, tally in score(chosen, toolkit).items():
            print(f"{part:11s} {name:11s} {tally.line()}")
            if arguments.errors:
                print("\n".join([*(f"  - {x}" for x in tally.missed), *(f"  + {x}" for x in tally.spurious)]))


if __name__ == "__main__":
    main()
