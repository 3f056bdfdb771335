import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { RegistrationCard } from '#web/document/index.ts'
import { type Answers, listAnswer, textAnswer } from '../forms/index.ts'

/** What stands on the 登録票 beside the city's own facts. */
export type CardFacts = {
  readonly name: string
  readonly nameKana: string
  readonly legalForm: string
  readonly answers: Answers
  /** 登録番号. */
  readonly number: string
  /** Number of the document: 登録番号, and which card it is when it is not the first. */
  readonly documentNumber: string
  /** 登録の区分, where the city has several. */
  readonly className?: string | undefined
  /** The day of the registration. */
  readonly on: PlainDate
  /** The day on which the card is made. */
  readonly issuedOn: PlainDate
  readonly until: PlainDate | null
}

const enquiryOf = ({ contact }: City): NonNullable<RegistrationCard['enquiry']> => ({
  office: contact.office.ja,
  ...(contact.address ? { address: contact.address.ja } : {}),
  ...(contact.phone ? { phone: contact.phone } : {}),
  ...(contact.fax ? { fax: contact.fax } : {}),
  ...(contact.email ? { email: contact.email } : {}),
})

/** The card that the group gets with its approval. It goes to the group alone, so its leader is named. */
export const composeCard = (city: City, facts: CardFacts): RegistrationCard => {
  const { answers } = facts
  const leader = ['representative_title', 'representative_name']
    .map((code) => textAnswer(answers, code))
    .filter(Boolean)
    .join('　')
  const fields = listAnswer(answers, 'fields').map((code) => nameOfCode(city.fields, code).ja)
  return {
    kind: 'card',
    lang: 'ja',
    city: city.name.ja,
    title: '団体登録票',
    date: facts.issuedOn,
    number: facts.documentNumber,
    group: { name: facts.name, reading: facts.nameKana },
    registration: {
      number: facts.number,
      on: facts.on,
      ...(facts.until ? { until: facts.until } : {}),
    },
    statement: `${city.name.ja}に登録した団体であることを示します。`,
    rows: [
      { label: '登録の区分', value: facts.className ?? '' },
      { label: '団体の形', value: nameOfCode(city.legalForms, facts.legalForm).ja },
      { label: '代表者', value: leader },
      { label: '活動の分野', value: fields.join('、') },
    ].filter(({ value }) => value !== ''),
    sender: { position: city.contact.office.ja, name: '', sealOmitted: true },
    enquiry: enquiryOf(city),
  }
}
