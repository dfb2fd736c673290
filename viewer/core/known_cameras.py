"""The cameras and ports that the person chose: on the wall, and in the settings for the next time."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from camwire.endpoint import SECURE, Endpoint
from camwire.errors import UsageError
from camwire.translation import phrase, tr
from viewer.core.finding.found import FoundCamera
from viewer.core.fleet import Fleet
from viewer.core.own.cameras import OwnCameras
from viewer.core.pairing import moving
from viewer.core.pairing.asking import Proved
from viewer.core.pairing.moving import Packed
from viewer.core.pictures.orientation import Orientation
from viewer.core.pictures.picture import Picture
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import REFUSING, Phase
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

TAKEN = phrase(
    "{name} calls itself by the id of {other}, which is paired by another key. Nothing was kept. If {other} was set up "
    "anew, forget it in Paired cameras first, and pair again."
)


@dataclass(frozen=True, slots=True)
class Removed:
    """What was known of a camera before it was removed."""

    key: str
    endpoint: str
    given_name: str
    own_name: str
    cameras: list[CameraSettings]
    presets: list[PresetSettings]
    views: list[ViewSettings]
    own: list[OwnCameraSettings]
    groups: list[str]
    is_dialled: bool = True
    camera_key: str = ""


class KnownCameras:
    """Does with the fleet what the person wishes, and remembers it. Lives in the loop's thread.

    `tell(sentence)` is called when the settings could not be written.
    """

    def __init__(self, fleet: Fleet, file: SettingsFile, tell: Callable[[str], object]) -> None:
        self.own: OwnCameras | None = None
        """The cameras of this computer, where it may have some."""
        self.before_trial: Callable[[str], Endpoint | None] = lambda place: None
        """Where a camera was that is being tried at another address."""
        self.groups = Groups(file.settings.group)
        """Which cameras belong together."""
        self._fleet = fleet
        self._file = file
        self._tell = tell
        fleet.keyring.observe(self.save)

    def add(self, address: str, name: str, camera_key: str = "") -> Session:
        """Connect to a camera and remember it, and the public key that it has to prove (Z85), where one is known.

        Raises UsageError.
        """
        session = self._fleet.add(address, name, camera_key=camera_key)
        self._file.settings.camera.append(CameraSettings(endpoint=session.identity.key, name=name, key=camera_key))
        self.save()
        return session

    def pair(self, proved: Proved, meant: Session | None = None, place: Endpoint | None = None) -> Session | None:
        """Remember who proved to be a camera, and have it on the wall, where `meant` is it already; return its session,
        None for a camera that will call. `place`: it serves there; else where it said.

        Raises UsageError where it cannot come on the wall, or takes the id of another one; only for that one itself
        (`meant`) is another key kept.
        """
        fleet, key = self._fleet, proved.offer.key
        known = fleet.called_at(meant.identity.key)[1] if meant is not None else ""
        for paired in fleet.keyring.paired:
            if paired.id == proved.offer.id and paired.key not in (key, known):
                raise UsageError(tr(TAKEN, name=proved.offer.name, other=paired.name))
        fleet.keyring.add(proved.offer, round(time.time()))
        place = place or proved.endpoint
        session = meant or (None if place is None else self._here(proved.offer.id, str(place)))
        if session is not None and fleet.is_dialled(session.identity.key):
            fleet.call(session.identity.key, fleet.called_at(session.identity.key)[0], key)
        elif session is None and place is not None:
            session = self.add(str(place), "", key)
        for each in fleet:
            if each.state.phase is Phase.UNPAIRED:
                # It may be another camera of that computer, which has the same key.
                fleet.retry_now(each.identity.key)
        self.save()
        return session

    def take_over(self, packed: Packed) -> None:
        """Be the viewer that was imported: cameras know it, and those that it had come on the wall."""
        settings, keyring = self._file.settings, self._fleet.keyring
        here = set(map(str, (camera.endpoint for camera in settings.camera)))
        keyring.identity, keyring.trouble = packed.identity, ""
        moving.take_over(packed, settings)
        keyring.changed()
        if self.own is not None:
            self.own.readmit()
        for camera in settings.camera:
            if camera.endpoint not in here:
                address, names = camera.now_at or camera.endpoint, (camera.name, camera.own_name)
                self._fleet.add(address, *names, camera.endpoint, camera.key)
        for endpoint in [each for each in self._fleet.listening if each.pattern == SECURE]:
            self._fleet.stop_listening(endpoint)
            self._fleet.listen(str(endpoint), False)
        for session in self._fleet:
            if session.state.phase in REFUSING:
                self._fleet.retry_now(session.identity.key)
        self.save()

    def key_of(self, camera: CameraSettings) -> str:
        """The public key that it has to prove (Z85; empty: none is known). Cameras of this computer had none once."""
        is_own = self.own is not None and camera.endpoint in self.own
        return self.own.key if self.own is not None and is_own else camera.key

    def forget_pairing(self, key: str) -> None:
        """Trust that public key no more; its cameras stay on the wall, and have to be paired with anew."""
        self._fleet.keyring.forget(key)
        for session in self._fleet:
            place = session.identity.key
            if self._fleet.is_dialled(place) and self._fleet.called_at(place)[1] == key:
                self._fleet.call(place, self._fleet.called_at(place)[0], "")
        self.save()

    def is_known(self, found: FoundCamera) -> bool:
        """Whether a camera of the network is on the wall already, at whatever address."""
        return self._here(found.id, str(found.endpoint)) is not None

    def picture_of(self, found: FoundCamera) -> Picture | None:
        """The newest picture of a camera that is on the wall already and has proved the key that it tells of."""
        session = self._here(found.id, str(found.endpoint))
        is_it = session is not None and session.identity.camera_key == found.key
        return session.last_picture if session is not None and is_it else None

    def add_found(self, found: Iterable[FoundCamera]) -> list[Session]:
        """Connect to cameras of the network, and remember them; those that came meanwhile are left as they are."""
        keyring = self._fleet.keyring
        return [
            self.add(str(each.endpoint), "", each.key if keyring.find(each.key) else "")
            for each in found
            if not self.is_known(each)
        ]

    def add_own(self, source: str, name: str) -> Session:
        """Start a camera program of this computer, and remember it. Raises UsageError."""
        assert self.own is not None
        address = self.own.add(source, name)
        try:
            return self.add(address, "", self.own.key)
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
            session.identity.endpoint,
            session.identity.given_name,
            session.own_name,
            [camera for camera in settings.camera if camera.endpoint == key],
            [preset for preset in settings.preset if preset.camera == key],
            [view for view in settings.view if view.camera == key],
            [own for own in settings.own if own.endpoint == key],
            self.groups.of(key),
            self._fleet.is_dialled(key),
            self._fleet.called_at(key)[1] if self._fleet.is_dialled(key) else "",
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
            names = removed.given_name, removed.own_name
            self._fleet.add(removed.endpoint, *names, removed.key, removed.camera_key)
            settings.camera += removed.cameras
        else:
            self._fleet.readmit(removed.key)
        self.save()

    def save(self) -> None:
        """Write the settings; say so if that fails."""
        for camera in self._file.settings.camera:
            if camera.endpoint in self._fleet:
                camera.own_name = self._fleet[camera.endpoint].own_name
                where, camera.key = self._fleet.called_at(camera.endpoint)
                # What somebody only announced is not kept before it has proved true.
                where = self.before_trial(camera.endpoint) or where
                camera.now_at = "" if str(where) == camera.endpoint else str(where)
        for session in self._fleet:
            paired = self._fleet.keyring.find(session.identity.camera_key)
            if paired is not None and session.hello is not None:
                paired.rights = session.rights
        try:
            self._file.save()
        except (OSError, ValueError) as error:
            self._tell(
                tr("The settings could not be saved: {error}. Free some space, or check that folder.", error=error)
            )

    def _here(self, camera_id: str, address: str) -> Session | None:
        """The camera of that id, or at that address, which is on the wall already."""
        for session in self._fleet:
            said = session.hello.id if session.hello is not None else ""
            if session.identity.key in (address, f"id:{camera_id}") or camera_id in (session.talk.camera_id, said):
                return session
        return None
