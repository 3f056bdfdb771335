import { closeSync, openSync, readSync } from 'node:fs'

/** A bit for each code point of planes 0 to 3, where all letters of these fonts are. */
const codePoints = 0x40000

/** Which code points a font has a letter for. */
export type Coverage = (codePoint: number) => boolean

type Mark = (codePoint: number, glyph: number) => void

// Format 4: segments of the Basic Multilingual Plane (OpenType, "cmap").
const readSegments = (table: Buffer, mark: Mark): void => {
  const length = table.readUInt16BE(6)
  for (let at = 14; at < 14 + length; at += 2) {
    const end = table.readUInt16BE(at)
    const start = table.readUInt16BE(at + length + 2)
    const delta = table.readUInt16BE(at + 2 * length + 2)
    const offsetAt = at + 3 * length + 2
    const offset = table.readUInt16BE(offsetAt)
    for (let code = start; code <= end; code++) {
      const glyph = offset === 0 ? code : table.readUInt16BE(offsetAt + offset + 2 * (code - start))
      mark(code, glyph === 0 ? 0 : (glyph + delta) & 0xffff)
      if (code === 0xffff) break
    }
  }
}

// Format 12: groups over all planes.
const readGroups = (table: Buffer, mark: Mark): void => {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + 12 * group
    const start = table.readUInt32BE(at)
    const glyph = table.readUInt32BE(at + 8)
    for (let code = start; code <= table.readUInt32BE(at + 4); code++)
      mark(code, glyph + code - start)
  }
}

const readTable = (path: string, tag: string): Buffer => {
  const file = openSync(path, 'r')
  const read = (offset: number, length: number) => {
    const bytes = Buffer.alloc(length)
    if (readSync(file, bytes, 0, length, offset) !== length) throw new Error(`cut short: ${path}`)
    return bytes
  }
  try {
    const directory = read(12, 16 * read(4, 2).readUInt16BE(0))
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) === tag)
        return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12))
    }
    throw new Error(`no ${tag} table: ${path}`)
  } finally {
    closeSync(file)
  }
}

/** Reads the character map of a TrueType file. */
export const readCoverage = (path: string): Coverage => {
  const cmap = readTable(path, 'cmap')
  const bits = new Uint8Array(codePoints / 8)
  const mark: Mark = (code, glyph) => {
    if (glyph !== 0 && code < codePoints) bits[code >> 3]! |= 1 << (code & 7)
  }
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * record + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) readSegments(table, mark)
    if (format === 12) readGroups(table, mark)
  }
  return (code) => code < codePoints && (bits[code >> 3]! & (1 << (code & 7))) !== 0
}
