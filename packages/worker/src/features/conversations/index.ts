export { conversationRoutes } from './routes.ts'
export { selectConversation } from './access.ts'
export { presentConversation, presentMessage } from './present.ts'
export { conversations, messages, turns } from './table.ts'
