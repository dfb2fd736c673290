"""The commands of one camera: its own, those of every camera, and /help."""

from collections.abc import Callable
from typing import Any

import pytest

from camwire.commands import announced, received
from camwire.errors import UsageError
from camwire.values import Jpeg
from sender.commands.declared import RESERVED, DeclaredCommands, declare
from sender.commands.registering import with_standard
from sender.pictures.look import Look
from sender.pipeline.pipeline import Pipeline
from sender.standard import Standard
from tests.sender.support import SwitchedSource
from tests.support.waiting import until

Run = Callable[..., Any]


def standard_of(source: SwitchedSource) -> tuple[Pipeline, Standard]:
    pipeline = Pipeline(source, Look(), None, lambda _: None, lambda *_: None)
    return pipeline, Standard(pipeline, lambda: 0)


def own() -> DeclaredCommands:
    commands = DeclaredCommands()

    def move(pan: float) -> None:
        """Move the camera.

        pan: where to
        """

    commands.add(declare(move, pan=(0, 180)))
    return commands


@pytest.fixture
def commands(run: Run) -> DeclaredCommands:
    async def made() -> DeclaredCommands:
        return with_standard(own(), standard_of(SwitchedSource())[1])

    commands: DeclaredCommands = run(made())
    return commands


def test_that_every_camera_has_the_built_in_commands_beside_its_own(commands: DeclaredCommands) -> None:
    assert {each.name for each in commands.commands} == RESERVED | {"move"}
    assert received(announced(commands.commands)) == tuple(commands.commands)
    assert all(each.help for each in commands.commands)


def test_that_only_a_restart_is_asked_back_for(commands: DeclaredCommands) -> None:
    assert [each.name for each in commands.commands if each.is_dangerous] == ["restart"]


def test_that_help_lists_all_commands_and_what_one_takes(commands: DeclaredCommands, run: Run) -> None:
    help = commands.find("help")
    assert help is not None
    listed = run(help.function())  # type: ignore[arg-type]
    assert listed["/move <pan>"] == "Move the camera."
    assert len(listed) == len(commands.commands)
    taken = run(help.function("/move")).splitlines()  # type: ignore[call-arg, arg-type]
    assert taken[0] == "/move <pan>"
    assert taken[-1] == "pan: 0 to 180. where to"


def test_that_help_says_what_there_is_not(commands: DeclaredCommands, run: Run) -> None:
    help = commands.find("help")
    assert help is not None
    with pytest.raises(UsageError, match="This camera has no command /dance"):
        run(help.function("dance"))  # type: ignore[call-arg, arg-type]


def test_that_a_snapshot_is_a_picture(run: Run) -> None:
    async def scene() -> None:
        source = SwitchedSource()
        pipeline, standard = standard_of(source)
        snapshot = with_standard(own(), standard).find("snapshot")
        assert snapshot is not None
        assert snapshot.command.help.startswith("Take the next picture in full resolution")
        await pipeline.start()
        try:
            source.give(50)
            taken = await snapshot.function()  # type: ignore[misc]
            assert isinstance(taken, Jpeg)
            assert (taken.width, taken.height) == (64, 48)
            await until(lambda: pipeline.picture_size)
        finally:
            await pipeline.stop()

    run(scene())


def test_that_one_command_too_many_is_refused(run: Run) -> None:
    async def scene() -> None:
        commands = DeclaredCommands()
        for number in range(191):
            commands.add(declare(lambda: None, name=f"go-{number}"))
        with pytest.raises(UsageError, match="A camera can have 200 commands"):
            with_standard(commands, standard_of(SwitchedSource())[1])

    run(scene())
