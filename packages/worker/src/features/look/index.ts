export { mergeAccent, selectAccent } from './store.ts'
export { lookRoutes } from './routes.ts'
export { WidgetLook } from './schema.ts'
export { readLook } from './service.ts'
