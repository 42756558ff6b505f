"""One thing, one word: over all packages, as the reader meets them on one screen."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from cms.operations.words.sentences import Sentence

_ROW = re.compile(r"^\| (?P<english>[^|]+) \| (?P<vietnamese>[^|]+) \|", re.MULTILINE)


def glossary(document: Path) -> dict[str, str]:
    """The rows of a table "English; other forms | Vietnamese (a remark)"; its head and its ruler are no rows."""
    terms: dict[str, str] = {}
    for row in list(_ROW.finditer(document.read_text(encoding="utf-8")))[2:]:
        for english in row["english"].split(";"):
            word = row["vietnamese"].split("(")[0].strip()
            if terms.setdefault(english.strip(), word) != word:
                raise ValueError(f"Hai cách dịch cho “{english.strip()}” trong {document.name}")
    return terms


def against_glossary(spoken: Iterable[tuple[Sentence, str]], terms: dict[str, str]) -> list[str]:
    """Sentences that are exactly a term and say it otherwise."""
    return [
        f"{sentence}: “{translation}”, lẽ ra “{terms[_bare(sentence.text)]}”"
        for sentence, translation in spoken
        if not sentence.context and terms.get(_bare(sentence.text), _bare(translation)) != _bare(translation)
    ]


def in_two_words(spoken: Iterable[tuple[Sentence, str]]) -> list[str]:
    """The same English but for capitals and the full stop, in two kinds of Vietnamese."""
    said: dict[tuple[str | None, str], dict[str, str]] = defaultdict(dict)
    for sentence, translation in spoken:
        said[sentence.context, _bare(sentence.text)].setdefault(_bare(translation), translation)
    return [
        f"{english!r}: {' / '.join(words.values())}" for (_, english), words in said.items() if len(words) > 1
    ]


def _bare(text: str) -> str:
    return text.strip(" \n.…:!?*").removesuffix("...").casefold()
