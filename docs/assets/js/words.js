// Normalisation of texts and queries: folding for both, and a stem that inflected forms share for queries.
import { stemmer } from "./stemmer.js";

const STOP_WORDS = {
  tr: new Set(["ve", "ile", "icin", "de", "da", "bir", "bu", "o", "ki", "veya", "ya", "olan", "olarak"]),
  en: new Set(["the", "of", "and", "to", "in", "for", "a", "an", "on", "by", "with", "is", "that", "or", "as", "at"]),
  ar: new Set(["من", "في", "علي", "الي", "عن", "ان", "او", "ما", "هذا", "هذه", "التي", "الذي", "مع"]),
};

/** Lower case without diacritics: İ, I, ı and i are one letter, as are ş and s, â and a; in Arabic أ and ا, ة and ه, ى and ي. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/[\p{M}ـ]/gu, "");
  return bare.replaceAll("ı", "i").replaceAll("ى", "ي").replaceAll("ة", "ه");
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

/** The stem: the beginning that a word shares with its inflected forms. */
export function stem(word, locale) {
  return (STEMS[locale] ?? ((same) => same))(word);
}

const STEMS = { tr: turkishStem, en: englishStem };

// Plural, possessive and case endings folded (ı, i → i; u, ü → u), in the order a noun takes them.
const TURKISH_ENDINGS = /^(?:l[ae]r)?(?:[iu]m[iu]z|s?[iu])?(?:n?[iu]n|[yn]?[iu]|[yn]?[ae]|n?[dt][ae](?:n|ki)?|y?l[ae])?$/u;
const LONGEST_ENDING = 12;

/** Strips endings, but leaves at least four letters (three before a plural). */
function turkishStem(word) {
  for (let start = Math.max(3, word.length - LONGEST_ENDING); start < word.length; start += 1) {
    const ending = word.slice(start);
    if (TURKISH_ENDINGS.test(ending) && (start > 3 || /^l[ae]r/u.test(ending))) return withoutSoftened(word.slice(0, start));
  }
  return withoutSoftened(word);
}

/** Drops a final consonant that endings soften: kırılganlık and kırılganlığı both begin with kırılganlı. */
function withoutSoftened(word) {
  return word.length > 4 ? word.replace(/[bcdgkpt]$/u, "") : word;
}

/** Porter's stem, cut back to what is still the beginning of the word: policies and policy both become polic. */
function englishStem(word) {
  const stemmed = stemmer(word).replace(/(?<=.{3})i$/u, "");
  return word.startsWith(stemmed) ? stemmed : word;
}
