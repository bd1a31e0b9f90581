"""What waits for reviewers, what they did, and how far they agree."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from models.agreement import cohen_kappa, share_agreed
from models.people import Review
from models.vocabulary import Deed, RecordKind, Verdict
from storage.logbook import Logbook
from storage.review_queue import COUNTED, QueueState, ReviewQueue
from storage.reviews import ReviewRepository
from storage.standing import identity, judged_reading, settled_reading
from web.asking import After, PageNumber, Store
from web.correcting import FIELDS
from web.pages import tools_of
from web.people import Reviewer

router = APIRouter(prefix="/tinjau", include_in_schema=False)
_ROWS, _LOOKED_AHEAD = 50, 200
_SHOWN_TO_ALL = (Deed.ANSWERED, Deed.UNDONE, Deed.FINDING_SET)
_A_FIGURE = {Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.ADDED}
Pair = tuple[Review, Review]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two reviewers agree on one field; None where the measure is not defined."""

    field: str
    pairs: int
    agreed: float | None
    kappa: float | None


@router.get("")
def queue(
    request: Request,
    session: Store,
    person: Reviewer,
    state: QueueState = QueueState.WAITING,
    page: PageNumber = 1,
) -> Response:
    """List figures that wait for a person, the most doubtful and consequential first."""
    waiting = ReviewQueue(session, reviewers=request.app.state.reviewers)
    rows = waiting.page(person.name, state=state, limit=_ROWS + 1, offset=(page - 1) * _ROWS)
    values = {
        "rows": rows[:_ROWS],
        "is_last": len(rows) <= _ROWS,
        "page": page,
        "state": state,
        "counts": {one: waiting.count(person.name, state=one) for one in QueueState},
        "most": COUNTED - 1,
    }
    return tools_of(request).render(request, "review_queue.html", values)


@router.get("/lanjut")
def following(
    request: Request,
    session: Store,
    person: Reviewer,
    skip: After = None,
    answered: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """Lead to the next figure in the queue, to the one after ``skip`` where it is given."""
    waiting = ReviewQueue(session, reviewers=request.app.state.reviewers)
    numbers = [row.figure.id for row in waiting.page(person.name, limit=_LOOKED_AHEAD)]
    after = numbers.index(skip) + 1 if skip in numbers else 0
    rest = numbers[after:] or numbers
    said = f"?answered={answered}" if answered else ""
    target = f"/tinjau/angka/{rest[0]}{said}" if rest else f"/tinjau{said}"
    return RedirectResponse(target, status_code=303)


@router.get("/riwayat")
def log(request: Request, session: Store, person: Reviewer, page: PageNumber = 1) -> Response:
    """List what people answered and did, the newest first; who may, can undo answers here."""
    answers = ReviewRepository(session).newest(limit=_ROWS + 1, offset=(page - 1) * _ROWS)
    deeds = tuple(Deed) if person.is_admin else _SHOWN_TO_ALL
    entries = Logbook(session).newest(limit=_ROWS + 1, offset=(page - 1) * _ROWS, deeds=deeds)
    values = {
        "answers": answers[:_ROWS],
        "entries": entries[:_ROWS],
        "is_last": len(answers) <= _ROWS and len(entries) <= _ROWS,
        "page": page,
    }
    return tools_of(request).render(request, "review_log.html", values)


@router.get("/kesepakatan")
def agreement(request: Request, session: Store, person: Reviewer) -> Response:
    """Show how far reviewers agree on each field, by pair of reviewers."""
    answers = ReviewRepository(session).counting(RecordKind.FIGURE)
    values = {"agreements": agreements(answers)}
    return tools_of(request).render(request, "review_agreement.html", values)


def agreements(answers: Iterable[Review]) -> dict[tuple[str, str], list[Agreement]]:
    """For each two reviewers who judged the same figures: agreement on the verdict and on each field."""
    return {
        names: [
            _agreement("verdict", [(_is_figure(one), _is_figure(other)) for one, other in pairs]),
            *(_agreement(name, _values(pairs, name)) for name in FIELDS),
        ]
        for names, pairs in sorted(_pairs(answers).items())
    }


def _pairs(answers: Iterable[Review]) -> Mapping[tuple[str, str], Sequence[Pair]]:
    newest: dict[tuple[object, ...], dict[str, Review]] = defaultdict(dict)
    for answer in answers:
        key = (answer.page_id, answer.article_id, *identity(answer.record, judged_reading(answer)))
        newest[key][answer.reviewer] = answer
    pairs: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for given in newest.values():
        for one, other in combinations(sorted(given), 2):
            pairs[one, other].append((given[one], given[other]))
    return pairs


def _is_figure(answer: Review) -> str:
    return "yes" if answer.verdict in _A_FIGURE else answer.verdict.value


def _values(pairs: Iterable[Pair], name: str) -> list[tuple[Hashable, Hashable]]:
    """What both said of one field, where both say that it is a figure."""
    both = [pair for pair in pairs if all(_is_figure(answer) == "yes" for answer in pair)]
    return [
        (str(settled_reading(one).get(name)), str(settled_reading(other).get(name))) for one, other in both
    ]


def _agreement(name: str, pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    return Agreement(field=name, pairs=len(pairs), agreed=share_agreed(pairs), kappa=cohen_kappa(pairs))
