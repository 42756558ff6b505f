"""One group a role, with what the role may do; a role's rights are exactly this table's after each run."""

from collections.abc import Set
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from broadcasts.programmes.models import ProgrammeIndexPage
from cms.people.enums import Role
from cms.people.queries import group_name
from stories.pages.models import StoryIndexPage

ADMIN = "wagtailadmin.access_admin"
SEES_DOSSIERS = {
    "exemplars.view_exemplar",
    "dossiers.view_claim",
    "dossiers.view_evidence",
    "dossiers.view_consent",
}
KEEPS_DOSSIERS = SEES_DOSSIERS | {
    f"{app}.{verb}_{model}"
    for app, model in [
        ("exemplars", "exemplar"),
        ("exemplars", "alias"),
        ("dossiers", "claim"),
        ("dossiers", "evidence"),
        ("dossiers", "consent"),
        ("dossiers", "consentgrant"),
    ]
    for verb in ("add", "change")
}
HOLDS = {"exemplars.add_hold", "exemplars.change_hold", "exemplars.view_hold"}
RECEIVES = {"nominations.receive_nomination", "nominations.view_nomination"}
ANSWERS_LETTERS = {"letters.answer_proposal", "letters.override_reading"}
ASKS_READINGS = {"letters.ask_reading"}
RECOGNISES = {"exemplars.add_stage", "exemplars.change_stage"}
READS_PLANS = {
    f"{app}.view_{model}"
    for app, model in [
        ("plans", "plan"),
        ("plans", "target"),
        ("plans", "sector"),
        ("organisations", "organisation"),
        ("organisations", "desk"),
        ("organisations", "block"),
    ]
}
KEEPS_BODIES = READS_PLANS | {
    f"{app}.{verb}_{model}"
    for app, model in [
        ("organisations", "organisation"),
        ("organisations", "desk"),
        ("organisations", "block"),
        ("people", "appointment"),
    ]
    for verb in ("add", "change", "view")
}
WRITES = {"exemplars.choose_exemplar"}
SEES_SLOTS = {"slots.view_slot", "slots.view_column"}
PLANS_SLOTS = SEES_SLOTS | {"slots.change_slot", "slots.add_slot", "slots.change_column", "slots.add_column"}
SEES_TAKEDOWNS = {"stories.view_takedown"}
TAKES_DOWN = SEES_TAKEDOWNS | {"stories.add_takedown"}

PERMISSIONS: dict[Role, set[str]] = {
    # What bodies may do hangs on their appointments, not on a group: another body's papers do not exist for them.
    Role.CLERK: set(),
    Role.HEAD: set(),
    Role.STANDING_OFFICE: (
        KEEPS_BODIES
        | KEEPS_DOSSIERS
        | HOLDS
        | RECOGNISES
        | RECEIVES
        | ANSWERS_LETTERS
        | SEES_SLOTS
        | WRITES
        | SEES_TAKEDOWNS
        | {"dossiers.judge_claim"}
    ),
    Role.COUNCIL_MEMBER: SEES_DOSSIERS | {"nominations.view_nomination"},
    Role.PROPAGANDA: READS_PLANS | SEES_DOSSIERS | SEES_SLOTS | {"nominations.concur_nomination"},
    Role.JOURNALIST: KEEPS_DOSSIERS | SEES_SLOTS | WRITES | ASKS_READINGS,
    Role.CONTRIBUTOR: WRITES,
    Role.DESK_EDITOR: KEEPS_DOSSIERS | SEES_SLOTS | WRITES | ASKS_READINGS,
    Role.RADIO_EDITOR: SEES_DOSSIERS | SEES_SLOTS | WRITES,
    Role.MANAGING_EDITOR: READS_PLANS | SEES_DOSSIERS | PLANS_SLOTS | WRITES | TAKES_DOWN | ASKS_READINGS,
    Role.EDITOR_IN_CHIEF: READS_PLANS
    | SEES_DOSSIERS
    | PLANS_SLOTS
    | WRITES
    | TAKES_DOWN
    | {"stories.view_sealed_copy", "stories.lift_takedown"},
    Role.PHOTO_DESK: set(),
    Role.ADMINISTRATOR: KEEPS_BODIES
    | {"people.add_user", "people.change_user", "people.view_user"}
    | {"plans.add_sector", "plans.change_sector"},
}
STORY_RIGHTS: dict[Role, set[str]] = {
    Role.JOURNALIST: {"add"},
    Role.CONTRIBUTOR: {"add"},
    Role.DESK_EDITOR: {"add", "change"},
    Role.MANAGING_EDITOR: {"add", "change"},
    Role.EDITOR_IN_CHIEF: {"change"},
}
PROGRAMME_RIGHTS: dict[Role, set[str]] = {
    Role.RADIO_EDITOR: {"add", "change"},
    Role.MANAGING_EDITOR: {"change"},
    Role.EDITOR_IN_CHIEF: {"change"},
}
# Wagtail asks for the verbs of its own models, not of ours. Who may only add changes and deletes what is their own.
ADDS_MEDIA = {
    f"{app}.{verb}_{model}"
    for app, model in [("wagtailimages", "image"), ("wagtaildocs", "document")]
    for verb in ("add", "choose")
}
KEEPS_MEDIA = ADDS_MEDIA | {"wagtailimages.change_image", "wagtaildocs.change_document"}
MEDIA_RIGHTS: dict[Role, set[str]] = {
    Role.JOURNALIST: ADDS_MEDIA,
    Role.CONTRIBUTOR: ADDS_MEDIA,
    Role.DESK_EDITOR: KEEPS_MEDIA,
    Role.RADIO_EDITOR: KEEPS_MEDIA,
    Role.MANAGING_EDITOR: KEEPS_MEDIA,
    Role.PHOTO_DESK: KEEPS_MEDIA,
}


