import { expect, test } from 'vitest'
import { atOrigin, cleanUrl, fitsPattern, pageKey } from './address.ts'
import { startCrawl } from './run.ts'
import { readSitemap } from './sitemap.ts'
import { trapOf } from './trap.ts'

test('addresses of one page have one key', () => {
  const key = pageKey('https://www.acme.com/prices')
  for (const same of [
    'http://acme.com/prices/',
    'https://acme.com/prices/index.html',
    'https://acme.com//prices?utm_source=mail&fbclid=1#top',
    'https://www.acme.com:443/prices',
    'https://acme.com/prices;jsessionid=AB12',
  ]) {
    expect([same, pageKey(same)]).toEqual([same, key])
  }
  expect(pageKey('https://acme.com/caf%C3%A9')).toBe(pageKey('https://acme.com/café'))
  expect(pageKey('https://acme.com/?b=2&a=1')).toBe(pageKey('https://acme.com/?a=1&b=2'))
  expect(pageKey('https://acme.com/Prices')).not.toBe(key)
  expect(pageKey('http://localhost:8080/')).not.toBe(pageKey('http://localhost:8081/'))
  expect(cleanUrl('mailto:a@b.c')).toBe('')
  expect(atOrigin('http://acme.com/x?y=1', 'https://www.acme.com')).toBe('https://www.acme.com/x?y=1')
})

test('patterns speak of path and query', () => {
  expect(fitsPattern('https://a.com/services/ac', '/services/*')).toBe(true)
  expect(fitsPattern('https://a.com/services', '/services')).toBe(true)
  expect(fitsPattern('https://a.com/services-old', '/services')).toBe(false)
  expect(fitsPattern('https://a.com/files/a.pdf', '*.pdf')).toBe(true)
  expect(fitsPattern('https://a.com/blog/x', '/services/*')).toBe(false)
})

test('pages that are named by a parameter are many pages, filters of one page are not', () => {
  const run = startCrawl({ start: 'https://a.com' }, 0)
  const all = (url: (i: number) => string) =>
    Array.from({ length: 60 }, (_, i) => trapOf(run, url(i))).filter((why) => why !== '').length
  expect(all((i) => `https://a.com/?page_id=${i}`)).toBe(0)
  expect(all((i) => `https://a.com/shop?color=${i}&size=1`)).toBe(45)
  expect(all((i) => `https://a.com/events/2026-${i}`)).toBe(20)
  expect(all((i) => `https://a.com/towns/${'abcdefghij'[i % 10]}x${'klmnopqrst'[Math.floor(i / 10)]}`)).toBe(0)
})

test('what is no sitemap gives nothing, a list of addresses is one', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(readSitemap(bytes('<!doctype html><p>Not found'))).toEqual({ pages: [], sitemaps: [], alternates: [] })
  expect(readSitemap(bytes('https://a.com/x\nnot this\nhttps://a.com/y\n')).pages).toEqual([
    'https://a.com/x',
    'https://a.com/y',
  ])
  expect(readSitemap(Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))).toEqual({ pages: [], sitemaps: [], alternates: [] })
})
