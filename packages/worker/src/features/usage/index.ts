export { usageRoutes } from './routes.ts'
export { insertUsage, selectMonthSpend } from './service.ts'
