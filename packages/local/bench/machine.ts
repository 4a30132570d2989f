import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

/** Where the numbers come from: they mean little without it. */
export const machine = () => ({
  at: new Date().toISOString(),
  cpus: cpus().length,
  cpu: cpus()[0]?.model ?? 'unknown',
  memoryBytes: totalmem(),
  node: process.version,
  load: loadavg()
    .map((each) => each.toFixed(1))
    .join(' '),
})

type Process = { pid: number; parent: number; kilobytes: number; words: string }

/** Memory that the workerd processes below this one hold now, in bytes. */
export const workerdBytes = (): number =>
  process.platform === 'win32'
    ? NaN
    : ours()
        .filter(isWorkerd)
        .reduce((sum, { kilobytes }) => sum + kilobytes * 1024, 0)

/** Processor milliseconds that each has used so far; NaN where /proc is not. */
export function processorMs(): { worker: number; database: number; agent: number; media: number } {
  const all = ours()
  const used = (which: (one: Process) => boolean): number =>
    all.filter(which).reduce((sum, { pid }) => sum + ticksOf(pid) * 10, 0)
  return {
    worker: used(isWorkerd),
    database: used(({ words }) => /database\/process\.ts|postgres/.test(words)),
    agent: used(({ words }) => /agent\/src\/main\.ts/.test(words)),
    media: used(({ words }) => /livekit-server/.test(words)),
  }
}

const isWorkerd = ({ words }: Process): boolean => /(^|\/)workerd\s/.test(words)

function ours(): Process[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .trim()
    .split('\n')
  const all = lines.map((line): Process => {
    const [pid, parent, kilobytes, ...words] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), kilobytes: Number(kilobytes), words: words.join(' ') }
  })
  const known = new Set([process.pid])
  for (let before = 0; before !== known.size;) {
    before = known.size
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid)
  }
  return all.filter(({ pid }) => known.has(pid) && pid !== process.pid)
}

// User and system ticks (1/100 s) stand 14th and 15th; the name before them may hold spaces.
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '').trim().split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return NaN
  }
}
