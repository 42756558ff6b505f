"""How often somebody without an account may try something: counted in the shared cache, by address."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


def address_of(request: HttpRequest) -> str:
    """Where the request comes from, as the sign-in's limits see it (a trusted proxy's word where there is one)."""
    return str(get_adapter().get_client_ip(request))


@dataclass(frozen=True, slots=True)
class Limit:
    """`most` times in each period of `per`. Only a keyed hash of the address is kept, until the period is over."""

    name: str
    most: int
    per: timedelta

    def is_spent(self, address: str, at: datetime) -> bool:
        return int(cache.get(self._key(address, at), 0)) >= self.most

    def spend(self, address: str, at: datetime) -> None:
        # Not `incr`: on the database cache it forgets the timeout. Two at once may count as one; codes are long.
        key = self._key(address, at)
        cache.set(key, int(cache.get(key, 0)) + 1, self.per.total_seconds())

    def _key(self, address: str, at: datetime) -> str:
        period = int(at.timestamp() // self.per.total_seconds())
        return f"limit:{self.name}:{period}:{salted_hmac('cms.people.limits', address).hexdigest()[:32]}"
