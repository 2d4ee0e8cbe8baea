"""What the macOS steps decide: settings, command lines, what an app has to tell. Not run on macOS."""

import plistlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from freezing import programs
from macos import image, installed, keychain, signing
from project import Stop

FULL = {
    "IOMSA_MAC_IDENTITY": "Developer ID Application: Somebody (AB12)",
    "IOMSA_MAC_CERTIFICATE": "Y2VydA==",
    "IOMSA_MAC_PASSWORD": "hidden",
    "IOMSA_MAC_NOTARY_KEY": "a2V5",
    "IOMSA_MAC_NOTARY_KEY_ID": "KEY1",
    "IOMSA_MAC_NOTARY_ISSUER": "issuer",
}
APP = Path("stage") / image.APP


def test_nothing_configured_signs_ad_hoc_and_asks_nobody() -> None:
    chosen = signing.settings({"IOMSA_MAC_IDENTITY": "", "IOMSA_MAC_CERTIFICATE": ""})
    assert chosen.ad_hoc
    assert not chosen.notarises
    assert "ad hoc" in image.signed_by(chosen)
    assert "notarised" in image.signed_by(signing.settings(FULL))


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("IOMSA_MAC_PASSWORD", "Set both IOMSA_MAC_CERTIFICATE and IOMSA_MAC_PASSWORD"),
        ("IOMSA_MAC_NOTARY_KEY_ID", "Set all of IOMSA_MAC_NOTARY_KEY"),
        ("IOMSA_MAC_NOTARY_KEY", "Set all of IOMSA_MAC_NOTARY_KEY"),
        ("IOMSA_MAC_IDENTITY", "Set IOMSA_MAC_IDENTITY"),
    ],
)
def test_half_a_setting_is_refused_with_the_name_of_the_other_half(missing: str, sentence: str) -> None:
    with pytest.raises(Stop, match=sentence):
        signing.settings({name: value for name, value in FULL.items() if name != missing})


