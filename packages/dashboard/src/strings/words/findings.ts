import type { Examination } from '@foyer/sdk/admin'

type Finding = Examination['findings'][number]

/** What an examination of the phone found and what to do now, by its code; `{name}` stands for one of its values. */
export type FindingWords = Record<Finding['code'], Pick<Finding, 'what' | 'next'>>
