"""From Markdown to a Body: HTML, headings, plain words, links and pictures used, each with its line."""

from pressroom.markup.body import Body, Fault, Heading, Use
from pressroom.markup.reader import to_body

__all__ = ["Body", "Fault", "Heading", "Use", "to_body"]
