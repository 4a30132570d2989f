import { expect, test } from 'vitest'
import { migrations } from './database.ts'
import { missingIn, samples, settingsOf, wrongIn } from './settings.ts'
import { deployWorker, resourcesOf } from './workers.ts'

test('what is missing is named with what it is for, and an account only for the real thing', () => {
  expect(missingIn({}, true).map(({ name }) => name)).toEqual([
    'PUBLIC_URL',
    'DATABASE_URL',
    'FOYER_SECRET',
    'FOYER_OPERATOR_KEY',
  ])
  expect(missingIn(samples, false).map(({ name }) => name)).toEqual(['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID'])
})

test('a wrong value is said so before anything is changed', () => {
  expect(wrongIn(samples)).toEqual([])
  expect(wrongIn({ ...samples, PUBLIC_URL: 'http://desk.example/chat' })[0]).toContain('https')
  expect(wrongIn({ ...samples, DATABASE_URL: 'mysql://x' })[0]).toContain('PostgreSQL')
  expect(wrongIn({ ...samples, FOYER_SECRET: samples.FOYER_OPERATOR_KEY })[0]).toContain('differ')
})

test('the worker gets the app login, never the administrator’s, and PUBLIC_URL feeds the snippets', () => {
  const { secrets, vars, database } = settingsOf({
    ...samples,
    PUBLIC_URL: 'https://desk.example/',
    OPENAI_API_KEY: 'model-key',
    OPENAI_MODEL: 'small',
  })
  expect(new URL(secrets['DATABASE_URL'] ?? '').username).toBe('foyer_app')
  expect(new URL(database.ownerUrl).username).toBe('foyer_owner')
  expect(JSON.stringify(secrets)).not.toContain('owner:password')
  expect(vars).toEqual({ PUBLIC_URL: 'https://desk.example', OPENAI_MODEL: 'small' })
  expect(Object.keys(secrets)).toContain('OPENAI_API_KEY')
})

test('everything the workers bind is made', () => {
  expect(resourcesOf()).toEqual({
    queues: ['foyer-ingest', 'foyer-ingest-dead', 'foyer-jobs', 'foyer-jobs-dead'],
    buckets: ['foyer-files'],
  })
  expect(migrations()[0]).toBe('0000_first.sql')
})

test.each(['wrangler.ingest.toml', 'wrangler.toml'])(
  '%s bundles offline and fits',
  { timeout: 120_000 },
  async (config) => {
    const size = await deployWorker(config, settingsOf(samples), true)
    const gzipKiB = Number(/gzip: ([\d.]+) KiB/.exec(size)?.[1])
    expect(gzipKiB).toBeGreaterThan(50)
    expect(gzipKiB).toBeLessThan(3 * 1024)
  },
)
