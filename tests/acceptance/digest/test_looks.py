"""A mail in a browser: as wide as a phone, on a desk, in the dark, without pictures."""

from pathlib import Path
from typing import Any

import pytest

from digest.render import FOOT, render
from tests.unit.digest.test_rendering import ISSUE


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mail")
    rendered = render(ISSUE)
    html = rendered.html.replace(FOOT, "kaki").replace("cid:", "")
    for picture in rendered.pictures:
        (folder / picture.name).write_bytes(picture.png)
    path = folder / "mail.html"
    path.write_text(html, encoding="utf-8")
    return path


def _lightness(colour: str) -> float:
    numbers = [int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    return sum(numbers) / 3


@pytest.mark.parametrize("width", [320, 360, 1100])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mail_fits_its_window_and_can_be_read(browser: Any, mail: Path, width: int, scheme: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(mail.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        paper = page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor")
        assert (_lightness(paper) < 60) is (scheme == "dark")
        for words in page.query_selector_all("p, h1, h2, a, .pair td"):
            colour = _lightness(words.evaluate("element => getComputedStyle(element).color"))
            assert abs(colour - _lightness(paper)) > 70, words.inner_text()
        assert page.evaluate("document.querySelector('img').naturalWidth") == 840


def test_without_pictures_their_words_stand_there(browser: Any, mail: Path) -> None:
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.route("**/*.png", lambda route: route.abort())
        page.goto(mail.as_uri())
        height = page.evaluate("document.querySelector('img').getBoundingClientRect().height")
        assert 20 < height < 160, "words, not an empty frame"
