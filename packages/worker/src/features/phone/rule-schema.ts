import { z } from '@hono/zod-openapi'
import { lang, time } from './formats.ts'
import { isChoice } from './route.ts'

/** A rule about calls to a number, as the API takes it. */
export const Rule = z
  .strictObject({
    when: z
      .strictObject({
        caller: z.enum(['known', 'unknown']).optional().describe('Known: the number was left with a message before.'),
        between: z.tuple([time, time]).optional().describe('Wall time at the location; may go over midnight.'),
        days: z
          .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
          .min(1)
          .optional(),
        busyLines: z.number().int().min(1).max(1000).optional().describe('At least so many of your calls run already.'),
        lang: lang
          .optional()
          .describe(
            'The language the call is in once the caller has spoken. With `ring`, who is fetched; with `assistant`, who goes on.',
          ),
        says: z
          .array(z.string().trim().min(1).max(60))
          .min(1)
          .max(30)
          .optional()
          .describe(
            'The caller said one of these, as whole words. With `assistant`: it goes on from there. With `ring`: who is fetched when they want a person; with a key beside it, at once.',
          ),
        presses: z
          .string()
          .regex(/^[1-9]$/, 'must be one key from 1 to 9; 0 always calls a person, and who comes is `reach`')
          .optional()
          .describe(
            'The caller pressed this key, or said one of `says`, at any time of the call: who then goes on, or is fetched. No key of a language: those are 1, 2 and so on in the order of `languages`, when there are two or more.',
          ),
      })
      .describe('All of it must hold, but of `says` and `presses` one will do.'),
    to: z.enum(['assistant', 'message', 'ring', 'passed_on']),
    reach: z.string().optional().describe('With `ring`: a person or ring group; the number’s own when left out.'),
    assistantId: z.string().optional().describe('Another assistant than the number’s own.'),
    menu: z
      .partialRecord(lang, z.string().trim().min(1).max(200))
      .optional()
      .describe(
        'What callers are told of it, by language, in your words: “For billing, press 2 or say billing.” Said before they are asked how we can help; with all else that is said then it must fit into ten seconds, 26 words.',
      ),
  })
  .refine(({ when, to }) => when.says === undefined || to === 'ring' || to === 'assistant', {
    message: 'is known only when the caller has spoken: it goes with `to: ring` or `to: assistant`',
    path: ['when', 'says'],
  })
  .refine(({ when, to }) => when.presses === undefined || to === 'ring' || to === 'assistant', {
    message: 'is known only when the caller has pressed it: it goes with `to: ring` or `to: assistant`',
    path: ['when', 'presses'],
  })
  .refine(({ when }) => when.presses === undefined || when.says !== undefined, {
    message: 'must name a word too: who cannot press a key says it',
    path: ['when', 'says'],
  })
  .refine((rule) => rule.menu === undefined || isChoice(rule), {
    message: 'is told only of what a caller can choose: give the rule a key, or let its words lead to an assistant',
    path: ['menu'],
  })
  .refine(({ when, to }) => when.lang === undefined || to === 'ring' || to === 'assistant', {
    message: 'is known only when the caller has spoken: it goes with `to: ring` or `to: assistant`',
    path: ['when', 'lang'],
  })
  .openapi('PhoneRule')
