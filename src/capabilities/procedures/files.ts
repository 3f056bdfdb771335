import sharp from 'sharp'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Upload } from '#web/form-data.ts'
import { checkFile, type FileProblem, safeFileName } from './file.ts'
import { insertFile, type StoredFile } from './file-queries.ts'
import type { SubjectRef } from './subject.ts'
import { lockUploads, sumOwnUploads, takeRoom } from './upload-queries.ts'

/** Photos are made anew: turned upright, freed of place and camera data, and of anything hidden behind them. */
const cleanImage = (bytes: Uint8Array, mediaType: string): Promise<Uint8Array> => {
  const image = sharp(bytes, { limitInputPixels: 60_000_000 }).rotate()
  if (mediaType === 'image/png') return image.png().toBuffer()
  return mediaType === 'image/webp'
    ? image.webp().toBuffer()
    : image.jpeg({ quality: 88 }).toBuffer()
}

/** What is kept of an upload; undefined for a photo that cannot be read. */
const cleanBytes = async (
  bytes: Uint8Array,
  mediaType: string,
): Promise<Uint8Array | undefined> => {
  if (!mediaType.startsWith('image/')) return bytes
  try {
    return await cleanImage(bytes, mediaType)
  } catch {
    return undefined
  }
}

/** Takes room for so many bytes, or says why there is none: too much from this account today, or in the city. */
const findShortage = async (scope: Scope, bytes: number): Promise<FileProblem | undefined> => {
  const { perAccountDay, perCity } = scope.outside.uploadLimits
  const accountId = accountOf(scope.actor)
  if (accountId) {
    await lockUploads(scope, accountId)
    if ((await sumOwnUploads(scope, accountId)) + bytes > perAccountDay) return 'day-full'
  }
  return (await takeRoom(scope, bytes, perCity)) ? undefined : 'city-full'
}

type NewFile = {
  readonly purpose: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const store = async (scope: Scope, subject: SubjectRef, file: NewFile): Promise<string> => {
  const sha256 = await scope.outside.files.put(file.bytes)
  return insertFile(scope, { ...file, subject, bytes: file.bytes.length, sha256 })
}

/** Keeps one uploaded file for a subject after checking what it really is. @returns its id */
export const keepUpload = async (
  scope: Scope,
  subject: SubjectRef,
  upload: Upload & { readonly purpose: string },
): Promise<Result<string, FileProblem>> => {
  const checked = await checkFile(upload)
  if (!checked.ok) return checked
  const mediaType = checked.value
  const bytes = await cleanBytes(upload.bytes, mediaType)
  if (!bytes) return refuse('content-differs')
  const { purpose } = upload
  return keepMade(scope, subject, [
    { purpose, name: safeFileName(upload.name), mediaType, bytes },
  ]).then((kept) => (kept.ok ? ok(kept.value[0]!) : kept))
}

/**
 * Keeps what was made of something that a person gave, as one thing: all of it, or nothing where there is no
 * room. What is kept counts, not what was sent; and nobody waits for another's photo to be made anew.
 * @returns the files' ids, in the same order
 */
export const keepMade = async (
  scope: Scope,
  subject: SubjectRef,
  files: readonly NewFile[],
): Promise<Result<readonly string[], FileProblem>> => {
  const shortage = await findShortage(
    scope,
    files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  )
  if (shortage) return refuse(shortage)
  const ids: string[] = []
  for (const file of files) ids.push(await store(scope, subject, file))
  return ok(ids)
}

/** Keeps bytes that the product itself made, e.g. a letter: there is always room. @returns the file's id */
export const keepBytes = async (
  scope: Scope,
  subject: SubjectRef,
  file: NewFile,
): Promise<string> => {
  await takeRoom(scope, file.bytes.length)
  return store(scope, subject, file)
}

/** Gives another subject the same files: each keeps its own, and one may lose them without the other. */
export const copyFiles = async (
  scope: Scope,
  files: readonly StoredFile[],
  to: { readonly subject: SubjectRef; readonly purpose: string },
): Promise<void> => {
  for (const file of files) {
    await takeRoom(scope, file.bytes)
    await insertFile(scope, { ...file, ...to })
  }
}
