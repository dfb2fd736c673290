"""What a paired viewer may ask of a camera."""

import pytest

from camwire.rights import Rights


def test_that_each_includes_those_before_it() -> None:
    order = [Rights.WATCH, Rights.TALK, Rights.CONTROL]
    for place, rights in enumerate(order):
        assert [rights.includes(wanted) for wanted in order] == [each <= place for each in range(3)]


@pytest.mark.parametrize("rights", Rights)
def test_that_a_sentence_says_what_is_missing_and_who_can_give_it(rights: Rights) -> None:
    for wanted in Rights:
        refusal = rights.refusal(wanted)
        assert bool(refusal) is not rights.includes(wanted)
        if refusal:
            assert refusal.endswith(f"watchword-camera rights NAME {wanted}")
