export { loadKnowledge } from './revision/load.ts'
export { questionRoutes } from './questions/question-routes.ts'
export { knowledgeRoutes } from './routes.ts'
