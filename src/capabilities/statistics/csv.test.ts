import { expect, test } from 'vitest'
import { tableCsv } from './csv.ts'
import { tableOf } from './presets.fixture.ts'

test('一行に一つの数があり、母数・基準日・出典とはなれない', () => {
  const table = tableOf('kamakura', 'survey-willingness')
  const [head, first, ...rest] = tableCsv(table, 'ja').split('\r\n')
  expect(head).toBe(
    '\ufeff表ID,表題,項目コード,項目,列コード,列,基準日,単位,値,母数,割合（計算）,印刷のとおり,割合から復元,出典',
  )
  expect(first).toBe(
    'survey-willingness,協働によるまちづくりについて,active,積極的に協働によるまちづくりに取り組みたい,final,令和元年（2019年）9月（指針、回答数103団体）,2019-09-30,団体,28,103,27.2,27.2,1,001 §3(3) K072',
  )
  expect(rest).toHaveLength(table.rows.length)
})
