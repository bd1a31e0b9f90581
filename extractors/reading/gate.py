"""The cheap gate: could this page be about violence against women or children at all?

One pass of a word automaton over the page's text. It is tuned to let every
relevant page through; what passes is read properly and judged by the relevance
component. A page it stops costs no extraction and keeps no text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick
from selectolax.lexbor import LexborHTMLParser

from extractors.reading.charset import decode

# A term of one group alone is enough.
_STRONG = """
    dp3a, dp3ak, dppa, dpppa, dp2kbp3a, dkbp3a, dppkbp3a, dp3appkb, dp3akb, dp3ap2, p3ap2kb, dp3p2kb,
    dsp3a, dpmppa, dp3-ppkb, p2tp2a, uptd ppa, upt ppa, unit ppa, uppa, satgas ppa, simfoni, patbm,
    puspaga, kemenpppa, kemen pppa, kementerian pppa, sapa 129, sapa129, komnas perempuan, komnas anak,
    komnas pa, komisi perlindungan anak, kpai, kpad, kppad, lembaga perlindungan anak, kota layak anak,
    kabupaten layak anak, sekolah ramah anak, ramah perempuan, kdrt, kekerasan dalam rumah tangga,
    kekerasan seksual, kekerasan anak, kekerasan perempuan, kekerasan terhadap, kekerasan pada,
    kekerasan berbasis gender, kekerasan gender, kbgo, kdp, abh, tppo, perdagangan orang, perdagangan
    anak, human trafficking, pelecehan seksual, pernikahan anak, perkawinan anak, pernikahan dini,
    perlindungan perempuan, pemberdayaan perempuan, perlindungan anak, 16 haktp, hari anti kekerasan,
    rumah aman, women crisis, lbh apik
"""
# Harm and people must both be named.
_HARM = """
    kekerasan, perkosa, diperkosa, pemerkosa, cabul, setubuh, sodomi, asusila, pelecehan, dilecehkan,
    melecehkan, predator, pedofil, aniaya, penganiaya, dianiaya, bully, bullying, perundung, dirundung,
    merundung, rundung, telantar, eksploitasi, trafficking, incest, inses, dispensasi nikah, dispensasi
    kawin, hak asuh, korban, bertikai dengan hukum, berhadapan dengan hukum, berkonflik dengan hukum,
    child grooming, kasus anak, kasus perempuan, pornografi
"""
_PEOPLE = """
    anak, perempuan, wanita, istri, isteri, remaja, siswi, siswa, santri, pelajar, balita, bocah, gadis,
    putri, ibu, mahasiswi, gender, keluarga, rumah tangga, di bawah umur
"""

_TOO_SHORT_TO_JUDGE = 600
_BESIDE_THE_STORY = ["script", "style", "noscript", "template", "svg", "nav", "aside", "footer", "form"]
_HEADLINE_LINK = 25


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """Whether to read on, and the terms that said so."""

    passed: bool
    terms: tuple[str, ...]


def gate_page(body: bytes, *, charset: str | None = None) -> GateAnswer:
    """Judge a saved page by its visible text, headlines that link to other stories left out.

    Pages with hardly any text pass: they are walls, errors or videos, and the
    reader has the names for those.
    """
    decoded = decode(body, declared=charset)
    if decoded is None:
        return GateAnswer(True, ())
    tree = LexborHTMLParser(decoded.text)
    title = tree.css_first("title")
    headline = title.text() if title else ""
    tree.strip_tags(_BESIDE_THE_STORY, recursive=True)
    for link in tree.css("a"):
        if len(link.text(strip=True)) >= _HEADLINE_LINK:
            link.decompose()
    text = tree.body.text(separator=" ") if tree.body else ""
    if len(text) < _TOO_SHORT_TO_JUDGE:
        return GateAnswer(True, ())
    return gate_text(f"{headline} {text}")


def gate_text(text: str) -> GateAnswer:
    """Judge an article's title and text."""
    found: dict[str, set[str]] = {"strong": set(), "harm": set(), "people": set()}
    for group, term in _terms(text):
        found[group].add(term)
        if group == "strong":
            return GateAnswer(True, (term,))
    if found["harm"] and found["people"]:
        return GateAnswer(True, (*sorted(found["harm"]), *sorted(found["people"])))
    return GateAnswer(False, tuple(sorted(found["harm"] | found["people"])))


def _terms(text: str) -> Iterator[tuple[str, str]]:
    folded = " " + re.sub(r"[^\w-]+", " ", text.casefold()) + " "
    for _end, (group, term) in _automaton().iter(folded):
        yield group, term


def _words(block: str) -> list[str]:
    return [" ".join(term.split()) for term in block.split(",")]


@cache
def _automaton() -> "ahocorasick.Automaton":
    """All terms: strong ones as whole words, people as beginnings, harm anywhere in a word ('pencabulan')."""
    automaton = ahocorasick.Automaton()
    for group, terms, pattern in (
        ("strong", _STRONG, " {} "),
        ("harm", _HARM, "{}"),
        ("people", _PEOPLE, " {}"),
    ):
        for term in _words(terms):
            automaton.add_word(pattern.format(term), (group, term))
    automaton.make_automaton()
    return automaton
