import { createSocket } from 'node:dgram'
import type { Admin, Examination, PhoneFinding } from '../admin.ts'
import { Failed, Misuse, parse, type Verb } from './command.ts'

/** What is found here stands beside what the service finds. */
type Finding = Pick<PhoneFinding, 'state' | 'subject' | 'what' | 'next'> & {
  check: PhoneFinding['check'] | 'ports' | 'codec' | 'keys' | 'call'
}

const mostSkewMs = 5000
const pingMs = 5000

/** What no look from here can tell: it is decided between your carrier and the gateway. */
const byHand: Finding[] = [
  {
    ...{ check: 'codec', subject: '', state: 'look' },
    what: 'The gateway speaks G.711 (PCMU, PCMA) and G.722; a trunk that offers G.729 alone is refused with 488.',
    next: 'Have PCMU first in your carrier’s list.',
  },
  {
    ...{ check: 'keys', subject: '', state: 'look' },
    what: 'Keys must come as RFC 2833 telephone events: the gateway refuses SIP INFO with 405.',
    next: 'Set “DTMF: RFC 2833” at your carrier.',
  },
]

export const verb: Verb = {
  summary: 'look whether calls can come in, and say what is broken',
  help: `foyer doctor [--call NUMBER]

Looks at the gateway, trunks, rules, agents, clocks, ports and numbers; what differs at the gateway is set right.

  --call NUMBER   rings this number of yours over your own carrier, who charges for it, and hangs up
  --json          JSON, one finding a line

Exit code 1 when something is broken.`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, { call: { type: 'string' } })
    if (positionals.length > 0) throw new Misuse('Name the number with --call.')
    const foyer = terminal.foyer()
    const begun = Date.now()
    const examination = await foyer.phone.examine()
    const findings = [
      ...examination.findings,
      clockOf(examination, begun, Date.now()),
      await portOf(examination.sipAddress),
      ...byHand,
      await callOf(foyer, examination, values.call),
    ]
    for (const finding of findings) terminal.print(values.json ? JSON.stringify(finding) : inWords(finding))
    const broken = findings.filter(({ state }) => state === 'broken').length
    if (broken > 0) throw new Failed(`${broken} of ${findings.length} are broken.`)
  },
}

/** What to type for it, where a command mends it. */
function commandFor({ code, id, subject }: PhoneFinding): string {
  switch (code) {
    case 'number_missing':
      return 'foyer phone search'
    case 'number_arriving':
      return `foyer phone buy ${subject}`
    case 'number_leaving':
      return `foyer phone release ${subject}`
    case 'number_off':
      return `foyer phone answer ${subject} --when always`
    case 'number_alone':
      return `foyer phone answer ${subject} --own-phone NUMBER`
    case 'number_rings_nobody':
      return `foyer phone way-out ${id} --address HOST`
    case 'trunk_idle':
      return `foyer phone add NUMBER --trunk ${id}`
    default:
      return ''
  }
}

const marks = { well: '✓', mended: '✓', look: '·', broken: '✗' } as const

function inWords(finding: Finding | PhoneFinding): string {
  const { check, subject, state, what, next } = finding
  const head = `${marks[state]} ${check}${subject === '' ? '' : ` ${subject}`}: ${what}`
  const command = 'code' in finding ? commandFor(finding) : ''
  return [head, ...(next === '' ? [] : [`now: ${next}`]), ...(command === '' ? [] : [`by: ${command}`])].join('\n    ')
}

/** Half of the way there and back is taken off. */
function clockOf({ now }: Examination, begun: number, ended: number): Finding {
  const skewMs = Math.max(0, Math.abs(Date.parse(now) - (begun + ended) / 2) - (ended - begun) / 2)
  const isWell = skewMs <= mostSkewMs
  return {
    ...{ check: 'clock', subject: 'this machine', state: isWell ? 'well' : 'broken' },
    what: `This machine’s clock and the service’s differ by ${(skewMs / 1000).toFixed(1)} s.`,
    next: isWell
      ? ''
      : 'Let this machine set its clock by NTP; if it runs the agent, its tokens are refused now and then.',
  }
}

/** Any answer will do: it says that something speaks SIP there. */
async function portOf(sipAddress: string): Promise<Finding> {
  const check = 'ports' as const
  if (sipAddress === '')
    return {
      ...{ check, subject: '', state: 'look' },
      what: 'Where carriers reach the gateway is not told here, so its port was not looked at.',
      next: 'Whoever runs the server sets SIP_ADDRESS.',
    }
  const [host = '', port = '5060'] = sipAddress.split(':')
  const isThere = await speaksSip(host, Number(port))
  return {
    ...{ check, subject: sipAddress, state: isThere ? 'well' : 'look' },
    what: isThere ? 'Something speaks SIP there.' : 'Nothing answered there by UDP.',
    next: isThere
      ? ''
      : 'Right when your firewall lets in your carrier alone; else open 5060 (UDP, TCP) and 10000–20000 (UDP).',
  }
}

/** SIP OPTIONS (RFC 3261, 11), sent again after half a second each as RFC 3261, 17.1.2 does. */
function speaksSip(host: string, port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  const [call, branch] = [crypto.randomUUID(), `z9hG4bK${crypto.randomUUID()}`]
  const lines = [
    `OPTIONS sip:${host}:${port} SIP/2.0`,
    `Via: SIP/2.0/UDP 0.0.0.0;branch=${branch};rport`,
    ...['Max-Forwards: 70', `From: <sip:doctor@foyer.invalid>;tag=${call.slice(0, 8)}`, `To: <sip:${host}:${port}>`],
    ...[`Call-ID: ${call}`, 'CSeq: 1 OPTIONS', 'Content-Length: 0', '', ''],
  ]
  return new Promise((resolve) => {
    const send = (): void => socket.send(lines.join('\r\n'), port, host, (error) => error !== null && done(false))
    const again = setInterval(send, 500)
    const late = setTimeout(() => done(false), pingMs)
    let isOver = false
    function done(isThere: boolean): void {
      if (isOver) return
      isOver = true
      clearInterval(again)
      clearTimeout(late)
      socket.close()
      resolve(isThere)
    }
    socket.on('error', () => done(false))
    socket.on('message', (reply) => done(reply.toString().startsWith('SIP/2.0 ')))
    send()
  })
}

async function callOf(foyer: Admin, { mode }: Examination, number: string | undefined): Promise<Finding> {
  const check = 'call' as const
  if (number === undefined)
    return {
      ...{ check, subject: '', state: 'look' },
      what: 'No test call was made.',
      next:
        mode === 'test'
          ? 'npm run call -- examples/script-tag/call.yaml plays one by a simulated line.'
          : 'foyer doctor --call NUMBER rings a number of yours.',
    }
  const own = (await foyer.phoneNumbers.list()).find((each) => each.number === number)
  if (own === undefined) throw new Failed(`${number} is not one of your numbers. See foyer phone numbers.`)
  const { result, tookMs } = await foyer.phone.call(own.id)
  return result === 'answered'
    ? {
        ...{ check, subject: number, state: 'well' },
        what: `It was answered after ${(tookMs / 1000).toFixed(1)} s.`,
        next: '',
      }
    : {
        ...{ check, subject: number, state: 'broken' },
        what: `It was rung for ${(tookMs / 1000).toFixed(1)} s: ${result}.`,
        next: 'Read the lines above; if all are well, look at the log of your carrier.',
      }
}
