declare module '@nlpjs/basic' {
  interface Container {
    use(plugin: unknown): void
  }
  interface Said {
    intent: string
    score: number
    classifications: { intent: string; score: number }[]
  }
  export function containerBootstrap(): Promise<Container>
  export class Nlp {
    constructor(settings: unknown)
    addLanguage(lang: string): void
    addDocument(lang: string, text: string, intent: string): void
    train(): Promise<void>
    process(lang: string, text: string): Promise<Said>
  }
}
declare module '@nlpjs/lang-ar' {
  export const LangAr: unknown
}
declare module '@nlpjs/lang-en' {
  export const LangEn: unknown
}
declare module '@nlpjs/lang-es' {
  export const LangEs: unknown
}
declare module '@orama/stemmers/arabic' {
  export const stemmer: (word: string) => string
}
declare module '@orama/stemmers/spanish' {
  export const stemmer: (word: string) => string
}
declare module '@orama/stopwords/arabic' {
  export const stopwords: string[]
}
declare module '@orama/stopwords/english' {
  export const stopwords: string[]
}
declare module '@orama/stopwords/spanish' {
  export const stopwords: string[]
}
