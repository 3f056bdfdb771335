import type { Bilingual } from '#kernel/bilingual.ts'
import {
  type Answers,
  type FormDefinition,
  type FormField,
  fieldsOf,
  type Visibility,
  visibilityOf,
} from '../forms/index.ts'
import { type Applicant, findViolations, type Violation } from './eligibility.ts'
import type { EligibilityRule, RegistrationSettings, VisibilityPolicy } from './preset.ts'

/** The declaration by which a group agrees that its answers are published. */
export const consentField = 'consent_publication'

const notes: Readonly<Record<'public' | 'private', Bilingual>> = {
  public: {
    ja: '市の決まりで、必ず公開します。',
    en: 'By the rules of the city this is always published.',
  },
  private: {
    ja: '市の決まりで、公開しません。',
    en: 'By the rules of the city this is never published.',
  },
}

const decided = (field: FormField, visibility: 'public' | 'private'): FormField => ({
  ...field,
  visibility,
  visibilityChoosable: false,
  // Who could have chosen is told that the city has; the others are asked as before.
  ...(field.visibilityChoosable
    ? {
        hint: {
          ja: `${field.hint?.ja ?? ''}${notes[visibility].ja}`,
          en: [field.hint?.en, notes[visibility].en].filter(Boolean).join(' '),
        },
      }
    : {}),
})

/** The form as this city asks it: what is always public or always private is nobody's choice. */
export const withPolicy = (
  definition: FormDefinition,
  { alwaysPublic, alwaysPrivate }: VisibilityPolicy,
): FormDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      // Where a city names a field twice, the stricter word counts.
      if (alwaysPrivate.includes(field.code)) return decided(field, 'private')
      return alwaysPublic.includes(field.code) ? decided(field, 'public') : field
    }),
  })),
})

/** What decides who reads an answer, besides the form and the group. */
export type PublicRules = VisibilityPolicy & {
  /** True where a group may register without agreeing to be published, so that its consent is looked at. */
  readonly onConsent: boolean
}

/** The rules of a city. Where none registers without agreeing, who is registered has agreed. */
export const publicRulesOf = ({
  visibility,
  publication,
}: Pick<RegistrationSettings, 'visibility' | 'publication'>): PublicRules => ({
  ...visibility,
  onConsent: !publication.required,
})

/**
 * Fields that everyone may read. A group that was asked for its consent and did not give it shows what the
 * city always publishes, and nothing else.
 */
export const publicFields = (
  sheet: {
    readonly definition: FormDefinition
    readonly answers: Answers
    readonly visibility: Readonly<Record<string, Visibility>>
  },
  policy: PublicRules,
): readonly FormField[] => {
  const fields = fieldsOf(withPolicy(sheet.definition, policy))
  const asked = fields.some(({ code }) => code === consentField)
  const agreed = !policy.onConsent || !asked || sheet.answers[consentField] === true
  return fields.filter(
    (field) =>
      visibilityOf(field, sheet.visibility) === 'public' &&
      (agreed || policy.alwaysPublic.includes(field.code)),
  )
}

const refusals = {
  consent: {
    ja: '団体の紹介を公開することに同意できない団体は、登録できません。',
    en: 'A group that does not agree to be published cannot register.',
  },
  field: (label: Bilingual): Bilingual => ({
    ja: `この市に登録する団体は、「${label.ja}」を公開します。「公開する」を選んでください。`,
    en: `Groups registered in this city publish “${label.en}”. Please choose to publish it.`,
  }),
}

/** The rules that follow from a city that registers only groups that agree to be published. */
export const publicationRules = (
  { publication }: Pick<RegistrationSettings, 'publication'>,
  definition: FormDefinition,
): readonly EligibilityRule[] => {
  if (!publication.required) return []
  const fields = fieldsOf(definition)
  const rule = (
    code: string,
    part: Pick<EligibilityRule, 'kind' | 'message'>,
  ): EligibilityRule => ({
    code: `publication-${code}`,
    codes: [code],
    severity: 'block',
    source: '',
    ...part,
  })
  return [
    ...fields
      .filter(({ code }) => code === consentField)
      .map(({ code }) => rule(code, { kind: 'declared', message: refusals.consent })),
    ...fields
      .filter(({ code }) => publication.fields.includes(code))
      .map(({ code, label }) =>
        rule(code, { kind: 'published_one_of', message: refusals.field(label) }),
      ),
  ]
}

/** Every rule of the class, and of the city about what is published, that these answers do not meet. */
export const judgeRegistration = (
  settings: RegistrationSettings,
  definition: FormDefinition,
  applicant: Omit<Applicant, 'published'> & {
    readonly visibility: Readonly<Record<string, Visibility>>
  },
): readonly Violation[] => {
  const { answers, visibility } = applicant
  const open = publicFields({ definition, answers, visibility }, publicRulesOf(settings))
  return findViolations([...settings.rules, ...publicationRules(settings, definition)], {
    ...applicant,
    published: new Set(open.map(({ code }) => code)),
  })
}
