// A web-test-runner reporter: counts for `npm test`, written where FOYER_TEST_COUNTS says.
// In web-test-runner.config.js: reporters: [defaultReporter(), countReporter()]

import { writeFileSync } from 'node:fs'

export function countReporter() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 }
      for (const session of sessions) {
        count(session.testResults, counts)
        if (!session.passed && session.errors.length > 0 && !session.testResults) counts.failed += 1
      }
      const path = process.env.FOYER_TEST_COUNTS
      if (path) writeFileSync(path, JSON.stringify(counts))
    },
  }
}

function count(suite, counts) {
  for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1
  for (const inner of suite?.suites ?? []) count(inner, counts)
}
