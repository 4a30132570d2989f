import type { Plural } from '../index.ts'

type Empty = { title: string; what: string }

/** Knowledge: sources and their pages, answers of one's own, facts, documents. */
export interface KnowledgeWords {
  parts: Record<'sources' | 'questions' | 'facts' | 'documents' | 'findings', string>
  sources: Record<'address' | 'title' | 'text' | 'files' | 'filesNote' | 'teach', string> & {
    none: Empty
    add: Record<'site' | 'text' | 'file', string>
    states: Record<'waiting' | 'reading' | 'read' | 'failed', string>
    uploads: Record<'sending' | 'sent' | 'failed', string>
    readSoFar: Plural
    pagesRead: Plural
    leftOut: Plural
  }
  source: Record<
    | 'read'
    | 'forget'
    | 'forgotten'
    | 'saved'
    | 'settings'
    | 'every'
    | 'include'
    | 'includeNote'
    | 'exclude'
    | 'excludeNote'
    | 'scripts'
    | 'paste'
    | 'filter'
    | 'all',
    string
  > & { hours: Record<0 | 6 | 24 | 168 | 720, string> }
  questions: Record<
    | 'find'
    | 'add'
    | 'bring'
    | 'bringing'
    | 'bringNote'
    | 'brought'
    | 'line'
    | 'asked'
    | 'askedNote'
    | 'answer'
    | 'remove'
    | 'removed',
    string
  > & { none: Empty; refused: Plural }
  facts: Record<'location' | 'kind' | 'value' | 'add' | 'typed' | 'rejected', string> & { none: Empty }
  documents: Record<'find' | 'past', string> & { none: Empty; versions: Plural }
  findings: Record<'believed' | 'other' | 'foundOn' | 'resolve', string> &
    Record<'contradiction' | 'stale' | 'dead-link', { title: string; what: string; dismiss: string }> & {
      none: Empty
      closed: Record<'resolved' | 'dismissed', string>
    }
  document: Record<'versions' | 'answers' | 'noAnswers' | 'text', string>
}
