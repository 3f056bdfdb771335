import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { type PlanPreset, planPreset } from './preset.ts'

const folder = (preset: string): string => join(projectRoot(), 'presets', preset, 'plans')

/** A plan of a preset, as its file describes it. */
export const planOf = (preset: string, id: string): PlanPreset =>
  planPreset.parse(JSON.parse(readFileSync(join(folder(preset), `${id}.json`), 'utf8')))

/** All plans of a preset. */
export const plansOf = (preset: string): PlanPreset[] =>
  readdirSync(folder(preset)).map((file) => planOf(preset, file.replace('.json', '')))
