import type { PlainDate } from '#kernel/calendar.ts'
import { type Block, composeBlocks, type Row } from './blocks.ts'
import { formatLastingDay } from './dates.ts'
import type { DocumentHead } from './head.ts'
import { composeEnquiry, composeSender, type Enquiry, type Sender } from './people.ts'
import { sentences } from './sentences.ts'

/** 登録票: shows that a group is registered, until when, and what is on record. */
export type RegistrationCard = DocumentHead & {
  readonly kind: 'card'
  readonly group: { readonly name: string; readonly reading?: string }
  readonly registration: {
    readonly number: string
    readonly on: PlainDate
    /** The last valid day; absent where a registration does not end by itself. */
    readonly until?: PlainDate
  }
  readonly statement?: string
  readonly rows: readonly Row[]
  readonly sender: Sender
  readonly blocks?: readonly Block[]
  readonly enquiry?: Enquiry
}

/** A card as its template reads it. */
export const composeCard = (card: RegistrationCard) => {
  const { lang, registration } = card
  const words = sentences[lang]
  const until = registration.until
    ? [{ label: words.validUntil, value: formatLastingDay(registration.until, lang) }]
    : []
  return {
    group: { name: card.group.name, reading: card.group.reading ?? '' },
    statement: card.statement ?? '',
    rows: [
      { label: words.registrationNumber, value: registration.number },
      { label: words.registeredOn, value: formatLastingDay(registration.on, lang) },
      ...until,
      ...card.rows,
    ],
    sender: composeSender(card.sender, lang),
    blocks: composeBlocks(card.blocks, lang),
    enquiry: composeEnquiry(card.enquiry, lang),
    paginated: false,
  }
}
