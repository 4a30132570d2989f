import { describe, expect, it } from 'vitest'
import type { Passage } from '../../engine/passage.ts'
import { findingsIn } from './findings.ts'

const now = new Date('2026-11-21T10:00:00Z')
const passage = (documentId: string, dated: string, id = documentId): Passage => ({
  id,
  documentId,
  versionId: 'ver_1',
  url: `https://harbour.example/${documentId}`,
  title: 'Autumn news',
  lang: 'en',
  headings: [],
  anchor: '',
  kind: 'text',
  text: 'We rowed to the island and back.',
  start: 0,
  end: 32,
  dated,
})
const stale = (passages: readonly Passage[]) => findingsIn(passages, now).filter(({ kind }) => kind === 'stale')

describe('a page grown old', () => {
  it('is found once, with its address and its day, however many passages it has', () => {
    expect(stale([passage('news', '2023-09-01'), passage('news', '2023-09-01', 'p2')])).toMatchObject([
      { kind: 'stale', about: 'Autumn news (2023-09-01)', url: 'https://harbour.example/news' },
    ])
  })

  it('is one dated more than two years ago; a page without a day never grows old', () => {
    expect(stale([passage('last-year', '2025-11-20'), passage('two', '2024-11-01'), passage('plain', '')])).toEqual([])
    expect(stale([passage('older', '2024-10-31')])).toHaveLength(1)
  })

  it('is the same finding in the next revision, and another once the page has another day', () => {
    const keys = (dated: string) => stale([passage('news', dated)]).map(({ key }) => key)
    expect(keys('2023-09-01')).toEqual(keys('2023-09-01'))
    expect(keys('2023-09-01')).not.toEqual(keys('2024-01-01'))
  })
})
