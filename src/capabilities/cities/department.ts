import type { Bilingual } from '#kernel/bilingual.ts'
import { both } from '#kernel/bilingual.ts'

/** Levels of a city's organisation, from the top. `post` is a person's office: 市長, 教育長. */
export const levels = ['post', 'bureau', 'department', 'division', 'office', 'unit'] as const
export type Level = (typeof levels)[number]

export const levelNames: Readonly<Record<Level, Bilingual>> = {
  post: both('職', 'Post'),
  bureau: both('局', 'Bureau'),
  department: both('部', 'Department'),
  division: both('課', 'Division'),
  office: both('室・出先', 'Office'),
  unit: both('係', 'Unit'),
}

/** 部・課 of the register, whether it is still there or has ended. */
export type Department = {
  readonly code: string
  readonly name: Bilingual
  readonly level: Level
  /** Names of those above it, from the top. */
  readonly above: readonly string[]
  readonly sourceCode: string | null
  readonly phone: string
  readonly position: number
  /** Offered where somebody chooses a department. */
  readonly listed: boolean
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Its name with all those above it: two 総務課 are told apart by it. */
export const wholeName = ({ above, name }: Pick<Department, 'above' | 'name'>): string =>
  [...above, name.ja].join(' ')

/** True when it is no longer there on that day. */
export const hasEnded = ({ endsOn }: Pick<Department, 'endsOn'>, today: string): boolean =>
  endsOn !== null && endsOn < today
