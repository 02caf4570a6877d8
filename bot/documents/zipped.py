"""Files in one: a zip that is the same for the same files."""

import io
from collections.abc import Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MEDIA_TYPE = "application/zip"
_READABLE = 0o600 << 16


def zipped(files: Mapping[str, bytes], at: datetime, *, folder: str) -> bytes:
    """The files below that folder, each as of that moment."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items()):
            one = ZipInfo(f"{folder}/{path}", at.timetuple()[:6])
            one.external_attr, one.compress_type = _READABLE, ZIP_DEFLATED
            archive.writestr(one, data)
    return written.getvalue()
