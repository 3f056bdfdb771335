import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { noticeTexts } from '#kernel/tables/index.ts'
import { type Description, DescriptionList, Disclosure, StepNavigation } from '#web/ui/index.ts'
import { procedurePaths, sizeText } from '../../procedures/index.ts'
import type { Import } from '../import.ts'
import type { StoredNotice } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { momentText } from './import-list.tsx'
import { letterOf } from './labels.ts'

type Props = { readonly lang: Language; readonly city: City; readonly one: Import }

const factsOf = ({ lang, city, one }: Props): readonly Description[] => {
  const words = sentences[lang]
  const { facts } = one
  const encoding = words.encodings[facts.encoding as keyof typeof words.encodings]
  const delimiter = words.delimiters[facts.delimiter as keyof typeof words.delimiters]
  const all: readonly Description[] = [
    {
      term: words.fact.name,
      description: one.purgedAt ? (
        one.fileName
      ) : (
        <a href={procedurePaths.file(city.slug, one.fileId)}>{one.fileName}</a>
      ),
    },
    { term: words.fact.format, description: words.formats[facts.format] },
    {
      term: words.fact.encoding,
      description: encoding ? `${encoding}${facts.marked ? words.withMark : ''}` : '',
    },
    { term: words.fact.delimiter, description: delimiter ?? '' },
    { term: words.fact.sheet, description: facts.format === 'xlsx' ? one.plan.sheet : '' },
    { term: words.fact.size, description: sizeText(facts.bytes) },
    {
      term: words.fact.rows,
      description: words.fact.rowsText(formatNumber(facts.rows), formatNumber(facts.width)),
    },
    { term: words.fact.by, description: `${one.actorName} ${momentText(one.createdAt, lang)}` },
    {
      term: words.fact.kept,
      description: one.purgedAt
        ? words.fact.purged
        : words.fact.keptText(formatNumber(city.settings.importKeptDays)),
    },
  ]
  return all.filter(({ description }) => description !== '')
}

const placesOf = ({ rows, columns, count }: StoredNotice, lang: Language): string => {
  const words = sentences[lang]
  const shown = rows.slice(0, 10)
  const more = count - shown.length
  return [
    ...(shown.length > 0 ? [words.noticeAt(shown.join(lang === 'ja' ? '、' : ', '))] : []),
    ...(more > 0 ? [words.noticeMore(formatNumber(more))] : []),
    ...(columns.length > 0
      ? [
          words.noticeColumns(
            columns
              .slice(0, 12)
              .map(letterOf)
              .join(lang === 'ja' ? '、' : ', '),
          ),
        ]
      : []),
  ].join(' ')
}

const Notices = ({ lang, one }: Props) => {
  const words = sentences[lang]
  if (one.facts.notices.length === 0) return null
  return (
    <>
      <p>
        <strong>{words.notices}</strong>
        {lang === 'ja' ? '。' : '. '}
        {words.noticesText}
      </p>
      <ul>
        {one.facts.notices.map((notice) => (
          <li key={notice.kind}>
            {say(noticeTexts[notice.kind], lang)} {placesOf(notice, lang)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** How the file is written and what is odd about it. Open while its columns are being checked. */
export const FileFacts = (props: Props) => (
  <Disclosure summary={sentences[props.lang].facts} open={props.one.state === 'uploaded'}>
    <DescriptionList items={factsOf(props)} />
    <Notices {...props} />
  </Disclosure>
)

const reached = ({ state }: Import): number => {
  if (state === 'uploaded') return 1
  return state === 'checking' || state === 'checked' || state === 'failed' ? 2 : 3
}

/** How far the import has come. */
export const ImportSteps = ({ lang, one }: Pick<Props, 'lang' | 'one'>) => {
  const words = sentences[lang]
  const now = reached(one)
  const ended = one.finishedAt !== null
  return (
    <StepNavigation
      lang={lang}
      steps={(['file', 'columns', 'check', 'run'] as const).map((name, at) => ({
        label: words.steps[name],
        state: at < now || (ended && at === now) ? 'done' : at === now ? 'current' : 'upcoming',
      }))}
    />
  )
}
