"""Marked text: every record can be led to, no markup of an article survives, victims are masked."""

import re

from hypothesis import given
from hypothesis import strategies as st

from models.masking import MASK, public_spans
from web.marks import Mark, masked_with_marks


def test_a_mark_leads_to_its_fields_and_back() -> None:
    shown = masked_with_marks("Ada 5 kasus.", [Mark(4, 11, "angka-1", "figure")], ())
    assert shown == 'Ada <a class="figure" href="#rincian-angka-1"><mark id="angka-1">5 kasus</mark></a>.'


def test_overlapping_marks_keep_their_anchors() -> None:
    shown = masked_with_marks("Ada 5 kasus.", [Mark(4, 11, "a", "figure"), Mark(6, 11, "b", "trend")], ())
    assert 'id="a"' in shown
    assert '<span id="b"></span>' in shown


def test_victims_are_masked_inside_and_outside_marks() -> None:
    text = "Korban bernama Rina Puspita. Rina Puspita satu dari 5 kasus."
    shown = masked_with_marks(text, [Mark(29, 60, "a", "figure")], public_spans(text, (), [(29, 60)]))
    assert "Rina" not in shown
    assert shown.count(MASK) == 2


@given(
    st.text(alphabet="<>&\"'ab ", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), max_size=5),
)
def test_text_is_text_whatever_it_holds(text: str, places: list[tuple[int, int]]) -> None:
    marks = [
        Mark(min(start, len(text)), min(start + length, len(text)), f"m{number}", "figure")
        for number, (start, length) in enumerate(places)
    ]
    shown = masked_with_marks(text, marks, ())
    bare = re.sub(
        r'<a class="figure" href="#rincian-m\d"><mark id="m\d">|</mark></a>|<span id="m\d"></span>', "", shown
    )
    assert "<" not in bare
    assert len(re.findall(r'id="m\d"', shown)) == len(marks)


def test_names_found_in_the_text_are_covered() -> None:
    text = "Malam itu Selvi menelepon kakaknya karena dipukul suaminya."
    mark = Mark(0, len(text), "a", "figure")
    shown = masked_with_marks(text, [mark], public_spans(text, [(10, 15)], [(0, len(text))]))
    assert "Malam itu [disamarkan] menelepon kakaknya karena dipukul suaminya." in shown
    assert masked_with_marks(text, [], ()) == text
