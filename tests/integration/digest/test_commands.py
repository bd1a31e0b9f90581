"""``kawal subscribers`` and ``kawal digest`` as an operator types them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.sending import Manner
from kawal.main import run
from models.settings import Settings

Kawal = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kawal(settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kawal:
    monkeypatch.setenv("KAWAL_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("KAWAL_DATABASE_URL", str(settings.database_url))

    def typed(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            run(list(arguments))
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return typed


def test_subscribers_are_entered_changed_listed_and_forgotten(kawal: Kawal) -> None:
    code, out, _ = kawal(
        "subscribers", "add", "Ibu@Contoh.test", "--region", "Banten", "--region", "36.73",
        "--topic", "sexual", "--day", "jumat", "--hour", "19", "--zone", "wit", "--confirmed",
    )  # fmt: skip
    assert (code, "aktif" in out) == (0, True)
    assert kawal("subscribers", "add", "ibu@contoh.test", "--hour", "7")[0] == 0
    (person,) = json.loads(kawal("subscribers", "list", "--json")[1])
    assert (person["regions"], person["topics"]) == (["36", "36.73"], ["sexual"])
    assert (person["weekday"], person["hour"], person["zone"]) == (4, 7, "WIT")
    assert "setiap Jumat pukul 07.00 WIT" in kawal("subscribers", "list")[1]
    assert "menunggu konfirmasi" in kawal("subscribers", "add", "b@contoh.test")[1]
    assert kawal("subscribers", "remove", "ibu@contoh.test")[0] == 0
    assert kawal("subscribers", "remove", "ibu@contoh.test")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bukan-alamat",), "no mail address"),
        (("a@contoh.test", "--region", "Atlantis"), "No region"),
        (("a@contoh.test", "--hour", "24"), "from 0 to 23"),
        (("a@contoh.test", "--day", "besok"), "no day of the week"),
        (("a@contoh.test", "--frequency", "monthly", "--day", "31"), "from 1 to 28"),
        (("a@contoh.test", "--topic", "sepak bola"), "none of"),
    ],
)
def test_what_means_nothing_is_refused(kawal: Kawal, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = kawal("subscribers", "add", *arguments)
    assert code == 2
    assert said in err


def test_a_file_is_entered_whole_or_not_at_all(kawal: Kawal, tmp_path: Path) -> None:
    path = tmp_path / "pembaca.csv"
    path.write_text(
        "email,regions,topics,day,zone\na@contoh.test,36;Kota Ambon,children,rabu,WIT\nb@contoh.test,,,,\n",
        encoding="utf-8",
    )
    assert "2 pelanggan" in kawal("subscribers", "import", str(path), "--confirmed")[1]
    people = json.loads(kawal("subscribers", "list", "--json")[1])
    assert [person["regions"] for person in people] == [["36", "81.71"], []]
    path.write_text("email,zone\nc@contoh.test,WIB\nd@contoh.test,GMT\n", encoding="utf-8")
    code, _, err = kawal("subscribers", "import", str(path))
    assert (code, "line 3" in err) == (2, True)
    assert len(json.loads(kawal("subscribers", "list", "--json")[1])) == 2
    path.write_text("surel\nc@contoh.test\n", encoding="utf-8")
    assert kawal("subscribers", "import", str(path))[0] == 2


def test_sending_needs_settings_and_a_dry_run_does_not(kawal: Kawal) -> None:
    kawal("subscribers", "add", "a@contoh.test", "--confirmed")
    code, _, err = kawal("digest", "send")
    assert code == 2
    assert "KAWAL_MAIL_FROM" in err
    assert kawal("digest", "send", "--dry-run")[0] == 0


def test_a_server_that_is_not_there_is_one_sentence_and_a_code(
    kawal: Kawal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAWAL_SMTP_URL", "smtp://127.0.0.1:1")
    monkeypatch.setenv("KAWAL_MAIL_FROM", "Kawal Kasus <buletin@contoh.test>")
    monkeypatch.setenv("KAWAL_PUBLIC_URL", "https://kawal.contoh.test")
    monkeypatch.setattr(Manner, "of", lambda per_minute: Manner(knocks=()))
    kawal("subscribers", "add", "a@contoh.test")
    code, _, err = kawal("digest", "send")
    assert (code, "mail server cannot be used" in err) == (6, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KAWAL_MAIL_FROM", "siapa saja"),
        ("KAWAL_MAIL_FROM", "A <a@b.test>\nBcc: c@d.test"),
        ("KAWAL_PUBLIC_URL", "kawal.contoh.test"),
        ("KAWAL_MAILS_PER_MINUTE", "0"),
    ],
)
def test_settings_of_the_wrong_form_are_named(
    kawal: Kawal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    code, _, err = kawal("subscribers", "list")
    assert (code, name in err) == (2, True)
