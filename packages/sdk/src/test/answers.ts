import type { Offer, Quote, Sentence } from '../types.ts'

/** What the test desk knows: enough to show every kind of answer. */
export interface Answer {
  kind: 'answer' | 'unknown' | 'emergency' | 'handoff'
  lang: string
  sentences: Sentence[]
  offers: Offer[]
}

export const quote: Quote = {
  documentId: 'doc_1',
  versionId: 'ver_1',
  url: 'https://saltbush.example/prices/',
  title: 'Prices',
  anchor: 'tune-up',
  lang: 'en',
  text: 'A tune-up costs $129 for one system.',
  start: 40,
  end: 76,
}

const said = (text: string, lang = 'en'): Sentence => ({ text, lang, evidence: [{ kind: 'fixed', name: 'test' }] })

export function answerTo(text: string): Answer {
  if (/tune-up/i.test(text)) {
    const priced = { text: quote.text, lang: 'en', evidence: [{ kind: 'passage' as const, quote }] }
    return {
      kind: 'answer',
      lang: 'en',
      sentences: [priced, said('It takes about an hour.')],
      offers: [{ kind: 'ask', text: 'What is in a tune-up?' }],
    }
  }
  if (/cuesta/i.test(text)) {
    const priced = { text: 'Una revisión cuesta $129.', lang: 'es', evidence: [{ kind: 'passage' as const, quote }] }
    return { kind: 'answer', lang: 'es', sentences: [priced], offers: [] }
  }
  if (/[\u0600-\u06ff]/.test(text)) {
    const priced = { text: 'سعر الصيانة 129 دولاراً.', lang: 'ar', evidence: [{ kind: 'passage' as const, quote }] }
    return { kind: 'answer', lang: 'ar', sentences: [priced], offers: [{ kind: 'message' }] }
  }
  if (/smell gas/i.test(text)) {
    const offers: Offer[] = [{ kind: 'call', phone: '+15055550199', label: 'Emergency line' }]
    return {
      kind: 'emergency',
      lang: 'en',
      sentences: [said('Leave the house now.'), said('From outside, call 911.')],
      offers,
    }
  }
  if (/person|persona/i.test(text)) {
    const offers: Offer[] = [{ kind: 'call', phone: '+15055550142', label: 'Call us' }, { kind: 'person' }]
    return { kind: 'handoff', lang: 'en', sentences: [said('A person can call you back.')], offers }
  }
  return {
    kind: 'unknown',
    lang: 'en',
    sentences: [said("I don't have that in writing.")],
    offers: [{ kind: 'message' }],
  }
}
