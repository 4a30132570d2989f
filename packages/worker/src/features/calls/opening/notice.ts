/** Raised when the words change: a receipt names the version that was shown. */
export const noticeVersion = '2026-11-22'

/** Said before the microphone is asked for: that this is an AI, and whether anything is recorded. One sentence. */
const words: Record<string, { plain: string; recorded: string }> = {
  en: {
    plain: 'You will be talking to an AI; the call is not recorded.',
    recorded: 'You will be talking to an AI, and the call is recorded only if you agree.',
  },
  es: {
    plain: 'Va a hablar con una inteligencia artificial; la llamada no se graba.',
    recorded: 'Va a hablar con una inteligencia artificial, y la llamada solo se graba si usted acepta.',
  },
  ar: {
    plain: 'ستتحدث إلى ذكاء اصطناعي، ولا تُسجَّل المكالمة.',
    recorded: 'ستتحدث إلى ذكاء اصطناعي، ولن تُسجَّل المكالمة إلا بموافقتك.',
  },
}

/** The notice by language, for the languages we speak. */
export function noticeText(recording: boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([lang, { plain, recorded }]) => [lang, recording ? recorded : plain]),
  )
}

/** The words a visitor saw: theirs, or English. */
export function noticeIn(lang: string, recording: boolean): { lang: string; text: string } {
  const text = noticeText(recording)
  const own = text[lang]
  return own === undefined ? { lang: 'en', text: text['en'] ?? '' } : { lang, text: own }
}
