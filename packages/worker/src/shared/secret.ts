/** A value that must not be printed: it shows as ••• in logs, JSON and template strings. */
export class Secret {
  readonly #value: string
  constructor(value: string) {
    this.#value = value
  }
  reveal(): string {
    return this.#value
  }
  toString(): string {
    return '•••'
  }
  toJSON(): string {
    return '•••'
  }
}

const encoder = new TextEncoder()

/** SHA-256 as lower-case hex. For tokens of ≥ 128 random bits only; never for passwords. */
export async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
}

/** `bytes` of randomness as base62-like text (URL-safe, no look-alike separators). */
export function randomToken(bytes = 24): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(bytes)))
}

export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** AES-256-GCM under a key derived (HKDF-SHA-256) from the installation's secret; `purpose` separates uses. */
export async function seal(plain: string, installation: Secret, purpose: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await sealingKey(installation, purpose)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(plain))
  return `v1.${base64Url(iv)}.${base64Url(new Uint8Array(sealed))}`
}

export async function unseal(sealed: string, installation: Secret, purpose: string): Promise<Secret> {
  const [version, iv, body] = sealed.split('.')
  if (version !== 'v1' || iv === undefined || body === undefined) throw new Error('sealed value has an unknown form')
  const key = await sealingKey(installation, purpose)
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64Url(iv) }, key, fromBase64Url(body))
  return new Secret(new TextDecoder().decode(plain))
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

async function sealingKey(installation: Secret, purpose: string): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', encoder.encode(installation.reveal()), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(`foyer ${purpose}`) }
  return crypto.subtle.deriveKey(derivation, root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
