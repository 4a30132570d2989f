export { settleDays } from './settle.ts'
export { insightRoutes } from './routes.ts'
