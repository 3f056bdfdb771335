import { foldForSearch } from '#kernel/text.ts'
import { licenceFor, nameOf, type Offer } from '../catalogue.ts'

/** What of an offer can be named in `fq`, as `field:value`. */
const fields: Readonly<Record<string, (offer: Offer) => readonly string[]>> = {
  name: (offer) => [nameOf(offer)],
  organization: ({ city }) => [city.slug],
  license_id: (offer) => [licenceFor(offer).id],
  tags: ({ dataset }) => dataset.keywords.map(({ ja }) => ja),
  res_format: () => ['CSV', 'JSON'],
  type: () => ['dataset'],
  state: () => ['active'],
  private: () => ['false'],
}

type Filter = (offer: Offer) => boolean

/** One `field:value` or `field:"a value"`; `-` or `NOT` before it turns it round. */
const part = /(?:^|\s+)(?:AND\s+)?(?:(-|NOT\s+)|\+)?(\w+):(?:"([^"]*)"|(\S+))/gy

/** Reads `fq`; undefined for what is not understood, which CKAN refuses as well. */
export const readFilter = (fq: string): Filter | undefined => {
  const filters: Filter[] = []
  let read = 0
  for (const found of fq.trim().matchAll(part)) {
    const [whole, not, name = '', quoted, bare] = found
    const valuesOf = fields[name]
    if (!valuesOf) return undefined
    const wanted = quoted ?? bare ?? ''
    filters.push((offer) => (wanted === '*' || valuesOf(offer).includes(wanted)) !== Boolean(not))
    read = found.index + whole.length
  }
  return read === fq.trim().length ? (offer) => filters.every((one) => one(offer)) : undefined
}

const folded = new WeakMap<object, string>()

const foldedOf = (thing: object, texts: readonly string[]): string => {
  const known = folded.get(thing)
  if (known !== undefined) return known
  const made = foldForSearch(texts.join(' '))
  folded.set(thing, made)
  return made
}

/** Reads `q`: every word stands somewhere in what the catalogue says of it. */
export const readWords = (q: string): Filter => {
  const words = foldForSearch(q === '*:*' ? '' : q)
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
  return ({ dataset, city }) => {
    const { title, description, keywords, code } = dataset
    const said = [title, description, ...keywords].flatMap(({ ja, en }) => [ja, en])
    const ofDataset = foldedOf(dataset, [code, ...said])
    const ofCity = foldedOf(city, [city.name.ja, city.name.en, city.name.kana, city.slug])
    return words.every((word) => ofDataset.includes(word) || ofCity.includes(word))
  }
}
