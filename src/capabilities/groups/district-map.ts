import type { Language } from '#kernel/bilingual.ts'
import type { CityArea } from '#kernel/city.ts'

/** The measures of a drawing, in its own units. */
export type MapFrame = {
  readonly width: number
  readonly height: number
  readonly edge: number
  /** Height of a name's letters. */
  readonly letter: number
  readonly largest: number
  readonly smallest: number
}

/** Beside text on a desk; and upright on a phone, where a drawing of the same units would be too small to read. */
export const mapFrames = {
  wide: { width: 640, height: 520, edge: 70, letter: 14, largest: 34, smallest: 13 },
  narrow: { width: 340, height: 560, edge: 36, letter: 12.5, largest: 26, smallest: 12 },
} as const satisfies Record<string, MapFrame>
export type MapShape = keyof typeof mapFrames

/** A district on the map: where its circle stands, and how large it is. */
export type DrawnDistrict = {
  readonly area: CityArea
  readonly name: string
  /** The name as it stands below the circle. */
  readonly short: string
  readonly count: number
  readonly x: number
  readonly y: number
  readonly r: number
}

/** A circle with its name below it: half as wide as the wider of both. */
type Point = { x: number; y: number; r: number; half: number }
type Corner = Pick<Point, 'x' | 'y'>

const labelHeightOf = ({ letter }: MapFrame): number => letter + 4

/** Areas of circles are as the numbers; a district without groups is a dot. */
const radiusOf = (count: number, most: number, { largest, smallest }: MapFrame): number =>
  count === 0 ? 5 : Math.max(smallest, largest * Math.sqrt(count / most))

/** Kanji and kana are as wide as high, Latin letters about half. */
const halfWidth = (name: string, { letter }: MapFrame): number =>
  [...name].reduce((sum, sign) => sum + (/[\u3000-\u9fff]/.test(sign) ? 0.515 : 0.286), 0) * letter

const round = (value: number): number => Math.round(value * 10) / 10

/**
 * From 0 to 1 along one axis: half by distance and half by order. Districts in the crowded middle of a city move
 * apart, those far out come nearer, and what lies north stays north.
 */
const along = (values: readonly number[]): readonly number[] => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const order = [...new Set(values)].sort((a, b) => a - b)
  return values.map((value) => {
    const byDistance = high === low ? 0.5 : (value - low) / (high - low)
    const byOrder = order.length === 1 ? 0.5 : order.indexOf(value) / (order.length - 1)
    return (byDistance + byOrder) / 2
  })
}

const overlapOf = (a: Point, b: Point, frame: MapFrame) => ({
  x: a.half + b.half + 6 - Math.abs(a.x - b.x),
  // The name of the upper one stands between the two.
  y: a.r + b.r + labelHeightOf(frame) + 4 - Math.abs(a.y - b.y),
})

/** Moves two apart, the shorter way, as far as they or their names cover each other. */
const part = (a: Point, b: Point, frame: MapFrame): boolean => {
  const over = overlapOf(a, b, frame)
  if (over.x <= 0 || over.y <= 0) return false
  const axis = over.x < over.y ? 'x' : 'y'
  const way = a[axis] <= b[axis] ? -1 : 1
  a[axis] += (way * over[axis]) / 2
  b[axis] -= (way * over[axis]) / 2
  return true
}

const keepInside = (point: Point, frame: MapFrame): void => {
  const { width, height } = frame
  point.x = Math.min(Math.max(point.x, point.half + 6), width - point.half - 6)
  point.y = Math.min(Math.max(point.y, point.r + 12), height - point.r - labelHeightOf(frame) - 10)
}

const rounds = 400

const spread = (points: readonly Point[], frame: MapFrame): void => {
  for (let turn = 0; turn < rounds; turn += 1) {
    let moved = false
    for (const [at, one] of points.entries())
      for (const other of points.slice(at + 1)) moved = part(one, other, frame) || moved
    for (const point of points) keepInside(point, frame)
    if (!moved) return
  }
}

/** A name as it stands in the drawing: that all of them are districts goes without saying. */
export const shortName = (name: string): string =>
  name.replace(/(?<=..)(地区|地域)$/u, '').replace(/ (district|area)$/iu, '')

type Asked = {
  readonly counts: ReadonlyMap<string, number>
  readonly lang: Language
  readonly shape: MapShape
}

/**
 * Places the districts: roughly where they are, as far as their circles and names leave room for each other. The
 * same numbers always give the same drawing.
 */
export const drawDistricts = (
  areas: readonly CityArea[],
  { counts, lang, shape }: Asked,
): readonly DrawnDistrict[] => {
  const frame = mapFrames[shape]
  const placed = areas.flatMap((area) => (area.place ? [{ area, place: area.place }] : []))
  const eastward = along(placed.map(({ place }) => place.longitude))
  const northward = along(placed.map(({ place }) => place.latitude))
  const most = Math.max(1, ...placed.map(({ area }) => counts.get(area.code) ?? 0))
  const { width, height, edge } = frame
  const points = placed.map(({ area }, at) => {
    const r = radiusOf(counts.get(area.code) ?? 0, most, frame)
    return {
      x: edge + eastward[at]! * (width - 2 * edge),
      y: edge + (1 - northward[at]!) * (height - 2 * edge),
      r,
      half: Math.max(r, halfWidth(shortName(area.name[lang]), frame)),
    }
  })
  spread(points, frame)
  return placed.map(({ area }, at) => ({
    area,
    name: area.name[lang],
    short: shortName(area.name[lang]),
    count: counts.get(area.code) ?? 0,
    x: round(points[at]!.x),
    y: round(points[at]!.y),
    r: round(points[at]!.r),
  }))
}

const cross = (o: Corner, a: Corner, b: Corner): number =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)

const halfHull = (points: readonly Corner[]): Corner[] => {
  const hull: Corner[] = []
  for (const point of points) {
    while (hull.length > 1 && cross(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop()
    hull.push(point)
  }
  return hull.slice(0, -1)
}

/** The outline of all districts together, as points of a polygon: the ground on which they stand. */
export const drawGround = (districts: readonly DrawnDistrict[]): string => {
  const points = districts.map(({ x, y }) => ({ x, y })).toSorted((a, b) => a.x - b.x || a.y - b.y)
  if (points.length < 3) return points.map(({ x, y }) => `${x},${y}`).join(' ')
  return [...halfHull(points), ...halfHull(points.toReversed())]
    .map(({ x, y }) => `${x},${y}`)
    .join(' ')
}
