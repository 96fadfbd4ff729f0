// The page of one signatory in one language: which facts are known of it decides which of our pages it is.
import { escape, longDate, scriptJson, textList } from "./words.js";

const locales = (data) => Object.keys(data.words.locales);

export const data = {
  pagination: {
    data: "signatories.signatories",
    size: 1,
    alias: "entry",
    addAllPagesToCollections: false,
    before: (entries, data) => entries.flatMap((entry) => locales(data).map((locale) => ({ entry, locale }))),
  },
  eleventyExcludeFromCollections: true,
  permalink: ({ entry: { entry, locale }, words }) => `${words.locales[locale].folder}${entry.id}/index.html`,
};

export function render({ entry: { entry, locale }, words, shells }) {
  const values = facts(entry, locale, words);
  const { pieces, names } = shells[`${locale}-${shell(entry)}`];
  let page = pieces[0];
  for (let index = 0; index < names.length; index++) page += values[names[index]] + pieces[index + 1];
  return page;
}

function shell(entry) {
  const signed = entry.signatures.map((each) => `${each.edition}${String(each.date).length < 10 ? "k" : ""}${each.evidence.archive ? "a" : ""}`).join("");
  return `${entry.website ? "w" : ""}${entry.wikidata ? "d" : ""}${entry.logo ? "l" : ""}${signed}${entry.withdrawn ? "x" : ""}`;
}

function facts(entry, locale, words) {
  const own = words.locales[locale];
  const name = entry.name[locale];
  const province = own.provinces[entry.province];
  const editions = textList(entry.signatures.map((each) => each.edition), own.and);
  const pattern = entry.withdrawn ? own.withdrawn : own.signed;
  const values = {
    id: entry.id,
    name: escape(name),
    kind: escape(own.kinds[entry.kind]),
    place: escape(province),
    shape: words.shapes[entry.province],
    website: escape(entry.website ?? ""),
    wikidata: entry.wikidata,
    logo: `logos/${entry.id}.webp`,
    title: escape(`${name}, ${province}`),
    description: escape(pattern.replace("%[1]s", name).replace("%[2]s", province).replace("%[3]s", editions)),
    structured: structured(entry, name, province, own, words),
  };
  for (const signature of entry.signatures) {
    values[`date_${signature.edition}`] = longDate(signature.date, own.months);
    values[`known_${signature.edition}`] = escape(own.known[String(signature.date).length] ?? "");
    values[`url_${signature.edition}`] = escape(signature.evidence.url);
    values[`host_${signature.edition}`] = escape(new URL(signature.evidence.url).hostname.replace(/^www\./u, ""));
    values[`evidence_${signature.edition}`] = escape(own.evidence[signature.evidence.kind]);
    values[`archive_${signature.edition}`] = escape(signature.evidence.archive ?? "");
    values[`verified_${signature.edition}`] = longDate(signature.verified, own.months);
  }
  if (entry.withdrawn) {
    values.withdrawn_date = longDate(entry.withdrawn.date, own.months);
    values.withdrawn_url = escape(entry.withdrawn.evidence.url);
    values.withdrawn_kind = escape(own.evidence[entry.withdrawn.evidence.kind]);
  }
  return values;
}

function structured(entry, name, province, own, words) {
  const same = [entry.website, entry.wikidata && `https://www.wikidata.org/entity/${entry.wikidata}`].filter(Boolean);
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "Organization",
    "@id": `${words.root}${words.locales[words.default].folder}${entry.id}/`,
    url: `${words.root}${own.folder}${entry.id}/`,
    name,
    areaServed: { "@type": "AdministrativeArea", name: province },
    ...(same.length ? { sameAs: same } : {}),
  });
}
