import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  ChipLabel,
  type Column,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  Table,
} from '#web/ui/index.ts'
import type { GroupState } from '../../groups/index.ts'
import { registration } from '../../groups/index.ts'
import type { KeyKind } from '../folding.ts'
import { type Strength, strengthOf } from '../matching.ts'
import { duplicatePaths as paths } from '../paths.ts'
import type { ListedPair } from '../queries/pairs.ts'
import { sentences } from '../sentences.ts'

/** Pairs on one page of the list. */
export const pairsShown = 30

const tones = { certain: 'error', strong: 'warning', possible: 'info', weak: 'plain' } as const

/** How strong a suspicion is, in a word. */
export const StrengthChip = ({ lang, strength }: { lang: Language; strength: Strength }) => (
  <ChipLabel tone={tones[strength]}>{sentences[lang].strength[strength]}</ChipLabel>
)

/** What is in common, as a list of words. */
export const kindsText = (kinds: readonly KeyKind[], lang: Language): string =>
  kinds.map((kind) => sentences[lang].kind[kind]).join(lang === 'ja' ? '・' : ', ')

const sideText = (side: ListedPair['one'], lang: Language): string => {
  const state = say(registration.states[side.state as GroupState].staff, lang)
  return sentences[lang].numbered(side.name, side.number ? `${side.number}・${state}` : state)
}

const columnsFor = (lang: Language, city: City): readonly Column<ListedPair>[] => {
  const words = sentences[lang]
  return [
    { label: words.columns.one, heading: true, cell: ({ one }) => sideText(one, lang) },
    { label: words.columns.other, cell: ({ other }) => sideText(other, lang) },
    {
      label: words.columns.strength,
      cell: ({ points }) => <StrengthChip lang={lang} strength={strengthOf(points) ?? 'weak'} />,
    },
    { label: words.columns.kinds, cell: ({ kinds }) => kindsText(kinds, lang) },
    {
      label: words.columns.open,
      cell: ({ one, other }) => <a href={paths.pair(city.slug, one.id, other.id)}>{words.open}</a>,
    },
  ]
}

/** 重複の疑い: pairs that wait for somebody to look at them, the strongest first. */
export const ListPage = ({
  lang,
  city,
  pairs,
  total,
  page,
}: {
  readonly lang: Language
  readonly city: City
  readonly pairs: readonly ListedPair[]
  readonly total: number
  readonly page: number
}) => {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {pairs.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <>
          <p>{words.found(formatNumber(total))}</p>
          <Table
            lang={lang}
            id="pairs"
            caption={words.caption}
            captionHidden
            stacks
            columns={columnsFor(lang, city)}
            rows={pairs}
          />
          <Pagination
            lang={lang}
            page={page}
            pageSize={pairsShown}
            total={total}
            hrefOf={(number) => paths.list(city.slug, number)}
          />
        </>
      )}
    </>
  )
}
