/** Spanish suffix stripping after Snowball's algorithm, on words without accents, as they are often typed. */
const PRONOUN = /(?:ando|iendo|yendo|ar|er|ir)(selas|selos|sela|selo|me|se|la|le|lo|las|les|los|nos)$/u
const STANDARD: readonly [RegExp, string, 'r1' | 'r2'][] = [
  [/amientos?$|imientos?$/u, '', 'r2'],
  [/(?:anza|ico|ica|ismo|able|ible|ista|oso|osa)s?$/u, '', 'r2'],
  [/(?:ic)?(?:ador|adora|acion|ante|ancia)(?:es|s)?$/u, '', 'r2'],
  [/(?:ic)?aciones$/u, '', 'r2'],
  [/logias?$/u, 'log', 'r2'],
  [/ucion(?:es)?$/u, 'u', 'r2'],
  [/encias?$/u, 'ente', 'r2'],
  [/(?:ativ|iv|os|ic|ad)?amente$/u, '', 'r1'],
  [/(?:ante|able|ible)?mente$/u, '', 'r2'],
  [/(?:abil|ic|iv)?idad(?:es)?$/u, '', 'r2'],
  [/(?:at)?iv[oa]s?$/u, '', 'r2'],
]
const VERB_Y = /(?<=u)(?:ya|ye|yan|yen|yeron|yendo|yo|yas|yes|yais|yamos)$/u
const VERB_E = /(?:gu)?(en|es|eis|emos)$/u
const VERB =
  /(?:arian|arias|aran|aras|ariais|aria|areis|ariamos|aremos|ara|are|erian|erias|eran|eras|eriais|eria|ereis|eriamos|eremos|era|ere|irian|irias|iran|iras|iriais|iria|ireis|iriamos|iremos|ira|ire|aba|ada|ida|iera|ad|ed|id|ase|iese|aste|iste|an|aban|ian|aran|ieran|asen|iesen|aron|ieron|ado|ido|ando|iendo|ar|er|ir|as|abas|adas|idas|ias|ieras|ases|ieses|is|ais|abais|iais|arais|ierais|aseis|ieseis|asteis|isteis|ados|idos|amos|abamos|iamos|imos|aramos|ieramos|iesemos|asemos)$/u

export function stemSpanish(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word
  const { rv, r1, r2 } = regions(word)
  let w = word
  const pronoun = PRONOUN.exec(w)
  if (pronoun?.[1] !== undefined && w.length - pronoun[0].length >= rv) w = w.slice(0, -pronoun[1].length)
  const before = w
  for (const [suffix, instead, region] of STANDARD) {
    const match = suffix.exec(w)
    if (match === null || match[0] === '' || match.index < (region === 'r1' ? r1 : r2)) continue
    w = w.slice(0, match.index) + instead
    break
  }
  if (w === before) w = verb(w, rv)
  return residual(w, rv)
}

function verb(w: string, rv: number): string {
  const y = VERB_Y.exec(w)
  if (y !== null && y.index >= rv) return w.slice(0, y.index)
  const match = VERB.exec(w.slice(rv))
  if (match !== null) return w.slice(0, rv + match.index)
  const e = VERB_E.exec(w.slice(rv))
  return e?.[1] === undefined ? w : w.slice(0, -e[1].length).replace(/gu$/u, 'g')
}

function residual(w: string, rv: number): string {
  const match = /(?:os|a|o|i|e|es|as)$/u.exec(w)
  if (match === null || match.index < rv) return w
  const cut = w.slice(0, match.index)
  return match[0].startsWith('e') ? cut.replace(/gu$/u, 'g') : cut
}

// R1 and R2 are Snowball's; RV is loosened to the third letter, or `abren` would keep its ending.
function regions(w: string): { rv: number; r1: number; r2: number } {
  const after = (from: number): number => {
    const match = /[aeiou][^aeiou]/u.exec(w.slice(from))
    return match === null ? w.length : from + match.index + 2
  }
  const r1 = after(0)
  return { rv: 3, r1, r2: after(r1) }
}
