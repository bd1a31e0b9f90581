"""Tables of text and facts, one row a case; adding a case is adding a line."""

from pathlib import Path


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated table beside this file, without its heading."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [tuple((line + "\t" * width).split("\t")[:width]) for line in lines[1:]]
