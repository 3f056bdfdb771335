import { both } from '#kernel/bilingual.ts'
import {
  type Read,
  type Reader,
  readBoth,
  readChoice,
  readerOf,
  readLine,
  readTexts,
  readYear,
  type Sent,
  tell,
} from './form.ts'

export const planKinds = ['guideline', 'plan', 'direction'] as const
export const planStatuses = ['draft', 'final', 'revised'] as const

const readPeriod = (reader: Reader): void => {
  const from = readYear(reader, {
    name: 'period_from',
    label: both('期間のはじめの年度', 'First fiscal year'),
  })
  const to = readYear(reader, {
    name: 'period_to',
    label: both('期間のおわりの年度', 'Last fiscal year'),
  })
  if (from === undefined && to !== undefined)
    tell(
      reader,
      'period_from',
      both('期間のはじめの年度も書いてください。', 'Please write the first fiscal year too.'),
    )
  if (from !== undefined && to !== undefined && to < from)
    tell(
      reader,
      'period_to',
      both(
        '期間のおわりは、はじめより後の年度にしてください。',
        'The last fiscal year must not be before the first.',
      ),
    )
}

/** 2026, 2026-04 or 2026-04-01; no more exactly than it is known. */
const readAdopted = (reader: Reader): void => {
  const value = readLine(reader, { name: 'adopted', label: both('策定', 'Adopted') })
  const tidy = value
    .normalize('NFKC')
    .replace(/[年月/.]/g, '-')
    .replace(/日|-+$/g, '')
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(tidy) ?? []
  if (value === '') return
  const isDay = (text: string | undefined, most: number): boolean =>
    text === undefined || (Number(text) >= 1 && Number(text) <= most)
  if (!year || !isDay(month, 12) || !isDay(day, 31)) {
    tell(
      reader,
      'adopted',
      both(
        '策定は、西暦の年、年月、または年月日で書いてください（例：2027年3月）。',
        'Please write the year, the month or the day of adoption (e.g. 2027-03).',
      ),
    )
    return
  }
  reader.values.adopted = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-')
}

/** Reads what a plan says of itself. `departments` are those in whose name the writer may keep a plan. */
export const readPlanFacts = (
  sent: Sent,
  departments: readonly string[],
  mayBeNobodys: boolean,
): Read => {
  const reader = readerOf(sent)
  readBoth(reader, { name: 'title', label: both('題名', 'Title'), required: true })
  readChoice(reader, { name: 'kind', label: both('計画の種類', 'Kind'), required: true }, planKinds)
  readChoice(
    reader,
    { name: 'status', label: both('版の種類', 'Kind of version'), required: true },
    planStatuses,
  )
  readChoice(
    reader,
    { name: 'department', label: both('主管課', 'Department'), required: !mayBeNobodys },
    departments,
  )
  readPeriod(reader)
  readAdopted(reader)
  readTexts(reader, { name: 'about', label: both('この計画について', 'About'), required: true })
  readLine(reader, { name: 'source', label: both('出典', 'Source') })
  readTexts(reader, { name: 'opinions', label: both('ご意見の出し方', 'How to give opinions') })
  return { values: reader.values, problems: reader.problems }
}
