import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const maps = new Map<string, SourceMap | undefined>()

const readMap = (bundle: string): SourceMap | undefined => {
  const file = `${fileURLToPath(bundle)}.map`
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Read once, when something has gone wrong for the first time: until then it would only fill memory. */
const mapOf = (bundle: string): SourceMap | undefined => {
  if (!maps.has(bundle)) maps.set(bundle, readMap(bundle))
  return maps.get(bundle)
}

const place = /(file:\/\/[^\s():]+):(\d+):(\d+)/g

const placeInSource = (found: string, bundle: string, line: string, column: string): string => {
  const entry = mapOf(bundle)?.findEntry(Number(line) - 1, Number(column) - 1)
  if (!entry || !('originalSource' in entry)) return found
  const source = entry.originalSource.replace(/^(?:\.\.\/)+/, '')
  return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
}

/**
 * A stack with the places of the bundle told as those of the sources, where the bundle's map lies beside it.
 * Whatever goes wrong in doing so, the stack as it is comes back.
 */
export const readableStack = (stack: string): string => {
  try {
    return stack.replace(place, placeInSource)
  } catch {
    return stack
  }
}
