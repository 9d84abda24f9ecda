"""Row 13: a folder that a service copies, or a network drive, is known by its name or its mount."""

from pathlib import Path

import pytest

from mentorkit.workflows.places import copied_by

FOLDERS = [
    "OneDrive - Stad Gent",
    "Dropbox (Persoonlijk)",
    "Library/Mobile Documents/com~apple~CloudDocs",
    "Library/CloudStorage/Box-Box",
    "Nextcloud",
    "ownCloud2",
    "Google Drive",
    "GoogleDrive-noor@example.org",
    "iCloudDrive",
    "MEGAsync",
    "SynologyDrive",
    "Proton Drive",
]


@pytest.mark.parametrize("folder", FOLDERS)
def test_row_13_every_folder_that_is_copied_is_known(tmp_path: Path, folder: str):
    assert copied_by(tmp_path / folder / "mentoring" / "p.mentorkit")


def test_row_13_a_network_drive_is_known_by_its_mount_and_a_disk_is_none(tmp_path: Path):
    mounts = tmp_path / "mounts"
    (tmp_path / "my share").mkdir()
    at = str(tmp_path / "my share").replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//nas/x {at} cifs rw 0 0\n")
    assert copied_by(tmp_path / "my share" / "p.mentorkit", mounts) == "cifs"
    assert copied_by(tmp_path / "p.mentorkit", mounts) == ""
    assert copied_by(tmp_path / "p.mentorkit", tmp_path / "nothing") == ""
    assert copied_by(tmp_path / "Dropboxen zetten.mentorkit", mounts) == ""
