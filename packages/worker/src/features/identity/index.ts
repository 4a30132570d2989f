export { identityDoor } from './door.ts'
export { personRoutes } from './routes.ts'
