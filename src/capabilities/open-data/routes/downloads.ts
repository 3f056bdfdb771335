import { NotFound } from '#kernel/refusals.ts'
import type { StreamAnswer } from '#web/answer.ts'
import type { Dataset } from '#web/dataset.ts'
import type { PageRequest } from '#web/route.ts'
import { csvPart, type Encoding, encodings, jsonPart } from '../files.ts'

const charsets: Readonly<Record<Encoding, string>> = { 'utf-8': 'utf-8', cp932: 'Windows-31J' }

/** The encoding that `?encoding=` asks for. @throws NotFound for one in which nothing is given */
export const encodingAsked = (query: URLSearchParams): Encoding => {
  const asked = query.get('encoding') || 'utf-8'
  const found = encodings.find((encoding) => encoding === asked)
  if (!found) throw new NotFound('encoding')
  return found
}

const fileOf = (
  { city }: PageRequest,
  dataset: Dataset,
  { ending, type }: { readonly ending: string; readonly type: string },
) =>
  ({
    kind: 'stream',
    status: 200,
    type,
    fileName: `${city.code}_${city.slug}_${dataset.code}${ending}`,
    shared: true,
    open: true,
  }) as const

/** The data as CSV, piece by piece. */
export const downloadCsv = (request: PageRequest, dataset: Dataset): StreamAnswer => {
  const encoding = encodingAsked(request.query)
  const place = { city: request.city, publicUrl: request.site.publicUrl }
  const ending = encoding === 'cp932' ? '_cp932.csv' : '.csv'
  return {
    ...fileOf(request, dataset, { ending, type: `text/csv; charset=${charsets[encoding]}` }),
    part: async (scope, after) =>
      csvPart(dataset, await dataset.read(scope, place.city, after), {
        place,
        encoding,
        first: after === undefined,
      }),
  }
}

/** The data as JSON, piece by piece. The mark before the cursor tells whether a record stands before it. */
export const downloadJson = (request: PageRequest, dataset: Dataset): StreamAnswer => {
  const place = { city: request.city, publicUrl: request.site.publicUrl }
  return {
    ...fileOf(request, dataset, { ending: '.json', type: 'application/json; charset=utf-8' }),
    part: async (scope, after) => {
      const any = after?.startsWith('+') ?? false
      const part = await dataset.read(scope, place.city, after?.slice(1))
      const written = jsonPart(dataset, part, { place, first: after === undefined, any })
      const mark = any || part.rows.length > 0 ? '+' : '-'
      return {
        bytes: written.bytes,
        next: written.next === undefined ? undefined : `${mark}${written.next}`,
      }
    },
  }
}
