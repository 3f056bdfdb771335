import { Heading, ResourceList } from '#web/ui/index.ts'
import { directorySentences } from '../directory-sentences.ts'
import { partByRow } from '../kana-rows.ts'
import { GroupCard } from './directory-card.tsx'
import type { DirectoryProps } from './directory-props.ts'

/** Groups in the order of readings under あ・か・さ…, with a way to each row that stands on this page. */
export const GroupsByRow = (props: DirectoryProps) => {
  const words = directorySentences[props.lang]
  const rows = partByRow(props.groups).map((row, at) => ({ ...row, id: `row-${at + 1}` }))
  return (
    <>
      <nav aria-label={words.rows}>
        <ul class="kana-rows">
          {rows.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name ?? words.otherRow}</a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.map(({ id, name, members }) => (
        <section key={id} class="kana-row" aria-labelledby={id}>
          <Heading level={3} id={id}>
            {name ?? words.otherRow}
          </Heading>
          <ResourceList>
            {members.map((group) => (
              <GroupCard key={group.id} {...props} group={group} level={4} />
            ))}
          </ResourceList>
        </section>
      ))}
    </>
  )
}
