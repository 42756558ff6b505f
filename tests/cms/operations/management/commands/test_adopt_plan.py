from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.organisations.models import Organisation
from cms.plans.models import Plan

pytestmark = pytest.mark.room


def run(*arguments: str) -> tuple[list[str], str]:
    out, err = StringIO(), StringIO()
    call_command("adopt_plan", *arguments, stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue()


def test_dry_run_says_what_would_change_and_writes_nothing() -> None:
    lines, _ = run("dong-thap", "--dry-run")
    assert lines[-1] == f"Sẽ có {len(lines) - 1} thay đổi."
    assert (Plan.objects.count(), Organisation.objects.count()) == (0, 0)


def test_second_run_says_that_nothing_changes() -> None:
    first, _ = run("dong-thap")
    assert first[-1] == f"Đã áp dụng {len(first) - 1} thay đổi."
    assert run("dong-thap")[0] == ["Không có gì thay đổi."]


def test_missing_localities_are_pointed_out() -> None:
    assert run("dong-thap")[1].strip() == (
        "Chưa có địa bàn nên chưa lập được cơ quan cấp huyện, xã: hãy chạy load_localities."
    )


def test_all_faults_are_printed_and_nothing_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "x.txt").write_text("Văn bản.", encoding="utf-8")
    profile = tmp_path / "x.toml"
    profile.write_text("[plan]\ncode = 1\n", encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        run(str(profile))
    lines = str(caught.value).splitlines()
    assert lines[0] == f"Hồ sơ có {len(lines) - 1} lỗi, chưa áp dụng:"
    assert lines[1] == "x.toml: plan.code: cần một đoạn chữ; hiện: 1"
    assert Plan.objects.count() == 0
