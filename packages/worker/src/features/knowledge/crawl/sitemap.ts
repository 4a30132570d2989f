import { Gunzip } from 'fflate'
import { Parser } from 'htmlparser2'
import { decode, inflateUpTo, joined } from '../reading/index.ts'

export interface Sitemap {
  pages: string[]
  /** Further sitemaps that it names. */
  sitemaps: string[]
  /** The same pages in other languages. */
  alternates: string[]
}

const maxUrls = 10_000
const maxInflated = 20 * 1_048_576

/** Reads a sitemap or a sitemap index: XML, gzipped XML or a plain list. What is not one gives nothing. */
export function readSitemap(body: Uint8Array, contentType = ''): Sitemap {
  const found: Sitemap = { pages: [], sitemaps: [], alternates: [] }
  const text = decode(body[0] === 0x1f && body[1] === 0x8b ? gunzip(body) : body, contentType).text
  if (!text.trimStart().startsWith('<')) {
    for (const line of text.split('\n'))
      if (/^https?:\/\/\S+$/.test(line.trim()) && found.pages.length < maxUrls) found.pages.push(line.trim())
    return found
  }
  if (/^\s*(<!doctype html|<html)/i.test(text)) return found
  let inside = ''
  let into: string[] | undefined
  let loc = ''
  const parser = new Parser(
    {
      onopentag(name, attrs) {
        const tag = name.replace(/^.*:/, '').toLowerCase()
        if (tag === 'sitemap' || tag === 'url') inside = tag
        else if (tag === 'loc' && !name.includes('image:') && !name.includes('video:')) {
          into = inside === 'sitemap' ? found.sitemaps : found.pages
          loc = ''
        } else if (
          tag === 'link' &&
          attrs['rel'] === 'alternate' &&
          attrs['href'] &&
          found.alternates.length < maxUrls
        ) {
          found.alternates.push(attrs['href'])
        }
      },
      ontext(text) {
        if (into) loc += text
      },
      onclosetag(name) {
        if (name.replace(/^.*:/, '').toLowerCase() !== 'loc' || !into) return
        if (loc.trim() !== '' && into.length < maxUrls) into.push(loc.trim())
        into = undefined
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return found
}

/** What comes out before the limit; a bomb or a cut file gives the part before it. */
function gunzip(body: Uint8Array): Uint8Array {
  return joined(inflateUpTo(new Gunzip(), body, maxInflated).chunks)
}
