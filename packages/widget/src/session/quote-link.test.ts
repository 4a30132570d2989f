import type { Quote } from '@foyer/sdk'
import { expect } from '@open-wc/testing'
import { linkTo, sourcesOf } from './quote-link.ts'

const quote = (more: Partial<Quote>): Quote => ({
  documentId: 'd',
  versionId: 'v',
  url: 'https://a.example/prices/',
  title: 'Prices · Saltbush',
  anchor: '',
  lang: 'en',
  text: 'A tune-up costs $129.',
  start: 0,
  end: 21,
  ...more,
})

describe('a link to a quote', () => {
  it('opens the page at the words', () => {
    expect(linkTo(quote({}))).to.equal('https://a.example/prices/#:~:text=A%20tune%2Dup%20costs%20%24129.')
    expect(linkTo(quote({ anchor: 'tune-up' }))).to.equal(
      'https://a.example/prices/#tune-up:~:text=A%20tune%2Dup%20costs%20%24129.',
    )
    expect(linkTo(quote({ url: 'https://a.example/p#x' }))).to.contain('/p#x:~:text=')
  })

  it('names a long quote, or one over several cells, by its ends', () => {
    expect(linkTo(quote({ text: 'We come within two hours on any day, and on holidays too.' }))).to.match(
      /text=We%20come%20within%20two,and%20on%20holidays%20too\.$/,
    )
    expect(linkTo(quote({ text: 'Tune-up | $129' }))).to.match(/text=Tune%2Dup,%24129$/)
  })

  it('is none for what a browser cannot open, or must not', () => {
    expect(linkTo(quote({ url: 'price-list.pdf' }))).to.equal(undefined)
    expect(linkTo(quote({ url: 'javascript:alert(1)' }))).to.equal(undefined)
  })

  it('names each place once', () => {
    const evidence = [{ kind: 'passage' as const, quote: quote({}) }]
    const sources = sourcesOf([
      { text: 'One.', lang: 'en', evidence },
      { text: 'Two.', lang: 'en', evidence },
    ])
    expect(sources.map((source) => source.title)).to.deep.equal(['Prices'])
  })
})
