import { describe, expect, test } from 'vitest'
import { capabilities } from '#capabilities/registry.ts'
import { type Import, importsOf, listImports, listSources, readSource } from './imports.ts'

const layers = ['kernel', 'data', 'web', 'capabilities'] as const

const layerOf = (path: string): number => {
  const at = layers.findIndex((layer) => path === layer || path.startsWith(`${layer}/`))
  return at === -1 ? layers.length : at
}

const isTest = (path: string): boolean => /\.(test|types|fixture)\.tsx?$/.test(path)

const capabilityOf = (path: string): string | undefined =>
  /^capabilities\/([^/]+)\//.exec(path)?.[1]

const order = capabilities.map((capability) => capability.name)

/** Why an import breaks the house's rules, or nothing. */
const faultOf = ({ from, target, inside }: Import): string | undefined => {
  if (!inside) return faultOfPackage(from, target)
  if (layerOf(target) > layerOf(from)) return `${from} → ${target}: only layers before`
  const mine = capabilityOf(from)
  const theirs = capabilityOf(target)
  if (theirs && theirs !== mine) return faultAcross(from, target)
  return mine && theirs ? faultInside(from, target) : undefined
}

const faultOfPackage = (from: string, name: string): string | undefined => {
  const isWeb = from.startsWith('web/')
  if (/^hono|^@hono/.test(name) && !isWeb && layerOf(from) < layers.length)
    return `${from} → ${name}: HTTP belongs to web`
  if (/^pg$|^pg-boss$/.test(name) && !from.startsWith('data/'))
    return `${from} → ${name}: the database belongs to data`
  if (name === 'kysely' && !from.startsWith('data/') && !isQueries(from))
    return `${from} → ${name}: SQL belongs to queries`
  return undefined
}

const isQueries = (path: string): boolean => /\/([a-z-]+-)?queries(\.ts$|\/)/.test(path)

const faultAcross = (from: string, target: string): string | undefined => {
  const mine = capabilityOf(from)
  const theirs = capabilityOf(target)
  if (from === 'capabilities/registry.ts') return undefined
  if (!target.endsWith('/index.ts'))
    return `${from} → ${target}: other capabilities only through their door`
  if (mine && order.indexOf(theirs!) > order.indexOf(mine))
    return `${from} → ${target}: only towards an earlier line of the registry`
  return undefined
}

/** Rooms that hold rules: they know kernel and each other, nothing else of the house. */
const isPure = (path: string): boolean =>
  /\/(policy|form|[a-z-]+-rules)\.ts$/.test(path) || /\/domain\//.test(path)

const faultInside = (from: string, target: string): string | undefined => {
  if (isPure(from) && /\/(queries|actions|routes|views)/.test(target))
    return `${from} → ${target}: rules know no database and no page`
  if (
    /\/views\//.test(from) &&
    /\/(queries|actions|routes)/.test(target) &&
    !readSource(from).includes(`import type`)
  )
    return `${from} → ${target}: pages know no database`
  if (isQueries(from) && /\/(actions|routes|views)/.test(target))
    return `${from} → ${target}: queries know only the domain`
  if (/\/actions(\.ts|\/)/.test(from) && /\/(routes|views)/.test(target))
    return `${from} → ${target}: actions know no page`
  return undefined
}

describe('家の決まり', () => {
  const sources = listSources()
  const imports = listImports().filter((one) => !isTest(one.from))

  test('読む対象がある（0件なら、この検査は何も見ていない）', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(imports.length).toBeGreaterThan(500)
  })

  test('どのファイルも、自分より前の層と、許された部屋だけを使う', () => {
    expect(imports.flatMap((one) => faultOf(one) ?? [])).toEqual([])
  })

  test('決まりを破る書き方は、この検査で見つかる', () => {
    const broken = [
      importsOf('kernel/x.ts', "import { a } from '#data/scope.ts'"),
      importsOf('web/x.ts', "import { a } from '#capabilities/groups/index.ts'"),
      importsOf('capabilities/forms/x.ts', "import { a } from '../accounts/queries.ts'"),
      importsOf('capabilities/mails/x.ts', "import { a } from '../forms/index.ts'"),
      importsOf('capabilities/forms/policy.ts', "import { a } from './queries.ts'"),
      importsOf('capabilities/forms/x.ts', "import { Hono } from 'hono'"),
      importsOf('capabilities/forms/views/x.tsx', "import { sql } from 'kysely'"),
    ].flat()
    expect(broken.map((one) => faultOf(one) !== undefined)).toEqual(broken.map(() => true))
  })

  test('時計と環境変数を読むのは入口だけ', () => {
    const reads = sources.filter(
      (path) =>
        !isTest(path) &&
        layerOf(path) < layers.length &&
        /Date\.now\(|new Date\(\)|process\.env/.test(withoutComments(readSource(path))),
    )
    // The server that is started for us needs an environment; it is handed on, not read for settings.
    expect(
      reads.filter(
        (path) => !path.startsWith('data/server/') && !path.startsWith('web/assets/behaviour/'),
      ),
    ).toEqual([])
  })

  test('既定の書き出しと、何でも入れる引き出しを作らない', () => {
    const drawers = sources.filter((path) =>
      /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)/.test(path),
    )
    const defaults = sources.filter((path) => /^export default/m.test(readSource(path)))
    expect({ drawers, defaults }).toEqual({ drawers: [], defaults: [] })
  })

  test('SQL は queries と data だけにある', () => {
    const verbs = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^>]*>)?`/
    const loose = sources.filter(
      (path) =>
        !isTest(path) &&
        path.startsWith('capabilities/') &&
        !isQueries(path) &&
        verbs.test(readSource(path)),
    )
    const web = sources.filter(
      (path) => !isTest(path) && path.startsWith('web/') && verbs.test(readSource(path)),
    )
    expect([...loose, ...web]).toEqual([])
  })

  test('語と説明の間のコロンは、kernel の colon だけが決める', () => {
    const written = (text: string): boolean => /\?\s*['"`]：/.test(text)
    expect(written("lang === 'ja' ? '：' : ': '")).toBe(true)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a file
    expect(written("lang === 'ja' ? `：${title}` : `: ${title}`")).toBe(true)
    expect(sources.filter((path) => !isTest(path) && written(readSource(path)))).toEqual([])
  })

  test('市の名前で枝分かれしない', () => {
    const branches = sources.filter(
      (path) =>
        !isTest(path) &&
        /['"`](kamakura|yamaguchi|kamagaya|chigasaki)['"`]/.test(withoutComments(readSource(path))),
    )
    expect(branches.filter((path) => path !== 'capabilities/accounts/account.ts')).toEqual([])
  })
})

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
