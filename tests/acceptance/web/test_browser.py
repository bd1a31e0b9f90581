"""What a reader's browser shows: every page, language, phone, dark mode, accessibility, weight."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.web.conftest import Site
from tests.acceptance.web.looking import Shoot, serious_barriers

PAGES = {
    "front": "/",
    "region": "/wilayah/36.73",
    "provinces": "/provinsi",
    "figures": "/angka",
    "findings": "/temuan",
    "finding": "/temuan/1",
    "article": "/berita/{article}",
    "masked": "/berita/{victim}",
    "articles": "/berita",
    "programmes": "/program",
    "outlets": "/media",
    "official": "/resmi",
    "dataset": "/resmi/{dataset}",
    "about": "/tentang",
    "codebook": "/buku-kode",
    "candidates": "/wilayah?q=serang",
    "search": "/cari?q=kekerasan+seksual+kota+serang+2020",
    "search_empty": "/cari?q=tidakadakatainidimanapun",
    "unknown": "/tidak-ada",
}
SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
}
LOOKED_OVER = [(name, "desktop") for name in PAGES]
LOOKED_OVER += [(name, screen) for name in ("region", "provinces", "article") for screen in ("dark", "phone")]
LIGHTEST = 250_000


def _path(site: Site, name: str) -> str:
    filled = site.filled
    return site.root + PAGES[name].format(
        article=filled.serang_2020, victim=filled.victim, dataset=filled.dataset
    )


@pytest.fixture(scope="module")
def windows(browser: Any) -> Iterator[Mapping[str, Any]]:
    """One window a screen, in which page after page is opened: a new one costs more than a page."""
    opened = {screen: browser.new_context(**options).new_page() for screen, options in SCREENS.items()}
    yield opened
    for window in opened.values():
        window.context.close()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_their_screen(
    windows: Mapping[str, Any], site: Site, shoot: Shoot, name: str, screen: str
) -> None:
    page = windows[screen]
    troubles: list[str] = []

    def listen(message: Any) -> None:
        troubles.extend([message.text] if message.type == "error" else [])

    page.on("console", listen)
    page.goto(_path(site, name))
    shoot(page, f"{name}-{screen}")
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.remove_listener("console", listen)
    assert [text for text in troubles if name != "unknown" or "404" not in text] == []
    assert sideways <= 0


@pytest.mark.parametrize(("name", "screen"), LOOKED_OVER)
def test_axe_finds_no_serious_barrier(windows: Mapping[str, Any], site: Site, name: str, screen: str) -> None:
    page = windows[screen]
    page.goto(_path(site, name))
    assert serious_barriers(page) == []


def test_reading_works_without_javascript_and_asks_nobody_else(browser: Any, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.root + "/")
    page.fill("input[name=q]", "Kota Serang")
    page.click("form[role=search] button")
    page.click("svg.chart a[href*='/berita/'] >> nth=2")
    assert "/berita/" in page.url
    page.click("article.finding a, .record a >> nth=0")
    context.close()
    assert [address for address in asked if not address.startswith(site.root)] == []


def test_three_clicks_to_a_count_and_its_sentence(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/")
    page.click(".chips a:has-text('Kota Serang')")
    page.click("td.evidence a:has-text('57 kasus')")
    assert "57 kasus kekerasan" in page.inner_text("mark:target")
    page.click("mark:target")
    assert "Kota Serang" in page.inner_text(".record:target")
    page.close()


def test_a_question_typed_on_the_front_page_is_two_clicks_from_its_sentence(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/")
    page.fill("input[name=q]", "kota serang 2020")
    page.click("form[role=search] button")
    page.click("td.evidence a:has-text('57 kasus')")
    assert "57 kasus kekerasan" in page.inner_text("mark:target")
    page.close()


def test_the_biggest_difference_is_on_the_front_page(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/")
    first = page.locator("article.finding").first
    assert "81 kasus" in first.inner_text()
    assert "60" in first.locator(".sides > div").nth(1).inner_text()
    first.locator(".sides a").first.click()
    assert "81 kasus" in page.inner_text("mark:target")
    page.close()


def test_a_point_says_its_value_to_mouse_and_keyboard_and_leads_to_its_sentence(
    browser: Any, site: Site
) -> None:
    page = browser.new_page()
    page.goto(site.root + "/wilayah/36.73")
    points = page.locator("svg.chart a")
    assert points.count() == page.locator("details.more tbody tr").count() > 10
    for at in range(points.count()):
        point = points.nth(at)
        assert not point.locator(".tip").is_visible()
        point.focus()
        assert point.locator(".tip").is_visible()
        assert point.locator(".tip .value").text_content().split()[0] in point.get_attribute("aria-label")
        assert point.get_attribute("href").startswith(("/berita/", "/resmi/"))
    point = page.locator("svg.chart a[href*='/berita/']").last
    point.locator("path").hover()
    said = point.locator(".tip .value").text_content()
    point.locator("path").click()
    assert said.split()[0] in page.inner_text("mark:target")
    page.close()


def test_the_chart_is_a_table_too(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/wilayah/36.73")
    page.click("summary:has-text('Isi grafik')")
    row = page.locator("details.more tbody tr:has-text('2020'):has-text('kabarserang')")
    assert "57" in row.inner_text()
    row.locator("a").click()
    assert "57 kasus" in page.inner_text("mark:target")
    page.close()


def test_filters_change_the_address_and_the_rows(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/angka")
    page.fill("input[name=region]", "Kota Serang")
    page.select_option("select[name=year]", "2024")
    page.select_option("select[name=violence]", "any")
    page.select_option("select[name=sort]", "value")
    page.click(".filters button")
    assert "region=Kota+Serang" in page.url
    assert page.locator("table.cards tbody tr").count() == 2
    assert page.inner_text("table.cards tbody tr:first-child td.n") == "81"
    with page.expect_download() as download:
        page.click("a:has-text('CSV')")
    rows = Path(download.value.path()).read_text("utf-8").splitlines()
    assert len(rows) == 3
    page.close()


def test_the_map_changes_measure_by_its_form(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/provinsi")
    page.select_option("select[name=measure]", "findings")
    page.click(".filters button")
    assert "measure=findings" in page.url
    page.click("svg.tiles a[href='/wilayah/36']")
    assert page.inner_text("h1") == "Banten"
    page.close()


def test_the_language_is_switched_and_remembered(browser: Any, site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.root + "/wilayah/36.73")
    page.click(".language")
    assert page.get_attribute("html", "lang") == "en"
    assert "Year by year" in page.inner_text("main")
    page.goto(site.root + "/temuan")
    assert page.inner_text("h1") == "Findings"
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"
    page.close()


def test_the_front_page_is_light(browser: Any, site: Site) -> None:
    page = browser.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(site.root + "/", wait_until="networkidle")
    page.close()
    assert 0 < sum(sizes) < LIGHTEST


def test_a_printed_page_has_no_menus_and_keeps_its_tables(browser: Any, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.root + "/wilayah/36.73")
    page.emulate_media(media="print")
    assert not page.is_visible("header nav")
    assert not page.is_visible(".filters")
    assert page.is_visible("td.evidence >> nth=0")
    page.close()
