"""The two installers as the check sees them: how each is run silently, and what each has to leave behind."""

from __future__ import annotations

import hashlib
import zipfile
from abc import ABC, abstractmethod
from pathlib import Path
from typing import NamedTuple

from project import NAME
from windows import archive, msi, product
from windows.machine import Machine, Registry, long_key


class Made(NamedTuple):
    """The installers of one version in one folder."""

    version: str
    folder: Path

    @property
    def msi(self) -> Path:
        """The package for everyone."""
        return self.folder / product.msi_name(self.version)

    @property
    def user(self) -> Path:
        """The installer for one user."""
        return self.folder / product.user_name(self.version)

    @property
    def zip(self) -> Path:
        """The archive."""
        return self.folder / product.zip_name(self.version)

    def contents(self) -> dict[str, str]:
        """Give the SHA-256 of every shipped file by its path; the archive holds them as all three installers do."""
        found = {}
        with zipfile.ZipFile(self.zip) as opened:
            for name in opened.namelist():
                found[name.split("/", 1)[1]] = hashlib.sha256(opened.read(name)).hexdigest()
        del found[archive.READ_ME]
        return found


class Package(ABC):
    """One kind of installer on one machine."""

    title: str
    hive: str
    opens: bool
    own: frozenset[str] = frozenset()
    """Files in its folder that it makes itself."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    @property
    @abstractmethod
    def folder(self) -> Path:
        """Where it puts the program."""

    @abstractmethod
    def file(self, made: Made) -> Path:
        """Give the installer itself."""

    @abstractmethod
    def install(self, made: Made) -> int:
        """Install or upgrade silently; return the exit code."""

    @abstractmethod
    def repair(self, made: Made) -> int:
        """Install the same version again; return the exit code."""

    @abstractmethod
    def uninstall(self, made: Made) -> int:
        """Remove silently, as Windows' own list of programs would; return the exit code."""

    @property
    @abstractmethod
    def downgrade_code(self) -> int:
        """The exit code for an older version."""

    @abstractmethod
    def values(self, version: str) -> Registry:
        """Give every registry value that tells of it, but for its entry among the programs."""

    def entries(self) -> dict[str, dict[str, str]]:
        """List its entries under Add or remove programs: values by name, by key."""
        found: dict[str, dict[str, str]] = {}
        for (key, name), value in self.machine.registry(rf"{self.hive}\{product.UNINSTALL}").items():
            found.setdefault(key, {})[name] = value
        return {key: values for key, values in found.items() if values.get("DisplayName") == NAME}


def association(hive: str, version: str, folder: str) -> Registry:
    """Give the registry values of the association, and of the package's own key, for a folder."""
    return {
        (long_key(rf"{hive}\{key}"), name): value.replace(f"[{msi.TOP}]", folder)
        for key, name, value in msi.registry(version)
    }


class Msi(Package):
    """The package for everyone."""

    title = "MSI, for everyone"
    hive = "HKLM"
    opens = True
    downgrade_code = 1603

    @property
    def folder(self) -> Path:
        """Where it puts the program."""
        return self.machine.places.programs / NAME

    def file(self, made: Made) -> Path:
        """Give the package."""
        return made.msi

    def install(self, made: Made) -> int:
        """Install or upgrade silently."""
        return self.machine.run(["msiexec", "/i", made.msi, "/qn", "/norestart"])

    def repair(self, made: Made) -> int:
        """Install every file of the same version again."""
        return self.machine.run(["msiexec", "/i", made.msi, "REINSTALL=ALL", "/qn", "/norestart"])

    def uninstall(self, made: Made) -> int:
        """Remove by the product's code."""
        return self.machine.run(["msiexec", "/x", product.product_code(made.version), "/qn", "/norestart"])

    def values(self, version: str) -> Registry:
        """Give every registry value that tells of it."""
        return association(self.hive, version, self.machine.name(self.folder) + "\\")


class User(Package):
    """The installer for one user."""

    title = "Per-user installer"
    hive = "HKCU"
    downgrade_code = 5
    for_all_code = 4
    running_code = 6
    own = frozenset({product.FILE_LIST, product.UNINSTALLER})

    def __init__(self, machine: Machine) -> None:
        super().__init__(machine)
        self.opens = machine.opens_for_user

    @property
    def folder(self) -> Path:
        """Where it puts the program."""
        return self.machine.places.local / "Programs" / NAME

    def file(self, made: Made) -> Path:
        """Give the installer."""
        return made.user

    def install(self, made: Made) -> int:
        """Install or upgrade silently."""
        return self.machine.run([made.user, "/S"])

    def repair(self, made: Made) -> int:
        """Install the same version again."""
        return self.install(made)

    def uninstall(self, made: Made) -> int:
        """Remove by the line that Windows' own list of programs holds."""
        (entry,) = self.entries().values()
        program, option = entry["QuietUninstallString"].removeprefix('"').split('" ')
        return self.machine.run([program, option], and_children=True)

    def try_to_remove(self, script: Path) -> int:
        """Start the uninstaller itself, not the copy that it goes on in; return its exit code.

        The folder's name must not be quoted there, so a script of one line starts it.
        """
        program = self.machine.name(self.folder / product.UNINSTALLER)
        line = f'@"{program}" /S _?={self.machine.name(self.folder)}\n@exit /b %errorlevel%\n'
        script.write_text(line, encoding="utf-8", newline="\r\n")
        code = self.machine.run(["cmd", "/c", script])
        script.unlink()
        return code

    def values(self, version: str) -> Registry:
        """Give every registry value that tells of it."""
        own = long_key(rf"{self.hive}\{product.MACHINE_KEY}")
        told = association(self.hive, version, self.machine.name(self.folder) + "\\")
        return {at: value for at, value in told.items() if at[0] != own}
