import { describe, expect, test } from 'vitest'
import type { ReadPage } from '../../../engine/facts/index.ts'
import { pagesByLocation } from './pages-by-location.ts'

const page = (url: string, title: string, headings: string[] = []): ReadPage => ({
  documentId: url,
  versionId: url,
  url,
  title,
  lang: 'en',
  text: '',
  structured: [],
  passages: headings.map((heading) => ({
    id: heading,
    documentId: url,
    versionId: url,
    url,
    title,
    lang: 'en',
    headings: [heading],
    anchor: '',
    kind: 'text' as const,
    text: '',
    start: 0,
    end: 0,
    dated: '',
  })),
})
const north = { id: 'l1', name: 'North Valley' }
const south = { id: 'l2', name: 'Socorro' }
const urlsOf = (locations: readonly { id: string; name: string }[], pages: readonly ReadPage[]) =>
  Object.fromEntries(
    [...pagesByLocation(locations, pages)].map(([id, own]) => [id, own.map((each) => new URL(each.url).pathname)]),
  )

describe('a page speaks of the location that', () => {
  test('its address, title or headings name; of the first when it names none, or both', () => {
    const pages = [
      page('https://a.example/', 'Home'),
      page('https://a.example/socorro/', 'Visit us'),
      page('https://a.example/nv', 'North Valley shop'),
      page('https://a.example/hours', 'Hours', ['Our Socorro desk']),
      page('https://a.example/both', 'North Valley and Socorro'),
      page('https://a.example/%zz/socorrolandia', 'Elsewhere'),
    ]
    expect(urlsOf([north, south], pages)).toEqual({
      l1: ['/', '/nv', '/both', '/%zz/socorrolandia'],
      l2: ['/socorro/', '/hours'],
    })
  })

  test('is the only one there is', () => {
    expect(urlsOf([north], [page('https://a.example/socorro/', 'Socorro')])).toEqual({ l1: ['/socorro/'] })
    expect(urlsOf([], [page('https://a.example/', 'Home')])).toEqual({})
  })
})
