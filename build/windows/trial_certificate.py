"""A certificate for one run of the check: made by openssl, trusted by nobody, thrown away with its folder."""

from __future__ import annotations

from pathlib import Path

from windows.room import Room
from windows.sign import Certificate

NAME = "IOM Self-Assessment TEST certificate"


def make(folder: Path) -> Certificate:
    """Make a key and a certificate for signing programs in a folder."""
    key, file = folder / "test-key.pem", folder / "test-certificate.pem"
    here = Room()
    here.need("openssl")
    use = ["-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"]
    made = ["-x509", "-newkey", "rsa:3072", "-noenc", "-days", "2", "-subj", f"/CN={NAME}"]
    here.do(["openssl", "req", *made, *use, "-keyout", key, "-out", file])
    return Certificate(file=str(file), key=str(key))
