"""The colours of both schemes are far enough apart for WCAG 2.2 AA; axe cannot judge text inside SVG."""

import re
from pathlib import Path

import pytest

import web

CSS = (Path(web.__file__).parent / "static" / "kawal.css").read_text("utf-8")
TEXT = [
    ("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("bad", "paper"), ("warn", "paper"),
    ("note", "paper"), ("on-accent", "accent"), ("ink", "figure"), ("ink", "programme"), ("ink", "trend"),
    ("ink", "raised"), ("accent", "raised"), *((f"t{shade}", f"s{shade}") for shade in range(6)),
]  # fmt: skip
SHAPES = [("official", "paper"), ("edge", "paper"), *((f"o{number}", "paper") for number in range(6))]


def _schemes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{([^}]*--ink[^}]*--official[^}]*)\}", CSS)
    colours = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
    return {"light": dict(colours.findall(light)), "dark": dict(colours.findall(dark))}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(scheme: str, front: str, back: str) -> None:
    colours = _schemes()[scheme]
    assert _contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_shapes_can_be_seen(scheme: str, front: str, back: str) -> None:
    colours = _schemes()[scheme]
    assert _contrast(colours[front], colours[back]) >= 3
