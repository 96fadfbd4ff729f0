// Normalisation of texts and queries: folding for both, and a stem that inflected forms share for queries.

const { stemmer } = await import(`./stemmer.${document.documentElement.lang}.js`); // every language of the site has one

const STOP_WORDS = {
  tr: new Set(["ve", "ile", "icin", "de", "da", "bir", "bu", "o", "ki", "veya", "ya", "olan", "olarak"]),
  en: new Set(["the", "of", "and", "to", "in", "for", "a", "an", "on", "by", "with", "is", "that", "or", "as", "at"]),
  ar: new Set(["من", "في", "علي", "الي", "عن", "ان", "او", "ما", "هذا", "هذه", "التي", "الذي", "مع"]),
};

/** Letters whose mark is no character of its own, and letters that are written for each other. */
const PLAIN = { ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ى: "ي", ة: "ه" };

/** Lower case without diacritics: İ, I, ı and i are one letter, as are ş and s, â and a, ł and l; in Arabic أ and ا, ة and ه, ى and ي. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/[\p{M}ـ]/gu, "");
  return bare.replace(/[^a-z]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** An Arabic word without its prefixes: و and ف, ب, ك and ل, the article ال. */
function withoutArticle(word) {
  return word.replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{Script=Arabic}{3})/u, "");
}

/** The folded words of a text; işbirliği is iş birliği. What follows an apostrophe is a suffix, not a word: İstanbul’daki, platform’s. */
export function words(text) {
  return fold(text).replace(/\bisbirli/gu, "is birli").match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.map((word) => withoutArticle(word.split(/['’]/u)[0])) ?? [];
}

/** The most characters and words of a query that are used: fields are limited, but an address may have any number. */
const LONGEST = 100;
const MOST = 12;

/** The words of a query without stop words, each once; all of them if there are only stop words. */
export function queryWords(text, locale) {
  const all = [...new Set(words(text.slice(0, LONGEST)))];
  const telling = all.filter((word) => !STOP_WORDS[locale]?.has(word));
  return (telling.length ? telling : all).slice(0, MOST);
}

/**
 * The stem, cut back to what is still the beginning of the word: policies and policy both become polic. A short word keeps
 * its last vowel: geri is not the beginning of gerek.
 */
export function stem(word) {
  const stemmed = stemmer(word).replace(/(?<=.{3})i$/u, "");
  const isWord = /^.{3}[aeiou]$/u.test(word) && stemmed.length < word.length;
  return stemmed.length > 2 && !isWord && word.startsWith(stemmed) ? stemmed : word;
}
