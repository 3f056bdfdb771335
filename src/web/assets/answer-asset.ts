import type { AssetAnswer } from '../site-parts.ts'
import type { Assets } from './build.ts'

/** True when the client takes this coding: named, and not with a weight of nothing (RFC 9110, 12.5.3). */
const takes = (accepts: string, coding: string): boolean =>
  accepts
    .toLowerCase()
    .split(',')
    .some((each) => {
      const [name, weight = ''] = each.split(';').map((part) => part.trim())
      return name === coding && !/^q=0(\.0*)?$/.test(weight)
    })

/**
 * A file of the site in the smallest form the client takes.
 *
 * @param accepts the header Accept-Encoding, or an empty text
 */
export function answerAsset(
  assets: Assets,
  path: string,
  accepts: string,
): AssetAnswer | undefined {
  const asset = assets.serve(path)
  if (!asset) return undefined
  const coding = (['br', 'gzip'] as const).find((each) => takes(accepts, each))
  return {
    body: coding ? asset.encodings[coding] : asset.body,
    headers: {
      'content-type': asset.type,
      'cache-control': asset.immutable
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
      etag: coding ? asset.etag.replace(/"$/, `-${coding}"`) : asset.etag,
      vary: 'accept-encoding',
      ...(coding ? { 'content-encoding': coding } : {}),
    },
  }
}
