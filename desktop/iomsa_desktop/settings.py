"""What the program remembers outside scheme files: text size, theme, the files last used, names as typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QSettings

SYSTEM, LIGHT, DARK = "system", "light", "dark"
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
RECENT = 6


class Settings:
    """Read and write one small file of settings."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def problem(self) -> str:
        """Say why nothing of this can be kept, or nothing."""
        if self._store.isWritable() and self._store.status() == QSettings.Status.NoError:
            return ""
        return f"{Path(self._store.fileName()).parent} can't be written"

    @property
    def scale(self) -> float:
        """Return the text size, 1.0 to 2.0."""
        try:
            scale = float(str(self._store.value("scale", "1.0")))
        except ValueError:
            return 1.0
        return min(max(scale, SCALES[0]), SCALES[-1])

    @scale.setter
    def scale(self, scale: float) -> None:
        self._store.setValue("scale", str(scale))

    @property
    def theme(self) -> str:
        """Return system, light or dark."""
        theme = str(self._store.value("theme", SYSTEM))
        return theme if theme in (SYSTEM, LIGHT, DARK) else SYSTEM

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("theme", theme)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Return the scheme files last used, newest first."""
        stored = self._store.value("recent", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(str(name)) for name in names if name)

    def remember(self, path: Path) -> None:
        """Put a scheme file first among those last used."""
        known = self.recent
        names = [str(path), *(str(each) for each in known if each != path)][:RECENT]
        if names != [str(each) for each in known]:
            # A start that changes nothing writes nothing.
            self._store.setValue("recent", names)

    def who(self, path: Path) -> tuple[str, str] | None:
        """Return name and agency as typed for this file, or None where nobody was asked yet."""
        stored = self._store.value(self._key("who", path))
        if not isinstance(stored, list) or len(stored) != 2:
            return None
        return str(stored[0]), str(stored[1])

    def set_who(self, path: Path, name: str, agency: str) -> None:
        """Keep name and agency for this file; both may be empty."""
        self._store.setValue(self._key("who", path), [name, agency])

    def removing(self, path: Path) -> bool:
        """Tell whether a removal of rows about people from this file was begun and has not come to its end."""
        return self._store.contains(self._key("removing", path))

    def set_removing(self, path: Path, *, on: bool) -> None:
        """Keep that a removal begins or has ended, on the disk at once: the program may be killed meanwhile."""
        if on:
            self._store.setValue(self._key("removing", path), 1)
        else:
            self._store.remove(self._key("removing", path))
        self._store.sync()

    def folder(self, kind: str, default: Path) -> Path:
        """Return the folder last used for something, such as returns."""
        return Path(str(self._store.value(f"folder/{kind}", str(default))))

    def set_folder(self, kind: str, folder: Path) -> None:
        """Keep the folder used for something."""
        self._store.setValue(f"folder/{kind}", str(folder))

    @staticmethod
    def _key(kind: str, path: Path) -> str:
        # Qt's own digest, for Python's would load the whole of OpenSSL at start.
        digest = QCryptographicHash.hash(str(path).encode(), QCryptographicHash.Algorithm.Sha256)
        return f"{kind}/{digest.data().hex()[:16]}"
