// How text and queries become comparable: one folding for both, and for queries the stem that inflected forms share.
import { stemmer } from "./stemmer.js";

const STOP_WORDS = {
  tr: new Set(["ve", "ile", "icin", "de", "da", "bir", "bu", "o", "ki", "veya", "ya", "olan", "olarak"]),
  en: new Set(["the", "of", "and", "to", "in", "for", "a", "an", "on", "by", "with", "is", "that", "or", "as", "at"]),
  ar: new Set(["من", "في", "علي", "الي", "عن", "ان", "او", "ما", "هذا", "هذه", "التي", "الذي", "مع"]),
};

/** Lower case without any mark: İ, I, ı and i are one letter, so are ş and s, â and a; in Arabic أ and ا, ة and ه, ى and ي. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/[\p{M}ـ]/gu, "");
  return bare.replaceAll("ı", "i").replaceAll("ى", "ي").replaceAll("ة", "ه");
}

/** An Arabic word without what is written together with it before it: و and ف, ب, ك and ل, the article ال. */
function withoutArticle(word) {
  return word.replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{Script=Arabic}{3})/u, "");
}

/** The folded words of a text; işbirliği is iş birliği. What follows an apostrophe is a suffix, not a word: İstanbul’daki, platform’s. */
export function words(text) {
  return fold(text).replace(/\bisbirli/gu, "is birli").match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.map((word) => withoutArticle(word.split(/['’]/u)[0])) ?? [];
}

/** The words of a query that say something; all of them, if none does. */
export function queryWords(text, locale) {
  const all = words(text);
  const telling = all.filter((word) => !STOP_WORDS[locale]?.has(word));
  return telling.length ? telling : all;
}

/** The beginning that a word shares with its other forms. */
export function stem(word, locale) {
  return (STEMS[locale] ?? ((same) => same))(word);
}

const STEMS = { tr: turkishStem, en: englishStem };

// Plural, possessive and case endings in their folded shapes (ı, i → i; u, ü → u), in the order a noun takes them.
const TURKISH_ENDINGS = /(?:l[ae]r)?(?:[iu]m[iu]z|s?[iu])?(?:n?[iu]n|[yn]?[iu]|[yn]?[ae]|n?[dt][ae](?:n|ki)?|y?l[ae])?$/u;

/** Strips endings, but leaves at least four letters (three before a plural). */
function turkishStem(word) {
  for (let start = 3; start < word.length; start += 1) {
    const ending = word.slice(start);
    const whole = ending.match(TURKISH_ENDINGS)?.[0] === ending;
    if (whole && (start > 3 || /^l[ae]r/u.test(ending))) return withoutSoftened(word.slice(0, start));
  }
  return withoutSoftened(word);
}

/** Without a last consonant that endings soften: kırılganlık and kırılganlığı both begin with kırılganlı. */
function withoutSoftened(word) {
  return word.replace(/(?<=.{4})[bcdgkpt]$/u, "");
}

/** Porter's stem, cut back to what is still the beginning of the word: policies and policy both become polic. */
function englishStem(word) {
  const stemmed = stemmer(word).replace(/(?<=.{3})i$/u, "");
  return word.startsWith(stemmed) ? stemmed : word;
}
