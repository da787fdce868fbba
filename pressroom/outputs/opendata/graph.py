"""Statements about things (RDF), written as JSON-LD and as RDF/XML."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple
from xml.etree import ElementTree as etree

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Iri(NamedTuple):
    """A thing that is described elsewhere."""

    iri: str


class Words(NamedTuple):
    """A text in a language, or of a type (``xsd:date``), or neither."""

    text: str
    language: str = ""
    datatype: str = ""


class Thing(NamedTuple):
    """A thing with its kind and what is said of it; ``said`` are pairs of a property and its values.

    One without an address of its own is told where it is named.
    """

    kind: str
    said: "tuple[tuple[str, tuple[Iri | Words | Thing, ...]], ...]"
    iri: str = ""


def thing(kind: str, *said: "tuple[str, Iterable[Iri | Words | Thing]]", iri: str = "") -> Thing:
    """A thing of which nothing is said that is not known."""
    full = tuple((name, tuple(values)) for name, values in said)
    return Thing(kind, tuple((name, values) for name, values in full if values), iri)


def as_json_ld(things: Iterable[Thing]) -> str:
    """The things as JSON-LD 1.1 that needs nothing from elsewhere to be read."""
    told = {"@context": PREFIXES, "@graph": [_json(one) for one in things]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _json(value: Iri | Words | Thing) -> dict[str, Any]:
    if isinstance(value, Iri):
        return {"@id": value.iri}
    if isinstance(value, Words):
        told = {"@value": value.text}
        if value.language:
            told["@language"] = value.language
        if value.datatype:
            told["@type"] = value.datatype
        return told
    said: dict[str, Any] = {"@id": value.iri} if value.iri else {}
    said["@type"] = value.kind
    for name, values in value.said:
        said[name] = _json(values[0]) if len(values) == 1 else [_json(one) for one in values]
    return said


def as_rdf_xml(things: Iterable[Thing]) -> str:
    """The things as RDF/XML, which harvesters of open data read."""
    root = etree.Element("rdf:RDF", {f"xmlns:{name}": address for name, address in PREFIXES.items()})
    for one in things:
        root.append(_element(one))
    etree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _element(told: Thing) -> etree.Element:
    element = etree.Element(told.kind, {"rdf:about": told.iri} if told.iri else {})
    for name, values in told.said:
        for value in values:
            held = etree.SubElement(element, name)
            if isinstance(value, Iri):
                held.set("rdf:resource", value.iri)
            elif isinstance(value, Thing):
                held.append(_element(value))
            else:
                held.text = value.text
                if value.language:
                    held.set("xml:lang", value.language)
                if value.datatype:
                    prefix, _, word = value.datatype.partition(":")
                    held.set("rdf:datatype", PREFIXES[prefix] + word)
    return element
