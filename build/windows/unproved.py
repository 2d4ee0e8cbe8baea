"""What has not been proved for want of Windows, in the words that the documents use, too."""

from __future__ import annotations

NOT_RUN = "Not run on Windows"

SENTENCES = (
    "The frozen Python program itself has not run on Windows; Wine runs a stub in its place, with Qt's real libraries.",
    "The MSI was built by wixl; its WiX 5 source was checked against WiX's schema, but WiX 5 has not built it.",
    "Microsoft's own validation of the MSI (ICE) has not run.",
    "SmartScreen, AppLocker and WDAC have not been met.",
    "The double-click of a per-user installation was not tried, only its registry values: Wine looks at no user's own.",
    "Wine puts the MSI's Start menu link under the user; on Windows it belongs to all users.",
    "Signatures were made and checked with a test certificate; no real certificate and no time stamp was used.",
    "Intune, SCCM and Group Policy have not deployed the MSI, nor has the MSI met a running program.",
    "High contrast, screen readers and the installer's pages in display scaling have not been seen on Windows.",
)
"""Each stands alone."""


def text() -> str:
    """Write the list as the check prints it."""
    return f"{NOT_RUN}. What this leaves unproved:\n" + "\n".join(f"  - {sentence}" for sentence in SENTENCES)
