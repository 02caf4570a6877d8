"""The certificate that stands in for the bot's secret: read whole, or refused with what is wrong with the file."""

from datetime import timedelta
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificates

from bot.messenger import Unsent
from cards.kit.words import say

_TRY_AGAIN = timedelta(minutes=1)  # somebody may be putting a new file in its place
_UNREADABLE = say("teams.certificate.unreadable")
_NOT_BOTH = say("teams.certificate.not_both")
_NO_PAIR = say("teams.certificate.no_pair")


def read_certificate(file: Path) -> dict[str, str]:
    """Key and certificate as msal takes them; raises Unsent."""
    try:
        pem = file.read_bytes()
        key = load_pem_private_key(pem, None)
        certificate = load_pem_x509_certificates(pem)[0]
    except OSError:
        raise Unsent(_UNREADABLE, retry_after=_TRY_AGAIN) from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise Unsent(_NOT_BOTH, retry_after=_TRY_AGAIN) from None
    if not isinstance(key, RSAPrivateKey):
        raise Unsent(_NOT_BOTH, retry_after=_TRY_AGAIN)
    if certificate.public_key() != key.public_key():
        raise Unsent(_NO_PAIR, retry_after=_TRY_AGAIN)
    # The file holds both; what is public leaves the machine, and so it is cut out here and not by msal.
    return {
        "private_key": pem.decode("utf-8", "replace"),
        "public_certificate": certificate.public_bytes(Encoding.PEM).decode(),
    }
