"""Every field of the forms that editors and the office fill in says in plain words what to put there."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.forms import BaseForm, HiddenInput
from wagtail.admin.panels import Panel
from wagtail.blocks import Block, ListBlock, StructBlock
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Page

from broadcasts.programmes.models import EpisodePage, ProgrammePage
from cms.home.models import HomePage
from cms.media.models import Attachment, Photo
from cms.organisations.viewsets import BlockForm, DeskForm, OrganisationForm
from cms.people.forms import HELP, AccountForm, NewAccountForm
from cms.people.viewsets import AppointmentForm
from cms.plans.viewsets import SectorForm
from columns.pages.models import ColumnPage
from columns.slots.forms import ColumnForm, PlaceForm, SkipForm, SwapForm
from stories.assignments.forms import DropForm, ReassignForm
from stories.dossiers import forms as dossiers
from stories.dossiers.viewsets import ExemplarForm
from stories.nominations.forms import OFFICE_FORMS, PaperForm
from stories.nominations.forms.desks import AcceptForm, ReturnForm
from stories.pages.blocks import BodyBlock
from stories.pages.forms import LiftForm
from stories.pages.models import StoryPage

PAGES = [StoryPage, EpisodePage, ProgrammePage, ColumnPage, HomePage]
FORMS = [
    AppointmentForm, OrganisationForm, BlockForm, DeskForm, SectorForm, ColumnForm, PlaceForm, SwapForm, SkipForm,
    ReassignForm, DropForm, ExemplarForm, PaperForm, AcceptForm, ReturnForm, LiftForm, *OFFICE_FORMS.values(),
    dossiers.AliasForm, dossiers.StageForm, dossiers.ClaimForm, dossiers.EvidenceForm, dossiers.AmendForm,
    dossiers.JudgeForm, dossiers.ConsentForm, dossiers.WithdrawForm, dossiers.HoldForm, dossiers.LiftForm,
]  # fmt: skip


def silent_fields(fields: dict[str, Any]) -> list[str]:
    return [
        name
        for name, field in fields.items()
        if not field.help_text and not isinstance(field.widget, HiddenInput)
    ]


def leaves(panel: Panel) -> Iterator[Panel]:
    if hasattr(panel, "children") and not hasattr(panel, "relation_name"):
        for child in panel.children:
            yield from leaves(child)
    else:
        yield panel


def is_silent(panel: Any) -> bool:
    said = panel.help_text or getattr(getattr(panel, "db_field", None), "help_text", "")
    return not said and (hasattr(panel, "field_name") or hasattr(panel, "relation_name"))


@pytest.mark.rule
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_no_field_of_a_form_is_silent(form: type[BaseForm]) -> None:
    assert silent_fields(form.base_fields) == []


@pytest.mark.rule
@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_no_field_of_a_page_is_silent(model: type[Page]) -> None:
    silent = [panel for panel in leaves(model.get_edit_handler()) if is_silent(panel)]
    assert [getattr(panel, "field_name", "") or panel.relation_name for panel in silent] == []


def silent_blocks(block: Block, name: str = "body") -> list[str]:
    """Parts of the body without a word of help; what a list repeats is explained by the list."""
    children = getattr(block, "child_blocks", None)
    if children is not None:
        return [path for key, child in children.items() for path in silent_blocks(child, f"{name}.{key}")]
    if isinstance(block, ListBlock):
        inner = (
            [] if not isinstance(block.child_block, StructBlock) else silent_blocks(block.child_block, name)
        )
        return inner if block.meta.help_text else [name, *inner]
    # Wagtail keeps the text of a single field with the field.
    return [] if block.field.help_text else [name]


@pytest.mark.room
@pytest.mark.parametrize("form", [NewAccountForm, AccountForm])
def test_an_account_is_asked_for_in_plain_words(form: type[BaseForm]) -> None:
    assert [name for name in HELP if not form().fields[name].help_text] == []


@pytest.mark.rule
def test_no_part_of_a_story_is_silent() -> None:
    # A paragraph is what everybody expects under “Đoạn văn”; a line below each one would only be in the way.
    assert silent_blocks(BodyBlock()) == ["body.paragraph"]


@pytest.mark.room
def test_photos_and_files_are_asked_for_in_plain_words() -> None:
    for form in (get_image_form(Photo)(), get_document_form(Attachment)()):
        assert silent_fields(form.fields) == []
        assert [bound.name for bound in form.visible_fields() if not bound.help_text] == []
    assert "gương mặt" in get_image_form(Photo)()["file"].help_text
