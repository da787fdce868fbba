"""QR codes, drawn as SVG."""

from io import BytesIO


def code(text: str) -> str:
    """A text as a QR code, of which a seventh may be hidden or torn (level M).

    Its border of four empty modules (ISO/IEC 18004) is left to the template, which knows what stands around it.
    """
    # Loaded by need, like Typst: few builds have a sheet to set.
    import segno

    drawn = BytesIO()
    segno.make(text, error="m", micro=False, boost_error=False).save(
        drawn, kind="svg", border=0, light=None, xmldecl=False, svgns=True, nl=False, omitsize=True
    )
    return drawn.getvalue().decode()
