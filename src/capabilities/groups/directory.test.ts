import { expect, test } from 'vitest'
import { filterQuery, readFilter, wholeDirectory, without } from './directory.ts'
import { facetsOf } from './facets.ts'
import { emptyIntroduction } from './introduction.ts'
import { cityOf } from './presets.fixture.ts'
import { emptyProfile } from './profile.ts'

const city = cityOf('chigasaki')
const read = (query: string) => readFilter(new URLSearchParams(query), city)

test('どんな順に書いても、同じ条件は同じ住所になる', () => {
  const one = filterQuery(
    read('recruiting=yes&field=environment&q=海&area=koide&field=culture&page=1'),
  )
  const other = filterQuery(read('area=koide&q=海&field=culture&field=environment&recruiting=yes'))
  expect(one.toString()).toBe(other.toString())
  expect(filterQuery(read(one.toString())).toString()).toBe(one.toString())
})

test('市の知らない値、読めない値は、なかったことになる', () => {
  expect(
    read('field=xyz&area=nowhere&day=someday&sort=best&view=globe&page=-4&recruiting=1'),
  ).toEqual(wholeDirectory)
})

test('言葉があれば合う順、なければ五十音順が、ふつうの順', () => {
  expect(read('q=海').sort).toBe('match')
  expect(read('sort=match').sort).toBe('reading')
  expect(filterQuery(read('q=海&sort=match')).has('sort')).toBe(false)
  expect(filterQuery(read('q=海&sort=reading')).get('sort')).toBe('reading')
})

test('条件を1つ外すと1ページ目に戻り、ほかの条件は残る', () => {
  const filter = read('field=environment&field=culture&beginners=yes&page=4')
  expect(without(filter, 'field', 'culture')).toMatchObject({
    field: ['environment'],
    beginners: true,
    page: 1,
  })
  expect(without(filter, 'beginners').beginners).toBe(false)
})

test('公開していない答えは、しぼりこみにも並べかえにも使わない', () => {
  const answers = {
    fields: ['environment'],
    recruiting: true,
    areas: ['koide'],
    day_kinds: ['saturday', 'someday'],
    beginners: true,
    members: 12,
    legal_form: 'npo',
  }
  expect(facetsOf(emptyProfile, answers)).toEqual({
    fields: [],
    recruiting: false,
    areas: [],
    days: [],
    beginners: false,
    publicMembers: null,
    legalForm: '',
  })
  const entries = Object.keys(answers).map((code) => ({
    code,
    kind: 'text' as const,
    label: { ja: '', en: '' },
    text: { ja: 'x', en: 'x' },
  }))
  const introduced = {
    ...emptyIntroduction,
    weekdays: ['tue', 'sun'],
    bands: ['evening'],
  }
  expect(facetsOf(emptyProfile, answers, introduced)).toMatchObject({
    days: ['weekday-evening', 'sunday'],
    beginners: false,
  })
  expect(facetsOf({ ...emptyProfile, entries }, answers)).toEqual({
    fields: ['environment'],
    recruiting: true,
    areas: ['koide'],
    days: ['saturday'],
    beginners: true,
    publicMembers: 12,
    legalForm: 'npo',
  })
})
