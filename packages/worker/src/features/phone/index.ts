export { leaveGateway, phoneRoomPrefix, standAll } from './gateway.ts'
export { receive } from './receive.ts'
export { phoneRoutes } from './routes.ts'
