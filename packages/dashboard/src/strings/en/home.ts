import type { HomeWords } from '../words/home.ts'

export const home: HomeWords = {
  title: 'Home',
  range: 'Range',
  days: { 7: '7 days', 30: '30 days', 90: '90 days' },
  lastDay: 'The last 24 hours',
  left: {
    title: 'Finish setting up',
    done: '{n} of {all} done',
    hide: 'Put this away',
    hidden: 'Put away. You find the steps in the palette under “Set up”.',
  },
  figures: {
    conversations: { label: 'Conversations', means: 'Begun in the last 24 hours, by visitors or through the API.' },
    answered: { label: 'Answered', means: 'Of everything asked, the share that got an answer with a source.' },
    unanswered: { label: 'Unanswered', means: 'Questions that nothing you taught could answer. Each is worth a look.' },
    handoffs: { label: 'Asked for a person', means: 'Times a visitor wanted somebody of your team.' },
    messages: { label: 'Messages left', means: 'Visitors who left their name and a way to be reached.' },
    response: {
      label: 'Response time',
      means: 'From a question to the end of its answer: half are quicker than this.',
    },
  },
  slowest: 'one in twenty takes over {time}',
  plot: 'What to see by day',
  plots: {
    questions: {
      label: 'Questions by day',
      means: 'Everything visitors asked, by day where your first location is.',
      good: 'Answered',
      bad: 'Unanswered',
    },
    conversations: { label: 'Conversations by day', means: 'Begun on that day.' },
    handoffs: { label: 'Asked for a person, by day', means: 'Times a visitor wanted somebody of your team.' },
    messages: { label: 'Messages by day', means: 'Visitors who left their name and a way to be reached.' },
    response: { label: 'Response time by day', means: 'Half of that day’s answers were quicker than this.' },
    ratings: { label: 'Ratings by day', means: 'Thumbs that visitors gave.', good: 'Helpful', bad: 'Not helpful' },
  },
  asTable: 'Show as a table',
  day: 'Day',
  tiers: { title: 'Answered by', means: 'Which part of Foyer gave the answer.' },
  languages: { title: 'Languages', means: 'What visitors wrote in, by questions.' },
  ratings: {
    title: 'Ratings',
    means: 'Thumbs that visitors gave to answers.',
    up: 'Helpful',
    down: 'Not helpful',
    none: 'Nobody has rated an answer yet.',
  },
  empty: {
    title: 'Your front desk is open, and nobody has come yet',
    what: 'Ask it something yourself in the Playground, or put the widget on your site. The numbers appear with the first question.',
    action: 'Open the Playground',
  },
}
