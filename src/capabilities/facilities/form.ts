import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { parseDate } from '#kernel/date-input.ts'
import {
  type CellReader,
  problemTexts,
  readCoordinates,
  readPhone,
  readPostalCode,
  readTime,
  readUrl,
  readWholeNumber,
} from '#kernel/tables/index.ts'
import { cleanLine, cleanText, countCharacters, isReading, toReading } from '#kernel/text.ts'
import { emptyFacts, type FacilityFacts, type FacilityKind } from './facility.ts'

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string }

type Reader = { readonly sent: Sent; readonly problems: FieldProblem[] }

/** Inputs of one line that are kept as they are typed, with the most characters of each. */
const lines = {
  nameEn: 200,
  nickname: 100,
  address: 200,
  building: 100,
  lot: 100,
  extension: 20,
  days: 50,
  accessibility: 300,
} as const

const texts = { hours: 500, description: 2_000, note: 500 } as const

const tooLong = (most: number): Bilingual =>
  both(`${most.toLocaleString('en')}字以内で書いてください。`, `At most ${most} characters.`)

const readWords = (
  { sent, problems }: Reader,
  name: string,
  clean: { readonly with: (text: string) => string; readonly most: number },
): string => {
  const value = clean.with(sent.text(name))
  if (countCharacters(value) > clean.most) problems.push({ name, text: tooLong(clean.most) })
  return value
}

const readWith = <T>(
  { sent, problems }: Reader,
  name: string,
  read: CellReader<T>,
): T | undefined => {
  const reading = read(sent.text(name))
  if (reading.ok) return reading.value.value
  problems.push({ name, text: problemTexts[reading.error.code] })
  return undefined
}

const readName = (reader: Reader): string => {
  const name = readWords(reader, 'name', { with: cleanLine, most: 200 })
  if (name === '')
    reader.problems.push({ name: 'name', text: both('名称を書いてください。', 'Give the name.') })
  return name
}

const readKana = (reader: Reader): string => {
  const kana = toReading(cleanLine(reader.sent.text('nameKana')))
  if (kana !== '' && !isReading(kana))
    reader.problems.push({
      name: 'nameKana',
      text: both('カタカナで書いてください。', 'Write it in katakana.'),
    })
  return kana
}

const readPlace = ({ sent, problems }: Reader) => {
  const place = readCoordinates(sent.text('latitude'), sent.text('longitude'))
  if (place.ok) return place.value.value
  problems.push({ name: 'latitude', text: problemTexts[place.error.code] })
  return undefined
}

const readCode = (
  { sent, problems }: Reader,
  name: string,
  codes: readonly { readonly code: string }[],
): string | null => {
  const value = sent.text(name)
  if (value === '') return null
  if (codes.some(({ code }) => code === value)) return value
  problems.push({ name, text: both('一覧から選んでください。', 'Choose one of the list.') })
  return null
}

const readAll = (reader: Reader, of: Record<string, number>, clean: (text: string) => string) =>
  Object.fromEntries(
    Object.entries(of).map(([name, most]) => [
      name,
      readWords(reader, name, { with: clean, most }),
    ]),
  )

/** Reads the form of a facility; what the form does not ask for stays as `before` has it. */
export const readFacility = (
  sent: Sent,
  given: {
    readonly city: City
    readonly kinds: readonly FacilityKind[]
    readonly before?: FacilityFacts
  },
): { readonly facts: FacilityFacts; readonly problems: readonly FieldProblem[] } => {
  const reader: Reader = { sent, problems: [] }
  const name = readName(reader)
  const nameKana = readKana(reader)
  const place = readPlace(reader)
  const department = readCode(reader, 'department', given.city.departments)
  const facts: FacilityFacts = {
    ...emptyFacts,
    ...given.before,
    ...readAll(reader, lines, cleanLine),
    ...readAll(reader, texts, cleanText),
    name,
    nameKana,
    kind: readCode(reader, 'kind', given.kinds),
    postalCode: readWith(reader, 'postalCode', readPostalCode) ?? '',
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    phone: readWith(reader, 'phone', readPhone)?.printed ?? '',
    opensAt: readWith(reader, 'opensAt', readTime) ?? '',
    closesAt: readWith(reader, 'closesAt', readTime) ?? '',
    url: readWith(reader, 'url', readUrl) ?? '',
    capacity: readWith(reader, 'capacity', readWholeNumber({ max: 1_000_000 })) ?? null,
    department,
    departmentWords: department ? '' : (given.before?.departmentWords ?? ''),
  }
  return { facts, problems: reader.problems }
}

/** Reads when and why a facility is closed. */
export const readClosing = (
  sent: Sent,
): {
  readonly on: PlainDate | undefined
  readonly reason: string
  readonly problems: readonly FieldProblem[]
} => {
  const problems: FieldProblem[] = []
  const day = parseDate(sent.text('closed_on'))
  if (!day.ok)
    problems.push({
      name: 'closed_on',
      text: both('最後の日を書いてください。', 'Give the last day.'),
    })
  const reason = cleanText(sent.text('reason'))
  if (countCharacters(reason) > 500) problems.push({ name: 'reason', text: tooLong(500) })
  return { on: day.ok ? day.value : undefined, reason, problems }
}
