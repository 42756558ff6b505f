"""One group a role, with what the role may do; a role's rights are exactly this table's after each run."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
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
ADDS_MEDIA = {f"{verb}_{model}" for verb in ("add", "choose") for model in ("image", "document")}
KEEPS_MEDIA = ADDS_MEDIA | {"change_image", "change_document"}
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
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()
    made = []
    for role in Role:
        group, is_new = Group.objects.get_or_create(name=group_name(role))
        group.permissions.set(_permissions({ADMIN} | PERMISSIONS[role]))
        _grant_pages(group, StoryIndexPage, STORY_RIGHTS.get(role, set()))
        _grant_pages(group, ProgrammeIndexPage, PROGRAMME_RIGHTS.get(role, set()))
        _grant_media(group, MEDIA_RIGHTS.get(role, set()))
        if is_new:
            made.append(f"nhóm {group.name}")
    return made


def _permissions(names: set[str]) -> list[Permission]:
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    found = list(Permission.objects.filter(wanted).select_related("content_type"))
    unknown = names - {f"{permission.content_type.app_label}.{permission.codename}" for permission in found}
    if unknown:
        raise UnknownPermission(", ".join(sorted(unknown)))
    return found


def _grant_pages(group: Group, section: type[Page], verbs: set[str]) -> None:
    page = section.objects.get().page_ptr
    codenames = {f"{verb}_page" for verb in verbs}
    GroupPagePermission.objects.filter(group=group, page=page).exclude(
        permission__codename__in=codenames
    ).delete()
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=codenames
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _grant_media(group: Group, codenames: set[str]) -> None:
    root = Collection.get_first_root_node()
    media = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=codenames
    )
    GroupCollectionPermission.objects.filter(group=group, collection=root).exclude(
        permission__in=media
    ).delete()
    for permission in media:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
