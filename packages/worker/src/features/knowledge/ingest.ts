/** The second door of the feature: what only the ingest worker does, with the parsers it needs for that. */
export { readSource } from './sources/read-source.ts'
