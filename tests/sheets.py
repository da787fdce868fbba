"""Reads sheets of paper with tools that are not ours: PDFium for what is seen, qpdf for the inside, ZXing for codes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image, ImageChops

from pressroom import make, pipeline, typeset
from pressroom.files import Typeset
from pressroom.outputs import PAPERS, Output
from pressroom.pipeline import Job
from pressroom.problems import Desk
from tests.town import ROOT

MM = 72 / 25.4
_FINE = 2
"""Pixels to a point."""


@dataclass(frozen=True)
class Paper:
    """A PDF as somebody gets it."""

    path: str
    data: bytes
    origin: str = ""
    misfits: tuple[typeset.Misfit, ...] = ()
    unseen: tuple[str, ...] = ()

    @cached_property
    def inside(self) -> pikepdf.Pdf:
        from io import BytesIO

        return pikepdf.open(BytesIO(self.data))

    @cached_property
    def _every(self) -> list[pypdfium2.PdfPage]:
        return list(pypdfium2.PdfDocument(self.data))

    @property
    def _page(self) -> pypdfium2.PdfPage:
        return self._every[0]

    @property
    def pages(self) -> int:
        return len(self.inside.pages)

    @property
    def size(self) -> tuple[int, int]:
        """Of the first page, in millimetres."""
        width, height = self._page.get_size()
        return round(width / MM), round(height / MM)

    @cached_property
    def text(self) -> str:
        """All words of all pages on one line."""
        return " ".join(word for page in self._every for word in page.get_textpage().get_text_range().split())

    @property
    def boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Of every sign its left, lower, right and upper edge, in points."""
        for words in (page.get_textpage() for page in self._every):
            for at in range(words.count_chars()):
                left, lower, right, upper = words.get_charbox(at)
                # A space at the end of a line hangs out of it.
                if upper - lower > 0.5:
                    yield left, lower, right, upper

    @cached_property
    def seen(self) -> Image.Image:
        seen: Image.Image = self._page.render(scale=_FINE).to_pil().convert("RGB")
        return seen

    @property
    def codes(self) -> list[str]:
        """What a telephone reads."""
        return [code.text for code in zxingcpp.read_barcodes(self.seen)]

    @property
    def emblem(self) -> tuple[float, float]:
        """Width and height, in millimetres, of the largest area in Reflex Blue; letters are small beside it."""
        bands = zip(self.seen.split(), (0x00, 0x33, 0x99), strict=True)
        masks = [band.point([255 if value == wanted else 0 for value in range(256)]) for band, wanted in bands]
        mask = ImageChops.multiply(ImageChops.multiply(masks[0], masks[1]), masks[2])
        turned = mask.transpose(Image.Transpose.ROTATE_90)
        return _longest(mask) / _FINE / MM, _longest(turned) / _FINE / MM

    @property
    def marks(self) -> list[tuple[str, str]]:
        """Every element of the structure: what it is, and the words that stand for it where it is a picture."""
        found = []
        pending = [self.inside.Root.StructTreeRoot]
        while pending:
            one = pending.pop()
            if isinstance(one, pikepdf.Array):
                pending += reversed(list(one))
            elif isinstance(one, pikepdf.Dictionary):
                if "/S" in one:
                    found.append((str(one.S), str(one.get("/Alt", ""))))
                if "/K" in one:
                    pending.append(one.K)
        return found

    @property
    def faces(self) -> set[str]:
        """The faces it is set in, and of each whether the file brings it along."""
        names = set()
        for one in self.inside.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                brought = any(key in one for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                names.add(f"{str(one.FontName).partition('+')[2]}{'' if brought else ' missing'}")
        return names


def outside(paper: Paper, margin: float) -> list[tuple[float, ...]]:
    """The signs that stand nearer to an edge than so many millimetres, where a printer cannot reach, or beyond it."""
    width, height = (edge * MM for edge in paper.size)
    least = margin * MM
    return [
        box
        for box in paper.boxes
        if box[2] > box[0]
        and not (least <= box[0] and box[2] <= width - least and least <= box[1] and box[3] <= height - least)
    ]


def _longest(mask: Image.Image) -> int:
    data, width = mask.tobytes(), mask.width
    rows = (data[at : at + width] for at in range(0, len(data), width))
    return max(len(run) for row in rows for run in row.split(b"\0"))


def papers(content: Path, today: date, outputs: Sequence[Output] = PAPERS) -> list[Paper]:
    """Every sheet of a site on a day, or those of some outputs, in every language, as the press would make it."""
    job = Job(ROOT, content, content.parent / "unused", today, papers=True)
    site = pipeline.site_of(job, pipeline.memo_of(job), Desk())
    maker = pipeline.press_of(job, site).maker
    found = []
    for spoken in (site.speaking(lang) for lang in site.languages):
        for file in (file for output in outputs for file in output(spoken)):
            recipe = make.recipe_of(file._replace(recipe=file.recipe._replace(lang=spoken.lang)), site)  # type: ignore[union-attr]
            assert isinstance(recipe, Typeset)
            sheet = typeset.typeset(*maker.to_set(recipe))
            found.append(Paper(f"{spoken.lang} {file.path}", sheet.data, file.origin, sheet.misfits, sheet.unseen))
    return found
