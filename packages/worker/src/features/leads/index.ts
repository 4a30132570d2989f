export { presentLead } from './present.ts'
export { answerPurpose, storeMessage } from './service.ts'
export { leadRoutes } from './routes.ts'
export { mailLead } from './notify.ts'
