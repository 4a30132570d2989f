export { tidy } from './deletion.ts'
export { lifeRoutes } from './routes.ts'
