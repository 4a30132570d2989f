export { inLanguage } from './glossary.ts'
export { REQUESTS } from './requests.ts'
export { othersFor, phrasesIn, sameThing } from './same-thing.ts'
export { concepts } from './trades.ts'
