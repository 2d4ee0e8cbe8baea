"""Which commands sign, what they sign, and that nothing is signed without a certificate."""

import struct
from pathlib import Path

import pytest

from project import Stop
from windows import sign
from windows.room import Room
from windows.sign import Certificate, Signer


def program(signature: int = 0, magic: int = 0x20B) -> bytes:
    """Write as much of a Windows program as tells whether it is signed."""
    data = bytearray(512)
    struct.pack_into("<I", data, 0x3C, 64)
    struct.pack_into("<H", data, 64 + 24, magic)
    entries = 112 if magic == 0x20B else 96
    struct.pack_into("<II", data, 64 + 24 + entries + 32, signature, signature)
    return bytes(data)


def test_the_environment_names_the_certificate() -> None:
    outside = {"IOMSA_SIGN_FILE": "c.pem", "IOMSA_SIGN_KEY": "k.pem", "IOMSA_SIGN_TIMESTAMP": "http://t"}
    assert sign.configured(outside) == Certificate(file="c.pem", key="k.pem", timestamp="http://t")
    assert not sign.configured({"IOMSA_SIGN_TIMESTAMP": "http://t"})
    assert sign.configured({"IOMSA_SIGN_THUMBPRINT": "AB"})


def test_without_a_certificate_nothing_is_signed_and_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    signer = Signer(Certificate())
    signer.sign([Path("not there.exe")])
    assert "nothing is signed" in capsys.readouterr().out
    assert signer.inline() == ""


def test_signtool_signs_by_thumbprint_or_file(tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("secret\n", encoding="utf-8")
    by_store = Signer(Certificate(thumbprint="AB12", timestamp="http://t"), windows=True).signtool()
    assert by_store[:2] == ["signtool", "sign"]
    assert by_store[-2:] == ["/sha1", "AB12"]
    assert by_store[by_store.index("/tr") + 1] == "http://t"
    by_file = Signer(Certificate(file="c.pfx", password_file=str(password)), windows=True).signtool()
    assert by_file[-4:] == ["/f", "c.pfx", "/p", "secret"]
    assert "/tr" not in by_file


def test_osslsigncode_signs_with_a_file_that_it_can_see(tmp_path: Path) -> None:
    for name in ("c.pem", "k.pem", "c.pfx"):
        (tmp_path / name).touch()
    room = Room(tmp_path)
    pem = Certificate(file=str(tmp_path / "c.pem"), key=str(tmp_path / "k.pem"))
    assert Signer(pem, room, windows=False).osslsigncode()[-4:] == ["-certs", "/c.pem", "-key", "/k.pem"]
    pfx = Certificate(file=str(tmp_path / "c.pfx"))
    assert Signer(pfx, room, windows=False).osslsigncode()[-2:] == ["-pkcs12", "/c.pfx"]
    with pytest.raises(Stop, match="outside"):
        Signer(Certificate(file="/elsewhere/c.pfx"), room, windows=False).osslsigncode()
    with pytest.raises(Stop, match="on Windows only"):
        Signer(Certificate(thumbprint="AB"), room, windows=False).osslsigncode()


def test_the_uninstaller_is_signed_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "c.pfx").touch()
    line = Signer(Certificate(file=str(tmp_path / "c.pfx")), Room(tmp_path), windows=False).inline()
    assert line.endswith('-in "%1" -out "%1.signed" && mv "%1.signed" "%1"')
    assert Signer(Certificate(thumbprint="AB"), windows=True).inline().endswith(" /sha1 AB %1")


def test_only_programs_without_a_signature_are_ours(tmp_path: Path) -> None:
    for name, data in {
        "ours.exe": program(),
        "ours32.DLL": program(magic=0x10B),
        "sub/ours.pyd": program(),
        "qt.dll": program(signature=400),
        "qt32.dll": program(signature=400, magic=0x10B),
        "text.txt": b"text",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = [path.relative_to(tmp_path).as_posix() for path in sign.unsigned_programs(tmp_path)]
    assert found == ["ours.exe", "ours32.DLL", "sub/ours.pyd"]


@pytest.mark.parametrize("data", [b"", b"MZ", bytes(512)])
def test_a_file_that_is_only_named_like_a_program_stops(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.dll"
    path.write_bytes(data)
    with pytest.raises(Stop, match=r"odd\.dll"):
        sign.is_signed(path)
