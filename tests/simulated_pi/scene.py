"""What the simulated camera sees: a landscape that glides by. Painted once for each look; a frame is a copy of it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bytes: TypeAlias = "npt.NDArray[np.uint8]"
BYTES_PER_PIXEL = {"XBGR8888": 4, "XRGB8888": 4, "BGR888": 3, "RGB888": 3, "YUYV": 2}
PAIRED = ("NV12", "NV21")
PLANAR = ("YUV420", "YVU420", *PAIRED)
GRAY = np.array([0.114, 0.587, 0.299], np.float32)
SKY, SUN, GRASS = (200, 150, 80), (60, 200, 240), (60, 140, 70)
"""Blue, green, red; at the top left, in the disc, at the bottom."""


@dataclass(frozen=True)
class Look:
    """What changes the picture. Brightness is added as a share of white; the next three are factors.

    `crop` is what is shown of the scene: left, top, width and height as shares of it.
    """

    brightness: float = 0.0
    contrast: float = 1.0
    saturation: float = 1.0
    light: float = 1.0
    is_mirrored: bool = False
    is_upside_down: bool = False
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Shape:
    """How a picture lies in memory. `stride` is in bytes."""

    width: int
    height: int
    stride: int
    format: str
    is_full_range: bool = True


def draw(shape: Shape, look: Look, number: int, memory: Bytes) -> None:
    """Put frame `number` into `memory`, which has room for it."""
    step = 2 * number % shape.width
    for target, picture in zip(_views(shape, memory), _painted(shape, look), strict=True):
        shift = step * picture.shape[1] // shape.width
        rest = picture.shape[1] - shift
        target[:, :rest] = picture[:, shift:]
        target[:, rest:] = picture[:, :shift]


def _views(shape: Shape, memory: Bytes) -> list[Bytes]:
    """The planes in memory without their padding, as (rows, columns) or (rows, columns, bytes)."""
    width, height, stride = shape.width, shape.height, shape.stride
    size = stride * height
    first = memory[:size].reshape(height, stride)
    if shape.format in BYTES_PER_PIXEL:
        count = BYTES_PER_PIXEL[shape.format]
        return [np.lib.stride_tricks.as_strided(first, (height, width, count), (stride, count, 1))]
    rest = memory[size : size + size // 2]
    if shape.format in PAIRED:
        pairs = rest.reshape(height // 2, stride)
        return [first[:, :width], np.lib.stride_tricks.as_strided(pairs, (height // 2, width // 2, 2), (stride, 2, 1))]
    halves = rest.reshape(2, height // 2, stride // 2)[:, :, : width // 2]
    return [first[:, :width], halves[0], halves[1]]


@lru_cache(maxsize=8)
def _painted(shape: Shape, look: Look) -> list[Bytes]:
    left, top, width, height = look.crop
    columns = ((left + width * np.arange(shape.width) / shape.width) * shape.width).astype(int)
    rows = ((top + height * np.arange(shape.height) / shape.height) * shape.height).astype(int)
    # The sensor turns what it reads out, and what is shown is a part of that.
    turned = landscape(shape.width, shape.height)
    turned = turned[:: -1 if look.is_upside_down else 1, :: -1 if look.is_mirrored else 1]
    picture = turned[rows][:, columns].astype(np.float32)
    picture = (picture * look.light - 128) * look.contrast + 128 + 255 * look.brightness
    gray = picture @ GRAY
    picture = np.clip(gray[:, :, None] + (picture - gray[:, :, None]) * look.saturation, 0, 255)
    if shape.format in BYTES_PER_PIXEL and shape.format != "YUYV":
        return [_packed(picture.astype(np.uint8), shape.format)]
    y, u, v = _planes(picture, shape.is_full_range)
    if shape.format == "YUYV":
        colours = np.stack((u, v), axis=2).reshape(len(u), -1).repeat(2, axis=0)
        return [np.stack((y, colours), axis=2)]
    first, second = (u, v) if shape.format in ("YUV420", "NV12") else (v, u)
    return [y, np.stack((first, second), axis=2)] if shape.format in PAIRED else [y, first, second]


def _packed(picture: Bytes, format: str) -> Bytes:
    ordered = picture if format in ("RGB888", "XRGB8888") else picture[:, :, ::-1]
    if BYTES_PER_PIXEL[format] == 4:
        ordered = np.dstack((ordered, np.full(picture.shape[:2], 255, np.uint8)))
    return np.ascontiguousarray(ordered)


def _planes(picture: "npt.NDArray[np.float32]", is_full_range: bool) -> list[Bytes]:
    """By BT.601, in the range that JPEG has or in that of television."""
    blue, _, red = np.moveaxis(picture, 2, 0)
    gray = picture @ GRAY
    u, v = ((blue - gray) / 1.772)[::2, ::2], ((red - gray) / 1.402)[::2, ::2]
    if not is_full_range:
        gray, u, v = gray * 219 / 255 + 16, u * 224 / 255, v * 224 / 255
    return [np.clip(each + 0.5, 0, 255).astype(np.uint8) for each in (gray, u + 128, v + 128)]


@lru_cache(maxsize=2)
def landscape(width: int, height: int) -> Bytes:
    """(height, width, 3), BGR: sky, a sun, hills, and grass. Its right edge fits its left one."""
    across = np.linspace(0, 2 * np.pi, width, endpoint=False)
    down = np.linspace(0, 1, height)[:, None]
    hills = 0.6 + 0.08 * np.sin(2 * across) + 0.04 * np.sin(5 * across + 1)
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = SKY
    sun = ((across / (2 * np.pi) - 0.75) * width) ** 2 + ((down - 0.25) * height) ** 2 < (0.1 * height) ** 2
    picture[sun] = SUN
    picture[(down > hills).nonzero()] = (70, 90, 90)
    picture[(down[:, 0] > 0.8).nonzero()] = GRASS
    noise = np.random.default_rng(seed=708).normal(0, 3, (height, width, 1)) * (1 + 3 * (down > 0.8))[:, :, None]
    return np.clip(picture + noise, 0, 255).astype(np.uint8)
