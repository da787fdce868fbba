"""Turns a folder of texts into a website; docs/architecture.md shows the house."""
