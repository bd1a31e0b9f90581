"""Mails as bytes: strict parsing, headers, both parts, signature, and a lint of their HTML."""

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import cache

import dkim
import html5lib
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from lxml import html as lxml_html

from digest.links import Links, Purpose
from digest.mails import IssueCopy, Pen, issue_mail, letter_mail, operator_mail
from digest.render import render
from models.subscribing import DigestEdition, Subscriber
from models.vocabulary import Frequency, Language, Letter
from tests.unit.digest.test_rendering import ISSUE

DUE = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
LINKS = Links("kunci", "https://kawal.contoh.test")
GMAIL_CUTS_AT = 102_400


@cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _pen(*, signed: bool = True) -> Pen:
    pem = _key().private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return Pen("Kawal Kasus <buletin@contoh.test>", LINKS, pem if signed else None)


def _person(language: Language = Language.INDONESIAN) -> Subscriber:
    person = Subscriber(email="ibu@contoh.test", regions=["36"], created_at=DUE, language=language)
    person.id = 7
    return person


def _issue_mail(language: Language = Language.INDONESIAN, *, signed: bool = True) -> bytes:
    rendered = render(ISSUE, language)
    edition = DigestEdition(
        issue_id=1,
        wishes="id|36|",
        language=language,
        composed_at=DUE,
        is_empty=False,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        page=rendered.page,
        charts=[{"name": picture.name, "alt": picture.alt} for picture in rendered.pictures],
    )
    copy = IssueCopy(
        edition=edition,
        pictures={picture.name: picture.png for picture in rendered.pictures},
        until=date(2026, 11, 22),
        is_archived=True,
        message_id="<abc@contoh.test>",
        due=DUE,
    )
    return issue_mail(_pen(signed=signed), _person(language), copy)


def _parsed(mail: bytes) -> EmailMessage:
    parsed = message_from_bytes(mail, policy=policy.strict)
    assert isinstance(parsed, EmailMessage)
    assert [part.defects for part in parsed.walk() if part.defects] == []
    return parsed


def _part(mail: bytes, kind: str) -> str:
    body = _parsed(mail).get_body((kind,))
    assert body is not None
    content: str = body.get_content()
    return content


@pytest.mark.parametrize("language", Language)
def test_a_mail_is_strict_and_carries_its_headers(language: Language) -> None:
    raw = _issue_mail(language)
    mail = _parsed(raw)
    for header, value in mail.items():
        assert str(value), header
    assert str(mail["Message-ID"]) == "<abc@contoh.test>"
    assert str(mail["List-Id"]) == "Kawal Kasus <buletin.contoh.test>"
    stop = LINKS.address(Purpose.STOP, _person(), DUE)
    assert str(mail["List-Unsubscribe"]) == f"<{stop}>"
    assert f"\r\nList-Unsubscribe: <{stop}>\r\n".encode() in raw, "as it is, not as an encoded word"
    assert str(mail["List-Unsubscribe-Post"]) == "List-Unsubscribe=One-Click"
    assert parsedate_to_datetime(str(mail["Date"])) == DUE
    assert mail["To"].addresses[0].addr_spec == "ibu@contoh.test"
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()


def test_the_same_mail_is_the_same_to_the_byte_without_a_signature() -> None:
    assert _issue_mail(signed=False) == _issue_mail(signed=False)


@pytest.mark.parametrize("language", Language)
def test_both_parts_end_with_the_same_links(language: Language) -> None:
    raw = _issue_mail(language)
    person = _person(language)
    when = (
        "setiap Senin pukul 06.00 WIB." if language is Language.INDONESIAN else "every Monday at 06:00 WIB."
    )
    links = LINKS.of_mail(person, date(2026, 11, 22), DUE)
    for part in (_part(raw, "plain"), _part(raw, "html")):
        assert when in part
        for link in (links.archive, links.change, links.stop):
            assert link in part
    assert "%%" not in _part(raw, "html")


def test_pictures_lie_inside_and_are_named_by_what_they_show() -> None:
    raw = _issue_mail()
    pictures = [part for part in _parsed(raw).walk() if part.get_content_type() == "image/png"]
    assert [str(part["Content-ID"]) for part in pictures] == ["<grafik-1.png>"]
    assert pictures[0].get_content().startswith(b"\x89PNG")
    tree = lxml_html.fromstring(_part(raw, "html"))
    (image,) = tree.iter("img")
    assert image.get("src") == "cid:grafik-1.png"
    assert "2024: diberitakan 60, resmi –" in str(image.get("alt"))
    text = _part(raw, "plain")
    assert "tahun  diberitakan    resmi" in text
    assert "2024           60        –" in text


