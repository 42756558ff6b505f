"""The list of groups in the order of the Vietnamese alphabet."""

from django.contrib.auth.models import Group
from django.db.models import Case, QuerySet, When
from wagtail.users.views import groups

from cms.core.listing import SortsNames
from cms.core.sorting import word_key


class GroupIndex(SortsNames, groups.IndexView):
    def get_base_queryset(self) -> QuerySet[Group]:
        """With `sort_name`: Django's groups have no key to sort by, and there are a dozen of them."""
        by_name = sorted(Group.objects.all(), key=lambda group: word_key(group.name))
        places = [When(pk=group.pk, then=place) for place, group in enumerate(by_name)]
        found: QuerySet[Group] = super().get_base_queryset()
        return found.annotate(sort_name=Case(*places, default=len(places)))


class GroupViewSet(groups.GroupViewSet):
    index_view_class = GroupIndex
    ordering = ("sort_name",)
