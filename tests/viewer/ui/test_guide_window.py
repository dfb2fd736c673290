"""The guide in the program, as a person reads it."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.viewer.ui.conftest import Stage
from viewer.core import guide
from viewer.ui.guide.page_view import PageView
from viewer.ui.guide.window import GuideWindow
from viewer.ui.look import language


def opened(stage: Stage) -> GuideWindow:
    stage.do(stage.window.actions["program.guide"].trigger)
    window: GuideWindow = stage.window.of_program.guide
    assert window.isVisible()
    return window


def picture_of(view: PageView, name: str) -> QImage:
    image = view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(image, QImage)
    return image


def listed(window: GuideWindow) -> list[str]:
    return [window.pages.item(row).text() for row in range(window.pages.count())]


def test_that_f1_opens_one_guide(stage: Stage) -> None:
    stage.activate()
    stage.press(Qt.Key.Key_F1)
    first = opened(stage)
    assert opened(stage) is first
    assert len(listed(first)) == len(guide.PAGES)
    stage.do(lambda: QTest.keyClick(first, Qt.Key.Key_Escape))
    stage.until(lambda: stage.window.of_program.guide is None)


def test_that_every_page_is_shown_with_its_pictures(stage: Stage) -> None:
    window = opened(stage)
    view, most = window.view, window.view._column_width * window.devicePixelRatioF()
    for page in guide.PAGES:
        stage.do(lambda page=page: view.show_page(page))
        shown = view.document()
        assert shown.toPlainText().startswith(guide.title(page))
        pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", guide.text(page))
        assert re.findall(r'<img[^>]*src="([^"]+)"', shown.toHtml()) == pictures
        widths = [view.loadResource(2, each).width() for each in pictures]  # type: ignore[attr-defined]
        assert all(0 < width <= most for width in widths)
        assert shown.idealWidth() <= view.viewport().width() + 1


def test_that_a_link_leads_to_its_heading(stage: Stage) -> None:
    window = opened(stage)
    stage.do(lambda: window.view.anchorClicked.emit(QUrl("troubleshooting.md#multicast")))
    assert window.view.page.name == "troubleshooting.md"
    assert window.pages.currentItem().text() == guide.title(window.view.page)
    assert window.view.verticalScrollBar().value() > 0


def test_that_other_links_are_the_desktop_s(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    window = opened(stage)
    for link in ("https://zeromq.org", "../../pyproject.toml", "nowhere.md"):
        stage.do(lambda link=link: window.view.anchorClicked.emit(QUrl(link)))
    assert asked == ["https://zeromq.org"]
    assert window.view.page == guide.FIRST


def test_that_words_are_looked_for_in_all_pages(stage: Stage) -> None:
    window = opened(stage)
    stage.do(lambda: window.words.setText("SHA-256"))
    assert listed(window) == ["Recording and replay"]
    assert window.view.page.name == "recording.md"
    assert window.view.textCursor().selectedText() == "SHA-256"
    stage.do(lambda: window.words.setText("xylophone"))
    assert listed(window) == []
    assert "Nothing found" in [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    stage.do(window.words.clear)
    assert len(listed(window)) == len(guide.PAGES)
    assert "Nothing found" not in [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_that_a_picture_comes_in_a_pass_of_its_own(stage: Stage) -> None:
    view = opened(stage).view
    page = next(page for page in guide.PAGES[1:] if "![" in guide.text(page))
    (first, *_) = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", guide.text(page))
    came: list[str] = []
    view._pictures.loaded.connect(lambda name, image: came.append(name))
    view.show_page(page)
    stand_in = picture_of(view, first)
    assert stand_in.allGray()
    stage.until(lambda: first in came)
    assert not picture_of(view, first).allGray()
    assert picture_of(view, first).size() == stand_in.size()


@pytest.mark.parametrize(("code", "is_said"), [("en", False), ("de", True)])
def test_that_who_reads_another_language_is_told_that_the_guide_is_english(
    stage: Stage, code: str, is_said: bool
) -> None:
    language.apply(code)
    try:
        window = GuideWindow(stage.window)
        said = [label.text() for label in window.findChildren(QLabel)]
        assert ("Die Anleitung gibt es nur auf Englisch." in said) is is_said
        window.close()
    finally:
        language.apply("en")


def test_that_a_page_that_is_gone_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened(stage)

    def gone(page: object) -> str:
        raise FileNotFoundError(2, "No such file")

    monkeypatch.setattr(guide, "text", gone)
    stage.do(lambda: window.view.show_page(guide.PAGES[1]))
    assert window.view.document().toPlainText() == "This page cannot be read: No such file."
