"""What assignments tell the home: what is mine to do, what nobody has, what is late, what is due this week."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from cms.people.models import User
from cms.workflow.registries import pile
from cms.workflow.rules import Coming, Item, Pile
from stories.assignments import permissions, queries
from stories.assignments.models import Assignment

WEEK = timedelta(days=7)


def piles(user: User, at: datetime) -> Iterator[Pile]:
    day = localdate(at)
    newsrooms, leads = permissions.newsrooms_of(user, day), permissions.leads_in(user, day)
    url = reverse("assignments:to_do")
    if newsrooms:
        yield pile(
            queries.to_do(newsrooms).filter(person=user),
            _item,
            label="Việc giao cho bạn",
            url=f"{url}?cua-toi=1",
            teaches="Việc hiện ở đây khi thư ký tòa soạn hoặc biên tập viên giao cho bạn.",
        )
    if leads:
        yield pile(
            queries.to_do(leads).filter(person=None),
            _item,
            label="Việc chưa giao ai",
            url=url,
            teaches="Việc của ban mở ra khi tòa soạn nhận hồ sơ mà chưa chọn người làm.",
        )


def overdue(user: User, at: datetime) -> Iterator[Pile]:
    day = localdate(at)
    leads = permissions.leads_in(user, day)
    found = Assignment.objects.late(day).select_related("person", "desk")
    yield pile(
        found.filter(Q(person=user) | Q(desk__organisation__in=leads)).order_by("due_on", "pk"),
        _late,
        label="Việc trễ hạn nộp",
        url=reverse("assignments:to_do"),
    )


def due(user: User, at: datetime) -> Iterator[Coming]:
    day = localdate(at)
    mine = Assignment.objects.running().filter(person=user, due_on__gte=day, due_on__lt=day + WEEK)
    for one in mine.order_by("due_on", "pk"):
        yield Coming(one.due_on, one.title, _url(one), note="hạn nộp bài")


def _item(one: Assignment) -> Item:
    return Item(one.title, _url(one), f"{one.desk.name}, hạn nộp {one.due_on:%d/%m/%Y}", one.given_at)


def _late(one: Assignment) -> Item:
    return Item(one.title, _url(one), f"{one.person or 'chưa giao ai'}, hạn nộp {one.due_on:%d/%m/%Y}")


def _url(one: Assignment) -> str:
    return reverse("assignments:assignment", args=[one.pk])
