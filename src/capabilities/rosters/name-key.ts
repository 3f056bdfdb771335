import { foldForSearch } from '#kernel/text.ts'

/** A person's name with one spelling of each character and without spaces: how rows find their person. */
export const nameKeyOf = (name: string): string => foldForSearch(name).replace(/[\s・･.]/g, '')
