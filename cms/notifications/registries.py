"""Who carries which kind of message out of the house."""

from typing import Protocol

from cms.core.registries import Registry


class Deliverer(Protocol):
    """Delivers one message or raises; may be called again after a failure, so it must be safe to repeat."""

    def __call__(self, payload: dict[str, object]) -> None: ...


deliverers: Registry[Deliverer] = Registry("deliverer")
