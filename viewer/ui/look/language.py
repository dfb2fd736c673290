"""The language of the program: which there are, and which is in force, for our words, Qt's, numbers and days."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from camwire.translation import tr, translate_by
from viewer.ui.look import resources

CONTEXT = "Watchword"
SYSTEM = ""
LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "de": "Deutsch", "fr": "Français"})
"""Each in its own words, by the code that settings hold."""
CACHED = 2048
MANY = 1_000_000_000
"""Plurals know no more; Qt counts in 32 bits."""

_of_qt: list[QTranslator] = []
_in_force = "en"


def choices() -> list[tuple[str, str]]:
    """What a person can choose: codes for `apply` and words, the system's language first."""
    return [(SYSTEM, tr("As the system")), *LANGUAGES.items()]


def in_force() -> str:
    """The code of the language that was applied last."""
    return _in_force


def apply(choice: str) -> str:
    """Use the language `choice` from now on, for all that is built or said later; return its code. The system's
    where `choice` is none of ours, and English where we do not have that one.

    Words that widgets show already stay as they are. In the GUI thread.
    """
    global _in_force
    _in_force = choice if choice in LANGUAGES else _of_system()
    locale = _locale(_in_force)
    QLocale.setDefault(locale)
    translator = _loaded(f"watchword_{_in_force}", str(resources.folder() / "translations"))
    found = lru_cache(CACHED)(lambda text, number: _translated(translator, text, number))
    translate_by(found, locale.decimalPoint(), locale.groupSeparator())
    _use_qt_words(_in_force)
    return _in_force


def _translated(translator: QTranslator, text: str, number: int) -> str:
    return translator.translate(CONTEXT, text, "", min(number, MANY)) or text


def _of_system() -> str:
    for name in QLocale.system().uiLanguages():
        code = name.partition("-")[0].partition("_")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def _locale(code: str) -> QLocale:
    """With the country of the system where that speaks the language."""
    system = QLocale.system()
    return system if QLocale.languageToCode(system.language()) == code else QLocale(code)


def _use_qt_words(code: str) -> None:
    """The words of Qt's own dialogs and menus; English ones are in Qt itself."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for translator in _of_qt:
        app.removeTranslator(translator)
    _of_qt.clear()
    if code != "en":
        translator = _loaded(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        app.installTranslator(translator)
        _of_qt.append(translator)


def _loaded(name: str, folder: str) -> QTranslator:
    """Without its file it translates nothing, and texts stay English."""
    translator = QTranslator()
    translator.load(name, folder)
    return translator
