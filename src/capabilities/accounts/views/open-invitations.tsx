import { colon, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import { Button, Card, Form, ResourceList, When } from '#web/ui/index.ts'
import { giftNameIn } from '../gift-name.ts'
import type { Invitation } from '../invitation.ts'
import { staffSentences } from '../sentences/staff.ts'

/** Invitations that wait for an answer, each with a way to withdraw it. */
export const OpenInvitations = ({
  lang,
  city,
  invitations,
  newKey,
  withdrawalOf,
}: {
  lang: Language
  city: City
  invitations: readonly Invitation[]
  newKey: () => string
  /** Where the press on 取り消す goes; none for those who may only look. */
  withdrawalOf: ((id: string) => string) | undefined
}) => {
  const words = staffSentences[lang]
  if (invitations.length === 0) return <p>{words.openEmpty}</p>
  return (
    <ResourceList columns={2}>
      {invitations.map((one) => (
        <Card
          key={one.id}
          title={one.email}
          facts={[
            { term: words.role, description: giftNameIn(city, one, lang) },
            { term: words.until, description: <When time={momentText(one.expiresAt, lang)} /> },
            { term: words.invitedBy, description: one.invitedBy.name },
          ]}
        >
          {withdrawalOf && (
            <Form action={withdrawalOf(one.id)} idempotencyKey={newKey()}>
              <Button kind="secondary" size="small">
                {words.withdraw}
                <span class="hidden-text">
                  {colon[lang]}
                  {one.email}
                </span>
              </Button>
            </Form>
          )}
        </Card>
      ))}
    </ResourceList>
  )
}
