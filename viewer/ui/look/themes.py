"""Colours and sizes: the one place that names them. Values: design, section 10."""

from dataclasses import dataclass

BAR_HEIGHT = 44
LINE_HEIGHT = 34
GAP = 6
RADIUS = 8
BASE_PX = 13
SMALL_PX = 11


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one theme."""

    is_dark: bool
    wall: str
    bar: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    focus: str
    mine: str
    theirs: str
    failed: str
    live: str
    frozen: str
    offline: str
    behind: str = "#07080a"
    on_picture: str = "#f4f6fa"
    on_picture_quiet: str = "#b4bac6"
    on_accent: str = "#ffffff"


DARK = Theme(
    is_dark=True,
    wall="#0e1014",
    bar="#12151b",
    panel="#14171e",
    raised="#1b1f28",
    line="#222733",
    text="#e7eaf0",
    quiet="#8d95a5",
    accent="#286bc4",
    accent_hover="#2b74d4",
    focus="#3d8bfd",
    mine="#24477c",
    theirs="#20252f",
    failed="#3a2022",
    live="#35d29a",
    frozen="#f4b740",
    offline="#f0635c",
)
LIGHT = Theme(
    is_dark=False,
    wall="#eef0f4",
    bar="#ffffff",
    panel="#ffffff",
    raised="#f4f6fa",
    line="#d9dee7",
    text="#14181f",
    quiet="#525b69",
    accent="#286bc4",
    accent_hover="#2b74d4",
    focus="#2b74d4",
    mine="#d6e6ff",
    theirs="#eceff5",
    failed="#fde6e4",
    live="#0c7a54",
    frozen="#8f5c0f",
    offline="#c93a33",
)
