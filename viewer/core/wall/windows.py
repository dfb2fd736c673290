"""In which window a camera belongs."""

from collections.abc import Iterable

from viewer.core.settings import OtherWindowSettings


def claim(others: Iterable[OtherWindowSettings], key: str, window: OtherWindowSettings | None) -> None:
    """Let a camera belong to `window`, and to none of the `others`; if it is not among them, to the first window."""
    for settings in others:
        rest = [each for each in settings.cameras if each != key]
        settings.cameras[:] = [*rest, key] if settings is window else rest
