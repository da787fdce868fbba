"""What a drawing may consist of: elements, attributes and properties of SVG 1.1 that only draw."""

NAMESPACE = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

DRAWING = frozenset("circle ellipse line path polygon polyline rect text use".split())
"""Elements that put something on the page."""

ELEMENTS = DRAWING | frozenset(
    "clipPath defs desc g linearGradient marker mask pattern radialGradient stop svg symbol title tspan".split()
)
"""All else is left out with all it holds: code, foreign documents, embedded photos, animation, filters, links."""

WRAPPERS = frozenset({"a", "switch"})
"""Left out themselves; what they hold is kept."""

INVISIBLE = frozenset({"metadata", "style", "script"})
"""Left out without a word: nobody sees the difference. Rules of a style sheet have become attributes."""

STYLES = frozenset(
    "clip-path clip-rule color display fill fill-opacity fill-rule font-family font-size font-style font-variant "
    "font-weight letter-spacing marker-end marker-mid marker-start mask opacity overflow paint-order shape-rendering "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration visibility word-spacing".split()
)
"""Properties that may stand as attributes (SVG 1.1, appendix N)."""

ROOT_ATTRIBUTES = frozenset({"preserveAspectRatio"})
"""What the outermost element may keep; its size is written by us."""

ATTRIBUTES = frozenset(
    "clipPathUnits cx cy d dx dy fx fy gradientTransform gradientUnits height lengthAdjust markerHeight "
    "markerUnits markerWidth maskContentUnits maskUnits offset orient patternContentUnits patternTransform "
    "patternUnits points preserveAspectRatio r refX refY rotate rx ry spreadMethod textLength transform viewBox "
    "width x x1 x2 y y1 y2".split()
)
"""Geometry: numbers, lists of numbers and names of units."""
