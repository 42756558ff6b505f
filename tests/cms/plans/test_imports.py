import shutil
from pathlib import Path

import pytest

from cms.plans.imports import PROFILES, FaultyProfile, described, profile_path, read_profile
from cms.plans.queries import planned_changes
from cms.plans.rules import Change, Fault, Step, Table


@pytest.mark.rule
@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("dong-thap", PROFILES / "dong-thap.toml", id="shipped"),
        pytest.param("other/tinh-y.toml", Path("other/tinh-y.toml"), id="path"),
    ],
)
def test_profile_is_named_or_given_by_its_path(name: str, path: Path) -> None:
    assert profile_path(name) == path


def copy_of_dong_thap(folder: Path) -> Path:
    (folder / "texts").mkdir()
    shutil.copy(PROFILES / "texts" / "dong-thap.txt", folder / "texts" / "y.txt")
    return Path(shutil.copy(PROFILES / "dong-thap.toml", folder / "y.toml"))


@pytest.mark.rule
def test_profile_of_ones_own_is_read_beside_its_text(tmp_path: Path) -> None:
    assert read_profile(copy_of_dong_thap(tmp_path)) == read_profile(PROFILES / "dong-thap.toml")


@pytest.mark.rule
def test_missing_text_is_a_fault(tmp_path: Path) -> None:
    path = copy_of_dong_thap(tmp_path)
    (tmp_path / "texts" / "y.txt").unlink()
    with pytest.raises(FaultyProfile) as caught:
        read_profile(path)
    assert caught.value.faults == (Fault("y.toml", "(cả tệp)", "có tệp y.txt", "không mở được"),)


@pytest.mark.rule
@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(b"[plan", "(cả tệp)", id="no-toml"),
        pytest.param(b"a = '\xff'", "(cả tệp)", id="no-utf-8"),
        pytest.param(b"", "plan", id="empty"),
    ],
)
def test_unreadable_profile_is_a_fault(tmp_path: Path, content: bytes, key: str) -> None:
    path = copy_of_dong_thap(tmp_path)
    path.write_bytes(content)
    with pytest.raises(FaultyProfile) as caught:
        read_profile(path)
    assert caught.value.faults[0].key == key


@pytest.mark.rule
@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(
            Change(Step.ADD, Table.MILESTONE, ("so-ket",), {"name": "Sơ kết"}, {}),
            "Thêm mốc thực hiện so-ket: Sơ kết",
            id="added",
        ),
        pytest.param(
            Change(Step.CHANGE, Table.TARGET, ("moi-xa",), {"number": 3}, {"number": 2}),
            "Sửa chỉ tiêu moi-xa: ít nhất 2 → 3",
            id="changed",
        ),
        pytest.param(
            Change(Step.CHANGE, Table.PLAN, ("x",), {"number": "1/KH"}, {"number": ""}),
            "Sửa kế hoạch x: số (trống) → 1/KH",
            id="filled",
        ),
        pytest.param(
            Change(Step.REMOVE, Table.DUTY, ("a", "x V.8", 2), {}, {}), "Bỏ nhiệm vụ a x V.8 2", id="removed"
        ),
    ],
)
def test_change_is_said_in_one_line(change: Change, line: str) -> None:
    assert described(change) == line


@pytest.mark.room
def test_planned_changes_write_nothing() -> None:
    profile = read_profile(PROFILES / "dong-thap.toml")
    assert planned_changes(profile) == planned_changes(profile)
    assert {change.step for change in planned_changes(profile)} == {Step.ADD}
