import { AppError } from '../../shared/errors.ts'

/** A person's name as one line of text; it stands in mails, so it may not pass for a link. @throws AppError unprocessable */
export function cleanName(given: unknown): string {
  const name =
    typeof given === 'string'
      ? given
          .normalize('NFC')
          .replace(/[\p{C}\s]+/gu, ' ')
          .trim()
      : ''
  const wrong =
    name === ''
      ? 'is empty'
      : name.length > 80
        ? 'is longer than 80 characters'
        : /:\/\/|www\./i.test(name)
          ? 'holds an address'
          : ''
  if (wrong !== '')
    throw new AppError('unprocessable', `The name ${wrong}. Nothing was changed.`, {
      details: [{ path: 'name', message: wrong }],
    })
  return name
}
