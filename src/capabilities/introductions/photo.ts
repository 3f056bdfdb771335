import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type IntroductionPhoto, type PhotoSize, photoWidths } from '../groups/index.ts'
import type { Moderation } from './moderation.ts'

/** A photo of a group, as the group and the desk see it. */
export type Photo = {
  readonly id: string
  readonly groupId: string
  readonly position: number
  readonly cover: boolean
  readonly alt: string
  readonly altEn: string
  readonly width: number
  readonly height: number
  readonly moderation: Moderation
  readonly hiddenReason: string | null
}

/** A photo as everyone sees it; the English description is the Japanese where there is none. */
export const publicPhoto = (photo: Photo): IntroductionPhoto => ({
  id: photo.id,
  alt: { ja: photo.alt, en: photo.altEn || photo.alt },
  width: photo.width,
  height: photo.height,
})

export const photoLimits = {
  bytes: 10 * 1024 * 1024,
  /** More than any camera's picture, less than what a small file could blow up to. */
  pixels: 60_000_000,
  /** Shorter side; below it a photo is blurred on every screen. */
  side: 320,
  perGroup: 20,
  alt: 120,
} as const

/** Why a photo cannot be taken. */
export type PhotoProblem =
  | 'too-large'
  | 'too-many-pixels'
  | 'too-small'
  | 'heic'
  | 'kind'
  | 'broken'

/** A copy of a photo, ready to be kept. */
export type PhotoCopy = { readonly bytes: Uint8Array; readonly mediaType: string }

export type MadePhoto = {
  readonly copies: Readonly<Record<PhotoSize, PhotoCopy>>
  /** Of the largest copy. */
  readonly width: number
  readonly height: number
}

const taken = new Set(['image/jpeg', 'image/png', 'image/webp'])

const kindProblem = async (bytes: Uint8Array): Promise<PhotoProblem | undefined> => {
  if (bytes.length > photoLimits.bytes) return 'too-large'
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  if (/^image\/(heic|heif|avif)/.test(mime)) return 'heic'
  return taken.has(mime) ? undefined : 'kind'
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'error' })

/** Says by the header alone what the picture would unfold to, before anything is unfolded. */
const sizeProblem = async (bytes: Uint8Array): Promise<PhotoProblem | undefined> => {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (width * height > photoLimits.pixels) return 'too-many-pixels'
  return Math.min(width, height) < photoLimits.side ? 'too-small' : undefined
}

/** Turned upright and made no larger than asked; what the camera wrote (place, time, device) is left out. */
const copy = async (bytes: Uint8Array, size: PhotoSize) => {
  const width = photoWidths[size]
  const image = open(bytes)
    .autoOrient()
    .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
  // The largest goes to other sites' previews too, and not all of them read WebP.
  return size === 'large'
    ? image.jpeg({ quality: 80, mozjpeg: true }).toBuffer({ resolveWithObject: true })
    : image.webp({ quality: 78 }).toBuffer({ resolveWithObject: true })
}

/** Makes the copies of an uploaded photo, or says why it cannot be taken. */
export const makePhoto = async (bytes: Uint8Array): Promise<Result<MadePhoto, PhotoProblem>> => {
  try {
    const problem = (await kindProblem(bytes)) ?? (await sizeProblem(bytes))
    if (problem) return refuse(problem)
    const small = await copy(bytes, 'small')
    const medium = await copy(bytes, 'medium')
    const large = await copy(bytes, 'large')
    return ok({
      copies: {
        small: { bytes: small.data, mediaType: 'image/webp' },
        medium: { bytes: medium.data, mediaType: 'image/webp' },
        large: { bytes: large.data, mediaType: 'image/jpeg' },
      },
      width: large.info.width,
      height: large.info.height,
    })
  } catch {
    return refuse('broken')
  }
}
