import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import {
  type CellReader,
  type Column,
  cellOf,
  type HeaderMatch,
  matchHeader,
} from '#kernel/tables/index.ts'
import { readTable, type TableFile } from './index.ts'

const folder = new URL('../../../tests/data/', import.meta.url)

/** A file of tests/data, read as an import reads it. */
export const openFile = async (path: string): Promise<TableFile> => {
  const file = await readTable(readFileSync(new URL(path, folder)), { name: path })
  expect(file.ok, path).toBe(true)
  if (!file.ok) throw new Error(file.error.kind)
  return file.value
}

/** The first table of a file under the columns that an import knows. */
export const openTable = async (
  path: string,
  columns: readonly Column[],
): Promise<{ readonly file: TableFile; readonly match: HeaderMatch }> => {
  const file = await openFile(path)
  return { file, match: matchHeader(file.tables[0]!, columns) }
}

/** What a column's cells came to: values, empty cells, and each remark and problem with its rows. */
export type Tally = {
  readonly values: number
  readonly empty: number
  readonly remarks: Readonly<Record<string, readonly number[]>>
  readonly problems: Readonly<Record<string, readonly number[]>>
}

/** Reads a whole column and counts what comes of it. */
export const tally = (match: HeaderMatch, code: string, read: CellReader<unknown>): Tally => {
  const remarks: Record<string, number[]> = {}
  const problems: Record<string, number[]> = {}
  const note = (list: Record<string, number[]>, name: string, row: number): void => {
    list[name] = [...(list[name] ?? []), row]
  }
  let [values, empty] = [0, 0]
  for (const row of match.rows) {
    const reading = read(cellOf(match, row, code))
    if (!reading.ok) note(problems, reading.error.code, row.number)
    else {
      if (reading.value.value === undefined) empty += 1
      else values += 1
      for (const remark of reading.value.remarks) note(remarks, remark.code, row.number)
    }
  }
  return { values, empty, remarks, problems }
}

const column = (
  code: string,
  kind: Column['kind'],
  names: readonly string[],
  required = false,
): Column => ({ code, kind, names, required })

/** Facilities in both generations of the standard and as cities name the columns themselves. */
export const facilityColumns: readonly Column[] = [
  column('city', 'municipal-code', ['全国地方公共団体コード', '都道府県コード又は市区町村コード']),
  column('id', 'code', ['ID', 'NO', '#property']),
  column('name', 'line', ['名称', 'name', '要配慮者利用施設名称'], true),
  column('kana', 'line', ['名称_カナ']),
  column(
    'address',
    'line',
    ['住所', '所在地_連結表記', '所在地_連結標記', '所在地', 'address'],
    true,
  ),
  column('postal', 'postal-code', ['郵便番号']),
  column('latitude', 'latitude', ['緯度', 'latitude']),
  column('longitude', 'longitude', ['経度', 'longitude']),
  column('phone', 'phone', ['電話番号', 'telephoneNumber', 'TEL']),
  column('opens', 'time', ['開始時間', '利用開始時間', 'startTime']),
  column('closes', 'time', ['終了時間', '利用終了時間', 'endTime']),
  column('url', 'url', ['URL', 'referenceObject']),
  column('corporate', 'corporate-number', ['法人番号']),
  column('department', 'line', ['団体名', '所管課']),
]

/** Events in the 80 columns of the standard, and as a hand-made list calls them. */
export const eventColumns: readonly Column[] = [
  column('city', 'municipal-code', ['全国地方公共団体コード']),
  column('corporate', 'corporate-number', ['法人番号']),
  column('id', 'code', ['ID', 'NO']),
  column('name', 'line', ['イベント名', '行事名'], true),
  column('from', 'date', ['開始日', '開催日'], true),
  column('to', 'date', ['終了日']),
  column('opens', 'time', ['開始時間', '開始時刻']),
  column('closes', 'time', ['終了時間', '終了時刻']),
  column('keywords', 'list', ['キーワード']),
  column('fee', 'text', ['料金(詳細)', '料金']),
  column('capacity', 'whole-number', ['定員']),
  column('place', 'line', ['場所名称']),
  column('latitude', 'latitude', ['緯度']),
  column('longitude', 'longitude', ['経度']),
  column('phone', 'phone', ['連絡先電話番号', 'TEL']),
  column('page', 'url', ['コンテンツURL']),
  column('url', 'url', ['URL']),
]

/** code4fukui/localgovjp: codes of five digits without their zero, of six with it. */
export const municipalityColumns: readonly Column[] = [
  column('code5', 'municipal-code', ['cid'], true),
  column('code6', 'municipal-code', ['lgcode']),
  column('prefecture', 'line', ['pref'], true),
  column('name', 'line', ['city'], true),
  column('kana', 'line', ['citykana']),
  column('latitude', 'latitude', ['lat']),
  column('longitude', 'longitude', ['lng']),
  column('url', 'url', ['url']),
]
