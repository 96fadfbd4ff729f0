"""Whatever a stranger writes, GitHub's own Markdown shows it and does nothing with it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from codehost.markdown import LIMIT, code, fence, prose
from support.shown import dangers, texts, tree

HOSTILE = (
    "@everyone",
    "see #1 and GH-1 and ornek/bildirge#1",
    "[a](https://evil.example) ![b](https://evil.example/b.png) <https://evil.example>",
    "https://evil.example www.evil.example evil@evil.example",
    "<script>alert(1)</script><img src=x onerror=alert(1)><!-- ",
    "`` ``` `@everyone` ``",
    "“quoted” @everyone “again @everyone",
    "```\n@everyone\n```",
    "a\n\n@everyone\n# heading\n- item\n> quote\n| a | b |\n|---|---|",
    "\\`@everyone\\`",
    "&lt;b&gt; &#64;everyone &commat;everyone",
    "x\u202eenoyreve@\u202c \u200b@everyone \x00 \x1b[31m",
    "::set-output name=a::b",
    "[a]: https://evil.example\n\n[a]",
    "@<!-- -->everyone",
    "::: :smile: *bold* __bold__ ~~gone~~ $x$ [ ] [x] [^1]",
)
MARKS = st.text(st.sampled_from("`“”@#<>&[]()!*_~|\\/:.-'’ \n\taİı1wGH\u202e\u200b\x00"), max_size=60)
WORDS = st.lists(st.sampled_from([*HOSTILE, "`", "```", "“", "”", "\n", "```\n", "x"]), max_size=6).map("".join)


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE if not text.startswith((":", "[a]:", "`", "x", "&lt", "@<"))]
)
def test_the_oracle_sees_what_they_would_do(text: str):
    assert dangers(text) != []


@pytest.mark.parametrize("show", [code, fence, prose])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_do_nothing(text: str, show):
    assert dangers(show(text)) == []


@given(MARKS | WORDS | st.text(max_size=80))
@example("www.")
@example("(WWW.")
@example("`")
@example("“`”")
@example("a `“` @b")
@example("“x”`@b")
@example("“``x”“`@b”")
def test_no_words_do_anything(text: str):
    assert dangers(fence(text)) == []
    assert dangers(f"- before {code(text)} after `x`\n  {prose(text)} end") == []


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=LIMIT))
def test_code_shows_every_character(text: str):
    shown = "".join(tree(code(text)).itertext()).strip()
    assert shown == (text or "–")


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\xa0"))))
def test_a_block_shows_every_line(lines: list[str]):
    text = "\n".join(lines).rstrip("\n")
    (block,) = tree(fence(text)).iter("code")
    visible = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text if letter != "\n")
    assert "".join(block.itertext()).replace("\n", "") == visible


def test_a_sentence_stays_a_sentence():
    sentence = "“Bursa” bir plaka kodu değil; şunlardan birini yazın: 16, 34’ün ya da 6."
    assert prose(sentence) == "`Bursa` bir plaka kodu değil; şunlardan birini yazın: 16, 34’ün ya da 6."
    assert prose("It does not belong under “en”: tr…") == "It does not belong under `en`: tr…"


def test_a_long_value_is_cut():
    assert code("a" * 5000) == f"`{'a' * LIMIT}…`"


def test_what_cannot_be_seen_is_spelt_out():
    assert texts(code("a\u202eb\u200bc")) == "a\\u202eb\\u200bc"
