export { loadKnowledge } from './load.ts'
export { questionRoutes } from './question-routes.ts'
export { knowledgeRoutes } from './routes.ts'
