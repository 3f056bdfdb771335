import type { Language } from '#kernel/bilingual.ts'
import type { CityArea } from '#kernel/city.ts'

/** The size of the drawing, in its own units. */
export const mapFrame = { width: 640, height: 520, edge: 70 } as const

const largest = 34
const smallest = 13

/** A district on the map: where its circle stands, and how large it is. */
export type DrawnDistrict = {
  readonly area: CityArea
  readonly name: string
  readonly count: number
  readonly x: number
  readonly y: number
  readonly r: number
}

/** A circle with its name below it: half as wide as the wider of both. */
type Point = { x: number; y: number; r: number; half: number }
type Corner = Pick<Point, 'x' | 'y'>

const labelHeight = 18

/** Areas of circles are as the numbers; a district without groups is a dot. */
const radiusOf = (count: number, most: number): number =>
  count === 0 ? 5 : Math.max(smallest, largest * Math.sqrt(count / most))

/** Kanji and kana are as wide as high, Latin letters about half. */
const halfWidth = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (/[\u3000-\u9fff]/.test(letter) ? 7.2 : 4), 0)

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

const overlapOf = (a: Point, b: Point) => ({
  x: a.half + b.half + 6 - Math.abs(a.x - b.x),
  // The name of the upper one stands between the two.
  y: a.r + b.r + labelHeight + 4 - Math.abs(a.y - b.y),
})

/** Moves two apart, the shorter way, as far as they or their names cover each other. */
const part = (a: Point, b: Point): boolean => {
  const over = overlapOf(a, b)
  if (over.x <= 0 || over.y <= 0) return false
  const axis = over.x < over.y ? 'x' : 'y'
  const way = a[axis] <= b[axis] ? -1 : 1
  a[axis] += (way * over[axis]) / 2
  b[axis] -= (way * over[axis]) / 2
  return true
}

const keepInside = (point: Point): void => {
  const { width, height } = mapFrame
  point.x = Math.min(Math.max(point.x, point.half + 10), width - point.half - 10)
  point.y = Math.min(Math.max(point.y, point.r + 12), height - point.r - labelHeight - 10)
}

const rounds = 400

const spread = (points: readonly Point[]): void => {
  for (let turn = 0; turn < rounds; turn += 1) {
    let moved = false
    for (const [at, one] of points.entries())
      for (const other of points.slice(at + 1)) moved = part(one, other) || moved
    points.forEach(keepInside)
    if (!moved) return
  }
}

/**
 * Places the districts: roughly where they are, as far as their circles and names leave room for each other. The
 * same numbers always give the same drawing.
 */
export const drawDistricts = (
  areas: readonly CityArea[],
  { counts, lang }: { readonly counts: ReadonlyMap<string, number>; readonly lang: Language },
): readonly DrawnDistrict[] => {
  const placed = areas.flatMap((area) => (area.place ? [{ area, place: area.place }] : []))
  const eastward = along(placed.map(({ place }) => place.longitude))
  const northward = along(placed.map(({ place }) => place.latitude))
  const most = Math.max(1, ...placed.map(({ area }) => counts.get(area.code) ?? 0))
  const { width, height, edge } = mapFrame
  const points = placed.map(({ area }, at) => {
    const r = radiusOf(counts.get(area.code) ?? 0, most)
    return {
      x: edge + eastward[at]! * (width - 2 * edge),
      y: edge + (1 - northward[at]!) * (height - 2 * edge),
      r,
      half: Math.max(r, halfWidth(area.name[lang])),
    }
  })
  spread(points)
  return placed.map(({ area }, at) => ({
    area,
    name: area.name[lang],
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
