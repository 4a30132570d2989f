import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'

/** Where the numbers come from: they mean little without it. */
export const machine = () => ({
  at: new Date().toISOString(),
  cpus: cpus().length,
  cpu: cpus()[0]?.model ?? 'unknown',
  memoryBytes: totalmem(),
  node: process.version,
  load: loadavg().map((each) => each.toFixed(1)).join(' '),
})

/** Memory that the workerd processes below this one hold now, in bytes. */
export function workerdBytes(): number {
  if (process.platform === 'win32') return NaN
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }).trim().split('\n')
  const all = lines.map((line) => line.trim().split(/\s+/)).map(([pid, parent, kilobytes, ...name]) => ({ pid: Number(pid), parent: Number(parent), kilobytes: Number(kilobytes), name: name.join(' ') }))
  const ours = new Set([process.pid])
  for (let before = 0; before !== ours.size; ) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  return all.filter(({ pid, name }) => ours.has(pid) && name.includes('workerd')).reduce((sum, { kilobytes }) => sum + kilobytes * 1024, 0)
}
