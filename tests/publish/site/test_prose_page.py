from publish.site.prose_page import read_head

TEXT = "---\ntitle: no\ndescription: 2021  # yıl\n---\n\ntitle: Metin\n"


def test_every_field_is_text(tmp_path):
    path = tmp_path / "about.md"
    path.write_text(TEXT, encoding="utf-8")
    head = read_head(path, "about.md")
    assert head.texts() == {"title": "no", "description": "2021"}
    assert [head.text(name).line for name in head.texts()] == [2, 3]


def test_page_without_a_head_has_no_fields(tmp_path):
    path = tmp_path / "about.md"
    for text in ("Metin.\n", "---\n---\n\nMetin.\n", "---\n- a\n---\n", "Metin.\n\n---\ntitle: a\n---\n"):
        path.write_text(text, encoding="utf-8")
        assert read_head(path, "about.md").texts() == {}
