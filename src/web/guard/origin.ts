/**
 * Tells whether a changing request comes from a page of this site.
 * Browsers since 2023 say so in Sec-Fetch-Site; older ones send Origin with every POST. A request with
 * neither is no browser's form and is refused.
 */
export const isOwnOrigin = (headers: Headers, publicUrl: string): boolean => {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  if (!origin || origin === 'null') return false
  const host = headers.get('host')
  try {
    const from = new URL(origin)
    return from.origin === new URL(publicUrl).origin || from.host === host
  } catch {
    return false
  }
}
