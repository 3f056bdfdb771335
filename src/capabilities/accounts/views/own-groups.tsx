import type { GroupRole } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Card,
  ChipLabel,
  Disclosure,
  EmptyState,
  Form,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { ownSentences } from '../sentences/own.ts'
import { sentences } from '../sentences.ts'

export type OwnGroup = {
  readonly groupId: string
  readonly name: string
  readonly role: GroupRole
}

type OwnGroupsProps = {
  readonly lang: Language
  readonly city: City
  readonly groups: readonly OwnGroup[]
  readonly newKey: () => string
}

const Departure = ({ lang, city, group, newKey }: OwnGroupsProps & { group: OwnGroup }) => {
  const words = ownSentences[lang]
  if (group.role === 'representative')
    return (
      <p>
        {words.representativeStays}
        <br />
        <a href={paths.handover(city.slug, group.groupId)}>{words.handover}</a>
      </p>
    )
  return (
    <Disclosure summary={words.leave}>
      <p>{words.leaveSure}</p>
      <Form action={paths.departure(city.slug, group.groupId)} idempotencyKey={newKey()}>
        <Button kind="danger">{words.leaveOf(group.name)}</Button>
      </Form>
    </Disclosure>
  )
}

/** The groups one is in, and the way out of each. */
export const OwnGroups = (props: OwnGroupsProps) => {
  const { lang, city, groups } = props
  const words = ownSentences[lang]
  return (
    <Section id="groups" title={words.groups}>
      {groups.length === 0 ? (
        <EmptyState title={words.groupsEmpty}>{words.groupsEmptyHelp}</EmptyState>
      ) : (
        <ResourceList>
          {groups.map((group) => (
            <Card
              key={group.groupId}
              title={group.name}
              href={paths.group(city.slug, group.groupId)}
              labels={<ChipLabel tone="key">{sentences[lang].groupRoles[group.role]}</ChipLabel>}
            >
              <p>
                <a href={paths.members(city.slug, group.groupId)}>{words.members}</a>
              </p>
              <Departure {...props} group={group} />
            </Card>
          ))}
        </ResourceList>
      )}
    </Section>
  )
}
