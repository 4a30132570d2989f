/** Hands a file to the person. */
export const save = (name: string, content: string, type: string): void => saveBlob(name, new Blob([content], { type }))

export function saveBlob(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
