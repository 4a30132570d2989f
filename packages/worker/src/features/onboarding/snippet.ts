/** What stands in the page of a site: the script from this platform, and the key it speaks for. */
export const snippetFor = (publicUrl: string, key: string): string =>
  `<script src="${new URL('/foyer.js', publicUrl).href}" data-key="${key}" async></script>`
