"""From disk to Source: folders, encodings, front matter, YAML with lines. Knows nothing of news or events."""

from pressroom.load.source import Place, Source, Value
from pressroom.load.spots import Spot, layout
from pressroom.load.text import MOST_BYTES
from pressroom.load.tree import Found, Library, library, project_files, source, sources

__all__ = [
    "MOST_BYTES",
    "Found",
    "Library",
    "Place",
    "Source",
    "Spot",
    "Value",
    "layout",
    "library",
    "project_files",
    "source",
    "sources",
]
