import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import { type Answers, type FieldProblem, numberAnswer, textAnswer } from '../forms/index.ts'
import {
  type CallHead,
  type CallMoment,
  type CallState,
  callStateAt,
  isCancelled,
  type ProgrammePreset,
  themedTypes,
} from '../programmes/index.ts'

/** 市が示す事業テーマ: what a department wants to do together with a group. */
export const themeWorkflow = defineWorkflow({
  initial: 'draft',
  states: {
    draft: {
      staff: { ja: '下書き', en: 'Draft' },
      applicant: { ja: '準備中', en: 'In preparation' },
      waitsFor: 'department',
    },
    published: {
      staff: { ja: '公開中', en: 'Public' },
      applicant: { ja: '公開中', en: 'Public' },
    },
    closed: {
      staff: { ja: '終了', en: 'Closed' },
      applicant: { ja: '終了', en: 'Closed' },
      final: true,
    },
  },
  transitions: [
    {
      name: 'publish',
      from: ['draft'],
      to: 'published',
      by: ['department'],
      label: { ja: 'テーマを公開', en: 'Theme published' },
    },
    {
      name: 'revise',
      from: ['published'],
      to: 'published',
      by: ['department'],
      label: { ja: 'テーマを変更', en: 'Theme changed' },
      reasonRequired: true,
    },
    {
      name: 'close',
      from: ['published'],
      to: 'closed',
      by: ['department', 'office'],
      label: { ja: 'テーマを終了', en: 'Theme closed' },
      reasonRequired: true,
    },
  ],
})
export type ThemeState = StateOf<typeof themeWorkflow>
export type ThemeStep = TransitionNameOf<typeof themeWorkflow>

/** The call a theme belongs to, as far as the theme's pages need it. */
export type ThemeCall = {
  readonly id: string
  readonly title: { readonly ja: string; readonly en: string }
  readonly state: CallState
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
  readonly closesAt: string | null
  readonly calendar: CallHead['calendar']
  readonly consultation: CallHead['consultation']
}

export type Theme = {
  readonly id: string
  readonly state: ThemeState
  readonly department: string
  readonly title: string
  readonly summary: string
  /** The most the city bears in one fiscal year; null where the theme sets none. */
  readonly cap: Yen | null
  readonly call: ThemeCall | null
  /** The issue it came from; a title only while that issue is public. */
  readonly issue: { readonly id: string; readonly title: string | null } | null
  readonly publishedAt: Date | null
  readonly updatedAt: Date
}

/** The kind under which timeline, tasks and files know a theme. */
export const themeKind = 'theme'

/** What the timeline and tasks call this theme. */
export const themeSubject = (theme: Pick<Theme, 'id' | 'title'>) => ({
  kind: themeKind,
  id: theme.id,
  title: theme.title,
})

/** The key of the sheet that holds what the department wrote. */
export const themeSheet = (themeId: string) =>
  ({ kind: themeKind, id: themeId, purpose: 'theme' }) as const

/** What a theme is called until its sheet says it. */
export const untitled = '（題名はまだありません）'

/** The theme's title in the reader's language where it has none yet. */
export const shownThemeTitle = (title: string, lang: Language): string =>
  title === untitled && lang === 'en' ? '(no title yet)' : title

const firstLine = (text: string): string => {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  const signs = [...line]
  return signs.length > 120 ? `${signs.slice(0, 119).join('')}…` : line
}

/** What lists and other capabilities need of the sheet; these codes are the city's to keep in its form. */
export const headOfAnswers = (
  answers: Answers,
): { readonly title: string; readonly summary: string; readonly cap: Yen | null } => ({
  title: textAnswer(answers, 'title') || untitled,
  summary: firstLine(textAnswer(answers, 'purpose') || textAnswer(answers, 'content')),
  cap: numberAnswer(answers, 'cap'),
})

/** The most a theme of the programme may offer; null where a themed type has no limit. */
export const capLimit = (definition: ProgrammePreset): Yen | null => {
  const caps = themedTypes(definition).map(({ cap }) => cap)
  return caps.length === 0 || caps.includes(null) ? null : Math.max(...caps.map((cap) => cap ?? 0))
}

/** A theme cannot promise more than its programme. */
export const checkCap = (answers: Answers, definition: ProgrammePreset): FieldProblem[] => {
  const limit = capLimit(definition)
  const cap = numberAnswer(answers, 'cap')
  if (limit === null || cap === null || cap <= limit) return []
  const written = limit.toLocaleString('en')
  return [
    {
      name: 'cap',
      text: {
        ja: `この制度の上限は${written}円です。${written}円以下で記入してください。`,
        en: `The limit of this programme is ¥${written}. Please write at most that.`,
      },
    },
  ]
}

/** Whether groups can answer a theme: not yet, now, or no longer. */
export const themeStateAt = (
  theme: Pick<Theme, 'state' | 'call'>,
  now: Date,
): CallMoment | 'draft' => {
  if (theme.state === 'draft') return 'draft'
  if (theme.state === 'closed' || !theme.call) return 'closed'
  return callStateAt(theme.call, now)
}

/** True for a theme whose call was called off: nobody could answer it. */
export const isCallCancelled = ({ call }: Pick<Theme, 'call'>): boolean =>
  call !== null && isCancelled(call)
