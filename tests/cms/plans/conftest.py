"""The profile of Đồng Tháp and a corner of the province it was made for."""

import datetime

import pytest

from cms.plans.rules import Profile


@pytest.fixture
def profile() -> Profile:
    from cms.plans.imports import profile_path, read_profile

    return read_profile(profile_path("dong-thap"))


@pytest.fixture
def old_province(db: None) -> None:
    """Old Đồng Tháp with one district and one of its communes, all ended on 30/6/2025."""
    from cms.localities.models import Locality

    end = {"scheme": 2024, "valid_to": datetime.date(2025, 6, 30)}
    province = Locality.objects.create(
        code="P87", level="province", name="Tỉnh Đồng Tháp", kind="tỉnh", slug="dong-thap", **end
    )
    district = Locality.objects.create(
        code="D872", level="district", name="Huyện Tháp Mười", kind="huyện", slug="a", parent=province, **end
    )
    Locality.objects.create(
        code="W30037", level="commune", name="Xã Trường Xuân", kind="xã", slug="b", parent=district, **end
    )
