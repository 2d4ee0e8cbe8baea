"""Say how the app and its disk image are signed and notarised: which command lines, from which settings.

Not run on macOS. What is decided here is tested elsewhere; the tools themselves exist on macOS only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import project

Command = list[str | Path]

AD_HOC = "-"
_MAGIC = tuple(bytes.fromhex(text) for text in ("feedfacf", "cffaedfe", "feedface", "cefaedfe", "cafebabe", "bebafeca"))


class Settings(NamedTuple):
    """Hold who signs, by which certificate, and which key asks Apple to notarise; empty where not configured."""

    identity: str
    certificate: str
    password: str
    notary_key: str
    notary_key_id: str
    notary_issuer: str

    @property
    def ad_hoc(self) -> bool:
        """Tell whether nobody signs: the signature then only shows later changes."""
        return self.identity == AD_HOC

    @property
    def notarises(self) -> bool:
        """Tell whether Apple is asked to look at the image."""
        return bool(self.notary_key)


def settings(outside: Mapping[str, str]) -> Settings:
    """Read the settings from the environment; raise Stop where they are there by half."""
    names = ("CERTIFICATE", "PASSWORD", "NOTARY_KEY", "NOTARY_KEY_ID", "NOTARY_ISSUER")
    given = [outside.get(f"IOMSA_MAC_{name}", "") for name in names]
    chosen = Settings(outside.get("IOMSA_MAC_IDENTITY", "") or AD_HOC, *given)
    if bool(chosen.certificate) != bool(chosen.password):
        raise project.Stop("Set both IOMSA_MAC_CERTIFICATE and IOMSA_MAC_PASSWORD, or neither.")
    notary = (chosen.notary_key, chosen.notary_key_id, chosen.notary_issuer)
    if any(notary) and not all(notary):
        raise project.Stop(
            "Set all of IOMSA_MAC_NOTARY_KEY, IOMSA_MAC_NOTARY_KEY_ID and IOMSA_MAC_NOTARY_ISSUER, or none."
        )
    if chosen.ad_hoc and (chosen.certificate or chosen.notarises):
        raise project.Stop(
            "Set IOMSA_MAC_IDENTITY to the name in the certificate; without it nothing can be notarised."
        )
    return chosen


def is_code(start: bytes) -> bool:
    """Tell from its first bytes whether a file is a program or a library of macOS."""
    return start[:4] in _MAGIC


def code_in(app: Path) -> list[Path]:
    """List the programs and libraries in an app, the deepest first, as they have to be signed; links are left out."""
    found = []
    for path in app.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if is_code(file.read(4)):
                    found.append(path)
    return sorted(found, key=lambda path: (-len(path.parts), str(path)))


def sign_commands(app: Path, code: Iterable[Path], identity: str) -> list[Command]:
    """Sign each program and library, then the app around them.

    The hardened runtime loads only libraries of the same signer, so that an ad hoc signature has to do without it.
    """
    how: Command = ["--force"] if identity == AD_HOC else ["--force", "--options", "runtime", "--timestamp"]
    return [["codesign", *how, "--sign", identity, path] for path in (*code, app)]


def image_sign_commands(image: Path, identity: str) -> list[Command]:
    """Sign the disk image itself; nobody can do that ad hoc."""
    return [] if identity == AD_HOC else [["codesign", "--force", "--timestamp", "--sign", identity, image]]


def verify_command(path: Path) -> Command:
    """Compare an app with its signature, all that is in it as well."""
    return ["codesign", "--verify", "--deep", "--strict", "--verbose=2", path]


def notary_commands(image: Path, key: Path, chosen: Settings) -> list[Command]:
    """Ask Apple to look at an image, wait for the answer, and fix the answer to it."""
    who: Command = ["--key", key, "--key-id", chosen.notary_key_id, "--issuer", chosen.notary_issuer]
    return [
        ["xcrun", "notarytool", "submit", image, *who, "--wait"],
        ["xcrun", "stapler", "staple", image],
        ["xcrun", "stapler", "validate", image],
    ]


def keychain_commands(keychain: Path, word: str, certificate: Path, password: str) -> list[Command]:
    """Make a keychain for one build, with the certificate in it, that codesign may use without asking."""
    return [
        ["security", "create-keychain", "-p", word, keychain],
        ["security", "set-keychain-settings", "-lut", "3600", keychain],
        ["security", "unlock-keychain", "-p", word, keychain],
        ["security", "import", certificate, "-k", keychain, "-P", password, "-T", "/usr/bin/codesign"],
        ["security", "set-key-partition-list", "-S", "apple-tool:,apple:,codesign:", "-s", "-k", word, keychain],
        ["security", "list-keychains", "-d", "user", "-s", keychain, "login.keychain-db"],
    ]
