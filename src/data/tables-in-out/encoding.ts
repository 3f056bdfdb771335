import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be'

/** What was found out about the bytes of a text file. */
export type DecodedText = {
  readonly text: string
  readonly encoding: Encoding
  /** Whether the file says so itself by a byte order mark. */
  readonly marked: boolean
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const findMark = (bytes: Uint8Array): (typeof marks)[number] | undefined =>
  marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))

const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  encoding === 'cp932'
    ? iconv.decode(bytes, 'cp932')
    : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

const sampleOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, 65_536)

/**
 * Commas, digits and line ends have a zero byte in UTF-16, in front or behind; no other encoding of
 * text has any.
 */
const guessUtf16 = (bytes: Uint8Array): Encoding | undefined => {
  const zeros = [0, 0]
  sampleOf(bytes).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return undefined
  if (odd > even * 3) return 'utf-16le'
  return even > odd * 3 ? 'utf-16be' : undefined
}

const isStrictUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const countLost = (text: string): number => text.split('\ufffd').length - 1

/**
 * Not wholly UTF-8: CP932, or UTF-8 with a few broken bytes. Japanese in CP932 loses far more as
 * UTF-8 than the other way round.
 */
const guessDamaged = (bytes: Uint8Array): Encoding => {
  const utf8 = decode(bytes, 'utf-8')
  const japanese = (utf8.match(/[\u3040-\u30ff\u4e00-\u9fff\uff00-\uff5e]/g) ?? []).length
  return japanese > countLost(utf8) * 4 ? 'utf-8' : 'cp932'
}

/**
 * Finds the encoding of a text file: its mark, UTF-16 without one, strict UTF-8, then CP932 (the
 * Shift_JIS of Windows, with № and ①). Bytes that mean nothing become U+FFFD.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const marked = findMark(bytes)
  if (marked) {
    const [encoding, mark] = marked
    return { text: decode(bytes.subarray(mark.length), encoding), encoding, marked: true }
  }
  const encoding = guessUtf16(bytes) ?? (isStrictUtf8(bytes) ? 'utf-8' : guessDamaged(bytes))
  return { text: decode(bytes, encoding), encoding, marked: false }
}
