export { loadKnowledge } from './load.ts'
export { knowledgeRoutes } from './routes.ts'
