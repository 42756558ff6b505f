"""How knowledge travels up: a room below opens a registry, rooms above enter their names in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
_LATER: Any = object()


class AlreadyRegistered(ValueError):
    """Two rooms claimed one name: a mistake in the code, found at start-up."""


class NotRegistered(LookupError):
    """Nobody entered this name; the message lists those that exist."""


class Registry(Generic[T]):
    """Things of one kind under unique names, in the order of their names.

    The order does not depend on which app was loaded first, so screens and tests do not either.
    `kind` is the English noun that errors use: `Registry[Check]("check")`.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, T] = {}

    @overload
    def register(self, name: str) -> Callable[[T], T]: ...

    @overload
    def register(self, name: str, entry: T) -> T: ...

    def register(self, name: str, entry: T = _LATER) -> T | Callable[[T], T]:
        """Enter something: `register("name", thing)`, or `@register("name")` above it.

        Raises AlreadyRegistered when the name is taken, even by the same thing.
        """
        if entry is _LATER:
            return lambda decorated: self._enter(name, decorated)
        return self._enter(name, entry)

    def _enter(self, name: str, entry: T) -> T:
        if name in self._entries:
            raise AlreadyRegistered(f"The {self.kind} {name!r} exists already: {self._entries[name]!r}")
        self._entries[name] = entry
        return entry

    @contextmanager
    def temporarily(self, name: str, entry: T) -> Iterator[T]:
        """Enter something and take it out again: for tests and trials."""
        self._enter(name, entry)
        try:
            yield entry
        finally:
            del self._entries[name]

    def __getitem__(self, name: str) -> T:
        """Raises NotRegistered for an unknown name."""
        if name not in self._entries:
            raise NotRegistered(f"No {self.kind} {name!r}; there are: {', '.join(self.names()) or 'none'}")
        return self._entries[name]

    def names(self) -> list[str]:
        return sorted(self._entries)

    def items(self) -> list[tuple[str, T]]:
        return sorted(self._entries.items(), key=lambda pair: pair[0])

    def __iter__(self) -> Iterator[T]:
        return (self._entries[name] for name in self.names())

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __len__(self) -> int:
        return len(self._entries)
