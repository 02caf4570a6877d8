"""Self-signed certificates and keys as PEM, made for the occasion."""

from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.oid import NameOID

_ISSUED = datetime(2027, 3, 16, 8, tzinfo=UTC)


def certificate(key: RSAPrivateKey) -> x509.Certificate:
    """A certificate of this key, by this key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "klyngebot")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), _ISSUED, _ISSUED)
    return builder.sign(key, hashes.SHA256())


def pem(
    whole: x509.Certificate | RSAPrivateKey | EllipticCurvePrivateKey,
    lock: serialization.KeySerializationEncryption | None = None,
) -> bytes:
    """It as PEM, a key locked with what is given."""
    if isinstance(whole, x509.Certificate):
        return whole.public_bytes(serialization.Encoding.PEM)
    lock = lock or serialization.NoEncryption()
    return whole.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)
