"""What there is to show on this computer."""

from sender.available import NO_WEBCAM, Available, as_text, lacking

SCREEN = Available("screen:1", "monitor 1, 1920x1080", "screen")
PATTERN = Available("pattern", "A test pattern with a clock", "pattern")


def test_that_a_computer_without_a_camera_is_told_so_though_it_has_a_screen() -> None:
    assert lacking([SCREEN, PATTERN]) == NO_WEBCAM
    assert lacking([]) == NO_WEBCAM
    assert lacking([SCREEN, Available("0", "Test Webcam", "webcam"), PATTERN]) == ""
    assert lacking([Available("picamera:0", "Pi camera imx708", "Raspberry Pi camera")]) == ""


def test_that_a_list_says_what_its_columns_are() -> None:
    assert as_text([SCREEN, PATTERN]).splitlines() == [
        "--source …  shows",
        "screen:1    monitor 1, 1920x1080",
        "pattern     A test pattern with a clock",
    ]
