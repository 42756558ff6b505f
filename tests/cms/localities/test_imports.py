"""The country's units as the General Statistics Office lists them."""

from datetime import date

import pytest

from cms.localities.enums import Level, Scheme
from cms.localities.imports import load, read_successions, read_units
from cms.localities.models import Locality, Succession
from cms.localities.queries import became, family, former_names, was


def quietly(what: str, done: int, total: int) -> None:
    """No progress wanted."""


@pytest.fixture
def whole_country(db: None) -> None:
    load(read_units(), list(read_successions()), quietly)


@pytest.mark.room
def test_load_brings_every_unit_and_succession_and_a_second_run_changes_nothing() -> None:
    first = load(read_units(), list(read_successions()), quietly)
    second = load(read_units(), list(read_successions()), quietly)
    assert (first.created, first.successions) == (14_165, 10_554)
    assert (second.created, second.changed, second.unchanged, second.successions) == (0, 0, 14_165, 0)
    assert (Locality.objects.count(), Succession.objects.count()) == (14_165, 10_554)


@pytest.mark.room
def test_load_mends_a_changed_name_and_leaves_the_rest() -> None:
    load(read_units(), list(read_successions()), quietly)
    Locality.objects.filter(scheme=Scheme.SINCE_2025, code="W30037").update(name="Xã Khác")
    again = load(read_units(), list(read_successions()), quietly)
    assert (again.created, again.changed) == (0, 1)
    assert Locality.objects.get(scheme=Scheme.SINCE_2025, code="W30037").name == "Xã Tháp Mười"


@pytest.mark.room
def test_localities_know_what_they_were_and_became(whole_country: None) -> None:
    thap_muoi = Locality.objects.get(scheme=Scheme.SINCE_2025, code="W30037")
    district = Locality.objects.get(scheme=Scheme.UNTIL_2025, code="D872")
    my_hoa = Locality.objects.get(scheme=Scheme.UNTIL_2025, code="W30052")
    assert list(became(my_hoa)) == [thap_muoi]
    assert thap_muoi in became(district)
    assert {place.name for place in was(thap_muoi)} == {
        "Thị trấn Mỹ An",
        "Xã Mỹ Hòa",
        "Xã Mỹ An",
        "Huyện Tháp Mười",
    }
    assert set(family(my_hoa)) == set(family(thap_muoi))
    assert former_names(thap_muoi) == ["Huyện Tháp Mười", "Thị trấn Mỹ An", "Xã Mỹ An", "Xã Mỹ Hòa"]


@pytest.mark.room
def test_as_of_knows_the_day_the_communes_changed(whole_country: None) -> None:
    home = Locality.objects.get(scheme=Scheme.SINCE_2025, code="P82")
    then = Locality.objects.get(scheme=Scheme.UNTIL_2025, code="P87")
    assert Locality.objects.as_of(date(2025, 7, 1)).communes().within(home).count() == 102
    assert Locality.objects.as_of(date(2025, 6, 30)).communes().within(then).count() == 141
    assert Locality.objects.as_of(date(2025, 7, 1)).filter(level=Level.DISTRICT).count() == 0


@pytest.mark.room
def test_one_code_means_two_provinces_in_two_schemes(whole_country: None) -> None:
    names = Locality.objects.filter(code="P82").order_by("scheme").values_list("name", flat=True)
    assert list(names) == ["Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"]


@pytest.mark.room
def test_two_communes_of_a_province_never_share_an_address(whole_country: None) -> None:
    home = Locality.objects.filter(scheme=Scheme.SINCE_2025, parent__code="P82")
    assert len(set(home.values_list("slug", flat=True))) == 102
    alike = home.filter(search_name="xa tan thanh").order_by("code").values_list("name", "slug")
    assert [slug.rpartition("-w")[0] or slug for _, slug in alike] == ["xa-tan-thanh"] * 2
