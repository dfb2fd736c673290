"""Cameras that belong together, under names of the person's choice; a camera may be in several groups."""

from collections.abc import Iterable

from camwire.translation import tr
from viewer.core.natural_order import natural
from viewer.core.settings import GroupSettings
from viewer.core.wall.names import checked


class Groups:
    """Changes `kept`, the settings' own list. A group without cameras is none."""

    def __init__(self, kept: list[GroupSettings]) -> None:
        self._kept = kept

    @property
    def names(self) -> list[str]:
        """All of them, by the alphabet."""
        return sorted((group.name for group in self._kept), key=natural)

    def members(self) -> dict[str, list[str]]:
        """The keys of the cameras in each."""
        return {group.name: list(group.cameras) for group in self._kept}

    def of(self, key: str) -> list[str]:
        """The groups in which a camera is."""
        return [name for name in self.names if key in self._named(name).cameras]

    def put(self, key: str, names: Iterable[str]) -> None:
        """Let a camera be in these groups and no others. Raises UsageError: a name that cannot be."""
        wanted = {self._known(checked(name, tr("A group needs a name. Write one."))) for name in names}
        for group in self._kept:
            if key in group.cameras and group.name not in wanted:
                group.cameras.remove(key)
        for name in sorted(wanted):
            group = self._named(name)
            if key not in group.cameras:
                group.cameras.append(key)
        self._kept[:] = [group for group in self._kept if group.cameras]

    def _known(self, name: str) -> str:
        """As the group is written that there is."""
        return next((group.name for group in self._kept if group.name.casefold() == name.casefold()), name)

    def _named(self, name: str) -> GroupSettings:
        for group in self._kept:
            if group.name == name:
                return group
        self._kept.append(GroupSettings(name=name))
        return self._kept[-1]
