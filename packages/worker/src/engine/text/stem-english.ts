/** English suffix stripping after Porter (1980), with the exceptions that matter to short questions. */
const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  men: 'man',
  women: 'woman',
  people: 'person',
  paid: 'pay',
  bought: 'buy',
  lost: 'lose',
  sent: 'send',
  came: 'come',
  went: 'go',
  gone: 'go',
  got: 'get',
  gotten: 'get',
  made: 'make',
  took: 'take',
  taken: 'take',
  broke: 'break',
  broken: 'break',
  stolen: 'steal',
  stole: 'steal',
  forgot: 'forget',
  forgotten: 'forget',
  spent: 'spend',
  said: 'say',
  told: 'tell',
  found: 'find',
  left: 'leave',
  held: 'hold',
  did: 'do',
  done: 'do',
  does: 'do',
  doing: 'do',
  had: 'have',
  has: 'have',
  having: 'have',
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  am: 'be',
  been: 'be',
  being: 'be',
  news: 'news',
  charging: 'charg',
}
const STEP2: readonly [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['fulli', 'ful'],
  ['lessli', 'less'],
  ['ogi', 'og'],
]
const STEP3: readonly [string, string][] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]
const STEP4 = /^(.*?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/u

const measure = (stem: string): number =>
  (stem.replace(/(?<=[aeiou])y|^y/gu, 'Y').match(/[aeiouy]+[^aeiouy]+/gu) ?? []).length
const hasVowel = (stem: string): boolean => /[aeiou]|.y/u.test(stem)
const endsShort = (stem: string): boolean =>
  /^(?:.*[^aeiou])?[^aeiou][aeiouy][^aeiouywx]$/u.test(stem) && measure(stem) >= 1

export function stemEnglish(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined
  if (irregular !== undefined) return irregular
  if (word.length < 3 || !/^[a-z']+$/u.test(word)) return word
  let w = word.replace(/'(?:s|)$|'$/u, '')
  w = plural(w)
  w = pastOrIng(w)
  if (w.endsWith('y') && w.length > 2 && !/[aeiou]y$/u.test(w)) w = `${w.slice(0, -1)}i`
  w = replaceSuffix(w, STEP2)
  w = replaceSuffix(w, STEP3)
  const four = STEP4.exec(w)
  if (four?.[1] !== undefined && measure(four[1]) > 1) w = four[1]
  if (w.endsWith('e')) {
    const stem = w.slice(0, -1)
    if (measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem))) w = stem
  }
  return w.endsWith('ll') && measure(w.slice(0, -1)) > 1 ? w.slice(0, -1) : w
}

function plural(w: string): string {
  if (w.endsWith('sses')) return w.slice(0, -2)
  if (w.endsWith('ies')) return w.length > 4 ? `${w.slice(0, -3)}y` : w.slice(0, -1)
  if (w.endsWith('ss') || w.endsWith('us') || !w.endsWith('s')) return w
  return w.length > 3 && hasVowel(w.slice(0, -2)) ? w.slice(0, -1) : w
}

function pastOrIng(w: string): string {
  if (w.endsWith('eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  const cut = w.endsWith('ed') ? 2 : w.endsWith('ing') ? 3 : 0
  if (cut === 0 || !hasVowel(w.slice(0, -cut))) return w
  const stem = w.slice(0, -cut)
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`
  if (/([^aeioulsz])\1$/u.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

function replaceSuffix(w: string, rules: readonly [string, string][]): string {
  for (const [suffix, instead] of rules) {
    if (!w.endsWith(suffix)) continue
    const stem = w.slice(0, -suffix.length)
    return measure(stem) > 0 ? stem + instead : w
  }
  return w
}
