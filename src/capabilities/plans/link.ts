import type { Bilingual } from '#kernel/bilingual.ts'

/** Kinds of public things that can carry an item of a plan out. */
export const linkKinds = [
  'project',
  'programme',
  'call',
  'survey',
  'theme',
  'issue',
  'facility',
] as const
export type LinkKind = (typeof linkKinds)[number]

/** A public thing that carries an item out. */
export type ItemLink = {
  readonly itemKey: string
  readonly kind: LinkKind
  readonly targetId: string
  readonly title: Bilingual
  readonly url: string
}

/** An item that something carries out, as it stands in the newest version of its plan. */
export type ServedItem = {
  readonly planId: string
  readonly planTitle: Bilingual
  readonly no: string
  readonly title: Bilingual
}

/** How a form names a thing: `project/4k2m9qxw7f3h`. */
export const linkName = ({ kind, targetId }: Pick<ItemLink, 'kind' | 'targetId'>): string =>
  `${kind}/${targetId}`

/** Reads what {@link linkName} wrote; undefined for everything else. */
export const readLinkName = (name: string): Pick<ItemLink, 'kind' | 'targetId'> | undefined => {
  const [, kind = '', targetId = ''] = /^([a-z]{1,20})\/([^\s]{1,200})$/.exec(name) ?? []
  const known = linkKinds.find((one) => one === kind)
  return known && targetId ? { kind: known, targetId } : undefined
}
