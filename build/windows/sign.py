"""Signs programs and installers where the environment names a certificate, and says so where it names none.

| variable | what it names |
|---|---|
| `IOMSA_SIGN_THUMBPRINT` | Windows: a certificate in the user's store; tokens and cloud signers put theirs there |
| `IOMSA_SIGN_FILE` | a certificate file: .pfx or .p12 with its key, or elsewhere than on Windows .pem |
| `IOMSA_SIGN_KEY` | the key of a .pem certificate |
| `IOMSA_SIGN_PASSWORD_FILE` | a file that holds the password of the file or the key |
| `IOMSA_SIGN_TIMESTAMP` | the address of a time stamp server; without it a signature ends with the certificate |
"""

from __future__ import annotations

import os
import shlex
import struct
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from project import NAME, Stop
from windows import found
from windows.room import Room

PROGRAMS = frozenset({".exe", ".dll", ".pyd"})
NOT_SIGNED = "No certificate is configured (IOMSA_SIGN_FILE or IOMSA_SIGN_THUMBPRINT): nothing is signed."
_PREFIX = "IOMSA_SIGN_"
_SIGNATURE_ENTRY = 4


class Certificate(NamedTuple):
    """What to sign with; every field may be empty, and without file and thumbprint nothing is signed."""

    file: str = ""
    key: str = ""
    thumbprint: str = ""
    password_file: str = ""
    timestamp: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to sign with."""
        return bool(self.file or self.thumbprint)


def configured(outside: Mapping[str, str] = os.environ) -> Certificate:
    """Read which certificate the environment names."""
    return Certificate(**{field: outside.get(_PREFIX + field.upper(), "") for field in Certificate._fields})


class Signer(NamedTuple):
    """Signs with one certificate, by signtool on Windows and by osslsigncode in a room elsewhere."""

    certificate: Certificate
    room: Room = Room()
    windows: bool = os.name == "nt"

    def sign(self, paths: Iterable[Path]) -> None:
        """Sign each file in its place; say so and do nothing where no certificate is configured."""
        if not self.certificate:
            print(NOT_SIGNED, flush=True)
            return
        for path in paths:
            self._sign(path)

    def _sign(self, path: Path) -> None:
        if self.windows:
            self._quietly([*self.signtool(), str(path)])
            return
        made = path.with_name(path.name + ".signed")
        self.room.do([*self.osslsigncode(), "-in", path, "-out", made])
        made.replace(path)

    def _quietly(self, words: list[str]) -> None:
        # The words hold a password: they are never shown.
        if subprocess.run(words, check=False).returncode:
            raise Stop(f"signtool could not sign {Path(words[-1]).name}; the lines above say why.")

    def signtool(self) -> list[str]:
        """Give the signtool command, without the file."""
        words = [found.signtool(), "sign", "/q", "/fd", "SHA256", "/d", NAME]
        if self.certificate.timestamp:
            words += ["/tr", self.certificate.timestamp, "/td", "SHA256"]
        if self.certificate.thumbprint:
            return [*words, "/sha1", self.certificate.thumbprint]
        words += ["/f", self.certificate.file]
        if self.certificate.password_file:
            words += ["/p", Path(self.certificate.password_file).read_text(encoding="utf-8").strip()]
        return words

    def osslsigncode(self) -> list[str]:
        """Give the osslsigncode command, without the files."""
        file = self.certificate.file
        if not file:
            raise Stop("IOMSA_SIGN_THUMBPRINT works on Windows only; name a certificate file in IOMSA_SIGN_FILE.")
        inside = self.room.inside(Path(file))
        words = ["osslsigncode", "sign", "-h", "sha256", "-n", NAME]
        if file.endswith((".pfx", ".p12")):
            words += ["-pkcs12", inside]
        else:
            words += ["-certs", inside, "-key", self.room.inside(Path(self.certificate.key))]
        if self.certificate.password_file:
            words += ["-readpass", self.room.inside(Path(self.certificate.password_file))]
        return [*words, "-ts", self.certificate.timestamp] if self.certificate.timestamp else words

    def inline(self) -> str:
        """Give the command by which makensis signs the uninstaller, `%1`; empty without a certificate."""
        if not self.certificate:
            return ""
        if self.windows:
            return subprocess.list2cmdline([*self.signtool(), "%1"])
        sign = shlex.join(self.osslsigncode())
        return f'{sign} -in "%1" -out "%1.signed" && mv "%1.signed" "%1"'


def unsigned_programs(folder: Path) -> list[Path]:
    """List the programs and libraries of a tree that carry no signature: ours. Qt, Microsoft and Python sign theirs."""
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in PROGRAMS and path.is_file())
    return [path for path in found if not is_signed(path)]


def is_signed(path: Path) -> bool:
    """Tell whether a Windows program carries a signature; raise Stop where the file is no program."""
    data = path.read_bytes()
    try:
        header = struct.unpack_from("<I", data, 0x3C)[0]
        magic, entries = {0x10B: (0x10B, 96), 0x20B: (0x20B, 112)}[struct.unpack_from("<H", data, header + 24)[0]]
        place, size = struct.unpack_from("<II", data, header + 24 + entries + 8 * _SIGNATURE_ENTRY)
    except (struct.error, KeyError) as error:
        raise Stop(f"{path.name} is named like a Windows program and is none.") from error
    return bool(magic and place and size)
