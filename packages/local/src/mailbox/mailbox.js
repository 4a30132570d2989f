// The secret comes in the fragment, stays in this tab, and leaves the address bar at once.
const given = location.hash.slice(1)
if (given !== '') {
  sessionStorage.setItem('secret', given)
  history.replaceState(null, '', location.pathname)
}
const place = document.querySelector('#letters')
let seen = ''

async function look() {
  const authorization = `Bearer ${sessionStorage.getItem('secret') ?? ''}`
  const reply = await fetch('/letters', { headers: { authorization } }).catch(() => null)
  if (reply === null) return tell('Foyer is not running any more.')
  if (reply.status === 401)
    return tell('This address belongs to an earlier start. Open the one that npm start printed.')
  const text = await reply.text()
  if (text === seen) return
  seen = text
  const letters = JSON.parse(text)
  if (letters.length === 0) return tell('No mail yet. Sign up, or ask for a link, and it appears here.')
  place.replaceChildren(...letters.map(draw))
}

function draw({ to, subject, text, at }) {
  const article = document.createElement('article')
  const head = Object.assign(document.createElement('h2'), { textContent: subject })
  const line = Object.assign(document.createElement('p'), {
    className: 'quiet',
    textContent: `to ${to}, ${new Date(at).toLocaleTimeString()}`,
  })
  const body = document.createElement('pre')
  for (const part of text.split(/(https?:\/\/\S+)/)) {
    if (!/^https?:\/\//.test(part)) body.append(part)
    else body.append(Object.assign(document.createElement('a'), { href: part, textContent: part, rel: 'noreferrer' }))
  }
  article.append(head, line, body)
  return article
}

const tell = (words) => place.replaceChildren(Object.assign(document.createElement('p'), { textContent: words }))

await look()
setInterval(() => void look(), 1500)
