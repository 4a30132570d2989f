/** A page with a strict policy that uses the widget as built, and tells its parent what became of it. Runs in the test server. */
export function pageUnderPolicy(
  search: URLSearchParams,
  scripts: string,
): { body: string; headers: Record<string, string> } {
  const desk = search.get('desk') ?? ''
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-n1'",
    "style-src 'nonce-n1'",
    `connect-src ${desk} ${desk.replace('http', 'ws')}`,
    search.get('tt') ?? '',
  ]
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Policy</title>
<script nonce="n1">
  const report = { violations: [], answered: false, errors: [] }
  document.addEventListener('securitypolicyviolation', (event) => report.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))
  addEventListener('error', (event) => report.errors.push(event.message))
  const tell = () => parent.postMessage(report, '*')
  setTimeout(tell, 6000)
  addEventListener('load', () => {
    const widget = document.querySelector('foyer-widget')
    widget.addEventListener('foyer-message', (event) => {
      if (event.detail.author !== 'assistant') return
      report.answered = true
      setTimeout(tell, 300)
    })
    widget.ask('How much is a tune-up?').catch((error) => report.errors.push(String(error)))
  })
</script></head><body>
<script nonce="n1" src="${scripts}/foyer.js" data-key="pk_test_1" data-base-url="${desk}" async></script>
</body></html>`
  return { body, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy.join('; ') } }
}
