import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../../..')

/** A business whose whole site is read, and the people who ask about it. */
export interface Business {
  slug: string
  name: string
  country: string
  timeZone: string
  /** Folder served as the root of an origin. */
  site: string
  /** The origin that the pages name themselves by; '' when they do not. */
  origin: string
  questions: string
  playbook: string
  /** How an expected word is looked for: as a whole word, or as the beginning of one (`cerrad`). */
  needles: 'words' | 'beginnings'
  /** The clock of a question that names none (RFC 3339); '' for now. */
  now: string
}

export interface Question {
  id: string
  turns: string[]
  lang: string
  category?: string
  now?: string
  answerable: boolean
  expect?: { mustContain?: string[]; anyOf?: string[]; mustNotContain?: string[]; page?: string }
}

const generic = join(ROOT, 'packages/worker/playbooks/generic.yaml')

function written(slug: string, rest: Pick<Business, 'name' | 'country' | 'timeZone' | 'now'>): Business {
  const site = join(import.meta.dirname, 'businesses', slug)
  return {
    slug,
    ...rest,
    site,
    origin: `https://${slug}.example`,
    questions: join(site, 'questions.jsonl'),
    playbook: generic,
    needles: 'words',
  }
}

const example = join(ROOT, 'examples/script-tag')

export const businesses: readonly Business[] = [
  {
    slug: 'example',
    name: 'Saltbush Heating & Cooling',
    country: 'US',
    timeZone: 'America/Denver',
    site: join(example, 'site'),
    origin: '',
    questions: join(example, 'questions.jsonl'),
    playbook: join(example, 'playbook.yaml'),
    needles: 'beginnings',
    now: '2026-11-23T10:00:00-07:00',
  },
  written('larkmoor-dental', {
    name: 'Larkmoor Dental',
    country: 'US',
    timeZone: 'America/Chicago',
    now: '2026-11-23T10:00:00-06:00',
  }),
  written('seven-pelicans', {
    name: 'Seven Pelicans',
    country: 'AE',
    timeZone: 'Asia/Dubai',
    now: '2026-11-23T10:00:00+04:00',
  }),
]

export function questionsOf(business: Business): Question[] {
  return readFileSync(business.questions, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Question)
}
