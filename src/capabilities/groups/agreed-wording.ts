import type { Bilingual } from '#kernel/bilingual.ts'
import type { FormDefinition } from '../forms/index.ts'

/** The form with each declaration in the words that were agreed to, not in those it has by now. */
export const withAgreedWording = (
  definition: FormDefinition,
  agreements: readonly { readonly field: string; readonly wording: Bilingual }[],
): FormDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      const agreed = agreements.find((one) => one.field === field.code)
      return field.kind === 'declaration' && agreed ? { ...field, label: agreed.wording } : field
    }),
  })),
})
