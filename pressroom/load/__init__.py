"""From disk to Source: folders, encodings, front matter, YAML with lines. Knows nothing of news or events."""

from pressroom.load.source import Place, Source, Value
from pressroom.load.tree import Library, library, project_files

__all__ = ["Library", "Place", "Source", "Value", "library", "project_files"]
