import { cpus, totalmem } from 'node:os'
import { measureCountry } from './country/measure.ts'
import { say } from './figures.ts'
import { measureFourCities } from './four-cities.ts'
import { measureSurveys } from './surveys/measure.ts'

/**
 * `npm run bench [-- pages | country | surveys] [seconds for each load] [groups=350000 of the country] [rows=100000 of
 * the file that is imported] [answers=1000000 to a survey] [rush=60 seconds of 200 respondents each]`; all parts when
 * none is named.
 */
const words = process.argv.slice(2)
const numberIn = (pattern: RegExp): number | undefined => {
  const found = words.map((word) => pattern.exec(word)?.[1]).find((digits) => digits !== undefined)
  return found === undefined ? undefined : Number(found)
}
const seconds = numberIn(/^(\d+)$/) ?? 4
const groups = numberIn(/^groups=(\d+)$/) ?? 350_000
const rows = numberIn(/^rows=(\d+)$/) ?? 100_000
const answers = numberIn(/^answers=(\d+)$/) ?? 1_000_000
const rush = numberIn(/^rush=(\d+)$/) ?? 60
const parts = {
  pages: () => measureFourCities(seconds),
  country: () => measureCountry({ seconds, groups, rows }),
  surveys: () => measureSurveys({ seconds, answers, rush }),
} as const
const asked = Object.keys(parts).filter((name) => words.includes(name))

say(`${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`)
for (const [name, measure] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) await measure()
