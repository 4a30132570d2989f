import type { PlaygroundWords } from '../words/playground.ts'

export const playground: PlaygroundWords = {
  title: 'Playground',
  lead: 'Talk to it as a visitor would. It is always test mode here: nothing is sent to anybody.',
  language: 'Visitor reads',
  detect: 'Detect it',
  time: 'Pretend it is',
  timeHint: 'On this device’s clock. Empty: now.',
  now: 'Now',
  newVisitor: 'Start as a new visitor',
  widget: 'The widget',
  turns: 'What was asked',
  empty: {
    title: 'Ask it something',
    what: 'Each answer appears here as a picture: who was asked, who passed, and the page it leans on.',
  },
  edit: 'Edit',
  editing: 'What the visitor says instead',
  runOn: 'Run on from here',
  running: 'Asking again…',
  cancel: 'Cancel',
  failed: 'This wasn’t answered.',
}
