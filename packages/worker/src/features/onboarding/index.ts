export { onboardingRoutes } from './routes.ts'
export { selectContacts } from './store.ts'
