import { describe, expect, test } from 'vitest'
import { cityPreset } from '#capabilities/cities/preset.ts'
import { formDefinition } from '#capabilities/forms/definition.ts'
import { registrationPreset } from '#capabilities/groups/preset.ts'
import { planPreset } from '#capabilities/plans/preset.ts'
import { findPlanProblems } from '#capabilities/plans/problems.ts'
import { programmePreset } from '#capabilities/programmes/preset.ts'
import { checkRubric } from '#capabilities/reviews/scoring.ts'
import { statisticsPreset } from '#capabilities/statistics/preset.ts'
import { findStatisticProblems } from '#capabilities/statistics/problems.ts'
import { parseMunicipalCode } from '#kernel/codes.ts'
import { presetNames, readAll, readJson } from './preset-files.ts'
import {
  cityProblems,
  formProblems,
  programmeProblems,
  registrationProblems,
} from './references.ts'

const read = (preset: string) => ({
  city: cityPreset.parse(readJson(preset, 'city.json')),
  forms: readAll(preset, 'forms', formDefinition),
  plans: readAll(preset, 'plans', planPreset),
  programmes: readAll(preset, 'programmes', programmePreset),
  registration: registrationPreset.parse(readJson(preset, 'registration.json')),
  statistics: statisticsPreset.parse(readJson(preset, 'statistics.json')),
})

describe.each(presetNames)('%s', (preset) => {
  const { city, forms, plans, programmes, registration, statistics } = read(preset)

  test('団体コードの検査数字が合い、フォルダーの名はスラッグである', () => {
    expect(parseMunicipalCode(city.code)).toMatchObject({ ok: true, value: city.code })
    expect(city.slug).toBe(preset)
  })

  test('市のコードは、どの一覧でも一度ずつ', () => {
    expect(cityProblems(city)).toEqual([])
  })

  test('様式の項目には選ぶものがあり、答えは混ざらない', () => {
    expect(forms.flatMap(formProblems)).toEqual([])
  })

  test('団体登録の様式と項目がある', () => {
    for (const one of registration.classes)
      expect(registrationProblems(one, forms, city)).toEqual([])
  })

  test('計画の課・分類・印・親・段階は、すべてある', () => {
    const departments = city.departments.map(({ code }) => code)
    expect(plans.flatMap((plan) => findPlanProblems(plan, departments))).toEqual([])
  })

  test('計画の番号と名前は、計画どうしでも重ならない', () => {
    expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length)
  })

  test('統計の欄は列の数だけある', () => {
    expect(findStatisticProblems(statistics)).toEqual([])
  })

  test('制度の様式・項目・配点の参照は、すべてある', () => {
    expect(programmes.flatMap((programme) => programmeProblems(programme, forms))).toEqual([])
    for (const { rubric } of programmes) expect(checkRubric(rubric)).toMatchObject({ ok: true })
  })
})

describe('行き先のない参照は見つかる', () => {
  const { city, forms, programmes, registration } = read('kamakura')

  test('様式', () => {
    const form = structuredClone(forms.find(({ code }) => code === 'proposal')!)
    form.sections[0]!.fields.push({ ...form.sections[0]!.fields[0]!, kind: 'choice' })
    expect(formProblems(form)).toHaveLength(2)
  })

  test('団体登録', () => {
    const [first] = registration.classes
    const wrong = { ...first!, form: 'none' }
    expect(registrationProblems(wrong, forms, city)).toEqual(['form none is missing'])
    expect(
      registrationProblems(first!, [{ ...forms[0]!, code: 'registration' }], city),
    ).not.toEqual([])
  })

  test('制度', () => {
    const wrong = structuredClone(programmes[0]!)
    wrong.forms.theme = 'none'
    wrong.agreement[0]!.from = ['none']
    wrong.rubric.tieBreak = [{ by: 'higher_criterion', criterion: 'none' }]
    expect(programmeProblems(wrong, forms)).toEqual([
      'form none is missing',
      'field none is missing',
      'criterion none is missing',
    ])
  })

  test('市', () => {
    const wrong = { ...city, departments: [...city.departments, city.departments[0]!] }
    expect(cityProblems(wrong)).toHaveLength(1)
  })
})
