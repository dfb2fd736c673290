"""Names in the order in which a person looks for them."""

from viewer.core.natural_order import natural


def in_order(*names: str) -> list[str]:
    return sorted(names, key=natural)


def test_that_numbers_count_by_their_value() -> None:
    assert in_order("Demo 1", "Demo 10", "Demo 2") == ["Demo 1", "Demo 2", "Demo 10"]


def test_that_capital_letters_do_not_count() -> None:
    assert in_order("porch", "Garden", "attic") == ["attic", "Garden", "porch"]


def test_that_names_of_every_shape_can_be_compared() -> None:
    names = ["", "7", "a7", "7a", "²", "٣", "a", "007", "9" * 5000]
    assert sorted(in_order(*names)) == sorted(names)
    assert in_order("a 08", "a 7") == ["a 7", "a 08"]
