import { hasVoice } from './data/voice.ts'
import type { Route } from './router.ts'

/** Every page, lazily loaded: the table of contents. */
export const routes: readonly Route[] = [
  {
    path: '/:kind(sign-in|sign-up|magic|forgot|reset|verify)',
    tag: 'door-page',
    door: 'open',
    load: () => import('./pages/door/door-page.ts'),
  },
  {
    path: '/welcome',
    tag: 'welcome-page',
    door: 'person',
    load: () => import('./pages/setup/welcome-page.ts'),
  },
  {
    path: '/setup/:step?',
    tag: 'setup-page',
    door: 'tenant',
    load: () => import('./pages/setup/setup-page.ts'),
  },
  {
    path: '/invitation',
    tag: 'invitation-page',
    door: 'open',
    load: () => import('./pages/door/invitation-page.ts'),
  },
  { path: '/', tag: 'home-page', door: 'tenant', load: () => import('./pages/home/home-page.ts') },
  {
    path: '/conversations/:id?',
    tag: 'conversations-page',
    door: 'tenant',
    load: () => import('./pages/conversations/conversations-page.ts'),
  },
  {
    path: '/conversations/:id/:turn',
    tag: 'trace-page',
    door: 'tenant',
    load: () => import('./pages/conversations/trace-page.ts'),
  },
  {
    path: '/knowledge/:part?/:id?',
    tag: 'knowledge-page',
    door: 'tenant',
    load: () => import('./pages/knowledge/knowledge-page.ts'),
  },
  {
    path: '/playbook/:tab?/:id?',
    tag: 'playbook-page',
    door: 'tenant',
    load: () => import('./pages/playbook/playbook-page.ts'),
  },
  {
    path: '/playground',
    tag: 'playground-page',
    door: 'tenant',
    load: () => import('./pages/playground/playground-page.ts'),
  },
  { path: '/calls', tag: 'calls-page', door: 'tenant', load: () => import('./pages/calls/calls-page.ts') },
  {
    path: '/settings/:section?/:id?',
    tag: 'settings-page',
    door: 'tenant',
    load: () => import('./pages/settings/settings-page.ts'),
  },
]

/** The rail, in its order. */
const places = [
  { name: 'home', path: '/' },
  { name: 'conversations', path: '/conversations' },
  { name: 'knowledge', path: '/knowledge' },
  { name: 'playbook', path: '/playbook' },
  { name: 'playground', path: '/playground' },
  { name: 'calls', path: '/calls' },
  { name: 'settings', path: '/settings' },
] as const

/** Calls are absent while the tenant has no voice. */
export const placesHere = () => places.filter(({ name }) => name !== 'calls' || hasVoice())
