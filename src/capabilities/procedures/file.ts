import { fileTypeFromBuffer } from 'file-type'
import { ok, type Result, refuse } from '#kernel/result.ts'

/** Largest file of a form, in bytes (10 MB, as the upload field says). */
export const maxFileBytes = 10 * 1024 * 1024

/** Kinds a form takes: ending → the content type the bytes must prove. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  webp: ['image/webp'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  doc: ['application/x-cfb'],
  xls: ['application/x-cfb'],
  txt: ['text/plain'],
  csv: ['text/plain'],
}

/** Endings for the file field of a form. */
export const acceptedEndings = Object.keys(allowed).map((ending) => `.${ending}`)

export type FileProblem =
  | 'too-large'
  | 'kind-not-taken'
  | 'content-differs'
  | 'day-full'
  | 'city-full'

const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 8_000).includes(0)

/** A safe name: no folders, no control signs, no tricks with the writing direction, at most 120 characters. */
export const safeFileName = (name: string): string => {
  const bare = name.split(/[/\\]/).at(-1) ?? ''
  const clean = bare
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 ? clean.slice(dot) : ''
  return (
    `${[...clean.slice(0, clean.length - ending.length)].slice(0, 110).join('')}${ending}` || 'file'
  )
}

/** Checks size, ending and bytes against each other. @returns the content type that the bytes prove */
export const checkFile = async (file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<Result<string, FileProblem>> => {
  if (file.bytes.length > maxFileBytes) return refuse('too-large')
  const ending = safeFileName(file.name).split('.').at(-1)?.toLowerCase() ?? ''
  const expected = allowed[ending]
  if (!expected) return refuse('kind-not-taken')
  const found =
    (await fileTypeFromBuffer(file.bytes))?.mime ?? (isText(file.bytes) ? 'text/plain' : undefined)
  return found && expected.includes(found) ? ok(found) : refuse('content-differs')
}
