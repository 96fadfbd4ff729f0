// The stems of Turkish, of folded words: published stemmers expect ı and ü, which readers often type as i and u.

// Plural, possessive and case endings folded (ı, i → i; u, ü → u), in the order a noun takes them.
const ENDINGS = /^(?:l[ae]r)?(?:[iu]m[iu]z|s?[iu])?(?:n?[iu]n|[yn]?[iu]|[yn]?[ae]|n?[dt][ae](?:n|ki)?|y?l[ae])?$/u;
const LONGEST = 12;

/** Strips endings, but leaves at least four letters (three before a plural). */
export function stemmer(word) {
  for (let start = Math.max(3, word.length - LONGEST); start < word.length; start += 1) {
    const ending = word.slice(start);
    if (ENDINGS.test(ending) && (start > 3 || /^l[ae]r/u.test(ending))) return withoutSoftened(word.slice(0, start));
  }
  return withoutSoftened(word);
}

/** Drops a final consonant that endings soften: kırılganlık and kırılganlığı both begin with kırılganlı. */
function withoutSoftened(word) {
  return word.length > 4 ? word.replace(/[bcdgkpt]$/u, "") : word;
}
