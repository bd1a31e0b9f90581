"""What a subscriber wishes: of what, in which language, and when."""

from dataclasses import dataclass

from models.vocabulary import Frequency, Language, TimeZone, Topic, WhenEmpty


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Regions are codes of any level, none or ``ID`` is the whole country; no topic is every topic."""

    regions: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    language: Language = Language.INDONESIAN
    frequency: Frequency = Frequency.WEEKLY
    weekday: int = 0
    """Of a weekly digest: 0 is Monday."""
    monthday: int = 1
    """Of a monthly digest: 1 to 28, so that every month has it."""
    hour: int = 6
    zone: TimeZone = TimeZone.WIB
    when_empty: WhenEmpty = WhenEmpty.LINE

    @property
    def schedule(self) -> tuple[Frequency, int, int, int, TimeZone]:
        """Everything that decides when a mail is due."""
        return self.frequency, self.weekday, self.monthday, self.hour, self.zone

    @property
    def edition(self) -> str:
        """One word for everything that decides what a mail says: 'id|36,36.73|sexual'."""
        return "|".join((self.language, ",".join(sorted(self.regions)), ",".join(sorted(self.topics))))
