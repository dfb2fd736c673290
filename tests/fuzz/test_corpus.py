"""Every input that is kept is taken as it should be: those of our own writers, and those that once were findings."""

from collections.abc import Iterator

import pytest

from tests.fuzz import inputs, parsers


@pytest.fixture(params=parsers.names())
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def parser(name: str) -> Iterator[parsers.Parser]:
    loaded = parsers.load(name)
    yield loaded
    parsers.close(loaded)


def test_that_all_that_is_kept_is_taken(name: str, parser: parsers.Parser) -> None:
    kept = inputs.kept(name)
    assert kept, "python -m tests.fuzz.inputs"
    for path in kept:
        parser.take(path.read_bytes())


def test_that_what_is_written_today_is_taken(name: str, parser: parsers.Parser) -> None:
    seeds = parser.seeds()
    assert {f"{inputs.OWN}{seed}{inputs.SUFFIX}" for seed in seeds} <= {path.name for path in inputs.kept(name)}
    for data in seeds.values():
        parser.take(data)