class UnknownPermission(LookupError):
    """A permission of the table that no installed room defines: a mistake in the table."""


def provide_groups() -> list[str]:
    """Each role's group with exactly its rights. Where all is as it should be, that takes eleven reads and no write."""
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()
    names = [group_name(role) for role in Role]
    known = set(Group.objects.filter(name__in=names).values_list("name", flat=True))
    missing = [name for name in names if name not in known]
    Group.objects.bulk_create(Group(name=name) for name in missing)
    keys = dict(Group.objects.filter(name__in=names).values_list("name", "pk"))
    groups = {role: keys[group_name(role)] for role in Role}
    permissions = _Permissions()
    _grant(groups, permissions)
    _grant_pages(groups, permissions, StoryIndexPage, STORY_RIGHTS)
    _grant_pages(groups, permissions, ProgrammeIndexPage, PROGRAMME_RIGHTS)
    _grant_media(groups, permissions)
    return [f"nhóm {name}" for name in missing]


class _Permissions:
    """The keys of permissions by the names that Django's `has_perm` takes."""

    def __init__(self) -> None:
        rows = Permission.objects.values_list("content_type__app_label", "codename", "pk")
        self.keys = {f"{app}.{codename}": pk for app, codename, pk in rows}

    def __getitem__(self, name: str) -> int:
        try:
            return self.keys[name]
        except KeyError:
            raise UnknownPermission(name) from None


def _grant(groups: dict[Role, int], permissions: _Permissions) -> None:
    wanted = {
        (group, permissions[name]) for role, group in groups.items() for name in {ADMIN} | PERMISSIONS[role]
    }
    rows = Group.permissions.through.objects.filter(group__in=groups.values())
    _make_exactly(rows, ("group_id", "permission_id"), wanted)


def _grant_pages(
    groups: dict[Role, int],
    permissions: _Permissions,
    section: type[Page],
    rights: dict[Role, set[str]],
) -> None:
    page = section.objects.get().pk
    wanted = {
        (groups[role], page, permissions[f"wagtailcore.{verb}_page"])
        for role, verbs in rights.items()
        for verb in verbs
    }
    rows = GroupPagePermission.objects.filter(group__in=groups.values(), page=page)
    _make_exactly(rows, ("group_id", "page_id", "permission_id"), wanted)


def _grant_media(groups: dict[Role, int], permissions: _Permissions) -> None:
    root = Collection.get_first_root_node().pk
    wanted = {
        (groups[role], root, permissions[name]) for role, names in MEDIA_RIGHTS.items() for name in names
    }
    rows = GroupCollectionPermission.objects.filter(group__in=groups.values(), collection=root)
    _make_exactly(rows, ("group_id", "collection_id", "permission_id"), wanted)


def _make_exactly(rows: QuerySet[Any], fields: tuple[str, ...], wanted: Set[tuple[int, ...]]) -> None:
    """The rows become those of `wanted`; nothing is written where they are."""
    there = {tuple(values): pk for pk, *values in rows.values_list("pk", *fields)}
    if odd := [pk for values, pk in there.items() if values not in wanted]:
        rows.filter(pk__in=odd).delete()
    missing = sorted(wanted - there.keys())
    rows.model.objects.bulk_create(rows.model(**dict(zip(fields, values, strict=True))) for values in missing)
