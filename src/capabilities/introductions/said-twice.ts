import type { Bilingual } from '#kernel/bilingual.ts'
import { foldForSearch } from '#kernel/text.ts'
import { type Answers, textAnswer } from '../forms/index.ts'
import { entryOf, type Group, type Introduction } from '../groups/index.ts'

/** What both forms ask: the registration's question, and the introduction's. */
const asked = [
  { registered: 'fee', told: 'join_cost' },
  { registered: 'days', told: 'when' },
] as const

type Registered = Pick<Group, 'profile'>

/** Where the registration and the introduction do not say the same. */
export type SaidTwice = {
  readonly label: Bilingual
  readonly registered: Bilingual
  readonly told: string
}

const isYes = ({ profile }: Registered): boolean =>
  entryOf(profile, 'beginners')?.text.en.toLowerCase() === 'yes'

/** What an introduction begins with: what the registration has made public of the same. */
export const beginWith = (group: Registered): Answers => ({
  ...Object.fromEntries(
    asked.flatMap(({ registered, told }) => {
      const entry = entryOf(group.profile, registered)
      return entry ? [[told, entry.text.ja]] : []
    }),
  ),
  ...(isYes(group) ? { beginners: true } : {}),
})

/** What everyone reads of an introduction, as its form would say it. */
export const asAnswers = ({ texts, beginners }: Introduction): Answers => ({
  join_cost: texts.join_cost?.ja ?? '',
  when: texts.when?.ja ?? '',
  ...(beginners ? { beginners } : {}),
})

const plain = (text: string): string => foldForSearch(text).replace(/[\s、。・（）()]/g, '')

/** Compares what an introduction tells with what the registration has made public. */
export const findSaidTwice = (group: Registered, told: Answers): readonly SaidTwice[] => {
  const texts = asked.flatMap(({ registered, told: code }) => {
    const entry = entryOf(group.profile, registered)
    const text = textAnswer(told, code)
    const same = !entry || text === '' || plain(text) === plain(entry.text.ja)
    return same ? [] : [{ label: entry.label, registered: entry.text, told: text }]
  })
  const beginners = entryOf(group.profile, 'beginners')
  const differs = beginners && told.beginners === !isYes(group)
  if (!differs) return texts
  const said = told.beginners ? 'はい' : 'いいえ'
  return [...texts, { label: beginners.label, registered: beginners.text, told: said }]
}
