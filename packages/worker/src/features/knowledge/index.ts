export { loadKnowledge, quoteContext, type Knowledge, type QuotedVersion } from './load.ts'
export { knowledgeRoutes } from './routes.ts'
