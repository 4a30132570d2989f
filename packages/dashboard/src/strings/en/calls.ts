import type { CallsWords } from '../words/calls.ts'

export const calls: CallsWords = {
  title: 'Calls',
  outcome: 'How it ended',
  all: 'All calls',
  outcomes: {
    running: 'running',
    visitor_hung_up: 'the visitor hung up',
    assistant_ended: 'the assistant said goodbye',
    silence: 'nobody spoke any more',
    visitor_lost: 'the visitor’s connection broke',
    never_joined: 'the visitor never came',
    agent_lost: 'the assistant was lost',
    media_lost: 'the connection was lost',
    time_limit: 'the time was up',
    conversation_ended: 'the conversation was ended',
    failed: 'it failed',
  },
  language: 'Language',
  anyLanguage: 'Any language',
  lasted: '{time} of talk',
  now: 'Talking now',
  neverTalked: 'Nobody talked',
  recorded: 'recorded',
  empty: {
    title: 'Nobody has called yet',
    what: 'As soon as a visitor talks instead of typing, the call stands here, with every answer and why it was given.',
  },
  none: { title: 'No call fits this filter', what: 'Choose another ending or language.' },
}
