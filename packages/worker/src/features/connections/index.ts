export { canMailOwner, mailOwner } from './mail-owner.ts'
export { carrierCallsOf, carrierNumbersOf, modelOf } from './own.ts'
export { connectionRoutes } from './routes.ts'
export { ownModel } from './store.ts'
