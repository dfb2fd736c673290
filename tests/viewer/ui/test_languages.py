"""Every sentence in every language: none missing, none broken, none outside the translator's sight."""

import ast
import importlib.util
import string
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from camwire.controls import ControlRow
from camwire.translation import figure, tr
from tests.support.window_words import loose_sentences, spoken_literals, words_of
from viewer.core.actions import ACTIONS
from viewer.core.controls import control_words
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.look import language, words

ROOT = Path(__file__).parents[3]
LOAD_SECONDS = 0.005
# What is copied for developers stays English.
NOT_FOR_READING = {"sheet.py", "diagnostics.py"}
OF_THE_TABLE = {spec.section for spec in ACTIONS}


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


TRANSLATIONS = _tool()
ALL = (TRANSLATIONS.SOURCE, *TRANSLATIONS.TRANSLATED)
SENTENCES = TRANSLATIONS.collected()


@pytest.fixture(autouse=True)
def _english_again(qapp: Any) -> Iterator[None]:
    yield
    language.apply("en")


@pytest.mark.parametrize("code", ALL)
def test_that_no_sentence_lacks_its_translation(code: str) -> None:
    missing = TRANSLATIONS.missing(code)
    assert not missing, "Run packaging/translations.py and translate what is unfinished in resources/translations."


@pytest.mark.parametrize("code", ALL)
def test_that_nothing_is_translated_that_nobody_says(code: str) -> None:
    assert TRANSLATIONS.translations(code).keys() <= SENTENCES.keys()


@pytest.mark.parametrize("code", ALL)
def test_that_every_translation_has_the_places_of_its_sentence(code: str) -> None:
    for text, forms in TRANSLATIONS.translations(code).items():
        for form in forms:
            assert _places(form) == _places(text), form
        # One of something may be said without its number.
        assert ("%n" in text) == ("%n" in forms[-1]), text


@pytest.mark.parametrize("code", TRANSLATIONS.TRANSLATED)
def test_that_a_translation_ends_as_its_sentence_does(code: str) -> None:
    for text, forms in TRANSLATIONS.translations(code).items():
        for form in forms:
            for mark in (".", "…", " ", "?", ":"):
                assert form.endswith(mark) == text.endswith(mark), form


@pytest.mark.parametrize("code", ALL)
def test_that_what_the_program_reads_is_what_was_translated(code: str, tmp_path: Path) -> None:
    TRANSLATIONS.release(code, tmp_path / "anew.qm")
    assert (tmp_path / "anew.qm").read_bytes() == TRANSLATIONS.qm(code).read_bytes(), "Run packaging/translations.py."


def test_that_only_literals_and_marked_texts_are_translated() -> None:
    for file in _sources("camwire", "viewer"):
        for call in _calls(file, "tr", "phrase"):
            where = f"{file.relative_to(ROOT)}:{call.lineno}"
            text, is_tr = call.args[0], isinstance(call.func, ast.Name) and call.func.id == "tr"
            assert is_tr or isinstance(text, ast.Constant), where
            assert not isinstance(text, ast.JoinedStr | ast.BinOp), where


def test_that_no_text_reaches_a_widget_untranslated() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text}"
        for file in _sources("viewer/ui")
        for line, text in spoken_literals(ast.parse(file.read_bytes()))
    ]
    assert not found, "\n".join(found)


def test_that_no_sentence_of_the_window_stands_outside_the_translator_s_sight() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text}"
        for file in _sources("viewer/ui")
        if file.name not in NOT_FOR_READING
        for line, text in loose_sentences(ast.parse(file.read_bytes()))
        if text not in OF_THE_TABLE
    ]
    assert not found, "\n".join(found)


def test_that_no_error_for_a_person_is_left_untranslated() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in _sources("viewer/core", "viewer/ui")
        for call in _calls(file, "UsageError")
        if call.args and isinstance(call.args[0], ast.Constant | ast.JoinedStr) and file.name != "encoding.py"
    ]
    assert not found, "\n".join(found)


def test_that_a_dialog_speaks_the_language_in_force(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for code, title, no in (("de", "Eine Kamera hinzufügen", "Abbrechen"), ("fr", "Ajouter une caméra", "Annuler")):
        assert language.apply(code) == language.in_force() == code
        dialog = AddDialog(lambda *_: None, lambda *_: None, window)
        assert dialog.windowTitle() == title
        assert no in words_of(dialog)


def test_that_plurals_follow_the_language() -> None:
    found = {}
    for code in ALL:
        language.apply(code)
        found[code] = [tr("%n cameras", count) for count in (0, 1, 2)]
    assert found == {
        "en": ["0 cameras", "1 camera", "2 cameras"],
        "de": ["0 Kameras", "1 Kamera", "2 Kameras"],
        "fr": ["0 caméra", "1 caméra", "2 caméras"],
    }


def test_that_numbers_days_and_qt_s_own_words_follow_the_language() -> None:
    language.apply("de")
    assert words.mbit(3.14) == "3,1"
    assert words.age(1.42) == "1,4 s"
    assert QLocale().language() is QLocale.Language.German
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    language.apply("en")
    assert words.mbit(3.14) == "3.1"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize("code", ALL)
def test_that_a_number_in_a_box_can_be_typed_back(code: str) -> None:
    language.apply(code)
    whole, real = ControlRow("exposure", "integer", unit="µs"), ControlRow("gain", "number", unit="")
    for value in (0.3, 14.125, 66666.0, -1.5, 0.00012):
        assert control_words.typed(real, control_words.number(value)) == value
    for limit in (29, 66_666, 1_200_000):
        assert control_words.typed(whole, f"{figure(limit, ',')} µs") == limit


def test_that_the_system_s_language_is_found_among_several(monkeypatch: pytest.MonkeyPatch) -> None:
    for spoken, wanted in ((["nl-NL", "fr-BE", "en"], "fr"), (["de-AT"], "de"), (["nl"], "en"), ([], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda *_, spoken=spoken: spoken)
        assert language.apply(language.SYSTEM) == wanted


def test_that_an_unknown_choice_is_the_system_s() -> None:
    assert language.apply("tlh") in language.LANGUAGES


def test_that_every_language_can_be_chosen_by_its_own_name() -> None:
    assert [code for code, _ in language.choices()] == ["", "en", "de", "fr"]
    assert dict(language.choices())["fr"] == "Français"


@pytest.mark.alone
def test_that_switching_takes_no_time_that_anybody_notices() -> None:
    took = []
    for code in ALL * 3:
        start = perf_counter()
        language.apply(code)
        took.append(perf_counter() - start)
    assert sorted(took)[len(took) // 2] < LOAD_SECONDS


def _places(text: str) -> list[tuple[str, str]]:
    return sorted((name, form or "") for _, name, form, _ in string.Formatter().parse(text) if name is not None)


def _sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def _calls(file: Path, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node
