"""An issue as HTML that mail programs show, and as text of equal worth."""

from dataclasses import dataclass
from datetime import date

from css_inline import CSSInliner
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from digest.issue import Issue
from digest.texts import Texts, load_texts
from models.labels import FINDING_KINDS, SEVERITIES, day, number
from models.vocabulary import Language


@dataclass(frozen=True, slots=True)
class RenderedDigest:
    """What is sent: subject, HTML part, text part."""

    subject: str
    html: str
    text: str


def render(issue: Issue, language: Language | None = None) -> RenderedDigest:
    """Both parts of one issue, in its own language unless another is named."""
    spoken = language or issue.language
    texts = load_texts(spoken)
    words = {"issue": issue, "t": texts, "say": _Words(spoken, texts), "subject": _subject(issue, texts)}
    environment = _environment()
    html = environment.get_template("digest.html").render(words)
    text = environment.get_template("digest.txt").render(words)
    return RenderedDigest(str(words["subject"]), CSSInliner().inline(html), text.strip() + "\n")


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("digest"),
        autoescape=select_autoescape(enabled_extensions=("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _subject(issue: Issue, texts: Texts) -> str:
    counts = (
        ("subject_findings", len(issue.findings) + issue.more_findings),
        ("subject_stories", len(issue.stories) + issue.more_stories),
    )
    told = [texts.fill(name, count=number(count, texts.language)) for name, count in counts if count]
    period = texts.fill(
        "period", since=day(issue.since, texts.language), until=day(issue.until, texts.language)
    )
    return texts.fill("subject", period=period, summary=", ".join(told) or texts["subject_empty"])


class _Words:
    """What the templates say in one language."""

    def __init__(self, language: Language, texts: Texts) -> None:
        self.language = language
        self._texts = texts
        self.kinds = FINDING_KINDS[language]
        self.severities = SEVERITIES[language]

    def number(self, value: int) -> str:
        return number(value, self.language)

    def day(self, value: date | None) -> str:
        return self._texts["no_date"] if value is None else day(value, self.language)

    def regions(self, names: tuple[str, ...]) -> str:
        return self._texts.fill("regions", regions=", ".join(names) or self._texts["everywhere"])

    def period(self, issue: Issue) -> str:
        return self._texts.fill("period", since=self.day(issue.since), until=self.day(issue.until))
