"""Where each frame of a Matroska file lies: found by going from block to block, without reading a picture.

So a file of an hour is known in half a second, to the frame; one that is still being written, or was cut off, is known
as far as it goes; and to look at any frame is one read. Only what recordings hold is understood: one video track,
blocks without lacing. Other elements are passed over.
"""

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from struct import unpack, unpack_from
from typing import BinaryIO, NamedTuple

EBML, SEGMENT, INFO, TRACKS, TAGS, CLUSTER = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0x1254C367, 0x1F43B675
SCALE, DURATION = 0x2AD7B1, 0x4489
TRACK, CODEC, PRIVATE, VIDEO, PIXEL_WIDTH, PIXEL_HEIGHT = 0xAE, 0x86, 0x63A2, 0xE0, 0xB0, 0xBA
TAG, SIMPLE_TAG, TAG_NAME, TAG_TEXT = 0x7373, 0x67C8, 0x45A3, 0x4487
CLUSTER_TIME, SIMPLE_BLOCK, BLOCK_GROUP, BLOCK, REFERENCE = 0xE7, 0xA3, 0xA0, 0xA1, 0xFB
INTO = (SEGMENT, CLUSTER, BLOCK_GROUP)
"""What is gone into as if its content stood in its place: so nobody has to know where it ends."""
READ = (INFO, TRACKS, TAGS)
BLOCKS = (SIMPLE_BLOCK, BLOCK)
MOST_READ = 4_000_000
HEAD_BYTES = 24
"""Enough for the head of an element and, where it is a block, of what is in it."""
PIECE_BYTES = 128
ASKED_EVERY = 1000
KEYFRAME, LACING = 0x80, 0x06
CLUSTER_SIGN = CLUSTER.to_bytes(4, "big")
SEARCH_BYTES = 1 << 20
MOST_NS = 1 << 61
"""No recording is longer than 73 years, and numbers have an end."""


class NotMatroska(Exception):
    """The file holds something else; the text says what, for a person."""


class Element(NamedTuple):
    """An element's id, and where its content is."""

    id: int
    begin: int
    end: int


