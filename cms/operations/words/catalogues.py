"""Our own catalogues: the `.po` that people write, the `.mo` that Django reads.

polib is a tool of the developers; what serves the site reads compiled catalogues and never comes here.
"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

Words = dict[tuple[str | None, str, str], str]


def sources() -> list[Path]:
    return sorted(path for folder in settings.LOCALE_PATHS for path in folder.glob("*/LC_MESSAGES/*.po"))


def compile_catalogues() -> None:
    from polib import pofile

    for source in sources():
        pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))


def slips(source: Path) -> list[str]:
    """Entries of one catalogue that are unfinished or stand there twice, and whether its `.mo` says something else."""
    from polib import mofile, pofile

    entries = pofile(str(source))
    compiled = source.with_suffix(".mo")
    is_stale = not compiled.exists() or _words(entries) != _words(mofile(str(compiled)))
    return [*_unfinished(entries), *([f"{compiled.name} chưa dịch lại từ {source.name}"] if is_stale else [])]


def _unfinished(entries: list) -> Iterator[str]:
    seen = set()
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        if entry.fuzzy or entry.obsolete or not entry.translated():
            yield f"chưa xong: {entry.msgid!r}"
        if key in seen:
            yield f"hai lần: {entry.msgid!r}"
        seen.add(key)


def _words(entries: list) -> Words:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry.msgstr or entry.msgstr_plural.get(0, "")
        for entry in entries
    }
