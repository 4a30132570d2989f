import { expect } from '@open-wc/testing'
import { desk } from './test/visit.ts'

interface Report {
  violations: string[]
  answered: boolean
  errors: string[]
}

/** Runs the built script in a page of its own whose policy allows nothing but it, styles by nonce, and the service. */
async function visitUnderPolicy(trustedTypes: string): Promise<Report> {
  const { url, built } = await desk({ pace: 0, faults: [] })
  const frame = document.createElement('iframe')
  frame.style.cssText = 'width:900px;height:700px'
  frame.src = `${built}/under-policy.html?desk=${encodeURIComponent(url)}&tt=${encodeURIComponent(trustedTypes)}`
  const told = new Promise<Report>((resolve) =>
    addEventListener('message', ({ data }) => resolve(data as Report), { once: true }),
  )
  document.body.append(frame)
  const report = await told
  frame.remove()
  return report
}

describe('under a strict content security policy', () => {
  it('works by script tag from another origin, without one violation', async () => {
    const report = await visitUnderPolicy("require-trusted-types-for 'script'")
    expect(report).to.deep.equal({ violations: [], answered: true, errors: [] })
  })

  it('needs one trusted types policy where they are listed: lit-html', async () => {
    const report = await visitUnderPolicy("require-trusted-types-for 'script'; trusted-types lit-html")
    expect(report).to.deep.equal({ violations: [], answered: true, errors: [] })
  })
})
