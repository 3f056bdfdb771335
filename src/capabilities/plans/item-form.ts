import { both } from '#kernel/bilingual.ts'
import { cleanLine } from '#kernel/text.ts'
import type { DraftItem } from './draft.ts'
import {
  limits,
  type Read,
  type Reader,
  readBoth,
  readChoice,
  readChoices,
  readerOf,
  readLine,
  readLines,
  readTexts,
  type Sent,
  tell,
} from './form.ts'
import { goalNumbers } from './goals.ts'
import type { Plan } from './plan.ts'

/** What an item's form is read against. */
export type ItemAround = {
  readonly plan: Plan
  readonly items: readonly DraftItem[]
  /** The item itself; undefined for a new one. */
  readonly id: string | undefined
  readonly departments: readonly string[]
}

const codesOf = (list: readonly { readonly code: string }[]): string[] =>
  list.map(({ code }) => code)

const readNumber = (reader: Reader, { items, id }: ItemAround): void => {
  const no = readLine(reader, {
    name: 'no',
    label: both('番号', 'Number'),
    required: true,
    most: limits.no,
  })
  const other = items.find((item) => item.id !== id && item.values.no === no)
  if (no !== '' && other)
    tell(
      reader,
      'no',
      both(
        `番号「${no}」は「${other.values.title_ja ?? ''}」が使っています。別の番号にしてください。`,
        `The number “${no}” belongs to “${other.values.title_ja ?? ''}”. Please take another.`,
      ),
    )
}

/** Items that can be shown again: those that are not themselves shown again, and not the item itself. */
export const aliasable = ({ items, id }: Pick<ItemAround, 'items' | 'id'>): readonly DraftItem[] =>
  items.filter((item) => item.id !== id && !item.values.alias)

const readAlias = (reader: Reader, around: ItemAround): string => {
  const { items, id } = around
  const label = both('再掲のもとの項目', 'The item shown again')
  const alias = readChoice(
    reader,
    { name: 'alias', label },
    aliasable(around).map((item) => item.id),
  )
  if (alias !== '' && items.some((item) => item.values.alias === id))
    tell(
      reader,
      'alias',
      both(
        'この項目は、ほかの場所に再掲されています。先にその再掲を外してください。',
        'This item is itself shown again elsewhere. Please take that away first.',
      ),
    )
  return alias
}

/** Fields that an item shown again does not have: they are the original's. */
const ofOriginal = [
  'class',
  'grade',
  'departments',
  'departments_printed',
  'purpose_ja',
  'present_ja',
  'content_ja',
  'points_ja',
  'completion_ja',
  'flags_ja',
  'actors_ja',
  'targets',
  'articles_ja',
  'sdgs',
] as const

const refuseFacts = (reader: Reader): void => {
  const filled = Object.keys(reader.values).find(
    (name) => name.startsWith('mark_') || (ofOriginal as readonly string[]).includes(name),
  )
  if (filled)
    tell(
      reader,
      filled,
      both(
        '再掲の項目は、もとの項目の内容を示します。ここは空にするか、再掲を外してください。',
        'An item shown again has the facts of its original. Please empty this, or take the alias away.',
      ),
    )
}

const readTargets = (reader: Reader, { plan }: ItemAround): void => {
  const chosen = readChoices(reader, 'targets', codesOf(plan.targets))
  const own = readChoice(
    reader,
    { name: 'target_own', label: both('言葉をそえる対象', 'Target with words of its own') },
    codesOf(plan.targets),
  )
  readBoth(reader, { name: 'target_own', label: both('対象の言葉', 'Words of the target') })
  if (own !== '' && !chosen.includes(own))
    tell(
      reader,
      'target_own',
      both('言葉をそえる対象にも、■を付けてください。', 'Please check that target too.'),
    )
  if ((own === '') !== ((reader.values.target_own_ja ?? '') === ''))
    tell(
      reader,
      own === '' ? 'target_own' : 'target_own_ja',
      both(
        '対象とその言葉は、両方を書くか、両方を空にしてください。',
        'Please give both the target and its words, or neither.',
      ),
    )
}

const readArticles = (reader: Reader): void => {
  const label = both('根拠となる条例', 'Based on')
  const names = readLines(reader, { name: 'articles', label })
  const urls = reader.sent
    .text('article_urls')
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
  if (urls.length > 0) reader.values.article_urls = urls.join('\n')
  const isAddress = (line: string): boolean =>
    line === '-' || (/^https?:\/\/\S+$/.test(line) && URL.canParse(line))
  if (urls.length > names.length || urls.some((line) => !isAddress(line)))
    tell(
      reader,
      'article_urls',
      both(
        '条例のページのアドレスは、1行に1つ、条例と同じ順に書いてください（ないときは「-」）。',
        'Write one address a line, in the order of the articles; “-” where there is none.',
      ),
    )
}

const readFacts = (reader: Reader, around: ItemAround): void => {
  const { plan, departments } = around
  readChoice(reader, { name: 'class', label: both('分類', 'Class') }, codesOf(plan.classes))
  readChoice(reader, { name: 'grade', label: both('達成度', 'Grade') }, codesOf(plan.grades))
  readLines(reader, { name: 'flags', label: both('表示', 'Flags') })
  readChoices(reader, 'departments', departments)
  readLine(reader, {
    name: 'departments_printed',
    label: both('担当課の表し方', 'Departments in words'),
  })
  readLines(reader, { name: 'actors', label: both('実施主体', 'Carried out by') })
  readTargets(reader, around)
  readTexts(reader, { name: 'purpose', label: both('目的', 'Purpose') })
  readTexts(reader, { name: 'present', label: both('現状と課題', 'Present state') })
  readTexts(reader, { name: 'content', label: both('内容', 'Content') })
  readLines(reader, { name: 'points', label: both('ポイント', 'Points') })
  readTexts(reader, { name: 'completion', label: both('完了の目安', 'Done when') })
  readArticles(reader)
  readChoices(reader, 'sdgs', goalNumbers.map(String))
  for (const year of plan.years)
    readChoice(
      reader,
      { name: `mark_${year}`, label: both(`${year}年度の印`, `Mark of ${year}`) },
      codesOf(plan.marks),
    )
}

/** Reads an item against the legends of its plan and the other items. */
export const readItem = (sent: Sent, around: ItemAround): Read => {
  const reader = readerOf(sent)
  readNumber(reader, around)
  readChoice(
    reader,
    { name: 'level', label: both('段階', 'Level'), required: true },
    codesOf(around.plan.levels),
  )
  readBoth(reader, { name: 'title', label: both('題名', 'Title'), required: true })
  const alias = readAlias(reader, around)
  readFacts(reader, around)
  readLine(reader, { name: 'source', label: both('出典', 'Source') })
  if (alias !== '') refuseFacts(reader)
  return { values: reader.values, problems: reader.problems }
}
