export { keyRoutes } from './routes.ts'
export { insertKey, mintKey } from './mint.ts'
export { presentKey } from './present.ts'
export { findIdentitySecret } from './service.ts'
