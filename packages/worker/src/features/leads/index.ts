export { leadRoutes } from './routes.ts'
export { mailLead } from './notify.ts'
