"""Language, look, and what happens when the window is closed."""

from typing import Literal, cast

from camwire.translation import tr
from viewer.core.settings import GeneralSettings
from viewer.ui.look import language
from viewer.ui.preferences.part import Part, ValueChoice


class General(Part):
    """`has_tray`: this desktop shows icons of programs that have no window."""

    def __init__(self, settings: GeneralSettings, has_tray: bool) -> None:
        super().__init__(tr("General"))
        self._settings = settings
        self.language = ValueChoice(tr("Language"), language.choices(), settings.language)
        themes = [("", tr("As the system")), ("dark", tr("Dark")), ("light", tr("Light"))]
        self.theme = ValueChoice(tr("Look"), themes, str(settings.theme))
        self.row(tr("Language"), self.language)
        self.words(tr("The guide is in English only."))
        self.row(tr("Look"), self.theme)
        self.tray = self.switch(tr("Show an icon in the tray"), settings.tray)
        self.close_to_tray = self.switch(tr("Closing the window leaves the icon there"), settings.close_to_tray)
        if has_tray:
            self.words(tr("The cameras stay connected then. Quit ends the program."))
        else:
            self.words(tr("This desktop has no tray."))
            self.tray.setEnabled(False)
        self.ask_at_quit = self.switch(tr("Ask before quitting while recording"), settings.ask_at_quit)
        self.follow = self.switch(tr("Look for paired cameras at other addresses"), settings.follow)
        self.words(tr("When one does not answer, the network is asked whether it has another address now."))
        self.tray.toggled.connect(self._on_tray_toggled)
        self._on_tray_toggled()

    @property
    def needs_another_window(self) -> bool:
        """Whether what was chosen is seen only in a window that is made anew."""
        now = self._settings.language, self._settings.theme
        return now != (self.language.value, self.theme.value)

    def keep(self) -> None:
        settings = self._settings
        settings.language = self.language.value
        settings.theme = cast(Literal["", "dark", "light"], self.theme.value)
        settings.tray = self.tray.isChecked()
        settings.close_to_tray = self.close_to_tray.isChecked()
        settings.follow = self.follow.isChecked()
        settings.ask_at_quit = self.ask_at_quit.isChecked()

    def _on_tray_toggled(self) -> None:
        self.close_to_tray.setEnabled(self.tray.isEnabled() and self.tray.isChecked())
