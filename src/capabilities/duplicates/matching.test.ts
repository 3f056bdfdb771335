import { describe, expect, test } from 'vitest'
import { countPoints, isListed, kindsThatCount, mostHolders, strengthOf } from './matching.ts'
import { isQuiet } from './suspicion.ts'

describe('疑いの強さ', () => {
  test.each([
    [['corporate'], 'certain'],
    [['name', 'kana'], 'strong'],
    [['name', 'phone'], 'strong'],
    [['name'], 'possible'],
    [['phone', 'representative'], 'possible'],
    [['representative'], 'weak'],
    [['address'], undefined],
  ] as const)('%s が同じなら %s', (kinds, strength) => {
    expect(strengthOf(countPoints(kinds))).toBe(strength)
  })

  test('人のことだけが同じときは、強い疑いにならない（代表を二つ務める人がいる）', () => {
    const people = ['representative', 'phone', 'email', 'address'] as const
    expect(strengthOf(countPoints(people))).toBe('possible')
    expect(strengthOf(countPoints([...people, 'kana']))).toBe('certain')
  })

  test('一覧に出すのは、中くらいから', () => {
    expect([isListed(39), isListed(40)]).toEqual([false, true])
  })
})

test('9つ以上の団体に共通のもの（センターの住所など）は数えない。法人番号は数える', () => {
  const common = (holders: number) => kindsThatCount([{ kind: 'address', holders }])
  expect(mostHolders).toBe(8)
  expect([common(8), common(9)]).toEqual([['address'], []])
  expect(kindsThatCount([{ kind: 'corporate', holders: 10 }])).toEqual(['corporate'])
})

test('別の団体と確かめた組は、新しく同じところが見つかったときだけ、また出る', () => {
  const verdict = { kinds: ['name', 'kana'] } as const
  expect(isQuiet(['name'], verdict)).toBe(true)
  expect(isQuiet(['name', 'phone'], verdict)).toBe(false)
  expect(isQuiet(['name'], undefined)).toBe(false)
})
