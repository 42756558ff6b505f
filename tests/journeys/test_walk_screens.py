"""Every screen that each role can reach by links says everything in Vietnamese."""

import pytest

from cms.people.enums import Role
from tests.journeys.conftest import Visit
from tests.journeys.walked.walk import Walk

pytestmark = [pytest.mark.browser]
DOORS = ["/admin/", "/phieu-gioi-thieu/", "/tai-khoan/"]


@pytest.mark.parametrize("role", Role)
def test_no_screen_of_a_role_speaks_english(role: Role, visit: Visit, walk: Walk) -> None:
    page = visit(role)
    walk.through(page, DOORS)
    assert walk.english == {}
    assert {kind for kind, status in walk.screens.items() if status >= 500} == set()
    assert len(walk.screens) >= 5
