/** Pages that an address can ask for; beyond them nobody turns pages any more. */
const last = 10_000

/**
 * The page of a list that the address asks for with `?page=`, from 1 to `most`. What is no number asks for the
 * first; a larger one for the last that there can be.
 */
export const pageAsked = (query: URLSearchParams, most = last): number => {
  const asked = query.get('page') ?? ''
  const page = /^\d{1,9}$/.test(asked) ? Number(asked) : 1
  return Math.min(Math.max(page, 1), most)
}
