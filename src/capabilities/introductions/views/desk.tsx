import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { EmptyState, Heading, Lead, Pagination, Table } from '#web/ui/index.ts'
import type { Completeness } from '../completeness.ts'
import { pageSizes } from '../lists.ts'
import type { MissingPaper } from '../paper.ts'
import { paths } from '../paths.ts'
import type { PageState } from '../queries/desk.ts'
import { sentences } from '../sentences.ts'
import { missingText } from './labels.tsx'

/** A group's page as the desk's list shows it. */
export type DeskRow = {
  readonly state: PageState
  readonly completeness: Completeness
  readonly missing: readonly MissingPaper[]
}

const attention = ({ state }: DeskRow, lang: Language): string => {
  const words = sentences[lang].desk
  const said = [
    state.mended > 0 ? words.mended(String(state.mended)) : '',
    state.hidden > 0 ? words.hidden(String(state.hidden)) : '',
  ].filter(Boolean)
  return said.length > 0 ? said.join(lang === 'ja' ? '、' : ', ') : words.none
}

/** For the desk: how far the pages of all registered groups have come. */
export const DeskListPage = ({
  lang,
  city,
  rows,
  shown,
}: {
  lang: Language
  city: City
  rows: readonly DeskRow[]
  shown: { readonly page: number; readonly total: number }
}) => {
  const words = sentences[lang].desk
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.lead}</EmptyState>
      ) : (
        <Table
          lang={lang}
          id="pages"
          caption={words.caption}
          captionHidden
          stacks
          columns={[
            {
              label: words.group,
              heading: true,
              cell: ({ state }: DeskRow) => (
                <a href={paths.hub(city.slug, state.groupId)}>{state.name}</a>
              ),
            },
            {
              label: words.percent,
              cell: ({ completeness: { percent, done, all } }: DeskRow) =>
                words.percentOf(String(percent), String(done), String(all)),
            },
            {
              label: words.missing,
              cell: ({ missing }: DeskRow) =>
                missing
                  .filter(({ asked }) => asked === 'required')
                  .map((paper) => missingText(paper, lang))
                  .join(lang === 'ja' ? '、' : ', ') || words.none,
            },
            {
              label: words.attention,
              cell: (row: DeskRow) =>
                row.state.mended + row.state.hidden > 0 ? (
                  <a href={paths.moderation(city.slug, row.state.groupId)}>
                    {attention(row, lang)}
                  </a>
                ) : (
                  attention(row, lang)
                ),
            },
          ]}
          rows={rows}
        />
      )}
      <Pagination
        lang={lang}
        page={shown.page}
        pageSize={pageSizes.desk}
        total={shown.total}
        hrefOf={(page) => paths.desk(city.slug, page)}
      />
    </>
  )
}
