export { resolveFollowUp } from './follow-up.ts'
export { buildIndex } from './index-build.ts'
export { openIndex, type PassageIndex } from './open.ts'
export { search, type Candidate, type Found, type SearchOptions } from './search.ts'
