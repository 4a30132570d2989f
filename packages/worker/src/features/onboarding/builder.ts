import type { SiteBuilderId } from './schema.ts'

/** Marks that a builder leaves in every page it makes: its own hosts, classes and generator line. */
const marks: readonly (readonly [SiteBuilderId, RegExp])[] = [
  ['wix', /static\.(?:wixstatic|parastorage)\.com|<meta[^>]+wix\.com website builder|id="wix-/i],
  ['squarespace', /static1?\.squarespace\.com|squarespace-cdn\.com|<!-- this is squarespace\. -->/i],
  ['shopify', /cdn\.shopify\.com|shopify\.theme|\/cdn\/shop\//i],
  ['webflow', /data-wf-(?:site|page)=|assets(?:-global)?\.website-files\.com|<meta[^>]+content="webflow"/i],
  ['godaddy', /img1\.wsimg\.com|<meta[^>]+(?:godaddy|starfield technologies)/i],
  ['wordpress', /\/wp-content\/|\/wp-includes\/|<meta[^>]+content="wordpress/i],
]

/** What made this page; plain HTML when nothing in it says. */
export function builderOf(markup: string): SiteBuilderId {
  return marks.find(([, mark]) => mark.test(markup))?.[0] ?? 'html'
}
