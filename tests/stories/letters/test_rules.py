"""Proposals and readings on plain data."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.letters.enums import PointVerdict, ReadingVerdict
from stories.letters.rules import (
    LONGEST_DEEDS,
    PointAnswer,
    deed_rows,
    haste,
    is_kept,
    objects,
    place_in,
    text_digest,
    unanswered,
)

pytestmark = pytest.mark.rule
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
RIGHT, WRONG = PointAnswer(PointVerdict.RIGHT), PointAnswer(PointVerdict.WRONG, "Hai héc-ta thôi")
OMIT = PointAnswer(PointVerdict.OMIT)
COMMUNES = {
    1: "xa thap muoi",
    2: "xa my an hung",
    3: "phuong my an",
    4: "phuong cao lanh",
    5: "xa cao lanh",
    6: "xa tan long",
}


def test_a_machine_is_quicker_than_a_person_and_a_form_is_kept_two_days() -> None:
    assert haste(AT, AT + timedelta(seconds=2))
    assert not haste(AT, AT + timedelta(seconds=3))
    assert is_kept(AT, AT + timedelta(days=2))
    assert not is_kept(AT, AT + timedelta(days=2, seconds=1))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param("ap my tay, xa thap muoi", 1, id="with its kind"),
        pytest.param("thap muoi", 1, id="without its kind"),
        pytest.param("xa my an hung", 2, id="the longer name"),
        pytest.param("my an hung", 2, id="the longer name without its kind"),
        pytest.param("khom 2 phuong my an", 3, id="the shorter name"),
        pytest.param("cao lanh", None, id="two of that name"),
        pytest.param("phuong cao lanh", 4, id="told apart by kind"),
        pytest.param("tan long thoi", 6, id="inside other words"),
        pytest.param("tan longan", None, id="part of a word"),
        pytest.param("can tho", None, id="elsewhere"),
    ],
)
def test_the_commune_in_what_people_write(words: str, place: int | None) -> None:
    assert place_in(words, COMMUNES) == place


def test_each_line_is_a_deed_and_the_source_its_proof() -> None:
    assert deed_rows("Đưa đò.\n\n Tập bơi. ", "Con tôi kể") == [
        {"text": "Đưa đò.", "proof": "Con tôi kể"},
        {"text": "Tập bơi.", "proof": "Con tôi kể"},
    ]


@given(st.text("ab \n", min_size=1, max_size=LONGEST_DEEDS))
def test_no_word_is_lost_and_no_row_is_too_long(deeds: str) -> None:
    rows = deed_rows(deeds, "")
    assert len(rows) <= 5
    assert all(0 < len(row["text"]) <= 1000 for row in rows)
    assert "".join("".join(row["text"].split()) for row in rows) == "".join(deeds.split())


@pytest.mark.parametrize(
    ("verdict", "points", "stops"),
    [
        pytest.param(ReadingVerdict.YES, [RIGHT, RIGHT], False, id="all right"),
        pytest.param(ReadingVerdict.YES, [], False, id="no claims"),
        pytest.param(ReadingVerdict.YES, [RIGHT, WRONG], True, id="one wrong"),
        pytest.param(ReadingVerdict.YES, [OMIT], True, id="one to leave out"),
        pytest.param(ReadingVerdict.WRONG, [RIGHT], True, id="something wrong"),
        pytest.param(ReadingVerdict.NO, [RIGHT], True, id="no"),
    ],
)
def test_anything_but_a_plain_yes_is_an_objection(
    verdict: ReadingVerdict, points: list[PointAnswer], stops: bool
) -> None:
    assert objects(verdict, points) is stops


@pytest.mark.parametrize(
    ("verdict", "note", "points", "missing"),
    [
        pytest.param(ReadingVerdict.YES, "", {1: RIGHT, 2: RIGHT}, set(), id="complete"),
        pytest.param(ReadingVerdict.YES, "", {1: RIGHT}, {2}, id="one not answered"),
        pytest.param(
            ReadingVerdict.YES,
            "",
            {1: PointAnswer(PointVerdict.WRONG, " "), 2: RIGHT},
            {1},
            id="wrong, not why",
        ),
        pytest.param(ReadingVerdict.WRONG, "", {1: WRONG, 2: RIGHT}, set(), id="said at the claim"),
        pytest.param(ReadingVerdict.WRONG, "", {1: RIGHT, 2: RIGHT}, {None}, id="wrong, but where"),
        pytest.param(ReadingVerdict.WRONG, "Tên vợ tôi", {1: RIGHT, 2: RIGHT}, set(), id="wrong elsewhere"),
        pytest.param(ReadingVerdict.NO, "", {1: RIGHT, 2: OMIT}, set(), id="a no needs no reason"),
    ],
)
def test_what_is_left_to_say(
    verdict: ReadingVerdict, note: str, points: dict[int, PointAnswer], missing: set[int | None]
) -> None:
    assert set(unanswered(verdict, note, points, [1, 2])) == missing


def test_another_sentence_is_another_text_another_owner_is_not() -> None:
    content = {"title": "Ông Tư", "standfirst": "Giữ sen", "body": "[]", "owner": 1}
    assert text_digest(content) == text_digest(content | {"owner": 2})
    assert text_digest(content) != text_digest(content | {"standfirst": "Giữ ruộng sen"})
    assert text_digest(content) != text_digest(content | {"lead_photo": 3})
