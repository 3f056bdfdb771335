import type { FormDefinition } from '../../forms/index.ts'

/** A form of which nobody has begun a sheet yet. */
export const emptyForm = (code: string): FormDefinition => ({
  code,
  title: { ja: '', en: '' },
  sections: [],
})