def test_code_is_signed_from_the_inside_out_and_the_app_last(tmp_path: Path) -> None:
    app = tmp_path / image.APP
    deep, shallow = app / "Contents" / "Frameworks" / "PySide6" / "QtCore.abi3.so", app / "Contents" / "MacOS" / "iomsa"
    for path in (deep, shallow, app / "Contents" / "Resources" / "words.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex("cffaedfe0c000001") if path.suffix != ".txt" else b"words")
    (app / "Contents" / "Resources" / "link.so").symlink_to(deep)
    code = signing.code_in(app)
    assert code == [deep, shallow]
    signed = signing.sign_commands(app, code, "-")
    assert [command[-1] for command in signed] == [deep, shallow, app]
    assert all("runtime" not in command for command in signed), "nobody's libraries would not load"


def test_who_signs_by_name_hardens_the_app_and_signs_the_image_too() -> None:
    (command,) = signing.sign_commands(APP, [], "Somebody")
    assert command == ["codesign", "--force", "--options", "runtime", "--timestamp", "--sign", "Somebody", APP]
    assert signing.image_sign_commands(Path("a.dmg"), "-") == []
    assert signing.image_sign_commands(Path("a.dmg"), "Somebody")[0][-2:] == ["Somebody", Path("a.dmg")]


def test_the_image_is_compressed_and_named_for_its_processor() -> None:
    made = image.image_path(Path("release"), "0.1.0", "arm64")
    assert made == Path("release/iomsa-0.1.0-macos-arm64.dmg")
    command = image.pack_command(Path("stage"), made, "0.1.0")
    assert command[:4] == ["hdiutil", "create", "-volname", "IOM Self-Assessment 0.1.0"]
    assert command[-4:] == ["-format", "UDZO", "-ov", made]


def test_the_image_is_attached_to_read_it_only() -> None:
    command = installed.attach_command(Path("a.dmg"), Path("mounted"))
    assert command[:3] == ["hdiutil", "attach", "-readonly"]
    assert command[-3:] == ["-mountpoint", Path("mounted"), Path("a.dmg")]


def test_notarising_waits_and_fixes_the_answer_to_the_image() -> None:
    commands = signing.notary_commands(Path("a.dmg"), Path("key.p8"), signing.settings(FULL))
    assert [command[1:3] for command in commands] == [
        ["notarytool", "submit"],
        ["stapler", "staple"],
        ["stapler", "validate"],
    ]
    assert commands[0][-1] == "--wait"
    assert "a2V5" not in commands[0], "the key is in its file alone"


def test_a_secret_is_never_said() -> None:
    with pytest.raises(Stop) as stopped:
        keychain.decoded("hidden!", "IOMSA_MAC_CERTIFICATE")
    assert str(stopped.value) == "IOMSA_MAC_CERTIFICATE is not base64. Set it again."
    with pytest.raises(Stop, match=r"^false word ended with 1") as stopped:
        keychain.quietly(["false", "word", "hidden"])
    assert "hidden" not in str(stopped.value)
    assert keychain.decoded("Y2Vy\ndA==\n", "") == b"cert"


def test_without_a_certificate_there_is_a_private_folder_and_no_keychain() -> None:
    with keychain.holding(signing.settings({})) as private:
        assert private.stat().st_mode & 0o077 == 0
        assert list(private.iterdir()) == []
    assert not private.exists()


def test_the_keychain_is_unlocked_before_the_certificate_goes_in() -> None:
    commands = signing.keychain_commands(Path("k"), "word", Path("c.p12"), "hidden")
    assert [command[1] for command in commands] == [
        "create-keychain",
        "set-keychain-settings",
        "unlock-keychain",
        "import",
        "set-key-partition-list",
        "list-keychains",
    ]


def test_the_licences_go_into_the_app_and_are_never_left_out(tmp_path: Path) -> None:
    frozen, app = tmp_path / "iomsa", tmp_path / image.APP
    inside = app / "Contents" / "Resources"
    inside.mkdir(parents=True)
    with pytest.raises(Stop, match="licences is missing"):
        image.add_texts(frozen, app)
    (frozen / "licences").mkdir(parents=True)
    (frozen / "licences" / "NOTICES.txt").touch()
    (frozen / "sbom.cdx.json").touch()
    image.add_texts(frozen, app)
    assert sorted(path.name for path in inside.rglob("*")) == ["NOTICES.txt", "licences", "sbom.cdx.json"]
    with pytest.raises(Stop, match=r"iomsa-file\.icns is missing"):
        image.add_document_icon(tmp_path, app)


def test_what_the_frozen_app_tells_macos_is_what_is_looked_for() -> None:
    told = programs.info_plist()
    installed.check_told(plistlib.dumps(told), str(told["CFBundleShortVersionString"]))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"CFBundleShortVersionString": "9.9.9"}, r"version 9\.9\.9, not"),
        ({"LSMinimumSystemVersion": ""}, "which macOS it needs"),
        ({"CFBundleDocumentTypes": []}, r"does not tell macOS that \.iomsa files"),
        ({"UTExportedTypeDeclarations": []}, r"does not tell macOS that \.iomsa files"),
    ],
)
def test_an_app_that_tells_macos_something_else_is_refused(change: Mapping[str, object], sentence: str) -> None:
    told = programs.info_plist()
    with pytest.raises(Stop, match=sentence):
        installed.check_told(plistlib.dumps({**told, **change}), str(told["CFBundleShortVersionString"]))


def test_an_app_that_is_left_or_an_image_that_is_still_attached_is_seen(tmp_path: Path) -> None:
    made = tmp_path / "a.dmg"
    nothing, attached = plistlib.dumps({"images": []}), plistlib.dumps({"images": [{"image-path": str(made)}]})
    installed.expect_gone(tmp_path / "none", nothing, made)
    for app, told in ((tmp_path, nothing), (tmp_path / "none", attached)):
        with pytest.raises(Stop, match="still there"):
            installed.expect_gone(app, told, made)


def test_another_system_is_told_so() -> None:
    with pytest.raises(Stop, match=r"^A disk image can be made on macOS only\.$"):
        image.main("python", [])
    with pytest.raises(Stop, match="on macOS only"):
        installed.main("python", [])
    with pytest.raises(Stop, match=r"Make it first: python3 build/make\.py freeze"):
        image.need_app(Path("none"))
