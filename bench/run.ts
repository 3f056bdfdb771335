import { cpus, totalmem } from 'node:os'
import { measureCountry } from './country/measure.ts'
import { say } from './figures.ts'
import { measureFourCities } from './four-cities.ts'

/** `npm run bench [-- pages | country] [seconds for each load]`; both when neither is named. */
const words = process.argv.slice(2)
const seconds = Number(words.find((word) => /^\d+$/.test(word)) ?? 4)
const asked = words.filter((word) => !/^\d+$/.test(word))
const parts = { pages: measureFourCities, country: measureCountry } as const

say(`${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`)
for (const [name, measure] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) await measure(seconds)
