export { visitorRoutes } from './routes.ts'
export { insertVisitor } from './store.ts'
