"""Which files speak to the people of this installation."""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import django
from django.apps import AppConfig, apps
from django.conf import settings

from cms.operations.words import reading
from cms.operations.words.sentences import Sentence

# Not shown to anybody: tests, sites to copy, what only commands print.
SILENT = {"test", "tests", "migrations", "management", "project_template", "locale", "static"}
# Django's own words beside its apps. Not: `conf` (names of languages; ours are in LANGUAGES), `contrib` (its
# installed apps are read as apps; admin, gis, flatpages, sites and redirects are not installed), `views/templates`
# (Django's welcome and its pages of DEBUG).
DJANGO = Path(django.__file__).parent
DJANGO_SILENT = {DJANGO / "conf", DJANGO / "contrib", DJANGO / "views" / "templates"}
# Libraries without an app that word what a Wagtail screen may show.
LIBRARIES = ["modelsearch"]


def packages() -> dict[str, Path]:
    """Folders by name: installed apps of others, Django's core, libraries below Wagtail."""
    installed = {app.name: Path(app.path) for app in apps.get_app_configs() if not _is_ours(app)}
    return {"django": DJANGO} | {name: _folder(name) for name in LIBRARIES} | installed


@cache
def said_by(folder: Path) -> dict[Sentence, Path]:
    """Every sentence of the package with the first file that says it."""
    said: dict[Sentence, Path] = {}
    for path in sorted(_files(folder)):
        source = path.read_text(encoding="utf-8")
        read = reading.of_python if path.suffix == ".py" else reading.of_template
        for sentence in read(source):
            said.setdefault(sentence, path)
    scripts = folder / "locale" / "en" / "LC_MESSAGES" / "djangojs.po"
    return said | dict.fromkeys(reading.of_scripts(scripts) if scripts.exists() else (), scripts)


def _is_ours(app: AppConfig) -> bool:
    return Path(app.path).is_relative_to(settings.ROOT) and ".venv" not in Path(app.path).parts


def _folder(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _files(folder: Path) -> Iterator[Path]:
    """Python and templates of the package itself.

    Not of the apps inside it: the installed ones are read by themselves, of the others not even the templates.
    """
    inner = {path.parent for path in folder.rglob("apps.py") if path.parent != folder and _is_app(path)}
    silent = inner | (DJANGO_SILENT if folder == DJANGO else set())
    absent = {path.name for path in inner} - {app.label for app in apps.get_app_configs()}
    for path in folder.rglob("*.py"):
        if not (silent & set(path.parents) or _is_silent(path, folder)):
            yield path
    for path in chain(folder.glob("**/templates/**/*.html"), folder.glob("**/templates/**/*.txt")):
        is_absent = absent & set(path.relative_to(folder).parts)
        if not (is_absent or silent & set(path.parents) or _is_silent(path, folder)):
            yield path


def _is_silent(path: Path, folder: Path) -> bool:
    return bool(SILENT & set(path.relative_to(folder).parts[:-1]))


def _is_app(path: Path) -> bool:
    return "AppConfig)" in path.read_text(encoding="utf-8")
