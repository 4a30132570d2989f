export { visitorRoutes } from './routes.ts'
export { selectVisitor } from './store.ts'
