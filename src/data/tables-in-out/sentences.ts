import type { Bilingual } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import type { TableRefusal } from './limits.ts'

const megabytes = (bytes: number): string =>
  formatNumber(Math.max(1, Math.floor(bytes / 1_000_000)))

type Says = {
  readonly [Kind in TableRefusal['kind']]: (
    refusal: Extract<TableRefusal, { readonly kind: Kind }>,
  ) => Bilingual
}

const says: Says = {
  empty: () => ({
    ja: 'ファイルに何も書かれていません。',
    en: 'There is nothing in the file.',
  }),
  'too-large': ({ most }) => ({
    ja: `ファイルが大きすぎます。${megabytes(most)}MBまでに分けてください。`,
    en: `The file is too large. Split it into files of up to ${megabytes(most)} MB.`,
  }),
  'unpacks-too-large': ({ most }) => ({
    ja: `開くと大きくなりすぎるファイルです（${megabytes(most)}MBまで）。CSVで保存し直してください。`,
    en: `The file becomes too large when opened (up to ${megabytes(most)} MB). Save it as CSV.`,
  }),
  'too-many-rows': ({ most }) => ({
    ja: `行が多すぎます。${formatNumber(most)}行までに分けてください。`,
    en: `There are too many rows. Split it into files of up to ${formatNumber(most)}.`,
  }),
  'too-many-columns': ({ most }) => ({
    ja: `列が多すぎます（${formatNumber(most)}列まで）。`,
    en: `There are too many columns (up to ${formatNumber(most)}).`,
  }),
  'no-such-sheet': ({ sheets }) => ({
    ja: `そのシートはありません。あるシート：${sheets.join('、')}`,
    en: `There is no such sheet. There are: ${sheets.join(', ')}`,
  }),
  'old-excel': () => ({
    ja: '昔の形のExcel（.xls）です。.xlsxで保存し直してください。',
    en: 'This is an old Excel file (.xls). Save it as .xlsx.',
  }),
  locked: () => ({
    ja: 'パスワードがかかっています。外して保存し直してください。',
    en: 'The file has a password. Save it without one.',
  }),
  'not-a-table': () => ({
    ja: '表のファイルではありません。CSVかExcel（.xlsx）を選んでください。',
    en: 'This is not a table. Choose a CSV or Excel (.xlsx) file.',
  }),
  broken: () => ({
    ja: 'ファイルがこわれているため、開けません。もう一度保存したものを選んでください。',
    en: 'The file is damaged and cannot be opened. Save it again and choose that one.',
  }),
  'open-quote': ({ row }) => ({
    ja: `${formatNumber(row)}行目の引用符（"）が閉じていません。`,
    en: `A quotation mark (") in row ${formatNumber(row)} is never closed.`,
  }),
}

/** Why a file is not read, and what to do about it. */
export const sayRefusal = (refusal: TableRefusal): Bilingual =>
  (says[refusal.kind] as (refusal: TableRefusal) => Bilingual)(refusal)
