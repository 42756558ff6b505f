"""Dates in the newsroom's form, for templates of every room: Django writes “Thứ 5” where people write “Thứ Năm”."""

from datetime import date, datetime

from django import template
from django.utils.timezone import is_aware, localtime

from cms.core import dates

register = template.Library()


@register.filter
def weekday_date(moment: date | datetime) -> str:
    """“Thứ Năm, 1/1/2099” by the house's clock, for readers."""
    return dates.weekday_date(_here(moment))


@register.filter
def weekday_screen_date(moment: date | datetime) -> str:
    """“Thứ Năm, 01/01/2099”, for the screens of the house."""
    return dates.weekday_screen_date(_here(moment))


def _here(moment: date | datetime) -> date | datetime:
    return localtime(moment) if isinstance(moment, datetime) and is_aware(moment) else moment
