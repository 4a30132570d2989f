import { expect } from '@open-wc/testing'

interface Axe {
  run(
    where: unknown,
    options: object,
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }>
}

/** No violation of any impact, in the widget and everything inside it. */
export async function expectAccessible(where: Element): Promise<void> {
  if (!('axe' in window)) await import(/* served by the test runner */ `${location.origin}/axe.js`)
  const axe = (window as unknown as { axe: Axe }).axe
  const { violations } = await axe.run(where, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  })
  const said = violations.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
  )
  expect(said.join('\n')).to.equal('')
}
