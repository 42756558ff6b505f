"""What people get to read, after Django has put all catalogues one over the other."""

from functools import cache
from pathlib import Path

from django.utils.translation.trans_real import DjangoTranslation

from cms.operations.words.packages import packages, said_by
from cms.operations.words.sentences import Sentence, faults


@cache
def _catalogue(domain: str) -> DjangoTranslation:
    return DjangoTranslation("vi", domain=domain)


def spoken(sentence: Sentence) -> str | None:
    """The translation; None where people would read English."""
    catalogue = _catalogue("djangojs" if sentence.scripts else "django")
    key = f"{sentence.context}\x04{sentence.text}" if sentence.context else sentence.text
    # The catalogue itself is asked, because gettext() answers alike for "no translation" and "the same word".
    words = catalogue._catalog  # type: ignore[attr-defined]  # private, and so unknown to the stubs
    singular, plural = words.get(key), words.get((key, 0))
    return plural if sentence.plural else singular or plural


def wrong(name: str) -> list[str]:
    """What is not, or not rightly, in Vietnamese of what a package says: one line each."""
    folder = packages()[name]
    lines = []
    for sentence, path in said_by(folder).items():
        translation = spoken(sentence)
        found = ["chưa có tiếng Việt"] if translation is None else faults(sentence, translation)
        lines += [f"{path.relative_to(folder)}: {sentence}: {', '.join(found)}"] if found else []
    return lines


def unsaid(source: Path) -> list[str]:
    """Entries of one of our catalogues that no installed package says any more: of an older version, or of nobody."""
    from polib import pofile

    said = {
        (sentence.context, sentence.text) for folder in packages().values() for sentence in said_by(folder)
    }
    return [entry.msgid for entry in pofile(str(source)) if (entry.msgctxt, entry.msgid) not in said]


def all_spoken() -> list[tuple[Sentence, str]]:
    """Every sentence of every package that has a translation."""
    said = {sentence for folder in packages().values() for sentence in said_by(folder)}
    found = [(sentence, spoken(sentence)) for sentence in sorted(said, key=str)]
    return [(sentence, translation) for sentence, translation in found if translation is not None]
