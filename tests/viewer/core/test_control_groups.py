"""Controls stand where one looks for them."""

from camwire.controls import ControlRow
from viewer.core.controls.groups import group_of, grouped, is_deed, is_ruler, words_of


def switch(name: str) -> ControlRow:
    return ControlRow(name, "boolean")


def number(name: str, ruled_by: str = "") -> ControlRow:
    return ControlRow(name, "number", ruled_by=ruled_by)


def shown(*rows: ControlRow) -> dict[str, list[str]]:
    return {group.title: [row.name for row in group.rows] for group in grouped(rows)}


def test_that_controls_of_a_webcam_stand_under_headings() -> None:
    names = ("brightness", "white_balance", "gain", "exposure", "focus", "zoom", "speed", "power_line")
    assert shown(*map(number, names)) == {
        "Exposure": ["gain", "exposure", "power_line"],
        "White balance": ["white_balance"],
        "Focus and zoom": ["focus", "zoom"],
        "Picture": ["brightness"],
        "More": ["speed"],
    }


def test_that_controls_of_a_pi_camera_stand_under_the_same_headings() -> None:
    names = ("ExposureTime", "AnalogueGain", "AwbMode", "ColourGains", "AfMode", "LensPosition", "NoiseReductionMode")
    groups = [group_of(number(name), []) for name in names]
    assert groups == ["Exposure", "Exposure", *2 * ["White balance"], *2 * ["Focus and zoom"], "Picture"]


def test_that_what_is_sent_stands_apart_from_what_the_source_does() -> None:
    assert shown(switch("hflip"), number("frame_rate"), number("picture_flip"), number("picture_rate")) == {
        "Picture": ["hflip"],
        "Sent pictures": ["picture_flip", "picture_rate"],
        "More": ["frame_rate"],
    }


def test_that_a_switch_stands_before_what_it_rules() -> None:
    rows = number("iris"), number("exposure", "exposure_auto"), number("gain"), switch("exposure_auto")
    assert shown(*rows) == {"Exposure": ["iris", "exposure_auto", "exposure", "gain"]}


def test_that_a_switch_is_known_by_its_name_where_the_camera_does_not_say() -> None:
    rows = number("focus"), switch("focus_auto"), switch("zoom_auto"), number("lens")
    assert shown(*rows) == {"Focus and zoom": ["zoom_auto", "focus_auto", "focus", "lens"]}
    assert [is_ruler(row, rows) for row in rows] == [False, True, True, False]


def test_that_what_is_ruled_stands_with_its_ruler_whatever_it_is_called() -> None:
    rows = number("mystery", "AwbEnable"), switch("AwbEnable")
    assert shown(*rows) == {"White balance": ["AwbEnable", "mystery"]}


def test_that_no_row_is_lost_or_doubled() -> None:
    rows = [switch("a_auto"), number("a"), number("b", "a_auto"), number("c", "gone"), switch("auto"), number("d")]
    assert sorted(name for names in shown(*rows).values() for name in names) == sorted(row.name for row in rows)


def test_that_names_are_taken_apart_however_they_are_written() -> None:
    assert words_of("white_balance-auto") == words_of("WhiteBalanceAuto") == ("white", "balance", "auto")


def test_that_a_switch_stays_where_the_camera_has_it_before_what_it_rules() -> None:
    rows = switch("awb_enable"), number("awb_mode"), number("temperature", "awb_enable")
    assert shown(*rows) == {"White balance": ["awb_enable", "awb_mode", "temperature"]}


def test_that_a_switch_that_goes_back_by_itself_is_told_by_its_name() -> None:
    assert is_deed(switch("af_trigger"))
    assert not is_deed(switch("af_pause"))
    assert not is_deed(number("trigger"))
