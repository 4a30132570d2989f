// The few words of our own, for when the worker cannot be asked; its phrases come first.

const own: Record<string, Record<string, string>> = {
  en: {
    trouble: 'Sorry, something went wrong on our side. Could you say that again?',
    not_understood: 'Sorry, I did not catch that. Could you say it again?',
    filler: 'One moment, please.',
    back: 'Sorry, I lost the line for a moment. I am here again.',
    still_there: 'Are you still there?',
    silence_end: 'I cannot hear you, so I will hang up now. Goodbye.',
    time_over: 'Our time for this call is over. Please go on in writing. Goodbye.',
  },
  es: {
    trouble: 'Perdón, algo falló de nuestro lado. ¿Puede repetirlo?',
    not_understood: 'Perdón, no le entendí. ¿Puede repetirlo?',
    filler: 'Un momento, por favor.',
    back: 'Perdón, perdí la línea un momento. Aquí estoy de nuevo.',
    still_there: '¿Sigue ahí?',
    silence_end: 'No le escucho, así que voy a colgar. Hasta luego.',
    time_over: 'El tiempo de esta llamada terminó. Siga por escrito, por favor. Hasta luego.',
  },
  ar: {
    trouble: 'عذراً، حدث خلل من جهتنا. هل يمكنك أن تعيد ما قلت؟',
    not_understood: 'عذراً، لم أسمع جيداً. هل يمكنك أن تعيد؟',
    filler: 'لحظة من فضلك.',
    back: 'عذراً، انقطع الخط لحظة. أنا هنا من جديد.',
    still_there: 'هل ما زلت معي؟',
    silence_end: 'لا أسمعك، لذلك سأنهي المكالمة. مع السلامة.',
    time_over: 'انتهى وقت هذه المكالمة. يمكنك المتابعة كتابةً. مع السلامة.',
  },
}

export type PhraseName = 'trouble' | 'not_understood' | 'filler' | 'back' | 'still_there' | 'silence_end' | 'time_over'
type Phrase = { name: string; lang: string; text: string }

/** The worker's wording in this language, then ours, then ours in English. */
export function phraseFor(phrases: readonly Phrase[], name: PhraseName, lang: string): { text: string; lang: string } {
  const theirs = phrases.find((each) => each.name === name && each.lang === lang)
  if (theirs !== undefined) return { text: theirs.text, lang }
  const spoken = own[lang] === undefined ? 'en' : lang
  return { text: own[spoken]?.[name] ?? '', lang: spoken }
}
