/** The sides of what is known; each is fetched when it is opened. */
export const parts = [
  { name: 'sources', path: '', tag: 'knowledge-sources', load: () => import('./sources-part.ts') },
  { name: 'questions', path: '/questions', tag: 'knowledge-questions', load: () => import('./questions-part.ts') },
  { name: 'facts', path: '/facts', tag: 'knowledge-facts', load: () => import('./facts-part.ts') },
  { name: 'documents', path: '/documents', tag: 'knowledge-documents', load: () => import('./documents-part.ts') },
  { name: 'findings', path: '/findings', tag: 'knowledge-findings', load: () => import('./findings-part.ts') },
] as const

/** One of them, opened. */
export const details: Partial<Record<string, { tag: string; load: () => Promise<unknown> }>> = {
  sources: { tag: 'knowledge-source', load: () => import('./source-part.ts') },
  documents: { tag: 'knowledge-document', load: () => import('./document-part.ts') },
}
