"""Reads picture files piece by piece, by their own standards and without Pillow, so that nothing in them is overlooked.

Each reader yields every piece as a name and its bytes, and fails if the pieces leave a gap or a rest.
"""

import struct
from collections.abc import Iterator

Piece = tuple[str, bytes]


def jpeg(data: bytes) -> Iterator[Piece]:
    """The segments of a JPEG (ITU-T T.81, annex B); what is coded belongs to the SOS before it."""
    assert data[:2] == b"\xff\xd8"
    yield "SOI", b""
    at = 2
    while True:
        assert data[at] == 0xFF, f"no marker at {at}"
        marker = data[at + 1]
        if marker == 0xD9:
            yield "EOI", b""
            yield from [("behind the end", data[at + 2 :])] if data[at + 2 :] else []
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4 : at + 2 + length]
        yield _JPEG.get(marker, f"{marker:02X}"), body
        at += 2 + length
        if marker == 0xDA:
            # Coded data: a marker inside it is stuffed with 00 or is one of the eight restart marks.
            while not (data[at] == 0xFF and data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7):
                at += 1


_JPEG = {
    0xC0: "SOF0",
    0xC2: "SOF2",
    0xC4: "DHT",
    0xDB: "DQT",
    0xDA: "SOS",
    0xDD: "DRI",
    0xFE: "COM",
    **{0xE0 + n: f"APP{n}" for n in range(16)},
}


def png(data: bytes) -> Iterator[Piece]:
    """The chunks of a PNG (ISO/IEC 15948, 5.3)."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8].decode("ascii")
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length
        if name == "IEND":
            break
    yield from [("behind the end", data[at:])] if data[at:] else []


def webp(data: bytes) -> Iterator[Piece]:
    """The chunks of a WebP (RFC 9649)."""
    assert data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    (size,) = struct.unpack_from("<I", data, 4)
    at = 12
    while at < size + 8:
        (length,) = struct.unpack_from("<I", data, at + 4)
        yield data[at : at + 4].decode("latin-1").strip(), data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    yield from [("behind the end", data[size + 8 :])] if data[size + 8 :] else []


_HOLDERS = {b"meta": 4, b"iprp": 0, b"ipco": 0, b"dinf": 0, b"moov": 0, b"trak": 0, b"mdia": 0, b"udta": 0, b"iref": 4}
"""Boxes that hold boxes, and how many bytes stand before these."""


def avif(data: bytes, path: str = "") -> Iterator[Piece]:
    """The boxes of an AVIF, outer ones before inner ones, by their path (ISO/IEC 14496-12, 4.2; 23008-12)."""
    at = 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        size = size or len(data) - at
        assert head <= size <= len(data) - at, f"a box of {size} bytes at {at}"
        body = data[at + head : at + size]
        here = f"{path}/{name.decode('latin-1')}"
        yield here, body
        if name in _HOLDERS:
            yield from avif(body[_HOLDERS[name] :], here)
        if name == b"iinf":
            yield from avif(body[6 if body[0] == 0 else 8 :], here)
        at += size


def items(data: bytes) -> tuple[list[str], int]:
    """Of an AVIF the types of its items, and how many bytes of ``mdat`` no item claims."""
    boxes = list(avif(data))
    types = [body[8:12].decode("latin-1") for name, body in boxes if name.endswith("/infe") and body[0] >= 2]
    (place,) = (body for name, body in boxes if name.endswith("/iloc"))
    (stored,) = (body for name, body in boxes if name == "/mdat")
    version, sizes = place[0], struct.unpack_from(">H", place, 4)[0]
    assert version == 0 and sizes >> 12 == 4 and sizes >> 8 & 15 == 4, "another form of iloc than libavif writes"
    base = sizes >> 4 & 15
    (count,) = struct.unpack_from(">H", place, 6)
    at, claimed = 8, 0
    for _ in range(count):
        at += 4 + base
        (extents,) = struct.unpack_from(">H", place, at)
        at += 2
        for _ in range(extents):
            claimed += struct.unpack_from(">I", place, at + 4)[0]
            at += 8
    return types, len(stored) - claimed
