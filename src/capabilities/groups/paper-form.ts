import { type FormDefinition, fieldsOf } from '../forms/index.ts'

const copies = {
  ja: '写しがあれば添付してください。紙で受け取ったものは、添付しなくても出せます。',
  en: 'Attach a copy if there is one. What came on paper need not be attached.',
}

/** The form as staff fill it in from paper: papers that lie at the desk are not asked for as files. */
export const forPaper = (definition: FormDefinition): FormDefinition => {
  if (!fieldsOf(definition).some(({ kind }) => kind === 'file')) return definition
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.kind === 'file' ? { ...field, required: false, byHand: false, hint: copies } : field,
      ),
    })),
  }
}