def test_the_signature_holds_and_covers_the_headers_of_the_list() -> None:
    raw = _issue_mail()
    public = _key().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    record = b"v=DKIM1; k=rsa; p=" + b64encode(public)

    def answer(name: bytes, timeout: int = 5) -> bytes:
        assert name == b"kawal._domainkey.contoh.test."
        return record

    assert dkim.verify(raw, dnsfunc=answer)
    assert not dkim.verify(raw.replace(b"One-Click", b"Two-Click"), dnsfunc=answer)
    assert not dkim.verify(
        raw.replace(b"List-Unsubscribe: <https", b"List-Unsubscribe: <http"), dnsfunc=answer
    )


def test_letters_bring_one_link() -> None:
    person = _person()
    for letter, purpose in ((Letter.CONFIRM, Purpose.CONFIRM), (Letter.LINK, Purpose.CHANGE)):
        raw = letter_mail(_pen(), person, letter, now=DUE)
        link = LINKS.address(purpose, person, DUE)
        assert link in _part(raw, "plain")
        assert link in _part(raw, "html")
        assert "List-Unsubscribe" not in _parsed(raw)


def test_the_operator_reads_whom_and_why() -> None:
    person = _person()
    person.paused_reason = "bounce: 550 5.1.1 tidak ada"
    raw = operator_mail(_pen(), "Pengelola <kantor@contoh.test>", [person], now=DUE)
    assert "* ibu@contoh.test: bounce: 550 5.1.1 tidak ada" in _part(raw, "plain")


def test_every_frequency_is_said() -> None:
    person = _person()
    person.frequency, person.monthday = Frequency.MONTHLY, 14
    assert "tanggal 14 pukul 06.00 WIB" in _part(_mail_of(person), "plain")
    person.frequency = Frequency.DAILY
    assert "setiap hari pukul 06.00 WIB" in _part(_mail_of(person), "plain")


def _mail_of(person: Subscriber) -> bytes:
    edition = DigestEdition(
        issue_id=1, wishes="id||", language=Language.INDONESIAN, composed_at=DUE, is_empty=True,
        subject="s", text="t\n", html="<p>%%FOOT%%</p>", page="", charts=[],
    )  # fmt: skip
    copy = IssueCopy(
        edition=edition, pictures={}, until=DUE.date() - timedelta(days=1), is_archived=False,
        message_id="<x@y>", due=DUE,
    )  # fmt: skip
    return issue_mail(_pen(signed=False), person, copy)


# What mail programs drop or choke on, after the tables of caniemail.com: an element or declaration here
# would look different in Gmail, Outlook or Apple Mail than in a browser.
_NEVER = (
    "script",
    "link",
    "iframe",
    "form",
    "input",
    "button",
    "video",
    "audio",
    "svg",
    "object",
    "embed",
    "base",
)
_STYLES = ("position:", "float:", "display: flex", "display: grid", "var(", "calc(", "@import", "@font-face")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ["issue", "letter"])
def test_the_html_passes_a_lint_for_mails(kind: str, language: Language) -> None:
    raw = (
        _issue_mail(language)
        if kind == "issue"
        else letter_mail(_pen(), _person(language), Letter.CONFIRM, now=DUE)
    )
    content = _part(raw, "html")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(content)
    assert parser.errors == []
    assert len(content.encode()) < GMAIL_CUTS_AT
    tree = lxml_html.document_fromstring(content)
    assert [element.tag for element in tree.iter(*_NEVER)] == []
    assert [style for style in _STYLES if style in content] == []
    assert tree.get("lang") == language.value
    assert tree.findtext(".//title")
    for table in tree.iter("table"):
        assert table.get("role") == "presentation"
    for image in tree.iter("img"):
        assert image.get("alt")
        assert str(image.get("src")).startswith("cid:")
        assert image.get("width")
    for link in tree.iter("a"):
        assert str(link.get("href")).startswith("https://")
    for element in tree.iter("p", "h1", "h2", "td", "a"):
        if kind == "issue" and (element.text or "").strip() and element.tag in {"h1", "h2", "a"}:
            assert element.get("style"), lxml_html.tostring(element)
