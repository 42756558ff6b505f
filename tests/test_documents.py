"""The documents say what is: every variable in the README, every dependency with its reason."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.rule
ROOT = Path(__file__).parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_variable_of_the_environment_is_in_the_readme_and_no_other() -> None:
    code = read("cms/settings/backends.py") + read("cms/settings/base.py")
    asked = set(re.findall(r"(?:env|environ)(?:\.get\(|\[)[\"']([A-Z_]+)[\"']", code))
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", read("README.md"), re.MULTILINE))
    assert told == asked


def test_every_dependency_has_a_row_and_every_row_a_dependency() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[a-z0-9-]+", line).group() for line in wanted}
    assert (
        set(re.findall(r"^\| ([a-z][a-z0-9-]+) \|", read("docs/dependencies.md"), re.MULTILINE)) - {"package"}
        == names
    )


def test_the_readme_is_short() -> None:
    assert len(read("README.md").splitlines()) <= 150


def test_no_tracked_text_names_a_place_of_a_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    texts = [
        name
        for name in tracked
        if name.endswith((".py", ".md", ".toml", ".html", ".lock", ".css")) and (ROOT / name).exists()
    ]
    places = re.compile(r"(?<!\w)/(?:work|root|home)/[a-z]|pypi\.org|files\.pythonhosted")
    assert [name for name in texts if name != "tests/test_documents.py" and places.search(read(name))] == []
