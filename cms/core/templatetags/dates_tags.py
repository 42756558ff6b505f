"""Dates in the newsroom's form, for templates of every room: Django writes “Thứ 5” where people write “Thứ Năm”."""

from datetime import date, datetime

from django import template
from django.utils.timezone import is_aware, localtime

from cms.core import dates

register = template.Library()


@register.filter
def weekday_date(moment: date | datetime) -> str:
    """“Thứ Năm, 1/1/2099” by the house's clock."""
    if isinstance(moment, datetime) and is_aware(moment):
        moment = localtime(moment)
    return dates.weekday_date(moment)