class MatroskaFile:
    """The index of one file. Not for several threads at once, but for looking at `times` while another reads on."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, or NotMatroska."""
        self.path = path
        self.codec = ""
        """As Matroska calls it: `V_MJPEG`."""
        self.private = b""
        self.width = self.height = 0
        self.tags: dict[str, str] = {}
        self.seconds: float | None = None
        """How long it says that it is; None as long as it is being written, or if it was cut off."""
        self.times: array[int] = array("q")
        """Of each frame, in ns since the file's beginning."""
        self.keyframes: array[int] = array("b")
        self._places: array[int] = array("q")
        self._sizes: array[int] = array("q")
        self._scale = 1_000_000
        self._cluster = 0
        self._position = 0
        self._piece, self._piece_at = b"", 0
        self._file: BinaryIO = path.open("rb", buffering=0)
        try:
            first = _element(self._head(0), 0, 0)
            if first is None or first.id != EBML:
                raise NotMatroska("no Matroska file")
            self._position = first.end
        except BaseException:
            self._file.close()
            raise

    def read_head(self) -> None:
        """Read what stands before the first frame."""
        self._read(True, lambda: True)

    def read_on(self, is_wanted: Callable[[], bool] = lambda: True) -> int:
        """Read as far as the file goes now, as long as it `is_wanted`; return how many frames there are more than
        before. Raises OSError."""
        before = len(self.times)
        self._read(False, is_wanted)
        return len(self.times) - before

    def payload(self, number: int) -> bytes:
        """A frame as it is in the file. Raises OSError."""
        self._file.seek(self._places[number])
        return self._file.read(self._sizes[number])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _read(self, until_cluster: bool, is_wanted: Callable[[], bool]) -> None:
        size = self.path.stat().st_size
        self._piece = b""
        while self._position < size:
            if len(self.times) % ASKED_EVERY == 0 and not is_wanted():
                return
            head = self._head(self._position)
            element = _element(head, 0, self._position)
            if element is None:
                if not self._find_cluster(size):
                    return
                continue
            if element.id == CLUSTER and until_cluster:
                return
            if element.id in INTO:
                self._position = element.begin
                continue
            if element.end > size:
                # It is still being written, or was never finished.
                return
            if element.id in BLOCKS:
                self._take_block(element, head, element.begin - self._position)
            else:
                self._take(element)
            self._position = element.end

    def _take(self, element: Element) -> None:
        if element.id == CLUSTER_TIME:
            self._cluster = int.from_bytes(self._bytes(element), "big")
        elif element.id == REFERENCE and self.keyframes:
            self.keyframes[-1] = 0
        elif element.id in READ and element.end - element.begin <= MOST_READ:
            self._take_facts(element.id, self._bytes(element))

    def _take_block(self, element: Element, head: bytes, place: int) -> None:
        """`place` is where in `head` its content begins."""
        track, length = _number(head, place)
        if track is None or length + 3 > element.end - element.begin:
            return
        time, flags = unpack_from(">hB", head, place + length)
        time_ns = (self._cluster + time) * self._scale
        if flags & LACING or abs(time_ns) > MOST_NS:
            return
        self.times.append(time_ns)
        # In a group, a block is one unless something says what it builds on.
        self.keyframes.append(1 if element.id == BLOCK or flags & KEYFRAME else 0)
        self._places.append(element.begin + length + 3)
        self._sizes.append(element.end - element.begin - length - 3)

    def _take_facts(self, kind: int, content: bytes) -> None:
        facts = dict(_children(content))
        if kind == INFO:
            self._scale = int.from_bytes(facts.get(SCALE, b""), "big") or 1_000_000
            duration = facts.get(DURATION, b"")
            if len(duration) in (4, 8):
                seconds = unpack(">f" if len(duration) == 4 else ">d", duration)[0] * self._scale / 1e9
                self.seconds = seconds if 0 < seconds < MOST_NS / 1e9 else None
        elif kind == TRACKS:
            self._take_track(dict(_children(facts.get(TRACK, b""))))
        else:
            for tag in (value for id, value in _children(content) if id == TAG):
                pairs = (dict(_children(value)) for id, value in _children(tag) if id == SIMPLE_TAG)
                self.tags |= {_text(pair.get(TAG_NAME, b"")): _text(pair.get(TAG_TEXT, b"")) for pair in pairs}

    def _take_track(self, track: dict[int, bytes]) -> None:
        video = dict(_children(track.get(VIDEO, b"")))
        self.codec, self.private = _text(track.get(CODEC, b"")), track.get(PRIVATE, b"")
        self.width = int.from_bytes(video.get(PIXEL_WIDTH, b""), "big")
        self.height = int.from_bytes(video.get(PIXEL_HEIGHT, b""), "big")

    def _find_cluster(self, size: int) -> bool:
        """Something is damaged here: go on with the next cluster, if there is one."""
        place = self._position + 1
        while place < size:
            self._file.seek(place)
            piece = self._file.read(SEARCH_BYTES)
            found = piece.find(CLUSTER_SIGN)
            if found >= 0:
                self._position = place + found
                return True
            place += max(1, len(piece) - 3)
        return False

    def _head(self, place: int) -> bytes:
        """What is at `place`, enough of it for a head. Between two frames there are several, read at once."""
        begin = place - self._piece_at
        if not 0 <= begin <= len(self._piece) - HEAD_BYTES:
            self._file.seek(place)
            self._piece, self._piece_at, begin = self._file.read(PIECE_BYTES), place, 0
        return self._piece[begin : begin + HEAD_BYTES]

    def _bytes(self, element: Element) -> bytes:
        begin, end = element.begin - self._piece_at, element.end - self._piece_at
        if begin >= 0 and end <= len(self._piece):
            return self._piece[begin:end]
        self._file.seek(element.begin)
        return self._file.read(element.end - element.begin)


def _children(content: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(content) and (element := _element(content, place, 0)) is not None:
        yield element.id, content[element.begin : element.end]
        place = element.end


def _element(content: bytes, place: int, offset: int) -> Element | None:
    """The element whose head is in `content` at `place`; `offset` is where `content` is in the file."""
    if place >= len(content) or not content[place]:
        return None
    length = 9 - content[place].bit_length()
    if length > 4:
        return None
    size, more = _number(content, place + length)
    if size is None or place + length > len(content):
        return None
    begin = offset + place + length + more
    return Element(int.from_bytes(content[place : place + length], "big"), begin, begin + size)


def _number(content: bytes, place: int) -> tuple[int | None, int]:
    """A number as EBML writes it, and how long it is; None where it is not all there. An unknown size is a huge one."""
    if place >= len(content) or not content[place]:
        return None, 1
    length = 9 - content[place].bit_length()
    if place + length > len(content):
        return None, length
    return int.from_bytes(content[place : place + length], "big") & ((1 << 7 * length) - 1), length


def _text(content: bytes) -> str:
    return content.rstrip(b"\0").decode("utf-8", "replace")
