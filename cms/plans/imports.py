"""The door through which a profile comes in: read the files, check them, say what would change."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cms.core.text import normalise
from cms.plans.queries import MODELS
from cms.plans.rules import Change, Fault, Profile, Step, faults_of, parse

PROFILES = Path(__file__).parent / "profiles"

STEPS = {Step.ADD: "Thêm", Step.CHANGE: "Sửa", Step.REMOVE: "Bỏ"}


class FaultyProfile(ValueError):
    """The profile cannot be adopted; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


def profile_path(name: str) -> Path:
    """The file of a profile: one of ours by its name ("dong-thap"), or any by its path."""
    return Path(name) if name.endswith(".toml") else PROFILES / f"{name}.toml"


def read_profile(path: Path) -> Profile:
    """Read a profile and, from `texts/` beside it, the text of its plan.

    Raises FaultyProfile with every fault at once, also when a file is missing or is no TOML.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        text = text_path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FaultyProfile([_unreadable(path, error)]) from error
    if faults := faults_of(raw, text, file=path.name):
        raise FaultyProfile(faults)
    return parse(raw)


def text_path(path: Path) -> Path:
    return path.parent / "texts" / f"{path.stem}.txt"


def _unreadable(path: Path, error: Exception) -> Fault:
    if isinstance(error, OSError):
        return Fault(path.name, "(cả tệp)", f"có tệp {Path(error.filename).name}", "không mở được")
    return Fault(path.name, "(cả tệp)", "tệp TOML đúng cú pháp, mã UTF-8", str(error))


def described(change: Change) -> str:
    """One change as a line for people: "Sửa chỉ tiêu moi-xa-publicised: ít nhất 2 → 3"."""
    model = MODELS[change.table]
    head = f"{STEPS[change.step]} {model._meta.verbose_name} {' '.join(str(part) for part in change.key)}"
    if change.step is Step.CHANGE:
        return f"{head}: " + "; ".join(_differing(change))
    name = change.values.get("name") or change.values.get("text")
    return f"{head}: {_shown(name)}" if name else head


def _differing(change: Change) -> Iterator[str]:
    labels = {field.name: field.verbose_name for field in MODELS[change.table]._meta.fields}
    for name, value in change.values.items():
        yield f"{labels[name]} {_shown(change.before[name])} → {_shown(value)}"


def _shown(value: Any) -> str:
    words = normalise(" ".join(str(value).split())) if value not in (None, "") else "(trống)"
    return words if len(words) <= 60 else words[:59] + "…"
