import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { type StatisticsPreset, type StatisticTable, statisticsPreset } from './preset.ts'

/** The statistics of a preset, as its file describes them. */
export const statisticsOf = (preset: string): StatisticsPreset =>
  statisticsPreset.parse(
    JSON.parse(readFileSync(join(projectRoot(), 'presets', preset, 'statistics.json'), 'utf8')),
  )

export const tableOf = (preset: string, id: string): StatisticTable =>
  statisticsOf(preset).tables.find((table) => table.id === id)!
