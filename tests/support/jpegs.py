"""JPEG pictures: good ones of known colours, and every kind of bad one."""

import numpy as np
import simplejpeg

BLUE, GREEN, RED = 200, 120, 40


def plain(width: int = 64, height: int = 48, bgr: tuple[int, int, int] = (BLUE, GREEN, RED)) -> bytes:
    """One colour all over."""
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = bgr
    return bytes(simplejpeg.encode_jpeg(pixels, quality=95, colorspace="BGR", colorsubsampling="444"))


def truncated() -> bytes:
    """A picture whose second half never came."""
    whole = noisy()
    return whole[: len(whole) // 2]


def corrupt() -> bytes:
    """Begins like a JPEG and goes on as something else."""
    return b"\xff\xd8\xff\xe0" + b"not a picture at all" * 20


def noisy(width: int = 160, height: int = 120) -> bytes:
    """A picture with much detail, always the same."""
    pixels = np.random.default_rng(7).integers(0, 256, (height, width, 3), np.uint8)
    return bytes(simplejpeg.encode_jpeg(pixels, quality=90, colorspace="BGR"))


def claiming(width: int, height: int) -> bytes:
    """A small picture whose header claims another size."""
    picture = plain()
    size = picture.index(b"\xff\xc0") + 5
    return picture[:size] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + picture[size + 4 :]


def gigapixel() -> bytes:
    """A few hundred bytes that claim 65,500 × 65,500 pixels: 17 GB once decoded."""
    return claiming(65_500, 65_500)


def without_tables(picture: bytes) -> bytes:
    """The same without its Huffman tables, as some webcams leave them out."""
    kept, place = picture[:2], 2
    while picture[place + 1] != 0xDA:
        end = place + 2 + int.from_bytes(picture[place + 2 : place + 4], "big")
        kept += b"" if picture[place + 1] == 0xC4 else picture[place:end]
        place = end
    return kept + picture[place:]
