export { carrierCallsOf, carrierNumbersOf, mailOf, modelOf } from './own.ts'
export { connectionRoutes } from './routes.ts'
export { ownModel } from './store.ts'
