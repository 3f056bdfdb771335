import { normalizeCode } from '../text.ts'
import {
  addRemarks,
  type CellReader,
  found,
  inCell,
  problem,
  type Reading,
  readShort,
  remark,
} from './cell-reading.ts'

/** Decimal degrees of WGS 84 or JGD2011. */
export type Coordinates = { readonly latitude: number; readonly longitude: number }

// 沖ノ鳥島 20.4° to 弁天島 45.6° north, 与那国島 122.9° to 南鳥島 154.0° east, with a little room.
const isLatitude = (degrees: number): boolean => degrees >= 20 && degrees <= 46
const isLongitude = (degrees: number): boolean => degrees >= 122 && degrees <= 155

const readDegrees: CellReader<number> = (cell) =>
  readShort(cell, (text) => {
    const plain = normalizeCode(text)
    if (/^\d{1,3}(\.\d+)?$/.test(plain)) return found(Number(plain))
    const several = (text.normalize('NFKC').match(/\d{2,3}\.\d{2,}/g) ?? []).length > 1
    return problem(several ? 'several-places' : 'not-degrees', cell)
  })

const within =
  (isInside: (degrees: number) => boolean): CellReader<number> =>
  (cell) => {
    const reading = readDegrees(cell)
    if (!reading.ok || reading.value.value === undefined) return reading
    return isInside(reading.value.value) ? reading : problem('outside-japan', cell)
  }

/** Degrees north, 20 to 46. */
export const readLatitude: CellReader<number> = within(isLatitude)

/** Degrees east, 122 to 155. */
export const readLongitude: CellReader<number> = within(isLongitude)

/** Two decimals are a kilometre. */
const isCoarse = (degrees: number): boolean =>
  Math.abs(degrees * 100 - Math.round(degrees * 100)) < 1e-7

const place = (latitude: number, longitude: number, words: string): Reading<Coordinates> => {
  if (isLatitude(longitude) && isLongitude(latitude))
    return found({ latitude: longitude, longitude: latitude }, remark('swapped', words))
  if (!isLatitude(latitude) || !isLongitude(longitude)) return problem('outside-japan', words)
  const reading = found({ latitude, longitude })
  return isCoarse(latitude) && isCoarse(longitude)
    ? addRemarks(reading, remark('coarse', words))
    : reading
}

/**
 * The two cells of a place. Swapped ones are put right and said so; one without the other, and a
 * place outside Japan, are problems.
 */
export const readCoordinates = (latitude: string, longitude: string): Reading<Coordinates> => {
  const words = `${latitude}, ${longitude}`
  const [north, east] = [readDegrees(latitude), readDegrees(longitude)]
  if (!north.ok) return inCell(north, words)
  if (!east.ok) return inCell(east, words)
  const [y, x] = [north.value.value, east.value.value]
  if (y === undefined && x === undefined) return found<Coordinates>(undefined)
  return y === undefined || x === undefined ? problem('half-a-place', words) : place(y, x, words)
}
