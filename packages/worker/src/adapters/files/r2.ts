import type { FilesPort } from '../../ports/files.ts'

export function r2Files(bucket: R2Bucket): FilesPort {
  return {
    async put(key, body, { contentType }) {
      await bucket.put(key, body, { httpMetadata: { contentType } })
    },
    async get(key) {
      const object = await bucket.get(key)
      if (object === null) return null
      return {
        bytes: new Uint8Array(await object.arrayBuffer()),
        contentType: object.httpMetadata?.contentType ?? 'application/octet-stream',
      }
    },
    async remove(key) {
      await bucket.delete(key)
    },
    async removeBelow(prefix) {
      for (;;) {
        const { objects } = await bucket.list({ prefix, limit: 500 })
        if (objects.length === 0) return
        await bucket.delete(objects.map(({ key }) => key))
      }
    },
  }
}
