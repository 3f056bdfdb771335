import type { Municipality } from './municipalities.ts'
import { seededRandom } from './random.ts'

/** 政令指定都市: where the largest numbers of groups are. */
const designated =
  /^(札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市$/

const weightOf = ({ name }: Municipality): number => {
  if (designated.test(name)) return 120
  if (name.endsWith('区')) return 14
  if (name.endsWith('市')) return 6
  return name.endsWith('町') ? 1.5 : 0.5
}

/**
 * How many groups each municipality has: `total` in all, at least 3 each, a designated city some thousands,
 * an ordinary city some hundreds, a village a handful.
 */
export const shareGroups = (
  municipalities: readonly Municipality[],
  total: number,
): ReadonlyMap<string, number> => {
  const random = seededRandom(1741)
  const weights = municipalities.map((one) => weightOf(one) * (0.4 + 1.2 * random.next()))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const counts = weights.map((weight) => Math.max(3, Math.floor((weight / sum) * total)))
  const missing = total - counts.reduce((all, count) => all + count, 0)
  const largest = counts.indexOf(Math.max(...counts))
  counts[largest]! += missing
  return new Map(municipalities.map(({ code }, at) => [code, counts[at]!]))
}
