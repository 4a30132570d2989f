// Which IP addresses are part of the public internet. https://www.iana.org/assignments/iana-ipv4-special-registry and
// …/iana-ipv6-special-registry: everything that is not globally reachable is refused, and so is what merely wraps another.

const SPECIAL_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** `public`, `loopback` (this machine), or `private` (any other special range, and what is no address at all). */
export type Reach = 'public' | 'loopback' | 'private'

/** @param address in canonical text form, as a resolver gives it; an IPv6 zone (`%eth0`) makes it private. */
export function reachOf(address: string): Reach {
  const v4 = parseV4(address)
  if (v4 !== undefined) return reachOfV4(v4)
  const v6 = parseV6(address)
  return v6 === undefined ? 'private' : reachOfV6(v6)
}

function reachOfV4(address: number): Reach {
  if (address >>> 24 === 127) return 'loopback'
  return SPECIAL_V4.some(([base, bits]) => isWithin(address, base, bits)) ? 'private' : 'public'
}

function isWithin(address: number, base: string, bits: number): boolean {
  const shift = 32 - bits
  return address >>> shift === (parseV4(base) ?? 0) >>> shift
}

function reachOfV6(groups: readonly number[]): Reach {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups
  const embedded = ((g << 16) | h) >>> 0
  const headIsZero = a === 0 && b === 0 && c === 0 && d === 0 && e === 0
  if (headIsZero && f === 0 && g === 0 && h === 1) return 'loopback'
  if (headIsZero && f === 0xffff) return reachOfV4(embedded)
  // NAT64 reaches the IPv4 address that it holds, which is judged in its place, but never this machine.
  if (a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0)
    return reachOfV4(embedded) === 'public' ? 'public' : 'private'
  if (a >>> 13 !== 1) return 'private'
  const isSpecial =
    a === 0x2002 || // 6to4
    (a === 0x2001 && b < 0x0200) || // Teredo, benchmarking, ORCHID and other protocol assignments
    (a === 0x2001 && b === 0x0db8) || // documentation
    (a === 0x3fff && b < 0x1000) // documentation
  return isSpecial ? 'private' : 'public'
}

function parseV4(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (!match) return undefined
  const bytes = match.slice(1).map(Number)
  if (bytes.some((byte) => byte > 255)) return undefined
  return bytes.reduce((sum, byte) => ((sum << 8) | byte) >>> 0, 0)
}

function parseV6(text: string): number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted) {
    const v4 = parseV4(dotted[2] ?? '')
    if (v4 === undefined) return undefined
    return parseV6(`${dotted[1]}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return groups.map((group) => Number.parseInt(group, 16))
}
