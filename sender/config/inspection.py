"""What `check` finds in a configuration that can be read: what will be shown, and what is hardly meant so."""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

from camwire.errors import UsageError
from sender.asked import Asked
from sender.outlook import Outlook
from sender.picamera.all_options import read_options
from sender.picamera.known import doubts
from sender.service.unit import STATE
from sender.sources import kind_of
from sender.sources.image_folder import ImageFolder
from sender.sources.picamera import PiCamera
from sender.sources.video_file import VideoFile
from sender.sources.webcam import Webcam
from sender.state import NOWHERE

HOMES = ("/home", "/root", "/run/user")
OWN_FOLDER = f"/var/lib/{STATE}"


@dataclass(frozen=True, slots=True)
class Inspection:
    """Of one file: a sentence for each of its cameras, and those of what may not work."""

    shown: Sequence[str]
    warnings: Sequence[str]


def require_whole_paths(asked: argparse.Namespace) -> None:
    """Raise UsageError for a path that another folder, or another user, would have mean something else."""
    for key, path in _paths(asked):
        if path.startswith("~"):
            way_out = f", such as /srv/{Path(path).name}"
        elif not os.path.isabs(path):
            way_out = f": {os.path.abspath(path)}"
        else:
            continue
        raise UsageError(
            f"“{key}” is {path}, and a service, which begins in another folder, would not find that. "
            f"Write the whole path{way_out}"
        )


def require_own_source(asked: argparse.Namespace, outlook: Outlook, others: Sequence[Outlook]) -> None:
    """Raise UsageError where one of the `others` shows the same camera: only one program part can open it."""
    if kind_of(asked.source) in (PiCamera, Webcam):
        for other in others:
            if other.source == outlook.source:
                raise UsageError(
                    f"“{other.name}” and “{outlook.name}” both show {outlook.source}, which can be opened only once. "
                    "Give each a camera of its own."
                )


def warnings(asked: argparse.Namespace) -> Iterator[str]:
    """Sentences about one camera that can be made, and will hardly do what was meant."""
    for key, path in _paths(asked):
        if key == "source" and not os.path.exists(path):
            yield f"There is no {path} now."
        if key == "state" and not Path(path).is_relative_to(OWN_FOLDER):
            yield f"A service may write only below {OWN_FOLDER}, and not to {path}. Leave out “state”."
        elif path.startswith(tuple(f"{home}/" for home in HOMES)):
            yield f"{path} lies in somebody's home, where a service may hardly look. Move it, such as to /srv."
    if kind_of(asked.source) is PiCamera:
        words = {**asked.options, **dict(parse_qsl(asked.source.partition("?")[2]))}
        yield from doubts(read_options(words, Asked())[0].controls)


def _paths(asked: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The files and folders that a camera uses, each with its word in the configuration."""
    if kind_of(asked.source) in (VideoFile, ImageFolder):
        yield "source", asked.source
    if asked.state is not None and asked.state != NOWHERE:
        yield "state", asked.state
