import type { CityPreset } from '#capabilities/cities/preset.ts'
import type { FormDefinition } from '#capabilities/forms/definition.ts'
import type { RegistrationClass } from '#capabilities/groups/preset.ts'
import type { ProgrammePreset } from '#capabilities/programmes/preset.ts'

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]

const codesOf = (list: readonly { readonly code: string }[]): string[] =>
  list.map(({ code }) => code)

const missing = (what: string, wanted: readonly string[], known: readonly string[]): string[] =>
  wanted.filter((code) => !known.includes(code)).map((code) => `${what} ${code} is missing`)

/** Codes that a city's own lists hold twice. */
export const cityProblems = (city: CityPreset): string[] =>
  [
    city.departments,
    city.fields,
    city.legalForms,
    city.modes,
    city.terms,
    city.principles,
    city.ordinances,
    city.bodies,
    city.warnings,
  ].flatMap((list) => repeated(codesOf(list)).map((code) => `code ${code} twice`))

const fieldsOf = (form: FormDefinition) => form.sections.flatMap(({ fields }) => fields)

const fieldProblems = (field: ReturnType<typeof fieldsOf>[number]): string[] => {
  const problems: string[] = []
  const isChoice = field.kind === 'choice' || field.kind === 'choices'
  if (isChoice === (field.options === undefined && field.optionsFrom === undefined))
    problems.push(isChoice ? 'has nothing to choose from' : 'has options nobody chooses')
  if (field.options && field.optionsFrom) problems.push('takes its options from two places')
  if ((field.kind === 'table') !== (field.columns !== undefined))
    problems.push('columns do not fit')
  if (field.sum && !field.columns?.some(({ code, kind }) => code === field.sum && kind === 'money'))
    problems.push(`sums ${field.sum}, which is no amount of it`)
  const codes = [...codesOf(field.options ?? []), ...codesOf(field.columns ?? [])]
  return [...problems, ...repeated(codes).map((code) => `option ${code} twice`)]
}

/** Fields that cannot be filled in, or whose answers would fall together. */
export const formProblems = (form: FormDefinition): string[] => [
  ...repeated(codesOf(fieldsOf(form))).map((code) => `${form.code}: field ${code} twice`),
  ...fieldsOf(form).flatMap((field) =>
    fieldProblems(field).map((problem) => `${form.code}: ${field.code} ${problem}`),
  ),
]

/** Answers that the directory of groups is made from. */
const directoryFields = [
  'name',
  'name_kana',
  'legal_form',
  'representative_name',
  'members',
  'fields',
  'purpose',
  'activities',
]

export const registrationProblems = (
  registration: RegistrationClass,
  forms: readonly FormDefinition[],
  city: CityPreset,
): string[] => {
  const form = forms.find(({ code }) => code === registration.form)
  if (!form) return [`form ${registration.form} is missing`]
  const asked = codesOf(fieldsOf(form))
  const renewal = forms.find(({ code }) => code === registration.renewal?.form)
  const lost =
    registration.renewal && !renewal ? [`form ${registration.renewal.form} is missing`] : []
  const rules = registration.rules.flatMap((rule) => {
    const lists = { legal_form_in: city.legalForms, fields_in: city.fields } as const
    const list = lists[rule.kind as keyof typeof lists]
    const known = list ? codesOf(list) : asked
    return missing(`rule ${rule.code}:`, rule.codes ?? [], known)
  })
  const codes = repeated(codesOf(registration.rules)).map((code) => `rule ${code} twice`)
  const approved = missing('field', registration.changes.approval, asked)
  return [...missing('field', directoryFields, asked), ...rules, ...codes, ...approved, ...lost]
}

const rubricReferences = ({ rubric }: ProgrammePreset): string[] =>
  missing(
    'criterion',
    [rubric.itemFloor, rubric.veto, ...rubric.tieBreak].flatMap((one) => one?.criterion ?? []),
    codesOf(rubric.criteria),
  )

export const programmeProblems = (
  programme: ProgrammePreset,
  forms: readonly FormDefinition[],
): string[] => {
  const negotiation = forms.find(({ code }) => code === programme.forms.negotiation)
  const filled = programme.agreement.flatMap(({ from }) => from)
  const lists = [
    programme.types,
    programme.eligibility,
    programme.rubric.criteria,
    programme.evaluation.items,
    programme.evaluation.overall,
    programme.continuation,
  ]
  return [
    ...missing('form', Object.values(programme.forms), codesOf(forms)),
    ...missing('field', filled, negotiation ? codesOf(fieldsOf(negotiation)) : []),
    ...rubricReferences(programme),
    ...lists.flatMap((list) => repeated(codesOf(list)).map((code) => `code ${code} twice`)),
    ...repeated(programme.calendar.map(({ step }) => step)).map((step) => `step ${step} twice`),
  ]
}
