"""The closed vocabularies of the domain, as coded by docs/codebook.md.

Every value is stored and exported exactly as spelt here. A word that fits none
of them is an error at the edge of the program, never a silent ``other``.
"""

from enum import StrEnum


class Unit(StrEnum):
    """What a figure counts."""

    CASES = "cases"
    VICTIMS = "victims"
    REPORTS = "reports"
    PERPETRATORS = "perpetrators"


class Population(StrEnum):
    """Whom the counted violence was done to."""

    WOMEN_CHILDREN = "women_children"
    WOMEN = "women"
    CHILDREN = "children"
    GIRLS = "girls"
    BOYS = "boys"
    MEN = "men"
    ALL = "all"


class Violence(StrEnum):
    """The class of violence; SIMFONI-PPA's own classes map onto these."""

    ANY = "any"
    SEXUAL = "sexual"
    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    DOMESTIC = "domestic"
    NEGLECT = "neglect"
    TRAFFICKING = "trafficking"
    EXPLOITATION = "exploitation"
    ONLINE = "online"
    BULLYING = "bullying"
    OFFENDER_CHILD = "offender_child"
    CUSTODY = "custody"
    CHILD_MARRIAGE = "child_marriage"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exactly the article states the number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class ProgrammeKind(StrEnum):
    """What sort of initiative a programme is."""

    SERVICE = "service"
    HOTLINE = "hotline"
    APP = "app"
    SPACE = "space"
    TASK_FORCE = "task_force"
    COMMUNITY = "community"
    CAMPAIGN = "campaign"
    POLICY = "policy"
    OTHER = "other"


class ProgrammeAction(StrEnum):
    """What the article says is happening to a programme."""

    LAUNCHED = "launched"
    PLANNED = "planned"
    RUNNING = "running"
    MENTIONED = "mentioned"


class Direction(StrEnum):
    """Where a stated trend points."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class RegionKind(StrEnum):
    """Administrative level of a region."""

    NATIONAL = "national"
    PROVINCE = "province"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KECAMATAN = "kecamatan"


class Outcome(StrEnum):
    """What became of one URL in one run; exactly one per URL and run."""

    STORED = "stored"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    IRRELEVANT = "irrelevant"
    DUPLICATE = "duplicate"
    LIST_PAGE = "list_page"
    VIDEO_PAGE = "video_page"
    PAYWALL = "paywall"
    CONSENT_WALL = "consent_wall"
    BOT_WALL = "bot_wall"
    SOFT_404 = "soft_404"
    REMOVED = "removed"
    NO_TEXT = "no_text"
    NOT_HTML = "not_html"
    TOO_LARGE = "too_large"
    ROBOTS = "robots"
    REFUSED_ADDRESS = "refused_address"
    REDIRECT_LOOP = "redirect_loop"
    HTTP_ERROR = "http_error"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"
    PENDING = "pending"
    DISCOVERY = "discovery"


class RunKind(StrEnum):
    """What a run did."""

    CRAWL = "crawl"
    IMPORT = "import"
    EXTRACT = "extract"
    CROSSCHECK = "crosscheck"
    DIGEST = "digest"


class RunStatus(StrEnum):
    """How a run ended; ``running`` while it goes on."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


class AlarmKind(StrEnum):
    """What may be wrong with an outlet, by the rules in docs/operating.md."""

    NEVER_REACHED = "never_reached"
    UNREACHABLE = "unreachable"
    QUIET = "quiet"
    FEW_ARTICLES = "few_articles"
    MIX_CHANGED = "mix_changed"
    DATES_LOST = "dates_lost"
    LAYOUT_DRIFT = "layout_drift"


class FindingKind(StrEnum):
    """What follows when reports and official figures are laid side by side."""

    MATCH = "match"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"
    CONFLICT = "conflict"
    ARITHMETIC = "arithmetic"
    FALLING_TOTAL = "falling_total"
    TREND_CONTRADICTED = "trend_contradicted"
    ROLL_UP = "roll_up"
    MISSING_OFFICIAL = "missing_official"
    MISSING_REPORTED = "missing_reported"


class Severity(StrEnum):
    """How much a finding matters, by the rule in docs/cross-check.md."""

    INFO = "info"
    NOTE = "note"
    WARNING = "warning"
    SERIOUS = "serious"


class FindingState(StrEnum):
    """What people decided about a finding; ``closed`` is set by the program."""

    OPEN = "open"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"
    CLOSED = "closed"


class Verdict(StrEnum):
    """A reviewer's answer to one machine reading; ``added`` is a reading the machine missed."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"
    ADDED = "added"


class RecordKind(StrEnum):
    """What sort of machine reading a person answered to."""

    FIGURE = "figure"
    PROGRAMME = "programme"
    TREND = "trend"


class Role(StrEnum):
    """What an account may do; each may do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"


class Deed(StrEnum):
    """What a person did; every one is logged with who and when."""

    ANSWERED = "answered"
    UNDONE = "undone"
    FINDING_SET = "finding_set"
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_DISABLED = "account_disabled"
    ACCOUNT_OPENED = "account_opened"
    ROLE_SET = "role_set"
    PASSWORD_SET = "password_set"  # noqa: S105


class Frequency(StrEnum):
    """How often a subscriber is written to."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class TimeZone(StrEnum):
    """Indonesia's three zones, none of which changes its clocks."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


class Topic(StrEnum):
    """What a subscriber may limit the digest to; ``models.topics`` says what belongs to each."""

    CHILDREN = "children"
    WOMEN = "women"
    SEXUAL = "sexual"
    DOMESTIC = "domestic"
    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    NEGLECT = "neglect"
    TRAFFICKING = "trafficking"
    ONLINE = "online"
    BULLYING = "bullying"
    CHILD_MARRIAGE = "child_marriage"
    OFFENDER_CHILD = "offender_child"
    PROGRAMMES = "programmes"


class WhenEmpty(StrEnum):
    """What a subscriber gets when there is nothing new."""

    LINE = "line"
    NOTHING = "nothing"


class Letter(StrEnum):
    """A mail to one subscriber that is no issue: to confirm an address, or with the link to the wishes."""

    CONFIRM = "confirm"
    LINK = "link"


class Language(StrEnum):
    """Languages readers may choose."""

    INDONESIAN = "id"
    ENGLISH = "en"


class DeliveryState(StrEnum):
    """Where one digest issue stands for one subscriber."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"
