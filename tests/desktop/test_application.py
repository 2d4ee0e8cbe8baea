"""A file that the system hands to the program by an event, before or after it listens, as macOS does."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from iomsa_desktop.application import Application

app, heard = Application(sys.argv[:1]), []
hand = lambda name: QCoreApplication.postEvent(app, QFileOpenEvent(name))
if "early" in sys.argv:
    hand("/a/early.iomsa")
def listen():
    heard.append(app.first)
    app.handed.connect(heard.append)
    hand("/a/Prüfung 1.iomsa")
    QTimer.singleShot(0, app.quit)
QTimer.singleShot(0, listen)
app.exec()
print(ascii([path and path.name for path in heard]))
"""


@pytest.mark.parametrize(
    ("when", "heard"),
    [("early", ["early.iomsa", "Pr\xfcfung 1.iomsa"]), ("late", [None, "Pr\xfcfung 1.iomsa"])],
)
def test_a_file_that_is_handed_over_is_heard_whenever_it_comes(when: str, heard: list[str | None]) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, when], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(heard)
