"""Which keys a person may give."""

import pytest

from viewer.core.actions import ACTIONS, BY_ID, Where, keys_of
from viewer.core.keys import owner_of, refusal_of, sound, with_keys


def test_that_no_two_actions_of_the_table_have_the_same_keys() -> None:
    keys = [spec.keys for spec in ACTIONS if spec.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_that_a_person_could_give_the_keys_of_the_table(spec: object) -> None:
    assert isinstance(spec, type(ACTIONS[0]))
    assert not spec.keys or not refusal_of(spec, spec.keys)


@pytest.mark.parametrize("keys", ["S", "Shift+S", "Home", "F", "Del"])
def test_that_what_works_while_one_types_is_given_no_letter(keys: str) -> None:
    assert "Ctrl or Alt" in refusal_of(BY_ID["cameras.add"], keys)
    assert BY_ID["camera.snapshot"].where is Where.WALL
    assert not refusal_of(BY_ID["camera.snapshot"], keys)


@pytest.mark.parametrize("keys", ["Esc", "Left", "Ctrl+A", "Tab", "Ctrl+C", "Alt+Left"])
def test_that_keys_with_a_meaning_of_their_own_stay_as_they_are(keys: str) -> None:
    assert "every window" in refusal_of(BY_ID["camera.snapshot"], keys)


def test_that_keys_are_taken_from_who_had_them() -> None:
    chosen = with_keys({}, "camera.turn", "S")
    assert keys_of(BY_ID["camera.turn"], chosen) == "S"
    assert keys_of(BY_ID["camera.snapshot"], chosen) == ""
    assert owner_of("S", chosen, "") is BY_ID["camera.turn"]


def test_that_what_is_as_usual_again_is_not_remembered() -> None:
    chosen = with_keys({}, "camera.turn", "Y")
    assert chosen == {"camera.turn": "Y"}
    assert with_keys(chosen, "camera.turn", BY_ID["camera.turn"].keys) == {}


def test_that_keys_of_another_version_s_actions_are_kept() -> None:
    assert with_keys({"camera.fly": "Y"}, "camera.turn", "Z") == {"camera.fly": "Y", "camera.turn": "Z"}


def test_that_keys_which_no_person_could_have_given_are_refused() -> None:
    kept, refused = sound({"wall.statistics": "Ctrl+K", "program.preferences": "Ctrl+K", "program.about": "A"})
    assert kept == {"wall.statistics": "Ctrl+K"}
    assert refused == {"program.preferences": "Ctrl+K", "program.about": "A"}


def test_that_what_a_person_gave_is_sound() -> None:
    chosen: dict[str, str] = {"camera.fly": "Y"}
    for id, keys in (("camera.turn", "S"), ("camera.snapshot", "T"), ("camera.mirror", "S"), ("wall.undo", "")):
        chosen = with_keys(chosen, id, keys)
    assert sound(chosen) == (chosen, {})
