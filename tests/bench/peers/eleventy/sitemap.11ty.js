// The site map: what comes before the signatories is given, their addresses in every language are added.
export const data = { permalink: "sitemap.xml", eleventyExcludeFromCollections: true };

export function render({ signatories, words }) {
  const locales = words.order.map((locale) => [locale, `${words.root}${words.locales[locale].folder}`]);
  const other = locales.find(([locale]) => locale === words.default)[1];
  const link = (locale, address) => `\n <xhtml:link rel="alternate" hreflang="${locale}" href="${address}/"/>`;
  const entries = signatories.signatories.map(({ id }) => {
    const links = locales.map(([locale, folder]) => link(locale, folder + id)).join("") + link("x-default", other + id);
    return locales.map(([, folder]) => `\n <url>\n <loc>${folder}${id}/</loc>${links}\n </url>`).join("");
  });
  return `${words.sitemap}${entries.join("")}\n</urlset>`;
}
