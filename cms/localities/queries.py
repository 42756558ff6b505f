"""What a place was and became."""

from django.db.models import Q

from cms.core.sorting import word_key
from cms.localities.enums import Level, Scheme
from cms.localities.models import Locality, LocalityQuerySet


def became(locality: Locality) -> LocalityQuerySet:
    """Today's units of a former one: its successors, and for a district those of its communes; itself when current."""
    if locality.scheme == Scheme.SINCE_2025:
        return Locality.objects.filter(pk=locality.pk)
    if locality.level == Level.COMMUNE:
        return Locality.objects.filter(came_from__old=locality).distinct()
    return Locality.objects.filter(came_from__old__parent=locality).distinct()


def was(locality: Locality) -> LocalityQuerySet:
    """The former units that went into a current one, their districts included."""
    old = Locality.objects.filter(became__new=locality).values("pk")
    districts = Locality.objects.filter(children__in=old).values("pk")
    return Locality.objects.filter(Q(pk__in=old) | Q(pk__in=districts))


def family(locality: Locality) -> LocalityQuerySet:
    """The place under all its names: a story about any of them is a story about it."""
    current = became(locality).values("pk")
    former = Locality.objects.filter(became__new__in=current).values("pk")
    return Locality.objects.filter(Q(pk__in=current) | Q(pk__in=former))


def former_names(locality: Locality) -> list[str]:
    """Names of the units that went into this one and of their districts, for search."""
    if locality.scheme == Scheme.UNTIL_2025:
        parent = locality.parent
        return [parent.name] if parent else []
    pairs = locality.came_from.values_list("old__name", "old__parent__name")
    return sorted({name for pair in pairs for name in pair if name})


def made_of(locality: Locality) -> list[str]:
    """The former communes that went into this one, by district, as a sentence lists them."""
    pairs = set(locality.came_from.values_list("old__name", "old__parent__name"))
    districts = sorted({district or "" for _, district in pairs}, key=word_key)
    return [
        _of_district(district, [name for name, of in pairs if (of or "") == district])
        for district in districts
    ]


def _of_district(district: str, communes: list[str]) -> str:
    names = ", ".join(_within_sentence(name) for name in sorted(communes, key=word_key))
    return f"{names} ({_within_sentence(district)})" if district else names


def _within_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]
