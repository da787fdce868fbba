"""From Markdown to a Body: HTML, headings, plain words, links and pictures used, each with its line."""

from pressroom.markup.barriers import of_words, shouted
from pressroom.markup.body import Body, Fault, Heading, Use
from pressroom.markup.reader import to_body
from pressroom.markup.vague import address_only, says_nothing

__all__ = ["Body", "Fault", "Heading", "Use", "address_only", "of_words", "says_nothing", "shouted", "to_body"]
