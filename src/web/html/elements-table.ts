import type { Container, Void } from './attributes.ts'

interface Cell {
  colspan: number
  rowspan: number
  headers: string
}

/** Tables of data. A header cell always says what it heads. */
export interface TableElements {
  table: Container
  caption: Container
  colgroup: Container
  col: Void<{ span: number }>
  thead: Container
  tbody: Container
  tfoot: Container
  tr: Container
  th: Container<Cell & { abbr: string }, { scope: 'col' | 'row' | 'colgroup' | 'rowgroup' }>
  td: Container<Cell>
}
