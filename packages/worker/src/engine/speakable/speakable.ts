/** What is read out loud instead of a written sentence: never an address of the web; the source stands on the screen. */
export function speakable(text: string, _lang: string, _country: string): string {
  return text
    .replace(/\bhttps?:\/\/\S+|\bwww\.\S+/giu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
