"""The cameras and ports that the person chose: on the wall, and in the settings for the next time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.finding.found import FoundCamera
from viewer.core.fleet import Fleet
from viewer.core.own.cameras import OwnCameras
from viewer.core.pictures.orientation import Orientation
from viewer.core.sessions.session import Session
from viewer.core.settings import (
    CallerSettings,
    CameraSettings,
    ListenSettings,
    OwnCameraSettings,
    PresetSettings,
    SettingsFile,
    ViewSettings,
)
from viewer.core.wall.groups import Groups


@dataclass(frozen=True, slots=True)
class Removed:
    """What was known of a camera before it was removed."""

    key: str
    given_name: str
    own_name: str
    cameras: list[CameraSettings]
    presets: list[PresetSettings]
    views: list[ViewSettings]
    own: list[OwnCameraSettings]
    groups: list[str]
    is_dialled: bool = True


class KnownCameras:
    """Does with the fleet what the person wishes, and remembers it. Lives in the loop's thread.

    `tell(sentence)` is called when the settings could not be written.
    """

    def __init__(self, fleet: Fleet, file: SettingsFile, tell: Callable[[str], object]) -> None:
        self.own: OwnCameras | None = None
        """The cameras of this computer, where it may have some."""
        self.groups = Groups(file.settings.group)
        """Which cameras belong together."""
        self._fleet = fleet
        self._file = file
        self._tell = tell

    def add(self, address: str, name: str) -> Session:
        """Connect to a camera and remember it. Raises UsageError."""
        session = self._fleet.add(address, name)
        self._file.settings.camera.append(CameraSettings(endpoint=session.identity.key, name=name))
        self.save()
        return session

    def is_known(self, found: FoundCamera) -> bool:
        """Whether a camera of the network is on the wall already, at whatever address."""
        here = str(found.endpoint), f"id:{found.id}"
        return any(
            session.identity.key in here
            or found.id in (session.talk.camera_id, session.hello.id if session.hello is not None else "")
            for session in self._fleet
        )

    def add_found(self, found: Iterable[FoundCamera]) -> list[Session]:
        """Connect to cameras of the network, and remember them; those that came meanwhile are left as they are."""
        return [self.add(str(each.endpoint), "") for each in found if not self.is_known(each)]

    def add_own(self, source: str, name: str) -> Session:
        """Start a camera program of this computer, and remember it. Raises UsageError."""
        assert self.own is not None
        address = self.own.add(source, name)
        try:
            return self.add(address, "")
        except UsageError:
            self.own.remove(address)
            raise

    def listen(self, address: str, is_open: bool) -> list[Endpoint]:
        """Let cameras call at a port, or at several, and remember it; return those that are new. Raises UsageError."""
        begun: list[Endpoint] = []
        before = self._fleet.listening
        try:
            for endpoint in Endpoint.parse_all(address):
                if endpoint not in before:
                    begun.append(self._fleet.listen(str(endpoint), is_open))
        except UsageError:
            for endpoint in begun:
                self._fleet.stop_listening(endpoint)
            raise
        self._file.settings.listen += [ListenSettings(endpoint=str(each), open=is_open) for each in begun]
        self.save()
        return begun

    def stop_listening(self, endpoint: Endpoint) -> None:
        """Close a port; the cameras that called there stay on the wall as offline."""
        self._fleet.stop_listening(endpoint)
        kept = self._file.settings.listen
        kept[:] = [each for each in kept if each.endpoint != str(endpoint)]
        self.save()

    def rename(self, session: Session, name: str) -> None:
        """Call a camera by the person's own name for it."""
        session.rename(name)
        key, settings = session.identity.key, self._file.settings
        if self._fleet.is_dialled(key):
            for camera in settings.camera:
                if camera.endpoint == key:
                    camera.name = name
        else:
            known = [CallerSettings(key=key, name=name)] if name else []
            settings.caller[:] = [each for each in settings.caller if each.key != key] + known
        self.save()

    def recognise(self, session: Session) -> None:
        """A camera has come: if it calls us, and the person has a name for it, it is called so; and its pictures are
        turned as they were last time."""
        for caller in self._file.settings.caller:
            if caller.key == session.identity.key:
                session.rename(caller.name)
        for view in self._file.settings.view:
            if view.camera == session.identity.key:
                session.orientation = Orientation(view.turns, view.mirrored)

    def orient(self, session: Session, orientation: Orientation) -> None:
        """Show a camera's pictures turned so, from now on."""
        session.orientation = orientation
        key, views = session.identity.key, self._file.settings.view
        kept = ViewSettings(camera=key, turns=orientation.turns, mirrored=orientation.is_mirrored)
        views[:] = [each for each in views if each.camera != key] + ([] if orientation.is_upright else [kept])
        self.save()

    def remove(self, session: Session) -> Removed:
        """Forget a camera; what comes back is all that `restore` needs to have it again."""
        key, settings = session.identity.key, self._file.settings
        removed = Removed(
            key,
            session.identity.given_name,
            session.own_name,
            [camera for camera in settings.camera if camera.endpoint == key],
            [preset for preset in settings.preset if preset.camera == key],
            [view for view in settings.view if view.camera == key],
            [own for own in settings.own if own.endpoint == key],
            self.groups.of(key),
            self._fleet.is_dialled(key),
        )
        settings.camera[:] = [camera for camera in settings.camera if camera.endpoint != key]
        settings.preset[:] = [preset for preset in settings.preset if preset.camera != key]
        settings.view[:] = [view for view in settings.view if view.camera != key]
        self.groups.put(key, [])
        self._fleet.remove(key)
        if self.own is not None:
            self.own.remove(key)
        self.save()
        return removed

    def restore(self, removed: Removed) -> None:
        """Have a removed camera again as it was; one that calls us comes back when it calls. Raises UsageError."""
        settings = self._file.settings
        settings.preset += removed.presets
        settings.view += removed.views
        self.groups.put(removed.key, removed.groups)
        if self.own is not None:
            for own in removed.own:
                self.own.restore(own)
        if removed.is_dialled:
            self._fleet.add(removed.key, removed.given_name, removed.own_name)
            settings.camera += removed.cameras
        else:
            self._fleet.readmit(removed.key)
        self.save()

    def save(self) -> None:
        """Write the settings; say so if that fails."""
        for camera in self._file.settings.camera:
            if camera.endpoint in self._fleet:
                camera.own_name = self._fleet[camera.endpoint].own_name
        try:
            self._file.save()
        except (OSError, ValueError) as error:
            self._tell(
                tr("The settings could not be saved: {error}. Free some space, or check that folder.", error=error)
            )
