import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { type City, defaultSettings } from '#kernel/city.ts'
import { areasOf, type CityPreset } from '../cities/index.ts'
import { type FormDefinition, formDefinition } from '../forms/index.ts'
import type { Group } from './group.ts'
import { type RegistrationSettings, registrationPreset } from './preset.ts'
import { emptyProfile } from './profile.ts'
import { settingsOfClass } from './queries/settings.ts'

/** The presets' folders. */
export const presetNames = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'] as const

const read = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(projectRoot(), 'presets', ...path), 'utf8'))

/** A city as pages know it, from its preset. */
export const cityOf = (preset: string): City => {
  const profile = read(preset, 'city.json') as CityPreset
  return {
    id: Number(profile.code),
    slug: profile.slug,
    host: null,
    code: profile.code,
    name: profile.name,
    prefecture: profile.prefecture,
    hue: profile.hue,
    contact: profile.contact,
    centre: profile.centre.name,
    centreContact: profile.centre.contact,
    words: profile.words,
    departments: profile.departments,
    fields: profile.fields.map(({ code, name, short }) => ({ code, name: short ?? name })),
    legalForms: profile.legalForms,
    modes: profile.modes,
    areas: areasOf(profile),
    settings: defaultSettings,
  }
}

export const settingsOf = (preset: string): RegistrationSettings =>
  settingsOfClass(registrationPreset.parse(read(preset, 'registration.json')))

export const formOfPreset = (preset: string): FormDefinition =>
  formDefinition.parse(read(preset, 'forms', 'registration.json'))

/** A registered group to begin from. */
export const sampleGroup: Group = {
  id: '0123456789ab',
  state: 'approved',
  class: 'standard',
  receiptNumber: '団登R8-0001',
  number: '第1号',
  name: '里山を歩く会',
  nameKana: 'サトヤマヲアルクカイ',
  legalForm: 'voluntary',
  publicLegalForm: 'voluntary',
  members: 12,
  recruiting: true,
  introduction: null,
  profile: emptyProfile,
  fields: ['environment'],
  registeredOn: '2026-05-01',
  validUntil: null,
  channel: 'web',
  corporateNumber: null,
  mergedInto: null,
  hasRepresentative: true,
  updatedAt: new Date('2026-05-01T01:00:00Z'),
}
