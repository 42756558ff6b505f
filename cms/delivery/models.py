"""What lies ready, what it shows, and what has changed."""

from typing import Any

from django.db import connection, models
from django.db.models import Func
from django.db.models.expressions import RawSQL


class ReadyPage(models.Model):
    """One address. The row outlives its file: `modified` must go on rising when the page is made again."""

    file = models.CharField(max_length=300, unique=True)
    is_ready = models.BooleanField(default=False)
    modified = models.BigIntegerField(default=0)  # whole seconds since 1970, the file's mtime
    size = models.BigIntegerField(default=0)  # bytes of all its forms
    rendered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["is_ready", "rendered_at"], name="ready_by_age")]

    def __str__(self) -> str:
        return self.file


class Shown(models.Model):
    """A ready page shows something that has this tag: `photo:7`, `list:sector:3`."""

    page = models.ForeignKey(ReadyPage, on_delete=models.CASCADE, related_name="shown")
    tag = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "page"], name="shown_once")]

    def __str__(self) -> str:
        return f"{self.page}: {self.tag}"


class CurrentTransaction(Func):
    """PostgreSQL's number of the transaction that writes the row; SQLite has one writer at a time and needs none."""

    template = "NULL"
    output_field = models.BigIntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        return "pg_current_xact_id()::text::bigint", []


class ChangeQuerySet(models.QuerySet["Change"]):
    def since(self, mark: str) -> "ChangeQuerySet":
        """Changes that were not committed yet when the mark was taken, whatever the order of their keys."""
        if connection.vendor == "postgresql":
            unseen = "NOT pg_visible_in_snapshot(delivery_change.transaction::text::xid8, %s::pg_snapshot)"
            return self.filter(RawSQL(unseen, [mark], output_field=models.BooleanField()))
        return self.filter(pk__gt=int(mark))


class Change(models.Model):
    """Something with this tag is being changed; written in the transaction that changes it."""

    tag = models.CharField(max_length=100)
    at = models.DateTimeField()
    is_swept = models.BooleanField(default=False)
    transaction = models.BigIntegerField(null=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["tag", "id"], name="change_by_tag"),
            models.Index(fields=["is_swept", "at"], name="change_by_state"),
        ]

    def __str__(self) -> str:
        return self.tag
