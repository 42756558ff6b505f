"""English sentences out of Python, templates and a catalogue of scripts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from cms.operations.words.sentences import Sentence

TRANSLATING = "django.utils.translation"
_STRING = r"""u?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
# What templatize leaves of a template: gettext(u'…'), ngettext(u'…', u'…', count), pgettext(u'context', u'…') …
_LEFT = re.compile(rf"(?<!\w)(n?p?gettext|_)\({_STRING}(?:,\s*{_STRING})?(?:,\s*{_STRING})?")


def of_python(source: str) -> Iterator[Sentence]:
    tree = ast.parse(source)
    names = _names(tree)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        function = _called(call.func, names)
        words = [_constant(argument) for argument in call.args]
        if function and words:
            yield from _sentence(function, words)


def of_template(source: str) -> Iterator[Sentence]:
    for match in _LEFT.finditer(templatize(source)):
        function = "gettext" if match[1] == "_" else match[1]
        yield from _sentence(
            function, [ast.literal_eval(word) if word else None for word in match.groups()[1:]]
        )


def of_scripts(catalogue: Path) -> Iterator[Sentence]:
    # A tool of the developers, as this reading is: what serves the site reads compiled catalogues only.
    from polib import pofile

    for entry in pofile(str(catalogue)):
        yield Sentence(entry.msgid, entry.msgid_plural, entry.msgctxt, scripts=True)


def _names(tree: ast.Module) -> dict[str, str]:
    """What this module calls Django's functions: {"_": "gettext_lazy"}."""
    imports = [
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == TRANSLATING
    ]
    names = {name.asname or name.name: name.name for node in imports for name in node.names}
    return {"_": "gettext", **names}


def _called(function: ast.expr, names: dict[str, str]) -> str:
    """gettext, ngettext, pgettext or npgettext, whether eager, lazy or noop; "" for any other function."""
    if isinstance(function, ast.Name):
        name = names.get(function.id, "")
    else:
        name = function.attr if isinstance(function, ast.Attribute) else ""
    name = name.removesuffix("_lazy").removesuffix("_noop")
    return name if name in {"gettext", "ngettext", "pgettext", "npgettext"} else ""


def _constant(argument: ast.expr) -> str | None:
    """The string of a literal or of literals joined by +."""
    if isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add):
        left, right = _constant(argument.left), _constant(argument.right)
        return left + right if left is not None and right is not None else None
    is_string = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if is_string else None  # type: ignore[attr-defined]  # a Constant, as asked above


def _sentence(function: str, words: list[str | None]) -> Iterator[Sentence]:
    """None for a sentence that is put together at run time: nobody can list it."""
    context = words.pop(0) if "p" in function else None
    text = words[0] if words else None
    plural = words[1] if function.startswith("n") and len(words) > 1 else None
    if text:
        yield Sentence(text, plural or "", context)
