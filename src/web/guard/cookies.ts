/** Reads one cookie from the header's text. */
export const readCookie = (header: string | null | undefined, name: string): string | undefined => {
  if (!header) return undefined
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** A session cookie's name: one for each city, so that one browser may be signed in to several. */
export const sessionCookieName = (slug: string, secure: boolean): string =>
  `${secure ? '__Host-' : ''}session-${slug}`

const tail = (secure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** Sets the session; it ends with the browser's own session unless `maxAge` seconds are given. */
export const sessionCookie = (
  slug: string,
  token: string,
  options: { readonly secure: boolean; readonly maxAge: number },
): string =>
  `${sessionCookieName(slug, options.secure)}=${token}; Max-Age=${options.maxAge}; ${tail(options.secure)}`

/** Takes the session away. */
export const endedSessionCookie = (slug: string, secure: boolean): string =>
  `${sessionCookieName(slug, secure)}=; Max-Age=0; ${tail(secure)}`

/** Remembers the language for a year. */
export const languageCookie = (language: string, secure: boolean): string =>
  `lang=${language}; Max-Age=31536000; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`

/** Remembers, for 30 days, who was last signed in on this browser: so that nobody is shown what another wrote. */
export const writerCookieName = (slug: string, secure: boolean): string =>
  `${secure ? '__Host-' : ''}writer-${slug}`

/** Sets it. `writer` is locked: it tells nothing to whoever reads it. */
export const writerCookie = (slug: string, writer: string, secure: boolean): string =>
  `${writerCookieName(slug, secure)}=${writer}; Max-Age=2592000; ${tail(secure)}`
