/**
 * What is said in a call besides answers. back: another agent took over after the first was lost · still_there,
 * silence_end: nobody speaks · not_understood: nothing was recognised · trouble: our side failed · filler: an answer takes
 * long · time_over: the longest time of a call is near.
 */
const en = {
  back: 'Sorry, we were cut off for a moment. I am back.',
  still_there: 'Are you still there?',
  silence_end: 'I cannot hear you any more, so I will hang up. You can type here at any time.',
  not_understood: 'Sorry, I did not catch that. Could you say it again?',
  trouble: 'Sorry, something went wrong on our side. Please ask again, or type it here.',
  filler: 'One moment, I am looking that up.',
  time_over: 'Our time for this call is over. You can go on here by typing.',
}

type Prompts = typeof en

const es: Prompts = {
  back: 'Perdone, se cortó un momento. Aquí estoy de nuevo.',
  still_there: '¿Sigue ahí?',
  silence_end: 'Ya no le oigo, así que voy a colgar. Puede escribir aquí cuando quiera.',
  not_understood: 'Perdone, no le entendí. ¿Me lo puede repetir?',
  trouble: 'Perdone, algo falló de nuestro lado. Pregunte de nuevo, por favor, o escríbalo aquí.',
  filler: 'Un momento, lo estoy buscando.',
  time_over: 'Se acabó el tiempo de esta llamada. Puede seguir aquí por escrito.',
}

const ar: Prompts = {
  back: 'عذراً، انقطع الاتصال لحظة. أنا معك من جديد.',
  still_there: 'هل ما زلت معي؟',
  silence_end: 'لم أعد أسمعك، لذلك سأنهي المكالمة. يمكنك الكتابة هنا في أي وقت.',
  not_understood: 'عذراً، لم أفهم ما قلته. هل يمكنك أن تعيده؟',
  trouble: 'عذراً، حدث خلل من جانبنا. أعد السؤال من فضلك، أو اكتبه هنا.',
  filler: 'لحظة من فضلك، أبحث عن ذلك.',
  time_over: 'انتهى وقت هذه المكالمة. يمكنك المتابعة هنا كتابةً.',
}

/** Spanish with tú, where it differs. */
const esTu: Prompts = {
  ...es,
  back: 'Perdona, se cortó un momento. Aquí estoy de nuevo.',
  still_there: '¿Sigues ahí?',
  silence_end: 'Ya no te oigo, así que voy a colgar. Puedes escribir aquí cuando quieras.',
  not_understood: 'Perdona, no te entendí. ¿Me lo puedes repetir?',
  trouble: 'Perdona, algo falló de nuestro lado. Pregunta de nuevo, por favor, o escríbelo aquí.',
  time_over: 'Se acabó el tiempo de esta llamada. Puedes seguir aquí por escrito.',
}

const languages: Record<string, Prompts> = { en, es, ar, 'es-tu': esTu }

/** English where we do not speak the language. */
export const promptsIn = (lang: string): [keyof Prompts, string][] =>
  Object.entries(languages[lang] ?? en) as [keyof Prompts, string][]
