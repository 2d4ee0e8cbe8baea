"""Where a file lies, as far as it matters to whoever works on it: in a temporary folder, or in a network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QStorageInfo

OWN, TEMPORARY, NETWORK = "", "temporary", "network"

Where = Callable[[Path], str]
"""Tells of a file OWN, TEMPORARY or NETWORK."""

OPENED_FROM_MAIL = frozenset({"inetcache", "temporary internet files", "content.outlook", "olk", "mail downloads"})
"""Folders in which mail programs put an attachment that is opened: Outlook's old and new ones, and macOS Mail's."""

NETWORKS = ("nfs", "cifs", "smb", "afpfs", "webdav", "davfs", "9p", "afs", "ceph", "ncpfs")
NETWORKS_OF_FUSE = ("fuse.sshfs", "fuse.gvfs", "fuse.davfs", "fuse.rclone", "fuse.glusterfs", "fuse.smbnetfs")


def own(_: Path) -> str:
    """Take every file as lying in a folder of the user's own."""
    return OWN


def where_by(temporary: Path, home: Path) -> Where:
    """Return what tells where a file lies, with the system's folder for temporary files and the user's home."""
    return partial(_where, temporary=temporary.resolve(), home=home.resolve())


def is_temporary(file: PurePath, temporary: PurePath, home: PurePath) -> bool:
    """Tell whether a file is a copy that a mail program or an archive made to be looked at; paths are whole."""
    if OPENED_FROM_MAIL.intersection(folder.casefold() for folder in file.parts[:-1]):
        return True
    # A home may itself lie among the temporary files, as on a machine that forgets everything.
    at_home = home.is_relative_to(temporary) and file.is_relative_to(home)
    return file.is_relative_to(temporary) and not at_home


def is_network(file: str, device: str, system: str) -> bool:
    """Tell whether a file lies on another machine, by its path, and its drive's device and file system as Qt has them.

    A path to a share begins with two backslashes; so does the device of a letter that stands for one.
    """
    kind = system.lower()
    return _is_share(file) or _is_share(device) or kind.startswith(NETWORKS) or kind.startswith(NETWORKS_OF_FUSE)


def _is_share(path: str) -> bool:
    local = path.startswith(("\\\\?\\", "\\\\.\\")) and not path.upper().startswith("\\\\?\\UNC\\")
    return path.startswith("\\\\") and not local


def _where(file: Path, temporary: Path, home: Path) -> str:
    if is_temporary(file.resolve(), temporary, home):
        return TEMPORARY
    drive = QStorageInfo(str(file.parent))
    device, system = (bytes(each.data()).decode(errors="replace") for each in (drive.device(), drive.fileSystemType()))
    return NETWORK if is_network(str(file), device, system) else OWN
