"""Queries of 60,000 letters, and their cost compared with one that a reader types."""

LONG = 60_000
NORMAL = {"tr": ("a", "mültecilere yönelik sosyal uyum"), "en": ("a", "rights of refugees and social cohesion")}
"""What readers type: a letter, which finds the most, and words."""
PASTED = {
    "one letter": "a" * LONG,
    "letters, then another": "a" * LONG + "b",
    "letters, a space, a letter": "a" * (LONG - 2) + " b",
    "spaces": " " * LONG,
    "many words": " ".join(f"söz{number}" for number in range(LONG // 8)),
    "every letter": " ".join(chr(97 + number % 26) for number in range(LONG // 2)),
    "one word, again and again": "mülteci " * (LONG // 8),
    "endings": "larımızdaki" * (LONG // 11),
    "beginnings of a joined word": "isbirli" * (LONG // 7),
    "apostrophes": "a’" * (LONG // 2),
    "marks": "a" + "\u0301" * LONG,
    "capitals that grow": "İ" * LONG,
    "Arabic articles": "وال" * (LONG // 3),
    "signs outside the first plane": "\U0001d552" * (LONG // 2),
}
MOST_TIMES = 10
"""The highest cost of a pasted query, in multiples of a normal one; both include finding and showing hits."""
LEAST = 10
"""The least milliseconds that a normal query is taken to cost: ten times as many are not noticed."""

COST = """
  const [selector, text, done] = arguments;
  const box = document.querySelector(selector);
  const paste = async (words) => {
    box.select();
    document.execCommand("insertText", false, words);
    await new Promise((next) => { setTimeout(next); });
  };
  const once = async () => {
    await paste(" ");
    const begun = performance.now();
    await paste(text);
    return performance.now() - begun;
  };
  (async () => {
    const times = [];
    for (let time = 0; time < 3; time += 1) times.push(await once());
    done(Math.min(...times));
  })();
"""
"""Pastes a text into a field, three times; tells the least milliseconds."""


def too_dear(cost, locale):
    """Return the pasted texts that cost many times a normal query; `cost` is text → milliseconds."""
    normal = max(LEAST, *map(cost, NORMAL[locale]))
    costs = {name: cost(text) for name, text in PASTED.items()}
    return {name: (spent, normal) for name, spent in costs.items() if spent > MOST_TIMES * normal}
