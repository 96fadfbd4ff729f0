import os
import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from publish.downloads.archive import pack, repack

ENTRIES = [("b", b"bb" * 99), ("a/ş", b"a")]


def test_pack_keeps_order_and_content():
    with ZipFile(BytesIO(pack(ENTRIES, plain="b"))) as archive:
        assert [(each.filename, each.compress_type) for each in archive.infolist()] == [
            ("b", ZIP_STORED),
            ("a/ş", ZIP_DEFLATED),
        ]
        assert [archive.read(name) for name, _ in ENTRIES] == [content for _, content in ENTRIES]
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("order", [1, -1])
def test_repacked_archives_of_the_same_content_are_the_same(order):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in ENTRIES[::order]:
            archive.writestr(name, content)
    assert repack(target.getvalue()) == pack(sorted(ENTRIES))


def test_time_zone_is_no_matter(monkeypatch):
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Kiritimati")
    time.tzset()
    there = pack(ENTRIES)
    monkeypatch.undo()
    time.tzset()
    assert pack(ENTRIES) == there
