"""Hold the signer's certificate and key on a macOS runner for as long as one build takes.

Not run on macOS.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import project
from macos import signing


def decoded(text: str, name: str) -> bytes:
    """Return what a setting holds in base64; raise Stop with the setting's name, never with what it holds."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error as error:
        raise project.Stop(f"{name} is not base64. Set it again.") from error


def quietly(command: signing.Command) -> None:
    """Run a command that bears a secret; raise Stop with its first two words alone where it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, check=False)
    if done.returncode:
        raise project.Stop(
            f"{command[0]} {command[1]} ended with {done.returncode}. Are certificate and password right?"
        )


@contextmanager
def holding(chosen: signing.Settings) -> Iterator[Path]:
    """Give a private folder; with a certificate configured, have it in a keychain until the end. Leave neither."""
    with tempfile.TemporaryDirectory(prefix="iomsa-signing-") as place:
        folder = Path(place)
        if not chosen.certificate:
            yield folder
            return
        certificate, keychain = folder / "certificate.p12", folder / "signing.keychain-db"
        certificate.write_bytes(decoded(chosen.certificate, "IOMSA_MAC_CERTIFICATE"))
        try:
            word = secrets.token_urlsafe(24)
            for command in signing.keychain_commands(keychain, word, certificate, chosen.password):
                quietly(command)
            certificate.unlink()
            yield folder
        finally:
            subprocess.run(["security", "delete-keychain", str(keychain)], capture_output=True, check=False)
