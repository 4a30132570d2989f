export { identityDoor } from './door.ts'
export { invitationLetter, requireMail } from './letters.ts'
export { verifiedPersonOf } from './person.ts'
export { personRoutes } from './routes.ts'
