"""The only place that listens to saves and deletes, because it must miss nothing.

`QuerySet.update` and bulk writes send no signal: they are for actions only, and these call `announce` themselves.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import Page

from cms.delivery.actions import announce
from cms.delivery.recording import EVERYTHING, table_tag
from cms.delivery.registries import frames, lists, rows

# What saving a draft writes into a page's row; readers see none of it.
UNSEEN = frozenset(
    {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title", "locked",
     "locked_by", "locked_at", "owner", "numchild"}
)  # fmt: skip
CHANGES_RELATION = {"pre_remove", "pre_clear", "post_add", "post_remove", "post_clear"}


def before_save(
    sender: type[models.Model], instance: models.Model, raw: bool, update_fields: Any, **_: Any
) -> None:
    """Announce the lists in which the row stands now."""
    if not raw and instance.pk and not _is_unseen(instance, update_fields):
        announce(_lists_of(instance))


def after_save(
    sender: type[models.Model], instance: models.Model, raw: bool, update_fields: Any, **_: Any
) -> None:
    """Announce the row, and the lists in which it stands from now on."""
    if not raw and not _is_unseen(instance, update_fields):
        announce([*_row_of(instance), *_lists_of(instance)])


def before_delete(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    announce([*_row_of(instance), *_lists_of(instance)])


def change_relation(sender: type[models.Model], instance: models.Model, action: str, **_: Any) -> None:
    """Many-to-many rows are written after the row that has them; each side is a row of its own."""
    if action in CHANGES_RELATION and isinstance(instance, models.Model):
        announce([*_row_of(instance), *_lists_of(instance)])


def change_addresses(sender: type[Page], **_: Any) -> None:
    """A folder's address was changed: that of everything below it, too, and every page that links there."""
    announce([EVERYTHING])


def change_slug(sender: type[Page], instance: Page, **_: Any) -> None:
    if instance.numchild:
        announce([EVERYTHING])


def after_release(sender: type[Page], page: Page, **_: Any) -> None:
    """A release dates the page by its own clock, with an update that sends no signal."""
    announce([*_row_of(page), *_lists_of(page)])


def forget_after_upgrade(**_: Any) -> None:
    """An upgrade brings new templates, and these are no rows that change."""
    announce([EVERYTHING])


def _is_unseen(instance: models.Model, update_fields: Iterable[str] | None) -> bool:
    return isinstance(instance, Page) and update_fields is not None and UNSEEN.issuperset(update_fields)


def _row_of(instance: models.Model) -> list[str]:
    label = instance._meta.label
    tags = list(rows[label](instance)) if label in rows else []
    return [*tags, table_tag(instance._meta.db_table)] if label in frames else tags


def _lists_of(instance: models.Model) -> list[str]:
    """Asked of the database: the object at hand may be a draft."""
    labels = _labels(instance)
    return [
        tag for name, tags in lists.items() if name.partition(" ")[0] in labels for tag in tags(instance.pk)
    ]


def _labels(instance: models.Model) -> set[str]:
    """A page may be saved as what it is or as a plain page, and is both."""
    if not isinstance(instance, Page):
        return {instance._meta.label}
    specific = instance.cached_content_type.model_class() if instance.content_type_id else None
    return {Page._meta.label, (specific or type(instance))._meta.label}
