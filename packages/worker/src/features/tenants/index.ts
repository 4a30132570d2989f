export { tenantRoutes } from './routes.ts'
export { selectFirstAssistant, insertAssistant, selectLocations, selectTenant } from './store.ts'
export { assistants, locations, tenants } from './table.ts'
