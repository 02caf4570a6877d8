"""An address as a QR code, which a telephone reads from paper; the same code for the same address."""

from io import BytesIO

import segno

_QUIET = 4  # modules around it, as the standard wants


def as_svg(address: str) -> str:
    """The code as a drawing."""
    return _picture(address, "svg").decode()


def as_png(address: str) -> bytes:
    """The code as a picture."""
    return _picture(address, "png")


def _picture(address: str, kind: str) -> bytes:
    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind=kind, scale=8, border=_QUIET)
    return picture.getvalue()
