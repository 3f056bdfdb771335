import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits, safe in addresses and cookies. It is given once and never stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
