export { tidy } from './deletion.ts'
export { finishErasure } from './erasure.ts'
export { lifeRoutes } from './routes.ts'
