import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  Table,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { paths } from '../paths.ts'
import type { ListedNpo } from '../queries.ts'
import { sentences } from '../sentences.ts'

type Only = '' | 'without-group' | 'ended'

type Props = {
  readonly lang: Language
  readonly city: City
  readonly npos: readonly ListedNpo[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly only: Only
}

const Filters = ({ lang, city, only }: Props) => {
  const words = sentences[lang]
  const names = { '': words.all, 'without-group': words['without-group'], ended: words.ended }
  return (
    <nav aria-label={words.shown}>
      <ul class="chip-row">
        {(Object.keys(names) as Only[]).map((code) => (
          <li key={code}>
            {code === only ? (
              <strong aria-current="page">{names[code]}</strong>
            ) : (
              <a href={paths.list(city.slug, { only: code })}>{names[code]}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Rows = ({ lang, city, npos }: Props) => {
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id="npos"
      caption={words.title}
      captionHidden
      stacks
      rows={npos}
      columns={[
        { label: words.name, heading: true, cell: ({ name }) => name },
        { label: words.number, cell: ({ corporateNumber }) => corporateNumber ?? '' },
        { label: words.address, cell: ({ address }) => address },
        {
          label: words.certification,
          cell: ({ certification }) =>
            certification && <ChipLabel tone="success">{words[certification]}</ChipLabel>,
        },
        {
          label: words.state,
          cell: ({ dissolution, supervision }) =>
            [dissolution, supervision].filter(Boolean).join(' '),
        },
        {
          label: words.group,
          cell: ({ groupId }) =>
            groupId ? (
              <a href={groupPaths.group(city.slug, groupId)}>{words.toGroup}</a>
            ) : (
              words.noGroup
            ),
        },
      ]}
    />
  )
}

/** The register of NPO corporations, for staff. */
export const NpoListPage = (props: Props) => {
  const { lang, city, npos, total, page, pageSize, only } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <ButtonRow>
        <ButtonLink href={`/${city.slug}/desk/imports?kind=npos`} kind="secondary">
          {words.import}
        </ButtonLink>
      </ButtonRow>
      <Filters {...props} />
      {npos.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <>
          <Rows {...props} />
          <Pagination
            lang={lang}
            page={page}
            pageSize={pageSize}
            total={total}
            hrefOf={(next) => paths.list(city.slug, { only, page: next })}
          />
        </>
      )}
    </>
  )
}
