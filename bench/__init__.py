"""Measurements, one command each; see README.md."""
