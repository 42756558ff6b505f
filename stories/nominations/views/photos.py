"""Photos of a body's nomination: sent piece by piece, seen, taken out."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cms.people.models import User
from stories.nominations import actions
from stories.nominations.actions import NominationRefused, WrongOffset
from stories.nominations.models import NominationPhoto
from stories.nominations.views.doors import for_bodies, own_paper


@require_POST
@for_bodies
def announce(request: HttpRequest, user: User, bodies: frozenset[int], pk: int) -> JsonResponse:
    """A photo is coming; the answer says where its pieces go and how much is here already."""
    size = request.POST.get("size", "")
    try:
        photo = actions.announce_photo(
            own_paper(bodies, pk),
            name=request.POST.get("name", ""),
            size=int(size) if size.isdecimal() else 0,
            by=user,
            at=timezone.now(),
        )
    except NominationRefused as refusal:
        return JsonResponse({"message": str(refusal)}, status=422)
    return JsonResponse({"id": str(photo.pk), "received": photo.received})


@require_POST
@for_bodies
def part(request: HttpRequest, user: User, bodies: frozenset[int], pk: int, photo: UUID) -> JsonResponse:
    """The next piece of a photo, as the body of the request; `Upload-Offset` says where it begins."""
    subject = get_object_or_404(NominationPhoto, pk=photo, nomination=own_paper(bodies, pk))
    offset = request.headers.get("Upload-Offset", "")
    try:
        subject = actions.add_part(
            subject, offset=int(offset) if offset.isdecimal() else -1, data=request.body
        )
    except WrongOffset as refusal:
        return JsonResponse({"received": refusal.received}, status=409)
    except NominationRefused as refusal:
        return JsonResponse({"message": str(refusal)}, status=422)
    return JsonResponse({"received": subject.received, "complete": subject.is_complete})


@require_POST
@for_bodies
def remove_photo(
    request: HttpRequest, user: User, bodies: frozenset[int], pk: int, photo: UUID
) -> HttpResponse:
    subject = get_object_or_404(NominationPhoto, pk=photo, nomination=own_paper(bodies, pk))
    try:
        actions.remove_photo(subject, by=user, at=timezone.now())
    except NominationRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("papers:paper", pk)


@require_safe
@for_bodies
def photo_file(
    request: HttpRequest, user: User, bodies: frozenset[int], pk: int, photo: UUID
) -> FileResponse:
    subject = get_object_or_404(
        NominationPhoto.objects.exclude(file=""), pk=photo, nomination=own_paper(bodies, pk)
    )
    return FileResponse(subject.file.open("rb"), content_type="image/jpeg")
