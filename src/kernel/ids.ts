import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Twelve random characters (60 bits) that are easy to read aloud and tell neither order nor count. */
export const newId = (): string => {
  const bytes = randomBytes(12)
  let id = ''
  for (const byte of bytes) id += alphabet[byte & 31]
  return id
}

/** True for what {@link newId} makes; everything else is a page that does not exist. */
export const isId = (value: string): boolean => /^[0-9a-hjkmnp-tv-z]{12}$/.test(value)
