import type { Language } from '#kernel/bilingual.ts'

/** A text in Japanese, English and やさしい日本語. Japanese is the original; the others may be empty. */
export type Words = { readonly ja: string; readonly en: string; readonly easy: string }

/** How a questionnaire is read: in the page's language, or in やさしい日本語. */
export const readings = ['ja', 'en', 'easy'] as const
export type Reading = (typeof readings)[number]

export const questionKinds = [
  'single',
  'multiple',
  'scale',
  'matrix',
  'number',
  'text',
  'date',
  'area',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A choice, or a column of a matrix. */
export type Choice = {
  /** From 1, its own for ever: what answers hold. Order is the order of the list. */
  readonly code: number
  readonly text: Words
  /** その他: whoever takes it may write what. */
  readonly other: boolean
}

/** Who gave one of these answers goes on there; `end` leads to the end. */
export type Branch = { readonly when: readonly number[]; readonly to: string }

/** 設問. What its kind does not use is empty. */
export type Question = {
  readonly id: string
  readonly kind: QuestionKind
  readonly text: Words
  readonly help: Words
  /** Without an answer the sheet is not taken (on paper it is: 無回答). */
  readonly required: boolean
  /** Offers わからない, which is neither an answer nor none. */
  readonly dontKnow: boolean
  /** Choices of single, multiple and area (its districts), columns of a matrix, points of a scale. */
  readonly choices: readonly Choice[]
  /** Rows of a matrix: each takes one of the choices. */
  readonly rows: readonly { readonly code: number; readonly text: Words }[]
  /** The most choices of a multiple one; null for any number. */
  readonly most: number | null
  /** Bounds of a number, both included; null where there is none. */
  readonly least: number | null
  readonly greatest: number | null
  /** 「人」 behind a number. */
  readonly unit: Words
  /** Only after single, scale and area; the first that fits counts. */
  readonly branches: readonly Branch[]
  /** A heading here begins a section, and a page where there is a page for each. */
  readonly section: Words | null
}

/** 調査票: the questions in their order. */
export type Questionnaire = { readonly questions: readonly Question[] }

export const noWords: Words = { ja: '', en: '', easy: '' }

/** The text as somebody reads it; Japanese where theirs was not written. */
export const read = (words: Words, reading: Reading): string => words[reading] || words.ja

/** The reading that goes with a page's language, or やさしい日本語 where it was asked for. */
export const readingOf = (language: Language, easy: boolean): Reading =>
  easy && language === 'ja' ? 'easy' : language

/** A question of which nothing is set yet. */
export const emptyQuestion = (id: string, kind: QuestionKind): Question => ({
  id,
  kind,
  text: noWords,
  help: noWords,
  required: false,
  dontKnow: false,
  choices: [],
  rows: [],
  most: null,
  least: null,
  greatest: null,
  unit: noWords,
  branches: [],
  section: null,
})

/** Kinds whose answer is one choice. */
export const isOneChoice = (kind: QuestionKind): boolean =>
  kind === 'single' || kind === 'scale' || kind === 'area'

/** Kinds that hold choices. */
export const hasChoices = (kind: QuestionKind): boolean =>
  isOneChoice(kind) || kind === 'multiple' || kind === 'matrix'

/** Most of each thing: a multiple answer is one number of 50 bits, a sheet at most 200 numbers. */
export const most = {
  questions: 100,
  slots: 200,
  choices: 50,
  areas: 400,
  rows: 30,
  text: 2_000,
} as const

/** 問1, 問2: its place among all, from 1. */
export const numberOf = ({ questions }: Questionnaire, id: string): number =>
  questions.findIndex((question) => question.id === id) + 1
