"""The simulated libcamera offers nothing that the real one does not, and nothing otherwise."""

import json
from pathlib import Path

import pytest

from tests.simulated_pi import libcamera
from tests.simulated_pi.record_surface import surface

# What only an object of the class shows here.
OBJECTS = {
    "ColorSpace": libcamera.ColorSpace.Sycc(),
    "ControlId": libcamera.controls.Brightness,
    "ControlInfo": libcamera.ControlInfo(0, 1, 0),
    "FrameBuffer.Plane": libcamera.FrameBuffer.Plane(),
    "FrameMetadata": libcamera.FrameMetadata(),
    "FrameMetadata.Plane": libcamera.FrameMetadata.Plane(0),
    "Request": libcamera.Request(0),
    "SensorConfiguration": libcamera.SensorConfiguration(),
    "SizeRange": libcamera.SizeRange(libcamera.Size(), libcamera.Size()),
    "Stream": libcamera.Stream(),
    "StreamConfiguration": libcamera.StreamConfiguration(libcamera.StreamRole.Raw),
    "Transform": libcamera.Transform(),
}
RECORDED = json.loads(Path(__file__).with_name("surface.json").read_text())
SIMULATED = surface(libcamera, "simulated")
# What this code needs for itself beside what the bindings have.
OURS = {
    "CameraConfiguration": {"mode"},
    "FrameBuffer": {"finish", "memory"},
    "Request": {"finish", "wanted"},
    "StreamConfiguration": {"adjust", "is_raw"},
}


@pytest.mark.parametrize("name", SIMULATED["classes"])
def test_that_a_class_has_only_what_the_real_one_has(name):
    offered = {each for each in dir(OBJECTS.get(name)) if not each.startswith("_")} | set(SIMULATED["classes"][name])
    extra = offered - set(RECORDED["classes"][name]) - OURS.get(name, set())
    assert not extra


def test_that_controls_are_of_their_real_types():
    recorded = RECORDED["controls"]
    assert {name: recorded.get(name) for name in SIMULATED["controls"]} == SIMULATED["controls"]


@pytest.mark.parametrize("name", SIMULATED["enums"])
def test_that_values_have_their_real_names_and_numbers(name):
    recorded = RECORDED["enums"][name]
    assert {member: recorded.get(member) for member in SIMULATED["enums"][name]} == SIMULATED["enums"][name]
