"""English sentences out of Python and templates, as packages write them."""

import pytest

from cms.operations.words.reading import of_python, of_template
from cms.operations.words.sentences import Sentence

pytestmark = pytest.mark.rule

PYTHON = """
from django.utils import translation
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy, npgettext as np
_("Add" " tag")
_("One " + "page")
ngettext("%d page", "%d pages", number)
pgettext_lazy("month", "May")
np("people", "%d author", "%d authors", number)
translation.gettext("Whole module")
_(f"{said} at run time")
other("Not translated")
"""
TEMPLATE = """
{% load i18n %}{% trans "Save" %} {% translate 'May' context 'month' %} {{ _("Close")|lower }}
{% blocktranslate trimmed count counter=pages|length %}
    {{ counter }} page
{% plural %}
    {{ counter }} pages
{% endblocktranslate %}
{% blocktrans with name=user.name %}Hello "{{ name }}", 100%{% endblocktrans %}
{% include "x.html" with title=_("Help") %} _("not a tag")
"""


def test_python() -> None:
    assert set(of_python(PYTHON)) == {
        Sentence("Add tag"),
        Sentence("One page"),
        Sentence("%d page", "%d pages"),
        Sentence("May", context="month"),
        Sentence("%d author", "%d authors", "people"),
        Sentence("Whole module"),
    }


def test_template() -> None:
    assert set(of_template(TEMPLATE)) == {
        Sentence("Save"),
        Sentence("May", context="month"),
        Sentence("Close"),
        Sentence("%(counter)s page", "%(counter)s pages"),
        Sentence('Hello "%(name)s", 100%%'),
        Sentence("Help"),
    }
