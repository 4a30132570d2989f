export { tenantRoutes } from './routes.ts'
export { insertAssistant, selectLocations, selectTenant } from './store.ts'
export { assistants, tenants } from './table.ts'
