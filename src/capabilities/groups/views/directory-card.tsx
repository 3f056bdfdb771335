import { Card, ChipLabel } from '#web/ui/index.ts'
import { MarkedText } from '../../publishing/index.ts'
import type { ListedGroup } from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import { paths } from '../paths.ts'
import { nameOfValue } from './directory-filter.tsx'
import type { DirectoryProps } from './directory-props.ts'

const Labels = (props: DirectoryProps & { group: ListedGroup }) => {
  const { lang, group } = props
  const words = directorySentences[lang]
  return (
    <>
      {group.recruiting && <ChipLabel tone="success">{words.recruiting}</ChipLabel>}
      {group.beginners && <ChipLabel tone="info">{words.beginners}</ChipLabel>}
      {group.jointProjects > 0 && (
        <ChipLabel tone="key">{words.joint(group.jointProjects)}</ChipLabel>
      )}
      {group.fields.slice(0, 3).map((code) => (
        <ChipLabel key={code}>{nameOfValue(props, 'field', code)}</ChipLabel>
      ))}
    </>
  )
}

/** One group among others: its name and what it is about, where and when. */
export const GroupCard = (props: DirectoryProps & { group: ListedGroup; level?: 3 | 4 }) => {
  const { lang, city, group, marks, level = 3 } = props
  const words = directorySentences[lang]
  const factsOf = (facet: 'area' | 'day', codes: readonly string[]) =>
    codes.length === 0
      ? []
      : [
          {
            term: words.facets[facet],
            description: codes
              .map((code) => nameOfValue(props, facet, code))
              .join(lang === 'ja' ? '、' : ', '),
          },
        ]
  return (
    <Card
      level={level}
      title={<MarkedText text={group.name} words={marks} />}
      href={paths.group(city.slug, group.id)}
      labels={<Labels {...props} group={group} />}
      facts={[...factsOf('area', group.areas), ...factsOf('day', group.days)]}
    >
      {group.summary[lang] && (
        <p>
          <MarkedText text={group.summary[lang]} words={marks} />
        </p>
      )}
    </Card>
  )
}
