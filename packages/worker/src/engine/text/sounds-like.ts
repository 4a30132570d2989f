/**
 * Whether a Latin word and an Arabic one are the same name: "Deira" and «ديرة», "Jumeirah" and «الجميرا». Consonants must
 * agree in order; a vowel that Arabic writes must be the one Latin has there, one it leaves out may be any.
 */
export function soundsLike(a: string, b: string): boolean {
  const arabic = /^\p{Script=Arabic}+$/u
  if (arabic.test(a) === arabic.test(b)) return false
  const [own, latin] = arabic.test(a) ? [a, b] : [b, a]
  if (!/^[a-z]{3,}$/.test(latin)) return false
  const said = latinSounds(latin)
  return [own, own.replace(/^(?:ال|لل)/u, ''), own.replace(/^[وبفل](?:ال)?/u, '')].some(
    (one) => one.length >= 3 && agree(arabicSounds(one), said),
  )
}

/** Sounds in order: consonants as capitals, the vowels between them as `a`, `i` and `u`. */
const letters: readonly [RegExp, string][] = [
  [/sh|ch/g, 'S'],
  [/kh/g, 'X'],
  [/gh|g/g, 'G'],
  [/th/g, 'T'],
  [/ph/g, 'F'],
  [/ee|ei|ai|ie|ea|[iey]+/g, 'i'],
  [/oo|ou|[ouw]+/g, 'u'],
  [/a+h?$|a+/g, 'a'],
  [/[ckq]/g, 'K'],
  [/[pb]/g, 'B'],
  [/[fv]/g, 'F'],
  [/[sz]/g, 'Z'],
]
const latinSounds = (word: string) =>
  letters
    .reduce((out, [from, to]) => out.replace(from, to), word)
    .replace(/[a-z]/g, (one) => ('aiu'.includes(one) ? one : one.toUpperCase()))
    .replace(/(.)\1+/g, '$1')
const sounds: Readonly<Record<string, string>> = Object.fromEntries(
  'ا:a ي:i و:u ه:a ب:B ت:T ث:T ج:J ح:H خ:X د:D ذ:D ر:R ز:Z س:Z ش:S ص:Z ض:D ط:T ظ:D ع:a غ:G ف:F ق:K ك:K ل:L م:M ن:N'
    .split(' ')
    .map((pair) => pair.split(':')),
)
const arabicSounds = (word: string) =>
  [...word]
    .map((letter) => sounds[letter] ?? '')
    .join('')
    .replace(/(.)\1+/g, '$1')

function agree(arabic: string, latin: string): boolean {
  let at = 0
  for (const sound of latin) {
    if (arabic.charAt(at) === sound) at += 1
    else if (!'aiu'.includes(sound)) return false
  }
  return at === arabic.length && /[A-Z].*[A-Z]/.test(arabic)
}
