"""What Windows knows the product by: codes, keys, folders and names that must stay the same in every version."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from project import NAME, PUBLISHER, Stop

UPGRADE_CODE = "{8F7B9ECD-B7C6-475E-86D2-21D38D2A9163}"
"""Ties all versions of the per-machine package together. Never change it."""

_PRODUCTS = UUID("54149db8-d230-4eda-b243-c463e3bbb717")

PROGRAM = "iomsa.exe"
CONSOLE = "iomsa-cli.exe"
ICON = "iomsa.ico"
FILE_ICON = "iomsa-file.ico"
SHORTCUT = f"{NAME}.lnk"
FILE_LIST = "installed-files.txt"
UNINSTALLER = "Uninstall.exe"

EXTENSION = ".iomsa"
PROG_ID = "IomSelfAssessment.Scheme"
FILE_TYPE = "Scheme self-assessment"
MIME_TYPE = "application/x-iomsa"

CLASSES = r"Software\Classes"
MACHINE_KEY = rf"Software\{PUBLISHER}\{NAME}"
"""Where the per-machine package says that it is here, under HKEY_LOCAL_MACHINE."""

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
USER_KEY = rf"{UNINSTALL}\IomSelfAssessment"
"""The per-user installer's entry under Add or remove programs, under HKEY_CURRENT_USER."""

OLDEST_BUILD = 17763
"""Windows 10 1809: Qt 6.11 uses the ICU that Windows brings since then."""

TOO_OLD = f"{NAME} needs Windows 10 version 1809 or later."
NEWER_IS_HERE = f"A newer version of {NAME} is already installed. Nothing was changed."

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def check_version(version: str) -> str:
    """Return a version as it is; raise Stop where Windows Installer can't hold it."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise Stop(f"{version} is no version of the form 1.2.3.")
    if int(found[1]) > 255 or int(found[2]) > 255 or int(found[3]) > 65535:
        raise Stop(f"Windows Installer can't hold version {version}; the largest is 255.255.65535.")
    return version


def product_code(version: str) -> str:
    """Give the code of one version's package, so that the same version is known again and repaired."""
    return "{" + str(uuid5(_PRODUCTS, check_version(version))).upper() + "}"


def msi_name(version: str) -> str:
    """Name the package for all users of a machine."""
    return f"iomsa-{version}-windows-x64.msi"


def user_name(version: str) -> str:
    """Name the installer for one user."""
    return f"iomsa-{version}-windows-x64-user.exe"


def zip_name(version: str) -> str:
    """Name the archive that runs from any folder."""
    return f"iomsa-{version}-windows-x64.zip"
