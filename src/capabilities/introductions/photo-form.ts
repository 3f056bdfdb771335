import { cleanLine, countCharacters, normalizeCode } from '#kernel/text.ts'
import type { FormBody } from '#web/form-data.ts'
import type { FieldProblem } from '../forms/index.ts'
import type { NewPhoto, PhotoChanges } from './actions/photos.ts'
import { type Photo, photoLimits } from './photo.ts'
import { fieldProblems } from './problem-texts.ts'

/** How many photos can be added at once. */
export const slots = [1, 2, 3] as const

/** A photo of one slot of the form. */
export type SlotPhoto = NewPhoto & { readonly number: number }

const altProblem = (alt: string) => {
  if (alt === '') return fieldProblems.alt
  return countCharacters(alt) > photoLimits.alt ? fieldProblems.altLong : undefined
}

/** Photos that are ready to be added; slots with something missing, and what. */
export const readNewPhotos = (
  form: FormBody,
): { readonly photos: readonly SlotPhoto[]; readonly problems: readonly FieldProblem[] } => {
  const photos: SlotPhoto[] = []
  const problems: FieldProblem[] = []
  for (const number of slots) {
    const [upload] = form.files(`photo_${number}`)
    const alt = cleanLine(form.text(`alt_${number}`))
    const altEn = cleanLine(form.text(`alt_en_${number}`)).slice(0, 200)
    if (!upload) {
      if (alt !== '') problems.push({ name: `photo_${number}`, text: fieldProblems.photo })
      continue
    }
    const text = altProblem(alt)
    if (text) problems.push({ name: `alt_${number}`, text })
    else photos.push({ number, upload, alt, altEn })
  }
  if (photos.length === 0 && problems.length === 0)
    problems.push({ name: 'photo_1', text: fieldProblems.photo })
  if (form.text('consent') !== 'yes')
    problems.push({ name: 'consent', text: fieldProblems.consent })
  return { photos, problems }
}

/** Words and order of photos as answers of a form, so that two people's changes can be told apart. */
export const asAnswers = (photos: readonly Photo[]): Record<string, string> =>
  Object.fromEntries(
    photos.flatMap((photo, at) => [
      [`alt.${photo.id}`, photo.alt],
      [`alt_en.${photo.id}`, photo.altEn],
      [`order.${photo.id}`, String(at + 1)],
    ]),
  )

/** What the list of photos was sent as; a photo that another took off meanwhile is left out. */
export const sentAnswers = (form: FormBody, photos: readonly Photo[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asAnswers(photos)).map(([name, stored]) => [
      name,
      form.has(name) ? cleanLine(form.text(name)) : stored,
    ]),
  )

const orderOf = (typed: string | undefined, stored: number): number => {
  const number = Number(normalizeCode(typed ?? ''))
  return Number.isFinite(number) && typed !== '' ? number : stored
}

/** The photos as they are to be, and what is wrong with their words. */
export const readChanges = (
  answers: Readonly<Record<string, string>>,
  form: FormBody,
  photos: readonly Photo[],
): { readonly changes: PhotoChanges; readonly problems: readonly FieldProblem[] } => {
  const known = new Set(photos.map(({ id }) => id))
  const removed = form.all('remove').filter((id) => known.has(id))
  const cover = known.has(form.text('cover')) ? form.text('cover') : undefined
  const changed = photos.map((photo) => ({
    id: photo.id,
    alt: answers[`alt.${photo.id}`] ?? photo.alt,
    altEn: (answers[`alt_en.${photo.id}`] ?? photo.altEn).slice(0, 200),
    position: orderOf(answers[`order.${photo.id}`], photo.position),
    cover: cover ? photo.id === cover : photo.cover,
  }))
  const problems = changed
    .filter(({ id }) => !removed.includes(id))
    .flatMap(({ id, alt }): FieldProblem[] => {
      const text = altProblem(alt)
      return text ? [{ name: `alt.${id}`, text }] : []
    })
  return { changes: { photos: changed, removed }, problems }
}
