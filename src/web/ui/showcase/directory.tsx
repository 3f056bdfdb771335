import { Layout } from '../../shell/index.ts'
import {
  BarList,
  Button,
  Card,
  ChipLabel,
  Disclosure,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Link,
  Pagination,
  ResourceList,
  Section,
  Select,
  Table,
  TextInput,
} from '../index.ts'
import { frameAt, type Place } from './world.ts'

const groups = [
  { name: 'みんなの食堂 はまなす', field: '福祉', since: '平成21年（2009年）', people: '38' },
  { name: '里山を歩く会', field: '環境', since: '昭和62年（1987年）', people: '124' },
  {
    name: '特定非営利活動法人 日本語ひろば・ことばのたね',
    field: '国際',
    since: '平成30年（2018年）',
    people: '16',
  },
]

/** A list with its filters, a table, and a page without anything yet. */
export function DirectoryShowcase(place: Place) {
  const { lang } = place
  return (
    <Layout
      {...frameAt(place, '/groups')}
      title="団体をさがす"
      width="wide"
      breadcrumb={[{ label: '団体をさがす' }]}
      updated={{ iso: '2026-11-20', text: '令和8年（2026年）11月20日' }}
      notice={{
        kind: 'success',
        heading: '団体の情報を更新しました',
        text: '公開されるまで2日ほどかかります。',
      }}
    >
      <Heading level={1}>団体をさがす</Heading>
      <Lead>市内で活動する390の団体から、分野や言葉でさがせます。</Lead>
      <FilterForm action="/groups">
        <TextInput lang={lang} name="q" id="filter-q" label="言葉" value="" />
        <Select
          lang={lang}
          name="field"
          id="filter-field"
          label="分野"
          emptyLabel="すべての分野"
          options={[{ value: 'w', label: '福祉' }]}
        />
        <Button icon="search">しぼりこむ</Button>
      </FilterForm>
      <ResourceList>
        {groups.map((group) => (
          <Card
            key={group.name}
            href="/groups/1"
            level={2}
            title={group.name}
            labels={
              <>
                <ChipLabel tone="key">{group.field}</ChipLabel>
                <ChipLabel>会員募集中</ChipLabel>
              </>
            }
            facts={[
              { term: '設立', description: group.since },
              { term: '会員', description: `${group.people}人` },
            ]}
          >
            <p>毎週水曜日と土曜日に、公民館で活動しています。はじめての方もどうぞ。</p>
          </Card>
        ))}
      </ResourceList>
      <Pagination
        lang={lang}
        page={4}
        pageSize={20}
        total={390}
        hrefOf={(page) => `?page=${page}`}
      />
      <Section id="table" title="一覧表">
        <Table
          lang={lang}
          id="groups-table"
          caption="登録団体（令和8年4月1日時点）"
          columns={[
            {
              label: '団体',
              heading: true,
              cell: (group) => <a href="/groups/1">{group.name}</a>,
              sort: { href: '?sort=name', direction: 'ascending' },
            },
            { label: '分野', cell: (group) => group.field },
            { label: '設立', cell: (group) => group.since },
            {
              label: '会員（人）',
              numeric: true,
              cell: (group) => group.people,
              sort: { href: '?sort=people' },
            },
          ]}
          rows={groups}
          foot={['合計', '', '', '178']}
        />
        <p>
          <Link lang={lang} href="/open-data/groups.csv" file={{ type: 'CSV', size: '84KB' }}>
            登録団体の一覧
          </Link>
        </p>
      </Section>
      <Section id="bars" title="分野ごとの団体数">
        <BarList
          id="field-bars"
          caption="主な活動分野（回答390団体）"
          headings={{ label: '分野', value: '団体数' }}
          bars={[
            { label: '保健・医療・福祉', value: 152, text: '152団体（39.0%）' },
            { label: 'まちづくり', value: 88, text: '88団体（22.6%）' },
            { label: '学術・文化・芸術・スポーツ', value: 74, text: '74団体（19.0%）' },
          ]}
        />
      </Section>
      <Section id="none" title="あなたの団体">
        <EmptyState
          title="まだ団体に入っていません"
          action={
            <Button kind="secondary" icon="plus">
              団体を登録する
            </Button>
          }
        >
          <p>団体の代表の方から招待を受けるか、新しく団体を登録すると、ここに表示されます。</p>
        </EmptyState>
        <Disclosure summary="登録できる団体の条件">
          <p>市内で1年以上活動していて、会員が5人以上の団体です。</p>
        </Disclosure>
      </Section>
    </Layout>
  )
}
