export { remindOf } from './remind.ts'
export { callbackRoutes } from './routes.ts'
