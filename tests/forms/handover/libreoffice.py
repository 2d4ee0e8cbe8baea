"""Let LibreOffice fill sheets in: it opens each file, takes what is typed into cells as it does by hand, and saves."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Colleague"/></library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Colleague" script:language="StarBasic">
Sub Fill(list As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  number = FreeFile
  Open list For Input As #number
  Do While Not Eof(number)
    Line Input #number, said
    parts = Split(said, Chr(9))
    If parts(0) = "open" Then
      document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
    ElseIf parts(0) = "save" Then
      document.storeToURL(parts(1), kind())
      document.close(True)
    Else
      document.Sheets.getByName(parts(1)).getCellByPosition(CLng(parts(2)), CLng(parts(3))).FormulaLocal = parts(4)
    End If
  Loop
  Close #number
  StarDesktop.terminate()
End Sub
</script:module>"""


def profile_in(folder: Path) -> Path:
    """Make a profile of LibreOffice that knows how to fill sheets in."""
    profile = folder / "profile"
    # A new profile brings a library of its own, which would take the place of ours.
    subprocess.run([*office(profile), "--terminate_after_init"], capture_output=True, timeout=280, check=True)
    basic = profile / "user" / "basic" / "Standard"
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Colleague.xba").write_text(MODULE, encoding="utf-8")
    return profile


def office(profile: Path) -> list[str]:
    """Return the command that starts LibreOffice with a profile."""
    return ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]


def fill_in(
    paths: Sequence[Path], sheet: str, typed: Sequence[Mapping[tuple[int, int], str]], folder: Path, profile: Path
) -> list[Path]:
    """Type texts into cells (row and column from 1) of one sheet of each file; return the files as they were saved."""
    back = folder / "back"
    back.mkdir()
    lines = []
    for path, cells in zip(paths, typed, strict=True):
        lines.append(f"open\t{path.as_uri()}")
        lines += (f"type\t{sheet}\t{column - 1}\t{row - 1}\t{text}" for (row, column), text in cells.items())
        lines.append(f"save\t{(back / path.name).as_uri()}")
    said = folder / "said.txt"
    said.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [*office(profile), f'macro:///Standard.Colleague.Fill("{said}")']
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    saved = [back / path.name for path in paths]
    assert all(path.exists() for path in saved), done.stderr
    return saved
