import type { Language } from '#kernel/bilingual.ts'
import { formatCell } from './figures.ts'
import { composeSignature, type Signature } from './signature.ts'

/** A label and what stands beside it. Line breaks in `value` are kept; an empty line parts paragraphs. */
export type Row = { readonly label: string; readonly value: string }

/** One column of a table. `width` is its share of the line, so 1 and 3 mean a quarter and three quarters. */
export type Column = {
  readonly label: string
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  /** Written after (円) or before (¥) every number of the column. */
  readonly unit?: 'yen'
}

/** Numbers are written with thousands separators, negative ones with ▲ in Japanese, and to the right. */
export type Cell = string | number

export type Table = {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly [Column, ...Column[]]
  readonly rows: readonly (readonly Cell[])[]
  readonly total?: readonly Cell[]
}

/** The pieces that may stand in every kind of document. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | Table
  | {
      readonly kind: 'list'
      readonly items: readonly string[]
      readonly ordered?: boolean
      /** True where the items bring numbers of their own. */
      readonly unmarked?: boolean
    }
  /** A frame to write in by hand, so many lines high. */
  | { readonly kind: 'writing'; readonly lines: number }
  | { readonly kind: 'signatures'; readonly sides: readonly Signature[] }
  | { readonly kind: 'note'; readonly text: string }

/** A headed part of a document. */
export type Section = { readonly title: string; readonly blocks: readonly Block[] }

const composeTable = (table: Table, lang: Language) => {
  const wide = (cells: readonly Cell[]) =>
    table.columns.map((column, at) => formatCell(cells[at] ?? '', column.unit, lang))
  const holdsNumbers = (at: number) => table.rows.some((row) => typeof row[at] === 'number')
  return {
    kind: table.kind,
    caption: table.caption ?? null,
    columns: table.columns.map(({ label, width, align }, at) => ({
      label,
      width: Math.max(width, 0.01),
      align: align ?? (holdsNumbers(at) ? 'right' : 'left'),
    })),
    rows: table.rows.map(wide),
    total: table.total ? wide(table.total) : null,
  }
}

/** What the templates need of the blocks: every optional part said, every figure written out. */
export const composeBlocks = (blocks: readonly Block[] | undefined, lang: Language) =>
  (blocks ?? []).map((block) => {
    switch (block.kind) {
      case 'heading':
        return { ...block, level: block.level ?? 1 }
      case 'table':
        return composeTable(block, lang)
      case 'list':
        return { ...block, ordered: block.ordered ?? false, unmarked: block.unmarked ?? false }
      case 'signatures':
        return { kind: block.kind, sides: block.sides.map((side) => composeSignature(side, lang)) }
      default:
        return block
    }
  })

/** Sections with their blocks made ready. */
export const composeSections = (sections: readonly Section[] | undefined, lang: Language) =>
  (sections ?? []).map(({ title, blocks }) => ({ title, blocks: composeBlocks(blocks, lang) }))
