import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  Section,
} from '#web/ui/index.ts'
import { type CallHead, programmePaths } from '../../programmes/index.ts'
import { paths } from '../paths.ts'
import type { Proposal, ProposalState } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { stateName } from './labels.tsx'
import { ProposalCards } from './proposal-card.tsx'

/** A page of proposals with how many there are. */
type Found = { readonly proposals: readonly Proposal[]; readonly total: number }

export type ListPageProps = {
  readonly lang: Language
  readonly city: City
  readonly pageNumber: number
  readonly pageSize: number
  /** The call the lists are narrowed to. */
  readonly call: CallHead | undefined
  readonly state: ProposalState | undefined
  readonly found: Found
  /** How many of the call were not selected, where only the number is told. */
  readonly notSelected?: number | undefined
  /** Proposals of the reader's own groups; left out for those who have none. */
  readonly mine?: readonly Proposal[] | undefined
  /** The worklist of those who work on proposals, with what is in each state. */
  readonly desk?:
    | { readonly found: Found; readonly counts: ReadonlyMap<ProposalState, number> }
    | undefined
}

const Mine = ({ lang, city, mine }: ListPageProps) => {
  const words = sentences[lang].list
  if (!mine) return null
  return (
    <Section
      id="mine"
      title={words.mine}
      more={{ href: paths.consultations(city.slug), label: words.consultations }}
    >
      {mine.length === 0 ? (
        <p>{words.mineNone}</p>
      ) : (
        <ProposalCards lang={lang} city={city} proposals={mine} />
      )}
    </Section>
  )
}

const StateFilter = (props: ListPageProps & { counts: ReadonlyMap<ProposalState, number> }) => {
  const { lang, city, call, state, counts } = props
  const words = sentences[lang].list
  const link = (target: ProposalState | undefined, label: string): Child => {
    const href = paths.list(city.slug, { call: call?.id, state: target })
    return (
      <li key={label}>
        {target === state ? (
          <span aria-current="page">{label}</span>
        ) : (
          <a href={`${href}#desk`}>{label}</a>
        )}
      </li>
    )
  }
  return (
    <nav class="pages" aria-label={words.filter}>
      <ul>
        {link(undefined, words.all)}
        {[...counts].map(([one, count]) => link(one, `${stateName(one, lang, true)} ${count}`))}
      </ul>
    </nav>
  )
}

const Pages = ({
  found,
  hrefOf,
  ...props
}: ListPageProps & { hrefOf: (page: number) => string }) =>
  found.total === 0 ? null : (
    <Pagination
      lang={props.lang}
      page={props.pageNumber}
      pageSize={props.pageSize}
      total={found.total}
      hrefOf={hrefOf}
    />
  )

const DeskList = (props: ListPageProps) => {
  const { lang, city, call, state, desk } = props
  const words = sentences[lang].list
  if (!desk) return null
  return (
    <Section
      id="desk"
      title={words.desk}
      more={{ href: paths.consultations(city.slug), label: words.consultations }}
    >
      <StateFilter {...props} counts={desk.counts} />
      {desk.found.proposals.length === 0 ? (
        <p>{words.deskNone}</p>
      ) : (
        <ProposalCards lang={lang} city={city} proposals={desk.found.proposals} forStaff />
      )}
      <Pages
        {...props}
        found={desk.found}
        hrefOf={(page) => paths.list(city.slug, { call: call?.id, state, page })}
      />
    </Section>
  )
}

const PublicList = (props: ListPageProps) => {
  const { lang, city, call, found, notSelected } = props
  const words = sentences[lang].list
  return (
    <Section id="public" title={words.public}>
      {found.proposals.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <ButtonLink href={programmePaths.programmes(city.slug)}>{words.calls}</ButtonLink>
          }
        >
          <p>{words.noneHelp}</p>
        </EmptyState>
      ) : (
        <ProposalCards lang={lang} city={city} proposals={found.proposals} />
      )}
      <Pages {...props} hrefOf={(page) => paths.list(city.slug, { call: call?.id, page })} />
      {notSelected ? <p>{words.notSelected(notSelected)}</p> : null}
    </Section>
  )
}

/** Every proposal the reader may know of: one's own, one's work, and what is public. */
export const ListPage = (props: ListPageProps) => {
  const { lang, city, call, desk } = props
  const words = sentences[lang].list
  return (
    <>
      <Heading level={1}>{call ? words.inCall(say(call.title, lang)) : words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <ButtonRow>
        <ButtonLink href={paths.start(city.slug, { call: call?.id })} kind="secondary">
          {words.start}
        </ButtonLink>
        <ButtonLink
          href={call ? paths.list(city.slug) : programmePaths.programmes(city.slug)}
          kind="text"
        >
          {call ? words.allCalls : words.calls}
        </ButtonLink>
      </ButtonRow>
      <Mine {...props} />
      <DeskList {...props} />
      {!desk || props.pageNumber === 1 ? <PublicList {...props} /> : null}
    </>
  )
}
