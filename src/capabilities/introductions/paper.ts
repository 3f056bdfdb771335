import { fiscalYearOf, type PlainDate } from '#kernel/calendar.ts'
import type { Moderation } from './moderation.ts'
import type { AskedPaper, PaperKind } from './preset.ts'

/** A paper as it was given: of which year, and who may read it. */
export type Paper = {
  readonly id: string
  readonly groupId: string
  readonly kind: PaperKind
  readonly fiscalYear: number | null
  readonly public: boolean
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly addedAt: Date
  readonly moderation: Moderation
  readonly hiddenReason: string | null
}

/** Which papers are opened or closed to everyone, and which go. */
export type PaperChanges = {
  readonly opened: readonly Pick<Paper, 'id' | 'public'>[]
  readonly removed: readonly string[]
}

/**
 * What somebody changed on the list of papers as it was shown. Where the box stands as it did, nothing was asked,
 * whatever another person has opened, closed or added meanwhile; a paper that is new to the list stays as it is.
 */
export const readPaperChanges = (
  sent: Readonly<Record<'shown' | 'wasPublic' | 'isPublic' | 'removed', readonly string[]>>,
  papers: readonly Pick<Paper, 'id' | 'public'>[],
): PaperChanges => ({
  opened: papers
    .filter(({ id }) => sent.shown.includes(id))
    .map(({ id }) => ({ id, was: sent.wasPublic.includes(id), public: sent.isPublic.includes(id) }))
    .filter((box) => box.was !== box.public)
    .map(({ id, public: open }) => ({ id, public: open })),
  removed: papers.map(({ id }) => id).filter((id) => sent.removed.includes(id)),
})

/** A paper that the city asks for and that is not there. */
export type MissingPaper = {
  readonly kind: AskedPaper['kind']
  readonly fiscalYear: number | null
  readonly asked: AskedPaper['asked']
}

/** The year whose paper is asked for today; that of the year before until this year's is due. */
const yearAsked = (asked: AskedPaper, today: PlainDate): number => {
  const year = fiscalYearOf(today)
  const [month = 4] = (asked.due ?? '04-01').split('-').map(Number)
  const dueOn = `${month < 4 ? year + 1 : year}-${asked.due ?? '04-01'}`
  return year - asked.yearsBack - (today > dueOn ? 0 : 1)
}

/**
 * What is missing of what the city asks for. Nothing is asked of years before the group was registered.
 * A paper out of sight counts as given: the desk has seen it.
 */
export const missingPapers = (
  asked: readonly AskedPaper[],
  given: readonly Pick<Paper, 'kind' | 'fiscalYear'>[],
  group: { readonly today: PlainDate; readonly registeredOn: PlainDate | null },
): readonly MissingPaper[] =>
  asked.flatMap((one): readonly MissingPaper[] => {
    const fiscalYear = one.perYear ? yearAsked(one, group.today) : null
    const since = group.registeredOn && fiscalYearOf(group.registeredOn)
    if (fiscalYear !== null && since !== null && fiscalYear < since) return []
    const there = given.some(
      (paper) => paper.kind === one.kind && (!one.perYear || paper.fiscalYear === fiscalYear),
    )
    return there ? [] : [{ kind: one.kind, fiscalYear, asked: one.asked }]
  })

/** Papers by fiscal year, the newest first; those of no year stand at the beginning. */
export const byYear = (
  papers: readonly Paper[],
): readonly { readonly year: number | null; readonly papers: readonly Paper[] }[] => {
  const years = [...new Set(papers.map(({ fiscalYear }) => fiscalYear))].sort(
    (a, b) => (b ?? 9999) - (a ?? 9999),
  )
  return years.map((year) => ({
    year,
    papers: papers.filter(({ fiscalYear }) => fiscalYear === year),
  }))
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/plain': 'txt',
}

/** A name that says what it is, with the ending of what the bytes are. */
export const downloadName = (
  paper: Pick<Paper, 'fileName' | 'mediaType'>,
  words: { readonly group: string; readonly kind: string; readonly year: string },
): string => {
  const own = /\.([a-z0-9]+)$/i.exec(paper.fileName)?.[1]?.toLowerCase()
  const ending = endings[paper.mediaType] ?? own ?? 'bin'
  const parts = [words.group, words.kind, words.year].filter((part) => part !== '')
  return `${parts.join('_').replace(/[\\/:*?"<>|\s]+/g, '_')}.${ending}`
}
