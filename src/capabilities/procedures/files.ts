import sharp from 'sharp'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Upload } from '#web/form-data.ts'
import { checkFile, type FileProblem, safeFileName } from './file.ts'
import { insertFile } from './file-queries.ts'
import type { SubjectRef } from './subject.ts'
import { lockUploads, sumFiles, sumOwnUploads } from './upload-queries.ts'

/** Photos are made anew: turned upright, freed of place and camera data, and of anything hidden behind them. */
const cleanImage = (bytes: Uint8Array, mediaType: string): Promise<Uint8Array> => {
  const image = sharp(bytes, { limitInputPixels: 60_000_000 }).rotate()
  if (mediaType === 'image/png') return image.png().toBuffer()
  return mediaType === 'image/webp'
    ? image.webp().toBuffer()
    : image.jpeg({ quality: 88 }).toBuffer()
}

/** Why there is no room for so many bytes more: too much from this account today, or in the city at all. */
const findShortage = async (scope: Scope, bytes: number): Promise<FileProblem | undefined> => {
  const { perAccountDay, perCity } = scope.outside.uploadLimits
  const accountId = accountOf(scope.actor)
  if (accountId) {
    await lockUploads(scope, accountId)
    if ((await sumOwnUploads(scope, accountId)) + bytes > perAccountDay) return 'day-full'
  }
  return (await sumFiles(scope)) + bytes > perCity ? 'city-full' : undefined
}

/** Keeps one uploaded file for a subject after checking what it really is. @returns its id */
export const keepUpload = async (
  scope: Scope,
  subject: SubjectRef,
  upload: Upload & { readonly purpose: string },
): Promise<Result<string, FileProblem>> => {
  const checked = await checkFile(upload)
  if (!checked.ok) return checked
  const shortage = await findShortage(scope, upload.bytes.length)
  if (shortage) return refuse(shortage)
  let bytes: Uint8Array = upload.bytes
  if (checked.value.startsWith('image/')) {
    try {
      bytes = await cleanImage(bytes, checked.value)
    } catch {
      return refuse('content-differs')
    }
  }
  return ok(
    await keepBytes(scope, subject, {
      purpose: upload.purpose,
      name: safeFileName(upload.name),
      mediaType: checked.value,
      bytes,
    }),
  )
}

/** Keeps bytes that the product itself made, e.g. a letter. @returns the file's id */
export const keepBytes = async (
  scope: Scope,
  subject: SubjectRef,
  file: {
    readonly purpose: string
    readonly name: string
    readonly mediaType: string
    readonly bytes: Uint8Array
  },
): Promise<string> => {
  const sha256 = await scope.outside.files.put(file.bytes)
  return insertFile(scope, {
    subject,
    purpose: file.purpose,
    name: file.name,
    mediaType: file.mediaType,
    bytes: file.bytes.length,
    sha256,
  })
}
